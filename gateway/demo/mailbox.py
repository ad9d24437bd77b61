"""The demo's next hop: an SMTP server that keeps what staff would receive, in memory."""

from __future__ import annotations

import asyncio
import email
import email.policy
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP

_MOST = 200


@dataclass(frozen=True, slots=True)
class Received:
    """One delivered message."""

    number: int
    at: datetime
    raw: bytes = field(repr=False)

    @property
    def parsed(self) -> EmailMessage:
        """The message as a mail program reads it."""
        return email.message_from_bytes(self.raw, policy=email.policy.default)


class Mailbox:
    """Holds the last messages; `listen` opens its SMTP port on loopback."""

    def __init__(self) -> None:
        self.messages: list[Received] = []
        self._server: asyncio.Server | None = None

    async def listen(self, port: int) -> None:
        """Accept mail on 127.0.0.1:`port`."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: SMTP(
                self, hostname="demo-mailbox", enable_SMTPUTF8=True, loop=loop, data_size_limit=2**26
            ),
            "127.0.0.1",
            port,
        )

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        """aiosmtpd's hook: keep the message."""
        self.messages.append(
            Received(len(self.messages) + 1, datetime.now().astimezone(), envelope.original_content)
        )
        del self.messages[:-_MOST]
        return "250 2.0.0 Delivered to the demo mailbox"
