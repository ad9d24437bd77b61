"""The retention schedule, applied by the store itself: what is past its time goes, and the register says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, select

from gateway.store import clock, quarantine, register
from gateway.store.database import Database
from gateway.store.schema import (
    access,
    daily,
    daily_types,
    feedback,
    idempotency,
    notice_marks,
    notices,
    sessions,
    submissions,
)
from gateway.store.secret import Secret

_BATCH = 2_000
_TOTALS_DAYS = 5 * 366  # daily totals hold no one's data; five years let a body compare years
_ACCESS_DAYS = 2 * 366  # who looked at what outlives what was looked at


@dataclass(frozen=True, slots=True)
class Schedule:
    """How many days each kind of record is kept."""

    notices: int = 90
    quarantine: int = 30
    submissions: int = 90


def apply(database: Database, secret: Secret, schedule: Schedule, at: int | None = None) -> dict[str, int]:
    """Destroy all that is past its time at `at` (now, unless a test says otherwise); gives counts by kind."""
    at = at or clock.now()
    gone = {
        "quarantine": quarantine.expire(database, secret, at),
        "notices": _notices(database, at - schedule.notices * clock.DAY),
        "submissions": _simple(database, submissions, submissions.c.expires <= at),
        "sessions": _simple(database, sessions, sessions.c.seen < at - clock.DAY),
        "access": _simple(database, access, access.c.at < at - _ACCESS_DAYS * clock.DAY),
        "feedback": _simple(database, feedback, feedback.c.at < at - schedule.notices * clock.DAY),
    }
    _simple(database, idempotency, idempotency.c.expires <= at)
    oldest = clock.day_of(at - _TOTALS_DAYS * clock.DAY)
    _simple(database, daily, daily.c.day < oldest)
    _simple(database, daily_types, daily_types.c.day < oldest)
    told = {kind: count for kind, count in gone.items() if count and kind in ("notices", "submissions")}
    if told:
        with database.write() as connection:
            register.append(connection, secret, "retention.applied", told)
    return gone


def _notices(database: Database, before: int) -> int:
    """In batches, so that nobody waits for a long transaction."""
    total = 0
    while True:
        with database.write() as connection:
            ids = connection.scalars(
                select(notices.c.id).where(notices.c.at < before).order_by(notices.c.at).limit(_BATCH)
            ).all()
            forget_notices(connection, ids)
        total += len(ids)
        if len(ids) < _BATCH:
            return total


def forget_notices(connection: Connection, ids: Sequence[str]) -> None:
    """Delete notices with their marks. The daily totals stay: they are about nobody."""
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        connection.execute(delete(notice_marks).where(notice_marks.c.notice.in_(some)))
        connection.execute(delete(feedback).where(feedback.c.notice.in_(some)))
        connection.execute(delete(notices).where(notices.c.id.in_(some)))


def _simple(database: Database, table: Table, condition: ColumnElement[bool]) -> int:
    with database.write() as connection:
        return int(connection.execute(delete(table).where(condition)).rowcount)
