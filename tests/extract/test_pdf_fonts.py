"""Fonts whose codes say nothing, or something else than what they show: OCR reads the page."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from gateway.extract.ocr import tessdata
from gateway.extract.pdffonts import mute_pages
from tests.extract import make
from tests.extract.test_hidden_places import opened
from tests.extract.test_pdf_pictures import changed
from tests.extract.test_redaction import edits_for, need

VALUE = "130 692 544"
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def a_map(*blocks: bytes) -> bytes:
    return (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n" + b"\n".join(blocks) + b"\nendcmap"
    )


def shows(pdf, text: bytes, **keys: object) -> None:
    pdf.pages[0].Resources.Font.L = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **keys
    )
    pdf.pages[0].contents_add(b"BT /L 14 Tf 72 300 Td (" + text + b") Tj ET")


def figures_for_letters(pdf):
    pairs = b"\n".join(b"<%02X> <%04X>" % (0x30 + n, 0x61 + n) for n in range(10))
    told = pdf.make_stream(a_map(b"10 beginbfchar\n" + pairs + b"\nendbfchar"))
    shows(pdf, b"NAS 130 692 544", Encoding=Name.WinAnsiEncoding, ToUnicode=told)


def a_range_for_another(pdf):
    told = pdf.make_stream(a_map(b"1 beginbfrange\n<30> <39> <0041>\nendbfrange"))
    shows(pdf, b"NAS 130 692 544", Encoding=Name.WinAnsiEncoding, ToUnicode=told)


def figures_by_their_names(pdf):
    pairs = b"\n".join(b"<%02X> <%04X>" % (0x61 + n, 0x61 + n) for n in range(10))
    told = pdf.make_stream(a_map(b"10 beginbfchar\n" + pairs + b"\nendbfchar"))
    names = Dictionary(Differences=Array([97, *(Name(f"/{name}") for name in _DIGITS)]))
    shows(pdf, b"NAS bda gjc fee", Encoding=names, ToUnicode=told)


def drawn_glyphs(pdf):
    """The glyphs of a Type 3 font, by number, for codes that are letters."""
    signs = sorted(set("NAS 130 692 544"))
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    glyphs = {
        f"/g{n}": pdf.make_stream(b"600 0 d0 BT /H 1000 Tf (%s) Tj ET" % sign.encode()) for n, sign in enumerate(signs)
    }  # fmt: skip
    pdf.pages[0].Resources.Font.L = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 700, 1000]), CharProcs=Dictionary(glyphs),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=96 + len(signs),
        Widths=Array([600] * len(signs)), Resources=Dictionary(Font=Dictionary(H=helvetica)),
        Encoding=Dictionary(Differences=Array([97, *map(Name, glyphs)])),
    )  # fmt: skip
    codes = bytes(signs.index(sign) + 97 for sign in "NAS 130 692 544")
    pdf.pages[0].contents_add(b"BT /L 20 Tf 72 300 Td (" + codes + b") Tj ET")


@pytest.mark.parametrize(
    "change", [figures_for_letters, a_range_for_another, figures_by_their_names, drawn_glyphs]
)
def test_what_such_a_font_shows_is_read_and_painted_over(documents, change):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    document = opened(documents, "a.pdf", changed(change))
    again = opened(documents, "a.pdf", document.rewrite(edits_for(document, [VALUE]), {}))
    assert not any("692" in segment.text for segment in again.segments)


def test_a_text_that_is_in_no_language_is_read_by_ocr(documents):
    """A wrong map of a font in which nothing contradicts it: letters for other letters."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")

    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(
            b"BT /F1 9 Tf 72 500 Td " + (b"(" + b"Xqwk pkvb zzrt wqpl " * 3 + b") Tj 0 -14 Td ") * 8 + b"ET"
        )
        out = io.BytesIO()
        pdf.save(out)
    assert any(
        segment.path.endswith("/ocr") for segment in opened(documents, "a.pdf", out.getvalue()).segments
    )


def test_a_map_of_blocks_that_do_not_end_takes_no_time():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    told = pdf.make_stream(a_map(b"beginbfchar" * 20_000))
    pdf.pages[0].Resources = Dictionary(Font=Dictionary())
    shows(pdf, b"NAS 130 692 544", Encoding=Name.WinAnsiEncoding, ToUnicode=told)

    assert mute_pages(pdf) == set()  # in milliseconds, not in the minute that looking for every end takes


def test_a_font_of_glyph_numbers_is_mute_without_a_map_only():
    with pikepdf.open(io.BytesIO(make.pdf()[0])) as pdf:
        heir = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        )  # fmt: skip
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"))
        font.DescendantFonts = Array([heir])
        assert mute_pages(pdf) == set()
        pdf.pages[1].Resources.Font.L = font
        assert mute_pages(pdf) == {0, 1}  # which have one list of fonts
        font.ToUnicode = pdf.make_stream(a_map())
        pdf.pages[1].Resources.Font.L = font
        assert mute_pages(pdf) == set()


