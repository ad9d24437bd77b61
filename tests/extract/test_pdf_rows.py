"""Tables on a page of a PDF whose cells have several lines: a head of two lines is one, and a row is one line."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.extract.test_hidden_places import opened
from tests.extract.test_pdf_cells import found_in
from tests.extract.test_redaction import edits_for


def rows_of(documents, content: bytes) -> list[str]:
    """The lines of the rows' reading, cells without the blanks around them."""
    texts = [one.text for one in opened(documents, "a.pdf", content).segments if one.path.endswith("/rows")]
    return [
        "\t".join(" ".join(cell.split()) for cell in line.split("\t"))
        for text in texts
        for line in text.splitlines()
    ]


def drawn(*places: tuple[int, int, str]) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    for left, up, said in places:
        page.drawString(left, up, said)
    page.save()
    return out.getvalue()


def table(*rows: tuple[str, ...]) -> bytes:
    """As an office program breaks the lines of narrow cells."""
    style, out = getSampleStyleSheet()["Normal"], io.BytesIO()
    cells = [[Paragraph(cell, style) for cell in row] for row in rows]
    SimpleDocTemplate(out).build(
        [Table(cells, colWidths=[70, 66, 80], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
    )
    return out.getvalue()


HEADS = "Nom de l'enfant", "Date de naissance", "NAS"


def test_a_row_whose_cells_have_several_lines_is_one_line(documents):
    content = table(
        HEADS, ("Marie-Ève Tremblay Gagnon", "1985-04-12", "046 454 286"), ("Jean Roy", "1990-01-02", "")
    )
    assert rows_of(documents, content)[:2] == [
        "\t".join(HEADS),
        "Marie-Ève Tremblay Gagnon\t1985-04-12\t046 454 286",
    ]
    days = [said for kind, said in found_in(content, documents, "/rows") if kind == "DATE_OF_BIRTH"]
    assert days == ["1985-04-12", "1990-01-02"]


def test_a_head_of_two_lines_in_the_last_column_is_one(documents):
    heads = (60, 700, "NAM"), (160, 700, "Date de"), (160, 688, "naissance")
    content = drawn(*heads, (60, 670, "TREM 8504 1219"), (160, 670, "1985-04-12"))
    assert rows_of(documents, content)[0] == "NAM\tDate de naissance"


@pytest.mark.parametrize(
    "places",
    [
        ((60, 700, "Bonjour à vous,"), (60, 688, "voici ma demande."), (60, 676, "Merci beaucoup"), (60, 664, "Jean Roy")),
        ((60, 700, "Nom"), (160, 700, "NAS"), (60, 688, "Roy"), (160, 688, "046 454 286"), (60, 676, "Cyr")),
        ((60, 700, "Nom"), (160, 700, "Montant"), (160, 688, "1250"), (160, 676, "1300")),
    ],
)  # fmt: skip
def test_lines_of_prose_and_rows_of_one_line_stay(documents, places):
    assert rows_of(documents, drawn(*places)) == []


def test_columns_of_a_page_are_no_rows(documents):
    left = [(60, 700 - 12 * n, f"ligne {'abcdefghijklmnop'[n]} à gauche") for n in range(14)]
    right = [(320, 700 - 12 * n, f"ligne {'abcdefghijklmnop'[n]} à droite") for n in range(14)]
    assert rows_of(documents, drawn(*left, *right)) == []


def test_what_is_found_in_a_row_is_cut_on_the_page(documents):
    extraction = opened(
        documents, "a.pdf", table(HEADS, ("Marie-Ève Tremblay Gagnon", "1985-04-12", "046 454 286"))
    )
    edits = [edit for edit in edits_for(extraction, ["1985-04-12"]) if edit.segment.endswith("/rows")]
    text = "\n".join(one.text for one in opened(documents, "a.pdf", extraction.rewrite(edits, {})).segments)
    assert "1985-04-12" not in text
    assert "046 454 286" in text.replace("\t", " ")
