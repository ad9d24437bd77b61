"""Server-side sessions: the browser holds a random number, the database its hash and everything else."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import delete, select, update

from gateway.console.accounts import User, find_user
from gateway.store import clock
from gateway.store.schema import sessions
from gateway.store.store import Store

COOKIE: Final = "ecluse_session"
_IDLE: Final = 30 * 60 * clock.SECOND
_LIFE: Final = 10 * 3600 * clock.SECOND
_HALF_WAY: Final = 5 * 60 * clock.SECOND  # from the password to the one-time code
_TOUCH: Final = 60 * clock.SECOND


@dataclass(slots=True)
class Session:
    """A visitor's session. `stage` is "password" until the one-time code was given, then "full"."""

    id: str
    user: User
    stage: str
    csrf: str
    data: dict[str, Any] = field(default_factory=dict)


def start(store: Store, user: User, *, stage: str) -> str:
    """A new session for `user`; gives the cookie's value. Never reuses one: no session fixation."""
    cookie, at = secrets.token_urlsafe(32), clock.now()
    row = {
        "id": _hash(cookie), "username": user.name, "stage": stage, "csrf": secrets.token_urlsafe(24),
        "created": at, "seen": at, "data": "{}",
    }  # fmt: skip
    with store.database.write() as connection:
        connection.execute(sessions.insert(), row)
    return cookie


def resume(store: Store, cookie: str) -> Session | None:
    """The session that `cookie` names, None when there is none, it has ended or its account was closed."""
    if not cookie:
        return None
    key, at = _hash(cookie), clock.now()
    with store.database.read() as connection:
        row = connection.execute(select(sessions).where(sessions.c.id == key)).mappings().first()
    if row is None or at - row["seen"] > _IDLE or at - row["created"] > _LIFE:
        return None
    if row["stage"] != "full" and at - row["created"] > _HALF_WAY:
        return None
    user = find_user(store, row["username"])
    if user is None or user.disabled:
        return None
    if at - row["seen"] > _TOUCH:
        with store.database.write() as connection:
            connection.execute(update(sessions).where(sessions.c.id == key).values(seen=at))
    return Session(key, user, row["stage"], row["csrf"], json.loads(row["data"]))


def remember(store: Store, session: Session) -> None:
    """Keep `session.data`."""
    with store.database.write() as connection:
        values = {"data": json.dumps(session.data)}
        connection.execute(update(sessions).where(sessions.c.id == session.id).values(values))


def end(store: Store, cookie: str) -> None:
    """Forget a session."""
    with store.database.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.id == _hash(cookie)))


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()
