"""The scanner: findings with their place, the clock, long texts, the language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from gateway.model import Category, Incomplete, Reason, Segment, SegmentKind
from gateway.scan.budget import out_of_time
from gateway.scan.engine import Budget, Scanner
from gateway.scan.names import Names
from gateway.scan.pipelines import NamesUnavailable

IDENTITY = frozenset(("CA_QC_NAM",))
NAM = "TREM 0412 1925"  # a published test vector, nobody's number


@dataclass(frozen=True)
class Missing:
    french: str = "no_such_pipeline"
    english: str = "no_such_pipeline"


def test_a_finding_names_segment_place_and_category_but_not_the_value() -> None:
    text = f"Bonjour, mon NAM est {NAM}, merci."
    result = Scanner().scan([Segment("body/0", text)], IDENTITY, Budget(5))
    (finding,) = result.findings
    assert (finding.segment, text[finding.start : finding.end]) == ("body/0", NAM)
    assert (finding.entity_type, finding.category) == ("CA_QC_NAM", Category.IDENTITY)
    assert "TREM" not in repr(result)
    assert result.incomplete == ()


def test_the_label_of_a_segment_is_context() -> None:
    cell = Segment("att/1/sheet1/B2", "TREM 0412 1926", SegmentKind.CELL, label="Numéro d'assurance maladie")
    bare = Segment("att/1/sheet1/C2", "TREM 0412 1926", SegmentKind.CELL)
    result = Scanner().scan([cell], IDENTITY, Budget(5))
    assert [finding.segment for finding in result.findings if finding.score >= 0.5] == ["att/1/sheet1/B2"]
    assert not [f for f in Scanner().scan([bare], IDENTITY, Budget(5)).findings if f.score >= 0.5]


def test_a_spent_budget_is_reported_and_never_silent() -> None:
    segments = [
        Segment("body/0", f"NAM {NAM}"),
        Segment("att/2/sheet1/B3", NAM),
        Segment("att/2/sheet1/B4", NAM),
    ]
    result = Scanner().scan(segments, IDENTITY, Budget(0))
    assert result.findings == ()
    assert result.incomplete == (
        Incomplete(Reason.TOO_SLOW, "body/0"),
        Incomplete(Reason.TOO_SLOW, "att/2"),
    )


def test_what_was_found_stays_when_the_names_take_too_long() -> None:
    class Slow(Names):
        """Takes longer than the budget, line by line, as spaCy does on a long text."""

        def __init__(self) -> None:
            pass

        def __call__(self, text: str) -> Iterator[tuple[int, int, float]]:
            while not out_of_time():
                time.sleep(0.01)
            yield from ()

    scanner = Scanner()
    scanner._pipelines, scanner._names = Missing(), Slow()
    entities = frozenset(("PERSON", "CA_QC_NAM"))
    scanner.detector(entities).detect("bonjour")  # reads its lists before the clock runs
    segment = Segment("field/comment", f"Je suis Xavier Untel, NAM {NAM}")
    result = scanner.scan([segment], entities, Budget(0.05))
    assert "CA_QC_NAM" in {finding.entity_type for finding in result.findings}
    assert result.incomplete == (Incomplete(Reason.TOO_SLOW, "field/comment"),)


def test_empty_segments_cost_nothing_and_are_never_unfinished() -> None:
    result = Scanner().scan([Segment("body/0", " \n ")], IDENTITY, Budget(0))
    assert result.incomplete == ()


@pytest.mark.parametrize("lead", [0, 524_280, 523_000, 1_047_000])
def test_a_long_segment_is_read_to_its_end_and_nothing_is_cut_or_found_twice(lead: int) -> None:
    text = "a " * (lead // 2) + f"NAM : {NAM} fin " + "mot " * 200_000
    (finding,) = Scanner().scan([Segment("body/0", text)], IDENTITY, Budget(60)).findings
    assert text[finding.start : finding.end] == NAM


@pytest.mark.parametrize("blanks", ["\r\n" * 300_000, "\r\n" * 300_000 + " ", " " * 600_000, "\n" * 600_001])
def test_what_stands_before_many_blanks_is_found_and_the_blanks_are_not_unfinished(blanks: str) -> None:
    result = Scanner().scan([Segment("body/0", f"NAM : {NAM}{blanks}")], IDENTITY, Budget(60))
    assert [(found.start, found.end) for found in result.findings] == [(6, 6 + len(NAM))]
    assert (
        result.incomplete
        == Scanner().scan([Segment("body/0", blanks)], IDENTITY, Budget(60)).incomplete
        == ()
    )


def test_the_budget_counts_down() -> None:
    budget = Budget(0.02)
    assert not budget.spent
    time.sleep(0.03)
    assert budget.spent
    assert budget.left == 0


def test_allowed_values_are_not_found() -> None:
    scanner = Scanner(allow=["trem-0412-1925"])
    assert scanner.scan([Segment("body/0", f"NAM {NAM}")], IDENTITY, Budget(5)).findings == ()


def test_a_missing_pipeline_stops_the_start_with_what_to_do() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(NamesUnavailable, match=r"names\.french = 'no_such_pipeline'.*names\.enabled = false"):
        Scanner({"PERSON"}, names=Missing())


def test_pipelines_are_not_loaded_for_identity() -> None:
    assert Scanner(IDENTITY, names=Missing()).scan([], IDENTITY, Budget(1)).findings == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bonjour, je n'ai pas reçu ma carte d'assurance maladie.", "fr"),
        ("jai pas recu ma carte svp me rappeler", "fr"),
        ("Hello, I have not received my health card yet.", "en"),
        ("where is my card", "en"),
        ("418 555-0199", "und"),
        ("", "und"),
    ],
)
def test_the_language_of_a_message(text: str, language: str) -> None:
    assert Scanner().scan([Segment("body/0", text)], IDENTITY, Budget(5)).language == language


def test_the_body_decides_the_language_not_file_names() -> None:
    segments = [
        Segment("header/subject", "Re: your request about the health card", SegmentKind.HEADER),
        Segment("body/0", "Voici la réponse que vous vouliez."),
    ]
    assert Scanner().scan(segments, IDENTITY, Budget(5)).language == "fr"
