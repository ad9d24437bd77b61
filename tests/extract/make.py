"""Documents made for the tests, each with words planted in every place where people put them."""

from __future__ import annotations

import datetime
import gzip
import io
import tarfile
import zipfile

import docx
import openpyxl
import pptx
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import P
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas


def word() -> tuple[bytes, list[str]]:
    """Runs cut in mid-value, a table cell, a header, a comment-like property."""
    document = docx.Document()
    paragraph = document.add_paragraph("Mon NAM est ")
    for part, bold in (("TR", False), ("EM 04", True), ("12 19", False), ("25", True)):
        paragraph.add_run(part).bold = bold
    paragraph.add_run(" merci & à bientôt")
    document.add_table(1, 1).cell(0, 0).text = "046 454 286"
    document.sections[0].header.paragraphs[0].text = "En-tête 1985-04-12"
    document.sections[0].footer.paragraphs[0].text = "Pied 1986-05-13"
    document.core_properties.title = "Dossier TREM04121926"
    return _saved(document), ["TREM 0412 1925", "046 454 286", "1985-04-12", "1986-05-13", "TREM04121926"]


def workbook() -> tuple[bytes, list[str]]:
    """A number that lost its leading zero, a date as a serial number, a shared string, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Nom", "NAS", "Naissance"])
    sheet.append(["Roy", 46454286, datetime.date(1985, 4, 12)])
    sheet["B2"].number_format = "000 000 000"
    sheet.append(["Côté", "130 692 544", "bonjour"])
    hidden = book.create_sheet("caché")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "TREM04121925"
    return _saved(book), ["046 454 286", "1985-04-12", "130 692 544", "TREM04121925"]


def slides() -> tuple[bytes, list[str]]:
    """A title and the speaker's notes."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "NAM TREM04121925"
    slide.notes_slide.notes_text_frame.text = "né le 1985-04-12"
    return _saved(deck), ["TREM04121925", "1985-04-12"]


def open_text() -> tuple[bytes, list[str]]:
    """An OpenDocument text."""
    document = OpenDocumentText()
    document.text.addElement(P(text="NAS 046 454 286 à jour"))
    return _saved(document), ["046 454 286"]


def open_sheet() -> tuple[bytes, list[str]]:
    """A cell that says its date twice: as text, and in its tag."""
    document, table, row = OpenDocumentSpreadsheet(), Table(name="S"), TableRow()
    cell = TableCell(valuetype="date", datevalue="1985-04-12")
    cell.addElement(P(text="12/04/1985"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    return _saved(document), ["12/04/1985", "1985-04-12"]


def rich_text() -> tuple[bytes, list[str]]:
    """Values cut by formatting, accents in both notations."""
    content = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Mon NAM {\b TR}EM \i 0412\i0  1925 "
        rb"n\'e9 le 12 \u233?t\'e9, NAS 046 454 286.\par Fin}"
    )
    return content, ["TREM 0412 1925", "046 454 286"]


def pdf() -> tuple[bytes, list[str]]:
    """Two pages, the document's properties."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=letter)
    page.setTitle("Dossier TREM04121925")
    page.drawString(72, 700, "Bonjour, mon NAS est le 046 454 286 et merci beaucoup.")
    page.drawString(72, 650, "Naissance 1985-04-12 Rimouski")
    page.showPage()
    page.drawString(72, 700, "Seconde page sans rien.")
    page.save()
    return out.getvalue(), ["046 454 286", "1985-04-12", "TREM04121925"]


def picture() -> tuple[bytes, list[str]]:
    """A photo of a number."""
    image = Image.new("RGB", (900, 300), "white")
    drawing, font = ImageDraw.Draw(image), ImageFont.truetype("DejaVuSans.ttf", 34)
    drawing.text((30, 60), "Mon NAS est 046 454 286", font=font, fill="black")
    drawing.text((30, 180), "Merci beaucoup", font=font, fill="black")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue(), ["046", "454", "286"]


def scanned_pdf() -> tuple[bytes, list[str]]:
    """A page that is only a picture."""
    image, planted = picture()
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=letter)
    page.drawImage(ImageReader(io.BytesIO(image)), 50, 400, 500, 166)
    page.save()
    return out.getvalue(), planted


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def archive() -> tuple[bytes, list[str]]:
    """A document in an archive in an archive, beside a text."""
    inner = zipped(("lettre.docx", word()[0]))
    return zipped(("a/note.txt", b"NAS 130 692 544"), ("b.zip", inner)), ["130 692 544", *word()[1]]


def tarball() -> tuple[bytes, list[str]]:
    """A compressed tar."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        member = tarfile.TarInfo("x.csv")
        member.size = 15
        tar.addfile(member, io.BytesIO(b"NAS 046 454 286"))
    return gzip.compress(out.getvalue()), ["046 454 286"]


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def unicode_pdf(line: str) -> bytes:
    """A line in a TrueType font."""
    pdfmetrics.registerFont(TTFont("DejaVu", ImageFont.truetype("DejaVuSans.ttf", 9).path))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=letter)
    page.setFont("DejaVu", 12)
    page.drawString(72, 700, line)
    page.save()
    return out.getvalue()
