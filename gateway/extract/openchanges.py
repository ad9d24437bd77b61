"""Tracked changes of OpenDocument text: what was deleted stands at its head, where it stood there is a mark (OpenDocument 1.3
part 3, §5.5)."""

from __future__ import annotations

import re
from typing import Final

from gateway.extract.spelled import Spelled

#: The local names of the elements that say so.
OPEN_CHANGES: Final = frozenset(
    (
        b"changed-region",
        b"deletion",
        b"change-info",
        b"change",
        b"change-start",
        b"change-end",
        b"tracked-changes",
    )
)
_ID: Final = re.compile(rb"""(?:text|xml):(?:change-)?id\s*=\s*["']([^"'<]{1,100})["']""")


class OpenChanges:
    """Where deletions, insertions and their marks stand, as places in a text that is being read."""

    def __init__(self) -> None:
        self._region = b""
        self._deleted: dict[bytes, tuple[int, int]] = {}
        self._begun: dict[bytes, int] = {}
        self._marks: list[
            tuple[int, int, bytes]
        ] = []  # (start, end of what was inserted, the id of what was deleted)
        self._start, self._body = 0, 0

    def tag(self, name: bytes, attributes: bytes, text: Spelled, *, is_end: bool) -> None:
        """One of those tags, behind that text."""
        place = text.length
        if name in (b"deletion", b"change-info"):
            if name == b"deletion" and is_end and self._region:
                self._deleted[self._region] = self._start, place - text.ends_line()
            self._start = place
            return
        if name == b"tracked-changes":
            self._body = place
            return
        if is_end or not (found := _ID.search(attributes)):
            return
        if name == b"changed-region":
            self._region = found[1]
        elif name == b"change":
            self._marks.append((place, place, found[1]))
        elif name == b"change-start":
            self._begun[found[1]] = place
        elif name == b"change-end" and found[1] in self._begun:
            self._marks.append((self._begun.pop(found[1]), place, b""))

    def before(self, length: int) -> list[tuple[int, int]]:
        """The spans of the text, which has so many characters, as it was before all changes; nothing where there are none."""
        spans: list[tuple[int, int]] = []
        done = self._body
        for start, end, deleted in sorted(self._marks):
            if start < done:
                continue
            spans.append((done, start))
            if deleted in self._deleted:
                spans.append(self._deleted[deleted])
            done = end
        return [*spans, (done, length)] if self._marks else []
