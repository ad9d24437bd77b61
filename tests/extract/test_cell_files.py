"""SYLK and DIF files: read as the tables that spreadsheets show, and still such a table after an edit."""

from __future__ import annotations

import pytest

from tests.extract.test_redaction import MARKER, edits_for

SYLK = (
    'ID;PCALCOOO32\r\nC;X1;Y1;K"Nom"\r\nC;X3;Y1;K"NAS"\r\nC;X1;Y2;K"a;;b 15" c"\r\nC;X3;Y2;K46454286\r\n'
    'C;X1;Y3;K"Côté"\r\nC;X3;K"130 692 544";E"130 692 "&"544"\r\nE\r\n'
)
DIF = (
    'TABLE\r\n0,1\r\n"T"\r\nVECTORS\r\n0,2\r\n""\r\nTUPLES\r\n0,2\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n1,0\r\n"Nom"\r\n'
    '1,0\r\n"NAS"\r\n-1,0\r\nBOT\r\n1,0\r\n"a 15"" c"\r\n0,46454286\r\nV\r\n-1,0\r\nEOD\r\n'
)


def cells(document, reading=""):
    return next(s.text for s in document.segments if s.path == f"att/1/cells{reading}")


def test_a_sylk_file_is_a_table(documents):
    document = documents.open(SYLK.encode(), "", "a.slk", "att/1", 1)
    assert cells(document) == 'Nom\t\tNAS\t\na;b 15" c\t\t46454286\t\nCôté\t\t130 692 544\t\n'
    assert "046454286" in cells(document, "@guessed")


def test_a_coordinate_that_is_no_number_is_none(documents):
    source = SYLK.replace("C;X1;Y3;", "C;X\N{SUPERSCRIPT TWO};Y3;")
    document = documents.open(source.encode(), "", "a.slk", "att/1", 1)
    assert "Côté\t130 692 544" in cells(document).replace("\t\t", "\t")


def test_a_changed_cell_of_a_sylk_file_is_a_text_without_a_formula(documents):
    document = documents.open(SYLK.encode(), "", "a.slk", "att/1", 1)
    edits = [e for e in edits_for(document, ["046454286", "130 692 544"]) if "/cells" in e.segment]
    expected = SYLK.replace("K46454286", f'K"{MARKER}"').replace(
        'K"130 692 544";E"130 692 "&"544"', f'K"{MARKER}"'
    )
    assert document.rewrite(edits, {}).decode() == expected


def test_a_dif_file_is_a_table_and_stays_one(documents):
    document = documents.open(DIF.encode(), "", "a.dif", "att/1", 1)
    assert 'Nom\tNAS\t\na 15" c\t46454286\t\n' in cells(document)
    content = document.rewrite(edits_for(document, ["046454286"]), {})
    assert content.decode() == DIF.replace("0,46454286\r\nV", f'1,0\r\n"{MARKER}"')


@pytest.mark.parametrize(
    "text", ["ID;Prénom;NAS\r\n1;C;046 454 286\r\n", "TABLE\r\n0,2\r\n", "ID;P\r\n" * 5000]
)
def test_other_files_that_begin_alike_are_none(documents, text):
    document = documents.open(text.encode(), "", "a.csv", "att/1", 1)
    assert [segment.path for segment in document.segments] == ["att/1/text"]
