"""Allowed values are compared as people mean them."""

from __future__ import annotations

import pytest

from recognizers import Detector

ALLOWED = ["418 555-0123", "1 800 555-0199", "G1K 9Z9", "1125, Grande Allée Ouest"]
EVERYTHING = ["PHONE_NUMBER", "CA_POSTAL_CODE", "STREET_ADDRESS"]


def found(text: str) -> list[str]:
    return [text[match.start : match.end] for match in Detector(EVERYTHING, allow=ALLOWED).detect(text)]


@pytest.mark.parametrize(
    "text",
    [
        "tél. 418-555-0123",
        "tél. 1 (418) 555-0123 poste 45",
        "g1k9z9",
        "au 1125, GRANDE-ALLEE OUEST, bureau 300",
    ],
)
def test_an_allowed_value_is_not_reported_however_it_is_written(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["tél. 418-555-0124", "G1K 9Z8", "au 1126, Grande Allée Ouest"])
def test_a_value_that_differs_by_one_character_is(text: str) -> None:
    assert len(found(text)) == 1
