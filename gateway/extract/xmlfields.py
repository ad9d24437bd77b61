"""XML as a list of fields: what stands in an element, behind the name of that element.

Records say what a value is by the name of its element, of an attribute beside it, or of the element around it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final

from gateway.extract.partdates import of_xml
from gateway.extract.spelled import Spelled, in_attribute, in_text

_FIELD: Final = re.compile(
    rb"<([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]*+)((?:\s[^<>]*+)?)>([^<>]{4,400}+)</([\w.\-:\x80-\xff]++)"
)
_NAMED: Final = re.compile(
    rb"(?<![\w-])(?:[\w-]*+(?<=name)|key|label|title)\s*+=\s*+[\"']([^\"'<>]{2,80})[\"']", re.IGNORECASE
)
_MOST_NAMES: Final = 4
_LONGEST_TAG: Final = 2000  # octets in which a tag names its values
_ELEMENT: Final = re.compile(rb"<(?:[\w.\-\x80-\xff]*+:)?([A-Za-z_\x80-\xff][\w.\-\x80-\xff]{2,80}+)")
_AROUND: Final = 300  # octets in which the tag of the element around it begins
_FIGURES: Final = re.compile(rb"\d(?:\D{0,3}\d){4}")
_WORD_ENDS: Final = re.compile(r"(?<=[a-z\xe0-\xff])(?=[A-Z])|[_.\-:]+")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);")


def fields(raw: bytes) -> Spelled:
    """A line for each element that holds figures and nothing but text: its names, a colon, the text; and for each day whose
    year, month and day are elements or attributes of their own."""
    found, labels = Spelled(), dict[tuple[bytes, bytes, bytes], str]()
    for match in _FIELD.finditer(raw):
        if match[1] != match[4] or not _FIGURES.search(match[3]):
            continue
        tags = _around(raw, match.start()), match[2], match[1]
        if (said := labels.get(tags)) is None:
            names = [*named(tags[0]), *named(tags[1])] or _ELEMENT.findall(tags[0])
            said = labels[tags] = label(names, tags[2])
        found.gap(said)
        _add(found, match[3], match.start(3))
        found.gap("\n")
    for day in of_xml(raw):
        for text, span in day.pieces():
            found.add(text, *span, in_attribute)
    return found


def _around(raw: bytes, start: int) -> bytes:
    """The tag of the element around the one at `start`, where it stands just before it."""
    before = raw[max(0, start - _AROUND) : start].rstrip()
    return before[before.rfind(b"<") :] if before.endswith(b">") and not before.endswith(b"/>") else b""


def named(tag: bytes) -> list[bytes]:
    """The names that the attributes of a tag give."""
    return _NAMED.findall(tag, 0, _LONGEST_TAG)[:_MOST_NAMES]


def label(names: Sequence[bytes], name: bytes) -> str:
    """What names a value: `names` of tags, and that of its own element or attribute; "" where nothing does."""
    names = [*names, name.rpartition(b":")[2]]
    said = b" ".join(one for one in names if one and not _FIGURES.search(one)).decode("utf-8", "replace")
    return f"{_WORD_ENDS.sub(' ', html.unescape(said))}: " if said else ""


def _add(found: Spelled, raw: bytes, at: int) -> None:
    text, done = raw.decode("utf-8", "surrogateescape"), 0
    if "&" not in text:
        found.utf8(text, at)
        return
    for reference in _REFERENCE.finditer(text):
        at = found.utf8(text[done : reference.start()], at)
        found.add(html.unescape(reference[0]), at, at + len(reference[0]), in_text)
        at, done = at + len(reference[0]), reference.end()
    found.utf8(text[done:], at)
