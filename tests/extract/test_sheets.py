"""Sheets: numbers as their formats show them, formulas, names; what stays is a workbook that opens without repair."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.worksheet.filters import DateGroupItem, FilterColumn, Filters

from gateway.extract.ole import workbook_cells
from gateway.model import Edit
from tests.extract import hidden, make
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import MARKER, edits_for

LONG = "[numéro d'assurance maladie : retiré]"
NAM = "TREM85041201"
FORBIDDEN = re.compile(r"[][:*?/\\]")


def redacted(documents, name, content, *values):
    """The file without `values`, each replaced by a marker that no sheet's name and no formula may hold."""
    document = opened(documents, name, content)
    edits = [Edit(e.segment, e.start, e.end, LONG) for e in edits_for(document, values)]
    return document.rewrite(edits, {})


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def two_sheets() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = f"NAM {NAM}"
    book.create_sheet("NAM TREM85041202")["A1"] = 7
    book.active["A1"] = "='NAM TREM85041202'!A1+1"
    return book


def test_names_of_sheets_stay_apart_and_lawful(documents):
    content = redacted(documents, "a.xlsx", saved(two_sheets()), NAM, "TREM85041202")
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert names == ["NAM retiré_1", "NAM retiré_2"]


def test_a_formula_still_leads_to_a_sheet_that_has_another_name_now(documents):
    content = redacted(documents, "a.xlsx", saved(two_sheets()), "TREM85041202")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.worksheets[0]["A1"].value == f"='{book.sheetnames[1]}'!A1+1"


def test_a_name_is_never_longer_than_excel_takes(documents):
    book = openpyxl.Workbook()
    book.active.title = "NAM TREM85041201 de ce dossier"
    book.create_sheet("Dossier complet de A12345 (x) y")
    content = redacted(documents, "a.xlsx", saved(book), NAM, "A12345")
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert names == ["NAM retiré_1 de ce dossier", "Dossier complet de reti_2 (x) y"]


def test_a_value_in_a_formula_takes_the_formula_with_it_and_leaves_its_result(documents):
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1"><f>IF(B1=946454286,1,2)</f><v>2</v></c></row></sheetData></worksheet>'
    content = make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", sheet),
    )
    with zipfile.ZipFile(io.BytesIO(redacted(documents, "a.xlsx", content, "946454286"))) as archive:
        assert b'<c r="A1"><v>2</v></c>' in archive.read("xl/worksheets/sheet1.xml")


CELL = (
    '<table:table table:name="t"><table:table-row><table:table-cell office:value-type="string"><text:p>NAS</text:p>'
    '</table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float"'
    ' office:value="46454286" calcext:value-type="float"><text:p>046 454 286</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
    "</table:table-row></table:table>"
)  # fmt: skip
_XMLNS = 'xmlns:table="t" xmlns:office="o" xmlns:text="x" xmlns:calcext="c"'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.fods", f"<?xml version='1.0'?><office:document {_XMLNS}>{CELL}</office:document>".encode(), id="flat"),
        pytest.param(
            "a.ods",
            make.zipped(
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", f"<office:document-content {_XMLNS}>{CELL}</office:document-content>".encode()),
                ("META-INF/manifest.xml", b"<manifest/>"),
            ),
            id="packed",
        ),
    ],
)  # fmt: skip
def test_a_cell_of_open_document_says_its_value_nowhere(documents, name, content):
    """Its tag holds the number without its leading zero."""
    before = opened(documents, name, content)
    assert any("NAS\t\n046 454 286\t7\t\n" in segment.text for segment in before.segments)
    plain = before.rewrite(edits_for(before, ["046 454 286"]), {})
    if name.endswith(".ods"):
        with zipfile.ZipFile(io.BytesIO(plain)) as archive:
            plain = archive.read("content.xml")
    assert b"46454286" not in plain
    assert f'office:value-type="string" calcext:value-type="string"><text:p>{MARKER}<'.encode() in plain
    assert b'office:value="7"' in plain


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("000000000", "046454286"),
        ("000 000 000", "046 454 286"),
        ('000" "000" "000', "046 454 286"),
        ("000\\ 000\\ 000", "046 454 286"),
        ("[$-C0C]000 000 000;@", "046 454 286"),
        ("000-000-000_);(000)", "046-454-286"),
        ('[Blue]000"."000"."000', "046.454.286"),
        ("[<=999999999]000\\ 000\\ 000;General", "046 454 286"),
        ("[>999999999]General;000-000-000", "046-454-286"),
        ("0## ### ###", "046 454 286"),
        ('"NAS "000 000 000', "NAS 046 454 286"),
        ("yyyy\\-mm\\-dd", "46454286"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(documents, code, shown):
    book = openpyxl.Workbook()
    book.active["A1"] = 46454286
    book.active["A1"].number_format = code
    texts = {s.path: s.text for s in opened(documents, "a.xlsx", saved(book)).segments}
    assert texts["att/1/sheet1"].strip() == shown


@pytest.mark.parametrize("code", ["General", "0.00", "#,##0", "0%"])
def test_a_number_without_leading_zeros_gets_them_in_a_text_of_its_own(documents, code):
    book = openpyxl.Workbook()
    for row in (["Nom", "NAS", "Naissance"], ["Roy", 46454286, 31149], ["Côté", 20240115, 7]):
        book.active.append(row)
    for cell in book.active["B"]:
        cell.number_format = code
    document = opened(documents, "a.xlsx", saved(book))
    texts = {s.path: s.text for s in document.segments}
    assert texts["att/1/sheet1"] == "Nom\tNAS\tNaissance\t\nRoy\t46454286\t31149\t\nCôté\t20240115\t7\t\n"
    assert (
        texts["att/1/sheet1@guessed"] == "Nom\tNAS\tNaissance\t\nRoy\t046454286\t1985-04-12\t\nCôté\t\t\t\n"
    )
    rows = openpyxl.load_workbook(
        io.BytesIO(document.rewrite(edits_for(document, ["046454286", "1985-04-12"]), {}))
    ).active.values
    assert list(rows)[1:] == [("Roy", MARKER, MARKER), ("Côté", 20240115, 7)]


SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>"


def sheet(rows: str, *parts: tuple[str, bytes]) -> bytes:
    return make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", (SHEET % rows).encode()),
        *parts,
    )


