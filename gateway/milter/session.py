"""One connection of an MTA: its events gathered into a message, the message decided, the answer given.

Only RCPT and the end of the body are answered; for all else the MTA is told not to wait. What an MTA hears when
something is wrong here is 451, or a closed connection, which `milter_default_action = tempfail` makes a 451 of.
"""

from __future__ import annotations

import asyncio
import re
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from gateway.audit import log
from gateway.milter import wire
from gateway.milter.changes import changes
from gateway.milter.wire import Actions, Command, ProtocolError, Steps
from gateway.model import Channel, Defer, Envelope, Forward, Inspection, Message, Refuse, Reply
from gateway.pipeline import new_id
from gateway.policy.model import Rule
from gateway.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from gateway.milter.server import MilterDoor

_ACTIONS: Final = Actions.ADD_HEADERS | Actions.CHANGE_BODY | Actions.CHANGE_HEADERS
_QUIET: Final = (
    Steps.QUIET_HEADER
    | Steps.QUIET_CONNECT
    | Steps.QUIET_HELO
    | Steps.QUIET_MAIL
    | Steps.QUIET_END_OF_HEADER
    | Steps.QUIET_BODY
)
_CONNECT, _HELO, _MAIL, _HEADER, _END_OF_HEADER, _BODY = map(
    int,
    (
        Steps.QUIET_CONNECT,
        Steps.QUIET_HELO,
        Steps.QUIET_MAIL,
        Steps.QUIET_HEADER,
        Steps.QUIET_END_OF_HEADER,
        Steps.QUIET_BODY,
    ),
)
_STEPS: Final = _QUIET | Steps.NO_UNKNOWN | Steps.NO_DATA | Steps.LEADING_SPACE
_MOST_FIELDS: Final = 10_000
_TOO_MANY: Final = b"452 4.5.3 Too many recipients\r\n"
_TOO_BIG: Final = b"552 5.3.4 Message too big\r\n"
_QUEUE_ID: Final = re.compile(r"[A-Za-z0-9.-]{1,32}", re.ASCII)
#: What may come while a message is being decided: the MTA gave up.
_GIVING_UP: Final = frozenset((Command.ABORT, Command.QUIT, Command.NEW_CONNECTION))


@dataclass(slots=True)
class Transaction:
    """One message as it comes: its envelope, and its bytes."""

    mail_from: str
    mail_options: tuple[str, ...]
    rcpt_to: list[str] = field(default_factory=list)
    rcpt_options: list[tuple[str, ...]] = field(default_factory=list)
    rule: Rule | None = None
    raw: bytearray = field(default_factory=bytearray)
    fields: int = 0
    in_body: bool = False
    too_big: bool = False

    def add(self, data: bytes, limit: int) -> None:
        """Add to the message; one over `limit` bytes is forgotten as it comes."""
        if self.too_big or len(self.raw) + len(data) > limit:
            self.too_big = True
            self.raw.clear()
        else:
            self.raw += data


