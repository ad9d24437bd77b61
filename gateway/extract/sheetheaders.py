"""Headers and footers of sheets without the codes among their text: `&L`, `&12`, `&"Arial"` (ECMA-376 part 1, §18.3.1.46)."""

from __future__ import annotations

import html
import re
from typing import Final

from gateway.extract.spelled import Spelled, in_text

_HEADER: Final = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)(?:\s[^<>]*+)?>([^<]++)<")
#: A code, as a text may stand in XML; the ones of the first group begin another place.
_UNIT: Final = re.compile(
    r"&amp;(?:([LCR])|(?:&quot;|\")[^<&\"]{0,99}+(?:&quot;|\")|\d{1,3}|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|[BIUESXYPNDTZFAGHO])"
    r"|((?:&amp;)?&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);)"
)


def headers(content: bytes) -> Spelled:
    """A line for each part of them."""
    found = Spelled()
    for header in _HEADER.finditer(content):
        text, done, at = header[1].decode("utf-8", "surrogateescape"), 0, header.start(1)
        for unit in _UNIT.finditer(text):
            at = found.utf8(text[done : unit.start()], at)
            if unit[2]:
                found.add(html.unescape(unit[2])[-1:], at, at + len(unit[0]), in_text)
            elif unit[1]:
                found.gap("\n")
            at += len(unit[0])
            done = unit.end()
        found.utf8(text[done:], at)
        found.gap("\n")
    return found
