"""An email inside an archive: found as text, so that it is scanned; a value in it withholds the archive.

An email attached as a file is read by the mime room itself (see `registry.Documents`).
"""

from __future__ import annotations

import email
import email.policy

from gateway.extract.readers import Context
from gateway.extract.unread import Unread
from gateway.model import Extraction, Incomplete, Segment, SegmentKind


class _Mail(Unread):
    """Read, but not edited in place."""


def read(content: bytes, path: str, context: Context) -> Extraction:
    """Headers, texts and attachments of an email, as the standard library reads it."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    segments = [
        Segment(f"{path}/header/{name.lower()}", str(value), SegmentKind.HEADER, redactable=False)
        for name, value in message.items()
        if name.lower() in ("subject", "from", "to", "cc")
    ]
    incomplete: list[Incomplete] = []
    for number, part in enumerate(message.walk()):
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body:
            inner = context.open_inside(body, part.get_filename() or "part.txt", f"{path}/{number}")
            segments.extend(inner.segments)
            incomplete.extend(inner.incomplete)
    reason = incomplete[0].reason if incomplete else None
    return _Mail(content, reason, path, segments)
