"""The packets of the milter protocol, version 6, as bytes and back. Pure: the only state is a packet that is half there.

A packet is its length (uint32, network order, of what follows), one byte that says what it is, and data. Numbers and
names are those of Sendmail's `mfdef.h` and `mfapi.h`, the protocol's only specification; NUL ends a string.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from enum import IntEnum, IntFlag
from typing import Final, NamedTuple

VERSION: Final = 6
BODY_CHUNK: Final = 65535  # MILTER_CHUNK_SIZE: what every MTA takes in one packet
MOST: Final = (
    1024 * 1024 + 1
)  # bytes of one packet; Postfix sends a whole header field in one (header_size_limit)

_LENGTH: Final = struct.Struct("!I")
_HEAD: Final = struct.Struct("!IB")
_NEGOTIATION: Final = struct.Struct("!III")
_INDEX: Final = struct.Struct("!I")
_NAME: Final = re.compile(rb"[^\s:\x00]+\Z")
_UNFOLDED: Final = re.compile(rb"\n(?![ \t])")


class ProtocolError(Exception):
    """What the peer sent is not the milter protocol. The text is a constant: it holds nothing of what was sent."""


class Command(IntEnum):
    """What the MTA says (SMFIC_*)."""

    ABORT = ord("A")
    BODY = ord("B")
    CONNECT = ord("C")
    MACROS = ord("D")
    END_OF_BODY = ord("E")
    HELO = ord("H")
    NEW_CONNECTION = ord("K")
    HEADER = ord("L")
    MAIL = ord("M")
    END_OF_HEADER = ord("N")
    NEGOTIATE = ord("O")
    QUIT = ord("Q")
    RCPT = ord("R")
    DATA = ord("T")
    UNKNOWN = ord("U")


class Actions(IntFlag):
    """What a filter may ask for (SMFIF_*)."""

    ADD_HEADERS = 0x01
    CHANGE_BODY = 0x02
    CHANGE_HEADERS = 0x10


class Steps(IntFlag):
    """What the MTA need not send (NO_*), which answers it does not wait for (QUIET_*), and how (SMFIP_*)."""

    QUIET_HEADER = 0x80
    NO_UNKNOWN = 0x100
    NO_DATA = 0x200
    QUIET_CONNECT = 0x1000
    QUIET_HELO = 0x2000
    QUIET_MAIL = 0x4000
    QUIET_END_OF_HEADER = 0x40000
    QUIET_BODY = 0x80000
    LEADING_SPACE = 0x100000  # header values come with the blank after the colon


class Negotiation(NamedTuple):
    """What one side offers, or agrees to."""

    version: int
    actions: int
    steps: int


class Client(NamedTuple):
    """Who connected to the MTA: its host name, and its address ("" when it has none)."""

    name: str
    address: str


class Decoder:
    """Cuts a stream into packets."""

    __slots__ = ("_begun", "_wanted")

    def __init__(self) -> None:
        self._begun = bytearray()  # a packet that has not come whole
        self._wanted = _LENGTH.size  # how much of it must be there before it is worth a look

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """(command, data) of every packet that is whole by now. Raises ProtocolError for a length that cannot be."""
        if self._begun:
            self._begun += data
            if len(self._begun) < self._wanted:
                return
            data, self._begun = bytes(self._begun), bytearray()
        position, end, unpack = 0, len(data), _LENGTH.unpack_from
        self._wanted = _LENGTH.size
        while (content := position + _LENGTH.size) <= end:
            (length,) = unpack(data, position)
            if not 0 < length <= MOST:
                raise ProtocolError("a packet of impossible length")
            following = content + length
            if following > end:
                self._wanted = following - position
                break
            yield data[content], data[content + 1 : following]
            position = following
        if position < end:
            self._begun += data[position:]


# -- what the MTA says ------------------------------------------------------------------------------------


def negotiation(data: bytes) -> Negotiation:
    """What the MTA offers. What may follow (macro lists) is left unread."""
    if len(data) < _NEGOTIATION.size:
        raise ProtocolError("a negotiation that is too short")
    return Negotiation(*_NEGOTIATION.unpack_from(data))


def client(data: bytes) -> Client:
    """Who connected: host name, then family, port and address, of which an unknown family has none."""
    name, end, rest = data.partition(b"\0")
    if not end or not rest:
        raise ProtocolError("a connection without a family")
    if rest[:1] in b"UL":
        return Client(text(name), "")
    if rest[:1] not in b"46" or len(rest) < 4:
        raise ProtocolError("a connection of an unknown family")
    address = text(rest[3:].split(b"\0", 1)[0])
    return Client(text(name), address.removeprefix("IPv6:"))


def macros(data: bytes) -> dict[str, str]:
    """Sendmail's macros as they stand before a command, by their names: "i" and "{client_addr}" as "i" and "client_addr"."""
    words = [text(word) for word in data[1:].split(b"\0")[:-1]]
    return {name.strip("{}"): value for name, value in zip(words[::2], words[1::2], strict=False)}


