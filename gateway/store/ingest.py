"""Writes notice rows, their marks and the daily totals in one transaction. Writing a row twice changes nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from gateway.store.clock import day_of
from gateway.store.rows import Row, marks_of, scopes_of
from gateway.store.schema import daily, daily_types, notice_marks, notices

_KIND: Final = ("channel", "rule", "mode", "action", "would")


def insert_notices(connection: Connection, rows: Sequence[Row], zone: str = "UTC") -> int:
    """Store those of `rows` whose id is not stored yet, and count them by the days of `zone`; gives how many were new."""
    wanted = {row["id"]: row for row in rows}
    known = set(connection.scalars(select(notices.c.id).where(notices.c.id.in_(list(wanted)))))
    fresh = [row for key, row in wanted.items() if key not in known]
    if not fresh:
        return 0
    dialect = connection.dialect.name
    connection.execute(_adding_new(dialect, notices), fresh)
    marks = [{"mark": mark, "at": row["at"], "notice": row["id"]} for row in fresh for mark in marks_of(row)]
    if marks:
        connection.execute(_adding_new(dialect, notice_marks), marks)
    _add(connection, daily, _daily_totals(fresh, zone), ("messages", "held", "incomplete"))
    _add(connection, daily_types, _type_totals(fresh, zone), ("findings", "messages"))
    return len(fresh)


def insert(connection: Connection, table: Table) -> Any:
    """The dialect's own INSERT, which knows ON CONFLICT; both spell it alike."""
    return _insert(connection.dialect.name, table)


def _insert(dialect: str, table: Table) -> Any:
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def _daily_totals(rows: Sequence[Row], zone: str) -> Counter[tuple[Any, ...]]:
    alike: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        key = (row["mailboxes"], row["form_id"], day_of(row["at"], zone), *(row[name] for name in _KIND))
        alike.setdefault(key, []).append(row)
    totals: Counter[tuple[Any, ...]] = Counter()
    for (_, _, day, *kind), some in alike.items():
        incomplete = (json.loads(row["incomplete"]) for row in some if row["incomplete"] != "[]")
        sums = {
            "messages": len(some),
            "held": sum(row["held"] for row in some),
            "incomplete": sum(map(len, incomplete)),
        }
        for scope in ("", *scopes_of(some[0])):
            totals.update({(day, scope, *kind, name): count for name, count in sums.items()})
    return totals


def _type_totals(rows: Sequence[Row], zone: str) -> Counter[tuple[Any, ...]]:
    totals: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        for entity_type, count in json.loads(row["counts"]).items() if row["counts"] != "{}" else ():
            for scope in ("", *scopes_of(row)):
                key = (day_of(row["at"], zone), scope, row["channel"], row["action"], entity_type)
                totals[(*key, "findings")] += count
                totals[(*key, "messages")] += 1
    return totals


def _add(
    connection: Connection, table: Table, totals: Mapping[tuple[Any, ...], int], sums: Sequence[str]
) -> None:
    """Add `totals` to the rows of `table`. Rows are touched in one order, so that instances never deadlock."""
    keys = [column.name for column in table.primary_key.columns]
    merged: dict[tuple[Any, ...], dict[str, Any]] = {}
    for (*key, name), value in totals.items():
        row = merged.setdefault(tuple(key), dict(zip(keys, key, strict=True)) | dict.fromkeys(sums, 0))
        row[name] = value
    if not merged:
        return
    statement = _adding(connection.dialect.name, table, tuple(sums))
    connection.execute(statement, [merged[key] for key in sorted(merged)])


@cache
def _adding(dialect: str, table: Table, sums: tuple[str, ...]) -> Any:
    """Insert rows of `table`, or add their `sums` to those that are there; made once, for making it costs more than using it."""
    statement = _insert(dialect, table)
    return statement.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key.columns],
        set_={name: table.c[name] + statement.excluded[name] for name in sums},
    )


@cache
def _adding_new(dialect: str, table: Table) -> Any:
    """Insert the rows of `table` that are not there."""
    return _insert(dialect, table).on_conflict_do_nothing()
