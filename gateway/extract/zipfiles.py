"""ZIP containers by their own directory: members are read within limits, and a rewrite copies every untouched member raw."""

from __future__ import annotations

import bz2
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from gateway.model import Reason


class Unreadable(Exception):
    """A container cannot be read (further); `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Unpacker(Protocol):
    """What undoes one way of packing, within a limit."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most `max_length` bytes of content."""


@dataclass(slots=True)
class Zip:
    """A ZIP archive. `members` are in the order of its directory; reading is bounded by bytes and ratio.

    Raises Unreadable: damaged, encrypted, too many members, too much content.
    """

    raw: bytes = field(repr=False)
    most_files: int = 1000
    most_bytes: int = 200 * 1024 * 1024
    most_ratio: int = 200
    members: list[zipfile.ZipInfo] = field(init=False, repr=False)
    comment: bytes = field(init=False, repr=False)
    _directory: int = field(init=False)
    _read: int = 0

    def __post_init__(self) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(self.raw)) as archive:
                self.members, self.comment = archive.infolist(), archive.comment
                self._directory = archive.start_dir
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError):
            raise Unreadable(Reason.UNREADABLE) from None
        if len(self.members) > self.most_files:
            raise Unreadable(Reason.TOO_BIG)

    def read(self, member: zipfile.ZipInfo) -> bytes:
        """The content of a member. What it says of its size is not believed."""
        if member.flag_bits & 0x1:
            raise Unreadable(Reason.ENCRYPTED)
        start, _ = self._place(member)
        packed = self.raw[start : start + member.compress_size]
        limit = min(self.most_bytes - self._read, max(len(packed), 4096) * self.most_ratio)
        if member.compress_type == zipfile.ZIP_STORED:
            content = packed
        elif member.compress_type == zipfile.ZIP_DEFLATED:
            content = self._unpack(zlib.decompressobj(-15), packed, limit)
        elif member.compress_type == zipfile.ZIP_BZIP2:
            content = self._unpack(bz2.BZ2Decompressor(), packed, limit)
        else:
            raise Unreadable(Reason.UNKNOWN_TYPE)
        if len(content) > limit:
            raise Unreadable(Reason.TOO_BIG)
        if zlib.crc32(content) != member.CRC:
            raise Unreadable(Reason.UNREADABLE)
        self._read += len(content)
        return content

    @staticmethod
    def _unpack(unpacker: Unpacker, packed: bytes, limit: int) -> bytes:
        try:
            content: bytes = unpacker.decompress(packed, limit + 1)
        except (zlib.error, OSError):
            raise Unreadable(Reason.UNREADABLE) from None
        if len(content) > limit:
            raise Unreadable(Reason.TOO_BIG)
        return content

    def _place(self, member: zipfile.ZipInfo) -> tuple[int, bytes]:
        """Where a member's packed bytes begin, and its local header's name and extra fields."""
        at = member.header_offset
        if self.raw[at : at + 4] != b"PK\x03\x04" or at + 30 > len(self.raw):
            raise Unreadable(Reason.UNREADABLE)
        name, extra = struct.unpack_from("<HH", self.raw, at + 26)
        start = at + 30 + name + extra
        if start + member.compress_size > len(self.raw):
            raise Unreadable(Reason.UNREADABLE)
        return start, self.raw[at + 30 : start]

    def outside(self) -> bytes:
        """What is neither a member's content nor the archive's directory: what a careless tool left, and comments. A
        rewrite keeps none of it but the archive's comment."""
        pieces, done = [piece for member in self.members for piece in (member.comment, member.extra)], 0
        for member in sorted(self.members, key=lambda one: one.header_offset):
            try:
                start, _ = self._place(member)
            except Unreadable:
                continue
            pieces.append(self.raw[done:start])
            done = max(done, start + member.compress_size)
        pieces.append(self.raw[done : self._directory])
        end = self.raw.rfind(b"PK\x05\x06")
        pieces.append(self.raw[end + 22 + len(self.comment) :] if end >= 0 else b"")
        return b"\0".join(pieces)

    def rewritten(
        self,
        changed: Mapping[int, bytes],
        renamed: Mapping[int, str] | None = None,
        comment: bytes | None = None,
    ) -> bytes:
        """The archive with the content of members replaced, by their number; the others are copied as they are packed."""
        out, directory = bytearray(), bytearray()
        for number, member in enumerate(self.members):
            name = member.orig_filename.encode("utf-8" if member.flag_bits & 0x800 else "cp437")
            flags = member.flag_bits & ~0x8  # sizes stand in the header: no data descriptor follows
            if renamed and number in renamed:
                name, flags = renamed[number].encode("utf-8"), flags | 0x800
            method, needs = member.compress_type, max(member.extract_version, 20)
            if number in changed:
                content = changed[number]
                method = zipfile.ZIP_STORED if method == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
                packed = _deflated(content) if method == zipfile.ZIP_DEFLATED else content
                crc, size = zlib.crc32(content), len(content)
            else:
                start, _ = self._place(member)
                packed, crc, size = (
                    self.raw[start : start + member.compress_size],
                    member.CRC,
                    member.file_size,
                )
            date, clock = _dos_time(member.date_time)
            fixed = struct.pack("<HHHHHIII", needs, flags, method, clock, date, crc, len(packed), size)
            offset = len(out)
            out += b"PK\x03\x04" + fixed + struct.pack("<HH", len(name), 0) + name + packed
            directory += (
                b"PK\x01\x02" + struct.pack("<H", member.create_version | member.create_system << 8) + fixed
            )
            directory += struct.pack(
                "<HHHHHII", len(name), 0, 0, 0, member.internal_attr, member.external_attr, offset
            )
            directory += name
        return bytes(out + directory + self._end(len(directory), len(out), comment))

    def _end(self, directory: int, offset: int, comment: bytes | None) -> bytes:
        comment = self.comment if comment is None else comment
        count = len(self.members)
        fields = struct.pack("<HHHHIIH", 0, 0, count, count, directory, offset, len(comment))
        return b"PK\x05\x06" + fields + comment


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _dos_time(at: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    year, month, day, hour, minute, second = at
    return max(year - 1980, 0) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
