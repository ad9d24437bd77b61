"""Rows of people and their numbers, without a header: "Roy;Jean;130692544" three times and more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from recognizers.everyday import is_name
from recognizers.page import Candidate, Page
from recognizers.sin_number import OTHER_NUMBER

#: One number in ten passes the Luhn check by chance; one list in a thousand of so many rows does.
_FEWEST_ROWS: Final = 3
_LONGEST_ROW: Final = 120
_WORD: Final = re.compile("[a-z]{2,}")
_MARK: Final = re.compile("[;,|\t]")


def listed_with_names(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those raised that stand in such rows: one to a line, beside nothing but names and figures."""
    bare = [one for one in candidates if one.entity_type == "CA_SIN" and "form" in one.evidence]
    if len(bare) < _FEWEST_ROWS:
        return candidates
    lines: dict[int, Candidate] = {}
    line = position = 0
    for one in sorted(bare, key=lambda one: one.start):
        line += page.lower.count("\n", position, one.start)
        position = one.start
        lines[line] = one
    if len(lines) < _FEWEST_ROWS:
        return candidates
    rows = [number for number in sorted(lines) if _is_row(page.lower, lines[number])]
    listed: set[int] = set()
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        if len(numbers) >= _FEWEST_ROWS and not _is_headed_otherwise(page.lower, lines[numbers[0]], numbers):
            listed |= {id(lines[number]) for number in numbers}
    return [one.weighed(0.6, "corroboration:rows") if id(one) in listed else one for one in candidates]


def _is_row(lower: str, one: Candidate) -> bool:
    """Whether names, at least one, and figures are all that the line of a number holds, in cells."""
    first, last = max(0, one.start - _LONGEST_ROW), one.end + _LONGEST_ROW + 1
    start, end = lower.rfind("\n", first, one.start) + 1 or first, lower.find("\n", one.end, last)
    line = lower[start : end if end >= 0 else last]
    words = _WORD.findall(line) if len(line) <= _LONGEST_ROW and _MARK.search(line) else []
    return bool(words) and all(map(is_name, words))


def _is_headed_otherwise(lower: str, first: Candidate, numbers: Sequence[int]) -> bool:
    """Whether the line above the first row names another kind of number."""
    end = lower.rfind("\n", 0, first.start)
    return (
        numbers[0] > 0 and OTHER_NUMBER.search(lower, max(0, lower.rfind("\n", 0, end) + 1), end) is not None
    )
