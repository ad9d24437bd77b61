"""Workbooks in the format of Excel's own (XLSB): cells as they are shown, whatever else is in the file; never rewritten."""

import io
import struct
import zipfile
from collections.abc import Sequence

import pytest

from gateway.extract.biff12 import number_formats
from gateway.model import CannotRedact, Edit, Reason
from tests.extract import hidden, make
from tests.extract.reading import opened, text

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_RELATIONS = (
    f'{_RELATED}<Relationship Id="rId1"'
    f' Type="{_TYPE}/worksheet" Target="worksheets/sheet1.bin"/><Relationship Target="styles.bin" Type="{_TYPE}/styles"'
    f' Id="rId3"/><Relationship Id="rId2" Type="{_TYPE}/sharedStrings" Target="sharedStrings.bin"/></Relationships>'
)


def record(kind: int, data: bytes = b"") -> bytes:
    """[MS-XLSB] §2.1.4: both numbers in groups of seven bits."""
    head = bytes((kind,)) if kind < 0x80 else bytes((kind & 0x7F | 0x80, kind >> 7))
    assert len(data) < 0x80
    return head + bytes((len(data),)) + data


def wide(said: str) -> bytes:
    return struct.pack("<I", len(said)) + said.encode("utf-16-le")


_ROOT = f'{_RELATED}<Relationship Id="rId1" Type="{_TYPE}/officeDocument" Target="xl/workbook.bin"/></Relationships>'
_SHEET = record(156, bytes(8) + wide("rId1") + wide("F"))


def binary_workbook(
    rows: Sequence[Sequence[str | tuple[float, int]]], codes: Sequence[str] = (), *parts: tuple[str, bytes]
) -> bytes:
    """A cell is a text, or a number and which of `codes` it has (from 1 on)."""
    strings = [cell for row in rows for cell in row if isinstance(cell, str)]
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = record(129) + record(148, size) + record(145)
    for y, row in enumerate(rows):
        sheet += record(0, struct.pack("<I", y).ljust(25, b"\0"))
        for x, cell in enumerate(row):
            if isinstance(cell, str):
                sheet += record(7, struct.pack("<III", x, 0, strings.index(cell)))
            else:
                sheet += record(5, struct.pack("<IId", x, cell[1], cell[0]))
    formats = b"".join(record(44, struct.pack("<H", 200 + n) + wide(code)) for n, code in enumerate(codes))
    formats = record(615, struct.pack("<I", len(codes))) + formats + record(616)
    used = (0, *(200 + number for number in range(len(codes))))
    styles = b"".join(record(47, struct.pack("<HH", 0, number).ljust(16, b"\0")) for number in used)
    table = b"".join(record(19, b"\0" + wide(said)) for said in strings)
    return make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", _ROOT.encode()),
        ("xl/workbook.bin", record(131) + record(143) + _SHEET + record(144) + record(132)),
        ("xl/_rels/workbook.bin.rels", _RELATIONS.encode()),
        ("xl/worksheets/sheet1.bin", sheet + record(146) + record(130)),
        ("xl/sharedStrings.bin", record(159, struct.pack("<II", len(strings), len(strings))) + table + record(160)),
        ("xl/styles.bin", record(278) + formats + record(617, struct.pack("<I", len(used))) + styles + record(618) + record(279)),
        *parts,
    )  # fmt: skip


def test_cells_are_read_as_they_are_shown(documents):
    content = binary_workbook(
        [["Nom", "NAS", "Naissance"], ["Roy", (46454286, 1), (31149, 2)], ["Roy", (46454286, 0), (31149, 0)]],
        ['"No "000 000 000', "yyyy-mm-dd"],
    )
    said = text(opened(documents, content, "a.xlsb"))
    assert "Nom\tNAS\tNaissance\nRoy\tNo 046 454 286\t1985-04-12\nRoy\t46454286\t31149" in said
    assert "Roy\t046454286\t1985-04-12" in said


def test_what_else_is_in_the_file_is_read_and_nothing_is_written(documents):
    inside = ("xl/embeddings/a.docx", hidden.small("NAS 046 454 286"))
    comment = ("xl/threadedComments/a.xml", b"<a><text>n\xc3\xa9 le</text><text>1985-04-12</text></a>")
    document = opened(documents, binary_workbook([["Nom"]], (), inside, comment), "a.xlsb")
    assert "NAS 046 454 286" in text(document)
    assert "né le\n1985-04-12" in text(document)
    assert not any(segment.redactable for segment in document.segments)
    with pytest.raises(CannotRedact):
        document.rewrite([Edit(document.segments[0].path, 0, 1, "x")], {})


def test_a_workbook_that_the_parser_breaks_down_on_says_so(documents):
    with zipfile.ZipFile(io.BytesIO(binary_workbook([["Nom"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = make.zipped(*(parts | {"xl/styles.bin": record(278) + record(617)}).items())
    assert [item.reason for item in documents.open(content, "", "a.xlsb", "a", 1).incomplete] == [
        Reason.UNREADABLE
    ]


def test_formats_of_damaged_parts_do_not_matter():
    styles = (
        record(44, struct.pack("<H", 200) + wide("000"))
        + record(617)
        + record(47, struct.pack("<HH", 0, 200))
    )
    parts = {
        "xl/styles.bin": styles,
        "xl/_rels/workbook.bin.rels": _RELATIONS.encode(),
        "xl/workbook.bin": _SHEET,
        "xl/worksheets/sheet1.bin": record(0, bytes(4)) + record(5, bytes(16)),
    }
    assert number_formats(parts) == [{(0, 0): "000"}]
    for name, content in parts.items():
        for end in range(0, len(content), 3):
            assert len(number_formats(parts | {name: content[:end]})) <= 1
