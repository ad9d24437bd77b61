"""Legacy Office and Outlook files are read wherever words stand in them; they are not written."""

from __future__ import annotations

import io
import itertools
import random
import struct
import zlib
from collections import Counter

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.extract import ole
from gateway.extract.biff import number_formats, pictures_joined
from gateway.extract.limits import DocumentLimits
from gateway.extract.ocr import tessdata
from gateway.extract.readers import Context
from gateway.model import CannotRedact, Reason
from tests.extract import hidden
from tests.extract.compound import compound
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for, need

NAM = "TREM85041201"
DEFLATED = zlib.compress(f"Avant NAM {NAM} après, dans un objet de la présentation du bureau".encode())


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


def reasons(documents, content):
    return [item.reason for item in documents.open(content, "", "a.doc", "att/1", 1).incomplete]


def test_a_photo_with_its_thumbnail_in_a_stream_is_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    thumbnail = hidden.stored(hidden.drawing("x", (60, 60)), "JPEG")
    photo = hidden.stored(
        hidden.drawing("Mon NAS est 046 454 286 merci"),
        "JPEG",
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0" + thumbnail,
    )
    document = opened(documents, "a.doc", compound({"Data": bytes(68) + photo}))
    assert any("046 454 286" in segment.text for segment in document.segments)


def records(content: bytes, *kinds: int) -> bytes:
    """`content` in records of a workbook, the last kind over and over ([MS-XLS] §2.1.4)."""
    pieces = [content[at : at + 8224] for at in range(0, len(content), 8224)]
    numbered = zip(pieces, itertools.chain(kinds, itertools.repeat(kinds[-1])), strict=False)
    return b"".join(struct.pack("<HH", kind, len(piece)) + piece for piece, kind in numbered)


@pytest.mark.parametrize("kinds", [(0xEB, 0x3C), (0xEB,), (0xEB, 0xEB, 0x3C)])
def test_a_picture_in_many_records_of_a_workbook_is_read(documents, kinds):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    picture = hidden.stored(hidden.drawing("Mon NAS est 046 454 286 merci"), compress_level=0)
    stream = b"\x09\x08\x02\0\0\6" + records(bytes(68) + picture, *kinds) + b"\x0a\0\0\0"
    document = opened(documents, "a.xls", compound({"MBD1": {"Workbook": stream}}))
    assert any("046 454 286" in segment.text for segment in document.segments)


def test_a_deflated_drawing_in_many_records_of_a_workbook_is_read(documents):
    packed = zlib.compress(emf(f"{random.Random(7).randbytes(30_000).hex()} NAM {NAM}"))
    document = opened(documents, "a.xls", compound({"MBD1": {"Workbook": records(packed, 0xEB, 0x3C)}}))
    assert any(NAM in segment.text for segment in document.segments)


@given(
    st.lists(st.tuples(st.sampled_from((0, 0x3C, 0xEB, 0x809)), st.binary(max_size=9))), st.binary(max_size=9)
)
def test_joining_pictures_of_a_workbook_loses_no_other_octet(parts, rest):
    stream = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in parts) + rest
    joined = pictures_joined(stream)
    assert not Counter(joined) - Counter(stream)
    assert len(stream) - len(joined) <= 4 * (len(parts) + 2)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(b"PK\x03\x04 no archive", Reason.UNREADABLE, id="damaged"),
        pytest.param(compound({"EncryptedPackage": b"x"}), Reason.ENCRYPTED, id="encrypted"),
    ],
)
def test_what_a_deflated_object_does_not_show_is_said(documents, inside, expected):
    assert reasons(documents, compound({"PowerPoint Document": bytes(12) + zlib.compress(inside)})) == [
        expected
    ]


def test_a_damaged_picture_is_said(documents):
    damaged = hidden.stored(hidden.drawing("NAS"))[:60]
    assert reasons(documents, compound({"Data": bytes(68) + damaged})) == [Reason.UNREADABLE]


def test_more_pictures_than_are_looked_at_say_too_big(documents):
    small = hidden.stored(hidden.drawing("", (10, 10)))
    assert reasons(documents, compound({"Data": bytes(68) + small * 30})) == []
    assert reasons(documents, compound({"Data": bytes(68) + small * 31})) == [Reason.TOO_BIG]


def test_more_streams_than_are_looked_at_say_too_big():
    content = compound({f"s{number}": b"x" for number in range(4)})
    for most, expected in ((4, []), (3, [Reason.TOO_BIG])):
        context = Context(DocumentLimits(archive_files=most), 1)
        assert [item.reason for item in ole.read(content, "att/1", context).incomplete] == expected


def test_a_deflated_object_is_read_up_to_its_damage(documents):
    flipped = DEFLATED[:-1] + bytes((DEFLATED[-1] ^ 255,))
    document = opened(documents, "a.ppt", compound({"PowerPoint Document": bytes(12) + flipped}))
    assert any(NAM in segment.text for segment in document.segments)


def test_a_long_deflated_object_is_read_up_to_its_damage_and_the_rest_is_said(documents):
    lines = random.Random(7).randbytes(30_000).hex()
    packed = bytearray(zlib.compress(f"{lines} NAM {NAM} {lines}".encode()))
    packed[-8000:-7900] = b"\xff" * 100
    document = documents.open(compound({"Data": bytes(12) + packed}), "", "a.ppt", "att/1", 1)
    assert any(NAM in segment.text for segment in document.segments)
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]


def test_noise_is_not_taken_for_damaged_objects(documents):
    opened(documents, "a.doc", compound({"Data": random.Random(7).randbytes(2_000_000)}))


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


def record(kind, data):
    return struct.pack("<HH", kind, len(data)) + data


@pytest.mark.parametrize("wide", [True, False])
def test_numbers_of_a_legacy_workbook_have_the_formats_of_their_cells(wide):
    code = b"000 000 000"
    coded = (struct.pack("<HB", len(code), 0) if wide else bytes((len(code),))) + code
    begin, end = record(0x0809, b"\0" * 16), record(0x000A, b"")
    styles = record(0x041E, struct.pack("<H", 164) + coded)
    styles += record(0x00E0, struct.pack("<HH", 0, 0)) + record(0x00E0, struct.pack("<HH", 0, 164))
    cells = record(0x0203, struct.pack("<HHH", 1, 2, 1) + b"\0" * 8)
    cells += record(
        0x00BD,
        struct.pack("<HH", 3, 4) + struct.pack("<HI", 0, 0) + struct.pack("<HI", 1, 0) + struct.pack("<H", 5),
    )
    chart = begin + record(0x0203, struct.pack("<HHH", 9, 9, 1) + b"\0" * 8) + end
    workbook = begin + styles + end + begin + cells + chart + end + begin + end + b"\0" * 40
    assert number_formats(workbook, wide=wide) == [{(1, 2): "000 000 000", (3, 5): "000 000 000"}, {}]
    assert number_formats(workbook[:60], wide=wide) in ([], [{}])


@given(st.binary(max_size=300))
def test_formats_of_a_damaged_workbook_do_not_matter(workbook):
    number_formats(workbook, wide=True)
