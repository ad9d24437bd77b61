"""Sends the courtesy reply, beside the way of the message: whatever becomes of it, the message is delivered already.

One attempt. A reply that cannot be sent is not kept: it would come when nobody remembers what it is about.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Final

from gateway.audit import log
from gateway.model import Action, Envelope, Inspection, Message
from gateway.notices.courtesy import compose, headers_of, why_not
from gateway.policy.model import Rule
from gateway.services import Services
from gateway.settings import split_host_port
from gateway.smtp.hop import own_name
from gateway.smtp.places import fixed
from gateway.smtp.relay import NextHop, NextHopDown
from gateway.smtp.release import NotDelivered, deliver
from gateway.store import idempotency
from gateway.store.writer import AWAY

_DAY: Final = 86_400.0
_HOUR: Final = 3_600.0


class Courtesy:
    """Replies to senders whose message was redacted, where the settings ask for it."""

    def __init__(self, services: Services) -> None:
        self._services, self._settings = services, services.settings.courtesy
        self._under_way: set[asyncio.Task[None]] = set()
        self._sent: list[float] = []

    def offer(self, message: Message, inspection: Inspection, rule: Rule) -> None:
        """Begin to reply to a message that was delivered without something; returns at once, never raises."""
        decision = inspection.decision
        if not self._settings.enabled or decision.action is not Action.REDACT or decision.monitored:
            return
        task = asyncio.create_task(self._reply(message, inspection, rule))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for replies under way, for a while."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)

    async def _reply(self, message: Message, inspection: Inspection, rule: Rule) -> None:
        headers = headers_of(message.raw)
        reason = why_not(
            headers, message.envelope, authserv_id=self._settings.authserv_id, own=self._settings.sender
        ) or await self._too_often(message.envelope.mail_from)
        if not reason:
            reason = await self._send(message, inspection, rule, str(headers.get("Message-ID", "")))
        log.info("courtesy", id=message.id, outcome="sent" if not reason else "not sent", reason=reason)

    async def _too_often(self, sender: str) -> str:
        """Once for each sender in so many days, known to all workers; and so many an hour from this one."""
        now = time.monotonic()
        self._sent = [at for at in self._sent if at > now - _HOUR]
        if len(self._sent) >= self._settings.per_hour:
            return "too-many"
        store = self._services.store
        key = store.secret.idempotency("courtesy", sender.strip("<>").lower())
        try:
            claim = await asyncio.to_thread(
                idempotency.claim, store.database, key, "", self._settings.days * _DAY
            )
        except AWAY as error:
            self._services.audit.failure("courtesy", error)
            return "store"
        if not claim.fresh:
            return "answered-before"
        self._sent.append(now)
        return ""

    async def _send(self, message: Message, inspection: Inspection, rule: Rule, answered: str) -> str:
        inspector, smtp = self._services.inspector, self._services.settings.smtp
        to = message.envelope.mail_from.strip("<>")
        content = compose(
            inspector.composer.catalog,
            inspector.policy.organisation,
            rule,
            inspection.decision.counts,
            language=inspection.decision.language,
            own=self._settings.sender,
            to=to,
            answered=answered,
            message_id=message.id,
            at=datetime.now(UTC),
        )
        hop = NextHop(
            [fixed(*split_host_port(self._settings.submission))],
            own_name(smtp),
            tls=self._settings.tls,
            timeout=20.0,
        )
        try:
            await deliver(hop, Envelope("", (to,)), content)
        except (NextHopDown, NotDelivered):
            return "not-taken"
        return ""