class Session(asyncio.Protocol):
    """One milter connection."""

    def __init__(self, door: MilterDoor) -> None:
        self._door, self._loop = door, asyncio.get_running_loop()
        self._decoder = wire.Decoder()
        self._transport: asyncio.Transport | None = None
        self._agreed: int | None = (
            None  # the Steps: every packet asks, and a number answers ten times as fast
        )
        self._acknowledged: socket.socket | None = None
        self._client, self._helo = wire.Client("", ""), ""
        self._queue_id = ""
        self._macros_known = b""  # the macros that were read last
        self._over = False  # whether we have hung up
        self._transaction: Transaction | None = None
        self._deciding: asyncio.Task[None] | None = None
        self._writable = asyncio.Event()
        self._writable.set()
        self._heard = self._loop.time()
        self._timer: asyncio.TimerHandle | None = None
        self._progress: asyncio.TimerHandle
        self._handlers: dict[int, Callable[[bytes], None]] = {
            Command.NEGOTIATE: self._negotiate,
            Command.MACROS: self._macros,
            Command.CONNECT: self._connect,
            Command.HELO: self._hello,
            Command.MAIL: self._mail,
            Command.RCPT: self._rcpt,
            Command.DATA: self._answered,
            Command.UNKNOWN: self._answered,
            Command.HEADER: self._header,
            Command.END_OF_HEADER: self._end_of_header,
            Command.BODY: self._body,
            Command.END_OF_BODY: self._end_of_body,
            Command.ABORT: self._abort,
            Command.NEW_CONNECTION: self._new_connection,
            Command.QUIT: self._quit,
        }

    @property
    def busy(self) -> bool:
        """Whether a message is under way."""
        return self._transaction is not None

    # -- asyncio's plumbing ---------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count the connection, and start to watch that it is used."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one by its methods only
        sock = transport.get_extra_info("socket")
        if sock.family != socket.AF_UNIX and hasattr(socket, "TCP_QUICKACK"):
            self._acknowledged = sock
        self._door.sessions.add(self)
        self._watch()

    def connection_lost(self, error: Exception | None) -> None:
        """Whatever was under way is void: the MTA has not heard that it may go on."""
        self._door.sessions.discard(self)
        if self._timer is not None:
            self._timer.cancel()
        self._writable.set()
        self._forget()

    def pause_writing(self) -> None:
        """The MTA reads slowly."""
        self._writable.clear()

    def resume_writing(self) -> None:
        """It has caught up."""
        self._writable.set()

    def data_received(self, data: bytes) -> None:
        """Handle every packet that is whole. What is no milter protocol ends the connection."""
        self._heard = self._loop.time()
        self._acknowledge()
        try:
            for command, content in self._decoder.feed(data):
                handler = self._handlers.get(command)
                if handler is None:
                    raise ProtocolError("an unknown command")
                if self._agreed is None and command not in (Command.NEGOTIATE, Command.QUIT):
                    raise ProtocolError("a command before the negotiation")
                if self._deciding is not None and command not in _GIVING_UP:
                    raise ProtocolError("a command while a message is being decided")
                handler(content)
                if self._over:
                    return
        except ProtocolError as error:
            log.error("milter connection closed", door="milter", reason=str(error))
            self.close()
        except Exception as error:
            self._door.services.audit.failure("milter", error)
            self.close()

    def _acknowledge(self) -> None:
        """Tell the MTA's TCP at once that the packet came: most get no answer to carry it, and Postfix sends the next only then.

        Without it each message waits for the 40 ms of a delayed acknowledgement. Linux forgets the wish now and then.
        """
        if self._acknowledged is not None:
            self._acknowledged.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)

    def close(self) -> None:
        """Hang up. A message under way is void at once."""
        self._over = True
        self._forget()
        if self._transport is not None:
            self._transport.close()

    def _watch(self) -> None:
        left = self._heard + self._door.settings.idle_timeout - self._loop.time()
        if self._deciding is None and left <= 0:
            self.close()
        else:
            self._timer = self._loop.call_later(max(left, 1.0), self._watch)

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def _go_on(self, unless: int) -> None:
        """Say "continue", unless the MTA agreed not to wait for it."""
        assert self._agreed is not None
        if not unless & self._agreed:
            self._write(wire.CONTINUE)

    # -- before the message ---------------------------------------------------------------------------------

    def _negotiate(self, content: bytes) -> None:
        if self._agreed is not None:
            raise ProtocolError("a second negotiation")
        offered = wire.negotiation(content)
        if offered.version < wire.VERSION or Steps.LEADING_SPACE not in Steps(offered.steps):
            raise ProtocolError(
                "the MTA speaks an older milter protocol than 6 (Postfix: milter_protocol = 6; Sendmail 8.14)"
            )
        if _ACTIONS not in Actions(offered.actions):
            raise ProtocolError("the MTA does not let filters change headers and body")
        self._agreed = _STEPS.value & offered.steps
        self._write(wire.agreement(wire.Negotiation(wire.VERSION, _ACTIONS, self._agreed)))

    def _macros(self, content: bytes) -> None:
        """Of what the MTA says beside a command, the queue id and the client's address; never answered.

        The address is for clients that the MTA itself knows by a macro only (a proxy's, a submission's).
        """
        if content[1:] == self._macros_known:  # the queue id is said with each header field
            return
        self._macros_known = content[1:]
        said = wire.macros(content)
        if _QUEUE_ID.fullmatch(said.get("i", "")):
            self._queue_id = said["i"]
        if not self._client.address and "client_addr" in said:
            self._client = wire.Client(said.get("client_name", ""), said["client_addr"].removeprefix("IPv6:"))

    def _answered(self, content: bytes) -> None:
        self._write(wire.CONTINUE)

    def _connect(self, content: bytes) -> None:
        self._client, self._macros_known = wire.client(content), b""
        self._go_on(_CONNECT)

    def _hello(self, content: bytes) -> None:
        self._helo = wire.text(content.rstrip(b"\0"))
        self._go_on(_HELO)

    def _mail(self, content: bytes) -> None:
        if self._transaction is not None:
            raise ProtocolError("a message inside a message")
        self._transaction = Transaction(*wire.arguments(content))
        self._go_on(_MAIL)

    def _current(self, *, in_body: bool = False) -> Transaction:
        transaction = self._transaction
        if transaction is None or transaction.in_body is not in_body:
            raise ProtocolError("a part of a message where none belongs")
        return transaction

    def _rcpt(self, content: bytes) -> None:
        """Add a recipient. One under another policy than the first comes again by itself (RFC 5321 §4.5.3.1.10), or makes
        the message's policy stricter, as the settings say.
        """
        transaction, settings = self._current(), self._door.settings
        address, options = wire.arguments(content)
        inspector = self._door.services.inspector
        rule = inspector.rule_for_mail(
            address, transaction.mail_from, refusing=settings.mode == "before-queue"
        )
        other = transaction.rule is not None and rule.id != transaction.rule.id
        if len(transaction.rcpt_to) >= settings.max_recipients:
            self._write(wire.reply(_TOO_MANY))
        elif other and settings.mixed_recipients == "split":
            self._write(wire.reply(inspector.composer.split().wire))
        else:
            transaction.rule = inspector.strictest(transaction.rule, rule) if transaction.rule else rule
            transaction.rcpt_to.append(address)
            transaction.rcpt_options.append(options)
            self._write(wire.CONTINUE)

    # -- the message ----------------------------------------------------------------------------------------

    def _header(self, content: bytes) -> None:
        transaction = self._current()
        transaction.fields += 1
        limit = self._door.settings.max_size if transaction.fields <= _MOST_FIELDS else 0
        transaction.add(wire.header(content), limit)
        self._go_on(_HEADER)

    def _end_of_header(self, content: bytes) -> None:
        transaction = self._current()
        transaction.add(b"\r\n", self._door.settings.max_size)
        transaction.in_body = True
        self._go_on(_END_OF_HEADER)

    def _body(self, content: bytes) -> None:
        self._current(in_body=True).add(content, self._door.settings.max_size)
        self._go_on(_BODY)

    def _end_of_body(self, content: bytes) -> None:
        transaction = self._current(in_body=True)
        if transaction.rule is None:
            raise ProtocolError("a message without recipients")
        transaction.add(content, self._door.settings.max_size)
        self._deciding = asyncio.create_task(self._conclude(transaction, transaction.rule))

    def _forget(self) -> None:
        if self._deciding is not None:
            self._deciding.cancel()
        self._transaction = self._deciding = None
        self._queue_id, self._macros_known = "", b""

    def _abort(self, content: bytes) -> None:
        self._forget()

    def _new_connection(self, content: bytes) -> None:
        self._forget()
        self._client, self._helo = wire.Client("", ""), ""

    def _quit(self, content: bytes) -> None:
        self.close()

    # -- the decision ---------------------------------------------------------------------------------------

    async def _conclude(self, transaction: Transaction, rule: Rule) -> None:
        """Decide and answer; anything uncaught is a 451."""
        self._report_later()
        try:
            for packet in await self._decide(transaction, rule):
                self._write(packet)
                if not self._writable.is_set():
                    await self._writable.wait()
        except Exception as error:
            self._door.services.audit.failure("milter", error)
            self._write(wire.reply(self._deferred().wire))
        finally:
            self._progress.cancel()
        self._transaction = self._deciding = None
        self._queue_id, self._macros_known = "", b""
        self._heard = self._loop.time()

    def _report_later(self) -> None:
        """From time to time the MTA, whose patience is its own setting, is told that we are still at it."""
        self._progress = self._loop.call_later(self._door.progress_seconds, self._report)

    def _report(self) -> None:
        self._write(wire.PROGRESS)
        self._report_later()

    def _deferred(self) -> Reply:
        return self._door.services.inspector.composer.deferred()

    async def _decide(self, transaction: Transaction, rule: Rule) -> Iterable[bytes]:
        started, services = time.monotonic(), self._door.services
        if transaction.too_big:
            log.warning("message too big", door="milter", limit=self._door.settings.max_size)
            return (wire.reply(_TOO_BIG),)
        message, queue_id = self._message(transaction), self._queue_id
        transaction.raw.clear()
        try:
            async with asyncio.timeout(self._door.settings.message_deadline):
                inspection = await services.inspector.inspect_async(message, rule)
                code, answer = await self._carry_out(message, inspection)
        except TimeoutError as error:
            services.audit.failure("milter", error, message_id=message.id)
            return (wire.reply(self._deferred().wire),)
        services.audit.message(
            message,
            inspection,
            door="milter",
            reply=code,
            seconds=time.monotonic() - started,
            queue_id=queue_id,
        )
        services.store.record(message, inspection, reply=code, door="milter")
        return answer

    async def _carry_out(self, message: Message, inspection: Inspection) -> tuple[str, Iterable[bytes]]:
        """(the code that the sender hears, the packets that say it)."""
        match inspection.outcome:
            case Refuse(reply) | Defer(reply):
                return str(reply.smtp_code), (wire.reply(reply.wire),)
            case Forward(content):
                answer = (*changes(message.raw, content), wire.CONTINUE)
        try:
            if inspection.held:
                await self._door.services.store.hold(message, inspection)
        except StoreUnavailable:
            reply = self._deferred()
            return str(reply.smtp_code), (wire.reply(reply.wire),)
        return "250", answer

    def _message(self, transaction: Transaction) -> Message:
        envelope = Envelope(
            transaction.mail_from,
            tuple(transaction.rcpt_to),
            transaction.mail_options,
            tuple(transaction.rcpt_options),
            client_address=self._client.address,
            client_name=self._client.name,
            helo=self._helo,
        )
        return Message(new_id(), Channel.EMAIL, bytes(transaction.raw), envelope)
