"""Mail that was sent securely: S/MIME (RFC 8551) and OpenPGP (RFC 9580), told by their bytes, not by their labels."""

from __future__ import annotations

import binascii
import re
from enum import StrEnum
from typing import Final

from gateway.mime.base64 import tolerant

_SIGNED: Final = bytes.fromhex("2a864886f70d010702")
_ENCRYPTED: Final = frozenset(
    bytes.fromhex(oid)
    for oid in (
        "2a864886f70d010703",  # envelopedData, RFC 5652 §6
        "2a864886f70d010706",  # encryptedData, §8
        "2a864886f70d0109100117",  # authEnvelopedData, RFC 5083
    )
)
_ARMOR: Final = re.compile(rb"-----BEGIN PGP MESSAGE(?:, PART [\d/ ]{1,12})?-----[^\n]*\n")
_ARMOR_FIELDS: Final = re.compile(rb"(?:[A-Za-z]++: [^\n]*\n)*[ \t]*\r?\n")
_ARMOR_END: Final = re.compile(rb"-----END PGP MESSAGE-----")
_VERSION: Final = re.compile(rb"^Version: [^\n]*", re.MULTILINE)
_WORD: Final = re.compile(rb"[0-9A-Za-z]")
_ENCRYPTED_PACKETS: Final = frozenset((1, 3, 9, 18, 20))  # RFC 9580 §5
_NESTING: Final = 24


class Cms(StrEnum):
    """What a CMS object (RFC 5652) is."""

    ENCRYPTED = "encrypted"
    SIGNED = "signed"
    OTHER = "other"


def cms(data: bytes) -> tuple[Cms, bytes]:
    """What the CMS object in `data` is, and the content that it signs (b"" when it holds none)."""
    if data.lstrip().startswith(b"-----BEGIN "):
        data = tolerant(b"".join(data.split(b"-----")[2:3]))
    try:
        tag, start, stop, end = _element(data, 0, len(data))
        oid_tag, oid_start, oid_stop, after = _element(data, start, stop)
        if tag != 0x30 or oid_tag != 6 or data[end:].strip(b"\0 \t\r\n"):
            return Cms.OTHER, b""
        oid = data[oid_start:oid_stop]
        if oid in _ENCRYPTED:
            return Cms.ENCRYPTED, b""
        if oid != _SIGNED:
            return Cms.OTHER, b""
        return Cms.SIGNED, _signed_content(data, after, stop)
    except (IndexError, ValueError):
        return Cms.OTHER, b""


def pgp_encrypted(data: bytes) -> bool | None:
    """Whether `data` is an OpenPGP message under encryption; False: a message that anyone can open; None: neither."""
    armored = _ARMOR.search(data)
    if armored is None:
        return _is_encrypted_packet(data[:1]) if data[:1] >= b"\x80" else None
    while armored is not None:
        start = armored.end()
        fields = _ARMOR_FIELDS.match(data, start)
        first = data[fields.end() if fields else start :][:80].lstrip().split(b"\n", 1)[0]
        if not _is_encrypted_packet(_first_byte(first)):
            return False
        armored = _ARMOR.search(data, start)
    return True


def says_more(data: bytes) -> bool:
    """Whether an armored message (RFC 9580 §6.2) has text around it, or a comment in its head."""
    at, rest = 0, []
    for armored in _ARMOR.finditer(data):
        fields = _ARMOR_FIELDS.match(data, armored.end())
        rest += [data[at : armored.start()], data[armored.end() : fields.end() if fields else armored.end()]]
        end = _ARMOR_END.search(data, armored.end())
        at = end.end() if end else len(data)
    return at > 0 and _WORD.search(_VERSION.sub(b"", b"\n".join((*rest, data[at:])))) is not None


def _first_byte(line: bytes) -> bytes:
    try:
        return binascii.a2b_base64(line[:4])[:1]
    except binascii.Error:
        return b""


def _is_encrypted_packet(first: bytes) -> bool:
    if not first or first[0] < 0x80:
        return False
    tag = first[0] & 0x3F if first[0] & 0x40 else first[0] >> 2 & 0x0F
    return tag in _ENCRYPTED_PACKETS


def _signed_content(data: bytes, start: int, stop: int) -> bytes:
    """SignedData ::= SEQUENCE { version, digestAlgorithms, encapContentInfo SEQUENCE { type, [0] OCTET STRING } … }."""
    _, start, stop, _ = _element(data, start, stop)  # [0] EXPLICIT
    _, start, stop, _ = _element(data, start, stop)  # SignedData
    for _ in range(2):
        _, _, _, start = _element(data, start, stop)
    _, start, stop, _ = _element(data, start, stop)  # encapContentInfo
    _, _, _, start = _element(data, start, stop)  # its type
    if start >= stop:
        return b""
    _, start, stop, _ = _element(data, start, stop)  # [0] EXPLICIT
    return _octets(data, start, stop, 0)


def _octets(data: bytes, start: int, stop: int, depth: int) -> bytes:
    """An OCTET STRING, which BER may cut into pieces."""
    tag, start, stop, _ = _element(data, start, stop)
    if not tag & 0x20:
        return data[start:stop]
    if depth > _NESTING:
        raise ValueError("nested too deep")
    pieces = []
    while start < stop:
        _, _, _, following = _element(data, start, stop)
        pieces.append(_octets(data, start, following, depth + 1))
        start = following
    return b"".join(pieces)


def _element(data: bytes, at: int, end: int, depth: int = 0) -> tuple[int, int, int, int]:
    """(tag, content start, content end, where the next begins) of the BER element at `at` (X.690 §8.1)."""
    tag, length = data[at], data[at + 1]
    at += 2
    if length == 0x80:
        return _indefinite(data, tag, at, end, depth)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[at : at + size])
        at += size
    if at + length > end:
        raise ValueError("an element longer than what holds it")
    return tag, at, at + length, at + length


def _indefinite(data: bytes, tag: int, at: int, end: int, depth: int) -> tuple[int, int, int, int]:
    if depth > _NESTING:
        raise ValueError("nested too deep")
    position = at
    while data[position : position + 2] != b"\0\0":
        if position >= end:
            raise ValueError("no end")
        _, _, _, position = _element(data, position, end, depth + 1)
    return tag, at, position, position + 2
