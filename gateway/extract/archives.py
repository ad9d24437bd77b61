"""ZIP, tar, gzip, bzip2, xz; 7z, RAR and cabinets through libarchive. Each file inside is read by what it is."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gateway.extract.readers import Context
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable, Zip
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


@dataclass(slots=True)
class Archive:
    """Files inside a file. `pack` makes the container anew from changed members; None where that cannot be done."""

    raw: bytes = field(repr=False)
    path: str
    pack: Callable[[Mapping[str, bytes]], bytes] | None = field(repr=False)
    members: dict[str, tuple[str, Extraction]] = field(
        default_factory=dict, repr=False
    )  # part path -> (name, document)
    names: list[Segment] = field(default_factory=list, repr=False)
    incomplete: list[Incomplete] = field(default_factory=list)

    def add(self, number: int, name: str, content: bytes, context: Context) -> None:
        """Read one file of the archive."""
        part = f"{self.path}/{number}"
        self.names.append(Segment(f"{part}/name", name, SegmentKind.FILENAME, redactable=False))
        document = context.open_inside(content, name, part)
        self.members[part] = (name, document)
        self.incomplete.extend(Incomplete(item.reason, self.path) for item in document.incomplete)

    @property
    def segments(self) -> Sequence[Segment]:
        """See `gateway.model.Extraction`."""
        return [
            *self.names,
            *(segment for _, document in self.members.values() for segment in document.segments),
        ]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`. A value in a file name, or in a container that we do not write, cannot go."""
        if not edits:
            return self.raw
        named = {segment.path for segment in self.names}
        if self.pack is None or any(edit.segment in named for edit in edits):
            raise CannotRedact(self.path)
        changed: dict[str, bytes] = {}
        for part, (name, document) in self.members.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{part}/")]
            if own:
                try:
                    changed[name] = document.rewrite(own, {})
                except CannotRedact:
                    raise CannotRedact(self.path) from None
        try:
            return self.pack(changed)
        except Unreadable:
            raise CannotRedact(self.path) from None

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def read_zip(content: bytes, path: str, context: Context) -> Extraction:
    """A ZIP archive. Raises Unreadable."""
    limits = context.limits
    container = Zip(content, limits.archive_files, limits.archive_bytes, limits.archive_ratio)
    names = [member.filename for member in container.members]
    archive = Archive(content, path, container.rewritten if len(set(names)) == len(names) else None)
    for number, member in enumerate(container.members):
        if not member.is_dir():
            archive.add(number, member.filename, container.read(member), context)
    return archive


def read_tar(content: bytes, path: str, context: Context) -> Extraction:
    """A tar archive. Raises Unreadable."""
    limits, total = context.limits, 0
    archive = Archive(content, path, lambda changed: _tar_again(content, changed))
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as opened:
            for number, member in enumerate(opened):
                if number >= limits.archive_files:
                    raise Unreadable(Reason.TOO_BIG)
                if not member.isfile():
                    continue
                total += member.size
                stream = opened.extractfile(member)
                if total > limits.archive_bytes or stream is None:
                    raise Unreadable(Reason.TOO_BIG)
                archive.add(number, member.name, stream.read(), context)
    except tarfile.TarError:
        raise Unreadable(Reason.UNREADABLE) from None
    return archive


def _tar_again(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(content)) as old, tarfile.open(fileobj=out, mode="w") as new:
        for member in old:
            stream = old.extractfile(member) if member.isfile() else None
            body = changed.get(member.name, stream.read() if stream else b"")
            member.size = len(body)
            new.addfile(member, io.BytesIO(body) if stream else None)
    return out.getvalue()


_COMPRESSORS: dict[bytes, tuple[Callable[..., Any], Callable[[bytes], bytes]]] = {
    b"\x1f\x8b": (gzip.open, lambda content: gzip.compress(content, mtime=0)),
    b"BZ": (bz2.open, bz2.compress),
    b"\xfd7": (lzma.open, lzma.compress),
}


def read_compressed(content: bytes, path: str, context: Context) -> Extraction:
    """One compressed file (or a compressed tar). Raises Unreadable."""
    open_stream, compress = _COMPRESSORS[content[:2]]
    limit = min(context.limits.archive_bytes, max(len(content), 4096) * context.limits.archive_ratio)
    try:
        with open_stream(io.BytesIO(content)) as stream:
            inner = stream.read(limit + 1)
    except (OSError, EOFError, lzma.LZMAError):
        raise Unreadable(Reason.UNREADABLE) from None
    if len(inner) > limit:
        raise Unreadable(Reason.TOO_BIG)
    name = context.filename.rpartition(".")[0] or "content"
    archive = Archive(content, path, lambda changed: compress(changed[name]))
    archive.add(0, name, inner, context)
    return archive


def read_other(content: bytes, path: str, context: Context) -> Extraction:
    """7z, RAR, cabinet: read by libarchive; not written, so a value inside withholds the whole. Raises Unreadable."""
    try:
        import libarchive
    except (ImportError, OSError, TypeError):
        raise Unreadable(Reason.UNKNOWN_TYPE) from None
    limits, total = context.limits, 0
    archive = Archive(content, path, None)
    try:
        with libarchive.memory_reader(content) as entries:
            for number, entry in enumerate(entries):
                if number >= limits.archive_files:
                    raise Unreadable(Reason.TOO_BIG)
                if not entry.isfile:
                    continue
                body = bytearray()
                for block in entry.get_blocks():
                    total += len(block)
                    if total > limits.archive_bytes:
                        raise Unreadable(Reason.TOO_BIG)
                    body += block
                archive.add(number, str(entry.pathname), bytes(body), context)
    except libarchive.exception.ArchiveError as error:
        encrypted = "ncrypt" in str(error) or "assphrase" in str(error)
        raise Unreadable(Reason.ENCRYPTED if encrypted else Reason.UNREADABLE) from None
    if not archive.members and content:
        return Unread(content, Reason.UNREADABLE, path)
    return archive
