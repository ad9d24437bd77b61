"""Pictures of a PDF that no page shows whole: clipped, covered, masked, shown beyond the page or too small to read, in layers
that are off, in comments that are hidden, or drawn nowhere. They are read by themselves, and painted over where they stand.

What a page shows of a picture is compared with the picture in small squares: where they are alike, OCR of the page has read it.
"""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageStat

from gateway.extract.alike import Sight, is_seen
from gateway.extract.image import cover, is_textless
from gateway.extract.ocr import Page, read_picture
from gateway.extract.pdfbroken import is_cut_off, is_lost
from gateway.extract.zipfiles import Unreadable
from gateway.model import CannotRedact, Edit, Incomplete, Reason, Segment

_MOST: Final = 100  # pictures read by themselves
_SECONDS: Final = 8.0  # for those
_SECONDS_TO_COMPARE: Final = 4.0  # more, for all pictures
_MOST_PIXELS: Final = 60_000_000
_LARGEST: Final = 2600  # pixels of the longer side that are read and written
_FLAT: Final = 8  # shades between the darkest and the lightest of a picture that shows nothing
_QUALITY: Final = 88
_MEASURES: Final = ("/Width", "/Height", "/BitsPerComponent")
_ONLY_AS_SHOWN: Final = (
    "/SMask /Mask /OC /ImageMask /Alternates /Metadata /SMaskInData /OPI /StructParent /Intent".split()
)

#: Sights by the picture's own bytes, as `digest` gives them.
Sights = Mapping[bytes, Sequence[Sight]]


def digest(data: Any) -> bytes:
    """The same for the same picture, whichever reader hands out its encoded bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


@dataclass(slots=True)
class Pictures:
    """Pictures that were read by themselves: part path -> object's number and what was read."""

    path: str
    found: dict[str, tuple[tuple[int, int], Page]] = field(default_factory=dict, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)

    @property
    def segments(self) -> Iterator[Segment]:
        """What they show."""
        for part, (_, page) in self.found.items():
            yield Segment(f"{part}/ocr", page.text)

    def edit(self, document: pikepdf.Pdf, edits: Sequence[Edit]) -> None:
        """Paint over what `edits` cut. Raises CannotRedact."""
        for part, (number, page) in self.found.items():
            own = [edit for edit in edits if edit.segment == f"{part}/ocr"]
            if not own:
                continue
            stream = document.get_object(number)
            if isinstance(stream.get("/Mask"), pikepdf.Array) or "/SMaskInData" in stream:
                raise CannotRedact(self.path)  # colours that it would have no more say what is transparent
            with _alone(stream) as drawn:
                picture = _rendered(drawn, stream)
            painted = ImageDraw.Draw(picture)
            for one in own:
                cover(painted, page, one.start, one.end)
            _write(stream, picture)


def images_of(document: pikepdf.Pdf) -> Mapping[bytes, Sequence[Any]]:
    """The objects of the document that hold a picture, by its digest."""
    images: dict[bytes, list[Any]] = {}
    for one in document.objects:
        if _is_image(one):
            images.setdefault(digest(memoryview(one.get_raw_stream_buffer())), []).append(one)
    return images


def hidden_pictures(
    images: Mapping[bytes, Sequence[Any]], path: str, sights: Sights, may_read: bool
) -> Pictures:
    """Those of `images` that the pages do not show whole."""
    pictures = Pictures(path)
    masked = {
        one[key].objgen: own_print
        for own_print, held in images.items()
        for one in held
        for key in ("/SMask", "/Mask")
        if _is_image(one.get(key))
    }
    end, read, known = time.monotonic() + _SECONDS, 0, dict[bytes, Page]()
    last = end + _SECONDS_TO_COMPARE
    for own_print, image in ((own_print, one) for own_print, held in images.items() for one in held):
        shown = sights.get(masked.get(image.objgen, own_print), ())
        try:
            if time.monotonic() > last:
                raise Unreadable(Reason.TOO_SLOW)
            own = _looked_at(image)
            if own is None or any(is_seen(own.convert("L"), one) for one in shown):
                continue
            key = digest(own.tobytes())
            if key not in known:
                if not may_read:
                    raise Unreadable(Reason.UNKNOWN_TYPE)
                read += 1
                if read > _MOST or time.monotonic() > end:
                    raise Unreadable(Reason.TOO_BIG)
                known[key] = read_picture(own)
        except Unreadable as obstacle:
            pictures.incomplete.append(Incomplete(obstacle.reason, path))
            continue
        if known[key].text.strip():
            pictures.found[f"{path}/picture{image.objgen[0]}"] = image.objgen, known[key]
    return pictures


