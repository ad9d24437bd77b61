"""Writes notice rows, their marks and the daily totals in one transaction. Writing a row twice changes nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from gateway.store.clock import day_of
from gateway.store.rows import Row, marks_of, scopes_of
from gateway.store.schema import daily, daily_types, notice_marks, notices


def insert_notices(connection: Connection, rows: Sequence[Row]) -> int:
    """Store those of `rows` whose id is not stored yet, and count them; gives how many were new."""
    wanted = {row["id"]: row for row in rows}
    known = set(connection.scalars(select(notices.c.id).where(notices.c.id.in_(list(wanted)))))
    fresh = [row for key, row in wanted.items() if key not in known]
    if not fresh:
        return 0
    connection.execute(insert(connection, notices).on_conflict_do_nothing(), fresh)
    marks = [{"mark": mark, "at": row["at"], "notice": row["id"]} for row in fresh for mark in marks_of(row)]
    if marks:
        connection.execute(insert(connection, notice_marks).on_conflict_do_nothing(), marks)
    _add(connection, daily, _daily_totals(fresh), ("messages", "held", "incomplete"))
    _add(connection, daily_types, _type_totals(fresh), ("findings", "messages"))
    return len(fresh)


def insert(connection: Connection, table: Table) -> Any:
    """The dialect's own INSERT, which knows ON CONFLICT; both spell it alike."""
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)


def _daily_totals(rows: Sequence[Row]) -> Counter[tuple[Any, ...]]:
    totals: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        for scope in ("", *scopes_of(row)):
            key = (
                day_of(row["at"]),
                scope,
                *(row[name] for name in ("channel", "rule", "mode", "action", "would")),
            )
            totals[(*key, "messages")] += 1
            totals[(*key, "held")] += row["held"]
            totals[(*key, "incomplete")] += len(json.loads(row["incomplete"]))
    return totals


def _type_totals(rows: Sequence[Row]) -> Counter[tuple[Any, ...]]:
    totals: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        for entity_type, count in json.loads(row["counts"]).items():
            for scope in ("", *scopes_of(row)):
                key = (day_of(row["at"]), scope, row["channel"], row["action"], entity_type)
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
    statement = insert(connection, table)
    added = {name: table.c[name] + statement.excluded[name] for name in sums}
    connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=added),
        [merged[key] for key in sorted(merged)],
    )
