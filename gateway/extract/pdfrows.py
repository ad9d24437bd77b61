"""Rows of tables on a page of a PDF whose cells have several lines: pdfium gives the lines of one cell, then those of the next.

"Date de" above "naissance" is one head, and what stands to the right of it, higher up again, is the next cell of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_LINE: Final = re.compile(r"[^\r\n]+")
_CELL: Final = re.compile(r"[^\t\r\n]+")
#: In heights of the letters: how much lower the next line of a cell stands, and how much their heights differ at most.
_LOWER: Final = (0.7, 1.8)
_ALIKE: Final = 0.25
#: In the same: how far the next cell may reach into this one.
_ASIDE: Final = 0.6
_LONGEST: Final = 48  # characters of a line of a cell; those of prose are longer
_MOST_LINES: Final = 12  # that a row of cells has
_HIGHEST, _ABOVE = (
    7.0,
    3.0,
)  # heights of the letters below and above its first line; columns of a page are higher
_MOST_ON_PAGE: Final = 1500


#: A stretch of text (start, end), and what stands there instead, blanks behind it.
Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text: its places, and where its first and its last cell stand on the page, across and up."""

    start: int
    end: int
    first: tuple[float, float]
    last: tuple[float, float]
    base: float
    last_base: float
    height: float
    is_row: bool


def with_rows(text: str, reader: Any) -> str:
    """`text` with each row of such a table as one line, tabs between its cells; a character for each, as before.

    "" where there is no such row. `reader` is pdfium's text page, whose characters are those of `text`.
    """
    spans = [found.span() for found in _LINE.finditer(text) if found[0].strip()]
    if not 2 < len(spans) <= _MOST_ON_PAGE:
        return ""
    lines = [_line(text, reader, start, end) for start, end in spans]
    marks = list(_rows(text, lines))
    if not marks:
        return ""
    characters = list(text)
    for start, end, sign in marks:
        characters[start:end] = [*sign, *" " * (end - start - len(sign))]
    return "".join(characters)


def _line(text: str, reader: Any, start: int, end: int) -> _Line | None:
    """None for a line that is none of a cell: too long, upright, or of no size."""
    cells = [cell.span() for cell in _CELL.finditer(text, start, end) if cell[0].strip()]
    if not cells or max(stop - begin for begin, stop in (cells[0], cells[-1])) > _LONGEST:
        return None
    boxes = []
    for begin, stop in (cells[0], cells[-1]):
        said = text[begin:stop]
        begin, stop = begin + len(said) - len(said.lstrip()), stop - len(said) + len(said.rstrip())
        left, low, _, high = reader.get_charbox(begin, loose=True)
        _, other, right, _ = reader.get_charbox(stop - 1, loose=True)
        if high - low <= 0 or right <= left or abs(other - low) > _ALIKE * (high - low):
            return None
        boxes.append((left, right, low, high - low))
    (left, right, base, height), (last_left, last_right, last_base, _) = boxes
    return _Line(start, end, (left, right), (last_left, last_right), base, last_base, height, len(cells) > 1)


def _rows(text: str, lines: Sequence[_Line | None]) -> Iterator[Mark]:
    """What becomes of the line ends within rows. Where no cell stands right of one of several lines, only a head is one."""
    at = 0
    while at < len(lines):
        row = list(_row(lines, at))
        is_row = any(is_up for _, _, is_up in row)
        if is_row or (row and row[0][0].is_row):
            for before, line, is_up in row:
                left, right = text[before.start : before.end].rstrip(), text[line.start : line.end].lstrip()
                if is_up:
                    yield before.end, line.start, "\t"
                elif not is_row and any(map(str.isdigit, left.rpartition("\t")[2] + right)):
                    break
                elif not (left[-1].isdigit() and right[0].isdigit()):  # else two numbers
                    yield before.end, line.start, ""
        at += len(row) + 1 if is_row else 1


def _row(lines: Sequence[_Line | None], at: int) -> Iterator[tuple[_Line, _Line, bool]]:
    """The lines that may be of one row with the one at `at`: (the line before, the line, whether it begins another cell)."""
    first = before = lines[at]
    if first is None or before is None:
        return
    column = first.last
    for line in lines[at + 1 : at + _MOST_LINES]:
        if line is None or not -_ABOVE <= (first.base - line.base) / first.height <= _HIGHEST:
            return
        lower = (before.last_base - line.base) / line.height
        aside = _ASIDE * line.height
        if lower < _LOWER[0] and line.first[0] > column[1] - aside:
            yield before, line, True
            column = line.last
        elif (
            _LOWER[0] <= lower <= _LOWER[1]
            and abs(line.height - before.height) <= _ALIKE * line.height
            and line.first[0] < column[1]
            and line.first[1] > column[0]
        ):
            yield before, line, False
            wider = min(column[0], line.first[0]), max(column[1], line.first[1])
            column = line.last if line.is_row else wider
        else:
            return
        before = line
