"""The register: an append-only list in which each entry's keyed hash covers the entry before it.

Changing, removing or slipping in an entry breaks every hash after it; writing one that verifies takes the
store's key. The last hash ("head") noted elsewhere also shows entries cut from the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, select, text

from gateway.store import clock
from gateway.store.database import Database
from gateway.store.schema import register
from gateway.store.secret import Secret

GENESIS: Final = "0" * 64
_LOCK: Final = 0x0EC1_05E1


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `detail` holds counts, ids and names of staff, never a value."""

    seq: int
    at: int
    kind: str
    detail: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the chain holds: `broken` is the first entry that does not, None when all do."""

    entries: int
    head: str
    broken: int | None


def append(connection: Connection, secret: Secret, kind: str, detail: Mapping[str, Any], at: int = 0) -> str:
    """Add an entry within the caller's transaction, so that the deed and its entry stand or fall together."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    last = connection.execute(
        select(register.c.seq, register.c.hash).order_by(register.c.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, GENESIS)
    row = {
        "seq": seq,
        "at": at or clock.now(),
        "kind": kind,
        "detail": _canonical(detail),
        "previous": previous,
    }
    row["hash"] = _hash(secret, row)
    connection.execute(register.insert(), row)
    return str(row["hash"])


def verify(database: Database, secret: Secret) -> Verification:
    """Recompute every hash, first to last."""
    count, previous = 0, GENESIS
    with database.read() as connection:
        for row in connection.execute(select(register).order_by(register.c.seq)).mappings():
            count += 1
            if row["seq"] != count or row["previous"] != previous or row["hash"] != _hash(secret, {**row}):
                return Verification(count, previous, broken=count)
            previous = row["hash"]
    return Verification(count, previous, broken=None)


def entries(database: Database, *, since: int = 0, until: int = 1 << 62) -> Iterator[Entry]:
    """The entries between two times, oldest first."""
    wanted = select(register).where(register.c.at >= since, register.c.at < until).order_by(register.c.seq)
    with database.read() as connection:
        for row in connection.execute(wanted).mappings():
            yield Entry(**{**row, "detail": json.loads(row["detail"])})


def head(database: Database) -> tuple[int, str]:
    """How many entries there are, and the last one's hash."""
    with database.read() as connection:
        count = connection.scalar(select(func.count()).select_from(register)) or 0
        last = connection.scalar(select(register.c.hash).order_by(register.c.seq.desc()).limit(1))
    return count, last or GENESIS


def _hash(secret: Secret, row: Mapping[str, Any]) -> str:
    return secret.chain(
        _canonical([row[name] for name in ("seq", "at", "kind", "detail", "previous")]).encode()
    )


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
