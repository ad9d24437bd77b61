"""Plain text as it is shown: control characters (a NUL between two digits) show as nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gateway.mime.lens import OffsetMap, Splice
from gateway.octets import UNSHOWN, controls

CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]+")


def has_controls(data: bytes) -> bool:
    """Whether there is a control character in text, asked of its bytes: far sooner than by the pattern."""
    return controls(data, UNSHOWN) != 0


class PlainText:
    """`source` without its control characters."""

    __slots__ = ("_offsets", "text")

    def __init__(self, source: str) -> None:
        self._offsets = OffsetMap()
        pieces: list[str] = []
        done = 0
        for found in CONTROLS.finditer(source):
            pieces.append(source[done : found.start()])
            self._offsets.add(found.start() - done, done, found.start() - done)
            done = found.end()
        pieces.append(source[done:])
        self._offsets.add(len(source) - done, done, len(source) - done)
        self.text = "".join(pieces)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source; control characters inside a cut stay."""
        return self._offsets.pull(splices)
