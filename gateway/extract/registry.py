"""The documents room's door: opens an attachment, in a locked worker process unless it is a little text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.limits import DocumentLimits
from gateway.extract.pool import Overrun, Pool
from gateway.extract.sniff import holds_files, kind_of
from gateway.extract.text import open_text
from gateway.extract.unread import Unread
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

    def open(self, content: bytes, declared_type: str, filename: str, path: str, depth: int) -> Extraction:
        """What can be read in an attachment; segment paths begin with `path`. Never raises."""
        if depth > self._limits.max_depth:
            return Unread(content, Reason.TOO_DEEP, path)
        kind = kind_of(content, declared_type, filename)
        if kind == "text" and len(content) > self._limits.max_text:
            return Unread(content, Reason.TOO_BIG, path)
        if kind == "text" and len(content) <= _LITTLE and not holds_files(content):
            return open_text(content, filename, path, depth)
        if kind == "unknown":
            return Unread(content, Reason.UNKNOWN_TYPE, path)
        if kind == "mail" and self._index_message is not None:
            return self._index_message(content, open_document=self.open, path=path, depth=depth)
        head = {
            "op": "extract",
            "declared": declared_type,
            "filename": filename,
            "path": path,
            "depth": depth,
        }
        try:
            answer, _ = self._pool.ask(head, content)
        except Overrun as overrun:
            return Unread(content, overrun.reason, path)
        if "failed" in answer:
            return Unread(content, Reason(answer["failed"]), path)
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

    content: bytes = field(repr=False)
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
            return self.content
        wanted = [(edit.segment, edit.start, edit.end, edit.replacement) for edit in edits]
        try:
            answer, content = self._pool.ask({**self._head, "op": "rewrite", "edits": wanted}, self.content)
        except Overrun:
            raise CannotRedact(self.path) from None
        if not answer.get("done"):
            raise CannotRedact(self.path)
        return content

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return self.content
