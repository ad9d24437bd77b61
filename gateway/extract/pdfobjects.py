"""What a PDF says outside its pages: strings of its objects (properties, fields, comments, bookmarks, scripts), XML, files.

Strings that stand in one object are read together, a field's name before its value.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pikepdf

from gateway.extract.pdfbroken import encoded
from gateway.extract.pdfstrings import DEEPEST, Told, edit_strings, told_by
from gateway.extract.pdfunseen import Spoken, content_of, is_form
from gateway.extract.pictureparts import beside
from gateway.extract.readers import Context
from gateway.extract.sniff import kind_of
from gateway.extract.strings import Strings
from gateway.extract.text import open_text
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import CannotRedact, Edit, Extraction, Reason, Segment, SegmentKind

_TRAILER: Final = (0, 0)  # as if it were an object
_MOST_OBJECTS: Final = 100_000
_MOST_STRINGS: Final = 50_000
_LONGEST_TEXT: Final = 8 * 1024 * 1024
_LONGEST_WRITTEN: Final = 3 * _LONGEST_TEXT  # in hexadecimal, a text is twice as long and has blanks
_LONGEST_HEAD: Final = 512 * 1024
_SAMPLE: Final = 4096
_ODD_ONES: Final = 50  # of so many octets one is a control character: more than any text has
_OF_TEXT: Final = bytes(set(range(256)) - (set(range(32)) - set(b"\t\n\f\r\x1b")))
#: Streams that are XML (ISO 32000-1 §14.3.2).
_TEXT_KINDS: Final = frozenset(("/Metadata", "/XML"))
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
#: Whole documents that some writers keep beside the pages (hybrid PDF).
_FILES: Final = frozenset(("pdf", "office", "zip", "ole", "rtf", "image"))
#: Streams that hold no text of their own: pictures, drawings, fonts, tables.
_NOT_TEXT: Final = (
    "/PatternType",
    "/ShadingType",
    "/FunctionType",
    "/Length1",
    "/Length3",
    "/BBox",
    "/Alternate",
)
#: By filter: where the pixels begin, and the end that may stand behind them.
_PIXELS: Final = {"/DCTDecode": (b"\xff\xda", b"\xff\xd9"), "/JPXDecode": (b"jp2c", b"\xff\xd9")}
_NOT_TEXT_KINDS: Final = frozenset("/Image /Form /Type1C /CIDFontType0C /OpenType /ObjStm /XRef /PS".split())


@dataclass(slots=True)
class Objects:
    """Strings by segment path, with their object's number and generation; streams by part path."""

    path: str
    told: dict[str, tuple[tuple[int, int], Told]] = field(default_factory=dict, repr=False)
    streams: dict[str, tuple[tuple[int, int], Extraction]] = field(default_factory=dict, repr=False)

    @property
    def segments(self) -> Iterator[Segment]:
        """All of it."""
        for place, (_, told) in self.told.items():
            yield Segment(place, told.text, SegmentKind.METADATA)
        for _, document in self.streams.values():
            yield from document.segments

    def edit(self, document: pikepdf.Pdf, edits: Sequence[Edit]) -> None:
        """Make the edits that concern objects. Raises CannotRedact."""
        by_segment: dict[str, list[Edit]] = {}
        for edit in edits:
            by_segment.setdefault(edit.segment, []).append(edit)
        shows_fields = False
        for place, (number, told) in self.told.items():
            if place in by_segment:
                one = document.trailer if number == _TRAILER else document.get_object(number)
                shows_fields |= edit_strings(one, told, by_segment[place])
        for part, (number, inner) in self.streams.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{part}/")]
            if own:
                try:
                    _write(document.get_object(number), inner.rewrite(own, {}))
                except CannotRedact:
                    raise CannotRedact(self.path) from None
        if shows_fields and "/AcroForm" in document.Root:
            document.Root.AcroForm.NeedAppearances = True
            document.generate_appearance_streams()


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
    if "/Params" in stream:
        del stream.Params  # size and checksum of what was there


def read_objects(document: pikepdf.Pdf, path: str, context: Context) -> Objects:
    """Strings and texts of every object. Raises Unreadable(TOO_BIG)."""
    found = Objects(path)
    drawn, files, forms = _streams_by_use(document)
    is_mended = bool(document.get_warnings())  # all objects have been looked at by now
    strings = 0
    if (told := told_by(document.trailer)).places:
        found.told[f"{path}/trailer"] = _TRAILER, told
    for count, one in enumerate(document.objects):
        if count > _MOST_OBJECTS or strings > _MOST_STRINGS:
            raise Unreadable(Reason.TOO_BIG)
        told = told_by(one)
        strings += len(told.places)
        if told.places:
            found.told[f"{path}/object{one.objgen[0]}"] = one.objgen, told
        if isinstance(one, pikepdf.Stream):
            part = f"{path}/stream{one.objgen[0]}"
            name = files.get(one.objgen)
            if one.objgen in drawn or is_form(one):
                inner: Extraction | None = Spoken(content_of(one), part)
            else:
                inner = _stream(one, part, name, one.objgen in forms, context, is_mended)
            if inner is not None:
                found.streams[part] = one.objgen, inner
    return found


