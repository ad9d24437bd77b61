"""What a pattern's match may begin with, told character by character: a sieve, through which most places of a text do not pass.

The engine takes a hundred steps to learn that nothing begins at a place, and most searches find nothing. A sieve (see
`sieves_native.c`) tells that of most places by looking up the first characters and the one before them; and what every match
holds further on, a colon, a figure, is looked for before the engine tries how far it comes. Left out are only ever places where
no match can begin; what passes, the engine is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, reduce
from importlib import import_module
from itertools import pairwise, takewhile, zip_longest
from operator import or_
from typing import Any, Final

_constants: Final[Any] = import_module("re._constants")
#: So many characters are looked at, and so many ways to begin are told apart: fewer characters where there are more ways.
DEPTH: Final = 4
_MOST_WAYS: Final = 400
#: Sets of characters are whole numbers: a bit for each of ASCII, one for where there is none (the text begins or ends there), and
#: one for all other characters together, which none tells apart.
NOTHING: Final = 128
OTHER: Final = 129
_OTHERS: Final = 1 << OTHER
_CHARACTERS: Final = (1 << NOTHING) - 1 | _OTHERS
_ANYTHING: Final = (1 << OTHER + 1) - 1
#: So many groups of ways has a sieve, a bit of an octet for each; what has more is gathered into as many neighbours first.
_GROUPS: Final = 8
_NEIGHBOURS: Final = 64
#: A sieve through which more of the places of a text pass than this is none.
_COARSEST: Final = 0.3
#: What every match holds is looked for where it stands at fewer of the places of a text than this.
_SCARCE: Final = 0.08
#: How often each kind of character stands in what people write.
_OFTEN: Final = (
    ("abcdefghijklmnopqrstuvwxyz", 0.7),
    (" ", 0.15),
    ("0123456789", 0.06),
    ("\n", 0.03),
    (".,:-'/", 0.04),
)
_SELDOM: Final = 0.02
_REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_CATEGORIES: Final = {
    _constants.CATEGORY_DIGIT: (r"\d", 0),
    _constants.CATEGORY_NOT_DIGIT: (r"\d", _CHARACTERS),
    _constants.CATEGORY_SPACE: (r"\s", 0),
    _constants.CATEGORY_NOT_SPACE: (r"\s", _CHARACTERS),
    _constants.CATEGORY_WORD: (r"\w", 0),
    _constants.CATEGORY_NOT_WORD: (r"\w", _CHARACTERS),
}
#: A way to begin: what may stand before, the nearest first, the first characters one after the other, and whether anything may
#: follow these.
_Way = tuple[tuple[int, ...], tuple[int, ...], bool]
_NO_CHARACTER: Final[_Way] = ((), (), False)
_WHATEVER: Final[_Way] = ((), (), True)


class _TooManyError(Exception):
    """There are more ways to begin than a sieve can tell apart."""


def sieve_of(tree: Any, flags: int) -> bytes | None:
    """The sieve of a parsed pattern: for what stands before a place, and for each of `DEPTH` characters, an octet for each of
    ASCII, one for nothing and one for any other. A place passes where the octets have a bit in common. None where it would keep
    back too little.
    """
    if (flags | tree.state.flags) & (re.IGNORECASE | re.MULTILINE):
        return None
    for depth in range(DEPTH, 0, -1):
        try:
            ways = _ways(tree, depth)
        except _TooManyError:
            continue
        groups = _gathered({_row(*way) for way in ways})
        if sum(map(_share, groups)) > _COARSEST:
            return None
        return bytes(
            sum((group[column] >> character & 1) << bit for bit, group in enumerate(groups))
            for column in range(1 + DEPTH)
            for character in range(OTHER + 1)
        )
    return None


def needed_by(tree: Any, flags: int) -> bytes | None:
    """Of which characters every match of a parsed pattern has one behind its first: 1 for each. None where they are many."""
    if (flags | tree.state.flags) & re.IGNORECASE:
        return None
    needed = min(_needed(tree)[1:], key=_how_often, default=_ANYTHING)
    if _how_often(needed) > _SCARCE:
        return None
    return bytes(needed >> character & 1 for character in range(OTHER + 1))


def _needed(steps: Iterable[tuple[Any, Any]]) -> list[int]:
    """Sets of characters of each of which every match has one, in order."""
    found: list[int] = []
    for kind, given in steps:
        characters = _characters(kind, given)
        if characters is not None:
            found.append(characters)
        elif kind is _constants.BRANCH:
            scarcest = [min(_needed(one), key=_how_often, default=_ANYTHING) for one in given[1]]
            found.append(reduce(or_, scarcest))
        elif kind is _constants.SUBPATTERN:
            found += [] if given[1] & re.IGNORECASE else _needed(given[3])
        elif kind is _constants.ATOMIC_GROUP:
            found += _needed(given)
        elif kind in _REPEATS and given[0]:
            found += _needed(given[2])
        elif kind is _constants.ASSERT and given[0] > 0:
            found += _needed(given[1])
    return found


def _ways(steps: Sequence[tuple[Any, Any]], depth: int) -> set[_Way]:
    """How a match of these steps may begin. Raises _TooManyError."""
    ways = {_NO_CHARACTER}
    for at, (kind, given) in enumerate(steps):
        if all(is_open or len(first) >= depth for _, first, is_open in ways):
            break
        if kind is _constants.ASSERT and given[0] > 0:
            further = _ways(steps[at + 1 :], depth)
            ahead = _ways(given[1], depth)
            return _joined(ways, [_both(one, other) for one in ahead for other in further], depth)
        ways = _joined(ways, _of_step(kind, given, depth), depth)
    return ways


def _joined(ways: Iterable[_Way], further: Iterable[_Way], depth: int) -> set[_Way]:
    """Each of `ways`, and behind it each of the further ones. Raises _TooManyError."""
    found: set[_Way] = set()
    further = [*further]
    for one in ways:
        before, first, is_open = one
        if is_open or len(first) >= depth:
            found.add(one)
            continue
        for then_before, then_first, then_open in further:
            # What must stand before the second is the end of the first, and before that.
            passed = _each_of((*reversed(first), *before), then_before)
            if all(passed):
                until = len(first)
                found.add((passed[until:], (*reversed(passed[:until]), *then_first)[:depth], then_open))
        if len(found) > _MOST_WAYS:
            raise _TooManyError
    return found


def _both(one: _Way, other: _Way) -> _Way:
    """What begins in the one way and in the other, which tells how far it is known."""
    (before, first, _), (other_before, other_first, is_open) = one, other
    shared = _each_of(first, other_first)
    return _each_of(before, other_before), shared if is_open else shared[: len(other_first)], is_open


def _each_of(some: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    """What may stand at each place where both the ones and the others tell of it, or either."""
    return tuple(one & other for one, other in zip_longest(some, others, fillvalue=_ANYTHING))


def _of_step(kind: Any, given: Any, depth: int) -> Iterable[_Way]:
    """How a match of one step may begin. Raises _TooManyError."""
    characters = _characters(kind, given)
    if characters is not None:
        return [((), (characters,), False)]
    if kind is _constants.BRANCH:
        return set().union(*(_ways(one, depth) for one in given[1]))
    if kind is _constants.SUBPATTERN:
        return [_WHATEVER] if given[1] & (re.IGNORECASE | re.MULTILINE) else _ways(given[3], depth)
    if kind is _constants.ATOMIC_GROUP:
        return _ways(given, depth)
    if kind in _REPEATS:
        least, most, inner = given
        return _repeated(least, most, inner, depth)
    if kind is _constants.AT:
        is_first = given in (_constants.AT_BEGINNING, _constants.AT_BEGINNING_STRING)
        return [((1 << NOTHING,) if is_first else (), (), False)]
    if kind is _constants.ASSERT and given[0] < 0:
        return [(_behind(given[1]), (), False)]
    if kind is _constants.ASSERT_NOT:
        direction, inner = given
        behind = _characters(*inner[0]) if direction < 0 and len(inner) == 1 else None
        return [(() if behind is None else (_ANYTHING & ~behind | _OTHERS,), (), False)]
    return [_WHATEVER]


def _behind(steps: Sequence[tuple[Any, Any]]) -> tuple[int, ...]:
    """What stands before, the nearest first, where these steps match what ends there: as far as they are single characters."""
    found = takewhile(lambda one: one is not None, (_characters(*step) for step in reversed(steps)))
    return tuple(one for one in found if one is not None)[: 1 + DEPTH]


def _repeated(least: int, most: int, inner: Any, depth: int) -> set[_Way]:
    once = _ways(inner, depth)
    found = {_NO_CHARACTER} if least == 0 else set()
    now = {_NO_CHARACTER}
    times = min(most, depth)  # more are told by their first
    for count in range(1, times + 1):
        now = _joined(now, once, depth)
        if count >= min(least, times):
            found |= now
    return found


def _characters(kind: Any, given: Any) -> int | None:
    """The characters that a step of one character matches; None for a step of another kind."""
    if kind is _constants.LITERAL:
        return _one(given)
    if kind is _constants.NOT_LITERAL:
        return _CHARACTERS & ~_one(given) | _OTHERS
    if kind is _constants.ANY:
        return _CHARACTERS
    if kind is not _constants.IN:
        return None
    found = 0
    is_negative = False
    for member, value in given:
        if member is _constants.NEGATE:
            is_negative = True
        elif member is _constants.LITERAL:
            found |= _one(value)
        elif member is _constants.RANGE:
            first, last = value
            found |= sum(map(_one, range(first, min(last + 1, NOTHING)))) | _one(last)
        else:
            found |= _category(value)
    return _CHARACTERS & ~found | _OTHERS if is_negative else found


def _one(character: int) -> int:
    return 1 << character if character < NOTHING else _OTHERS


@cache
def _category(name: Any) -> int:
    words, turned = _CATEGORIES[name]
    found = sum(_one(character) for character in range(NOTHING) if re.match(words, chr(character)))
    return turned ^ found | _OTHERS


def _row(before: tuple[int, ...], first: tuple[int, ...], _: bool) -> tuple[int, ...]:
    """A way as a column of a sieve has it: what may stand right before, and at each of `DEPTH` places."""
    return before[0] if before else _ANYTHING, *first, *(_ANYTHING,) * (DEPTH - len(first))


def _gathered(rows: set[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """As many groups as an octet has bits: those ways become one of which the least passes that neither lets pass."""
    groups = sorted(rows, key=lambda row: row[1:])
    if len(groups) > _NEIGHBOURS:
        ends = [len(groups) * part // _NEIGHBOURS for part in range(_NEIGHBOURS + 1)]
        groups = [_as_one(*groups[start:end]) for start, end in pairwise(ends)]
    while len(groups) > _GROUPS:
        gains = [_share(_as_one(*pair)) - _share(pair[0]) - _share(pair[1]) for pair in pairwise(groups)]
        at = gains.index(min(gains))
        groups[at : at + 2] = [_as_one(*groups[at : at + 2])]
    return groups


def _as_one(*rows: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(reduce(or_, column) for column in zip(*rows, strict=True))


@lru_cache(maxsize=100_000)
def _share(row: tuple[int, ...]) -> float:
    """How many of the places of a text pass, about."""
    share = 1.0
    for characters in row:
        share *= _how_often(characters)
    return share


@lru_cache(maxsize=100_000)
def _how_often(characters: int) -> float:
    found = 0.0
    for kind, often in _KINDS:
        found += often * (characters & kind).bit_count() / kind.bit_count()
    return found


def _as_set(characters: str) -> int:
    return sum(map(_one, map(ord, characters)))


_KINDS: Final = (
    *((_as_set(characters), often) for characters, often in _OFTEN),
    (_ANYTHING & ~_OTHERS & ~_as_set("".join(characters for characters, _ in _OFTEN)), _SELDOM),
)
