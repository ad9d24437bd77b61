"""One way of reading characters of a page as a NAM: as typed, or with look-alike characters exchanged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from recognizers.glance import best_reading, breaks
from recognizers.nam_number import NamReading, oldest_birth
from recognizers.page import Page
from recognizers.patterns import compiled

NOT_CODE: Final = compiled(r"[^a-z0-9]")
#: Where card, pairs and compact spellings put their gaps (counted in characters of the number).
_USUAL_BREAKS: Final = frozenset(
    sum(1 << place for place in places)
    for places in (
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
        tuple(range(1, 12)),
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
    best = best_reading(letters, digits, oldest_birth(page.today), page.today)
    if best is None:
        return None
    compact, changed, reading = best
    usual = breaks(page.lower[start:end]) in _USUAL_BREAKS
    return Token(start, end, compact, changed, NamReading(*reading) if reading else None, usual)
