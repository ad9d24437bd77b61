"""Documents with a value in every place that is easily forgotten. Each value is found by its cue beside it; each is another
one, so that a place that is not read shows. Names and numbers are made up."""

from __future__ import annotations

import io
import struct
import zipfile

import docx
import pikepdf
import pptx
from odf.opendocument import OpenDocumentText
from odf.text import P
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from tests.extract import make

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>?</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
)


class Values:
    """Hands out invented NAM-like values, and remembers them by the place where they were put."""

    def __init__(self) -> None:
        self.by_place: dict[str, str] = {}

    def at(self, place: str) -> str:
        value = f"TREM{85040000 + 1200 + len(self.by_place):08d}"
        self.by_place[place] = value
        return value

    def say(self, place: str) -> str:
        return f"Avant NAM {self.at(place)} après {place}"


def changed(content: bytes, /, *parts: tuple[str, bytes], **endings: str) -> bytes:
    """A ZIP container with parts added, and text put before the last tag of the parts named (`word_settings` and so on)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            ending = endings.get(name.removesuffix(".xml").replace("/", "_"))
            if ending is not None:
                head, slash, tail = body.rpartition(b"</")
                body = head + ending.encode() + slash + tail
            new.writestr(name, body)
        for name, body in parts:
            new.writestr(name, body)
    return out.getvalue()


def word(values: Values) -> bytes:
    """Tracked changes, fields, controls, variables, comments of the XML, parts in other encodings."""
    document = docx.Document()
    document.add_paragraph(values.say("body"))
    out = io.BytesIO()
    document.save(out)
    say, at = values.say, values.at
    tracked, parted = at("a deleted half"), at("halves around a hidden run")
    runs = (f"<w:r><w:t>NAM {parted[:7]}</w:t></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>",
            f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>{parted[7:]}</w:t></w:r>')  # fmt: skip
    body = (
        f"<w:p {WORD}>{''.join(runs)}</w:p>"
        f'<w:p {WORD}><w:r><w:t xml:space="preserve">NAM {tracked[:6]}</w:t></w:r>'
        f'<w:ins w:id="1"><w:r><w:t>99</w:t></w:r></w:ins>'
        f'<w:del w:id="2"><w:r><w:delText>{tracked[6:]}</w:delText></w:r></w:del></w:p>'
        f'<w:p {WORD}><w:fldSimple w:instr=" QUOTE {say("field")} "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        f'<w:p {WORD}><w:sdt><w:sdtPr><w:alias w:val="{say("control")}"/></w:sdtPr></w:sdt></w:p><!-- {say("remark")} -->'
    )
    return changed(
        out.getvalue(),
        ("customXml/item9.xml", f'<a b="{say("attribute")}">{say("custom XML")}</a>'.encode()),
        ("word/wide.xml", f'<?xml version="1.0"?><a>{say("UTF-16")}</a>'.encode("utf-16")),
        ("word/latin.xml", f'<?xml version="1.0" encoding="ISO-8859-1"?><a>ééé {say("Latin-1")}</a>'.encode("latin-1")),
        ("word/chunk.htm", f"<html><p>{say('HTML chunk').replace(' ', '&nbsp;')}</p></html>".encode()),
        ("word/embeddings/inner.docx", small(say("inner document"))),
        word_document=body,
        word_settings=f'<w:docVars {WORD}><w:docVar w:name="n" w:val="{say("variable")}"/></w:docVars>',
        docProps_app=f"<Manager>{say('manager')}</Manager>",
    )  # fmt: skip


def small(text: str) -> bytes:
    """A document of one paragraph."""
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def workbook(values: Values) -> bytes:
    """Headers, formulas, rules, names, strings that no cell shows, pivot tables, comments, sheet names."""
    say, at = values.say, values.at
    name = f"NAM {at('sheet name')}"
    cells = (
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{say("inline")} et {say("inline again")}</t></is></c></row>'
        f'<row r="2"><c r="A2" t="str"><f>"NAM {at("formula")}"&amp;"x"</f><v>x</v></c></row>'
    )
    sheet = (
        f'<worksheet {_SHEET}><sheetData>{cells}</sheetData><dataValidations count="1"><dataValidation sqref="A9"'
        f' prompt="{say("prompt")}"/></dataValidations><headerFooter><oddHeader>{say("header")}</oddHeader>'
        "</headerFooter></worksheet>"
    )
    book = (
        f'<workbook {_SHEET} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet'
        f' name="{name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="n">"{say("defined name")}"'
        f"</definedName></definedNames></workbook>"
    )
    return make.zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", book.encode()),
        ("xl/worksheets/sheet1.xml", sheet.encode()),
        ("xl/sharedStrings.xml", f"<sst {_SHEET}><si><t>{say('unused string')}</t></si></sst>".encode()),
        ("xl/pivotCache/a.xml", f'<a {_SHEET}><s v="NAM {at("pivot")}"/></a>'.encode()),
        ("xl/drawings/a.vml", f"<xml><div>{say('VML')}</div></xml>".encode()),
    )


def slides(values: Values) -> bytes:
    """Masters, layouts, alternative texts, tags."""
    deck, out = pptx.Presentation(), io.BytesIO()
    next(iter(deck.slide_master.placeholders)).text_frame.text = values.say("master")
    next(iter(deck.slide_layouts[0].placeholders)).text_frame.text = values.say("layout")
    deck.save(out)
    tags = f'<a><b name="n" val="{values.say("tag")}"/></a>'
    return changed(out.getvalue(), ("ppt/tags/tag1.xml", tags.encode()))


def open_text(values: Values) -> bytes:
    """Styles with headers, settings, what is written in tags."""
    document, out = OpenDocumentText(), io.BytesIO()
    document.text.addElement(P(text=values.say("body")))
    document.save(out)
    master = f"<office:master-styles><style:header><text:p>{values.say('header')}</text:p></style:header></office:master-styles>"
    field = f'<text:hidden-text text:string-value="{values.say("hidden text")}"/>'
    settings = f"<x>{values.say('settings')}</x>".encode()
    return changed(out.getvalue(), ("Object 1/settings.xml", settings), styles=master, content=field)


def pdf(values: Values) -> bytes:
    """Fields with choices, scripts, names, XMP, form data, attached files by two ways, text under another one's name."""
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(60, 700, values.say("page"))
    page.acroForm.choice(name="c", value="a", options=["a", values.say("option")], x=60, y=360)
    page.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as document:
        say, root, first = values.say, document.Root, document.pages[0]
        first.contents_add(
            f"/Span <</ActualText ({say('actual text')})>> BDC BT /F1 12 Tf 60 500 Td (x) Tj ET EMC".encode()
        )
        first.contents_add(f"/Span <</ActualText ({say('spoken alone')})>> BDC EMC".encode())
        first.contents_add(f"/Span <</E <{say('abbreviation').encode('utf-16').hex()}>>> BDC EMC".encode())
        fonts = Dictionary(Font=first.Resources.Font)
        drawn = {
            place: document.make_stream(
                f"BT /F1 9 Tf 2 2 Td ({say(place)}) Tj ET".encode(),
                BBox=Array([0, 0, 400, 20]),
                Resources=fonts,
            )
            for place in ("form that no page draws", "pattern", "hidden comment")
        }
        first.Resources.XObject = Dictionary(X9=drawn["form that no page draws"])
        for form in (drawn["form that no page draws"], drawn["hidden comment"]):
            form.Type, form.Subtype = Name.XObject, Name.Form
        pattern = drawn["pattern"]
        pattern.PatternType, pattern.PaintType, pattern.TilingType, pattern.XStep, pattern.YStep = (
            1,
            1,
            1,
            400,
            20,
        )
        first.Resources.Pattern = Dictionary(P9=pattern)
        file = document.make_stream(say("annotated file").encode(), Type=Name.EmbeddedFile)
        first.Annots.append(
            Dictionary(
                Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]),
                FS=Dictionary(Type=Name.Filespec, F=String("n.txt"), EF=Dictionary(F=file)),
            )
        )  # fmt: skip
        first.Annots.append(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Stamp,
                Rect=Array([0, 0, 400, 20]),
                F=2,
                AP=Dictionary(N=drawn["hidden comment"]),
            )
        )
        document.docinfo["/Producer"] = say("producer")
        document.attachments["a.docx"] = pikepdf.AttachedFileSpec(
            document, small(say("file")), filename="a.docx"
        )
        root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(say("script")))
        xmp = _XMP.replace("?", say("XMP")).encode()
        root.Metadata = document.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
        root.AcroForm.XFA = document.make_stream(f"<xfa>{say('XFA')}</xfa>".encode())
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(say("page label")))]))
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def winmail(values: Values) -> bytes:
    """Subject, body, a file that is named after its content ([MS-OXTNEF])."""
    attributes = (
        (1, 0x00018004, values.say("subject").encode("cp1252") + b"\0"),
        (1, 0x0002800C, values.say("body").encode("cp1252") + b"\0"),
        (2, 0x0006800F, b"From: a@example.org\r\nSubject: x\r\n\r\n" + values.say("mail").encode()),
        (2, 0x00018010, b"m.eml\0"),
    )
    packed = (
        struct.pack("<BII", level, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
        for level, kind, data in attributes
    )
    return b"\x78\x9f\x3e\x22\1\0" + b"".join(packed)


def rich_text(values: Values) -> bytes:
    """Properties, notes, a link's target."""
    say = values.say
    return (
        rf"{{\rtf1\ansi{{\info{{\title {say('title')}}}{{\author {say('author')}}}}}{say('body')}\par"
        rf"{{\header {say('header')}}}{{\footnote {say('note')}}}{{\*\annotation {say('comment')}}}"
        rf'{{\field{{\*\fldinst HYPERLINK "mailto:a?body={values.at("link")}"}}{{\fldrslt x}}}}}}'
    ).encode("cp1252")


def drawing(text: str, size: tuple[int, int] = (1100, 140), **colours: object) -> Image.Image:
    """A picture of one line of text."""
    ink, paper = colours.get("ink", "black"), colours.get("paper", "white")
    image = Image.new("RGBA" if isinstance(paper, tuple) else "RGB", size, paper)  # type: ignore[arg-type]
    ImageDraw.Draw(image).text((20, 40), text, font=ImageFont.truetype("DejaVuSans.ttf", 34), fill=ink)
    return image


def stored(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture's file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pictures(line: str) -> dict[str, bytes]:
    """`line` as people photograph, scan and draw it."""
    upright, turned = drawing(line), Image.Exif()
    turned[0x0112] = 6
    return {
        "transparent.png": stored(drawing(line, paper=(0, 0, 0, 0))),
        "white on nothing.png": stored(drawing(line, ink="white", paper=(0, 0, 0, 0))),
        "turned by Exif.jpg": stored(upright.rotate(90, expand=True), "JPEG", exif=turned),
        "on its side.png": stored(upright.rotate(90, expand=True)),
        "upside down.png": stored(upright.rotate(180)),
        "fax.tif": stored(drawing("Page de garde"), "TIFF", save_all=True, append_images=[upright]),
        "grey.png": stored(upright.convert("I;16")),
    }


def described_picture(values: Values) -> bytes:
    """Text chunks before and behind the pixels."""
    notes = PngInfo()
    notes.add_text("Comment", values.say("text chunk"))
    notes.add_itxt("Note", values.say("packed chunk"), zip=True)
    return stored(Image.new("RGB", (9, 9)), pnginfo=notes) + values.say("behind the end").encode()


def letter_with_picture(line: str) -> bytes:
    """A page of ordinary text that bears a picture of `line`."""
    out = io.BytesIO()
    page = canvas.Canvas(out)
    for number in range(10):
        page.drawString(60, 750 - 15 * number, "Une lettre ordinaire, avec du texte lisible.")
    page.drawImage(ImageReader(drawing(line)), 50, 400, 480, 61)
    page.save()
    return out.getvalue()


def turned_page(line: str) -> bytes:
    """A page that is turned, whose corner is not at the origin, of which only a part is shown."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(612, 792))
    page.drawString(80, 500, line)
    page.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as document:
        first = document.pages[0]
        first.MediaBox, first.CropBox = Array([-50, -40, 662, 832]), Array([20, 100, 600, 780])
        first.Rotate = 90
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def two_revisions(old: str, new: str) -> bytes:
    """A page that said `old` until an incremental update made it say `new` (ISO 32000-1 §7.5.6)."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pageCompression=0)
    page.drawString(60, 700, old)
    page.save()
    before = out.getvalue()
    with pikepdf.open(io.BytesIO(before)) as document:
        number, size, root = (
            document.pages[0].Contents.objgen[0],
            len(document.objects) + 1,
            document.Root.objgen[0],
        )
    start = int(before.rpartition(b"startxref")[2].split()[0])
    body = b"BT /F1 12 Tf 60 700 Td (%s) Tj ET" % new.encode()
    update = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(body), body)
    trailer = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        number, len(before), size, root, start, len(before) + len(update),
    )  # fmt: skip
    return before + update + trailer
