"""The next hop: a connection that is spoken to in step with our own client, so that every answer is the next hop's.

Nothing here decides or stores. A connection that fails at any point before the final dot has delivered nothing; after
the final dot only the next hop's own 250 counts, and silence is a 451: the sender tries again (RFC 1047: the rare
duplicate that this can make is the price of never losing a message).
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
import time
from collections import deque
from collections.abc import Sequence
from typing import Final, NamedTuple

from gateway.smtp.content import malformed, normalised
from gateway.smtp.places import Place, Places, connect, nearby
from gateway.smtp.resolve import DnsFailed
from gateway.smtp.wire import LineTooLong, Wire

_REPLY_LINE: Final = re.compile(rb"(\d{3})([ -]?)([^\r\n]*+(?:\r(?!\n)[^\r\n]*+)*+)\r?\n\Z")
_MOST_LINES: Final = 128
_AVOIDED: Final = 30.0
_FINAL: Final = 600.0
_CONNECT: Final = (
    15.0  # seconds for a connection to be made: what takes longer is down, and another may not be
)
#: Which extension of the next hop lets a parameter of MAIL or RCPT through (RFC 6152, 6531, 3461, 8689).
NEEDS: Final = {
    b"BODY": b"8BITMIME",
    b"SMTPUTF8": b"SMTPUTF8",
    b"RET": b"DSN",
    b"ENVID": b"DSN",
    b"NOTIFY": b"DSN",
    b"ORCPT": b"DSN",
    b"REQUIRETLS": b"REQUIRETLS",
}
_CHUNK: Final = 256 * 1024
_SMALL: Final = 32 * 1024  # octets that are put together sooner than each piece is looked at by itself
_DOT: Final = ord(".")


class NextHopDown(Exception):
    """The next hop cannot be reached, hung, hung up, or did not speak SMTP. Carries no text of its own."""


class TlsFailed(NextHopDown):
    """STARTTLS was agreed on, and no TLS came of it."""


class Answer(NamedTuple):
    """A reply of the next hop: its code, and its lines without the code."""

    code: int
    lines: tuple[bytes, ...]

    @property
    def positive(self) -> bool:
        """2xx."""
        return 200 <= self.code < 300

    @property
    def final(self) -> bool:
        """Whether it can be the last word on a command: 2xx, 4xx or 5xx."""
        return 200 <= self.code < 600 and self.code // 100 != 3

    @property
    def wire(self) -> bytes:
        """The reply as it goes to our client."""
        last = len(self.lines) - 1
        if not last:
            return b"%d %s\r\n" % (self.code, self.lines[0])
        return b"".join(
            b"%d%s%s\r\n" % (self.code, b" " if number == last else b"-", line)
            for number, line in enumerate(self.lines)
        )


class Connection:
    """One SMTP connection to the next hop, past its greeting and EHLO. Every wait is bounded by `timeout` seconds."""

    def __init__(self, wire: Wire, timeout: float, *, lmtp: bool = False) -> None:
        self._wire, self._timeout, self._lmtp = wire, timeout, lmtp
        self._verified = False  # whether we speak under TLS to whom we mean to
        self.capabilities: dict[bytes, bytes] = {}
        self.used = (
            False  # whether a transaction was completed on it: then its peer may have closed it meanwhile
        )

    @classmethod
    async def open(
        cls, place: Place, hostname: str, seconds: float, tls: str = "off", *, lmtp: bool = False
    ) -> Connection:
        """Connect and say EHLO (HELO to a server that knows no EHLO; LHLO for `lmtp`), under TLS as `tls` says.

        Raises NextHopDown; TlsFailed where TLS was offered and failed.
        """
        context = ssl.create_default_context() if tls == "implicit" else None
        try:
            async with asyncio.timeout(min(seconds, _CONNECT)):
                wire = await connect(place, context)
        except (OSError, TimeoutError):
            raise NextHopDown from None
        connection = cls(wire, seconds, lmtp=lmtp)
        connection._verified = tls == "implicit"
        try:
            await connection._greet(hostname)
            if tls not in ("off", "implicit"):
                await connection._secure(place.name, hostname, tls)
        except BaseException:
            connection.close()
            raise
        return connection

    async def _secure(self, host: str, hostname: str, tls: str) -> None:
        """STARTTLS (RFC 3207) where it is offered; "require" also wants a certificate in the next hop's name."""
        if b"STARTTLS" not in self.capabilities:
            if tls == "require":
                raise NextHopDown
            return
        context = ssl.create_default_context()
        if tls == "opportunistic":
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        if (await self.command(b"STARTTLS")).code != 220:
            if tls == "opportunistic":
                return
            raise NextHopDown
        if not self._wire.quiet:
            # What came in the clear behind the answer would be believed under TLS, and anybody can put it there
            # (RFC 3207 §6; the response injection of CVE-2021-38371 and its like).
            raise NextHopDown
        try:
            async with asyncio.timeout(self._timeout):
                await self._wire.start_tls(context, host)
        except (OSError, TimeoutError):
            raise TlsFailed from None
        self._verified = tls == "require"
        self.capabilities.clear()
        await self._hello(hostname)

    async def _greet(self, hostname: str) -> None:
        if (await self.answer()).code != 220:
            raise NextHopDown
        await self._hello(hostname)

    async def _hello(self, hostname: str) -> None:
        hello = await self.command((b"LHLO " if self._lmtp else b"EHLO ") + hostname.encode("ascii"))
        if not hello.positive and not self._lmtp:
            hello = await self.command(b"HELO " + hostname.encode("ascii"))
        if not hello.positive:
            raise NextHopDown
        for line in hello.lines[1:]:
            keyword, _, argument = line.partition(b" ")
            self.capabilities[keyword.upper()] = argument
        if not self._verified:  # it promises nothing where anybody may have answered (RFC 8689 §4.2.1)
            self.capabilities.pop(b"REQUIRETLS", None)
        if not (self._verified or nearby(self._wire)):  # anybody could have our clients' passwords
            self.capabilities.pop(b"AUTH", None)

    def lacking(self, options: Sequence[str]) -> frozenset[bytes]:
        """The extensions that these parameters of MAIL or RCPT need and that the next hop does not offer."""
        if not options:
            return frozenset()
        names = (option.partition("=")[0].upper().encode("utf-8", "surrogateescape") for option in options)
        return frozenset(NEEDS[name] for name in names if name in NEEDS) - self.capabilities.keys()

    async def command(self, line: bytes) -> Answer:
        """Send one command line and wait for its reply. Raises NextHopDown."""
        self._wire.say(line + b"\r\n")
        return await self.answer()

    async def ask(self, line: bytes) -> None:
        """Send one command line, whose reply is waited for later, by `answer`. Raises NextHopDown."""
        self._wire.say(line + b"\r\n")
        self._wire.give(self._timeout)
        try:
            await self._wire.flush()
        except ConnectionError:
            raise NextHopDown from None

    async def commands(self, lines: Sequence[bytes]) -> list[Answer]:
        """Send command lines, together where PIPELINING is offered (RFC 2920), and wait for their replies.

        They are fewer than the lines when the next hop went away, or out of step, before it had answered all.
        """
        together = len(lines) if b"PIPELINING" in self.capabilities else 1
        answers: list[Answer] = []
        try:
            for start in range(0, len(lines), together):
                group = lines[start : start + together]
                self._wire.say(b"\r\n".join((*group, b"")))
                for _ in group:
                    answer = await self.answer()
                    if not answer.final:  # it answers something else: who knows what its next answers are to
                        self.close()
                        return answers
                    answers.append(answer)
        except NextHopDown:
            pass
        return answers

    async def content(self, *pieces: bytes, whole: bool = False, dotted: bool = True) -> None:
        """Send a message, of pieces that end where a line does, after DATA was answered 354; all but the final dot.

        `whole`: its line ends were looked at already; not `dotted`: so were its lines, and none begins with a dot. Until the
        final dot nothing of it counts. Raises NextHopDown.
        """
        if sum(map(len, pieces)) <= _SMALL:
            pieces = (b"".join(pieces),)
        try:
            for piece in pieces:
                await self._lines(piece, whole=whole, dotted=dotted)
        except ConnectionError:
            self.close()
            raise NextHopDown from None
        except BaseException:  # half a message stands there: whatever is said next would be more of it
            self.close()
            raise

    async def _lines(self, content: bytes, *, whole: bool, dotted: bool) -> None:
        """Whole lines, their dots stuffed: a lenient next hop would see other ends in a line end that is not whole."""
        start, ended = 0, True
        while start < len(content):
            end = _line_end(content, start)
            lines = content[start:end]
            if not whole and malformed(lines):
                lines = normalised(lines)
            if dotted and _DOT in lines:
                if ended and lines.startswith(b"."):
                    self._wire.say(b".")
                lines = lines.replace(b"\r\n.", b"\r\n..")
            self._wire.say(lines)
            start, ended = end, lines.endswith(b"\r\n") if lines else ended
            if start < len(content):
                self._wire.give(self._timeout)
                await self._wire.flush()
                await asyncio.sleep(0)  # a next hop that keeps up would have us to itself
        if not ended:
            self._wire.say(b"\r\n")

    async def finish(self) -> Answer:
        """Say the final dot, and wait for the answer as long as RFC 5321 §4.5.3.2.6 wants it. Raises NextHopDown.

        From the dot on only the next hop knows whether it has the message: to give up early could make two of it. What it
        said unasked before the dot would be taken for its answer: then the dot is not said.
        """
        if not self._wire.quiet:
            self.close()
            raise NextHopDown
        self._wire.say(b".\r\n")
        return await self.answer(_FINAL)

    async def answer(self, seconds: float | None = None) -> Answer:
        """The next reply, in `seconds` (else those of every wait). Raises NextHopDown."""
        wire = self._wire
        lines: list[bytes] = []
        wire.give(self._timeout if seconds is None else seconds)
        try:
            while len(lines) < _MOST_LINES:
                if (line := wire.line(_CHUNK)) is None:
                    await wire.more()
                    continue
                match = _REPLY_LINE.match(line)
                if match is None:
                    break
                code, more, text = match.groups()
                lines.append(text)
                if more != b"-":
                    wire.undisturbed()
                    return Answer(int(code), tuple(lines))
        except (ConnectionError, LineTooLong):
            pass
        except BaseException:  # nobody waits any more
            self.close()
            raise
        self.close()  # an answer that comes after all would be taken for the answer to what is said next
        raise NextHopDown

    @property
    def closing(self) -> bool:
        """Whether the peer has hung up, as far as we know yet, or said something unasked (a 421, mostly)."""
        return self._wire.closing or not self._wire.quiet

    def close(self) -> None:
        """Drop the connection at once: a transaction that was not completed is void (RFC 5321 §4.1.1.4)."""
        self._wire.abort()