def embedded(told: dict[str, str]) -> bytes:
    """A page in an embedded font whose map to Unicode tells `told` for some of the characters."""
    pdfmetrics.registerFont(TTFont("Embedded", ImageFont.truetype("DejaVuSans.ttf", 9).path))
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.setFont("Embedded", 14)
    page.drawString(72, 700, "Bonjour, voici mon dossier de l'an dernier.")
    page.drawString(72, 660, f"NAS {VALUE}")
    page.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and b"beginbf" in (content := one.read_bytes()):
                one.write(
                    re.sub(
                        rb"<00([0-9A-F]{2})>",
                        lambda found: (
                            b"<00%02X>" % ord(told.get(chr(int(found[1], 16)), chr(int(found[1], 16))))
                        ),
                        content,
                    )
                )
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "told",
    [
        {str(n): str((n + 3) % 10) for n in range(10)},
        {chr(0x30 + n): "0317254968"[n] for n in range(10)},
        {str(n): str(9 - n) for n in range(10)},
    ],
)
def test_a_map_that_contradicts_the_glyphs_is_not_believed(documents, told):
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    content = embedded(told)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert mute_pages(pdf) == {0}
    document = opened(documents, "a.pdf", content)
    again = opened(documents, "a.pdf", document.rewrite(edits_for(document, [VALUE]), {}))
    assert not any("692" in segment.text for segment in again.segments)


def test_a_map_that_says_what_the_glyphs_show_is_believed():
    with pikepdf.open(io.BytesIO(embedded({}))) as pdf:
        assert mute_pages(pdf) == set()


def test_a_font_without_glyphs_contradicts_nothing():
    """As OCR programs put it over a scan: each glyph is the same box."""

    def change(pdf):
        pairs = b"\n".join(b"<%02X> <%04X>" % (code, code) for code in b"0123456789ABDOPQR")
        told = pdf.make_stream(a_map(b"17 beginbfchar\n" + pairs + b"\nendbfchar"))
        box = pdf.make_stream(b"500 0 d0 0 0 400 400 re f")
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=48, LastChar=57,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500] * 10), ToUnicode=told,
            CharProcs=Dictionary(A=box), Encoding=Dictionary(Differences=Array([48, *([Name.A] * 10)])),
            FontDescriptor=Dictionary(FontFile3=box),
        )  # fmt: skip
        pdf.pages[0].Resources.Font.L = pdf.make_indirect(font)

    with pikepdf.open(io.BytesIO(changed(change))) as pdf:
        assert mute_pages(pdf) == set()


def test_no_number_of_fonts_hides_one(documents):
    with pikepdf.open(io.BytesIO(embedded({str(n): str((n + 3) % 10) for n in range(10)}))) as pdf:
        fonts = pdf.pages[0].Resources.Font
        honest = pikepdf.open(io.BytesIO(embedded({})))
        (good,) = (one for one in honest.pages[0].Resources.Font.values() if "/ToUnicode" in one)
        for number in range(20):
            fonts[f"/A{number:02}"] = pdf.make_indirect(pikepdf.Dictionary(pdf.copy_foreign(good)))
        assert mute_pages(pdf) == {0}


def symbolic(first: int, count: int, program: bytes = b"") -> pikepdf.Pdf:
    """A page that has an embedded TrueType font without an encoding and without a map."""
    pdf = pikepdf.open(io.BytesIO(make.pdf()[0]))
    pdf.pages[0].Resources = Dictionary(Font=Dictionary())
    described = Dictionary(Type=Name.FontDescriptor, Flags=4, FontFile2=pdf.make_stream(program))
    pdf.pages[0].Resources.Font.L = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, FirstChar=first, LastChar=first + count - 1,
            Widths=Array([500] * count), FontDescriptor=described,
        )
    )  # fmt: skip
    return pdf


@pytest.mark.parametrize(("first", "count", "is_mute"), [(1, 20, True), (0xF0, 4, False), (0x30, 10, False)])
def test_a_font_with_codes_of_its_own_is_mute_unless_it_has_bullets_only(first, count, is_mute):
    assert mute_pages(symbolic(first, count)) == ({0} if is_mute else set())


def test_a_little_font_of_drawn_glyphs_is_mute(documents):
    """Four figures alone, in a Type 3 font that numbers them."""
    need(tessdata(), "Tesseract's French data (apt-get install tesseract-ocr-fra)")
    with pikepdf.open(io.BytesIO(changed(drawn_glyphs))) as pdf:
        font = pdf.pages[0].Resources.Font.L
        font.Encoding = Dictionary(Differences=Array([97, *map(Name, ("/g0", "/g1", "/g2"))]))
        assert 0 in mute_pages(pdf)