def _streams_by_use(
    document: pikepdf.Pdf,
) -> tuple[set[tuple[int, int]], Mapping[tuple[int, int], str], set[tuple[int, int]]]:
    """Page contents; attached files with their names; form data (XFA)."""
    drawn: set[tuple[int, int]] = set()
    for page in document.pages:
        contents = page.obj.get("/Contents", ())
        for stream in contents if isinstance(contents, pikepdf.Array) else (contents,):
            if isinstance(stream, pikepdf.Object):
                drawn.add(stream.objgen)
    files: dict[tuple[int, int], str] = {}
    for one in document.objects:
        _files_of(one, files, 0)
    form = document.Root.get("/AcroForm")
    forms = form.get("/XFA", ()) if isinstance(form, pikepdf.Dictionary) else ()
    held = forms if isinstance(forms, pikepdf.Array) else (forms,)
    return drawn, files, {one.objgen for one in held if isinstance(one, pikepdf.Stream)}


def _files_of(one: Any, files: dict[tuple[int, int], str], depth: int) -> None:
    if depth > DEEPEST or not isinstance(one, (pikepdf.Dictionary, pikepdf.Array)):
        return
    if isinstance(one, pikepdf.Dictionary) and isinstance(one.get("/EF"), pikepdf.Dictionary):
        for _, stream in one.EF.items():
            if isinstance(stream, pikepdf.Stream):
                files[stream.objgen] = str(one.get("/UF", one.get("/F", "")))
    for value in one if isinstance(one, pikepdf.Array) else [value for _, value in one.items()]:
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
            _files_of(value, files, depth + 1)


def _stream(
    stream: Any, part: str, name: str | None, is_form: bool, context: Context, is_mended: bool
) -> Extraction | None:
    """What a stream says, if it is a file or a text."""
    kinds = {str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))}
    is_file = name is not None or "/EmbeddedFile" in kinds
    if not is_file and "/Image" in kinds:
        return _told_by_picture(stream, part, context)
    if not is_file and not is_form and (kinds & _NOT_TEXT_KINDS or any(key in stream for key in _NOT_TEXT)):
        return None
    must_be_read = is_file or is_form or bool(kinds & _TEXT_KINDS)
    try:
        if not is_file and _is_too_long(stream, is_mended):
            return Unread(b"", Reason.TOO_BIG, part) if must_be_read else None
        content = stream.read_bytes()
    except pikepdf.PdfError:
        return Unread(b"", Reason.UNREADABLE, part) if must_be_read else None
    if is_file or kind_of(content, "", "") in _FILES:
        if len(content) > context.limits.archive_bytes:
            raise Unreadable(Reason.TOO_BIG)
        return context.open_inside(content, name or "", part)
    is_wide = content.startswith(_WIDE_MARKS)
    if not is_wide and not must_be_read and content.startswith(b"/CIDInit"):
        return None
    is_noise = not is_wide and (content.startswith(b"%!PS") or _is_noise(content))
    if len(content) > _LONGEST_TEXT:
        return None if is_noise and not must_be_read else Unread(b"", Reason.TOO_BIG, part)
    return Strings(content, part) if is_noise else open_text(content, "", part, context.depth)


def _told_by_picture(stream: Any, part: str, context: Context) -> Extraction | None:
    """What a JPEG or JPEG 2000 says of itself before and behind its pixels (comments, Exif, XMP), and the file behind its end."""
    kind, raw = encoded(stream)
    ends = _PIXELS.get(kind)
    if ends is None:
        return None
    begin, end = ends
    head, _, rest = raw.partition(begin)
    tail = rest[rest.rfind(end) + len(end) :] if end and end in rest else b""
    told = Strings(head[:_LONGEST_HEAD] + b"\0" + tail[-_LONGEST_HEAD:], part)
    file = beside(raw).file if kind == "/DCTDecode" else b""
    behind = context.open_inside(file, "", part) if file else Unread(b"", None, part)
    segments = [*told.segments, *(replace(one, redactable=False) for one in behind.segments)]
    reasons = [item.reason for item in behind.incomplete]
    return Unread(raw, reasons[0] if reasons else None, part, segments) if segments or reasons else None


def _is_too_long(stream: Any, is_mended: bool) -> bool:
    """Whether a stream is longer than any text, as written. To read one in order to know would take twice its size in memory:
    where qpdf had nothing to mend in the document, a stream is as long as it says."""
    if not is_mended and int(stream.get("/Length", 0)) > _LONGEST_WRITTEN:
        return True
    return len(memoryview(stream.get_raw_stream_buffer())) > _LONGEST_WRITTEN


def _is_noise(content: bytes) -> bool:
    """Whether it is no text but octets of all kinds (a table, a profile, something packed): few words, if any, stand in it."""
    head = content[:_SAMPLE]
    return b"\0" in head[:400] or len(head.translate(None, _OF_TEXT)) * _ODD_ONES > len(head)
