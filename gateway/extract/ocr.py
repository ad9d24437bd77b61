"""Words in a picture, with where they stand (Tesseract, French and English)."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageStat

from gateway.extract.cells import Row, rows_of_boxes
from gateway.extract.legible import Box, evened, smoothed, tilt, turned, turned_back
from gateway.extract.panels import panels
from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason

_PLACES: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
)
_LARGEST: Final = 2600  # pixels of the longer side that are read: more costs time and finds nothing more
_LEAST_CONFIDENCE: Final = 25.0
_DOUBTFUL: Final = 75.0  # mean confidence under which words may be words turned on their side
#: A health insurance number with a J that goes below the line without a hook, as many typefaces have it.
_J_AS_BRACKET: Final = re.compile(
    r"(?<![\w\])}])(?=[A-Z]{0,3}[\])}])[A-Z\])}]{4}(?= ?\d{4} ?\d\d[\dA-Z]\d(?!\w))"
)
_BRACKETS: Final = str.maketrans("])}", "JJJ")
_LEAST, _FEW = 8, 300  # letters and digits: fewer are specks, more and Tesseract finds out by itself


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a picture, and a box (left, top, right, bottom, in its own pixels) for each character's word."""

    text: str = field(repr=False)
    boxes: list[Box | None] = field(repr=False)


def tessdata() -> str | None:
    """The folder of the language data, or None where Tesseract's French data is not installed."""
    own = os.environ.get("TESSDATA_PREFIX", "")
    return next(
        (place for place in (own, *_PLACES) if place and (Path(place) / "fra.traineddata").exists()), None
    )


@cache
def _engine() -> Any:
    import tesserocr

    place = tessdata()
    if place is None:
        raise Unreadable(Reason.UNKNOWN_TYPE)
    languages = "fra+eng" if (Path(place) / "eng.traineddata").exists() else "fra"
    return tesserocr.PyTessBaseAPI(path=place, lang=languages)


@cache
def _knows_turns() -> bool:
    return (Path(tessdata() or "") / "osd.traineddata").exists()


def read_picture(picture: Image.Image) -> Page:
    """What can be read in a picture, upright or turned. Raises Unreadable(UNKNOWN_TYPE) without language data."""
    scale = min(1.0, _LARGEST / max(picture.size))
    grey = _grey(picture)
    if scale < 1.0:
        grey = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
    elif max(grey.size) < 1000:
        scale = 2.0
        grey = grey.resize((grey.width * 2, grey.height * 2))
    page = _read(grey, scale, picture.size)
    if (even := evened(grey)) is not None:
        other, _ = _words(even, scale)
        page = _with(page, other) if _letters(other) > _letters(page) else page
    words = [tuple(side * scale for side in box) for box in dict.fromkeys(page.boxes) if box is not None]
    for panel, left, top in panels(grey, words):
        other, _ = _words(panel, 1.0, may_turn=False)
        moved = [box and (box[0] + left, box[1] + top, box[2] + left, box[3] + top) for box in other.boxes]
        page = _with(page, Page(other.text, [box and _scaled(box, scale) for box in moved]))
    return page


def _letters(page: Page) -> int:
    return sum(map(str.isalnum, page.text))


def _read(grey: Image.Image, scale: float, size: tuple[int, int]) -> Page:
    """What can be read in a picture of which `grey` is `scale` times as large."""
    level = Page("", [])
    if degrees := tilt(grey):
        level, confidence = _level(grey, degrees, scale)
        if confidence >= _DOUBTFUL and _letters(level) >= _LEAST:
            return level
    page, confidence = _words(grey, scale)
    if confidence < _DOUBTFUL and _letters(page) >= _LEAST:  # it may have turned a page that stood upright
        upright, surer = _words(grey, scale, may_turn=False)
        page, confidence = (upright, surer) if surer > confidence else (page, confidence)
    if level.text:
        return _with(page, level)
    if rows := rows_of_boxes(grey):
        page = _with_rows(page, rows, scale)
    letters = _letters(page)
    if letters < _LEAST:
        return _without_noise(grey, scale) or page
    if not _LEAST <= letters <= _FEW or confidence >= _DOUBTFUL:
        return page  # Tesseract itself turns a page that has enough words on it
    for turn in (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180):
        other, surer = _words(grey.transpose(turn), scale, may_turn=False)
        if surer > confidence and _letters(other) * 2 > letters:
            page, confidence = _turned_back(other, turn, size), surer
    return page


