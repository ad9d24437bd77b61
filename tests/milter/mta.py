"""The MTA's side of the milter protocol, written from `mfdef.h` apart from the gateway's own codec."""

from __future__ import annotations

import asyncio
import struct
from dataclasses import dataclass, field

ACTIONS, STEPS = 0x1FF, 0x1FFFFF  # all that Sendmail 8.14 and Postfix offer
OWN = (b"Received", b" by mx.org.test")  # the line that an MTA adds itself and hides from filters


@dataclass
class Mail:
    """A message as an MTA holds it: header fields as (name, what follows the colon, folds with LF), and the body."""

    fields: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def wire(self) -> bytes:
        """The message as SMTP carries it."""
        lines = (name + b":" + value.replace(b"\n", b"\r\n") + b"\r\n" for name, value in self.fields)
        return b"".join(lines) + b"\r\n" + self.body

    def changed(self, packets: list[tuple[bytes, bytes]]) -> Mail:
        """The message after a filter's changes, as Postfix makes them (cleanup_milter.c), without the MTA's own line."""
        fields, bodies = [OWN, *self.fields], []
        for kind, data in packets:
            if kind == b"b":
                bodies.append(data)
            elif kind in b"im":
                (index,) = struct.unpack("!I", data[:4])
                name, value, end = data[4:].split(b"\0")
                assert not end
                if kind == b"i":
                    fields.insert(index, (name, value))
                    continue
                same = [n for n in range(1, len(fields)) if fields[n][0].lower() == name.lower()]
                if value:
                    fields[same[index - 1]] = (name, value)
                else:
                    del fields[same[index - 1]]
        assert fields[0] == OWN
        return Mail(fields[1:], b"".join(bodies) if bodies else self.body)


@dataclass
class Answer:
    """What the filter said of a message: its changes, and its last word."""

    packets: list[tuple[bytes, bytes]] = field(default_factory=list)
    verdict: bytes = b""
    text: bytes = b""
    progress: int = 0

    @property
    def code(self) -> str:
        """What the SMTP client hears."""
        return {b"c": "250", b"y": self.text[:3].decode(), b"": "closed"}[self.verdict]


class Mta:
    """One milter connection. `steps` is what the MTA offers; it waits for an answer wherever the filter did not forbid it."""

    def __init__(self, reader, writer, steps: int = STEPS, version: int = 6, actions: int = ACTIONS) -> None:
        self._reader, self._writer = reader, writer
        self._offer = struct.pack("!III", version, actions, steps)
        self._steps = 0

    def say(self, command: bytes, data: bytes = b"") -> None:
        """Send one packet."""
        self._writer.write(struct.pack("!I", len(data) + 1) + command + data)

    async def hear(self) -> tuple[bytes, bytes]:
        """The next packet; (b"", b"") once the filter has hung up."""
        try:
            async with asyncio.timeout(20):
                (length,) = struct.unpack("!I", await self._reader.readexactly(4))
                packet = await self._reader.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            return b"", b""
        return packet[:1], packet[1:]

    async def event(self, command: bytes, data: bytes = b"", quiet: int = 0) -> bytes:
        """Send an event and give the kind of its answer ("c" where none is awaited)."""
        self.say(b"D", command + b"i\0queue1\0")
        self.say(command, data)
        return b"c" if self._steps & quiet else (await self.hear())[0]

    async def start(self) -> bytes:
        """Negotiate, and say who connected."""
        self.say(b"O", self._offer)
        kind, data = await self.hear()
        if kind != b"O":
            return kind
        _, _, self._steps = struct.unpack("!III", data[:12])
        await self.event(b"C", b"citizen.test\x004\x04\x01192.0.2.7\0", 0x1000)
        await self.event(b"H", b"citizen.test\0", 0x2000)
        return kind

    async def envelope(self, *recipients: bytes, mail: bytes = b"<marie@citizen.test>") -> list[bytes]:
        """MAIL and each RCPT; the answers to RCPT, with the text where there is one."""
        await self.event(b"M", mail + b"\0SIZE=100\0", 0x4000)
        answers = []
        for recipient in recipients or (b"<info@org.test>",):
            self.say(b"R", recipient + b"\0NOTIFY=NEVER\0")
            kind, text = await self.hear()
            answers.append(text.rstrip(b"\0") or kind)
        return answers

    async def content(self, mail: Mail, chunk: int = 65535) -> Answer:
        """The message itself, and what the filter says of it."""
        if not self._steps & 0x200:
            await self.event(b"T")
        for name, value in mail.fields:
            await self.event(b"L", name + b"\0" + value + b"\0", 0x80)
        await self.event(b"N", quiet=0x40000)
        *chunks, last = [mail.body[start : start + chunk] for start in range(0, len(mail.body), chunk)] or [
            b""
        ]
        for part in chunks:
            await self.event(b"B", part, 0x80000)
        self.say(b"E", last)  # as Postfix does; Sendmail sends the last chunk by itself
        return await self.verdict()

    async def verdict(self) -> Answer:
        """Everything up to the filter's last word."""
        answer = Answer()
        while True:
            kind, data = await self.hear()
            if kind == b"p":
                answer.progress += 1
            elif kind in (b"c", b"y", b""):
                answer.verdict, answer.text = kind, data.rstrip(b"\0")
                return answer
            else:
                answer.packets.append((kind, data))

    async def send(self, mail: Mail, *recipients: bytes) -> Answer:
        """A whole message."""
        await self.envelope(*recipients)
        return await self.content(mail)
