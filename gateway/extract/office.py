"""DOCX, XLSX, PPTX, ODT, ODS, ODP: the text of every part, with embedded files; edits are splices in those parts.

What is read: body, headers and footers, notes, comments, tracked changes (both sides), text boxes, charts, hidden slides
and sheets, formulas, properties, links, and what stands in tags. A value found in one place is cut in every other, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from gateway.extract.biff12 import number_formats
from gateway.extract.everywhere import elsewhere
from gateway.extract.hiddenstyles import hidden_styles
from gateway.extract.kepttables import kept_tables, typed
from gateway.extract.metafile import Metafile, is_metafile
from gateway.extract.ole import workbook_cells
from gateway.extract.opencells import with_cell_values
from gateway.extract.opentables import table_values
from gateway.extract.opentracked import tracked_cells
from gateway.extract.readers import Context
from gateway.extract.sheetheaders import headers
from gateway.extract.sheetnames import in_names, sheet_names
from gateway.extract.sheets import Sheets, apart, role_of
from gateway.extract.spelled import Spelled, Splice, spliced
from gateway.extract.strings import Strings, words
from gateway.extract.thumbnail import blank, is_drawn_again, is_small_picture, is_thumbnail
from gateway.extract.unread import Unread
from gateway.extract.wholeattributes import filter_days, whole
from gateway.extract.xmlfields import fields
from gateway.extract.xmltext import XmlText, codec_of, recoded
from gateway.extract.zipfiles import Unreadable, Zip
from gateway.mime.lens import merge
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

_XML: Final = frozenset((".xml", ".rels", ".vml"))
_OPEN_TABLES: Final = frozenset(("content.xml", "styles.xml"))
_RECORDS: Final = re.compile(r"docProps/|customXml/|meta\.xml\Z|xl/(?:externalLinks|pivotCache)/")
_PROPERTIES: Final = re.compile(r"docProps/core\.xml\Z|meta\.xml\Z")
#: When a program made, saved or printed the document.
_MOMENT: Final = re.compile(
    rb"<(?:dcterms:created|dcterms:modified|cp:lastPrinted|meta:creation-date|meta:print-date|dc:date)(?:\s[^<>]*+)?>"
    rb"\d{4}-\d\d-\d\dT[\d:.,+Z-]{5,30}</[\w:]{4,30}+>"
)
_FONTS: Final = frozenset((".odttf", ".fntdata", ".ttf", ".otf"))


@dataclass(slots=True)
class Office:
    """One office document. `open_inside` reads what is embedded in it."""

    raw: bytes = field(repr=False)
    path: str
    container: Zip = field(repr=False)
    open_inside: OpenInside
    _texts: dict[str, tuple[str, Spelled]] = field(
        default_factory=dict, repr=False
    )  # segment -> (part, text)
    _inside: dict[str, tuple[str, Extraction]] = field(
        default_factory=dict, repr=False
    )  # part path -> (member, document)
    _contents: dict[str, bytes] = field(default_factory=dict, repr=False)  # XML parts, in UTF-8
    _codecs: dict[str, str] = field(default_factory=dict, repr=False)  # those that were not
    _roles: dict[str, str] = field(default_factory=dict, repr=False)  # what XML parts are
    _sheets: Sheets | None = field(default=None, repr=False)
    _segments: list[Segment] = field(default_factory=list, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = [member.filename for member in self.container.members]
        if len(set(names)) < len(names):  # readers take the one or the other
            raise Unreadable(Reason.UNREADABLE)
        suffixes = [
            ".rels" if name.endswith(".rels") else PurePosixPath(name.lower()).suffix for name in names
        ]
        for member, suffix in zip(self.container.members, suffixes, strict=True):
            if suffix in _XML:
                self._load(member.filename, self.container.read(member))
        hiding = frozenset(style for content in self._contents.values() for style in hidden_styles(content))
        for number, (member, suffix) in enumerate(zip(self.container.members, suffixes, strict=True)):
            name = member.filename
            if suffix in _XML:
                self._xml(name, hiding)
            elif not member.is_dir():
                content = self.container.read(member)
                if not (is_thumbnail(name) and is_small_picture(content)):
                    self._embedded(number, name, content, is_font=suffix in _FONTS)
        left_over = Strings(self.container.outside() + self.container.comment, f"{self.path}/outside")
        self._segments.extend(left_over.segments)  # a rewrite leaves it out
        if {"worksheet", "sst"} & set(self._roles.values()):
            self._sheets = Sheets(self.path, self._contents, self._roles)
            self._segments = [*self._sheets.segments, *self._segments]
        for name, which, text in kept_tables(self._contents):
            place = f"{self.path}/{name}{which}"
            self._texts[place] = name, text
            self._segments.append(Segment(place, text.text, SegmentKind.CELL))

    def _load(self, name: str, raw: bytes) -> None:
        codec = self._codecs[name] = codec_of(raw)
        content = self._contents[name] = recoded(raw, codec, "")
        if name == "META-INF/manifest.xml" and b"encryption-data" in content:
            raise Unreadable(Reason.ENCRYPTED)
        role = self._roles[name] = role_of(content)
        if role == "sst" and list(self._roles.values()).count(role) > 1:  # readers take the one or the other
            raise Unreadable(Reason.UNREADABLE)

    def _xml(self, name: str, hiding: Collection[bytes]) -> None:
        content, role = self._contents[name], self._roles[name]
        kind = SegmentKind.METADATA if "docProps" in name or name == "meta.xml" else SegmentKind.BODY
        spans = _without_moments(content) if _PROPERTIES.match(name) else apart(role, content)
        read = XmlText(content, spans, hiding)
        readings = [*read.readings(), ("@parts", read.parts())]
        if PurePosixPath(name).name == "content.xml":
            readings += [("@cells", table_values(content)), ("@tracked", tracked_cells(content))]
        if role in ("worksheet", "chartsheet", "dialogsheet"):
            readings.append(("@headers", headers(content)))
        readings.append(("@filters", filter_days(content)))
        if _RECORDS.match(name):
            readings.append(("@fields", fields(content)))
        for which, text in readings:
            self._texts[f"{self.path}/{name}{which}"] = name, text
            if text.text.strip():
                self._segments.append(Segment(f"{self.path}/{name}{which}", text.text, kind))

    def _embedded(self, number: int, name: str, content: bytes, *, is_font: bool) -> None:
        path = f"{self.path}/inside{number}"
        document = (
            Strings(content, path) if is_font else self.open_inside(content, PurePosixPath(name).name, path)
        )
        if any(item.reason is Reason.UNKNOWN_TYPE for item in document.incomplete) and not document.segments:
            drawing = is_metafile(content)  # else a control, a printer's settings
            document = Metafile(content, path) if drawing else Strings(content, path)
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
        edits = [*edits, *elsewhere(self._segments, edits)]
        edits = list(in_names(self._segments, edits, sheet_names(self._contents)))
        changed: dict[str, list[Splice]] = {}
        by_segment: dict[str, list[Edit]] = {}
        for edit in edits:
            by_segment.setdefault(edit.segment, []).append(edit)
        for segment, own in by_segment.items():
            for name, splice in self._splices(segment, own):
                changed.setdefault(name, []).append(splice)
        contents = {
            name: recoded(
                spliced(content, list(whole(content, typed(name, content, splices)))),
                "",
                self._codecs[name],
            )
            for name, splices in changed.items()
            for content in (self._contents[name],)
        }
        for path, (name, document) in self._inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{path}/")]
            if own and not is_thumbnail(name):
                try:
                    contents[name] = document.rewrite(own, {})
                except CannotRedact:
                    raise CannotRedact(self.path) from None
        numbers = {member.filename: number for number, member in enumerate(self.container.members)}
        for name in numbers:
            if is_thumbnail(name) or is_drawn_again(name, numbers):
                contents[name] = blank(name)
        try:
            return self.container.rewritten(
                {numbers[name]: new for name, new in contents.items()}, comment=b""
            )
        except Unreadable:
            raise CannotRedact(self.path) from None

    def _splices(self, segment: str, edits: Sequence[Edit]) -> Iterator[tuple[str, Splice]]:
        if self._sheets is not None and self._sheets.has(segment):
            yield from self._sheets.splices(segment, edits)
        elif segment in self._texts:
            name, text = self._texts[segment]
            splices = text.splices(merge([(edit.start, edit.end, edit.replacement) for edit in edits]))
            if PurePosixPath(name).name in _OPEN_TABLES:
                splices = list(with_cell_values(self._contents[name], splices))
            for splice in splices:
                yield name, splice

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _without_moments(content: bytes) -> tuple[tuple[int, int], ...]:
    """The spans of a document's properties around the moments that a program noted."""
    moments = [moment.span() for moment in _MOMENT.finditer(content)]
    starts, ends = (0, *(end for _, end in moments)), (*(start for start, _ in moments), len(content))
    return tuple(zip(starts, ends, strict=True))


def read(content: bytes, path: str, context: Context) -> Extraction:
    """An office document. Raises Unreadable."""
    limits = context.limits
    container = Zip(content, limits.archive_files, limits.archive_bytes, limits.archive_ratio)
    document = Office(content, path, container, context.open_inside)
    if any(member.filename == "xl/workbook.bin" for member in container.members):
        return _binary_workbook(document)
    return document


def _binary_workbook(document: Office) -> Extraction:
    """A workbook in the format of Excel's own (XLSB): read, and not written. Raises Unreadable."""
    limits = document.container
    container = Zip(document.raw, limits.most_files, limits.most_bytes, limits.most_ratio)
    parts = {
        member.filename: container.read(member)
        for member in container.members
        if member.filename.endswith((".bin", ".rels"))
    }
    segments = workbook_cells(document.raw, document.path, number_formats(parts))
    for name, content in parts.items():
        if name.endswith(".bin") and (text := words(content)).strip():
            segments.append(Segment(f"{document.path}/{name}", text))
    segments = [replace(segment, redactable=False) for segment in (*segments, *document.segments)]
    reason = document.incomplete[0].reason if document.incomplete else None
    return Unread(document.raw, reason, document.path, segments)
