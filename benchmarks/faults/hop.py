"""A next hop that fails at every step, as its dice say."""

from __future__ import annotations

import asyncio
import random
import ssl
from collections.abc import Callable

_GO_ON = {
    "greeting": b"220 hop ESMTP\r\n",
    "MAIL": b"250 2.1.0 ok\r\n",
    "RCPT": b"250 2.1.5 ok\r\n",
    "DATA": b"354 go\r\n",
    "RSET": b"250 2.0.0 ok\r\n",
    "NOOP": b"250 2.0.0 ok\r\n",
    "XFORWARD": b"250 2.0.0 ok\r\n",
}
_LATER = (b"451 4.3.0 later\r\n", b"452 4.3.1 disk full\r\n", b"450-4.2.0 grey\r\n450 4.2.0 listed\r\n")
_NEVER = (b"550 5.1.1 no\r\n", b"554 5.0.0 never\r\n")
#: What may go wrong at a step, and how often beside each other.
_FAULTS = {
    "close": 4, "reset": 2, "later": 4, "never": 1, "421": 2, "nonsense": 1, "slow": 3, "half a line": 1, "hang": 0.3,
    "a word too many": 2, "out of step": 2,
}  # fmt: skip
_KEPT = ("kept, then closed", "kept, then nonsense")


class _Gone(Exception):
    """This connection ends here."""


class FaultyHop:
    """`keep(content, answered)` is told of each whole message; `rate` is how often a step fails."""

    def __init__(
        self, dice: random.Random, rate: float, tls: ssl.SSLContext, keep: Callable[[bytes, bool], None]
    ) -> None:
        self._dice, self._rate, self._tls, self._keep = dice, rate, tls, keep
        self.faults: dict[str, int] = {}
        self._server: asyncio.Server | None = None
        self.port = 0

    async def up(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=2**26)
        self.port = self._server.sockets[0].getsockname()[1]

    def down(self) -> None:
        """Listen no more; connections that are open go on."""
        if self._server is not None:
            self._server.close()

    def _fault(self, step: str) -> str:
        if self._dice.random() >= self._rate:
            return ""
        fault = self._dice.choices(list(_FAULTS), list(_FAULTS.values()))[0]
        if step == "dot" and self._dice.random() < 0.1:
            fault = self._dice.choice(_KEPT)
        self._count(f"{step}: {fault}")
        return fault

    def _count(self, what: str) -> None:
        self.faults[what] = self.faults.get(what, 0) + 1

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._converse(reader, writer)
        except (
            _Gone,
            OSError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            asyncio.CancelledError,
        ):
            pass
        finally:
            writer.close()

    async def _say(self, writer: asyncio.StreamWriter, step: str, reply: bytes) -> bytes:
        """Answer a step, or fail; gives what was said."""
        return await self._act(writer, self._fault(step), reply)

    async def _act(self, writer: asyncio.StreamWriter, fault: str, reply: bytes) -> bytes:
        match fault:
            case "close" | "kept, then closed":
                raise _Gone
            case "reset":
                writer.transport.abort()
                raise _Gone
            case "later":
                reply = self._dice.choice(_LATER)
            case "never":
                reply = self._dice.choice(_NEVER)
            case "421":
                writer.write(b"421 4.3.2 closing\r\n")
                raise _Gone
            case "nonsense" | "kept, then nonsense":
                reply = self._dice.choice((b"what\r\n", b"\0\0\r\n", b"2" * 70_000 + b"\r\n", b"999 \r\n"))
            case "a word too many":
                reply += b"250 2.0.0 ok\r\n"
            case "out of step":
                reply = b"250 2.0.0 ok\r\n" if reply.startswith(b"354") else b"354 go\r\n"
            case "slow":
                await asyncio.sleep(self._dice.random())
            case "half a line":
                writer.write(reply[:2])
                raise _Gone
            case "hang":
                await asyncio.sleep(25)
                raise _Gone
        writer.write(reply)
        await writer.drain()
        return reply

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._say(writer, "greeting", _GO_ON["greeting"])
        offers_tls = self._dice.random() < 0.3
        while line := await reader.readline():
            verb = line.split(None, 1)[0].upper().decode("ascii", "replace")
            if verb == "EHLO":
                tls = b"250-STARTTLS\r\n" if offers_tls else b""
                await self._say(
                    writer, verb, b"250-hop\r\n" + tls + b"250-PIPELINING\r\n250-8BITMIME\r\n250 DSN\r\n"
                )
            elif verb == "STARTTLS":
                offers_tls = False
                await self._begin_tls(writer)
            elif verb == "DATA":
                if (await self._say(writer, verb, _GO_ON[verb])).startswith(b"354"):
                    await self._data(reader, writer)
            elif verb == "QUIT":
                return
            else:
                await self._say(writer, verb, _GO_ON.get(verb, b"502 5.5.1 what?\r\n"))

    async def _begin_tls(self, writer: asyncio.StreamWriter) -> None:
        said = await self._say(writer, "STARTTLS", b"220 go\r\n")
        if not said.startswith(b"220"):
            return
        if self._dice.random() < self._rate * 5:
            self._count("TLS fails")
            writer.write(b"no handshake\r\n")
            raise _Gone
        await writer.start_tls(self._tls)

    async def _data(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._fault("content") in ("close", "reset", "421", "nonsense", "half a line"):
            await reader.read(self._dice.randrange(1, 5000))
            raise _Gone
        wire = await reader.readuntil(b"\r\n.\r\n")
        content = (b"\r\n" + wire[:-3]).replace(b"\r\n..", b"\r\n.")[2:]
        fault, said = self._fault("dot"), b""
        try:
            said = await self._act(writer, fault, b"250 2.0.0 queued\r\n")
        finally:
            if said.startswith(b"250") or fault in _KEPT:
                self._keep(content, said.startswith(b"250"))
