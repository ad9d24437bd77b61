"""One client's SMTP session, in step with a session with the next hop.

Every MAIL and RCPT is the next hop's to answer, so an address that it refuses is refused here, and 250 to DATA is only
ever the next hop's own 250. What the client says together (MAIL and its RCPTs, RFC 2920) is said together to the next
hop, and its answers come back in order.
"""

from __future__ import annotations

import asyncio
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Final

from aiosmtpd.proxy_protocol import ProxyData

from gateway.audit import log
from gateway.model import Envelope
from gateway.smtp import auth, commands
from gateway.smtp.content import chunk, malformed
from gateway.smtp.conversation import Conversation
from gateway.smtp.delivery import deliver
from gateway.smtp.reading import Content, read_content, read_octets
from gateway.smtp.relay import Answer, Connection, NextHopDown
from gateway.smtp.replies import (
    AUTH_FIRST_TLS,
    CROWDED,
    DEFERRED,
    DOWN,
    LOGGED_OUT,
    NO_AUTH_NOW,
    NO_RELAY,
    NO_REQUIRETLS,
    TLS_FIRST,
)
from gateway.smtp.transaction import Asked, Transaction

if TYPE_CHECKING:
    from gateway.smtp.server import SmtpDoor

_NOTHING: Final[frozenset[bytes]] = frozenset()
_TOGETHER: Final = 100  # commands that are said to the next hop at once
_NEED_MAIL: Final = b"503 5.5.1 Need MAIL command\r\n"
_PASSED_ON: Final = (b"8BITMIME", b"SMTPUTF8", b"DSN")


