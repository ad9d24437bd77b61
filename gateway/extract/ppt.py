"""The texts of a legacy PowerPoint document, a line each, however short ([MS-PPT] §2.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_HEAD: Final = struct.Struct("<HHI")  # version and instance, type, octets that follow
_CONTAINER: Final = 0xF
_WIDE: Final = frozenset((0x0FA0, 0x0FBA))  # TextCharsAtom, CString
_NARROW: Final = 0x0FA8  # TextBytesAtom


def slide_texts(document: bytes) -> str:
    """All of them, up to where a record is damaged."""
    return "\n".join(text.replace("\r", "\n").replace("\x0b", "\n") for text in _texts(document))


def _texts(document: bytes) -> Iterator[str]:
    at = 0
    while at + _HEAD.size <= len(document):
        version, kind, length = _HEAD.unpack_from(document, at)
        at += _HEAD.size
        if version & 0xF == _CONTAINER:  # what is in it comes next
            continue
        data = document[at : at + length]
        if kind in _WIDE:
            yield data.decode("utf-16-le", "replace")
        elif kind == _NARROW:
            yield data.decode("latin-1")
        at += length
