"""Names of XML elements: one that ends names nothing after it (`<nas>…</nas><no>130 692 544</no>`)."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: Of what stands before a label: it is in the tag that ends an element.
_ENDING: Final = compiled(r"</[a-z0-9_:.-]{0,30}$")
_LONGEST: Final = 32
#: From a label in a tag to the end of its element, and past it.
_ENDED: Final = compiled(r"[^<>]{0,60}(?:/>|>[^<]{0,200}</)")


def ends_element(lower: str, start: int) -> bool:
    """Whether the label at `start` stands in the tag that ends an element."""
    return _ENDING.search(lower, max(0, start - _LONGEST), start) is not None


def is_ended(gap: str) -> bool:
    """Whether the element that a label names ends in `gap`, what stands from the label to a value."""
    return _ENDED.match(gap) is not None
