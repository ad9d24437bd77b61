"""A birth date as it is read, the name beside it, and the candidate that it makes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from recognizers.date_forms import WEEKDAY
from recognizers.dates import WrittenDate, dates_in, find_dates
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.spans import Spans

_SURE: Final = 0.5
#: The evidence of a rule that says that a date is another event's.
REFUSED: Final = "veto:event"
_NONE: Final = Spans()
_place: Final = itemgetter(0)
#: Of a year, two figures are enough; so much before and behind these may be of its date.
YEAR: Final = 2
_BEFORE: Final = 26
_AFTER: Final = 16
_DAYS: Final = 365.25
#: So many years ago, few dates are that people write of anything but births.
HALF_A_LIFE: Final = 27
#: A date beside a name or in a list of people that is not older is that of a letter or a visit rather than of a birth.
RECENT: Final = timedelta(days=3 * 365)
#: A date in words, with its day of the week, is no longer.
LONGEST: Final = 40
#: Three figures by themselves, or more than eight, in a page's shape (see `digits.shape`): no date holds them.
NO_DATE: Final = re.compile(b"000(?<![0axu]000)(?:0{6,})?+(?![0axu])")
#: What a date begins with: a figure, or a word or two before one, as months stand, some in two parts; a day of the week.
_BEGINS: Final = compiled(
    rf"[0-9']|[a-z][a-z?\x7f]*+[^a-z0-9]{{0,18}}(?:[a-z]++[^a-z0-9]{{1,18}}+)?[0-9]|{WEEKDAY}"
)
#: A full name with capitals, right before what stands beside it; so near before that it is looked for.
NAME_BEFORE: Final = compiled(
    r"[A-Z](?<![A-Za-z.'-][A-Z])[A-Za-z'-]{1,20} (?:[A-Z][A-Za-z'-]{1,20} ){0,1}[A-Z][A-Za-z'-]{0,20} $"
)
NAME_REACH: Final = 46
CAPITALIZED: Final = compiled("[A-Z][A-Za-z'-]+")


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


def refused(offset: int, written: WrittenDate) -> Candidate:
    """A date that words call a birth date, and then another: no finding, and for nobody else to weigh."""
    return candidate(offset, written, 0.4, ("pattern", "cue:after", REFUSED))


def settled(found: Collection[Candidate]) -> Spans:
    """Where the candidates are of which rules are sure, or which they refused: nothing else is asked of these dates."""
    sure = [(one.start, one.end) for one in found if one.score >= _SURE or REFUSED in one.evidence]
    sure.sort(key=_place)
    return Spans(sure) if sure else _NONE


def age(page: Page, days: Set[date]) -> float:
    """How old who was born on the last of these days is, in years."""
    return (page.today - max(days)).days / _DAYS


def dates_around(page: Page, flat: str, years: Iterable[int]) -> Iterator[tuple[int, WrittenDate]]:
    """The full dates with years at `years`: where the text begins that each was read from, and the date."""
    for at in years:
        first, end = max(0, at - _BEFORE), at + YEAR + _AFTER
        if flat[end - 1 : end + 1].isalpha():  # in a month's name
            end = flat.find(" ", end, end + _AFTER) + 1 or end
        for written in find_dates(straighten(flat[first:end]), page.today):
            if written.days and first + written.start <= at < first + written.end:
                yield first, written


def date_at(page: Page, flat: str, start: int, reach: int) -> WrittenDate | None:
    """The date that begins at flat[start], if one does and may be somebody's birth; it is read within `reach` characters."""
    window = straighten(flat[start : start + reach])
    dates = dates_in(page.today, window) if _BEGINS.match(window) else ()
    return dates[0] if dates and not dates[0].start and dates[0].days else None


def date_before(page: Page, flat: str, end: int) -> tuple[int, WrittenDate] | None:
    """The date that ends at flat[end], if one does and may be somebody's birth, and where the text begins that it is read in."""
    first = max(0, end - LONGEST)
    dates = dates_in(page.today, straighten(flat[first:end]))
    return (first, dates[-1]) if dates and dates[-1].days and first + dates[-1].end == end else None
