"""XML of any kind: text in the midst of which something else stands, values named in their tags, other alphabets, encodings."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from gateway.extract.xmltext import XmlText
from tests.extract import hidden, make
from tests.extract.reading import opened, text
from tests.extract.test_redaction import MARKER, edits_for


@pytest.mark.parametrize(
    "between",
    [
        "<o:annotation><dc:creator>Luc</dc:creator><t:p>vu</t:p></o:annotation>",
        "<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>999</t:p></t:note-body></t:note>",
        "<t:ruby-text>999</t:ruby-text>",
        '<rPh sb="0" eb="1"><t>999</t></rPh>',
    ],
)
def test_a_value_around_a_note_is_one(documents, between):
    content = f"<d><p>NAS 046{between} 454 286 fin</p></d>"
    document = opened(documents, content.encode())
    out = document.rewrite(edits_for(document, ["046 454 286"]), {}).decode()
    assert out == content.replace("046<", f"{MARKER}<").replace(" 454 286", "")


def test_a_note_does_not_run_into_the_text(documents):
    note = "<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>NAS 046 454 286</t:p></t:note-body></t:note>"
    lines = text(opened(documents, f"<d><p>avant{note}après</p></d>".encode())).split("\n")
    assert {"avant", "1", "NAS 046 454 286", "après"} <= set(lines)


def test_a_note_in_a_record_is_read_once(documents):
    assert [name for name, _ in XmlText(b"<d><note>a</note>\n<note>b</note></d>").readings()] == [""]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('<c nas="046454286"/>', "nas: 046454286"),
        ('<w:attr w:name="NAS" w:val="046454286"/>', "NAS: 046454286"),
        (
            '<w:name w:val="NAS"/><w:textInput><w:default w:val="046 454 286"/></w:textInput>',
            "NAS\n046 454 286",
        ),
        ('<f:text f:name="nam" f:value="TREM 8512 1234"/>', "nam: TREM 8512 1234"),
        ('<t:decl office:string-value="046 454 286" t:name="NAS"/>', "NAS: 046 454 286"),
        ('<w:attr w:name="x" w:val="Mon NAS est 046 454 286"/>', "\nMon NAS est 046 454 286"),
        ('<p title="NAS 046 454 286"/>', "\nNAS 046 454 286"),
    ],
)
def test_a_value_in_a_tag_stands_beside_its_name(tag, said):
    assert said in "\n" + XmlText(f"<d>{tag}</d>".encode()).said.text


def test_names_of_elements_may_have_accents(documents):
    document = opened(
        documents, "<É><numéro>046</numéro><État>454 286</État><éNAS>046454286</éNAS></É>".encode()
    )
    assert "<" not in text(document)
    assert "é NAS: 046454286" in text(document)


def test_a_file_in_another_encoding_is_read_in_it_and_stays_in_it(documents):
    content = '<?xml version="1.0" encoding="ISO-8859-1"?><d>né le 12 mars 1985 à Québec</d>'.encode(
        "latin-1"
    )
    document = opened(documents, content)
    assert "né le 12 mars 1985 à" in text(document)
    out = document.rewrite(edits_for(document, ["12 mars 1985"]), {})
    assert out == content.replace(b"12 mars 1985", MARKER.encode("latin-1"))


def test_what_an_encoding_lacks_is_a_reference(documents):
    content = '<?xml version="1.0" encoding="ISO-8859-5"?><d>Да 046 454 286</d>'.encode("iso-8859-5")
    document = opened(documents, content)
    assert document.rewrite(edits_for(document, ["046 454 286"]), {}).endswith(b" [retir&#233;]</d>")


def test_an_encoding_that_is_not_true_changes_nothing(documents):
    content = '<?xml version="1.0" encoding="US-ASCII"?><d>né 046 454 286</d>'.encode()
    document = opened(documents, content)
    assert document.rewrite(edits_for(document, ["046 454 286"]), {}) == content.replace(
        b"046 454 286", MARKER.encode()
    )


def test_a_note_on_a_cell_does_not_part_its_row():
    note = "<o:annotation><t:p>vu</t:p></o:annotation>"
    row = f"<t:table-row><t:table-cell>{note}<t:p>Roy</t:p></t:table-cell><t:table-cell><t:p>1</t:p></t:table-cell></t:table-row>"
    readings = dict(XmlText(f"<d>{row}</d>".encode()).readings())
    assert readings["@line"].text == "Roy\t1\t\n"
    assert "vu" in readings[""].text


def test_characters_of_a_font_of_symbols_are_read_and_become_text(documents):
    symbols = "".join(
        f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(char):02X}"/></w:r>' for char in "046454286"
    )
    content = hidden.changed(
        make.word()[0], word_document=f"<w:p {hidden.WORD}><w:r><w:t>NAS </w:t></w:r>{symbols}</w:p>"
    )
    before = opened(documents, content, "a.docx")
    after = before.rewrite(edits_for(before, ["046454286"]), {})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        body = archive.read("word/document.xml")
    assert b"w:sym" not in body
    assert f'<w:t xml:space="preserve">{MARKER}</w:t>'.encode() in body


def test_the_moment_at_which_a_document_was_made_is_no_text(documents):
    core = b"<a><dc:title>Date de naissance</dc:title><dcterms:created>2016-06-29T16:29:27Z</dcterms:created></a>"
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("docProps/core.xml", core))
    document = opened(documents, content, "a.docx")
    assert "Date de naissance\n" in text(document)
    assert "dcterms" not in text(document)
    assert all("2016" not in segment.text for segment in document.segments if "@" not in segment.path)


def test_the_day_of_a_control_is_read_in_its_sentence(documents):
    control = '<w:sdt><w:sdtPr><w:date w:fullDate="1985-04-12T00:00:00Z"/></w:sdtPr><w:sdtContent><w:r><w:t>vendredi</w:t></w:r>'
    body = f"<w:p {hidden.WORD}><w:r><w:t>Né le </w:t></w:r>{control}</w:sdtContent></w:sdt></w:p>"
    before = opened(documents, hidden.changed(make.word()[0], word_document=body), "a.docx")
    assert "Né le 1985-04-12T00:00:00Z vendredi" in text(before)


def test_a_value_around_what_a_style_hides_is_one(documents):
    style = '<w:style w:type="character" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="B"/>'
    runs = "".join(
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>{said}</w:t></w:r>'
        for style, said in (("B", "NAS 046 4"), ("Cache", "99"), ("B", "54 286"))
    )
    content = hidden.changed(
        make.word()[0],
        word_document=f"<w:p {hidden.WORD}>{runs}</w:p>",
        word_styles=f"<a {hidden.WORD}>{style}</a>",
    )
    before = opened(documents, content, "a.docx")
    with zipfile.ZipFile(io.BytesIO(before.rewrite(edits_for(before, ["NAS 046 454 286"]), {}))) as archive:
        assert f">{MARKER}</w:t></w:r>".encode() in archive.read("word/document.xml")


def test_a_value_around_what_a_style_of_open_document_hides_is_one(documents):
    content = (
        b'<a><style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        b'<style:style style:name="T2"/><text:p>NAS <text:span text:style-name="T2">046</text:span> 4'
        b'<text:span text:style-name="T1">9<text:span>9</text:span></text:span>54 286</text:p></a>'
    )
    parts = ("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)
    before = opened(documents, make.zipped(*parts, ("META-INF/manifest.xml", b"<a/>")), "a.odt")
    assert "NAS 046 454 286\n" in text(before)


@pytest.mark.parametrize(
    "before",
    [
        "<wp:anchor><wp:positionH><wp:posOffset>457200</wp:posOffset></wp:positionH><wp:positionV><wp:align>top</wp:align>"
        "</wp:positionV></wp:anchor>",
        "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>95250</xdr:colOff><xdr:row>3</xdr:row></xdr:from>",
        "<authors><author>Luc Roy</author></authors>",
        "<office:annotation><dc:creator>Luc</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:annotation>",
        "<office:change-info><dc:creator>Luc</dc:creator><dc:date>2024-01-01</dc:date></office:change-info>",
        "<p:whatever>Luc</p:whatever>",
        "<p:whatever>2024</p:whatever><p:c>12</p:c>",
    ],
)
def test_what_stands_before_a_text_does_not_run_into_it(documents, before):
    """Its label would be none any more."""
    body = f"<p:a>{before}<p:b><a:t>NAS 046 454 286</a:t></p:b></p:a>"
    content = hidden.changed(make.word()[0], ("ppt/a.xml", body.encode()))
    said = text(opened(documents, content, "a.docx"))
    assert re.search(r"(?<!\w)NAS 046 454 286", said)
    assert "457200" not in said
    assert "95250" not in said


def test_a_label_around_a_drawing_is_still_one(documents):
    drawing = "<w:r><w:drawing><wp:anchor><wp:posOffset>457200</wp:posOffset></wp:anchor></w:drawing></w:r>"
    body = f"<w:p {hidden.WORD}><w:r><w:t>NAS : </w:t></w:r>{drawing}<w:r><w:t>046 454 286</w:t></w:r></w:p>"
    content = hidden.changed(make.word()[0], word_document=body)
    assert "NAS : 046 454 286" in text(opened(documents, content, "a.docx"))


def test_form_fields_part_neither_a_number_nor_a_row(documents):
    """Their codes stand in the midst of the text (ECMA-376 part 1, §17.16.23)."""

    def form(said: str) -> str:
        code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
        return f"{code}<w:r><w:t>{said}</w:t></w:r>"

    row = "".join(f"<w:tc><w:p>{form(said)}</w:p></w:tc>" for said in ("Roy", "046 454 286"))
    boxes = "".join(map(form, "130692544"))
    body = f"<w:tbl {hidden.WORD}><w:tr>{row}</w:tr></w:tbl><w:p {hidden.WORD}><w:r><w:t>NAS </w:t></w:r>{boxes}</w:p>"
    before = opened(documents, hidden.changed(make.word()[0], word_document=body), "a.docx")
    assert "Roy\t046 454 286\t\nNAS 130692544" in text(before)
    with zipfile.ZipFile(io.BytesIO(before.rewrite(edits_for(before, ["130692544"]), {}))) as archive:
        after = archive.read("word/document.xml")
    assert after.count(b" FORMTEXT ") == 11
    assert f"<w:t>{MARKER}</w:t>".encode() in after


@pytest.mark.parametrize(
    "names", ['<w:alias w:val="Date de naissance"/><w:tag w:val="x"/>', '<w:tag w:val="Date de naissance"/>']
)
def test_a_content_control_is_read_behind_its_title(documents, names):
    control = f'<w:sdt><w:sdtPr>{names}<w:date w:fullDate="1985-04-12T00:00:00Z"/></w:sdtPr><w:sdtContent>'
    shown = "<w:r><w:t>12 avril 1985</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>, fin</w:t></w:r>"
    body = f"<w:p {hidden.WORD}>{control}{shown}</w:p>"
    document = opened(documents, hidden.changed(make.word()[0], word_document=body), "a.docx")
    assert "Date de naissance: 1985-04-12T00:00:00Z 12 avril 1985, fin" in text(document)

    content = document.rewrite(edits_for(document, ["1985-04-12", "12 avril 1985"]), {})
    out = opened(documents, content, "a.docx")
    assert "1985" not in text(out)
    assert f"Date de naissance: {MARKER}, fin" in text(out)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:  # Word takes no other text for a day
        assert b"<w:date/>" in parts.read("word/document.xml")


def test_a_control_without_a_title_takes_none_from_another(documents):
    one = '<w:sdt><w:sdtPr><w:alias w:val="Nom"/></w:sdtPr><w:sdtContent><w:r><w:t>Roy</w:t></w:r></w:sdtContent></w:sdt>'
    other = one.replace('<w:alias w:val="Nom"/>', "").replace("Roy", "Alma")
    content = hidden.changed(make.word()[0], word_document=f"<w:p {hidden.WORD}>{one}{other}</w:p>")
    assert "Nom: RoyAlma" in text(opened(documents, content, "a.docx"))


def test_what_a_page_that_was_printed_to_a_file_shows_is_read(documents):
    """XPS: each run of letters is an attribute, in the order in which they stand on the page."""
    page = "<FixedPage>{}</FixedPage>".format(
        "".join(f'<Glyphs UnicodeString="{said}"/>' for said in ("Date de naissance", "1985-04-12"))
    )
    document = opened(documents, make.zipped(("Documents/1/Pages/1.fpage", page.encode())), "a.xps")
    assert "Date de naissance\n1985-04-12\n" in text(document)
    left = opened(documents, document.rewrite(edits_for(document, ["1985-04-12"]), {}), "a.xps")
    assert f"Date de naissance\n{MARKER}\n" in text(left)
