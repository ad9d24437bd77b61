"""Drawings inside office documents: what they write is cut, or they are drawn anew by whoever opens the document."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from tests.extract import hidden
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for

NAM = "TREM85041201"


def drawing(codec: str) -> bytes:
    """A text among other bytes, its length before it."""
    text = "NAM TREM 8504 1201 de A. Côté".encode(codec)
    return struct.pack("<I", len(text)) + text + b"\0\x01\xff\x02"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(struct.pack("<II", 1, 108).ljust(40, b"\0") + b" EMF" + bytes(68) + drawing("utf-16-le"), id="EMF"),
        pytest.param(b"\xd7\xcd\xc6\x9a" + bytes(18) + drawing("cp1252"), id="placeable WMF"),
        pytest.param(b"\x01\x00\x09\x00\x00\x03" + bytes(12) + drawing("cp1252"), id="WMF"),
        pytest.param(b"VCLMTF\x01\x00" + drawing("utf-16-le") + drawing("cp1252"), id="LibreOffice"),
    ],
)  # fmt: skip
def test_what_a_drawing_writes_is_crossed_out_in_place(documents, content):
    document = opened(
        documents, "a.docx", hidden.changed(hidden.small("avant"), ("word/media/image1.emf", content))
    )
    with zipfile.ZipFile(
        io.BytesIO(document.rewrite(edits_for(document, ["TREM 8504 1201"]), {}))
    ) as archive:
        after = archive.read("word/media/image1.emf")
    assert len(after) == len(content)
    for codec in ("utf-16-le", "cp1252"):
        assert after.count("NAM XXXX XXXX XXXX de A. Côté".encode(codec)) == content.count(
            drawing(codec)[4:-4]
        )
    assert b"8504" not in after.replace(b"\0", b"")


def test_what_is_drawn_anew_when_the_document_opens_is_left_out(documents):
    """A table's and a chart's drawings repeat what they show, also in ways that are no text."""
    content = hidden.changed(
        hidden.open_text(hidden.Values()),
        ("Object 1/content.xml", f"<a>NAM {NAM}</a>".encode()),
        ("ObjectReplacements/Object 1", b"VCLMTF" + f"NAM {NAM}".encode("utf-16-le")),
        ("ObjectReplacements/Object 2", b"VCLMTF of a program that may not be there"),
        ("Pictures/TablePreview1.svm", b"VCLMTF T R E M"),
    )
    document = opened(documents, "a.odt", content)
    with zipfile.ZipFile(io.BytesIO(document.rewrite(edits_for(document, [NAM]), {}))) as archive:
        assert archive.read("Object 1/content.xml") != f"<a>NAM {NAM}</a>".encode()
        assert (
            archive.read("ObjectReplacements/Object 1") == archive.read("Pictures/TablePreview1.svm") == b""
        )
        assert archive.read("ObjectReplacements/Object 2").startswith(b"VCLMTF of")


def test_a_drawing_in_rich_text_is_crossed_out(documents):
    content = b"\x01\x00\x09\x00\x00\x03" + bytes(12) + drawing("cp1252")
    document = opened(
        documents, "a.rtf", b"{\\rtf1 a {\\pict\\wmetafile8 " + content.hex().encode() + b"} b}"
    )
    redacted = document.rewrite(edits_for(document, ["TREM 8504 1201"]), {})
    assert b"XXXX XXXX XXXX".hex().encode() in redacted
    assert redacted.startswith(b"{\\rtf1 a {\\pict\\wmetafile8 ")
    assert redacted.endswith(b"} b}")
