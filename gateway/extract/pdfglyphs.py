"""Whether the glyphs of a PDF's embedded fonts are the characters that the fonts say they are: by how many pieces and holes they
have, which is the same in nearly every typeface. The characters of a map to Unicode may be others than those one sees."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

_AT_ONCE: Final = 12  # fonts that are drawn on one page
_MOST_FONTS: Final = 60
_MOST_GLYPHS: Final = 24  # of one font
_CELL, _SIZE, _RAISED, _ASIDE = 96, 56, 28, 12  # points, each of which is a pixel here
_DARK: Final = 128
#: Pieces less holes. Figures and letters that typefaces draw in several ways are left out.
_EULER: Final = (
    dict.fromkeys("12357CEFGHIKLMNSTUVWXYZcfhklmnrstuvwxz", 1)
    | dict.fromkeys("69ADOPQRabdeopq", 0)
    | dict.fromkeys("8B", -1)
)
_LEAST_WRONG: Final = 2
_PART_WRONG: Final = 0.4  # of those that were looked at
_ONE: Final = (1, 2, 4, 8)  # squares of four pixels, as bits: one of them is dark
_THREE: Final = (7, 11, 13, 14)
_ACROSS: Final = (6, 9)  # two that touch at a corner

Told = Mapping[bytes, str]


def contradicted(fonts: Sequence[tuple[Any, Told]]) -> list[bool]:
    """For each of the fonts (with the character that it tells for each code) whether it draws others. Fonts beyond five dozen are
    taken at their word, as are those that cannot be drawn."""
    wrong: list[bool] = []
    for first in range(0, min(len(fonts), _MOST_FONTS), _AT_ONCE):
        wrong += _contradicted(fonts[first : first + _AT_ONCE])
    return wrong + [False] * (len(fonts) - len(wrong))


def _contradicted(fonts: Sequence[tuple[Any, Told]]) -> list[bool]:
    tested = [
        [(code, char) for code, char in sorted(told.items(), key=_by_use) if char in _EULER][:_MOST_GLYPHS]
        for _, told in fonts
    ]
    wrong = [False] * len(fonts)
    if not any(tested):
        return wrong
    try:
        picture = _drawn([font for font, _ in fonts], tested)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError):
        return wrong
    squares = _squares(picture)
    for row, glyphs in enumerate(tested):
        cells = [_counts(squares, row, column) for column in range(len(glyphs))]
        if len(set(map(tuple, cells))) > 1:  # a layer of OCR's has a font without glyphs
            told = [char for _, char in glyphs]
            wrong[row] = _differs(told, cells, True) or _differs(told, cells, False)
    return wrong


def _differs(told: Sequence[str], cells: Sequence[Sequence[int]], is_figures: bool) -> bool:
    """Whether the figures, or the letters, that cells show are others than told."""
    shown = [
        _euler(counts) == _EULER[char]
        for char, counts in zip(told, cells, strict=True)
        if char.isdigit() is is_figures and counts[0] < _CELL * _CELL
    ]
    return shown.count(False) >= max(_LEAST_WRONG, _PART_WRONG * len(shown))


def _by_use(item: tuple[bytes, str]) -> tuple[bool, bytes]:
    return not item[1].isdigit(), item[0]


def _drawn(fonts: Sequence[Any], tested: Sequence[Sequence[tuple[bytes, str]]]) -> Image.Image:
    """A row for each font, a cell for each glyph."""
    target = pikepdf.new()
    target.add_blank_page(page_size=(_CELL * _MOST_GLYPHS, _CELL * len(fonts)))
    page = target.pages[0].obj
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary())
    operators = [b"BT"]
    for row, (font, glyphs) in enumerate(zip(fonts, tested, strict=True)):
        if glyphs:
            page.Resources.Font[f"/F{row}"] = target.copy_foreign(font)
        operators.append(b"/F%d %d Tf" % (row, _SIZE))
        for column, (code, _) in enumerate(glyphs):
            place = _CELL * column + _ASIDE, _CELL * (len(fonts) - row - 1) + _RAISED
            operators.append(b"1 0 0 1 %d %d Tm <%s> Tj" % (*place, code.hex().encode()))
    page.Contents = target.make_stream(b"\n".join([*operators, b"ET"]))
    out = io.BytesIO()
    target.save(out)
    with pypdfium2.PdfDocument(out.getvalue()) as drawn:
        picture: Image.Image = drawn[0].render(scale=1).to_pil().convert("L")
    return picture


def _squares(picture: Image.Image) -> Image.Image:
    """For each pixel which of it and its neighbours to the left, above, and above to the left are dark, as bits."""
    dark = picture.point(lambda shade: 1 if shade < _DARK else 0)
    both = ImageChops.add(dark, ImageChops.offset(dark, 1, 0).point(lambda bit: bit * 2))
    return ImageChops.add(both, ImageChops.offset(both, 0, 1).point(lambda bits: bits * 4))


def _counts(squares: Image.Image, row: int, column: int) -> list[int]:
    """How often each kind of square stands in a cell."""
    left, top = column * _CELL, row * _CELL
    return squares.crop((left, top, left + _CELL, top + _CELL)).histogram()[:16]


def _euler(counts: Sequence[int]) -> int:
    """Pieces less holes of what a cell shows (Gray, 1971)."""
    one, three, across = (sum(counts[bits] for bits in kind) for kind in (_ONE, _THREE, _ACROSS))
    return (one - three - 2 * across) // 4
