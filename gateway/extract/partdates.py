"""Dates of records whose year, month and day are fields or elements of their own: put together behind what names them.

Programs write a day as `{"year": 1985, "month": 4, "day": 12}`, as `[1985, 4, 12]`, or as three elements or attributes of XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_OBJECT: Final = re.compile(r"\{[^{}]{10,600}+\}")
_MEMBER: Final = re.compile(
    r'"([^"\\]{1,60})"\s*+:\s*+(?:(\d{1,4})(?![\d.eE])|"\s*+(\d{1,4}|[^\W\d_]{3,9}\.?)\s*+")'
)
_LISTED: Final = re.compile(
    r'"([^"\\]{1,60})"\s*+:\s*+\[\s*+((?:19|20)\d\d)\s*+,\s*+(0?[1-9]|1[0-2])\s*+,\s*+(0?[1-9]|[12]\d|3[01])\s*+[,\]]'
)
_AROUND: Final = re.compile(r'(?:"([^"\\]{1,60})"\s*+:\s*+\{\s*+)?"([^"\\]{1,60})"\s*+:\s*+\Z')
_MOST_AROUND: Final = 160
_LEAF: Final = re.compile(
    rb"<([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]{0,60}+)(?:\s[^<>]{0,200}+)?>\s*+"
    rb"(\d{1,4}|[A-Za-z\x80-\xff]{3,11}\.?)\s*+</([\w.\-:\x80-\xff]++)\s*+>"
)
_TAG: Final = re.compile(rb"<([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]{0,60}+)\s([^<>]{15,600}+)>")
_ATTRIBUTE: Final = re.compile(rb"""([A-Za-z_][\w.\-:]{0,40}+)\s*+=\s*+["'](\d{1,4})["']""")
_BLANK: Final = re.compile(rb"\s*+")
#: The words of a name: "birthYear", "annee_naissance".
_WORD: Final = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
_PARTS: Final = {
    **dict.fromkeys(("year", "annee", "année", "an", "yyyy", "aaaa", "yy", "y"), 0),
    **dict.fromkeys(("month", "mois", "mm", "mo", "m"), 1),
    **dict.fromkeys(("day", "jour", "dd", "jj", "d", "j"), 2),
}
#: Java's names of a day's parts, and of what else it says of a day.
_OF_MONTH: Final = re.compile(r"(?i)\Aday_?of_?month\Z")
_OF_OTHERS: Final = re.compile(r"(?i)\A(?:day_?of_?(?:week|year)|leap_?year|era)\Z")
#: Words beside those that name nothing.
_BESIDE: Final = frozenset("value of the num number no numero de du la le".split())
_LONGEST_YEAR, _LONGEST_DAY = 4, 2
_IN_A_LIST: Final = ("year", "month", "day")
_ALL: Final = 3

Span = tuple[int, int]
#: What a name says, the value behind it, and where that stands.
Member = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class PartDate:
    """A day: what names it, and its parts as one writes them behind each other, each with where it stands."""

    label: str
    parts: Sequence[tuple[str, Span]]
    between: str

    def pieces(self) -> Iterator[tuple[str, Span]]:
        """A line of it; what nothing of the source spells has an empty span."""
        yield f"{self.label}: ", (0, 0)
        for number, (part, span) in enumerate(self.parts):
            if number:
                yield self.between, (0, 0)
            yield part, span
        yield "\n", (0, 0)


def of_json(source: str) -> Iterator[PartDate]:
    """The days of JSON, in objects and in lists."""
    for found in _OBJECT.finditer(source):
        members = [
            (one[1], one[2] or one[3], one.span(2 if one[2] else 3))
            for one in _MEMBER.finditer(source, *found.span())
        ]
        if len(members) >= _ALL:
            yield from _put_together(members, _named_around(source, found.start()))
    for found in _LISTED.finditer(source):
        members = [(part, found[at], found.span(at)) for at, part in enumerate(_IN_A_LIST, start=2)]
        yield from _put_together(members, [found[1]])


def of_xml(raw: bytes) -> Iterator[PartDate]:
    """The days of XML, in elements that follow each other and in the attributes of one."""
    run: list[Member] = []
    end = start = -1
    for leaf in _LEAF.finditer(raw):
        if leaf[1] != leaf[3]:
            continue
        gap = _BLANK.match(raw, end) if end >= 0 else None
        if gap is None or gap.end() != leaf.start():
            yield from _of_elements(raw, run, start)
            run, start = [], leaf.start()
        run.append((_text(leaf[1]), _text(leaf[2]), leaf.span(2)))
        end = leaf.end()
    yield from _of_elements(raw, run, start)
    yield from of_attributes(raw, 0)


def of_attributes(raw: bytes, start: int) -> Iterator[PartDate]:
    """The days of XML that stand in the attributes of one tag, in what begins at `start`."""
    for tag in _TAG.finditer(raw, start):
        members = [
            (_text(one[1]), _text(one[2]), one.span(2)) for one in _ATTRIBUTE.finditer(raw, *tag.span(2))
        ]
        if len(members) >= _ALL:
            yield from _put_together(members, [_text(tag[1])])


def _of_elements(raw: bytes, run: Sequence[Member], start: int) -> Iterator[PartDate]:
    if len(run) < _ALL:
        return
    before = raw[max(0, start - _MOST_AROUND) : start].rstrip()
    tag = before[before.rfind(b"<") :] if before.endswith(b">") else b""
    name = re.match(rb"<([A-Za-z_\x80-\xff][\w.\-:\x80-\xff]*+)", tag)
    yield from _put_together(run, [_text(name[1])] if name else [])


def _text(name: bytes) -> str:
    return name.rpartition(b":")[2].decode("utf-8", "replace")


def _named_around(source: str, start: int) -> list[str]:
    around = _AROUND.search(source[max(0, start - _MOST_AROUND) : start])
    return [name for name in around.groups() if name] if around else []


def _put_together(members: Iterable[Member], around: Sequence[str]) -> Iterator[PartDate]:
    """The days of members that follow each other: a year, a month and a day in any order. The names around them name the
    day, and what their own names say beside that they are a part."""
    found: dict[int, tuple[str, Span]] = {}
    stem = ""
    for name, value, span in members:
        if _OF_OTHERS.match(name):
            continue
        part, own = part_of(name)
        if part is None or (found and own != stem):
            if len(found) == _ALL:
                yield day_of(found, [*around, stem])
            found = {}
        if part is not None and may_be(part, value):
            stem = own
            if part != 1 or value.isdigit() or 1 not in found:  # a month in figures counts more than in words
                found[part] = value, span
    if len(found) == _ALL:
        yield day_of(found, [*around, stem])


def part_of(name: str) -> tuple[int | None, str]:
    """Which part of a day a name says (0 the year, 1 the month, 2 the day; None for no part), and what else it says."""
    words = [word.lower() for word in _WORD.findall(_OF_MONTH.sub("day", name))]
    parts = [_PARTS[word] for word in words if word in _PARTS]
    own = [word for word in words if word not in _PARTS and word not in _BESIDE]
    return parts[0] if len(parts) == 1 else None, " ".join(own)


def may_be(part: int, value: str) -> bool:
    """Whether a value may be that part of a day."""
    if part == 1 and not value.isdigit():
        return True
    return value.isdigit() and (len(value) == _LONGEST_YEAR if part == 0 else len(value) <= _LONGEST_DAY)


def day_of(found: Mapping[int, tuple[str, Span]], names: Iterable[str]) -> PartDate:
    """The day of those parts, which `names` name together."""
    label = " ".join(" ".join(_WORD.findall(name)) for name in names if name)
    (year, at), (month, then), (day, last) = (found[part] for part in range(3))
    if not month.isdigit():
        return PartDate(label, ((day, last), (month, then), (year, at)), " ")
    return PartDate(label, ((year, at), (month.zfill(2), then), (day.zfill(2), last)), "-")
