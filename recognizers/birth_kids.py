"""Births in rows of one's family: "Child 1 | Lucie Leclerc | 2024-08-03 | n/a", and "1. 2014-01-08 Alex" under "Kids:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import RECENT, candidate, date_at
from recognizers.birth_rows import tells_other
from recognizers.cues import gate, vocabulary
from recognizers.everyday import is_name
from recognizers.glance import words_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_CHILD: Final = vocabulary("child enfant".split())
_HEADS: Final = vocabulary("kids children enfants dependants dependents charge".split())
_KIDS: Final = _CHILD | _HEADS
#: Closed on pages without any.
KIDS: Final = gate(_KIDS)
#: A row of one child: its number, a name, the date; behind it nothing but another number of the child's, or none.
_ROW: Final = compiled(
    r"(?:child|enfant) ?#?[0-9a-h]?(?P<mark> ?[|;\t] ?| - )(?P<name>[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,3})(?P=mark)"
    r"(?=[0-9A-Za-z])",
    re.IGNORECASE,
)
_ROW_ENDS: Final = compiled(
    r"(?: ?(?:[|;\t]| - ) ?(?:n/?a|s/?o|s\.o\.|none|aucune?|-{1,3}|[a-z]{4} ?[0-9]{4} ?[0-9]{4}|[0-9]{3} ?[0-9]{3} ?[0-9]{3})?"
    r"| ?\|){0,2} {0,3}(?:\r?\n|\Z)"
)
_LINE_START: Final = compiled(r"(?:\A|\n)[ >|*-]{0,4}\Z")
#: The head of a list ends its line, with what is asked of them or not; and its lines, each with the date before the name.
_HEAD_ENDS: Final = compiled(r"[^\n:0-9]{0,40}:?[ \r]{0,3}\n{1,2}(?=[ >]{0,3}(?:[0-9*-]))")
_LINE: Final = compiled(r"[ >]{0,3}(?:[0-9]{1,2}[.)] |[*-] )?(?=[0-9])")
_NAME: Final = compiled(
    r"[ ,:;-]{1,3}(?P<name>[a-z][a-z'-]{1,20})(?: [a-z][a-z'-]{1,20}){0,2}[ .;,]{0,3}(?:\r?\n|\Z)"
)
_BEFORE: Final = 60
#: The head of the columns stands so near above a row.
_ABOVE: Final = 90
_LONGEST: Final = 40
_ROW_REACH: Final = 100
_MOST: Final = 12


def kids(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates of rows of children, and those before names under a head of children. Linear: each word is looked at once."""
    for at, word in words_of(page.openers, KIDS):
        if word in _CHILD:
            yield from _in_row(page, flat, at)
        else:
            yield from _under_head(page, flat, at, at + len(word))


def _in_row(page: Page, flat: str, at: int) -> Iterator[Candidate]:
    row = _ROW.match(page.text, at, at + _ROW_REACH)
    if row is None or not _LINE_START.search(page.lower, max(0, at - 6), at):
        return
    if tells_other(page.lower[max(0, at - _ABOVE) : at]):
        return
    written = date_at(page, flat, row.end(), _LONGEST)
    if (
        written
        and is_name(row["name"].lower().split()[0].partition("-")[0])
        and _ROW_ENDS.match(page.lower, row.end() + written.end)
    ):
        yield candidate(row.end(), written, 0.65, ("pattern", "layout:relative"))


def _under_head(page: Page, flat: str, at: int, end: int) -> Iterator[Candidate]:
    head = _HEAD_ENDS.match(page.lower, end)
    if head is None:
        return
    start = page.lower.rfind("\n", max(0, at - _BEFORE), at) + 1
    if tells_other(page.lower[max(start, at - _BEFORE) : head.end()]):
        return
    position, listed = head.end(), list[Candidate]()
    while len(listed) < _MOST and (line := _LINE.match(page.lower, position)):
        written = date_at(page, flat, line.end(), _LONGEST)
        named = _NAME.match(page.lower, line.end() + written.end) if written else None
        if written is None or named is None or not is_name(named["name"].partition("-")[0]):
            break
        listed.append(candidate(line.end(), written, 0.65, ("pattern", "layout:relative")))
        position = named.end()
    if any(page.today - day > RECENT for one in listed for day in one.births):
        yield from listed
