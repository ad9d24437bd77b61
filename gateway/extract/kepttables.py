"""Tables that a workbook keeps beside its sheets: of pivot tables, of other workbooks, of charts, and named values.

Each is read as a table with its own headings, as it stands and as it was before a program took identifiers and days for
amounts (ECMA-376 part 1, §18.10, §18.14, §21.2, §18.2.5).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.extract.spelled import Spelled, Splice, in_attribute, in_text

#: A text, and where it stands in the part; both 0 where it does not stand there.
_Said = tuple[str, int, int]
_Rows = Iterator[Sequence[_Said]]

_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<[?!][^<>]{0,1000}+>)*+"
    rb"<(?:[\w.\-]+:)?(pivotCacheDefinition|pivotCacheRecords|externalLink|chartSpace|workbook)[\s>]"
)
_FIELD: Final = re.compile(rb"<(?:\w+:)?cacheField\s(?>[^<>]*?\bname=\"([^\"]*)\")[^<>]*+>")
_ITEM: Final = re.compile(rb"<(?:\w+:)?(?:s|n|d)\s[^<>]*?\bv=\"([^\"]*)\"")
_RECORD: Final = rb"<(?:\w+:)?r(?:\s[^<>]*)?>", rb"</(?:\w+:)?r>"
_MEMBER: Final = re.compile(rb"<(?:\w+:)?(?:s|n|d|x|m|b|e)(?:(?>\s[^<>]*?\bv=\"([^\"]*)\")[^<>]*+|\s*)/?>")
_ROW: Final = rb"<(?:\w+:)?row[\s>]", rb"</(?:\w+:)?row>"
_CELL: Final = re.compile(rb"<(?:\w+:)?cell(?:\s[^<>]*)?(?:/>|>(?:[^<]*<(?:\w+:)?v[^<>]*>([^<]*)<)?)")
_SERIES: Final = rb"<(?:\w+:)?ser[\s>]", rb"</(?:\w+:)?ser>"
_HEADING: Final = rb"<(?:\w+:)?tx>", rb"</(?:\w+:)?tx>"
_POINT: Final = re.compile(rb"<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>")
_NAME: Final = re.compile(rb"<(?:\w+:)?definedName\s(?>[^<>]*?\bname=\"([^\"]*)\")[^<>]*+>([^<]*)<")
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.Z]+\Z")
_TYPED: Final = re.compile(
    rb"<(?:\w+:)?([nd])\s[^<>]*?\bv=\"([^\"]*)\"|\b(?:min|max)(?:(Value)|Date)=\"([^\"]*)\""
)
_DAY: Final = date(1900, 1, 1)


def kept_tables(contents: Mapping[str, bytes]) -> Iterator[tuple[str, str, Spelled]]:
    """The tables in `contents` (parts by name, in UTF-8): (part, "@table" or "@guessed", text)."""
    for name, content in contents.items():
        root = _ROOT.match(content)
        if root is None:
            continue
        written = in_attribute if root[1].startswith(b"pivot") else in_text
        rows = list(
            _rows(root[1].decode("ascii"), content, contents.get(name.replace("Records", "Definition"), b""))
        )
        plain, guessed = Spelled(), Spelled()
        differ = False
        for row in rows:
            for text, start, end in row:
                other = guess(text, EPOCH)
                differ |= bool(other) and other != text
                plain.add(text, start, end, written)
                guessed.add(other, start, end, written)
                plain.gap("\t")
                guessed.gap("\t")
            plain.gap("\n")
            guessed.gap("\n")
        if plain.text.strip():
            yield name, "@table", plain
        if differ:
            yield name, "@guessed", guessed


def typed(name: str, content: bytes, splices: Sequence[Splice]) -> Sequence[Splice]:
    """`splices`; in the kept values of a pivot table a number becomes another one that says nothing, and a day, too: no two of
    them alike, as programs ask for."""
    if "pivotCache" not in name or not splices:
        return splices
    out: list[Splice] = []
    left, count, at = sorted(splices), 0, 0
    for found in _TYPED.finditer(content):
        start, end = found.span(2) if found[1] else found.span(4)
        while at < len(left) and left[at][1] <= start:
            out.append(left[at])
            at += 1
        before = at
        while at < len(left) and left[at][0] < end:
            at += 1
        if at > before:
            is_number = found[1] == b"n" or found[3] is not None
            new = str(count) if is_number else f"{(_DAY + timedelta(days=count)).isoformat()}T00:00:00"
            out.append((start, end, new.encode("ascii")))
            count += 1
    return [*out, *left[at:]]


def _rows(root: str, content: bytes, definition: bytes) -> _Rows:
    if root == "pivotCacheDefinition":
        yield from _fields(content)
    elif root == "pivotCacheRecords":
        yield [(_unescaped(name), 0, 0) for name in _FIELD.findall(definition)]
        for record in _elements(_RECORD, content, 0, len(content)):
            yield [_said(found) for found in _MEMBER.finditer(content, *record)]
    elif root == "externalLink":
        for row in _elements(_ROW, content, 0, len(content)):
            yield [_said(found) for found in _CELL.finditer(content, *row)]
    elif root == "chartSpace":
        yield from _series(content)
    else:
        for found in _NAME.finditer(content):
            text, start, end = _said(found, 2)
            yield [(f"{_unescaped(found[1])}:", 0, 0), (text.strip('"'), start, end)]


def _fields(content: bytes) -> _Rows:
    """A column a field: its name, and each of its values on a line."""
    fields = list(_FIELD.finditer(content))
    for number, field in enumerate(fields):
        yield [(_unescaped(field[1]), 0, 0)]
        end = fields[number + 1].start() if number + 1 < len(fields) else len(content)
        for found in _ITEM.finditer(content, field.end(), end):
            yield [_said(found)]
        yield ()


def _series(content: bytes) -> _Rows:
    """A column a series of values: its name, and each of its points on a line."""
    for start, end in _elements(_SERIES, content, 0, len(content)):
        title = next(_elements(_HEADING, content, start, end), None)
        heading = _POINT.search(content, *title) if title else None
        yield [(_unescaped(heading[1]) if heading else "", 0, 0)]
        for found in _POINT.finditer(content, heading.end() if heading else start, end):
            yield [_said(found)]
        yield ()


def _elements(marks: tuple[bytes, bytes], content: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the insides of elements between such marks stand, none in another: linear, whatever does not end."""
    opening, closing = map(re.compile, marks)
    while (begin := opening.search(content, start, end)) and (
        last := closing.search(content, begin.end(), end)
    ):
        yield begin.end(), last.start()
        start = last.end()


def _said(found: re.Match[bytes], group: int = 1) -> _Said:
    """The text of a value; of a moment, its day."""
    if found[group] is None:
        return "", 0, 0
    text = _unescaped(found[group])
    moment = _MOMENT.match(text)
    return moment[1] if moment else text, *found.span(group)


def _unescaped(value: bytes) -> str:
    return html.unescape(value.decode("utf-8", "replace"))
