"""Runs every case of `tests/cases/<entity>.toml` through the detector.

A case: `text`, `why`, and `finds` (what must be reported at the default threshold, in order; nothing when empty).
`label` names the text from outside; `warns` lists what must be reported below the threshold.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from recognizers import ENTITY_TYPES, IDENTITY, Detector

FILES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
TODAY = date(2026, 11, 23)
THRESHOLD = 0.5


def cases_of(file: Path) -> list[dict[str, Any]]:
    return tomllib.loads(file.read_text("utf-8"))["case"]


@cache
def detector_for(entity: str) -> Detector:
    return Detector(IDENTITY if entity in IDENTITY else [entity], today=TODAY)


@pytest.mark.parametrize(
    ("entity", "case"),
    [
        pytest.param(file.stem.upper(), case, id=f"{file.stem}: {case['why']}")
        for file in FILES
        for case in cases_of(file)
    ],
)
def test_case(entity: str, case: dict[str, Any]) -> None:
    found = detector_for(entity).detect(case["text"], case.get("label", ""))
    matches = [match for match in found if match.entity_type == entity]
    sure = [case["text"][match.start : match.end] for match in matches if match.score >= THRESHOLD]
    doubtful = [case["text"][match.start : match.end] for match in matches if match.score < THRESHOLD]
    assert sure == case["finds"], [match.evidence for match in matches]
    if "warns" in case:
        assert doubtful == case["warns"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_lines_that_end_as_mail_ends_them_are_read_alike(file: Path) -> None:
    """Every case of more lines than one, with CR LF for LF: about 1,200 short texts, a few seconds in all."""
    entity = file.stem.upper()
    for case in cases_of(file):
        text = case["text"].replace("\r\n", "\n")
        if "\n" not in text:
            continue
        found: list[list[tuple[str, float]]] = []
        for read in (text, text.replace("\n", "\r\n")):
            matches = detector_for(entity).detect(read, case.get("label", ""))
            found.append(
                [
                    (read[one.start : one.end].replace("\r\n", "\n"), one.score)
                    for one in matches
                    if one.entity_type == entity
                ]
            )
        assert found[0] == found[1], case["why"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_entity_has_positive_and_negative_cases(file: Path) -> None:
    assert file.stem.upper() in ENTITY_TYPES
    assert any(case["finds"] for case in cases_of(file))
    assert any(not case["finds"] for case in cases_of(file))
