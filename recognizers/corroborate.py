"""Lets the parts of one message speak for each other.

A date equal to the one inside a NAM is a birth date, and what is told once to be a birth date or a SIN is one wherever the
message repeats it (its other rendering, the quoted reply); name letters that match a name in the message, or the birth date
given beside it, vouch for a NAM; a number that only looks like a SIN gains from identifiers around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from recognizers.birth_beside import beside_names
from recognizers.birth_fellows import fellows_of_vouched
from recognizers.birth_other_days import without_other_days
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.birth_vouched import behind_vouched
from recognizers.date_forms import Written
from recognizers.everyday import is_everyday
from recognizers.glance import dates_near, letters_of
from recognizers.nam_number import oldest_birth
from recognizers.page import Candidate, Page
from recognizers.patterns import Pattern, compiled
from recognizers.sin_again import same_numbers
from recognizers.sin_rows import listed_with_names, without_others
from recognizers.spans import Spans

Found = list[list[Candidate]]
_SURE: Final = 0.8
_LIKELY: Final = 0.6
_EVEN: Final = 0.5
#: A NAM that scores less is raised by a name or a birth date, a birth date up to `_FIRM` by a NAM.
_RAISABLE: Final = 0.9
_FIRM: Final = 0.97
_NEVER: Final[frozenset[date]] = frozenset()
#: Evidence of form alone, which other identifiers of the message make enough.
_LOOKS: Final = frozenset(("form", "layout:name"))
#: Evidence of a date that a name, or the words around, make somebody's birth.
_SOMEBODYS: Final = frozenset(
    ("layout:name", "layout:number", "layout:person", "layout:signature", "context")
)
#: Names are looked for within these bounds, so that a message full of doubtful numbers costs no more.
_LONGEST_SEARCH: Final = 40_000
_MOST_NAMES: Final = 24
#: Evidence of a SIN that no label names.
_BY_ODDS: Final = frozenset(("context", "corroboration:rows", "cue:elsewhere", "layout:name"))
_NAM_DATE: Final = "corroboration:nam-date"
_REPEATED: Final = "corroboration:repeated"
_SHORTEST_DATE: Final = 6  # characters
_BEFORE_DATE: Final = 40
#: How far from a date the number beside it begins at most, and what stands between: marks, how the date is written.
_PAIR: Final = 24
#: So near the next line begins.
_NEXT: Final = 4
_MARKS: Final = compiled(
    r"(?: ?\([ajmdy]{1,4}([-/. ])[ajmdy]{1,4}\1[ajmdy]{1,4}\))?[ ,;|/\t-]{1,4}|,? (?:et|and|puis|then|&|\+) (?:le |the )?"
    r"|\r?\n[ >*-]{0,6}(?:\(?[0-9a-h][.):] ?)?|[,;.]? \(?[2-9b-h][.):] ?"
)
#: Laws, contracts and programmes begin on this day.
_NEW_YEAR: Final = (1, 1)
_WORD: Final = compiled("[a-z]+")
_begin: Final = attrgetter("start")
#: Letters, appointments and files bear dates of these days; a birth so near is a date among them.
_LONG_AGO: Final = timedelta(days=730)


def corroborate(pages: Sequence[Page], found: Found, *, want_dates: bool) -> Found:
    """The candidates of each page with scores raised where the message bears them out, and birth dates added.

    Linear in the length of the message: dates are read only where a NAM or a birth date that is told gives one to look
    for, names only for a NAM that is still in doubt.
    """
    said = _said(found)
    if said.doubtful and (named := _named_initials(pages, said.doubtful)):
        found = [[_vouched_by_name(one, named) for one in page] for page in found]
        said = _said(found)
    births = _days(said.births)
    told = _told_births(pages, _days(said.told)) if want_dates and said.told else _NEVER
    found = [
        _borne_out(page, of_page, said, births, told, want_dates=want_dates)
        for page, of_page in zip(pages, found, strict=True)
    ]
    if (
        said.weak
        or births
        or (want_dates and said.numbers and any(page.once(beside_names) for page in pages))
    ):
        found = _all_raised(found, births)
    if not (said.bare or said.unnamed or said.numbers):
        return found
    return [
        listed_with_names(page, _paired(page, of_page)) for page, of_page in zip(pages, found, strict=True)
    ]


class _Said:
    """What the candidates of a message tell of each other, gathered in one pass."""

    __slots__ = ("bare", "births", "doubtful", "numbers", "told", "unnamed", "weak")

    def __init__(self) -> None:
        #: The letters of NAMs that are still in doubt.
        self.doubtful: set[str] = set()
        #: What NAMs tell of births, and what is surely told to be a birth date.
        self.births: list[frozenset[date]] = []
        self.told: list[frozenset[date]] = []
        #: The SINs that are surely told, nine figures each.
        self.numbers: set[str] = set()
        #: Whether some candidate can be raised at all; whether one is a SIN by its form alone; or without a label of its own.
        self.weak = self.bare = self.unnamed = False


def _said(found: Found) -> _Said:
    said = _Said()
    for page in found:
        for one in page:
            score = one.score
            if score < _EVEN and not _LOOKS.isdisjoint(one.evidence):
                said.weak = True
                if "form" in one.evidence:
                    said.bare = said.unnamed = True
            elif one.figures and not _BY_ODDS.isdisjoint(one.evidence):
                said.unnamed = True
            if one.initials:
                if score >= _LIKELY:
                    said.births.append(one.births)
                if score < _RAISABLE and one.entity_type == "CA_QC_NAM":
                    said.weak = True
                    said.doubtful.add(one.initials)
            if score >= _SURE:
                if one.entity_type == "DATE_OF_BIRTH":
                    said.told.append(one.births)
                elif one.figures:
                    said.numbers.add(one.figures)
    return said


def _borne_out(
    page: Page,
    found: list[Candidate],
    said: _Said,
    births: frozenset[date],
    told: frozenset[date],
    *,
    want_dates: bool,
) -> list[Candidate]:
    """The candidates of a page without those that are another's, and those that the rest of the message adds."""
    if births:
        found = _outside_nams(found)
    if want_dates and (births or told):
        found = [*found, *_same_dates(page, found, births, told), *_spelled_dates(page, found, births, told)]
    if want_dates and births and any(_is_of(one, births) for one in found):
        found = [*found, *behind_vouched(page, found, births)]
        found = [*found, *fellows_of_vouched(page, page.flat, found, births)]
    if want_dates and (said.numbers or births):
        found = [*found, *page.once(beside_names)]
    if want_dates:
        found = without_other_days(page, found)
    if said.numbers:
        found = [*found, *same_numbers(page, found, said.numbers)]
    return without_others(page, found) if said.unnamed else found


