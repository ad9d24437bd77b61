"""Outlook's own files: what stands among their properties is read by what it is, and nothing passes unread."""

from __future__ import annotations

import contextlib
import struct

import compressed_rtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.extract.tnef import properties
from gateway.model import CannotRedact, Reason
from tests.extract import make
from tests.extract.compound import compound
from tests.extract.reading import text
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for

SIN = "046 454 286"
ENCAPSULATED = rb'{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p title="NAS 046 454 286">}Bonjour\par}'
SPLIT = rb"{\rtf1\ansi\fromhtml1 NAS 046 {\*\htmltag <b>}454{\*\htmltag </b>} 28\'36\par}"


def attribute(kind: int, data: bytes) -> bytes:
    return struct.pack("<BII", 1, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def listed(*values: tuple[int, int, bytes]) -> bytes:
    """MAPI properties of variable size ([MS-OXTNEF] §2.1.3.4)."""
    packed = (
        struct.pack("<HHII", kind, key, 1, len(data)) + data + bytes(-len(data) % 4)
        for kind, key, data in values
    )
    return struct.pack("<I", len(values)) + b"".join(packed)


def tnef(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\1\0" + b"".join(attributes)


PAGE = tnef(attribute(0x69003, listed((0x102, 0x1013, b"<p>NAS 046 4<b>5</b>&#52; 286"))))
PLACES = {
    "a page": PAGE,
    "a file": tnef(
        attribute(
            0x69005,
            listed((0x1F, 0x3707, "a.zip".encode("utf-16-le")), (0x102, 0x3701, make.zipped(("a.txt", b"NAS 046 454 286")))),
        )
    ),
    "a message": tnef(attribute(0x69005, listed((0x0D, 0x3701, bytes(16) + PAGE)))),
    "rich text that is not compressed": tnef(
        attribute(0x69003, listed((0x102, 0x1009, compressed_rtf.compress(SPLIT, compressed=False))))
    ),
    "tags in rich text": tnef(attribute(0x69003, listed((0x102, 0x1009, compressed_rtf.compress(ENCAPSULATED))))),
    "after other properties": tnef(
        attribute(
            0x69003,
            struct.pack("<I", 4)
            + struct.pack("<HHI", 0x03, 0x0E07, 9)
            + struct.pack("<HH16sIIHI", 0x0B, 0x8001, bytes(16), 1, 2, 65, 0).replace(b"A\0", b"A\0\0\0", 1)
            + struct.pack("<HHIQQ", 0x1014, 0x6789, 2, 1, 2)
            + listed((0x102, 0x1013, b"<p>NAS 046 4<b>5</b>&#52; 286"))[4:],
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_what_stands_among_the_properties_of_a_winmail_dat_is_read(documents, place):
    document = opened(documents, "winmail.dat", PLACES[place])
    assert list(document.incomplete) == []
    assert SIN in text(document)
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})


def test_properties_that_break_off_are_said(documents):
    whole = listed((0x102, 0x3701, make.zipped(("a.txt", b"NAS 046 454 286"))))
    content = tnef(attribute(0x69005, whole[:-20]))
    document = documents.open(content, "", "winmail.dat", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]


def test_a_clean_winmail_dat_and_message_are_read_to_the_end(documents):
    rich = compressed_rtf.compress(rb"{\rtf1\ansi Bonjour\par}")
    for name, content in (
        ("winmail.dat", tnef(attribute(0x69003, listed((0x102, 0x1009, rich))))),
        ("a.msg", compound({"__substg1.0_1000001F": "Bonjour".encode("utf-16-le"), "__substg1.0_10090102": rich})),
    ):  # fmt: skip
        document = opened(documents, name, content)
        assert "Bonjour" in text(document)
        assert list(document.incomplete) == []
        assert document.rewrite((), {}) == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("10090102", compressed_rtf.compress(SPLIT, compressed=False)),
        ("10090102", compressed_rtf.compress(ENCAPSULATED)),
        ("007D001F", "Subject: =?utf-8?b?TkFTIDA0NiA0NTQgMjg2?=\r\n\r\n".encode("utf-16-le").ljust(5000)),
        ("007D001E", b"Subject: =?utf-8?b?TkFTIDA0NiA0NTQgMjg2?=\r\n\r\n".ljust(5000)),
    ],
)
def test_a_message_of_outlook_is_read_in_every_form_of_its_body(documents, name, content):
    document = opened(documents, "a.msg", compound({f"__substg1.0_{name}": content}))
    assert SIN in text(document)
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})


def test_what_no_stream_shows_is_read_as_it_stands(documents):
    """A storage whose entry was cut off from the directory: its stream lies in the file all the same."""
    deleted = "NAS 046 454 286".encode("utf-16-le")
    content = compound({"__substg1.0_1000001F": "Bonjour".encode("utf-16-le")}) + deleted.ljust(512, b"\0")
    assert SIN in text(opened(documents, "a.msg", content))


def test_a_damaged_directory_is_said(documents):
    content = compound(
        {"__attach_version1.0_#00000000": {"__substg1.0_37010102": make.zipped(("a.txt", b"NAS"))}}
    )
    name = "Root Entry".encode("utf-16-le")
    damaged = content.replace(name, name[:-4], 1)
    document = documents.open(damaged, "", "a.msg", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]


@given(st.binary(max_size=80))
def test_properties_of_noise_end_or_are_refused(data):
    with contextlib.suppress(struct.error, ValueError):
        assert len(list(properties(data))) <= len(data)
