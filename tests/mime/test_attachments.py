"""Which parts are documents, what their reader is told of them, and where its edits go."""

import binascii

import pytest

from gateway.extract import sniff
from gateway.mime.message import index
from gateway.model import Extraction, Incomplete, Reason, Segment
from tests.mime.builders import Document, attached, b64, open_document, redact, texts


def test_attachments_are_opened_with_what_is_known_of_them():
    asked = []

    def spy(*arguments):
        asked.append(arguments)
        return Document(arguments[0], arguments[3])

    raw = attached(
        "Content-Type: application/pdf",
        "Content-Transfer-Encoding: base64",
        content=b64(b"%PDF 046"),
        disposition="attachment; filename=a.pdf",
    )
    assert texts(raw, open_document=spy)["att/0/page1"] == "%PDF 046"
    assert asked == [(b"%PDF 046", "application/pdf", "a.pdf", "att/0", 2)]
    assert isinstance(index(raw, open_document=spy), Extraction)


def test_a_document_is_redacted_in_its_place():
    content = b"%PDF " + b"x" * 200 + b" 046 " + b"y" * 200
    raw = attached("Content-Type: application/pdf", "Content-Transfer-Encoding: base64", content=b64(content))
    out = index(redact(raw, "046", "[retiré]", open_document=open_document))
    assert out.part("att/0") == content.replace(b"046", "[retiré]".encode("latin-1"))
    assert out.part("body/0") == b"hi"


def test_without_a_reader_of_documents_they_are_unknown():
    raw = attached("Content-Type: application/pdf")
    assert list(index(raw).incomplete) == [Incomplete(Reason.UNKNOWN_TYPE, "att/0")]


@pytest.mark.parametrize(
    ("head", "content", "is_document"),
    [
        pytest.param("Content-Type: text/plain; name=a.txt", "hello", False, id="text"),
        pytest.param(
            "Content-Type: text/plain; name=a.txt", "%PDF-1.4", True, id="a PDF that says it is text"
        ),
        pytest.param("Content-Type: text/plain; name=a.csv", "a;b", True, id="CSV by its name"),
        pytest.param("Content-Type: text/calendar", "BEGIN:VCALENDAR", True, id="calendar"),
        pytest.param("Content-Type: application/octet-stream; name=a.bin", "x", True, id="binary"),
    ],
)
def test_which_attachments_are_documents(head, content, is_document):
    raw = attached(head, content=content)
    assert ("att/0/page1" in texts(raw, open_document=open_document)) == is_document


def test_a_document_may_use_a_name_that_is_taken():
    class Taken(Document):
        def __init__(self, content, path):
            super().__init__(content, path)
            self.segments = [Segment(f"{path}/filename", content.decode("latin-1"))]

    def opened(content, declared, name, path, depth):
        return Taken(content, path)

    raw = attached("Content-Type: application/pdf; name=046.pdf", content="doc 046")
    assert texts(raw, open_document=opened)["att/0/filename"] == "046.pdf"
    out = redact(raw, "046", open_document=opened)
    assert texts(out, open_document=opened)["att/0/filename~2"] == "doc [x]"


def test_text_of_a_type_that_no_document_reader_knows_is_read_as_text():
    class Unknown:
        segments = ()
        incomplete = (Incomplete(Reason.UNKNOWN_TYPE, "att/0"),)

    raw = attached("Content-Type: text/x-log; name=a.zzz", content="NAS 046")
    extraction = index(raw, open_document=lambda *_: Unknown())
    assert {segment.path for segment in extraction.segments} >= {"att/0"}
    assert list(extraction.incomplete) == []


def test_a_message_saved_as_a_file_is_read_as_a_message():
    raw = attached("Content-Type: application/octet-stream; name=a.eml", content="Subject: b\r\n\r\nc")
    assert texts(raw)["att/0/header/subject"] == "b"


def test_an_attachment_that_is_uuencoded_is_decoded_for_its_reader():
    block = "\r\n".join(
        ["begin 644 a.bin", binascii.b2a_uu(b"NAS 046 fin").decode().rstrip("\n"), "`", "end"]
    )
    raw = attached(
        "Content-Type: application/x-thing", "Content-Transfer-Encoding: x-uuencode", content=block
    )
    assert texts(raw, open_document=open_document)["att/0/page1"] == "NAS 046 fin"
    out = redact(raw, "046", open_document=open_document)
    assert texts(out, open_document=open_document)["att/0/page1"] == "NAS [x] fin"


#: What is in these stands in them as it is, and is read as text where they are called a text.
OPEN = (b"ustar", b"07070", b"\xc7\x71", b"!<arch>\n", b"CD001")
#: What stands before and behind a mark that is too short to be one by itself.
AROUND = {
    b"\0\0\0\0": (b"BM1234", b""),
    b"WEBP": (b"RIFF1234", b""),
    b"1AY&SY": (b"BZh9", b""),
    b"\x17\x72\x45\x38\x50\x90": (b"BZh9", b""),
    b"ftypavif": (b"\0\0\0\x1c", b""),
    b"-lh": (b"\x22\x7b", b"5-"),
    b"MSCF": (b"", bytes(4)),
    b"xar!": (b"", b"\0\x1c"),
}


@pytest.mark.parametrize("mark", [mark for _, mark, _ in sniff._SIGNATURES if mark not in OPEN])
@pytest.mark.parametrize("blanks", [b"", b"\r\n "])
def test_whatever_the_documents_room_knows_is_none_that_only_says_it_is_text(mark, blanks):
    before, behind = AROUND.get(mark, (b"", b""))
    raw = attached(
        "Content-Type: text/plain; name=a.txt",
        "Content-Transfer-Encoding: base64",
        content=b64(blanks + before + mark + behind),
    )
    assert "att/0/page1" in texts(raw, open_document=open_document)
