"""What the words around a value make of it: a linear model over the words before and after it, of which every part can be read.

Rules tell what a value is where somebody names it. Where he goes about it ("comptez à partir du 4 mai 1961 pour mon âge")
no list of phrases is ever whole; there each word beside the value counts for or against, by a weight that
`benchmarks/detection/contexts.py` learns from labelled templates. A logistic regression; its features are words (their first
letters), pairs of words that follow each other, and the nearest words by their place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from recognizers.glance import odds_around, surroundings
from recognizers.name_lists import GIVEN, SURNAMES
from recognizers.patterns import Pattern, compiled
from recognizers.surroundings import (
    ANYWHERE,
    NAME,
    NARROW,
    PAIR,
    PAIRED,
    PLACED,
    SIDES,
    WIDE,
    WORD,
    after,
    before,
    looks,
)
from recognizers.towns import TOWNS
from recognizers.word_files import words_in

_MONTHS: Final = """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr fev avr juil
    sept oct nov dec january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep""".split()
#: Words as "œ" is folded, and the word itself.
_LIGATURES: Final = {"sour": "soeur", "sours": "soeurs"}
#: Surnames and given names that are other words more often.
_NO_NAMES: Final = frozenset(
    """rose mars noel vu janvier walker lu perron ait neveu lai do tu le ma hung guy hui bill said lien real aime desire
    don""".split()
)
#: What words count as: towns, surnames and given names of one word, and months.
_KINDS: Final = (
    dict.fromkeys(TOWNS, "~t")
    | dict.fromkeys(
        (name for name in SURNAMES - _NO_NAMES - words_in("everyday") if name.isascii() and name.isalpha()),
        "~s",
    )
    | dict.fromkeys((name for name in GIVEN - _NO_NAMES if name.isascii() and name.isalpha()), NAME)
    | dict.fromkeys(_MONTHS, "~m")
    | _LIGATURES
)
_SENTENCE: Final = compiled(r"[.!?] |\n")
#: The feature that is always there; the form of one for a trait of the value itself; what names something else in the value's
#: sentence, before and after it.
_BIAS: Final = "+"
_TRAIT: Final = "&"
_OTHER_BEFORE: Final = "!<"
_OTHER_AFTER: Final = "!>"


class Model(NamedTuple):
    """What `likelihood` adds up: weights of traits, of what names something else in the value's sentence, and of the words.

    A value is taken for what it seems to be where it is so likely as `enough` says; `wide` says how far words count.
    """

    other: Pattern
    enough: float
    enough_odds: float  # the log odds of that, in hundredths as all weights
    wide: bool
    bias: int
    traits: dict[str, int]
    other_before: int
    other_after: int
    words: Any  # what `surroundings` makes, in C or in Python


def model_of(name: str, other: Pattern, enough: float, *, wide: bool) -> Model:
    """The model in `words/<name>.txt`."""
    return model(
        (Path(__file__).parent / "words" / f"{name}.txt").read_text("ascii"), other, enough, wide=wide
    )


def model(said: str, other: Pattern, enough: float, *, wide: bool) -> Model:
    """The model that a file says: what it is in a line, then a feature a line and its weight in hundredths.

    First those of the value itself, and behind an empty line those of the words around it (see `surroundings`).
    """
    head, _, words = said.partition("\n\n")
    weights = {feature: int(weight) for feature, weight in map(str.split, head.splitlines()[1:])}
    bias, other_before, other_after = (weights.get(one, 0) for one in (_BIAS, _OTHER_BEFORE, _OTHER_AFTER))
    traits = {feature[1:]: weight for feature, weight in weights.items() if feature[0] == _TRAIT}
    odds = 100 * math.log(enough / (1 - enough))
    around = surroundings(words, _KINDS, wide)
    return Model(other, enough, odds, wide, bias, traits, other_before, other_after, around)


def is_of_words(feature: str) -> bool:
    """Whether a feature is of the words around the value, and not of the value itself."""
    return feature[0] == ANYWHERE or feature[0] in SIDES


def likelihood(model: Model, lower: str, start: int, end: int, traits: Iterable[str] = ()) -> float:
    """How likely lower[start:end] (folded, lower case) is what `model` tells, from 0 to 1; 0 where it cannot be enough.

    Reads a fixed reach around it; `traits` are what else is known of the value.
    """
    given = model.bias
    for trait in traits:
        given += model.traits.get(trait, 0)
    odds = odds_around(model.words, given, lower, start, end)
    if odds is None or odds + max(0, model.other_before) + max(0, model.other_after) < model.enough_odds:
        return 0.0
    reach = WIDE if model.wide else NARROW
    if _is_before(model.other, lower[max(0, start - reach.before) : start]):
        odds += model.other_before
    if _is_after(model.other, lower[end : end + reach.after]):
        odds += model.other_after
    return 1 / (1 + math.exp(-odds / 100))


def score_of(model: Model, likely: float) -> float:
    """The score of a finding that only the words around it tell: 0.5 for what is likely enough, 0.6 where they leave no doubt."""
    return 0.5 + 0.1 * max(0.0, likely - model.enough) / (1 - model.enough)


def features(
    lower: str, start: int, end: int, other: Pattern, traits: Iterable[str] = (), *, wide: bool
) -> Iterator[str]:
    """What stands around lower[start:end], as the model knows it: each feature as often as it counts."""
    reach = WIDE if wide else NARROW
    earlier, later = lower[max(0, start - reach.before) : start], lower[end : end + reach.after]
    yield _BIAS
    for trait in traits:
        yield _TRAIT + trait
    if _is_before(other, earlier):
        yield _OTHER_BEFORE
    if _is_after(other, later):
        yield _OTHER_AFTER
    sides = before(earlier, _KINDS, reach.words_before), after(later, _KINDS, reach.words_after)
    for mark, tokens in zip(SIDES, sides, strict=True):
        for look, token, nearer in looks(tokens, reach.stops):
            if look < PLACED:
                yield f"{mark}{look}{token}"
            elif look < PAIR:
                yield from (mark * (1 + look - WORD) + token, ANYWHERE + token)
            else:
                yield f"{mark * (1 + look - PAIR)}{nearer}{PAIRED}{token}"


def _is_before(other: Pattern, text: str) -> bool:
    return other.search(_SENTENCE.split(text)[-1]) is not None


def _is_after(other: Pattern, text: str) -> bool:
    return other.search(_SENTENCE.split(text, 1)[0]) is not None
