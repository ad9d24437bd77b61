"""Legacy Office and Outlook files are read wherever words stand in them; they are not written."""

from __future__ import annotations

import io
import struct
import zlib

import olefile
import pytest

from gateway.extract.ocr import tessdata
from gateway.model import CannotRedact
from tests.extract import hidden
from tests.extract.compound import compound
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for, need

NAM = "TREM85041201"
DEFLATED = zlib.compress(f"Avant NAM {NAM} après, dans un objet".encode())


def emf(text: str) -> bytes:
    """The head of a drawing with a text in it, as far as a reader of words goes ([MS-EMF] §2.3.4.2)."""
    return struct.pack("<II", 1, 108).ljust(40, b"\0") + b" EMF".ljust(68, b"\0") + text.encode("utf-16-le")


@pytest.mark.parametrize(
    "streams",
    [
        pytest.param({"WordDocument": f"NAM {NAM}".encode("cp1252")}, id="narrow"),
        pytest.param({"WordDocument": b"\1" + f"NAM {NAM}".encode("utf-16-le")}, id="wide"),
        pytest.param({"\x05SummaryInformation": f"NAM {NAM}".encode()}, id="properties"),
        pytest.param({"PowerPoint Document": b"\x10\0\x11\x10" + DEFLATED}, id="deflated object"),
        pytest.param(
            {"Pictures": bytes(50) + zlib.compress(emf(f"NAM {NAM}")) + b"more"}, id="deflated drawing"
        ),
        pytest.param(
            {"PowerPoint Document": bytes(12) + zlib.compress(compound({"Contents": f"NAM {NAM}".encode()}))},
            id="deflated compound file",
        ),
        pytest.param(
            {"ObjectPool": {"_1": {"Package": b"a.docx\0" + hidden.small(f"NAM {NAM}")}}},
            id="embedded document",
        ),
        pytest.param(
            {"__attach_version1.0_#00000000": {"__substg1.0_37010102": hidden.small(f"NAM {NAM}")}},
            id="attachment of an MSG",
        ),
        pytest.param(
            {"__substg1.0_10130102": f"<p>NAM {NAM[:4]}<b>{NAM[4:]}</b></p>".encode().ljust(5000)},
            id="HTML body of an MSG",
        ),
    ],
)
def test_words_are_read_wherever_they_stand(documents, streams):
    content = compound(streams)
    assert olefile.isOleFile(io.BytesIO(content))
    document = documents.open(content, "", "a.doc", "att/1", 1)
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [NAM]), {})


def test_a_picture_in_the_midst_of_a_stream_is_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = compound({"Data": bytes(68) + hidden.stored(hidden.drawing("Mon NAS est 046 454 286 merci"))})
    document = opened(documents, "a.doc", content)
    assert any("046 454 286" in segment.text for segment in document.segments)


def test_bytes_that_only_look_deflated_are_no_obstacle(documents):
    content = compound({"WordDocument": b"x\x9cNAM " * 2000 + NAM.encode()})
    assert any(NAM in segment.text for segment in opened(documents, "a.doc", content).segments)


def test_more_deflated_objects_than_anybody_has_say_too_big(documents):
    content = compound({"Data": b"\x78\x9c" * 20_001})
    assert [item.reason.value for item in documents.open(content, "", "a.doc", "att/1", 1).incomplete] == [
        "TOO_BIG"
    ]


def test_a_deflated_bomb_says_too_big(documents):
    bomb = compound({"PowerPoint Document": zlib.compress(bytes(300 * 1024 * 1024), 9)})
    assert [item.reason.value for item in documents.open(bomb, "", "a.ppt", "att/1", 1).incomplete] == [
        "TOO_BIG"
    ]
