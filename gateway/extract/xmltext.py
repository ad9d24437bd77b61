"""Text of an XML part with the way back to its bytes. No tree is built and nothing is ever expanded.

A part that declares entities is not read: no office document needs one, and nothing can explode.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Collection
from typing import Final
from urllib.parse import unquote

from gateway.extract.columndays import of_columns
from gateway.extract.openchanges import OPEN_CHANGES, OpenChanges
from gateway.extract.spelled import Escape, Spelled, in_attribute, in_comment, in_text, in_url
from gateway.extract.xmlfields import label, named
from gateway.extract.zipfiles import Unreadable
from gateway.mime import charset
from gateway.model import Reason

_MARKUP: Final = re.compile(
    rb"<!--(.*?)(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<\?(.*?)(?:\?>|\Z)"
    rb"|<(/?)([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>|<",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(
    rb"""(?<![\w.\-:\x80-\xff])([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]*+)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)')"""
)
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);")
_UNIT_OF_URL: Final = re.compile(_REFERENCE.pattern + r"|(?:%[0-9A-Fa-f]{2})+")
_AFTER: Final = {
    b"p": "\n", b"br": "\n", b"cr": "\n", b"line-break": "\n", b"h": "\n",
    b"tab": "\t", b"s": " ", b"si": "\n", b"comment": "\n",
    b"title": "\n", b"creator": "\n", b"subject": "\n", b"description": "\n", b"keywords": "\n", b"lastModifiedBy": "\n",
    b"initial-creator": "\n", b"user-defined": "\n", b"property": "\n", b"v": "\n", b"pt": "\n", b"noBreakHyphen": "-",
    b"text": "\n", b"desc": "\n", b"li": "\n", b"div": "\n", b"keyword": "\n", b"category": "\n", b"Company": "\n",
    b"Manager": "\n", b"definedName": "\n", b"f": "\n", b"config-item": "\n", b"lpwstr": "\n",
    b"lpstr": "\n", b"hyperlinkBase": "\n", b"oddHeader": "\n", b"oddFooter": "\n", b"evenHeader": "\n", b"evenFooter": "\n",
    b"firstHeader": "\n", b"firstFooter": "\n", b"formula": "\n", b"formula1": "\n", b"formula2": "\n", b"textpath": "\n",
    b"note-citation": "\n", b"oc": "\n", b"nc": "\n", b"formatCode": "\n", b"key": "\n", b"string": "\n",
    b"value": "\n", b"author": "\n", b"creator-initials": "\n", b"change-info": "\n",
}  # fmt: skip
#: Numbers and words that say where something stands (ECMA-376 part 1, §20.4.2 and §20.5.2), in the midst of a text: no text.
_GEOMETRY: Final = frozenset(
    b"wp:posOffset wp:align wp14:pctWidth wp14:pctHeight wp14:pctPosHOffset wp14:pctPosVOffset xdr:col xdr:colOff xdr:row"
    b" xdr:rowOff xm:sqref".split()
)
#: Elements of which one goes on where another ends; those of OpenDocument's text do, too.
_RUNS_ON: Final = frozenset(
    b"t delText instrText delInstrText a tspan b i u s em strong font sub sup small big rb rt m n".split()
)
_ROWS: Final = frozenset((b"tr", b"table-row", b"Row"))
_CELLS: Final = frozenset((b"tc", b"table-cell", b"covered-table-cell", b"Cell"))
#: Attributes that people write or read; of all others only values with the digits of an identifier are read.
_SAID: Final = frozenset(
    b"descr title author tooltip alt href string-value description displayName displayText prompt promptTitle"
    b" UnicodeString".split()
)
_LINKS: Final = frozenset((b"Target", b"href", b"location"))
#: Attributes of machines: geometry, revisions, namespaces, moments.
_MACHINE: Final = re.compile(
    rb"(?:xmlns(?:$|:)|(?:w\d*:)?rsid|(?:\w+:)?(?:id|ID|Id|uid|paraId|textId|durableId|date|dateUtc|dt|created|modified|d"
    rb"|path|points|style|transform|viewBox|enhanced-path|modifiers|coordsize|coordorigin|coords|schemaLocation|x|y|cx|cy"
    rb"|x1|x2|y1|y2|width|height|w|h|guid|editing-cycles|editing-duration|panose-?1|sz|pos|spans"
    rb"|from|to|adj|fill|stroke|color|rgb|dLbl|codeName|algorithmName|hashValue|saltValue|spinCount|digest)$)"
)
_DIGITS: Final = re.compile(rb"\d(?:\D{0,12}\d){4}")
#: What a tag with anything to read in it must have.
_INTERESTING: Final = re.compile(_DIGITS.pattern + b"|" + b"|".join(sorted(_SAID)))
_GUID: Final = re.compile(rb"\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f-]{22,}\}?\Z")
_RUN: Final = frozenset((b"r", b"vanish"))
_OFF: Final = re.compile(rb"""val\s*=\s*["'](?:0|false|off)""")
_STYLED: Final = frozenset((b"rStyle", b"span"))
_STYLE_NAME: Final = re.compile(rb"""(?:\bval|:style-name)\s*=\s*["']([^"'<>]{1,200})["']""")
#: Elements that stand in the midst of a text and are shown beside it, above it or at its foot, or not at all.
_ASIDE: Final = frozenset(
    (b"annotation", b"note", b"ruby-text", b"rt", b"rPh", b"instrText", b"object", b"binary-data")
)
#: Attributes that say the value of a field which is shown otherwise, or not at all.
_VALUES: Final = frozenset(
    b"w:fullDate office:value office:date-value office:string-value text:date-value".split()
)
_CHAR: Final = re.compile(rb"""char\s*=\s*["']([0-9A-Fa-f]{2,4})["']""")
#: Elements whose value is the name of a field that follows.
_NAMING: Final = frozenset((b"name", b"alias", b"tag"))
_CONTROL: Final = frozenset((b"sdt", b"sdtContent"))
#: Names of attributes that say nothing of their values.
_ANY_VALUE: Final = re.compile(
    rb"(?:\w+-)?(?:val(?:ue)?|v|data|content|text|Target|href|location|name)\Z", re.IGNORECASE
)
_TOLD: Final = re.compile(rb"[A-Za-z]{5}")
_DECLARED: Final = re.compile(rb"""\s*<\?xml\s[^>]{0,80}?encoding\s*=\s*["']([\w.\-]{1,40})["']""")
_INSERTED: Final = frozenset((b"ins", b"moveTo"))
_DELETED: Final = frozenset((b"del", b"moveFrom"))
_ENCODINGS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)


