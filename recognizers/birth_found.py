"""A birth date as a candidate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from recognizers.dates import WrittenDate
from recognizers.page import Candidate


def candidate(
    offset: int,
    written: WrittenDate,
    score: float,
    why: tuple[str, ...],
    births: Iterable[date] | None = None,
) -> Candidate:
    """A birth date found in a window that begins at `offset`; `births` are the days it tells, where it names none itself."""
    start, end = offset + written.start, offset + written.end
    days = written.days if births is None else frozenset(births)
    return Candidate("DATE_OF_BIRTH", start, end, round(score, 3), "birth-date", why, days)
