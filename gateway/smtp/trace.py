"""Our trace header."""

from __future__ import annotations

import re
from email.utils import formatdate

from gateway.model import Message


def received(message: Message, hostname: str) -> bytes:
    """The Received line that `hostname` adds to a message (RFC 5321 §4.4); what the client claims is made harmless."""
    helo = re.sub(r"[^\x21-\x7e]", "?", message.envelope.helo)[:255]
    address = re.sub(r"[^0-9A-Fa-f:.]", "", message.envelope.client_address) or "unknown"
    line = (
        f"Received: from {helo} ([{address}])\r\n"
        f"\tby {hostname} (Ecluse) with ESMTP id {message.id};\r\n"
        f"\t{formatdate(localtime=True)}\r\n"
    )
    return line.encode("ascii")
