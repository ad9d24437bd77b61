"""Styles that hide the characters that have them (ECMA-376 part 1, §17.3.2.41; OpenDocument 1.3 part 3, §20.374)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_STYLE: Final = re.compile(
    rb"""<(?:w:style\s[^<>]*?\bw:styleId|style:style\s[^<>]*?\bstyle:name)\s*=\s*["']([^"'<>]{1,200})["']"""
)
_HIDES: Final = re.compile(
    rb"""<w:vanish(?:\s*/>|\s+w:val\s*=\s*["'](?:1|true|on)["'])|\stext:display\s*=\s*["']none["']"""
)


def hidden_styles(content: bytes) -> Iterator[bytes]:
    """The names of such styles in an XML part."""
    if b"vanish" not in content and b"text:display" not in content:
        return
    styles = list(_STYLE.finditer(content))
    ends = [style.start() for style in styles] + [len(content)]
    for style, (_, end) in zip(styles, pairwise(ends), strict=True):
        if _HIDES.search(content, style.end(), end):
            yield style[1]
