"""Days that office documents keep in tags where programs ask for a day and nothing else: these go whole, since a text in their
place would make the document a damaged one (ECMA-376 part 1, §17.5.2.7 and §18.3.2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.extract.partdates import of_attributes
from gateway.extract.spelled import Spelled, Splice, in_attribute

_FILTER: Final = b"dateGroupItem"
_WHOLE: Final = re.compile(
    rb"""\s(?:[\w.\-]{1,40}:)?fullDate\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+')"""
    rb"""|<(?:[\w.\-]{1,40}:)?dateGroupItem\s[^<>]*+(?:(?<=/)>|>(?:\s*+</(?:[\w.\-]{1,40}:)?dateGroupItem\s*+>)?)"""
)


def filter_days(content: bytes) -> Spelled:
    """A line for each day by which a sheet or a table is filtered."""
    found = Spelled()
    first = content.find(_FILTER)
    if first >= 0:
        for day in of_attributes(content, content.rfind(b"<", 0, first)):
            for text, span in day.pieces():
                found.add(text, *span, in_attribute)
    return found


def whole(content: bytes, splices: Sequence[Splice]) -> Iterator[Splice]:
    """`splices`, those in such tags as one that takes the attribute, or the tag, out."""
    left = sorted(splices)
    at = 0
    for found in _WHOLE.finditer(content) if left else ():
        start, end = found.span()
        while at < len(left) and left[at][1] <= start:
            yield left[at]
            at += 1
        before = at
        while at < len(left) and left[at][0] < end:
            at += 1
        if at > before:
            yield start, end, b""
    yield from left[at:]
