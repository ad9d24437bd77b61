"""Content-Transfer-Encoding (RFC 2045 §6), both ways: bytes of a part decoded, and splices of them led back.

Decoding is lenient, as mail programs are; encoding touches only the line or the quantum that changes.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from typing import Final, Protocol

from gateway.mime.base64 import Base64
from gateway.mime.charset import codec_of, is_ascii_superset
from gateway.mime.embedded import Embedded, uuencoded
from gateway.mime.lens import OffsetMap, Splice, apply, merge, newline_of
from gateway.mime.structure import TEXT_TYPES, Entity

#: Names that mail before MIME gave to uuencode.
UUENCODE: Final = frozenset(("uuencode", "x-uuencode", "uue", "x-uue"))
#: Those that change octets.
ENCODED: Final = frozenset(("base64", "quoted-printable")) | UUENCODE
_UNDERSTOOD: Final = ENCODED | {"", "7bit", "8bit", "binary"}
#: What encodings are called by programs that never read RFC 2045.
_LIKELY: Final = (
    ("base64", re.compile(r"b(?:ase)?[-_]?64")),
    ("quoted-printable", re.compile(r"quoted[-_]?printable|\bqp\b")),
)
_UU_ENDS: Final = ("end", "====")
_LINE: Final = 76  # RFC 2045 §6.7: the longest encoded line


class Transfer(Protocol):
    """A part's body as transferred."""

    @property
    def data(self) -> bytes:
        """What it decodes to."""

    def pull(self, splices: Sequence[Splice[bytes]]) -> list[Splice[bytes]]:
        """Splices of `data` as splices of the transferred bytes."""


def decode(raw: bytes, encoding: str, start: int = 0, end: int | None = None) -> Transfer:
    """raw[start:end] decoded under the (lower-case) name of a transfer encoding; an unknown one changes nothing."""
    if encoding == "base64":
        return Base64(memoryview(raw)[start:end])  # big, and mostly never asked for again: not copied
    raw = raw[start:end]
    if encoding == "quoted-printable":
        return QuotedPrintable(raw)
    if encoding in UUENCODE and (files := uuencoded(text := raw.decode("latin-1"))):
        around = text[: files[0].start].strip(), text[files[0].end :].strip()
        return Uuencoded(files[0], is_whole="\n" not in around[0] and around[1] in _UU_ENDS)
    return Identity(raw)


def decode_part(raw: bytes, entity: Entity) -> Transfer:
    """A part's body decoded as its header says. A uuencoded block that is shown where it stands is not."""
    transfer = decode(raw, entity.encoding, entity.body, entity.end)
    if isinstance(transfer, Uuencoded) and _shows_block(entity, transfer):
        return decode(raw, "", entity.body, entity.end)
    return transfer


def likely_encoding(name: str) -> str:
    """The encoding that some readers take an unknown one for ("x-base64"); "" where they know it or take it for none."""
    if name in _UNDERSTOOD:
        return ""
    return next((known for known, pattern in _LIKELY if pattern.search(name)), "")


def _shows_block(entity: Entity, transfer: Uuencoded) -> bool:
    """Whether a uuencoded block in a text is a file inside it, as it was before MIME: readers show what stands around it,
    and many show the block. In HTML, in flowed lines and in charsets that are no ASCII, nobody reads it so."""
    if entity.type not in TEXT_TYPES or (
        transfer.is_whole and entity.parameter("format").lower() == "flowed"
    ):
        return False
    codecs = [codec_of(item.text) for item in entity.parameters if item.name == "charset"]
    is_ascii = all(is_ascii_superset(codec) for codec in codecs if codec)
    return not transfer.is_whole or (is_ascii and entity.type != "text/html")


class Identity:
    """7bit, 8bit, binary."""

    __slots__ = ("data",)

    def __init__(self, raw: bytes) -> None:
        self.data = raw

    def pull(self, splices: Sequence[Splice[bytes]]) -> list[Splice[bytes]]:
        """The same."""
        return list(splices)


