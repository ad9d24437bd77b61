"""What the words around a value make of it: a linear model over the words before and after it, of which every part can be read.

Rules tell what a value is where somebody names it. Where he goes about it ("comptez à partir du 4 mai 1961 pour mon âge")
no list of phrases is ever whole; there each word beside the value counts for or against, by a weight that
`benchmarks/detection/contexts.py` learns from labelled templates. A logistic regression; its features are words (their first
letters), pairs of words that follow each other, and the nearest words by their place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from recognizers.name_lists import GIVEN
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
_MONTHS: Final = """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr fev avr juil
    sept oct nov dec january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep""".split()
#: What words count as: given names, without three that are other words more often, and months.
_KINDS: Final = dict.fromkeys(GIVEN - {"rose", "mars", "noel"}, "~n") | dict.fromkeys(_MONTHS, "~m")
_FIGURES: Final = "#"
_ONCE: Final = frozenset((_FIGURES, "~n"))
_STEM: Final = 6
_SENTENCE: Final = compiled(r"[.!?] |\n")
_STOPS: Final = frozenset(".!?\n")
#: How many of the nearest words count by their place as well, and over how many stops the words of a side go.
_PLACED: Final = 3
_MOST_STOPS: Final = 2
#: The feature that is always there; what names something else in the value's sentence, before and after it; where a side ends.
_BIAS: Final = "+"
_OTHER_BEFORE: Final = "!<"
_OTHER_AFTER: Final = "!>"
_END: Final = "|"
_SIDES: Final = "<>"
#: The form of a feature for a word wherever it stands, and for two that follow each other.
_ANYWHERE: Final = "*"
_PAIR: Final = "_"
#: So likely a value is taken for what it seems to be.
ENOUGH: Final = 0.85


class Side(NamedTuple):
    """The weights of one side: of the nearest words by their place; of words and of pairs, in the value's sentence and beyond."""

    placed: tuple[dict[str, float], ...]
    words: tuple[dict[str, float], dict[str, float]]
    pairs: tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]


class Model(NamedTuple):
    """Weights, as `likelihood` adds them up; `other` is what names something else in the value's sentence."""

    other: re.Pattern[str]
    bias: float
    other_before: float
    other_after: float
    before: Side
    after: Side


@cache
def model_of(name: str, other: re.Pattern[str]) -> Model:
    """The model in `words/<name>.txt`: a feature a line, then its weight in hundredths; a line end is written as "/"."""
    lines = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if not line.startswith("# "))
    return model({feature.replace("/", "\n"): int(weight) / 100 for feature, weight in pairs}, other)


def model(weights: Mapping[str, float], other: re.Pattern[str]) -> Model:
    """The weights of `features`, sorted by what they are of."""
    bias, other_before, other_after = (weights.get(one, 0.0) for one in (_BIAS, _OTHER_BEFORE, _OTHER_AFTER))
    before, after = (_side(weights, mark) for mark in _SIDES)
    return Model(other, bias, other_before, other_after, before, after)


def _side(weights: Mapping[str, float], mark: str) -> Side:
    anywhere = {one[1:]: weight for one, weight in weights.items() if one.startswith(_ANYWHERE)}
    placed = tuple(
        {one[2:]: weight for one, weight in weights.items() if one.startswith(f"{mark}{place}")}
        for place in range(_PLACED)
    )
    words: tuple[dict[str, float], dict[str, float]] = (dict(anywhere), dict(anywhere))
    pairs: tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]] = ({}, {})
    for one, weight in weights.items():
        beyond = one.startswith(mark * 2)
        said = one[1 + beyond :]
        if not one.startswith(mark) or said[0].isdigit():
            continue
        nearer, pair, word = said.rpartition(_PAIR)
        if pair:
            pairs[beyond].setdefault(word, {})[nearer] = weight
        else:
            words[beyond][word] = words[beyond].get(word, 0.0) + weight
    return Side(placed, words, pairs)


def likelihood(model: Model, lower: str, start: int, end: int) -> float:
    """How likely lower[start:end] (folded, lower case) is what `model` tells, from 0 to 1. Reads a fixed reach around it."""
    nearest = _odds(model.before, _before(lower[max(0, start - _NEAR) : start], _NEAREST))
    nearest += _odds(model.after, _after(lower[end : end + _NEAR], _NEAREST))
    if model.bias + nearest < _HOPELESS:
        return 0.0
    before, after = lower[max(0, start - _BEFORE) : start], lower[end : end + _AFTER]
    odds = model.bias + _odds(model.before, _before(before)) + _odds(model.after, _after(after))
    if _is_before(model.other, before):
        odds += model.other_before
    if _is_after(model.other, after):
        odds += model.other_after
    return 1 / (1 + math.exp(-odds))


def score_of(likely: float) -> float:
    """The score of a finding that only the words around it tell: 0.5 for what is likely enough, 0.6 where they leave no doubt."""
    return 0.5 + 0.1 * max(0.0, likely - ENOUGH) / (1 - ENOUGH)


def _odds(side: Side, tokens: list[str]) -> float:
    """What the words of one side, from the value outwards, come to."""
    odds = 0.0
    for placed, token in zip(side.placed, tokens, strict=False):
        odds += placed.get(token, 0.0)
    words, pairs = side.words[0], side.pairs[0]
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
            words, pairs = side.words[1], side.pairs[1]
    return odds


def features(lower: str, start: int, end: int, other: re.Pattern[str]) -> Iterator[str]:
    """What stands around lower[start:end], as the model knows it: each feature as often as it counts."""
    before, after = lower[max(0, start - _BEFORE) : start], lower[end : end + _AFTER]
    yield _BIAS
    if _is_before(other, before):
        yield _OTHER_BEFORE
    if _is_after(other, after):
        yield _OTHER_AFTER
    for mark, tokens in zip(_SIDES, (_before(before), _after(after)), strict=True):
        beyond = mark
        stops = 0
        last = ""
        for place, token in enumerate(tokens):
            if place < _PLACED:
                yield f"{mark}{place}{token}"
            yield from (beyond + token, _ANYWHERE + token, f"{beyond}{last}{_PAIR}{token}")
            last = token
            if token in _STOPS:
                stops += 1
                if stops > _MOST_STOPS:
                    break
                beyond = mark * 2


def _before(text: str, most: int = _WORDS_BEFORE) -> list[str]:
    return _tokens(_TOKEN.findall(text)[::-1], most)


def _after(text: str, most: int = _WORDS_AFTER) -> list[str]:
    return _tokens(_TOKEN.findall(text), most)


def _tokens(words: list[str], most: int) -> list[str]:
    """The first `most` words and signs, and the end where it is near: months, given names and figures by their kind."""
    said: list[str] = []
    last = ""
    for word in words:
        token = _KINDS.get(word) or (_FIGURES if word.isdigit() else word[:_STEM])
        if token != last or token not in _ONCE:
            said.append(token)
            last = token
            if len(said) == most:
                return said
    said.append(_END)
    return said


def _is_before(other: re.Pattern[str], text: str) -> bool:
    return other.search(_SENTENCE.split(text)[-1]) is not None


def _is_after(other: re.Pattern[str], text: str) -> bool:
    return other.search(_SENTENCE.split(text, 1)[0]) is not None