def test_cells_that_a_row_leaves_out_stand_between_the_others(documents):
    rows = '<row r="1"><c r="A1" t="str"><v>Nom</v></c><c r="D1" t="str"><v>NAS</v></c></row>'
    rows += '<row r="2"><c r="D2"><v>7</v></c><c><v>8</v></c></row>'
    document = opened(documents, "a.xlsx", sheet(rows))
    assert document.segments[0].text == "Nom\t\t\tNAS\t\n\t\t\t7\t8\t\n"


def test_tags_in_single_quotes_are_read_as_others_are(documents):
    styles = b"<styleSheet><numFmts><numFmt numFmtId='170' formatCode='000000000'/></numFmts><cellXfs><xf numFmtId='0'/>"
    styles += b"<xf numFmtId='170'/></cellXfs></styleSheet>"
    rows = (
        "<row r='1'><c r='A1' s='1'><v>46454286</v></c><c r='B1' t='d'><v>1985-04-12T00:00:00</v></c></row>"
    )
    document = opened(documents, "a.xlsx", sheet(rows, ("xl/styles.xml", styles)))
    assert document.segments[0].text == "046454286\t1985-04-12\t\n"


@pytest.mark.parametrize("kept", ["46454286", "046-454-286", "046454286", "46454286.0"])
def test_a_number_goes_however_a_chart_spells_it(documents, kept):
    chart = f"<c:numCache><c:formatCode>000 000 000</c:formatCode><c:pt><c:v>{kept}</c:v></c:pt><c:v>464542861</c:v></c:numCache>"
    log = f"<rcc><oc r='A1'><is><t>rue 7</t></is></oc><nc r='A1'><v>{kept}</v></nc></rcc>"
    rows = '<row r="1"><c r="A1" t="str"><v>NAS 046 454 286</v></c></row>'
    content = sheet(
        rows, ("xl/charts/chart1.xml", chart.encode()), ("xl/revisions/revisionLog1.xml", log.encode())
    )
    found = opened(documents, "a.xlsx", content)
    at = found.segments[0].text.index("046")
    content = found.rewrite([Edit(found.segments[0].path, at, at + 11, MARKER)], {})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        assert f">{kept}<" not in archive.read("xl/revisions/revisionLog1.xml").decode()
    assert f">{kept}<" not in chart
    assert "<c:v>464542861</c:v>" in chart


def test_numbers_of_a_legacy_workbook_are_read_with_leading_zeros_too():
    """Its formats are not seen. A date stays one."""
    book = openpyxl.Workbook()
    for row in (["Nom", "NAS"], ["Roy", 46454286], ["Côté", 19850412], ["Lê", 130692544]):
        book.active.append(row)
    texts = {segment.path: segment.text for segment in workbook_cells(saved(book), "a")}
    assert texts == {
        "a/sheet0": "Nom\tNAS\nRoy\t46454286\nCôté\t19850412\nLê\t130692544",
        "a/sheet0@guessed": "Nom\tNAS\nRoy\t046454286\nCôté\t\nLê\t",
    }


def test_rows_of_a_table_in_a_document_are_lines(documents):
    rows = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{a}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{b}</w:t></w:r></w:p></w:tc></w:tr>"
        for a, b in (("Nom", "NAS"), ("Roy", "046 454 286"))
    )
    content = hidden.changed(hidden.small("avant"), word_document=f"<w:tbl {hidden.WORD}>{rows}</w:tbl>")
    assert any(
        "Nom\tNAS\t\nRoy\t046 454 286\t\n" in s.text for s in opened(documents, "a.docx", content).segments
    )


