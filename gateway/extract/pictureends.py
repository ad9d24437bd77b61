"""Where pictures end that do not say so at their end: TIFF, BMP, and those in boxes (AVIF, JPEG 2000).

What stands behind is none of the picture, and no program shows it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_BMP_HEAD: Final = 54
_MOST_DIRECTORIES: Final = 64
_MOST_ENTRIES: Final = 4096
_MOST_VALUES: Final = 200_000
#: Octets of a value, by its type (TIFF 6.0, section 2).
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_SHORT, _LONG = 3, (4, 13)
#: Where data stands, and how long it is: strips, tiles, a thumbnail.
_DATA: Final = {273: 279, 324: 325, 513: 514}
_MORE: Final = (330, 34665, 34853, 40965)  # further directories


def end_of(content: bytes) -> int:
    """Where the picture ends; the end of the content where that is not known."""
    if content.startswith(b"BM"):
        (size,) = struct.unpack_from("<I", content.ljust(6, b"\0"), 2)
        end = size if size >= _BMP_HEAD else 0
    elif content[:4] in (b"II*\0", b"MM\0*"):
        end = _tiff(content)
    elif content[4:8] in (b"ftyp", b"jP  "):
        end = _boxes(content)
    else:
        end = 0
    return end if 0 < end < len(content) else len(content)


def _boxes(content: bytes) -> int:
    """Behind the last whole box (ISO/IEC 14496-12 §4.2)."""
    position = 0
    while position + 8 <= len(content):
        size, kind = (
            int.from_bytes(content[position : position + 4], "big"),
            content[position + 4 : position + 8],
        )
        if size == 1:
            size = int.from_bytes(content[position + 8 : position + 16], "big")
        elif size == 0:
            return len(content)
        if size < 8 or position + size > len(content) or not all(0x20 <= sign < 0x7F for sign in kind):
            break
        position += size
    return position


def _tiff(content: bytes) -> int:
    """Behind all that its directories lead to; 0 where one leads astray."""
    order = "<" if content.startswith(b"II") else ">"
    try:
        return max(_reaches(content, order), default=0)
    except struct.error:
        return 0


def _reaches(content: bytes, order: str) -> Iterator[int]:
    """How far each thing reaches. Raises struct.error."""
    left: list[int] = [*struct.unpack_from(f"{order}I", content, 4)]
    done: set[int] = set()
    while left and len(done) < _MOST_DIRECTORIES:
        start = left.pop()
        if not start or start in done:
            continue
        done.add(start)
        (count,) = struct.unpack_from(f"{order}H", content, start)
        if count > _MOST_ENTRIES:
            raise struct.error
        table: dict[int, list[int]] = {}
        for place in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, number = struct.unpack_from(f"{order}HHI", content, place)
            size = _SIZES.get(kind, 1) * number
            at = place + 8
            if size > 4:
                (at,) = struct.unpack_from(f"{order}I", content, at)
                yield at + size
            if (tag in _DATA or tag in _DATA.values() or tag in _MORE) and number <= _MOST_VALUES:
                sign = "H" if kind == _SHORT else "I"
                if kind == _SHORT or kind in _LONG:
                    table[tag] = list(struct.unpack_from(f"{order}{number}{sign}", content, at))
        for offsets, lengths in _DATA.items():
            for at, size in zip(table.get(offsets, ()), table.get(lengths, ()), strict=False):
                yield at + size
        for tag in _MORE:
            left += table.get(tag, ())
        end = start + 2 + 12 * count
        left += struct.unpack_from(f"{order}I", content, end)
        yield end + 4
