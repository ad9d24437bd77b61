"""Where OCR must say what a page of a PDF shows: pictures, letters drawn as outlines, fonts whose codes tell nothing."""

from __future__ import annotations

import ctypes
import hashlib
import math
import re
import time
from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

import pypdfium2
from PIL import Image

from gateway.extract.alike import Sight, is_seen, sight
from gateway.extract.legible import Box
from gateway.extract.ocr import Page, read_picture
from gateway.extract.pdfpictures import digest
from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason

DPI: Final = 150
_SCALE: Final = DPI / 72
_MOST_PIXELS: Final = 40_000_000  # of a page as it is drawn: a plan of 33 by 47 inches has so many
_MOST_OCR: Final = 25  # pages and pictures that nothing but OCR can read
_MOST_SECOND_LOOKS: Final = 8  # pages that bear a text layer over their picture
_SECONDS: Final = 8.0  # for those
_LITTLE_TEXT: Final = 20  # characters: a page with fewer and anything drawn on it is looked at by OCR
_LEAST_WIDTH, _LEAST_HEIGHT = 60, 8  # points: no smaller picture shows a number that a person could read
_MOST_OF_PAGE: Final = 0.5
_DEEPEST: Final = 15
_FINE: Final = 16  # parts of a pixel
_UNIT, _UNMOVED = (0.0, 0.0, 1.0, 1.0), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_OBJECTS: Final = 20_000
_LETTER_HEIGHT: Final = (4.0, 60.0)  # points
_LETTER_PARTS: Final = 6  # lines and curves: a box has five
_LETTERS: Final = 6
_AROUND: Final = 8.0  # points around such drawings: of letters at a picture's edge, Tesseract makes nothing
#: What a font without a map to Unicode gives: nothing, its own codes, or characters of private use.
_UNKNOWN: Final = "\\x00-\\x08\\x0e-\\x1f\\ue000-\\uf8ff\\ufffd"
UNKNOWN: Final = re.compile(f"[{_UNKNOWN}]")
_UNKNOWN_RUN: Final = re.compile(rf"[{_UNKNOWN}\s]+")
_LEAST_UNKNOWN: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MANY_WORDS: Final = 40
#: Words without which hardly a text of this length is French or English.
_COMMON: Final = frozenset(
    "le la les de des du un une et en au aux est sur pour par dans que qui nous vous il ce se ne pas plus nom non oui votre"
    " mr mme madame monsieur date total montant page tel rue adresse québec quebec canada no the of and to in is for on at"
    " by with this that you we it name address not or be from are as your phone".split()
)


Point = tuple[float, float]


class Look:
    """OCR where text does not say what a page shows, within limits. A picture seen before is not read again.

    `named` are the pictures that objects of the document hold, as `pdfpictures.digest` gives them; `sights` is what the pages
    show of each.
    """

    def __init__(self, allowed: bool, named: Set[bytes]) -> None:
        self._allowed, self._named = allowed, named
        self._needed, self._second = 0, 0
        self._end = time.monotonic() + _SECONDS
        self._read: dict[bytes, Page] = {}
        self.sights: dict[bytes, list[Sight]] = {}

    def at(self, page: Any, text: str, is_mute: bool) -> Page | None:
        """What OCR reads on a page, if it must be asked; `is_mute` where its fonts do not say what they show. Raises
        Unreadable when it must and cannot."""
        images, letters = _drawn(page)
        speaks, is_doubtful = not is_mute and _speaks(text), _is_doubtful(text)
        if not (images or letters or is_doubtful) and (speaks or not _shows_something(page)):
            return None
        scale = scale_of(page)
        picture = page.render(scale=scale).to_pil()
        whole_page = (0.0, 0.0, float(picture.width), float(picture.height))
        beside: list[Page] = []
        boxes = [_within(device_box(page, letters), picture)] if letters else []
        for image in images:
            corners = device(
                page, _corners(_UNIT, _times(image.get_matrix().get(), _placed(image.container)))
            )
            beside += self._hidden_part(image, sight(picture, corners))
            box = _within(_bounds(corners), picture)
            if box[2] - box[0] >= _LEAST_WIDTH * scale and box[3] - box[1] >= _LEAST_HEIGHT * scale:
                boxes.append(box)
        is_whole = is_doubtful or any(_area(box) > _MOST_OF_PAGE * _area(whole_page) for box in boxes)
        if not speaks:
            beside += self._parts(picture, [whole_page])
        elif not is_whole and len(boxes) <= _MOST_OCR:  # more are one picture cut into strips
            beside += self._parts(picture, boxes)
        elif self._has_second_look():
            beside.append(read_picture(picture))
        return _joined(beside)

    def _has_second_look(self) -> bool:
        self._second += 1
        return self._allowed and self._second <= _MOST_SECOND_LOOKS and time.monotonic() < self._end

    def _hidden_part(self, image: Any, shown: Sight | None) -> Iterator[Page]:
        """What a picture that stands among the operators shows by itself, where the page does not show it whole."""
        data = bytes(image.get_data())
        key = digest(data)
        if key in self._named:
            if shown is not None:
                self.sights.setdefault(key, []).append(shown)
            return
        own = image.get_bitmap(render=False).to_pil().convert("RGB")
        if shown is None or not is_seen(own.convert("L"), shown):
            page = self._once(own)
            yield Page(page.text, [None] * len(page.boxes))

    def _parts(self, picture: Image.Image, boxes: Sequence[Box]) -> Iterator[Page]:
        for left, top, right, bottom in boxes:
            page = self._once(picture.crop((int(left), int(top), math.ceil(right), math.ceil(bottom))))
            yield Page(page.text, [_moved(box, int(left), int(top)) for box in page.boxes])

    def _once(self, picture: Image.Image) -> Page:
        print_of = hashlib.sha256(picture.tobytes()).digest()
        if print_of not in self._read:
            self._needed += 1
            if not self._allowed:
                raise Unreadable(Reason.UNKNOWN_TYPE)
            if self._needed > _MOST_OCR:
                raise Unreadable(Reason.TOO_BIG)
            self._read[print_of] = read_picture(picture)
        return self._read[print_of]


