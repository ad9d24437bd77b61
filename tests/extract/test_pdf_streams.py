"""What a PDF's streams say that no page shows is read however oddly they are made, and what cannot be read is said."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from gateway.extract import pdfpages, pdfunseen
from gateway.model import Reason
from tests.extract import make
from tests.extract.test_hidden_places import opened, plain
from tests.extract.test_redaction import MARKER, edits_for

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


def with_stream(content: bytes, **keys: object) -> bytes:
    """A document with a stream that nothing draws."""
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].obj["/Notes"] = pdf.make_stream(content, **keys)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        return out.getvalue()


@pytest.mark.parametrize("length", [b"99999999", b"/A", b"-5", b"(x)"])
def test_a_false_length_hides_no_text(documents, length):
    content = with_stream(f"Une note, NAS {SIN}, fin\n".encode())
    at = re.search(rb"/Length (\d+)\s*>>\s*stream\s+Une note", content)
    content = content[: at.start(1)] + length + content[at.end(1) :]
    assert f"NAS {SIN}" in texts(documents, content)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32-be"])
def test_a_wide_text_is_read_and_cut(documents, codec):
    content = with_stream(f"\ufeffUne note, NAS {SIN}, fin\n".encode(codec))
    document = opened(documents, "a.pdf", content)
    assert any(f"Une note, NAS {SIN}" in segment.text for segment in document.segments)
    redacted = document.rewrite(edits_for(document, [SIN]), {})
    assert SIN not in texts(documents, redacted).replace(MARKER, "")
    assert "Une note, NAS" in texts(documents, redacted)


@pytest.mark.parametrize(
    ("content", "keys", "expected"),
    [
        pytest.param(b"<x>bonjour</x>\n", {"Type": Name.Metadata, "Subtype": Name.XML}, True, id="metadata"),
        pytest.param(b"Une note\n", {}, True, id="text"),
        pytest.param(bytes(range(1, 16)), {}, False, id="noise"),
    ],
)
def test_a_text_longer_than_is_read_says_too_big(documents, content, keys, expected):
    document = documents.open(
        with_stream(content * (9 * 1024 * 1024 // len(content)), **keys), "", "a.pdf", "att/1", 1
    )
    assert [item.reason for item in document.incomplete] == [Reason.TOO_BIG] * expected


def test_metadata_that_cannot_be_decoded_is_said(documents):
    content = with_stream(b"<x>bonjour</x>", Type=Name.Metadata, Subtype=Name.XML, Filter=Name.Unheard)
    document = documents.open(content, "", "a.pdf", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]


def test_metadata_in_utf_16_without_its_mark_is_read(documents):
    content = with_stream(f"<x>NAS {SIN}</x>".encode("utf-16-le"), Type=Name.Metadata, Subtype=Name.XML)
    assert f"NAS {SIN}" in texts(documents, content)
