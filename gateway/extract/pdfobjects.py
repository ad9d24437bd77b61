"""What a PDF says outside its pages: strings of its objects (properties, fields, comments, bookmarks, scripts), XML, files.

Strings that stand in one object are read together, a field's name before its value.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from gateway.extract.pdfunseen import Spoken, content_of, is_form
from gateway.extract.readers import Context
from gateway.extract.strings import Strings
from gateway.extract.text import open_text
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.mime.lens import apply, merge
from gateway.model import CannotRedact, Edit, Extraction, Reason, Segment, SegmentKind

_MOST_OBJECTS: Final = 100_000
_MOST_STRINGS: Final = 50_000
_DEEPEST: Final = 40
_LONGEST_TEXT: Final = 8 * 1024 * 1024
_LONGEST_WRITTEN: Final = 3 * _LONGEST_TEXT  # in hexadecimal, a text is twice as long and has blanks
_SAMPLE: Final = 4096
_ODD_ONES: Final = 50  # of so many octets one is a control character: more than any text has
_OF_TEXT: Final = bytes(set(range(256)) - (set(range(32)) - set(b"\t\n\f\r\x1b")))
#: Identifiers, keys and moments of machines.
_SILENT: Final = frozenset(
    "/ID /O /U /OE /UE /Perms /CreationDate /ModDate /M /CharSet /Registry /Ordering /Panose /DA /DS /Cert /Lang /DW"
    " /LastModified /CheckSum /StmF /StrF".split()
)
#: Streams that are XML (ISO 32000-1 §14.3.2).
_TEXT_KINDS: Final = frozenset(("/Metadata", "/XML"))
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_FIRST: Final = ("/T", "/TU", "/Title")
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
_NOT_TEXT_KINDS: Final = frozenset("/Image /Form /Type1C /CIDFontType0C /OpenType /ObjStm /XRef /PS".split())

Key = str | int


@dataclass(slots=True)
class Told:
    """The strings of one object: `places` are (path inside the object, start, end) in `text`."""

    text: str = field(repr=False)
    places: list[tuple[tuple[Key, ...], int, int]]


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
                shows_fields |= _edit_strings(document.get_object(number), told, by_segment[place])
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


def _edit_strings(one: Any, told: Told, edits: Sequence[Edit]) -> bool:
    """Whether the object has an appearance that must be drawn anew."""
    for path, low, high in told.places:
        own = [
            (max(edit.start, low) - low, min(edit.end, high) - low, edit.replacement)
            for edit in edits
            if edit.start < high and edit.end > low
        ]
        if own:
            holder = one
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = pikepdf.String(apply(told.text[low:high], merge(own)))
    return _without_appearance(one)


def _without_appearance(one: Any, depth: int = 0) -> bool:
    if not isinstance(one, pikepdf.Dictionary) or depth > _DEEPEST:
        return False
    found = False
    for key in ("/AP", "/RC"):
        if key in one:
            del one[key]
            found = True
    for kid in one.get("/Kids", ()) if "/FT" in one or "/T" in one else ():
        found |= _without_appearance(kid, depth + 1)
    return found


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
    if "/Params" in stream:
        del stream.Params  # size and checksum of what was there


def read_objects(document: pikepdf.Pdf, path: str, context: Context) -> Objects:
    """Strings and texts of every object. Raises Unreadable(TOO_BIG)."""
    found = Objects(path)
    drawn, files, forms = _streams_by_use(document)
    strings = 0
    for count, one in enumerate(document.objects):
        if count > _MOST_OBJECTS or strings > _MOST_STRINGS:
            raise Unreadable(Reason.TOO_BIG)
        told = _told(one)
        strings += len(told.places)
        if told.places:
            found.told[f"{path}/object{one.objgen[0]}"] = one.objgen, told
        if isinstance(one, pikepdf.Stream):
            part = f"{path}/stream{one.objgen[0]}"
            name = files.get(one.objgen)
            if one.objgen in drawn or is_form(one):
                inner: Extraction | None = Spoken(content_of(one), part)
            else:
                inner = _stream(one, part, name, one.objgen in forms, context)
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
    if depth > _DEEPEST or not isinstance(one, (pikepdf.Dictionary, pikepdf.Array)):
        return
    if isinstance(one, pikepdf.Dictionary) and isinstance(one.get("/EF"), pikepdf.Dictionary):
        for _, stream in one.EF.items():
            if isinstance(stream, pikepdf.Stream):
                files[stream.objgen] = str(one.get("/UF", one.get("/F", "")))
    for value in one if isinstance(one, pikepdf.Array) else [value for _, value in one.items()]:
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
            _files_of(value, files, depth + 1)


def _stream(stream: Any, part: str, name: str | None, is_form: bool, context: Context) -> Extraction | None:
    """What a stream says, if it is a file or a text."""
    kinds = {str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))}
    is_file = name is not None or "/EmbeddedFile" in kinds
    if not is_file and not is_form and (kinds & _NOT_TEXT_KINDS or any(key in stream for key in _NOT_TEXT)):
        return None
    must_be_read = is_file or is_form or bool(kinds & _TEXT_KINDS)
    try:
        if not is_file and len(stream.read_raw_bytes()) > _LONGEST_WRITTEN:
            return Unread(b"", Reason.TOO_BIG, part) if must_be_read else None
        content = stream.read_bytes()
    except pikepdf.PdfError:
        return Unread(b"", Reason.UNREADABLE, part) if must_be_read else None
    if is_file:
        if len(content) > context.limits.archive_bytes:
            raise Unreadable(Reason.TOO_BIG)
        return context.open_inside(content, name or "", part)
    is_wide = content.startswith(_WIDE_MARKS)
    if (
        not is_wide
        and not must_be_read
        and (b"\0" in content[:400] or content.startswith((b"/CIDInit", b"%!PS")))
    ):
        return None
    is_noise = not is_wide and _is_noise(content)
    if len(content) > _LONGEST_TEXT:
        return None if is_noise and not must_be_read else Unread(b"", Reason.TOO_BIG, part)
    return Strings(content, part) if is_noise else open_text(content, "", part, context.depth)


def _is_noise(content: bytes) -> bool:
    """Whether it is no text but octets of all kinds (a table, a profile, something packed): few words, if any, stand in it."""
    head = content[:_SAMPLE]
    return len(head.translate(None, _OF_TEXT)) * _ODD_ONES > len(head)


def _told(one: Any) -> Told:
    """Every string of an object, as far as it does not stand in another."""
    pieces: list[str] = []
    places: list[tuple[tuple[Key, ...], int, int]] = []
    length = 0
    for path, text in _strings(one, (), 0):
        places.append((path, length, length + len(text)))
        pieces.append(text + "\n")
        length += len(text) + 1
    return Told("".join(pieces), places)


def _strings(one: Any, path: tuple[Key, ...], depth: int) -> Iterator[tuple[tuple[Key, ...], str]]:
    if depth > _DEEPEST:
        raise Unreadable(Reason.TOO_DEEP)
    if isinstance(one, pikepdf.Array):
        items: list[tuple[Key, Any]] = list(enumerate(one))
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        if "/ByteRange" in one:  # a signature's own bytes
            return
        items = sorted(one.items(), key=lambda item: item[0] not in _FIRST)
    else:
        return
    for key, value in items:
        if key in _SILENT:
            continue
        if isinstance(value, pikepdf.String):
            text = str(value)
            if len(text) >= 3:
                yield (*path, key), text
        elif isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and not value.is_indirect:
            yield from _strings(value, (*path, key), depth + 1)