class Uuencoded:
    """A part whose content is a uuencoded block, as mail before MIME had it. `is_whole`: nothing is said around it."""

    __slots__ = ("_file", "data", "is_whole")

    def __init__(self, file: Embedded, *, is_whole: bool) -> None:
        self._file, self.data, self.is_whole = file, file.content, is_whole

    def pull(self, splices: Sequence[Splice[bytes]]) -> list[Splice[bytes]]:
        """The block's lines, all encoded anew."""
        content = apply(self.data, merge(splices))
        return [(self._file.start, self._file.end, self._file.write(content, "").encode("latin-1"))]


_QP_TOKEN: Final = re.compile(rb"=(?:([0-9A-Fa-f]{2})|[ \t]*+(?:\r\n|\n|\r|\Z))")
_QP_ODD: Final = re.compile(rb"=(?![0-9A-Fa-f]{2}|\r?\n)")
_QP_UNIT: Final = re.compile(rb"=[0-9A-F]{2}|[^=]")
_QP_REST: Final = re.compile(rb"[^\r\n]{0,80}")
_QP_SAFE: Final = frozenset(range(32, 127)) - frozenset(b"=")


class QuotedPrintable:
    """Escapes and soft breaks; blanks before a soft break's line end are padding, as RFC 2045 §6.7 (3) has it."""

    __slots__ = ("_map", "_raw", "data")

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._map: OffsetMap | None = None
        self.data = _QP_TOKEN.sub(_qp_byte, raw) if _QP_ODD.search(raw) else binascii.a2b_qp(raw)

    def pull(self, splices: Sequence[Splice[bytes]]) -> list[Splice[bytes]]:
        """Splices of the encoded bytes; soft breaks inside a cut stay, and lines are kept within 76 characters."""
        if self._map is None:
            self._map = self._offsets()
        encoded = [(start, end, _qp_encode(new)) for start, end, new in splices]
        newline = newline_of(self._raw)
        return [self._fold(splice, newline) for splice in self._map.pull(encoded)]

    def _offsets(self) -> OffsetMap:
        offsets, done = OffsetMap(), 0
        for token in _QP_TOKEN.finditer(self._raw):
            offsets.add(token.start() - done, done, token.start() - done)
            if token.group(1):
                offsets.add(1, token.start(), 3)
            done = token.end()
        offsets.add(len(self._raw) - done, done, len(self._raw) - done)
        return offsets

    def _fold(self, splice: Splice[bytes], newline: bytes) -> Splice[bytes]:
        """Soft breaks around a replacement that would make its line longer than 76 characters."""
        start, end, new = splice
        if not new:
            return splice
        raw, near = self._raw, max(0, start - _LINE - 1)
        before = start - 1 - max(raw.rfind(b"\n", near, start), raw.rfind(b"\r", near, start), near - 1)
        rest_of_line = _QP_REST.match(raw, end)
        after = rest_of_line.end() - end if rest_of_line else 0
        if before + len(new) + after <= _LINE:
            return splice
        soft_break = b"=" + newline
        lines = _qp_lines(new, max(_LINE - 1 - before, 0))
        last = len(lines[-1]) + (before if len(lines) == 1 else 0)
        tail = soft_break if after and last + after > _LINE and raw[end : end + 1] != b"=" else b""
        return start, end, soft_break.join(lines) + tail


def _qp_byte(token: re.Match[bytes]) -> bytes:
    digits = token.group(1)
    return binascii.unhexlify(digits) if digits else b""


def _qp_encode(data: bytes) -> bytes:
    return b"".join(
        bytes((byte,)) if byte in _QP_SAFE or byte in b"\r\n" else b"=%02X" % byte for byte in data
    )


def _qp_lines(encoded: bytes, room: int) -> list[bytes]:
    """`encoded` cut into lines, escapes whole: the first of at most `room` characters, the others of 72."""
    lines: list[bytes] = []
    line = b""
    for unit in _QP_UNIT.findall(encoded):
        if unit == b"\n":
            room += len(line) + _LINE - 4
        elif len(line) + len(unit) > room:
            lines.append(line)
            line, room = b"", _LINE - 4
        line += unit
    return [*lines, line]
