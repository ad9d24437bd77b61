"""Letters that look like the figures they stand for, in dates and SINs anywhere on a page: "I968-O4-12", "6 juin l968"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recognizers.cues import gate
from recognizers.date_forms import straighten, written_dates
from recognizers.known_plain import NUMBERED
from recognizers.luhn import luhn
from recognizers.misspelt import Slip
from recognizers.patterns import compiled

#: Open where such letters stand beside a figure.
LOOKALIKES: Final = gate("o i l oo ii ll oi io ol lo il li".split(), stands=NUMBERED, before=1, after=1)
#: A number of at most four figures, one of which is a letter.
_MIXED: Final = compiled(r"(?<![a-z0-9])(?=[oil]{0,3}[0-9])(?=[0-9]{0,3}[oil])[0-9oil]{2,4}(?![a-z0-9])")
#: Nine figures, one or more of which are letters: three at most.
_NINE: Final = compiled(
    r"(?<![a-z0-9])(?=[0-9 -]{0,10}[oil])[0-9oil]{3}([ -]?)[0-9oil]{3}\1[0-9oil]{3}(?![a-z0-9])"
)
_MOST_LETTERS: Final = 3
_FIGURES: Final = str.maketrans("oil", "011")
#: A date goes on so far before and behind one of its numbers.
_REACH: Final = 28
#: Of which years.
_WHEN: Final = date(1890, 1, 1), date(2099, 12, 31)


def lookalikes(flat: str) -> list[Slip]:
    """The letters in dates and right nine-digit numbers of flattened text that stand for figures.

    Where each stands, and the figure; in order. Linear.
    """
    return sorted((*_in_dates(flat), *_in_numbers(flat)))


def _in_dates(flat: str) -> Iterator[Slip]:
    for first, last in _regions(flat):
        window = flat[first:last]
        straight = straighten(window)
        for start, end, _, days in written_dates(straight, *_WHEN):
            if days and straight[start:end] != window[start:end]:
                yield from _differing(window[start:end], straight[start:end], first + start)


def _regions(flat: str) -> Iterator[tuple[int, int]]:
    """Where dates with such a letter in them may stand, in order, none in two."""
    first = last = 0
    for number in _MIXED.finditer(flat):
        if number.start() - _REACH > last:
            if last:
                yield first, last
            first = max(0, number.start() - _REACH)
        last = number.end() + _REACH
    if last:
        yield first, last


def _in_numbers(flat: str) -> Iterator[Slip]:
    for nine in _NINE.finditer(flat):
        straight = nine[0].translate(_FIGURES)
        slips = list(_differing(nine[0], straight, nine.start()))
        if len(slips) <= _MOST_LETTERS and luhn(straight.replace(" ", "").replace("-", "")):
            yield from slips


def _differing(written: str, read: str, start: int) -> Iterator[Slip]:
    """The characters that are `read` otherwise than `written` at `start`."""
    for at, (one, other) in enumerate(zip(written, read, strict=True), start):
        if one != other:
            yield at, at + 1, other
