"""PDF: text of the pages with its places, strings of the objects (metadata, fields, comments, bookmarks), attachments.

True redaction: a page that holds a value is drawn anew as a picture with the value painted over, under the remaining
text as an invisible layer, so that it still reads, searches and prints as before; the old page's operators, fonts and
forms leave the file. Strings are replaced. The result is read again by another reader before it goes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from gateway.extract.image import cover
from gateway.extract.ocr import Page, read_picture
from gateway.extract.readers import Context
from gateway.extract.zipfiles import Unreadable
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

_MOST_PAGES: Final = 500
_MOST_OCR_PAGES: Final = 25
_DPI: Final = 150
_SCALE: Final = _DPI / 72
_LITTLE_TEXT: Final = 20  # characters: a page with fewer and a picture on it is looked at by OCR
_KEYS: Final = frozenset(
    "/Title /Author /Subject /Keywords /Contents /V /DV /T /TU /ActualText /Alt /E /RC /NM /Desc /F /UF /URI /Lang".split()
)
_MOST_OBJECTS: Final = 50_000


@dataclass(slots=True)
class Pdf:
    """One PDF document."""

    raw: bytes = field(repr=False)
    path: str
    pages: list[Page] = field(repr=False)  # page text; boxes in points, origin top left
    scanned: dict[int, Page] = field(repr=False)  # page number -> OCR; boxes in pixels of the rendering
    strings: dict[str, tuple[int, str]] = field(repr=False)  # segment path -> (object number, key)
    inside: dict[str, tuple[str, Extraction]] = field(repr=False)  # part path -> (attachment name, document)
    segments: Sequence[Segment] = field(repr=False)
    incomplete: Sequence[Incomplete]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if not edits:
            return self.raw
        texts = {segment.path: segment.text for segment in self.segments}
        with pikepdf.open(io.BytesIO(self.raw)) as document:
            self._strings(document, edits, texts)
            self._pages(document, edits)
            self._attachments(document, edits)
            if "/Metadata" in document.Root:
                del document.Root.Metadata  # XMP repeats what the other properties say
            out = io.BytesIO()
            document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        content = out.getvalue()
        gone = [texts[edit.segment][edit.start : edit.end] for edit in edits if edit.segment in texts]
        if _still_there(content, gone):
            raise CannotRedact(self.path)
        return content

    def _strings(self, document: pikepdf.Pdf, edits: Sequence[Edit], texts: Mapping[str, str]) -> None:
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            if edit.segment in self.strings:
                number, key = self.strings[edit.segment]
                holder = document.objects[number] if number >= 0 else document.docinfo
                text = str(holder[key])
                holder[key] = pikepdf.String(text[: edit.start] + edit.replacement + text[edit.end :])
                if "/AP" in holder:
                    del holder["/AP"]
                for sibling in ("/RC", "/DV", "/MK"):
                    if sibling != key and sibling in holder:
                        del holder[sibling]

    def _pages(self, document: pikepdf.Pdf, edits: Sequence[Edit]) -> None:
        touched = sorted(
            {n for n in range(len(self.pages)) if any(_on_page(self.path, n, edit) for edit in edits)}
        )
        if not touched:
            return
        with pypdfium2.PdfDocument(self.raw) as drawn:
            drawn.init_forms()
            for number in touched:
                picture = drawn[number].render(scale=_SCALE).to_pil().convert("RGB")
                self._redraw(document, number, picture, [e for e in edits if _on_page(self.path, number, e)])
        if "/StructTreeRoot" in document.Root:
            del document.Root.StructTreeRoot  # its ActualText speaks for operators that are gone

    def _redraw(
        self, document: pikepdf.Pdf, number: int, picture: Image.Image, edits: Sequence[Edit]
    ) -> None:
        painted = ImageDraw.Draw(picture)
        gone: set[int] = set()
        page = self.pages[number]
        scaled = Page(page.text, [_pixels(box) for box in page.boxes])
        for edit in edits:
            if edit.segment.endswith("/ocr"):
                cover(painted, self.scanned[number], edit.start, edit.end)
            else:
                gone.update(range(edit.start, edit.end))
                cover(painted, scaled, edit.start, edit.end)
        encoded = io.BytesIO()
        picture.save(encoded, format="JPEG", quality=85)
        width, height = picture.width / _SCALE, picture.height / _SCALE
        image = document.make_stream(
            encoded.getvalue(),
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width, Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )  # fmt: skip
        layer = b"q %.2f 0 0 %.2f 0 0 cm /Im0 Do Q\n" % (width, height) + _invisible(page, gone, height)
        target = document.pages[number].obj
        for key in (
            "/Annots",
            "/Rotate",
            "/CropBox",
            "/UserUnit",
            "/Metadata",
            "/PieceInfo",
            "/Thumb",
            "/StructParents",
            "/B",
        ):
            if key in target:
                del target[key]
        target.MediaBox = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
        target.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Im0=image), Font=pikepdf.Dictionary(F0=font)
        )
        target.Contents = document.make_stream(layer)

    def _attachments(self, document: pikepdf.Pdf, edits: Sequence[Edit]) -> None:
        for part, (name, inner) in self.inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{part}/")]
            if own:
                try:
                    document.attachments[name] = pikepdf.AttachedFileSpec(
                        document, inner.rewrite(own, {}), filename=name
                    )
                except CannotRedact:
                    raise CannotRedact(self.path) from None

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _on_page(path: str, number: int, edit: Edit) -> bool:
    return edit.segment in (f"{path}/page{number + 1}", f"{path}/page{number + 1}/ocr")


def _pixels(box: tuple[float, float, float, float] | None) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    left, top, right, bottom = box
    return left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE


def _invisible(page: Page, gone: set[int], height: float) -> bytes:
    """The characters that stay, each where it stood, in text rendering mode 3 (ISO 32000-1 §9.3.6), word by word."""
    out = [b"BT 3 Tr"]
    word, start, right = "", None, 0.0
    for index, (char, box) in enumerate(zip(page.text + " ", [*page.boxes, None], strict=True)):
        if box is None or index in gone or char.isspace():
            if word and start is not None:
                left, top, _, bottom = start
                size = max(1.0, min(72.0, bottom - top))
                stretch = max(10, min(300, round(200 * (right - left) / (size * len(word)))))
                encoded = re.sub(rb"([\\()])", rb"\\\1", word.encode("cp1252", "replace"))
                place = (size, stretch, left, height - bottom, encoded)
                out.append(b"/F0 %.2f Tf %d Tz 1 0 0 1 %.2f %.2f Tm (%s) Tj" % place)
            word, start = "", None
        else:
            word, start, right = word + char, start or box, box[2]
    return b"\n".join((*out, b"ET"))


def _still_there(content: bytes, gone: Sequence[str]) -> bool:
    """Whether another reader finds a removed value in the pages, or it stands in a decoded stream."""
    wanted = {squeezed for text in gone if len(squeezed := re.sub(r"\W", "", text)) >= 5}
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            text = re.sub(r"\W", "", page.get_textpage().get_text_bounded())
            if any(value in text for value in wanted):
                return True
    plain = {text.encode("latin-1", "replace") for text in gone if len(text) >= 5}
    with pikepdf.open(io.BytesIO(content)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image":
                try:
                    data = one.read_bytes()
                except pikepdf.PdfError:
                    continue
                if any(value in data for value in plain):
                    return True
    return False


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A PDF document. Raises Unreadable: damaged, encrypted with a password, too many pages."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if len(document.pages) > _MOST_PAGES:
                raise Unreadable(Reason.TOO_BIG)
            strings = dict(_strings_of(document, path))
            inside = dict(_attachments_of(document, path, context))
    except pikepdf.PasswordError:
        raise Unreadable(Reason.ENCRYPTED) from None
    except pikepdf.PdfError:
        raise Unreadable(Reason.UNREADABLE) from None
    pages, scanned, incomplete = _pages_of(content, path, context)
    segments = [
        Segment(f"{path}/page{n + 1}", page.text) for n, page in enumerate(pages) if page.text.strip()
    ]
    segments += [
        Segment(f"{path}/page{n + 1}/ocr", page.text) for n, page in scanned.items() if page.text.strip()
    ]
    segments += [Segment(place, text, SegmentKind.METADATA) for place, (_, _, text) in strings.items()]
    segments += [segment for _, document in inside.values() for segment in document.segments]
    incomplete += [
        Incomplete(item.reason, path) for _, document in inside.values() for item in document.incomplete
    ]
    where = {place: (number, key) for place, (number, key, _) in strings.items()}
    return Pdf(content, path, pages, scanned, where, inside, segments, incomplete)


def _strings_of(document: pikepdf.Pdf, path: str) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """Every string that a reader may show, by where it stands; -1 stands for the document information."""
    for key, value in document.docinfo.items():
        if isinstance(value, (pikepdf.String, str)) and str(value).strip():
            yield f"{path}/info{key}", (-1, str(key), str(value))
    for number, one in enumerate(document.objects):
        if number > _MOST_OBJECTS:
            return
        if isinstance(one, pikepdf.Dictionary):
            for key, value in one.items():
                if key in _KEYS and isinstance(value, (pikepdf.String, str)) and len(str(value)) >= 4:
                    yield f"{path}/object{number}{key}", (number, str(key), str(value))


def _attachments_of(
    document: pikepdf.Pdf, path: str, context: Context
) -> Iterator[tuple[str, tuple[str, Extraction]]]:
    for number, (name, spec) in enumerate(document.attachments.items()):
        part = f"{path}/file{number}"
        body = spec.get_file().read_bytes()
        if len(body) > context.limits.archive_bytes:
            raise Unreadable(Reason.TOO_BIG)
        yield part, (name, context.open_inside(body, name, part))


def _pages_of(
    content: bytes, path: str, context: Context
) -> tuple[list[Page], dict[int, Page], list[Incomplete]]:
    pages: list[Page] = []
    scanned: dict[int, Page] = {}
    incomplete: list[Incomplete] = []
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Unreadable(Reason.ENCRYPTED if b"/Encrypt" in content else Reason.UNREADABLE) from None
    with opened as document:
        document.init_forms()
        for number, page in enumerate(document):
            pages.append(_page_text(page))
            if len(pages[-1].text.strip()) < _LITTLE_TEXT and _has_picture(page):
                if not context.limits.ocr or len(scanned) >= _MOST_OCR_PAGES:
                    incomplete.append(Incomplete(Reason.UNKNOWN_TYPE, path))
                    continue
                try:
                    scanned[number] = read_picture(page.render(scale=_SCALE).to_pil())
                except Unreadable as obstacle:
                    incomplete.append(Incomplete(obstacle.reason, path))
    return pages, scanned, list(dict.fromkeys(incomplete))


def _page_text(page: Any) -> Page:
    """Every character of a page with its box in points, origin at the top left."""
    height = page.get_height()
    reader = page.get_textpage()
    text = reader.get_text_range()
    count = reader.count_chars()
    if (
        len(text) != count
    ):  # a character beyond the basic plane, or one that pdfium leaves out: take them one by one
        text = "".join((reader.get_text_range(index, 1) or " ")[0] for index in range(count))
    boxes: list[tuple[float, float, float, float] | None] = []
    for index, char in enumerate(text):
        if char.isspace():
            boxes.append(None)
            continue
        left, bottom, right, top = reader.get_charbox(index, loose=True)
        boxes.append((left, height - top, right, height - bottom))
    return Page(text, boxes)


def _has_picture(page: Any) -> bool:
    return any(one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=3))
