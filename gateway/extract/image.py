"""Pictures: their words by OCR, and the text that their metadata holds. Redaction paints over the words' pixels and
saves the picture anew, without its metadata."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PIL import Image, ImageDraw, ImageSequence

from gateway.extract.ocr import Page, read_picture
from gateway.extract.readers import Context
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import (
    CannotRedact,
    Edit,
    Extraction,
    Incomplete,
    Placeholder,
    Reason,
    Segment,
    SegmentKind,
)

_MOST_PIXELS: Final = 60_000_000
_MOST_FRAMES: Final = 20
_TEXTLESS_WIDTH, _TEXTLESS_HEIGHT, _TEXTLESS_AREA = 48, 14, 3000  # nothing smaller holds a readable number
_MARGIN: Final = 3


@dataclass(slots=True)
class Picture:
    """One picture file; `frames` are what was read on each of its frames."""

    raw: bytes = field(repr=False)
    path: str
    format: str
    frames: list[Page] = field(repr=False)
    metadata: list[Segment] = field(repr=False)
    incomplete: Sequence[Incomplete] = ()

    @property
    def segments(self) -> Sequence[Segment]:
        """See `gateway.model.Extraction`."""
        pages = [
            Segment(f"{self.path}/frame{n}", page.text)
            for n, page in enumerate(self.frames)
            if page.text.strip()
        ]
        return [*pages, *self.metadata]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if not edits:
            return self.raw
        if len(self.frames) > 1:
            raise CannotRedact(self.path)
        with Image.open(io.BytesIO(self.raw)) as opened:
            picture = opened.convert("RGB" if opened.mode not in ("L", "1", "RGB") else opened.mode)
        painted = ImageDraw.Draw(picture)
        for edit in edits:
            if edit.segment == f"{self.path}/frame0":
                cover(painted, self.frames[0], edit.start, edit.end)
        out = io.BytesIO()
        picture.save(
            out, format=self.format if self.format in ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP") else "PNG"
        )
        return out.getvalue()

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def cover(painted: ImageDraw.ImageDraw, page: Page, start: int, end: int) -> None:
    """Paint over the words of page.text[start:end]."""
    for box in {box for box in page.boxes[start:end] if box is not None}:
        left, top, right, bottom = box
        painted.rectangle((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN), fill=0)


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A picture. Raises Unreadable: damaged, too big, or no OCR here."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Unreadable(Reason.TOO_BIG)
            metadata = list(_metadata(opened, path))
            kind = opened.format or "PNG"
            if _is_textless(opened):
                return Unread(content, None, path, metadata)
            if not context.limits.ocr:
                raise Unreadable(Reason.UNKNOWN_TYPE)
            frames = []
            for number, frame in enumerate(ImageSequence.Iterator(opened)):
                if number >= _MOST_FRAMES:
                    raise Unreadable(Reason.TOO_BIG)
                frames.append(read_picture(frame))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Unreadable(Reason.UNREADABLE) from None
    return Picture(content, path, kind, frames, metadata)


def _is_textless(picture: Image.Image) -> bool:
    """A logo line, a bullet, a tracking pixel: too small for a number that a person could read."""
    small = picture.width < _TEXTLESS_WIDTH or picture.height < _TEXTLESS_HEIGHT
    return small or picture.width * picture.height < _TEXTLESS_AREA


def _metadata(picture: Image.Image, path: str) -> list[Segment]:
    """The strings of EXIF and PNG text chunks."""
    values = [value for value in picture.info.values() if isinstance(value, str)]
    values += [value for value in picture.getexif().values() if isinstance(value, str)]
    texts = [value for value in values if len(value) >= 6]
    return [Segment(f"{path}/metadata{n}", text, SegmentKind.METADATA) for n, text in enumerate(texts)]
