"""XML elements: one that ended names nothing after it (`<nas>…</nas><no>130 692 544</no>`)."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: Before a label: the tag that ends an element, or begins one whose name holds the label.
_ENDING: Final = compiled(r"</[a-z0-9_:.-]{0,30}$")
_NAMED: Final = compiled(r"<[a-z0-9_:.-]{0,30}$")
_LONGEST: Final = 32
#: From a label in a tag to the end of its element, and past it.
_ENDED: Final = compiled(r"[^<>]{0,60}>[^<]{0,200}</")
_EMPTY: Final = compiled(r"[^<>]{0,60}/>\s{0,3}<(?!val|text|data|answer|rep)")
#: Right before a value: the tag of an element that names the date or hour of something else, "<pubDate>", "<updated>".
_ANOTHERS: Final = compiled(
    r"<(?![a-z0-9_.:-]*(?:nais|birth|born|dob|ddn|bday|anniv|nee?[_-]?le))"
    r"(?!(?:date|time|date-?time|date-?stamp|date_?val(?:ue)?|(?:[a-z]+-)?date-?(?:picker|field|input))[ >])"
    r"(?=[a-z0-9_.:-]*(?:date|time|modif|publi|updat|creat|edit|issue|sent|build|stamp|visit|admi|hire|embauch|inscri|maj))"
    r"[a-z0-9_.:-]{3,40}(?: [^<>]{0,80})?>\s{0,8}\Z"
)
_TAG_REACH: Final = 140


def names_another(lower: str, value: int) -> bool:
    """Whether the tag right before the value at `value` names the date of something else than a birth."""
    return _ANOTHERS.search(lower, value - _TAG_REACH, value) is not None


def ends_element(lower: str, start: int) -> bool:
    """Whether the label at `start` stands in the tag that ends an element."""
    return _ENDING.search(lower, start - _LONGEST, start) is not None


def is_ended(lower: str, start: int, end: int, value: int) -> bool:
    """Whether the element whose tag has the label lower[start:end] ends before `value`; an empty one if that names it."""
    if "/" not in lower[end:value]:
        return False
    return _ENDED.match(lower, end, value) is not None or (
        _EMPTY.match(lower, end, value) is not None
        and _NAMED.search(lower, start - _LONGEST, start) is not None
    )
