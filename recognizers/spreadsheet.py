"""What a spreadsheet made of numbers and dates: "1,30692544E+08" is nine figures, and a birth date is a count of days.

The days are counted from the end of 1899; only where the text speaks of such a program and a birth date's label stands before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from recognizers.cues import gate
from recognizers.patterns import compiled

#: Closed on pages without a power of ten, or without such a program.
_POWERS: Final = gate((), ("e+0", "e+8"))
_PROGRAMS: Final = gate("excel calc sheets tableur spreadsheet chiffrier".split())
SHEETS: Final = _POWERS | _PROGRAMS
_POWER: Final = compiled(r"(?<![0-9a-z.,])([1-9])[.,]([0-9]{5,8})e\+0?8(?![0-9a-z])")
_FIGURES_BEHIND: Final = 8
_DAYS: Final = compiled(
    r"(?<![a-z])(?:date de naiss(?:ance)?|ddn|dob|d\.o\.b\.?|birth(?:day|date)|date of birth|nee? le|born on)(?![a-z])"
    r"(?:(?: ?\([^()\n0-9]{1,50}\))?[ \t]{0,3}[:=|;\t-]"
    r"|(?: (?:est|is|le|on|as|en|comme|serial|serie|excel|number|numero|de)){1,5})?"
    r"[ \t]{0,3}([1-4][0-9]{4})(?![0-9a-z]|[ .,/-]?[0-9]| ?(?:\$|km|bebes|babies))"
)
_EPOCH: Final = date(1899, 12, 30)


def from_sheets(lower: str) -> Iterator[tuple[int, int, str]]:
    """Such numbers and days of folded text in small letters: from where to where, and what they mean."""
    for found in _POWER.finditer(lower):
        yield *found.span(), found[1] + found[2].ljust(_FIGURES_BEHIND, "0")
    for found in _DAYS.finditer(lower):
        yield *found.span(1), (_EPOCH + timedelta(days=int(found[1]))).isoformat()
