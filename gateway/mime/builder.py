"""A text being written from HTML, with its way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from gateway.mime.lens import OffsetMap
from gateway.mime.references import escape_text


class Builder:
    """One text, its offsets, and what escapes a replacement at each place of the source."""

    __slots__ = ("_break", "_cell_is_empty", "_escapes", "_from", "_in_cell", "_pieces", "last", "offsets")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._from: list[int] = [-1]
        self._escapes: list[Callable[[str, str], str]] = [escape_text]
        self.offsets = OffsetMap()
        self.last = "\n"
        self._in_cell, self._cell_is_empty, self._break = False, True, -1

    def add(self, text: str, start: int, length: int) -> None:
        if text:
            if self._in_cell and not text.isspace():
                if self._break >= 0:
                    self.offsets.add(1, self._break, 0)
                    self._pieces.append("\n")
                self._cell_is_empty, self._break = False, -1
            self._pieces.append(text)
            self.offsets.add(len(text), start, length)
            self.last = text[-1]

    def separate(self, sign: str, at: int) -> None:
        """A line end or a tab that the source does not hold; never two line ends in a row."""
        if self.last != "\n":
            self.add(sign, at, 0)

    def row(self, at: int) -> None:
        """A row of a table begins or ends."""
        self._in_cell = False
        self.separate("\n", at)

    def cell(self, at: int, *, closing: bool) -> None:
        """A cell of a table begins or ends."""
        self._in_cell = False
        if not closing:
            self.separate("\t", at)
            self._in_cell, self._cell_is_empty, self._break = True, True, -1

    def line(self, at: int) -> None:
        """A line begins or ends: in a cell, only between what the cell shows, so that a row stays one line."""
        if not self._in_cell:
            self.separate("\n", at)
        elif not self._cell_is_empty and self._break < 0:
            self._break = at

    def escaping(self, start: int, escape: Callable[[str, str], str]) -> None:
        """From source[start] on, replacements are written by `escape`."""
        if escape is not self._escapes[-1]:
            self._from.append(start)
            self._escapes.append(escape)

    def escape_at(self, start: int) -> Callable[[str, str], str]:
        return self._escapes[bisect_right(self._from, start) - 1]

    @property
    def text(self) -> str:
        return "".join(self._pieces)
