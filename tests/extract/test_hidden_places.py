"""A value in a place that is easily forgotten is read there, cut there, and gone from the file's bytes; its neighbours stay."""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import shutil
import subprocess
import tarfile
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gateway.extract import ocr
from gateway.extract.ocr import tessdata
from gateway.extract.strings import lines, words
from gateway.model import CannotRedact, Edit, Reason
from tests.extract import hidden, make
from tests.extract.test_redaction import MARKER, edits_for, everything, need

LINE = "Mon NAS est 046 454 286 merci"


def opened(documents, name, content):
    document = documents.open(content, "", name, "att/1", 1)
    assert list(document.incomplete) == []
    return document


def plain(content: bytes) -> str:
    """All that an archive tool, a decompressor and a stripper of tags find in a file."""
    found = everything(content)
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            found += b"".join(map(_strings, document.objects))
    texts = [
        found.decode("latin-1"),
        found.decode("utf-16-le", "ignore"),
        found[1:].decode("utf-16-le", "ignore"),
    ]
    return html.unescape(" ".join(re.sub(r"<[^<>]*>", "", text) + text for text in texts))


def _strings(one) -> bytes:
    if isinstance(one, pikepdf.String):
        return str(one).encode() + b"\n"
    if isinstance(one, pikepdf.Array):
        return b"".join(map(_strings, one))
    if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        own = one.read_bytes() if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image" else b""
        inner = everything(own) if own.startswith(b"PK") else own
        return inner + b"".join(
            _strings(value)
            for _, value in one.items()
            if isinstance(value, pikepdf.Object) and not value.is_indirect
        )
    return b""


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("a.docx", hidden.word),
        ("a.xlsx", hidden.workbook),
        ("a.pptx", hidden.slides),
        ("a.odt", hidden.open_text),
        ("a.pdf", hidden.pdf),
        ("a.rtf", hidden.rich_text),
    ],
)
def test_no_place_is_forgotten(documents, name, maker):
    values = hidden.Values()
    content = maker(values)
    document = opened(documents, name, content)
    text = "\n".join(segment.text for segment in document.segments)
    assert [place for place, value in values.by_place.items() if value not in text] == []
    redacted = plain(document.rewrite(edits_for(document, values.by_place.values()), {}))
    assert [place for place, value in values.by_place.items() if value in redacted] == []
    lost = [
        place
        for place in values.by_place
        if f"après {place}" in plain(content) and f"après {place}" not in redacted
    ]
    if name != "a.pdf":  # there the page's text stands under fonts of its own
        assert lost == []


def test_a_value_found_once_is_cut_wherever_it_stands(documents):
    content = hidden.changed(
        make.word()[0], ("customXml/item9.xml", b'<a b="NAS046454286.docx">046 454 286</a>')
    )
    document = opened(documents, "a.docx", content)
    found = next(s for s in document.segments if s.path.endswith("word/document.xml"))
    at = found.text.index("046 454 286")
    redacted = document.rewrite([Edit(found.path, at, at + 11, MARKER)], {})
    assert b"046 454 286" not in everything(redacted)


def test_the_order_of_calculation_goes_with_a_formula(documents):
    """Excel repairs a workbook whose chain names a cell without a formula."""
    sheet = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><f t="shared" ref="A1:A2" si="0">"N"&amp;1</f>'
    )
    sheet += b"<v>NAS 046 454 286</v></c></row>"
    sheet += (
        b'<row r="2"><c r="A2" t="str"><f t="shared" si="0"/><v>rien</v></c></row></sheetData></worksheet>'
    )
    chain = b'<Relationship Id="r" Target="calcChain.xml"/>'
    content = make.zipped(
        ("[Content_Types].xml", b'<Types><Override PartName="/xl/calcChain.xml"/></Types>'),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships>" + chain + b"</Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/calcChain.xml", b'<calcChain><c r="A1"/><c r="A2"/></calcChain>'),
    )
    document = opened(documents, "a.xlsx", content)
    with zipfile.ZipFile(io.BytesIO(document.rewrite(edits_for(document, ["046 454 286"]), {}))) as archive:
        assert b"calcChain" not in archive.read("[Content_Types].xml") + archive.read(
            "xl/_rels/workbook.xml.rels"
        )
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")


