"""winmail.dat ([MS-OXTNEF]): its texts and files are read; it is not written, so a value in it withholds the whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gateway.extract.ole import birthday, rich_text
from gateway.extract.readers import Context
from gateway.extract.strings import words
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import Extraction, Reason, Segment

_TITLE, _DATA = 0x00018010, 0x0006800F
_PROPERTIES: Final = frozenset((0x00069003, 0x00069005))  # of the message, of a file
_FILE, _HTML = 0x3701, 0x1013
_NAMES: Final = frozenset((0x3704, 0x3707))  # of a file, the long one last
_OBJECT: Final = 0x0D
_IID: Final = 16  # octets before an object's content
#: Octets of the kinds of properties that have a size of their own ([MS-OXCDATA] §2.11.1); of the others each tells its own.
_FIXED: Final = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_TOLD: Final = frozenset((0x1E, 0x1F, _OBJECT, 0x102))
_SEVERAL, _NAMED = 0x1000, 0x8000


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A TNEF stream. Raises Unreadable when it breaks off."""
    segments: list[Segment] = []
    reason: Reason | None = None
    attributes = list(_attributes(content))
    for number, (kind, data) in enumerate(attributes):
        place = f"{path}/{number}"
        if kind == _DATA:
            document = context.open_inside(data, _name_after(attributes, number), place)
            segments.extend(document.segments)
            reason = reason or next((item.reason for item in document.incomplete), None)
        else:
            text = "\n".join((words(data), rich_text(data, place, context), birthday(data)))
            if text.strip():
                segments.append(Segment(f"{place}/text", text, redactable=False))
            for inner in _inside(data, place, context) if kind in _PROPERTIES else ():
                segments.extend(replace(segment, redactable=False) for segment in inner.segments)
                reason = reason or next((item.reason for item in inner.incomplete), None)
    return Unread(content, reason, path, segments)


def _inside(data: bytes, path: str, context: Context) -> Iterator[Extraction]:
    """Files and pages among the properties of a message or of a file."""
    name = "file"
    try:
        for number, (kind, key, value) in enumerate(properties(data)):
            if key in _NAMES:
                name = value.decode("utf-16-le" if kind == 0x1F else "cp1252", "replace").strip("\0")
            elif key == _HTML:
                yield context.open_inside(value, "body.html", f"{path}/{number}")
            elif key == _FILE and value:
                yield context.open_inside(value[_IID if kind == _OBJECT else 0 :], name, f"{path}/{number}")
    except (struct.error, ValueError):
        yield Unread(b"", Reason.UNREADABLE, path)


def properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(kind, id, value) of the properties in an attribute ([MS-OXTNEF] §2.1.3.4). Raises struct.error, ValueError."""
    (count,), at = struct.unpack_from("<I", data), 4
    for _ in range(count):
        kind, key = struct.unpack_from("<HH", data, at)
        at += 4
        if key >= _NAMED:
            (by_name, size) = struct.unpack_from("<II", data, at + _IID)
            at += _IID + 8 + (size + -size % 4 if by_name else 0)
        one, told = kind & ~_SEVERAL, (kind & ~_SEVERAL) in _TOLD
        if not told and one not in _FIXED:
            raise ValueError("an unknown kind of property")
        values = 1
        if told or kind & _SEVERAL:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        for _ in range(values):
            size = _FIXED.get(one, 0)
            if told:
                (size,) = struct.unpack_from("<I", data, at)
                at += 4
            if at + size > len(data):
                raise ValueError("a property longer than what holds it")
            yield one, key, data[at : at + size]
            at += size + -size % 4


def _name_after(attributes: Sequence[tuple[int, bytes]], number: int) -> str:
    """The file's name, which follows its content ([MS-OXTNEF] §2.1.3.3)."""
    for kind, data in attributes[number + 1 :]:
        if kind == _TITLE:
            return data.rstrip(b"\0").decode("cp1252", "replace")
        if kind == _DATA:
            break
    return "file"


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    position = 6
    while position + 9 <= len(content):
        _, kind, length = struct.unpack_from("<BII", content, position)
        position += 9
        if position + length + 2 > len(content):
            raise Unreadable(Reason.UNREADABLE)
        yield kind, content[position : position + length]
        position += length + 2
