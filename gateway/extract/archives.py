"""ZIP, tar, gzip, bzip2, xz; 7z, RAR and cabinets through libarchive. Each file inside is read by what it is; names,
comments and what stands between the files are read, too."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from gateway.extract.readers import Context
from gateway.extract.strings import Strings
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable, Zip
from gateway.mime.lens import apply, merge
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

#: What may stand before an archive so that it unpacks itself: programs and scripts.
_PROGRAMS: Final = (b"MZ", b"\x7fELF", b"#!")

_BLOCK: Final = 512  # octets of a tar
_USTAR: Final = slice(257, 262)
#: What libarchive undoes that packs one file, without a name.
_ONE_FILE: Final = (b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"\x1f\x9d", b"LZIP", b"\x5d\0\0")

#: (content by member number, name by member number, comment) -> the container made anew.
Pack = Callable[[Mapping[int, bytes], Mapping[int, str], bytes], bytes]


@dataclass(slots=True)
class Archive:
    """Files inside a file. `pack` makes the container anew from changed members; None where that cannot be done."""

    raw: bytes = field(repr=False)
    path: str
    pack: Pack | None = field(repr=False)
    comment: str = field(default="", repr=False)
    members: dict[str, tuple[int, Extraction]] = field(
        default_factory=dict, repr=False
    )  # part path -> document
    names: dict[str, tuple[int, str]] = field(default_factory=dict, repr=False)  # segment path -> name
    outside: Sequence[Segment] = field(default=(), repr=False)  # what a rewrite leaves out
    incomplete: list[Incomplete] = field(default_factory=list)

    def name(self, number: int, name: str) -> None:
        """A name that stands in the archive: a file's, a folder's, a link's."""
        self.names[f"{self.path}/{number}/name"] = (number, name)

    def add(self, number: int, name: str, content: bytes, context: Context) -> None:
        """Read one file of the archive."""
        part = f"{self.path}/{number}"
        document = context.open_inside(content, name, part)
        self.members[part] = (number, document)
        self.incomplete.extend(Incomplete(item.reason, self.path) for item in document.incomplete)

    @property
    def segments(self) -> Sequence[Segment]:
        """See `gateway.model.Extraction`."""
        told = [(f"{self.path}/comment", self.comment)] if self.comment.strip() else []
        told += [(place, name) for place, (_, name) in self.names.items()]
        redactable = self.pack is not None
        return [
            *(Segment(place, text, SegmentKind.FILENAME, redactable=redactable) for place, text in told),
            *self.outside,
            *(segment for _, document in self.members.values() for segment in document.segments),
        ]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`. A value in a container that we do not write cannot go."""
        if not edits:
            return self.raw
        if self.pack is None:
            raise CannotRedact(self.path)
        changed: dict[int, bytes] = {}
        for part, (number, document) in self.members.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{part}/")]
            own = [edit for edit in own if edit.segment not in self.names]
            if own:
                try:
                    changed[number] = document.rewrite(own, {})
                except CannotRedact:
                    raise CannotRedact(self.path) from None
        comment = _edited(self.comment, [edit for edit in edits if edit.segment == f"{self.path}/comment"])
        try:
            return self.pack(changed, self._renamed(edits), comment.encode("utf-8", "surrogateescape"))
        except Unreadable:
            raise CannotRedact(self.path) from None

    def _renamed(self, edits: Sequence[Edit]) -> dict[int, str]:
        """New names, told apart where two would be the same."""
        taken = {name for _, name in self.names.values()}
        renamed: dict[int, str] = {}
        for place, (number, name) in self.names.items():
            own = [edit for edit in edits if edit.segment == place]
            if own:
                stem, dot, ending = _edited(name, own).rpartition(".")
                new, count = f"{stem}{dot}{ending}", 1
                while new in taken:
                    count += 1
                    new = f"{stem} ({count}){dot}{ending}"
                taken.add(new)
                renamed[number] = new
        return renamed

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _edited(text: str, edits: Sequence[Edit]) -> str:
    return apply(text, merge([(edit.start, edit.end, edit.replacement) for edit in edits]))


def read_zip(content: bytes, path: str, context: Context) -> Extraction:
    """A ZIP archive. Raises Unreadable."""
    limits = context.limits
    container = Zip(content, limits.archive_files, limits.archive_bytes, limits.archive_ratio)
    comment = container.comment.decode("utf-8", "surrogateescape")
    archive = Archive(content, path, container.rewritten, comment)
    archive.outside = Strings(container.outside(), f"{path}/outside").segments
    before = content[: min((member.header_offset for member in container.members), default=0)]
    if b"\0" in before:
        archive.pack = None  # a rewrite would leave it out, and it is more than a line of text
        if not before.startswith(_PROGRAMS):
            archive.incomplete.append(Incomplete(Reason.UNKNOWN_TYPE, path))
    for number, member in enumerate(container.members):
        archive.name(number, member.filename)
        if not member.is_dir() or member.file_size:
            try:
                inner = container.read(member)
            except Unreadable as obstacle:
                if obstacle.reason is Reason.UNKNOWN_TYPE:  # packed in a way that we do not write
                    return read_other(content, path, context)
                raise
            archive.add(number, member.filename, inner, context)
    return archive


def read_tar(content: bytes, path: str, context: Context) -> Extraction:
    """A tar archive. Raises Unreadable."""
    limits, total, bodies = context.limits, 0, list[tuple[int, int]]()
    archive = Archive(content, path, lambda changed, renamed, _: _tar_again(content, changed, renamed))
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as opened:
            for number, member in enumerate(opened):
                if number >= limits.archive_files:
                    raise Unreadable(Reason.TOO_BIG)
                archive.name(number, member.name)
                told = "\n".join((member.linkname, member.uname, member.gname, *member.pax_headers.values()))
                archive.outside = [
                    *archive.outside,
                    *Strings(told.encode(), f"{path}/told{number}").segments,
                ]
                total += member.size
                if not member.isfile():
                    continue
                stream = opened.extractfile(member)
                if total > limits.archive_bytes or stream is None:
                    raise Unreadable(Reason.TOO_BIG)
                bodies.append((member.offset_data, member.offset_data + member.size))
                archive.add(number, member.name, stream.read(), context)
    except (tarfile.TarError, OSError, EOFError, ValueError):
        raise Unreadable(Reason.UNREADABLE) from None
    archive.outside = [*archive.outside, *Strings(_around(content, bodies), f"{path}/outside").segments]
    return archive


def _around(content: bytes, bodies: Sequence[tuple[int, int]]) -> bytes:
    """What stands in a tar beside its files: names, what fills up a block, what follows; the numbers of its headers are left
    out."""
    pieces, done = list[bytes](), 0
    for start, end in (*bodies, (len(content), len(content))):
        for at in range(done, start, _BLOCK):
            block = content[at : min(at + _BLOCK, start)]
            is_head = block[_USTAR] == b"ustar"
            pieces += (block[:100], block[157:329], block[345:]) if is_head else (block,)
        padding = -end % _BLOCK
        pieces.append(content[end : end + padding])
        done = end + padding
    return b"\0".join(pieces)


def _tar_again(content: bytes, changed: Mapping[int, bytes], renamed: Mapping[int, str]) -> bytes:
    """The tar made anew; owners' names, links' targets and private fields that hold a value go with a rewrite."""
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(content)) as old, tarfile.open(fileobj=out, mode="w") as new:
        for number, member in enumerate(old):
            stream = old.extractfile(member) if member.isfile() else None
            body = changed.get(number, stream.read() if stream else b"")
            if number in renamed:
                member.name = renamed[number]
            for name in ("linkname", "uname", "gname"):
                if Strings(getattr(member, name).encode(), "").segments:
                    setattr(member, name, "")
            member.pax_headers = {}
            member.size = len(body)
            new.addfile(member, io.BytesIO(body) if stream else None)
    return out.getvalue()


_COMPRESSORS: dict[bytes, tuple[Callable[[], Any], Callable[[bytes], bytes]]] = {
    b"\x1f\x8b": (lambda: zlib.decompressobj(31), lambda content: gzip.compress(content, mtime=0)),
    b"BZ": (bz2.BZ2Decompressor, bz2.compress),
    b"\xfd7": (lzma.LZMADecompressor, lzma.compress),
}
_FIRST_PIECE: Final = 512  # octets
_TOLD_BY_GZIP: Final = 0x1C  # FEXTRA, FNAME, FCOMMENT (RFC 1952 §2.3.1)


def read_compressed(content: bytes, path: str, context: Context) -> Extraction:
    """One compressed file (or a compressed tar). Raises Unreadable."""
    _, compress = _COMPRESSORS[content[:2]]
    limit = min(context.limits.archive_bytes, max(len(content), 4096) * context.limits.archive_ratio)
    inner, after = _unpacked(content, limit)
    name = context.filename.rpartition(".")[0] or "content"
    archive = Archive(content, path, lambda changed, _renamed, _comment: compress(changed.get(0, inner)))
    told = b""
    if content[:2] == b"\x1f\x8b" and content[3] & _TOLD_BY_GZIP:  # a rewrite leaves its name and comment out
        told = content[10:1034].rpartition(b"\0")[0]
    archive.outside = Strings(after + b"\0" + told, f"{path}/outside").segments
    if len(after) > len(content) // 2 and not archive.outside:
        archive.incomplete.append(Incomplete(Reason.UNKNOWN_TYPE, path))
    archive.add(0, name, inner, context)
    return archive


def _unpacked(content: bytes, limit: int) -> tuple[bytes, bytes]:
    """What the compressed streams at the beginning of `content` hold, and what follows them. Raises Unreadable."""
    mark = content[:2]
    pieces, size, at = list[bytes](), 0, 0
    while content.startswith(mark, at):
        try:
            piece, after = _stream(_COMPRESSORS[mark][0](), content, at, limit - size)
        except (OSError, lzma.LZMAError, zlib.error):
            if not at:
                raise Unreadable(Reason.UNREADABLE) from None
            break
        pieces.append(piece)
        size, at = size + len(piece), after
    return b"".join(pieces), content[at:].strip(b"\0")


def _stream(tool: Any, content: bytes, at: int, most: int) -> tuple[bytes, int]:
    """What the stream at content[at:] holds, and where it ends. Raises Unreadable, and what `tool` raises.

    It is given the content piece by piece, each bigger than the one before: it copies all of a piece that it does not need.
    """
    found, size, length = list[bytes](), 0, _FIRST_PIECE
    while not tool.eof:
        if at >= len(content):
            raise Unreadable(Reason.UNREADABLE)
        piece = content[at : at + length]
        found.append(tool.decompress(piece, most + 1 - size))
        at, length, size = at + len(piece), length * 4, size + len(found[-1])
        if size > most:
            raise Unreadable(Reason.TOO_BIG)
    return b"".join(found), at - len(tool.unused_data)


def _packing(content: bytes) -> dict[str, str]:
    """How libarchive is to read `content`: as an archive, or as one packed file that is none."""
    import libarchive

    if not content.startswith(_ONE_FILE):
        return {}
    try:
        with libarchive.memory_reader(content) as entries:
            next(iter(entries), None)
    except libarchive.exception.ArchiveError:
        return {"format_name": "raw"}
    return {}


def read_other(content: bytes, path: str, context: Context) -> Extraction:
    """7z, RAR, cabinet, files packed by other tools: read by libarchive; not written, so a value inside withholds the whole.
    Raises Unreadable."""
    try:
        import libarchive
    except (ImportError, OSError, TypeError):
        raise Unreadable(Reason.UNKNOWN_TYPE) from None
    limits, total = context.limits, 0
    archive = Archive(content, path, None)
    try:
        with libarchive.memory_reader(content, **_packing(content)) as entries:
            for number, entry in enumerate(entries):
                if number >= limits.archive_files:
                    raise Unreadable(Reason.TOO_BIG)
                archive.name(number, f"{entry.pathname}\n{entry.linkpath or ''}".strip())
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
