"""Labels listed before their values: "Name, SIN, phone: Ann Roy, 130 692 544, 418 555-0134"."""

from __future__ import annotations

import re
from typing import Final

from recognizers.patterns import compiled

_PART: Final = compiled(r" ?[,;/|] ?| (?:et|and) ")
#: Where no such mark stands between the labels: "NAM-NAS".
_JOINT: Final = compiled(r" ?[-+&] ?")
_GREETING: Final = (
    "(?:hi|hello|dear|good (?:morning|afternoon)|bonjour|bonsoir|salut|allo|cher|chere)(?![a-z])"
)
#: Labels are words; a list of them is no longer than this, and so is that of their values.
_LABELS: Final = compiled(
    rf"(?:^|\n|(?<=[.!?] ))[ >*-]{{0,6}}(?!{_GREETING})([a-z'\" .,;/|()_+&-]{{5,80}}?) ?:[ \r\n>]{{0,4}}(?=[^\n])"
)
#: Another label among the values.
_LINK: Final = compiled("[a-z][\"')]{0,2} ?[:=]")
#: Where a sentence ends before a list of labels, and where another such list begins behind the values.
_SENTENCE: Final = compiled(r"(?<=[a-z0-9)][.!?] )(?=[a-z])")
_NEXT_LIST: Final = compiled(r"[.!?] (?=[a-z][a-z'\" .,;/|()_+&-]{4,80}:)")
_LONGEST: Final = 120
_FEWEST: Final = 2


def listed_value(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the value stands whose label lower[start:end] is in such a list; None where it is not, or where the counts differ."""
    begin = max(lower.rfind("\n", max(0, start - _LONGEST), start), 0)
    head = _LABELS.match(lower, begin, end + _LONGEST)
    if head is None or head.end(1) < end:
        near = max(begin, start - _LONGEST)
        begin = max((one.start() for one in _SENTENCE.finditer(lower, near, start + 1)), default=begin)
        head = _LABELS.match(lower, begin, end + _LONGEST)
    if head is None or head.end(1) < end:
        return None
    part = _PART if _PART.search(lower, *head.span(1)) else _JOINT
    labels = _cells(part, lower, *head.span(1))
    stop = lower.find("\n", head.end(), head.end() + _LONGEST)
    stop = stop if stop >= 0 else min(len(lower), head.end() + _LONGEST)
    following = _NEXT_LIST.search(lower, head.end(), stop)
    stop = following.start() if following else stop
    if _LINK.search(lower, head.end(), stop):
        return None  # more labels
    values = _cells(part, lower, head.end(), stop)
    if not _FEWEST <= len(labels) == len(values):
        return None
    place = next(index for index, (_, last) in enumerate(labels) if start < last)
    return values[place]


def _cells(part: re.Pattern[str], lower: str, start: int, end: int) -> list[tuple[int, int]]:
    cells = []
    for mark in part.finditer(lower, start, end):
        cells.append((start, mark.start()))
        start = mark.end()
    return [*cells, (start, end)]


#: Before a label, the others that slashes join to it: "RAMQ/".
_JOINED_BEFORE: Final = compiled(r"(?<![a-z0-9/])(?:[a-z][a-z' .]{1,30} ?/ ?){1,3}\Z")
#: Behind it, others, and what leads to the values.
_JOINED_AFTER: Final = compiled(
    r"(?: (?:no|num|number))?((?: ?/ ?[a-z][a-z'.]{1,14}(?: (?:of|de) [a-z]{3,10})?){0,3})"
    r" ?(?:[:=-]{1,2}|(?<=[a-z])) {0,2}(?:\r?\n[> ]{0,3})?"
)
#: A value: a NAM, a date, nine figures, other figures or words.
_VALUE: Final = compiled(
    r"(?:[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4}"
    r"|[0-9](?:[ .-]?[0-9]){8}|\(?[0-9][0-9 ()-]{2,15}|[a-z][a-z' .-]{1,30}?|[a-z0-9][a-z0-9 -]{1,20}?)(?![a-z0-9])"
)
_SLASH: Final = compiled(" ?/ ?")
_BEFORE_REACH: Final = 80


def paired_value(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the value stands whose label lower[start:end] slashes join to others: "RAMQ/SIN: TREL 4653 0115/130 692 544".

    None where there are not as many values as labels.
    """
    if (
        "/" not in lower[max(0, start - len(" / ")) : start]
        and "/" not in lower[end : end + len(" number / ")]
    ):
        return None
    before = _JOINED_BEFORE.search(lower, max(0, start - _BEFORE_REACH), start)
    after = _JOINED_AFTER.match(lower, end)
    if after is None:
        return None
    place = before[0].count("/") if before else 0
    labels = place + after[1].count("/") + 1
    if labels < _FEWEST:
        return None
    position = after.end()
    found = None
    for index in range(labels):
        value = _VALUE.match(lower, position)
        if value is None:
            return None
        if index == place:
            found = value.span()
        joint = _SLASH.match(lower, value.end())
        if (joint is not None) == (index == labels - 1):
            return None
        position = joint.end() if joint else position
    return found
