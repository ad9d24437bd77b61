"""The formats of the numbers of a binary workbook ([MS-XLSB] §2.1.4)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from typing import Final

_ROW: Final = 0
_NUMBERS: Final = frozenset((2, 5, 9))  # BrtCellRk, BrtCellReal, BrtFmlaNum
_FORMAT: Final = 44
_STYLE: Final = 47
_SHEET: Final = 156
_STYLES_BEGIN: Final = 617
_STYLES_END: Final = 618
_TARGET: Final = re.compile(
    rb"""<Relationship(?=\s)(?=[^<>]*?\sId="([^"<>]*)")(?=[^<>]*?\sTarget="(?:/xl/)?([^"<>]*)")"""
)


def number_formats(parts: Mapping[str, bytes]) -> list[dict[tuple[int, int], str]]:
    """For each sheet of the workbook, in order: (row, column) -> the format code of its own that a number has there. `parts` are
    the parts of the workbook by name. What breaks off ends the reading."""
    codes = _codes(parts.get("xl/styles.bin", b""))
    targets = dict(_TARGET.findall(parts.get("xl/_rels/workbook.bin.rels", b"")))
    sheets = []
    for kind, data in _records(parts.get("xl/workbook.bin", b"")):
        if kind == _SHEET:
            name = targets.get(_string(data[8:]).encode("utf-8"), b"").decode("utf-8", "replace")
            sheets.append(dict(_numbers(parts.get(f"xl/{name}", b""), codes)))
    return sheets


def _codes(styles: bytes) -> dict[int, str]:
    """Style index -> format code, of styles whose format is the workbook's own."""
    own, found = dict[int, str](), dict[int, str]()
    number, counts = 0, False
    for kind, data in _records(styles):
        if kind == _FORMAT:
            own[int.from_bytes(data[:2], "little")] = _string(data[2:])
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            counts = kind == _STYLES_BEGIN
        elif kind == _STYLE and counts:
            if code := own.get(int.from_bytes(data[2:4], "little")):
                found[number] = code
            number += 1
    return found


def _numbers(sheet: bytes, codes: Mapping[int, str]) -> Iterator[tuple[tuple[int, int], str]]:
    row = 0
    for kind, data in _records(sheet) if codes else ():
        if kind == _ROW:
            row = int.from_bytes(data[:4], "little")
        elif kind in _NUMBERS and len(data) >= 8:
            column, style = struct.unpack_from("<II", data)
            if code := codes.get(style & 0xFFFFFF):
                yield (row, column), code


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = part[at], at + 1
        if kind & 0x80:
            kind, at = kind & 0x7F | (part[at] & 0x7F) << 7 if at < len(part) else 0, at + 1
        length = 0
        for place in range(4):
            octet, at = part[at] if at < len(part) else 0, at + 1
            length |= (octet & 0x7F) << 7 * place
            if not octet & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _string(data: bytes) -> str:
    """An XLWideString (§2.5.168)."""
    return data[4 : 4 + 2 * int.from_bytes(data[:4], "little")].decode("utf-16-le", "replace")
