"""Cells of OpenDocument tables say their value twice, in their text and in their tag: each goes with the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gateway.extract.spelled import Splice

_CELL: Final = re.compile(rb"<(table:(?:covered-)?table-cell)\s[^<>]*+>")
_END: Final = re.compile(rb"</table:(?:covered-)?table-cell")
_CELL_VALUE: Final = re.compile(
    rb"""\s(?:office:(?:date-|time-|string-|boolean-)?value|table:formula)\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+')"""
)
_NUMBER: Final = re.compile(rb"\soffice:(?:date-|time-)?value\b")
_CELL_TYPE: Final = re.compile(
    rb"""(?:office|calcext):value-type\s*+=\s*+(?:"(?=([^"<]*+))|'(?=([^'<]*+)))"""
)
_NOTE_END: Final = b"</office:annotation>"
_TEXT: Final = re.compile(rb"(?<=>)[^<>]*[^<>\s][^<>]*(?=<)")


def with_cell_values(content: bytes, splices: Iterable[Splice]) -> Iterator[Splice]:
    """`splices`, and those that take the value and the formula out of the tags of the cells that they change. Where it is the
    number or the day of a tag that is changed, what the cell shows of it is, too."""
    cells = list(_CELL.finditer(content))
    number = 0
    for splice in sorted(splices):
        while number + 1 < len(cells) and cells[number + 1].start() <= splice[0]:
            number += 1
        values = list(_values(content, cells[number], splice[0])) if cells else []
        own = next((value for value in values if value[0] <= splice[0] < value[1]), None)
        if own is None:
            yield splice
        elif _NUMBER.match(content, own[0]):
            yield from _shown_instead(content, cells[number], splice[2])
        yield from values


def _values(content: bytes, cell: re.Match[bytes], position: int) -> Iterator[Splice]:
    start, end = cell.span()
    if position < start or (content.endswith(b"/>", start, end) and position >= end):
        return
    if position >= end and _END.search(content, end, position):
        return
    for match in _CELL_VALUE.finditer(content, start, end):
        yield match.start(), match.end(), b""
    for match in _CELL_TYPE.finditer(content, start, end):
        yield (*match.span(1 if match[1] is not None else 2), b"string")


def _shown_instead(content: bytes, cell: re.Match[bytes], new: bytes) -> Iterator[Splice]:
    """What stands in the cell becomes `new`; notes on it stay."""
    paragraph = b"<text:p>%s</text:p>" % new
    if content.endswith(b"/>", *cell.span()):
        yield cell.end() - 2, cell.end(), b">%s</%s>" % (paragraph, cell[1])
        return
    last = _END.search(content, cell.end())
    end = last.start() if last else cell.end()
    start = max(cell.end(), content.rfind(_NOTE_END, cell.end(), end) + len(_NOTE_END))
    texts = [match.span() for match in _TEXT.finditer(content, start, end + 1)]
    for begin, stop in texts[:1]:
        yield begin, stop, new
    for begin, stop in texts[1:]:
        yield begin, stop, b""
    if not texts:
        yield start - 1, start, b">" + paragraph
