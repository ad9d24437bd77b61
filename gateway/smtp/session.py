"""One client's SMTP session, in step with a session with the next hop.

Every MAIL and RCPT is the next hop's to answer, so an address that it refuses is refused here, and 250 to DATA is only
ever the next hop's own 250. Built on aiosmtpd; replaced are the parts that would lose mail, leak it or crawl:
parameters (kept as they came), DATA (whole buffers, CRLF.CRLF only), exceptions (451, no echo) and the EHLO answer.
"""

from __future__ import annotations

import asyncio
import time
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Any, AnyStr, Final, cast

from gateway.audit import log
from gateway.model import Channel, Defer, Envelope, Forward, Inspection, Message, Refuse
from gateway.pipeline import new_id
from gateway.smtp import auth, commands
from gateway.smtp.content import chunk, hops, malformed, normalised
from gateway.smtp.plumbing import NO_HOOKS, Plumbing
from gateway.smtp.reading import CHUNK, read_content, read_octets
from gateway.smtp.relay import Connection, NextHopDown
from gateway.smtp.replies import (
    AUTH_FIRST_TLS,
    CROWDED,
    DEFERRED,
    DOWN,
    LOGGED_OUT,
    LOOP,
    MALFORMED,
    NO_AUTH_NOW,
    NO_RELAY,
    NO_REQUIRETLS,
    TLS_FIRST,
    enhanced,
)
from gateway.smtp.results import without_forged
from gateway.smtp.trace import received
from gateway.smtp.transaction import Transaction
from gateway.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from gateway.smtp.server import SmtpDoor

_PROXY_SECONDS: Final = 5.0
_PASSED_ON: Final = (b"8BITMIME", b"SMTPUTF8", b"DSN")


