"""Plain text that programs write: tables of numbers that were days, JSON that stays JSON, accents of DOS and of old Macs."""

import json

import pytest

from gateway.extract.oldcharsets import old_charset
from tests.extract.reading import opened, text
from tests.extract.test_redaction import MARKER, edits_for


def redacted(documents, name, content, *values):
    document = opened(documents, content, name)
    return document.rewrite(edits_for(document, values), {})


@pytest.mark.parametrize(
    ("content", "value", "after"),
    [
        (b"Nom,NAS\nRoy,1.30692544E+08\n", "130692544", f"Nom,NAS\nRoy,{MARKER}\n"),
        (
            b'Nom;Naissance;No\r\n"Roy";"31149";12\r\n',
            "1985-04-12",
            f'Nom;Naissance;No\r\n"Roy";"{MARKER}";12\r\n',
        ),
    ],
)
def test_numbers_of_a_table_are_read_as_what_they_were(documents, content, value, after):
    assert redacted(documents, "a.csv", content, value).decode() == after


def test_other_tables_are_read_once(documents):
    assert len(opened(documents, b"Nom,NAS,No\nRoy,46454286,12\n", "a.csv").segments) == 1


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
@pytest.mark.parametrize(
    ("content", "value", "after"),
    [
        ('{"noNAS":130692544}', "130692544", {"noNAS": MARKER}),
        ('{"nas":130692544.0,"a":1}', "130692544", {"nas": MARKER, "a": 1}),
        ('[{"nas":46454286},1]', "046454286", [{"nas": MARKER}, 1]),
        (
            '{"naissance":{"date":"1985-04-12","b":[1]}}',
            "1985-04-12",
            {"naissance": {"date": MARKER, "b": [1]}},
        ),
        ('{"naissance":{"jour":31149}}', "1985-04-12", {"naissance": {"jour": MARKER}}),
        ('{"nas":[1,3,0,6,9,2,5,4,4]}', "1,3,0,6,9,2,5,4,4", {"nas": [MARKER]}),
        (
            '{"a":"NAS: 130692544, \\"b\\"","n":130692544}',
            "130692544",
            {"a": f'NAS: {MARKER}, "b"', "n": MARKER},
        ),
    ],
)
def test_json_stays_json(documents, name, content, value, after):
    assert json.loads(redacted(documents, name, content.encode(), value)) == after


def test_a_value_of_json_is_read_behind_the_words_of_its_name(documents):
    said = text(
        opened(documents, b'{"citoyenNas":"130 692 544","naissance":{"date":"1985-04-12"},"n":1}', "a.json")
    )
    assert "citoyen Nas: 130 692 544\n" in said
    assert "naissance date: 1985-04-12\n" in said


@pytest.mark.parametrize("codec", ["cp850", "mac_roman"])
def test_accents_of_dos_and_of_old_macs_are_read_and_written(documents, codec):
    content = "Prénom;Né le\rAndré;12 août 1985\r".encode(codec)
    assert "Prénom;Né le\nAndré;12 août 1985\n" in text(opened(documents, content, "a.csv"))
    after = redacted(documents, "a.csv", content, "12 août 1985")
    assert after.decode(codec) == f"Prénom;Né le\rAndré;{MARKER}\r"


@pytest.mark.parametrize(
    "said",
    ["Né le 12 février, l’été «ça va» 12 °C Île PRÉNOM œuvre", "élève", "ÉLÈVE", "naïve à Crêpe", "NOËL"],
)
@pytest.mark.parametrize("codec", ["cp1252", "cp850", "mac_roman", "utf-8"])
def test_a_charset_is_known_by_its_letters(said, codec):
    content = said.encode(codec, "ignore")
    assert old_charset(content) == (codec if codec in ("cp850", "mac_roman") else "")


def test_a_value_of_json_is_read_behind_what_a_field_beside_it_says(documents):
    asked = '[{"question": "Date de naissance", "type": "date", "reponse": "1985-04-12"}, {"key": "x", "n": {"v": "54321"}}]'
    document = opened(documents, asked.encode(), "a.json")
    assert "Date de naissance: 1985-04-12\n" in text(document)
    assert "x: 54321" not in text(document)
    assert (
        json.loads(redacted(documents, "a.json", asked.encode(), "1985-04-12"))[0]["reponse"] != "1985-04-12"
    )
