"""Days of tables whose year, month and day have a column each: put together behind what the heads of these columns say."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.extract.partdates import PartDate, Span, day_of, may_be, part_of
from gateway.mime.lens import OffsetMap, Splice, merge

_MONTH: Final = re.compile(r"(?i)(?:mois|month|(?<![^\W_])mm(?![^\W_]))")
_MARKS: Final = "\t;,|"
_LONGEST_LINE: Final = 4000
_MOST_LINES: Final = 2000  # with the word for a month in them, which may be heads
_ALL: Final = 3

#: What the heads say, and the columns of the year, the month and the day.
_Columns = tuple[str, tuple[int, int, int]]


class ColumnDays:
    """`text` is a line for each such day of `source`, "" where there is none."""

    def __init__(self, source: str) -> None:
        self._source, self._offsets = source, OffsetMap()
        pieces: list[str] = []
        for day in of_columns(source):
            for text, (start, end) in day.pieces():
                self._offsets.add(len(text), start, end - start)
                pieces.append(text)
        self.text = "".join(pieces)

    def instead(self, splices: Sequence[Splice[str]], days: Sequence[Splice[str]]) -> list[Splice[str]]:
        """`splices` of the source with `days` (pulled) in them: a splice of nothing but days' parts and marks between their cells
        makes way, so that the row keeps its cells."""
        starts = [start for start, _, _ in days]
        kept = []
        for splice in splices:
            first = max(bisect_right(starts, splice[0]) - 1, 0)
            inside = [day for day in days[first : bisect_left(starts, splice[1])] if day[1] > splice[0]]
            if not inside or any(map(str.isalnum, self._beside(splice, inside))):
                kept.append(splice)
        return merge([*kept, *days])

    def _beside(self, splice: Splice[str], days: Sequence[Splice[str]]) -> str:
        """What of a splice is none of `days`."""
        position, said = splice[0], ""
        for start, end, _ in days:
            said += self._source[position : max(start, position)]
            position = max(position, end)
        return said + self._source[position : splice[1]]

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return [splice for splice in self._offsets.pull(splices) if splice[0] < splice[1]]


def of_columns(source: str) -> Iterator[PartDate]:
    """The days of every table of `source`, a row a line, with a mark between cells."""
    heads = list(_heads(source))
    for number, (mark, columns, end) in enumerate(heads):
        until = heads[number + 1][2] if number + 1 < len(heads) else len(source)
        while end < until:
            start, end = end + 1, _line_end(source, end + 1)
            cells = _cells(source, start, end, mark)
            for label, places in columns:
                if max(places) < len(cells) and (
                    day := _day(source, label, [cells[place] for place in places])
                ):
                    yield day


def _heads(source: str) -> Iterator[tuple[str, list[_Columns], int]]:
    """The lines that head such columns: the mark between their cells, the columns, and where the line ends."""
    end, seen = -1, 0
    for found in _MONTH.finditer(source):
        if found.start() <= end:  # on the same line
            continue
        start = source.rfind("\n", end + 1, found.start()) + 1 or end + 1
        end, seen = _line_end(source, found.end()), seen + 1
        mark = max(_MARKS, key=lambda one: source.count(one, start, end))
        if columns := list(_columns(source, _cells(source, start, end, mark))):
            yield mark, columns, end
        if seen > _MOST_LINES:
            return


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return end if end >= 0 else len(source)


def _cells(source: str, start: int, end: int, mark: str) -> list[Span]:
    """Where the cells of a line stand, without blanks and quotation marks around them."""
    cells: list[Span] = []
    if end - start > _LONGEST_LINE:
        return cells
    position = start
    for cell in source[start:end].split(mark):
        lead = len(cell) - len(cell.lstrip(' "'))
        cells.append((position + lead, position + max(lead, len(cell.rstrip(' "\r')))))
        position += len(cell) + 1
    return cells


def _columns(source: str, heads: Sequence[Span]) -> Iterator[_Columns]:
    """Each three columns that follow each other and are a year's, a month's and a day's, of the same thing."""
    parts = [part_of(source[start:end]) for start, end in heads]
    for first in range(len(parts) - _ALL + 1):
        found = {
            part: place
            for place in range(first, first + _ALL)
            for part in (parts[place][0],)
            if part is not None
        }
        stems = {stem for _, stem in parts[first : first + _ALL] if stem}
        if len(found) == _ALL and len(stems) == 1:
            yield stems.pop(), (found[0], found[1], found[2])


def _day(source: str, label: str, cells: Sequence[Span]) -> PartDate | None:
    values = [(source[start:end], (start, end)) for start, end in cells]
    if not all(may_be(part, value) for part, (value, _) in enumerate(values)):
        return None
    return day_of(dict(enumerate(values)), [label])
