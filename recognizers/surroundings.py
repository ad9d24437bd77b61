"""The words around a value and what they weigh, in Python: `surroundings_native.c` says the same (see `glance.py`).

Texts are folded and in lower case: ASCII. A word counts by its first letters, a month, a given name or figures by their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from recognizers.patterns import compiled

#: So many of the nearest, in so much text, tell of most values that all the others would not help: odds that are hopeless,
#: in hundredths.
_NEAREST: Final = 4
_NEAR: Final = 70
_HOPELESS: Final = -250
_TOKEN: Final = compiled(r"[a-z]+|[0-9]+|[\n.,:;!?()]")
_FIGURES: Final = "#"
#: The kind of given names (see `kinds` of `surroundings`), and where a side ends.
NAME: Final = "~n"
_END: Final = "|"
_LINE_END: Final = "\n"
_ONCE: Final = frozenset((_FIGURES, NAME))
_STEM: Final = 6
_STOPS: Final = frozenset(".!?\n")
#: How many of the nearest words count by their place as well,
PLACED: Final = 3
#: The sides, and how a word is looked at beside by its place: in the value's sentence and beyond, alone and behind another.
SIDES: Final = "<>"
WORD: Final = PLACED
PAIR: Final = WORD + 2
_LOOKS: Final = PAIR + 2
#: The forms of a feature: of a word wherever it stands, of one that follows another; and how a line end is written.
ANYWHERE: Final = "*"
PAIRED: Final = "_"
_WRITTEN_END: Final = "/"
#: Figures by their shape (see `digits.shape`), four at most: a year, or one of two figures behind a day and a month.
_TWO_TO_FOUR: Final = re.compile(b"00{1,3}")
_YEAR: Final = 4
_SHORT_YEAR: Final = 2
_DAY_MONTH: Final = 9
_DATE_SIGNS: Final = frozenset("-/.")
_DAY_AND_MONTH: Final = compiled(r"([-/.])[0-9]{1,2}\1[0-9](?![0-9]{3})")


class Reach(NamedTuple):
    """How far is read around a value: so much text before and after it, so many words and signs of it, over so many stops."""

    before: int
    after: int
    words_before: int
    words_after: int
    stops: int


#: What tells of a date stands near; what a number is for may be told sentences before.
NARROW: Final = Reach(170, 130, 14, 10, 2)
WIDE: Final = Reach(280, 200, 24, 16, 3)


class _Surroundings(NamedTuple):
    """Weights as `odds_around` looks them up: anywhere, by side and look, by word and the one nearer; kinds of words; how far."""

    anywhere: dict[str, int]
    alone: tuple[dict[str, int], ...]
    pairs: tuple[dict[str, dict[str, int]], ...]
    kinds: Mapping[str, str]
    reach: Reach


def surroundings(lines: str, kinds: Mapping[str, str], wide: bool) -> object:
    """Weights for `odds_around`, and for nothing else: a feature a line (see `context.features`) and its weight in hundredths.

    `kinds` are those of words of at most 16 letters; what stands around is read WIDE or NARROW. Raises ValueError for a line
    that is none.
    """
    looked_up = _Surroundings(
        {},
        tuple({} for _ in range(len(SIDES) * _LOOKS)),
        tuple({} for _ in range(len(SIDES) * _LOOKS)),
        kinds,
        WIDE if wide else NARROW,
    )
    for line in lines.splitlines():
        feature, _, weight = line.replace(_WRITTEN_END, _LINE_END).rpartition(" ")
        _put_away(looked_up, feature, int(weight))
    return looked_up


def _put_away(weights: _Surroundings, feature: str, weight: int) -> None:
    mark, rest = feature[:1], feature[1:]
    if mark == ANYWHERE:
        weights.anywhere[rest] = weight
        return
    first = SIDES.index(mark) * _LOOKS
    beyond = rest[:1] == mark
    nearer, pair, word = rest[beyond:].rpartition(PAIRED)
    if pair:
        weights.pairs[first + PAIR + beyond].setdefault(word, {})[nearer] = weight
    elif word[0].isdigit():
        weights.alone[first + int(word[0])][word[1:]] = weight
    else:
        weights.alone[first + WORD + beyond][word] = weight


def odds_around(weights: object, given: int, lower: str, start: int, end: int) -> int | None:
    """What the words around lower[start:end] add to the log odds `given`, in hundredths; None where the nearest leave no hope.

    Reads a fixed reach around the value.
    """
    if not isinstance(weights, _Surroundings):
        raise TypeError("weights are what surroundings() makes")
    kinds, reach = weights.kinds, weights.reach
    nearest = _odds(weights, 0, before(lower[max(0, start - _NEAR) : start], kinds, _NEAREST))
    nearest += _odds(weights, 1, after(lower[end : end + _NEAR], kinds, _NEAREST))
    if given + nearest < _HOPELESS:
        return None
    earlier, later = lower[max(0, start - reach.before) : start], lower[end : end + reach.after]
    odds = given + _odds(weights, 0, before(earlier, kinds, reach.words_before))
    return odds + _odds(weights, 1, after(later, kinds, reach.words_after))


def _odds(weights: _Surroundings, side: int, tokens: list[str]) -> int:
    """What the words of one side, from the value outwards, come to."""
    odds = 0
    first = side * _LOOKS
    for placed, token in zip(weights.alone[first : first + PLACED], tokens, strict=False):
        odds += placed.get(token, 0)
    words, pairs, anywhere = weights.alone[first + WORD], weights.pairs[first + PAIR], weights.anywhere
    stops = 0
    last = ""
    for token in tokens:
        odds += anywhere.get(token, 0) + words.get(token, 0)
        if (pair := pairs.get(token)) and last in pair:
            odds += pair[last]
        last = token
        if token in _STOPS:
            stops += 1
            if stops > weights.reach.stops:
                break
            words, pairs = weights.alone[first + WORD + 1], weights.pairs[first + PAIR + 1]
    return odds


def looks(tokens: Iterable[str], most_stops: int) -> Iterator[tuple[int, str, str]]:
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
            if stops > most_stops:
                break


def before(text: str, kinds: Mapping[str, str], most: int) -> list[str]:
    """The last `most` words and signs of a text, the last first."""
    return _tokens(_TOKEN.findall(text)[::-1], kinds, most)


def after(text: str, kinds: Mapping[str, str], most: int) -> list[str]:
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
    first, last = f"{oldest:04}", f"{youngest:04}"
    found: list[int] = []
    for figures in _TWO_TO_FOUR.finditer(shape):
        at, end = figures.span()
        if end - at == _YEAR:
            if first <= text[at:end] <= last:
                found.append(at)
        elif (
            end - at == _SHORT_YEAR
            and text[at - 1 : at] in _DATE_SIGNS
            and _DAY_AND_MONTH.match(text[max(0, at - _DAY_MONTH) : at][::-1])
        ):
            found.append(at)
    return found
