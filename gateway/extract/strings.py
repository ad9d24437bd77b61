"""The readable strings of bytes that no parser of ours understands: read, never edited."""

from __future__ import annotations

import re
from typing import Final

from gateway.extract.unread import Unread
from gateway.model import Segment

# Latin text in UTF-16, with the typographic signs and blanks of U+2000 to U+206F.
_WIDE: Final = re.compile(rb"(?:[\x09\x0a\x0d\x20-\xff]\x00|[\x00-\x6f]\x20(?=[\x20-\x7e]\x00)){4,}")
_NARROW: Final = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{5,}")
_DIGITS: Final = re.compile(r"\d(?:\D{0,12}\d){4}")


def words(data: bytes) -> str:
    """The runs of readable characters, wide ones first, each on a line of its own."""
    wide = [match[0].decode("utf-16-le", "replace") for match in _WIDE.finditer(data)]
    narrow = [match[0].decode("cp1252", "replace") for match in _NARROW.finditer(data)]
    return "\n".join((*wide, *narrow)).replace("\r", "\n")


class Strings(Unread):
    """Bytes with the strings in them that could be more than noise."""

    def __init__(self, content: bytes, path: str) -> None:
        lines = [line for line in words(content).split("\n") if _DIGITS.search(line)]
        text = "\n".join(lines)
        found = [Segment(f"{path}/strings", text, redactable=False)] if text else []
        super().__init__(content, None, path, found)
