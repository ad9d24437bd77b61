"""What is called a text may be a document: it is looked into as one, and what is text is read as text whatever it begins with."""

import base64
import binascii

import pytest

from gateway.mime.message import index
from gateway.model import Reason
from tests.extract.make import pdf
from tests.mime.builders import attached, mail

BLANKS = (b"", b" ", b"\r\n \t\r\n", b"\xef\xbb\xbf\n", b" " * 900)


def as_attachment(name, media):
    def written(content):
        encoded = base64.encodebytes(content).decode().replace("\n", "\r\n")
        head = f"Content-Type: {media}", "Content-Transfer-Encoding: base64"
        return attached(*head, content=encoded, disposition=f"attachment; filename={name}")

    return written


def as_uuencoded(name):
    def written(content):
        pieces = (content[at : at + 45] for at in range(0, len(content), 45))
        lines = [binascii.b2a_uu(piece).decode().rstrip("\n") for piece in pieces]
        return mail("Subject: s", "", "voici", f"begin 644 {name}", *lines, "`", "end", "")

    return written


def as_data_uri(media):
    def written(content):
        uri = f"data:{media};base64,{base64.b64encode(content).decode()}"
        return mail(
            "Subject: s", "Content-Type: text/html", "", f'<p>voici <a href="{uri}">le fichier</a></p>'
        )

    return written


WAYS = {
    "text": as_attachment("notes.txt", "text/plain"),
    "text without a name": as_attachment("notes", "text/plain"),
    "page": as_attachment("notes.html", "text/html"),
    "mail": as_attachment("notes.eml", "application/octet-stream"),
    "mail that says it is text": as_attachment("notes.eml", "text/plain"),
    "uuencoded": as_uuencoded("notes.txt"),
    "uuencoded without an ending": as_uuencoded("notes"),
    "text in a page": as_data_uri("text/plain"),
    "page in a page": as_data_uri("text/html"),
}


def read(documents, raw):
    extraction = index(raw, open_document=documents.open)
    texts = [segment.text for segment in extraction.segments if segment.path.startswith("att/0")]
    return "\n".join(texts), {item.reason for item in extraction.incomplete}


@pytest.mark.parametrize("blanks", BLANKS, ids=("none", "one", "lines", "a mark", "many"))
@pytest.mark.parametrize("way", WAYS)
def test_a_document_is_looked_into(documents, way, blanks):
    content, (first, *_) = pdf()
    assert first.encode() not in content  # compressed
    text, reasons = read(documents, WAYS[way](blanks + content))
    assert first in text
    assert not reasons


@pytest.mark.parametrize("way", [way for way in WAYS if "mail" not in way])
@pytest.mark.parametrize(
    ("begin", "reasons"),
    [
        ("Rien, mais ", set()),
        ("Rar! dit-il, ", set()),
        ("BZh9 ou ", set()),
        ("%PDF, c'est ", set()),
        ("%PDF-1.4, c'est ", {Reason.UNREADABLE}),  # it may open elsewhere
        ("GIF89a, c'est ", {Reason.UNREADABLE}),
    ],
)
def test_a_text_is_read_as_text(documents, way, begin, reasons):
    text, told = read(documents, WAYS[way](f"{begin}NAS 046 454 286\r\n".encode()))
    assert "NAS 046 454 286" in text
    assert told == reasons


def test_a_file_of_which_the_name_alone_says_that_it_is_text(documents):
    wide = "Rien, mais NAS 046 454 286".encode("utf-16-le")
    assert read(documents, as_uuencoded("a.txt")(wide)) == ("Rien, mais NAS 046 454 286", set())
    text, reasons = read(documents, as_uuencoded("a.txt")(b"Rien \0 NAS 046 454 286"))
    assert "NAS 046 454 286" in text
    assert reasons == {Reason.UNKNOWN_TYPE}
