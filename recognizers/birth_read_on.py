"""Birth dates that words name once wrapped lines are read on: "née\\n> le 4 mai 1985", "Date de\\nnaissance;NAS"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from recognizers.birth_candidate import YEAR, settled
from recognizers.cues import Cue
from recognizers.evened import goes_on_near
from recognizers.evened import read_on as joined
from recognizers.page import Candidate, Page
from recognizers.spans import any_in

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
        any_in(years, cue.start - _REACH, cue.end + _REACH) and goes_on_near(page, cue.start, cue.end)
        for cue in cues
    ):
        return
    for even, back in page.once(joined):
        for one in find(even):
            start, end = back.span(one.start, one.end)
            if one.score >= _SURE and one.evidence[1] in _NAMED and not taken.touch(start, end):
                yield replace(one, start=start, end=end)
