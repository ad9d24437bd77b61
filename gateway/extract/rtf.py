"""Rich Text Format: its text with the way back to its bytes (Microsoft RTF specification 1.9.1)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.metafile import Metafile, is_metafile
from gateway.extract.readers import Context
from gateway.extract.spelled import spliced
from gateway.extract.strings import Strings
from gateway.extract.unread import Unread
from gateway.extract.zipfiles import Unreadable
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Reason, Segment

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BREAKS: Final = {
    b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"page": "\n", b"sect": "\n", b"nestcell": "\t",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_SILENT: Final = frozenset(
    b"colortbl listoverridetable rsidtbl generator themedata colorschememapping latentstyles xmlnstbl blipuid panose"
    b" falt".split()
)
#: Names of fonts, styles and lists, apart from the text that follows them.
_TABLES: Final = frozenset((b"fonttbl", b"stylesheet", b"listtable"))
_BINARY: Final = frozenset((b"pict", b"objdata", b"datastore"))
#: Destinations whose text stands by itself.
_APART: Final = frozenset(
    b"title subject author manager company operator category keywords comment doccomm hlinkbase header headerl headerr"
    b" headerf footer footerl footerr footerf footnote annotation atnauthor atnid fldinst fldrslt shptxt bkmkstart sv".split()
)
_FILE: Final = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|PK\x03\x04|%PDF-|\x89PNG|\xff\xd8\xff")
_NOT_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")
_MOST_DEPTH: Final = 500


@dataclass(slots=True)
class _Inside:
    """A picture or an object: where its bytes stand, as hexadecimal digits or as they are."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    is_hex: bool = True
    document: Extraction | None = field(default=None, repr=False)

    def content(self, raw: bytes) -> bytes:
        pieces = b"".join(raw[start:end] for start, end in self.spans)
        if not self.is_hex:
            return pieces
        digits = _NOT_HEX.sub(b"", pieces)
        return binascii.unhexlify(digits[: len(digits) // 2 * 2])


@dataclass(slots=True)
class Rtf:
    """One RTF document as one segment. `units` are (byte start, byte end) for each character of the text."""

    raw: bytes = field(repr=False)
    path: str
    text: str = field(repr=False)
    units: list[tuple[int, int]] = field(repr=False)
    inside: dict[str, _Inside] = field(default_factory=dict, repr=False)

    @property
    def segments(self) -> Sequence[Segment]:
        """The text, destinations and annotations in the order in which they stand; pictures and objects."""
        found = [Segment(f"{self.path}/text", self.text)]
        for item in self.inside.values():
            found.extend(item.document.segments if item.document else ())
        return found

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into, of pictures and objects."""
        documents = [item.document for item in self.inside.values() if item.document]
        return [Incomplete(item.reason, self.path) for document in documents for item in document.incomplete]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        splices: list[tuple[int, int, bytes]] = []
        for edit in edits:
            if edit.segment != f"{self.path}/text":
                continue
            new = _spelled(edit.replacement)
            for start, end in self.units[edit.start : edit.end]:
                if start < end:
                    splices.append((start, end, new))
                    new = b""
        for path, item in self.inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{path}/")]
            if own and item.document is not None:
                splices += self._replaced(item, own)
        return spliced(self.raw, splices) if splices else self.raw

    def _replaced(self, item: _Inside, edits: Sequence[Edit]) -> list[tuple[int, int, bytes]]:
        if not item.is_hex or item.document is None:
            raise CannotRedact(self.path)
        try:
            new = binascii.hexlify(item.document.rewrite(edits, {}))
        except CannotRedact:
            raise CannotRedact(self.path) from None
        (start, end), *rest = item.spans
        lines = b"\n".join(new[at : at + 128] for at in range(0, len(new), 128))
        return [(start, end, lines), *((low, high, b"") for low, high in rest)]

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
    """An RTF document. Raises Unreadable when it is nested beyond reason, or holds too much."""
    walk = _Walk(content, context.limits.max_text)
    walk.run()
    document = Rtf(content, path, "".join(walk.chars), walk.units)
    for number, item in enumerate(walk.inside):
        body = item.content(content)
        if not body:
            continue
        place = f"{path}/inside{number}"
        found = _FILE.search(body, 0, 4096)
        if found is not None and found.start() == 0:
            item.document = context.open_inside(body, "", place)
        elif found is not None:  # an OLE object's header stands before it
            item.document = ReadOnly(body, context.open_inside(body[found.start() :], "", place))
        else:
            item.document = Metafile(body, place) if is_metafile(body) else Strings(body, place)
        document.inside[place] = item
    return document


class ReadOnly(Unread):
    """What was read of a document that stands inside a wrapping which we do not write."""

    def __init__(self, content: bytes, inner: Extraction) -> None:
        reason = inner.incomplete[0].reason if inner.incomplete else None
        super().__init__(content, reason, "", inner.segments)


class _Walk:
    """One pass over the tokens: characters with their bytes, and where pictures and objects stand."""

    def __init__(self, content: bytes, most: int) -> None:
        self._content, self._most = content, most
        self.chars: list[str] = []
        self.units: list[tuple[int, int]] = []
        self.inside: list[_Inside] = []
        self._stack: list[tuple[bool, int, _Inside | None, bool]] = []
        self._silent, self._after_unicode, self._to_skip, self._is_table = False, 1, 0, False
        self._filling: _Inside | None = None
        self._position = 0

    def run(self) -> None:
        """Read all of it."""
        while (match := _TOKEN.match(self._content, self._position)) is not None:
            start, self._position = match.span()
            word, number, hexadecimal, symbol, brace, plain = match.groups()
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                self._word(word, number, start)
            elif plain is not None:
                self._plain(plain, start)
            elif self._silent:
                continue
            elif hexadecimal is not None:
                self._byte(int(hexadecimal, 16), start)
            elif symbol is not None and symbol in b"\\{}~_":
                self._say({b"~": " ", b"_": "-"}.get(symbol, symbol.decode("ascii")), start, self._position)
            if len(self.chars) > self._most:
                raise Unreadable(Reason.TOO_BIG)

    def _say(self, text: str, start: int, end: int) -> None:
        for char in text:
            self.chars.append(char)
            self.units.append((start, end))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._stack.append((self._silent, self._after_unicode, self._filling, self._is_table))
            if len(self._stack) > _MOST_DEPTH:
                raise Unreadable(Reason.TOO_DEEP)
        elif self._stack:
            was_table = self._is_table
            self._silent, self._after_unicode, self._filling, self._is_table = self._stack.pop()
            if was_table and not self._is_table:
                self._say("\n", self._position, self._position)

    def _word(self, word: bytes, number: bytes | None, start: int) -> None:
        if word == b"bin":
            length = max(0, int(number or 0))
            if self._filling is not None and length:
                self._filling.is_hex = False
                self._filling.spans = [(self._position, min(self._position + length, len(self._content)))]
            self._position += length
        elif word in _SILENT:
            self._silent, self._filling = True, None
        elif word in _BINARY:
            self._filling = _Inside()
            self.inside.append(self._filling)
            self._silent = True
        elif word == b"picprop":  # a picture's name and description, among its digits
            self._silent, self._filling = False, None
        elif word == b"uc":
            self._after_unicode = int(number or 1)
        elif self._silent:
            return
        elif word == b"u":
            code = int(number or 63) % 65536
            self._say("\ufffd" if 0xD800 <= code < 0xE000 else chr(code), start, self._position)
            self._to_skip = self._after_unicode
        elif word in _BREAKS:
            self._say(_BREAKS[word], start, start)
        elif word in _APART or word in _TABLES:
            self._is_table |= word in _TABLES
            self._say("\n", start, start)

    def _byte(self, byte: int, start: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
            self.units[-1] = (self.units[-1][0], self._position)
        else:
            self._say(bytes((byte,)).decode("cp1252", "replace"), start, self._position)

    def _plain(self, plain: bytes, start: int) -> None:
        if self._filling is not None and self._filling.is_hex:
            self._filling.spans.append((start, start + len(plain)))
        if self._silent:
            return
        skipped = min(self._to_skip, len(plain))
        if skipped:
            self._to_skip -= skipped
            self.units[-1] = (self.units[-1][0], start + skipped)
        for offset in range(skipped, len(plain)):
            char = plain[offset : offset + 1].decode("cp1252", "replace")
            self._say(char, start + offset, start + offset + 1)
