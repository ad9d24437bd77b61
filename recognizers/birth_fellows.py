"""Birth dates in lists that people make themselves: rows that begin with somebody and hold a date, where one row is told, or
where what leads to them speaks of a family, of ages, of passports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_family import FAMILY
from recognizers.birth_line import (
    LONGEST,
    Cell,
    Line,
    cells_of,
    dated_lines,
    dated_lists,
    is_of_a_child,
    is_recent,
    line_at,
)
from recognizers.birth_rows import without_coming
from recognizers.birth_series import tells_deed
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.glance import words_at
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_SURE: Final = 0.5
_CONTEXT: Final = "context"
#: So many lines of a list are looked at.
_MOST: Final = 30
#: Of these days, a date is when something was written or done; a baby's may be.
_OF_LATE: Final = timedelta(days=30)
_CHILD: Final = timedelta(days=19 * 365)
#: What each of several people shows, for births and for many things.
_PAPERS: Final = vocabulary("identity identite passport passports passeport passeports".split())
#: What leads to a list of births: whose, or what they are asked for.
_LEAD_WORDS: Final = vocabulary("age ages birthdates birthdays".split()) | _PAPERS | FAMILY
#: Closed on pages without any.
LED: Final = gate(_LEAD_WORDS)
_SENTENCE: Final = compiled(r"[.!?][\"')]? {1,2}|\n")
#: What is told of how the list was made.
_COPIED: Final = compiled(
    r"(?<![a-z])(?:what's |what is )?(?:printed|ecrite?s?|marquee?s?) (?:there|here|in|on|inside|la|ici|dans|sur)(?![a-z])"
    r"|(?<=enfants )(?:recus?|inscrits?|gardes?)(?![a-z])|(?<=children )(?:received|enrolled)"
)
_OF_BIRTH: Final = compiled(
    r"(?<![a-z])(?:nais|births?(?![a-z])|birth ?da|dob(?![a-z])|ddn(?![a-z])|nee?s?(?![a-z])|born)"
)
_VETO: Final = "veto"
_CUE: Final = "cue"
_BY_NAM: Final = "corroboration:nam-date"
_LONGEST_HEAD: Final = 160
_COLUMNS: Final = compiled(r"[|;\t]| {2}")
_LEAD: Final = 500
_FEWEST: Final = 2
#: What was done on the days of a list ends so: "…, renewed on:".
_ON_DAYS: Final = compiled(r"(?<![a-z])(?:on|le|since|depuis) ?:\Z")
_SPREAD: Final = timedelta(days=300)


def fellows(page: Page, flat: str, found: list[Candidate]) -> Iterator[Candidate]:
    """The dates of rows beside one of `found`, all births, in its list. Linear: each line is read once."""
    return _beside(page, flat, found, [one for one in found if one.score >= _SURE and one.births])


def fellows_of_vouched(
    page: Page, flat: str, found: Iterable[Candidate], births: Set[date]
) -> Iterator[Candidate]:
    """The same beside those that only a NAM tells, by its date, of `births`. Linear: each line is read once."""
    dated = [one for one in found if one.entity_type == "DATE_OF_BIRTH"]
    told = [
        one
        for one in dated
        if not births.isdisjoint(one.births) and (one.score < _SURE or _BY_NAM in one.evidence)
    ]
    yield from _beside(page, flat, dated, told)


def _beside(page: Page, flat: str, dated: list[Candidate], told: list[Candidate]) -> Iterator[Candidate]:
    if not told or len(page.once(dated_lines)) < _FEWEST:
        return
    held: dict[tuple[int, int], list[Candidate]] = {}
    for one in told:
        line = _line_of(page, one)
        if not _is_alone(page, *line):
            held.setdefault(line, []).append(one)
    for lines in page.once(dated_lists) if held else ():
        own = [
            (row, one)
            for line in lines
            if line in held and (row := line_at(page, *line))
            for one in held[line]
        ]
        if own and len(own) < len(lines):
            yield from _beside_told(page, flat, lines[:_MOST], own, dated)


def _line_of(page: Page, one: Candidate) -> tuple[int, int]:
    """Where the line of a date begins and ends."""
    start = page.lower.rfind("\n", max(0, one.start - LONGEST), one.start) + 1
    end = page.lower.find("\n", one.end, one.end + LONGEST)
    return start, end if end >= 0 else len(page.lower)


def _is_alone(page: Page, start: int, end: int) -> bool:
    """Whether no line stands right before lower[start:end] or behind it."""
    return (start < 2 or page.lower[start - 2] == "\n") and page.lower[end + 1 : end + 2] in ("", "\n")


def _beside_told(
    page: Page,
    flat: str,
    lines: list[tuple[int, int]],
    own: list[tuple[Line, Candidate]],
    dated: list[Candidate],
) -> Iterator[Candidate]:
    """The dates of `lines` that stand as in their `own` rows, each with its date that is told by more than the words around, or
    as all of a cell.
    """
    marks = {row.mark for row, _ in own}
    opened = all(row.opened for row, _ in own)
    selves = {row.who.lower() for row, _ in own if row.kin or row.mark == ":"}
    taken = {(row.start, row.end) for row, _ in own}
    rows = [row for line in lines if line not in taken and (row := line_at(page, *line))]
    rows = [
        row
        for row in rows
        if row.who.lower() not in selves and (row.mark in marks or (opened and row.opened))
    ]
    held = [(row, one) for row, one in own if row.start <= one.start < row.end]
    few = len(own) + len(rows) <= _FEWEST
    rows = [row for row in rows if not few or row.kin or row.opened or row.mark not in ",: "]
    if not rows or not _is_list(page, flat, lines[0][0], held):
        return
    children = any(page.today - day < _CHILD for _, one in held for day in one.births)
    refused = {one.start for one in dated if any(why.startswith(_VETO) for why in one.evidence)}
    for row in rows:
        cells = cells_of(page, flat, row)
        if len(cells) != 1 or cells[0].first + cells[0].written.start in refused:
            continue
        child = is_of_a_child(page, row, cells[0])
        if _may_be_one(page, row, cells[0]) and (children or child or not is_recent(page, cells[0])):
            yield candidate(*cells[0], 0.6, ("pattern", "layout:sibling"))


def _is_list(page: Page, flat: str, start: int, held: list[tuple[Line, Candidate]]) -> bool:
    """Whether the list that begins at `start` is one of births: of those `held`, one is marked, or told by a cue, or
    the NAMs beside tell several, whatever was done with these people.
    """
    sure = [one for _, one in held if _CONTEXT not in one.evidence]
    if not sure and not any(_is_marked(page, flat, *one) for one in held):
        return False
    head = _SENTENCE.split(_before(page, start, _LONGEST_HEAD))[-1]
    return (
        any(_CUE in one.evidence for one in sure)
        or sum(_BY_NAM in one.evidence for one in sure) >= _FEWEST
        or not _tells_deed(head)
    )


def _before(page: Page, at: int, reach: int) -> str:
    """What stands right before lower[at:]."""
    return page.lower[max(0, at - reach) : at].rstrip(" >\r\n")


def _tells_deed(head: str) -> bool:
    """Whether the words right before a list say what was done with these people on days of their own."""
    return not _OF_BIRTH.search(head) and tells_deed(_COPIED.sub("", head))


def _is_marked(page: Page, flat: str, row: Line, told: Candidate) -> bool:
    """Whether the date that is told is all of its cell, in a row that a number or a bullet opens or marks part."""
    return (row.opened or row.mark not in ",: ") and any(
        cell.first + cell.written.start == told.start for cell in cells_of(page, flat, row)
    )


def _may_be_one(page: Page, row: Line, cell: Cell) -> bool:
    """Whether the date is not one of these days, but a baby's."""
    return all(page.today - day > _OF_LATE for day in cell.written.days) or is_of_a_child(page, row, cell)