def codec_of(raw: bytes) -> str:
    """The encoding of an XML part, as far as its bytes must be brought to UTF-8 first (XML 1.0, appendix F); else ""."""
    wide = next((codec for mark, codec in _ENCODINGS if raw.startswith(mark)), "")
    declared = None if wide else _DECLARED.match(raw)
    if declared is None or raw.isascii():
        return wide
    codec = charset.codec_of(declared[1].decode("ascii"))
    if codec in ("", "utf-8") or not charset.is_ascii_superset(codec) or charset.is_utf8(raw):
        return ""
    try:
        return codec if raw.decode(codec).encode(codec) == raw else ""
    except UnicodeError:
        return ""


def recoded(raw: bytes, before: str, after: str) -> bytes:
    """`raw` in another encoding, "" being UTF-8. Raises Unreadable."""
    if before == after:
        return raw
    try:
        return raw.decode(before or "utf-8").encode(after or "utf-8", "xmlcharrefreplace")
    except UnicodeError:
        raise Unreadable(Reason.UNREADABLE) from None


class XmlText:
    """The readable text of one XML part (`shown`), and what stands in its tags and comments (`said`).

    With `spans`, only those parts of it are read. `hiding` are names of styles that hide the characters that have them.
    """

    __slots__ = (
        "_alias",
        "_aside",
        "_asides",
        "_changed",
        "_changes",
        "_deleted",
        "_ended",
        "_glued",
        "_hidden",
        "_hiding",
        "_inserted",
        "_is_table",
        "_labels",
        "_mute",
        "_open",
        "_run",
        "_spans",
        "_values",
        "_vanishes",
        "raw",
        "said",
        "shown",
    )

    def __init__(
        self,
        raw: bytes,
        spans: tuple[tuple[int, int], ...] | None = None,
        hiding: Collection[bytes] = (),
    ) -> None:
        if b"<!ENTITY" in raw:
            raise Unreadable(Reason.UNREADABLE)
        self.raw = raw
        self.shown, self.said = Spelled(), Spelled()
        self._inserted: list[tuple[int, int]] = []
        self._deleted: list[tuple[int, int]] = []
        self._changed: list[tuple[bytes, int]] = []
        self._hidden: list[tuple[int, int]] = []
        self._aside: list[tuple[bytes, int]] = []
        self._asides: list[tuple[int, int]] = []
        self._is_table = False
        self._changes: OpenChanges | None = None
        self._values: list[tuple[int, int, int]] = []
        self._alias: tuple[int, int] | None = None  # where the name of a content control stands
        self._labels: list[tuple[int, int, int]] = []
        self._run, self._vanishes = -1, False
        self._hiding, self._spans = hiding, list[int]()
        self._mute, self._open, self._ended = False, b"", False
        self._glued: list[int] = []
        for start, end in spans if spans is not None else ((0, len(raw)),):
            self._read(start, end)

    @property
    def text(self) -> str:
        """What is shown."""
        return self.shown.text

    def readings(self) -> list[tuple[str, Spelled]]:
        """What is shown with every tracked change, note and hidden run in it, and, where there are any, with all changes
        accepted and all rejected, without what is hidden, without what stands beside the text, and with the names of its content
        controls and the values of its fields that only their tags say."""
        found = [("", self.shown)]
        if self._deleted:
            found.append(("@accepted", self.shown.without(self._deleted)))
        if self._inserted:
            found.append(("@rejected", self.shown.without(self._inserted)))
        if self._changes and (spans := self._changes.before(self.shown.length)):
            found.append(("@before", self.shown.part(spans)))
        if self._values or self._labels:
            found.append(("@values", self._with_values()))
        if self._hidden:
            found.append(("@visible", self.shown.without(self._hidden)))
        if self._asides and (self._is_table or self._parted()):
            found.append(("@line", self.shown.without(self._asides)))
        if self._is_table and (days := self._days()).length:
            found.append(("@days", days))
        if self.said.length:
            found.append(("@tags", self.said))
        return found

    def _days(self) -> Spelled:
        """A line for each day of a table whose parts have a column each."""
        found = Spelled()
        for day in of_columns(self.text):
            for text, span in day.pieces():
                own = self.shown.part((span,))
                if own.length == len(text):
                    found.extend(own)
                else:
                    found.gap(text)
        return found

    def parts(self) -> Spelled:
        """What is shown, with a line end wherever a text begins in another element right behind the last; nothing where none
        does."""
        found, done = Spelled(), 0
        for at in self._glued:
            found.extend(self.shown.part(((done, at),)))
            found.gap("\n")
            done = at
        found.extend(self.shown.part(((done, self.shown.length),)) if done else Spelled())
        return found

    def _with_values(self) -> Spelled:
        labels = frozenset(self._labels)
        found, done = Spelled(), 0
        for at, start, end in sorted((*self._labels, *self._values)):
            found.extend(self.shown.part(((done, at),)))
            self._units(found, start, end, _REFERENCE, in_attribute)
            found.gap(": " if (at, start, end) in labels else " ")
            done = at
        found.extend(self.shown.part(((done, self.shown.length),)))
        return found

    def _parted(self) -> bool:
        """Whether shown text stands in one line right before and right after something that stands beside it."""
        text, ends = self.text, ("", "\n", "\t")
        return any(
            text[start - 1 : start] not in ends and text[end : end + 1] not in ends
            for start, end in self._asides
        )

    def _read(self, position: int, end: int) -> None:
        for match in _MARKUP.finditer(self.raw, position, end):
            self._characters(position, match.start())
            position = match.end()
            if match[5] is not None:
                self._tag(match)
            elif match[2] is not None:
                self._characters(match.start(2), match.end(2), cdata=True)
            elif match.lastindex is not None:
                self._note(*match.span(match.lastindex))
        self._characters(position, end)

    def _tag(self, match: re.Match[bytes]) -> None:
        name = match[5].rpartition(b":")[2]
        closed = match[6].endswith(b"/")
        self._mute = match[5] in _GEOMETRY and not match[4] and not closed
        if match[4]:
            if self._open == match[5]:  # it holds text and nothing else
                self._ended = name not in _RUNS_ON and not match[5].startswith(b"text:")
            self._open = b""
        elif not closed:
            self._open = match[5]
            if name in _CELLS:
                self.shown.begin_cell()
        if name in _ASIDE and not closed:
            self._aside_tag(name, closing=bool(match[4]))
        if match[4] or closed:
            after = _AFTER.get(name)
            if name in _CELLS:
                self._is_table = True
                self.shown.cell()
            elif name in _ROWS:
                self.shown.row()
            elif after or match[5] == b"dc:date":
                self.shown.gap(after or "\n")
        if self._hiding and name in _STYLED:
            self._style_tag(name, match, is_end=bool(match[4]), closed=closed)
        if name == b"sym":
            self._symbol(match)
        if name in _CONTROL and not match[4]:
            self._control(name)
        if name in OPEN_CHANGES:
            self._changes = self._changes or OpenChanges()
            self._changes.tag(name, match[6], self.shown, is_end=bool(match[4]))
        if name in _INSERTED or name in _DELETED:
            self._change(name, closing=bool(match[4]), closed=closed)
        if name in _RUN:
            self._run_tag(name, match, closing=bool(match[4]), closed=closed)
        is_name = closed and name in _NAMING
        if not is_name and not _INTERESTING.search(self.raw, *match.span(6)):
            return
        names: list[bytes] | None = None
        for attribute in _ATTRIBUTE.finditer(self.raw, *match.span(6)):
            group = 2 if attribute[2] is not None else 3
            local = attribute[1].rpartition(b":")[2]
            if _is_said(attribute[1], attribute[group]) or (is_name and local == b"val"):
                if not _TOLD.search(attribute[group]):
                    own = b"" if local in _SAID or _ANY_VALUE.match(local) else local
                    names = named(match[6]) if names is None else names
                    self.said.gap(label(names, own))
                if attribute[1] in _VALUES and name not in _CELLS:
                    self._values.append((self.shown.length, *attribute.span(group)))
                self._attribute(local, *attribute.span(group))
                if local == b"val" and (name == b"alias" or (name == b"tag" and self._alias is None)):
                    self._alias = attribute.span(group)

    def _control(self, name: bytes) -> None:
        """A content control begins (ECMA-376 part 1, §17.5.2), or what stands in it, which its title names."""
        if name == b"sdtContent" and self._alias is not None:
            self._labels.append((self.shown.length, *self._alias))
        self._alias = None

    def _aside_tag(self, name: bytes, *, closing: bool) -> None:
        """What stands in the midst of a text and is shown elsewhere begins or ends."""
        if not closing:
            self._aside.append((name, self.shown.length))
            self.shown.gap("\n")
        elif self._aside and self._aside[-1][0] == name:
            self.shown.gap("\n")
            _, start = self._aside.pop()
            if not self._aside:
                self._asides.append((start, self.shown.length))

    def _change(self, name: bytes, *, closing: bool, closed: bool) -> None:
        if closing and self._changed and self._changed[-1][0] == name:
            _, start = self._changed.pop()
            if not self._changed:
                (self._deleted if name in _DELETED else self._inserted).append((start, self.shown.length))
        elif not closing and not closed:
            self._changed.append((name, self.shown.length))

    def _run_tag(self, name: bytes, match: re.Match[bytes], *, closing: bool, closed: bool) -> None:
        """A run of text (ECMA-376 part 1, §17.3.2), and the property that hides it (§17.3.2.41)."""
        if name == b"vanish":
            self._vanishes = self._run >= 0 and not _OFF.search(match[6])
        elif not closing and not closed:
            self._run, self._vanishes = self.shown.length, False
        elif closing:
            if self._vanishes and 0 <= self._run < self.shown.length:
                self._hidden.append((self._run, self.shown.length))
            self._run, self._vanishes = -1, False

    def _style_tag(self, name: bytes, match: re.Match[bytes], *, is_end: bool, closed: bool) -> None:
        """The style of a run (§17.3.2.29), or a span with one (OpenDocument 1.3 part 3, §6.1.7)."""
        if is_end:
            start = self._spans.pop() if name == b"span" and self._spans else -1
            if 0 <= start < self.shown.length:
                self._hidden.append((start, self.shown.length))
            return
        found = _STYLE_NAME.search(match[6])
        hides = found is not None and found[1] in self._hiding
        if name == b"rStyle":
            self._vanishes = hides and self._run >= 0
        elif not closed:
            self._spans.append(self.shown.length if hides else -1)

    def _symbol(self, match: re.Match[bytes]) -> None:
        """A character by its number in a font of symbols (ECMA-376 part 1, §17.3.3.30); what replaces it is a text."""
        char = _CHAR.search(match[6])
        code = int(char[1], 16) & 0xFF if char else 0
        if 0x20 <= code < 0x7F:
            prefix = match[5][: -len(b"sym")]

            def written(new: str) -> bytes:
                return b'<%st xml:space="preserve">%s</%st>' % (prefix, in_text(new), prefix)

            self.shown.add(chr(code), *match.span(), written)

    def _attribute(self, name: bytes, start: int, end: int) -> None:
        is_link = name in _LINKS
        written = in_url if is_link else in_attribute
        self._units(self.said, start, end, _UNIT_OF_URL if is_link else _REFERENCE, written)
        self.said.gap("\n")

    def _note(self, start: int, end: int) -> None:
        """A comment or a processing instruction, where it may hold something."""
        if _DIGITS.search(self.raw, start, end):
            self.said.utf8(self.raw[start:end].decode("utf-8", "surrogateescape"), start, in_comment)
            self.said.gap("\n")

    def _characters(self, start: int, end: int, *, cdata: bool = False) -> None:
        """Character data: each reference and each character beyond ASCII is a unit."""
        if self._mute:
            return
        if self._ended and start < end and self.raw[start:end].strip():
            self._ended = False
            if (self.raw[start] > 0x7F or self.raw[start : start + 1].isalnum()) and self.shown.ends_word():
                self._glued.append(self.shown.length)
        if cdata:
            self.shown.utf8(self.raw[start:end].decode("utf-8", "surrogateescape"), start, in_cdata)
        elif start < end and self.raw[start:end].strip():
            self._units(self.shown, start, end, _REFERENCE, in_text)

    def _units(self, out: Spelled, start: int, end: int, units: re.Pattern[str], written: Escape) -> None:
        text = self.raw[start:end].decode("utf-8", "surrogateescape")
        position, at = 0, start
        for match in units.finditer(text):
            at = out.utf8(text[position : match.start()], at, written)
            shown = unquote(match[0]) if match[0][0] == "%" else html.unescape(match[0])
            out.add(shown, at, at + len(match[0]), written)
            at += len(match[0])
            position = match.end()
        out.utf8(text[position:], at, written)


def in_cdata(new: str) -> bytes:
    """A replacement in a CDATA section."""
    return new.replace("]]>", "]] >").encode("utf-8")


def _is_said(name: bytes, value: bytes) -> bool:
    local = name.rpartition(b":")[2]
    if not value.strip() or name.startswith(b"xmlns"):
        return False
    if _MACHINE.match(name) or _GUID.match(value):
        return False
    return local in _SAID or _DIGITS.search(value) is not None
