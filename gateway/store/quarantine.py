"""Held messages: sealed on the way in, opened by whoever holds the private key, destroyed on time and provably.

What is held of one message is one sealed item: the message as it came, its envelope and the withheld parts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, select, update

from gateway.model import HeldPart, Inspection, Message
from gateway.store import access, clock, places, register
from gateway.store.database import Database
from gateway.store.errors import StoreError
from gateway.store.ingest import insert
from gateway.store.keys import PrivateKey, PublicKey
from gateway.store.parcel import Parcel, pack, unpack
from gateway.store.rows import Row, dumps, mailboxes_of
from gateway.store.schema import held, releases
from gateway.store.secret import Secret

#: What an item may become; all but "held" are final, and what was sealed is gone.
CLOSED: Final = ("released", "refused", "expired", "erased")
_BATCH: Final = 100


def purpose(held_id: str) -> str:
    """What an item is sealed for: it opens under its own id only."""
    return f"ecluse quarantine {held_id}"


def held_row(message: Message, inspection: Inspection, key: PublicKey, secret: Secret, days: int) -> Row:
    """The row of a held message, sealed."""
    at = clock.now()
    sealed = key.seal(pack(message, inspection.held), purpose(message.id))
    return {
        "id": places.identifier(message.id),
        "at": at,
        "expires": at + days * clock.DAY,
        "channel": message.channel.value,
        "rule": places.identifier(inspection.decision.rule),
        "language": inspection.decision.language,
        "sender": secret.sender(message.envelope.mail_from),
        "mailboxes": mailboxes_of(message.envelope),
        "parts": dumps([_described(part) for part in inspection.held]),
        "size": len(message.raw),
        "key_id": key.id,
        "digest": hashlib.sha256(sealed).hexdigest(),
        "sealed": sealed,
        "state": "held",
    }


def _described(part: HeldPart) -> dict[str, Any]:
    return {
        "path": places.place(part.path),
        "reason": places.reason(part.reason),
        "content_type": places.content_type(part.content_type),
        "size": len(part.content),
    }


def insert_held(connection: Connection, row: Row) -> None:
    """Store a row; the same message twice is stored once."""
    connection.execute(insert(connection, held).on_conflict_do_nothing(), row)


def open_item(database: Database, held_id: str, key: PrivateKey, *, username: str, why: str) -> Parcel:
    """The opened item, after the access was logged. Raises StoreError when it is gone or the key is another."""
    with database.write() as connection:
        row = connection.execute(select(held).where(held.c.id == held_id)).mappings().first()
        if row is None or row["sealed"] is None:
            raise StoreError("this item is no longer in quarantine")
        access.log(connection, username, f"quarantine.{why}", held_id)
    return unpack(key.open(row["sealed"], purpose(held_id)))


def close_item(
    database: Database, secret: Secret, held_id: str, state: str, *, username: str, detail: Mapping[str, Any]
) -> None:
    """Destroy what is sealed and say in the register why. Raises StoreError when it was closed already."""
    with database.write() as connection:
        row = (
            connection.execute(
                select(held).where(held.c.id == held_id, held.c.state == "held").with_for_update()
            )
            .mappings()
            .first()
        )
        if row is None:
            raise StoreError("this item is no longer in quarantine")
        _destroy(connection, secret, [row], state, {"by": username, **detail})
    confirm_destroyed(database, [held_id])


def expire(database: Database, secret: Secret, at: int) -> int:
    """Destroy every item whose time is up; gives how many. Several instances may try: each item goes once."""
    destroyed = 0
    while True:
        with database.write() as connection:
            due = (
                select(held)
                .where(held.c.state == "held", held.c.expires <= at)
                .order_by(held.c.expires)
                .limit(_BATCH)
                .with_for_update(skip_locked=True)
            )
            rows = list(connection.execute(due).mappings())
            if rows:
                _destroy(connection, secret, rows, "expired", {"by": "retention"})
        confirm_destroyed(database, [row["id"] for row in rows])
        destroyed += len(rows)
        if len(rows) < _BATCH:
            return destroyed


def _destroy(
    connection: Connection,
    secret: Secret,
    rows: Sequence[RowMapping],
    state: str,
    detail: Mapping[str, Any],
) -> None:
    for row in rows:
        gone = {"sealed": None, "state": state, "closed_at": clock.now()}
        connection.execute(update(held).where(held.c.id == row["id"]).values(gone))
        told = {"held": row["id"], "digest": row["digest"], "size": row["size"], **detail}
        register.append(connection, secret, f"quarantine.{state}", told)


def confirm_destroyed(database: Database, held_ids: Sequence[str]) -> None:
    """Look again, in a new transaction: raises StoreError if anything sealed is left of `held_ids`."""
    if not held_ids:
        return
    with database.read() as connection:
        left = connection.scalars(
            select(held.c.id).where(held.c.id.in_(held_ids), held.c.sealed.is_not(None))
        ).all()
    if left:
        raise StoreError(f"{len(left)} quarantine items could not be destroyed")
    if database.sqlite:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()


def rotate(database: Database, secret: Secret, old: PrivateKey, new: PublicKey, *, username: str) -> int:
    """Seal every held item anew for `new`; gives how many. Can be stopped and run again.

    Raises StoreError, once all others are sealed anew, when an item is damaged: it stays as it is.
    """
    moved, damaged = 0, list[str]()
    while ids := _sealed_with(database, old.public.id, damaged):
        for held_id in ids:
            try:
                moved += _reseal(database, held_id, old, new)
            except StoreError:
                damaged.append(held_id)
    with database.write() as connection:
        told = {"by": username, "from": old.public.id, "to": new.id, "items": moved}
        register.append(connection, secret, "quarantine.rotated", told)
    if damaged:
        raise StoreError(
            f"{moved} item(s) sealed anew; damaged, and left as they are under the old key: {', '.join(damaged)}"
        )
    return moved


def _sealed_with(database: Database, key_id: str, but: Sequence[str]) -> Sequence[str]:
    wanted = select(held.c.id).where(held.c.key_id == key_id, held.c.sealed.is_not(None)).limit(_BATCH)
    wanted = wanted.where(held.c.id.not_in(but))
    with database.read() as connection:
        return connection.scalars(wanted).all()


def _reseal(database: Database, held_id: str, old: PrivateKey, new: PublicKey) -> int:
    with database.write() as connection:
        sealed = connection.scalar(select(held.c.sealed).where(held.c.id == held_id).with_for_update())
        if sealed is None:
            return 0
        anew = new.seal(old.open(sealed, purpose(held_id)), purpose(held_id))
        values = {"sealed": anew, "key_id": new.id, "digest": hashlib.sha256(anew).hexdigest()}
        connection.execute(update(held).where(held.c.id == held_id).values(values))
    return 1


def replace_keys(
    database: Database, secret: Secret, old: PrivateKey, new: PublicKey, public_path: Path, *, username: str
) -> int:
    """Rotation in order: the gateway's public key first, so that new items come sealed for `new`, then the old ones."""
    from gateway.store.keys import write_public_key

    write_public_key(public_path, new)
    return rotate(database, secret, old, new, username=username)


