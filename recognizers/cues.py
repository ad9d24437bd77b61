"""Finds cue words cheaply: rare runs of letters first, whole patterns only where one stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

FAR: Final = 1_000_000_000
_BEFORE: Final = 28


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a text: where it stands and what kind of cue it is."""

    start: int
    end: int
    kind: str


class CueTable:
    """Cues as rows (stem, kind, pattern[, before]).

    Wherever the stem stands, `pattern` is matched from there, and `before` must be found at the end of the 28
    characters to its left; the cue then begins where `before` does. Looking for a dozen stems costs less than one
    pattern that begins with alternatives.

    `words` and `parts` make the usual case, a text without any cue, cheaper still: where none of `words` is a word of
    the text and none of `parts` stands in it, no row can match.
    """

    def __init__(self, rows: Iterable[Sequence[str]], *, words: str = "", parts: Sequence[str] = ()) -> None:
        self._rows = tuple(
            (stem, kind, re.compile(pattern), re.compile(f"(?:{before[0]})$") if before else None)
            for stem, kind, pattern, *before in rows
        )
        self._words = frozenset(words.split())
        self._parts = tuple(parts)

    def find(self, lower: str, words: Set[str] | None = None) -> list[Cue]:
        """The cues in lower-case text, in order; where two overlap, both. `words` are the words of the text, if known."""
        if (
            words is not None
            and self._words.isdisjoint(words)
            and not any(part in lower for part in self._parts)
        ):
            return []
        cues: list[Cue] = []
        for stem, kind, pattern, before in self._rows:
            if stem in lower:
                cues += _cues(lower, stem, kind, pattern, before)
        cues.sort(key=lambda cue: cue.start)
        return cues


def _cues(
    lower: str, stem: str, kind: str, pattern: re.Pattern[str], before: re.Pattern[str] | None
) -> Iterator[Cue]:
    for at in places(stem, lower):
        if not (found := pattern.match(lower, at)):
            continue
        start = at
        if before:
            left = lower[max(0, at - _BEFORE) : at]
            if not (lead := before.search(left)):
                continue
            start -= len(left) - lead.start()
        yield Cue(start, found.end(), kind)


def places(stem: str, text: str) -> Iterator[int]:
    """Where `stem` stands in `text`."""
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + 1)


class CueLine:
    """Cues in order, with the distance from a value to the nearest in logarithmic time."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = list(cues)
        self._starts = [cue.start for cue in self.cues]
        self._ends = sorted(cue.end for cue in self.cues)

    def distance(self, start: int, end: int) -> int:
        """Characters between text[start:end] and the nearest cue: before it, or (counted double) after it."""
        before = bisect_right(self._ends, start)
        after = bisect_left(self._starts, end)
        left = start - self._ends[before - 1] if before else FAR
        right = 2 * (self._starts[after] - end) + 5 if after < len(self._starts) else FAR
        return min(left, right)
