"""Text that stands beside the files of an archive, in fonts and small pictures, in properties, and in what names something."""

from __future__ import annotations

import base64
import bz2
import io
import lzma
import struct
import tarfile
import zipfile
from datetime import UTC, datetime

import pytest

from gateway.extract.ole import birthday
from gateway.model import CannotRedact
from tests.extract import make
from tests.extract.test_redaction import MARKER, edits_for, everything

LINE = b"Mon NAS est 046 454 286 merci"
SIN = "046 454 286"


def opened(documents, content, name):
    document = documents.open(content, "", name, "att/1", 1)
    assert list(document.incomplete) == []
    return document


def text(document):
    return "\n".join(segment.text for segment in document.segments)


def tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = 4
        archive.addfile(info, io.BytesIO(b"rien"))
    return out.getvalue()


@pytest.mark.parametrize("at", [512 + 20, 1024 + 100, 6 + 10])
def test_what_fills_up_a_tar_is_read_and_left_out(documents, at):
    content = bytearray(tar())
    content[at : at + len(LINE)] = LINE
    if at < 512:  # behind a file's name: the header's sum must be right
        content[148:156] = b"%06o\0 " % (sum(content[:148]) + sum(content[156:512]) + 256)
    document = opened(documents, bytes(content), "a.tar")
    redacted = document.rewrite(edits_for(document, [SIN]), {})
    assert SIN.encode() not in redacted
    with tarfile.open(fileobj=io.BytesIO(redacted)) as archive:
        assert archive.extractfile("a.txt").read() == b"rien"


def test_the_numbers_of_a_tars_headers_are_no_text(documents):
    assert not [s for s in opened(documents, tar(), "a.tar").segments if s.path.endswith("outside/strings")]


@pytest.mark.parametrize("tool", [bz2, lzma])
def test_what_follows_a_compressed_file_is_read_and_left_out(documents, tool):
    document = opened(documents, tool.compress(b"rien") + tool.compress(b" de plus") + LINE, "a.txt.bz2")
    assert tool.decompress(document.rewrite(edits_for(document, [SIN]), {})) == b"rien de plus"


def test_extra_fields_of_a_zips_directory_are_read_and_left_out(documents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.extra = b"\x99\x99" + struct.pack("<H", len(LINE)) + LINE
        archive.writestr(info, b"rien")
    content = out.getvalue()
    at = content.index(b"PK\x01\x02")
    content = content[:at].replace(LINE, b"x" * len(LINE)) + content[at:]
    document = opened(documents, content, "a.zip")
    assert SIN.encode() not in document.rewrite(edits_for(document, [SIN]), {})


def test_a_file_that_another_tool_packed_is_read(documents):
    document = opened(documents, lzma.compress(LINE, format=lzma.FORMAT_ALONE), "a.txt.lzma")
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [SIN]), {})


def test_a_font_that_is_none_and_a_drawn_thumbnail_are_read(documents):
    drawing = b"\x01\x00\x09\x00\x00" + LINE
    content = make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<d>a</d>"),
        ("docProps/thumbnail.wmf", drawing),
    )
    assert SIN.encode() not in everything(
        (document := opened(documents, content, "a.docx")).rewrite(edits_for(document, [SIN]), {})
    )
    content = make.zipped(("[Content_Types].xml", b"<Types/>"), ("word/fonts/a.odttf", LINE))
    with pytest.raises(CannotRedact):
        (document := opened(documents, content, "a.docx")).rewrite(edits_for(document, [SIN]), {})


def test_a_saved_page_is_read_as_the_message_that_it_is(documents):
    content = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n%s--B--\r\n"
        % base64.encodebytes(b"<p>NAS 046 <b>454</b> 286</p>")
    )
    for name in ("a.mht", "a.doc", "a.txt"):
        document = opened(documents, content, name)
        assert "NAS 046 454 286" in text(document)
        assert b"MDQ2" not in document.rewrite(edits_for(document, [SIN]), {})
    assert "MIME-Version: x" in text(
        opened(documents, b"Voici un champ :\r\n\r\nMIME-Version: x\r\n", "a.txt")
    )


def test_a_line_of_a_card_stands_beside_the_label_of_its_group(documents):
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Luc\r\nitem1.X-A;type=pref:046454286\r\nitem1.X-ABLabel:NAS\r\n"
        "item2.X-B:x\\,y\r\nitem2.X-ABLabel:_$!<Home>!$_\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nFN:Zoé\r\nitem1.TEL:5145550199\r\nEND:VCARD\r\n"
    )
    document = opened(documents, card.encode(), "a.vcf")
    named = next(segment for segment in document.segments if segment.path.endswith("@labelled"))
    assert named.text == "NAS: 046454286\nHome: x,y\n"
    edits = [edit for edit in edits_for(document, ["046454286"]) if edit.segment == named.path]
    assert document.rewrite(edits, {}).decode() == card.replace("046454286", MARKER)


@pytest.mark.parametrize("flags", [b"", b"\x06\0\0\0"])
def test_the_birthday_of_a_contact_is_read(flags):
    since = datetime(1985, 3, 12, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    ticks = struct.pack("<Q", int(since.total_seconds()) * 10_000_000)
    assert birthday(b"\0" * 32 + b"\x40\0\x42\x3a" + flags + ticks).endswith(": 1985-03-12")
    assert not birthday(b"\0" * 32 + b"\x40\0\x42\x3a" + b"\xff" * 12)
    assert not birthday(b"abc")
