"""Days whose year, month and day stand in fields or elements of their own."""

from __future__ import annotations

import io
import json
import re

import docx
import openpyxl
import pytest

from tests.extract.reading import opened, text
from tests.extract.test_redaction import MARKER, edits_for

OTHER = '"visit": {"year": 2027, "month": 2, "day": 3}'


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ('{"birth": {"year": 1985, "month": 4, "day": 12}}', "birth: 1985-04-12"),
        ('{"person": {"birth": {"date": {"day": "12", "month": "04", "year": "1985"}}}}', "birth date: 1985-04-12"),
        ('{"dateNaissance": {"jour": 12, "mois": "avril", "annee": 1985}}', "date Naissance: 12 avril 1985"),
        ('{"name": "x", "birthYear": 1985, "birthMonth": 4, "birthDay": 12}', "birth: 1985-04-12"),
        ('{"naissance_annee": 1985, "naissance_mois": 4, "naissance_jour": 12}', "naissance: 1985-04-12"),
        ('{"dob": [1985, 4, 12]}', "dob: 1985-04-12"),
        (
            '{"dob": {"year": 1985, "month": "APRIL", "dayOfYear": 102, "dayOfMonth": 12, "monthValue": 4}}',
            "dob: 1985-04-12",
        ),
    ],
)  # fmt: skip
def test_a_day_in_parts_is_read_behind_its_name_and_json_stays_json(documents, record, shown):
    content = f"[{record}, {{{OTHER}}}]".encode()
    document = opened(documents, content, "a.json")
    assert shown in text(document)

    cut = json.loads(document.rewrite(edits_for(document, [shown.partition(": ")[2]]), {}))
    assert "1985" not in json.dumps(cut)
    assert json.dumps(cut, ensure_ascii=False).count(MARKER) == 1
    assert cut[1] == json.loads(f"{{{OTHER}}}")


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ('{"dateNaissance": 482112000000}', "date Naissance: 1985-04-12"),
        ('{"birthDate": {"$date": 482126400000}}', "birth Date $date: 1985-04-12"),
        ('{"dob": -299116800000}', "dob: 1960-07-10"),
    ],
)
def test_a_day_in_milliseconds_is_read_behind_its_name(documents, record, shown):
    document = opened(documents, f"[{record}]".encode(), "a.json")
    assert shown in text(document)
    cut = json.loads(document.rewrite(edits_for(document, [shown[-10:]]), {}))
    assert MARKER in json.dumps(cut, ensure_ascii=False)
    assert "0000" not in json.dumps(cut)


@pytest.mark.parametrize("number", ["482112000001", "046454286", "4821120000000000", "99999999900000"])
def test_other_numbers_are_no_day(documents, number):
    said = text(
        opened(documents, f'{{"dob": "x", "dateNaissance": {number.lstrip("0")}}}'.encode(), "a.json")
    )
    assert not re.search(r"\d{4}-\d\d-\d\d", said)


@pytest.mark.parametrize(
    ("record", "cut"),
    [
        (
            "<naissance><annee>1985</annee><mois>04</mois><jour>12</jour></naissance>",
            f"<naissance><annee>{MARKER}</annee><mois></mois><jour></jour></naissance>",
        ),
        (
            "<p><no>7</no><DateOfBirth>\n<Day>12</Day>\n<Month>4</Month>\n<Year>1985</Year></DateOfBirth></p>",
            f"<p><no>7</no><DateOfBirth>\n<Day></Day>\n<Month></Month>\n<Year>{MARKER}</Year></DateOfBirth></p>",
        ),
        ('<birth year="1985" month="4" day="12"/>', f'<birth year="{MARKER}" month="" day=""/>'),
    ],
)
def test_a_day_in_elements_or_attributes_is_read_and_cut(documents, record, cut):
    document = opened(documents, f"<?xml version='1.0'?><r>{record}<z>2</z></r>".encode())
    content = document.rewrite(edits_for(document, ["1985-04-12"]), {}).decode()
    # What is put together begins with the year, and so does what replaces it.
    assert content == f"<?xml version='1.0'?><r>{cut}<z>2</z></r>"


