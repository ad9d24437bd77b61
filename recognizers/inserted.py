"""Rows that a script of SQL inserts, with the names of their columns: "INSERT INTO t (id, nas) VALUES (1, '130692544'), (…)"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from recognizers.cues import vocabulary
from recognizers.label_list import Valued
from recognizers.page import Page
from recognizers.patterns import compiled

INSERTS: Final = vocabulary(("insert",))
#: From the table to its first row, with the names of its columns in brackets or without; a star is a backtick, as pages are read.
_INSERT: Final = compiled(
    r"(?<![a-z])insert\s{1,4}(?:ignore\s{1,4})?into\s{1,6}(?P<table>[a-z0-9_.*'\"\[\]]{1,60})\s{0,6}"
    r"(?:\((?P<names>[a-z0-9_ ,*'\"\[\]\n\r]{1,800})\)\s{0,6})?(?<![a-z0-9_])values?\s{0,6}(?=\()"
)
_NAME: Final = compiled(r"[a-z0-9_]+(?: [a-z0-9_]+){0,3}")
_MARKS: Final = str.maketrans("", "", "*'\"[]")
_OPENS: Final = compiled(r"\s{0,6},?\s{0,6}\(")
#: In quotes, whatever those hold; a quote of its own is written twice, or behind a backslash.
_QUOTED: Final = r"'(?:[^']|''|(?<=\\)'(?!\s?[,)])){0,200}+'"
#: A value: in quotes, behind the first of which it begins, or without, or what is made of such: "to_date('1985-04-12')".
_VALUE: Final = compiled(
    rf"(?=\s*+['\"]?(?P<value>))(?:{_QUOTED}|\((?:{_QUOTED}|[^'()]){{0,80}}+\)|[^',()])*+"
)
_BETWEEN: Final = ","
_CLOSES: Final = ")"
#: A row is read so far.
_REACH: Final = 2000
_Span = tuple[int, int]


class _Insert(NamedTuple):
    """A statement: its table's name, where the names of its columns stand, and the values of its rows."""

    start: int
    table: str
    names: list[_Span]
    rows: list[list[_Span]]
    values: list[_Span]


def _inserts(page: Page) -> Iterator[_Insert]:
    """Every statement of a page, in order. Linear: a row is read within a fixed reach, and those of a statement once."""
    lower = page.lower
    position = 0
    while insert := _INSERT.search(lower, position):
        named = insert["names"] is not None
        names = [name.span() for name in _NAME.finditer(lower, *insert.span("names"))] if named else []
        rows, position = _rows(lower, insert.end(), len(names))
        values = [value for row in rows for value in row]
        yield _Insert(insert.start(), insert["table"].translate(_MARKS), names, rows, values)


def _begin(insert: _Insert) -> int:
    return insert.start


def _insert_before(page: Page, start: int) -> _Insert | None:
    """The last statement that begins before page.lower[start:]."""
    if INSERTS.isdisjoint(page.words):
        return None
    inserts = page.once(_inserts)
    at = bisect_right(inserts, start, key=_begin)
    return inserts[at - 1] if at else None


def inserted_values(page: Page, start: int, end: int) -> Valued | None:
    """All values of the rows of whose columns page.lower[start:end] names one, and those of that; None where there is none."""
    insert = _insert_before(page, start)
    if insert is None or not insert.rows:
        return None
    column = next((at for at, (begin, stop) in enumerate(insert.names) if begin <= start and end <= stop), -1)
    return (insert.values, [row[column] for row in insert.rows]) if column >= 0 else None


def inserted_under(page: Page, start: int) -> str:
    """The name of the column that the value page.lower[start:] stands under; empty where it is none."""
    insert = _insert_before(page, start)
    if insert is None or not insert.names or (at := _value_at(insert, start)) < 0:
        return ""
    return page.lower[slice(*insert.names[at % len(insert.names)])]


def inserted_into(page: Page, start: int) -> tuple[str, list[str]] | None:
    """The name of the table, and those of its columns as far as they are told, of whose rows page.lower[start:] is a value."""
    insert = _insert_before(page, start)
    if insert is None or _value_at(insert, start) < 0:
        return None
    return insert.table, [page.lower[slice(*name)] for name in insert.names]


def _value_at(insert: _Insert, start: int) -> int:
    """Which of the values lower[start:] stands in; -1 for none."""
    at = bisect_right(insert.values, start, key=_first) - 1
    return at if at >= 0 and start < insert.values[at][1] else -1


def _first(value: _Span) -> int:
    return value[0]


def _rows(lower: str, position: int, columns: int) -> tuple[list[list[_Span]], int]:
    """The values of each row that has as many as there are columns, if these are named; and where the last row ends."""
    rows = []
    while (opens := _OPENS.match(lower, position)) and (row := _values(lower, opens.end())):
        if columns in (0, len(row)):
            rows.append(row)
        position = row[-1][1] + 1
    return rows, position


def _values(lower: str, start: int) -> list[_Span]:
    """The values of the row that begins at `start`; none where it does not end."""
    values = []
    last = min(len(lower), start + _REACH)
    while start < last and (value := _VALUE.match(lower, start, last)):
        values.append((value.start("value"), value.end()))
        start = value.end() + 1
        if lower[value.end() : start] != _BETWEEN:
            return values if lower[value.end() : start] == _CLOSES else []
    return []
