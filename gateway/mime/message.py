"""An email's bytes → what a reader sees of it."""

from __future__ import annotations

from gateway.mime.extraction import MailExtraction
from gateway.mime.limits import Budget, MimeLimits
from gateway.mime.plainmail import PlainMail, plain_segments
from gateway.mime.reader import OpenDocument, Reader


def index(
    raw: bytes,
    *,
    limits: MimeLimits | None = None,
    open_document: OpenDocument | None = None,
    path: str = "",
    depth: int = 0,
    whole: bool = False,
) -> MailExtraction | PlainMail:
    """Everything readable in the message `raw`: bodies, free-text header fields, file names, attachments.

    Never raises, whatever the bytes. Attachments are read by `open_document`; without it they are Incomplete.
    Paths of segments begin with `path` when it is given; `depth` is how many containers the message stands in.
    `whole`: somebody has looked already, and CR and LF only stand together.
    """
    limits = limits or MimeLimits()

    def read() -> MailExtraction:
        reader = Reader(raw, limits, Budget(limits, len(raw)), open_document, path, depth, whole=whole)
        reader.run()
        return MailExtraction(reader)

    if not path and (segments := plain_segments(raw, limits, whole=whole)) is not None:
        return PlainMail(segments, read)
    return read()
