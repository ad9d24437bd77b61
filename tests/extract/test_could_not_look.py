"""What cannot be looked into is said with its reason; a hostile document costs its own message, not its neighbours'."""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.extract.registry import DocumentLimits, Documents
from gateway.model import Reason
from tests.extract import make

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "attachments"


def reasons(documents, content, name="file"):
    return [item.reason for item in documents.open(content, "", name, "att/1", 1).incomplete]


def test_an_unknown_type_says_so(documents):
    assert reasons(documents, bytes(range(256)) * 4) == [Reason.UNKNOWN_TYPE]


@pytest.mark.parametrize(
    "content",
    [
        b"salut\n=ybegin line=128 size=9 name=a.txt\nxx\n=yend size=9\n",
        b"(This file must be converted with BinHex 4.0)\n\n:x:\n",
        '<?xml version="1.0"?><nas>046454286</nas>'.encode("cp037"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_a_file_written_in_a_way_that_is_not_decoded_says_so(documents, content, name):
    assert [item.reason for item in documents.open(content, "", name, "att/1", 1).incomplete] == [
        Reason.UNKNOWN_TYPE
    ]


def test_a_damaged_document_says_so(documents):
    content, _ = make.word()
    assert reasons(documents, content[: len(content) // 2], "a.docx") == [Reason.UNREADABLE]
    assert reasons(documents, b"%PDF-1.7\nnothing", "a.pdf") == [Reason.UNREADABLE]


def test_a_password_says_encrypted(documents):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as document:
        document.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert reasons(documents, out.getvalue(), "a.pdf") == [Reason.ENCRYPTED]
    locked = bytearray(make.zipped(("a.txt", b"hello")))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert reasons(documents, bytes(locked), "a.zip") == [Reason.ENCRYPTED]


def test_a_zip_bomb_says_too_big_at_once(documents):
    bomb = make.zipped(("zeros.txt", bytes(300 * 1024 * 1024)))
    started = time.monotonic()
    assert reasons(documents, bomb, "a.zip") == [Reason.TOO_BIG]
    assert time.monotonic() - started < 20


def test_nested_archives_say_too_deep(documents):
    content = b"bottom"
    for _ in range(15):
        content = make.zipped(("inner.zip", content))
    assert Reason.TOO_DEEP in reasons(documents, content, "a.zip")


def test_entities_are_not_expanded(documents):
    content, _ = make.word()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
    bomb = make.zipped(*((name, laughs if name == "word/document.xml" else body) for name, body in members))
    assert reasons(documents, bomb, "a.docx") == [Reason.UNREADABLE]


def test_a_lying_size_is_not_believed(documents):
    content = bytearray(make.zipped(("a.txt", b"x" * 1000)))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (5).to_bytes(4, "little")
    assert reasons(documents, bytes(content), "a.zip") in ([], [Reason.UNREADABLE])


def test_a_slow_document_is_cut_off_and_its_neighbours_go_on():
    documents = Documents(DocumentLimits(seconds=4, workers=2))
    try:
        slow = _slow_pdf()
        seen: list[list[Reason]] = []
        thread = threading.Thread(target=lambda: seen.append(reasons(documents, slow, "slow.pdf")))
        thread.start()
        started = time.monotonic()
        for _ in range(3):
            assert reasons(documents, make.word()[0], "a.docx") == []
        assert time.monotonic() - started < 10
        thread.join(60)
        assert seen in ([[Reason.TOO_SLOW]], [[Reason.TOO_BIG]])
        assert reasons(documents, make.word()[0], "a.docx") == []
    finally:
        documents.close()


def test_a_document_that_takes_all_memory_says_too_big():
    """PDFium does not raise when it gets no more memory: it aborts."""
    documents = Documents(DocumentLimits(seconds=60, memory=400 * 1024 * 1024, workers=1))
    try:
        assert reasons(documents, _slow_pdf(), "big.pdf") == [Reason.TOO_BIG]
        assert reasons(documents, make.word()[0], "a.docx") == []
    finally:
        documents.close()


def test_much_markup_is_read_where_it_can_be_stopped():
    """Millions of tags take their time; a thread that reads them could not be ended."""
    documents = Documents(DocumentLimits(seconds=0.2, workers=1))
    try:
        assert reasons(documents, b"<a>" * 3_000_000, "a.xml") == [Reason.TOO_SLOW]
        assert reasons(documents, b"<a>bonjour</a>", "a.xml") == []
    finally:
        documents.close()


def _slow_pdf() -> bytes:
    """A page whose one stream inflates to hundreds of megabytes of operators."""
    out = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    stream = pikepdf.Stream(document, b"")
    stream.write(zlib.compress(b"0 0 m 9 9 l S\n" * 20_000_000, 1), filter=pikepdf.Name.FlateDecode)
    document.pages[0].Contents = stream
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "maker", [make.word, make.workbook, make.open_text, make.rich_text, make.pdf, make.archive]
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wounds=st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_mutilated_document_never_raises(documents, maker, wounds):
    content = bytearray(maker()[0])
    for at, value in wounds:
        content[at % len(content)] = value
    document = documents.open(bytes(content), "", "file", "att/1", 1)
    assert isinstance(list(document.segments), list)
    assert document.rewrite((), {}) == bytes(content)


def test_real_documents_are_read_or_said_to_be_unreadable(documents):
    if not SAMPLES.exists():
        pytest.skip("sample documents are not here")
    for file in sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.suffix != ".json"):
        document = documents.open(file.read_bytes(), "", file.name, "att/1", 1)
        assert document.segments or document.incomplete or os.path.getsize(file) < 200_000, file.name
