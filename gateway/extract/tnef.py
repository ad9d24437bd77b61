"""winmail.dat ([MS-OXTNEF]): its texts and files are read; it is not written, so a value in it withholds the whole."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gateway.extract.ole import rich_text
from gateway.extract.readers import Context
from gateway.extract.strings import words
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import Extraction, Reason, Segment

_BODY, _TITLE, _DATA = 0x0002800C, 0x00018010, 0x0006800F
_MESSAGE_PROPERTIES, _ATTACHMENT_PROPERTIES = 0x00069003, 0x00069005


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A TNEF stream. Raises Unreadable when it breaks off."""
    segments: list[Segment] = []
    reason: Reason | None = None
    title = "file"
    for number, (kind, data) in enumerate(_attributes(content)):
        place = f"{path}/{number}"
        if kind == _TITLE:
            title = data.rstrip(b"\0").decode("cp1252", "replace")
            segments.append(Segment(f"{place}/name", title, redactable=False))
        elif kind == _DATA:
            document = context.open_inside(data, title, place)
            segments.extend(document.segments)
            reason = reason or next((item.reason for item in document.incomplete), None)
        elif kind in (_BODY, _MESSAGE_PROPERTIES, _ATTACHMENT_PROPERTIES):
            text = "\n".join((words(data), rich_text(data, place, context)))
            if text.strip():
                segments.append(Segment(f"{place}/text", text, redactable=False))
    return Unread(content, reason, path, segments)


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    position = 6
    while position + 9 <= len(content):
        _, kind, length = struct.unpack_from("<BII", content, position)
        position += 9
        if position + length + 2 > len(content):
            raise Unreadable(Reason.UNREADABLE)
        yield kind, content[position : position + length]
        position += length + 2
