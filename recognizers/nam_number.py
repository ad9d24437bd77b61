"""The structure of a Québec health insurance number (NAM): name letters, birth date with sex, sequence, check digit.

`NNNP YYMMDD S C`: three letters of the surname, one of the given name, birth date with the month raised by 50 for a
woman, a sequence character (1-9, A-Z without I and O) and a check digit. The check digit is the weighted sum modulo 10
of the EBCDIC codes of `NNNP CCYY X MM DD S` (X is the sex, CC the century), as the INSPQ's "utilitaire-nam" computes it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from operator import mul, ne
from typing import Final, NamedTuple

from recognizers.number_forms import AS_DIGIT
from recognizers.patterns import compiled

#: Nobody alive is older: keeps the check digit's odds of a chance match at 12 % instead of 20 %.
OLDEST: Final = 120
#: Four letters and eight figures of a folded text, parted as on the card, by hyphens or not.
FORM: Final = "[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![a-z0-9])"
_WEIGHTS: Final = (1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1)
_EBCDIC: Final = bytes(range(128)).decode("ascii").encode("cp037").ljust(256, b"\0")
_SEQUENCE: Final = frozenset("123456789ABCDEFGHJKLMNPQRSTUVWXYZ")
_LETTERS, _FIGURES = 4, 8
_AS_LETTERS: Final = {"0": "o", "1": "il", "2": "z", "5": "s", "6": "g", "8": "b"}
_NOT_CODE: Final = compiled("[^a-z0-9]")
#: So many look-alike characters may be exchanged.
_MOST_CHANGES: Final = 4


class NamReading(NamedTuple):
    """What twelve characters say when read as a NAM.

    `births` are the calendar-valid birth dates of somebody alive; `confirmed` those that the check digit confirms.
    `stretched` are dates that only the INSPQ's wider rule confirms (more than 120 years ago, or later this year).
    """

    births: frozenset[date]
    confirmed: frozenset[date]
    stretched: frozenset[date]

    def __repr__(self) -> str:
        return "NamReading()"


@lru_cache(maxsize=8)
def oldest_birth(today: date) -> date:
    """The earliest birth date of somebody alive."""
    return today - timedelta(days=OLDEST * 365.25)


def read_nam(compact: str, today: date, oldest: date | None = None) -> NamReading | None:
    """Reads twelve upper-case characters; None when they do not have a NAM's shape or no real date stands in them.

    `oldest` is `oldest_birth(today)`, if known.
    """
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
    oldest = oldest or oldest_birth(today)
    alive = frozenset([day for day in dates if oldest <= day <= today])
    checked = frozenset([day for day in dates if check_digit(compact, day.year // 100, sex) == compact[11]])
    return NamReading(alive, alive & checked, checked - alive)


#: Twelve characters in capitals, how many of them were exchanged, and what they say.
Read = tuple[str, int, tuple[frozenset[date], frozenset[date], frozenset[date]] | None]


def best_reading(letters: str, figures: str, oldest: date, today: date) -> Read | None:
    """What four letters and eight figures (small, gaps between them) say: as typed, or with look-alike characters exchanged.

    That which the check digit confirms, then a NAM at all, then that with the fewest of at most four characters exchanged.
    None where there is no reading. Raises ValueError for more or fewer characters. The twin of `nam_native.c`.
    """
    stem, tail = _NOT_CODE.sub("", letters), _NOT_CODE.sub("", figures)
    if (len(stem), len(tail)) != (_LETTERS, _FIGURES):
        raise ValueError("a NAM has four letters and eight figures")
    typed = stem + tail
    straight = tail.translate(AS_DIGIT)
    if not straight[:6].isdigit():
        return None
    best: Read | None = None
    most = (False, False, -_MOST_CHANGES - 1)
    for name in product(*(_AS_LETTERS.get(char, char) for char in stem)):
        for sequence in sorted({tail[6], straight[6]}):
            compact = "".join(name) + straight[:6] + sequence + straight[7]
            changed = 0 if compact == typed else sum(map(ne, typed, compact))
            reading = read_nam(compact.upper(), today, oldest) if changed <= _MOST_CHANGES else None
            rank = reading is not None and bool(reading.confirmed), reading is not None, -changed
            if rank > most:
                best, most = (compact.upper(), changed, reading), rank
    return best


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
