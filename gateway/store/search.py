"""Notices found again: a page of the list, one notice, totals for charts. Quick at a million rows.

Pages are cut by key, not by offset. What a reader may see is a set of marks (`scopes`); None means everything.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, Select, exists, func, select, tuple_

from gateway.store import clock
from gateway.store.database import Database
from gateway.store.rows import Row
from gateway.store.schema import daily, daily_types, feedback, notice_marks, notices

Scopes = Sequence[str] | None

_EXPORT_PAGE: Final = 1000
_FRESHEST: Final = 1 << 62


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list; an empty field does not filter. `scope` is one mailbox's or form's mark."""

    since: int = 0
    until: int = _FRESHEST
    channel: str = ""
    action: str = ""
    rule: str = ""
    mode: str = ""
    entity_type: str = ""
    scope: str = ""


def page(
    database: Database,
    wanted: Filter,
    scopes: Scopes,
    *,
    limit: int = 50,
    before: tuple[int, str] | None = None,
) -> list[Row]:
    """The newest notices that `wanted` lets through, after the notice whose (at, id) is `before`."""
    drivers = _drivers(wanted, scopes)
    with database.read() as connection:
        runs = [
            [_loaded(row) for row in connection.execute(_query(wanted, mark, before).limit(limit)).mappings()]
            for mark in drivers
        ]
    merged: list[Row] = []
    for row in heapq.merge(*runs, key=lambda row: (row["at"], row["id"]), reverse=True):
        if (not merged or merged[-1]["id"] != row["id"]) and len(merged) < limit:
            merged.append(row)
    return merged


def _drivers(wanted: Filter, scopes: Scopes) -> Sequence[str]:
    """The marks to walk along, newest first; "" walks along all notices."""
    if scopes is not None:
        return [scope for scope in scopes if wanted.scope in ("", scope)]
    if wanted.scope:
        return [wanted.scope]
    return [f"type:{wanted.entity_type}"] if wanted.entity_type else [""]


def _query(wanted: Filter, mark: str, before: tuple[int, str] | None) -> Select[Any]:
    at, key = (notice_marks.c.at, notice_marks.c.notice) if mark else (notices.c.at, notices.c.id)
    query = select(notices).order_by(at.desc(), key.desc()).where(*_conditions(wanted, at))
    if mark:
        query = query.select_from(notice_marks.join(notices, notices.c.id == notice_marks.c.notice))
        query = query.where(notice_marks.c.mark == mark)
    if wanted.entity_type and mark != f"type:{wanted.entity_type}":
        other = notice_marks.alias()
        query = query.where(
            exists().where(
                other.c.mark == f"type:{wanted.entity_type}", other.c.at == at, other.c.notice == notices.c.id
            )
        )
    return query.where(tuple_(at, key) < before) if before else query


def _conditions(wanted: Filter, at: ColumnElement[int]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since:
        conditions.append(at >= wanted.since)
    if wanted.until != _FRESHEST:
        conditions.append(at < wanted.until)
    for name in ("channel", "action", "rule", "mode"):
        if value := getattr(wanted, name):
            conditions.append(notices.c[name] == value)
    return conditions


def one(database: Database, notice_id: str, scopes: Scopes) -> Row | None:
    """One notice, None when there is none or it is not among `scopes`."""
    query = select(notices).where(notices.c.id == notice_id)
    if scopes is not None:
        seen = exists().where(notice_marks.c.notice == notice_id, notice_marks.c.mark.in_(scopes))
        query = query.where(seen)
    with database.read() as connection:
        row = connection.execute(query).mappings().first()
    return _loaded(row) if row else None


def export(database: Database, wanted: Filter, scopes: Scopes, *, most: int = 100_000) -> Iterator[Row]:
    """Every notice that `wanted` lets through, newest first, up to `most`."""
    before, given = None, 0
    while given < most:
        rows = page(database, wanted, scopes, limit=_EXPORT_PAGE, before=before)
        yield from rows
        given += len(rows)
        if len(rows) < _EXPORT_PAGE:
            return
        before = (rows[-1]["at"], rows[-1]["id"])


def from_sender(database: Database, sender: str, limit: int = 1000) -> list[Row]:
    """The notices of mail from the address with this keyed hash."""
    query = select(notices).where(notices.c.sender == sender).order_by(notices.c.at.desc()).limit(limit)
    with database.read() as connection:
        return [_loaded(row) for row in connection.execute(query).mappings()] if sender else []


# -- totals --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Total:
    """Messages of one day, channel, rule, mode and action."""

    day: int
    channel: str
    rule: str
    mode: str
    action: str
    would: str
    messages: int
    held: int
    incomplete: int


@dataclass(frozen=True, slots=True)
class TypeTotal:
    """Findings of one day, channel, action and entity type."""

    day: int
    channel: str
    action: str
    entity_type: str
    findings: int
    messages: int


def totals(database: Database, scopes: Scopes, since: int, until: int) -> list[Total]:
    """Totals between two days (20261124), both included. A message for two of `scopes` counts in both."""
    keys = [daily.c[name] for name in ("day", "channel", "rule", "mode", "action", "would")]
    sums = [func.sum(daily.c[name]) for name in ("messages", "held", "incomplete")]
    query = select(*keys, *sums).where(daily.c.scope.in_(_scopes(scopes)), daily.c.day.between(since, until))
    with database.read() as connection:
        rows = connection.execute(query.group_by(*keys).order_by(daily.c.day)).all()
    return [Total(*row[:6], *(int(value) for value in row[6:])) for row in rows]


def type_totals(database: Database, scopes: Scopes, since: int, until: int) -> list[TypeTotal]:
    """Findings between two days, both included."""
    keys = [daily_types.c[name] for name in ("day", "channel", "action", "entity_type")]
    sums = [func.sum(daily_types.c[name]) for name in ("findings", "messages")]
    query = select(*keys, *sums).where(
        daily_types.c.scope.in_(_scopes(scopes)), daily_types.c.day.between(since, until)
    )
    with database.read() as connection:
        rows = connection.execute(query.group_by(*keys).order_by(daily_types.c.day)).all()
    return [TypeTotal(*row[:4], *(int(value) for value in row[4:])) for row in rows]


def _scopes(scopes: Scopes) -> Sequence[str]:
    return [""] if scopes is None else list(scopes)


def choices(database: Database, scopes: Scopes, days: int = 400) -> dict[str, list[str]]:
    """What the list can be filtered by: rules, entity types, mailboxes and forms that occurred lately."""
    since = clock.day_of(clock.now() - days * clock.DAY)
    with database.read() as connection:
        rules = connection.scalars(
            select(daily.c.rule).distinct().where(daily.c.scope.in_(_scopes(scopes)), daily.c.day >= since)
        ).all()
        types = connection.scalars(
            select(daily_types.c.entity_type)
            .distinct()
            .where(daily_types.c.scope.in_(_scopes(scopes)), daily_types.c.day >= since)
        ).all()
    return {"rule": sorted(rules), "entity_type": sorted(types)}


# -- feedback ------------------------------------------------------------------------------------------------


def feedback_on(database: Database, notice_id: str) -> list[Row]:
    """What staff said about a notice, oldest first."""
    query = select(feedback).where(feedback.c.notice == notice_id).order_by(feedback.c.at)
    with database.read() as connection:
        return [
            {**row, "evidence": json.loads(row["evidence"])} for row in connection.execute(query).mappings()
        ]


def _loaded(row: RowMapping) -> Row:
    return {
        **row,
        **{name: json.loads(row[name]) for name in ("mailboxes", "counts", "findings", "incomplete")},
    }
