"""SINs whose groups stand in three cells under the label ("SIN part 1 | part 2 | part 3"), or under keys behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.cues import Cue
from recognizers.nine_digits import NineDigits, nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_number import IN_COLUMN, IN_ODD_FORM, judge

#: Threes in cells of their own.
_THREE_CELLS: Final = compiled(
    r"(?<![0-9])([0-9]{3})\"? ?([|\t;,]) ?\"?([0-9]{3})\"? ?\2 ?\"?([0-9]{3})\"? ?(?=\2|\r?\n|\Z)"
)
#: A row with no other cell.
_ROW_OF_THREE: Final = compiled(
    r"[ >\"|]{0,4}([0-9]{3})\"? ?([|\t;,]) ?\"?([0-9]{3})\"? ?\2 ?\"?([0-9]{3})[ \"|]{0,4}(?:\r?\n|\Z)"
)
#: How those look: `re` finds what a pattern begins with fast, but not behind a look back.
_CELLS_SHAPE: Final = re.compile(b"000(?<!0000)(?=[^0]{1,5}000[^0]{1,5}000(?!0))")
_NINE_CELL: Final = compiled(r"[|\t;,][ \"]{0,2}([0-9]{9})(?![0-9])")
_TOGETHER: Final = compiled(r"[^|\t;,]+")
_MARKS: Final = "|\t;,"
#: The end of a cell whose last figures are another's: the mark between was lost.
_STUCK: Final = compiled(r"[a-z]([0-9]{3}([ -]?)[0-9]{3}\2[0-9]{3})[ \"]{0,2}\Z")
_STUCK_SHAPE: Final = re.compile(b"000(?<=[aux]000)(?:000000| 000 000)")
#: What the heads of the second and third cell say: nothing, that they go on, or the label once more.
_GOES_ON: Final = compiled(
    r"[ \"'_(]*(?:(?:nas|sin|ssn)(?![a-z]))?[ \"'_.(#-]*"
    r"(?:(?:part(?:ie)?|pt|bloc|block|seg(?:ment)?|groupe?|grp|section|morceau|chunk|digits|chiffres|no)(?![a-z]))?[ _.#-]*"
    r"(?:[23bc]|ii|iii|suite|cont(?:inued|'d|d)?|milieu|middle|mid|fin|end|last|dernier|3 (?:derniers|suivants)"
    r"|(?:next|last) (?:3|three))?[ \"')_.3-]*"
)
#: So many lines below the heads, and so much of each, are read.
_ROWS: Final = 40
_LONGEST: Final = 400
#: So many cells more than one a value has that stands in three.
_MORE: Final = 2
#: So many cells more has a row in which one, two or three values stand in three cells each.
_SHIFTS: Final = (2, 4, 6)
#: A rule between the heads and the rows.
_RULE: Final = compiled(r"[ \r|+\-=:]*")
#: What stands before a group under a key or a number: '"a":"', 'p1="', "<p1>", "(3)", "2e bloc :".
_KEY: Final = (
    r"(?:[\s,&]{0,3}[\"']?[a-z_]{1,12}[0-9]?[\"']? ?[:=] ?[\"']?|(?:[\s]{0,3}</?[a-z_]{1,12}[0-9]?>\s{0,3}){1,3}"
    r"|[\s,;]{0,3}\(?[1-3](?:er|re|e|st|nd|rd|eme)?[ a-z]{0,14}[):.][ ]?)"
)
_KEYED: Final = compiled(
    rf"[\"' >:={{\[]{{0,6}}{_KEY}([0-9]{{3}})[\"']?{_KEY}([0-9]{{3}})[\"']?{_KEY}([0-9]{{3}})(?![0-9])"
)
#: How such groups look.
_KEYED_SHAPE: Final = re.compile(b"000(?<!0000)(?:[^0]{2,24}+(?:0[^0]{1,18}+){0,2}000){2}(?!0)")

#: The same where each key is the label's: "nas1=130&nas2=692&nas3=544", "sin[]=130&sin[]=692&sin[]=544".
_INDEX: Final = r"_?[0-9]?(?:\[[0-9]?\])?[\"' >:=]{1,4}"
_SAME_KEY: Final = (
    rf"(?:[\"',;&\s]{{1,4}}(?:nas|sin|ssn){_INDEX}|</(?:nas|sin|ssn)>\s{{0,4}}<(?:nas|sin|ssn)>\s?)"
)
_SAME_KEYS: Final = compiled(rf"{_INDEX}([0-9]{{3}}){_SAME_KEY}([0-9]{{3}}){_SAME_KEY}([0-9]{{3}})(?![0-9])")
#: Keys of its parts, that its own name begins: '"sinPart1","value":"130"},{"field":"sinPart2","value":"692" …'.
_VALUE_OF: Final = r"[\"' ]{0,2}(?:, ?[\"']?(?:value|val|valeur|text|texte)[\"']? ?)?[:=>] ?[\"']?"
_NEXT_PART: Final = (
    r"[\"'}\]\s,;&{]{0,8}(?:</(?:nas|sin|ssn)(?:part(?:ie)?)?_?[0-9]?>\s{0,4}<)?"
    r"(?:[\"']?(?:field|name|key|id|label|champ|nom|cle)[\"']? ?[:=] ?)?[\"']?(?:nas|sin|ssn)(?:part(?:ie)?)?_?[0-9]"
)
_PARTS: Final = compiled(
    rf"_?[0-9]?{_VALUE_OF}([0-9]{{3}}){_NEXT_PART}{_VALUE_OF}([0-9]{{3}}){_NEXT_PART}{_VALUE_OF}([0-9]{{3}})(?![0-9])"
)
#: Threes in angles: "<130><692><544>".
_ANGLED: Final = compiled(
    r"(?: ?(?:is|est|no|number|num|numero))?[ :=#.]{0,4}<([0-9]{3})>[ -]?<([0-9]{3})>[ -]?<([0-9]{3})>(?![0-9])"
)


def may_be_keyed(page: Page) -> bool:
    """Whether threes with other characters between stand on a page."""
    return _KEYED_SHAPE.search(page.shape) is not None


def may_be_parted(page: Page) -> bool:
    """Whether threes stand in cells of their own somewhere."""
    return any(_THREE_CELLS.match(page.lower, found.start()) for found in _CELLS_SHAPE.finditer(page.shape))


def parted_numbers(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The numbers below a cue that heads three columns, or one where the rows have two cells more than heads."""
    lower = page.lower
    mark, heads, place, last = _heads(page, cue)
    if not mark or (not place and page.shape.find(b"0", cue.end, last) < 0):
        yield from _rows_of_three(page, cue, last)
    if place < 0:
        return
    following = [lower[start:end] for start, end in heads[place + 1 : place + 3]]
    go_on = len(following) == _MORE and all(map(_GOES_ON.fullmatch, following))
    for _ in range(_ROWS):
        first, last = last + 1, page.line_end(last + 1, _LONGEST)
        if first >= len(lower):
            return
        cells = _cells(lower, first, last, mark)
        more = len(cells) - len(heads)
        if more not in _SHIFTS and not (go_on and len(cells) > place + _MORE):
            if _RULE.fullmatch(lower, first, last):
                continue
            return
        shifts = (0,) if go_on else range(0, more, _MORE)
        numbers = [
            nine
            for shift in shifts
            if place + shift + _MORE < len(cells)
            if (nine := _in_three(lower, cells[place + shift], last))
        ]
        if len(numbers) == 1:
            yield from judge(page, numbers[0], *IN_COLUMN)


