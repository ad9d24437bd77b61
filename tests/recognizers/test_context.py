"""The models over the words around a value: what they add up, how far they look, and that the data make them."""

from __future__ import annotations

import math
import random
from datetime import date

import pytest

from benchmarks.detection import contexts
from recognizers import Detector
from recognizers.context import features, is_of_words, likelihood, model, model_of, score_of
from recognizers.page import Page

TODAY = date(2026, 11, 23)


def read(kind: contexts.Kind) -> dict[str, float]:
    """The weights of a model as its file holds them."""
    lines = [line for line in kind.weights.read_text("ascii").splitlines()[1:] if line]
    return {
        feature.replace("/", "\n") if is_of_words(feature) else feature: int(weight) / 100
        for feature, weight in map(str.split, lines)
    }


@pytest.mark.parametrize("kind", contexts.KINDS, ids=lambda kind: kind.name)
def test_the_likelihood_is_the_sum_of_what_the_features_weigh(kind: contexts.Kind) -> None:
    weights, made = read(kind), model_of(kind.name, kind.other, kind.enough, wide=kind.wide)
    rng = random.Random(3)
    seen = likely = lost = 0
    for template in rng.sample(contexts.templates(), 1200):
        page = Page(contexts.filled(kind, template, rng)[0], today=TODAY)
        for start, end, traits in kind.values(page):
            odds = sum(
                weights.get(one, 0.0)
                for one in features(page.lower, start, end, kind.other, traits, wide=kind.wide)
            )
            found = likelihood(made, page.lower, start, end, traits)
            seen += 1
            likely += found >= kind.enough
            if found:
                assert found == pytest.approx(1 / (1 + math.exp(-odds)))
            elif odds >= math.log(kind.enough / (1 - kind.enough)):  # the nearest words left no hope
                lost += 1
    assert seen > 200
    assert likely > 100
    assert lost <= likely / 50


def test_every_weight_counts_where_its_feature_stands() -> None:
    text = "le bebe. ne le 1964-07-09 a laval"
    start = text.index("1964")
    for feature in set(features(text, start, start + 10, contexts.OTHER_EVENT, wide=False)):
        alone = model(contexts.written({feature: 3.0}), contexts.OTHER_EVENT, 0.85, wide=False)
        times = list(features(text, start, start + 10, contexts.OTHER_EVENT, wide=False)).count(feature)
        assert likelihood(alone, text, start, start + 10) == pytest.approx(1 / (1 + math.exp(-3 * times))), (
            feature
        )


def test_words_beyond_the_reach_count_for_nothing() -> None:
    made = model_of("birth-context", contexts.OTHER_EVENT, 0.85, wide=False)
    date_alone = "1964-07-09"
    padded = " x" * 100 + date_alone + " x" * 100
    start = padded.index(date_alone)
    near = likelihood(made, padded, start, start + 10)
    far = "naissance " * 50 + padded + " naissance" * 50
    assert likelihood(made, far, start + 500, start + 510) == pytest.approx(near)


def test_the_score_of_a_finding_grows_with_its_likelihood() -> None:
    made = model_of("sin-context", contexts.OTHER_NUMBER, 0.92, wide=True)
    assert score_of(made, 0.92) == 0.5
    assert score_of(made, 0.92) < score_of(made, 0.95) < score_of(made, 1.0) <= 0.6


@pytest.mark.parametrize("written", ["4 mai 1931", "04/05/31"])
def test_what_only_the_words_around_tell_says_so(written: str) -> None:
    text = f"Calculez mon âge à partir du {written} et vous verrez que j'ai droit à la pension."
    found = Detector(today=TODAY).detect(text)
    assert [(match.entity_type, match.evidence) for match in found] == [
        ("DATE_OF_BIRTH", ("pattern", "context"))
    ]
    assert 0.5 <= found[0].score <= 0.6


@pytest.mark.parametrize("kind", contexts.KINDS, ids=lambda kind: kind.name)
def test_templates_that_were_held_out_are_told(kind: contexts.Kind) -> None:
    learnt, held = contexts.samples(kind, hold_out=5)
    weights = contexts.learn(learnt, kind.rate)
    bound = math.log(kind.enough / (1 - kind.enough))
    odds = [
        (sum(weights.get(one, 0.0) * times for one, times in sample.features.items()), sample.right)
        for sample in held
    ]
    right = [value >= bound for value, is_right in odds if is_right]
    wrong = [value >= bound for value, is_right in odds if not is_right]
    assert len(right) > 300
    assert len(wrong) > 200
    # Of numbers of a NAM's form it puts aside only what is very likely a thing's: rules tell of most others.
    assert sum(right) / len(right) > (0.6 if kind.of_others else 0.7)
    assert sum(wrong) / len(wrong) < 0.05


def test_of_numbers_that_nothing_names_those_of_things_alone_are_put_aside() -> None:
    kind = next(kind for kind in contexts.KINDS if kind.name == "nam-context")
    detector, rng = Detector(["CA_QC_NAM"], today=TODAY), random.Random(4)
    aside = {True: 0, False: 0}
    of_people = of_things = 0
    for template in contexts.templates("nams"):
        text, right = contexts.filled(kind, template, rng)
        of_people += len(right)
        of_things += template.count("{code")
        for match in detector.detect(text):
            if "veto:context" in match.evidence:
                assert match.score < 0.5 or any(one.startswith("corroboration") for one in match.evidence)
                aside[any(start < match.end and match.start < end for start, end in right)] += 1
    assert of_people > 900
    assert aside[True] <= of_people / 200
    assert aside[False] > of_things / 6  # the rules tell of most others


def test_a_name_or_a_date_of_birth_speaks_for_a_number_whatever_the_words_around() -> None:
    detector = Detector(["CA_QC_NAM"], today=TODAY)
    found = [
        [(match.score >= 0.5, "veto:context" in match.evidence) for match in detector.detect(text)]
        for text in (
            "Sortie BALM 3159 2720, table 12, tenue de ville.",
            "Sortie Marie Balmoral BALM 3159 2720, table 12, tenue de ville.",
            "Sortie BALM 3159 2720 (27 septembre 1931), table 12, tenue de ville.",
        )
    ]
    assert found == [[(False, True)], [(True, False)], [(True, False)]]


@pytest.mark.parametrize("kind", contexts.KINDS, ids=lambda kind: kind.name)
def test_the_weights_are_what_the_templates_make(kind: contexts.Kind) -> None:
    learnt, _ = contexts.samples(kind)
    assert contexts.written(contexts.learn(learnt, kind.rate)) == kind.weights.read_text("utf-8"), (
        "stale: python -m benchmarks.detection.contexts"
    )
