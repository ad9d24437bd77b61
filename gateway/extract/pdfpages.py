"""The pages of a PDF as a reader shows them (pdfium), fields and comments included, and pictures on them by OCR.

True redaction: a page that holds a value is drawn anew as a picture with the value painted over, under the remaining
text as an invisible layer, so that it still reads, searches, links and prints as before; the old page's operators, fonts
and forms leave the file.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from gateway.extract.image import cover
from gateway.extract.invisible import Word, layer
from gateway.extract.legible import Box
from gateway.extract.ocr import Page, read_picture
from gateway.extract.readers import Context
from gateway.extract.zipfiles import Unreadable
from gateway.model import Edit, Incomplete, Reason, Segment

_MOST_PAGES: Final = 500
_MOST_OCR: Final = 25  # pages and pictures that nothing but OCR can read
_MOST_SECOND_LOOKS: Final = 8  # pages that bear a text layer over their picture
_SECONDS: Final = 8.0  # for those
_DPI: Final = 150
_SCALE: Final = _DPI / 72
_QUALITY: Final = 88
_LITTLE_TEXT: Final = 20  # characters: a page with fewer and anything drawn on it is looked at by OCR
_LEAST_WIDTH, _LEAST_HEIGHT = 60, 8  # points: no smaller picture shows a number that a person could read
_MOST_OF_PAGE: Final = 0.5
_STAYING: Final = frozenset(("/Link", "/FileAttachment", "/Text", "/Popup"))
#: What a font without a map to Unicode gives: nothing, its own codes, or characters of private use.
_UNKNOWN: Final = frozenset("\ufffd" + "".join(map(chr, (*range(9), *range(14, 32), *range(0xE000, 0xF900)))))


@dataclass(slots=True)
class Pages:
    """Texts of the pages, and what OCR read on them: page number -> (Page with boxes in pixels of its rendering)."""

    path: str
    texts: list[str] = field(default_factory=list, repr=False)
    scanned: dict[int, Page] = field(default_factory=dict, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)

    @property
    def segments(self) -> Iterator[Segment]:
        """A page's text, then what its pictures show."""
        for number, text in enumerate(self.texts):
            if text.strip():
                yield Segment(f"{self.path}/page{number + 1}", text)
            if number in self.scanned and self.scanned[number].text.strip():
                yield Segment(f"{self.path}/page{number + 1}/ocr", self.scanned[number].text)

    def touched(self, edits: Sequence[Edit]) -> dict[int, list[Edit]]:
        """Edits by page number."""
        places = {
            f"{self.path}/page{n + 1}{kind}": n for n in range(len(self.texts)) for kind in ("", "/ocr")
        }
        by_page: dict[int, list[Edit]] = {}
        for edit in edits:
            if edit.segment in places:
                by_page.setdefault(places[edit.segment], []).append(edit)
        return by_page


def opened(content: bytes, most: int = _MOST_PAGES) -> pypdfium2.PdfDocument:
    """The document for pdfium, of `most` pages. Raises Unreadable."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Unreadable(Reason.ENCRYPTED if b"/Encrypt" in content else Reason.UNREADABLE) from None
    if len(document) > most:
        raise Unreadable(Reason.TOO_BIG)
    document.init_forms()
    return document


def page_of(document: pypdfium2.PdfDocument, number: int) -> Any:
    """A page with its fields and comments drawn into it."""
    page = document[number]
    if page.formenv and pypdfium2.raw.FPDFPage_GetAnnotCount(page) > 0:
        try:
            page.flatten()
        except pypdfium2.PdfiumError:
            return page
        page.close()
        page = document[number]
    return page


def read_pages(content: bytes, path: str, context: Context) -> Pages:
    """Every page. Raises Unreadable."""
    pages = Pages(path)
    look = _Look(context.limits.ocr)
    with opened(content) as document:
        for number in range(len(document)):
            page = page_of(document, number)
            text = text_of(page)
            pages.texts.append(text)
            try:
                scan = look.at(page, text)
            except Unreadable as obstacle:
                pages.incomplete.append(Incomplete(obstacle.reason, path))
            else:
                if scan is not None:
                    pages.scanned[number] = scan
    pages.incomplete = list(dict.fromkeys(pages.incomplete))
    return pages


def text_of(page: Any) -> str:
    """The text, a character for each that pdfium counts; a hyphen that it takes for a line's own is one again."""
    reader = page.get_textpage()
    text: str = reader.get_text_range()
    count = reader.count_chars()
    if len(text) != count:  # a character beyond the basic plane, or one that pdfium leaves out
        codes = (pypdfium2.raw.FPDFText_GetUnicode(reader, index) for index in range(count))
        text = "".join(
            chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\0" for code in codes
        )
    return text.replace("\x02", "-").replace("\ufffe", "-")


