"""Forms with a box for each letter, of which Tesseract reads the lines and not the letters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

from gateway.extract.legible import Box

_DARK: Final = 190  # shades under which a pixel is ink
_LID: Final = 26  # pixels that a box is wide, at least
_SIDE: Final = 24  # pixels that a box is high, at least
_HIGHEST: Final = 120
_LEAST_SIDES: Final = 6
_WHOLE: Final = 190  # of 255: how much of a row's height a side of a box fills
_MOST_ROWS: Final = 12
_BLANK: Final = 1.3  # times the height of a row: a wider gap between letters is a box left empty
_EDGE: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row of boxes without its lines, its letters moved together, under what stands right over it.

    It begins at `top` of the picture, the letters at `split` of the row; `columns` are (place in the row, place in the
    picture) where a stretch of it begins.
    """

    picture: Image.Image
    top: int
    split: int
    columns: Sequence[tuple[int, int]]

    def back(self, box: Box) -> Box:
        """Where a box of the row stands in the picture."""
        left, upper, right, lower = box
        if lower > self.split:
            left, right = self._column(left), self._column(right - 1) + 1
        return left, upper + self.top, right, lower + self.top

    def _column(self, place: float) -> float:
        here, there = self.columns[max(bisect_right(self.columns, (place, float("inf"))) - 1, 0)]
        return there + place - here


def rows_of_boxes(grey: Image.Image) -> list[Row]:
    """Every such row of a picture (greys, light ground)."""
    ink = grey.point(lambda shade: 255 if shade < _DARK else 0)
    across, upright = _runs(ink, (_LID // 2, 0)), _runs(ink, (0, _SIDE // 2))
    near = _grown(across, (0, _HIGHEST // 2))
    over, under = (ImageChops.offset(near, 0, shift) for shift in (_HIGHEST // 2, -_HIGHEST // 2))
    sides = ImageChops.darker(upright, ImageChops.darker(over, under))
    ground = int(ImageStat.Stat(grey).median[0])
    found: list[Row] = []
    for top, bottom in _stretches(sides.resize((1, sides.height), Image.Resampling.BOX).tobytes()):
        band = sides.crop((0, top, sides.width, bottom)).resize((sides.width, 1), Image.Resampling.BOX)
        lines = _stretches(band.tobytes(), _WHOLE)  # the strokes of letters are shorter
        if not _SIDE <= bottom - top <= _HIGHEST or len(lines) < _LEAST_SIDES or len(found) == _MOST_ROWS:
            continue
        cleaned = grey.copy()
        for edge in (top, bottom):
            strip = (0, max(0, edge - _EDGE), grey.width, edge + _EDGE)
            cleaned.paste(ground, strip, _grown(across.crop(strip), (2, 2)))
        for start, end in lines:
            cleaned.paste(ground, (start - 2, top, end + 2, bottom))
        found.append(_row(cleaned, top, bottom, ground))
    return found


def _row(cleaned: Image.Image, top: int, bottom: int, ground: int) -> Row:
    height = bottom - top
    begin = max(0, top - height * 3 // 2)
    row = Image.new("L", (cleaned.width, bottom - begin + _EDGE), ground)
    row.paste(cleaned.crop((0, begin, cleaned.width, top)))
    letters = cleaned.crop((0, top, cleaned.width, bottom))
    ink = letters.point(lambda shade: 255 if shade < _DARK else 0).resize(
        (letters.width, 1), Image.Resampling.BOX
    )
    columns, place = [(0, 0)], _EDGE
    last = 0
    for start, end in _stretches(ink.tobytes()):
        place += height // 2 if start - last > height * _BLANK else height // 8
        row.paste(letters.crop((start, 0, end, height)), (place, top - begin))
        columns.append((place, start))
        place, last = place + end - start, end
    return Row(row, begin, top - begin, columns)


def _runs(ink: Image.Image, radius: tuple[int, int]) -> Image.Image:
    """The pixels of ink that stand in runs at least twice the radius long, in the radius's direction."""
    inner = ink.filter(ImageFilter.BoxBlur(radius)).point(lambda shade: 255 if shade > 250 else 0)
    return _grown(inner, radius)


def _grown(mask: Image.Image, radius: tuple[int, int]) -> Image.Image:
    grown = mask.filter(ImageFilter.BoxBlur(radius))
    return grown.point(lambda shade: 255 if shade else 0)


def _stretches(values: bytes, least: int = 1) -> list[tuple[int, int]]:
    """Where the values are at least so great: (start, end) of each stretch."""
    found, start = [], -1
    for place, value in enumerate(values + b"\0"):
        if value >= least and start < 0:
            start = place
        elif value < least and start >= 0:
            found.append((start, place))
            start = -1
    return found
