"""Spans that do not overlap, with look-up in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


def any_in(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the sorted `places` is in [first, last), in logarithmic time."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


class Spans:
    """A set of (start, end) spans, none of which overlaps another."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)
            elif not self.touch(start, end):
                self.add(start, end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def add(self, start: int, end: int) -> None:
        """Adds a span that overlaps none of those held."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def touch(self, start: int, end: int) -> bool:
        """Whether a span held shares a character with [start, end)."""
        return bisect_right(self._ends, start) < bisect_left(self._starts, end)

    def free(self, places: Iterable[int], size: int) -> list[int]:
        """Those of the places from which on so many characters are in no span held."""
        starts, ends, held = self._starts, self._ends, len(self._starts)
        return [
            at
            for at in places
            if (next_held := bisect_right(ends, at)) == held or starts[next_held] >= at + size
        ]

    def overlapping(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans held that share a character with [start, end)."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return list(zip(self._starts[first:last], self._ends[first:last], strict=True))
