"""The cells of an XLSX workbook as people see them: one text a sheet, a line a row, a tab between cells.

Beside them: the formulas, and shared strings that no cell shows any more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import pairwise
from typing import Final

from gateway.extract.columndays import ColumnDays
from gateway.extract.guessed import EPOCH, guess
from gateway.extract.numberformats import formats_of, shown
from gateway.extract.spelled import SHORT_CELL, Spelled, Splice
from gateway.extract.xmltext import XmlText
from gateway.mime.lens import apply, merge
from gateway.model import Edit, Segment, SegmentKind

_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
#: An element without an end reaches to the next of its name: what does not end is looked at once.
_CELL: Final = re.compile(
    rb"<(?:\w+:)?c((?:\s[^<>]*+)?)(?:(?<=/)>|>((?:[^<]++|<(?!/?(?:\w+:)?c[\s/>]))*+)(?:</(?:\w+:)?c\s*+>)?)"
)
_VALUE: Final = re.compile(rb"<(?:\w+:)?v[^<>]*>([^<]*)</(?:\w+:)?v>")
_ITEM: Final = re.compile(
    rb"<(?:\w+:)?si(?:\s[^<>]*+)?(?:(?<=/)>|>(?:[^<]++|<(?!/?(?:\w+:)?si[\s/>]))*+(?:</(?:\w+:)?si\s*+>)?)"
)
_DATA: Final = re.compile(rb"<(?:\w+:)?sheetData(?=[\s/>])(?:[^<>]*+(?<=(/))>)?")
_DATA_END: Final = re.compile(rb"</(?:\w+:)?sheetData\s*+>")
#: What stands among the cells of a sheet beside what we read of them.
_AMONG: Final = re.compile(
    rb"<(?!/?(?:\w+:)?(?:row|c|v|f|is|t|r|rPr|b|i|u|sz|color|rFont|family|charset|scheme|vertAlign|strike|phoneticPr|rPh)[\s/>])"
    rb"|</(?:\w+:)?(?:row|c)\s*+>\s*+[^\s<]|<(?:\w+:)?row(?:\s[^<>]*+)?>\s*+[^\s<]"
)
_ATTRIBUTE: Final = re.compile(rb"""\s(r|s|t)\s*=\s*["']([^"']*)["']""")
_COLUMN: Final = re.compile(rb"([A-Z]{1,3})\d+\Z")
_WIDEST_GAP: Final = 100  # cells that a row leaves out: more of them are no gap in a table
_TIME: Final = re.compile(r"T[\d:.]+Z?\Z")
_MAC_EPOCH: Final = date(1904, 1, 1)
_IS_1904: Final = re.compile(rb"""\sdate1904\s*=\s*["'](?:1|true)""")
_ROLE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<[?!][^<>]{0,1000}+>)*+<(?:[\w.\-]+:)?(worksheet|chartsheet|dialogsheet|sst|workbook|styleSheet)[\s>]"
)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f((?:\s[^<>]*)?)(?:/>|(?<!/)>([^<]*)</(?:\w+:)?f>)")
_WORD: Final = re.compile(r"\w+")
_SHARED: Final = re.compile(rb'\ssi="(\d+)"')
_CHAIN: Final = re.compile(rb"<(?:\w+:)?(?:Override|Relationship)\s[^<>]*calcChain\.xml[^<>]*/>")


@dataclass(frozen=True, slots=True)
class Cell:
    """One shown cell: where its text stands in the sheet's text, and what its bytes are.

    `shared` is the index of the shared string it shows, or None; `start`, `end` and `head` are its element in the sheet.
    """

    at: int
    text: str = field(repr=False)
    start: int
    end: int
    head: bytes = field(repr=False)
    shared: int | None


