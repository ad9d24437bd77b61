"""Base64 (RFC 2045 §6.8) as mail programs read it, and splices of the content led back to its lines."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from typing import Final

from gateway.mime.lens import Splice, merge, newline_of

_LINE: Final = 76
_ALPHABET: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BLANKS: Final = b"\r\n\t "
_OUTSIDE: Final = bytes(set(range(256)) - set(_ALPHABET))
_OUTSIDE_AND_PADDING: Final = _OUTSIDE.replace(b"=", b"")
_BLOCK: Final = re.compile(rb"[A-Za-z0-9+/]++(?:[ \t\r\n]++[A-Za-z0-9+/]++)*+(?:[ \t\r\n]*+=)*+")
_LOOSE_LINE: Final = re.compile(
    rb"^[A-Za-z0-9+/= \t]*[^A-Za-z0-9+/= \t\r\n][^\n]*|^[A-Za-z0-9]+ [A-Za-z0-9][^\n]*", re.MULTILINE
)
_RUN: Final = re.compile(rb"[A-Za-z0-9+/]+")


class Base64:
    """Each padded run decodes by itself; one left-over character is dropped.

    `clean` is False where readers may differ: padding in the middle, characters outside the alphabet, a remainder.
    """

    __slots__ = ("clean", "data", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.clean = _is_clean(raw)
        self.data = self._whole() if self.clean else b"".join(block.data for block in self._blocks())

    def _whole(self) -> bytes:
        try:
            return binascii.a2b_base64(self.raw)
        except binascii.Error:
            self.clean = False
            return b"".join(block.data for block in self._blocks())

    def _blocks(self) -> list[_Block]:
        return [_Block(self.raw, found.start(), found.end()) for found in _BLOCK.finditer(self.raw)]

    def joined(self) -> bytes:
        """What a reader sees who skips padding and every character outside the alphabet."""
        return tolerant(self.raw)

    def loose(self) -> tuple[int, int] | None:
        """The lines from the first to the last that are no base64: raw[low:high]; None when all are.

        That is all of it where the characters do not come out even: some programs then show the part undecoded.
        """
        if len(self.raw.translate(None, _OUTSIDE_AND_PADDING)) % 4:
            return 0, len(self.raw)
        found = [line.span() for line in _LOOSE_LINE.finditer(self.raw)]
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


def _is_clean(raw: bytes) -> bool:
    other = raw.translate(None, _ALPHABET + b"\r\n")
    return len(other) <= 2 and not other.strip(b"=") and b"=" not in raw.rstrip(_BLANKS + b"=")


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
