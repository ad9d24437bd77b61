"""Text of an XML part with the way back to its bytes. No tree is built and nothing is ever expanded.

A part that declares entities is not read: no office document needs one, and nothing can explode.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape

from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason

_MARKUP: Final = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?.*?\?>|<(/?)([A-Za-z_][\w.\-:]*)([^<>]*)>|<", re.DOTALL
)
_ATTRIBUTE: Final = re.compile(rb"""([A-Za-z_][\w.\-:]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);")
_AFTER: Final = {
    b"p": "\n", b"br": "\n", b"cr": "\n", b"line-break": "\n", b"h": "\n", b"tr": "\n", b"table-row": "\n",
    b"tab": "\t", b"tc": "\t", b"table-cell": "\t", b"covered-table-cell": "\t", b"s": " ", b"si": "\n", b"comment": "\n",
    b"title": "\n", b"creator": "\n", b"subject": "\n", b"description": "\n", b"keywords": "\n", b"lastModifiedBy": "\n",
    b"initial-creator": "\n", b"user-defined": "\n", b"property": "\n", b"v": "\n", b"pt": "\n", b"noBreakHyphen": "-",
}  # fmt: skip
_SAID: Final = frozenset(b"descr title author tooltip alt Target href value string-value date-value".split())


@dataclass
class XmlText:
    """The readable text of one XML part: `text`, and for each run of it the bytes that spell it.

    A run is (text start, length, byte start, byte end); where both lengths are equal its characters stand one to one in
    the bytes, any other run is one unit.
    """

    raw: bytes = field(repr=False)
    text: str = field(init=False, repr=False)
    attributes: list[tuple[str, int, int]] = field(init=False, repr=False)
    _runs: list[tuple[int, int, int, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if b"<!ENTITY" in self.raw:
            raise Unreadable(Reason.UNREADABLE)
        if self.raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Unreadable(Reason.UNKNOWN_TYPE)
        self._pieces: list[str] = []
        self._length = 0
        self._runs, self.attributes = [], []
        position = 0
        for match in _MARKUP.finditer(self.raw):
            self._characters(position, match.start())
            position = match.end()
            if match[1] is not None:
                self._characters(match.start(1), match.end(1), cdata=True)
            elif match[3] is not None:
                self._tag(match)
        self._characters(position, len(self.raw))
        self.text = "".join(self._pieces)

    def _tag(self, match: re.Match[bytes]) -> None:
        name = match[3].rpartition(b":")[2]
        if match[2] or match[4].endswith(b"/"):
            after = _AFTER.get(name)
            if after:
                self._pieces.append(after)
                self._length += 1
        for attribute in _ATTRIBUTE.finditer(self.raw, match.start(4), match.end(4)):
            group = 2 if attribute[2] is not None else 3
            if attribute[1].rpartition(b":")[2] in _SAID and attribute[group].strip():
                value = html.unescape(attribute[group].decode("utf-8", "replace"))
                self.attributes.append((value, attribute.start(group), attribute.end(group)))

    def _characters(self, start: int, end: int, *, cdata: bool = False) -> None:
        """Character data: each reference and each character beyond ASCII is a unit."""
        if start >= end or (not cdata and not self.raw[start:end].strip()):
            return
        text = self.raw[start:end].decode("utf-8", "replace")
        position, at = 0, start
        for match in () if cdata else _REFERENCE.finditer(text):
            at = self._plain(text[position : match.start()], at)
            self._run(html.unescape(match[0]), at, at + len(match[0]))
            at += len(match[0])
            position = match.end()
        self._plain(text[position:], at)

    def _plain(self, text: str, at: int) -> int:
        if text.isascii():
            if text:
                self._run(text, at, at + len(text))
            return at + len(text)
        for char in text:
            width = len(char.encode("utf-8", "replace"))
            self._run(char, at, at + width)
            at += width
        return at

    def _run(self, text: str, start: int, end: int) -> None:
        self._runs.append((self._length, len(text), start, end))
        self._pieces.append(text)
        self._length += len(text)

    def splices(self, edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, bytes]]:
        """The byte splices for edits (start, end, replacement) on the text: the replacement stands where the first
        removed character stood, markup between stays."""
        starts = [run[0] for run in self._runs]
        out: list[tuple[int, int, bytes]] = []
        for start, end, new in edits:
            replacement = escape(new).encode("utf-8")
            index = max(bisect_right(starts, start) - 1, 0)
            while index < len(self._runs) and self._runs[index][0] < end:
                at, length, first, last = self._runs[index]
                low, high = max(start - at, 0), min(end - at, length)
                if low < high:
                    literal = last - first == length
                    begin, stop = (first + low, first + high) if literal else (first, last)
                    out.append((begin, stop, replacement))
                    replacement = b""
                index += 1
        return out


def spliced(raw: bytes, splices: Sequence[tuple[int, int, bytes]]) -> bytes:
    """`raw` with `splices` made; overlapping ones are joined."""
    out: list[bytes] = []
    position = 0
    for start, end, new in sorted(splices):
        if start >= position:
            out += (raw[position:start], new)
        position = max(position, end)
    out.append(raw[position:])
    return b"".join(out)
