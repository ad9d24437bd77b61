"""Detection must not get worse: recall and false alarms on the project's own messages, against stored figures.

The messages are made, the same on every run. A better result is welcome: raise `figures.toml` with it
(`python -m tests.detection.test_gate` stores it).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.detection.generate import messages
from benchmarks.detection.people import TODAY
from benchmarks.detection.personal import comments
from gateway.evaluate import Report, evaluate
from recognizers import IDENTITY, PERSONAL_ONLY, Detector

FIGURES = Path(__file__).parent / "figures.toml"
COUNT, SEED = 800, 7


@cache
def report(of: str) -> Report:
    """What the detector finds in one set, without a spaCy pipeline."""
    if of == "identity":
        return evaluate(messages("test", COUNT, SEED), Detector(IDENTITY, today=TODAY))
    return evaluate(comments("test", COUNT, SEED), Detector(PERSONAL_ONLY, today=TODAY))


def stored() -> dict[str, Any]:
    return tomllib.loads(FIGURES.read_text("utf-8"))


@pytest.mark.parametrize(
    ("of", "entity"),
    [("identity", entity) for entity in ("CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH")]
    + [("personal", entity) for entity in PERSONAL_ONLY],
)
def test_recall_does_not_fall_and_false_alarms_do_not_rise(of: str, entity: str) -> None:
    expected, tally = stored()["entity"][entity], report(of).tallies[entity]
    assert tally.labelled >= 30, "too few to tell anything"
    assert tally.recall is not None
    assert tally.recall >= expected["recall"]
    assert tally.matches - tally.right <= expected["false_alarms"]


@pytest.mark.parametrize("of", ["identity", "personal"])
def test_clean_messages_stay_clean(of: str) -> None:
    found = report(of)
    assert found.clean >= 150
    assert found.clean_with_alarm <= stored()["clean"][of]


def figures() -> str:
    """Today's figures in the form of `figures.toml`, recall rounded down."""
    lines = [
        "# Written by `python -m tests.detection.test_gate`; a change for the worse needs a reason.",
        "",
        "[clean]",
    ]
    lines += [f"{of} = {report(of).clean_with_alarm}" for of in ("identity", "personal")]
    for of in ("identity", "personal"):
        for entity, tally in sorted(report(of).tallies.items()):
            recall = int(1000 * (tally.recall or 0)) / 1000
            lines += [
                "",
                f"[entity.{entity}]",
                f"recall = {recall}",
                f"false_alarms = {tally.matches - tally.right}",
            ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FIGURES.write_text(figures(), "utf-8")
