"""Files of markup: fields by their names, tables, and the files that stand in them."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from gateway.extract.ocr import tessdata
from tests.extract import hidden
from tests.extract.test_hidden_places import LINE, opened
from tests.extract.test_redaction import MARKER, edits_for, need


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"<c><dateNaissance>1985-04-12</dateNaissance></c>", "date Naissance: 1985-04-12"),
        (b"<x><dateNaissance>\n<valeur>1985-04-12</valeur></dateNaissance></x>", "date Naissance valeur: 1985-04-12"),
        (b'<x><field name="NAS"><value>046 454 286</value></field></x>', "NAS value: 046 454 286"),
        (b'<x><property name="Date de naissance">1985&#45;04-12</property></x>', "Date de naissance property: 1985-04-12"),
    ],
)  # fmt: skip
def test_a_field_is_read_behind_its_name(documents, content, line):
    document = opened(documents, "a.xml", content)
    fields = next(segment for segment in document.segments if segment.path.endswith("@fields"))
    assert fields.text == line + "\n"
    value = line.partition(": ")[2]
    redacted = document.rewrite(edits_for(document, [value]), {}).decode()
    assert f">{MARKER}<" in redacted


def test_properties_of_a_document_are_read_behind_their_names(documents):
    own = b'<property name="Date de naissance"><vt:filetime>1985-04-12T00:00:00Z</vt:filetime></property>'
    content = hidden.changed(
        hidden.small("rien"), ("docProps/custom.xml", b"<Properties>" + own + b"</Properties>")
    )
    texts = [segment.text for segment in opened(documents, "a.docx", content).segments]
    assert "Date de naissance filetime: 1985-04-12T00:00:00Z\n" in texts


def test_rows_of_a_workbook_in_xml_are_lines(documents):
    rows = b"".join(
        b'<Row><Cell><Data ss:Type="String">%s</Data></Cell><Cell><Data ss:Type="Number">%s</Data></Cell></Row>' % row
        for row in ((b"Nom", b"NAS"), (b"Roy", b"046454286"))
    )  # fmt: skip
    content = b'<?xml version="1.0"?><Workbook><Table>' + rows + b"</Table></Workbook>"
    assert opened(documents, "a.xml", content).segments[0].text == "Nom\tNAS\t\nRoy\t046454286\t\n"


def test_a_table_without_its_page_is_html(documents):
    content = b"<table><tr><th>Nom<th>NAS</tr><tr><td>Roy<td>046454286</tr></table>"
    assert any("Roy\t046454286" in segment.text for segment in opened(documents, "a.xls", content).segments)


@pytest.mark.parametrize(
    "around",
    [
        b"<office:document><draw:image><office:binary-data>%s</office:binary-data></draw:image></office:document>",
        b'<svg><image href="data:image/png;base64,%s"/></svg>',
        b"<pkg:package><pkg:binaryData>\n%s\n</pkg:binaryData></pkg:package>",
        b'<html><img src="data:image/png;base64,%s"></html>',
    ],
)
def test_a_picture_in_markup_is_read_and_painted_over(documents, around):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = around % base64.b64encode(hidden.stored(hidden.drawing(LINE)))
    document = opened(documents, "a.xml", content)
    words = next(s.text for s in document.segments if "046 454 286" in s.text)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    again = opened(documents, "a.xml", redacted)
    assert "286" in words
    assert not any("286" in segment.text for segment in again.segments)
    head, _, tail = around.partition(b"%s")
    assert redacted.startswith(head)
    assert redacted.endswith(tail)
    picture = base64.b64decode(redacted[len(head) : len(redacted) - len(tail)])
    assert Image.open(io.BytesIO(picture)).format == "PNG"


def test_a_text_in_markup_is_read(documents):
    text = base64.b64encode(b"Bonjour, mon NAS est 046 454 286, merci de votre aide. " * 3)
    document = opened(documents, "a.xml", b'<?xml version="1.0"?><a><f>%s</f></a>' % text)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert b"046 454" not in base64.b64decode(redacted[redacted.index(b"<f>") + 3 : redacted.index(b"</f>")])


def test_names_of_styles_and_lists_of_rich_text_are_read_apart_from_the_text(documents):
    content = rb"{\rtf1{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 NAS 046 454 286;}}Bonjour {\*\listtable{\listname x;}}\u233?t\'e9}"
    document = opened(documents, "a.rtf", content)
    lines = list(filter(None, document.segments[0].text.split("\n")))
    assert lines == ["Arial;", "NAS 046 454 286;", "Bonjour ", "x;", "été"]
    assert "Bonjour été" in document.segments[1].text
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert redacted == content.replace(b"046 454 286", rb"[retir\u233?]")
