"""A value that was found in one place of a document is cut in every place of it, cue or no cue, however it is spelled there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from gateway.model import Edit, Segment

_LEAST_DIGITS: Final = 5
_LEAST_GROUPED: Final = 8  # signs of a value that is the same with other blanks and signs in it
_MOST_GROUPED: Final = 40
_LEAST_STRIPPED: Final = 7  # figures that are left of a number which a program took for an amount
_WORD: Final = re.compile(r"[^\W_]+")
_NEXT: Final = re.compile(r"[\W_]{1,2}([^\W_]+)")


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
    finder = _Finder(values)
    for path, text in texts.items():
        taken = sorted(known.get(path, ()))
        for start, end in finder.spans(text):
            if not _overlaps(taken, start, end):
                yield Edit(path, start, end, wanted[_core(text[start:end])])


def _core(value: str) -> str:
    """What is the same however a value is spelled."""
    return re.sub(r"[\W_]", "", value).lstrip("0")


class _Finder:
    """Where any of `values` stands in a text, in time that does not grow with their number: as it is, in the midst of a word,
    too, and between other words with other blanks and signs in it, or without its leading zeros."""

    def __init__(self, values: Iterable[str]) -> None:
        self._as_it_is = re.compile(_any_of(sorted(values)))
        self._forms: set[str] = set()
        for value in values:
            signs = re.sub(r"[\W_]", "", value)
            if _LEAST_GROUPED <= len(signs) <= _MOST_GROUPED and signs.isascii():
                self._forms.add(signs)
                figures = signs.lstrip("0")
                if signs.isdigit() and len(figures) >= _LEAST_STRIPPED:
                    self._forms.add(figures)
        self._beginnings = {form[:length] for form in self._forms for length in range(1, len(form) + 1)}

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of each place, in order and apart."""
        found = [place.span() for place in self._as_it_is.finditer(text)]
        for word in _WORD.finditer(text):
            if word[0] in self._beginnings and (end := self._end(text, word)):
                found.append((word.start(), end))
        done = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= done:
                yield start, end
                done = end

    def _end(self, text: str, word: re.Match[str]) -> int:
        """Where the longest form ends that begins with `word`; 0 where none does."""
        said, place = word[0], word.end()
        end = place if said in self._forms else 0
        while said in self._beginnings and (more := _NEXT.match(text, place)):
            said, place = said + more[1], more.end()
            end = place if said in self._forms else end
        return end


def _any_of(words: Sequence[str]) -> str:
    """A pattern for any of the words, which are sorted, by their common beginnings; the longest first."""
    if len(words) == 1:
        return re.escape(words[0])
    ways: list[str] = []
    for first, group in groupby((word for word in words if word), key=itemgetter(0)):
        ways.append(re.escape(first) + _any_of([word[1:] for word in group]))
    if len(ways) == 1 and words[0]:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'' if words[0] else '?'}"


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether text[start:end] meets one of the spans, which are sorted and apart."""
    at = bisect_right(taken, (end, -1)) - 1
    return at >= 0 and taken[at][1] > start and taken[at][0] < end
