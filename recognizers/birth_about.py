"""Birth dates beside somebody's name and number, in another order: "697 975 837, William Savard, 09.10.1998", or beside the
number alone: "12 mai 1971 et 697 975 837"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import LONGEST, candidate, date_at, date_before
from recognizers.birth_rows import tells_other
from recognizers.birth_told import nine_at
from recognizers.dates import WrittenDate
from recognizers.everyday import is_full_name
from recognizers.glance import Answered
from recognizers.luhn import luhn
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.told import STOPS

_MARK: Final = r" ?[,;/|\t-]{1,2} ?"
_NAME: Final = r"(?P<name>[A-Z][A-Za-z'.-]{1,20},? (?:[A-Z][A-Za-z'.-]{0,20} ){0,2}[A-Z][A-Za-z'-]{1,20})"
#: Behind the number a name and the date; or the date, behind which a name stands.
_NAME_BEHIND: Final = compiled(rf"{_MARK}{_NAME}(?:{_MARK}| ?\((?:born |nee? )?)(?:(?:le|on|nee?|born) )*")
_TO_DATE: Final = compiled(_MARK)
_THEN_NAME: Final = compiled(rf"{_MARK}{_NAME}(?= ?(?:[\n.,;/|)\t]|\Z))")
#: Before the number the date and a name.
_NAME_BEFORE: Final = Ending(
    rf"(?:{_MARK}| ){_NAME}(?:{_MARK}| )(?:(?i:nas|sin|n\.a\.s\.|s\.i\.n\.) ?[:#]? ?)?\Z"
)
#: Between a number and a date that nothing else stands beside, no mark of a table.
_BESIDE: Final = compiled(r"(?:, |,? (?:et|and|puis|then|&|\+) | {0,2}\r?\n[ >*-]{0,6})(?:le |the )?")
#: Where both begin: the date, or the number, which begins a line.
_FIRST: Final = compiled(r"(?:\A|[\n:(>*-]) {0,2}\Z")
_LINE: Final = compiled(r"(?:\A|[\n>*-]) {0,2}\Z")
_BESIDE_BEFORE: Final = compiled(rf"(?:{_BESIDE.pattern})\Z")
_BESIDE_REACH: Final = 16
#: A line of a word or two above a number: it says what that is. A name is said of somebody.
_IS_TITLE: Final = compiled(r"[ >*-]{0,4}[a-z]{3,14}(?: [a-z]{2,14})? ?:?")
#: Rows that begin with the initials of people named before, the mark between a row's date and number; so far a row goes, and
#: the story before.
_STROKE: Final = compiled(r" ?[/;|] ?| - ")
_INITIALED: Final = compiled(r"[ >*-]{0,4}(?P<who>[A-Z](?:\.? ?-?[A-Z]){0,2})\.? ?(?:[:=)]|--?) ?")
_PERSON: Final = compiled(r"(?<![A-Za-z'-])[A-Z][a-z'-]+ (?:[A-Z][A-Za-z'-]* ){0,2}[A-Z][A-Za-z'-]+")
_CAPITAL: Final = compiled("[A-Z]")
_ROW: Final = 70
_STORY: Final = 500
#: What a date in such a list ends with.
_ENDS: Final = compiled(r"[\"')]{0,2} ?(?:\r?\n|\Z|[,;)|/]|\.(?![0-9])|[\"'])")
_LABEL: Final = compiled(
    r"(?<![a-z])(?:nas|sin|ssn|n\.a\.s|s\.i\.n|assurance sociale|social insurance)(?![a-z])"
)
#: What such a list begins with: a line, a mark.
_OPENS: Final = compiled(r"(?:\A|[\n.:;,(|>*-]) {0,2}\Z")
_OPENED: Final = 4
_FIGURES: Final = compiled("[0-9]")
#: Who has a number of his own, and gives no word for the date, was born before these years.
_YOUNGEST: Final = timedelta(days=14 * 365)
_BEFORE: Final = 70
#: Not reported unless the number bears it out.
_DOUBTFUL: Final = 0.3
_LEAD: Final = 60


def about_number(page: Page, flat: str, nines: list[Answered]) -> Iterator[Candidate]:
    """The date of a name and nine figures with a SIN's check digit: too little by itself, but beside a SIN that is told.

    Linear: each number is looked at once.
    """
    for first, last, _ in nines:
        span = nine_at(page, first, last)
        if span is None or not luhn("".join(_FIGURES.findall(flat, *span))):
            continue
        start, end = span
        rows, beside = [*_by_initials(page, flat, start)], [*_beside(page, flat, start, end)]
        named = [*_behind(page, flat, end), *_before(page, flat, start)]
        if not (rows or beside or named):
            continue
        *above, lead = page.lower[max(0, start - _LEAD) : start].split("\n")[-2:]
        if OTHER_NUMBER.search(lead) and not _LABEL.search(lead):
            continue
        titled = bool(above) and not _LABEL.search(above[0]) and _IS_TITLE.fullmatch(above[0]) is not None
        for offset, written in (*rows, *(() if titled else beside)):
            if all(page.today - day > _YOUNGEST for day in written.days):
                yield candidate(offset, written, _DOUBTFUL, ("pattern", "layout:number"))
        for offset, written in named:
            if all(page.today - day > _YOUNGEST for day in written.days):
                yield candidate(offset, written, 0.4, ("pattern", "layout:name"))


def _by_initials(page: Page, flat: str, number: int) -> Iterator[tuple[int, WrittenDate]]:
    """The date before the number at text[number:] in one of several rows that begin with initials: "F.: 1977-10-03 / …"."""
    start = page.text.rfind("\n", max(0, number - _ROW), number) + 1
    row = _INITIALED.match(page.text, start, number) if start else None
    if row is None or not (written := date_at(page, flat, row.end(), LONGEST)):
        return
    stroke = _STROKE.fullmatch(page.lower, row.end() + written.end, number)
    if stroke and _is_one_of_rows(page, start, row["who"]):
        yield row.end(), written


def _is_one_of_rows(page: Page, start: int, who: str) -> bool:
    """Whether the row at text[start:] has another with other initials above or below, and people with both are named above."""
    above = page.text.rfind("\n", max(0, start - _ROW), max(0, start - 1)) + 1
    below = page.text.find("\n", start, start + _ROW) + 1
    rows = [_INITIALED.match(page.text, place) for place in (above, below) if place and place != start]
    others = [row["who"] for row in rows if row and row["who"] != who]
    named = [
        name[0]
        for name in _PERSON.finditer(page.text, max(0, start - _STORY), start)
        if is_full_name(name[0])
    ]
    story = page.lower[max(0, start - _STORY) : above if others and above and rows[0] else start].rstrip()
    return (
        bool(others)
        and all(any(_fits(one, name) for name in named) for one in (who, others[0]))
        and not (story.endswith(":") and _tells_another(STOPS.split(story)[-1]))
    )


def _tells_another(head: str) -> bool:
    """Whether a head of rows says that they have other numbers, or other days, than somebody's own: "Factures :"."""
    return OTHER_NUMBER.search(head) is not None or tells_other(head)


