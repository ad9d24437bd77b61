"""Pictures of which Tesseract makes little though people read them: taken askew, or full of noise."""

from __future__ import annotations

import math
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

#: Left, top, right and bottom in pixels; or, where it lies askew, across and down for each of its four corners in turn.
Box = tuple[float, ...]

_SMALL: Final = 500  # pixels of the longer side in which lines of text still show as lines
_LEAST_SIDE: Final = 20
_EDGE: Final = 2
_STEP: Final = 1.5  # degrees: Tesseract itself takes this much and more
_STEPS: Final = 10
_LEAST_TILT: Final = 3.0  # degrees
_CLEARLY: Final = 1.8  # times as much contrast between lines and gaps as in the picture as it is
_BLUR: Final = 1.5  # pixels
_NOISE: Final = 8.0  # mean difference of a pixel (0 to 255) from those around it


def tilt(grey: Image.Image) -> float:
    """By how many degrees, counter-clockwise, the picture must be turned for its lines to lie level; 0 where that is not
    clear. The more the rows of a picture differ, the better they are lines and gaps."""
    small = grey.copy()
    small.thumbnail((_SMALL, _SMALL))
    if min(small.size) < _LEAST_SIDE:
        return 0.0
    edge = _EDGE, _EDGE, small.width - _EDGE, small.height - _EDGE  # which the filter leaves as it was
    small = ImageOps.autocontrast(small.filter(ImageFilter.FIND_EDGES).crop(edge))
    across, down = small.width // 8, small.height // 8
    middle = across, down, small.width - across, small.height - down
    contrasts = {}
    for step in range(-_STEPS, _STEPS + 1):
        turned = small.rotate(step * _STEP, Image.Resampling.BILINEAR).crop(middle)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX)
        contrasts[step * _STEP] = ImageStat.Stat(rows).var[0]
    best = max(contrasts, key=lambda angle: contrasts[angle])
    return best if abs(best) >= _LEAST_TILT and contrasts[best] > _CLEARLY * contrasts[0.0] else 0.0


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
