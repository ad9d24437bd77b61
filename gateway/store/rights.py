"""A person's request under the Act respecting Access (chapter A-2.1): what is held that came from an address.

The address is typed, hashed and forgotten: the register keeps the keyed hash's first digits and counts only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from gateway.store import access, clock, quarantine, register
from gateway.store.database import Database
from gateway.store.retention import forget_notices
from gateway.store.rows import Row
from gateway.store.schema import held, notices
from gateway.store.search import from_sender
from gateway.store.secret import Secret


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything held about mail from one address."""

    sender: str
    notices: list[Row]
    held: list[Row]

    @property
    def empty(self) -> bool:
        """Whether nothing is held."""
        return not self.notices and not self.held


def find(database: Database, secret: Secret, address: str, *, username: str) -> Holdings:
    """What is held that came from `address`. The search is logged, the address is not."""
    sender = secret.sender(address)
    access.record(database, username, "rights.searched", sender[:12])
    columns = [column for column in held.c if column.name != "sealed"]
    with database.read() as connection:
        rows = connection.execute(
            select(*columns).where(held.c.sender == sender, held.c.state == "held").order_by(held.c.at.desc())
        ).mappings()
        items = [quarantine.loaded(row) for row in rows] if sender else []
    return Holdings(sender, from_sender(database, sender), items)


def export(holdings: Holdings) -> Mapping[str, Any]:
    """What a person may be given: every record, times readable, without other people's names."""
    return {
        "notices": [_told(row) for row in holdings.notices],
        "quarantine": [_told(row) for row in holdings.held],
    }


def _told(row: Row) -> dict[str, Any]:
    dropped = {"sender", "digest", "key_id", "policy_hash"}
    told = {name: value for name, value in row.items() if name not in dropped}
    for name in ("at", "expires", "closed_at"):
        if told.get(name):
            told[name] = clock.moment_of(told[name]).isoformat(timespec="seconds")
    return told


def destroy(
    database: Database, secret: Secret, sender: str, *, username: str, reference: str
) -> dict[str, int]:
    """Destroy everything held from the address with this keyed hash; gives counts. One register entry is the record."""
    with database.write() as connection:
        ids = connection.scalars(select(notices.c.id).where(notices.c.sender == sender)).all()
        items = connection.scalars(
            select(held.c.id).where(held.c.sender == sender, held.c.state == "held")
        ).all()
        forget_notices(connection, ids)
        gone = {"sealed": None, "state": "erased", "closed_at": clock.now()}
        connection.execute(update(held).where(held.c.sender == sender, held.c.state == "held").values(gone))
        connection.execute(update(held).where(held.c.sender == sender).values(sender="", mailboxes="[]"))
        counts = {"notices": len(ids), "quarantine": len(items)}
        told = {"by": username, "reference": reference, "person": _pseudonym(sender), **counts}
        register.append(connection, secret, "rights.destroyed", told)
        access.log(connection, username, "rights.destroyed", _pseudonym(sender))
    quarantine.confirm_destroyed(database, items)
    return counts


def _pseudonym(sender: str) -> str:
    """Enough to tell two requests apart, too little to find the address by the table of hashes."""
    return hashlib.sha256(sender.encode()).hexdigest()[:12]
