"""What stands in the attributes of HTML, a line each: titles, addresses, what a form holds with the name of its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from gateway.mime.builder import Builder
from gateway.mime.embedded import Embedded, data_uri
from gateway.mime.references import (
    REFERENCE,
    escape_attribute,
    escape_bare,
    escape_url,
    resolve,
)

_ATTRIBUTE: Final = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|((?![\"'])[^\s>]*+)))?+"
)
_ESCAPED: Final = re.compile(REFERENCE.pattern + r"|(?:%[0-9A-Fa-f]{2})++|\+")
_SHOWN: Final = frozenset(
    "title alt value placeholder label summary content abbr standby prompt srcdoc datetime cite".split()
)
_URL: Final = frozenset("href src action formaction data background poster xlink:href".split())
_INTERESTING: Final = re.compile(
    r"title|alt|value|placeholder|label|summary|content|abbr|standby|prompt|srcdoc|datetime|cite|href|src|action"
    r"|data|background|poster|aria-",
    re.IGNORECASE,
)
#: What an identifier may look like: in any other attribute, only such a value is read.
_NUMBER: Final = re.compile(r"[0-9](?:[ .\-]?[0-9]){6}")
#: Likewise in the path of an address, where a letter may stand for a digit.
_NUMBER_IN_PATH: Final = re.compile(r"[0-9](?:(?:[ .\-_+]|%20)?[0-9]){5}")
_TALKING: Final = re.compile(r"\s*(?:mailto|tel|sms|callto|javascript|cid):", re.IGNORECASE)
#: What a field holds, and what names the field.
_HELD: Final = frozenset(("value", "content"))
_NAMING: Final = re.compile(
    r"(?<![^\s/])(?:name|id|property|itemprop)\s*=\s*[\"']?([^\s\"'>]{1,80})", re.IGNORECASE
)
#: The label that a reader sees right before a field.
_LABEL_BEFORE: Final = re.compile(
    r"<label\b[^<>]{0,200}>([^<>]{2,80})</label>\s{0,20}(?:<(?!input|select|textarea|label|/)[^<>]{0,100}>\s{0,20}){0,3}\Z",
    re.IGNORECASE,
)
_LABEL_REACH: Final = 500
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z\x80-\U0010ffff]+")
#: Figures, with character references between them or for them.
_DIGITS: Final = re.compile(r"[0-9](?:[^0-9\"'>]{0,8}[0-9]){3}")


class AttributeReader:
    """Reads the attributes of tags of `source` into `out`; files in data: URIs into `embedded`."""

    __slots__ = ("_list", "_out", "_source", "embedded")

    def __init__(self, source: str, out: Builder) -> None:
        self._source, self._out = source, out
        self._list = ""  # what names the list that began last
        self.embedded: list[Embedded] = []

    def tag(self, name: str, start: int, end: int) -> None:
        """The attributes in source[start:end] of the start tag `name`."""
        attributes = self._source[start:end]
        if name == "select":
            self._list = name_in(attributes)
        if not (_INTERESTING.search(attributes) or _NUMBER.search(attributes)):
            return
        for attribute in _ATTRIBUTE.finditer(self._source, start, end):
            group = attribute.lastindex or 1
            if group > 1 and attribute[group]:
                escape = escape_bare if group == 4 else escape_attribute
                low, high = attribute.span(group)
                key = attribute[1].lower()
                if key in _URL:
                    self._url(low, high, escape)
                elif (
                    key in _SHOWN
                    or key.startswith(("aria-", "data-"))
                    or _NUMBER.search(self._source, low, high)
                ):
                    self._value(low, high, escape, label=self._label(name, key, attributes, low, high))

    def _label(self, tag: str, key: str, attributes: str, start: int, end: int) -> str:
        """What names the number in source[start:end], the value of the attribute `key`; "" where nothing does."""
        if not (key in _HELD or key.startswith("data-")) or not _DIGITS.search(self._source, start, end):
            return ""
        if key not in _HELD:
            return _words(key)
        if tag == "option":
            return self._list
        begin = self._source.rfind("<", 0, start)
        shown = _LABEL_BEFORE.search(self._source, max(0, begin - _LABEL_REACH), begin)
        return ": ".join(filter(None, (name_in(attributes), shown[1].strip() if shown else "")))

    def _url(self, start: int, end: int, escape: Callable[[str, str], str]) -> None:
        """mailto:, tel: and the like whole, and what has a number in its path; of other addresses the query and the
        fragment."""
        source = self._source
        if (embedded := data_uri(source, start, end)) is not None:
            self.embedded.append(embedded)
            return
        if not _TALKING.match(source, start, min(end, start + 40)):
            places = [at for at in (source.find("?", start, end), source.find("#", start, end)) if at >= 0]
            if not _NUMBER_IN_PATH.search(source, start, min(places, default=end)):
                if not places:
                    return
                start = min(places) + 1
        self._value(start, end, escape_url, url=True)

    def _value(
        self,
        start: int,
        end: int,
        escape: Callable[[str, str], str],
        *,
        url: bool = False,
        label: str = "",
    ) -> None:
        out, source, done = self._out, self._source, start
        out.separate("\n", start)
        if label:
            out.add(f"{label}: ", start, 0)
        out.escaping(start, escape)
        for unit in (_ESCAPED if url else REFERENCE).finditer(source, start, end):
            at = unit.start()
            if at > done:
                out.add(source[done:at], done, at - done)
            done = self._unit(unit.group(), at, end, out)
        if end > done:
            out.add(source[done:end], done, end - done)

    def _unit(self, unit: str, at: int, end: int, out: Builder) -> int:
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


def name_in(attributes: str) -> str:
    """What the name of a field says, in words; "" where it has none."""
    found = _NAMING.search(attributes)
    return _words(found[1]) if found else ""


def _words(name: str) -> str:
    return _HUMP.sub(" ", name).strip()


def _percent(escapes: str) -> Sequence[tuple[str, int]]:
    """Percent escapes (RFC 3986 §2.1) as (text, source length), one item a character."""
    data = bytes.fromhex(escapes.replace("%", ""))
    try:
        return [(character, 3 * len(character.encode())) for character in data.decode("utf-8")]
    except UnicodeDecodeError:
        return [(character, 3) for character in data.decode("latin-1")]
