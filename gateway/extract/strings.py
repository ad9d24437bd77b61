"""The readable strings of bytes that no parser of ours understands: read, never edited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gateway.extract.unread import Unread
from gateway.model import Segment

# Latin text in UTF-16, with the typographic signs and blanks of U+2000 to U+206F.
_WIDE: Final = re.compile(rb"(?:[\x09\x0a\x0d\x20-\xff]\x00|[\x00-\x6f]\x20(?=[\x20-\x7e]\x00)){4,}")
_NARROW: Final = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{5,}")
_DIGITS: Final = re.compile(r"\d(?:\D{0,12}\d){4}")


def words(data: bytes) -> str:
    """The runs of readable characters, wide ones first, each on a line of its own."""
    return "\n".join(text for text, _, _ in _runs(data))


def lines(data: bytes) -> Iterator[tuple[str, int, int]]:
    """The lines of those runs that could be more than noise, each with where it begins and how many bytes its characters
    have."""
    for text, start, width in _runs(data):
        for line in text.split("\n"):
            if _DIGITS.search(line):
                yield line, start, width
            start += (len(line) + 1) * width


def _runs(data: bytes) -> Iterator[tuple[str, int, int]]:
    for pattern, codec, width in ((_WIDE, "utf-16-le", 2), (_NARROW, "cp1252", 1)):
        for match in pattern.finditer(data):
            yield match[0].decode(codec, "replace").replace("\r", "\n"), match.start(), width


class Strings(Unread):
    """Bytes with the strings in them that could be more than noise."""

    def __init__(self, content: bytes, path: str) -> None:
        text = "\n".join(line for line, _, _ in lines(content))
        found = [Segment(f"{path}/strings", text, redactable=False)] if text else []
        super().__init__(content, None, path, found)
