"""OpenDocument: values that only tags say, and values that tracked changes cut in two."""

import io
import zipfile

import pytest

from tests.extract import make
from tests.extract.reading import opened, text
from tests.extract.test_redaction import MARKER, edits_for

_XMLNS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text")
)
_NUMBER = '<table:table-cell office:value-type="float" office:value="{}"{}'
_DELETED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/><text:p>{}</text:p>'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)


def packed(body: str) -> bytes:
    content = f"<office:document-content {_XMLNS}>{body}</office:document-content>"
    return make.zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.encode()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    )


def flat(body: str) -> bytes:
    return f"<?xml version='1.0'?><office:document {_XMLNS}>{body}</office:document>".encode()


def content_of(document: bytes) -> str:
    if not document.startswith(b"PK"):
        return document.decode()
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("content.xml").decode()


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    return f"<table:table>{made}</table:table>"


def heading(said: str) -> str:
    return f"<table:table-cell><text:p>{said}</text:p></table:table-cell>"


@pytest.mark.parametrize("packing", [packed, flat])
@pytest.mark.parametrize(
    ("value", "shown", "read"),
    [
        ("130692544", "><text:p>1,31E+08</text:p></table:table-cell>", "130692544"),
        ("130692544", "><text:p>130 692 544,00</text:p></table:table-cell>", "130692544"),
        ("46454286", "><text:p>46454286</text:p></table:table-cell>", "046454286"),
        ("31149", "><text:p>31149</text:p></table:table-cell>", "1985-04-12"),
        ("130692544", "/>", "130692544"),
        ("130692544", "></table:table-cell>", "130692544"),
    ],
)
def test_a_cell_that_shows_its_value_otherwise_is_read_and_shows_the_marker(
    documents, packing, value, shown, read
):
    skipped = '<table:table-cell table:number-columns-repeated="2"/>'
    content = packing(
        table(
            (heading("Nom"), skipped, heading("NAS")), (heading("Roy"), skipped, _NUMBER.format(value, shown))
        )
    )
    before = opened(documents, content, "a.fods" if packing is flat else "a.ods")
    assert f"Nom\t\t\tNAS\t\nRoy\t\t\t{read}\t\n" in text(before)
    after = content_of(before.rewrite(edits_for(before, [read]), {}))
    assert value not in after
    assert f'office:value-type="string"><text:p>{MARKER}</text:p></table:table-cell>' in after


def test_a_day_that_a_cell_does_not_show_whole_is_read(documents):
    day = (
        '<table:table-cell office:value-type="date" office:date-value="1985-04-12T00:00:00"><text:p>12 avril</text:p>'
        "</table:table-cell>"
    )
    before = opened(documents, packed(table((heading("Naissance"),), (day,))), "a.ods")
    assert "Naissance\t\n1985-04-12\t\n" in text(before)
    after = content_of(before.rewrite(edits_for(before, ["1985-04-12"]), {}))
    assert "1985" not in after
    assert "12 avril" not in after


@pytest.mark.parametrize(
    "body",
    [
        _DELETED.format("6 454 286") + '<text:p>NAS 04<text:change text:change-id="c1"/> fin</text:p>',
        _DELETED.format("454 2") + '<text:p>NAS 046 <text:change text:change-id="c1"/>86 fin</text:p>',
        '<text:p>NAS 046 4<text:change-start text:change-id="c2"/>99<text:change-end text:change-id="c2"/>54 286 fin</text:p>',
    ],
)
def test_a_value_is_read_as_it_was_before_the_changes(documents, body):
    before = opened(documents, packed(body), "a.odt")
    assert "NAS 046 454 286 fin" in text(before)
    after = content_of(before.rewrite(edits_for(before, ["046 454 286"]), {}))
    assert "fin" in after
    assert not any(digits in after for digits in ("454", "286", "046"))


def test_the_day_of_a_field_is_read_in_its_sentence(documents):
    body = '<text:p>Date de naissance : <text:date text:date-value="1985-04-12T00:00:00">12 avril</text:date></text:p>'
    before = opened(documents, packed(body), "a.odt")
    assert "Date de naissance : 1985-04-12T00:00:00 12 avril" in text(before)
    assert "1985" not in content_of(before.rewrite(edits_for(before, ["1985-04-12"]), {}))


def changed_before(column: int, value: str, said: str, repeated: str = "") -> str:
    """A sheet with a head over each column, and what a cell of it held before a change."""
    before = (
        f'<table:cell-content-change><table:cell-address table:column="{column}" table:row="1" table:table="0"/>'
        f"<table:previous><table:change-track-table-cell {value}><text:p>{said}</text:p></table:change-track-table-cell>"
        "</table:previous></table:cell-content-change>"
    )
    first = heading("Nom").replace("<table:table-cell", f"<table:table-cell{repeated}")
    row = first, heading("Date de naissance"), heading("Numéro d&apos;assurance sociale")
    sheet = table(row, (heading("Roy"), heading("voir"), heading("voir")))
    return f"<table:tracked-changes>{before}</table:tracked-changes>{sheet}"


@pytest.mark.parametrize("packing", [packed, flat])
@pytest.mark.parametrize(
    ("column", "repeated", "head"),
    [
        (1, "", "Date de naissance"),
        (2, "", "Numéro d'assurance sociale"),
        (2, ' table:number-columns-repeated="2"', "Date de naissance"),
    ],
)
def test_what_a_cell_held_is_read_behind_the_head_of_its_column(documents, packing, column, repeated, head):
    body = changed_before(column, 'office:value-type="string"', "1985-04-12", repeated)
    document = opened(documents, packing(body))
    assert f"{head}: 1985-04-12\n" in text(document)

    content = content_of(document.rewrite(edits_for(document, ["1985-04-12"]), {}))
    assert "1985" not in content
    assert content.count(MARKER) == 1


def test_the_number_that_a_tag_says_of_a_cell_goes_with_its_text(documents):
    said = 'office:value-type="float" office:value="130692544"'
    document = opened(documents, packed(changed_before(2, said, "130692544")))
    assert text(document).count("Numéro d'assurance sociale: 130692544\n") == 2
    assert "130692544" not in content_of(document.rewrite(edits_for(document, ["130692544"]), {}))


def test_a_chart_or_a_picture_in_a_cell_does_not_part_the_rows_from_their_heads(documents):
    inner = table((heading("A"), heading("B")), (heading("1"), heading("2")))
    chart = f"<draw:object><office:document>{inner}</office:document></draw:object>"
    picture = "<draw:image><office:binary-data>VkNMTVRGAQAx</office:binary-data></draw:image>"
    drawn = f"<table:table-cell><draw:frame>{chart}{picture}</draw:frame></table:table-cell>"
    rows = (
        (heading("Nom"), heading("Naissance")),
        (heading("Roy"), heading("1985-04-12"), drawn),
        (heading("Cyr"), heading("1990-01-02")),
    )
    (line,) = (
        one.text for one in opened(documents, flat(table(*rows))).segments if one.path.endswith("@line")
    )
    assert [row.rstrip() for row in line.splitlines()] == [
        "Nom\tNaissance",
        "Roy\t1985-04-12",
        "Cyr\t1990-01-02",
    ]