def _is_of(one: Candidate, births: frozenset[date]) -> bool:
    """Whether a candidate is a date of birth that may mean one of `births`."""
    return one.entity_type == "DATE_OF_BIRTH" and not one.births.isdisjoint(births)


def _named_initials(pages: Sequence[Page], doubtful: set[str]) -> set[str]:
    """The NAM letters, of those still in doubt, that somebody named in the message has."""
    text = "\n".join(page.lower for page in pages)[:_LONGEST_SEARCH]
    letters = f" {letters_of(text)}"
    return {
        initials
        for initials in sorted(doubtful)[:_MOST_NAMES]
        if _may_be_named(_surname(initials), letters) and _is_named(_names(initials), text)
    }


def _is_named(names: Pattern, text: str) -> bool:
    """Whether somebody's name is among the words that fit: also where an everyday word and a name do ("liste de Luc Boucher")."""
    found = names.search(text)
    while found and not _is_somebody(found[0]):
        found = names.search(text, found.start() + 1)
    return found is not None


def _is_somebody(name: str) -> bool:
    """Whether the words that fit a NAM's letters are no everyday ones: "page lists pumps"."""
    first, *_, last = _WORD.findall(name)
    return not any(is_everyday(word) for word in (first, last))


def _may_be_named(surname: str, letters: str) -> bool:
    """Whether a word begins with these letters, gaps between them or not: a pattern for what does not is slow to compile.

    `letters` is a space and the text (see `letters_of`).
    """
    written = [f" {surname[0]}"]
    for letter in surname[1:]:
        written = [before + gap + letter for before in written for gap in ("", " ")]
    return surname.startswith("st") or any(one in letters for one in written)


def _days(births: list[frozenset[date]]) -> frozenset[date]:
    return births[0].union(*births[1:]) if births else _NEVER


