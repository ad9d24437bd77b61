"""Elements that nobody sees (display:none and its kin): a value may be cut in two by letters inside them.

What hides is taken generously, by any selector that may mean the element: it only makes one more reading of the text.
"""

from __future__ import annotations

import html
import re
from typing import Final

from gateway.mime.lens import OffsetMap

_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity|(?<![-\w])(?:max-)?(?:height|width))\s*:\s*0(?![.\d]*[1-9])"
    r"|(?<![-\w])color\s*[:=]\s*[\"']?(?:transparent|white|#?f{6}|#?f{3})(?![0-9a-z])"
    r"|(?<![-\w])color\s*:\s*rgba?\(\s*255\s*,\s*255\s*,\s*255"
    r"|\shidden(?=[\s=/>]|\Z)",
    re.IGNORECASE,
)
_CSS_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
#: A character by its number (CSS Syntax §4.3.7), or a sign that means itself.
CSS_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|([^\r\n\f0-9a-fA-F]))")
_SHEET: Final = re.compile(r"<[sS][tT][yY][lL][eE](?=[\s/>])[^>]{0,2000}+>")
_SHEET_END: Final = re.compile(r"</style", re.IGNORECASE)
_COMBINATOR: Final = re.compile(r"[\s>+~]+")
_SIMPLE: Final = re.compile(r"([.#\[]?)([\w-]+)")
_MOST_RULES: Final = 2000
_MOST_KNOWN: Final = 500
_NAMED: Final = re.compile(r"\s(class|id)\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+))", re.IGNORECASE)
_ATTRIBUTE_NAME: Final = re.compile(r"(?<=\s)([\w:-]+)")
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: What stands in these is shown elsewhere (above the text, when asked for), or only by programs that lack something.
_RUBY: Final = frozenset(("rt", "rp", "rtc"))
_ASIDE: Final = frozenset("template datalist canvas audio video noscript title".split()) | _RUBY
_BLANKS: Final = " \t\xa0\xad\u200b\u200c\u200d\u2060\ufeff"
_LINE_END: Final = re.compile(r" {0,3}\n")
_GAP: Final = 4
_WHOLE: Final = frozenset(("html", "head", "body"))


def css_character(escape: re.Match[str]) -> str:
    """What a CSS escape stands for."""
    if escape[2]:
        return escape[2]
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


class Unseen:
    """Follows the tags of `source` and notes which spans of the shown text no reader with CSS sees."""

    __slots__ = ("_depth", "_known", "_name", "_rules", "_start", "spans")

    def __init__(self, source: str) -> None:
        self._rules: dict[str, set[str]] = {}  # names of classes (.), ids (#), attributes ([) and elements ()
        self._known: dict[str, bool] = {}  # a document says the same again and again
        self._name, self._depth, self._start = "", 0, 0
        self.spans: list[tuple[int, int]] = []
        for sheet in _sheets(source):
            self._read(sheet)

    def tag(self, name: str, *, closing: bool, attributes: str, at: int) -> None:
        """A tag, met when `at` characters of text were shown."""
        if self._name in _RUBY and (name in _RUBY or name in ("rb", "ruby")):
            self._end(at)  # whose end tags may be left out
        elif self._name:
            if name == self._name:
                self._depth += -1 if closing else 1
                if not self._depth:
                    self._end(at)
            return
        if not closing and name not in _VOID and self._hides(name, attributes):
            self._name, self._depth, self._start = name, 1, at

    def _end(self, at: int) -> None:
        self.spans.append((self._start, at))
        self._name = ""

    def _hides(self, name: str, attributes: str) -> bool:
        if name in _ASIDE or name in self._rules.get("", ()):
            return True
        if not attributes:
            return False
        known = self._known.get(attributes)
        if known is None:
            known = _HIDING.search(_plain(attributes)) is not None or (
                bool(self._rules) and self._is_named(attributes)
            )
            if len(self._known) < _MOST_KNOWN:
                self._known[attributes] = known
        return known

    def _is_named(self, attributes: str) -> bool:
        """Whether a rule that hides speaks of the element's class, id or attributes."""
        rules = self._rules
        for kind, *values in _NAMED.findall(attributes):
            hiding = rules.get("." if kind.lower() == "class" else "#")
            if hiding and not hiding.isdisjoint("".join(values).split()):
                return True
        return "[" in rules and not rules["["].isdisjoint(_ATTRIBUTE_NAME.findall(attributes.lower()))

    def _read(self, sheet: str) -> None:
        """The rules of a style sheet that hide something, each by the name that its last selector is surest of."""
        for block in _plain(sheet).split("}")[:_MOST_RULES]:
            before, _, declarations = block.rpartition("{")
            if not _HIDING.search(declarations):
                continue
            for selector in before.rpartition("{")[2].split(","):
                last = _COMBINATOR.split(selector.strip())[-1]
                named = {} if ":" in last else dict(_SIMPLE.findall(last))
                kind = next((kind for kind in ("#", ".", "[", "") if kind in named), None)
                if kind is not None and named[kind].lower() not in _WHOLE:
                    name = named[kind].lower() if kind in ("", "[") else named[kind]
                    self._rules.setdefault(kind, set()).add(name)

    def without(self, text: str) -> tuple[str, OffsetMap] | None:
        """`text` without those spans, and its map to `text`; None when nothing comes together that was apart."""
        spans = [(a, _with_line_end(text, a, b)) for a, b in self.spans if a < b]
        if not any(_runs_together(text, *span) for span in spans):
            return None
        pieces, offsets, done = [], OffsetMap(), 0
        for start, end in [*spans, (len(text), len(text))]:
            pieces.append(text[done:start])
            offsets.add(start - done, done, start - done)
            done = end
        return "".join(pieces), offsets


def _sheets(source: str) -> list[str]:
    """The style sheets of a document, wherever they stand."""
    found: list[str] = []
    opening = _SHEET.search(source)
    while opening:
        closing = _SHEET_END.search(source, opening.end())
        found.append(source[opening.end() : closing.start() if closing else len(source)])
        opening = _SHEET.search(source, closing.end()) if closing else None
    return found


def _plain(css: str) -> str:
    """Declarations as a program understands them: no comments, no escapes, no references."""
    if "&" in css:
        css = html.unescape(css)
    if "/*" in css:
        css = _CSS_COMMENT.sub("", css)
    return CSS_ESCAPE.sub(css_character, css) if "\\" in css else css


def _with_line_end(text: str, start: int, end: int) -> int:
    """Where a span ends with its line end, if it is a block that begins with one."""
    if text[start] != "\n":
        return end
    line_end = _LINE_END.match(text, end)
    return line_end.end() if line_end else end


def _runs_together(text: str, start: int, end: int) -> bool:
    """Whether what is shown before and after text[start:end] comes together without it, or it is joined to either. Groups of
    a number come together with blanks between them, too."""
    before, after = text[start - 1 : start].strip(), text[end : end + 1].strip()
    if (before and after) or (before and text[start].strip()) or (after and text[end - 1].strip()):
        return True
    left, right = text[max(0, start - _GAP) : start].rstrip(_BLANKS), text[end : end + _GAP].lstrip(_BLANKS)
    return left[-1:].isalnum() and right[:1].isdigit()
