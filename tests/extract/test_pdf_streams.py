"""What a PDF's streams say that no page shows is read however oddly they are made, and what cannot be read is said."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from gateway.extract import pdfpages, pdfunseen
from gateway.model import Reason
from tests.extract import make
from tests.extract.test_hidden_places import opened, plain
from tests.extract.test_redaction import edits_for

SIN = "046 454 286"


def with_form(box: object, content: bytes) -> bytes:
    """A document with a form that no page draws."""
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        first = pdf.pages[0]
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box)
        form.Resources = Dictionary(Font=first.Resources.Font)
        first.Resources.XObject = Dictionary(X9=form)
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def texts(documents, content: bytes) -> str:
    return "\n".join(segment.text for segment in opened(documents, "a.pdf", content).segments)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param([-32768, -32768, 32767, 32767], id="more than a page can be"),
        pytest.param([400, 20, 0, 0], id="corners the other way around"),
        pytest.param([0, 0, 400, 20, 5], id="five numbers"),
        pytest.param([0, 0], id="two numbers"),
        pytest.param([0, 0, Name.A, String("b")], id="no numbers"),
        pytest.param([0, 0, Object.parse(b"1" + b"0" * 400 + b".5"), 10], id="a number beyond all others"),
        pytest.param([0, 0, 0, 0], id="empty"),
    ],
)
def test_a_form_is_read_whatever_its_box(documents, box):
    content = with_form(Array(box), b"BT /F1 9 Tf 2 2 Td (NAM TREM85041201) Tj ET")
    assert "NAM TREM85041201" in texts(documents, content)


def test_a_box_that_is_no_list_is_none(documents):
    content = with_form(Name.A, b"BT /F1 9 Tf 2 2 Td (NAM TREM85041201) Tj ET")
    assert "NAM TREM85041201" in texts(documents, content)


@pytest.mark.parametrize("after", [b"/Span BMC EMC", b"[(fin)]TJ", b"(fin)'", b"<66>Tj", b"%fin", b""])
def test_an_operator_that_shows_text_ends_where_the_next_begins(documents, after):
    content = with_form(Array([0, 0, 400, 20]), b"BT /F1 9 Tf 2 2 Td (NAM TREM85041201)Tj" + after)
    assert "NAM TREM85041201" in texts(documents, content)


@pytest.mark.parametrize(
    "spoken",
    [
        "NAS (le mien) 046 454 286",
        "((NAS) (046 454 286))",
        "(((((NAS 046 454 286)))))",
        r"\) NAS 046 454 286 \(",
    ],
)
def test_brackets_in_a_spoken_text_end_nothing(documents, spoken):
    with pikepdf.open(io.BytesIO(make.unicode_pdf("rien ici"))) as pdf:
        pdf.pages[0].contents_add(f"/Span <</ActualText ({spoken})>> BDC EMC".encode())
        content = saved(pdf)
    document = opened(documents, "a.pdf", content)
    assert SIN in "".join(segment.text for segment in document.segments)
    assert SIN not in plain(document.rewrite(edits_for(document, [SIN]), {}))


def test_a_form_that_cannot_be_drawn_is_said_and_hides_no_other(monkeypatch):
    def page_of(document, number):
        if number == 0:
            raise pypdfium2.PdfiumError("no such page")
        return pdfpages.page_of(document, number)

    monkeypatch.setattr(pdfunseen, "page_of", page_of)
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        fonts = Dictionary(Font=pdf.pages[0].Resources.Font)
        for text in (b"first", b"second"):
            form = pdf.make_stream(b"BT /F1 9 Tf 2 2 Td (" + text + b") Tj ET", Resources=fonts)
            form.Subtype = Name.Form
            pdf.pages[0].obj["/" + text.decode()] = form
        found = [form for _, _, form in pdfunseen.unseen_forms(pdf, "att/1", ())]

    assert [item.reason for form in found for item in form.incomplete] == [Reason.UNREADABLE]
    assert [segment.text for form in found for segment in form.segments] == ["second"]
