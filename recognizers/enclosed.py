"""Marks around part of a value belong to it: "(734) 508-229", "**2010**-*01*-`03`", "<td>500</td><td>593</td>"."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: A tag, of HTML or of a forum's text; a bracket; what marks text in Markdown.
_MARK: Final = compiled(
    r"[<\[](?P<name>[A-Za-z]{1,8})(?:[\s=][^<>\[\]]{0,60})?[>\]]|[<\[]/(?P<ended>[A-Za-z]{1,8})[>\]]"
    r"|(?P<opening>[(\[{])|(?P<closing>[)\]}])|(?P<sign>\*{1,3}|`{1,3}|~~|==)"
)
_ANY: Final = compiled(r"[()\[\]{}<*`~=]")
_OPENING: Final = {")": "(", "]": "[", "}": "{"}
_CLOSING: Final = {opening: closing for closing, opening in _OPENING.items()}
#: No tag is longer.
_LONGEST_TAG: Final = 80


def with_marks(raw: str, start: int, end: int) -> tuple[int, int]:
    """raw[start:end], and right beside it the other half of each mark of which it holds one half."""
    if not _ANY.search(raw, start, end):
        return start, end
    opened: list[str] = []
    closed: list[str] = []
    signs: dict[str, int] = {}
    for mark in _MARK.finditer(raw, start, end):
        if sign := mark["sign"]:
            signs[sign] = signs.get(sign, 0) + 1
        elif opening := mark["opening"] or mark["name"]:
            opened.append(opening.lower())
        else:
            half = mark["ended"].lower() if mark["ended"] else _OPENING[mark["closing"]]
            if opened and opened[-1] == half:
                opened.pop()
            else:
                closed.append(half)
    for half in closed:
        start = _before(raw, start, half)
    for half in reversed(opened):
        end = _after(raw, end, half)
    for sign in [sign for sign, count in signs.items() if count % 2]:
        if raw.endswith(sign, 0, start):
            start -= len(sign)
        elif raw.startswith(sign, end):
            end += len(sign)
    return start, end


def _before(raw: str, start: int, half: str) -> int:
    """Where this bracket or tag begins that ends at `start`; `start` where none does."""
    if half in _CLOSING:
        return start - 1 if raw.endswith(half, 0, start) else start
    left = max(0, start - _LONGEST_TAG)
    at = max(raw.rfind("<", left, start), raw.rfind("[", left, start))
    mark = _MARK.match(raw, at, start) if at >= 0 else None
    return at if mark and mark.end() == start and (mark["name"] or "").lower() == half else start


def _after(raw: str, end: int, half: str) -> int:
    """Where the other half of this bracket or tag ends that begins at `end`; `end` where none does."""
    if half in _CLOSING:
        return end + 1 if raw.startswith(_CLOSING[half], end) else end
    mark = _MARK.match(raw, end)
    return mark.end() if mark and (mark["ended"] or "").lower() == half else end
