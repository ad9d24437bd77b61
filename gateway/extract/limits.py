"""How far a document is followed; docs/limits.md says what each limit stops."""

from __future__ import annotations

from dataclasses import dataclass

from gateway.mime.limits import MimeLimits


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """`seconds` is wall-clock time for one step on one document, `memory` the address space of a worker in bytes."""

    max_depth: int = 10
    max_text: int = 20 * 1024 * 1024
    seconds: float = 20.0
    memory: int = 1024 * 1024 * 1024
    workers: int = 2
    archive_ratio: int = 200
    archive_files: int = 1000
    archive_bytes: int = 200 * 1024 * 1024
    ocr: bool = True

    def of_mail(self) -> MimeLimits:
        """How far a message inside a document is followed."""
        return MimeLimits(max_depth=self.max_depth, max_text=self.max_text)