class Session(Conversation):
    """One client connection."""

    def __init__(self, door: SmtpDoor, *, secure: bool = False) -> None:
        """`secure`: the connection is under TLS from its first octet on (RFC 8314)."""
        super().__init__(
            door.hostname,
            door.settings.idle_timeout,
            tls=door.tls,
            tls_required=door.settings.tls_require,
            proxied=door.settings.proxy_protocol and not secure,
        )
        self._door = door
        self.peer = self._came_from = ""
        self._helo, self._extended = "", False
        self._announced = _NOTHING  # of the next hop's extensions
        self._transaction: Transaction | None = None
        self._asked: list[Asked] = []  # what the client has said of it and the next hop has not heard yet
        self._xforward: dict[str, str] = {}
        self._xclient: dict[str, str] = {}
        self._login: auth.Login | None = None
        self._tries = 0

    # -- the conversation's side --------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count the connection."""
        peer = transport.get_extra_info("peername")
        self.peer = self._came_from = peer[0] if isinstance(peer, tuple) else ""
        self._door.sessions.add(self)
        super().connection_made(transport)

    def turned_away(self) -> bool:
        """Over the limit a client is told to come back."""
        crowded = self._door.crowded(self)
        if crowded:
            self.say(CROWDED)
        return crowded

    def introduced(self, who: ProxyData) -> bool:
        """Believed of trusted peers only. Without an address the balancer speaks for itself: a health check."""
        if not self._door.trusts(self):
            log.warning("refused", door="smtp", reason="proxy")
            return False
        if isinstance(who.src_addr, IPv4Address | IPv6Address):
            self.peer = self._came_from = str(who.src_addr)
        return True

    def connection_lost(self, error: Exception | None) -> None:
        """Whatever was under way with the next hop is void."""
        self._door.sessions.discard(self)
        super().connection_lost(error)
        self._abort()
        self._log_out()

    def forget(self) -> None:
        """TLS begins: who the client is, and what it wants, is said anew."""
        self._abort()
        self._log_out()
        self._xclient.clear()
        self.peer, self._helo, self._extended = self._came_from, "", False

    def failed(self, error: Exception) -> bytes:
        """Anything uncaught defers, and says nothing of the message: neither to the client nor to the log."""
        self._abort()
        self._door.services.audit.failure("smtp", error)
        return DEFERRED

    @property
    def busy(self) -> bool:
        """Whether a transaction is under way."""
        return self._transaction is not None

    def _abort(self) -> None:
        if self._transaction is not None:
            self._drop(self._transaction.upstream)
            self._transaction = None
        self._asked.clear()
        self._xforward.clear()

    def _drop(self, upstream: Connection | None) -> None:
        """A transaction there is void. A connection on which the client has logged in stays his."""
        if upstream is None:
            return
        if self._login is not None and not upstream.closing:
            self._login.give_up()
        else:
            upstream.close()

    def _log_out(self) -> None:
        if self._login is not None:
            self._login.connection.close()
            self._login = None

    def _finish(self, *, clean: bool) -> None:
        """End the transaction; a connection between transactions serves the next message."""
        transaction, self._transaction = self._transaction, None
        self._xforward.clear()  # what was said of one message's client holds for that message (XFORWARD_README)
        if transaction is None:
            return
        if not clean:
            self._drop(transaction.upstream)
        elif self._login is None and transaction.upstream is not None:
            self._door.next_hop.release(transaction.upstream)

    # -- commands -----------------------------------------------------------------------------------------

    async def smtp_HELO(self, hostname: str | None) -> None:  # noqa: N802
        """The greeting of a client without extensions; what was under way is void (RFC 5321 §4.1.4)."""
        if not hostname:
            self.say(b"501 5.5.4 Syntax: HELO hostname\r\n")
            return
        self._abort()
        self._extended, self._announced = False, _NOTHING
        self._helo = hostname
        self.say(b"250 %s\r\n" % self.hostname)

    async def smtp_EHLO(self, hostname: str | None) -> None:  # noqa: N802
        """Announce what we do ourselves, and of the rest what the next hop does.

        All of it while nobody knows: who is told less gives its mail up for good (RFC 6531 §3.6), or changes it.
        """
        if not hostname:
            self.say(b"501 5.5.4 Syntax: EHLO hostname\r\n")
            return
        self._abort()
        self._extended = True
        self._helo = hostname
        keywords = [
            b"PIPELINING",
            b"SIZE %d" % self._door.settings.max_size,
            b"ENHANCEDSTATUSCODES",
            b"CHUNKING",
        ]
        passed_on = (*_PASSED_ON, b"REQUIRETLS") if self.under_tls else _PASSED_ON
        offered = await self._door.capabilities() or passed_on
        self._announced = frozenset(passed_on).intersection(offered)
        keywords += [keyword for keyword in passed_on if keyword in self._announced]
        if names := await self._door.mechanisms(self):
            keywords.append(b"AUTH " + b" ".join(names))
        keywords += [b"STARTTLS"] if self._tls is not None and not self.under_tls else []
        if self._door.trusts(self):
            keywords += [b"XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE"]
            keywords += [f"XCLIENT {' '.join(commands.XCLIENT_NAMES)}".encode("ascii")]
        lines = [self.hostname, *keywords]
        self.say(b"".join(b"250-%s\r\n" % line for line in lines[:-1]) + b"250 %s\r\n" % lines[-1])

    async def smtp_XFORWARD(self, arg: str | None) -> None:  # noqa: N802
        """Postfix's XFORWARD: who the real client is, passed on unread (XFORWARD_README)."""
        if not self._door.trusts(self):
            self.say(b"550 5.7.0 XFORWARD not permitted\r\n")
            return
        for item in (arg or "").split():
            name, _, value = item.partition("=")
            self._xforward[name.upper()] = value
        self.say(b"250 2.0.0 Ok\r\n")

    async def smtp_XCLIENT(self, arg: str | None) -> None:  # noqa: N802
        """Postfix's XCLIENT: the session is somebody else's from now on, and begins anew (XCLIENT_README)."""
        if not self._door.trusts(self):
            self.say(b"550 5.7.0 XCLIENT not permitted\r\n")
        elif self._transaction is not None:
            self.say(b"503 5.5.1 Mail transaction in progress\r\n")
        elif (attributes := commands.xclient(arg)) is None:
            self.say(b"501 5.5.4 Bad XCLIENT attribute\r\n")
        else:
            self._xclient |= attributes
            if "ADDR" in attributes:  # TLS does not make it the proxy's again
                self.peer = self._came_from = commands.client_address(attributes)
            self._helo, self._extended = "", False
            self.say(b"220 %s ESMTP Ecluse\r\n" % self.hostname)

    async def smtp_AUTH(self, arg: str | None) -> None:  # noqa: N802
        """Let the client log in at the next hop (RFC 4954)."""
        if self._login is not None or self._transaction is not None or not self._extended:
            self.say(b"503 5.5.1 Not now\r\n")
        elif self._door.settings.auth == "off":
            self.say(b"502 5.5.1 AUTH not offered\r\n")
        elif self._door.settings.auth == "tls" and not self.under_tls:
            self.say(AUTH_FIRST_TLS)
        elif (parsed := auth.command(arg)) is None:
            self.say(b"501 5.5.4 Syntax: AUTH mechanism [initial response]\r\n")
        else:
            await self._log_in(*parsed)

    async def _log_in(self, mechanism: bytes, initial: bytes) -> None:
        self._tries += 1
        try:
            self._login, wire = await auth.log_in(self._door.next_hop, mechanism, initial, self._ask)
        except NextHopDown:
            wire = NO_AUTH_NOW
        log.info("auth", door="smtp", reply=wire[:3].decode("ascii"))
        self.say(wire)
        if self._login is None and (self._tries >= auth.TRIES or wire.startswith(b"421")):
            self.hang_up()

    async def _ask(self, challenge: bytes) -> bytes:
        self.say(challenge)
        return await self.next_line()

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        """Begin a transaction here and at the next hop."""
        if not self._helo:
            self.say(b"503 5.5.1 Send HELO or EHLO first\r\n")
        elif self._transaction is not None:
            self.say(b"503 5.5.1 Nested MAIL command\r\n")
        elif (parsed := commands.path(arg, "FROM:")) is None:
            self.say(b"501 5.5.4 Syntax: MAIL FROM:<address>\r\n")
        elif commands.declared_size(parsed[1]) > self._door.settings.max_size:
            self.say(b"552 5.3.4 Message too big\r\n")
        elif (refusal := await self._requiretls(parsed[1])) is not None:
            self.say(refusal)
        else:
            self._transaction = Transaction(*parsed)
            self._asked.append(Asked(commands.line("MAIL FROM:", *parsed), parsed[1]))

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

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        """Add a recipient, if it is under the same policy as the first and the next hop takes it."""
        parsed = commands.path(arg, "TO:")
        if self._asked and (parsed is None or not parsed[0] or self._must_know_first(parsed[0])):
            await self.settle()
        if (transaction := self._transaction) is None:
            self.say(_NEED_MAIL)
        elif parsed is None or not parsed[0]:
            self.say(b"501 5.5.4 Syntax: RCPT TO:<address>\r\n")
        elif len(transaction.rcpt_to) >= self._door.most_recipients:
            self.say(b"452 4.5.3 Too many recipients\r\n")
        elif transaction.chunks is not None:
            self.say(b"503 5.5.1 RCPT after BDAT\r\n")
        elif self._login is None and not self._door.may_relay(self, parsed[0]):
            if self._asked:
                await self.settle()
            log.warning("refused", door="smtp", reason="relay", reply="554")
            self.say(NO_RELAY)
        else:
            await self._rcpt(transaction, *parsed)

    def _must_know_first(self, address: str) -> bool:
        """Whether what becomes of those asked for decides about this one: room, and the rule of the message."""
        transaction, asked = self._transaction, self._asked
        if transaction is None:
            return False
        if len(asked) >= min(_TOGETHER, self._door.most_recipients - len(transaction.rcpt_to)):
            return True
        rule = self._door.rule_for(address, transaction.mail_from)
        return any(item.rule is not None and item.rule.id != rule.id for item in asked)

    async def _rcpt(self, transaction: Transaction, address: str, options: tuple[str, ...]) -> None:
        rule = self._door.rule_for(address, transaction.mail_from)
        known, split = transaction.rule, self._door.settings.mixed_recipients == "split"
        if known is not None and known.id != rule.id and split:
            self.say(self._door.services.inspector.composer.split().wire)
        else:
            line = commands.line("RCPT TO:", address, options)
            self._asked.append(Asked(line, options, address, rule))

    @property
    def unsettled(self) -> bool:
        """Whether the next hop has still to hear something."""
        return bool(self._asked)

    async def settle(self) -> None:
        """Say to the next hop what the client has said together, and hand on its answers."""
        transaction, asked, self._asked = self._transaction, self._asked, []
        if transaction is None:
            return
        answers = await self._pass_on(transaction, asked)
        if self._transaction is not transaction:  # the client is gone
            raise ConnectionResetError
        for item, answer in zip(asked, answers, strict=False):
            self.say(self._taken_up(transaction, item, answer))
        if len(answers) < len(asked):
            self._unanswered(len(asked) - len(answers), begun=transaction.upstream is not None)
        elif transaction.refused:
            self._drop(transaction.upstream)
            self._transaction = None

    async def _pass_on(self, transaction: Transaction, asked: list[Asked]) -> list[Answer]:
        """The next hop's answers; fewer than were asked for when it went away."""
        lines = [item.line for item in asked]
        options = [option for item in asked for option in item.options]
        try:
            if transaction.upstream is not None:
                self._door.check(transaction.upstream, options, self._announced)
                return await transaction.upstream.commands(lines)
            transaction.upstream, answers = await self._door.begin(
                lines, options, self._announced, self._xforward, self._login
            )
        except NextHopDown:
            return []
        return answers

    def _taken_up(self, transaction: Transaction, item: Asked, answer: Answer) -> bytes:
        """Note what the next hop answered; gives the reply for the client."""
        if item.rule is None:
            transaction.refused = not answer.positive
        elif answer.positive and transaction.refused:
            return _NEED_MAIL
        elif answer.positive:
            known = transaction.rule
            if known is not None and known.id != item.rule.id:
                transaction.rule = self._door.services.inspector.strictest(known, item.rule)
            else:
                transaction.rule = known or item.rule
            transaction.rcpt_to.append(item.address)
            transaction.rcpt_options.append(item.options)
        return answer.wire

    def _unanswered(self, count: int, *, begun: bool) -> None:
        """The next hop went away before it had answered all."""
        self._abort()
        if begun or self._login is None:
            self.say(DOWN * count)
        else:
            self.say(LOGGED_OUT)
            self.hang_up()

    async def smtp_RSET(self, arg: str | None) -> None:  # noqa: N802
        """Forget the transaction; the next hop learns it by the closed connection."""
        self._abort()
        self.say(b"250 2.0.0 Ok\r\n")

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802
        """Read the message, decide, and answer with what the next hop says of it."""
        transaction = self._transaction
        if transaction is None or not transaction.rcpt_to:
            self.say(b"503 5.5.1 Need RCPT command\r\n")
            return
        if transaction.chunks is not None:
            self.say(b"503 5.5.1 DATA after BDAT\r\n")
            return
        self.say(b"354 End data with <CR><LF>.<CR><LF>\r\n")
        content = await read_content(self, self._door.settings.max_size, self.heard)
        if content is None:
            self._finish(clean=False)
            self.say(b"552 5.3.4 Message too big\r\n")
            return
        await self._deliver(transaction, content)

    async def smtp_BDAT(self, arg: str | None) -> None:  # noqa: N802
        """One chunk of a message, of exactly as many octets as announced (RFC 3030); the last one delivers it.

        Its octets are read whatever is answered: they are content, never commands.
        """
        if (announced := chunk(arg)) is None:
            self.say(b"501 5.5.4 Syntax: BDAT octets [LAST]\r\n")
            self._abort()
            self.hang_up()  # where the next command would begin, nobody knows
            return
        octets, last = announced
        transaction = self._transaction
        wanted = transaction is not None and bool(transaction.rcpt_to)
        have = len(transaction.chunks or b"") if transaction is not None else 0
        fits = have + octets <= self._door.settings.max_size
        content = await read_octets(self, octets, self.heard, keep=wanted and fits)
        if not wanted or transaction is None:
            self.say(b"503 5.5.1 Need RCPT command\r\n")
        elif not fits:
            self._finish(clean=False)
            self.say(b"552 5.3.4 Message too big\r\n")
        elif not last:
            if transaction.chunks is None:
                transaction.chunks = bytearray()
            transaction.chunks += content
            self.say(b"250 2.0.0 %d octets received\r\n" % octets)
        else:
            content = bytes(transaction.chunks or b"") + content
            whole = not await asyncio.to_thread(malformed, content)
            await self._deliver(transaction, Content(content, whole))

    async def _deliver(self, transaction: Transaction, content: Content) -> None:
        """Have the message delivered while the idle timer, which is the client's and not ours, stands still."""
        self.undisturbed()
        await self.flush()
        envelope = Envelope(
            transaction.mail_from,
            tuple(transaction.rcpt_to),
            transaction.mail_options,
            tuple(transaction.rcpt_options),
            client_address=self._xforward.get("ADDR", self.peer),
            client_name=self._xforward.get("NAME", self._xclient.get("NAME", "")),
            helo=self._xforward.get("HELO", self._xclient.get("HELO") or self._helo),
        )
        trusted = self._door.trusts(self)
        own = self._login is not None
        delivered = await deliver(self._door, transaction, content, envelope, trusted=trusted, own=own)
        self._finish(clean=delivered.clean)
        self.heard()
        self.say(delivered.reply)
