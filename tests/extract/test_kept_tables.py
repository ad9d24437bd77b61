"""Workbooks whose parts have other names, and the tables that a workbook keeps beside its sheets."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from gateway.extract.kepttables import kept_tables
from tests.extract import make
from tests.extract.test_redaction import edits_for, everything

SHEET = (
    b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NAS</t></is></c></row><row r="2"><c r="A2"><v>%s</v></c>'
    b"</row></sheetData></worksheet>"
)
DEFINITION = (
    b'<pivotCacheDefinition><cacheFields count="2"><cacheField name="Nom"><sharedItems><s v="Roy"/></sharedItems></cacheField>'
    b'<cacheField name="NAS"><sharedItems containsNumber="1" minValue="46454286" maxValue="130692544"><n v="46454286"/>'
    b'<n v="130692544"/></sharedItems></cacheField><cacheField name="Date de naissance"><sharedItems'
    b' minDate="1985-03-12T00:00:00" maxDate="1985-03-13T00:00:00"><d v="1985-03-12T00:00:00"/></sharedItems></cacheField>'
    b"</cacheFields></pivotCacheDefinition>"
)
RECORDS = b'<pivotCacheRecords count="1"><r><x v="0"/><n v="46454286"/><d v="1985-03-12T00:00:00"/></r></pivotCacheRecords>'
LINK = (
    b'<externalLink><externalBook><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>NAS</v></cell></row><row r="2">'
    b'<cell r="A2"><v>46454286</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
)
CHART = (
    b'<c:chartSpace xmlns:c="c"><c:ser><c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>NAS</c:v></c:pt>'
    b'</c:strCache></c:strRef></c:tx><c:val><c:numCache><c:pt idx="0"><c:v>46454286</c:v></c:pt></c:numCache></c:val></c:ser>'
    b"</c:chartSpace>"
)
BOOK = b'<workbook><definedNames><definedName name="NAS">46454286</definedName></definedNames></workbook>'


def opened(documents, *parts):
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), *parts)
    document = documents.open(content, "", "a.xlsx", "att/1", 1)
    assert list(document.incomplete) == []
    return document


def text(document):
    return "\n".join(segment.text for segment in document.segments)


@pytest.mark.parametrize("name", ["xl/worksheets/sub/a.xml", "xl/donnees/feuille.xml", "autre.xml"])
def test_a_sheet_is_one_whatever_its_name(documents, name):
    document = opened(
        documents,
        ("xl/classeur.xml", b"<?xml version='1.0'?>\n<x:workbook xmlns:x='x'/>"),
        (name, SHEET % b"46454286"),
    )
    assert "NAS\t\n046454286" in text(document)
    assert b"46454286" not in everything(document.rewrite(edits_for(document, ["046454286"]), {}))


def test_an_element_that_is_only_called_like_shared_strings_is_read(documents):
    document = opened(
        documents,
        ("word/document.xml", b"<w:document/>"),
        ("customXml/item1.xml", b"<sst>NAS 046 454 286</sst>"),
    )
    assert "NAS 046 454 286" in text(document)


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("xl/pivotCache/pivotCacheDefinition1.xml", DEFINITION, "NAS\t\n046454286"),
        ("xl/externalLinks/externalLink1.xml", LINK, "NAS\t\n046454286"),
        ("xl/charts/chart1.xml", CHART, "NAS\t\n046454286"),
        ("xl/workbook.xml", BOOK, "NAS:\t046454286"),
    ],
)
def test_a_table_beside_the_sheets_is_read_with_its_heading(documents, name, content, shown):
    document = opened(documents, ("xl/worksheets/sheet1.xml", b"<worksheet/>"), (name, content))
    assert shown in text(document)
    redacted = everything(document.rewrite(edits_for(document, ["046454286"]), {}))
    assert b"46454286" not in redacted
    assert b"NAS" in redacted


def test_values_of_a_pivot_table_stay_of_their_kind_and_apart(documents):
    document = opened(
        documents,
        ("xl/pivotCache/pivotCacheDefinition1.xml", DEFINITION),
        ("xl/pivotCache/pivotCacheRecords1.xml", RECORDS),
    )
    assert "Nom\tNAS\tDate de naissance\t\n0\t46454286\t1985-03-12\t\n" in text(document)
    planted = ["046454286", "130692544", "1985-03-12"]
    content = document.rewrite(edits_for(document, planted), {})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "pivotCache" in name]
    for part in parts:
        assert re.search("46454286|130692544|1985-03-12", part) is None
        numbers = re.findall(r'<n v="([^"]*)"|(?:min|max)Value="([^"]*)"', part)
        days = re.findall(r'<d v="([^"]*)"|(?:min)Date="([^"]*)"', part)
        assert all("".join(one).isdigit() for one in numbers)
        assert all(re.fullmatch(r"1900-01-\d\dT00:00:00", "".join(one)) for one in days)
        assert len(set(numbers)) == len(numbers)
    assert 'name="NAS"' in parts[0]
    assert 'v="Roy"' in parts[0]


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        (b"<pivotCacheRecords><r>", b"<r>"),
        (b"<externalLink><row>", b"<row>"),
        (b"<chartSpace>", b"<ser><tx>"),
        (b"<workbook><definedName ", b' name="a"'),
    ],
)
def test_what_does_not_end_is_looked_at_once(begin, again):
    content = begin + again * (
        1_000_000 // len(again)
    )  # an hour, if every beginning went in search of an end

    assert list(kept_tables({"xl/a.xml": content})) == []
