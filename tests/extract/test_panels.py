"""Text in boxes of another shade, which Tesseract takes for pictures, is read and painted over."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from gateway.extract.ocr import read_picture, tessdata
from gateway.extract.panels import panels
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for, need

VALUE = "130 692 544"


def page(
    *boxes: tuple[tuple[int, int, int, int], object, str], size: tuple[int, int] = (794, 1123)
) -> Image.Image:
    """A white page with a line of text, and coloured boxes with text in them."""
    picture = Image.new("RGB", size, "white")
    drawn, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", 24)
    drawn.text((48, 200), "né le 1967-03-28", fill="black", font=font)
    for area, colour, said in boxes:
        drawn.rectangle(area, fill=colour)
        drawn.text(
            (area[0] + 10, area[1] + 6), said, fill="white" if sum(colour) < 300 else "black", font=font
        )
    return picture


BOX = 38, 38, 378, 114
BLUE, NAVY = (114, 159, 207), (20, 40, 90)


@pytest.mark.parametrize("colour", [BLUE, NAVY])
def test_text_in_a_coloured_box_is_read_and_painted_over(documents, colour):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    out = io.BytesIO()
    page((BOX, colour, f"NAS {VALUE}")).save(out, "PNG")
    document = opened(documents, "a.png", out.getvalue())
    left = document.rewrite(edits_for(document, [VALUE]), {})
    assert not any("692" in segment.text for segment in opened(documents, "a.png", left).segments)
    with Image.open(io.BytesIO(left)) as picture:  # painted over where it stood, and nowhere else
        assert picture.convert("RGB").getpixel((60, 105)) == colour
        assert picture.convert("RGB").getpixel((250, 60)) == (0, 0, 0)


def test_two_boxes_of_one_shade_are_two(documents):
    boxes = (BOX, BLUE, "Bonjour"), ((400, 500, 740, 576), BLUE, "NAS")
    found = panels(ImageOps.grayscale(page(*boxes)), ())
    assert [(left, top) for _, left, top in found] == [(26, 26), (388, 488)]


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        (((BOX, BLUE, "Bonjour"),), [(50, 50, 120, 80)]),  # read already
        (((BOX, BLUE, ""),), ()),
        ((((38, 38, 90, 50), BLUE, ""),), ()),
        ((), ()),
    ],
)
def test_other_boxes_are_not_read(boxes, words):
    assert panels(ImageOps.grayscale(page(*boxes)), words) == []


def test_a_picture_of_one_shade_has_none():
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    assert read_picture(Image.new("RGB", (300, 300), BLUE)).text.strip() == ""
