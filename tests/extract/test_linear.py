"""What does not end, or stands a thousand times in a document, is looked at once: each of these took minutes."""

import pytest

from gateway.extract.everywhere import elsewhere
from gateway.extract.numberformats import formats_of
from gateway.extract.sheets import Sheets, apart
from gateway.extract.xmltext import XmlText
from gateway.model import Edit, Segment
from tests.extract import make
from tests.extract.reading import opened

_SIZE = 1_000_000


def repeated(begin: bytes, again: bytes) -> bytes:
    return begin + again * (_SIZE // len(again))


@pytest.mark.parametrize(
    ("role", "content"),
    [
        ("worksheet", repeated(b"<worksheet><sheetData>", b"<row>")),
        ("worksheet", repeated(b"<worksheet>", b"<sheetData ")),
        ("worksheet", repeated(b"<worksheet><sheetData><row>", b"<c ")),
        ("worksheet", repeated(b"<worksheet><sheetData><row>", b"<c")),
        ("sst", repeated(b"<sst>", b"<si ")),
        ("styleSheet", repeated(b"<styleSheet>", b"<cellXfs ")),
    ],
)
def test_elements_without_an_end_take_no_time(role, content):
    sheets = Sheets("a", {"x.xml": content}, {"x.xml": role})
    assert "".join(segment.text for segment in sheets.segments).strip() == ""
    assert apart(role, content) is None or role in ("worksheet", "sst")
    assert formats_of(content) == {}


def test_a_code_of_many_brackets_takes_no_time():
    code = (
        repeated(b'<styleSheet><numFmt numFmtId="200" formatCode="', b"[")
        + b'"/><cellXfs><xf numFmtId="200"/></cellXfs>'
    )
    assert formats_of(code) == {0: "[" * 255}


@pytest.mark.parametrize("again", [b"a", b"a-", b'a="12345" ', b'name="12345678" b="12345" '])
def test_the_attributes_of_a_long_tag_take_no_time(again):
    XmlText(repeated(b"<a title 12345 ", again) + b">")


def test_a_cell_without_an_end_is_read_up_to_the_next():
    content = b'<worksheet><sheetData><row><c t="str"><v>NAS<c t="str"><v>130 692 544</v></row></sheetData></worksheet>'
    sheets = Sheets("a", {"x.xml": content}, {"x.xml": "worksheet"})
    assert sheets.segments[0].text == "NAS\t130 692 544\t\n"


@pytest.mark.parametrize(
    "among",
    [b"<!-- NAS 130 692 544 -->", b"<row>NAS 130 692 544</row>", b"<row><x>NAS 130 692 544</x></row>"],
)
def test_what_stands_among_the_cells_of_a_sheet_is_read(documents, among):
    sheet = b"<worksheet><sheetData><row><c><v>1</v></c></row>" + among + b"</sheetData></worksheet>"
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet))
    assert any("130 692 544" in segment.text for segment in opened(documents, content, "a.xlsx").segments)


def test_a_thousand_values_are_looked_for_at_once():
    values = [f"{number:09d}" for number in range(46_454_286, 46_474_286)]
    text = "\n".join(f"{value[:3]} {value[3:6]} {value[6:]}" for value in values)
    found, kept = Segment("a", "\n".join(values)), Segment("b", text)
    edits = [Edit("a", at, at + 9, "x") for at in range(0, 10 * len(values), 10)]
    assert [kept.text[edit.start : edit.end] for edit in elsewhere([found, kept], edits)] == text.split("\n")


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        (
            "046 454 286",
            "NAS046 454 286.docx, 046454286, (046-454-286)",
            ["046 454 286", "046454286", "046-454-286"],
        ),
        ("046 454 286", "46454286 et 46 454 286", ["46454286", "46 454 286"]),
        ("046 454 286", "1046454286 ou 046 454 2860", ["046 454 286"]),
        ("TREM04121925", "TREM 0412 1925 / xTREM04121925x", ["TREM 0412 1925", "TREM04121925"]),
        ("12-3-1985", "le 12-3-1985 et 1231985", ["12-3-1985"]),
    ],
)
def test_a_value_is_found_however_it_is_spelled(value, text, found):
    segments = [Segment("a", value), Segment("b", text)]
    edits = elsewhere(segments, [Edit("a", 0, len(value), "x")])
    assert [text[edit.start : edit.end] for edit in edits] == found