def _outside_nams(candidates: list[Candidate]) -> list[Candidate]:
    """Without the "dates" that are figures of a NAM."""
    dates = [one for one in candidates if one.entity_type == "DATE_OF_BIRTH"]
    if not dates:
        return candidates
    nams = Spans([(one.start, one.end) for one in candidates if one.initials and one.score >= 0.6])
    inside = {id(one) for one in dates if nams.touch(one.start, one.end)}
    return [one for one in candidates if id(one) not in inside] if inside else candidates


def _told_births(pages: Sequence[Page], told: frozenset[date]) -> frozenset[date]:
    """The birth dates that the message surely tells, but for those so near that anything may bear the same date."""
    latest = pages[0].today - _LONG_AGO
    return frozenset([day for day in told if day < latest and (day.month, day.day) != _NEW_YEAR])


def _same_dates(
    page: Page, candidates: list[Candidate], births: frozenset[date], told: frozenset[date]
) -> Iterator[Candidate]:
    """The dates equal to one inside a NAM, or to one that is told to be a birth date elsewhere."""
    found = _dates_of(page, _without(page.flat, candidates), births | told)
    if not found:
        return
    taken = Spans(
        (one.start, one.end) for one in candidates if one.initials or one.entity_type == "DATE_OF_BIRTH"
    )
    for start, end, _, days in found:
        if taken.touch(start, end):
            continue
        in_nam = not days.isdisjoint(births)
        if not in_nam and _is_another_event(page, start):
            continue
        score, evidence = 0.95 if in_nam else 0.9, ("pattern", _NAM_DATE if in_nam else _REPEATED)
        yield Candidate("DATE_OF_BIRTH", start, end, score, "birth-date", evidence, days)


def _dates_of(page: Page, flat: str, births: frozenset[date]) -> list[Written]:
    if len(flat) < _SHORTEST_DATE:  # a form has many such fields
        return []
    return dates_near(flat, births, oldest_birth(page.today), page.today)


def _is_another_event(page: Page, start: int) -> bool:
    """Whether the words before the date that begins at `start`, on its line, speak of something else that happened that day."""
    line = page.lower[max(0, start - _BEFORE_DATE) : start].rpartition("\n")[2]
    return OTHER_EVENT.search(line) is not None


def _spelled_dates(
    page: Page, candidates: list[Candidate], births: frozenset[date], told: frozenset[date]
) -> Iterator[Candidate]:
    """The same for dates in words."""
    if not (respelled := page.respelled):
        return
    second, back = respelled
    known = Spans((one.start, one.end) for one in candidates if one.entity_type == "DATE_OF_BIRTH")
    for first, last, _, days in _dates_of(second, second.flat, births | told):
        start, end = back.span(first, last)
        if not back.changes(first, last):
            continue
        in_nam = not days.isdisjoint(births)
        if in_nam or not known.touch(start, end):
            evidence = ("pattern", _NAM_DATE if in_nam else _REPEATED, "spelled")
            yield Candidate("DATE_OF_BIRTH", start, end, 0.9, "birth-date", evidence, days)


def _without(flat: str, candidates: list[Candidate]) -> str:
    """The text with what is surely found in it blanked: its figures do not run into the dates beside it, nor is it read again."""
    sure = [one for one in candidates if one.score >= _SURE]
    if not sure:
        return flat
    parts, position = [], 0
    for one in sorted(sure, key=_begin):
        if one.start >= position:
            parts += [flat[position : one.start], "#" * (one.end - one.start)]
            position = one.end
    return "".join((*parts, flat[position:]))


def _vouched_by_name(one: Candidate, named: set[str]) -> Candidate:
    if (
        one.entity_type != "CA_QC_NAM"
        or one.score >= _RAISABLE
        or one.initials not in named
        or "veto:thing" in one.evidence
    ):
        return one
    return _with(one, 0.8 if one.births else 0.5, "corroboration:name")


def _all_raised(found: Found, births: frozenset[date]) -> Found:
    """The candidates, those raised that others bear out."""
    given: list[frozenset[date]] = []
    sure: set[str] = set()
    looks = False
    for page in found:
        for one in page:
            looks |= one.score < _EVEN and not _LOOKS.isdisjoint(one.evidence)
            if one.score >= _SURE:
                sure.add(one.entity_type)
            if one.births and not one.initials and one.score >= _EVEN:
                given.append(one.births)
    told = _days(given)
    edges = [_edges(page) if looks else {} for page in found]
    return [
        [_raised(one, births, told, sure, beside) if one.score < _FIRM else one for one in page]
        for page, beside in zip(found, edges, strict=True)
    ]


