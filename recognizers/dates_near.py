"""The dates of a text that mean one of given days: the twin in Python of `dates_near` in C."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date
from typing import Final

from recognizers.date_forms import CODES, MONTHS, ROMAN, Written, straighten, written_dates
from recognizers.number_forms import AS_DIGIT
from recognizers.patterns import compiled

#: No written date is longer.
_LONGEST_DATE: Final = 48
#: No word around a date is longer, or its end is not looked for.
_LONGEST_WORD: Final = 400
#: Of more births than these, the days are not looked for beside the years: most texts would hold them.
_MOST_DAYS: Final = 24
_NUMBER: Final = compiled("[0-9]+")
#: Day and month as one number, or figures one by one.
_PACKED: Final = compiled("[0-9]{4} {0,6}[0-9]{2}|[0-9] [0-9](?![0-9])")
_PLAIN: Final = bytes(ord(chr(code).translate(AS_DIGIT)) for code in range(128)) + bytes(range(128, 256))
#: How every written name of a month begins; other words may begin so, too.
_NAMES: Final = {
    month: (
        *(stem for stem, number in MONTHS.items() if number == month),
        *(
            f"{before}{code}{after}"
            for code, number in CODES.items()
            if number == month
            for before in " -"
            for after in " -"
        ),
        *(f"{before}{ROMAN[month - 1]}{after}" for before in " ./-" for after in " ./-"),
        *(("jui",) if month in (6, 7) else ()),
    )
    for month in range(1, 13)
}


def dates_near(flat: str, births: Set[date], oldest: date, today: date) -> list[Written]:
    """The dates in flattened text that may mean one of `births`, in order; they are read near its year and its day. Linear."""
    plain = flat.encode("ascii").translate(_PLAIN)
    days: dict[bytes, set[bytes]] = {}
    for birth in births:
        days.setdefault(b"%02d" % (birth.year % 100), set()).update(_spaced(b"%d" % birth.day))
    spots = sorted(
        at
        for year, of_year in days.items()
        for written in _spaced(year)
        for at in _places(written, plain)
        if len(births) > _MOST_DAYS
        or any(plain.find(day, max(0, at - _LONGEST_DATE), at + _LONGEST_DATE) >= 0 for day in of_year)
    )
    found = []
    for start, end in _windows(flat, spots):
        window = straighten(flat[start:end])
        if len(births) > _MOST_DAYS or _may_hold(window, births):
            for first, last, form, meant in written_dates(window, oldest, today):
                if not meant.isdisjoint(births):
                    found.append((start + first, start + last, form, meant))
    return found


def _may_hold(window: str, births: Set[date]) -> bool:
    """Whether day and month of one of `births` stand in flat text: as numbers, the month also by its name, or packed together."""
    if _PACKED.search(window):
        return True
    numbers = set(map(int, _NUMBER.findall(window)))
    return any(
        birth.day in numbers
        and (birth.month in numbers or any(name in window for name in _NAMES[birth.month]))
        for birth in births
    )


def _spaced(figures: bytes) -> tuple[bytes, ...]:
    """One or two figures as they are written: together, or one by one."""
    return (figures,) if len(figures) == 1 else (figures, b"%c %c" % tuple(figures))


def _places(written: bytes, plain: bytes) -> Iterator[int]:
    at = plain.find(written)
    while at >= 0:
        yield at
        at = plain.find(written, at + 1)


def _windows(flat: str, spots: Iterable[int]) -> list[tuple[int, int]]:
    """What stands around `spots`, as far as a date may reach, from space to space."""
    windows: list[tuple[int, int]] = []
    for spot in spots:
        first, last = max(0, spot - _LONGEST_WORD), min(len(flat), spot + _LONGEST_WORD)
        start = flat.rfind(" ", first, max(0, spot - _LONGEST_DATE)) + 1 or first
        end = flat.find(" ", spot + _LONGEST_DATE, last)
        end = last if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows
