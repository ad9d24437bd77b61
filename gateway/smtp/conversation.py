"""A client's commands, taken in order and each answered once: what every session of ours stands on.

In place of aiosmtpd's session, whose reader wakes up for every line and whose edges lose mail: here commands that come
together are taken together, their answers go out together, and what the client said before it closed its half of the
connection is done and answered. aiosmtpd still reads the PROXY protocol.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Final

from aiosmtpd.proxy_protocol import ProxyData, get_proxy

from gateway.smtp import commands
from gateway.smtp.wire import LineTooLong, Wire

logging.getLogger("mail.debug").setLevel(logging.CRITICAL)  # it would print what came as a PROXY header

_PROXY_SECONDS: Final = 5.0
_PROXY_LINE: Final = 128  # version 1 has 107 octets at most
_BOGUS: Final = 5  # so many unknown commands, and the client is no mail server
_A_TURN: Final = 50  # commands after which the other sessions have their turn
_IN_THE_CLEAR: Final = frozenset((b"NOOP", b"EHLO", b"STARTTLS", b"QUIT"))

_Method = Callable[[Any, str | None], Awaitable[None]]


class Conversation(Wire):
    """A session that takes commands. `smtp_NAME` is called with the argument of each, None where it has none."""

    _methods: ClassVar[dict[bytes, _Method]] = {}

    def __init_subclass__(cls) -> None:
        """Gather the commands once."""
        super().__init_subclass__()
        names = [name for name in dir(cls) if name.startswith("smtp_")]
        cls._methods = {name.removeprefix("smtp_").encode("ascii"): getattr(cls, name) for name in names}

    def __init__(
        self,
        hostname: str,
        idle: float,
        *,
        tls: ssl.SSLContext | None = None,
        tls_required: bool = False,
        proxied: bool = False,
    ) -> None:
        """`idle`: seconds that a client may be silent; `proxied`: a PROXY header comes first."""
        super().__init__()
        self.hostname, self._idle = hostname.encode("ascii"), idle
        self._tls, self._tls_required, self._proxied = tls, tls_required, proxied
        self._task: asyncio.Task[None] | None = None
        self._over = False
        self._bogus = self._taken = 0

    # -- what a session adds ------------------------------------------------------------------------------

    def turned_away(self) -> bool:
        """Whether the client must go again; the reply has then been said."""
        raise NotImplementedError

    def introduced(self, who: ProxyData) -> bool:
        """Whether a load balancer may say that its client is `who`; the session is then that client's."""
        raise NotImplementedError

    @property
    def unsettled(self) -> bool:
        """Whether something waits for the client to say more before it is answered."""
        raise NotImplementedError

    async def settle(self) -> None:
        """Answer it."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was said in the clear: TLS begins (RFC 3207 §4.2)."""
        raise NotImplementedError

    def failed(self, error: Exception) -> bytes:
        """What to answer when a command failed in a way that nobody foresaw."""
        raise NotImplementedError

    # -- the session --------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet, unless the client must go again."""
        super().connection_made(transport)
        if self.turned_away():
            self.close()
        else:
            self.give(self._idle)
            self._task = self._loop.create_task(self._converse())

    def connection_lost(self, error: Exception | None) -> None:
        """Whatever is under way for the client is void."""
        super().connection_lost(error)
        if self._task is not None:
            self._task.cancel()

    def heard(self) -> None:
        """The client is there: it may be silent for as long again."""
        self.give(self._idle)

    def hang_up(self) -> None:
        """Say what was to be said and close."""
        self._over = True
        self.close()

    async def _converse(self) -> None:
        try:
            if not self._proxied or await self._proxy():
                self.say(b"220 %s ESMTP Ecluse\r\n" % self.hostname)
                while not self._over:
                    try:
                        line = self.line(commands.LONGEST_LINE)
                    except LineTooLong:
                        await self._odd(b"500 5.5.2 Command line too long\r\n")
                        continue
                    if line is not None:
                        await self._take(line.rstrip(b"\r\n"))
                    elif (
                        self.unsettled
                    ):  # while the next hop is asked more may come: then it is looked at first
                        await self.settle()
                    else:
                        await self.more()
        except ConnectionError:
            pass  # the client is gone
        finally:
            self._task = None
            self.close()

    async def _take(self, line: bytes) -> None:
        self._taken += 1
        if self._taken % _A_TURN == 0:
            await self.flush()
            await asyncio.sleep(0)
        name, _, argument = line.partition(b" ")
        method = self._methods.get(name := name.upper())
        if method is None or len(line) > commands.LONG or self._tls_required:
            if (wrong := self._wrong(line, name)) is not None:
                await self._odd(wrong)
                return
            if method is None:
                await self._unknown()
                return
        try:
            if name != b"RCPT" and self.unsettled:
                await self.settle()
            if not self._over:
                self.give(self._idle)
                await method(self, argument.strip().decode("utf-8", "surrogateescape") or None)
        except ConnectionError:
            raise
        except Exception as error:
            self.say(self.failed(error))

    def _wrong(self, line: bytes, name: bytes) -> bytes | None:
        """The reply to a command that nobody may give, whether it is known or not; None for any other."""
        if not line or not name.isascii():
            return b"500 5.5.2 Bad syntax\r\n"
        if len(line) > commands.LONGEST.get(name, commands.LONG):
            return b"500 5.5.2 Command line too long\r\n"
        if self._tls_required and not self.under_tls and name not in _IN_THE_CLEAR:
            return b"530 5.7.0 Must issue a STARTTLS command first\r\n"
        return None

    async def _odd(self, reply: bytes) -> None:
        if self.unsettled:
            await self.settle()
        self.say(reply)

    async def _unknown(self) -> None:
        self._bogus += 1
        if self._bogus >= _BOGUS:
            await self._odd(b"502 5.5.1 Too many unrecognized commands, goodbye\r\n")
            self.hang_up()
        else:
            await self._odd(b"500 5.5.2 Command not recognized\r\n")

    async def next_line(self) -> bytes:
        """The client's next line, whatever it is; empty for one that is too long."""
        while True:
            try:
                line = self.line(commands.LONGEST_LINE)
            except LineTooLong:
                return b""
            if line is not None:
                return line
            await self.more()

    # -- commands that need nobody ------------------------------------------------------------------------

    async def smtp_NOOP(self, arg: str | None) -> None:  # noqa: N802
        """Nothing."""
        self.say(b"250 2.0.0 Ok\r\n")

    async def smtp_HELP(self, arg: str | None) -> None:  # noqa: N802
        """The commands that there are."""
        self.say(b"214 2.0.0 Commands: %s\r\n" % b" ".join(sorted(self._methods)))

    async def smtp_VRFY(self, arg: str | None) -> None:  # noqa: N802
        """Who has a mailbox is told to nobody (RFC 5321 §7.3)."""
        if arg:
            self.say(b"252 2.1.5 Cannot VRFY user, but will accept message and attempt delivery\r\n")
        else:
            self.say(b"501 5.5.4 Syntax: VRFY <address>\r\n")

    async def smtp_EXPN(self, arg: str | None) -> None:  # noqa: N802
        """Nor who is on a list."""
        self.say(b"502 5.5.1 EXPN not implemented\r\n")

    async def smtp_QUIT(self, arg: str | None) -> None:  # noqa: N802
        """The end."""
        if arg:
            self.say(b"501 5.5.4 Syntax: QUIT\r\n")
        else:
            self.say(b"221 2.0.0 Bye\r\n")
            self.hang_up()

    async def smtp_STARTTLS(self, arg: str | None) -> None:  # noqa: N802
        """Go on under TLS; what came behind the command in the clear is discarded (RFC 3207 §6)."""
        if arg:
            self.say(b"501 5.5.4 Syntax: STARTTLS\r\n")
        elif self.under_tls:
            self.say(b"503 5.5.1 Already under TLS\r\n")
        elif self._tls is None:
            self.say(b"454 4.7.0 TLS not available\r\n")
        else:
            self.say(b"220 2.0.0 Ready to start TLS\r\n")
            self.forget()
            try:
                await self.start_tls(self._tls)
            except OSError:
                self._over = True
                self.abort()

    # -- PROXY protocol -----------------------------------------------------------------------------------

    async def _proxy(self) -> bool:
        """Whether a load balancer said, as it must, who its client is, and the client may stay."""
        self.give(_PROXY_SECONDS)
        who = await get_proxy(_Header(self))
        if not who or not self.introduced(who):
            return False
        self.heard()
        return not self.turned_away()


class _Header:
    """The beginning of a connection as aiosmtpd's PROXY protocol reads it: by lengths, or one short line."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def read(self, n: int = 0) -> bytes:
        """What has come, `n` octets at most."""
        while not (taken := self._wire.take(n)) and n:
            await self._wire.more()
        return taken

    async def readexactly(self, n: int = 0) -> bytes:
        """So many octets."""
        taken = b""
        while len(taken) < n:
            taken += await self.read(n - len(taken))
        return taken

    async def readuntil(self, separator: bytes = b"\n") -> bytes:
        """A line. Raises LineTooLong."""
        while (line := self._wire.line(_PROXY_LINE)) is None:
            await self._wire.more()
        return line
