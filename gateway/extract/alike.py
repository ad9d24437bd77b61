"""Whether two pictures show the same: compared in small squares, so that neither size nor shade matters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PIL import Image

_SQUARE: Final = 8  # pixels of what is looked at; fewer, and an edge that falls a pixel aside is a difference
_MOST_SQUARES: Final = 96
_LEAST_FACTOR: Final = 0.25  # contrast of a picture on the page to its own
_MOST_APART: Final = 36.0  # shades (of 256) by which a square may differ

#: What is shown of a picture: its squares' mean shades, row by row, and how many there are across.
Sight = tuple[bytes, int]


def sight(picture: Image.Image, corners: Sequence[tuple[float, float]]) -> Sight | None:
    """What `picture` shows between `corners`: where top left, top right and bottom left of the one looked at fall, in pixels.
    None where part of it is outside, or it is too small to be compared."""
    (x, y), (right_x, right_y), (down_x, down_y), *_ = corners
    far_x, far_y = right_x + down_x - x, right_y + down_y - y
    wide, high = math.hypot(right_x - x, right_y - y), math.hypot(down_x - x, down_y - y)
    all_x, all_y = (x, right_x, down_x, far_x), (y, right_y, down_y, far_y)
    is_inside = (
        min(all_x) >= -1 and min(all_y) >= -1 and max(all_x) <= picture.width + 1 and max(all_y) <= picture.height + 1
    )  # fmt: skip
    if not is_inside or min(wide, high) < _SQUARE:
        return None
    quad = (x, y, down_x, down_y, far_x, far_y, right_x, right_y)
    level = picture.convert("L").transform(
        (round(wide), round(high)), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR
    )
    return squares(level)


def squares(grey: Image.Image) -> Sight:
    """All of a picture, of which no side is shorter than a square."""
    across, down = (min(_MOST_SQUARES, side // _SQUARE) for side in grey.size)
    return grey.resize((across, down), Image.Resampling.BOX).tobytes(), across


def is_seen(own: Image.Image, shown: Sight) -> bool:
    """Whether the page shows all of it, be it fainter or inverted."""
    shades, across = shown
    mine = own.resize((across, len(shades) // across), Image.Resampling.BOX).tobytes()
    count, total, other = len(mine), sum(mine), sum(shades)
    spread = sum(map(int.__mul__, mine, mine)) - total * total / count
    if spread <= 0:
        return True
    factor = (sum(map(int.__mul__, mine, shades)) - total * other / count) / spread
    if abs(factor) < _LEAST_FACTOR:
        return False
    base = (other - factor * total) / count
    return all(
        abs(square - factor * shade - base) <= _MOST_APART for shade, square in zip(mine, shades, strict=True)
    )