def _rows_of_three(page: Page, cue: Cue, last: int) -> Iterator[Candidate]:
    """The numbers right below the cue's line, which ends at `last` and heads no table: each is all of a row of three cells."""
    for _ in range(_ROWS):
        first, last = last + 1, page.line_end(last + 1, _LONGEST)
        row = _ROW_OF_THREE.match(page.lower, first) if first < len(page.lower) else None
        if row is None:
            return
        nine = nine_digits(row.start(1), row.end(4), row[1] + row[3] + row[4])
        if nine.checked:
            yield from judge(page, nine, *IN_COLUMN)


def may_be_stuck(page: Page) -> bool:
    """Whether threes stick to a letter before them somewhere."""
    return _STUCK_SHAPE.search(page.shape) is not None


def stuck_numbers(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The numbers of a cue's column that stick to the cell before: "Luc Roy130 692 544,2025-04-05", a cell less than heads."""
    lower = page.lower
    mark, heads, place, last = _heads(page, cue)
    if place < 1:
        return
    for _ in range(_ROWS):
        first, last = last + 1, page.line_end(last + 1, _LONGEST)
        cells = _cells(lower, first, last, mark) if first < len(lower) else []
        if _RULE.fullmatch(lower, first, last) and cells:
            continue
        if len(heads) - len(cells) not in (0, 1) or len(cells) < place:
            return
        stuck = _STUCK.search(lower, *cells[place - 1]) if len(cells) < len(heads) else None
        if stuck:
            nine = nine_digits(*stuck.span(1), stuck[1].replace(stuck[2], "") if stuck[2] else stuck[1])
            if nine.checked:
                yield from judge(page, nine, *IN_COLUMN)


def beside_parted(page: Page, found: Iterable[Candidate]) -> Iterator[int]:
    """Where nine figures begin in the rows of those of `found` that stand in three cells: no head that stands above is theirs."""
    for one in found:
        if one.evidence[1] == IN_COLUMN[1] and not _TOGETHER.fullmatch(page.lower, one.start, one.end):
            for cell in _NINE_CELL.finditer(page.lower, one.end, page.line_end(one.end, _LONGEST)):
                yield cell.start(1)


def _in_three(lower: str, cell: tuple[int, int], last: int) -> NineDigits | None:
    """The number with a right check digit whose first group stands in `cell`, the others in the next two."""
    found = _THREE_CELLS.search(lower, cell[0], last + 1)
    if not found or found.start() >= cell[1]:
        return None
    nine = nine_digits(found.start(1), found.end(4), found[1] + found[3] + found[4])
    return nine if nine.checked else None


def _heads(page: Page, cue: Cue) -> tuple[str, list[tuple[int, int]], int, int]:
    """The mark between the cells of the line that a cue stands on, these, which is the cue's (-1: none), and the line's end."""
    first, last = page.line_start(cue.start, _LONGEST), page.line_end(cue.end, _LONGEST)
    mark = next((mark for mark in _MARKS if page.lower.find(mark, first, last) >= 0), "")
    if not mark:
        return mark, [], -1, last
    heads = _cells(page.lower, first, last, mark)
    return mark, heads, sum(start <= cue.start for start, _ in heads) - 1, last


def _cells(lower: str, first: int, last: int, mark: str) -> list[tuple[int, int]]:
    """The cells of lower[first:last]; a bar at the line's ends parts none."""
    cells = []
    for cell in lower[first:last].split(mark):
        cells.append((first, first + len(cell)))
        first += len(cell) + 1
    if mark == "|":
        cells = cells[not lower[slice(*cells[0])].strip(" >") :]
        cells = cells[: len(cells) - (len(cells) > 1 and not lower[slice(*cells[-1])].strip())]
    return cells


def heads_others(page: Page, cue: Cue) -> bool:
    """Whether a cue stands among the heads of a table in whose first row other cells hold threes."""
    first, last = page.line_start(cue.start, _LONGEST), page.line_end(cue.end, _LONGEST)
    found = _THREE_CELLS.search(page.lower, last + 1, page.line_end(last + 1, _LONGEST))
    return found is not None and page.lower.count(found[2], first, last) >= _MORE


def keyed_numbers(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The number right behind the cue whose groups stand under keys of their own: 'sin p1="130" p2="692" p3="544"'."""
    if (
        found := _KEYED.match(page.lower, cue.end)
        or _SAME_KEYS.match(page.lower, cue.end)
        or _PARTS.match(page.lower, cue.end)
        or _ANGLED.match(page.lower, cue.end)
    ):
        angle = found.re.pattern == _ANGLED.pattern
        nine = nine_digits(found.start(1) - angle, found.end(3) + angle, "".join(found.groups()), usual=False)
        if nine.checked:
            yield from judge(page, nine, *IN_ODD_FORM)
