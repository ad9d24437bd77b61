"""Text that a PDF holds where no reader shows it, and what a page that is drawn anew leaves behind."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from gateway.extract.ocr import tessdata
from gateway.model import CannotRedact, Reason
from tests.extract import hidden, make
from tests.extract.test_hidden_places import opened, plain
from tests.extract.test_pdf_pictures import changed, image
from tests.extract.test_pdf_streams import saved
from tests.extract.test_redaction import edits_for, need

NAM = "TREM85041201"
SPLIT = b"[(NAM TR) -1 (EM8) 2 (504) 3 (12) 1 (01)] TJ"


def gone(documents, content: bytes) -> bytes:
    """The document without the value, after another look whether it is gone."""
    document = opened(documents, "a.pdf", content)
    redacted = document.rewrite(edits_for(document, [NAM]), {})
    assert not any(NAM in segment.text for segment in opened(documents, "a.pdf", redacted).segments)
    assert NAM not in re.sub(r"\)[-\d.\s]*\(", "", plain(redacted))
    return redacted


@pytest.mark.parametrize(
    "operators",
    [
        b"/F1 0 Tf 60 500 Td (NAM TREM85041201) Tj",
        b"/F1 .001 Tf 60 500 Td " + SPLIT,
        b"/F1 12 Tf 0 Tz 60 500 Td (NAM TREM85041201) Tj",
        b"/F1 12 Tf 0 0 0 0 60 500 Tm (NAM TREM85041201) Tj",
        b"0 0 0 0 0 0 cm /F1 12 Tf (NAM TREM85041201) Tj",
        b"/F1 0 Tf (NAM TREM) Tj 8 0 Td (8504) Tj 1 0 0 1 99 0 Tm (1201) '",
    ],
)
def test_text_of_no_size_is_read_and_goes(documents, operators):
    content = changed(lambda pdf: pdf.pages[0].contents_add(b"q BT " + operators + b" ET Q"))
    document = opened(documents, "a.pdf", content)
    text = "".join(segment.text for segment in document.segments if segment.path.endswith("/faint"))
    assert re.sub(r"\W", "", text) == "NAM" + NAM
    if NAM in text:
        gone(documents, content)


def form(pdf, operators: bytes) -> pikepdf.Object:
    return pdf.make_stream(
        b"BT /F1 12 Tf 5 5 Td " + operators + b" ET", Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 400, 30]), Resources=Dictionary(Font=pdf.pages[0].Resources.Font),
    )  # fmt: skip


@pytest.mark.parametrize("has_fonts", [True, False], ids=["with its own fonts", "with the fonts of the page"])
def test_text_of_no_size_in_a_form_is_read_and_not_cut(documents, has_fonts):
    """The form may show other text."""

    def change(pdf):
        shown = form(pdf, b"/F1 0 Tf (NAM TREM85041201) Tj")
        if not has_fonts:
            del shown.Resources
        pdf.pages[0].Resources.XObject = Dictionary(X=shown)
        pdf.pages[0].contents_add(b"/X Do")

    document = opened(documents, "a.pdf", changed(change))
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [NAM]), {})


def form_of_shared_resources(pdf):
    first, second = pdf.pages
    first.Resources.XObject = Dictionary(X=form(pdf, SPLIT))
    first.contents_add(b"/X Do")
    first.Resources = second.Resources = pdf.make_indirect(first.Resources)


def note_with_a_look(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([50, 400, 450, 430]))
    note.AP = Dictionary(N=form(pdf, SPLIT))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def button(pdf):
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, Ff=65536, T=String("b"))
    field.Rect, field.AP = Array([50, 400, 450, 430]), Dictionary(N=form(pdf, SPLIT))
    pdf.pages[0].Annots = Array([pdf.make_indirect(field)])
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[0]]))


def template(pdf):
    pdf.pages[1].contents_add(b"BT /F1 12 Tf 60 500 Td " + SPLIT + b" ET")
    page = pdf.pages[1].obj
    del pdf.pages[1]
    page.Type = Name.Template
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=Array([String("t"), page])))


def soft_mask(pdf):
    mask = form(pdf, SPLIT)
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))
    pdf.pages[0].Resources.ExtGState = Dictionary(G=state)
    pdf.pages[0].contents_add(b"q /G gs 0 0 600 800 re f Q")


def trailer(pdf):
    pdf.trailer.Note = String("NAM " + NAM)


def moment(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), M=String("NAM " + NAM))
    pdf.pages[0].Annots = Array([note])


@pytest.mark.parametrize(
    "change", [form_of_shared_resources, note_with_a_look, button, template, soft_mask, trailer, moment]
)
def test_a_value_leaves_every_object_that_says_it(documents, change):
    gone(documents, changed(change))


def test_a_scan_leaves_the_file_with_its_page(documents):
    """Though another page has it in its list of pictures, as all pages have in what LibreOffice writes."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    def change(pdf):
        first, second = pdf.pages
        first.Resources.XObject = Dictionary(I=image(pdf, hidden.drawing("Mon NAS est 130 692 544 merci")))
        first.contents_add(b"q 480 0 0 61 50 300 cm /I Do Q")
        first.Resources = second.Resources = pdf.make_indirect(first.Resources)

    document = opened(documents, "a.pdf", changed(change))
    redacted = document.rewrite(edits_for(document, ["130 692 544"]), {})
    with pikepdf.open(io.BytesIO(redacted)) as pdf:
        blank = pdf.pages[1].Resources.XObject.I
        assert (blank.Width, blank.Height, blank.read_bytes()) == (1, 1, b"\xff")
    assert any("Seconde page" in segment.text for segment in opened(documents, "a.pdf", redacted).segments)


