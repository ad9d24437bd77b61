"""Learns what the words around dates and numbers say of them: `python -m benchmarks.detection.contexts [--check] [--hold-out N]`.

Reads the templates in `told/` and the recognizers' own cases, fills them with invented people and days, and writes the weights
that `recognizers/context.py` adds up: of a birth date against other days, of a social insurance number against other
numbers, of somebody's name against other words (from `told/persons/` as well, where every name of a person is marked), and of
a thing's code against a health insurance number that nobody calls one (`told/nams/`).
A logistic regression with few weights: FTRL-Proximal (McMahan et al., "Ad Click Prediction", KDD 2013), which is
deterministic here. `--check` writes nothing and fails when the weights are not what the data make. `--hold-out N` learns from
all templates but every N-th block of fifty, and prints what the models make of those at several thresholds.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.detection import many_names, writing
from benchmarks.detection.people import TODAY, Person, nam, person
from recognizers import birth_context, nam_context, person_context, sin_elsewhere
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.context import features, is_of_words
from recognizers.dates import find_dates
from recognizers.fold import fold
from recognizers.glance import straighten
from recognizers.nam_codes import CODE
from recognizers.nam_number import read_nam
from recognizers.page import Page
from recognizers.sin_other_labels import OTHER_NUMBER

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "benchmarks/detection/told"
#: A slot, whose people it tells of and in which letters; or a name that is a word as well: "[[Rose]]".
_SLOT = re.compile(
    r"\{(?P<slot>[a-z]+)(?P<who>[23]?)(?::(?:(?P<letters>[lu])|(?P<code>[A-Z]{4}|[a-z]{4})))?\}|\[\[(?P<name>[^\]]+)\]\]"
)
#: A template with one of these words is of a newborn child as often as not: so many days old at most.
_BABY = re.compile(
    r"\b(?:b[eé]b[eé]s?|bab(?:y|ies)|newborns?|nouveau-n[eé]e?s?|nourrisson|poupons?|jumea\w+|jumelles|twins|triplets|kg|lbs?)\b"
    r"|accouch|midwife|sage-femme|delivered|maternit"
)
_NEWBORN_DAYS = 700
#: How long ago the other days are of which citizens write, in years, and how many of a hundred, as counted in blind sets.
_YEARS_AGO = ((-0.2, 2), (2, 6), (6, 18), (18, 45), (45, 75))
_OFTEN = (58, 16, 12, 7, 7)
#: Right behind a name they are of what is done or signed now: nobody writes that of half a lifetime ago.
_BEHIND_NAME = re.compile(r"\{(?:name|given|surname)[23]?\}[ ,(:/-]{1,3}\Z")
_OFTEN_BEHIND_NAME = (80, 16, 4, 0, 0)
_NAME_REACH = 14
#: What slots are no person's; words whose first letters begin a code behind them, how many, and how far before it.
_OF_THINGS = frozenset(("nine", "code"))
_LONG_WORD = re.compile(r"(?<![A-Za-z{])[A-Za-z]{4,}(?![A-Za-z}])")
_LETTERS = 4
_LETTERS_REACH = 40
_NO_CODE = re.compile("[ -]")
#: So many of the codes of a NAM's form are written without a gap.
_CODES_TOGETHER = 0.75
_BLOCK = 50
#: A case counts so often: each differs from another in one thing only.
_CASE_WEIGHT = 4
#: A feature counts when so many templates have it.
_LEAST_TEMPLATES = 3
_EPOCHS = 8
_THRESHOLDS = (0.8, 0.85, 0.9, 0.92, 0.95)
_HEADER = "# Written by python -m benchmarks.detection.contexts: a feature of recognizers/context.py, its weight in hundredths.\n"
Span = tuple[int, int]
#: What fills a slot: somebody's value, written in one of the ways of a language.
Fill = Callable[[Person, str, random.Random], str]
#: A value: where it stands, and its traits.
Value = tuple[int, int, tuple[str, ...]]


class Kind(NamedTuple):
    """What a model tells from others: its name, the slots that are one, the cases, where such values stand, what names others.

    And how likely is enough, whether it is told by words far off, who the people are, how often the templates of which folders
    of `told` are filled, how fast it learns, which traits a value has that may be one outside a slot too, what fills slots
    otherwise, and whether it seeks the others: what stands in no such slot, and what the cases do not find.
    """

    name: str
    slots: frozenset[str]
    cases: Path
    values: Callable[[Page], Iterator[Value]]
    other: re.Pattern[str]
    enough: float
    wide: bool
    person: Callable[[random.Random], Person] = person
    told: Sequence[tuple[str, int]] = (("", 2),)
    rate: float = 0.15
    is_doubtful: Callable[[Sequence[str]], bool] = lambda _traits: False
    fills: Mapping[str, Fill] = {}
    of_others: bool = False

    @property
    def weights(self) -> Path:
        """The file of the weights."""
        return ROOT / f"recognizers/words/{self.name}.txt"


class Sample(NamedTuple):
    """A value in a text: what stands around it, whether it is one that is sought, and the template it comes from."""

    features: Counter[str]
    right: bool
    template: int


def _dates(page: Page) -> Iterator[Value]:
    for written in find_dates(straighten(page.flat), page.today):
        if written.days and written.form != "six":
            yield written.start, written.end, birth_context.traits_of(page, written.start, written.days)


def _nines(page: Page) -> Iterator[Value]:
    for found in sin_elsewhere.NINE.finditer(page.lower):
        yield *found.span(), ()


def _of_many_origins(rng: random.Random) -> Person:
    return replace(person(rng), given=many_names.given(rng), surname=many_names.surname(rng))


def _codes(page: Page) -> Iterator[Value]:
    """The numbers of a NAM's form with a right check digit."""
    for found in CODE.finditer(page.lower):
        reading = read_nam(_NO_CODE.sub("", found[0]).upper(), page.today)
        if reading and reading.confirmed:
            yield *found.span(), nam_context.traits_of(page, *found.span(), reading.confirmed)


