"""Messages made of lines, and what is read of them."""

import base64

from gateway.mime.message import index
from gateway.model import Edit, Segment

CRLF = "\r\n"


def mail(*lines, charset="utf-8"):
    return CRLF.join(lines).encode(charset)


def texts(raw, **options):
    return {segment.path: segment.text for segment in index(raw, **options).segments}


def redact(raw, value, new="[x]", **options):
    """`raw` with every `value` that is read in it replaced."""
    extraction = index(raw, **options)
    edits = [
        Edit(segment.path, start, start + len(value), new)
        for segment in extraction.segments
        if (start := segment.text.find(value)) >= 0
    ]
    assert edits
    return extraction.rewrite(edits, {})


def b64(content):
    return base64.encodebytes(content).decode().replace("\n", CRLF).rstrip()


def attached(*head, content="x", disposition="attachment"):
    return mail(
        "Subject: s", "Content-Type: multipart/mixed; boundary=B", "", "--B", "Content-Type: text/plain", "", "hi", "--B",
        *head, *([f"Content-Disposition: {disposition}"] if disposition else []), "", content, "--B--", "",
    )  # fmt: skip


class Document:
    """Stands for a document of the extract room: its bytes are its text."""

    def __init__(self, content, path):
        self.content, self.path = content, path
        self.segments = [Segment(f"{path}/page1", content.decode("latin-1"))]
        self.incomplete = []

    def rewrite(self, edits, withheld):
        text = self.content.decode("latin-1")
        for edit in reversed(edits):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text.encode("latin-1")

    def part(self, path):
        raise KeyError(path)


def open_document(content, declared, name, path, depth):
    return Document(content, path)
