"""Files inside text: data: URIs in HTML (RFC 2397) and uuencoded blocks in plain bodies (POSIX uuencode)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

from gateway.mime.base64 import tolerant

_DATA: Final = re.compile(r"\s*data:([^,;\"'<>]{0,100})((?:;[^,;\"'<>]{0,100}){0,6}),", re.IGNORECASE)
_UU: Final = re.compile(
    r"^begin(?:(-base64) [0-7]{1,7} ([^\r\n]{1,250}+)\r?\n((?:(?!====)[A-Za-z0-9+/=]{1,90}+\r?\n)*+)===="
    r"| {1,2}[0-7]{1,7} ([^\r\n]{1,250}+)\r?\n((?:[ -`][^\r\n]{0,90}+\r?\n)*+)end)[ \t]*+(?=\r?\n|\Z)",
    re.MULTILINE,
)
#: The same without its end, as programs that lost it left it: no more than the lines that are as long as they say.
_UU_ENDLESS: Final = re.compile(
    r"^begin {1,2}[0-7]{1,7} ([^\r\n]{1,250}+)\r?\n(?=[!-`])((?:[ -`]{1,90}+(?:\r?\n|\Z))++)", re.MULTILINE
)
#: How every block begins, and the word that it begins with: that is looked for sooner.
_UU_BEGIN: Final = re.compile(r"begin(?:-base64)? {1,2}[0-7]{1,7} ")
UU_BEGIN: Final = b"begin"
_UU_MOST: Final = 45  # bytes a line


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file at source[start:end]. `write` gives what stands there for another content, of another media type."""

    start: int
    end: int
    media: str
    name: str
    content: bytes = field(repr=False)
    write: Callable[[bytes, str], str] = field(repr=False)


def data_uri(source: str, start: int, end: int) -> Embedded | None:
    """The file in the data: URI at source[start:end]; None when it is no such URI."""
    head = _DATA.match(source, start, end)
    if head is None:
        return None
    payload = unquote_to_bytes(source[head.end() : end])
    options = head[2].lower()
    is_base64 = options.rstrip().endswith(";base64")
    media = head[1].strip().lower() or "text/plain"
    charset = re.search(r";\s*charset=([\w-]+)", options)
    typed = f"{media}; charset={charset[1]}" if charset else media
    content = tolerant(payload) if is_base64 else payload
    return Embedded(start, end, typed, "", content, _write_uri if is_base64 else _write_escaped)


def _write_uri(content: bytes, media: str) -> str:
    return (
        f"data:{media.replace(' ', '')};base64,{binascii.b2a_base64(content, newline=False).decode('ascii')}"
    )


def _write_escaped(content: bytes, media: str) -> str:
    return f"data:{media.replace(' ', '')},{quote_from_bytes(content, safe='')}"


def uuencoded(source: str) -> list[Embedded]:
    """Every uuencoded block in a plain text."""
    if not _UU_BEGIN.search(source):
        return []
    files = [_uu_file(found) for found in _UU.finditer(source)]
    ended = {file.start for file in files}
    for found in _UU_ENDLESS.finditer(source):
        if found.start(2) not in ended and (file := _uu_endless(found)):
            files.append(file)
    return sorted(files, key=lambda file: file.start)


def _uu_file(found: re.Match[str]) -> Embedded:
    is_base64 = found[1] is not None
    name, body = (found[2], 3) if is_base64 else (found[4], 5)
    lines = found[body].encode("ascii", "replace").splitlines()
    content = tolerant(b"".join(lines)) if is_base64 else b"".join(map(_uu_line, lines))
    newline = "\r\n" if "\r\n" in found[0] else "\n"
    write = _base64_writer(newline) if is_base64 else _uu_writer(newline)
    return Embedded(
        found.start(body), found.end(body), "application/octet-stream", name.strip(), content, write
    )


def _uu_endless(found: re.Match[str]) -> Embedded | None:
    """A block that breaks off: its lines as long as each is as long as its first sign says; None when none is."""
    content, length = [], 0
    for line in found[2].splitlines(keepends=True):
        size = ord(line[0]) - 32 & 63
        if not 0 < size <= _UU_MOST or len(line.rstrip("\r\n")) != 1 + (size + 2) // 3 * 4:
            break
        content.append(_uu_line(line.rstrip("\r\n").encode("ascii")))
        length += len(line)
    if not content:
        return None
    write = _uu_writer("\r\n" if "\r\n" in found[0] else "\n")
    start = found.start(2)
    return Embedded(
        start, start + length, "application/octet-stream", found[1].strip(), b"".join(content), write
    )


def _uu_line(line: bytes) -> bytes:
    """One line; a wrong length is taken as most decoders do: from what the characters give."""
    length = (line[0] - 32) & 63 if line else 0
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        body = line[1 : 1 + (length * 4 + 2) // 3]
        try:
            return binascii.a2b_uu(line[:1] + body)
        except binascii.Error:
            return b""


def _uu_writer(newline: str) -> Callable[[bytes, str], str]:
    def write(content: bytes, _media: str) -> str:
        pieces = [content[at : at + _UU_MOST] for at in range(0, len(content), _UU_MOST)]
        lines = [
            binascii.b2a_uu(piece, backtick=True).decode("ascii").rstrip("\n") for piece in [*pieces, b""]
        ]
        return "".join(line + newline for line in lines)

    return write


def _base64_writer(newline: str) -> Callable[[bytes, str], str]:
    def write(content: bytes, _media: str) -> str:
        encoded = binascii.b2a_base64(content, newline=False).decode("ascii")
        return "".join(encoded[at : at + 60] + newline for at in range(0, len(encoded), 60))

    return write