def _with_a_nam(rng: random.Random) -> Person:
    who = _of_many_origins(rng)
    return replace(who, nam=nam(who.given, who.surname, who.sex, who.birth, rng))


def _written_nam(who: Person, _lang: str, rng: random.Random) -> str:
    """A NAM as people write it: as on the card, or together."""
    return rng.choice(("", " ", " ", "-") if rng.random() < 0.2 else ("", " ")).join(
        writing.nam_groups(who.nam)
    )


def _written_code(who: Person, _lang: str, rng: random.Random) -> str:
    """The same of a thing, whose number few write in groups."""
    return ("" if rng.random() < _CODES_TOGETHER else " ").join(writing.nam_groups(who.nam))


KINDS = (
    Kind(
        "birth-context",
        frozenset(("birth",)),
        ROOT / "tests/cases/date_of_birth.toml",
        _dates,
        OTHER_EVENT,
        birth_context.ENOUGH,
        wide=False,
    ),
    Kind(
        "sin-context",
        frozenset(("sin",)),
        ROOT / "tests/cases/ca_sin.toml",
        _nines,
        OTHER_NUMBER,
        sin_elsewhere.ENOUGH,
        wide=True,
    ),
    Kind(
        "person-context",
        frozenset(("name", "given", "surname")),
        ROOT / "tests/cases/person.toml",
        person_context.values,
        person_context.OTHER_BEARER,
        person_context.ENOUGH,
        wide=False,
        person=_of_many_origins,
        told=(("", 1), ("persons", 10)),
        rate=0.04,
        is_doubtful=person_context.is_named,
    ),
    Kind(
        "nam-context",
        frozenset(("nam", "sin")),
        ROOT / "tests/cases/ca_qc_nam.toml",
        _codes,
        nam_context.SOMEBODY,
        nam_context.ENOUGH,
        wide=False,
        person=_with_a_nam,
        told=(("", 1), ("nams", 10)),
        fills=dict.fromkeys(("nam", "sin"), _written_nam) | dict.fromkeys(("nine", "code"), _written_code),
        of_others=True,
    ),
)