def _line_end(content: bytes, start: int) -> int:
    """How much of `content` is sent at once: whole lines, or the middle of one that is longer than that."""
    if len(content) - start <= _CHUNK:
        return len(content)
    end = content.rfind(b"\r\n", start, start + _CHUNK) + 2
    if end > 1:
        return end
    return start + _CHUNK - (content[start + _CHUNK - 1] == 13)  # never between CR and LF


class NextHop:
    """Where mail goes: opens connections, and keeps a few idle ones for the next message."""

    def __init__(
        self,
        places: Sequence[Places],
        hostname: str,
        *,
        tls: str = "off",
        lmtp: bool = False,
        timeout: float = 60.0,
        keep: int = 20,
    ) -> None:
        self.lmtp = lmtp
        self._places, self._hostname, self._timeout, self._tls = tuple(places), hostname, timeout, tls
        self._down: dict[Place, float] = {}
        self._idle: deque[Connection] = deque(maxlen=keep)

    async def acquire(self) -> Connection:
        """A connection ready for MAIL: an idle one that still lives, else a new one. Raises NextHopDown."""
        return self.idle() or await self.fresh()

    def idle(self) -> Connection | None:
        """An idle connection that still lives, if there is one."""
        while self._idle:
            connection = self._idle.pop()
            if not connection.closing:
                return connection
            connection.close()
        return None

    async def fresh(self) -> Connection:
        """A new connection to the first place that answers. Raises NextHopDown when none does in time.

        One that failed is asked last for half a minute, so that every message does not wait for it.
        """
        now = time.monotonic()
        self._down = {place: until for place, until in self._down.items() if until > now}
        for place in sorted(await self._known_places(), key=self._down.__contains__):
            try:
                connection = await self._open(place)
            except NextHopDown:
                self._down[place] = time.monotonic() + _AVOIDED
            else:
                self._down.pop(place, None)
                return connection
            if time.monotonic() > now + self._timeout:
                break
        raise NextHopDown

    async def _open(self, place: Place) -> Connection:
        """A connection to this place; in the clear where TLS is opportunistic and fails (RFC 7435 §3). Raises NextHopDown."""
        try:
            return await Connection.open(place, self._hostname, self._timeout, self._tls, lmtp=self.lmtp)
        except TlsFailed:
            if self._tls != "opportunistic":
                raise
            return await Connection.open(place, self._hostname, self._timeout, lmtp=self.lmtp)

    async def _known_places(self) -> list[Place]:
        """All that the settings name, in their order; what DNS does not know now is left out."""
        found: list[Place] = []
        for places in self._places:
            with contextlib.suppress(DnsFailed):
                found += await places()
        return found

    def release(self, connection: Connection) -> None:
        """Give back a connection that is between transactions."""
        if len(self._idle) == self._idle.maxlen:
            self._idle.popleft().close()
        connection.used = True
        self._idle.append(connection)

    def close(self) -> None:
        """Close the idle connections."""
        while self._idle:
            self._idle.pop().close()
