"""XML as a list of fields: what stands in an element, behind the name of that element.

Records say what a value is by the name of its element, of an attribute beside it, or of the element around it.
"""

from __future__ import annotations

import html
import re
from typing import Final

from gateway.extract.spelled import Spelled, in_text

_NAME: Final = rb"[A-Za-z_][\w.\-:]*+"
_FIELD: Final = re.compile(
    rb"(?:<" + _NAME + rb"\s[^<>]*?\b(?:name|key|label|title)\s*=\s*[\"']([^\"'<>]{2,80})[\"'][^<>]*+>\s*+)?"
    rb"<(" + _NAME + rb")((?:\s[^<>]*+)?)>([^<>]{4,400}+)</\2\s*+>"
)
_NAMED: Final = re.compile(rb"\b(?:name|key|label|title)\s*=\s*[\"']([^\"'<>]{2,80})[\"']", re.IGNORECASE)
_FIGURES: Final = re.compile(rb"\d(?:\D{0,3}\d){4}")
_WORD_ENDS: Final = re.compile(r"(?<=[a-z\xe0-\xff])(?=[A-Z])|[_.\-:]+")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);")


def fields(raw: bytes) -> Spelled:
    """A line for each element that holds figures and nothing but text: its names, a colon, the text."""
    found = Spelled()
    for match in _FIELD.finditer(raw):
        if not _FIGURES.search(match[4]):
            continue
        names = [match[1] or b"", *_NAMED.findall(match[3]), match[2].rpartition(b":")[2]]
        label = " ".join(name.decode("utf-8", "replace") for name in names if name)
        found.gap(f"{_WORD_ENDS.sub(' ', html.unescape(label))}: ")
        _add(found, match[4], match.start(4))
        found.gap("\n")
    return found


def _add(found: Spelled, raw: bytes, at: int) -> None:
    text, done = raw.decode("utf-8", "surrogateescape"), 0
    for reference in _REFERENCE.finditer(text):
        at = found.utf8(text[done : reference.start()], at)
        found.add(html.unescape(reference[0]), at, at + len(reference[0]), in_text)
        at, done = at + len(reference[0]), reference.end()
    found.utf8(text[done:], at)
