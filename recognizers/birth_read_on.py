"""Birth dates that words name once wrapped lines are read on: "née le 1\\n> er juillet 1929", "for\\nvalidation: 20 May 1973"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from recognizers.birth_candidate import YEAR, settled
from recognizers.cues import Cue
from recognizers.evened import goes_on_within, joined
from recognizers.page import Candidate, Page

#: So far from its words a date is looked for.
_REACH: Final = 110
#: From so much on words surely name a date.
_SURE: Final = 0.8
_NAMED: Final = ("cue", "cue:after", "cue:column", "cue:answer")


def read_on(
    page: Page, cues: Sequence[Cue], told: Sequence[Candidate], find: Callable[[Page], Iterable[Candidate]]
) -> Iterator[Candidate]:
    """The dates that words name once lines are joined, and that are not `told` yet; asked only where one may be. Linear."""
    taken = settled(told)
    years = taken.free(page.years(0), YEAR) if cues else []
    if not any(
        goes_on_within(page, min(cue.start, at), max(cue.end, at)) for cue in cues for at in _near(years, cue)
    ):
        return
    for even, back in page.once(joined):
        for one in find(even):
            start, end = back.span(one.start, one.end)
            if one.score >= _SURE and one.evidence[1] in _NAMED and not taken.touch(start, end):
                yield replace(one, start=start, end=end)


def _near(years: Sequence[int], cue: Cue) -> Sequence[int]:
    """Those of the `years`, which are in order, that may be of a date that the cue names."""
    return years[bisect_left(years, cue.start - _REACH) : bisect_left(years, cue.end + _REACH)]