def _raised(
    one: Candidate, births: frozenset[date], given: frozenset[date], sure: set[str], beside: dict[int, str]
) -> Candidate:
    score = one.score
    if one.entity_type == "DATE_OF_BIRTH" and not one.births.isdisjoint(births):
        return _with(one, _FIRM, _NAM_DATE)
    if score < _RAISABLE and one.entity_type == "CA_QC_NAM" and not one.births.isdisjoint(given):
        return _with(one, _RAISABLE, "corroboration:birth-date")
    if (
        0.35 <= score < _EVEN
        and not _LOOKS.isdisjoint(one.evidence)
        and sure - {one.entity_type}
        and (one.entity_type not in sure or _is_next_to_another(one, beside))
    ):
        return _with(one, 0.6, "corroboration:identifiers")
    return one


def _edges(page: Iterable[Candidate]) -> dict[int, str]:
    """Where each sure candidate begins and ends, and its type."""
    return {at: one.entity_type for one in page if one.score >= _SURE for at in (one.start, one.end)}


def _is_next_to_another(one: Candidate, beside: dict[int, str]) -> bool:
    """Whether a sure identifier of another kind stands right before it or behind, as in the next line.

    Where one of its kind is told by name, what only looks like one elsewhere is another number.
    """
    near = (*range(one.start - _NEXT, one.start + 1), *range(one.end, one.end + _NEXT + 1))
    return any(beside.get(at, one.entity_type) != one.entity_type for at in near)


def _paired(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """Somebody's date and right beside it the figures of a SIN: either would be too little."""
    numbers = [
        one
        for one in candidates
        if one.entity_type == "CA_SIN" and ("form" in one.evidence or one.score >= _EVEN)
    ]
    if not numbers:
        return candidates
    starts, ends = {one.start: one for one in numbers}, {one.end: one for one in numbers}
    pairs = {
        id(one)
        for written in candidates
        if written.entity_type == "DATE_OF_BIRTH" and not _SOMEBODYS.isdisjoint(written.evidence)
        for number in (
            *(
                starts[at]
                for at in range(written.end + 1, written.end + _PAIR + 1)
                if at in starts and _MARKS.fullmatch(page.lower, written.end, at)
            ),
            *(
                ends[at]
                for at in range(max(0, written.start - _PAIR), written.start)
                if at in ends
                and "layout:number" in written.evidence
                and _MARKS.fullmatch(page.lower, at, written.start)
            ),
        )
        for one in (written, number)
    }
    if not pairs:
        return candidates
    return [_with(one, 0.6, "corroboration:pair") if id(one) in pairs else one for one in candidates]


def _with(one: Candidate, score: float, why: str) -> Candidate:
    if one.score >= score or "partial" in one.evidence or why in one.evidence:
        return one
    return one.weighed(score, why)


def _surname(initials: str) -> str:
    """The letters of a NAM that are the surname's: padded with X where it has fewer than three."""
    return initials[:3].rstrip("x") or initials[:1]


#: What no given name is, though it stands before what may be a surname: "the router".
_NO_NAME: Final = "the|this|that|their|to|these|those|le|la|les|leur|une|mon|ma|mes|my|son|sa|ses|sur|des|du|par|pour|please"


def _names(initials: str) -> Pattern:
    """A surname and given name, in either order, that give these four letters (RAMQ's rule: Saint → ST, padded with X)."""
    surname, given = _surname(initials), initials[3]
    itself = rf"(?!(?:{initials}|{_NO_NAME})(?![a-z]))"
    family = itself + "[' -]?".join(surname)
    if surname.startswith("st"):
        family = rf"(?:{family}|s(?:ain)?te?s?[ -]{surname[2:]})"
    rest = "[a-z'-]*" if len(surname) == 3 else ""
    return re.compile(
        rf"(?<![a-z])(?=[{surname[0]}{given}])"
        rf"(?:{family}{rest}(?![a-z])[ ,;:|\t]{{1,3}}(?:[a-z]+ ){{0,1}}{itself}{given}[a-z'-]+(?![a-z0-9])"
        rf"|{itself}{given}[a-z'-]+ (?:[a-z.'-]+ ){{0,2}}{family}{rest}(?![a-z0-9]))"
    )
