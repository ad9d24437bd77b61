"""An email inside another file: read by the mime room as every email is, in the same locked process."""

from __future__ import annotations

from gateway.extract.readers import Context
from gateway.mime.message import index
from gateway.model import Extraction


def read(content: bytes, path: str, context: Context) -> Extraction:
    """A message (RFC 5322) with all that is attached to it."""
    return index(
        content,
        limits=context.limits.of_mail(),
        open_document=context.open_document,
        path=path,
        depth=context.depth,
    )