def test_headers_of_sheets_are_read_without_their_codes(documents):
    header = "&amp;L&amp;&quot;Arial,Gras&quot;&amp;12NAS&amp;R046&amp;B 454&amp;B 286&amp;C R&amp;&amp;D"
    sheet = f"<worksheet><sheetData/><headerFooter><oddHeader>{header}</oddHeader></headerFooter></worksheet>"
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet.encode()))
    before = opened(documents, "a.xlsx", content)
    assert any(segment.text == "\nNAS\n046 454 286\n R&D\n" for segment in before.segments)
    with zipfile.ZipFile(io.BytesIO(before.rewrite(edits_for(before, ["046 454 286"]), {}))) as archive:
        after = archive.read("xl/worksheets/sheet1.xml").decode()
    assert f"&amp;12NAS&amp;R{MARKER}&amp;B&amp;B&amp;C R&amp;&amp;D" in after


def test_a_style_without_a_format_counts(documents):
    """xf@numFmtId may be left out (ECMA-376 part 1, §18.8.45)."""
    styles = b'<styleSheet><cellXfs><xf fontId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>31149</v></c></row></sheetData></worksheet>'
    parts = (
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", styles),
    )
    assert opened(documents, "a.xlsx", make.zipped(*parts)).segments[0].text == "1985-04-12\t\n"


def test_a_group_of_formulas_goes_as_often_as_its_cells_do(documents):
    """Each of them once: ten thousand of them took minutes."""
    rows = (
        b'<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">B1*1</f><v>130692544</v></c></row>'
        + b"".join(
            b'<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>130692544</v></c></row>' % (n, n)
            for n in range(2, 10_000)
        )
    )
    content = make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"),
    )
    before = opened(documents, "a.xlsx", content)
    with zipfile.ZipFile(io.BytesIO(before.rewrite(edits_for(before, ["130692544"]), {}))) as archive:
        after = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f" not in after
    assert b"130692544" not in after


def test_the_words_of_a_days_format_are_read(documents):
    styles = b"""<styleSheet><numFmts><numFmt numFmtId="200" formatCode='"N\xc3\xa9 le "d mmmm yyyy" ?"'/></numFmts>
        <cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>"""
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>31149</v></c></row></sheetData></worksheet>'
    parts = (
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", styles),
    )
    assert opened(documents, "a.xlsx", make.zipped(*parts)).segments[0].text == "Né le 1985-04-12\t\n"


def test_a_heading_over_several_columns_is_followed_by_what_is_under_it(documents):
    """Its other cells are empty; a table in a document has none for them, or empty ones."""
    cells = '<c r="A1" t="inlineStr"><is><t>Date de naissance</t></is></c><c r="B1" s="1"/><c r="C1"/>'
    sheet = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet))
    assert opened(documents, "a.xlsx", content).segments[0].text == "Date de naissance\t\n"
    row = "".join(f"<w:tc><w:p>{said}</w:p></w:tc>" for said in ("<w:r><w:t>Naissance</w:t></w:r>", "", ""))
    body = f"<w:tbl {hidden.WORD}><w:tr>{row}</w:tr><w:tr>{row}</w:tr></w:tbl>"
    document = opened(documents, "a.docx", hidden.changed(hidden.small("avant"), word_document=body))
    assert any("Naissance\t\nNaissance\t\n" in segment.text for segment in document.segments)


def test_a_heading_of_two_lines_is_one_cell(documents):
    cells = '<c r="A1" t="inlineStr"><is><t>Date de\nnaissance</t></is></c><c r="B1" t="inlineStr"><is><t>NAS</t></is></c>'
    sheet = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet))
    assert opened(documents, "a.xlsx", content).segments[0].text == "Date de naissance\tNAS\t\n"
    said = "".join(f"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>" for word in ("Date de", "naissance"))
    long = f"<w:p><w:r><w:t>{'Une ligne. ' * 9}</w:t></w:r></w:p>"
    row = f"<w:tr><w:tc>{said}</w:tc><w:tc>{long}{said}</w:tc></w:tr>"
    body = f"<w:p>avant</w:p><w:tbl {hidden.WORD}>{row}</w:tbl>"
    document = opened(
        documents, "a.docx", hidden.changed(hidden.small("x"), word_document=f"<a {hidden.WORD}>{body}</a>")
    )
    assert any(
        "avant\nDate de naissance\tUne ligne." in segment.text and "Date de\nnaissance\t\n" in segment.text
        for segment in document.segments
    )


def test_a_day_that_a_filter_keeps_goes_with_the_cell(documents):
    book = openpyxl.Workbook()
    for row in (["Nom", "Naissance"], ["Roy", datetime(1985, 4, 12)], ["Cyr", datetime(1990, 1, 2)]):
        book.active.append(row)
    days = [
        DateGroupItem(year=y, month=m, day=d, dateTimeGrouping="day")
        for y, m, d in ((1985, 4, 12), (1990, 1, 2))
    ]
    book.active.auto_filter.ref = "A1:B3"
    book.active.auto_filter.filterColumn.append(FilterColumn(colId=1, filters=Filters(dateGroupItem=days)))

    content = redacted(documents, "a.xlsx", saved(book), "1985-04-12")
    (left,) = (
        openpyxl.load_workbook(io.BytesIO(content)).active.auto_filter.filterColumn[0].filters.dateGroupItem
    )
    assert (left.year, left.month, left.day) == (1990, 1, 2)
