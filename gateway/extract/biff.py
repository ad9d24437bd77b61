"""The records of a legacy workbook ([MS-XLS] §2.1.4) that hold its pictures, joined."""

from __future__ import annotations

import struct
from typing import Final

_HEAD: Final = struct.Struct("<HH")  # kind, octets that follow
_DRAWING_GROUP: Final = 0x00EB
_CONTINUE: Final = 0x003C


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
