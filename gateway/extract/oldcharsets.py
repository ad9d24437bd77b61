"""Text of which nobody says how its accents are written: Windows', or those of DOS (code page 850) or of old Macs."""

from __future__ import annotations

import re
from typing import Final

from gateway.mime.charset import OLD_CHARSETS, is_utf8

#: A byte beyond ASCII that stands beside a letter, and is therefore one itself, or an apostrophe.
_LETTER: Final = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
#: Letters of French where they may stand: no capital behind a small one, no small one among capitals.
_FRENCH: Final = re.compile(
    "(?<=[A-Za-z])(?<![A-Z]{2})[àâäçéèêëîïôöùûüœæ](?![A-Z])|(?<![A-Z])[àâäçéèêëîïôöùûüœæ](?=[a-z])"
    "|(?<=[A-Z])[ÀÂÇÉÈÊËÎÏÔÙÛŒ]|(?<![a-z])[ÀÂÇÉÈÊËÎÏÔÙÛŒ](?=[A-Za-z])|(?<=[A-Za-z])’(?=[A-Za-z])"
)
_LOOKED_AT: Final = 200_000  # bytes


def old_charset(content: bytes) -> str:
    """ "cp850" or "mac_roman" where the letters of `content` are French in it and are not in Windows-1252; else ""."""
    head = content[:_LOOKED_AT]
    if head.isascii() or b"\0" in head or is_utf8(content):
        return ""
    letters = len(_LETTER.findall(head))
    most, best = _french(head, "cp1252"), ""
    for codec in OLD_CHARSETS:
        if (count := _french(head, codec)) > most and count * 3 >= letters * 2:
            most, best = count, codec
    return best


def _french(head: bytes, codec: str) -> int:
    """How many letters beyond ASCII French has, if those are written in `codec`."""
    return len(_FRENCH.findall(head.decode(codec, "replace")))
