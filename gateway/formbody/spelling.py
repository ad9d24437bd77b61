"""How a form body spells its text, and where each character of it is spelled.

The text is read at once; where its characters stand is worked out only for a field that something is cut from.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

#: Characters spelled with more bytes than they need, which some decoders take.
_OVERLONG: Final = re.compile(
    rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2}"
)
_PERCENT: Final = re.compile(rb"%[0-9A-Fa-f]{2}")
#: One character of a JSON string that is spelled by an escape: a surrogate pair is one.
_ESCAPE: Final = re.compile(r"\\u[Dd][89ABab]..\\u[Dd][C-Fc-f]..|\\u....|\\.")
#: An escape that was left in a text once its own were read: of JSON, of JavaScript and GraphQL; a surrogate pair is one.
_INNER_ESCAPE: Final = re.compile(
    r"(?:\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4})|\\u\{([0-9A-Fa-f]{1,6})\}"
)
_BEYOND_UNICODE: Final = 0x110000
_LONGEST_NUMBER: Final = 40
_EXACT: Final = 2**53
_HALF: Final = re.compile("[\ud800-\udfff]")
Places = Sequence[int]


class MalformedBody(Exception):
    """The body is not what its Content-Type says. The text names the rule that is broken, never the content."""


class UnsupportedBody(MalformedBody):
    """The body is of a type, charset or coding that we do not read."""


_PRINTABLE: Final = bytes(range(32, 127))


@lru_cache(maxsize=64)
def ascii_compatible(charset: str) -> bool:
    """Whether ASCII means itself in `charset`: in any other (UTF-16, UTF-7, EBCDIC) a site would read what we do not."""
    try:
        return _PRINTABLE.decode(charset) == _PRINTABLE.decode("ascii") and "+-".encode(charset) == b"+-"
    except (LookupError, ValueError):
        return False


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text; what gives the offset in the body where each of its characters begins (and a last one for the end); and
    the way to spell a replacement."""

    text: str = field(repr=False)
    locate: Callable[[], Places] = field(repr=False)
    spell: Callable[[str], bytes] = field(repr=False)

    def splices(self, cuts: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, bytes]]:
        """The body's bytes to replace for each (start, end, new) of the text; an escape is one unit."""
        if not cuts:
            return []
        places = self.locate()
        return [(places[start], places[end], self.spell(new)) for start, end, new in cuts]


def percent(body: bytes, start: int, end: int) -> Spelled:
    """`application/x-www-form-urlencoded` (WHATWG URL §5): body[start:end], UTF-8, "+" for a space."""

    def raw() -> bytes:
        return unquote_to_bytes(body[start:end].replace(b"+", b" "))

    text, codec = decoded(raw())

    def locate() -> Places:
        offsets, position = array("Q"), start
        for match in _PERCENT.finditer(body, start, end):
            offsets.extend(range(position, match.start() + 1))
            position = match.end()
        offsets.extend(range(position, end + 1))
        return array("Q", map(offsets.__getitem__, _first_bytes(raw(), codec)))

    return Spelled(text, locate, _spell_percent)


def _spell_percent(new: str) -> bytes:
    return quote_from_bytes(new.encode("utf-8"), safe=" ").replace(" ", "+").encode("ascii")


def extended(body: bytes, start: int, end: int) -> Spelled:
    """A percent-encoded parameter (RFC 8187): a replacement has no "+" for a space."""
    return replace(
        percent(body, start, end), spell=lambda new: quote_from_bytes(new.encode(), safe="").encode()
    )


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of `raw` and its codec; what is not UTF-8 reads as Windows-1252. Raises MalformedBody for overlong UTF-8."""
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _OVERLONG.search(raw):
            raise MalformedBody("overlong UTF-8 (RFC 3629 section 10)") from None
        return raw.decode("cp1252", "replace"), "cp1252"


def _first_bytes(raw: bytes, codec: str) -> Places:
    """The index of the first byte of each character, and a last one for the end."""
    if codec == "cp1252" or raw.isascii():
        return range(len(raw) + 1)
    places = array("Q", (index for index, byte in enumerate(raw) if byte & 0xC0 != 0x80))
    places.append(len(raw))
    return places


def json_string(document: str, start: int, end: int, byte_at: Callable[[int], int]) -> Spelled:
    """A JSON string (RFC 8259 §7) at document[start:end], quotes excluded; `byte_at` leads characters to bytes.

    The document is known to be valid. Half a surrogate pair reads as U+FFFD.
    """
    text = _HALF.sub("\ufffd", json.loads(f'"{document[start:end]}"', strict=False))

    def locate() -> Places:
        places, position = array("Q"), start
        for match in _ESCAPE.finditer(document, start, end):
            places.extend(map(byte_at, range(position, match.start() + 1)))
            position = match.end()
        places.extend(map(byte_at, range(position, end + 1)))
        return places

    return Spelled(text, locate, _spell_json)


def json_number(document: str, start: int, end: int, byte_at: Callable[[int], int]) -> Spelled:
    """A JSON number: what is cut from it, the whole of it is replaced by a string. "1.3e8" reads as 130000000."""
    text = _whole(document[start:end])
    return Spelled(text, lambda: [byte_at(start)] * len(text) + [byte_at(end)], _spell_json_number)


def _whole(written: str) -> str:
    """A number without fraction as its figures, however it is written."""
    if written.isdecimal() or len(written) > _LONGEST_NUMBER:
        return written
    number = float(written)
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else written


def unescaped(spelled: Spelled) -> Spelled:
    """A text within which another program's escapes stand (JSON in a field, GraphQL): they read as what they mean."""
    text = spelled.text
    found = list(_INNER_ESCAPE.finditer(text)) if "\\u" in text else []
    if not found:
        return spelled
    parts: list[str] = []
    starts = array("Q")
    position = 0
    for one in found:
        character = _meant(one)
        if not character:
            continue
        parts += (text[position : one.start()], character)
        starts.extend(range(position, one.start() + 1))
        position = one.end()
    starts.extend(range(position, len(text) + 1))

    def locate() -> Places:
        places = spelled.locate()
        return array("Q", (places[at] for at in starts))

    return Spelled("".join((*parts, text[position:])), locate, spelled.spell)


def _meant(escape: re.Match[str]) -> str:
    """The character of an inner escape; "" where it is none (NUL, half a surrogate pair, beyond Unicode)."""
    if escape[1]:
        code = int(escape[1], 16)
        character = chr(code) if code < _BEYOND_UNICODE else ""
    else:
        character = str(json.loads(f'"{escape[0]}"'))
    return "" if character == "\0" or _HALF.search(character) else character


def _spell_json(new: str) -> bytes:
    return json.dumps(new, ensure_ascii=False)[1:-1].encode("utf-8")


def _spell_json_number(new: str) -> bytes:
    return json.dumps(new, ensure_ascii=False).encode("utf-8")


def plain(body: bytes, start: int, end: int) -> Spelled:
    """Text as it stands, UTF-8 or Windows-1252."""
    text, codec = decoded(body[start:end])

    def locate() -> Places:
        return array("Q", (start + place for place in _first_bytes(body[start:end], codec)))

    return Spelled(text, locate, _spell_utf8 if codec == "utf-8" else _spell_cp1252)


def _spell_utf8(new: str) -> bytes:
    return new.encode("utf-8", "replace")


def _spell_cp1252(new: str) -> bytes:
    return new.encode("cp1252", "replace")