def test_an_encrypted_open_document_says_encrypted(documents):
    values = hidden.Values()
    content = hidden.changed(hidden.open_text(values), **{"META-INF_manifest": "<x:encryption-data/>"})
    assert [i.reason for i in documents.open(content, "", "a.odt", "att/1", 1).incomplete] == [
        Reason.ENCRYPTED
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "Nom;NAS\r\nCôté;046 454 286\r\n".encode("utf-16-be").join((b"\xfe\xff", b""))),
        ("no mark.csv", "Nom;NAS\r\nCôté;046 454 286\r\n".encode("utf-16-le")),
        ("a.csv", "Nom;NAS\r\nCôté;046 454 286\r\n".encode("utf-32")),
        ("a.json", b'{"NAS": "\\u0030\\u0034\\u0036 454 286"}'),
        ("a.xml", b"<a><b>NAS 0&#52;6 454</b><b> 286</b></a>"),
        ("wide.xml", "<?xml version='1.0'?><a>é NAS 046 454 286</a>".encode("utf-32")),
        ("a.html", b"<html><p>NAS <b>046</b> 45<!-- x -->4&#32;286</html>"),
        (
            "a.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><text>NAS <tspan>046 454</tspan><tspan> 286</tspan></text></svg>',
        ),
        ("a.ics", b"BEGIN:VCALENDAR\r\nDESCRIPTION:NAS 046 4\r\n 54 286\\net fin\r\nEND:VCALENDAR\r\n"),
        (
            "a.vcf",
            b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:NAS =30=34=36 454=\r\n 286\r\nEND:VCARD\r\n",
        ),
    ],
)
def test_texts_are_read_as_they_are_shown(documents, name, content):
    document = opened(documents, name, content)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    again = opened(documents, name, redacted)
    text = " ".join(segment.text for segment in again.segments)
    assert MARKER in text
    assert "286" not in text
    assert redacted[:8] == content[:8]


def test_around_a_value_in_quoted_printable_all_stays(documents):
    content = b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=C3=A9t=C3=A9 =30=34=36 454 286=2E fin\r\nEND:VCARD\r\n"
    document = opened(documents, "a.vcf", content)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert redacted == content.replace(b"=30=34=36 454 286", MARKER.encode())


@pytest.mark.parametrize(
    ("line", "is_file"),
    [
        ("ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:TkFTIDA0NiA0NTQg", True),
        ("NOTE;ENCODING=b:\r\n TkFTIDA0NiA0NTQg", True),
        ("PHOTO;ENCODING=b;TYPE=JPEG:TkFTIDA0NiA0NTQg", False),
        ("ATTACH:http://example.org/a", False),
        (
            "ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=application/pdf;X-FILENAME=dossier.p\r\n df:TkFTIDA0NiA0NTQg",
            True,
        ),
        ("ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a:TkFT\r\n IDA0NiA0NTQg", True),
        ("ATTACH;VALUE=BINARY;ENCO\r\n\tDING=BASE64:TkFTIDA0NiA0NTQg", True),
        ('ATTACH;X-FILENAME="a: b";ENCODING=BASE64:TkFTIDA0NiA0NTQg', True),
        ('ATTACH;X-FILENAME=a"b;ENCODING=BASE64:TkFTIDA0NiA0NTQg', True),
        ("ATTACH;FMTTYPE=application/pdf:data:application/pdf;base64,TkFTIDA0NiA0NTQg", True),
        ("ATTACH:data:application/pdf;base\r\n 64,TkFTIDA0NiA0NTQg", True),
        ("ATTACH:data:text/plain,bonjour", False),
        ("item1.X-DOC;ENCODING=BASE64:TkFTIDA0NiA0NTQg", True),
        ("X_DOC;ENCODING=BASE64:TkFTIDA0NiA0NTQg", True),
        ("X-DOC;BASE64:\r\n  TkFTIDA0NiA0NTQg", True),
        ("item1.PHOTO;ENCODING=b;TYPE=JPEG:TkFTIDA0NiA0NTQg", False),
        ("PHOTO:data:image/jpeg;base64,TkFTIDA0NiA0NTQg", False),
        ("NOTE:\r\nX-DOCUMENT;ENCODING=b:TkFTIDA0NiA0NTQg", True),
        ("NOTE:\r\nDOCUMENTS;ENCODING=b:TkFTIDA0NiA0NTQg", True),
        ("KEYFILE;ENCODING=b:TkFTIDA0NiA0NTQg", True),
        ("NOTE;TYPE=BASE64S:Bonjouratous", False),
        ("NOTE:les parametres ;ENCODING=BASE64:Bonjouratous", False),
    ],
)
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_a_file_inside_a_calendar_is_said(documents, line, is_file, newline):
    content = f"BEGIN:VCALENDAR\r\n{line}\r\nEND:VCALENDAR\r\n".replace("\r\n", newline).encode()
    reasons = [item.reason for item in documents.open(content, "", "a.ics", "att/1", 1).incomplete]
    assert reasons == [Reason.UNKNOWN_TYPE] * is_file


