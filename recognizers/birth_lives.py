"""The day on which somebody was born who has died, as notices and tombs have it: a name, and between which days he lived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.cues import gate, vocabulary
from recognizers.dates import dates_in, find_dates
from recognizers.everyday import is_full_name
from recognizers.glance import named, straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Closed on pages that tell of no death.
_DEATHS: Final = vocabulary(
    """deces decede decedee defunt defunte necrologie necrologique funerailles tombe tombale inhumation obituary obituaries
    deceased death died funeral tombstone headstone gravestone memoriam succession""".split()
)
DIED: Final = gate(_DEATHS)
#: From a name to the first day, and from that to the second.
_TO_BIRTH: Final = compiled(r"[ ,:(\[]{0,3}(?:\r?\n)?[ (\[]{0,2}")
_TO_DEATH: Final = compiled(r" {0,2}(?:-{1,2}|/|au|to) {0,2}(?:le |the )?")
_ENDS: Final = compiled(r"[\"'*]{0,2} ?(?:[)\],;.!?\n\r]|\Z)")
_LONGEST: Final = 40
#: Shorter, it may be a contract's time, or somebody's at a place.
_A_LIFE: Final = timedelta(days=18 * 366)


def lives(page: Page, flat: str) -> Iterator[Candidate]:
    """The first of two days behind a full name, of which the second is a lifetime later. Linear."""
    for first, last, _ in named(page.text):
        if not is_full_name(page.text[first:last]):
            continue
        led = _TO_BIRTH.match(page.text, last)
        start = led.end() if led else last
        born = find_dates(straighten(flat[start : start + _LONGEST]), page.today)
        if not born or born[0].start or not born[0].days:
            continue
        until = _TO_DEATH.match(flat, start + born[0].end)
        if until is None:
            continue
        died = dates_in(page.today, straighten(flat[until.end() : until.end() + _LONGEST]))
        if (
            died
            and not died[0].start
            and died[0].days
            and min(died[0].days) - max(born[0].days) > _A_LIFE
            and _ENDS.match(page.lower, until.end() + died[0].end)
        ):
            yield candidate(start, born[0], 0.7, ("pattern", "layout:name"))