class Sheets:
    """All sheets, hidden ones too. `contents` holds the workbook's XML parts by name, in UTF-8, `roles` what they are."""

    def __init__(self, path: str, contents: Mapping[str, bytes], roles: Mapping[str, str]) -> None:
        self._contents = contents
        parts = {role: name for name, role in roles.items()}
        self._strings_name = parts.get("sst", "")
        strings = contents.get(self._strings_name, b"")
        self._items = [match.span() for match in _ITEM.finditer(strings)]
        self._strings = [XmlText(strings[start:end]).shown for start, end in self._items]
        self._formats = formats_of(contents.get(parts.get("styleSheet", ""), b""))
        self._epoch = _MAC_EPOCH if _IS_1904.search(contents.get(parts.get("workbook", ""), b"")) else EPOCH
        self._sheets: dict[str, tuple[str, list[Cell]]] = {}
        self._formulas: dict[str, tuple[str, Spelled]] = {}
        self._days: dict[str, tuple[str, ColumnDays]] = {}
        self._used: set[int] = set()
        self.segments: list[Segment] = []
        for name in contents:
            if roles.get(name) == "worksheet":
                segment_path = f"{path}/{name.removeprefix('xl/worksheets/').removesuffix('.xml')}"
                text, cells = self._read(contents[name])
                self._add(segment_path, name, text, cells)
                self._add_guessed(f"{segment_path}@guessed", name, text, cells)
                if (days := ColumnDays(text)).text:
                    self._days[f"{segment_path}@days"] = segment_path, days
                    self.segments.append(Segment(f"{segment_path}@days", days.text, SegmentKind.CELL))
                self._formulas[f"{segment_path}@formulas"] = name, _formulas_of(contents[name])
        self._orphans(f"{path}/unused strings")
        self.segments += [
            Segment(place, formulas.text, SegmentKind.METADATA)
            for place, (_, formulas) in self._formulas.items()
            if formulas.length
        ]

    def has(self, segment: str) -> bool:
        """Whether `segment` is a sheet, a sheet's formulas, or its days in columns."""
        return segment in self._sheets or segment in self._formulas or segment in self._days

    def _add(self, path: str, name: str, text: str, cells: list[Cell]) -> None:
        self._sheets[path] = (name, cells)
        self.segments.append(Segment(path, text, SegmentKind.CELL))

    def _read(self, content: bytes) -> tuple[str, list[Cell]]:
        pieces: list[str] = []
        cells: list[Cell] = []
        length = 0
        rows = [row.start() for row in _ROW.finditer(content)]
        for start, end in pairwise((*rows, len(content))):
            column, empty = 0, 0
            for match in _CELL.finditer(content, start, end):
                text, shared = self._shown(match[1], match[2] or b"")
                column, skipped = _column(match[1], column)
                empty += skipped
                if not text:  # at the end of a row it says nothing, as those that a heading stretches over
                    empty += 1
                    continue
                pieces.append("\t" * empty)
                length += empty
                empty = 0
                cells.append(Cell(length, text, match.start(), match.end(), match[1], shared))
                pieces.append(_on_a_line(text) + "\t")
                length += len(text) + 1
            pieces.append("\n")
            length += 1
        return "".join(pieces), cells

    def _add_guessed(self, path: str, name: str, text: str, cells: Sequence[Cell]) -> None:
        """The sheet with numbers as they were before the program took them for amounts."""
        pieces, guessed, done, length = list[str](), list[Cell](), 0, 0
        known: dict[str, str] = {}
        for cell in cells:
            if (own := known.get(cell.text)) is None:
                own = known[cell.text] = guess(_on_a_line(cell.text), self._epoch)
            between = text[done : cell.at]
            if own and own != cell.text:
                at = length + len(between)
                guessed.append(Cell(at, own, cell.start, cell.end, cell.head, cell.shared))
            pieces += (between, own)
            length += len(between) + len(own)
            done = cell.at + len(cell.text)
        if guessed:
            self._add(path, name, "".join((*pieces, text[done:])), guessed)

    def _orphans(self, path: str) -> None:
        """Strings that stand in the table, but in no cell."""
        cells: list[Cell] = []
        pieces: list[str] = []
        length = 0
        for index in sorted(set(range(len(self._strings))) - self._used):
            text = self._strings[index].text.strip("\n")
            cells.append(Cell(length, text, 0, 0, b"", index))
            pieces.append(text + "\n")
            length += len(text) + 1
        if pieces:
            self._add(path, self._strings_name, "".join(pieces), cells)

    def _shown(self, head: bytes, inner: bytes) -> tuple[str, int | None]:
        attributes = dict(_ATTRIBUTE.findall(head))
        value = _VALUE.search(inner)
        kind = attributes.get(b"t", b"n")
        if kind == b"s" and value and value[1].strip().isdigit() and int(value[1]) < len(self._strings):
            self._used.add(int(value[1]))
            return self._strings[int(value[1])].text.strip("\n"), int(value[1])
        if kind == b"inlineStr" or value is None:
            return XmlText(inner).text.strip("\n") if inner else "", None
        if kind in (b"n", b"d"):
            style = attributes.get(b"s", b"0")
            code = self._formats.get(int(style) if style.isdigit() else 0, "")
            return _TIME.sub("", shown(value[1].decode("ascii", "replace").strip(), code, self._epoch)), None
        return XmlText(value[0]).text.strip("\n"), None

    def splices(self, segment: str, edits: Sequence[Edit]) -> Iterator[tuple[str, Splice]]:
        """The byte splices, with the XML part that each is for, of edits on one of these segments."""
        wanted = merge([(edit.start, edit.end, edit.replacement) for edit in edits])
        if segment in self._formulas:
            yield from self._formula_splices(*self._formulas[segment], wanted)
            return
        if segment in self._days:
            segment, days = self._days[segment]
            wanted = merge(days.pull(wanted))
        name, cells = self._sheets[segment]
        done: set[bytes] = set()
        starts = [start for start, _, _ in wanted]
        for cell in cells:
            first = max(bisect_right(starts, cell.at) - 1, 0)
            last = bisect_left(starts, cell.at + len(cell.text))
            mine = [
                (max(start - cell.at, 0), min(end - cell.at, len(cell.text)), new if start >= cell.at else "")
                for start, end, new in wanted[first:last]
                if end > cell.at
            ]
            if mine:
                yield from self._cell(name, cell, mine, done)

    def _cell(
        self, name: str, cell: Cell, edits: Sequence[tuple[int, int, str]], done: set[bytes]
    ) -> Iterator[tuple[str, Splice]]:
        if cell.shared is None:
            yield name, (cell.start, cell.end, _inline(cell.head, apply(cell.text, edits)))
            yield from self._without_formula(name, cell.start, cell.end, done)
            return
        start, text = self._items[cell.shared][0], self._strings[cell.shared]
        lead = len(text.text) - len(text.text.lstrip("\n"))
        for begin, end, new in text.splices([(low + lead, high + lead, new) for low, high, new in edits]):
            yield self._strings_name, (start + begin, start + end, new)

    def _formula_splices(
        self, name: str, formulas: Spelled, edits: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[str, Splice]]:
        """A word may stand in a formula; with any other replacement the formula goes, and its result stays."""
        found = [match for match in _FORMULA.finditer(self._contents[name]) if match[2] is not None]
        starts = [match.start(2) for match in found]
        done: set[bytes] = set()
        for edit in edits:
            for splice in formulas.splices([edit]):
                if _WORD.fullmatch(edit[2]):
                    yield name, splice
                else:
                    element = found[bisect_right(starts, splice[0]) - 1]
                    yield name, (*element.span(), b"")
                    yield from self._without_formula(name, *element.span(), done)

    def _without_formula(
        self, name: str, start: int, end: int, done: set[bytes]
    ) -> Iterator[tuple[str, Splice]]:
        """What else knows of the formula in a sheet's bytes [start:end]: the cells that share it, and the order of
        calculation, which Excel makes anew when nothing leads to it. `done` are the groups of cells that were seen to."""
        content = self._contents[name]
        formula = _FORMULA.search(content, start, end)
        if formula is None:
            return
        group = _SHARED.search(formula[1])
        if group and group[1] not in done:
            done.add(group[1])
            for other in _FORMULA.finditer(content):
                named = _SHARED.search(other[1])
                if named and named[1] == group[1]:
                    yield name, (other.start(), other.end(), b"")
        for part in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            if chain := _CHAIN.search(self._contents.get(part, b"")):
                yield part, (*chain.span(), b"")


