"""A page of a PDF in the order in which its words stand on it: what was typed into a form, or put on a
page by hand, stands at the end of the page's own order, far from the words that say what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

_WORD: Final = re.compile(r"\S+")
_SAME_LINE: Final = 0.6  # heights of the letters between two words of a line
_APART: Final = 1.0  # the same between two cells of one
_MOST_WORDS: Final = 3000


@dataclass(frozen=True, slots=True)
class Layout:
    """The text in that order, and for each of its characters its place in the page's own text (-1 for none)."""

    text: str = field(repr=False)
    places: list[int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    left: float
    right: float
    base: float
    height: float


def in_layout(text: str, reader: Any) -> Layout | None:
    """The words of `text` from top to bottom and from left to right; None for a page with too many of them.

    `reader` is pdfium's text page, whose characters are those of `text`.
    """
    words = [word for found in _WORD.finditer(text) if (word := _placed(reader, *found.span()))]
    if not words or len(words) > _MOST_WORDS:
        return None
    lines: list[list[_Placed]] = []
    for word in sorted(words, key=lambda one: -one.base):
        if lines and lines[-1][0].base - word.base < _SAME_LINE * min(lines[-1][0].height, word.height):
            lines[-1].append(word)
        else:
            lines.append([word])
    pieces, places = list[str](), list[int]()
    for line in lines:
        before: _Placed | None = None
        for word in sorted(line, key=lambda one: one.left):
            if before is not None:
                pieces.append("\t" if word.left - before.right > _APART * word.height else " ")
                places.append(-1)
            pieces.append(text[word.start : word.end])
            places += range(word.start, word.end)
            before = word
        pieces.append("\n")
        places.append(-1)
    return Layout("".join(pieces), places)


def _placed(reader: Any, start: int, end: int) -> _Placed | None:
    """None for a word of no size, or one that stands upright."""
    left, base, _, top = reader.get_charbox(start, loose=True)
    _, other, right, _ = reader.get_charbox(end - 1, loose=True)
    if top <= base or right <= left or abs(other - base) > top - base:
        return None
    return _Placed(start, end, left, right, base, top - base)
