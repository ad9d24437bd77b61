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
# The same on one line, in a shape of the bytes: most of what comes here is noise, in which there are few or none, and `re`
# jumps from one octet to the next that is the same, but goes step by step from one digit to the next.
_NARROW_DIGITS: Final = re.compile(rb"0(?:x{0,12}+0){4}")
_ON_A_LINE: Final = frozenset((9, *range(32, 127), *range(128, 256)))
_SHAPE: Final = bytes(
    ord("0") if octet in b"0123456789" else ord("x") if octet in _ON_A_LINE else ord("\n") if octet else 0
    for octet in range(256)
)
_WIDE_DIGIT: Final = re.compile(rb"0\0")
_WIDE_DIGITS: Final = re.compile(
    rb"[0-9]\x00(?:(?:[\x09\x20-\x2f\x3a-\xff]\x00|[\x00-\x6f]\x20){0,12}[0-9]\x00){4}"
)
_REST_OF_LINE: Final = re.compile(rb"[\x09\x20-\x7e\x80-\xff]*+")
_BEFORE: Final = 64 * 1024  # octets before the digits in which their line begins


def words(data: bytes) -> str:
    """The runs of readable characters, wide ones first, each on a line of its own."""
    narrow = (match[0].decode("cp1252", "replace") for match in _NARROW.finditer(data))
    return "\n".join((*(text for text, _ in _wide(data)), *narrow)).replace("\r", "\n")


def lines(data: bytes) -> Iterator[tuple[str, int, int]]:
    """The lines of those runs that could be more than noise, each with where it begins and how many bytes its characters
    have."""
    shape = data.translate(_SHAPE)
    if any(_WIDE_DIGITS.match(data, found.start()) for found in _WIDE_DIGIT.finditer(shape)):
        for text, start in _wide(data):
            for line in text.replace("\r", "\n").split("\n"):
                if _DIGITS.search(line):
                    yield line, start, 2
                start += (len(line) + 1) * 2
    done = 0
    while found := _NARROW_DIGITS.search(shape, done):
        since = max(done, found.start() - _BEFORE)
        breaks = (shape.rfind(kind, since, found.start()) for kind in (b"\n", b"\0"))
        start = max(since, *(at + 1 for at in breaks))
        rest = _REST_OF_LINE.match(data, found.end())
        done = rest.end() if rest else found.end()
        yield data[start:done].decode("cp1252", "replace"), start, 1


def _wide(data: bytes) -> Iterator[tuple[str, int]]:
    for match in _WIDE.finditer(data):
        yield match[0].decode("utf-16-le", "replace"), match.start()


class Strings(Unread):
    """Bytes with the strings in them that could be more than noise."""

    def __init__(self, content: bytes, path: str) -> None:
        text = "\n".join(line for line, _, _ in lines(content))
        found = [Segment(f"{path}/strings", text, redactable=False)] if text else []
        super().__init__(content, None, path, found)
