"""What a PDF's bytes hold that no object of the document says any more: older revisions, damaged objects, what stands
before and behind the document. A rewrite leaves all of it out."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

import pikepdf
import pypdfium2

from gateway.extract.pdfobjects import read_objects
from gateway.extract.pdfpages import opened, page_of, text_of
from gateway.extract.pdfpictures import hidden_pictures, images_of
from gateway.extract.pdfstrings import told_by
from gateway.extract.readers import Context
from gateway.extract.strings import lines
from gateway.extract.zipfiles import Unreadable
from gateway.model import Incomplete, Reason, Segment, SegmentKind

_END: Final = re.compile(rb"startxref\s+\d+\s*(?:%%EOF[ \t]*\r?\n?)?")
_MOST_REVISIONS: Final = 20
_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\b")
_ENDS: Final = re.compile(rb"endobj\b|(?<!end)stream\r?\n")
_ENDSTREAM: Final = b"endstream"
_REMARK: Final = re.compile(rb"(?:\A|[\s>\])]|endobj)%([^\r\n]*)")
_BETWEEN_STRINGS: Final = re.compile(rb"\)[-\d.\s]*\(")
_LONGEST: Final = 8 * 1024 * 1024


def outside(
    document: pikepdf.Pdf, content: bytes, path: str, now: Sequence[str], context: Context
) -> Iterator[Segment | Incomplete]:
    """`now` are the texts of the pages. To be asked when every object of `document` has been read."""
    ends = [match.end() for match in _END.finditer(content)]
    pieces = [content[: max(content.find(b"%PDF-"), 0)], content[ends[-1] :] if ends else b""]
    pieces += _unlisted(document, content)
    if text := "\n".join(dict.fromkeys(line for piece in pieces for line, _, _ in lines(piece))):
        yield Segment(f"{path}/outside", text, SegmentKind.METADATA)
    older = ends[:-1]
    if b"/Linearized" in content[:1024]:
        older = older[1:]  # its first part is no document
    if older:
        known = {*now, *(told_by(one).text for one in document.objects)}
        drawn = set(images_of(document))
        for revision, end in enumerate(older[-_MOST_REVISIONS:]):
            yield from _revision(content[:end], f"{path}/revision{revision}", known, drawn, context)
    if len(older) > _MOST_REVISIONS:
        yield Incomplete(Reason.TOO_BIG, path)


def _unlisted(document: pikepdf.Pdf, content: bytes) -> Iterator[bytes]:
    """What stands between objects, and objects that are none of the document's: forgotten, replaced, or damaged."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    position = 0
    while match := _OBJECT.search(content, position):
        yield from _between(content[position : match.start()])
        position = _end_of(content, match.end())
        found.setdefault((int(match[1]), int(match[2])), []).append((match.end(), position))
    yield from _between(content[position:])
    for number, places in found.items():
        is_listed = document.get_object(number) is not None
        for start, end in places[:-1] if is_listed else places:
            yield from _said_by(content[start:end])


def _end_of(content: bytes, start: int) -> int:
    """Where an object ends whose head ends at `start`."""
    while end := _ENDS.search(content, start):
        if end[0].startswith(b"endobj"):
            return end.end()
        start = content.find(_ENDSTREAM, end.end())
        if start < 0:
            break
        start += len(_ENDSTREAM)
    return len(content)


def _between(gap: bytes) -> Iterator[bytes]:
    """What stands between two objects, but for the tables and dictionaries that say where objects are."""
    before, _, tables = gap.partition(b"xref")
    yield before
    yield from (remark[1] for remark in _REMARK.finditer(tables))


def _said_by(one: bytes) -> Iterator[bytes]:
    """The bytes of an object, its stream unpacked as far as it is packed in the usual way."""
    head, _, stream = one.partition(b"stream")
    yield head
    stream = stream.lstrip(b"\r\n")
    with suppress(zlib.error):
        stream = zlib.decompressobj().decompress(stream, _LONGEST)
    yield stream
    yield _BETWEEN_STRINGS.sub(b"", stream)


def _revision(
    content: bytes, path: str, known: set[str], drawn: set[bytes], context: Context
) -> Iterator[Segment | Incomplete]:
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
            images = {key: held for key, held in images_of(older).items() if key not in drawn}
            drawn.update(images)
            pictures = hidden_pictures(images, path, {}, context.limits.ocr)
            said = [*read_objects(older, path, context).segments, *pictures.segments]
    except (pikepdf.PdfError, Unreadable, RuntimeError):
        return
    for segment in said:
        if segment.text not in known:
            known.add(segment.text)
            yield segment
    yield from (Incomplete(item.reason, path.rpartition("/")[0]) for item in pictures.incomplete)
