"""What the words around a value weigh: the part in C says what its twin in Python says, on anything."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from benchmarks.detection import contexts
from benchmarks.mailset import mails
from recognizers import context
from recognizers import surroundings as plain
from recognizers.digits import shape
from recognizers.page import Page

TODAY = date(2026, 11, 23)
KINDS = {"marie": "~n", "luc": "~n", "mai": "~m", "december": "~m", "marieantoinette": "~n", "figures": "#"}
WORDS = [*KINDS, *"ne le naissance naissances 1961 4 . ! ? : ( , - '".split(), "x" * 40, "\n", " ", "\0"]


def text(rng: random.Random) -> str:
    return rng.choice((" ", "")).join(rng.choices(WORDS, k=rng.randint(0, 40)))


def lines(rng: random.Random) -> str:
    """Weights of which many count, some of the same thing."""
    tokens = ["ne", "le", "naissa", "xxxxxx", "#", "~n", "~m", "|", ".", "/", ":", "("]
    forms = ("*{0}", "{2}{0}", "{2}{2}{0}", "{2}{3}{0}", "{2}{1}_{0}", "{2}{2}{1}_{0}", "{2}_{0}")
    return "".join(
        rng.choice(forms).format(rng.choice(tokens), rng.choice(tokens), rng.choice("<>"), rng.randrange(3))
        + f" {rng.randint(-300, 300)}\n"
        for _ in range(rng.randint(0, 400))
    )


def test_the_same_odds_are_told_of_anything(native: Any) -> None:
    rng = random.Random(12)
    told = hopeless = 0
    for _ in range(3000):
        bias, given = rng.randint(-300, 300), lines(rng)
        wide = rng.random() < 0.5
        here, there = plain.surroundings(given, KINDS, wide), native.surroundings(given, KINDS, wide)
        said = text(rng)
        for _ in range(5):
            start = rng.randint(0, len(said))
            end = rng.randint(start, len(said))
            odds = plain.odds_around(here, bias, said, start, end)
            assert native.odds_around(there, bias, said, start, end) == odds, repr((said, start, end))
            told += odds is not None and odds > 0
            hopeless += odds is None
    assert told > 1000
    assert hopeless > 1000


@pytest.mark.parametrize("kind", contexts.KINDS, ids=lambda kind: kind.name)
def test_the_same_odds_are_told_by_the_weights_that_were_learnt(native: Any, kind: contexts.Kind) -> None:
    rng = random.Random(13)
    learnt = kind.weights.read_text("ascii").partition("\n\n")[2]
    here, there = (room.surroundings(learnt, context._KINDS, kind.wide) for room in (plain, native))
    seen = 0
    for template in rng.sample(contexts.templates(), 800):
        page = Page(contexts.filled(kind, template, rng)[0], today=TODAY)
        for start, end, _traits in kind.values(page):
            odds = plain.odds_around(here, -100, page.lower, start, end)
            assert native.odds_around(there, -100, page.lower, start, end) == odds
            seen += odds is not None and odds > 0
    assert seen > 100


def test_the_same_years_stand_in_a_text(native: Any) -> None:
    rng = random.Random(14)
    found = 0
    soups = ("".join(rng.choices("0129 9--//.a", k=rng.randint(0, 60))) for _ in range(5000))
    for said in [
        "",
        "1961",
        "19611962",
        "196119",
        *soups,
        *(mail.lower() for mail in mails(60, 4) if mail.isascii()),
    ]:
        kinds = shape(said)
        told = native.years(said, kinds, 1900, 2024)
        assert told == plain.years(said, kinds, 1900, 2024), repr(said)
        found += len(told)
    assert found > 300


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [("é", 0, 1), ("a", -1, 1), ("a", 1, 0), ("a", 0, 2), ("a", "0", 1), ("a", 0, 2**80), (7, 0, 1)],
)
def test_a_value_lies_within_its_text(native: Any, said: Any, start: Any, end: Any) -> None:
    weights = native.surroundings("", {}, False)
    with pytest.raises((TypeError, ValueError, OverflowError)):
        native.odds_around(weights, 0, said, start, end)
