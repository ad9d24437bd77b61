"""PDF: text of the pages with its places, what its objects say, attached files, and what older revisions showed.

Pages are redacted as `pdfpages` says, objects as `pdfobjects` says; the file is written anew, so that older revisions and
what nothing refers to leave it. The result is read again by another reader before it goes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

from gateway.extract.everywhere import elsewhere
from gateway.extract.pdffaint import faint_forms, faint_pages
from gateway.extract.pdffonts import mute_pages
from gateway.extract.pdfleft import blank, drawn_by
from gateway.extract.pdfobjects import Objects, read_objects
from gateway.extract.pdfoutside import outside
from gateway.extract.pdfpages import Pages, opened, page_of, read_pages, redraw, text_of
from gateway.extract.pdfpictures import Pictures, hidden_pictures, images_of
from gateway.extract.pdfunseen import unseen_forms, unseen_pages
from gateway.extract.readers import Context
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Reason, Segment


@dataclass(slots=True)
class Pdf:
    """One PDF document."""

    raw: bytes = field(repr=False)
    path: str
    pages: Pages
    objects: Objects
    pictures: Pictures
    segments: Sequence[Segment] = field(repr=False)
    incomplete: Sequence[Incomplete]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if not edits:
            return self.raw
        edits = [*edits, *elsewhere(self.segments, edits)]
        touched = self.pages.touched(edits)
        try:
            with pikepdf.open(io.BytesIO(self.raw)) as document:
                self.objects.edit(document, edits)
                self.pictures.edit(document, edits)
                if touched:
                    before = drawn_by(document.pages[number].obj for number in touched)
                    with opened(self.raw) as drawn:
                        for number, own in touched.items():
                            redraw(document, drawn, number, self.pages, own)
                    blank(document, before - drawn_by(page.obj for page in document.pages))
                    for key in ("/StructTreeRoot", "/MarkInfo"):
                        if key in document.Root:  # its ActualText speaks for operators that are gone
                            del document.Root[key]
                out = io.BytesIO()
                document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        except (pikepdf.PdfError, pypdfium2.PdfiumError, Unreadable):
            raise CannotRedact(self.path) from None
        content = out.getvalue()
        texts = {segment.path: segment.text for segment in self.segments}
        gone = [texts[edit.segment][edit.start : edit.end] for edit in edits if edit.segment in texts]
        if _still_there(content, gone):
            raise CannotRedact(self.path)
        return content

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _still_there(content: bytes, gone: Sequence[str]) -> bool:
    """Whether another reader finds a removed value in the pages, or it stands in a decoded stream."""
    wanted = {squeezed for text in gone if len(squeezed := re.sub(r"\W", "", text)) >= 5}
    with opened(content) as document:
        for number in range(len(document)):
            text = re.sub(r"\W", "", text_of(page_of(document, number)))
            if any(value in text for value in wanted):
                return True
    plain = {text.encode("latin-1", "replace") for text in gone if len(text) >= 5}
    with pikepdf.open(io.BytesIO(content)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image":
                try:
                    data = one.read_bytes()
                except pikepdf.PdfError:
                    continue
                if any(value in data for value in plain):
                    return True
    return False


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A PDF document. Raises Unreadable: damaged, encrypted with a password, too many pages."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            objects = read_objects(document, path, context)
            images = images_of(document)
            pages = read_pages(content, path, context, images.keys(), mute_pages(document))
            pictures = hidden_pictures(images, path, pages.sights, context.limits.ocr)
            for unseen in (unseen_forms, unseen_pages):
                for part, number, form in unseen(document, path, pages.texts):
                    objects.streams[part] = number, form
            pages.faint = dict(faint_pages(document, pages.texts))
            for one, text in faint_forms(document, pages.texts):
                part = f"{path}/faint{one.objgen[0]}"
                told = [Segment(f"{part}/text", text, redactable=False)]
                objects.streams[part] = one.objgen, Unread(b"", None, part, told)
            beside = list(outside(document, content, path, pages.texts, context))
    except pikepdf.PasswordError:
        raise Unreadable(Reason.ENCRYPTED) from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError):
        raise Unreadable(Reason.UNREADABLE) from None
    incomplete = [*pages.incomplete, *pictures.incomplete]
    for _, inner in objects.streams.values():
        incomplete += [Incomplete(item.reason, path) for item in inner.incomplete]
    incomplete += [one for one in beside if isinstance(one, Incomplete)]
    outside_ones = (one for one in beside if isinstance(one, Segment))
    segments = [*pages.segments, *objects.segments, *pictures.segments, *outside_ones]
    return Pdf(content, path, pages, objects, pictures, segments, list(dict.fromkeys(incomplete)))
