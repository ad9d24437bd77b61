"""Which function reads which kind of document. To add a kind: one module with a function like those below, a line in
`READERS`, and its signature in `sniff.py`. Everything here runs in a locked worker process."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from gateway.extract.limits import DocumentLimits
from gateway.extract.sniff import kind_of
from gateway.extract.text import open_text
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.mime.base64 import Base64
from gateway.model import Extraction, Reason

#: kind -> "module:function"; a function takes (content, path, Context) and may raise Unreadable.
READERS: Final = {
    "pdf": "pdf:read",
    "office": "office:read",
    "zip": "archives:read_zip",
    "tar": "archives:read_tar",
    "gzip": "archives:read_compressed",
    "bzip2": "archives:read_compressed",
    "xz": "archives:read_compressed",
    "archive": "archives:read_other",
    "rtf": "rtf:read",
    "ole": "ole:read",
    "image": "image:read",
    "tnef": "tnef:read",
    "mail": "mail:read",
    "mbox": "mbox:read",
}

ReadDocument = Callable[[bytes, str, "Context"], Extraction]


class Context:
    """What a reader needs beyond the content: the limits, how deep it stands, and a way to open what is inside."""

    def __init__(self, limits: DocumentLimits, depth: int, filename: str = "") -> None:
        self.limits, self.depth, self.filename = limits, depth, filename

    def open_inside(self, content: bytes, filename: str, path: str) -> Extraction:
        """Read a file that stands inside another. Never raises."""
        return open_kind(content, "", filename, path, Context(self.limits, self.depth + 1, filename))

    def open_document(
        self, content: bytes | Base64, declared_type: str, filename: str, path: str, depth: int
    ) -> Extraction:
        """Read a file that is attached to a message or stands in a text. Never raises."""
        content = content.data if isinstance(content, Base64) else content
        return open_kind(content, declared_type, filename, path, Context(self.limits, depth, filename))


def open_kind(content: bytes, declared_type: str, filename: str, path: str, context: Context) -> Extraction:
    """Read `content` by what it is. Never raises: what cannot be read is Unread."""
    if context.depth > context.limits.max_depth:
        return Unread(content, Reason.TOO_DEEP, path)
    kind = kind_of(content, declared_type, filename)
    if kind == "text":
        return open_text(
            content, filename, path, context.depth, context.open_document, context.limits.of_mail()
        )
    if kind not in READERS:
        return Unread(content, Reason.UNKNOWN_TYPE, path)
    try:
        return _reader(kind)(content, path, context)
    except Unreadable as obstacle:
        return Unread(content, obstacle.reason, path)
    except MemoryError:
        return Unread(content, Reason.TOO_BIG, path)
    except Exception:
        return Unread(content, Reason.UNREADABLE, path)


def _reader(kind: str) -> ReadDocument:
    module, _, function = READERS[kind].partition(":")
    reader: ReadDocument = getattr(import_module(f"gateway.extract.{module}"), function)
    return reader
