"""Forms with a box for each letter: the letters are read, and painted over where they stand."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from gateway.extract.cells import rows_of_boxes
from gateway.extract.ocr import tessdata
from tests.extract import hidden
from tests.extract.test_hidden_places import opened
from tests.extract.test_pictures import letter
from tests.extract.test_redaction import edits_for, need

VALUE = "TREM85041201"


def form(side: int = 44, line: int = 2, ink: object = "black", gap: int = 0) -> Image.Image:
    """A label, a row of boxes with a letter each, a line of text."""
    page = Image.new("RGB", (1400, 320), "white")
    drawn, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", min(34, side * 2 // 3))
    drawn.text((30, 30), "Numéro d'assurance maladie", font=font, fill="black")
    for number, sign in enumerate(VALUE):
        left = 30 + number * (side + gap)
        drawn.rectangle((left, 110, left + side, 110 + side * 6 // 5), outline=ink, width=line)
        drawn.text((left + side / 2, 110 + side * 3 / 5), sign, font=font, fill="black", anchor="mm")
    drawn.text((30, 250), "Signature du demandeur", font=font, fill="black")
    return page


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(form(30), id="small"),
        pytest.param(form(80, 4), id="wide, with thick lines"),
        pytest.param(form(44, 2, (120, 160, 220)), id="pale lines"),
        pytest.param(form(44, 2, gap=10), id="apart"),
        pytest.param(form().rotate(0.5, Image.Resampling.BICUBIC, fillcolor="white"), id="askew"),
    ],
)
def test_letters_in_boxes_are_read_and_painted_over(documents, page):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, "a.png", hidden.stored(page))
    redacted = document.rewrite(edits_for(document, [VALUE]), {})
    again = " ".join(segment.text for segment in opened(documents, "a.png", redacted).segments)
    assert "Signature du demandeur" in again
    assert not any(part in again for part in ("TREM", "8504", "1201"))


def test_a_letter_of_a_row_is_found_where_it_stood():
    page = form().convert("L")
    (row,) = rows_of_boxes(page)
    first, last = row.columns[1][0], row.columns[-1][0]
    left, top, right, bottom = row.back((first, row.split + 5, last + 5, row.split + 40))
    assert (40 <= left <= 50, 520 <= right <= 545) == (True, True)
    assert (110 <= top <= 120, 145 <= bottom <= 155) == (True, True)
    above = row.back((30, 5, 200, row.split - 5))
    assert (above[0], above[2]) == (30, 200)


def test_what_has_no_boxes_has_no_rows():
    assert rows_of_boxes(letter().convert("L")) == []
    assert rows_of_boxes(Image.new("L", (600, 400), 255)) == []
    assert rows_of_boxes(ImageChops.invert(letter().convert("L"))) == []
    assert rows_of_boxes(Image.new("L", (30, 5), 0)) == []
