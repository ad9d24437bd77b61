"""Pictures of a PDF whose value no page shows, or not whole: it is in the file's bytes, so it is read and painted over there."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from gateway.extract.ocr import tessdata
from gateway.model import CannotRedact
from tests.extract import hidden, make
from tests.extract.test_hidden_places import opened
from tests.extract.test_pdf_streams import saved
from tests.extract.test_redaction import edits_for, need

LINE = "Mon NAS est 046 454 286"
SHOWN = b"q 480 0 0 61 50 300 cm /I Do Q"


def image(pdf: pikepdf.Pdf, picture: Image.Image, **keys: object) -> pikepdf.Object:
    return pdf.make_stream(
        picture.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height,
        ColorSpace=Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray, BitsPerComponent=8, **keys,
    )  # fmt: skip


def form(pdf: pikepdf.Pdf, content: bytes, inner: object, **keys: object) -> pikepdf.Object:
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]),
        Resources=Dictionary(XObject=Dictionary(I=inner)), **keys,
    )  # fmt: skip


def drawn(operators: bytes):
    """A page of text that also draws the picture so."""

    def change(pdf):
        first = pdf.pages[0]
        first.Resources.XObject = Dictionary(I=image(pdf, hidden.drawing(LINE)))
        first.contents_add(operators)

    return change


def cropped(pdf):
    drawn(b"q 480 0 0 61 50 40 cm /I Do Q")(pdf)
    pdf.pages[0].CropBox = Array([0, 200, 612, 792])


def in_a_layer_that_is_off(pdf):
    drawn(b"/OC /MC0 BDC " + SHOWN + b" EMC")(pdf)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Calque")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(MC0=layer)


def behind_a_mask(pdf):
    drawn(SHOWN)(pdf)
    pdf.pages[0].Resources.XObject.I.SMask = image(pdf, Image.new("L", (300, 60)))


def of_one_shade(pdf):
    drawn(SHOWN)(pdf)
    pdf.pages[0].Resources.XObject.I.Decode = Array([1, 1, 1, 1, 1, 1])


def in_a_pattern(pdf):
    tile = form(pdf, b"480 0 0 61 0 0 cm /I Do", image(pdf, hidden.drawing(LINE)), PatternType=1)
    tile.PaintType, tile.TilingType, tile.XStep, tile.YStep = 1, 1, 600, 800
    pdf.pages[0].Resources.Pattern = Dictionary(P=tile)


def in_a_hidden_comment(pdf):
    look = form(pdf, b"480 0 0 61 0 0 cm /I Do", image(pdf, hidden.drawing(LINE)))
    comment = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, F=2, Rect=Array([0, 0, 480, 61]), AP=Dictionary(N=look)
    )
    pdf.pages[0].Annots = Array([comment])


def as_a_thumbnail(pdf):
    pdf.pages[0].Thumb = image(pdf, hidden.drawing(LINE))


def as_an_alternate(pdf):
    drawn(SHOWN)(pdf)
    resources = pdf.pages[0].Resources.XObject
    resources.I = image(
        pdf, hidden.drawing("bonjour"), Alternates=Array([Dictionary(Image=pdf.make_indirect(resources.I))])
    )


def among_the_operators(pdf):
    picture = hidden.drawing(LINE).convert("L")
    head = b"q 50 300 99 61 re W n 480 0 0 61 50 300 cm BI /W %d /H %d /CS /G /BPC 8 ID " % picture.size
    pdf.pages[0].contents_add(head + picture.tobytes() + b"\nEI Q")


HIDING = {
    "clipped": drawn(b"q 50 300 150 61 re W n 480 0 0 61 50 300 cm /I Do Q"),
    "clipped away": drawn(b"q 0 0 1 1 re W n 480 0 0 61 50 300 cm /I Do Q"),
    "covered": drawn(SHOWN + b" 1 1 1 rg 40 290 500 90 re f"),
    "covered in part": drawn(SHOWN + b" 1 1 1 rg 250 290 300 90 re f"),
    "beyond the page": drawn(b"q 480 0 0 61 5000 300 cm /I Do Q"),
    "cropped": cropped,
    "too small to read": drawn(b"q 5 0 0 1 50 300 cm /I Do Q"),
    "of no size": drawn(b"q 0 0 0 0 50 300 cm /I Do Q"),
    "drawn nowhere": drawn(b""),
    "in a layer that is off": in_a_layer_that_is_off,
    "behind a mask": behind_a_mask,
    "of one shade": of_one_shade,
    "in a pattern": in_a_pattern,
    "in a hidden comment": in_a_hidden_comment,
    "a thumbnail": as_a_thumbnail,
    "an alternate": as_an_alternate,
    "among the operators": among_the_operators,
}


def changed(change) -> bytes:
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        change(pdf)
        return saved(pdf)


def everything_shown(content: bytes) -> list[Image.Image]:
    """Every picture of a document, as it stands in the file, whoever draws it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            pikepdf.PdfImage(one).as_pil_image()
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]


