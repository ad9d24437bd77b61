"""What the words around a value weigh: the part in C says what its twin in Python says, on anything, and refuses the same."""

from __future__ import annotations

import random
import sys
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
        here, there = plain.surroundings(given, KINDS), native.surroundings(given, KINDS)
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
    here, there = plain.surroundings(learnt, context._KINDS), native.surroundings(learnt, context._KINDS)
    seen = 0
    for template in rng.sample(contexts.templates(), 800):
        page = Page(contexts.filled(template, kind.slot, rng)[0], today=TODAY)
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


REFUSED = {
    "surroundings": [
        ("",), ([], {}), (b"", {}), ("", []),
        ("é 1\n", {}), ("*a 1", {}), ("\n", {}), ("*a\n", {}), ("*a \n", {}), ("*a x\n", {}),
        ("*a 1.0\n", {}), ("*a 1 \n", {}), ("*a --1\n", {}), ("*a 32768\n", {}), ("*a 99999999999999999999\n", {}), ("* 1\n", {}),
        ("a 1\n", {}), ("*abcdefg 1\n", {}), ("<abcdefg_a 1\n", {}), ("<a_ 1\n", {}), ("<3a 1\n", {}), ("<<0a 1\n", {}),
        ("< 1\n", {}), ("", {"é": "~n"}), ("", {"a": "é"}), ("", {"": "~n"}),
        ("", {"a" * 17: "~n"}), ("", {7: "~n"}), ("", {"a": 7}),
    ],
    "odds_around": [(7, 0, "a", 0, 1), (None, 0, "a", 0, 1), ("a", 0, "a", 0, 1), (None, 0, "a", 0)],
    "years": [("a", b"x", 1), ("é", b"x", 1, 2), ("a", b"", 1, 2), ("a", "x", 1, 2), ("a", b"x", "1", 2), ("a", b"x", 1, 2**80)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, arguments) for name, all_of in REFUSED.items() for arguments in all_of]
)
def test_what_cannot_be_read_is_refused(native: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(native, name)(*arguments)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [("é", 0, 1), ("a", -1, 1), ("a", 1, 0), ("a", 0, 2), ("a", "0", 1), ("a", 0, 2**80), (7, 0, 1)],
)
def test_a_value_lies_within_its_text(native: Any, said: Any, start: Any, end: Any) -> None:
    weights = native.surroundings("", {})
    with pytest.raises((TypeError, ValueError, OverflowError)):
        native.odds_around(weights, 0, said, start, end)


def test_nothing_is_left_behind(native: Any) -> None:
    """No reference is lost or kept: the counts of what is given stay, and weights go with their last use."""
    said = "luc est ne le 1961-05-04 a laval. " * 9
    given, kinds, figures = lines(random.Random(15)), dict(KINDS), shape(said)
    kept = (said, given, kinds, figures)
    before = [*map(sys.getrefcount, kept)]
    for _ in range(500):
        weights = native.surroundings(given, kinds)
        native.odds_around(weights, 0, said, 14, 24), native.years(said, figures, 1900, 2024)
        with pytest.raises(ValueError, match="a line is"):
            native.surroundings(f"{given}<3a 1\n", kinds)
    assert [*map(sys.getrefcount, kept)] == before
