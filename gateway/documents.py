"""The documents room as the settings want it: for the gateway, and for files on the command line."""

from __future__ import annotations

from typing import Any

from gateway.extract.registry import DocumentLimits, Documents
from gateway.model import Extraction
from gateway.settings import Settings


def build_documents(settings: Settings) -> Documents:
    """The documents room, with its worker processes (started when first needed)."""
    limits = settings.limits
    return Documents(
        DocumentLimits(
            max_depth=limits.max_depth,
            max_text=limits.max_text,
            seconds=limits.document_seconds,
            memory=limits.document_memory,
            workers=limits.document_workers,
            archive_ratio=limits.archive_ratio,
            archive_files=limits.archive_files,
            archive_bytes=limits.archive_bytes,
            ocr=limits.ocr,
        ),
        index_message=_index,
    )


def _index(content: bytes, **options: Any) -> Extraction:
    """See `gateway.mime.message.index`; a file that is no mail is read without it."""
    from gateway.mime.message import index

    return index(content, **options)
