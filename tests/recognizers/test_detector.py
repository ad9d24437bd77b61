"""What the detector promises: places in the text as given, corroboration across a message, allowed values, explanations."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers import ENTITY_TYPES, Detector, Match
from recognizers.cues import CueTable, known_words
from recognizers.digits import shape
from recognizers.page import Page
from recognizers.registry import MODULES, WITHOUT_FIGURES, load, modules_for

TODAY = date(2026, 11, 23)
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
PIECES = st.sampled_from(
    (
        "NAM : ",
        "TREM 0412 1925",
        "né le ",
        "12 avril 1985",
        "DDN;",
        "NAS ",
        "130 692 544",
        "\n",
        "\u200b",
        "é",
        "😀",
        "&nbsp;",
        "|",
        "un deux trois ",
    )
)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(today=TODAY)


def found(text: str, matches: list[Match]) -> list[tuple[str, str]]:
    return [(match.entity_type, text[match.start : match.end]) for match in matches if match.score >= 0.5]


def test_places_are_those_of_the_text_as_given(detector: Detector) -> None:
    text = "Été 😀 e\u0301 — NAM&nbsp;: T\u200bREM&#32;0412 1925, merci"
    assert found(text, detector.detect(text)) == [("CA_QC_NAM", "T\u200bREM&#32;0412 1925")]


def test_a_whole_identifier_is_covered_and_its_neighbours_are_not(detector: Detector) -> None:
    text = "TREM04121925,130-692-544"
    assert ("CA_QC_NAM", "TREM04121925") in found(text, detector.detect(text))


def test_a_label_in_the_cell_before_counts(detector: Detector) -> None:
    cells = [("NAS", ""), ("130692544", ""), ("Dossier", ""), ("046454286", "")]
    assert [
        len(found(text, matches))
        for (text, _), matches in zip(cells, detector.detect_all(cells), strict=True)
    ] == [0, 1, 0, 0]


def test_what_is_told_once_is_known_wherever_the_message_repeats_it(detector: Detector) -> None:
    told = [("Mon NAS est le 130 692 544, je suis né le 12 avril 1985.", "")]
    again = [
        ("TREM  130692544  1985-04-12", ""),
        ("> 130-692-544", ""),
        ("Facture 1306925440 du 12 mai 1985", ""),
    ]
    counts = [
        len(found(text, matches))
        for (text, _), matches in zip(again, detector.detect_all(again), strict=True)
    ]
    assert counts == [0, 0, 0]
    texts = told + again
    counts = [
        len(found(text, matches))
        for (text, _), matches in zip(texts, detector.detect_all(texts), strict=True)
    ]
    assert counts == [2, 2, 1, 0]


def test_a_number_told_in_words_is_known_in_figures(detector: Detector) -> None:
    words = "Mon NAS est un trois zéro six neuf deux cinq quatre quatre."
    assert [
        len(found(text, matches))
        for (text, _), matches in zip(
            [(words, ""), ("Compte 130692544", "")],
            detector.detect_all([(words, ""), ("Compte 130692544", "")]),
            strict=True,
        )
    ] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Je suis né le 1er janvier 1980. La loi du 1er janvier 1980 s'applique-t-elle?",
        "Je suis né le 12 avril 1985. Loi entrée en vigueur le 12 avril 1985.",
    ],
)
def test_what_else_happened_on_that_day_is_left(detector: Detector, text: str) -> None:
    assert len(found(text, detector.detect(text))) == 1


def test_a_birth_of_this_year_does_not_make_other_dates_births(detector: Detector) -> None:
    text = "Ma fille est née le 3 mars 2026. Reçu 4471, 2026-03-03."
    assert found(text, detector.detect(text)) == [("DATE_OF_BIRTH", "3 mars 2026")]


def test_a_column_header_given_as_label_counts(detector: Detector) -> None:
    assert found("12/04/1985", detector.detect("12/04/1985", label="Date de naissance")) == [
        ("DATE_OF_BIRTH", "12/04/1985")
    ]
    assert found("12/04/1985", detector.detect("12/04/1985", label="Date de la demande")) == []


def test_a_name_elsewhere_in_the_message_vouches_for_a_mistyped_number(detector: Detector) -> None:
    body, signature = "Voici ma carte : TREM 0412 1935 ok", "Martin Tremblay"
    alone = detector.detect(body)[0]
    together = detector.detect_all([(body, ""), (signature, "")])[0][0]
    assert together.score > alone.score
    assert "corroboration:name" in together.evidence


def test_a_date_equal_to_the_one_in_a_nam_is_a_birth_date_in_any_part(detector: Detector) -> None:
    parts = [("NAM TREM 0412 1925", ""), ("le 19 décembre 2004, puis le 20 décembre 2004", "")]
    assert found(parts[1][0], detector.detect_all(parts)[1]) == [("DATE_OF_BIRTH", "19 décembre 2004")]


@pytest.mark.parametrize("written", ["TREM 0412 1925", "trem04121925", "TREM-0412-1925"])
def test_an_allowed_value_is_not_reported_however_it_is_written(written: str) -> None:
    assert Detector(today=TODAY, allow=["TREM 0412 1925"]).detect(f"NAM : {written}") == []


def test_only_the_types_asked_for_are_reported() -> None:
    text = "NAM TREM 0412 1925, né le 19 décembre 2004"
    assert {match.entity_type for match in Detector(["DATE_OF_BIRTH"], today=TODAY).detect(text)} == {
        "DATE_OF_BIRTH"
    }


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown entity type 'NAME'"):
        Detector(["NAME"])


def test_evidence_never_holds_the_value(detector: Detector) -> None:
    text = "NAM : TREM 0412 1925, NAS 130 692 544, né le 12 avril 1985"
    for match in detector.detect(text):
        shown = repr(match)
        assert match.evidence
        assert not any(part in shown for part in ("TREM", "0412", "130 692", "avril"))


def test_importing_needs_nothing_but_python() -> None:
    code = (
        "import sys; from recognizers import Detector; Detector().detect('NAM TREM 0412 1925');"
        "print([name for name in sys.modules if name.split('.')[0] in ('presidio_analyzer', 'spacy', 're2',"
        " 'regex', 'pydantic')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.strip() == "[]"


def test_every_entity_type_has_a_recognizer() -> None:
    found = {kind for module in modules_for(ENTITY_TYPES) for kind in load(module).entity_types}
    assert found == set(ENTITY_TYPES)


_FIGURES = re.compile(r"\d")


def test_what_needs_figures_finds_nothing_where_there_are_none() -> None:
    cases = [case for file in CASES for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    pages = [Page(_FIGURES.sub("", case["text"]), case.get("label", ""), today=TODAY) for case in cases]
    without = [page for page in pages if not page.has_digits]
    assert len(without) > len(cases) / 2
    for module in set(MODULES) - WITHOUT_FIGURES:
        assert not any([*load(module).find(page)] for page in without), module


#: What every recognizer stumbles over first: its own words, cut short, doubled, at the end of the text.
SOUP = (
    "12 04 1925 TREM 0412 130 692 544 né le mon NAS : ddn dob born on avril un deux zéro quatre-vingt mil T comme R as in"
    " , . ; | / - M F fille Zoé Tremblay Marie Jean de la van von Saint O' ( ) 1985-04-12 85 O4 jour mois code permanent"
    " carte soleil no rue 12-345, boul. app. H3A 3G5 418 555-0142 poste a@b.ca @ http:// 4111 1111 diabète mon mari souffre"
    " de cancer insuline Dr Mme M. permis passeport transit 815 ::1 10.0.0.1 \u200b \n \t"
).split(" ")


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(SOUP), max_size=30).map(" ".join))
def test_a_soup_of_cue_words_never_raises(text: str) -> None:
    for match in Detector(ENTITY_TYPES, today=date(2026, 11, 23)).detect(text):
        assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize("link", [" comme ", " as in ", " like ", " for ", " pour "])
def test_a_text_may_end_where_a_spelled_letter_would_begin(detector: Detector, link: str) -> None:
    for text in (link, f"x{link}", f"open to{link}"):
        assert detector.detect(text) == []


def test_a_name_may_end_in_a_particle_at_the_end_of_the_text() -> None:
    found = Detector(["PERSON"]).detect("Merci, Marie Tremblay de")

    assert [(one.start, one.end) for one in found] == [(7, 21)]


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_matches_stay_inside_the_text_in_order_without_overlap(text: str) -> None:
    matches = Detector(today=TODAY).detect(text)
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
        assert 0 < match.score <= 1
    for one, other in pairwise(matches):
        assert one.end <= other.start


FRAGMENTS = (
    "nam", "n.a.m.", "assurance maladie", "assurance-maladie", "ass. mal.", "carte soleil", "no ramq",
    "ramq #", "health card", "hin", "h.i.n.",
    "nas", "n.a.s.", "sin", "s.i.n", "numero social", "social insurance", "ssn", "date de naissance",
    "naiss.", "datenaissance", "ddn", "d.d.n.",
    "dob", "d.o.b", "d/o/b", "born", "(b. 1", " b. 2", "ne le", "nee le", "ne(e) le", "(ne le", ";ne le",
    "b-day", "ans le 3", "years old on ",
    "vu le jour", "ma fete", "ohip", "phn", "permis de conduire", "saaq no", "dl #", "code permanent",
    "passport no", "iuc", "client id", " ", ", ", "\n",
)  # fmt: skip


def tables() -> list[CueTable]:
    from recognizers import (
        birth_cues,
        driver_license,
        health_number,
        immigration_id,
        nam_labels,
        passport,
        permanent_code,
        sin_words,
    )

    rooms = (
        birth_cues,
        driver_license,
        health_number,
        immigration_id,
        nam_labels,
        passport,
        permanent_code,
        sin_words,
    )
    return [value for room in rooms for value in vars(room).values() if isinstance(value, CueTable)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join))
def test_the_quick_look_at_a_text_misses_no_cue(lower: str) -> None:
    for table in tables():
        assert table.find(lower, known_words(lower, shape(lower))[0]) == table.find(lower)
