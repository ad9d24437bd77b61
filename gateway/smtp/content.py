"""What a client sent as a message, before anybody reads it: line ends, null octets, loops. Pure (RFC 5321, RFC 3030)."""

from __future__ import annotations

import re
from typing import Final

_BARE: Final = re.compile(rb"(?<!\r)\n|\r(?!\n)")
# Each begins with the octet that it looks for, so that `re` jumps from one to the next. Where lines are shorter than
# _SHORT octets it would stop at every turn: there, counting is faster.
_BARE_CR: Final = re.compile(rb"\r(?!\n)")
_BARE_LF: Final = re.compile(rb"\n(?<!\r\n)")
_SAMPLE: Final = 64 * 1024
_SHORT: Final = 16
_RECEIVED: Final = re.compile(rb"^received[ \t]*:", re.IGNORECASE | re.MULTILINE)
_HEADER_OCTETS: Final = 1024 * 1024  # as far as we look for Received lines


def malformed(content: bytes) -> bool:
    """Whether a CR or LF stands alone, or there is a null octet: what smuggling is made of (RFC 5321 §2.3.8)."""
    if b"\0" in content:
        return True
    if content.count(b"\n", 0, _SAMPLE) * _SHORT > min(len(content), _SAMPLE):
        return content.count(b"\r\n") * 2 != len(content) - len(content.translate(None, b"\r\n"))
    return bool(_BARE_CR.search(content) or _BARE_LF.search(content))


def normalised(content: bytes) -> bytes:
    """`content` with CR and LF only ever together, and without null octets."""
    return _BARE.sub(b"\r\n", content.replace(b"\0", b""))


def hops(content: bytes) -> int:
    """How many servers have had the message already: its Received lines (RFC 5321 §6.3)."""
    end = content.find(b"\r\n\r\n", 0, _HEADER_OCTETS)
    return len(_RECEIVED.findall(content, 0, _HEADER_OCTETS if end < 0 else end))


def chunk(argument: str | None) -> tuple[int, bool] | None:
    """(octets, whether it is the last) of `BDAT 1234 LAST`; None on bad syntax (RFC 3030 §2)."""
    match = re.fullmatch(r"([0-9]{1,12})(?: +(LAST))?\s*", argument or "", re.IGNORECASE)
    return (int(match[1]), match[2] is not None) if match else None
