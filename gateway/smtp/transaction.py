"""What a client has said of one message so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.policy.model import Rule
from gateway.smtp.relay import Connection


@dataclass(slots=True)
class Transaction:
    """One MAIL transaction: what the client said, and the connection on which the next hop heard it."""

    upstream: Connection
    mail_from: str
    mail_options: tuple[str, ...]
    rcpt_to: list[str] = field(default_factory=list)
    rcpt_options: list[tuple[str, ...]] = field(default_factory=list)
    rule: Rule | None = None
    sent: Callable[[], None] = lambda: None  # called when all is said but the final dot
    chunks: bytearray | None = field(default=None, repr=False)  # what BDAT has brought so far
