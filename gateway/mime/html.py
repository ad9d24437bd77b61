"""HTML as a reader sees it, with the way back to the source (WHATWG HTML §13.2.5, the tokenizer).

Three texts come out of one pass: what is shown (runs joined across inline tags, a line a block, a tab a table cell),
what stands in attributes, and what is written but not shown (comments, scripts, styles). An edit touches the
characters of the value only: tags between them stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from gateway.mime.attributes import AttributeReader, name_in
from gateway.mime.builder import Builder
from gateway.mime.embedded import Embedded
from gateway.mime.lens import OffsetMap, Splice
from gateway.mime.references import REFERENCE, escape_comment, escape_text, resolve
from gateway.mime.unseen import CSS_ESCAPE, Unseen, css_character

_TAG: Final = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?+)*+)[\s/]*+>"
)
_COMMENT: Final = re.compile(r"<!--(?:-?>|(.*?)(?:--!?>|\Z))", re.DOTALL)
_CONDITIONAL: Final = re.compile(r"\s*\[if\b[^\]>]*\]>(.*?)(?:<!\[endif\]\s*)?\Z", re.DOTALL | re.IGNORECASE)
_SPECIAL: Final = re.compile(REFERENCE.pattern + r"|[ \t\r\n\f]{2,}|[\t\r\n\f]|[\0-\b\v\x0e-\x1f\x7f]+")
_NAME_BEFORE: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]*)\Z")
_ALONE: Final = re.compile(r"^(?:[^\n]*: )?(0*([0-9]{5,}))$", re.MULTILINE)
_BLOCK: Final = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup"
    " option p pre section select summary table tbody textarea tfoot thead title tr ul xmp listing marquee noscript svg text"
    " desc math v:textbox v:shape o:author o:title o:subject o:keywords o:description o:company o:manager o:lastauthor".split()
)
_ENDS_ALONE: Final = frozenset(("br", "p"))
_CELL: Final = frozenset(("td", "th"))
_ROW: Final = frozenset("tr table tbody thead tfoot caption".split())
_RAW: Final = frozenset("script style xmp iframe noembed noframes".split())
#: Tags that content on top of the body must follow, the surest first.
_ABOVE: Final = ("body", "head", "html")
_DOCTYPE: Final = re.compile(r"\s*+(?:<!doctype[^>]*+>)?+", re.IGNORECASE)
_RCDATA: Final = frozenset(("title", "textarea"))


class HtmlText:
    """`source` in three texts: `shown`, `attributes`, `hidden`; and in a fourth where CSS brings together what is apart.

    `seen` is the shown text without what nobody sees, "" unless that joins two words.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._shown, self._attributes, self._hidden = Builder(), Builder(), Builder()
        self._hidden.escaping(0, escape_comment)
        self._preformatted = 0
        self._opened: dict[str, int] = {}  # blocks, by name
        self._unseen = Unseen(source)
        self._read = AttributeReader(source, self._attributes)
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
    def embedded(self) -> Sequence[Embedded]:
        """The files in data: URIs, in order."""
        return self._read.embedded

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
        builder: Builder = getattr(self, f"_{text}")
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
                self._numbers.setdefault(match[2], []).append((*match.span(1), ""))
        return self._numbers.get(digits, [])

    def _escaped(self, builder: Builder, splice: Splice[str]) -> Splice[str]:
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

    def _tokens(self, position: int, end: int, out: Builder) -> None:
        source = self._source
        while position < end:
            opening = source.find("<", position, end)
            if opening < 0:
                self._text(position, end, out)
                return
            if opening > position:
                self._text(position, opening, out)
            position = self._markup(opening, end, out)

    def _markup(self, at: int, end: int, out: Builder) -> int:
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

    def _tag(self, at: int, end: int, out: Builder) -> int:
        tag = _TAG.match(self._source, at, end)
        if tag is None:  # never closed: nothing after it is shown
            self._note(at + 1, end)
            return end
        name = tag[2].lower()
        closing = bool(tag[1])
        if out is self._shown:
            self._unseen.tag(name, closing=closing, attributes=tag[3], at=out.offsets.length)
        if (name in _BLOCK or name in _CELL) and self._counts(name, closing=closing):
            self._break(name, closing, tag.start(), out)
        if tag[3] and not closing:
            self._read.tag(name, tag.start(3), tag.end(3))
        if name in _ABOVE and out is self._shown and bool(tag[1]) == (name == "head"):
            self._above.setdefault(name, tag.end())
        if name in ("pre", "textarea", "listing", "xmp"):
            self._preformatted = max(0, self._preformatted + (-1 if tag[1] else 1))
        if tag[1]:
            return tag.end()
        return self._content(name, tag[3], tag.end(), end, out)

    def _label(self, attributes: str, start: int, end: int, out: Builder) -> None:
        """The name of a box before what it holds from the beginning: it may say what that is."""
        if attributes and start < end and (name := name_in(attributes)):
            out.add(f"{name}: ", start, 0)

    def _content(self, name: str, attributes: str, start: int, end: int, out: Builder) -> int:
        """What follows the start tag `name` and is no markup: scripts, styles, titles, plain text."""
        if name in _RAW or name in _RCDATA:
            closing = _closing(name).search(self._source, start, end)
            stop = closing.start() if closing else end
            if name in _RCDATA:
                self._label(attributes, start, stop, out)
                self._text(start, stop, out)
            elif name == "style" and "\\" in self._source[start:stop]:
                self._note_sheet(start, stop)
            else:
                self._note(start, stop)
            return stop
        if name == "plaintext":
            self._text(start, end, out)
            return end
        return start

    def _declaration(self, at: int, end: int, out: Builder) -> int:
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

    def _note_sheet(self, start: int, end: int) -> None:
        """A style sheet, whose strings may be shown (CSS Generated Content §2), with its escapes resolved."""
        self._hidden.separate("\n", start)
        for escape in CSS_ESCAPE.finditer(self._source, start, end):
            self._hidden.add(self._source[start : escape.start()], start, escape.start() - start)
            self._hidden.add(css_character(escape), escape.start(), escape.end() - escape.start())
            start = escape.end()
        self._hidden.add(self._source[start:end], start, end - start)

    def _counts(self, name: str, *, closing: bool) -> bool:
        """Whether the tag of a block does something: an end tag without its start does not, but for two."""
        opened = self._opened.get(name, 0)
        if closing and not opened:
            return name in _ENDS_ALONE
        self._opened[name] = opened + (-1 if closing else 1)
        return True

    def _break(self, name: str, closing: bool, at: int, out: Builder) -> None:
        if name in _CELL:
            out.cell(at, closing=closing)
        elif name in _ROW:
            out.row(at)
        else:
            out.line(at)

    # -- text -------------------------------------------------------------------------------------------

    def _text(self, start: int, end: int, out: Builder) -> None:
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


_CLOSINGS: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, *_RCDATA)}


def _closing(name: str) -> re.Pattern[str]:
    return _CLOSINGS[name]
