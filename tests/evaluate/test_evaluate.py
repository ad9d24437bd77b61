"""Recall and precision as documented: half of the characters decide."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from gateway.evaluate import LabelError, evaluate


@dataclass(frozen=True)
class Match:
    entity_type: str
    start: int
    end: int
    score: float = 0.9


class Scripted:
    """Answers what the test tells it to."""

    entities = frozenset(("PERSON", "CA_SIN"))

    def __init__(self, *matches: Match) -> None:
        self._matches = list(matches)

    def detect(self, text: str, label: str = "") -> list[Match]:
        return self._matches


def line(*entities: tuple[str, int, int], text: str = "0123456789abcdefghij") -> str:
    return json.dumps(
        {"text": text, "lang": "fr", "entities": [{"type": t, "start": s, "end": e} for t, s, e in entities]}
    )


@pytest.mark.parametrize(
    ("match", "found", "right", "exact"),
    [
        pytest.param(Match("PERSON", 0, 10), 1, 1, 1, id="exact"),
        pytest.param(Match("PERSON", 0, 5), 1, 1, 0, id="half of the name"),
        pytest.param(Match("PERSON", 0, 4), 0, 1, 0, id="less than half of the name"),
        pytest.param(Match("PERSON", 0, 20), 1, 1, 0, id="twice too long"),
        pytest.param(Match("PERSON", 4, 20), 1, 0, 0, id="mostly beside it"),
        pytest.param(Match("CA_SIN", 0, 10), 0, 0, 0, id="another type"),
        pytest.param(Match("PERSON", 0, 10, 0.4), 0, 0, 0, id="below the threshold"),
    ],
)
def test_half_of_the_characters_decide(match: Match, found: int, right: int, exact: int) -> None:
    tally = evaluate([line(("PERSON", 0, 10))], Scripted(match)).tallies["PERSON"]
    assert (tally.found, tally.right, tally.exact) == (found, right, exact)


def test_figures() -> None:
    report = evaluate(
        [line(("PERSON", 0, 10)), line(("PERSON", 12, 20)), line()], Scripted(Match("PERSON", 0, 10))
    )
    tally = report.tallies["PERSON"]
    assert (tally.recall, tally.precision) == (0.5, 1 / 3)
    assert tally.f1 == pytest.approx(0.4)
    assert (report.texts, report.clean, report.clean_with_alarm) == (3, 1, 1)
    assert json.loads(report.as_json())["entities"]["PERSON"]["recall"] == 0.5
    assert "PERSON" in report.as_table()
    assert "50.0 %" in report.as_table()


def test_calibration_counts_every_match_by_its_score() -> None:
    lines = [line(("PERSON", 0, 10))] * 3 + [line()]
    report = evaluate(lines, Scripted(Match("PERSON", 0, 10, 0.82), Match("CA_SIN", 12, 20, 0.4)))
    steps = report.steps()
    assert (steps[0.8].matches, steps[0.8].mean, steps[0.8].share) == (4, pytest.approx(0.82), 0.75)
    assert (steps[0.0].matches, steps[0.0].share) == (4, 0.0)
    assert report.steps(["PERSON"])[0.0].mean is None
    row = {"from": 0.8, "matches": 4, "mean_score": 0.82, "right": 0.75}
    assert json.loads(report.as_json())["calibration"]["PERSON"] == [row]
    assert "82.0 %" in report.as_table()


def test_types_that_are_not_looked_for_are_left_out() -> None:
    report = evaluate([line(("CREDIT_CARD", 0, 10))], Scripted())
    assert not report.tallies
    assert report.clean == 0


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[]", "line 2: expected an object"),
        (line(("PERSON", 5, 50)), "line 2: PERSON: start and end"),
        ('{"text": "secret", "entities": [{"type": "PERSON"}]}', "line 2: an entity needs"),
    ],
)
def test_a_bad_line_is_named_and_not_quoted(bad: str, message: str) -> None:
    with pytest.raises(LabelError, match=message) as caught:
        evaluate([line(), bad], Scripted())
    assert "secret" not in str(caught.value)


def test_labels_of_types_that_nothing_looks_for_are_counted_and_only_their_types_named() -> None:
    report = evaluate([line(("PERSONNE", 0, 10), ("Marie Roy", 0, 9))], Scripted())
    assert report.left_out == {"PERSONNE": 1, "?": 1}
    assert "2 labels of types that nothing looks for, left out: ?, PERSONNE" in report.as_table()
    assert json.loads(report.as_json())["left_out"] == {"?": 1, "PERSONNE": 1}
    assert not report.tallies