class _Look:
    """OCR where text does not say what a page shows, within limits. A picture seen before is not read again."""

    def __init__(self, allowed: bool) -> None:
        self._allowed = allowed
        self._needed, self._second = 0, 0
        self._end = time.monotonic() + _SECONDS
        self._seen: set[bytes] = set()

    def at(self, page: Any, text: str) -> Page | None:
        """What OCR reads on a page, if it must be asked. Raises Unreadable when it must and cannot."""
        speaking = len(text.strip()) >= _LITTLE_TEXT and sum(char in _UNKNOWN for char in text) * 10 < len(
            text
        )
        boxes = [box for box in _pictures(page) if speaking]
        if speaking and not boxes:
            return None
        if not speaking and not _shows_something(page):
            return None
        picture = page.render(scale=_SCALE).to_pil()
        whole = not speaking or any(
            _area(box) > _MOST_OF_PAGE * _area((0, 0, *picture.size)) for box in boxes
        )
        if speaking and whole:
            self._second += 1
            if self._second > _MOST_SECOND_LOOKS or time.monotonic() > self._end or not self._allowed:
                return None
            return read_picture(picture)
        return self._read(picture, [(0, 0, *picture.size)] if whole else boxes)

    def _read(self, picture: Image.Image, boxes: Sequence[Box]) -> Page | None:
        pieces: list[str] = []
        places: list[Box | None] = []
        for left, top, right, bottom in boxes:
            cut = picture.crop((int(left), int(top), math.ceil(right), math.ceil(bottom)))
            print_of = hashlib.sha256(cut.tobytes()).digest()
            if print_of in self._seen:
                continue
            self._seen.add(print_of)
            self._needed += 1
            if not self._allowed or self._needed > _MOST_OCR:
                raise Unreadable(Reason.UNKNOWN_TYPE)
            read = read_picture(cut)
            pieces.append(read.text + "\n")
            places += [_moved(box, int(left), int(top)) for box in read.boxes] + [None]
        return Page("".join(pieces), places) if pieces else None


def _moved(box: Box | None, right: int, down: int) -> Box | None:
    return None if box is None else (box[0] + right, box[1] + down, box[2] + right, box[3] + down)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shows_something(page: Any) -> bool:
    """Whether anything is drawn: a picture, outlines of letters, text in a font that nobody can map."""
    return next(iter(page.get_objects(max_depth=1)), None) is not None


def _pictures(page: Any) -> list[Box]:
    """Where pictures stand that could show a number, in pixels of the rendering."""
    found = []
    width, height = page.get_width() * _SCALE, page.get_height() * _SCALE
    kinds = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)
    for one in page.get_objects(filter=kinds, max_depth=4):
        try:
            left, top, right, bottom = _device(page, one.get_bounds())
        except pypdfium2.PdfiumError:
            continue
        box = max(0.0, left), max(0.0, top), min(width, right), min(height, bottom)
        if box[2] - box[0] >= _LEAST_WIDTH * _SCALE and box[3] - box[1] >= _LEAST_HEIGHT * _SCALE:
            found.append(box)
    if len(found) > _MOST_OCR:  # a picture cut into strips
        return [(0, 0, width, height)]
    return found