def test_names_comments_and_what_stands_before_an_archive_are_read(documents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("NAM TREM85041201/", b"")
        archive.writestr("TREM85041202.txt", b"rien")
        archive.writestr(zipfile.ZipInfo("b.txt"), b"encore", zipfile.ZIP_BZIP2)
        archive.comment = b"NAM TREM85041203"
    content = b"NAM TREM85041204\n" + out.getvalue() + b"\nNAM TREM85041205"
    document = opened(documents, "a.zip", content)
    redacted = document.rewrite(edits_for(document, [f"TREM8504120{n}" for n in (1, 2, 3, 4, 5)]), {})
    assert b"TREM8504" not in redacted
    with zipfile.ZipFile(io.BytesIO(redacted)) as archive:
        assert archive.namelist() == [f"NAM {MARKER}/", f"{MARKER}.txt", "b.txt"]
        assert archive.read("b.txt") == b"encore"
        assert archive.comment.decode() == f"NAM {MARKER}"


def test_names_of_tar_and_gzip_are_read(documents):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        member = tarfile.TarInfo("TREM85041201 é.txt")
        member.pax_headers = {"comment": "NAM TREM85041202"}
        member.size = 30
        archive.addfile(member, io.BytesIO(b"un texte qui reste comme il est"))
    document = opened(documents, "a.tar", out.getvalue())
    redacted = document.rewrite(edits_for(document, ["TREM85041201", "TREM85041202"]), {})
    assert b"TREM8504" not in redacted
    with tarfile.open(fileobj=io.BytesIO(redacted)) as archive:
        assert archive.extractfile(archive.getmembers()[0]).read() == b"un texte qui reste comme il es"
    packed = io.BytesIO()
    with gzip.GzipFile("TREM85041201.txt", "w", fileobj=packed) as stream:
        stream.write(b"rien")
    document = opened(documents, "a.txt.gz", packed.getvalue())
    redacted = document.rewrite(edits_for(document, ["TREM85041201"]), {})
    assert b"TREM" not in redacted
    assert gzip.decompress(redacted) == b"rien"


def test_mail_inside_an_archive_is_read_and_edited_as_mail_is(documents):
    mail = b"Subject: x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nTkFTIDA0NiA0NTQgMjg2IGZpbg==\r\n"
    document = opened(documents, "a.zip", make.zipped(("m.eml", mail)))
    with zipfile.ZipFile(io.BytesIO(document.rewrite(edits_for(document, ["046 454 286"]), {}))) as archive:
        assert archive.read("m.eml").startswith(b"Subject: x\r\nContent-Type: text/plain\r\n")
        again = opened(documents, "m.zip", make.zipped(("m.eml", archive.read("m.eml"))))
    assert any(segment.text.startswith("NAS [") for segment in again.segments)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_every_message_of_a_mailbox_is_read_and_edited(documents, newline):
    first = (
        b"From a@example.org Mon Jan  1 00:00:00 2024\nSubject: NAS 046 454 286\n\nFrom here on: nothing.\n\n"
    )
    second = b"From b@example.org Mon Jan  1 00:00:00 2024\nContent-Transfer-Encoding: base64\n\nTkFTIDA0NiA0NTQgMjg2\n"
    content = (first + second).replace(b"\n", newline)
    document = opened(documents, "a.mbox", content)
    assert [segment.text for segment in document.segments if segment.path.startswith("att/1/1/")] == [
        "NAS 046 454 286"
    ]
    edits = [replace(edit, replacement="[x]") for edit in edits_for(document, ["046 454 286"])]
    head, start, tail = document.rewrite(edits, {}).partition(b"From b@")
    assert head == first.replace(b"\n", newline).replace(b"046 454 286", b"[x]")
    assert (start + tail).startswith(second.replace(b"\n", newline)[:80])
    assert base64.b64decode(tail.split()[-1]) == b"NAS [x]"


@pytest.mark.parametrize("name", list(hidden.pictures(LINE)))
def test_pictures_are_read_however_they_were_made(documents, name):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = hidden.pictures(LINE)[name]
    document = opened(documents, name, content)
    redacted = document.rewrite(edits_for(document, ["046", "454", "286"]), {})
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(redacted))
    assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1)
    text = " ".join(segment.text for segment in opened(documents, name, redacted).segments)
    assert not any(digits in text for digits in ("046", "454", "286"))


