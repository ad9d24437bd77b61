"""The mail that is nothing but plain text, in nothing that two readers could read in two ways: its segments, read at a glance.

Such a message is one entity under every `structure.Reading`; what the tree, the places and the other readings are for is made
only when something is to be edited. Whatever is not told at a glance is left to `reader.Reader`, which finds the same in what is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from gateway.mime.charset import Text, codec_of, is_ascii_superset
from gateway.mime.extraction import MailExtraction
from gateway.mime.headers import path_of
from gateway.mime.lens import has_bare_cr
from gateway.mime.limits import MimeLimits
from gateway.mime.structure import LIKE_HTML, usual_parameters
from gateway.mime.text import may_hold_more
from gateway.mime.transfer import decode
from gateway.mime.words import header_text
from gateway.model import Edit, Incomplete, Placeholder, Segment, SegmentKind

_MOST: Final = 64 * 1024  # octets
#: Fields, each on lines that all hold something, and how each is taken apart.
_HEADER: Final = re.compile(rb"(?:[!-9;-~]++:[^\r\n]*+\r\n(?:[ \t]++[^\r\n \t][^\r\n]*+\r\n)*+)++")
_FIELDS: Final = re.compile(rb"([!-9;-~]++):[ \t]*+([^\r\n]*+(?:\r\n[ \t][^\r\n]*+)*+)\r\n")
#: As the value is written by nearly all that write one.
_ENCODINGS: Final = {b"7bit": "", b"8bit": "", b"quoted-printable": "quoted-printable"}


class PlainMail:
    """A message of plain text: what was read of it, and who reads it for edits."""

    __slots__ = ("_read", "segments")

    signed = False
    incomplete: Sequence[Incomplete] = ()

    def __init__(self, segments: Sequence[Segment], read: Callable[[], MailExtraction]) -> None:
        self.segments, self._read = segments, read

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `MailExtraction.rewrite`."""
        return self._read().rewrite(edits, withheld)

    def part(self, path: str) -> bytes:
        """See `MailExtraction.part`."""
        return self._read().part(path)


def plain_segments(raw: bytes, limits: MimeLimits, *, whole: bool) -> list[Segment] | None:
    """The segments of a message of plain text; None where that is not told at a glance.

    `whole`: CR and LF are known to stand together only.
    """
    end = raw.find(b"\r\n\r\n", 0, _MOST) + 2
    if end < 2 or len(raw) > min(_MOST, limits.max_text) or not _HEADER.fullmatch(raw, 0, end):
        return None
    segments: list[Segment] = []
    paths: dict[str, int] = {}
    described: dict[bytes, bytes] = {}
    for written, value in _FIELDS.findall(raw, 0, end):
        name = written.lower()
        if path := path_of(name):
            if value:
                segments.append(
                    Segment(_once(f"header/{path}", paths), header_text(value), SegmentKind.HEADER)
                )
        elif name.startswith(b"content-"):
            if name in described:
                return None
            described[name] = value
    body = None if len(segments) > limits.max_fields else _body(raw, end + 2, described)
    if body is None or (not whole and has_bare_cr(raw)):
        return None
    segments.append(Segment("body/0", body))
    return segments


def _once(path: str, known: dict[str, int]) -> str:
    """`path`, with a number from the second time on."""
    number = known.get(path, -1) + 1
    known[path] = number
    return f"{path}/{number}" if number else path


def _body(raw: bytes, start: int, described: Mapping[bytes, bytes]) -> str | None:
    """The text from `start` on, whose header says what it is; None where it may be more than that."""
    charset = ""
    if media := described.get(b"content-type"):
        parameters = usual_parameters(media, "text/plain")
        if parameters is None:
            return None
        charset = parameters[0].text
    elif b"content-type" in described or LIKE_HTML.match(raw, start):
        return None
    encoding = _ENCODINGS.get(described.get(b"content-transfer-encoding", b"7bit").lower())
    if encoding is None or b"content-disposition" in described:
        return None
    data = decode(raw, encoding, start).data
    if (codec := codec_of(charset)) and not is_ascii_superset(codec):
        return None
    text = Text(data, charset)
    if text.has_controls or may_hold_more(data, text):
        return None
    return text.text
