"""What every octet of a message is looked over for, in Python: `native.c` says the same sooner."""

from __future__ import annotations

import io
from typing import Final

#: Control characters among octets: nulls, a CR and an LF that stand by themselves, those that show as nothing (nulls, too).
NULLS, LONE_CR, LONE_LF, UNSHOWN = 1, 2, 4, 8
_NULL: Final = 0  # of octets, one is found sooner by its number
_SHOWN: Final = bytes(octet for octet in range(256) if octet in b"\t\n\f\r" or (octet >= 32 and octet != 127))
#: Octets looked at in one go, so that other threads have their turn between.
_PIECE: Final = 256 * 1024


def controls(octets: bytes, asked: int) -> int:
    """Those of the control characters `asked` for (NULLS, LONE_CR, LONE_LF, UNSHOWN) that stand among `octets`."""
    found = NULLS if asked & NULLS and _NULL in octets else 0
    if asked & UNSHOWN and octets.translate(None, _SHOWN):
        found |= UNSHOWN
    if asked & (LONE_CR | LONE_LF):
        line_ends = io.IncrementalNewlineDecoder(None, translate=False)  # notes what it sees, in one pass
        for start in range(0, len(octets), _PIECE):
            line_ends.decode(octets[start : start + _PIECE].decode("latin-1"))
        line_ends.decode("", final=True)
        seen = line_ends.newlines if isinstance(line_ends.newlines, tuple) else (line_ends.newlines,)
        found |= (LONE_CR if "\r" in seen else 0) | (LONE_LF if "\n" in seen else 0)
    return found & asked


def figures(octets: bytes) -> int:
    """How many figures (0 to 9) there are among `octets`."""
    return len(octets) - len(octets.translate(None, b"0123456789"))


def first_place(stem: bytes, octets: bytes, start: int, end: int) -> int:
    """Where `stem` (an octet or more) stands first in octets[start:end], or -1.

    As in C, it raises TypeError for an empty stem and what is no bytes, ValueError for a place below 0.
    """
    if not stem or not (isinstance(stem, bytes) and isinstance(octets, bytes)):
        raise TypeError("first_place(stem, octets, start, end)")
    if start < 0 or end < 0:
        raise ValueError("a place is 0 or more")
    for at in range(start, end, _PIECE):
        found = octets.find(stem, at, min(at + _PIECE + len(stem) - 1, end))
        if found >= 0:
            return found
    return -1
