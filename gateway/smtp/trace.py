"""Our trace header."""

from __future__ import annotations

import re
import time
from email.utils import formatdate
from functools import lru_cache
from typing import Final

from gateway.model import Message

_UNSAFE: Final = re.compile(r"[^\x21-\x7e]")
_NO_ADDRESS: Final = re.compile(r"[^0-9A-Fa-f:.]")


def received(message: Message, hostname: str) -> bytes:
    """The Received line that `hostname` adds to a message (RFC 5321 §4.4); what the client claims is made harmless."""
    helo = _UNSAFE.sub("?", message.envelope.helo)[:255]
    address = _NO_ADDRESS.sub("", message.envelope.client_address) or "unknown"
    line = (
        f"Received: from {helo} ([{address}])\r\n"
        f"\tby {hostname} (Ecluse) with ESMTP id {message.id};\r\n"
        f"\t{_date(int(time.time()))}\r\n"
    )
    return line.encode("ascii")


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    """The date of RFC 5322 §3.3, worked out once a second."""
    return formatdate(second, localtime=True)