def led_to(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates of rows that words about a family, ages or births lead to. Linear: each line is read once."""
    said = page.words & _LEAD_WORDS
    series = [lines for listed in page.once(dated_lists) for lines in _side_by_side(listed)] if said else []
    leads = words_at(said, flat) if series else []
    for lines in series:
        yield from _led(page, flat, lines, leads)


def _side_by_side(listed: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Those lines of a list that follow each other, two or more."""
    lines = listed[:1]
    for line in listed[1:]:
        if lines[-1][1] + 1 != line[0]:
            if len(lines) >= _FEWEST:
                yield lines
            lines = []
        lines.append(line)
    if len(lines) >= _FEWEST:
        yield lines


def _led(
    page: Page, flat: str, lines: list[tuple[int, int]], leads: list[tuple[int, str]]
) -> Iterator[Candidate]:
    """The dates of `lines` where what leads to them says what they are, or whose children; `leads` are the words that do."""
    start = lines[0][0]
    lead = _before(page, start, _LEAD)
    first = max(0, start - _LEAD) + lead.rfind("\n\n") + 1
    paragraph = leads[bisect_left(leads, (first, "")) : bisect_left(leads, (start, ""))]
    if not paragraph:
        return
    sentence = _SENTENCE.split(lead)[-1]
    last = without_coming(sentence)
    done = _ON_DAYS.search(last)
    if _tells_deed(last) or ((done or _COLUMNS.search(last)) and OTHER_EVENT.search(last)):
        return
    rows = [
        (row, cells[0])
        for line in lines
        if (row := line_at(page, *line)) and len(cells := cells_of(page, flat, row)) == 1
    ]
    if len(rows) < _FEWEST or not all(_may_be_one(page, *row) for row in rows):
        return
    days = [max(cell.written.days) for _, cell in rows]
    recent = [is_recent(page, cell) for _, cell in rows]
    near = paragraph[-1][0] >= max(0, start - _LEAD) + len(lead) - len(sentence) and not all(recent)
    kin = any(row.kin for row, _ in rows)
    if max(days) > min(days) and (
        (
            near
            and any(row.known for row, _ in rows)
            and any(kin or word not in _PAPERS for _, word in paragraph)
        )
        or (
            any(kin or word in FAMILY for _, word in paragraph)
            and all(row.known for row, _ in rows)
            and max(days) - min(days) > _SPREAD
            and not any(
                late and not is_of_a_child(page, *row) for row, late in zip(rows, recent, strict=True)
            )
        )
    ):
        for _, cell in rows:
            yield candidate(*cell, 0.6, ("pattern", "layout:rows"))
