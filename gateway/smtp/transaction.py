"""What a client has said of one message so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from gateway.policy.model import Rule
from gateway.smtp.relay import Connection


class Asked(NamedTuple):
    """A command that is for the next hop to answer: MAIL, or RCPT with the recipient and the rule that it is under."""

    line: bytes
    options: tuple[str, ...]
    address: str = ""
    rule: Rule | None = None


@dataclass(slots=True)
class Transaction:
    """One MAIL transaction: what the client said, and the connection on which the next hop heard it."""

    mail_from: str
    mail_options: tuple[str, ...]
    upstream: Connection | None = None  # None until the next hop has heard of it
    refused: bool = False  # whether it would not hear more
    rcpt_to: list[str] = field(default_factory=list)
    rcpt_options: list[tuple[str, ...]] = field(default_factory=list)
    rule: Rule | None = None
    chunks: bytearray | None = field(default=None, repr=False)  # what BDAT has brought so far