def test_what_a_picture_says_beside_its_pixels_goes(documents):
    values = hidden.Values()
    document = opened(documents, "a.png", hidden.described_picture(values))
    redacted = document.rewrite(edits_for(document, values.by_place.values()), {})
    assert Image.open(io.BytesIO(redacted)).size == (9, 9)
    assert b"TREM" not in redacted
    assert not list(opened(documents, "a.png", redacted).segments)


def test_a_picture_in_rich_text_is_read_and_painted_over(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = (
        b"{\\rtf1\\ansi Voici {\\pict\\pngblip\\picw1100 %s} fin}"
        % hidden.stored(hidden.drawing(LINE)).hex().encode()
    )
    document = opened(documents, "a.rtf", content)
    redacted = document.rewrite(edits_for(document, ["046", "454", "286"]), {})
    assert redacted.startswith(b"{\\rtf1\\ansi Voici {\\pict\\pngblip\\picw1100 ")
    text = " ".join(segment.text for segment in opened(documents, "a.rtf", redacted).segments)
    assert "merci" in text
    assert "454" not in text


def test_what_rich_text_says_of_a_picture_is_read_and_not_taken_for_its_digits(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    digits = hidden.stored(hidden.drawing(LINE)).hex().encode()
    said = b"{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv NAM TREM85041201}}{\\sp{\\sn wzName}{\\sv a}}}"
    content = b"{\\rtf1\\ansi Voici {\\pict" + said + b"\\pngblip\\picw1100 " + digits + b"} fin}"
    document = opened(documents, "a.rtf", content)
    assert any("046 454 286" in segment.text for segment in document.segments)
    redacted = document.rewrite(edits_for(document, ["TREM85041201"]), {})
    assert b"TREM" not in redacted
    assert digits in redacted


def test_a_picture_on_a_page_of_text_is_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, "a.pdf", hidden.letter_with_picture(LINE))
    redacted = document.rewrite(edits_for(document, ["046", "454", "286"]), {})
    text = " ".join(segment.text for segment in opened(documents, "a.pdf", redacted).segments)
    assert "454" not in text
    assert "Une lettre ordinaire" in text


def test_a_turned_and_cropped_page_is_covered_where_the_value_stands(documents):
    """Seen by another reader's eyes: poppler draws the page, Tesseract reads it."""
    need(
        shutil.which("pdftoppm") and tessdata(),
        "pdftoppm (apt-get install poppler-utils) and Tesseract's French data",
    )
    document = opened(documents, "a.pdf", hidden.turned_page(LINE))
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    drawn = subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-"], input=redacted, capture_output=True, check=True
    ).stdout
    seen = " ".join(segment.text for segment in opened(documents, "a.png", drawn).segments)
    assert "merci" in seen
    assert not any(digits in seen for digits in ("046", "454", "286"))


