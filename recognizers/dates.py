"""Calendar dates as people write them in French and English: figures, words, labels; every reading that is possible.

The official Québec form is YYYY-MM-DD (OQLF, ISO 8601); day first and month first are both common, so that a date in
figures may have two readings. Patterns run on flattened text (`flatten`), in which line ends, quote marks and table
rules are spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from recognizers.date_forms import DAY, Written, days_of, days_of_month, plausible, years_of
from recognizers.digits import FLAT
from recognizers.glance import lone_years, written_dates
from recognizers.month_forms import MONTH
from recognizers.month_slips import with_months
from recognizers.nam_number import OLDEST, oldest_birth
from recognizers.odd_dates import odd_dates
from recognizers.patterns import compiled

_OF_BIRTH: Final = "(?: (?:de |of )?(?:naissance|birth))?"
#: Whose part it is, as forms name their fields: "birth_day", "birthDate[day]".
_FIELD: Final = r"(?:(?:dob|ddn|(?:date (?:de )?)?nais(?:sance)?|birth ?(?:date)?|born)[ .(\[\-]{0,3})?"
_IS: Final = r"[ :=.)(\[\]\"'\-]{1,6}(?:(?:c'est|est|is)(?: (?:le|the))? {1,3})?"
#: Or the figures right behind: "A1982 M04 J09".
_IS_OR_GLUED: Final = rf"(?:{_IS}|(?=[0-9]))"
_J: Final = rf"{_FIELD}(?:jours?|jj?|days?|dd?){_OF_BIRTH}{_IS_OR_GLUED}([0-9]{{1,2}})(?:er|st|nd|rd|th)?"
_M: Final = rf"{_FIELD}(?:mois|mm?|months?){_OF_BIRTH}{_IS_OR_GLUED}([0-9]{{1,2}}|{MONTH})"
_A: Final = (
    rf"{_FIELD}(?:annees?|ans?|aaaa|aa|a|years?|yyyy|yy|y){_OF_BIRTH}{_IS_OR_GLUED}([0-9]{{4}}|[0-9]{{2}})"
)
_GAP: Final = r"[ ,;/.)&\"'\[\](|\-]{1,8}(?:(?:et|and|puis|pis|then|ensuite|enfin|next|finally),? )?(?:(?:le|la|the) |l')?"
_FIGURE: Final = compiled("[0-9]")
#: A labelled date has this in it.
_LABELLED_MONTH: Final = compiled(
    rf"m(?:(?<![a-z0-9]m)|(?<=birthm)|(?<=dobm))(?:ois|m|onths?)?{_OF_BIRTH}(?:{_IS}[0-9jfmasond]|[0-9])"
)
_LABELLED: Final = compiled(
    rf"(?<![a-z0-9])(?:(?P<dmy>{_J}{_GAP}{_M}{_GAP}{_A})|(?P<ymd>{_A}{_GAP}{_M}{_GAP}{_J})"
    rf"|(?P<mdy>{_M}{_GAP}{_J}{_GAP}{_A}))(?![0-9])"
)
_PARTIAL: Final = compiled(
    rf"(?<![0-9a-z])(?:{DAY} (?:d')?({MONTH})(?![a-z])|({MONTH})(?![a-z]) ?(?:of )?((?:19"
    rf"|20)[0-9]{{2}})|({MONTH})(?![a-z]) {DAY}"
    r"|((?:19|20)[0-9]{2}|'[0-9]{2}))(?![0-9])"
)


#: A mark and the figures of a year more.
_A_YEAR: Final = compiled("[ ./-](?:[0-9]{2}){1,2}(?![0-9])")
_MORE: Final = 5


class WrittenDate(NamedTuple):
    """A date as written: where it stands and the days it may mean (for somebody alive: not later than today, 120 years)."""

    start: int
    end: int
    form: str
    days: frozenset[date]

    def __repr__(self) -> str:
        return f"WrittenDate({self.start}, {self.end}, {self.form!r})"


#: A date of what was read, faster than its class makes it.
_written: Final[Callable[[Written], WrittenDate]] = partial(tuple.__new__, WrittenDate)


def flatten(lower: str) -> str:
    """The text with line ends, quote marks and table rules as spaces; offsets stay."""
    return lower.encode("ascii").translate(FLAT).decode("ascii")


def find_dates(flat: str, today: date) -> list[WrittenDate]:
    """The full dates in flattened text that may be somebody's birth date, in order. Linear."""
    return list(map(_written, written_dates(flat, oldest_birth(today), today)))


def dates_in(today: date, window: str) -> list[WrittenDate]:
    """All full dates of a short text, in order: also those in labelled parts, and odd ones before the first."""
    dates = list(map(_written, written_dates(window, oldest_birth(today), today)))
    if not dates and not _FIGURE.search(window):
        return []
    lone = lone_years(window, dates)
    if (lone or not dates) and (read := with_months(window, lone, short=not dates)) is not window:
        dates = find_dates(read, today)
    if not dates or _FIGURE.search(window, 0, dates[0].start) or _A_YEAR.match(window, dates[0].end):
        dates = _with_odd(window, dates, today)
    if (
        "m" in window
        and _LABELLED_MONTH.search(window)
        and (labelled := [*find_labelled_dates(window, today)])
    ):
        dates += labelled
        dates.sort(key=lambda one: (one.start, -one.end))
    return dates


def _with_odd(window: str, dates: list[WrittenDate], today: date) -> list[WrittenDate]:
    """Those dates, and before the first such as only a label makes dates.

    Or one of these in its place: "12 04 19 85" for "12 04 19", "août 30 08 1956" for "août 30 08".
    """
    first = dates[0] if dates else None
    within = window if first is None else window[: first.end + _MORE]
    odd = list(map(_written, odd_dates(within, oldest_birth(today), today, first)))
    if not odd:
        return dates
    return [*odd, *(one for one in dates if one.start >= odd[-1].end)]


def find_labelled_dates(flat: str, today: date) -> Iterator[WrittenDate]:
    """Dates whose parts are labelled ("Jour : 12 Mois : 04 Année : 1985"); the span begins with the first value."""
    if not _LABELLED_MONTH.search(flat):
        return
    for found in _LABELLED.finditer(flat):
        form = found.lastgroup or ""
        values = [
            index
            for index in range(2, found.re.groups + 1)
            if found[index] is not None and index not in _OUTER
        ]
        parts = dict(zip(form, (found[index] for index in values), strict=True))
        month = parts["m"]
        years, day = years_of(parts["y"]), int(parts["d"])
        days = days_of(years, int(month), day) if month.isdigit() else days_of_month(years, month, day)
        yield WrittenDate(
            found.start(values[0]), found.end(), "labelled", plausible(days, oldest_birth(today), today)
        )


_OUTER: Final = frozenset(_LABELLED.groupindex.values())


def find_partial_date(flat: str, today: date, start: int, end: int) -> WrittenDate | None:
    """The first year, month with year, or day with month in flat[start:end]."""
    for found in _PARTIAL.finditer(flat, start, end):
        year = found[4] or found[7]
        if year and len(year) == 4 and not today.year - OLDEST <= int(year) <= today.year:
            continue
        if any(found[index] and not 1 <= int(found[index]) <= 31 for index in (1, 6)):
            continue
        return WrittenDate(found.start(), found.end(), "partial", frozenset())
    return None
