"""The structure of a Québec health insurance number (NAM): name letters, birth date with sex, sequence, check digit.

`NNNP YYMMDD S C`: three letters of the surname, one of the given name, birth date with the month raised by 50 for a
woman, a sequence character (1-9, A-Z without I and O) and a check digit. The check digit is the weighted sum modulo 10
of the EBCDIC codes of `NNNP CCYY X MM DD S` (X is the sex, CC the century), as the INSPQ's "utilitaire-nam" computes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from operator import mul
from typing import Final

#: Nobody alive is older: keeps the check digit's odds of a chance match at 12 % instead of 20 %.
OLDEST: Final = 120
_WEIGHTS: Final = (1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1)
_EBCDIC: Final = bytes(range(128)).decode("ascii").encode("cp037").ljust(256, b"\0")
_SEQUENCE: Final = frozenset("123456789ABCDEFGHJKLMNPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class NamReading:
    """What twelve characters say when read as a NAM.

    `births` are the calendar-valid birth dates of somebody alive; `confirmed` those that the check digit confirms.
    `stretched` are dates that only the INSPQ's wider rule confirms (more than 120 years ago, or later this year).
    """

    births: frozenset[date] = field(repr=False)
    confirmed: frozenset[date] = field(repr=False)
    stretched: frozenset[date] = field(repr=False)


@lru_cache(maxsize=8)
def oldest_birth(today: date) -> date:
    """The earliest birth date of somebody alive."""
    return today - timedelta(days=OLDEST * 365.25)


def read_nam(compact: str, today: date) -> NamReading | None:
    """Reads twelve upper-case characters; None when they do not have a NAM's shape or no real date stands in them."""
    if len(compact) != 12 or not _has_shape(compact):
        return None
    month = int(compact[6:8])
    sex, month = ("F", month - 50) if month > 50 else ("M", month)
    if not 1 <= month <= 12:
        return None
    dates = [day for century in (18, 19, 20) if (day := _calendar_date(century, compact, month)) is not None]
    dates = [day for day in dates if day.year <= today.year]
    if not dates:
        return None
    alive = frozenset([day for day in dates if oldest_birth(today) <= day <= today])
    checked = frozenset([day for day in dates if check_digit(compact, day.year // 100, sex) == compact[11]])
    return NamReading(alive, alive & checked, checked - alive)


def check_digit(stem: str, century: int, sex: str) -> str:
    """The twelfth character for the first eleven of `stem`, a birth in `century` (19 for 19YY) and sex "M" or "F"."""
    month = int(stem[6:8]) - (50 if sex == "F" else 0)
    expanded = f"{stem[:4]}{century:02d}{stem[4:6]}{sex}{month:02d}{stem[8:11]}"
    return str(sum(map(mul, _WEIGHTS, expanded.encode("ascii").translate(_EBCDIC))) % 10)


def _has_shape(compact: str) -> bool:
    letters, digits, last = compact[:4], compact[4:10], compact[11]
    return (
        compact.isascii()
        and letters.isalpha()
        and letters.isupper()
        and digits.isdigit()
        and compact[10] in _SEQUENCE
        and last.isdigit()
    )


def _calendar_date(century: int, compact: str, month: int) -> date | None:
    try:
        return date(century * 100 + int(compact[4:6]), month, int(compact[8:10]))
    except ValueError:
        return None
