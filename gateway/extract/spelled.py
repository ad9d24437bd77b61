"""A text with the bytes that spell each piece of it: found in the text, cut out of the bytes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

#: Bytes raw[start:end] become the third item.
Splice = tuple[int, int, bytes]
Escape = Callable[[str], bytes]
SHORT_CELL: Final = (
    80  # characters that a cell of a table has at most to be a heading or a value, and no page of its own
)


def in_text(new: str) -> bytes:
    """A replacement among XML character data."""
    return escape(new, quote=False).encode("utf-8")


def in_attribute(new: str) -> bytes:
    """A replacement in an XML attribute, whichever quotes it has."""
    return escape(new).encode("utf-8")


def in_url(new: str) -> bytes:
    """A replacement in a link."""
    return quote(new, safe="").encode("ascii")


def in_comment(new: str) -> bytes:
    """A replacement in an XML comment, which may not hold two hyphens."""
    return new.replace("--", "- -").encode("utf-8")


def plain(char: str) -> str:
    """What a character says: one of a font of symbols stands for the one of ASCII whose place it has in that font (U+F020 to
    U+F07E), half of a pair for nothing that we know."""
    if "\uf020" <= char <= "\uf07e":
        return chr(ord(char) - 0xF000)
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


class Spelled:
    """Pieces of text in order, each with raw[start:end] that spells it.

    Where both are equally long, characters stand one to one in the bytes; any other piece is one unit. A piece
    without bytes (a line end that a tag stands for) is never cut.
    """

    __slots__ = ("_cell", "_pieces", "_runs", "_starts", "length")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, Escape]] = []
        self._starts: list[int] = []
        self._cell = -1
        self.length = 0

    def add(self, text: str, start: int, end: int, written: Escape = in_text) -> None:
        """The next piece; `written` spells what replaces it."""
        if text:
            self._pieces.append(text)
            self._runs.append((start, end, written))
            self._starts.append(self.length)
            self.length += len(text)

    def extend(self, other: Spelled) -> None:
        """The pieces of another one."""
        for piece, run in zip(other._pieces, other._runs, strict=True):
            self.add(piece, *run)

    def gap(self, text: str) -> None:
        """Text that no bytes spell: a line end, a tab."""
        self.add(text, 0, 0)

    def ends_line(self) -> bool:
        """Whether it ends with a line end that no bytes spell."""
        return bool(self._pieces) and self._pieces[-1] == "\n" and self._runs[-1][:2] == (0, 0)

    def ends_word(self) -> bool:
        """Whether it ends with a letter or a digit."""
        return bool(self._pieces) and self._pieces[-1][-1].isalnum()

    def begin_cell(self) -> None:
        """A cell of a table begins."""
        self._cell = len(self._pieces)

    def cell(self) -> None:
        """A cell of a table ends: the line end of its last paragraph is none, so that a row stays one line; in a short cell no
        line end is any ("Date de" above "naissance")."""
        if self.ends_line():
            self._drop()
        if 0 <= self._cell < len(self._starts) and self.length - self._starts[self._cell] <= SHORT_CELL:
            for index in range(self._cell, len(self._pieces)):
                if self._pieces[index] == "\n" and self._runs[index][:2] == (0, 0):
                    self._pieces[index] = " "
        self._cell = -1
        self.gap("\t")

    def row(self) -> None:
        """A row of a table ends: empty cells at its end say nothing, as those that a heading stretches over."""
        while self._pieces[-2:] == ["\t", "\t"] and self._runs[-1][:2] == (0, 0):
            self._drop()
        self.gap("\n")

    def _drop(self) -> None:
        """Without the last piece, which is one character."""
        self._pieces.pop()
        self._runs.pop()
        self._starts.pop()
        self.length -= 1

    def utf8(self, content: str, at: int, written: Escape = in_text) -> int:
        """Add `content`, decoded with "surrogateescape" from raw[at:]; returns where its bytes end."""
        if content.isascii():
            self.add(content, at, at + len(content), written)
            return at + len(content)
        for char in content:
            width = len(char.encode("utf-8", "surrogateescape"))
            self.add(plain(char), at, at + width, written)
            at += width
        return at

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def without(self, spans: Sequence[tuple[int, int]]) -> Spelled:
        """The same without the pieces that begin inside `spans` (sorted, of this text)."""
        kept, starts = Spelled(), [start for start, _ in spans]
        for piece, (start, end, written), at in zip(self._pieces, self._runs, self._starts, strict=True):
            span = bisect_right(starts, at) - 1
            if span < 0 or at >= spans[span][1]:
                kept.add(piece, start, end, written)
        return kept

    def part(self, spans: Iterable[tuple[int, int]]) -> Spelled:
        """The pieces that begin inside `spans` of this text, in the order of `spans`."""
        found = Spelled()
        for start, end in spans:
            for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
                found.add(self._pieces[index], *self._runs[index])
        return found

    def splices(self, edits: Iterable[tuple[int, int, str]]) -> list[Splice]:
        """The byte splices for edits (start, end, replacement): the replacement stands where the first removed
        character stood, what stands between the pieces stays."""
        out: list[Splice] = []
        for start, end, replacement in edits:
            index = max(bisect_right(self._starts, start) - 1, 0)
            while index < len(self._runs) and self._starts[index] < end:
                at, length = self._starts[index], len(self._pieces[index])
                first, last, written = self._runs[index]
                low, high = max(start - at, 0), min(end - at, length)
                if low < high and first < last:
                    whole = last - first != length
                    begin, stop = (first, last) if whole else (first + low, first + high)
                    out.append((begin, stop, written(replacement) if replacement else b""))
                    replacement = ""
                index += 1
        return out


def spliced(raw: bytes, splices: Sequence[Splice]) -> bytes:
    """`raw` with `splices` made; overlapping ones are joined."""
    out: list[bytes] = []
    position = 0
    for start, end, new in sorted(splices):
        if start >= position:
            out += (raw[position:start], new)
        position = max(position, end)
    out.append(raw[position:])
    return b"".join(out)
