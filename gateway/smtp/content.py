"""What a client sent as a message, before anybody reads it: line ends, null octets, loops. Pure (RFC 5321, RFC 3030)."""

from __future__ import annotations

import re
from typing import Final

from gateway.octets import LONE_CR, LONE_LF, NULLS, controls

_BARE: Final = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_RECEIVED: Final = re.compile(rb"\nreceived[ \t]*:")  # of lower case, and at no place but a line end
_HEADER_OCTETS: Final = 1024 * 1024  # as far as we look for Received lines


def malformed(content: bytes) -> bool:
    """Whether a CR or LF stands alone, or there is a null octet: what smuggling is made of (RFC 5321 §2.3.8)."""
    return controls(content, NULLS | LONE_CR | LONE_LF) != 0


def normalised(content: bytes) -> bytes:
    """`content` with CR and LF only ever together, and without null octets."""
    return _BARE.sub(b"\r\n", content.replace(b"\0", b""))


def hops(content: bytes) -> int:
    """How many servers have had the message already: its Received lines (RFC 5321 §6.3)."""
    end = content.find(b"\r\n\r\n", 0, _HEADER_OCTETS)
    header = content[: _HEADER_OCTETS if end < 0 else end]
    return len(_RECEIVED.findall(b"\n" + header.lower()))


def chunk(argument: str | None) -> tuple[int, bool] | None:
    """(octets, whether it is the last) of `BDAT 1234 LAST`; None on bad syntax (RFC 3030 §2)."""
    match = re.fullmatch(r"([0-9]{1,12})(?: +(LAST))?\s*", argument or "", re.IGNORECASE)
    return (int(match[1]), match[2] is not None) if match else None
