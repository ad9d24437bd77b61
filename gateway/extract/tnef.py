"""winmail.dat ([MS-OXTNEF]): its texts and files are read; it is not written, so a value in it withholds the whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from gateway.extract.ole import birthday, rich_text
from gateway.extract.readers import Context
from gateway.extract.strings import words
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import Extraction, Reason, Segment

_TITLE, _DATA = 0x00018010, 0x0006800F


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
    return Unread(content, reason, path, segments)


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
