"""The NAM's check digit and structure, against the published vectors where they are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from recognizers.nam_number import check_digit, read_nam

TODAY = date(2026, 11, 23)
VECTORS = Path(__file__).parents[3] / "shared" / "data" / "vectors.json"


@pytest.mark.parametrize(
    ("compact", "birth"),
    [
        pytest.param("TREM04121925", date(2004, 12, 19), id="a man"),
        pytest.param("GAGL62522817", date(1962, 2, 28), id="a woman: month plus 50"),
    ],
)
def test_reads_the_birth_date(compact: str, birth: date) -> None:
    reading = read_nam(compact, TODAY)
    assert reading is not None
    assert reading.confirmed == {birth}


@pytest.mark.parametrize(
    "compact",
    [
        pytest.param("TREM04321925", id="month 32"),
        pytest.param("TREM99022911", id="29 February of an ordinary year"),
        pytest.param("TREM041219I5", id="sequence I is not used"),
        pytest.param("TREM041219O5", id="sequence O is not used"),
        pytest.param("TREM04121905", id="sequence 0 is not used"),
        pytest.param("TREM0412192", id="eleven characters"),
        pytest.param("TR3M04121925", id="a digit among the letters"),
    ],
)
def test_refuses_what_has_not_the_shape(compact: str) -> None:
    assert read_nam(compact, TODAY) is None


def test_a_stem_has_one_check_digit_for_each_century() -> None:
    assert check_digit("TREM0412192", 20, "M") == "5"
    assert check_digit("TREM0412192", 19, "M") == "7"


def test_nobody_is_born_tomorrow() -> None:
    assert read_nam("TREM04121925", date(2004, 12, 19)) is not None
    reading = read_nam("TREM04121925", date(2004, 12, 18))
    assert reading is not None
    assert date(2004, 12, 19) not in reading.births


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared vectors are not beside the project")
def test_agrees_with_every_published_vector() -> None:
    for vector in json.loads(VECTORS.read_text("utf-8"))["nam"]:
        reading = read_nam(vector["compact"], TODAY)
        verdict = "invalid"
        if reading and reading.confirmed:
            verdict = "valid"
        elif reading and reading.stretched:
            verdict = "valid_inspq_only"
        assert verdict == vector["verdict"], vector["why"]
