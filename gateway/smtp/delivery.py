"""A message on its way: from its last octet to the next hop's answer, which is what our client hears."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from gateway.audit import log
from gateway.model import Action, Channel, Defer, Envelope, Forward, Inspection, Message, Refuse
from gateway.pipeline import new_id
from gateway.policy.model import Rule
from gateway.smtp.content import hops, normalised
from gateway.smtp.reading import Content
from gateway.smtp.relay import NextHopDown
from gateway.smtp.replies import DEFERRED, DOWN, LOOP, MALFORMED
from gateway.smtp.results import without_forged
from gateway.smtp.trace import received
from gateway.smtp.transaction import Transaction
from gateway.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from gateway.smtp.server import SmtpDoor

_BIG: Final = 1024 * 1024  # octets; what is smaller is read sooner than a thread is asked


class Delivered(NamedTuple):
    """The reply for our client; `clean`: the connection to the next hop is between transactions and can be used again."""

    reply: bytes
    clean: bool = False


async def deliver(
    door: SmtpDoor, transaction: Transaction, came: Content, envelope: Envelope, *, trusted: bool, own: bool
) -> Delivered:
    """Inspect what came and send it on.

    `trusted`: its client may speak for our own servers; `own`: the connection to the next hop is the client's, to be kept
    whatever is decided.
    """
    started, content, rule = time.monotonic(), came.octets, transaction.rule
    assert rule is not None  # some recipient was taken
    if not came.whole:
        if door.settings.malformed == "refuse":
            return _unread("malformed", MALFORMED)
        content = await asyncio.to_thread(normalised, content)
    if hops(content) > door.settings.max_hops:
        return _unread("loop", LOOP)
    if not trusted:
        ours = door.services.settings.authserv_ids
        if len(content) > _BIG:
            content = await asyncio.to_thread(without_forged, content, ours)
        else:
            content = without_forged(content, ours)
    message = Message(new_id(), Channel.EMAIL, content, envelope, whole=True)
    loop = asyncio.get_running_loop()
    last = loop.time() + door.settings.answer_deadline
    try:
        async with asyncio.timeout(door.settings.message_deadline) as deadline:
            asked = not own and await _asked_ahead(door, transaction, message, rule)
            inspection = await door.services.inspector.inspect_async(message, rule)
            told = await _carry_out(
                door,
                transaction,
                message,
                inspection,
                lambda: deadline.reschedule(last),
                asked=asked,
                came=came,
            )
    except TimeoutError as error:
        door.services.audit.failure("smtp", error, message_id=message.id)
        return Delivered(DEFERRED)
    code = told.reply[:3].decode("ascii")
    door.services.store.record(message, inspection, reply=code, door="smtp")
    note = partial(
        door.services.audit.message,
        message,
        inspection,
        door="smtp",
        reply=code,
        seconds=time.monotonic() - started,
    )
    loop.call_soon(note)  # the client hears first
    if code == "250":
        door.courtesy.offer(message, inspection, rule)
    return told


def _unread(reason: str, reply: bytes) -> Delivered:
    """What is refused before anybody reads it stands in the log, too."""
    log.warning("refused", door="smtp", reason=reason, reply=reply[:3].decode("ascii"))
    return Delivered(reply)


async def _asked_ahead(door: SmtpDoor, transaction: Transaction, message: Message, rule: Rule) -> bool:
    """Whether the next hop was asked for DATA while a small message is inspected, so that nobody waits for it later.

    What is then not forwarded costs the connection, as it does anyway; a big message could keep it waiting for long.
    """
    upstream = transaction.upstream
    if upstream is None or upstream.closing or not door.services.inspector.is_light(message, rule):
        return False
    with contextlib.suppress(NextHopDown):  # `_carry_out` finds it closed
        await upstream.ask(b"DATA")
        return True
    return False


async def _carry_out(
    door: SmtpDoor,
    transaction: Transaction,
    message: Message,
    inspection: Inspection,
    sent: Callable[[], None],
    *,
    asked: bool,
    came: Content,
) -> Delivered:
    """Do what was decided. `sent` is called when all is said to the next hop but the final dot; `asked`: it has heard DATA."""
    match inspection.outcome:
        case Refuse(reply) | Defer(reply):
            return Delivered(reply.wire)
        case Forward(content):
            upstream = transaction.upstream
    assert upstream is not None  # it has heard of the recipients
    if (
        not asked and upstream.closing
    ):  # an answer that nobody asked for would be taken for the answer to DATA
        return Delivered(DOWN)
    try:
        if inspection.held:
            await door.services.store.hold(message, inspection)
        trace = received(message, door.hostname) if door.settings.add_received else b""
        answer = await (upstream.answer() if asked else upstream.command(b"DATA"))
        if answer.code == 354:
            as_it_came = inspection.decision.action is Action.PASS  # but for header fields of ours
            looked_at = came.whole and as_it_came  # lines that we mended or changed may begin with a dot
            await upstream.content(trace, content, whole=as_it_came, dotted=came.dotted or not looked_at)
            sent()
            answer = await upstream.finish()
        elif answer.positive:  # not to DATA: nothing was sent
            return Delivered(DEFERRED)
    except StoreUnavailable:
        return Delivered(DEFERRED)
    except NextHopDown:
        return Delivered(DOWN)
    if not answer.final:
        return Delivered(DEFERRED)
    return Delivered(answer.wire, clean=answer.code != 421)
