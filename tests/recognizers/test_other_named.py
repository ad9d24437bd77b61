"""What gives a date or a number to something else, asked by itself: learnt weights have no say in it, as they have in cases."""

from __future__ import annotations

from datetime import date

import pytest

from recognizers.birth_other_days import is_behind_event, without_other_days
from recognizers.birth_records import is_of_record
from recognizers.page import Candidate, Page
from recognizers.sin_told_otherwise import is_a_things


def at(text: str, value: str, *evidence: str) -> tuple[Page, Candidate]:
    """The page, and the last `value` on it as a birth date that nothing names."""
    page = Page(text, "", today=date(2026, 11, 23))
    start = page.lower.rindex(value.lower())
    return page, Candidate(
        "DATE_OF_BIRTH", start, start + len(value), 0.55, "birth-date", ("pattern", *evidence)
    )


@pytest.mark.parametrize(
    ("text", "value", "is_other"),
    [
        ("Line 3 is the birth date.\nLine 3: April 12, 1985", "April 12, 1985", False),
        ("Line 4 is the birth date.\nLine 3: April 12, 1985", "April 12, 1985", True),
        ("Votre date de naissance (case 4) svp\n\nCase 4 : 1985-04-12", "1985-04-12", False),
        ("Votre date d'embauche (case 4) svp\n\nCase 4 : 1985-04-12", "1985-04-12", True),
    ],
)
def test_a_numbered_box_holds_what_the_page_says(text: str, value: str, *, is_other: bool) -> None:
    assert is_behind_event(*at(text, value)) is is_other


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("PID|1|ROY^ANNE|19850412|F", False),
        ("PID|1||12345||ROY^ANNE|19850412||F", False),
        ("PID|1||7731||||19850412|ON", False),  # the field that holds it
        ("PID|1||12345|19850412|ON", True),
    ],
)
def test_a_patients_segment_with_fields_left_out_has_a_birth_beside_name_or_sex(
    text: str, *, is_other: bool
) -> None:
    assert is_of_record(*at(text, "19850412")) is is_other


@pytest.mark.parametrize(
    ("text", "value", "is_other"),
    [
        ("Nos assurances sociales 732 915 061 et 346 419 526", "732 915 061", False),
        ("Nos factures 732 915 061 et 346 419 526", "732 915 061", True),
    ],
)
def test_the_plural_of_a_sins_own_name_is_no_things(text: str, value: str, *, is_other: bool) -> None:
    page, one = at(text, value)
    assert is_a_things(page.lower, one.start, one.end) is is_other


@pytest.mark.parametrize(
    ("question", "stays"),
    [
        ("Please confirm your identity. What date do you have on file?", True),
        ("Please confirm your visit. What date do you have on file?", False),
    ],
)
def test_who_somebody_is_may_be_asked_by_a_date(question: str, *, stays: bool) -> None:
    page, one = at(f"{question}\nAnne Roy: April 12, 1985", "April 12, 1985", "context")
    assert bool(without_other_days(page, [one])) is stays
