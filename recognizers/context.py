"""What the words around a value make of it: a linear model over the words before and after it, of which every part can be read.

Rules tell what a value is where somebody names it. Where he goes about it ("comptez à partir du 4 mai 1961 pour mon âge")
no list of phrases is ever whole; there each word beside the value counts for or against, by a weight that
`benchmarks/detection/contexts.py` learns from labelled templates. A logistic regression; its features are words (their first
letters), pairs of words that follow each other, and the nearest words by their place.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from recognizers.glance import odds_around, surroundings
from recognizers.name_lists import GIVEN
from recognizers.patterns import compiled
from recognizers.surroundings import (
    NAME,
    PAIR,
    PLACED,
    SIDES,
    WORD,
    Row,
    after,
    after_value,
    before,
    before_value,
    looks,
)

_MONTHS: Final = """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr fev avr juil
    sept oct nov dec january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep""".split()
#: Words as "œ" is folded, and the word itself.
_LIGATURES: Final = {"sour": "soeur", "sours": "soeurs"}
#: What words count as: given names of one word, without three that are other words more often, and months.
_KINDS: Final = (
    dict.fromkeys(
        (name for name in GIVEN - {"rose", "mars", "noel"} if name.isascii() and name.isalpha()), NAME
    )
    | dict.fromkeys(_MONTHS, "~m")
    | _LIGATURES
)
_SENTENCE: Final = compiled(r"[.!?] |\n")
#: The feature that is always there; the form of one for a trait of the value itself; what names something else in the value's
#: sentence, before and after it; the sides.
_BIAS: Final = "+"
_TRAIT: Final = "&"
_OTHER_BEFORE: Final = "!<"
_OTHER_AFTER: Final = "!>"
_SIDES: Final = "<>"
#: The form of a feature for a word wherever it stands, and for two that follow each other.
_ANYWHERE: Final = "*"
_PAIR: Final = "_"
#: So likely a value is taken for what it seems to be, and the log odds of that.
ENOUGH: Final = 0.85
_ENOUGH_ODDS: Final = math.log(ENOUGH / (1 - ENOUGH))


class Model(NamedTuple):
    """What `likelihood` adds up: weights of traits, of what names something else in the value's sentence, and of the words."""

    other: re.Pattern[str]
    bias: float
    traits: dict[str, float]
    other_before: float
    other_after: float
    words: Any  # what `surroundings` makes, in C or in Python


@cache
def model_of(name: str, other: re.Pattern[str]) -> Model:
    """The model in `words/<name>.txt`: a feature a line, then its weight in hundredths; a line end is written as "/"."""
    lines = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if not line.startswith("# "))
    return model({feature.replace("/", "\n"): int(weight) / 100 for feature, weight in pairs}, other)


def model(weights: Mapping[str, float], other: re.Pattern[str]) -> Model:
    """The weights of `features`, as they are looked up."""
    rows = [row for feature, weight in weights.items() for row in _rows(feature, weight)]
    bias, other_before, other_after = (weights.get(one, 0.0) for one in (_BIAS, _OTHER_BEFORE, _OTHER_AFTER))
    traits = {feature[1:]: weight for feature, weight in weights.items() if feature[0] == _TRAIT}
    return Model(other, bias, traits, other_before, other_after, surroundings(rows, _KINDS))


def _rows(feature: str, weight: float) -> Iterator[Row]:
    """Where the weight of a feature counts."""
    if feature[0] == _ANYWHERE:
        for side in range(SIDES):
            yield side, WORD, feature[1:], "", weight
            yield side, WORD + 1, feature[1:], "", weight
    elif feature[0] in _SIDES:
        side = _SIDES.index(feature[0])
        beyond = feature[1] == feature[0]
        said = feature[1 + beyond :]
        nearer, pair, word = said.rpartition(_PAIR)
        if said[0].isdigit():
            yield side, int(said[0]), said[1:], "", weight
        elif pair:
            yield side, PAIR + beyond, word, nearer, weight
        else:
            yield side, WORD + beyond, word, "", weight


def likelihood(model: Model, lower: str, start: int, end: int, traits: Iterable[str] = ()) -> float:
    """How likely lower[start:end] (folded, lower case) is what `model` tells, from 0 to 1; 0 where it cannot be ENOUGH.

    Reads a fixed reach around it; `traits` are what else is known of the value.
    """
    given = model.bias
    for trait in traits:
        given += model.traits.get(trait, 0.0)
    odds = odds_around(model.words, given, lower, start, end)
    if odds + max(0.0, model.other_before) + max(0.0, model.other_after) < _ENOUGH_ODDS:
        return 0.0
    if _is_before(model.other, before_value(lower, start)):
        odds += model.other_before
    if _is_after(model.other, after_value(lower, end)):
        odds += model.other_after
    return 1 / (1 + math.exp(-odds))


def score_of(likely: float) -> float:
    """The score of a finding that only the words around it tell: 0.5 for what is likely enough, 0.6 where they leave no doubt."""
    return 0.5 + 0.1 * max(0.0, likely - ENOUGH) / (1 - ENOUGH)


def features(
    lower: str, start: int, end: int, other: re.Pattern[str], traits: Iterable[str] = ()
) -> Iterator[str]:
    """What stands around lower[start:end], as the model knows it: each feature as often as it counts."""
    earlier, later = before_value(lower, start), after_value(lower, end)
    yield _BIAS
    for trait in traits:
        yield _TRAIT + trait
    if _is_before(other, earlier):
        yield _OTHER_BEFORE
    if _is_after(other, later):
        yield _OTHER_AFTER
    for mark, tokens in zip(_SIDES, (before(earlier, _KINDS), after(later, _KINDS)), strict=True):
        for look, token, nearer in looks(tokens):
            if look < PLACED:
                yield f"{mark}{look}{token}"
            elif look < PAIR:
                yield from (mark * (1 + look - WORD) + token, _ANYWHERE + token)
            else:
                yield f"{mark * (1 + look - PAIR)}{nearer}{_PAIR}{token}"


def _is_before(other: re.Pattern[str], text: str) -> bool:
    return other.search(_SENTENCE.split(text)[-1]) is not None


def _is_after(other: re.Pattern[str], text: str) -> bool:
    return other.search(_SENTENCE.split(text, 1)[0]) is not None
