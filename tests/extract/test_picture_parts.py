"""What a picture file holds beside its pixels: words in any of its parts, smaller pictures, files behind its end."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from gateway.extract.ocr import tessdata
from gateway.extract.pictureparts import beside
from gateway.model import Reason
from tests.extract import hidden
from tests.extract.test_hidden_places import opened, plain
from tests.extract.test_redaction import edits_for, need

VALUE = "130 692 544"
SAID = f"NAS {VALUE}"


def drawn(kind: str, text: str = "Bonjour, une photo", **options: object) -> bytes:
    return hidden.stored(hidden.drawing(text), kind, **options)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png_with(body: bytes) -> bytes:
    content = drawn("PNG")
    return content[:33] + body + content[33:]


def user_comment(text: bytes) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = text
    return drawn("JPEG", exif=exif)


def gif_with_two_comments() -> bytes:
    content = drawn("GIF")
    said = SAID.encode()
    return content[:-1] + b"".join(b"\x21\xfe" + bytes([len(s)]) + s + b"\0" for s in (b"rien", said)) + b";"


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.png", lambda: png_with(chunk(b"prVt", SAID.encode()))),
        ("a.jpg", lambda: user_comment(b"UNICODE\0" + SAID.encode("utf-16-le"))),
        ("a.jpg", lambda: user_comment(b"UNICODE\0" + SAID.encode("utf-16-be"))),
        ("a.jpg", lambda: user_comment(b"ASCII\0\0\0" + SAID.encode())),
        ("a.gif", gif_with_two_comments),
        ("a.webp", lambda: drawn("WEBP", xmp=SAID.encode())),
        ("a.jpg", lambda: drawn("JPEG") + SAID.encode()),
        ("a.webp", lambda: drawn("WEBP") + SAID.encode()),
        ("a.gif", lambda: drawn("GIF") + SAID.encode()),
    ],
)
def test_words_in_any_part_are_read_and_go(documents, name, make):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, name, make())
    redacted = document.rewrite(edits_for(document, [VALUE]), {})
    assert VALUE not in plain(redacted)
    with Image.open(io.BytesIO(redacted)) as picture:
        picture.load()


@pytest.mark.parametrize("first", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "AVIF", "JPEG2000", "MPO"])
@pytest.mark.parametrize("second", ["JPEG", "PNG", "GIF"])
def test_a_picture_behind_the_end_of_another_is_read_and_goes(documents, first, second):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    shown = drawn(first)
    document = opened(documents, "a", shown + drawn(second, f"Mon NAS est {VALUE} merci"))
    redacted = document.rewrite(edits_for(document, [VALUE]), {})
    assert beside(redacted).behind == b""
    assert not any("692" in segment.text for segment in opened(documents, "a", redacted).segments)


def test_what_cannot_be_read_behind_a_picture_is_said(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = documents.open(drawn("JPEG") + b"PK\x03\x04" + b"\xfe" * 90, "", "a.jpg", "att/1", 1)
    assert [item.reason for item in document.incomplete] == [Reason.UNREADABLE]
    telephone = documents.open(drawn("JPEG") + b"\0\0\0\x18ftypmp42" + b"\xfe" * 90, "", "a.jpg", "att/1", 1)
    assert list(telephone.incomplete) == []


def exif_with(smaller: Image.Image) -> bytes:
    """A directory for a picture of its own, as cameras keep it (Exif 2.3 §4.5.2)."""
    jpeg = hidden.stored(smaller, "JPEG")
    place, length = (
        tag + b"\x04\0\x01\0\0\0" + value.to_bytes(4, "little")
        for tag, value in ((b"\x01\x02", 44), (b"\x02\x02", len(jpeg)))
    )
    return b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x02\0" + place + length + b"\0\0\0\0" + jpeg


def test_a_smaller_picture_that_shows_something_else_is_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    smaller = hidden.drawing(f"NAS {VALUE}").resize((400, 51))
    document = opened(documents, "a.jpg", drawn("JPEG", exif=exif_with(smaller)))
    redacted = document.rewrite(edits_for(document, [VALUE]), {})
    assert not list(beside(redacted).smaller())


def test_a_smaller_picture_that_shows_the_same_is_not_read_again(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    shown = hidden.drawing(f"NAS {VALUE}")
    content = hidden.stored(shown, "JPEG", exif=exif_with(shown.resize((400, 51))))
    assert [segment.path for segment in opened(documents, "a.jpg", content).segments] == ["att/1/frame0"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_a_file_that_is_cut_anywhere_is_walked_to_its_end(kind):
    content = drawn(kind)
    assert beside(content).behind == b""
    for length in (*range(200), len(content) // 2, len(content) - 1):
        assert beside(content[:length]).behind == b""
    assert beside(content + b"rest").behind == b"rest"


@pytest.mark.parametrize("second", ["PNG", "GIF"])
def test_a_file_behind_several_pictures_in_one_is_read_and_goes(documents, second):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    pictures = drawn(
        "MPO", save_all=True, append_images=[hidden.drawing("Bonjour, une photo").resize((600, 77))]
    )
    assert not list(opened(documents, "a.jpg", pictures).incomplete)
    document = opened(documents, "a.jpg", pictures + drawn(second, f"Mon NAS est {VALUE} merci"))
    redacted = document.rewrite(edits_for(document, [VALUE]), {})
    assert not any("692" in segment.text for segment in opened(documents, "a.jpg", redacted).segments)


def test_a_tiff_of_several_pages_ends_behind_the_last(documents):
    content = drawn("TIFF", save_all=True, append_images=[hidden.drawing("deux"), hidden.drawing("trois")])
    assert beside(content).behind.strip(b"\0") == b""
    assert beside(content + b"rest").behind.lstrip(b"\0") == b"rest"


@pytest.mark.parametrize("kind", ["AVIF", "JPEG2000"])
def test_a_picture_in_boxes_ends_behind_the_last_whole_one(kind):
    content = drawn(kind)
    assert beside(content).behind == b""
    for rest in (b"rest", b"PK\x03\x04" + b"\0" * 30, b"\xff\xd8\xff\xe0" + b"\0" * 30):
        assert beside(content + rest).behind == rest
    for length in range(len(content)):
        assert len(beside(content[:length]).behind) <= length


def test_a_tiff_that_leads_astray_has_nothing_behind_it():
    ring = b"II*\0\x08\0\0\0" + b"\0\0" + b"\x08\0\0\0" + b"rest"
    assert beside(ring).behind == b"rest"
    assert beside(b"II*\0\x08\0\0\0" + b"\xff\xff" + b"rest").behind == b""
