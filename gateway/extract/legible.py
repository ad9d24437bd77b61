"""Pictures of which Tesseract makes little though people read them: taken askew, full of noise, or of several grounds."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

#: Left, top, right and bottom in pixels; or, where it lies askew, across and down for each of its four corners in turn.
Box = tuple[float, ...]

_SMALL, _LARGER = (
    400,
    1000,
)  # pixels of the longer side in which lines of text still show as lines; the same, to a fraction
_LEAST_SIDE: Final = 20
_EDGE: Final = 2
_STEP, _STEPS = 1.5, 10  # degrees
_FINE_STEP, _FINE_STEPS = 0.25, 4
_CLEARLY: Final = (
    3.0  # times as much contrast between lines and gaps as in the picture as it is, and at most angles
)
_BLUR: Final = 1.5  # pixels
_GROUND, _SAME, _APART = (
    0.04,
    3,
    20,
)  # part of a picture that is a ground; shades that are the same, and that are others
_GROUNDS: Final = 3
_STROKE: Final = 13  # pixels, in half the size: no stroke of a letter is as wide as half of this
_NOISE: Final = 8.0  # mean difference of a pixel (0 to 255) from those around it


def tilt(grey: Image.Image) -> float:
    """By how many degrees, counter-clockwise, the picture must be turned for its lines to lie level; 0 where that is not
    clear. The more a picture's rows differ from those beside them, the better they are lines and gaps."""
    edges = _edges(grey, _SMALL)
    if min(edges.size) < _LEAST_SIDE:
        return 0.0
    contrasts = {step * _STEP: _contrast(edges, step * _STEP) for step in range(-_STEPS, _STEPS + 1)}
    best = max(contrasts, key=lambda angle: contrasts[angle])
    usual = sorted(contrasts.values())[_STEPS]
    if contrasts[best] <= _CLEARLY * max(contrasts[0.0], usual):
        return 0.0
    edges = _edges(grey, _LARGER)
    near = [best + step * _FINE_STEP for step in range(-_FINE_STEPS, _FINE_STEPS + 1)]
    return max(near, key=lambda angle: _contrast(edges, angle))


def _edges(grey: Image.Image, longest: int) -> Image.Image:
    small = grey.copy()
    small.thumbnail((longest, longest))
    inner = (
        _EDGE,
        _EDGE,
        max(small.width - _EDGE, _EDGE),
        max(small.height - _EDGE, _EDGE),
    )  # the filter leaves the rest
    return ImageOps.autocontrast(small.filter(ImageFilter.FIND_EDGES).crop(inner))


def _contrast(edges: Image.Image, degrees: float) -> float:
    """How much the rows in the middle of the picture, turned so far, differ from their neighbours."""
    across, down = edges.width // 8, edges.height // 8
    middle = across, down, edges.width - across, edges.height - down
    level = edges.rotate(degrees, Image.Resampling.BILINEAR).crop(middle)
    rows = level.resize((1, level.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows)) / len(rows)


def turned(grey: Image.Image, degrees: float) -> Image.Image:
    """The picture turned counter-clockwise, on a ground as light as most of it."""
    return grey.rotate(
        degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=int(ImageStat.Stat(grey).median[0])
    )


def turned_back(
    box: Box | None, degrees: float, size: tuple[int, int], before: tuple[int, int]
) -> Box | None:
    """Where the corners of a box of a picture of `size`, which is the one of size `before` turned, stood there."""
    if box is None:
        return None
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    left, top, right, bottom = box
    corners: list[float] = []
    for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
        x, y = x - size[0] / 2, y - size[1] / 2
        corners += (x * cosine - y * sine + before[0] / 2, x * sine + y * cosine + before[1] / 2)
    return tuple(corners)


def smoothed(grey: Image.Image) -> Image.Image | None:
    """The picture without its noise; None where it has little."""
    smooth = grey.filter(ImageFilter.GaussianBlur(_BLUR))
    noise: float = ImageStat.Stat(ImageChops.difference(grey, smooth)).mean[0]
    return smooth if noise >= _NOISE else None


def evened(grey: Image.Image) -> Image.Image | None:
    """The picture with all its text dark on a light ground, where it has grounds of three shades or more, as screens that show
    messages in bubbles: text that is lighter than one ground may be of the shade of another. None for another."""
    counts = grey.histogram()
    grounds, shade = 0, 0
    while shade < len(counts):
        near = counts[max(0, shade - _SAME) : shade + _SAME + 1]
        is_ground = counts[shade] == max(near) and sum(near) >= _GROUND * grey.width * grey.height
        grounds += is_ground
        shade += _APART if is_ground else 1
    if grounds < _GROUNDS:
        return None
    half = grey.resize((max(1, grey.width // 2), max(1, grey.height // 2)), Image.Resampling.BOX)
    around = half.filter(ImageFilter.MedianFilter(_STROKE)).resize(grey.size)
    return ImageOps.invert(ImageOps.autocontrast(ImageChops.difference(grey, around)))
