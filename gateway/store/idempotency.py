"""Which requests were carried out already, for all workers: keyed hashes and a status, nothing of the request."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from gateway.store import clock
from gateway.store.database import Database
from gateway.store.ingest import insert
from gateway.store.schema import idempotency


@dataclass(frozen=True, slots=True)
class Claim:
    """What became of a key: `fresh` when it is ours now, else the first request's outcome.

    `status` is the HTTP status that the first request was answered with, 0 while it has none.
    `same` is whether it had the same body.
    """

    fresh: bool
    same: bool = True
    status: int = 0


def claim(database: Database, key: str, body: str, seconds: float) -> Claim:
    """Take `key` (a keyed hash) for `seconds`, unless somebody has it. Of two at once one gets it."""
    now = clock.now()
    row = {"key": key, "body": body, "status": 0, "expires": now + int(seconds * clock.SECOND)}
    with database.write() as connection:
        connection.execute(delete(idempotency).where(idempotency.c.key == key, idempotency.c.expires <= now))
        if connection.execute(insert(connection, idempotency).on_conflict_do_nothing(), row).rowcount > 0:
            return Claim(fresh=True)
        known = connection.execute(select(idempotency).where(idempotency.c.key == key)).mappings().first()
    if known is None:  # let go of between the two statements: the client may try again
        return Claim(fresh=False)
    return Claim(fresh=False, same=known["body"] == body, status=known["status"])


def finish(database: Database, key: str, status: int) -> None:
    """The request of `key` was answered with `status`."""
    with database.write() as connection:
        connection.execute(update(idempotency).where(idempotency.c.key == key).values(status=status))


def forget(database: Database, key: str) -> None:
    """Nothing came of the request of `key`: it may be used again."""
    with database.write() as connection:
        connection.execute(delete(idempotency).where(idempotency.c.key == key))
