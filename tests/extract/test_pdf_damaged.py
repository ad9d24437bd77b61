"""Pictures of a PDF that are damaged, or that hold more than they show; numbers that are no strings."""

from __future__ import annotations

import io
import random
import zlib
from decimal import Decimal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from gateway.extract.ocr import tessdata
from gateway.model import CannotRedact, Reason
from tests.extract import hidden
from tests.extract.test_hidden_places import opened
from tests.extract.test_pdf_pictures import changed
from tests.extract.test_redaction import edits_for, need

VALUE = "130 692 544"


def with_picture(data: bytes, **keys: object) -> bytes:
    """A document whose first page shows a picture of 900 × 120 pixels."""

    def change(pdf):
        keys.setdefault("ColorSpace", Name.DeviceGray)
        picture = pdf.make_stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=900, Height=120, **{"BitsPerComponent": 8} | keys
        )  # fmt: skip
        pdf.pages[0].Resources.XObject = Dictionary(I=picture)
        pdf.pages[0].contents_add(b"q 450 0 0 60 60 300 cm /I Do Q")

    return changed(change)


def encoded(kind: str, text: str = f"Mon NAS est {VALUE} merci") -> bytes:
    return hidden.stored(hidden.drawing(text).resize((900, 120)).convert("L"), kind)


def reasons(documents, content: bytes) -> list[Reason]:
    return [item.reason for item in documents.open(content, "", "a.pdf", "att/1", 1).incomplete]


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "DCTDecode"), ("JPEG2000", "JPXDecode")])
@pytest.mark.parametrize("part", [0.01, 0.3, 0.6])
def test_a_picture_that_is_cut_off_is_said(documents, kind, name, part):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    data = encoded(kind)
    content = with_picture(data[: int(len(data) * part)], Filter=Name(f"/{name}"))
    assert reasons(documents, content) == [Reason.UNREADABLE]


@pytest.mark.parametrize(
    "name",
    ["DCTDecode", "JPXDecode", "JBIG2Decode", "FlateDecode", "RunLengthDecode", "Unknown"],
)
def test_a_picture_of_which_nothing_can_be_decoded_is_said(documents, name):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    noise = b"\x80" + random.Random(3).randbytes(9000)  # RunLengthDecode ends with 128
    content = with_picture(noise, Filter=Name(f"/{name}"), BitsPerComponent=1 if name == "JBIG2Decode" else 8)
    assert reasons(documents, content) == [Reason.UNREADABLE]


@pytest.mark.parametrize(
    "filters", [["DCTDecode"], ["FlateDecode", "DCTDecode"], ["JPXDecode"], ["FlateDecode"], []]
)
def test_an_empty_picture_is_no_damaged_one(documents, filters):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    kind = {"DCTDecode": "JPEG", "JPXDecode": "JPEG2000"}.get(filters[-1] if filters else "")
    data = encoded(kind, "") if kind else b"\xff" * 108_000
    content = with_picture(data)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        picture = pdf.pages[0].Resources.XObject.I
        if filters:
            packed = zlib.compress(data) if filters[0] == "FlateDecode" else data
            picture.write(packed, filter=Array([Name(f"/{name}") for name in filters]))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert reasons(documents, out.getvalue()) == []


def test_a_picture_behind_the_end_of_a_picture_is_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(
        documents, "a.pdf", with_picture(encoded("JPEG", "Bonjour") + encoded("JPEG"), Filter=Name.DCTDecode)
    )
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, [VALUE]), {})


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_file_in_a_stream_that_says_nothing_of_it_is_read_and_painted_over(documents, kind):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = changed(lambda pdf: setattr(pdf.Root, "Kept", pdf.make_stream(encoded(kind))))
    document = opened(documents, "a.pdf", content)
    again = opened(documents, "a.pdf", document.rewrite(edits_for(document, [VALUE]), {}))
    assert not any("692" in segment.text for segment in again.segments)


def test_pixels_that_do_not_say_they_are_a_picture_are_read(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    def change(pdf):
        pixels = hidden.drawing(f"Mon NAS est {VALUE} merci").convert("L")
        pdf.Root.Kept = pdf.make_stream(
            pixels.tobytes(), Width=pixels.width, Height=pixels.height, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )  # fmt: skip

    document = opened(documents, "a.pdf", changed(change))
    again = opened(documents, "a.pdf", document.rewrite(edits_for(document, [VALUE]), {}))
    assert not any("692" in segment.text for segment in again.segments)


@pytest.mark.parametrize(
    "put",
    [
        lambda pdf: setattr(pdf.Root, "NAS", 130692544),
        lambda pdf: setattr(pdf.Root, "NAS", Decimal("130692544.0")),
        lambda pdf: setattr(pdf.Root, "Kept", Dictionary(NAS=Array([1, 130692544]))),
        lambda pdf: setattr(pdf.Root, "NAS", pdf.make_indirect(pikepdf.Object.parse(b"130692544"))),
        lambda pdf: setattr(pdf.Root, "Field", Dictionary(T=String("NAS"), V=130692544)),
    ],
)
def test_a_whole_number_is_read_after_its_name_and_goes(documents, put):
    document = opened(documents, "a.pdf", changed(put))
    redacted = document.rewrite(edits_for(document, ["130692544"]), {})
    with pikepdf.open(io.BytesIO(redacted)) as pdf:
        assert not any(b"130692544" in one.unparse(resolved=True) for one in pdf.objects)
        assert len(pdf.pages) == 2


def test_measures_are_no_numbers_of_anybody(documents):
    def change(pdf):
        pdf.Root.Kept = Dictionary(ByteRange=Array([0, 130692544, 130692553]), Prev=130692544, Size=130692544)

    segments = opened(documents, "a.pdf", changed(change)).segments
    assert not any("130692544" in segment.text for segment in segments)
