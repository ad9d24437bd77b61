"""Pictures: their words by OCR, the text that their metadata holds, smaller pictures in it, and files behind their end. Redaction
paints over the words' pixels; a picture that is written anew keeps none of the rest but how it is turned."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image, ImageDraw, ImageOps, ImageSequence, ImageStat

from gateway.extract.alike import is_seen, squares
from gateway.extract.ocr import Page, read_picture
from gateway.extract.pictureparts import Beside, beside
from gateway.extract.readers import Context
from gateway.extract.strings import lines, words
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
_FAINT: Final = 32  # of 256: what is less opaque shows nothing; of shades that differ less, nothing shows
_MARGIN: Final = 3
_ASKEW: Final = 8  # numbers in a box that tells its corners
_QUALITY: Final = 92
_WRITTEN: Final = frozenset(("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP", "AVIF", "JPEG2000"))
_SEVERAL: Final = "MPO"  # several JPEG pictures in one file; all but the first are smaller versions of it
_OPAQUE: Final = ("L", "1", "RGB")
_SUB_DIRECTORIES: Final = (0x8769, 0x8825, 0xA005)  # Exif, GPS, interoperability
_CODE: Final = re.compile(
    rb"\A(?:ASCII\0\0\0|UNICODE\0|JIS\0{5}|\0{8})"
)  # before a user's comment (Exif 2.3 §4.6.5)
_NOT_TEXT: Final = frozenset(("icc_profile", "photoshop", "dpi", "jfif", "exif"))
_LEAST_SMALLER: Final = 100  # pixels of the longer side of a smaller picture on which a number can be read
_DIGITS: Final = re.compile(r"\d(?:\D{0,12}\d){4}")


@dataclass(slots=True)
class Picture:
    """One picture file; `frames` are what was read on each of its frames, none where it is too small for text."""

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
        written = "JPEG" if self.format == _SEVERAL else self.format
        if written not in _WRITTEN:
            raise CannotRedact(self.path)
        with Image.open(io.BytesIO(self.raw)) as opened:
            timing: dict[str, Any] = {
                key: opened.info[key] for key in ("duration", "loop") if key in opened.info
            }
            frames = [
                self._painted(frame, n, edits) for n, frame in enumerate(ImageSequence.Iterator(opened))
            ]
        options: dict[str, Any] = {"quality": _QUALITY} if written in ("JPEG", "WEBP", "AVIF") else {}
        if len(frames) > 1 and written == self.format:
            options |= {"save_all": True, "append_images": frames[1:], **timing}
        out = io.BytesIO()
        frames[0].save(out, format=written, **options)
        return out.getvalue()

    def _painted(self, frame: Image.Image, number: int, edits: Sequence[Edit]) -> Image.Image:
        keeps = ("RGBA",) if self.format in ("PNG", "WEBP", "AVIF", "GIF", "TIFF") else ()
        picture = ImageOps.exif_transpose(frame)
        if picture.mode not in (*_OPAQUE, *keeps):
            picture = picture.convert("RGBA" if keeps and picture.has_transparency_data else "RGB")
        else:
            picture = picture.copy()
        painted = ImageDraw.Draw(picture)
        for edit in edits:
            if edit.segment == f"{self.path}/frame{number}":
                cover(painted, self.frames[number], edit.start, edit.end)
        picture.info = {}
        return picture

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def cover(painted: ImageDraw.ImageDraw, page: Page, start: int, end: int) -> None:
    """Paint over the words of page.text[start:end]."""
    for box in {box for box in page.boxes[start:end] if box is not None}:
        if len(box) == _ASKEW:
            painted.polygon(box, fill="black", outline="black", width=2 * _MARGIN)
            painted.line((*box, *box[:4]), fill="black", width=2 * _MARGIN, joint="curve")
            continue
        left, top, right, bottom = box
        painted.rectangle((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN), fill="black")


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A picture. Raises Unreadable: damaged, too big, or no OCR here."""
    frames: list[Page] = []
    parts = beside(content)
    small = [one for one in parts.smaller() if max(one.size) >= _LEAST_SMALLER and not is_textless(*one.size)]
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Unreadable(Reason.TOO_BIG)
            kind = opened.format or ""
            if is_textless(*opened.size):
                opened.load()
            elif not context.limits.ocr:
                raise Unreadable(Reason.UNKNOWN_TYPE)
            else:
                for number, frame in enumerate(ImageSequence.Iterator(opened)):
                    if number >= _MOST_FRAMES:
                        raise Unreadable(Reason.TOO_BIG)
                    frames.append(_read_frame(ImageOps.exif_transpose(frame)))
                    small = [one for one in small if not _shows(frame, one)]
            metadata = list(_metadata(opened, parts, path))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise Unreadable(Reason.UNREADABLE) from None
    for number, one in enumerate(small if context.limits.ocr else ()):
        metadata.append(Segment(f"{path}/smaller{number}", read_picture(one).text, SegmentKind.METADATA))
    incomplete: list[Incomplete] = []
    if file := (parts.without_more() if kind == _SEVERAL else parts).file:
        behind = context.open_inside(file, "", f"{path}/behind")
        metadata += behind.segments
        incomplete += [Incomplete(item.reason, path) for item in behind.incomplete]
    return Picture(content, path, kind, frames, metadata, list(dict.fromkeys(incomplete)))


def _shows(frame: Image.Image, smaller: Image.Image) -> bool:
    """Whether a frame shows all that a smaller picture does."""
    return is_seen(
        smaller.convert("L"), squares(frame.convert("L").resize(smaller.size, Image.Resampling.BOX))
    )


def _read_frame(frame: Image.Image) -> Page:
    """What is read on a frame, and in the colours that it has where it is transparent."""
    page = read_picture(frame)
    if not frame.has_transparency_data:
        return page
    layers = frame.convert("RGBA")
    colours = layers.convert("RGB")
    unseen = layers.getchannel("A").point(lambda alpha: 255 if alpha < _FAINT else 0)
    if unseen.getbbox() is None:
        return page
    darkest, lightest = ImageStat.Stat(colours.convert("L"), unseen).extrema[0]
    if lightest - darkest < _FAINT:
        return page
    below = read_picture(colours)
    return Page(page.text + below.text, [*page.boxes, *below.boxes])


def is_textless(width: int, height: int) -> bool:
    """A logo line, a bullet, a tracking pixel: too small for a number that a person could read."""
    return width < _TEXTLESS_WIDTH or height < _TEXTLESS_HEIGHT or width * height < _TEXTLESS_AREA


def _metadata(picture: Image.Image, parts: Beside, path: str) -> Iterator[Segment]:
    """What Exif, XMP, IPTC, comments and text chunks say, and what was put behind the picture's end."""
    exif = picture.getexif()
    told: list[object] = [value for key, value in picture.info.items() if key not in _NOT_TEXT]
    told += exif.values()
    for directory in _SUB_DIRECTORIES:
        told += exif.get_ifd(directory).values()
    if isinstance(blocks := picture.info.get("photoshop"), dict):
        told += blocks.values()
    texts = [words(_CODE.sub(b"", value) + b"\0") if isinstance(value, bytes) else value for value in told]
    said = "\n".join(text for text in texts if isinstance(text, str) and _DIGITS.search(text))
    said += "".join(
        f"\n{line}" for part in parts.texts() for line, _, _ in lines(part) if line.strip() not in said
    )
    if said:
        yield Segment(f"{path}/metadata", said, SegmentKind.METADATA)
