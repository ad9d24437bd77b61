"""Rich Text Format: its text with the way back to its bytes (Microsoft RTF specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.readers import Context
from gateway.extract.xmltext import spliced
from gateway.extract.zipfiles import Unreadable
from gateway.model import Edit, Extraction, Incomplete, Placeholder, Reason, Segment

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BREAKS: Final = {
    b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"page": "\n", b"sect": "\n", b"nestcell": "\t",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_SILENT: Final = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator themedata colorschememapping "
    b"latentstyles datastore xmlnstbl".split()
)
_BINARY: Final = frozenset((b"pict", b"objdata"))
_MOST_DEPTH: Final = 500


@dataclass(slots=True)
class Rtf:
    """One RTF document as one segment. `units` are (byte start, byte end) for each character of the text."""

    raw: bytes = field(repr=False)
    path: str
    text: str = field(repr=False)
    units: list[tuple[int, int]] = field(repr=False)
    incomplete: Sequence[Incomplete]

    @property
    def segments(self) -> Sequence[Segment]:
        """The text, destinations and annotations in the order in which they stand."""
        return (Segment(f"{self.path}/text", self.text),)

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        splices: list[tuple[int, int, bytes]] = []
        for edit in edits:
            new = _spelled(edit.replacement)
            for start, end in self.units[edit.start : edit.end]:
                if start < end:
                    splices.append((start, end, new))
                    new = b""
        return spliced(self.raw, splices) if splices else self.raw

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _spelled(text: str) -> bytes:
    out = []
    for char in text:
        if char in "\\{}":
            out.append(b"\\" + char.encode("ascii"))
        elif char.isascii():
            out.append(char.encode("ascii"))
        else:
            code = ord(char) if ord(char) < 0x8000 else 0x3F
            out.append(b"\\u%d?" % code)
    return b"".join(out)


def read(content: bytes, path: str, context: Context) -> Extraction:
    """An RTF document. Raises Unreadable when it is nested beyond reason."""
    chars: list[str] = []
    units: list[tuple[int, int]] = []
    stack: list[tuple[bool, int]] = []
    silent, skip_after_unicode, to_skip = False, 1, 0
    pictured = False

    def say(text: str, start: int, end: int) -> None:
        for char in text:
            chars.append(char)
            units.append((start, end))

    position = 0
    while (match := _TOKEN.match(content, position)) is not None:
        start, position = match.span()
        word, number, hexadecimal, symbol, brace, plain = match.groups()
        if brace == b"{":
            stack.append((silent, skip_after_unicode))
            if len(stack) > _MOST_DEPTH:
                raise Unreadable(Reason.TOO_DEEP)
        elif brace == b"}":
            if stack:
                silent, skip_after_unicode = stack.pop()
        elif word is not None:
            if word in _SILENT:
                silent = True
            elif word in _BINARY:
                silent, pictured = True, True
            elif word == b"bin":
                position += max(0, int(number or 0))
            elif word == b"uc":
                skip_after_unicode = int(number or 1)
            elif word == b"u" and not silent:
                say(chr(int(number or 63) % 65536), start, position)
                to_skip = skip_after_unicode
            elif word in _BREAKS and not silent:
                say(_BREAKS[word], start, start)
        elif hexadecimal is not None and not silent:
            if to_skip:
                to_skip -= 1
                first, _ = units[-1]
                units[-1] = (first, position)
            else:
                say(bytes((int(hexadecimal, 16),)).decode("cp1252", "replace"), start, position)
        elif symbol is not None:
            if not silent and symbol in b"\\{}":
                say(symbol.decode("ascii"), start, position)
            elif not silent and symbol == b"~":
                say(" ", start, position)
            elif not silent and symbol == b"_":
                say("-", start, position)
        elif plain is not None and not silent:
            skipped = min(to_skip, len(plain))
            if skipped:
                to_skip -= skipped
                first, _ = units[-1]
                units[-1] = (first, start + skipped)
            for offset in range(skipped, len(plain)):
                say(
                    plain[offset : offset + 1].decode("cp1252", "replace"), start + offset, start + offset + 1
                )
        if len(chars) > context.limits.max_text:
            raise Unreadable(Reason.TOO_BIG)
    incomplete = (Incomplete(Reason.UNKNOWN_TYPE, path),) if pictured and b"\\objdata" in content else ()
    return Rtf(content, path, "".join(chars), units, incomplete)
