"""Learns what the words around a date say of it: `python -m benchmarks.detection.contexts [--check] [--hold-out N]`.

Reads the templates in `told/` (`{birth}` is a private person's birth date, `{day}` another day) and the recognizer's own
cases, fills them with invented people and days, and writes the weights that `recognizers/context.py` adds up. A logistic
regression with few weights: FTRL-Proximal (McMahan et al., "Ad Click Prediction", KDD 2013), which is deterministic here.
`--check` writes nothing and fails when the weights are not what the data make. `--hold-out N` learns from all templates but
every N-th, and prints what the model makes of those at several thresholds.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.detection import writing
from benchmarks.detection.people import TODAY, Person, person
from recognizers.context import features
from recognizers.dates import find_dates
from recognizers.glance import straighten
from recognizers.page import Page

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "benchmarks/detection/told"
CASES = ROOT / "tests/cases/date_of_birth.toml"
WEIGHTS = ROOT / "recognizers/words/birth-context.txt"
_SLOT = re.compile(r"\{([a-z]+)([23]?)\}")
_FILLINGS = 2
#: A feature counts when so many templates have it.
_LEAST_TEMPLATES = 3
_EPOCHS = 8
_THRESHOLDS = (0.8, 0.9, 0.95)
_HEADER = "# Written by python -m benchmarks.detection.contexts: a feature of recognizers/context.py, its weight in hundredths.\n"


class Sample(NamedTuple):
    """A date in a text: what stands around it, whether it is a birth date, and the template it comes from."""

    features: Counter[str]
    birth: bool
    template: int


def templates() -> list[str]:
    """All templates, in a fixed order."""
    lines = [
        line for path in sorted(TEMPLATES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()
    ]
    return [line for line in lines if line and not line.startswith("#")]


def filled(template: str, rng: random.Random) -> tuple[str, list[tuple[int, int]]]:
    """A text made of a template, and where the birth dates stand in it."""
    lang = "en" if template.startswith("en: ") else "fr"
    template = template.removeprefix("en: ").replace("\\n", "\n").replace("\\t", "\t")
    people: dict[str, Person] = defaultdict(lambda: person(rng))
    text, births, position = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[position : slot.start()]
        value = _SLOTS[slot[1]](people[slot[2]], lang, rng)
        if slot[1] == "birth":
            births.append((len(text), len(text) + len(value)))
        text += value
        position = slot.end()
    return text + template[position:], births


def _birth(who: Person, lang: str, rng: random.Random) -> str:
    return (
        writing.date_in_words(who.birth, lang)
        if rng.random() < 0.1
        else writing.plain_date(who.birth, lang, rng)
    )


def _day(_who: Person, lang: str, rng: random.Random) -> str:
    return writing.plain_date(date(1950, 1, 1) + timedelta(rng.randrange(20_000)), lang, rng)


_SLOTS: dict[str, Callable[[Person, str, random.Random], str]] = {
    "birth": _birth,
    "day": _day,
    "given": lambda who, _lang, _rng: who.given,
    "surname": lambda who, _lang, _rng: who.surname,
    "name": lambda who, _lang, _rng: f"{who.given} {who.surname}",
    "nam": lambda who, _lang, _rng: " ".join(writing.nam_groups(who.nam)),
    "sin": lambda who, _lang, _rng: " ".join(writing.sin_groups(who.sin)),
    "number": lambda _who, _lang, rng: str(rng.randrange(100_000, 10_000_000)),
    "year": lambda _who, _lang, rng: str(rng.randrange(1990, 2027)),
}


def samples(hold_out: int = 0) -> tuple[list[Sample], list[Sample]]:
    """What is learnt from, and what is held out: every `hold_out`-th template."""
    rng = random.Random(1)
    learnt: list[Sample] = []
    held: list[Sample] = []
    count = 0
    for count, template in enumerate(templates()):
        kept = held if hold_out and count % hold_out == 0 else learnt
        for _ in range(_FILLINGS):
            kept.extend(_dates(*filled(template, rng), count))
    for number, case in enumerate(tomllib.loads(CASES.read_text("utf-8"))["case"], count + 1):
        text = case["text"]
        births = [(at, at + len(value)) for value in case["finds"] if (at := text.find(value)) >= 0]
        learnt.extend(_dates(text, births, number))
    return learnt, held


def _dates(text: str, births: list[tuple[int, int]], template: int) -> Iterator[Sample]:
    """The dates of a text; those that stand in it in words are read as the detector reads them."""
    page = Page(text, today=TODAY)
    for each in (page, page.respelled[0]) if page.respelled else (page,):
        for written in find_dates(straighten(each.flat), TODAY):
            start, end = written.start, written.end
            if each is not page and page.respelled:
                start, end = page.respelled[1].span(start, end)
            start, end = page.raw_span(start, end)
            birth = any(first < end and start < last for first, last in births)
            if written.days and written.form != "six":
                yield Sample(Counter(features(each.lower, written.start, written.end)), birth, template)


def learn(
    data: Sequence[Sample], alpha: float = 0.15, beta: float = 1.0, l1: float = 0.4, l2: float = 1.0
) -> dict[str, float]:
    """The weights of the features, those that are nought left out."""
    held_by: dict[str, set[int]] = defaultdict(set)
    for sample in data:
        for feature in sample.features:
            held_by[feature].add(sample.template)
    known = {feature for feature, by in held_by.items() if len(by) >= _LEAST_TEMPLATES}
    ordered = [
        ([(feature, times) for feature, times in sample.features.items() if feature in known], sample.birth)
        for sample in data
    ]
    z: dict[str, float] = Counter()
    n: dict[str, float] = Counter()

    def weight(feature: str) -> float:
        if abs(z[feature]) <= l1:
            return 0.0
        return (math.copysign(l1, z[feature]) - z[feature]) / ((beta + math.sqrt(n[feature])) / alpha + l2)

    rng = random.Random(1)
    for _ in range(_EPOCHS):
        rng.shuffle(ordered)
        for present, birth in ordered:
            weights = [weight(feature) for feature, _ in present]
            odds = sum(value * times for value, (_, times) in zip(weights, present, strict=True))
            error = 1 / (1 + math.exp(-odds)) - birth
            for value, (feature, times) in zip(weights, present, strict=True):
                slope = error * times
                step = (math.sqrt(n[feature] + slope * slope) - math.sqrt(n[feature])) / alpha
                z[feature] += slope - step * value
                n[feature] += slope * slope
    return {feature: value for feature in known if (value := weight(feature))}


def written(weights: dict[str, float]) -> str:
    """The file of the weights."""
    hundredths = {feature.replace("\n", "/"): round(100 * value) for feature, value in weights.items()}
    return _HEADER + "".join(f"{feature} {value}\n" for feature, value in sorted(hundredths.items()) if value)


def _report(weights: dict[str, float], held: Sequence[Sample]) -> None:
    odds = [
        (sum(weights.get(one, 0.0) * times for one, times in sample.features.items()), sample.birth)
        for sample in held
    ]
    births = sum(birth for _, birth in odds)
    for least in _THRESHOLDS:
        bound = math.log(least / (1 - least))
        right = sum(birth for value, birth in odds if value >= bound)
        wrong = sum(not birth for value, birth in odds if value >= bound)
        print(f"{least:.2f}  births {right} of {births}  other days {wrong} of {len(odds) - births}")


def main() -> int:
    """Learn, and write or check or report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--hold-out", type=int, default=0)
    options = parser.parse_args()
    learnt, held = samples(options.hold_out)
    weights = learn(learnt)
    if held:
        _report(weights, held)
        return 0
    made = written(weights)
    if options.check:
        return 0 if WEIGHTS.read_text("utf-8") == made else 1
    WEIGHTS.write_text(made, "utf-8")
    print(f"{len(learnt)} dates, {len(weights)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
