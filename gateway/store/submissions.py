"""Form posts without an upstream: the redacted copy, kept for staff.

Sealed with the store's own key, not the quarantine's: staff read these daily without a passphrase, yet a copy of the
database (or a backup) alone shows none. Redacted text is still what a citizen wrote, and detection is never perfect.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select

from gateway.model import Inspection
from gateway.store import access, clock, places, register
from gateway.store.database import Database
from gateway.store.rows import Row, dumps
from gateway.store.schema import submissions
from gateway.store.secret import Secret


def submission_row(
    form_id: str, fields: Mapping[str, str], inspection: Inspection, secret: Secret, days: int
) -> Row:
    """The row of a submission, sealed."""
    at, key = clock.now(), secrets.token_hex(12)
    return {
        "id": key,
        "at": at,
        "expires": at + days * clock.DAY,
        "form_id": places.token(form_id),
        "action": inspection.decision.action.value,
        "counts": dumps({places.token(name): count for name, count in inspection.decision.counts.items()}),
        "sealed": secret.seal(json.dumps(dict(fields)).encode(), f"submission {key}"),
    }


def listed(
    database: Database,
    *,
    forms: Sequence[str] | None = None,
    limit: int = 50,
    before: tuple[int, str] | None = None,
) -> list[Row]:
    """Submissions without their fields, newest first; only those of `forms` when given."""
    columns = [column for column in submissions.c if column.name != "sealed"]
    wanted = select(*columns).order_by(submissions.c.at.desc(), submissions.c.id.desc()).limit(limit)
    if forms is not None:
        wanted = wanted.where(submissions.c.form_id.in_(forms))
    if before:
        at, last = before
        wanted = wanted.where(
            (submissions.c.at < at) | ((submissions.c.at == at) & (submissions.c.id < last))
        )
    with database.read() as connection:
        return [{**row, "counts": json.loads(row["counts"])} for row in connection.execute(wanted).mappings()]


def read(
    database: Database,
    secret: Secret,
    submission_id: str,
    *,
    username: str,
    forms: Sequence[str] | None = None,
) -> Row | None:
    """One submission with its "fields", after the access was logged; None when there is none among `forms`."""
    with database.write() as connection:
        row = (
            connection.execute(select(submissions).where(submissions.c.id == submission_id))
            .mappings()
            .first()
        )
        if row is None or (forms is not None and row["form_id"] not in forms):
            return None
        access.log(connection, username, "submission.read", submission_id)
    fields: dict[str, Any] = json.loads(secret.open(row["sealed"], f"submission {submission_id}"))
    return {**row, "counts": json.loads(row["counts"]), "fields": fields}


def destroy(database: Database, secret: Secret, submission_id: str, *, username: str) -> bool:
    """Destroy one submission and say so in the register; False when there is none."""
    with database.write() as connection:
        gone = connection.execute(delete(submissions).where(submissions.c.id == submission_id)).rowcount
        if gone:
            told = {"submission": submission_id, "by": username}
            register.append(connection, secret, "submission.destroyed", told)
    return bool(gone)
