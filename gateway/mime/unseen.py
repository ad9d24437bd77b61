"""Elements that CSS hides (display:none and its kin): a value may be cut in two by letters that nobody sees."""

from __future__ import annotations

import re
from typing import Final

from gateway.mime.lens import OffsetMap

_HIDING: Final = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|mso-hide\s*:\s*all)|\shidden(?=[\s=/>]|\Z)",
    re.IGNORECASE,
)
_CLASS_RULE: Final = re.compile(
    r"\.([A-Za-z_][\w-]{0,60})\s*\{[^{}]{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0)",
    re.IGNORECASE,
)
_CLASS: Final = re.compile(r"\sclass\s*=\s*[\"']?([^\"'>]{1,200})", re.IGNORECASE)
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())


class Unseen:
    """Follows the tags of a document and notes which spans of the shown text no reader with CSS sees."""

    __slots__ = ("_classes", "_depth", "_name", "_start", "spans")

    def __init__(self) -> None:
        self._classes: set[str] = set()
        self._name, self._depth, self._start = "", 0, 0
        self.spans: list[tuple[int, int]] = []

    def style(self, sheet: str) -> None:
        """A style sheet of the document."""
        self._classes.update(_CLASS_RULE.findall(sheet))

    def tag(self, name: str, *, closing: bool, attributes: str, at: int) -> None:
        """A tag, met when `at` characters of text were shown."""
        if self._name:
            if name == self._name:
                self._depth += -1 if closing else 1
                if not self._depth:
                    self.spans.append((self._start, at))
                    self._name = ""
        elif not closing and attributes and name not in _VOID and self._hides(attributes):
            self._name, self._depth, self._start = name, 1, at

    def _hides(self, attributes: str) -> bool:
        if _HIDING.search(attributes):
            return True
        if not self._classes:
            return False
        named = _CLASS.search(attributes)
        return named is not None and not self._classes.isdisjoint(named[1].split())

    def without(self, text: str) -> tuple[str, OffsetMap] | None:
        """`text` without those spans, and its map to `text`; None when nothing comes together that was apart."""
        spans = [(a, b) for a, b in self.spans if a < b]
        if not any(_runs_together(text, *span) for span in spans):
            return None
        pieces, offsets, done = [], OffsetMap(), 0
        for start, end in [*spans, (len(text), len(text))]:
            pieces.append(text[done:start])
            offsets.add(start - done, done, start - done)
            done = end
        return "".join(pieces), offsets


def _runs_together(text: str, start: int, end: int) -> bool:
    """Whether what is shown before and after text[start:end] comes together without it, or it is joined to either."""
    before, after = text[start - 1 : start].strip(), text[end : end + 1].strip()
    return bool((before and after) or (before and text[start].strip()) or (after and text[end - 1].strip()))
