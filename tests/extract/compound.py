"""Compound files ([MS-CFB]) as legacy Office and Outlook make them, with the streams that a test asks for."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import chain

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096  # a shorter stream would have to stand in the mini stream
Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A file with `tree` in it: a stream is bytes (filled up with NULs), a storage a mapping."""
    entries: list[bytes] = []
    sectors: list[bytes] = []
    fat: list[int] = []
    _entry(entries, "Root Entry", 5, tree, sectors, fat)
    directory = b"".join(entries) + bytes(128) * (-len(entries) % 4)
    first = _stored(directory, sectors, fat)
    tables = 1
    while (len(fat) + tables) * 4 > tables * _SECTOR:
        tables += 1
    fat += [_FAT] * tables
    table = b"".join(struct.pack("<I", number) for number in fat)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6),
        0, tables, first, 0, _LEAST, _END, 0, _END, 0,
    )  # fmt: skip
    places = [len(sectors) + number for number in range(tables)] + [_FREE] * (109 - tables)
    head += struct.pack("<109I", *places)
    return head + b"".join(sectors) + table.ljust(tables * _SECTOR, b"\xff")


def _entry(
    entries: list[bytes], name: str, kind: int, content: bytes | Tree, sectors: list[bytes], fat: list[int]
) -> int:
    number = len(entries)
    entries.append(b"")
    child, first, size = _FREE, _END, 0
    if isinstance(content, bytes):
        data = content.ljust(_LEAST, b"\0")
        first, size = _stored(data, sectors, fat), len(data)
    else:
        kids = [
            _entry(entries, key, 2 if isinstance(value, bytes) else 1, value, sectors, fat)
            for key, value in content.items()
        ]
        child = kids[0] if kids else _FREE
        for kid, following in zip(kids, chain(kids[1:], [_FREE]), strict=True):
            entries[kid] = entries[kid][:72] + struct.pack("<I", following) + entries[kid][76:]
    wide = name.encode("utf-16-le")
    entries[number] = struct.pack(
        "<64sHBBIII16sIQQIQ",
        wide, len(wide) + 2, kind, 1, _FREE, _FREE, child, bytes(16), 0, 0, 0, first, size,
    )  # fmt: skip
    return number


def _stored(data: bytes, sectors: list[bytes], fat: list[int]) -> int:
    first = len(sectors)
    pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
    sectors += pieces
    fat += [first + number + 1 for number in range(len(pieces) - 1)] + [_END]
    return first
