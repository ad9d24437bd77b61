"""The records of a legacy workbook ([MS-XLS] §2.1.4): its pictures, joined, and the formats of its numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_HEAD: Final = struct.Struct("<HH")  # kind, octets that follow
_DRAWING_GROUP: Final = 0x00EB
_CONTINUE: Final = 0x003C
_BOF: Final = 0x0809
_EOF: Final = 0x000A
_FORMAT: Final = 0x041E
_XF: Final = 0x00E0
_NUMBERS: Final = frozenset((0x0203, 0x027E, 0x0006))  # NUMBER, RK, FORMULA
_MULRK: Final = 0x00BD
_RK: Final = 6  # octets: a style, a number


def number_formats(workbook: bytes, *, wide: bool) -> list[dict[tuple[int, int], str]]:
    """For each sheet of the stream, in order: (row, column) -> the format code of its own that a number has there.

    `wide`: the codes are Unicode strings (BIFF8, §2.5.294), else bytes. What breaks off ends the reading.
    """
    codes, styles = dict[int, str](), list[int]()
    sheets: list[dict[tuple[int, int], str]] = []
    depth = 0
    for kind, data in _records(workbook):
        if kind == _BOF:
            depth += 1
            if depth == 1:
                sheets.append({})
        elif kind == _EOF:
            depth -= 1
        elif kind == _FORMAT and len(data) >= 5:
            codes[int.from_bytes(data[:2], "little")] = _code(data, wide=wide)
        elif kind == _XF and len(data) >= 4:
            styles.append(int.from_bytes(data[2:4], "little"))
        elif depth == 1 and (kind in _NUMBERS or kind == _MULRK):
            for row, column, style in _styled(kind, data):
                if style < len(styles) and styles[style] in codes:
                    sheets[-1][row, column] = codes[styles[style]]
    return sheets[1:]  # the first are the globals


def _records(workbook: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + _HEAD.size <= len(workbook):
        kind, length = _HEAD.unpack_from(workbook, at)
        if not kind and not length:
            return
        at += _HEAD.size + length
        yield kind, workbook[at - length : at]


def _code(data: bytes, *, wide: bool) -> str:
    if not wide:
        return data[3 : 3 + data[2]].decode("cp1252", "replace")
    count, is_double = int.from_bytes(data[2:4], "little"), data[4] & 1
    return data[5 : 5 + count * (1 + is_double)].decode("utf-16-le" if is_double else "latin-1", "replace")


def _styled(kind: int, data: bytes) -> Iterator[tuple[int, int, int]]:
    """(row, column, style) of the numbers of a record."""
    if len(data) < _RK:
        return
    row, column, style = struct.unpack_from("<HHH", data)
    if kind != _MULRK:
        yield row, column, style
        return
    for number, at in enumerate(range(4, len(data) - _RK, _RK)):
        yield row, column + number, int.from_bytes(data[at : at + 2], "little")


def pictures_joined(workbook: bytes) -> bytes:
    """All of the stream, its pictures and drawings first: a record holds 8,224 octets of them at most, and the head of the
    next one would stand in their midst (§2.4.171, §2.4.58)."""
    drawings, others = bytearray(), bytearray()
    at, is_drawing = 0, False
    while at + _HEAD.size <= len(workbook):
        kind, length = _HEAD.unpack_from(workbook, at)
        if not kind and not length:  # filled up with NULs behind the last record
            break
        is_drawing = kind == _DRAWING_GROUP or (is_drawing and kind == _CONTINUE)
        end = at + _HEAD.size + length
        if is_drawing:
            drawings += workbook[at + _HEAD.size : end]
        else:
            others += workbook[at:end]
        at = end
    return b"".join((drawings, others, workbook[at:]))
