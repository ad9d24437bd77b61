"""Days whose year, month and day stand in fields or elements of their own."""

from __future__ import annotations

import json

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