def _is_image(one: Any) -> bool:
    """Whether an object holds a picture, be it one that says so or one that only has the measures of a picture."""
    return isinstance(one, pikepdf.Stream) and (
        str(one.get("/Subtype")) == "/Image" or all(key in one for key in _MEASURES)
    )


def _size(image: Any) -> tuple[int, int]:
    try:
        return int(image.get("/Width", 0)), int(image.get("/Height", 0))
    except (TypeError, ValueError, OverflowError):
        return 0, 0


def _looked_at(image: Any) -> Image.Image | None:
    """The picture by itself; None where it is too small for text or shows nothing. Raises Unreadable."""
    width, height = _size(image)
    if is_textless(width, height):
        return None
    if width * height > _MOST_PIXELS:
        raise Unreadable(Reason.TOO_BIG)
    try:
        with _alone(image) as drawn:
            own = _rendered(drawn, image)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError):
        raise Unreadable(Reason.UNREADABLE) from None
    darkest, lightest = ImageStat.Stat(own.convert("L")).extrema[0]
    if is_cut_off(image) or (darkest == lightest and is_lost(image, width, height)):
        raise Unreadable(Reason.UNREADABLE)
    return own if lightest - darkest >= _FLAT else None


def _alone(image: Any) -> pypdfium2.PdfDocument:
    """A document of one page that shows nothing but the picture, and all of it."""
    target = pikepdf.new()
    copy = target.copy_foreign(image)
    copy.Type, copy.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    if copy.get("/ImageMask", False):
        copy.ColorSpace, copy.BitsPerComponent = pikepdf.Name.DeviceGray, 1
    for key in _ONLY_AS_SHOWN:
        if key in copy:
            del copy[key]
    if _hides_all(copy.get("/Decode")):
        del copy.Decode
    target.add_blank_page(page_size=_drawn_size(image))
    page = target.pages[0].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=copy))
    page.Contents = target.make_stream(b"%d 0 0 %d 0 0 cm /Picture Do" % _drawn_size(image))
    out = io.BytesIO()
    target.save(out, compress_streams=False)
    return pypdfium2.PdfDocument(out.getvalue())


def _hides_all(decode: Any) -> bool:
    """Whether it makes one shade of all shades of a colour (ISO 32000-1 §8.9.5.2)."""
    shades: list[Any] = list(decode) if isinstance(decode, pikepdf.Array) else []
    return any(lowest == highest for lowest, highest in zip(shades[::2], shades[1::2], strict=False))


def _drawn_size(image: Any) -> tuple[int, int]:
    width, height = _size(image)
    scale = min(1.0, _LARGEST / max(width, height))
    return max(3, round(width * scale)), max(3, round(height * scale))


def _rendered(drawn: pypdfium2.PdfDocument, image: Any) -> Image.Image:
    picture: Image.Image = drawn[0].render(scale=1).to_pil().convert("RGB").resize(_drawn_size(image))
    return picture


def _write(stream: Any, picture: Image.Image) -> None:
    """Make `picture` the content of an image object, which goes on as a picture, a mask or a stencil."""
    is_stencil = bool(stream.get("/ImageMask", False))
    encoded = io.BytesIO()
    for key in ("/Decode", "/DecodeParms", "/Filter", "/Metadata", "/Alternates", "/Intent"):
        if key in stream:
            del stream[key]
    stream.Width, stream.Height = picture.size
    if is_stencil:
        stream.write(picture.convert("1").tobytes())
        return
    is_grey = str(stream.get("/ColorSpace")) in ("/DeviceGray", "/CalGray")
    picture.convert("L" if is_grey else "RGB").save(encoded, format="JPEG", quality=_QUALITY)
    stream.write(encoded.getvalue(), filter=pikepdf.Name.DCTDecode)
    stream.ColorSpace = pikepdf.Name.DeviceGray if is_grey else pikepdf.Name.DeviceRGB
    stream.BitsPerComponent = 8
