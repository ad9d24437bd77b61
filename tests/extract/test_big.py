"""Big attachments are decoded by the process that opens them: what is found and cut is the same, for less memory."""

from __future__ import annotations

import base64
import io
import random
import re

import pikepdf
import pytest

from gateway.extract import pdfobjects
from gateway.mime import message as mime
from gateway.mime.base64 import Base64
from tests.extract import make
from tests.extract.test_pdf_streams import saved
from tests.extract.test_redaction import MARKER, edits_for

SIN = "046 454 286"


def big_pdf() -> bytes:
    """The usual document, with octets in it that nobody reads."""
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].obj["/Filling"] = pdf.make_stream(bytes(512) + random.Random(3).randbytes(100_000))
        return saved(pdf)


@pytest.mark.parametrize("odd", [b"", b"!", b"=\r\n"], ids=["clean", "an odd character", "padding within"])
def test_a_document_in_base64_is_read_as_one_that_was_decoded(documents, odd):
    encoded = base64.encodebytes(big_pdf())
    encoded = encoded[:100_016] + odd + encoded[100_016:]
    kept, decoded = Base64(encoded), Base64(encoded).data
    from_base64, from_bytes = (documents.open(one, "", "a.pdf", "att/1", 1) for one in (kept, decoded))

    assert kept._data is None
    assert from_base64.segments == from_bytes.segments
    assert from_base64.incomplete == from_bytes.incomplete
    assert from_base64.part("att/1") == decoded


def test_what_its_head_does_not_tell_is_decoded_and_looked_at(documents):
    text = ("Mon NAS est le 046 454 286. " * 4000).encode()
    extraction = documents.open(Base64(base64.encodebytes(text)), "text/plain", "a.txt", "att/1", 1)
    assert SIN in extraction.segments[0].text


def test_a_value_is_cut_from_a_big_attachment(documents):
    content, values = big_pdf(), make.pdf()[1]
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(content) + b"\r\n--b--\r\n"
    )
    extraction = mime.index(raw, open_document=documents.open)
    again = mime.index(extraction.rewrite(edits_for(extraction, values), {}), open_document=documents.open)

    assert values
    assert not any(value in segment.text for segment in again.segments for value in values)
    assert any(MARKER in segment.text for segment in again.segments)


@pytest.mark.parametrize("said", [b"/Length 90000000", b"/Length 15"])
def test_a_stream_is_as_long_as_it_is_whatever_it_says(documents, said):
    """qpdf mends a wrong length: what is found then counts, not what was said."""
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].obj["/Notes"] = pdf.make_stream(f"Une note: {SIN}\n".encode() * 64)
        out = io.BytesIO()
        pdf.save(
            out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True
        )
    content, forged = re.subn(rb"/Length %d\b" % (len(f"Une note: {SIN}\n") * 64), said, out.getvalue())
    found = documents.open(content, "", "a.pdf", "att/1", 1)

    assert forged == 1
    assert any("Une note" in segment.text for segment in found.segments)


def test_a_stream_longer_than_any_text_is_not_read(monkeypatch):
    monkeypatch.setattr(pdfobjects, "_LONGEST_WRITTEN", 1000)
    document = pikepdf.new()
    assert pdfobjects._is_too_long(document.make_stream(b"x" * 2000), is_mended=True)
    assert not pdfobjects._is_too_long(document.make_stream(b"x" * 900), is_mended=False)
