"""What a PDF's bytes hold that no object of the document says any more: older revisions, damaged objects, what stands
before and behind the document. A rewrite leaves all of it out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

import pikepdf
import pypdfium2

from gateway.extract.pdfpages import opened, page_of, text_of
from gateway.extract.pdfstrings import told_by
from gateway.extract.strings import lines
from gateway.extract.zipfiles import Unreadable
from gateway.model import Segment, SegmentKind

_END: Final = re.compile(rb"%%EOF[ \t]*\r?\n?")
_MOST_REVISIONS: Final = 6
_STREAM, _ENDSTREAM = b"stream", b"endstream"


def outside(document: pikepdf.Pdf, content: bytes, path: str, now: Sequence[str]) -> Iterator[Segment]:
    """`now` are the texts of the pages. To be asked when every object of `document` has been read."""
    ends = [match.end() for match in _END.finditer(content)]
    around = content[: max(content.find(b"%PDF-"), 0)] + b"\n" + (content[ends[-1] :] if ends else b"")
    if document.get_warnings():  # what could not be read is an empty object, and says nothing of what it was
        around += b"\n" + _without_streams(content)
    if text := "\n".join(line for line, _, _ in lines(around)):
        yield Segment(f"{path}/outside", text, SegmentKind.METADATA)
    older = ends[:-1]
    if b"/Linearized" in content[:1024]:
        older = older[1:]  # its first part is no document
    if older:
        known = {*now, *(told_by(one).text for one in document.objects)}
        for revision, end in enumerate(older[-_MOST_REVISIONS:]):
            yield from _revision(content[:end], f"{path}/revision{revision}", known)


def _without_streams(content: bytes) -> bytes:
    pieces, done = [], 0
    while (start := content.find(_STREAM, done)) >= 0 and (end := content.find(_ENDSTREAM, start)) >= 0:
        pieces.append(content[done:start])
        done = end + len(_ENDSTREAM)
    return b" ".join((*pieces, content[done:]))


def _revision(content: bytes, path: str, known: set[str]) -> Iterator[Segment]:
    """What an older state of the document showed and said, where the file still holds it (ISO 32000-1 §7.5.6)."""
    try:
        with opened(content) as document:
            for number in range(len(document)):
                text = text_of(page_of(document, number))
                if text.strip() and text not in known:
                    known.add(text)
                    yield Segment(f"{path}/page{number + 1}", text)
    except (Unreadable, pypdfium2.PdfiumError):
        pass
    try:
        with pikepdf.open(io.BytesIO(content)) as older:
            told = dict.fromkeys(told_by(one).text for one in older.objects)
    except (pikepdf.PdfError, Unreadable, RuntimeError):
        return
    new = [text for text in told if text not in known]
    known.update(new)
    if new:
        yield Segment(f"{path}/objects", "".join(new), SegmentKind.METADATA)