def test_a_comment_on_a_page_that_is_drawn_anew_is_covered_too(documents):
    def change(pdf):
        note_with_a_look(pdf)
        pdf.pages[0].Annots[0].Subtype = Name.FreeText

    document = opened(documents, "a.pdf", changed(change))
    edits = edits_for(document, [NAM, "046 454 286"])
    again = opened(documents, "a.pdf", document.rewrite(edits, {}))
    assert {edit.segment for edit in edits} == {"att/1/page1", "att/1/page1/layout"}
    assert not any(NAM in segment.text or "454" in segment.text for segment in again.segments)


def between_objects(content: bytes) -> bytes:
    return content.replace(b"endobj\n", b"endobj\n%% NAM %s\n" % NAM.encode(), 1)


def garbage(content: bytes) -> bytes:
    return content.replace(b"endobj\n", b"endobj\nNAM %s\n" % NAM.encode(), 1)


def forgotten(content: bytes) -> bytes:
    """An object that no table lists."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.Root.Note = pdf.make_stream(b"Une note NAM " + NAM.encode() + b" fin")
        content = saved(pdf)
    return re.sub(rb"/Note \d+ 0 R", b"", content)


def damaged(content: bytes) -> bytes:
    """An object whose dictionary is none, with a packed stream."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.Root.Note = pdf.make_stream(b"Une note NAM " + NAM.encode() + b" fin" + b" " * 50)
        number, out = pdf.Root.Note.objgen[0], io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue().replace(b"\n%d 0 obj\n<<" % number, b"\n%d 0 obj\n]<" % number)


@pytest.mark.parametrize("change", [between_objects, garbage, forgotten, damaged])
def test_what_stands_between_objects_or_in_none_is_read_and_left_out(documents, change):
    gone(documents, change(make.pdf()[0]))


def updated(content: bytes, number: int, body: bytes) -> bytes:
    """An incremental update (ISO 32000-1 §7.5.6) that replaces an object."""
    last = re.findall(rb"startxref\s+(\d+)", content)[-1]
    root = re.findall(rb"/Root (\d+ 0 R)", content)[-1]
    update = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    content += update
    return content + b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 99 /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        number, len(content) - len(update), root, last, len(content),
    )  # fmt: skip


def test_what_is_in_the_document_is_not_said_again_as_if_it_were_not(documents):
    """A length in an object of its own, a program's checksum."""
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.trailer.DocChecksum = Name("/35E370F575184FFB8B1A065109B08911")
        content = updated(saved(pdf), 60, b"1234567")
    paths = [segment.path for segment in opened(documents, "a.pdf", content).segments]
    assert not [path for path in paths if path.endswith(("/outside", "/trailer"))]


@pytest.mark.parametrize("end", [b"%%EOF", b"     "], ids=["with its end", "without its end"])
def test_a_picture_of_an_older_revision_is_read_and_left_out(documents, end):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].Thumb = image(pdf, hidden.drawing("Mon NAS est 130 692 544 merci"))
        number, out = pdf.pages[0].Thumb.objgen[0], io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    content = updated(out.getvalue().replace(b"%%EOF", end), number, b"<< /A 1 >>")
    document = opened(documents, "a.pdf", content)
    again = opened(documents, "a.pdf", document.rewrite(edits_for(document, ["130 692 544"]), {}))
    assert not any("692" in segment.text for segment in again.segments)


def test_more_revisions_than_are_read_are_said(documents):
    content = hidden.two_revisions("NAM " + NAM, "rien ici")
    for number in range(18):
        content = updated(content, 60, b"<< /A %d >>" % number)
    assert NAM in "".join(segment.text for segment in opened(documents, "a.pdf", content).segments)
    for number in range(3):
        content = updated(content, 60, b"<< /A %d >>" % number)
    document = documents.open(content, "", "a.pdf", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.TOO_BIG]


@pytest.mark.parametrize(("side", "is_drawn"), [(5_000, True), (14_400, False)])
def test_a_page_as_large_as_a_plan_is_drawn_anew_as_long_as_it_can_be_read_then(documents, side, is_drawn):
    def change(pdf):
        pdf.pages[0].MediaBox = Array([0, 0, side, side])
        pdf.pages[0].contents_add(b"BT /F1 90 Tf 60 500 Td (NAM TREM85041201) Tj ET")

    content = changed(change)
    if is_drawn:
        gone(documents, content)
    else:
        document = opened(documents, "a.pdf", content)
        with pytest.raises(CannotRedact):
            document.rewrite(edits_for(document, [NAM]), {})
