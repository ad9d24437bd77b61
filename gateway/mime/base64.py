"""Base64 (RFC 2045 §6.8) as mail programs read it, and splices of the content led back to its lines."""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Sequence
from typing import Final

from gateway.mime.lens import Splice, merge, newline_of

_LINE: Final = 76
_ALPHABET: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_CLEAN: Final = _ALPHABET + b"\r\n"
_PIECE: Final = 128 * 1024  # what is looked at without a pause
_HEAD: Final = 2048
_OUTSIDE: Final = bytes(set(range(256)) - set(_ALPHABET))
_OUTSIDE_AND_PADDING: Final = _OUTSIDE.replace(b"=", b"")
_BLOCK: Final = re.compile(rb"[A-Za-z0-9+/]++(?:[ \t\r\n]++[A-Za-z0-9+/]++)*+(?:[ \t\r\n]*+=)*+")
_LOOSE_LINE: Final = re.compile(
    rb"^[A-Za-z0-9+/= \t]*[^A-Za-z0-9+/= \t\r\n][^\n]*|^[A-Za-z0-9]+ [A-Za-z0-9][^\n]*", re.MULTILINE
)
_RUN: Final = re.compile(rb"[A-Za-z0-9+/]+")


class Base64:
    """Each padded run decodes by itself; one left-over character is dropped. Nothing is decoded before it is asked for."""

    __slots__ = ("_clean", "_data", "view")

    def __init__(self, raw: bytes | memoryview) -> None:
        self.view = memoryview(raw)
        self._clean = False
        self._data: bytes | None = None

    @property
    def raw(self) -> bytes:
        """The part as transferred."""
        return bytes(self.view)

    @property
    def data(self) -> bytes:
        """What it decodes to."""
        if self._data is None:
            self._clean = _is_clean(self.view)
            self._data = self._whole() if self._clean else self._by_blocks()
        return self._data

    @property
    def clean(self) -> bool:
        """False where readers may differ: padding in the middle, characters outside the alphabet, a remainder."""
        _ = self.data  # tells
        return self._clean

    @property
    def head(self) -> bytes:
        """What `data` begins with, as far as its first lines tell without the rest; empty where they are not clean."""
        first = self.view[:_HEAD].tobytes()
        if first.translate(None, _CLEAN):
            return b""
        letters = first.translate(None, b"\r\n")
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])

    def _whole(self) -> bytes:
        try:
            return _decoded(self.view)
        except binascii.Error:
            self._clean = False
            return self._by_blocks()

    def _by_blocks(self) -> bytes:
        return b"".join(block.data for block in self._blocks())

    def _blocks(self) -> list[_Block]:
        raw = self.raw
        return [_Block(raw, found.start(), found.end()) for found in _BLOCK.finditer(raw)]

    def joined(self) -> bytes:
        """What a reader sees who skips padding and every character outside the alphabet."""
        return tolerant(self.raw)

    def loose(self) -> tuple[int, int] | None:
        """The lines from the first to the last that are no base64: raw[low:high]; None when all are.

        That is all of it where the characters do not come out even: some programs then show the part undecoded.
        """
        raw = self.raw
        if len(raw.translate(None, _OUTSIDE_AND_PADDING)) % 4:
            return 0, len(raw)
        found = [line.span() for line in _LOOSE_LINE.finditer(raw)]
        return (found[0][0], found[-1][1]) if found else None

    def pull(self, splices: Sequence[Splice[bytes]]) -> list[Splice[bytes]]:
        """From the first changed quantum of a padded run to the run's end, encoded anew in lines as long as before."""
        pulled: list[Splice[bytes]] = []
        blocks, base = self._blocks() or [_Block(self.raw, 0, 0)], 0
        waiting = merge(splices)
        for block in blocks:
            limit = base + len(block.data)
            mine: list[Splice[bytes]] = []
            while waiting and (waiting[0][0] < limit or block is blocks[-1]):
                start, end, new = waiting.pop(0)
                mine.append((start - base, min(end, limit) - base, new))
                if end > limit:
                    waiting.insert(0, (limit, end, b""))
            if mine:
                pulled.append(block.pull(mine))
            base = limit
        return pulled


class _Block:
    """One run of base64 up to its padding: raw[start:end]."""

    __slots__ = ("_end", "_raw", "_start", "data")

    def __init__(self, raw: bytes, start: int, end: int) -> None:
        self._raw, self._start, self._end = raw, start, end
        self.data = tolerant(raw[start:end])

    def pull(self, splices: Sequence[Splice[bytes]]) -> Splice[bytes]:
        done = min(splices[0][0], len(self.data)) // 3 * 3
        place, column, width = self._layout(done // 3 * 4)
        pieces: list[bytes] = []
        for start, end, new in splices:
            pieces += (self.data[done:start], new)
            done = end
        pieces.append(self.data[done:])
        encoded = binascii.b2a_base64(b"".join(pieces), newline=False)
        return (
            place,
            self._end,
            _wrapped(encoded, column, width, newline_of(self._raw)),
        )

    def _layout(self, character: int) -> tuple[int, int, int]:
        """(raw offset, column) of the `character`-th base64 character, and the lines' width."""
        runs = [(found.start(), found.end()) for found in _RUN.finditer(self._raw, self._start, self._end)]
        width = max((end - start for start, end in runs), default=_LINE)
        if len(runs) <= 1:
            width = max(width, _LINE)
        for start, end in runs:
            if character < end - start:
                return start + character, character, width
            character -= end - start
        start, end = runs[-1] if runs else (self._start, self._start)
        return end, end - start, width


def _is_clean(raw: memoryview) -> bool:
    """Whether `raw` is nothing but the alphabet in lines, with its padding at the end."""
    for at in range(0, len(raw), _PIECE):
        piece = raw[at : at + _PIECE].tobytes()
        if odd := piece.translate(None, _CLEAN):
            rest = raw[at + piece.index(odd[:1]) :].tobytes()
            return rest.translate(None, b"\r\n") in (b"=", b"==")
    return True


def _decoded(raw: memoryview) -> bytes:
    """What clean base64 decodes to, piece by piece where the lines allow it: other threads have their turn between.

    Raises binascii.Error when the characters do not come out even.
    """
    whole = io.BytesIO()  # gives its content without a copy, as joined pieces would be
    done = 0
    while len(raw) - done > _PIECE:
        cut = raw[done : done + _PIECE].tobytes().rfind(b"\n") + 1
        try:
            whole.write(binascii.a2b_base64(raw[done : done + cut]))
        except binascii.Error:  # a line does not end where four characters do
            break
        if not cut:
            break
        done += cut
    whole.write(binascii.a2b_base64(raw[done:]))
    return whole.getvalue()


def _wrapped(encoded: bytes, column: int, width: int, newline: bytes) -> bytes:
    first = encoded[: max(width - column, 0)]
    lines = [first, *(encoded[at : at + width] for at in range(len(first), len(encoded), width))]
    return newline.join(lines)


def tolerant(characters: bytes) -> bytes:
    """Decode what is base64 in `characters`; a left-over character (six bits, not a byte) is dropped."""
    characters = characters.translate(None, _OUTSIDE)
    if len(characters) % 4 == 1:
        characters = characters[:-1]
    return binascii.a2b_base64(characters + b"=" * (-len(characters) % 4))
