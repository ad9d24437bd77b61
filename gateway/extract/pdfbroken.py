"""Pictures of a PDF that are damaged: a reader that gives up on them shows nothing, where another may show a part."""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

import pikepdf
from PIL import Image, ImageStat

from gateway.extract.pictureparts import beside

_LONGEST: Final = 64 * 1024 * 1024
_END: Final = b"\xff\xd9"
_LAST_PART: Final = 4096
_LEAST: Final = 200  # octets in which any picture may say that it is of one colour
#: Octets in which it says so, at most, by filter: for each pixel, and for each row.
_FLAT: Final = {
    "/FlateDecode": (0.004, 0.5),
    "/LZWDecode": (0.02, 1.0),
    "/CCITTFaxDecode": (0.0, 6.0),
    "/JBIG2Decode": (0.0, 0.5),
    "/RunLengthDecode": (0.05, 1.0),
}
_BY_FORMAT: Final = {"/DCTDecode": "JPEG", "/JPXDecode": "JPEG2000"}


def is_cut_off(image: Any) -> bool:
    """Whether a JPEG or JPEG 2000 ends before its pixels do, or is none."""
    kind, data = encoded(image)
    if kind not in _BY_FORMAT:
        return False
    if kind == "/JPXDecode":
        ends = _END in data[-_LAST_PART:]
    else:
        ends = data.startswith(b"\xff\xd8") and data[: len(data) - len(beside(data).behind)].endswith(_END)
    return not ends and _pixels(kind, data) is None


def is_lost(image: Any, width: int, height: int) -> bool:
    """Whether a picture that shows one colour only has more to show by the length of its data."""
    kind, data = encoded(image)
    if kind in _BY_FORMAT:
        pixels = _pixels(kind, data)
        return pixels is None or any(
            low != high for low, high in ImageStat.Stat(pixels.convert("RGB")).extrema
        )
    by_pixel, by_row = _FLAT.get(kind, (4.0 if not kind else 0.0, 0.0))
    return len(data) > _LEAST + by_pixel * width * height + by_row * height


def encoded(image: Any) -> tuple[str, bytes]:
    """The last filter of a picture's data ("" for none), and the data that it is for, as far as others can be taken off."""
    filters = image.get("/Filter", ())
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    names = names or [""]
    data = image.read_raw_bytes()
    if len(names) > 1 and set(names[:-1]) == {"/FlateDecode"}:
        for _ in names[:-1]:
            data = zlib.decompressobj().decompress(data, _LONGEST)
    return names[-1], data


def _pixels(kind: str, data: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(data), formats=(_BY_FORMAT[kind],)) as opened:
            opened.load()
            return opened.copy()
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return None
