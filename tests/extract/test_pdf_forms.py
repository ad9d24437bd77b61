"""Forms of a PDF: what was typed into fields is read beside the words of the page, and leaves the fields, too."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from tests.extract.test_hidden_places import opened
from tests.extract.test_pdf_cells import found_in
from tests.extract.test_redaction import edits_for

Field = tuple[int, int, int, str]


def form(labels: list[tuple[int, int, str]], fields: list[Field]) -> bytes:
    """A page with words, and fields (left, up, width, value) whose names say nothing."""
    out = io.BytesIO()
    page = canvas.Canvas(out)
    for left, up, said in labels:
        page.drawString(left, up, said)
    for number, (left, up, width, value) in enumerate(fields):
        page.acroForm.textfield(name=f"Texte{number}", value=value, x=left, y=up, width=width, height=20)
    page.save()
    return out.getvalue()


LABELS = [(72, 690, "Nom :"), (72, 660, "Date de naissance :"), (72, 630, "Ville :"), (72, 600, "Date :")]
FIELDS = [
    (220, 684, 150, "Roy"),
    (220, 654, 150, "1985-04-12"),
    (220, 624, 150, "Alma"),
    (220, 594, 150, "2026-03-04"),
]


def test_a_field_is_read_behind_the_words_before_it(documents):
    content = form(LABELS, FIELDS)
    assert found_in(content, documents, "/layout") == [("DATE_OF_BIRTH", "1985-04-12")]


def test_a_field_is_read_under_the_words_above_it(documents):
    labels = [(72, 690, "Nom"), (272, 690, "Date de naissance")]
    content = form(labels, [(72, 664, 150, "Roy"), (272, 664, 150, "1985-04-12")])
    assert found_in(content, documents, "/layout") == [("DATE_OF_BIRTH", "1985-04-12")]


def test_what_is_found_there_leaves_the_page_and_the_field(documents):
    extraction = opened(documents, "a.pdf", form(LABELS, FIELDS))
    edits = [edit for edit in edits_for(extraction, ["1985-04-12"]) if edit.segment.endswith("/layout")]
    left = extraction.rewrite(edits, {})
    text = "\n".join(segment.text for segment in opened(documents, "a.pdf", left).segments)
    assert "1985" not in text
    for kept in ("Roy", "Alma", "2026-03-04", "Date de naissance"):
        assert kept in text


def test_a_number_with_a_field_for_each_figure_leaves_the_fields(documents):
    digits = [(72 + 22 * place, 664, 20, figure) for place, figure in enumerate("046454286")]
    content = form(
        [(72, 690, "Numéro d'assurance sociale"), (72, 630, "Ville")], [*digits, (72, 604, 150, "Alma")]
    )
    extraction = opened(documents, "a.pdf", content)
    (whole,) = (one.text for one in extraction.segments if one.path.endswith("/layout"))
    said = whole.splitlines()[1]
    edits = [edit for edit in edits_for(extraction, [said]) if edit.segment.endswith("/layout")]
    with pikepdf.open(io.BytesIO(extraction.rewrite(edits, {}))) as pdf:
        values = [str(one.V) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/V" in one]
    assert values == ["Alma"]


def test_a_page_without_fields_is_read_once(documents):
    segments = opened(documents, "a.pdf", form(LABELS, [])).segments
    assert not any(segment.path.endswith("/layout") for segment in segments)


def test_what_was_put_on_a_page_by_hand_is_read_behind_the_words_before_it(documents):
    """As programs fill what is no form: a comment that is nothing but letters."""
    with pikepdf.open(io.BytesIO(form(LABELS, []))) as pdf:
        drawn = pdf.make_stream(b"BT /Helv 12 Tf 2 6 Td (1985-04-12) Tj ET")
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, Array([0, 0, 150, 20])
        drawn.Resources = Dictionary(Font=Dictionary(Helv=font))
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([220, 654, 370, 674]), Contents=String("1985-04-12"),
            DA=String("/Helv 12 Tf"), AP=Dictionary(N=drawn),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        out = io.BytesIO()
        pdf.save(out)
    assert found_in(out.getvalue(), documents, "/layout") == [("DATE_OF_BIRTH", "1985-04-12")]
