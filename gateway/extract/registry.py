"""The documents room's door: opens an attachment, in a locked worker process unless it is a little text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.limits import DocumentLimits
from gateway.extract.pool import Overrun, Pool
from gateway.extract.sniff import holds_files, is_signed, kind_of
from gateway.extract.unread import Unread
from gateway.mime.base64 import Base64
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

_LITTLE: Final = 256 * 1024  # bytes of text that are read at once; more of it could hold up everybody else


__all__ = ["DocumentLimits", "Documents"]


class Documents:
    """Opens attachments. Threads may share one; `close` it when done.

    `index_message` reads an email that is attached as a file.
    """

    def __init__(
        self, limits: DocumentLimits, *, index_message: Callable[..., Extraction] | None = None
    ) -> None:
        self._limits, self._index_message = limits, index_message
        self._pool = Pool(limits)

    def open(
        self, content: bytes | Base64, declared_type: str, filename: str, path: str, depth: int
    ) -> Extraction:
        """What can be read in an attachment; segment paths begin with `path`. Never raises.

        What comes as base64 and is for a worker process by its first octets is decoded there, beside the other messages.
        """
        if depth > self._limits.max_depth:
            return Unread(_decoded(content), Reason.TOO_DEEP, path)
        if isinstance(content, Base64):
            if is_signed(content.head):
                return self._ask(content, declared_type, filename, path, depth)
            content = content.data
        kind = kind_of(content, declared_type, filename)
        if kind == "text" and len(content) > self._limits.max_text:
            return Unread(content, Reason.TOO_BIG, path)
        if kind == "text" and len(content) <= _LITTLE and not holds_files(content):
            from gateway.extract.text import open_text

            return open_text(content, filename, path, depth, limits=self._limits.of_mail())
        if kind == "unknown":
            return Unread(content, Reason.UNKNOWN_TYPE, path)
        if kind == "mail" and self._index_message is not None:
            return self._index_message(
                content, limits=self._limits.of_mail(), open_document=self.open, path=path, depth=depth
            )
        return self._ask(content, declared_type, filename, path, depth)

    def _ask(
        self, content: bytes | Base64, declared_type: str, filename: str, path: str, depth: int
    ) -> Extraction:
        head = {
            "op": "extract",
            "declared": declared_type,
            "filename": filename,
            "path": path,
            "depth": depth,
            "base64": isinstance(content, Base64),
        }
        try:
            answer, _ = self._pool.ask(head, _sent(content))
        except Overrun as overrun:
            return Unread(_decoded(content), overrun.reason, path)
        if "failed" in answer:
            return Unread(_decoded(content), Reason(answer["failed"]), path)
        segments = [
            Segment(p, text, SegmentKind(k), label, ok) for p, text, k, label, ok in answer["segments"]
        ]
        incomplete = [Incomplete(Reason(reason), part) for reason, part in answer["incomplete"]]
        return Document(content, path, segments, incomplete, self._pool, head)

    def close(self) -> None:
        """Stop the workers."""
        self._pool.close()


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read in a worker process; edits are made there, too."""

    content: bytes | Base64 = field(repr=False)
    path: str
    segments: Sequence[Segment] = field(repr=False)
    incomplete: Sequence[Incomplete]
    _pool: Pool = field(repr=False)
    _head: Mapping[str, object] = field(repr=False)

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`. Raises CannotRedact, also when the worker overruns."""
        if self.path in withheld:
            return withheld[self.path].content
        if not edits:
            return _decoded(self.content)
        wanted = [(edit.segment, edit.start, edit.end, edit.replacement) for edit in edits]
        try:
            head = {**self._head, "op": "rewrite", "edits": wanted}
            answer, content = self._pool.ask(head, _sent(self.content))
        except Overrun:
            raise CannotRedact(self.path) from None
        if not answer.get("done"):
            raise CannotRedact(self.path)
        return content

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return _decoded(self.content)


def _decoded(content: bytes | Base64) -> bytes:
    return content.data if isinstance(content, Base64) else content


def _sent(content: bytes | Base64) -> bytes | memoryview:
    """What goes through the pipe: as it was transferred, if it is not decoded yet."""
    return content.view if isinstance(content, Base64) else content
