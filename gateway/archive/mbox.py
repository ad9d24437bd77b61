"""mbox files (RFC 4155): read in byte ranges, so that a file of any size is planned at once. Copies are exact."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gateway.archive.records import Chunk, Record, piece
from gateway.settings import SettingsError

_CHUNK: Final = 4 * 1024 * 1024
#: A "From " line begins a message at the start of the file or after an empty line.
_NEXT: Final = re.compile(rb"(?<=\n)\r?\n(?=From )")


class Mbox:
    """One mbox file."""

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """Byte ranges; a message belongs to the range in which its "From " line begins."""
        try:
            size = Path(source).stat().st_size
        except OSError as error:
            raise SettingsError(f"{source}: cannot be read: {error.strerror}") from None
        for start in range(0, size, _CHUNK):
            yield {"start": start, "end": min(start + _CHUNK, size)}

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The messages that begin in the chunk's range."""
        with (
            open(chunk.source, "rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as archive,
        ):
            for start, end in _spans(archive, chunk.spec["start"], chunk.spec["end"]):
                yield Record(f"{chunk.source}#{start}", archive[start:end])

    def copy(self, chunk: Chunk) -> _MboxCopy:
        """A piece of the same mbox."""
        return _MboxCopy(chunk)


def _spans(archive: mmap.mmap, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of every message that begins in [start, end), its "From " line and trailing empty line included."""
    if start:
        # The empty line before a "From " line may end exactly at `start`.
        found = _NEXT.search(archive, max(start - 3, 0))
        while found is not None and found.end() < start:
            found = _NEXT.search(archive, found.end())
        begin = found.end() if found else len(archive)
    else:
        begin = 0
    while begin < end:
        found = _NEXT.search(archive, begin)
        following = found.end() if found else len(archive)
        yield begin, following
        begin = following


def split(raw: bytes) -> tuple[bytes, bytes, bytes]:
    """("From " line, message, empty line after it) of one entry."""
    first = raw.find(b"\n") + 1 if raw.startswith(b"From ") else 0
    for ending in (b"\r\n\r\n", b"\n\n"):
        if raw.endswith(ending):
            cut = len(raw) - len(ending) // 2
            return raw[:first], raw[first:cut], raw[cut:]
    return raw[:first], raw[first:], b""


class _MboxCopy:
    def __init__(self, chunk: Chunk) -> None:
        self._chunk, self._out = chunk, bytearray()

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """The entry as it was, with the message replaced where it changed."""
        if content is None:
            self._out += record.content
            return
        before, _, after = split(record.content)
        self._out += before + re.sub(rb"(?m)^From ", b">From ", content) + after

    def files(self) -> Sequence[tuple[str, bytes]]:
        """One piece."""
        return [(piece(self._chunk.label, self._chunk.number), bytes(self._out))]
