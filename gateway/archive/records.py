"""What an archive is made of: chunks that can be read on their own, and the records in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar

T = TypeVar("T")

#: About how many bytes of records a chunk holds.
CHUNK_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one source that any worker can read alone. `spec` says which, in the source's own terms.

    `label` is what the copy of the source is called, different for every source.
    """

    number: int
    source: str
    kind: str
    label: str
    spec: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """One stored message, or one row. `name` tells where it stands; it never holds content.

    A mail or document has `content`; a row has `fields`, by column. `error` says why it could not be read.
    """

    name: str
    content: bytes = field(default=b"", repr=False)
    fields: Mapping[str, str] | None = field(default=None, repr=False)
    error: str = ""


class Copy(Protocol):
    """Takes the records of a chunk in order and gives the cleaned copy."""

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """Add a record; `content` or `fields` replace what changed, None leaves it as it was."""

    def files(self) -> Sequence[tuple[str, bytes]]:
        """The files of the copy: (path inside the copy, content). Pieces of one file carry the chunk's number."""


class Source(Protocol):
    """A kind of archive."""

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """The specs of its chunks, in order. Raises SettingsError when it cannot be read."""

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The records of one chunk, in order."""

    def copy(self, chunk: Chunk) -> Copy:
        """An empty copy of `chunk`."""


def batches(sizes: Iterable[tuple[T, int]], most: int, size: int) -> Iterator[list[T]]:
    """Records in lists of `most` at most, about `size` bytes together: a chunk's copy is in memory whole."""
    batch: list[T] = []
    filled = 0
    for record, length in sizes:
        if batch and (len(batch) == most or filled + length > size):
            yield batch
            batch, filled = [], 0
        batch.append(record)
        filled += length
    if batch:
        yield batch


#: What stands before the number of a piece: pieces are joined in order at the end of an audit.
PIECE = ".piece-"


def piece(name: str, number: int) -> str:
    """The name of chunk `number`'s piece of the file `name`."""
    return f"{name}{PIECE}{number:08d}"