def _birth(who: Person, lang: str, rng: random.Random) -> str:
    in_words = rng.random() < 0.1
    return writing.date_in_words(who.birth, lang) if in_words else writing.plain_date(who.birth, lang, rng)


def _newborn(who: Person, rng: random.Random) -> Person:
    return replace(who, birth=TODAY - timedelta(rng.randrange(_NEWBORN_DAYS)))


def _day(_who: Person, lang: str, rng: random.Random, often: Sequence[int] = _OFTEN) -> str:
    """A day of which people write: most are of the last years, some to come, few of half a lifetime ago."""
    first, last = rng.choices(_YEARS_AGO, often)[0]
    return writing.plain_date(TODAY - timedelta(rng.randrange(int(365 * first), 365 * last)), lang, rng)


def _nine(who: Person, _lang: str, rng: random.Random) -> str:
    return rng.choice(("", " ", "-")).join(writing.sin_groups(who.sin))


_SLOTS: dict[str, Fill] = {
    "birth": _birth,
    "day": _day,
    "sin": _nine,
    "nine": _nine,
    "given": lambda who, _lang, _rng: who.given,
    "surname": lambda who, _lang, _rng: who.surname,
    "name": lambda who, _lang, _rng: f"{who.given} {who.surname}",
    "nam": lambda who, _lang, _rng: " ".join(writing.nam_groups(who.nam)),
    "number": lambda _who, _lang, rng: str(rng.randrange(100_000, 10_000_000)),
    "year": lambda _who, _lang, rng: str(rng.randrange(1990, 2027)),
}


