"""Small pictures of the first page that office programs keep: after an edit they would show what was cut."""

from __future__ import annotations

import io
import re
from typing import Final

_THUMBNAIL: Final = re.compile(
    r"(?:docProps/thumbnail\.|Thumbnails/|Object .{1,80}/Thumbnails/)", re.IGNORECASE
)


def is_thumbnail(name: str) -> bool:
    """Whether the part of that name is one."""
    return _THUMBNAIL.match(name) is not None


def blank(name: str) -> bytes:
    """What stands in its place: nothing to see, of the same kind where we can write it."""
    kind = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}.get(name.lower().rpartition(".")[2])
    if kind is None:
        return b""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (8, 8), 255).save(out, kind)
    return out.getvalue()