class Session(Plumbing):
    """One client connection."""

    line_length_limit = CHUNK

    def __init__(self, door: SmtpDoor, *, secure: bool = False) -> None:
        """`secure`: the connection is under TLS from its first octet on (RFC 8314)."""
        super().__init__(
            NO_HOOKS,
            data_size_limit=door.settings.max_size,
            enable_SMTPUTF8=True,
            hostname=door.hostname,
            ident="ESMTP Ecluse",
            timeout=door.settings.idle_timeout,
            tls_context=None if secure else door.tls,
            require_starttls=door.settings.tls_require and not secure,
            proxy_protocol_timeout=_PROXY_SECONDS if door.settings.proxy_protocol and not secure else None,
            loop=asyncio.get_running_loop(),
        )
        self.command_size_limits.update(commands.LONGEST)
        self._door, self._secure = door, secure
        self._transaction: Transaction | None = None
        self._xforward: dict[str, str] = {}
        self._xclient: dict[str, str] = {}
        self._greeted = False
        self._login: auth.Login | None = None
        self._tries = 0

    # -- aiosmtpd's plumbing ------------------------------------------------------------------------------

    def __dir__(self) -> tuple[str, ...]:
        """Our commands alone: aiosmtpd looks through every member for them at every connection."""
        return _COMMANDS

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count the connection; over the limit it is told to come back and closed.

        Called again when TLS begins: what was said in the clear is forgotten (RFC 3207 §4.2).
        """
        self._abort()
        self._log_out()
        self._xclient.clear()
        peer = transport.get_extra_info("peername")
        self.peer: str = peer[0] if isinstance(peer, tuple) else ""
        super().connection_made(transport)
        self._door.sessions.add(self)
        self._turn_away_a_crowd()

    def _turn_away_a_crowd(self) -> None:
        if self._door.crowded(self):
            transport = cast(asyncio.Transport, self.transport)  # uvloop's is none by class
            transport.write(CROWDED)
            transport.close()

    async def _call_handler_hook(self, command: str, *args: Any) -> Any:
        """The one hook we have: a load balancer said who the client is (PROXY protocol). False hangs up."""
        if command != "PROXY":
            return await super()._call_handler_hook(command, *args)
        if not self._door.trusts(self):
            log.warning("refused", door="smtp", reason="proxy")
            return False
        source = getattr(args[0], "src_addr", None)
        if isinstance(
            source, IPv4Address | IPv6Address
        ):  # else the balancer speaks for itself: a health check
            self.peer = str(source)
            self._turn_away_a_crowd()
        return True

    def connection_lost(self, error: Exception | None) -> None:
        """Whatever was under way with the next hop is void."""
        self._door.sessions.discard(self)
        self._abort()
        self._log_out()
        super().connection_lost(error)

    async def handle_exception(self, error: Exception) -> str:
        """Anything uncaught defers, and says nothing of the message: neither to the client nor to the log."""
        self._abort()
        self._door.services.audit.failure("smtp", error)
        return DEFERRED.decode("ascii").rstrip()

    @property
    def busy(self) -> bool:
        """Whether a transaction is under way."""
        return self._transaction is not None

    @property
    def under_tls(self) -> bool:
        """Whether the client speaks to us under TLS."""
        return self._secure or self._tls_protocol is not None

    async def _say(self, wire: bytes) -> None:
        self._writer.write(wire)
        await self._writer.drain()

    def _abort(self) -> None:
        if self._transaction is not None:
            self._drop(self._transaction.upstream)
            self._transaction = None
        self._xforward.clear()

    def _drop(self, upstream: Connection) -> None:
        """A transaction there is void. A connection on which the client has logged in stays his."""
        if self._login is not None and not upstream.closing:
            self._login.give_up()
        else:
            upstream.close()

    def _log_out(self) -> None:
        if self._login is not None:
            self._login.connection.close()
            self._login = None

    async def _finish(self, *, clean: bool) -> None:
        """End the transaction; a connection between transactions serves the next message."""
        transaction, self._transaction = self._transaction, None
        self._xforward.clear()  # what was said of one message's client holds for that message (XFORWARD_README)
        if transaction is None:
            return
        if not clean:
            self._drop(transaction.upstream)
        elif self._login is None:
            self._door.next_hop.release(transaction.upstream)

    # -- commands -----------------------------------------------------------------------------------------

    async def push(self, status: AnyStr) -> None:
        """What aiosmtpd says by itself, with the enhanced code that it leaves out; its greeting has none (RFC 2034 §4)."""
        text = status if isinstance(status, bytes) else status.encode("ascii")
        greeting = text.startswith(b"220 ") and not self._greeted
        self._greeted = True
        await self._say((text if greeting else enhanced(text)) + b"\r\n")

    async def smtp_HELO(self, hostname: str) -> None:  # noqa: N802
        """The greeting of a client without extensions; what was under way is void (RFC 5321 §4.1.4)."""
        if not hostname:
            await self._say(b"501 5.5.4 Syntax: HELO hostname\r\n")
            return
        assert self.session is not None
        self._abort()
        self.session.extended_smtp = False
        self.session.host_name = hostname
        await self._say(b"250 %s\r\n" % self._door.hostname.encode("ascii"))

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        """Announce what we do ourselves, and of the rest what the next hop does."""
        if not hostname:
            await self._say(b"501 5.5.4 Syntax: EHLO hostname\r\n")
            return
        assert self.session is not None
        self._abort()
        self.session.extended_smtp = True
        self.session.host_name = hostname
        keywords = [
            b"PIPELINING",
            b"SIZE %d" % self._door.settings.max_size,
            b"ENHANCEDSTATUSCODES",
            b"CHUNKING",
        ]
        passed_on = (*_PASSED_ON, b"REQUIRETLS") if self.under_tls else _PASSED_ON
        keywords += [keyword for keyword in passed_on if keyword in await self._door.capabilities()]
        if names := await self._door.mechanisms(self):
            keywords.append(b"AUTH " + b" ".join(names))
        keywords += [b"STARTTLS"] if self.tls_context and not self._tls_protocol else []
        if self._door.trusts(self):
            keywords += [b"XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE"]
            keywords += [f"XCLIENT {' '.join(commands.XCLIENT_NAMES)}".encode("ascii")]
        lines = [self._door.hostname.encode("ascii"), *keywords]
        await self._say(b"".join(b"250-%s\r\n" % line for line in lines[:-1]) + b"250 %s\r\n" % lines[-1])

    async def smtp_XFORWARD(self, arg: str | None) -> None:  # noqa: N802
        """Postfix's XFORWARD: who the real client is, passed on unread (XFORWARD_README)."""
        if not self._door.trusts(self):
            await self._say(b"550 5.7.0 XFORWARD not permitted\r\n")
            return
        for item in (arg or "").split():
            name, _, value = item.partition("=")
            self._xforward[name.upper()] = value
        await self._say(b"250 2.0.0 Ok\r\n")

    async def smtp_XCLIENT(self, arg: str | None) -> None:  # noqa: N802
        """Postfix's XCLIENT: the session is somebody else's from now on, and begins anew (XCLIENT_README)."""
        assert self.session is not None
        if not self._door.trusts(self):
            await self._say(b"550 5.7.0 XCLIENT not permitted\r\n")
        elif self._transaction is not None:
            await self._say(b"503 5.5.1 Mail transaction in progress\r\n")
        elif (attributes := commands.xclient(arg)) is None:
            await self._say(b"501 5.5.4 Bad XCLIENT attribute\r\n")
        else:
            self._xclient |= attributes
            self.peer = commands.client_address(attributes) or self.peer
            self.session.host_name, self.session.extended_smtp = None, False
            await self._say(b"220 %s ESMTP Ecluse\r\n" % self._door.hostname.encode("ascii"))

    async def smtp_AUTH(self, arg: str | None) -> None:  # noqa: N802
        """Let the client log in at the next hop (RFC 4954)."""
        assert self.session is not None
        if self._login is not None or self._transaction is not None or not self.session.extended_smtp:
            await self._say(b"503 5.5.1 Not now\r\n")
        elif self._door.settings.auth == "off":
            await self._say(b"502 5.5.1 AUTH not offered\r\n")
        elif self._door.settings.auth == "tls" and not self.under_tls:
            await self._say(AUTH_FIRST_TLS)
        elif (parsed := auth.command(arg)) is None:
            await self._say(b"501 5.5.4 Syntax: AUTH mechanism [initial response]\r\n")
        else:
            await self._log_in(*parsed)

    async def _log_in(self, mechanism: bytes, initial: bytes) -> None:
        self._tries += 1
        try:
            self._login, wire = await auth.log_in(self._door.next_hop, mechanism, initial, self._ask)
        except NextHopDown:
            wire = NO_AUTH_NOW
        log.info("auth", door="smtp", reply=wire[:3].decode("ascii"))
        await self._say(wire)
        if self._login is None and (self._tries >= auth.TRIES or wire.startswith(b"421")):
            self._writer.close()

    async def _ask(self, challenge: bytes) -> bytes:
        await self._say(challenge)
        line: bytes = await self._reader.readuntil()
        return line

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        """Begin a transaction here and at the next hop."""
        assert self.session is not None
        if not self.session.host_name:
            await self._say(b"503 5.5.1 Send HELO or EHLO first\r\n")
        elif self._transaction is not None:
            await self._say(b"503 5.5.1 Nested MAIL command\r\n")
        elif (parsed := commands.path(arg, "FROM:")) is None:
            await self._say(b"501 5.5.4 Syntax: MAIL FROM:<address>\r\n")
        elif commands.declared_size(parsed[1]) > self._door.settings.max_size:
            await self._say(b"552 5.3.4 Message too big\r\n")
        elif (refusal := await self._requiretls(parsed[1])) is not None:
            await self._say(refusal)
        else:
            await self._mail(*parsed)

    async def _requiretls(self, options: tuple[str, ...]) -> bytes | None:
        """Why a message that must never travel in the clear cannot go this way; None when it can (RFC 8689 §4.2)."""
        if not any(option.upper() == "REQUIRETLS" for option in options):
            return None
        if not self.under_tls:
            return TLS_FIRST
        offered = await self._door.capabilities()
        if not offered:  # it is down: nobody knows yet
            return DOWN
        return None if b"REQUIRETLS" in offered else NO_REQUIRETLS

    async def _mail(self, address: str, options: tuple[str, ...]) -> None:
        try:
            upstream, answer = await self._door.begin(
                commands.line("MAIL FROM:", address, options), options, self._xforward, self._login
            )
        except NextHopDown:
            await self._say(DOWN if self._login is None else LOGGED_OUT)
            if self._login is not None:
                self._writer.close()
            return
        if answer.positive:
            self._transaction = Transaction(upstream, address, options)
        else:
            self._drop(upstream)
        await self._say(answer.wire)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        """Add a recipient, if it is under the same policy as the first and the next hop takes it."""
        transaction = self._transaction
        if transaction is None:
            await self._say(b"503 5.5.1 Need MAIL command\r\n")
        elif (parsed := commands.path(arg, "TO:")) is None or not parsed[0]:
            await self._say(b"501 5.5.4 Syntax: RCPT TO:<address>\r\n")
        elif len(transaction.rcpt_to) >= self._door.most_recipients:
            await self._say(b"452 4.5.3 Too many recipients\r\n")
        elif transaction.chunks is not None:
            await self._say(b"503 5.5.1 RCPT after BDAT\r\n")
        elif self._login is None and not self._door.may_relay(self, parsed[0]):
            log.warning("refused", door="smtp", reason="relay", reply="554")
            await self._say(NO_RELAY)
        else:
            await self._rcpt(transaction, *parsed)

    async def _rcpt(self, transaction: Transaction, address: str, options: tuple[str, ...]) -> None:
        rule = self._door.rule_for(address, transaction.mail_from)
        if transaction.rule is not None:
            if rule.id != transaction.rule.id and self._door.settings.mixed_recipients == "split":
                await self._say(self._door.services.inspector.composer.split().wire)
                return
            rule = self._door.services.inspector.strictest(transaction.rule, rule)
        try:
            self._door.check(transaction.upstream, options)
            answer = await transaction.upstream.command(commands.line("RCPT TO:", address, options))
        except NextHopDown:
            self._abort()
            await self._say(DOWN)
            return
        if answer.positive:
            transaction.rule = rule
            transaction.rcpt_to.append(address)
            transaction.rcpt_options.append(options)
        await self._say(answer.wire)

    async def smtp_RSET(self, arg: str | None) -> None:  # noqa: N802
        """Forget the transaction; the next hop learns it by the closed connection."""
        self._abort()
        await self._say(b"250 2.0.0 Ok\r\n")

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Read the message, decide, and answer with what the next hop says of it."""
        transaction = self._transaction
        if transaction is None or not transaction.rcpt_to:
            await self._say(b"503 5.5.1 Need RCPT command\r\n")
            return
        if transaction.chunks is not None:
            await self._say(b"503 5.5.1 DATA after BDAT\r\n")
            return
        await self._say(b"354 End data with <CR><LF>.<CR><LF>\r\n")
        content = await read_content(self._reader, self._door.settings.max_size, self._reset_timeout)
        if content is None:
            await self._finish(clean=False)
            await self._say(b"552 5.3.4 Message too big\r\n")
            return
        await self._say(await self._undisturbed(transaction, content))

    async def smtp_BDAT(self, arg: str | None) -> None:  # noqa: N802
        """One chunk of a message, of exactly as many octets as announced (RFC 3030); the last one delivers it.

        Its octets are read whatever is answered: they are content, never commands.
        """
        if (announced := chunk(arg)) is None:
            await self._say(b"501 5.5.4 Syntax: BDAT octets [LAST]\r\n")
            self._abort()
            self._writer.close()  # where the next command would begin, nobody knows
            return
        octets, last = announced
        transaction = self._transaction
        wanted = transaction is not None and bool(transaction.rcpt_to)
        have = len(transaction.chunks or b"") if transaction is not None else 0
        fits = have + octets <= self._door.settings.max_size
        content = await read_octets(self._reader, octets, self._reset_timeout, keep=wanted and fits)
        if not wanted or transaction is None:
            await self._say(b"503 5.5.1 Need RCPT command\r\n")
        elif not fits:
            await self._finish(clean=False)
            await self._say(b"552 5.3.4 Message too big\r\n")
        elif not last:
            if transaction.chunks is None:
                transaction.chunks = bytearray()
            transaction.chunks += content
            await self._say(b"250 2.0.0 %d octets received\r\n" % octets)
        else:
            await self._say(await self._undisturbed(transaction, bytes(transaction.chunks or b"") + content))

    async def _undisturbed(self, transaction: Transaction, content: bytes) -> bytes:
        """Deliver while the idle timer, which is the client's and not ours, stands still."""
        assert self._timeout_handle is not None
        self._timeout_handle.cancel()
        wire = await self._deliver(transaction, content)
        self._reset_timeout()
        return wire

    async def _deliver(self, transaction: Transaction, content: bytes) -> bytes:
        """Inspect and relay; gives the reply line(s) for our client."""
        started, door, began = time.monotonic(), self._door, self.loop.time()
        if malformed(content):
            if door.settings.malformed == "refuse":
                return await self._refuse("malformed", MALFORMED)
            content = normalised(content)
        if hops(content) > door.settings.max_hops:
            return await self._refuse("loop", LOOP)
        message = self._message(transaction, content)
        assert transaction.rule is not None
        try:
            async with asyncio.timeout(door.settings.message_deadline) as deadline:
                inspection = await door.services.inspector.inspect_async(message, transaction.rule)
                transaction.sent = lambda: deadline.reschedule(began + door.settings.answer_deadline)
                wire = await self._carry_out(transaction, message, inspection)
        except TimeoutError:
            await self._finish(clean=False)
            return DEFERRED
        code = wire[:3].decode("ascii")
        door.services.audit.message(
            message, inspection, door="smtp", reply=code, seconds=time.monotonic() - started
        )
        door.services.store.record(message, inspection, reply=code, door="smtp")
        if code == "250":
            door.courtesy.offer(message, inspection, transaction.rule)
        return wire

    async def _refuse(self, reason: str, wire: bytes) -> bytes:
        """What is refused before anybody reads it stands in the log, too."""
        await self._finish(clean=False)
        log.warning("refused", door="smtp", reason=reason, reply=wire[:3].decode("ascii"))
        return wire

    async def _carry_out(self, transaction: Transaction, message: Message, inspection: Inspection) -> bytes:
        match inspection.outcome:
            case Refuse(reply) | Defer(reply):
                await self._finish(clean=False)
                return reply.wire
            case Forward(content):
                return await self._forward(transaction, message, inspection, content)

    async def _forward(
        self, transaction: Transaction, message: Message, inspection: Inspection, content: bytes
    ) -> bytes:
        try:
            if inspection.held:
                await self._door.services.store.hold(message, inspection)
            trace = received(message, self._door.hostname) if self._door.settings.add_received else b""
            answer = await transaction.upstream.command(b"DATA")
            if answer.code == 354:
                await transaction.upstream.content(trace + content)
                transaction.sent()
                answer = await transaction.upstream.finish()
        except StoreUnavailable:
            await self._finish(clean=False)
            return DEFERRED
        except NextHopDown:
            await self._finish(clean=False)
            return DOWN
        await self._finish(clean=answer.code != 421)
        if answer.code == 354 or not 200 <= answer.code < 600:
            return DEFERRED
        return answer.wire

    def _message(self, transaction: Transaction, content: bytes) -> Message:
        assert self.session is not None
        envelope = Envelope(
            transaction.mail_from,
            tuple(transaction.rcpt_to),
            transaction.mail_options,
            tuple(transaction.rcpt_options),
            client_address=self._xforward.get("ADDR", self.peer),
            client_name=self._xforward.get("NAME", self._xclient.get("NAME", "")),
            helo=self._xforward.get("HELO", self._xclient.get("HELO") or str(self.session.host_name)),
        )
        if not self._door.trusts(self):
            content = without_forged(content, self._door.services.settings.authserv_ids)
        return Message(new_id(), Channel.EMAIL, content, envelope)


_COMMANDS: Final = tuple(name for name in dir(Session) if name.startswith("smtp_"))
