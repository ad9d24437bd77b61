"""Which file reads which attachment. What nobody reads is `Incomplete(UNKNOWN_TYPE)`: never silently clean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gateway.extract import text
from gateway.model import Edit, Extraction, Incomplete, Placeholder, Reason, Segment


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """How far a document is followed; see docs/limits.md."""

    max_depth: int = 10
    max_text: int = 20 * 1024 * 1024
    seconds: float = 20.0
    memory: int = 1024 * 1024 * 1024
    workers: int = 2
    archive_ratio: int = 200
    archive_files: int = 1000
    archive_bytes: int = 200 * 1024 * 1024
    ocr: bool = True


@dataclass(frozen=True, slots=True)
class Unread:
    """An attachment that could not be looked into."""

    content: bytes = field(repr=False)
    reason: Reason
    path: str

    @property
    def segments(self) -> Sequence[Segment]:
        """None: nothing could be read."""
        return ()

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """Why."""
        return (Incomplete(self.reason, self.path),)

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The content, or its placeholder."""
        return withheld[self.path].content if self.path in withheld else self.content

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return self.content


class Documents:
    """Opens attachments. Threads may share one."""

    def __init__(
        self, limits: DocumentLimits, *, index_message: Callable[..., Extraction] | None = None
    ) -> None:
        self._limits, self._index_message = limits, index_message

    def open(self, content: bytes, declared_type: str, filename: str, path: str, depth: int) -> Extraction:
        """What can be read in an attachment; segment paths begin with `path`. Never raises."""
        if depth > self._limits.max_depth:
            return Unread(content, Reason.TOO_DEEP, path)
        if len(content) > self._limits.max_text:
            return Unread(content, Reason.TOO_BIG, path)
        if text.is_text(content, declared_type, filename):
            return text.TextDocument(content, path)
        return Unread(content, Reason.UNKNOWN_TYPE, path)

    def close(self) -> None:
        """Nothing to let go of."""
