"""Findings of one value at several places bear the same number, and count once."""

from datetime import date

import pytest

from gateway.model import Category, Finding, Segment, counts_of
from gateway.scan.values import numbered

TODAY = date(2026, 11, 1)


def counted(entity: str, *texts: str) -> dict[str, int]:
    segments = [Segment(f"body/{number}", text) for number, text in enumerate(texts)]
    found = [Finding(entity, Category.IDENTITY, one.path, 0, len(one.text), 0.9, "any") for one in segments]
    return counts_of(numbered(found, segments, TODAY))


@pytest.mark.parametrize(
    ("entity", "texts"),
    [
        ("CA_SIN", ("046 454 286", "046-454-286", "046\u00a0454\u200b286", "０４６４５４２８６")),
        ("CA_QC_NAM", ("TREM 0412 1925", "trem04121925", "TREM&nbsp;0412&nbsp;1925")),
        ("DATE_OF_BIRTH", ("1985-04-12", "12 avril 1985", "April 12th, 1985", "Jour : 12 Mois : 04 Année : 1985")),
        ("STREET_ADDRESS", ("12, rue de l'Église", "12 RUE DE L’EGLISE")),
    ],
)  # fmt: skip
def test_one_value_in_several_spellings_counts_once(entity, texts):
    assert counted(entity, *texts) == {entity: 1}


@pytest.mark.parametrize(
    ("entity", "texts"),
    [
        ("CA_SIN", ("046 454 286", "130 692 544")),
        ("DATE_OF_BIRTH", ("1985-04-12", "1985-04-13")),
        ("DATE_OF_BIRTH", ("née en avril", "né en mai")),
        ("STREET_ADDRESS", ("1, 23e Avenue", "12, 3e Avenue")),
        ("EMAIL_ADDRESS", ("jean.roy@example.org", "jeanroy@example.org")),
        ("IP_ADDRESS", ("1.23.4.5", "12.3.4.5")),
    ],
)
def test_several_values_count_each(entity, texts):
    assert counted(entity, *texts) == {entity: 2}


def test_two_types_at_one_place_are_two():
    segment = Segment("body/0", "046 454 286")
    found = [
        Finding(entity, Category.IDENTITY, "body/0", 0, 11, 0.9, "any")
        for entity in ("CA_SIN", "CA_PASSPORT")
    ]
    assert counts_of(numbered(found, [segment], TODAY)) == {"CA_PASSPORT": 1, "CA_SIN": 1}


def test_findings_that_nobody_compared_count_by_place():
    found = [Finding("CA_SIN", Category.IDENTITY, "body/0", n, n + 1, 0.9, "any") for n in range(3)]
    assert counts_of(found) == {"CA_SIN": 3}
