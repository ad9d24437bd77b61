"""Pictures that office programs keep of what they show themselves: after an edit they would show what was cut."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from typing import Final

_THUMBNAIL: Final = re.compile(
    r"(?:docProps/thumbnail\.|Thumbnails/|Object .{1,80}/Thumbnails/)", re.IGNORECASE
)
_REPLACEMENT: Final = re.compile(r"ObjectReplacements/([^/]+)\Z")
_SMALL: Final = 128 * 1024  # octets
_TABLE: Final = re.compile(r"Pictures/TablePreview[^/]*\Z")


def is_thumbnail(name: str) -> bool:
    """Whether the part of that name is a small picture of a page."""
    return _THUMBNAIL.match(name) is not None


def is_small_picture(content: bytes) -> bool:
    """Whether `content` is a picture on which nobody reads what stands on a page."""
    return len(content) <= _SMALL and content.startswith((b"\x89PNG", b"\xff\xd8\xff"))


def is_drawn_again(name: str, names: Collection[str]) -> bool:
    """Whether the part of that name is a drawing of a table, or of a chart or formula that stands in the OpenDocument
    itself: programs that find nothing in its place draw it anew."""
    replaced = _REPLACEMENT.match(name)
    return _TABLE.match(name) is not None or (replaced is not None and f"{replaced[1]}/content.xml" in names)


def blank(name: str) -> bytes:
    """What stands in its place: nothing to see, of the same kind where we can write it."""
    kind = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}.get(name.lower().rpartition(".")[2])
    if kind is None:
        return b""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (8, 8), 255).save(out, kind)
    return out.getvalue()
