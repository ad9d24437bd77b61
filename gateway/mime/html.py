"""HTML as a reader sees it, with the way back to the source (WHATWG HTML §13.2.5, the tokenizer).

Three texts come out of one pass: what is shown (runs joined across inline tags, a line a block, a tab a table cell),
what stands in attributes, and what is written but not shown (comments, scripts, styles). An edit touches the
characters of the value only: tags between them stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from gateway.mime.embedded import Embedded, data_uri
from gateway.mime.lens import OffsetMap, Splice
from gateway.mime.references import (
    REFERENCE,
    escape_attribute,
    escape_bare,
    escape_comment,
    escape_text,
    escape_url,
    resolve,
)
from gateway.mime.unseen import Unseen

_TAG: Final = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?+)*+)[\s/]*+>"
)
_ATTRIBUTE: Final = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|((?![\"'])[^\s>]*+)))?+"
)
_COMMENT: Final = re.compile(r"<!--(?:-?>|(.*?)(?:--!?>|\Z))", re.DOTALL)
_CONDITIONAL: Final = re.compile(r"\s*\[if\b[^\]>]*\]>(.*?)(?:<!\[endif\]\s*)?\Z", re.DOTALL | re.IGNORECASE)
_SPECIAL: Final = re.compile(REFERENCE.pattern + r"|[ \t\r\n\f]{2,}|[\t\r\n\f]|[\0-\b\v\x0e-\x1f\x7f]+")
_ESCAPED: Final = re.compile(REFERENCE.pattern + r"|(?:%[0-9A-Fa-f]{2})++|\+")
_SHOWN_ATTRIBUTE: Final = frozenset(
    "title alt value placeholder label summary content abbr standby prompt srcdoc datetime cite".split()
)
_URL_ATTRIBUTE: Final = frozenset("href src action formaction data background poster xlink:href".split())
_INTERESTING: Final = re.compile(
    r"title|alt|value|placeholder|label|summary|content|abbr|standby|prompt|srcdoc|datetime|cite|href|src|action"
    r"|data|background|poster|aria-",
    re.IGNORECASE,
)
_NAME_BEFORE: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]*)\Z")
#: What an identifier may look like: in any other attribute, only such a value is read.
_NUMBER: Final = re.compile(r"[0-9](?:[ .\-]?[0-9]){6}")
_ALONE: Final = re.compile(r"^0*([0-9]{5,})$", re.MULTILINE)
_TALKING: Final = re.compile(r"\s*(?:mailto|tel|sms|callto|javascript):", re.IGNORECASE)
_BLOCK: Final = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup"
    " option p pre section select summary table tbody textarea tfoot thead title tr ul xmp listing marquee noscript svg text"
    " desc math v:textbox v:shape o:author o:title o:subject o:keywords o:description o:company o:manager o:lastauthor".split()
)
_CELL: Final = frozenset(("td", "th"))
_ROW: Final = frozenset("tr table tbody thead tfoot caption".split())
_RAW: Final = frozenset("script style xmp iframe noembed noframes".split())
#: Tags that content on top of the body must follow, the surest first.
_ABOVE: Final = ("body", "head", "html")
_DOCTYPE: Final = re.compile(r"\s*+(?:<!doctype[^>]*+>)?+", re.IGNORECASE)
_RCDATA: Final = frozenset(("title", "textarea"))


class _Builder:
    """One text being written, with its offsets and with what escapes a replacement at each place of the source."""

    __slots__ = ("_break", "_cell_is_empty", "_escapes", "_from", "_in_cell", "_pieces", "last", "offsets")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._from: list[int] = [-1]
        self._escapes: list[Callable[[str, str], str]] = [escape_text]
        self.offsets = OffsetMap()
        self.last = "\n"
        self._in_cell, self._cell_is_empty, self._break = False, True, -1

    def add(self, text: str, start: int, length: int) -> None:
        if text:
            if self._in_cell and not text.isspace():
                if self._break >= 0:
                    self.offsets.add(1, self._break, 0)
                    self._pieces.append("\n")
                self._cell_is_empty, self._break = False, -1
            self._pieces.append(text)
            self.offsets.add(len(text), start, length)
            self.last = text[-1]

    def separate(self, sign: str, at: int) -> None:
        """A line end or a tab that the source does not hold; never two line ends in a row."""
        if self.last != "\n":
            self.add(sign, at, 0)

    def row(self, at: int) -> None:
        """A row of a table begins or ends."""
        self._in_cell = False
        self.separate("\n", at)

    def cell(self, at: int, *, closing: bool) -> None:
        """A cell of a table begins or ends."""
        self._in_cell = False
        if not closing:
            self.separate("\t", at)
            self._in_cell, self._cell_is_empty, self._break = True, True, -1

    def line(self, at: int) -> None:
        """A line begins or ends: in a cell, only between what the cell shows, so that a row stays one line."""
        if not self._in_cell:
            self.separate("\n", at)
        elif not self._cell_is_empty and self._break < 0:
            self._break = at

    def escaping(self, start: int, escape: Callable[[str, str], str]) -> None:
        """From source[start] on, replacements are written by `escape`."""
        if escape is not self._escapes[-1]:
            self._from.append(start)
            self._escapes.append(escape)

    def escape_at(self, start: int) -> Callable[[str, str], str]:
        return self._escapes[bisect_right(self._from, start) - 1]

    @property
    def text(self) -> str:
        return "".join(self._pieces)


class HtmlText:
    """`source` in three texts: `shown`, `attributes`, `hidden`; and in a fourth where CSS brings together what is apart.

    `seen` is the shown text without what CSS hides, "" unless that joins two words. `embedded` are files in data: URIs.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._shown, self._attributes, self._hidden = _Builder(), _Builder(), _Builder()
        self._hidden.escaping(0, escape_comment)
        self._preformatted = 0
        self._unseen = Unseen()
        self.embedded: list[Embedded] = []
        self._above: dict[str, int] = {}
        self._tokens(0, len(source), self._shown)
        self.shown, self.attributes, self.hidden = (
            self._shown.text,
            self._attributes.text,
            self._hidden.text,
        )
        joined = self._unseen.without(self.shown)
        self._numbers: dict[str, list[Splice[str]]] | None = None
        self.seen, self._seen_in_shown = joined if joined else ("", OffsetMap())

    @property
    def top(self) -> int:
        """The offset where content put on top of all that is shown belongs."""
        for name in _ABOVE:
            if name in self._above:
                return self._above[name]
        doctype = _DOCTYPE.match(self._source)
        return doctype.end() if doctype else 0

    def pull(self, text: str, splices: Iterable[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text named "shown", "attributes", "hidden" or "seen" as splices of the source, escaped."""
        if text == "seen":
            text, splices = "shown", self._seen_in_shown.pull(splices)
        builder: _Builder = getattr(self, f"_{text}")
        pulled = [self._escaped(builder, splice) for splice in builder.offsets.pull(splices)]
        return pulled if text != "attributes" else [self._literal(splice) for splice in pulled]

    def same_number(self, text: str, start: int, end: int) -> list[Splice[str]]:
        """Cuts in the text of the attributes of the number that stands in `text`[start:end]: a cell of a workbook that was
        saved as HTML says it twice (`sdval`, `x:num`), there without leading zeros."""
        shown: str = getattr(self, text)
        digits = "".join(filter(str.isdigit, shown[start:end])).lstrip("0")
        if self._numbers is None:
            self._numbers = {}
            for match in _ALONE.finditer(self.attributes):
                self._numbers.setdefault(match[1], []).append((*match.span(), ""))
        return self._numbers.get(digits, [])

    def _escaped(self, builder: _Builder, splice: Splice[str]) -> Splice[str]:
        start, end, new = splice
        return (
            start,
            end,
            builder.escape_at(start)(new, self._source[max(0, start - 40) : start]) if new else "",
        )

    def _literal(self, splice: Splice[str]) -> Splice[str]:
        """In an attribute "&lt" is text before a letter or digit: it stays text when that is what goes."""
        start, end, new = splice
        name = _NAME_BEFORE.search(self._source, max(0, start - 40), start)
        following = self._source[start : start + 1]
        if name is None or not (following.isalnum() or following == "="):
            return splice
        return name.start(), end, f"&amp;{name[1]}{new}"

    # -- tokens -----------------------------------------------------------------------------------------

    def _tokens(self, position: int, end: int, out: _Builder) -> None:
        source = self._source
        while position < end:
            opening = source.find("<", position, end)
            if opening < 0:
                self._text(position, end, out)
                return
            if opening > position:
                self._text(position, opening, out)
            position = self._markup(opening, end, out)

    def _markup(self, at: int, end: int, out: _Builder) -> int:
        """Read the markup at source[at] == "<"; returns where the next token begins."""
        source = self._source
        following = source[at + 1 : at + 2]
        letter = source[at + 2 : at + 3] if following == "/" else following
        if letter.isascii() and letter.isalpha():
            return self._tag(at, end, out)
        if following in ("!", "?", "/") and following:
            return self._declaration(at, end, out)
        self._text(at, at + 1, out)
        return at + 1

    def _tag(self, at: int, end: int, out: _Builder) -> int:
        tag = _TAG.match(self._source, at, end)
        if tag is None:  # never closed: nothing after it is shown
            self._note(at + 1, end)
            return end
        name = tag[2].lower()
        if out is self._shown:
            self._unseen.tag(name, closing=bool(tag[1]), attributes=tag[3], at=out.offsets.length)
        if name in _BLOCK or name in _CELL:
            self._break(name, bool(tag[1]), tag.start(), out)
        if tag[3] and not tag[1] and (_INTERESTING.search(tag[3]) or _NUMBER.search(tag[3])):
            self._read_attributes(tag)
        if name in _ABOVE and out is self._shown and bool(tag[1]) == (name == "head"):
            self._above.setdefault(name, tag.end())
        if name in ("pre", "textarea", "listing", "xmp"):
            self._preformatted = max(0, self._preformatted + (-1 if tag[1] else 1))
        if tag[1]:
            return tag.end()
        return self._content(name, tag.end(), end, out)

    def _content(self, name: str, start: int, end: int, out: _Builder) -> int:
        """What follows the start tag `name` and is no markup: scripts, styles, titles, plain text."""
        if name in _RAW or name in _RCDATA:
            closing = _closing(name).search(self._source, start, end)
            stop = closing.start() if closing else end
            if name in _RCDATA:
                self._text(start, stop, out)
            else:
                self._note(start, stop)
            if name == "style":
                self._unseen.style(self._source[start:stop])
            return stop
        if name == "plaintext":
            self._text(start, end, out)
            return end
        return start

    def _declaration(self, at: int, end: int, out: _Builder) -> int:
        comment = _COMMENT.match(self._source, at, end)
        if comment is None:
            close = self._source.find(">", at, end)
            self._note(at + 2, close if close >= 0 else end)
            return close + 1 if close >= 0 else end
        if comment[1]:
            conditional = _CONDITIONAL.match(self._source, comment.start(1), comment.end(1))
            if conditional and out is self._shown:
                self._hidden.separate("\n", at)
                self._hidden.escaping(conditional.start(1), escape_text)
                self._tokens(conditional.start(1), conditional.end(1), self._hidden)
                self._hidden.escaping(conditional.end(1), escape_comment)
            else:
                self._note(comment.start(1), comment.end(1))
        return comment.end()

    def _note(self, start: int, end: int) -> None:
        """Source that is not shown, as it stands."""
        self._hidden.separate("\n", start)
        self._hidden.add(self._source[start:end], start, end - start)

    def _break(self, name: str, closing: bool, at: int, out: _Builder) -> None:
        if name in _CELL:
            out.cell(at, closing=closing)
        elif name in _ROW:
            out.row(at)
        else:
            out.line(at)

    # -- text -------------------------------------------------------------------------------------------

    def _text(self, start: int, end: int, out: _Builder) -> None:
        source, done = self._source, start
        for special in _SPECIAL.finditer(source, start, end):
            at = special.start()
            if at < done:
                continue
            shown, taken = self._special(special, end)
            if shown is None:
                continue
            if at > done:
                out.add(source[done:at], done, at - done)
            out.add(shown, at, taken)
            done = at + taken
        if end > done:
            out.add(source[done:end], done, end - done)

    def _special(self, special: re.Match[str], end: int) -> tuple[str | None, int]:
        """What the matched reference or blank shows as, and the length it takes; None: as it stands."""
        found = special.group()
        if found[0] == "&":
            shown, taken = resolve(found)
            return (None, 0) if taken == 1 else (shown, taken)
        if not found[0].isspace() or found[0] in "\v\x1c\x1d\x1e\x1f":  # a control character
            return "", len(found)
        return (None, 0) if self._preformatted else (" ", len(found))

    # -- attributes -------------------------------------------------------------------------------------

    def _read_attributes(self, tag: re.Match[str]) -> None:
        for attribute in _ATTRIBUTE.finditer(self._source, tag.start(3), tag.end(3)):
            group = attribute.lastindex or 1
            if group == 1 or not attribute[group]:
                continue
            name = attribute[1].lower()
            start, end = attribute.span(group)
            escape = escape_bare if group == 4 else escape_attribute
            if name in _SHOWN_ATTRIBUTE or name.startswith(("aria-", "data-")):
                self._value(start, end, escape, url=False)
            elif name in _URL_ATTRIBUTE:
                self._url(start, end, escape)
            elif _NUMBER.search(self._source, start, end):
                self._value(start, end, escape, url=False)

    def _url(self, start: int, end: int, escape: Callable[[str, str], str]) -> None:
        """mailto:, tel: and the like whole; of other addresses the query and the fragment."""
        source = self._source
        if (embedded := data_uri(source, start, end)) is not None:
            self.embedded.append(embedded)
            return
        if not _TALKING.match(source, start, min(end, start + 40)):
            places = [at for at in (source.find("?", start, end), source.find("#", start, end)) if at >= 0]
            if not places:
                return
            start = min(places) + 1
        self._value(start, end, escape_url, url=True)

    def _value(self, start: int, end: int, escape: Callable[[str, str], str], *, url: bool) -> None:
        out, source, done = self._attributes, self._source, start
        out.separate("\n", start)
        out.escaping(start, escape)
        for unit in (_ESCAPED if url else REFERENCE).finditer(source, start, end):
            at = unit.start()
            if at > done:
                out.add(source[done:at], done, at - done)
            done = self._unit(unit.group(), at, end, out)
        if end > done:
            out.add(source[done:end], done, end - done)

    def _unit(self, unit: str, at: int, end: int, out: _Builder) -> int:
        if unit[0] == "%":
            for text, length in _percent(unit):
                out.add(text, at, length)
                at += length
            return at
        if unit == "+":
            out.add(" ", at, 1)
            return at + 1
        shown, taken = resolve(unit, self._source[at + len(unit) : at + len(unit) + 1], attribute=True)
        if taken == 1:
            shown, taken = unit, len(unit)
        out.add(shown, at, taken)
        return at + taken


def _percent(escapes: str) -> Sequence[tuple[str, int]]:
    """Percent escapes (RFC 3986 §2.1) as (text, source length), one item a character."""
    data = bytes.fromhex(escapes.replace("%", ""))
    try:
        return [(character, 3 * len(character.encode())) for character in data.decode("utf-8")]
    except UnicodeDecodeError:
        return [(character, 3) for character in data.decode("latin-1")]


_CLOSINGS: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, *_RCDATA)}


def _closing(name: str) -> re.Pattern[str]:
    return _CLOSINGS[name]
