"""One way of reading characters of a page as a NAM: as typed, or with look-alike characters exchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from operator import ne
from typing import Final

from recognizers.digits import AS_DIGIT
from recognizers.nam_number import NamReading, read_nam
from recognizers.page import Page

_AS_LETTERS: Final = {"0": "o", "1": "il", "2": "z", "5": "s", "6": "g", "8": "b"}
NOT_CODE: Final = re.compile(r"[^a-z0-9]")
#: So many look-alike characters may be exchanged.
_MOST_CHANGES: Final = 4
_GAP: Final = re.compile("[^a-z0-9]+")
_LONGEST_GAP: Final = 3
_WRAP: Final = re.compile(r"[ \t]*\r?\n[> \t|]*")
#: Where card, pairs and compact spellings put their gaps (counted in characters of the number).
_USUAL_BREAKS: Final[frozenset[frozenset[int]]] = frozenset(
    frozenset(breaks)
    for breaks in (
        (),
        (4,),
        (4, 8),
        (8,),
        (4, 6, 8),
        (4, 6, 8, 10),
        (4, 10),
        (4, 8, 10),
        (3, 4, 8),
        (3, 4),
        (4, 6, 10),
        (2, 4, 6, 8, 10),
        (2, 4, 8),
        (2, 4),
    )
)


@dataclass(slots=True)
class Token:
    """One way of reading characters of the page as a NAM."""

    start: int
    end: int
    compact: str = field(repr=False)
    substitutions: int
    reading: NamReading | None
    usual: bool = True
    #: A label of its own sticks to it: "NAMTREM04121925".
    labelled: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int]:
        confirmed = self.reading is not None and bool(self.reading.confirmed)
        return (confirmed, self.reading is not None, -self.substitutions)


def best_token(page: Page, start: int, end: int, letters: str, digits: str) -> Token | None:
    """The reading with the best evidence: as typed, or with look-alike characters exchanged (at most four)."""
    stem, tail = NOT_CODE.sub("", letters), NOT_CODE.sub("", digits)
    typed = stem + tail
    numbers = tail[:6].translate(AS_DIGIT)
    if not numbers.isdigit():
        return None
    eleventh = {tail[6], tail[6].translate(AS_DIGIT)}
    last = tail[7].translate(AS_DIGIT)
    best: Token | None = None
    for name in product(*(_AS_LETTERS.get(char, char) for char in stem)):
        for sequence in sorted(eleventh):
            compact = "".join(name) + numbers + sequence + last
            changed = 0 if compact == typed else sum(map(ne, typed, compact))
            if changed > _MOST_CHANGES:
                continue
            token = Token(start, end, compact.upper(), changed, read_nam(compact.upper(), page.today))
            if best is None or token.rank > best.rank:
                best = token
    if best:
        best.usual = _is_usual(page.lower[start:end])
    return best


def _is_usual(written: str) -> bool:
    """Whether the gaps stand where people put them and are short."""
    breaks: set[int] = set()
    gaps = 0
    for gap in _GAP.finditer(_WRAP.sub(" ", written)):
        start, end = gap.span()
        if end - start > _LONGEST_GAP:
            return False
        breaks.add(start - gaps)
        gaps += end - start
    return frozenset(breaks) in _USUAL_BREAKS
