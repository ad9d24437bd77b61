"""A table on a page of a PDF is read as one: a day is a birth date by the head of its column."""

from __future__ import annotations

import io
from datetime import date

import pytest
from reportlab.pdfgen import canvas

from recognizers import Detector
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for

ROWS = [
    ("Nom", "Date de naissance", "NAS", "Date du cours"),
    ("Julie Roy", "1985-04-12", "046 454 286", "2025-05-01"),
    ("Luc Roy", "1979-11-02", "130 692 544", "2025-05-02"),
]


def page(rows: list[tuple[str, ...]], widths: tuple[int, ...] = (60, 130, 240, 330)) -> bytes:
    out = io.BytesIO()
    drawn = canvas.Canvas(out)
    for number, row in enumerate(rows):
        for left, cell in zip(widths, row, strict=True):
            drawn.drawString(left, 700 - 20 * number, cell)
    drawn.drawString(60, 500, "La rencontre a eu lieu le 2024-02-03, et tout le monde y était.")
    drawn.save()
    return out.getvalue()


def found_in(content: bytes, documents, which: str = "") -> list[tuple[str, str]]:
    segments = opened(documents, "a.pdf", content).segments
    detector = Detector(["DATE_OF_BIRTH", "CA_SIN"], today=date(2026, 11, 23))
    return [
        (one.entity_type, segment.text[one.start : one.end])
        for segment in segments
        if segment.path.endswith(f"/page1{which}")
        for one in detector.detect(segment.text)
        if one.score >= 0.5
    ]


@pytest.mark.parametrize("widths", [(60, 130, 240, 330), (60, 119, 224, 300)])
def test_a_column_of_a_page_has_its_head(documents, widths):
    found = found_in(page(ROWS, widths), documents)
    assert sorted(text for kind, text in found if kind == "DATE_OF_BIRTH") == ["1979-11-02", "1985-04-12"]
    assert len([text for kind, text in found if kind == "CA_SIN"]) == 2


def test_another_column_keeps_its_days(documents):
    rows = [
        ("Nom", "Date de visite", "Groupe", "Date du cours"),
        *((n, d, "12", c) for n, d, _, c in ROWS[1:]),
    ]
    assert found_in(page(rows), documents) == []


def test_words_of_justified_prose_are_no_cells(documents):
    out = io.BytesIO()
    drawn = canvas.Canvas(out)
    for number, space in enumerate((2.0, 4.0, 7.0)):
        line = drawn.beginText(60, 700 - 20 * number)
        line.setWordSpace(space)
        line.textOut("Votre date de naissance est au dossier depuis le 3 mai")
        drawn.drawText(line)
    drawn.save()
    texts = [segment.text for segment in opened(documents, "a.pdf", out.getvalue()).segments]
    assert any("Votre date" in text for text in texts)
    assert not any("\t" in text for text in texts)


def test_what_is_cut_from_a_cell_leaves_the_others(documents):
    extraction = opened(documents, "a.pdf", page(ROWS))
    left = extraction.rewrite(edits_for(extraction, ["1985-04-12"]), ())
    text = "\n".join(segment.text for segment in opened(documents, "a.pdf", left).segments)
    assert "1985-04-12" not in text
    for kept in ("Julie Roy", "046 454 286", "1979-11-02", "2025-05-01", "Date de naissance"):
        assert kept in text.replace("\t", " ")
