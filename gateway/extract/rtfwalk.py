"""One pass over the tokens of Rich Text Format: its characters with their bytes, and where pictures and objects stand."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from gateway.extract.spelled import SHORT_CELL, plain
from gateway.extract.zipfiles import Unreadable
from gateway.mime.charset import codec_of
from gateway.model import Extraction, Reason

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BREAKS: Final = {
    b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"page": "\n", b"sect": "\n", b"nestcell": "\t",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_CELL_ENDS: Final = frozenset((b"cell", b"nestcell"))
#: A backslash at the end of a line or before a tab says the same (TextEdit writes no other paragraphs).
_BREAKS_BY_SIGN: Final = {b"\r": "\n", b"\n": "\n", b"\t": "\t"}
_SILENT: Final = frozenset(b"rsidtbl latentstyles blipuid panose".split())
#: Names of fonts, styles and lists, apart from the text that follows them.
_TABLES: Final = frozenset(
    b"fonttbl stylesheet listtable listoverridetable colortbl generator xmlnstbl falt".split()
)
_BINARY: Final = frozenset(b"pict objdata datastore datafield themedata colorschememapping".split())
#: Destinations whose text stands by itself.
_APART: Final = frozenset(
    b"title subject author manager company operator category keywords comment doccomm hlinkbase header headerl headerr"
    b" headerf footer footerl footerr footerf footnote annotation atnauthor atnid fldinst shptxt bkmkstart sv sn propname"
    b" staticval docvar ffname ffdeftext ffhelptext ffstattext".split()
)
#: What hides text, took it out, or put it in (specification 1.9.1, "Track Changes").
_HIDING: Final = frozenset((b"v", b"deleted", b"revised"))
#: The code page of \\'hh: of a document, and by the character set of a font.
_PAGES: Final = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_TWO_BYTES: Final = frozenset(("cp932", "cp949", "gbk", "cp950"))
_NOT_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")
_MOST_DEPTH: Final = 500


@dataclass(slots=True)
class Inside:
    """A picture or an object: where its bytes stand, as hexadecimal digits or as they are."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    is_hex: bool = True
    document: Extraction | None = field(default=None, repr=False)

    def content(self, raw: bytes) -> bytes:
        """The bytes of it."""
        pieces = b"".join(raw[start:end] for start, end in self.spans)
        if not self.is_hex:
            return pieces
        digits = _NOT_HEX.sub(b"", pieces)
        return binascii.unhexlify(digits[: len(digits) // 2 * 2])


class _State(NamedTuple):
    """What a group inherits, and what holds again when it ends."""

    silent: bool = False
    after_unicode: int = 1
    filling: Inside | None = None
    is_table: bool = False
    is_apart: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_revised: bool = False
    codec: str = ""


class Walk:
    """`chars` with their bytes in `units`; `visible` are those that stand in the text itself, `before` those that stood in it
    before tracked changes; `inside` pictures and objects.

    Raises Unreadable in `run` when groups are nested beyond reason, or there is too much text.
    """

    def __init__(self, content: bytes, most: int) -> None:
        self._content, self._most = content, most
        self.chars: list[str] = []
        self.units: list[tuple[int, int]] = []
        self.visible: list[int] = []
        self.before: list[int] = []
        self.inside: list[Inside] = []
        self._now, self._stack = _State(), list[_State]()
        self._to_skip, self._position = 0, 0
        self._cell = -1  # where the cell of a table begins
        self._page, self._fonts, self._font = "cp1252", dict[int, str](), 0
        self._lead: tuple[int, int] | None = None  # the first byte of two, and where it stands

    def run(self) -> None:
        """Read all of it."""
        while (match := _TOKEN.match(self._content, self._position)) is not None:
            start, self._position = match.span()
            word, number, hexadecimal, symbol, brace, plain = match.groups()
            if self._lead is not None and hexadecimal is None and plain is None:
                self._flush(start)
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                self._word(word, number, start)
            elif plain is not None:
                self._plain(plain, start)
            elif symbol == b"*":
                self._aside()
            elif self._now.silent:
                continue
            elif hexadecimal is not None:
                self._byte(int(hexadecimal, 16), start)
            elif symbol in _BREAKS_BY_SIGN:
                self._say(_BREAKS_BY_SIGN[symbol], start, start)
            elif symbol is not None and symbol in b"\\{}~_":
                self._say({b"~": " ", b"_": "-"}.get(symbol, symbol.decode("ascii")), start, self._position)
            if len(self.chars) > self._most:
                raise Unreadable(Reason.TOO_BIG)

    def readings(self) -> Mapping[str, Sequence[int]]:
        """`visible` and `before`, where something else stands in the midst of a line of them, by what they are called."""
        found = {"shown": self.visible} if self._is_parted(self.visible) else {}
        if self.before != self.visible and self._is_parted(self.before):
            found["before"] = self.before
        return found

    def _is_parted(self, places: Sequence[int]) -> bool:
        """Whether what stands between two of them parts a line, or runs into a word of one."""
        return any(
            "\n" not in (self.chars[before], self.chars[after])
            or (self.chars[before] + self.chars[before + 1]).isalnum()
            or (self.chars[after - 1] + self.chars[after]).isalnum()
            for before, after in pairwise(places)
            if after > before + 1
        )

    def _say(self, text: str, start: int, end: int) -> None:
        for char in text:
            if not (self._now.is_apart or self._now.is_hidden):
                if not self._now.is_deleted:
                    self.visible.append(len(self.chars))
                if not self._now.is_revised:
                    self.before.append(len(self.chars))
            self.chars.append(char)
            self.units.append((start, end))

    def _aside(self) -> None:
        """What follows in this group stands by itself."""
        self._now = self._now._replace(is_apart=True)
        self._gap()

    def _gap(self) -> None:
        """A line end that no bytes spell, outside of the text itself; never two in a row."""
        if not self.chars or self.chars[-1] != "\n":
            self.chars.append("\n")
            self.units.append((self._position, self._position))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self._stack.append(self._now)
            if len(self._stack) > _MOST_DEPTH:
                raise Unreadable(Reason.TOO_DEEP)
        elif self._stack:
            before, self._now = self._now, self._stack.pop()
            if before.is_apart or before.is_table or not self._stack:
                self._gap()

    def _word(self, word: bytes, number: bytes | None, start: int) -> None:
        if word == b"bin":
            self._binary(max(0, int(number or 0)))
        elif word in _SILENT:
            self._now = self._now._replace(silent=True, filling=None)
        elif word in _BINARY:
            self.inside.append(Inside())
            self._now = self._now._replace(silent=True, filling=self.inside[-1])
        elif word == b"picprop":  # a picture's name and description, among its digits
            self._now = self._now._replace(silent=False, filling=None)
        elif word == b"uc":
            self._now = self._now._replace(after_unicode=int(number or 1))
        elif self._now.silent:
            return
        elif word == b"u":
            code = int(number or 63) % 65536
            self._say(plain(chr(code)), start, self._position)
            self._to_skip = self._now.after_unicode
        elif word in _BREAKS:
            if word in _CELL_ENDS:
                self._end_cell()
            self._say(_BREAKS[word], start, start)
            if word in _CELL_ENDS or word == b"row":
                self._cell = len(self.chars)
        elif word == b"trowd":
            self._cell = len(self.chars)
        elif word in _HIDING:
            self._hide(word, is_on=number is None or int(number) != 0)
        elif word in _TABLES:
            self._now = self._now._replace(is_table=True, is_apart=True)
            self._gap()
        elif word in _APART:
            self._aside()
        elif word == b"fldrslt":
            self._gap()
        else:
            self._page_word(word, int(number or 0))

    def _hide(self, word: bytes, *, is_on: bool) -> None:
        if word == b"v":
            self._now = self._now._replace(is_hidden=is_on)
        elif word == b"deleted":
            self._now = self._now._replace(is_deleted=is_on)
        else:
            self._now = self._now._replace(is_revised=is_on)

    def _end_cell(self) -> None:
        """In a short cell no line end is any ("Date de" above "naissance")."""
        if self._cell >= 0 and len(self.chars) - self._cell <= SHORT_CELL:
            for at in range(self._cell, len(self.chars)):
                if self.chars[at] == "\n":
                    self.chars[at] = " "

    def _page_word(self, word: bytes, number: int) -> None:
        """What says how bytes spell characters: the document's code page, a font's, which font it is."""
        if word == b"ansicpg":
            self._page = codec_of(f"cp{number}") or self._page
        elif word in _PAGES:
            self._page = _PAGES[word]
        elif word == b"f":
            self._font = number
            self._now = self._now._replace(codec=self._fonts.get(number, ""))
        elif word == b"plain":
            self._now = self._now._replace(codec="", is_hidden=False, is_deleted=False, is_revised=False)
        elif word == b"fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]
        elif word == b"cpg" and (codec := codec_of(f"cp{number}")):
            self._fonts[self._font] = codec

    def _binary(self, length: int) -> None:
        """Bytes as they are: of a picture or an object, or of nothing that we know."""
        if length:
            filling = self._now.filling
            if filling is None:
                filling = Inside()
                self.inside.append(filling)
            filling.is_hex = False
            filling.spans = [(self._position, min(self._position + length, len(self._content)))]
        self._position += length

    def _byte(self, byte: int, start: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
            self.units[-1] = (self.units[-1][0], self._position)
        else:
            self._octet(byte, start, self._position)

    def _octet(self, byte: int, start: int, end: int) -> None:
        codec = self._now.codec or self._page
        if self._lead is not None:
            (lead, begin), self._lead = self._lead, None
            pair = _decoded(bytes((lead, byte)), codec)
            if len(pair) == 1:
                self._say(pair, begin, end)
                return
            self._say(_decoded(bytes((lead,)), "cp1252"), begin, start)
        if byte > 0x80 and codec in _TWO_BYTES and not _decoded(bytes((byte,)), codec):
            self._lead = byte, start
        else:
            self._say(_decoded(bytes((byte,)), codec) or chr(byte), start, end)

    def _flush(self, end: int) -> None:
        """The first byte of two that no second one followed."""
        if self._lead is not None:
            (lead, start), self._lead = self._lead, None
            self._say(_decoded(bytes((lead,)), "cp1252") or chr(lead), start, end)

    def _plain(self, plain: bytes, start: int) -> None:
        filling = self._now.filling
        if filling is not None and filling.is_hex:
            filling.spans.append((start, start + len(plain)))
        if self._now.silent:
            return
        skipped = min(self._to_skip, len(plain))
        if skipped:
            self._to_skip -= skipped
            self.units[-1] = (self.units[-1][0], start + skipped)
        for offset in range(skipped, len(plain)):
            self._octet(plain[offset], start + offset, start + offset + 1)


def _decoded(data: bytes, codec: str) -> str:
    """`data` in that code page; "" where it is no character of it."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""
