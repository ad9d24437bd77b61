"""Maildirs, and folders of messages and documents: one record a file."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gateway.archive.records import CHUNK_BYTES, Chunk, Record, batches
from gateway.settings import SettingsError

_FILES: Final = 200  # files a chunk


class Folder:
    """A folder, read whole. In a Maildir what is still being delivered (`tmp`) is left alone."""

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """Lists of file names, in alphabetical order."""
        root = Path(source)
        try:
            sizes = {str(one.relative_to(root)): _size(one) for one in root.rglob("*") if one.is_file()}
        except OSError as error:
            raise SettingsError(f"{source}: cannot be read: {error.strerror}") from None
        if is_maildir(root):
            sizes = {
                name: size for name, size in sizes.items() if {"cur", "new"} & set(Path(name).parts[:-1])
            }
        for files in batches(sorted(sizes.items()), _FILES, CHUNK_BYTES):
            yield {"files": files}

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The files' contents."""
        for name in chunk.spec["files"]:
            try:
                content = _content(Path(chunk.source) / name)
            except OSError as error:
                yield Record(f"{chunk.source}/{name}", error=type(error).__name__)
            else:
                yield Record(f"{chunk.source}/{name}", content)

    def copy(self, chunk: Chunk) -> _FolderCopy:
        """The same files."""
        return _FolderCopy(chunk)


def is_maildir(root: Path) -> bool:
    """Whether `root` is laid out as a Maildir."""
    return (root / "cur").is_dir() and (root / "new").is_dir()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:  # a mailbox in use
        return 0


def _content(file: Path) -> bytes:
    """What a file holds. A Maildir in use renames a message when it is read or flagged; its unique name stays."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        unique = file.name.partition(":")[0]
        for other in (file.parent.parent / "cur").glob(f"{glob.escape(unique)}:*"):
            return other.read_bytes()
        raise


class _FolderCopy:
    def __init__(self, chunk: Chunk) -> None:
        self._chunk, self._files = chunk, list[tuple[str, bytes]]()

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """The file as it was, or its redacted copy."""
        relative = record.name.removeprefix(self._chunk.source).lstrip("/")
        name = str(Path(self._chunk.label) / relative)
        self._files.append((name, record.content if content is None else content))

    def files(self) -> Sequence[tuple[str, bytes]]:
        """One for each record."""
        return self._files
