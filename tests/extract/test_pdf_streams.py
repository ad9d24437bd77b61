"""What a PDF's streams say that no page shows is read however oddly they are made, and what cannot be read is said."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from gateway.extract import pdfpages, pdfunseen
from gateway.extract.ocr import tessdata
from gateway.model import CannotRedact, Reason
from tests.extract import hidden, make
from tests.extract.test_hidden_places import opened, plain
from tests.extract.test_redaction import MARKER, edits_for, need

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


def changed(change) -> bytes:
    """A document of one page, after `change` of it."""
    with pikepdf.open(io.BytesIO(make.unicode_pdf("rien ici, une page ordinaire"))) as pdf:
        change(pdf)
        return saved(pdf)


def destination(pdf):
    pdf.Root.Dests = Dictionary({"/NAM_TREM85041201": Array([pdf.pages[0].obj, Name.Fit])})


def stamp(pdf):
    pdf.pages[0].Annots = Array([Dictionary(Subtype=Name.Stamp, Name=Name("/NAM_TREM85041201"))])


def signature(pdf):
    signed = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String(b"\x30" * 40))
    signed.Reason = String("NAM TREM85041201")
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, T=String("s"), V=signed)]))


def mark(pdf):
    element = Dictionary(Type=Name.StructElem, S=Name.P, ID=String("NAM TREM85041201"))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([element]))


def remark(pdf):
    pdf.pages[0].contents_add(b"(100 %) pop\n% NAM TREM85041201\n")


def hybrid(pdf):
    pdf.trailer.AdditionalStreams = Array([Name.A, pdf.make_stream(hidden.small("NAM TREM85041201"))])


@pytest.mark.parametrize("change", [destination, stamp, signature, mark, remark, hybrid])
def test_what_stands_in_odd_places_of_objects_is_read_and_cut(documents, change):
    document = opened(documents, "a.pdf", changed(change))
    redacted = document.rewrite(edits_for(document, ["TREM85041201"]), {})
    with pikepdf.open(io.BytesIO(redacted)) as pdf:
        assert b"TREM85041201" not in b"".join(one.unparse() for one in pdf.objects)
    assert "TREM85041201" not in plain(redacted)


def test_a_remark_goes_and_no_string_with_a_percent_sign_does(documents):
    document = opened(documents, "a.pdf", changed(remark))
    with pikepdf.open(io.BytesIO(document.rewrite(edits_for(document, ["NAM TREM85041201"]), {}))) as pdf:
        content = b"".join(one.read_bytes() for one in pdf.pages[0].Contents)
    assert b"(100 %) pop\n%\n" in content


def head(content: bytes) -> bytes:
    return b"X: NAS 046 454 286\r\n" + content


def tail(content: bytes) -> bytes:
    return content + b"\nNAS 046 454 286\n"


def broken(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.Root.Note = pdf.make_indirect(Dictionary(A=String("NAS 046 454 286")))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue().replace(b"/A (NAS", b"]A (NAS")


@pytest.mark.parametrize("make_odd", [head, tail, broken])
def test_what_no_object_says_is_read_and_left_out(documents, make_odd):
    content = make_odd(make.unicode_pdf("rien ici, une page ordinaire"))
    document = opened(documents, "a.pdf", content)
    assert SIN.encode() in content
    assert SIN.encode() not in document.rewrite(edits_for(document, [SIN]), {})


def test_what_an_object_said_before_an_update_is_read_and_left_out(documents):
    with pikepdf.open(io.BytesIO(make.unicode_pdf("rien ici, une page ordinaire"))) as pdf:
        note = pdf.Root.Note = pdf.make_indirect(Dictionary(A=String("NAS 046 454 286")))
        number, out = note.objgen[0], io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    before = out.getvalue()
    update = b"%d 0 obj\n<< /A (x) >>\nendobj\n" % number
    last = re.findall(rb"startxref\s+(\d+)", before)[-1]
    root = re.search(rb"/Root (\d+ 0 R)", before)
    content = before + update
    content += b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        number, len(before), number + 9, root[1], last, len(before) + len(update),
    )  # fmt: skip
    document = opened(documents, "a.pdf", content)
    assert SIN.encode() not in document.rewrite(edits_for(document, [SIN]), {})


def test_a_document_may_have_many_forms_with_text(documents):
    def many(pdf):
        first = pdf.pages[0]
        fonts = Dictionary(Font=first.Resources.Font)
        first.Resources.XObject = Dictionary(
            {
                f"/X{number}": pdf.make_stream(
                    b"BT /F1 9 Tf 2 2 Td (NAM TREM8504%04d) Tj ET" % number,
                    Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 20]), Resources=fonts,
                )
                for number in range(600)
            }
        )  # fmt: skip

    assert "NAM TREM85040599" in texts(documents, changed(many))


def test_letters_that_are_drawings_are_read_by_ocr(documents):
    """Their codes say nothing (ISO 32000-1 §9.6.5)."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    line = "Mon NAS est 046 454 286 merci"
    signs = sorted(set(line))

    def drawn(pdf):
        first = pdf.pages[0]
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        procs = {
            f"/g{n}": pdf.make_stream(b"700 0 d0 BT /H 1000 Tf (%s) Tj ET" % sign.encode())
            for n, sign in enumerate(signs)
        }
        first.Resources.Font.T3 = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 700, 1000]), CharProcs=Dictionary(procs),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=1, LastChar=len(signs),
            Widths=Array([700] * len(signs)), Resources=Dictionary(Font=Dictionary(H=helvetica)),
            Encoding=Dictionary(Differences=Array([1, *(Name(f"/g{n}") for n in range(len(signs)))])),
        )  # fmt: skip
        codes = bytes(signs.index(sign) + 1 for sign in line)
        first.contents_add(b"BT /T3 20 Tf 60 500 Td <%s> Tj ET" % codes.hex().encode())

    assert SIN in texts(documents, changed(drawn))


def test_what_a_photograph_says_of_itself_is_read(documents):
    photograph = hidden.stored(hidden.drawing("bonjour", (300, 60)), "JPEG", comment=b"NAS 046 454 286")

    def shown(pdf):
        image = pdf.make_stream(photograph, Subtype=Name.Image, Width=300, Height=60, Filter=Name.DCTDecode)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        pdf.pages[0].Resources.XObject = Dictionary(I=image)

    document = opened(documents, "a.pdf", changed(shown))
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})
