"""JSON: values behind the names of their fields, and values put into it so that it stays JSON (RFC 8259)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.mime.lens import OffsetMap, Splice

_FIELD: Final = re.compile(
    r'(?:"([^"\\]{1,60})"\s*+:\s*+\{\s*+)?"([^"\\]{1,60})"\s*+:\s*+(?:"([^"\\]{5,80})"|(-?\d{5,20})(?![\d.]))'
)
_FIGURES: Final = re.compile(r"\d(?:\D{0,3}\d){4}")
#: Where one word of a name ends and the next begins: "numeroNas", "noNAS".
_WORD_ENDS: Final = re.compile(r"(?<=[a-z\xe0-\xff])(?=[A-Z])")
#: An end is not asked for: what does not end is looked at once.
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)', re.DOTALL)
_BARE: Final = re.compile(r"[-+.0-9eE]++")
_BARE_SIGNS: Final = frozenset("-+.0123456789eE")


class JsonFields:
    """`text` is a line for each value of `source` whose name the text as it stands does not tell, of several words in one or
    within another field, and for each number that lost its zeros or is a day."""

    def __init__(self, source: str) -> None:
        self._offsets = OffsetMap()
        pieces: list[str] = []
        for found in _FIELD.finditer(source):
            place = 3 if found[3] is not None else 4
            name = _WORD_ENDS.sub(" ", f"{found[1] or ''} {found[2]}").strip()
            before = guess(found[4], EPOCH) if found[4] else ""
            if (name == found[2] and not before) or not _FIGURES.search(found[place]):
                continue
            for text, start, length in (
                (f"{name}: ", 0, 0),
                (before or found[place], found.start(place), len(found[place])),
                ("\n", 0, 0),
            ):
                pieces.append(text)
                self._offsets.add(len(text), start, length)
        self.text = "".join(pieces)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return [splice for splice in self._offsets.pull(splices) if splice[0] < splice[1]]


def as_strings(source: str, splices: Sequence[Splice[str]]) -> Iterator[Splice[str]]:
    """`splices` of JSON, in order; what stands in the place of a number is a string."""
    strings = [found.span() for found in _STRING.finditer(source)] if splices else []
    starts = [start for start, _ in strings]
    for start, end, new in splices:
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < strings[at][1]:
            yield start, end, new
            continue
        while start and source[start - 1] in _BARE_SIGNS:
            start -= 1
        bare = _BARE.match(source, end) if source[end - 1 : end] in _BARE_SIGNS else None
        yield start, bare.end() if bare else end, f'"{new}"'
