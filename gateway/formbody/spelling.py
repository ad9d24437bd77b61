"""How a form body spells its text, and where each character of it is spelled."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote_from_bytes

_PERCENT: Final = re.compile(rb"%([0-9A-Fa-f]{2})")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_SHORT: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


class MalformedBody(Exception):
    """The body is not what its Content-Type says. The text names the rule that is broken, never the content."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text, the offset in the body where each of its characters begins (and a last one for the end), and the way
    to spell a replacement."""

    text: str = field(repr=False)
    starts: list[int] = field(repr=False)
    spell: Callable[[str], bytes] = field(repr=False)

    def splice(self, start: int, end: int, new: str) -> tuple[int, int, bytes]:
        """The body's bytes to replace for text[start:end]; a surrogate pair or escape is one unit."""
        return self.starts[start], self.starts[end], self.spell(new)


def percent(body: bytes, start: int, end: int) -> Spelled:
    """`application/x-www-form-urlencoded` (WHATWG URL §5): body[start:end], UTF-8, "+" for a space."""
    raw, position = bytearray(), start
    offsets: list[int] = []
    for match in _PERCENT.finditer(body, start, end):
        raw += body[position : match.start()].replace(b"+", b" ")
        offsets.extend(range(position, match.start()))
        raw.append(int(match[1], 16))
        offsets.append(match.start())
        position = match.end()
    raw += body[position:end].replace(b"+", b" ")
    offsets.extend(range(position, end))
    offsets.append(end)
    text, starts = utf8(bytes(raw))
    return Spelled(text, [offsets[i] for i in starts], _spell_percent)


def _spell_percent(new: str) -> bytes:
    return quote_from_bytes(new.encode("utf-8"), safe=" ").replace(" ", "+").encode("ascii")


def utf8(raw: bytes) -> tuple[str, list[int]]:
    """The text of `raw` and the first byte of each character; what is not UTF-8 reads as Windows-1252."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), list(range(len(raw) + 1))
    starts, position = [], 0
    for char in text:
        starts.append(position)
        position += len(char.encode("utf-8"))
    starts.append(position)
    return text, starts


def json_string(document: str, start: int, end: int, byte_at: Callable[[int], int]) -> Spelled:
    """A JSON string (RFC 8259 §7) at document[start:end], quotes excluded; `byte_at` leads characters to bytes."""
    chars: list[str] = []
    starts: list[int] = []
    position = start
    for match in _ESCAPE.finditer(document, start, end):
        chars.extend(document[position : match.start()])
        starts.extend(range(position, match.start()))
        chars.append(chr(int(match[1], 16)) if match[1] else _SHORT.get(match[2], match[2]))
        starts.append(match.start())
        position = match.end()
    chars.extend(document[position:end])
    starts.extend(range(position, end))
    starts.append(end)
    text, joined = _surrogates_joined(chars, starts)
    return Spelled(text, [byte_at(i) for i in joined], _spell_json)


def _surrogates_joined(chars: list[str], starts: list[int]) -> tuple[str, list[int]]:
    """Two \\uXXXX escapes that make one character become that character."""
    if not any("\ud800" <= char <= "\udfff" for char in chars):
        return "".join(chars), starts
    out, kept = [], []
    index = 0
    while index < len(chars):
        pair = "".join(chars[index : index + 2])
        kept.append(starts[index])
        if len(pair) == 2 and "\ud800" <= pair[0] <= "\udbff" and "\udc00" <= pair[1] <= "\udfff":
            out.append(pair.encode("utf-16", "surrogatepass").decode("utf-16"))
            index += 2
        else:
            out.append("\ufffd" if "\ud800" <= chars[index] <= "\udfff" else chars[index])
            index += 1
    return "".join(out), [*kept, starts[-1]]


def _spell_json(new: str) -> bytes:
    return json.dumps(new, ensure_ascii=False)[1:-1].encode("utf-8")


def spell_json_number(new: str) -> bytes:
    """A number that held a value becomes a string."""
    return json.dumps(new, ensure_ascii=False).encode("utf-8")


def plain(body: bytes, start: int, end: int) -> Spelled:
    """Text as it stands, UTF-8 or Windows-1252."""
    raw = body[start:end]
    text, starts = utf8(raw)
    codec = "utf-8" if len(text.encode("utf-8", "replace")) == len(raw) else "cp1252"
    return Spelled(text, [start + i for i in starts], lambda new: new.encode(codec, "replace"))
