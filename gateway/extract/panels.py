"""Boxes of another shade than the rest of a picture, in which Tesseract, which takes them for pictures, read nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PIL import Image, ImageChops, ImageOps, ImageStat

from gateway.extract.legible import Box

_SAME, _APART = 3, 24  # shades that are the same, and that differ as letters do from what is behind them
_LEAST_PART, _LEAST_PIXELS = 0.004, 3000  # that have the shade: of all, and by number
_LEAST_WIDTH, _LEAST_HEIGHT = 60, 16  # pixels
_LEAST_FILLED: Final = 0.5  # of a box
_LETTERS: Final = (0.004, 0.4)  # part of a box that letters are, at least and at most
_MOST_SHADES, _MOST_PANELS = 4, 6
_MARGIN: Final = 12

#: What a box shows, dark on light, with where it begins in the picture.
Panel = tuple[Image.Image, int, int]


def panels(grey: Image.Image, words: Sequence[Box]) -> list[Panel]:
    """Those boxes of a picture in which something stands, but none of `words` (in its pixels)."""
    found: list[Panel] = []
    for shade in _shades(grey):
        alike = grey.point([255 if abs(other - shade) <= _SAME else 0 for other in range(256)])
        for left, top, right, bottom in _areas(alike):
            inner = grey.crop((left, top, right, bottom))
            if not _has_letters(inner, shade) or any(
                _is_in(word, left, top, right, bottom) for word in words
            ):
                continue
            dark = inner if shade > 127 else ImageOps.invert(inner)
            ground = shade if shade > 127 else 255 - shade
            framed = ImageOps.expand(dark, _MARGIN, ground)
            found.append((ImageOps.autocontrast(framed), left - _MARGIN, top - _MARGIN))
            if len(found) == _MOST_PANELS:
                return found
    return found


def _shades(grey: Image.Image) -> list[int]:
    """The shades that many pixels have, without the one of most: the commonest first."""
    counts = grey.histogram()
    least = max(_LEAST_PIXELS, _LEAST_PART * grey.width * grey.height)
    near = [sum(counts[max(0, shade - _SAME) : shade + _SAME + 1]) for shade in range(256)]
    common: list[int] = []
    for shade in sorted(range(256), key=lambda one: near[one], reverse=True):
        if near[shade] < least or len(common) > _MOST_SHADES:
            break
        if all(abs(shade - other) > 2 * _SAME for other in common):
            common.append(shade)
    return common[1:]


def _areas(alike: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Where such pixels fill a box: rows that have enough of them, between rows that do not."""
    rows = alike.resize((1, alike.height), Image.Resampling.BOX).tobytes()
    least = max(1, 255 * _LEAST_WIDTH // (2 * alike.width))
    top = -1
    for place, share in enumerate(rows + b"\0"):
        if share >= least and top < 0:
            top = place
        elif share < least and top >= 0:
            box = alike.crop((0, top, alike.width, place)).getbbox()
            if box and box[2] - box[0] >= _LEAST_WIDTH and place - top >= _LEAST_HEIGHT:
                area = box[0], top, box[2], place
                if ImageStat.Stat(alike.crop(area)).mean[0] >= 255 * _LEAST_FILLED:
                    yield area
            top = -1


def _has_letters(inner: Image.Image, shade: int) -> bool:
    differs = ImageChops.difference(inner, Image.new("L", inner.size, shade)).point(
        [255 if apart >= _APART else 0 for apart in range(256)]
    )
    least, most = _LETTERS
    return least <= ImageStat.Stat(differs).mean[0] / 255 <= most


def _is_in(word: Box, left: int, top: int, right: int, bottom: int) -> bool:
    across, down = sum(word[0::2]) / (len(word) // 2), sum(word[1::2]) / (len(word) // 2)
    return left <= across <= right and top <= down <= bottom