def _joined(pages: Sequence[Page]) -> Page | None:
    if not pages:
        return None
    return Page(
        "".join(page.text + "\n" for page in pages), [box for page in pages for box in (*page.boxes, None)]
    )


def _speaks(text: str) -> bool:
    """Whether a page has text, and all of it in fonts that say what they show."""
    if len(text.strip()) < _LITTLE_TEXT or len(unknown := UNKNOWN.findall(text)) * 10 >= len(text):
        return False
    runs = _UNKNOWN_RUN.findall(text) if len(unknown) >= _LEAST_UNKNOWN else ()
    return not any(len(UNKNOWN.findall(run)) >= _LEAST_UNKNOWN for run in runs)


def _is_doubtful(text: str) -> bool:
    """Whether a text is none that anybody wrote: a map to Unicode that is wrong gives one letter for another."""
    words = _WORD.findall(text)
    return len(words) >= _MANY_WORDS and _COMMON.isdisjoint(word.lower() for word in words)


def _drawn(page: Any) -> tuple[list[Any], Box | None]:
    """The pictures on a page, and where drawings stand that could be letters (in points). Raises Unreadable."""
    images: list[Any] = []
    letters: list[Box] = []
    for count, one in enumerate(_objects(page, None, 0)):
        if count > _MOST_OBJECTS:
            raise Unreadable(Reason.TOO_BIG)
        if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
            images.append(one)
        elif (
            one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
            and (parts := pypdfium2.raw.FPDFPath_CountSegments(one)) >= _LETTER_PARTS
        ):
            box = _bounds(_corners(one.get_bounds(), _placed(one.container)))
            lowest, highest = _LETTER_HEIGHT
            if lowest <= min(box[2] - box[0], box[3] - box[1]) <= highest:
                letters += [box] * (
                    1 if parts < _LETTERS * _LETTER_PARTS else _LETTERS
                )  # a whole word in one
    if len(letters) < _LETTERS:
        return images, None
    lefts, bottoms, rights, tops = zip(*letters, strict=True)
    return images, (min(lefts) - _AROUND, min(bottoms) - _AROUND, max(rights) + _AROUND, max(tops) + _AROUND)


def _objects(page: Any, form: Any, depth: int) -> Iterator[Any]:
    """Pictures, drawings, and forms with what stands in them. Text is most of a page, and nothing is made for it."""
    raw = pypdfium2.raw
    if form is None:
        count, get, holder = raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page
    else:
        count, get, holder = raw.FPDFFormObj_CountObjects(form), raw.FPDFFormObj_GetObject, form
    for index in range(count):
        one = get(holder, index)
        kind = raw.FPDFPageObj_GetType(one)
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM):
            found = pypdfium2.PdfObject(one, page=page, pdf=page.pdf, container=form, level=depth)
            yield found
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                yield from _objects(page, found, depth + 1)


def _placed(form: Any) -> Sequence[float]:
    """The matrix from what stands in a form, which may stand in another, to the page."""
    placed: Sequence[float] = (1, 0, 0, 1, 0, 0)
    while form is not None:
        placed = _times(placed, form.get_matrix().get())
        form = form.container
    return placed


def _times(one: Sequence[float], other: Sequence[float]) -> Sequence[float]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _corners(box: Sequence[float], matrix: Sequence[float]) -> list[Point]:
    """Top left, top right, bottom left and bottom right of a box (left, bottom, right, top) that a matrix places."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    return [
        (a * x + c * y + e, b * x + d * y + f)
        for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))
    ]


def _bounds(points: Sequence[Point]) -> Box:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def scale_of(page: Any) -> float:
    """Pixels for a point of a page: 150 dpi, or as many as memory has room for."""
    return min(_SCALE, math.sqrt(_MOST_PIXELS / max(page.get_width() * page.get_height(), 1.0)))


def device(page: Any, points: Sequence[Point]) -> list[Point]:
    """Points of the page's own space in pixels of its rendering, however the page is turned."""
    x, y = ctypes.c_int(), ctypes.c_int()
    scale = scale_of(page)
    width, height = (math.ceil(side * scale) * _FINE for side in (page.get_width(), page.get_height()))
    found = []
    for across, up in points:
        pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, x, y)
        found.append((x.value / _FINE, y.value / _FINE))
    return found


def device_box(page: Any, box: Sequence[float]) -> Box:
    """A box of the page's own space (left, bottom, right, top) in pixels of its rendering."""
    return _bounds(device(page, _corners(box, _UNMOVED)))


def _within(box: Box, picture: Image.Image) -> Box:
    left, top, right, bottom = box
    return max(0.0, left), max(0.0, top), min(float(picture.width), right), min(float(picture.height), bottom)


def _moved(box: Box | None, right: int, down: int) -> Box | None:
    return None if box is None else tuple(side + (right, down)[place % 2] for place, side in enumerate(box))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shows_something(page: Any) -> bool:
    """Whether anything is drawn: a picture, outlines of letters, text in a font that nobody can map."""
    return next(iter(page.get_objects(max_depth=1)), None) is not None