def arguments(data: bytes) -> tuple[str, tuple[str, ...]]:
    """("address", options) of MAIL or RCPT, the address without its angle brackets."""
    if not data.endswith(b"\0"):
        raise ProtocolError("arguments without an end")
    path, *options = (text(item) for item in data[:-1].split(b"\0"))
    if path.startswith("<") and path.endswith(">"):
        path = path[1:-1]
    return path, tuple(options)


def header(data: bytes) -> bytes:
    """A header field as it stands in the message: its name, a colon, its value as it came, folds with CRLF, CRLF."""
    name, middle, rest = data.partition(b"\0")
    value, end, more = rest.partition(b"\0")
    if not middle or not end or more:
        raise ProtocolError("a header field that is not a name and a value")
    name = name.rstrip(b" \t")
    if b"\n" in value:
        value = value.replace(b"\r\n", b"\n")
        if _UNFOLDED.search(value):
            raise ProtocolError("a header field that would not read back as one")
        value = value.replace(b"\n", b"\r\n")
    if not _NAME.match(name):
        raise ProtocolError("a header field that would not read back as one")
    return b"%s:%s\r\n" % (name, value)


def text(data: bytes) -> str:
    """A string of the envelope (UTF-8 since RFC 6531); it is never sent back, so what is not UTF-8 may be marked."""
    return data.decode("utf-8", "replace")


# -- what the filter says ---------------------------------------------------------------------------------


def packet(kind: bytes, data: bytes = b"") -> bytes:
    """One packet."""
    return _HEAD.pack(len(data) + 1, kind[0]) + data


CONTINUE: Final = packet(b"c")
PROGRESS: Final = packet(b"p")


def agreement(agreed: Negotiation) -> bytes:
    """The filter's side of the negotiation."""
    return packet(b"O", _NEGOTIATION.pack(*agreed))


def reply(lines: bytes) -> bytes:
    """Refuse or defer with these SMTP reply lines. The MTA reads them as a format: a percent sign is doubled."""
    return packet(b"y", lines.removesuffix(b"\r\n").replace(b"%", b"%%") + b"\0")


def insert_header(position: int, name: bytes, value: bytes) -> bytes:
    """Insert a field: 0 is above the MTA's own Received line, 1 right below it, on top of the message that came."""
    return packet(b"i", _INDEX.pack(position) + _field(name, value))


def change_header(occurrence: int, name: bytes, value: bytes) -> bytes:
    """Give the field that is the `occurrence`-th (from 1) of its name another value, as it stands after the colon."""
    return packet(b"m", _INDEX.pack(occurrence) + _field(name, value or b" "))


def delete_header(occurrence: int, name: bytes) -> bytes:
    """Take out the field that is the `occurrence`-th (from 1) of its name."""
    return packet(b"m", _INDEX.pack(occurrence) + _field(name, b""))


def replace_body(body: bytes) -> Iterator[bytes]:
    """The packets that put `body` in the place of the message's; an empty one is written as an empty line."""
    body = body or b"\r\n"
    for start in range(0, len(body), BODY_CHUNK):
        yield packet(b"b", body[start : start + BODY_CHUNK])


def _field(name: bytes, value: bytes) -> bytes:
    return b"%s\0%s\0" % (name, value.replace(b"\r\n", b"\n"))
