"""Tables that stand a cell a line: SYLK (.slk) and the Data Interchange Format (.dif), as spreadsheets show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.mime.lens import Splice, apply, merge
from gateway.model import Edit, Segment, SegmentKind

_SYLK: Final = re.compile(
    r"ID;[^\r\n]{0,200}(?:\r\n?|\n)(?=(?:.{0,20000}?[\r\n])??C;(?:[XYFD]\w*;)*+K)", re.DOTALL
)
_SYLK_CELL: Final = re.compile(r"^C((?:;(?:;;|[^;\r\n])*+)++)", re.MULTILINE)
_SYLK_FIELD: Final = re.compile(r";([A-Z])((?:;;|[^;\r\n])*+)")
_DIF: Final = re.compile(r"TABLE[ \t]*(?:\r\n?|\n)0,1(?:\r\n?|\n)")
_DIF_DATA: Final = re.compile(r"^DATA[ \t]*(?:\r\n?|\n)0,0(?:\r\n?|\n)[^\r\n]*+(?:\r\n?|\n)", re.MULTILINE)
_DIF_PAIR: Final = re.compile(
    r"(-?\d),([^\r\n]*+)(\r\n?|\n)(\"(?:[^\"\r\n]|\"\")*+\"|[^\r\n]*+)(?:\r\n?|\n|\Z)"
)
_WIDEST_GAP: Final = 100  # cells that a row leaves out: more of them are no gap in a table


@dataclass(slots=True)
class _Cell:
    """A cell that shows `text`; `spans` of the file become `before` + the new text + `after` (the first) or go (the rest)."""

    text: str = field(repr=False)
    spans: tuple[tuple[int, int], ...]
    before: str
    after: str
    twice: str  # the sign that is written twice in a text
    at: int = 0


class CellFile:
    """The table in `source`: its rows as lines with tabs between cells, as they stand and as they were before a program took
    identifiers and days for amounts."""

    def __init__(self, source: str, path: str) -> None:
        rows = _sylk(source) if source.startswith("ID") else _dif(source)
        self._found: dict[str, list[_Cell]] = {}
        self.segments: list[Segment] = []
        table = list(rows)
        self._add(f"{path}/cells", table)
        guessed = [[cell and _as_guessed(cell) for cell in row] for row in table]
        if any(
            a and b and a.text != b.text
            for old, new in zip(table, guessed, strict=True)
            for a, b in zip(old, new, strict=True)
        ):
            self._add(f"{path}/cells@guessed", guessed)

    def _add(self, path: str, table: Sequence[Sequence[_Cell | None]]) -> None:
        pieces: list[str] = []
        cells: list[_Cell] = []
        length = 0
        for row in table:
            for cell in row:
                if cell is not None:
                    cell.at = length
                    cells.append(cell)
                pieces.append((cell.text if cell else "") + "\t")
                length += len(pieces[-1])
            pieces.append("\n")
            length += 1
        self._found[path] = cells
        self.segments.append(Segment(path, "".join(pieces), SegmentKind.CELL))

    def splices(self, edits: Sequence[Edit]) -> list[Splice[str]]:
        """Splices of the source for edits of its segments: a cell that is changed is a text, and has no formula any more."""
        out: list[Splice[str]] = []
        for path, cells in self._found.items():
            wanted = merge(
                [(edit.start, edit.end, edit.replacement) for edit in edits if edit.segment == path]
            )
            for cell in cells if wanted else ():
                end = cell.at + len(cell.text)
                own = [
                    (
                        max(low - cell.at, 0),
                        min(high - cell.at, len(cell.text)),
                        new if low >= cell.at else "",
                    )
                    for low, high, new in wanted
                    if low < end and high > cell.at
                ]
                if own:
                    new = apply(cell.text, own).replace(cell.twice, cell.twice * 2)
                    (first, *others) = cell.spans
                    out.append((*first, f"{cell.before}{new}{cell.after}"))
                    out += [(*span, "") for span in others]
        return out


def is_cell_file(source: str) -> bool:
    """Whether a file of text is such a table."""
    return _SYLK.match(source) is not None or _DIF.match(source) is not None


def _as_guessed(cell: _Cell) -> _Cell:
    return _Cell(guess(cell.text, EPOCH), cell.spans, cell.before, cell.after, cell.twice)


def _sylk(source: str) -> Iterator[list[_Cell | None]]:
    """Rows by the cells' own coordinates, which hold until another is said."""
    row: list[_Cell | None] = []
    x, y, current = 1, 1, 1
    for record in _SYLK_CELL.finditer(source):
        value: tuple[int, int] | None = None
        others: list[tuple[int, int]] = []
        for part in _SYLK_FIELD.finditer(source, *record.span(1)):
            if part[1] in "XY" and part[2].isdecimal():
                x, y = (int(part[2][:7]), y) if part[1] == "X" else (x, int(part[2][:7]))
            elif part[1] == "K":
                value = part.span(2)
            elif part[1] in "ES":
                others.append(part.span())
        if value is None:
            continue
        if y != current:
            yield row
            row, current = [], y
        row.extend([None] * max(0, min(x - 1 - len(row), _WIDEST_GAP)))
        text = source[slice(*value)].removeprefix('"').removesuffix('"').replace(";;", ";")
        row.append(_Cell(text, (value, *others), '"', '"', ";"))
    yield row


def _dif(source: str) -> Iterator[list[_Cell | None]]:
    """Rows as they are marked: a pair of lines is a number, a text, or a mark."""
    row: list[_Cell | None] = []
    data = _DIF_DATA.search(source)
    position = data.end() if data else len(source)
    while (pair := _DIF_PAIR.match(source, position)) is not None:
        position = pair.end()
        if pair[1] == "-1":
            yield row
            row = []
        elif pair[1] == "0":
            row.append(_Cell(pair[2].strip(), ((pair.start(), pair.end(4)),), f'1,0{pair[3]}"', '"', '"'))
        else:
            text = pair[4].removeprefix('"').removesuffix('"').replace('""', '"')
            row.append(_Cell(text, (pair.span(4),), '"', '"', '"'))
    yield row