def apart(role: str, content: bytes) -> tuple[tuple[int, int], ...] | None:
    """What of a part of that role is not read as cells or as shared strings; None for all of it."""
    if role == "sst":
        found = [item.span() for item in _ITEM.finditer(content)]
    elif role == "worksheet" and (begun := _DATA.search(content)):
        found = [begun.span(), *(end.span() for end in _DATA_END.finditer(content, begun.end()))]
        if len(found) == 1 and not begun[1]:
            found.append((len(content), len(content)))
        if _AMONG.search(content, begun.end(), found[-1][0]):
            return None
    else:
        return None
    return ((0, found[0][0]), (found[-1][1], len(content))) if found else None


def role_of(content: bytes) -> str:
    """What a part of a workbook is by its first element, whatever its name: "worksheet", "chartsheet", "dialogsheet", "sst"
    (shared strings), "workbook", "styleSheet", or ""."""
    found = _ROLE.match(content)
    return found[1].decode("ascii") if found else ""


def _on_a_line(text: str) -> str:
    """A short text in its row, where line ends are none: "Date de" above "naissance"."""
    return text.replace("\n", " ") if len(text) <= SHORT_CELL else text


def _column(head: bytes, before: int) -> tuple[int, int]:
    """Which column a cell stands in, from 1 on, and how many cells its row left out before it."""
    place = dict(_ATTRIBUTE.findall(head)).get(b"r", b"")
    letters = _COLUMN.match(place)
    if letters is None:
        return before + 1, 0
    column = 0
    for letter in letters[1]:
        column = column * 26 + letter - 64
    skipped = column - before - 1
    return column, skipped if 0 < skipped <= _WIDEST_GAP else 0


def _inline(head: bytes, text: str) -> bytes:
    """A cell that shows `text` and holds nothing else: no number, no formula."""
    kept = b"".join(b' %s="%s"' % pair for pair in _ATTRIBUTE.findall(head) if pair[0] in (b"r", b"s"))
    return b'<c%s t="inlineStr"><is><t>%s</t></is></c>' % (kept, escape(text, quote=False).encode("utf-8"))


def _formulas_of(content: bytes) -> Spelled:
    """Every formula of a sheet, a line each."""
    formulas = Spelled()
    for match in _FORMULA.finditer(content):
        if match[2] is not None:
            formulas.utf8(match[2].decode("utf-8", "surrogateescape"), match.start(2))
            formulas.gap("\n")
    return formulas
