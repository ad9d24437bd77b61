"""The words around a value and what they odds_around, in Python: `surroundings_native.c` says the same (see `glance.py`).

Texts are folded and in lower case: ASCII. A word counts by its first letters, a month, a given name or figures by their kind.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from recognizers.patterns import compiled

#: So much text is read before and after a value, and so many words and signs of it.
_BEFORE: Final = 170
_AFTER: Final = 130
_WORDS_BEFORE: Final = 14
_WORDS_AFTER: Final = 10
#: So many of the nearest, in so much text, tell of most values that all the others would not help: odds that are hopeless.
_NEAREST: Final = 4
_NEAR: Final = 70
_HOPELESS: Final = -2.5
_TOKEN: Final = compiled(r"[a-z]+|[0-9]+|[\n.,:;!?()]")
_FIGURES: Final = "#"
#: The kind of given names (see `kinds` of `surroundings`), and where a side ends.
NAME: Final = "~n"
_END: Final = "|"
_LINE_END: Final = "\n"
_ONCE: Final = frozenset((_FIGURES, NAME))
_STEM: Final = 6
_STOPS: Final = frozenset(".!?\n")
#: How many of the nearest words count by their place as well, and over how many stops the words of a side go.
PLACED: Final = 3
_MOST_STOPS: Final = 2
#: The sides, and how a word is looked at beside by its place: in the value's sentence and beyond, alone and behind another.
SIDES: Final = 2
WORD: Final = PLACED
PAIR: Final = WORD + 2
_LOOKS: Final = PAIR + 2
#: Figures by their shape (see `digits.shape`), four at most: a year, or one of two figures behind a day and a month.
_FIGURE: Final = b"0"
_UP_TO_FOUR: Final = re.compile(b"0{1,4}")
_YEAR: Final = 4
_SHORT_YEAR: Final = 2
_DAY_MONTH: Final = 9
_DAY_AND_MONTH: Final = compiled(r"([-/.])[0-9]{1,2}\1[0-9](?![0-9]{3})")
#: A weight: its side, look, word, the word nearer to the value ("" where the value is, and where the look is none of a pair).
Row = tuple[int, int, str, str, float]


class _Surroundings(NamedTuple):
    """Weights as `odds_around` looks them up: by side and look, then by word and the one nearer; and the kinds of words."""

    alone: tuple[dict[str, float], ...]
    pairs: tuple[dict[str, dict[str, float]], ...]
    kinds: Mapping[str, str]


def surroundings(rows: Iterable[Row], kinds: Mapping[str, str]) -> object:
    """Weights for `odds_around`, and for nothing else: rows (those alike add up), and kinds of words of at most 16 letters."""
    alone: tuple[dict[str, float], ...] = tuple({} for _ in range(SIDES * _LOOKS))
    pairs: tuple[dict[str, dict[str, float]], ...] = tuple({} for _ in range(SIDES * _LOOKS))
    for side, look, word, nearer, weight in rows:
        at = side * _LOOKS + look
        by_word, key = (pairs[at].setdefault(word, {}), nearer) if look >= PAIR else (alone[at], word)
        by_word[key] = by_word.get(key, 0.0) + weight
    return _Surroundings(alone, pairs, kinds)


def odds_around(weights: object, given: float, lower: str, start: int, end: int) -> float:
    """What the words around lower[start:end] add to the log odds `given`; minus infinity where the nearest leave no hope.

    Reads a fixed reach around the value.
    """
    if not isinstance(weights, _Surroundings):
        raise TypeError("weights are what surroundings() makes")
    kinds = weights.kinds
    nearest = _odds(weights, 0, before(lower[max(0, start - _NEAR) : start], kinds, _NEAREST))
    nearest += _odds(weights, 1, after(lower[end : end + _NEAR], kinds, _NEAREST))
    if given + nearest < _HOPELESS:
        return -math.inf
    odds = given + _odds(weights, 0, before(before_value(lower, start), kinds))
    return odds + _odds(weights, 1, after(after_value(lower, end), kinds))


def before_value(lower: str, start: int) -> str:
    """The text before a value that is read."""
    return lower[max(0, start - _BEFORE) : start]


def after_value(lower: str, end: int) -> str:
    """The text after a value that is read."""
    return lower[end : end + _AFTER]


def _odds(weights: _Surroundings, side: int, tokens: list[str]) -> float:
    """What the words of one side, from the value outwards, come to."""
    odds = 0.0
    first = side * _LOOKS
    for placed, token in zip(weights.alone[first : first + PLACED], tokens, strict=False):
        odds += placed.get(token, 0.0)
    words, pairs = weights.alone[first + WORD], weights.pairs[first + PAIR]
    stops = 0
    last = ""
    for token in tokens:
        odds += words.get(token, 0.0)
        if (pair := pairs.get(token)) and last in pair:
            odds += pair[last]
        last = token
        if token in _STOPS:
            stops += 1
            if stops > _MOST_STOPS:
                break
            words, pairs = weights.alone[first + WORD + 1], weights.pairs[first + PAIR + 1]
    return odds


def looks(tokens: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """How each word of a side, from the value outwards, is looked at: the look, the word and the one nearer to the value."""
    stops = 0
    last = ""
    for place, token in enumerate(tokens):
        if place < PLACED:
            yield place, token, ""
        beyond = 1 if stops else 0
        yield WORD + beyond, token, ""
        yield PAIR + beyond, token, last
        last = token
        if token in _STOPS:
            stops += 1
            if stops > _MOST_STOPS:
                break


def before(text: str, kinds: Mapping[str, str], most: int = _WORDS_BEFORE) -> list[str]:
    """The last `most` words and signs of a text, the last first."""
    return _tokens(_TOKEN.findall(text)[::-1], kinds, most)


def after(text: str, kinds: Mapping[str, str], most: int = _WORDS_AFTER) -> list[str]:
    """The first `most` words and signs of a text."""
    return _tokens(_TOKEN.findall(text), kinds, most)


def _tokens(words: list[str], kinds: Mapping[str, str], most: int) -> list[str]:
    """The first `most` words and signs, and the end where it is near: words that have a kind, and figures, by their kind.

    An empty line is an end as well: another paragraph says nothing of the value.
    """
    said: list[str] = []
    last = ""
    for word in words:
        if word == last == _LINE_END:
            break
        token = kinds.get(word) or (_FIGURES if word.isdigit() else word[:_STEM])
        if token != last or token not in _ONCE:
            said.append(token)
            last = token
            if len(said) == most:
                return said
    said.append(_END)
    return said


def years(text: str, shape: bytes, oldest: int, youngest: int) -> list[int]:
    """Where figures begin that may be the year of a date, in order: four that are one between these, or two as in "27/10/69".

    Longer figures are read by fours.
    """
    found: list[int] = []
    at = shape.find(_FIGURE)
    while at >= 0:
        figures = _UP_TO_FOUR.match(shape, at)
        end = figures.end() if figures else at
        if end - at == _YEAR:
            if oldest <= int(text[at:end]) <= youngest:
                found.append(at)
        elif end - at == _SHORT_YEAR and _DAY_AND_MONTH.match(text[max(0, at - _DAY_MONTH) : at][::-1]):
            found.append(at)
        at = shape.find(_FIGURE, end)
    return found
