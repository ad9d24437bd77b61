"""What a picture file holds beside its pixels, by its own structure: what it says of itself, smaller versions of it, and what was
put behind its end."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PIL import Image

from gateway.extract.pictureends import end_of

_MOST_PIECES: Final = 20_000
#: JPEG (ITU-T T.81 §B.1.1): the next marker behind data in which an octet FF is followed by 00, or by a restart's number.
_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_ALONE: Final = frozenset((0x01, *range(0xD0, 0xD9)))
_TABLES: Final = frozenset((0xC4, 0xDB, 0xDD))
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_PIXELS: Final = frozenset(
    (b"IDAT", b"fdAT", b"PLTE", b"tRNS", b"iCCP", b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"ICCP")
)
_SMALL_ONE: Final = re.compile(rb"\xff\xd8\xff[\xc0-\xfe]")
_MOST_SMALL: Final = 4
#: Files that programs put behind a picture, and that are read.
_FILE: Final = re.compile(
    rb"\xff\xd8\xff[\xc0-\xfe]|\x89PNG\r\n\x1a\n|GIF8[79]a|%PDF-|PK\x03\x04|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c"
)
_HEAD: Final = 64 * 1024
_MOST_SAID: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Beside:
    """`said` are the pieces that are no pixels, `behind` is what stands behind the picture's end."""

    said: Sequence[bytes] = field(default=(), repr=False)
    behind: bytes = field(default=b"", repr=False)

    def texts(self) -> Iterator[bytes]:
        """The octets among which text may stand."""
        for piece in (*self.said, self.behind):
            small = _SMALL_ONE.search(piece)
            yield piece[: small.start()] if small else piece
            if small and piece is not self.behind:
                inner = beside(piece[small.start() :])
                yield from (*inner.said, inner.behind)

    @property
    def file(self) -> bytes:
        """The file that begins behind the picture's end; nothing where there is none."""
        found = _FILE.search(self.behind, 0, _HEAD)
        return self.behind[found.start() :] if found else b""

    def without_more(self) -> Beside:
        """The same without the JPEG pictures that follow the first one at once, as in a file of several (CIPA DC-007)."""
        behind = self.behind
        while (more := behind.lstrip(b"\0")).startswith(b"\xff\xd8\xff"):
            end = 0
            for _, end in _jpeg(more):  # noqa: B007 - where the last piece ends
                pass
            behind = more[end:]
        return Beside(self.said, behind)

    def smaller(self) -> Iterator[Image.Image]:
        """Pictures that are kept in what the picture says of itself; those that can be read."""
        starts = [(piece, found.start()) for piece in self.said for found in _SMALL_ONE.finditer(piece)]
        for piece, start in starts[:_MOST_SMALL]:
            try:
                with Image.open(io.BytesIO(piece[start:]), formats=("JPEG",)) as opened:
                    yield opened.convert("RGB")
            except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
                continue


def beside(content: bytes) -> Beside:
    """What a JPEG, PNG, GIF or WebP file holds beside its pixels; of another, how it begins and ends."""
    if content.startswith(b"\xff\xd8"):
        walk = _jpeg(content)
    elif content.startswith(b"\x89PNG"):
        walk = _png(content)
    elif content.startswith(b"GIF8"):
        walk = _gif(content)
    elif content.startswith(b"RIFF"):
        walk = _riff(content)
    else:
        end = end_of(content)
        return Beside([content[:_MOST_SAID], content[_MOST_SAID:end][-_MOST_SAID:]], content[end:])
    said: list[bytes] = []
    end = 0
    for number, (piece, end) in enumerate(walk):  # noqa: B007 - where the last one ends
        said.append(piece)
        if number > _MOST_PIECES:
            break
    return Beside(said, content[end:])


def _jpeg(content: bytes) -> Iterator[tuple[bytes, int]]:
    position = 2
    while (found := _NEXT_MARKER.search(content, position)) is not None:
        marker, position = found[0][1], found.end()
        if marker == _END_OF_IMAGE:
            yield b"", position
            return
        if marker not in _ALONE:
            end = position + int.from_bytes(content[position : position + 2], "big")
            is_table = marker in _TABLES or marker == _START_OF_SCAN
            yield b"" if is_table else content[position + 2 : end], max(end, position)
            position = max(end, position)
    yield b"", len(content)


def _png(content: bytes) -> Iterator[tuple[bytes, int]]:
    position = 8
    while position + 12 <= len(content):
        length, kind = (
            int.from_bytes(content[position : position + 4], "big"),
            content[position + 4 : position + 8],
        )
        end = position + 12 + length
        yield b"" if kind in _PIXELS else content[position + 8 : end - 4], end
        if kind == b"IEND":
            return
        position = end
    yield b"", len(content)


def _gif(content: bytes) -> Iterator[tuple[bytes, int]]:
    position = 13 + _colours(content, 10)
    while position < len(content):
        mark = content[position]
        if mark == 0x3B:
            yield b"", position + 1
            return
        if mark == 0x21:
            text, position = _blocks(content, position + 2)
            yield text, position
        elif mark == 0x2C:
            _, position = _blocks(content, position + 11 + _colours(content, position + 9))
        else:
            break
    yield b"", len(content)


def _colours(content: bytes, place: int) -> int:
    """How long the table of colours is of which the octet at a place speaks."""
    packed = content[place] if place < len(content) else 0
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks(content: bytes, position: int) -> tuple[bytes, int]:
    pieces = []
    while position < len(content) and (length := content[position]):
        pieces.append(content[position + 1 : position + 1 + length])
        position += 1 + length
    return b"".join(pieces), position + 1


def _riff(content: bytes) -> Iterator[tuple[bytes, int]]:
    last = min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    position = 12
    while position + 8 <= last:
        kind, length = (
            content[position : position + 4],
            int.from_bytes(content[position + 4 : position + 8], "little"),
        )
        end = position + 8 + length
        if kind not in _PIXELS:
            yield content[position + 8 : end], last
        position = end + length % 2
    yield b"", last
