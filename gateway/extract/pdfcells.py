"""Where the words of a line of a PDF stand as far apart as cells of a table: pdfium gives one space for any gap."""

from __future__ import annotations

import re
from typing import Any, Final

_LINE: Final = re.compile(r"[^\r\n]+")
#: A space between two characters that pdfium may have put there for a gap.
_GAP: Final = re.compile(r"(?<=\S) (?=\S)")
#: In heights of the letters: as far apart, or this far and more than so many times as far as words of the line usually are.
_APART: Final = 1.0
_LOOSE: Final = 0.5
_TIMES: Final = 1.8
#: A page with more words has no table that somebody filled in.
_MOST_WORDS: Final = 6000


def with_cells(text: str, reader: Any) -> str:
    """`text` as pdfium gives it, with tabs in place of the spaces that part cells; a character for each, as before.

    `reader` is pdfium's text page, whose characters are those of `text`.
    """
    gaps = sum(1 for _ in _GAP.finditer(text))
    if not gaps or gaps > _MOST_WORDS:
        return text
    marks = [place for line in _LINE.finditer(text) for place in _cells(text, reader, *line.span())]
    if not marks:
        return text
    characters = list(text)
    for place in marks:
        characters[place] = "\t"
    return "".join(characters)


def _cells(text: str, reader: Any, start: int, end: int) -> list[int]:
    """The spaces of a line that stand between two cells."""
    wide: list[tuple[float, int]] = []
    for gap in _GAP.finditer(text, start, end):
        left, right = (reader.get_charbox(at, loose=True) for at in (gap.start() - 1, gap.end()))
        if (height := left[3] - left[1]) > 0:
            wide.append(((right[0] - left[2]) / height, gap.start()))
    usual = sorted(width for width, _ in wide)[(len(wide) - 1) // 2] if wide else 0.0
    return [place for width, place in wide if width > _APART or (width > _LOOSE and width > _TIMES * usual)]
