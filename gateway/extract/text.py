"""Plain text, CSV, TSV, JSON, XML, HTML, calendars and cards: read as people see them, edited where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol

from gateway.extract.cardlabels import Labelled
from gateway.extract.cellfiles import CellFile, is_cell_file
from gateway.extract.columndays import ColumnDays
from gateway.extract.guessedcells import GuessedCells
from gateway.extract.jsontext import JsonFields, as_strings
from gateway.extract.oldcharsets import old_charset
from gateway.extract.spelled import spliced
from gateway.extract.unread import Unread
from gateway.mime.charset import Text
from gateway.mime.embedded import uuencoded
from gateway.mime.lens import OffsetMap, Splice, merge
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Reason, Segment

if TYPE_CHECKING:
    from gateway.mime.limits import MimeLimits
    from gateway.mime.reader import OpenDocument

_MARKUP: Final = re.compile(
    r"\ufeff?\s{0,200}<(?:\?xml|!--|!doctype|[^\W\d][\w:.\-]{0,60}[\s>/])", re.IGNORECASE
)
_HTML: Final = re.compile(
    r"\ufeff?\s{0,200}<(?:!doctype html|html|head|body|meta|table|style|div|font)\b(?![\w:.-])", re.IGNORECASE
)
_HTML_NAMES: Final = frozenset((".html", ".htm", ".xhtml", ".mht", ".mhtml"))
_CARDS: Final = re.compile(r"\s{0,20}BEGIN:V[A-Z]+\s", re.IGNORECASE)
_JSON: Final = re.compile(r"\s{0,200}[\[{\"]")
_JSON_UNIT: Final = re.compile(r"\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})?|\\[\"\\/bfnrt]")
#: The line end of old Macs.
_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
#: A folded line (RFC 5545 §3.1, RFC 6350 §3.2), a soft break and a character of quoted-printable (vCard 2.1), an escape.
_CARD_UNIT: Final = re.compile(
    r"\r?\n[ \t]|=\r?\n|=[C-F][0-9A-F](?:=[89AB][0-9A-F])+|=[0-9A-F]{2}|\\[nN,;:\\]"
)
_CARD_FOLD: Final = re.compile(r"(?:\r\n?|\n)[ \t]")
#: A line whose value may be a file (RFC 5545 §3.1.3, RFC 2426 §2.4.1, RFC 2397), with its parameters and the value's scheme;
#: portraits, sounds and keys are none. A name may have its group before it (RFC 6350 §3.3).
_CARD_FILE: Final = re.compile(
    r"(?<![^\r\n])(?:[\w-]++\.)*+(?!(?:PHOTO|LOGO|SOUND|KEY)[;:])[\w-]++(;(?:\"[^\"\r\n]*+\"|[^:\r\n])*+)?+:"
    r"(?=[ \t\r\n]{0,9}+(?:(data:[^,\r\n]*+(?<=;base64),)|[A-Za-z0-9+/]{8}))",
    re.IGNORECASE,
)
#: vCard 2.1 names the encoding alone.
_CARD_BASE64: Final = re.compile(r";[ \t]?(?:ENCODING=)?\"?(?:BASE64|B)\"?[ \t]?(?=;|\Z)", re.IGNORECASE)


class _Lens(Protocol):
    """A text shown otherwise than it stands."""

    text: str

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of it as splices of the source."""


class _Escaped:
    """`source` with its escapes resolved; each is one unit, and `written` spells what is put in."""

    def __init__(
        self,
        source: str,
        units: re.Pattern[str],
        shown: Callable[[str], str],
        written: Callable[[str], str],
    ) -> None:
        self._offsets, self._written = OffsetMap(), written
        pieces: list[str] = []
        done = 0
        for unit in units.finditer(source):
            self._add(source[done : unit.start()], done, unit.start() - done, pieces)
            self._add(shown(unit[0]), unit.start(), len(unit[0]), pieces)
            done = unit.end()
        self._add(source[done:], done, len(source) - done, pieces)
        self.text = "".join(pieces)

    def _add(self, text: str, start: int, length: int, pieces: list[str]) -> None:
        pieces.append(text)
        self._offsets.add(len(text), start, length)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return self._offsets.pull([(start, end, self._written(new)) for start, end, new in merge(splices)])


def _json_shown(unit: str) -> str:
    try:
        shown: str = json.loads(f'"{unit}"')
    except ValueError:
        return unit
    return shown if shown.isprintable() or shown in "\n\t\r" else " " * len(shown)


def _json_written(new: str) -> str:
    return json.dumps(new, ensure_ascii=False)[1:-1]


def _card_shown(unit: str) -> str:
    if unit[0] == "\\":
        return "\n" if unit[1] in "nN" else unit[1]
    if unit[0] in "\r\n" or unit[1] in "\r\n":
        return ""
    return bytes.fromhex(unit.replace("=", "")).decode("utf-8", "replace")


