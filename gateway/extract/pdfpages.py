"""The pages of a PDF as a reader shows them (pdfium), fields and comments included, and pictures on them by OCR.

True redaction: a page that holds a value is drawn anew as a picture with the value painted over, under the remaining
text as an invisible layer, so that it still reads, searches, links and prints as before; the old page's operators, fonts
and forms leave the file.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from gateway.extract.image import cover
from gateway.extract.invisible import Word, layer
from gateway.extract.ocr import Page
from gateway.extract.pdfcells import with_cells
from gateway.extract.pdflayout import Layout, in_layout
from gateway.extract.pdflook import UNKNOWN, Look, device_box, scale_of
from gateway.extract.pdfpictures import Sights
from gateway.extract.pdfrows import with_rows
from gateway.extract.readers import Context
from gateway.extract.zipfiles import Unreadable
from gateway.model import Edit, Incomplete, Reason, Segment

_MOST_PAGES: Final = 500
_QUALITY: Final = 88
_LEAST_SCALE: Final = 60 / 72  # pixels for a point: with fewer, nobody reads on what is drawn
_STAYING: Final = frozenset(("/Link", "/FileAttachment", "/Text", "/Popup"))
_SIDES, _DEEPEST_FIELD = 4, 8
#: Comments that draw nothing of their own into the page.
_FLAT: Final = pypdfium2.raw.FLATTEN_SUCCESS
_PLAIN: Final = (pypdfium2.raw.FPDF_ANNOT_LINK, pypdfium2.raw.FPDF_ANNOT_POPUP)


@dataclass(slots=True)
class Pages:
    """Texts of the pages, what OCR read on them (boxes in pixels of the rendering) and what has no size, by page number."""

    path: str
    texts: list[str] = field(default_factory=list, repr=False)
    layouts: dict[int, Layout] = field(default_factory=dict, repr=False)  # of pages with fields or comments
    rows: dict[int, str] = field(default_factory=dict, repr=False)  # the same, a row of a table a line
    scanned: dict[int, Page] = field(default_factory=dict, repr=False)
    faint: dict[int, str] = field(default_factory=dict, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)
    sights: Sights = field(default_factory=dict, repr=False)

    @property
    def segments(self) -> Iterator[Segment]:
        """A page's text, then what its pictures show."""
        for number, text in enumerate(self.texts):
            if text.strip():
                yield Segment(f"{self.path}/page{number + 1}", text)
            if number in self.rows:
                yield Segment(f"{self.path}/page{number + 1}/rows", self.rows[number])
            if number in self.layouts:
                yield Segment(f"{self.path}/page{number + 1}/layout", self.layouts[number].text)
            if number in self.scanned and self.scanned[number].text.strip():
                yield Segment(f"{self.path}/page{number + 1}/ocr", self.scanned[number].text)
            if number in self.faint:
                yield Segment(f"{self.path}/page{number + 1}/faint", self.faint[number])

    def touched(self, edits: Sequence[Edit]) -> dict[int, list[Edit]]:
        """Edits by page number."""
        places = {
            f"{self.path}/page{n + 1}{kind}": n
            for n in range(len(self.texts))
            for kind in ("", "/rows", "/layout", "/ocr", "/faint")
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
    return _drawn_over(document, number)[0]


def _drawn_over(document: pypdfium2.PdfDocument, number: int) -> tuple[Any, bool]:
    """The same, and whether any were."""
    page = document[number]
    if (
        any(kind not in _PLAIN for kind in _comments(page))
        and pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_NORMALDISPLAY) == _FLAT
    ):
        page.close()
        return document[number], True
    return page, False


def _comments(page: Any) -> Iterator[int]:
    """What kind each comment and field on a page is of."""
    for index in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page)):
        comment = pypdfium2.raw.FPDFPage_GetAnnot(page, index)
        kind: int = pypdfium2.raw.FPDFAnnot_GetSubtype(comment)
        pypdfium2.raw.FPDFPage_CloseAnnot(comment)
        yield kind


