"""Drawings that list what to draw (EMF, WMF, LibreOffice's own): what they write is overwritten in place.

[MS-EMF] and [MS-WMF] records say how long their text is: a letter or digit becomes a cross, and nothing moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gateway.extract.strings import lines
from gateway.model import Edit, Incomplete, Placeholder, Segment

_CROSS: Final = b"X\0"


def is_metafile(content: bytes) -> bool:
    """Whether `content` is a drawing of one of those kinds."""
    marks = b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00\x00", b"VCLMTF"
    return content[40:44] == b" EMF" or content.startswith(marks)


class Metafile:
    """One drawing: a line for each text with digits in it."""

    incomplete: Sequence[Incomplete] = ()

    def __init__(self, content: bytes, path: str) -> None:
        self._content, self._path = content, path
        self._lines = list(lines(content))
        text = "\n".join(line for line, _, _ in self._lines)
        self.segments = [Segment(f"{path}/strings", text)] if text else []

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        out, at = bytearray(self._content), 0
        for line, start, width in self._lines:
            for edit in edits:
                for index in range(max(edit.start - at, 0), min(edit.end - at, len(line))):
                    if line[index].isalnum():
                        out[start + index * width : start + (index + 1) * width] = _CROSS[:width]
            at += len(line) + 1
        return bytes(out)

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self._path:
            raise KeyError(path)
        return self._content
