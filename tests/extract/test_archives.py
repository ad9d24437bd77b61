"""Archives of every kind: what is not written is withheld, never rewritten without a part of it."""

from __future__ import annotations

import binascii
import gzip
import io

import pytest

from gateway.extract.registry import DocumentLimits, Documents
from gateway.extract.sniff import kind_of
from gateway.model import CannotRedact, Reason
from tests.extract import make
from tests.extract.test_redaction import edits_for

SIN = "046 454 286"


@pytest.fixture(scope="module")
def documents():
    opened = Documents(DocumentLimits(seconds=60))
    yield opened
    opened.close()


def test_a_program_that_unpacks_itself_is_withheld_and_not_rewritten_without_its_program(documents):
    content = b"MZ" + bytes(400) + make.zipped(("a.txt", b"NAS 046 454 286"))
    document = documents.open(content, "", "a.exe", "att/1", 1)
    assert list(document.incomplete) == []
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})


def test_what_stands_before_an_archive_and_is_no_program_was_not_looked_at(documents):
    content = b"MSWIM\0\0\0" + bytes(400) + make.zipped(("a.txt", b"NAS 046 454 286"))
    document = documents.open(content, "", "a.wim", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.UNKNOWN_TYPE]
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})


@pytest.mark.parametrize(
    "head",
    [b"070701", b"070707", b"\xc7\x71", b"!<arch>\n", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"LZIP\x01", b"\x1f\x9d"],
)  # fmt: skip
def test_archives_are_known_by_their_first_octets(head):
    """Even with another archive at their end."""
    assert kind_of(head + bytes(40) + make.zipped(("a", b"b")), "", "") == "archive"


def test_files_of_a_cpio_archive_are_read(documents):
    def member(name: bytes, body: bytes) -> bytes:
        fields = (1, 0o100644, 0, 0, 1, 0, len(body), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + b"".join(b"%08X" % number for number in fields) + name + b"\0"
        return head + bytes(-len(head) % 4) + body + bytes(-len(body) % 4)

    content = member(b"a.txt", b"NAS 046 454 286") + member(b"TRAILER!!!", b"")
    document = documents.open(content, "", "a.cpio", "att/1", 1)
    assert any(SIN in segment.text for segment in document.segments)


def test_a_file_compressed_in_very_many_pieces_is_read_in_linear_time(documents):
    """Half a million of them, which took minutes when each was cut off the rest."""
    content = gzip.compress(b"x") * 500_000 + gzip.compress(b" NAS 046 454 286")
    document = documents.open(content, "", "a.gz", "att/1", 1)
    assert list(document.incomplete) == []
    assert any(segment.text.endswith("NAS 046 454 286") for segment in document.segments)


def test_a_uuencoded_file_is_read_inside(documents):
    lines = binascii.b2a_uu(b"NAS 046 454 286").decode()
    content = f"begin 644 a.txt\n{lines}`\nend\n".encode()
    document = documents.open(content, "application/octet-stream", "a.uue", "att/1", 1)
    edited = document.rewrite(edits_for(document, [SIN]), {})
    assert lines.encode() not in edited
    assert b"begin 644 a.txt" in edited


def test_a_little_file_with_its_name_in_gzip_is_read_to_the_end(documents):
    packed = io.BytesIO()
    with gzip.GzipFile("note.txt", "wb", fileobj=packed) as file:
        file.write(b"Bonjour")
    document = documents.open(packed.getvalue(), "", "note.txt.gz", "att/1", 1)
    assert list(document.incomplete) == []
