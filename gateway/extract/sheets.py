"""The cells of an XLSX workbook as people see them: one text a sheet, a line a row, a tab between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from xml.sax.saxutils import escape

from gateway.extract.xmltext import XmlText
from gateway.model import Edit, Segment, SegmentKind

_ROW: Final = re.compile(rb"<(?:\w+:)?row[ >].*?</(?:\w+:)?row>", re.DOTALL)
_CELL: Final = re.compile(rb"<(?:\w+:)?c((?:\s[^<>]*)?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE: Final = re.compile(rb"<(?:\w+:)?v[^<>]*>([^<]*)</(?:\w+:)?v>")
_ITEM: Final = re.compile(rb"<(?:\w+:)?si(?:\s[^<>]*)?(?:/>|>.*?</(?:\w+:)?si>)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb'\s(r|s|t)="([^"]*)"')
_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_FORMAT_ID: Final = re.compile(rb'numFmtId="(\d+)"')
_FORMAT_CODE: Final = re.compile(rb'formatCode="([^"]*)"')
_STYLES: Final = re.compile(rb"<(?:\w+:)?cellXfs[ >].*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE: Final = re.compile(rb'<(?:\w+:)?xf\s[^<>]*?numFmtId="(\d+)"')
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_EPOCH: Final = date(1899, 12, 30)


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
    """All sheets, hidden ones too. `contents` holds the workbook's XML parts by name."""

    def __init__(self, path: str, contents: Mapping[str, bytes]) -> None:
        self._strings_name = next((name for name in contents if name.startswith("xl/sharedStrings")), "")
        strings = contents.get(self._strings_name, b"")
        self._items = [match.span() for match in _ITEM.finditer(strings)]
        self._strings = [XmlText(strings[start:end]) for start, end in self._items]
        self._formats = _formats_of(contents.get("xl/styles.xml", b""))
        self._sheets: dict[str, tuple[str, list[Cell]]] = {}
        self.segments: list[Segment] = []
        for name in contents:
            if name.startswith("xl/worksheets/sheet"):
                segment_path = f"{path}/{name.rpartition('/')[2].removesuffix('.xml')}"
                text, cells = self._read(contents[name])
                self._sheets[segment_path] = (name, cells)
                self.segments.append(Segment(segment_path, text, SegmentKind.CELL))

    def has(self, segment: str) -> bool:
        """Whether `segment` is a sheet."""
        return segment in self._sheets

    def _read(self, content: bytes) -> tuple[str, list[Cell]]:
        pieces: list[str] = []
        cells: list[Cell] = []
        length = 0
        for row in _ROW.finditer(content):
            for match in _CELL.finditer(content, row.start(), row.end()):
                text, shared = self._shown(match[1], match[2] or b"")
                cells.append(Cell(length, text, match.start(), match.end(), match[1], shared))
                pieces.append(text + "\t")
                length += len(text) + 1
            pieces.append("\n")
            length += 1
        return "".join(pieces), cells

    def _shown(self, head: bytes, inner: bytes) -> tuple[str, int | None]:
        attributes = dict(_ATTRIBUTE.findall(head))
        value = _VALUE.search(inner)
        kind = attributes.get(b"t", b"n")
        if kind == b"s" and value and value[1].strip().isdigit() and int(value[1]) < len(self._strings):
            return self._strings[int(value[1])].text.strip("\n"), int(value[1])
        if kind == b"inlineStr" or value is None:
            return XmlText(inner).text.strip("\n") if inner else "", None
        if kind in (b"n", b"d"):
            return self._number(value[1].decode("ascii", "replace"), attributes.get(b"s", b"0")), None
        return XmlText(value[0]).text.strip("\n"), None

    def _number(self, text: str, style: bytes) -> str:
        """A number as its format shows it: a date, or leading zeros ("000 000 000" for a social insurance number)."""
        number_format = self._formats.get(int(style) if style.isdigit() else 0, "")
        try:
            number = float(text)
        except ValueError:
            return text
        if number_format == "date" and 0 < number < 2_958_466:
            return (_EPOCH + timedelta(days=int(number))).isoformat()
        if number == int(number) and abs(number) < 1e15:
            zeros = number_format.count("0") if set(number_format) <= set('0 -\\"') else 0
            return str(int(number)).zfill(zeros)
        return text

    def splices(self, edit: Edit) -> Iterator[tuple[str, tuple[int, int, bytes]]]:
        """The byte splices, with the XML part that each is for, of an edit on a sheet's text."""
        name, cells = self._sheets[edit.segment]
        replacement = edit.replacement
        for cell in cells:
            low, high = max(edit.start - cell.at, 0), min(edit.end - cell.at, len(cell.text))
            if low >= high:
                continue
            if cell.shared is not None:
                start = self._items[cell.shared][0]
                lead = len(self._strings[cell.shared].text) - len(
                    self._strings[cell.shared].text.lstrip("\n")
                )
                for begin, end, new in self._strings[cell.shared].splices(
                    [(low + lead, high + lead, replacement)]
                ):
                    yield self._strings_name, (start + begin, start + end, new)
            else:
                shown = cell.text[:low] + replacement + cell.text[high:]
                yield name, (cell.start, cell.end, _inline(cell.head, shown))
            replacement = ""


def _inline(head: bytes, text: str) -> bytes:
    """A cell that shows `text` and holds nothing else: no number, no formula."""
    kept = b"".join(b' %s="%s"' % pair for pair in _ATTRIBUTE.findall(head) if pair[0] in (b"r", b"s"))
    return b'<c%s t="inlineStr"><is><t>%s</t></is></c>' % (kept, escape(text).encode("utf-8"))


def _formats_of(styles: bytes) -> dict[int, str]:
    """Cell style index -> "date", or the number's format code."""
    own = {}
    for tag in _FORMAT.findall(styles):
        named, coded = _FORMAT_ID.search(tag), _FORMAT_CODE.search(tag)
        if named and coded:
            own[int(named[1])] = coded[1].decode("utf-8", "replace")
    table = _STYLES.search(styles)
    formats = {}
    for index, number in enumerate(_STYLE.findall(table[0]) if table else ()):
        code = own.get(int(number), "")
        is_date = int(number) in _DATE_FORMATS or (
            re.search(r"[yYdD]", re.sub(r'"[^"]*"|\[[^\]]*\]', "", code)) is not None
        )
        formats[index] = "date" if is_date else code.replace("&quot;", '"')
    return formats
