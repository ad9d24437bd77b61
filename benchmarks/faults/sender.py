"""A sender as queues are: it tries again until it hears 250 or a refusal for good, and has accidents of its own."""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import ssl
import time

from benchmarks.faults.ledger import Attempt, Ledger
from benchmarks.faults.mail import Mail

_PATIENCE = 20.0  # seconds for one reply
_MOST_SECONDS = 240.0  # for one message; a queue tries for days
_MAY_NEVER_PASS = 4  # tries of what is too long to scan


class _Accident(Exception):
    """The sender hung up by itself."""


class Sender:
    """Sends one message after the other to a port."""

    def __init__(self, port: int, ledger: Ledger, dice: random.Random, *, accidents: bool = True) -> None:
        self._accidents = accidents
        self._port, self._ledger, self._dice = port, ledger, dice
        self._tls = ssl.create_default_context()
        self._tls.check_hostname, self._tls.verify_mode = False, ssl.CERT_NONE

    async def deliver(self, mail: Mail) -> None:
        """Until it is settled."""
        end = time.monotonic() + _MOST_SECONDS
        for number in itertools.takewhile(lambda _: time.monotonic() < end, itertools.count()):
            name = f"{mail.number}.{number}"
            attempt = self._ledger.attempts[name] = Attempt(mail.number, begun=time.monotonic())
            try:
                async with asyncio.timeout(_PATIENCE * 3):
                    attempt.heard = await self._attempt(mail.wire(name))
            except _Accident:
                attempt.cause = "sender hung up"
            except TimeoutError:
                attempt.cause = "sender lost patience"
            except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                pass
            attempt.ended = time.monotonic()
            if attempt.heard == "250":
                return
            if attempt.heard.startswith("5"):
                self._ledger.refused.add(mail.number)
                return
            if mail.kind == "endless" and number >= _MAY_NEVER_PASS:
                return
            await asyncio.sleep(self._dice.random() * 0.3)
        self._ledger.unsettled.add(mail.number)

    async def _attempt(self, wire: bytes) -> str:
        """The code that ended it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            return await self._converse(reader, writer, wire)
        finally:
            if self._dice.random() < 0.1:
                writer.transport.abort()
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> str:
        await _reply(reader)
        for _ in range(2):
            writer.write(b"EHLO c.test\r\n")
            if not (await _reply(reader)).startswith("250"):
                return "4"
            if writer.get_extra_info("ssl_object") is not None or self._dice.random() > 0.15:
                break
            writer.write(b"STARTTLS\r\n")
            if await _reply(reader) == "220":
                await writer.start_tls(self._tls)
        envelope = [b"MAIL FROM:<a@c.test> BODY=8BITMIME\r\n", b"RCPT TO:<info@org.test>\r\n"]
        pipelined = self._dice.random() < 0.3
        if pipelined:
            writer.write(b"".join(envelope))
        for line in envelope:
            if not pipelined:
                writer.write(line)
            if (code := await _reply(reader)) != "250":
                return code
            self._accident(0.01)
        return await (self._bdat if self._dice.random() < 0.3 else self._data)(reader, writer, wire)

    def _accident(self, often: float) -> None:
        if self._accidents and self._dice.random() < often:
            raise _Accident

    async def _data(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> str:
        writer.write(b"DATA\r\n")
        if (code := await _reply(reader)) != "354":
            return code
        await self._trickle(writer, re.sub(rb"(?m)^\.", b"..", wire) + b".\r\n")
        return await self._final(reader)

    async def _bdat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> str:
        cut = self._dice.randrange(len(wire))
        writer.write(b"BDAT %d\r\n" % cut)
        await self._trickle(writer, wire[:cut])
        if (code := await _reply(reader)) != "250":
            return code
        self._accident(0.02)
        writer.write(b"BDAT %d LAST\r\n" % (len(wire) - cut))
        await self._trickle(writer, wire[cut:])
        return await self._final(reader)

    async def _trickle(self, writer: asyncio.StreamWriter, octets: bytes) -> None:
        """Whole, or in pieces; sometimes not to the end."""
        if self._accidents and self._dice.random() < 0.03:
            writer.write(octets[: self._dice.randrange(max(1, len(octets)))])
            await writer.drain()
            raise _Accident
        pieces = self._dice.choice((1, 1, 1, 3, 7))
        for start in range(0, len(octets), len(octets) // pieces + 1):
            writer.write(octets[start : start + len(octets) // pieces + 1])
            await writer.drain()
            if pieces > 1:
                await asyncio.sleep(0.002)

    async def _final(self, reader: asyncio.StreamReader) -> str:
        self._accident(0.01)
        return await _reply(reader)


async def _reply(reader: asyncio.StreamReader) -> str:
    """The code of the next reply. Raises IncompleteReadError where the connection ends."""
    async with asyncio.timeout(_PATIENCE):
        while (line := await reader.readuntil(b"\n"))[3:4] == b"-":
            pass
    return line[:3].decode("ascii", "replace")
