"""Who looked at, or did, what: every view or use of sensitive material leaves a row."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from gateway.store import clock
from gateway.store.database import Database
from gateway.store.schema import access


def log(connection: Connection, username: str, what: str, target: str = "", detail: str = "") -> None:
    """Add a row within the caller's transaction: no row, no access."""
    row = {
        "id": secrets.token_hex(16),
        "at": clock.now(),
        "username": username,
        "what": what,
        "target": target[:64],
        "detail": detail,
    }
    connection.execute(access.insert(), row)


def record(database: Database, username: str, what: str, target: str = "", detail: str = "") -> None:
    """Add a row in a transaction of its own."""
    with database.write() as connection:
        log(connection, username, what, target, detail)


def recent(database: Database, *, target: str = "", limit: int = 200) -> Sequence[Any]:
    """The latest rows, newest first; only those about `target` when it is given."""
    wanted = select(access).order_by(access.c.at.desc(), access.c.id.desc()).limit(limit)
    if target:
        wanted = wanted.where(access.c.target == target)
    with database.read() as connection:
        return connection.execute(wanted).mappings().all()
