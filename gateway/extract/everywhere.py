"""A value that was found in one place of a document is cut in every place of it, cue or no cue, however it is spelled there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.model import Edit, Segment

_LEAST_DIGITS: Final = 5
_LEAST_GROUPED: Final = 8  # signs of a value that is the same with other blanks and signs in it
_MOST_GROUPED: Final = 40
_LEAST_STRIPPED: Final = 7  # figures that are left of a number which a program took for an amount
_BETWEEN: Final = r"[\W_]{0,2}"


def elsewhere(segments: Sequence[Segment], edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits for the same values at other places: a sheet's name in a formula, a field's value in its properties, a number
    without its blanks or its leading zeros in the values that a chart keeps."""
    texts = {segment.path: segment.text for segment in segments}
    wanted: dict[str, str] = {}
    values: set[str] = set()
    for edit in edits:
        value = texts.get(edit.segment, "")[edit.start : edit.end].strip()
        if sum(map(str.isdigit, value)) >= _LEAST_DIGITS:
            values.add(value)
            wanted[_core(value)] = edit.replacement
    if not wanted:
        return
    known: dict[str, list[tuple[int, int]]] = {}
    for edit in edits:
        known.setdefault(edit.segment, []).append((edit.start, edit.end))
    ways = re.compile(
        "|".join(way for value in sorted(values, key=len, reverse=True) for way in _ways(value))
    )
    for path, text in texts.items():
        taken = sorted(known.get(path, ()))
        for match in ways.finditer(text):
            if not _overlaps(taken, *match.span()):
                yield Edit(path, match.start(), match.end(), wanted[_core(match[0])])


def _core(value: str) -> str:
    """What is the same however a value is spelled."""
    return re.sub(r"[\W_]", "", value).lstrip("0")


def _ways(value: str) -> Iterator[str]:
    """Patterns of the spellings of a value, itself first."""
    yield re.escape(value)
    signs = re.sub(r"[\W_]", "", value)
    if not _LEAST_GROUPED <= len(signs) <= _MOST_GROUPED or not signs.isascii():
        return
    yield rf"(?<![^\W_]){_BETWEEN.join(signs)}(?![^\W_])"
    figures = signs.lstrip("0")
    if signs.isdigit() and _LEAST_STRIPPED <= len(figures) < len(signs):
        yield rf"(?<![^\W_]){figures}(?![^\W_])"


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether text[start:end] meets one of the spans, which are sorted and apart."""
    at = bisect_right(taken, (end, -1)) - 1
    return at >= 0 and taken[at][1] > start and taken[at][0] < end