def _level(grey: Image.Image, degrees: float, scale: float) -> tuple[Page, float]:
    """What is read once the picture lies level, and how sure it is."""
    level = turned(grey, degrees)
    page, confidence = _words(level, 1.0)
    boxes = [turned_back(box, degrees, level.size, grey.size) for box in page.boxes]
    return Page(page.text, [box and _scaled(box, scale) for box in boxes]), confidence


def _without_noise(grey: Image.Image, scale: float) -> Page | None:
    """What is read once the picture's noise is gone; None where it has little, or says nothing."""
    smooth = smoothed(grey)
    page = _words(smooth, scale)[0] if smooth is not None else Page("", [])
    return page if _letters(page) >= _LEAST else None


def _with(page: Page, other: Page) -> Page:
    return Page(page.text + other.text, [*page.boxes, *other.boxes])


def _with_rows(page: Page, rows: Sequence[Row], scale: float) -> Page:
    """What was read, and the letters that stand in boxes."""
    text, boxes = page.text, list(page.boxes)
    for row in rows:
        read, _ = _words(row.picture, 1.0)
        text += read.text
        boxes += [box and _scaled(row.back(box), scale) for box in read.boxes]
    return Page(text, boxes)


def _scaled(box: Box, scale: float) -> Box:
    return tuple(round(side / scale) for side in box)


def _grey(picture: Image.Image) -> Image.Image:
    """The picture as a person sees it: transparent parts as a page that its marks stand out from."""
    if picture.mode.startswith("I") or picture.mode == "F":  # more than 256 shades
        shades = picture.convert("F")
        darkest, lightest = ImageStat.Stat(shades).extrema[0]
        scale = 255 / max(lightest - darkest, 1.0)
        return shades.point(lambda value: value * scale - darkest * scale).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("L")
    layers = picture.convert("LA")
    ink, alpha = layers.getchannel("L"), layers.getchannel("A")
    is_light = ImageStat.Stat(ink, alpha.point(lambda value: 255 if value > 127 else 0)).mean[0] > 127
    page = Image.new("L", picture.size, 0 if is_light and ImageStat.Stat(alpha).extrema[0][0] < 128 else 255)
    page.paste(ink, mask=alpha)
    return page


def _turned_back(page: Page, turn: Image.Transpose, size: tuple[int, int]) -> Page:
    """The boxes of a picture that was turned, in the picture as it was."""
    width, height = size

    def back(box: Box | None) -> Box | None:
        if box is None:
            return None
        left, top, right, bottom = box
        if turn is Image.Transpose.ROTATE_90:
            return width - bottom, left, width - top, right
        if turn is Image.Transpose.ROTATE_270:
            return top, height - right, bottom, height - left
        return width - right, height - bottom, width - left, height - top

    return Page(page.text, [back(box) for box in page.boxes])


def _words(grey: Image.Image, scale: float, may_turn: bool = True) -> tuple[Page, float]:
    """The words, and how sure they are (0 to 100), the longer ones more; `may_turn` where Tesseract may find the picture to lie
    on its side or its head."""
    import tesserocr

    engine = _engine()
    engine.SetPageSegMode(tesserocr.PSM.AUTO_OSD if may_turn and _knows_turns() else tesserocr.PSM.AUTO)
    engine.SetImage(grey)
    engine.Recognize()
    chars: list[str] = []
    boxes: list[Box | None] = []
    sure = 0.0
    iterator, level = engine.GetIterator(), tesserocr.RIL.WORD
    while iterator is not None:
        if not iterator.Empty(level) and iterator.Confidence(level) >= _LEAST_CONFIDENCE:
            word, box = iterator.GetUTF8Text(level), iterator.BoundingBox(level)
            sure += iterator.Confidence(level) * len(word)
            ends_line = iterator.IsAtFinalElement(tesserocr.RIL.TEXTLINE, level)
            chars.append(word + ("\n" if ends_line else " "))
            boxes += [_scaled(box, scale)] * len(word) + [None]
        if not iterator.Next(level):
            break
    count = sum(box is not None for box in boxes)
    text = _J_AS_BRACKET.sub(lambda found: found[0].translate(_BRACKETS), "".join(chars))
    return Page(text, boxes), sure / count if count else 0.0
