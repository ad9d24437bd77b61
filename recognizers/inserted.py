"""Rows that a script of SQL inserts, with the names of their columns: "INSERT INTO t (id, nas) VALUES (1, '130692544'), (…)"."""

from __future__ import annotations

from typing import Final

from recognizers.label_list import Valued
from recognizers.patterns import compiled

#: From the names of the columns, in brackets, to the first row; a star is a backtick, as pages are read.
_INSERT: Final = compiled(
    r"(?<![a-z])insert (?:ignore )?into [*'\"\[]?[a-z][a-z0-9_.*'\"\[\]]{0,60} ?"
    r"\((?P<names>[a-z0-9_ ,*'\"\[\]\n\r]{2,400})\)\s{0,4}values?\s{0,4}(?=\()"
)
_NAME: Final = compiled(r"[a-z0-9_]+(?: [a-z0-9_]+){0,3}")
#: A row: values in quotes, whatever those hold, or without.
_ROW: Final = compiled(r"\s{0,6},?\s{0,6}\((?P<values>(?:'(?:[^'\n]|''){0,200}+'|[^'()\n]){1,800}+)\)")
_VALUE: Final = compiled(r"(?:'(?:[^'\n]|''){0,200}+'|[^',\n])*+")
#: So far before a value the names of the columns are looked for, and so far behind them values.
_REACH: Final = 2000


def inserted_values(lower: str, start: int, end: int) -> Valued | None:
    """All values of the rows of whose columns lower[start:end] names one, and those of that."""
    first = lower.rfind("insert ", max(0, start - _REACH), start)
    insert = _INSERT.match(lower, first) if first >= 0 else None
    if insert is None or not insert.start("names") <= start < end <= insert.end("names"):
        return None
    names = [name.span() for name in _NAME.finditer(lower, *insert.span("names"))]
    column = next((at for at, (_, stop) in enumerate(names) if start < stop), None)
    if column is None:
        return None
    rows = _rows(lower, insert.end(), insert.end() + _REACH, len(names))
    return [value for row in rows for value in row], [row[column] for row in rows]


def inserted_under(lower: str, start: int) -> str:
    """The name of the column that the value lower[start:] stands under; empty where it is none. Linear: a fixed reach."""
    first = lower.rfind("insert ", max(0, start - _REACH), start)
    insert = _INSERT.match(lower, first) if first >= 0 else None
    if insert is None:
        return ""
    names = [name[0] for name in _NAME.finditer(lower, *insert.span("names"))]
    for row in _rows(lower, insert.end(), start, len(names)):
        for name, (begin, stop) in zip(names, row, strict=True):
            if begin <= start < stop:
                return name
    return ""


def _rows(lower: str, position: int, last: int, columns: int) -> list[list[tuple[int, int]]]:
    """The values of each row that begins before `last` and has as many as there are columns."""
    rows = []
    while position < last and (row := _ROW.match(lower, position)):
        values = _values(lower, *row.span("values"))
        if len(values) == columns:
            rows.append(values)
        position = row.end()
    return rows


def _values(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    values = []
    while start <= end:
        value = _VALUE.match(lower, start, end)
        stop = value.end() if value else end
        values.append((start, stop))
        start = stop + 1
    return values
