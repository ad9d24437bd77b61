"""Cells of OpenDocument tables say their value twice, in their text and in their tag: the tag's goes with the text's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gateway.extract.spelled import Splice

_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell\s[^<>]*>")
_END: Final = re.compile(rb"</table:(?:covered-)?table-cell")
_CELL_VALUE: Final = re.compile(
    rb"""\s(?:office:(?:date-|time-|string-|boolean-)?value|table:formula)="[^"]*\""""
)
_CELL_TYPE: Final = re.compile(rb"""(?:office|calcext):value-type="([^"]*)\"""")


def with_cell_values(content: bytes, splices: Iterable[Splice]) -> Iterator[Splice]:
    """`splices`, and those that take the value and the formula out of the tags of the cells that they change."""
    cells = [match.span() for match in _CELL.finditer(content)]
    number = 0
    for splice in sorted(splices):
        while number + 1 < len(cells) and cells[number + 1][0] <= splice[0]:
            number += 1
        values = list(_values(content, cells[number], splice[0])) if cells else []
        if not any(start <= splice[0] < end for start, end, _ in values):
            yield splice
        yield from values


def _values(content: bytes, tag: tuple[int, int], position: int) -> Iterator[Splice]:
    start, end = tag
    if position < start or (content.endswith(b"/>", start, end) and position >= end):
        return
    if position >= end and _END.search(content, end, position):
        return
    for match in _CELL_VALUE.finditer(content, start, end):
        yield match.start(), match.end(), b""
    for match in _CELL_TYPE.finditer(content, start, end):
        yield match.start(1), match.end(1), b"string"