def _device(page: Any, box: Sequence[float]) -> Box:
    """A box of the page's own space (left, bottom, right, top) in pixels of its rendering, however the page is turned."""
    x, y = ctypes.c_int(), ctypes.c_int()
    width, height = math.ceil(page.get_width() * _SCALE), math.ceil(page.get_height() * _SCALE)
    corners = []
    for across, up in ((box[0], box[1]), (box[2], box[3]), (box[0], box[3]), (box[2], box[1])):
        pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, x, y)
        corners.append((x.value, y.value))
    across_all, down_all = zip(*corners, strict=True)
    return min(across_all), min(down_all), max(across_all), max(down_all)


def redraw(
    target: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, number: int, pages: Pages, edits: Sequence[Edit]
) -> None:
    """Page `number` of `target` as a picture of what `drawn` shows there, without what `edits` cut."""
    page = page_of(drawn, number)
    picture = page.render(scale=_SCALE).to_pil().convert("RGB")
    painted = ImageDraw.Draw(picture)
    text, reader = pages.texts[number], page.get_textpage()
    gone: set[int] = set()
    for edit in edits:
        if edit.segment.endswith("/ocr"):
            cover(painted, pages.scanned[number], edit.start, edit.end)
        else:
            gone.update(range(edit.start, min(edit.end, len(text))))
    places = [None if text[n].isspace() else _device(page, reader.get_charbox(n, loose=True)) for n in gone]
    cover(painted, Page("", places), 0, len(places))
    turned = page.get_rotation()
    if turned:
        picture = picture.rotate(turned, expand=True)
    _replace(target, number, picture, page.get_bbox(), list(_words(text, reader, gone)))


def _words(text: str, reader: Any, gone: set[int]) -> Iterator[Word]:
    """The words that stay, each with where it begins, how long it is, its size and its angle."""
    word, first, last = "", -1, -1
    for index, char in enumerate(text + " "):
        if index < len(text) and index not in gone and not char.isspace() and char not in _UNKNOWN:
            first = index if not word else first
            word, last = word + char, index
        elif word:
            yield _word(word, reader, first, last)
            word = ""


def _word(word: str, reader: Any, first: int, last: int) -> Word:
    angle = -pypdfium2.raw.FPDFText_GetCharAngle(reader, first)  # which goes clockwise
    start, end = reader.get_charbox(first, loose=True), reader.get_charbox(last, loose=True)
    left, bottom, right, top = (
        min(start[0], end[0]), min(start[1], end[1]), max(start[2], end[2]), max(start[3], end[3])
    )  # fmt: skip
    upright = abs(math.sin(angle)) < 0.5
    length, size = (right - left, start[3] - start[1]) if upright else (top - bottom, start[2] - start[0])
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(reader, first, x, y)
    return Word(word, x.value, y.value, max(length, 0.1), max(1.0, min(size, 200.0)), angle)


def _replace(
    target: pikepdf.Pdf,
    number: int,
    picture: Image.Image,
    box: Sequence[float],
    words: Sequence[Word],
) -> None:
    encoded = io.BytesIO()
    picture.save(encoded, format="JPEG", quality=_QUALITY)
    image = target.make_stream(
        encoded.getvalue(),
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width, Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip
    left, bottom, right, top = box
    fonts, shown = layer(target, words)
    page = target.pages[number].obj
    kept = [one for one in page.get("/Annots", ()) if _stays(one)]
    for key in ("/Annots", "/Metadata", "/PieceInfo", "/Thumb", "/StructParents", "/B", "/Group", "/AA"):
        if key in page:
            del page[key]
    if kept:
        page.Annots = pikepdf.Array(kept)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image), Font=fonts)
    place = b"q %.3f 0 0 %.3f %.3f %.3f cm /Im0 Do Q\n" % (right - left, top - bottom, left, bottom)
    page.Contents = target.make_stream(place + shown)


def _stays(annotation: Any) -> bool:
    """Whether an annotation is more than what it draws: its drawing is in the picture already."""
    return isinstance(annotation, pikepdf.Dictionary) and str(annotation.get("/Subtype")) in _STAYING