def test_what_an_older_revision_of_a_pdf_said_leaves_the_file(documents):
    content = hidden.two_revisions("NAS 046 454 286", "rien ici")
    document = opened(documents, "a.pdf", content)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert "046 454 286" not in plain(redacted)
    again = opened(documents, "a.pdf", redacted)
    assert {s.text.strip() for s in again.segments if "/page" in s.path or "/revision" in s.path} == {
        "rien ici"
    }


def test_a_number_in_a_stream_of_noise_is_read_and_cannot_be_cut(documents):
    noise = b"\x01\x02\x03\x04" * 2000
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].obj["/Filling"] = pdf.make_stream(noise + LINE.encode() + noise)
        out = io.BytesIO()
        pdf.save(out)
    document = opened(documents, "plan.pdf", out.getvalue())
    found = [segment for segment in document.segments if segment.path.endswith("/strings")]

    assert [(segment.text, segment.redactable) for segment in found] == [(LINE, False)]
    with pytest.raises(CannotRedact):
        document.rewrite([Edit(found[0].path, 12, 23, MARKER)], {})


def test_a_text_in_a_stream_is_read_whole_and_cut(documents):
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].obj["/Notes"] = pdf.make_stream(f"Une note\n{LINE}\n".encode())
        out = io.BytesIO()
        pdf.save(out)
    document = opened(documents, "plan.pdf", out.getvalue())
    found = next(segment for segment in document.segments if LINE in segment.text)
    start = found.text.index("046")

    assert found.text.startswith("Une note")
    assert "046 454 286" not in plain(document.rewrite([Edit(found.path, start, start + 11, MARKER)], {}))


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=30),
            st.sampled_from(
                [
                    b"NAM 1234 5678",
                    "12\u2009345 67".encode("utf-16-le"),
                    b"\r\n",
                    b"\0",
                    b"9",
                    b" ",
                    b"\xe9t\xe9",
                ]
            ),
        ),
        max_size=12,
    ).map(b"".join)
)
def test_lines_with_numbers_are_those_lines_of_all_words_that_have_some(data):
    numbered = re.compile(r"\d(?:\D{0,12}\d){4}")

    assert [line for line, _, _ in lines(data)] == [
        line for line in words(data).split("\n") if numbered.search(line)
    ]


def test_every_script_survives_on_a_page_drawn_anew(documents):
    need(shutil.which("pdftotext"), "pdftotext (apt-get install poppler-utils)")
    content = make.unicode_pdf("NAS 046 454 286 ελληνικά żółć")
    document = opened(documents, "a.pdf", content)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    text = subprocess.run(
        ["pdftotext", "-", "-"], input=redacted, capture_output=True, check=True
    ).stdout.decode()
    assert "ελληνικά" in text
    assert "żółć" in text
    assert "454" not in text


def test_every_attribute_of_a_winmail_dat_is_read(documents):
    """It is not written: a value anywhere in it withholds the whole."""
    values = hidden.Values()
    document = opened(documents, "winmail.dat", hidden.winmail(values))
    text = "\n".join(segment.text for segment in document.segments)
    assert [place for place, value in values.by_place.items() if value not in text] == []
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, values.by_place.values()), {})


def test_a_picture_without_a_letter_is_read_once(monkeypatch):
    """A photo's specks are no reason to look at it from four sides."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    looks: list[int] = []
    words = ocr._words
    monkeypatch.setattr(ocr, "_words", lambda grey, scale: looks.append(1) or words(grey, scale))
    ocr.read_picture(Image.new("RGB", (1200, 400), "white"))
    assert len(looks) == 1
