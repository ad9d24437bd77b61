"""What a client sent as a message, before anybody reads it: line ends, null octets, loops. Pure (RFC 5321, RFC 3030)."""

from __future__ import annotations

import io
import re
from typing import Final

_BARE: Final = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_NULL: Final = 0  # of octets, one is found sooner by its number
_PIECE: Final = 256 * 1024
_RECEIVED: Final = re.compile(rb"\nreceived[ \t]*:")  # of lower case, and at no place but a line end
_HEADER_OCTETS: Final = 1024 * 1024  # as far as we look for Received lines


def malformed(content: bytes) -> bool:
    """Whether a CR or LF stands alone, or there is a null octet: what smuggling is made of (RFC 5321 §2.3.8)."""
    if _NULL in content:
        return True
    line_ends = io.IncrementalNewlineDecoder(None, translate=False)  # notes which it has seen, in one pass
    for start in range(0, len(content), _PIECE):
        line_ends.decode(content[start : start + _PIECE].decode("latin-1"))
    line_ends.decode("", final=True)
    return line_ends.newlines not in (None, "\r\n")


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