def _card_written(new: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", new)


def _holds_file(cards: str) -> bool:
    """Whether a line of a calendar or a card is a file in base64."""
    return any(
        line[2] or _CARD_BASE64.search(line[1] or "")
        for line in _CARD_FILE.finditer(_CARD_FOLD.sub("", cards))
    )


def _is_json(text: str, filename: str) -> bool:
    if filename.lower().endswith((".json", ".jsonl", ".ndjson", ".geojson")):
        return True
    if not _JSON.match(text):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _lens_for(text: str, *, is_json: bool) -> _Lens | None:
    if _CARDS.match(text):
        return _Escaped(text, _CARD_UNIT, _card_shown, _card_written)
    if is_json or (_JSON.match(text) and "\\" in text):
        return _Escaped(text, _JSON_UNIT, _json_shown, _json_written)
    return None


@dataclass(slots=True)
class TextDocument:
    """One segment: the whole file as it is shown; beside it, the cells of a table that does not stand as one."""

    content: bytes = field(repr=False)
    path: str
    filename: str = ""
    _text: Text = field(init=False, repr=False)
    _lens: _Lens | None = field(init=False, repr=False)
    _cells: CellFile | None = field(init=False, repr=False, default=None)
    _labelled: Labelled | None = field(init=False, repr=False, default=None)
    _guessed: GuessedCells | None = field(init=False, repr=False, default=None)
    _days: ColumnDays | None = field(init=False, repr=False, default=None)
    _fields: JsonFields | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        is_ascii = self.content.isascii()
        self._text = Text(self.content, "utf-8" if is_ascii else old_charset(self.content))
        if _is_json(self._text.text, self.filename):
            self._fields = JsonFields(self._text.text)
        self._lens = _lens_for(self._text.text, is_json=self._fields is not None)
        if not self._lens:
            lines = _LONE_RETURN.sub("\n", self._text.text)
            self._guessed, self._days = GuessedCells(lines, self.filename), ColumnDays(lines)
        if is_cell_file(self._text.text):
            self._cells = CellFile(self._text.text, self.path)
        if self._lens and _CARDS.match(self._text.text):
            self._labelled = Labelled(self._lens.text)

    @property
    def segments(self) -> Sequence[Segment]:
        """The text, as it is shown."""
        text = self._lens.text if self._lens else self._text.text
        own = Segment(f"{self.path}/text", _LONE_RETURN.sub("\n", text))
        labelled = self._labelled.text if self._labelled else ""
        others = [Segment(f"{self.path}/text@labelled", labelled)] if labelled else []
        if self._guessed and self._guessed.text:
            others.append(Segment(f"{self.path}/text@guessed", self._guessed.text))
        if self._days and self._days.text:
            others.append(Segment(f"{self.path}/text@days", self._days.text))
        if self._fields and self._fields.text:
            others.append(Segment(f"{self.path}/text@fields", self._fields.text))
        return (own, *others, *(self._cells.segments if self._cells else ()))

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """A file inside a calendar or a card, which is not opened."""
        has_file = _CARDS.match(self._text.text) and _holds_file(self._text.text)
        return (Incomplete(Reason.UNKNOWN_TYPE, self.path),) if has_file else ()

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The file with the edits made. Raises CannotRedact for text that does not lead back to its bytes."""
        if self.path in withheld:
            return withheld[self.path].content
        if not edits:
            return self.content
        own = f"{self.path}/text"
        wanted: list[Splice[str]] = [(e.start, e.end, e.replacement) for e in edits if e.segment == own]
        if self._labelled:
            named = [(e.start, e.end, e.replacement) for e in edits if e.segment == f"{own}@labelled"]
            wanted = merge([*wanted, *self._labelled.pull(named)])
        if self._lens:
            wanted = self._lens.pull(wanted)
        if self._guessed:
            numbers = [(e.start, e.end, e.replacement) for e in edits if e.segment == f"{own}@guessed"]
            wanted = merge([*wanted, *self._guessed.pull(numbers)])
        if self._days:
            days = [(e.start, e.end, e.replacement) for e in edits if e.segment == f"{own}@days"]
            wanted = self._days.instead(wanted, merge(self._days.pull(days)))
        if self._fields:
            named = [
                (e.start, e.end, _json_written(e.replacement)) for e in edits if e.segment == f"{own}@fields"
            ]
            wanted = list(as_strings(self._text.text, merge([*wanted, *self._fields.pull(named)])))
        if self._cells:
            wanted = [*wanted, *self._cells.splices(edits)]
        try:
            return spliced(self.content, self._text.pull(wanted))
        except CannotRedact:
            raise CannotRedact(self.path) from None

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return self.content


def open_text(
    content: bytes,
    filename: str,
    path: str,
    depth: int,
    open_document: OpenDocument | None = None,
    limits: MimeLimits | None = None,
) -> Extraction:
    """A file of text, by what it is; `open_document` reads the files inside it, as far as `limits` say. Never raises."""
    suffix = PurePosixPath(filename.lower()).suffix
    head = Text(content[:1024]).text
    if suffix in _HTML_NAMES or _HTML.match(head):
        return _as_body("text/html", content, path, depth, open_document, limits)
    if uuencoded(content.decode("latin-1")):
        return _as_body("text/plain", content, path, depth, open_document, limits)
    if _MARKUP.match(head):
        from gateway.extract.xmldocument import XmlDocument
        from gateway.extract.zipfiles import Unreadable

        try:
            document = XmlDocument(content, path, open_document, depth)
        except Unreadable as obstacle:
            return Unread(content, obstacle.reason, path)
        if document.segments:
            return document
    return TextDocument(content, path, filename)


def _as_body(
    media_type: str,
    content: bytes,
    path: str,
    depth: int,
    open_document: OpenDocument | None,
    limits: MimeLimits | None,
) -> Extraction:
    """`content` read like the body of a mail."""
    from gateway.mime.extraction import HeadedExtraction
    from gateway.mime.message import index

    fields = f"Content-Type: {media_type}\r\n\r\n".encode()
    mail = index(fields + content, limits=limits, open_document=open_document, path=path, depth=depth)
    return HeadedExtraction(mail, len(fields))


def warm() -> None:
    """Import what the first text of its kind would: processes that are forked later share it."""
    import gateway.extract.xmldocument
    import gateway.mime.annotate
    import gateway.mime.message
    import gateway.mime.seal  # noqa: F401
