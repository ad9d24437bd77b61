"""Words in a picture, with where they stand (Tesseract, French and English)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from PIL import Image

from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason

_PLACES: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
)
_LARGEST: Final = 2600  # pixels of the longer side that are read: more costs time and finds nothing more
_LEAST_CONFIDENCE: Final = 25.0


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a picture, and a box (left, top, right, bottom, in its own pixels) for each character's word."""

    text: str = field(repr=False)
    boxes: list[tuple[float, float, float, float] | None] = field(repr=False)


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
    return tesserocr.PyTessBaseAPI(path=place, lang=languages, psm=tesserocr.PSM.AUTO)


def read_picture(picture: Image.Image) -> Page:
    """What can be read in a picture, upright or turned. Raises Unreadable(UNKNOWN_TYPE) without language data."""
    scale = min(1.0, _LARGEST / max(picture.size))
    grey = picture.convert("L")
    if scale < 1.0:
        grey = grey.resize((round(grey.width * scale), round(grey.height * scale)))
    elif max(grey.size) < 1000:
        scale = 2.0
        grey = grey.resize((grey.width * 2, grey.height * 2))
    return _words(grey, scale)


def _words(grey: Image.Image, scale: float) -> Page:
    import tesserocr

    engine = _engine()
    engine.SetImage(grey)
    engine.Recognize()
    chars: list[str] = []
    boxes: list[tuple[float, float, float, float] | None] = []
    iterator, level = engine.GetIterator(), tesserocr.RIL.WORD
    while iterator is not None:
        if not iterator.Empty(level) and iterator.Confidence(level) >= _LEAST_CONFIDENCE:
            word, box = iterator.GetUTF8Text(level), iterator.BoundingBox(level)
            left, top, right, bottom = (round(edge / scale) for edge in box)
            ends_line = iterator.IsAtFinalElement(tesserocr.RIL.TEXTLINE, level)
            chars.append(word + ("\n" if ends_line else " "))
            boxes += [(left, top, right, bottom)] * len(word) + [None]
        if not iterator.Next(level):
            break
    return Page("".join(chars), boxes)