def templates(folder: str = "") -> list[str]:
    """All templates of a folder, in a fixed order."""
    lines = [
        line
        for path in sorted((TEMPLATES / folder).glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [line for line in lines if line and not line.startswith("#")]


def filled(kind: Kind, template: str, rng: random.Random) -> tuple[str, list[Span]]:
    """A text made of a template, and where the values that the kind seeks stand in it."""
    lang = "en" if template.startswith("en: ") else "fr"
    template = template.removeprefix("en: ").replace("\\n", "\n").replace("\\t", "\t")
    is_baby = _BABY.search(template) is not None and rng.random() < 0.5
    people: dict[str, Person] = defaultdict(
        lambda: _newborn(kind.person(rng), rng) if is_baby else kind.person(rng)
    )
    text, right, position = "", [], 0
    for found in _SLOT.finditer(template):
        text += template[position : found.start()]
        value = found["name"] or _value(kind, found, people, lang, rng)
        if found["name"] or found["slot"] in kind.slots:
            right.append((len(text), len(text) + len(value)))
        text += value
        position = found.end()
    return text + template[position:], right


def _value(
    kind: Kind, found: re.Match[str], people: Mapping[str, Person], lang: str, rng: random.Random
) -> str:
    """What fills a slot."""
    slot = found["slot"]
    who = _other(kind, found, rng) if slot in _OF_THINGS else people[found["who"]]
    if slot == "day" and _BEHIND_NAME.search(
        found.string, max(0, found.start() - _NAME_REACH), found.start()
    ):
        return _day(who, lang, rng, _OFTEN_BEHIND_NAME)
    value = (kind.fills.get(slot) or _SLOTS[slot])(who, lang, rng)
    return value.lower() if found["letters"] == "l" else value.upper() if found["letters"] else value


def _other(kind: Kind, found: re.Match[str], rng: random.Random) -> Person:
    """Somebody else, whose number a thing has; as a NAM with the letters told, a word's near it, or whichever."""
    if found["slot"] not in kind.fills:
        return person(rng)
    who = _with_a_nam(rng)
    if not (letters := found["code"] or rng.choice((_letters_before(found, rng), ""))):
        return who
    number = nam(letters[-1], letters[:-1], who.sex, who.birth, rng)
    return replace(who, nam=number.lower() if letters.islower() else number)


def _letters_before(found: re.Match[str], rng: random.Random) -> str:
    """The first letters of a word that stands right before a slot."""
    before = fold(found.string[max(0, found.start() - _LETTERS_REACH) : found.start()]).text
    nouns = _LONG_WORD.findall(before)[-2:]
    return rng.choice(nouns)[:_LETTERS].upper() if nouns else ""


def samples(kind: Kind, hold_out: int = 0) -> tuple[list[Sample], list[Sample]]:
    """What is learnt from, and what is held out: every `hold_out`-th block of templates (near ones are alike)."""
    rng = random.Random(1)
    learnt: list[Sample] = []
    held: list[Sample] = []
    told = [(template, folder, times) for folder, times in kind.told for template in templates(folder)]
    for number, (template, folder, times) in enumerate(told):
        kept = held if hold_out and number // _BLOCK % hold_out == 0 else learnt
        for _ in range(times):
            kept.extend(_samples(kind, *filled(kind, template, rng), number, whole=bool(folder)))
    cases = tomllib.loads(kind.cases.read_text("utf-8"))["case"]
    for number, case in enumerate(cases, len(told)):
        text = case["text"]
        right = [
            found.span() for value in set(case["finds"]) for found in re.finditer(re.escape(value), text)
        ]
        learnt.extend([*_samples(kind, text, right, number)] * _CASE_WEIGHT)
    return learnt, held


def _samples(
    kind: Kind, text: str, right: list[Span], template: int, *, whole: bool = True
) -> Iterator[Sample]:
    """The values of a text, also those in words, as the detector reads them; where not the `whole` is told, no doubtful ones."""
    page = Page(text, today=TODAY)
    for read, back in filter(None, ((page, None), page.mended, page.respelled)):
        for start, end, traits in kind.values(read):
            place = page.raw_span(*(back.span(start, end) if back else (start, end)))
            is_right = any(first < place[1] and place[0] < last for first, last in right)
            if is_right or whole or not kind.is_doubtful(traits):
                said = features(read.lower, start, end, kind.other, traits, wide=kind.wide)
                yield Sample(Counter(said), is_right != kind.of_others, template)


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
        ([(feature, times) for feature, times in sample.features.items() if feature in known], sample.right)
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
        for present, right in ordered:
            weights = [weight(feature) for feature, _ in present]
            odds = sum(value * times for value, (_, times) in zip(weights, present, strict=True))
            error = 1 / (1 + math.exp(-odds)) - right
            for value, (feature, times) in zip(weights, present, strict=True):
                slope = error * times
                step = (math.sqrt(n[feature] + slope * slope) - math.sqrt(n[feature])) / alpha
                z[feature] += slope - step * value
                n[feature] += slope * slope
    return {feature: value for feature in known if (value := weight(feature))}


def written(weights: dict[str, float]) -> str:
    """The file of the weights."""
    lines: dict[bool, list[str]] = {False: [], True: []}
    for feature, value in sorted(weights.items()):
        if hundredths := round(100 * value):
            line_end_said = feature.replace("\n", "/")
            lines[is_of_words(feature)].append(f"{line_end_said} {hundredths}\n")
    return _HEADER + "".join((*lines[False], "\n", *lines[True]))


def report(kind: Kind, weights: dict[str, float], held: Sequence[Sample]) -> None:
    """Prints what the model makes of templates that it has not learnt from."""
    odds = [
        (sum(weights.get(one, 0.0) * times for one, times in sample.features.items()), sample.right)
        for sample in held
    ]
    rights = sum(right for _, right in odds)
    for least in _THRESHOLDS:
        bound = math.log(least / (1 - least))
        found = sum(right for value, right in odds if value >= bound)
        wrong = sum(not right for value, right in odds if value >= bound)
        print(f"{kind.name} {least:.2f}: {found} of {rights} found, {wrong} of {len(odds) - rights} others")


def main() -> int:
    """Learn, and write or check or report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true")
    either.add_argument("--hold-out", type=int, default=0)
    options = parser.parse_args()
    stale = False
    for kind in KINDS:
        learnt, held = samples(kind, options.hold_out)
        weights = learn(learnt, kind.rate)
        if held:
            report(kind, weights, held)
        elif options.check:
            stale = stale or kind.weights.read_text("utf-8") != written(weights)
        else:
            kind.weights.write_text(written(weights), "utf-8")
            print(f"{kind.name}: {len(learnt)} values, {len(weights)} weights")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