@pytest.mark.parametrize(
    "record",
    [
        '{"a": {"year": 1985, "month": 4}, "b": {"day": 12}}',
        '{"year": 1985, "amount": 4, "day": 12}',
        '{"startYear": 1985, "endMonth": 4, "birthDay": 12}',
        '{"size": [1985, 40, 12]}',
    ],
)
def test_parts_of_nothing_are_no_day(documents, record):
    assert "1985-04-12" not in text(opened(documents, record.encode(), "a.json"))


HEADS = ["Nom", "Année de naissance", "Mois de naissance", "Jour de naissance", "Ville"]


def sheet(*rows: list[object]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEADS, ["Roy", 1985, 4, 12, "Alma"]),
        (["Name", "birth_day", "birth_month", "birth_year"], ["Roy", 12, "04", 1985]),
        (["Nom", "Naissance (jour)", "Naissance (mois)", "Naissance (année)"], ["Roy", 12, 4, 1985]),
        (["Nom", "Jour", "Mois", "Année de naissance"], ["Roy", "12", "4", "1985"]),
    ],
)
def test_a_day_in_three_columns_of_a_sheet_is_read_behind_their_heads(documents, head, row):
    document = opened(documents, sheet(head, row), "a.xlsx")
    assert re.search("(?i)(?:naissance|birth): 1985-04-12\n", text(document))

    content = document.rewrite(edits_for(document, ["1985-04-12"]), {})
    cells = [str(cell or "") for cell in list(openpyxl.load_workbook(io.BytesIO(content)).active.values)[1]]
    assert "1985" not in cells
    assert cells.count(MARKER) == 1
    assert (cells[0], len(cells)) == ("Roy", len(row))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_row_of_a_text_file_keeps_its_cells(documents, mark, quote):
    rows = HEADS, ["Roy", "1985", "4", "12", "Alma"], ["Cyr", "", "", "", "Amos"]
    content = "".join(mark.join(f"{quote}{cell}{quote}" for cell in row) + "\r\n" for row in rows).encode()
    document = opened(documents, content, "a.csv")
    assert "naissance: 1985-04-12\n" in text(document)

    cut = document.rewrite(edits_for(document, ["1985-04-12"]), {}).decode()
    assert cut == content.decode().replace("1985", MARKER).replace(f"{quote}4{quote}", quote * 2).replace(
        "12", ""
    )


def test_a_row_keeps_its_cells_where_the_whole_day_was_found_in_it(documents):
    content = f"{','.join(HEADS)}\nRoy,1985,4,12,Alma\n".encode()
    document = opened(documents, content, "a.csv")
    whole = edits_for(document, ["1985,4,12"])
    cut = document.rewrite([*whole, *edits_for(document, ["1985-04-12"])], {}).decode()
    assert cut.splitlines()[1] == f"Roy,{MARKER},,,Alma"


def test_months_in_the_rows_head_nothing(documents):
    rows = "".join(f"Roy,{year},4,12,depuis 3 mois\n" for year in range(1950, 1990))
    said = text(opened(documents, f"{','.join(HEADS)}\n{rows}".encode(), "a.csv"))
    assert said.count("naissance: 19") == 40


@pytest.mark.parametrize(
    "table",
    [
        "Nom\tAnnée\tMois\tMontant\nRoy\t1985\t4\t12\n",
        "Nom\tAnnée de début\tMois de fin\tJour de paie\nRoy\t1985\t4\t12\n",
        "Le mois et le jour de l'année\n1985\t4\t12\n",
    ],
)
def test_other_columns_are_no_day(documents, table):
    assert "1985-04-12" not in text(opened(documents, table.encode(), "a.tsv"))


def test_the_days_of_a_table_in_a_document_are_read(documents):
    document = docx.Document()
    table = document.add_table(2, 4)
    for column, cells in enumerate(zip(HEADS, ("Roy", "1985", "4", "12"), strict=False)):
        for number, cell in enumerate(cells):
            table.cell(number, column).text = cell
    out = io.BytesIO()
    document.save(out)
    read = opened(documents, out.getvalue(), "a.docx")
    assert "naissance: 1985-04-12\n" in text(read)

    left = opened(documents, read.rewrite(edits_for(read, ["1985-04-12"]), {}), "a.docx")
    assert "1985" not in text(left)
    assert f"Roy\t{MARKER}\t" in text(left)
