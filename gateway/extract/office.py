"""DOCX, PPTX, ODT, ODS, ODP: the text of every XML part, with embedded files; edits are splices in those parts.

What is read: body, headers and footers, notes, comments, tracked changes (both sides), text boxes, charts, hidden slides,
properties, links. What is not XML and not an embedded document (fonts, printer settings) is carried along as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from gateway.extract.ole import workbook_cells
from gateway.extract.readers import Context
from gateway.extract.sheets import Sheets
from gateway.extract.unread import Unread
from gateway.extract.xmltext import XmlText, spliced
from gateway.extract.zipfiles import Unreadable, Zip
from gateway.model import (
    CannotRedact,
    Edit,
    Extraction,
    Incomplete,
    Placeholder,
    Reason,
    Segment,
    SegmentKind,
)

OpenInside = Callable[[bytes, str, str], Extraction]

_SKIPPED: Final = (
    "[Content_Types].xml", "theme/", "fontTable", "webSettings", "stylesWithEffects", "/styles.xml", "settings.xml",
    "META-INF/", "slideLayouts/", "tableStyles", "presProps", "viewProps", "calcChain", "styles.xml.rels", "Thumbnails/",
    "mimetype", "Configurations2", "numbering.xml", "printerSettings", "docProps/thumbnail",
)  # fmt: skip
_CELL_VALUE: Final = re.compile(
    rb"""\s(?:office:(?:date-|time-|string-|boolean-)?value|table:formula)="[^"]*\""""
)
_CELL_TYPE: Final = re.compile(rb"""(?:office|calcext):value-type="([^"]*)\"""")
_EMBEDDED: Final = frozenset(
    ".docx .xlsx .pptx .odt .ods .odp .pdf .doc .xls .ppt .rtf .txt .csv .eml .msg .png .jpg .jpeg .tif .tiff .bmp .gif".split()
)


@dataclass(slots=True)
class Office:
    """One office document. `open_inside` reads what is embedded in it."""

    raw: bytes = field(repr=False)
    path: str
    container: Zip = field(repr=False)
    open_inside: OpenInside
    _parts: dict[str, tuple[str, XmlText]] = field(
        default_factory=dict, repr=False
    )  # segment path -> (member, text)
    _values: dict[str, tuple[str, int, int]] = field(default_factory=dict, repr=False)  # attribute segments
    _inside: dict[str, tuple[str, Extraction]] = field(
        default_factory=dict, repr=False
    )  # part path -> (member, document)
    _contents: dict[str, bytes] = field(default_factory=dict, repr=False)
    _sheets: Sheets | None = field(default=None, repr=False)
    _segments: list[Segment] = field(default_factory=list, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = {member.filename for member in self.container.members}
        is_workbook = "xl/workbook.xml" in names
        for number, member in enumerate(self.container.members):
            name = member.filename
            suffix = PurePosixPath(name.lower()).suffix
            if is_workbook and name == "xl/styles.xml":
                self._contents[name] = self.container.read(member)
            elif suffix in (".xml", ".rels") and not _is_skipped(name):
                content = self._contents[name] = self.container.read(member)
                if not (is_workbook and name.startswith(("xl/worksheets/sheet", "xl/sharedStrings"))):
                    self._xml(name, content)
            elif suffix in _EMBEDDED and not _is_skipped(name):
                self._embedded(number, name, self.container.read(member))
            elif suffix == ".bin" and "embeddings/" in name:
                self.incomplete.append(Incomplete(Reason.UNKNOWN_TYPE, self.path))
        if is_workbook:
            self._sheets = Sheets(self.path, self._contents)
            self._segments = [*self._sheets.segments, *self._segments]

    def _xml(self, name: str, content: bytes) -> None:
        text = XmlText(content)
        path = f"{self.path}/{name}"
        if not name.endswith(".rels"):
            self._parts[path] = (name, text)
            if text.text.strip():
                kind = SegmentKind.METADATA if "docProps" in name or name == "meta.xml" else SegmentKind.BODY
                self._segments.append(Segment(path, text.text, kind))
        for number, (value, start, end) in enumerate(text.attributes):
            place = f"{path}@{number}"
            self._values[place] = (name, start, end)
            self._segments.append(Segment(place, value, SegmentKind.METADATA))

    def _embedded(self, number: int, name: str, content: bytes) -> None:
        path = f"{self.path}/inside{number}"
        document = self.open_inside(content, PurePosixPath(name).name, path)
        self._inside[path] = (name, document)
        self._segments.extend(document.segments)
        self.incomplete.extend(Incomplete(item.reason, self.path) for item in document.incomplete)

    @property
    def segments(self) -> Sequence[Segment]:
        """See `gateway.model.Extraction`."""
        return self._segments

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if not edits:
            return self.raw
        changed: dict[str, list[tuple[int, int, bytes]]] = {}
        for edit in edits:
            for name, splice in self._splices(edit):
                changed.setdefault(name, []).append(splice)
        contents = {name: spliced(self._contents[name], splices) for name, splices in changed.items()}
        for path, (name, document) in self._inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{path}/")]
            if own:
                try:
                    contents[name] = document.rewrite(own, {})
                except CannotRedact:
                    raise CannotRedact(self.path) from None
        try:
            return self.container.rewritten(contents)
        except Unreadable:
            raise CannotRedact(self.path) from None

    def _splices(self, edit: Edit) -> Iterator[tuple[str, tuple[int, int, bytes]]]:
        if self._sheets is not None and self._sheets.has(edit.segment):
            yield from self._sheets.splices(edit)
        elif edit.segment in self._parts:
            name, text = self._parts[edit.segment]
            for splice in text.splices([(edit.start, edit.end, edit.replacement)]):
                yield name, splice
                yield from _cell_values(name, self._contents[name], splice[0])
        elif edit.segment in self._values:
            name, start, end = self._values[edit.segment]
            yield name, (start, end, b"")

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _cell_values(name: str, content: bytes, position: int) -> Iterator[tuple[str, tuple[int, int, bytes]]]:
    """An OpenDocument cell says its value twice, in its text and in its tag: the tag's goes with the text's."""
    if name not in ("content.xml", "styles.xml"):
        return
    start = content.rfind(b"<table:table-cell", 0, position)
    end = content.find(b">", start)
    if start < 0 or content.rfind(b"</table:table-cell", start, position) >= 0:
        return
    for match in _CELL_VALUE.finditer(content, start, end):
        yield name, (match.start(), match.end(), b"")
    for match in _CELL_TYPE.finditer(content, start, end):
        yield name, (match.start(1), match.end(1), b"string")


def _is_skipped(name: str) -> bool:
    return any(part in f"/{name}" or part in name for part in _SKIPPED)


def read(content: bytes, path: str, context: Context) -> Extraction:
    """An office document. Raises Unreadable."""
    limits = context.limits
    container = Zip(content, limits.archive_files, limits.archive_bytes, limits.archive_ratio)
    if any(member.filename == "xl/workbook.bin" for member in container.members):
        return Unread(content, None, path, workbook_cells(content, path))
    return Office(content, path, container, context.open_inside)
