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
    rf"(?:^|\n)[ >*-]{{0,6}}(?!{_GREETING})([a-z'\" .,;/|()_+&-]{{5,80}}?) ?:[ \r\n>]{{0,4}}(?=[^\n])"
)
#: Another label among the values.
_LINK: Final = compiled("[a-z][\"')]{0,2} ?[:=]")
_LONGEST: Final = 120
_FEWEST: Final = 2


def listed_value(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the value stands whose label lower[start:end] is in such a list; None where it is not, or where the counts differ."""
    begin = max(lower.rfind("\n", max(0, start - _LONGEST), start), 0)
    head = _LABELS.match(lower, begin, end + _LONGEST)
    if head is None or head.end(1) < end:
        return None
    part = _PART if _PART.search(lower, *head.span(1)) else _JOINT
    labels = _cells(part, lower, *head.span(1))
    stop = lower.find("\n", head.end(), head.end() + _LONGEST)
    if _LINK.search(lower, head.end(), stop if stop >= 0 else head.end() + _LONGEST):
        return None  # more labels
    values = _cells(part, lower, head.end(), stop if stop >= 0 else min(len(lower), head.end() + _LONGEST))
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