def read_pages(
    content: bytes, path: str, context: Context, named: Set[bytes] = frozenset(), mute: Set[int] = frozenset()
) -> Pages:
    """Every page. `named` as for `Look`; `mute` are the pages whose fonts do not say what they show. Raises Unreadable."""
    look = Look(context.limits.ocr, named)
    pages = Pages(path, sights=look.sights)
    with opened(content) as document:
        for number in range(len(document)):
            page, is_drawn_over = _drawn_over(document, number)
            text = text_of(page)
            reader = page.get_textpage()
            if is_drawn_over and (layout := in_layout(text, reader)):
                pages.layouts[number] = layout
            pages.texts.append(with_cells(text, reader))
            if rows := with_rows(pages.texts[-1], reader):
                pages.rows[number] = rows
            try:
                scan = look.at(page, text, number in mute)
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


def redraw(
    target: pikepdf.Pdf, drawn: pypdfium2.PdfDocument, number: int, pages: Pages, edits: Sequence[Edit]
) -> None:
    """Page `number` of `target` as a picture of what `drawn` shows there, without what `edits` cut."""
    page = page_of(drawn, number)
    scale = scale_of(page)
    if scale < _LEAST_SCALE:
        raise Unreadable(Reason.TOO_BIG)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    painted = ImageDraw.Draw(picture)
    text, reader = pages.texts[number], page.get_textpage()
    gone: set[int] = set()
    for edit in edits:
        if edit.segment.endswith("/ocr"):
            cover(painted, pages.scanned[number], edit.start, edit.end)
        elif edit.segment.endswith("/layout"):
            gone.update(place for place in pages.layouts[number].places[edit.start : edit.end] if place >= 0)
        elif not edit.segment.endswith("/faint"):
            gone.update(range(edit.start, min(edit.end, len(text))))
    places = [
        None if text[n].isspace() else device_box(page, reader.get_charbox(n, loose=True)) for n in gone
    ]
    cover(painted, Page("", places), 0, len(places))
    cut = [reader.get_charbox(n, loose=True) for n in gone if not text[n].isspace()]
    for one in target.pages[number].obj.get("/Annots", ()):
        if _is_field(one) and any(_meet(one.Rect, box) for box in cut):
            _empty(one)
    turned = page.get_rotation()
    if turned:
        picture = picture.rotate(turned, expand=True)
    _replace(target, number, picture, page.get_bbox(), list(_words(text, reader, gone)))


def _words(text: str, reader: Any, gone: set[int]) -> Iterator[Word]:
    """The words that stay, each with where it begins, how long it is, its size and its angle."""
    word, first, last = "", -1, -1
    for index, char in enumerate(text + " "):
        if index < len(text) and index not in gone and not char.isspace() and not UNKNOWN.match(char):
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
        for one in kept:
            if "/AP" in one:
                del one["/AP"]
        page.Annots = pikepdf.Array(kept)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image), Font=fonts)
    place = b"q %.3f 0 0 %.3f %.3f %.3f cm /Im0 Do Q\n" % (right - left, top - bottom, left, bottom)
    page.Contents = target.make_stream(place + shown)


def _is_field(annotation: Any) -> bool:
    return (
        isinstance(annotation, pikepdf.Dictionary)
        and str(annotation.get("/Subtype")) == "/Widget"
        and len(annotation.get("/Rect", ())) == _SIDES
    )


def _meet(area: Any, box: Sequence[float]) -> bool:
    left, right = sorted((float(area[0]), float(area[2])))
    bottom, top = sorted((float(area[1]), float(area[3])))
    return left < box[2] and box[0] < right and bottom < box[3] and box[1] < top


def _empty(one: Any) -> None:
    """Without its value, which a field above it may hold (ISO 32000-1 §12.7.3): a box may hold no more than a figure of one."""
    for _ in range(_DEEPEST_FIELD):
        for key in ("/V", "/DV", "/RV", "/AP", "/I", "/Opt"):
            if key in one:
                del one[key]
        one = one.get("/Parent")
        if not isinstance(one, pikepdf.Dictionary):
            return


def _stays(annotation: Any) -> bool:
    """Whether an annotation is more than what it draws: its drawing is in the picture already."""
    return isinstance(annotation, pikepdf.Dictionary) and str(annotation.get("/Subtype")) in _STAYING
