"""True redaction: the values are gone from the file's own bytes, an independent reader finds the rest, the file opens."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile

import docx
import openpyxl
import pikepdf
import pptx
import pytest

from gateway.extract.ocr import tessdata
from gateway.model import Edit
from tests.extract import make

MARKER = "[retiré]"


def need(found: object, what: str) -> None:
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail(f"needs {what}")
        pytest.skip(f"needs {what}")


def edits_for(document, planted):
    """An edit for each place where a planted word is read; fails when one is read nowhere."""
    edits = []
    for value in planted:
        found = [
            Edit(segment.path, match.start(), match.end(), MARKER)
            for segment in document.segments
            for match in re.finditer(re.escape(value), segment.text)
        ]
        assert found, f"a planted value was not read in {[segment.path for segment in document.segments]}"
        edits += found
    return edits


def everything(content: bytes) -> bytes:
    """All bytes of a file, decompressed as far as there is a container."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            return b"\n".join(everything(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            streams = [
                one.read_bytes()
                for one in document.objects
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image"
            ]
            return content + b"\n".join(streams)
    return content


def redacted(documents, name, made):
    content, planted = made
    document = documents.open(content, "", name, "att/1", 1)
    assert list(document.incomplete) == []
    return document.rewrite(edits_for(document, planted), {}), planted


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("a.docx", make.word),
        ("a.xlsx", make.workbook),
        ("a.pptx", make.slides),
        ("a.odt", make.open_text),
        ("a.ods", make.open_sheet),
        ("a.rtf", make.rich_text),
        ("a.pdf", make.pdf),
        ("a.zip", make.archive),
    ],
)
def test_no_planted_value_is_left_in_the_bytes(documents, name, maker):
    content, planted = redacted(documents, name, maker())
    plain = everything(content)
    for value in planted:
        assert value.encode() not in plain
        assert re.sub(r"\W", "", value).encode() not in re.sub(rb"<[^>]*>|\s", b"", plain)
    again = documents.open(content, "", name, "att/1", 1)
    assert not any(value in segment.text for segment in again.segments for value in planted)


def test_word_opens_and_keeps_all_else(documents):
    content, _ = redacted(documents, "a.docx", make.word())
    document = docx.Document(io.BytesIO(content))
    assert document.paragraphs[0].text == f"Mon NAM est {MARKER} merci & à bientôt"
    assert document.sections[0].header.paragraphs[0].text == f"En-tête {MARKER}"


def test_untouched_members_of_a_container_are_byte_identical(documents):
    before, _ = make.word()
    content, _ = redacted(documents, "a.docx", (before, ["046 454 286"]))
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(content)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    # The picture of the first page would show what was cut.
    assert changed == ["word/document.xml", "docProps/thumbnail.jpeg"]


def test_numbers_and_dates_of_a_workbook_are_seen_as_people_see_them(documents):
    content, _ = redacted(documents, "a.xlsx", make.workbook())
    rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].rows
    ]
    assert rows == [["Nom", "NAS", "Naissance"], ["Roy", MARKER, MARKER], ["Côté", MARKER, "bonjour"]]


def test_slides_open(documents):
    content, _ = redacted(documents, "a.pptx", make.slides())
    deck = pptx.Presentation(io.BytesIO(content))
    assert deck.slides[0].shapes.title.text == f"NAM {MARKER}"


def test_another_reader_finds_the_rest_of_a_pdf_and_none_of_the_values(documents):
    need(shutil.which("pdftotext"), "pdftotext (apt-get install poppler-utils)")
    content, planted = redacted(documents, "a.pdf", make.pdf())
    text = subprocess.run(
        ["pdftotext", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()
    squeezed = re.sub(r"\s", "", text)
    for word in ("Bonjour", "mercibeaucoup", "Naissance", "Rimouski", "Secondepage"):
        assert word in squeezed
    assert not any(re.sub(r"\s", "", value) in squeezed for value in planted)


@pytest.mark.parametrize(("name", "maker"), [("x.png", make.picture), ("scan.pdf", make.scanned_pdf)])
def test_a_picture_is_read_and_painted_over(documents, name, maker):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content, planted = redacted(documents, name, maker())
    again = documents.open(content, "", name, "att/1", 1)
    text = " ".join(segment.text for segment in again.segments)
    assert "Merci beaucoup" in text
    assert not any(value in text for value in planted)


def test_a_compressed_tar_is_packed_again(documents):
    content, _planted = redacted(documents, "x.tar.gz", make.tarball())
    again = documents.open(content, "", "x.tar.gz", "att/1", 1)
    assert [MARKER in segment.text for segment in again.segments if segment.path.endswith("/text")] == [True]


def test_a_value_in_the_name_of_a_file_inside_is_cut_there(documents):
    content = make.zipped(("carte_TREM04121925.txt", b"rien"))
    document = documents.open(content, "", "a.zip", "att/1", 1)
    content = document.rewrite(edits_for(document, ["TREM04121925"]), {})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [f"carte_{MARKER}.txt"]
        assert archive.read(archive.namelist()[0]) == b"rien"


def test_nothing_to_do_gives_the_same_bytes(documents):
    for name, maker in (("a.docx", make.word), ("a.pdf", make.pdf), ("a.zip", make.archive)):
        content, _ = maker()
        assert documents.open(content, "", name, "att/1", 1).rewrite((), {}) == content
