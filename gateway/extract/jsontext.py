"""JSON: values behind the names of their fields, and values put into it so that it stays JSON (RFC 8259)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.extract.partdates import of_json
from gateway.mime.lens import OffsetMap, Splice

_FIELD: Final = re.compile(
    r'(?:"([^"\\]{1,60})"\s*+:\s*+\{\s*+)?"([^"\\]{1,60})"\s*+:\s*+(?:"([^"\\]{5,80})"|(-?\d{5,20})(?![\d.]))'
)
#: A field that says what another field of the same object holds, as exported forms have them.
_NAMING: Final = re.compile(
    r'"(?:question|label|libell[eé]|name|nom|title|titre|champ|field|key|cl[eé])"\s*+:\s*+"([^"\\]{2,80})"',
    re.IGNORECASE,
)
_REST: Final = re.compile(r"[^{}]{0,400}+")
_HELD: Final = re.compile(r':\s*+(?:"([^"\\]{5,80})"|(-?\d{5,20})(?![\d.]))')
_FIGURES: Final = re.compile(r"\d(?:\D{0,3}\d){4}")
#: Where one word of a name ends and the next begins: "numeroNas", "noNAS".
_WORD_ENDS: Final = re.compile(r"(?<=[a-z\xe0-\xff])(?=[A-Z])")
#: An end is not asked for: what does not end is looked at once.
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)', re.DOTALL)
_BARE: Final = re.compile(r"[-+.0-9eE]++")
_MILLISECONDS: Final = re.compile(r"-?\d{9,13}")
_QUARTER: Final = 900_000
_FIRST, _EARLIEST, _LATEST = date(1970, 1, 1), date(1900, 1, 1), date(2100, 1, 1)
_BARE_SIGNS: Final = frozenset("-+.0123456789eE")


class JsonFields:
    """`text` is a line for each value of `source` whose name the text as it stands does not tell, of several words in one,
    within another field or said by a field beside it, for each number that lost its zeros or is a day, and for each day whose
    year, month and day are values of their own."""

    def __init__(self, source: str) -> None:
        self._offsets = OffsetMap()
        pieces: list[str] = []
        for found in _FIELD.finditer(source):
            place = 3 if found[3] is not None else 4
            name = _WORD_ENDS.sub(" ", f"{found[1] or ''} {found[2]}").strip()
            before = guess(found[4], EPOCH) or _day_of(found[4]) if found[4] else ""
            if (name == found[2] and not before) or not _FIGURES.search(found[place]):
                continue
            pieces += self._line(name, before or found[place], found.start(place), len(found[place]))
        namings = list(_NAMING.finditer(source))
        for naming, following in zip_longest(namings, namings[1:]):
            rest = _REST.match(source, naming.end(), following.start() if following else len(source))
            for held in _HELD.finditer(source, naming.end(), rest.end() if rest else naming.end()):
                place = 1 if held[1] is not None else 2
                if _FIGURES.search(held[place]):
                    pieces += self._line(naming[1], held[place], held.start(place), len(held[place]))
        for day in of_json(source):
            for text, (start, end) in day.pieces():
                self._offsets.add(len(text), start, end - start)
                pieces.append(text)
        self.text = "".join(pieces)

    def _line(self, name: str, value: str, start: int, length: int) -> Sequence[str]:
        """A line of `value`, which stands in source[start:start + length]."""
        line = f"{name}: ", value, "\n"
        for text, at, size in zip(line, (0, start, 0), (0, length, 0), strict=True):
            self._offsets.add(len(text), at, size)
        return line

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return [splice for splice in self._offsets.pull(splices) if splice[0] < splice[1]]


def _day_of(number: str) -> str:
    """The day of milliseconds since 1970 that are whole quarters of an hour, as programs write a day; "" for another number."""
    moment = int(number) if _MILLISECONDS.fullmatch(number) else 1
    if moment % _QUARTER:
        return ""
    day = _FIRST + timedelta(milliseconds=moment)
    return day.isoformat() if _EARLIEST <= day <= _LATEST else ""


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