@pytest.mark.parametrize("change", HIDING.values(), ids=HIDING)
def test_what_is_not_shown_of_a_picture_is_read_and_painted_over(documents, change):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, "a.pdf", changed(change))
    value = [edit for edit in edits_for(document, ["046 454 286"]) if not edit.segment.endswith("/page1")]
    assert value
    redacted = document.rewrite(value, {})

    again = opened(documents, "a.pdf", redacted)
    assert not any("454" in segment.text for segment in again.segments if segment.path.endswith("/ocr"))
    for number, picture in enumerate(everything_shown(redacted)):
        seen = opened(documents, f"{number}.png", hidden.stored(picture.convert("RGB")))
        assert not any("454" in segment.text for segment in seen.segments if "page1" not in segment.path)


def test_a_picture_that_the_page_shows_whole_is_not_read_twice(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    turned = (
        SHOWN,
        b"q 0 480 -61 0 120 250 cm /I Do Q",
        b"q 480 0 0 -61 50 361 cm /I Do Q",
        b"q .5 0 0 .5 0 0 cm /F Do Q",
    )
    for operators in turned:

        def change(pdf, operators=operators):
            drawn(operators)(pdf)
            own = pdf.pages[0].Resources.XObject
            own.F = form(pdf, b"q 960 0 0 122 100 600 cm /I Do Q", own.I)

        paths = [segment.path for segment in opened(documents, "a.pdf", changed(change)).segments]
        assert not [path for path in paths if "/picture" in path]


def test_what_is_transparent_by_its_colour_is_not_written(documents):
    """Painted over and packed anew, its colours would be others."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    def change(pdf):
        drawn(SHOWN)(pdf)
        pdf.pages[0].Resources.XObject.I.Mask = Array([0, 255, 0, 255, 0, 255])

    document = opened(documents, "a.pdf", changed(change))
    value = [edit for edit in edits_for(document, ["046 454 286"]) if "/picture" in edit.segment]
    with pytest.raises(CannotRedact):
        document.rewrite(value, {})


def test_the_same_picture_goes_from_every_page(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    def change(pdf):
        drawn(SHOWN)(pdf)
        pdf.pages[1].Resources.XObject = pdf.pages[0].Resources.XObject
        pdf.pages[1].contents_add(SHOWN)

    document = opened(documents, "a.pdf", changed(change))
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    assert not any("454" in segment.text for segment in opened(documents, "a.pdf", redacted).segments)


def test_letters_drawn_as_outlines_beside_text_are_read(documents):
    """A drawing program writes text so."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    def change(pdf):
        mask = ImageChops.invert(hidden.drawing("NAS 130 692 544", (700, 120)).convert("L")).resize((350, 60))
        dots = [
            b"%g %g m %g %g l %g %g l %g %g l h"
            % (60 + x / 2, 300 - y / 2, 60.5 + x / 2, 300 - y / 2, 60.5 + x / 2, 299.5 - y / 2, 60 + x / 2, 299.5 - y / 2)
            for y in range(mask.height)
            for x in range(mask.width)
            if mask.getpixel((x, y)) > 127
        ]  # fmt: skip
        pdf.pages[0].contents_add(b" ".join((*dots, b"f")))

    document = opened(documents, "a.pdf", changed(change))
    redacted = document.rewrite(edits_for(document, ["130 692 544"]), {})
    assert not any("692" in segment.text for segment in opened(documents, "a.pdf", redacted).segments)


@pytest.mark.parametrize("chain", [Name.DCTDecode, Array([Name.DCTDecode])], ids=["a name", "a list"])
def test_what_stands_behind_the_pixels_of_a_photograph_is_read(documents, chain):
    photograph = hidden.stored(hidden.drawing("bonjour", (300, 60)), "JPEG") + b" NAS 130 692 544 "

    def change(pdf):
        shown = pdf.make_stream(photograph, Subtype=Name.Image, Width=300, Height=60, Filter=chain)
        shown.ColorSpace, shown.BitsPerComponent = Name.DeviceRGB, 8
        pdf.pages[0].Resources.XObject = Dictionary(I=shown)

    document = opened(documents, "a.pdf", changed(change))
    with pytest.raises(CannotRedact):
        document.rewrite(edits_for(document, ["130 692 544"]), {})
