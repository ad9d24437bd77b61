"""XML as a list of fields: what stands in an element, behind the name of that element.

Records say what a value is by the name of its element, of an attribute beside it, or of the element around it.
"""

from __future__ import annotations

import html
import re
from typing import Final

from gateway.extract.spelled import Spelled, in_text

_FIELD: Final = re.compile(rb"<([A-Za-z_][\w.\-:]*+)((?:\s[^<>]*+)?)>([^<>]{4,400}+)</([A-Za-z_][\w.\-:]*+)")
_NAMED: Final = re.compile(rb"\b(?:name|key|label|title)\s*=\s*[\"']([^\"'<>]{2,80})[\"']", re.IGNORECASE)
_AROUND: Final = 300  # octets in which the tag of the element around it begins
_FIGURES: Final = re.compile(rb"\d(?:\D{0,3}\d){4}")
_WORD_ENDS: Final = re.compile(r"(?<=[a-z\xe0-\xff])(?=[A-Z])|[_.\-:]+")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);")


def fields(raw: bytes) -> Spelled:
    """A line for each element that holds figures and nothing but text: its names, a colon, the text."""
    found = Spelled()
    for match in _FIELD.finditer(raw):
        if not _FIGURES.search(match[3]) or match[1] != match[4]:
            continue
        before = raw[max(0, match.start() - _AROUND) : match.start()].rstrip()
        around = before[before.rfind(b"<") :] if before.endswith(b">") and not before.endswith(b"/>") else b""
        names = [*_NAMED.findall(around), *_NAMED.findall(match[2]), match[1].rpartition(b":")[2]]
        label = " ".join(name.decode("utf-8", "replace") for name in names)
        found.gap(f"{_WORD_ENDS.sub(' ', html.unescape(label))}: ")
        _add(found, match[3], match.start(3))
        found.gap("\n")
    return found


def _add(found: Spelled, raw: bytes, at: int) -> None:
    text, done = raw.decode("utf-8", "surrogateescape"), 0
    for reference in _REFERENCE.finditer(text):
        at = found.utf8(text[done : reference.start()], at)
        found.add(html.unescape(reference[0]), at, at + len(reference[0]), in_text)
        at, done = at + len(reference[0]), reference.end()
    found.utf8(text[done:], at)