def ask_release(database: Database, held_id: str, *, username: str, reason: str) -> None:
    """The first of two people asks for the original. Raises StoreError when somebody has asked already."""
    with database.write() as connection:
        state = connection.scalar(select(held.c.state).where(held.c.id == held_id))
        asked = connection.scalar(select(releases.c.held).where(releases.c.held == held_id))
        if state != "held" or asked is not None:
            raise StoreError("this release was asked for already, or the item is gone")
        row = {"held": held_id, "asked_at": clock.now(), "asked_by": username, "reason": reason}
        connection.execute(releases.insert(), row)
        access.log(connection, username, "quarantine.asked", held_id, reason)


def approve_release(database: Database, held_id: str, *, username: str) -> str:
    """The second person agrees; gives the reason. Raises StoreError when it is the same person as the first."""
    with database.write() as connection:
        row = connection.execute(select(releases).where(releases.c.held == held_id).with_for_update()).first()
        if row is None:
            raise StoreError("nobody has asked for this release")
        if row.asked_by == username:
            raise StoreError("a second person must approve what you asked for")
        values = {"approved_at": clock.now(), "approved_by": username}
        connection.execute(update(releases).where(releases.c.held == held_id).values(values))
        access.log(connection, username, "quarantine.approved", held_id)
    return str(row.reason)


def withdraw_release(database: Database, held_id: str, *, username: str) -> None:
    """Take a request back, or turn it down."""
    with database.write() as connection:
        connection.execute(releases.delete().where(releases.c.held == held_id))
        access.log(connection, username, "quarantine.withdrawn", held_id)


def items(
    database: Database, *, state: str = "", limit: int = 50, before: tuple[int, str] | None = None
) -> list[Row]:
    """Held items without what is sealed, newest first."""
    columns = [column for column in held.c if column.name != "sealed"]
    wanted = select(*columns).order_by(held.c.at.desc(), held.c.id.desc()).limit(limit)
    if state:
        wanted = wanted.where(held.c.state == state)
    if before:
        at, last = before
        wanted = wanted.where((held.c.at < at) | ((held.c.at == at) & (held.c.id < last)))
    with database.read() as connection:
        return [loaded(row) for row in connection.execute(wanted).mappings()]


def item(database: Database, held_id: str) -> Row | None:
    """One item without what is sealed, with its release request under "release" (None when there is none)."""
    columns = [column for column in held.c if column.name != "sealed"]
    with database.read() as connection:
        row = connection.execute(select(*columns).where(held.c.id == held_id)).mappings().first()
        asked = connection.execute(select(releases).where(releases.c.held == held_id)).mappings().first()
    return {**loaded(row), "release": dict(asked) if asked else None} if row else None


def loaded(row: RowMapping) -> Row:
    """A row with its lists read from JSON."""
    return {**row, "mailboxes": json.loads(row["mailboxes"]), "parts": json.loads(row["parts"])}