def _fits(initials: str, name: str) -> bool:
    """Whether somebody's name begins with the initials: "F.", "FL" and "F. L." those of "Fatima Lévesque"."""
    letters = "".join(word[0] for word in name.split())
    return (
        letters.startswith(initial := "".join(_CAPITAL.findall(initials)))
        or letters[0] + letters[-1] == initial
    )


def _beside(page: Page, flat: str, start: int, end: int) -> Iterator[tuple[int, WrittenDate]]:
    """The dates right before and right behind the number."""
    if marked := _BESIDE.match(page.lower, end):
        written = date_at(page, flat, marked.end(), LONGEST)
        if (
            written
            and _ENDS.match(page.lower, marked.end() + written.end)
            and _LINE.search(page.lower, max(0, start - _OPENED), start)
        ):
            yield marked.end(), written
    marked = _BESIDE_BEFORE.search(page.lower, max(0, start - _BESIDE_REACH), start)
    if marked is None:
        return
    dated = date_before(page, flat, marked.start())
    if dated and _FIRST.search(page.lower, max(0, (begin := dated[0] + dated[1].start) - _OPENED), begin):
        yield dated


def _behind(page: Page, flat: str, end: int) -> Iterator[tuple[int, WrittenDate]]:
    """ ", William Savard, 09.10.1998" or ", 09.10.1998, William Savard"."""
    if (led := _NAME_BEHIND.match(page.text, end)) and is_full_name(led["name"]):
        written = date_at(page, flat, led.end(), LONGEST)
        if written and _ENDS.match(page.lower, led.end() + written.end):
            yield led.end(), written
    elif marked := _TO_DATE.match(page.text, end):
        written = date_at(page, flat, marked.end(), LONGEST)
        named = _THEN_NAME.match(page.text, marked.end() + written.end) if written else None
        if written and named and is_full_name(named["name"]):
            yield marked.end(), written


def _before(page: Page, flat: str, start: int) -> Iterator[tuple[int, WrittenDate]]:
    """ "09.10.1998 / William Savard / "."""
    named = _NAME_BEFORE.search(page.text[max(0, start - _BEFORE) : start])
    if named is None or not is_full_name(named["name"]):
        return
    end = max(0, start - _BEFORE) + named.start()
    dated = date_before(page, flat, end)
    if dated and _OPENS.search(flat, max(0, (begin := dated[0] + dated[1].start) - _OPENED), begin):
        yield dated
