"""Pictures as people take them: askew, and full of noise."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from gateway.extract import ocr
from gateway.extract.image import cover
from gateway.extract.legible import evened, smoothed, tilt, turned_back
from gateway.extract.ocr import Page, tessdata
from tests.extract import hidden
from tests.extract.test_hidden_places import opened
from tests.extract.test_redaction import edits_for, need

LINES = ("Bonjour, voici ma demande", "Mon NAS est 046 454 286 merci", "Au revoir et bonne semaine")


def letter(size: tuple[int, int] = (1100, 420)) -> Image.Image:
    page = Image.new("RGB", size, "white")
    for number, line in enumerate(LINES):
        page.paste(hidden.drawing(line), (0, 140 * number))
    return page


def askew(degrees: float) -> Image.Image:
    return letter().rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def noise(size: tuple[int, int], spread: float) -> Image.Image:
    """Grey noise around the middle, the same each time: `Image.effect_noise` now and then makes what nobody could read."""
    random = Random(25)
    grey = (round(random.gauss(128, spread)) for _ in range(size[0] * size[1]))
    return Image.frombytes("L", size, bytes(max(0, min(255, one)) for one in grey))


def noisy() -> Image.Image:
    page = letter()
    return Image.blend(page, noise(page.size, 120).convert("RGB"), 0.3)


def on_a_photograph() -> Image.Image:
    mask = ImageOps.invert(letter().convert("L"))
    ground = noise(mask.size, 60).point(lambda value: value // 2).convert("RGB")
    return Image.composite(Image.new("RGB", mask.size, "white"), ground, mask)


@pytest.mark.parametrize("degrees", [-12.0, -7.0, 7.0, 10.0])
def test_a_tilt_is_measured(degrees):
    assert abs(tilt(askew(degrees).convert("L")) + degrees) <= 1.5


def test_what_lies_level_is_left():
    assert tilt(letter().convert("L")) == 0.0
    assert tilt(Image.effect_noise((600, 400), 60)) == 0.0
    assert tilt(Image.new("L", (500, 200), 255)) == 0.0
    assert tilt(Image.new("L", (50, 2), 255)) == 0.0
    assert smoothed(letter().convert("L")) is None


def test_a_box_is_found_again_where_it_was():
    page = Image.new("L", (400, 300))
    level = page.rotate(10, expand=True)
    centre = (level.width / 2 - 1, level.height / 2 - 1, level.width / 2 + 1, level.height / 2 + 1)
    corners = turned_back(centre, 10, level.size, page.size)
    assert (round(sum(corners[::2]) / 4), round(sum(corners[1::2]) / 4)) == (200, 150)


def test_a_box_that_lies_askew_is_painted_over_and_nothing_else_is():
    page = Image.new("L", (400, 300), 255)
    corners = turned_back((50, 140, 350, 160), 10, (400, 300), page.size)
    cover(ImageDraw.Draw(page), Page("a", [corners]), 0, 1)
    level = page.rotate(10, Image.Resampling.BICUBIC, fillcolor=255)
    assert level.crop((52, 141, 348, 159)).getextrema() == (0, 0)
    assert (
        level.crop((0, 0, 400, 130)).getextrema() == level.crop((0, 170, 400, 300)).getextrema() == (255, 255)
    )


@pytest.mark.parametrize(
    "picture", [lambda: askew(-7), lambda: askew(9), noisy, on_a_photograph], ids=["-7°", "9°", "noise", "photograph"]
)  # fmt: skip
def test_it_is_read_and_painted_over(documents, picture):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, "a.png", hidden.stored(picture()))
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    again = opened(documents, "a.png", redacted).segments
    assert not any("454" in segment.text for segment in again)
    assert any("voici ma demande" in segment.text for segment in again)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_transparent_pixels_would_show_is_read_and_painted_over(documents, kind):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    picture = letter().convert("RGBA")
    shown = Image.new("L", picture.size)
    shown.paste(255, (0, 0, picture.width, 140))
    picture.putalpha(shown)
    options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    document = opened(documents, "a", hidden.stored(picture, kind, **options))
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    texts = [segment.text for segment in opened(documents, "a", redacted).segments]
    assert any("voici ma demande" in text for text in texts)
    assert not any("454" in text for text in texts)


def test_a_photograph_with_others_in_it_is_written_as_one(documents):
    """As telephones take them (CIPA DC-007)."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    several = hidden.stored(letter(), "MPO", save_all=True, append_images=[letter().resize((550, 210))])
    document = opened(documents, "a.jpg", several)
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    with Image.open(io.BytesIO(redacted)) as photograph:
        assert (photograph.format, photograph.size) == ("JPEG", letter().size)
    assert not any("454" in segment.text for segment in opened(documents, "a.jpg", redacted).segments)


@pytest.mark.parametrize("value", ["GSMJ 7701 2458", "RPGJ 9809 2640", "JOLJ 9809 2640", "GSMJ 7701 24B8"])
def test_a_j_without_a_hook_is_no_bracket(documents, value):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    page = Image.new("L", (1275, 500), "white")
    ImageDraw.Draw(page).text((135, 150), f"NAM : {value}", font=ImageFont.truetype("DejaVuSans.ttf", 22))
    document = opened(documents, "a.png", hidden.stored(page))
    assert any(value in segment.text for segment in document.segments)


def bubbles() -> Image.Image:
    """Messages as telephones show them at night, those of both sides."""
    screen = Image.new("RGB", (1080, 1500), "#000")
    drawn, font = ImageDraw.Draw(screen), ImageFont.truetype("DejaVuSans.ttf", 24)
    for number, line in enumerate(
        ("Bonjour, merci", LINES[1], "Bien reçu alors", LINES[1], "Au revoir", LINES[2]) * 2
    ):
        top, ground = 30 + number * 120, "#0a84ff" if number % 2 else "#2c2c2e"
        drawn.rounded_rectangle((80, top, 1000, top + 90), 30, fill=ground)
        drawn.text((110, top + 28), line, font=font, fill="white")
    return screen


def test_text_on_grounds_of_several_shades_is_read_and_painted_over(documents):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    assert evened(letter().convert("L")) is None
    document = opened(documents, "a.png", hidden.stored(bubbles()))
    redacted = document.rewrite(edits_for(document, ["046 454 286"]), {})
    texts = [segment.text for segment in opened(documents, "a.png", redacted).segments]
    assert any("Bien reçu" in text for text in texts)
    assert not any("454" in text for text in texts)


def test_a_page_that_is_taken_to_stand_on_its_head_is_read_as_it_stands(monkeypatch):
    """Tesseract's detection of how a page lies errs at times, and what it reads then is doubtful."""

    def words(grey, scale, may_turn=True):
        text = "Un BUUO Je 24J0A Sp" if may_turn else "Mon NAS est 046 454 286 merci"
        return Page(text, [None] * len(text)), 60.0 if may_turn else 94.0

    monkeypatch.setattr(ocr, "_words", words)
    assert ocr.read_picture(letter()).text == "Mon NAS est 046 454 286 merci"
