"""Leading edits of decoded text back to its source, layer by layer.

A layer (transfer encoding, charset, flowed lines, HTML, encoded words) gives its decoded output and a `pull`:
splices of the output become splices of its input. Chained, they lead from a character to its bytes.
Maps are built only when something is edited: reading costs nothing but the decoding.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, AnyStr, Final

from gateway.octets import LONE_CR, controls

BARE_CR: Final = re.compile(rb"\r(?!\n)")
_PIECE: Final = 256 * 1024
_MUCH: Final = 16 * 1024 * 1024  # octets that would be copied too long without a pause
#: Replace source[start:end] by the third item.
Splice = tuple[int, int, AnyStr]


def apply(source: AnyStr, splices: Sequence[Splice[AnyStr]]) -> AnyStr:
    """`source` with `splices` made: sorted, not overlapping. Returns `source` itself when there are none."""
    if not splices:
        return source
    if isinstance(source, bytes) and len(source) > _MUCH:
        return _applied(source, splices)
    # What stays of bytes is looked at where it lies: a message is copied once, not twice.
    whole: Any = memoryview(source) if isinstance(source, bytes) else source
    pieces: list[Any] = []
    done = 0
    for start, end, new in splices:
        pieces += (whole[done:start], new)
        done = end
    pieces.append(whole[done:])
    return source[:0].join(pieces)


def _applied(source: bytes, splices: Sequence[Any]) -> bytes:
    """The same piece by piece: other threads have their turn between."""
    view, out, done = memoryview(source), io.BytesIO(), 0
    for start, end, new in (*splices, (len(source), len(source), b"")):
        for at in range(done, start, _PIECE):
            out.write(view[at : min(at + _PIECE, start)])
        out.write(new)
        done = end
    return out.getvalue()


def merge(splices: Iterable[Splice[AnyStr]]) -> list[Splice[AnyStr]]:
    """Sorted, with overlapping splices joined into one that keeps the first replacement.

    Two readings of the same bytes find the same value at the same place: it is cut once.
    """
    merged: list[Splice[AnyStr]] = []
    for splice in sorted(splices, key=lambda item: (item[0], -item[1])):
        if merged and (splice[0] < merged[-1][1] or splice == merged[-1]):
            start, end, new = merged[-1]
            merged[-1] = (start, max(end, splice[1]), new or splice[2])
        else:
            merged.append(splice)
    return merged


class OffsetMap:
    """Which piece of the source each piece of the output came from, in order.

    A piece whose two lengths agree maps one to one; any other is one unit (an entity, an escape). Source between
    two pieces (a soft break, a tag) has no output and is never touched.
    """

    __slots__ = ("_out", "_size", "_src", "length")

    def __init__(self) -> None:
        self._out: list[int] = []
        self._src: list[int] = []
        self._size: list[int] = []
        self.length = 0

    def add(self, out_length: int, src_start: int, src_length: int) -> None:
        """The next `out_length` items of output come from source[src_start : src_start + src_length]."""
        if out_length:
            self._out.append(self.length)
            self._src.append(src_start)
            self._size.append(src_length)
            self.length += out_length

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source ranges that output[start:end] came from, in order; a unit touched in part counts whole. For a place
        between two items of output, the place in the source, before the unit that follows."""
        if start == end:
            return self._place(start)
        found: list[tuple[int, int]] = []
        for piece in range(max(0, bisect_right(self._out, start) - 1), len(self._out)):
            out, src, size = self._out[piece], self._src[piece], self._size[piece]
            if out >= end:
                break
            low, high = src, src + size
            if size == self._out_length(piece):
                low, high = src + max(start, out) - out, src + min(end - out, size)
            if found and found[-1][1] == low:
                found[-1] = (found[-1][0], high)
            else:
                found.append((low, high))
        return found

    def _place(self, at: int) -> list[tuple[int, int]]:
        piece = bisect_right(self._out, at) - 1
        if piece < 0:
            return []
        inside, size = at - self._out[piece], self._size[piece]
        if size != self._out_length(piece):
            inside = size if inside else 0
        return [(self._src[piece] + inside, self._src[piece] + inside)]

    def pull(self, splices: Iterable[Splice[AnyStr]]) -> list[Splice[AnyStr]]:
        """Splices of the output as splices of the source: the first range takes the replacement, the rest go."""
        pulled: list[Splice[AnyStr]] = []
        for start, end, new in splices:
            ranges = self.ranges(start, end)
            host = next((place for place in ranges if place[1] > place[0]), ranges[0] if ranges else (0, 0))
            pulled += [(low, high, new if (low, high) == host else new[:0]) for low, high in ranges]
            if not ranges:
                pulled.append((0, 0, new))
        return [splice for splice in pulled if splice[0] < splice[1] or splice[2]]

    def _out_length(self, piece: int) -> int:
        following = piece + 1
        return (self._out[following] if following < len(self._out) else self.length) - self._out[piece]


def has_bare_cr(raw: bytes) -> bool:
    """Whether a CR stands in `raw` without an LF behind it."""
    return controls(raw, LONE_CR) != 0


def newline_of(raw: bytes) -> bytes:
    """The line end that `raw` uses: that of its first line, CRLF when it has only one line."""
    first = raw.find(b"\n")
    if first < 0:
        return b"\r" if b"\r" in raw else b"\r\n"
    return b"\r\n" if raw[first - 1 : first] == b"\r" else b"\n"
