"""Tables inside plain text: pipes, tabs, CSV, or columns lined up with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: A line longer than this, or a column further right, is not read as a table row: keeps hostile tables linear.
_LONGEST_LINE: Final = 2000
_LAST_COLUMN: Final = 40
_CELLS: Final = {
    mark: re.compile(rf'[ >]*(?:"(?:[^"\n]|"")*"[^{mark}\n]*|[^{mark}\n]*)') for mark in ("|", "\t", ";", ",")
}
_COLUMNS: Final = re.compile(r"[^ \n](?:[^ \n]| (?! ))*")
_RULE: Final = re.compile(r"[ \r>|+\-=:.*]*\Z")


def cells_below(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells under the header text[start:end]: one (start, end) for each row that follows directly.

    Stops at the first line that has not that column, or whose cell holds no figure.
    """
    line_start, line_end = _line(text, start)
    if line_end - line_start > _LONGEST_LINE:
        return
    for mark in ("|", "\t", ";", ",", ""):
        header = _cells(text, line_start, line_end, mark)
        if len(header) > 1:
            break
    else:
        return
    column = next((index for index, (first, last) in enumerate(header) if first <= start < last), -1)
    if not 0 <= column <= _LAST_COLUMN or any(char.isdigit() for char in text[slice(*header[column])]):
        return
    blank = 0
    while line_end < len(text):
        line_start, line_end = _line(text, line_end + 1)
        if line_end - line_start <= _LONGEST_LINE and _RULE.match(text[line_start:line_end]):
            blank = blank + 1 if not text[line_start:line_end].strip() else 0
            if blank > 1:
                return
            continue
        blank = 0
        cells = _cells(text, line_start, line_end, mark) if line_end - line_start <= _LONGEST_LINE else []
        if abs(len(cells) - len(header)) > 1 or column >= len(cells):
            return
        cell = cells[column]
        if not any(char.isdigit() for char in text[slice(*cell)]):
            return
        yield cell


def header_cell(text: str, start: int, end: int) -> tuple[int, int]:
    """Line start and column-independent key of the header that holds text[start:end], to visit each header once."""
    line_start, _ = _line(text, start)
    for mark in "|\t;,":
        if (left := text.rfind(mark, line_start, start)) >= 0:
            return line_start, left
    return line_start, start


def _line(text: str, position: int) -> tuple[int, int]:
    line_end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if line_end < 0 else line_end


def _cells(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    if not mark:
        return [found.span() for found in _COLUMNS.finditer(text, start, end)]
    if mark not in text[start:end]:
        return []
    cells = []
    position = start
    while position <= end:
        found = _CELLS[mark].match(text, position, end)
        stop = found.end() if found else end
        cells.append((position, stop))
        position = stop + 1
    return cells
