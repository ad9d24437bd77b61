"""What the doors are given: record what was decided, hold what must not go on, keep what has nowhere to go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import text

from gateway.model import Inspection, Message
from gateway.store import clock, quarantine, register, retention
from gateway.store.database import Database
from gateway.store.errors import StoreError, StoreUnavailable
from gateway.store.ingest import insert
from gateway.store.keys import load_public_key
from gateway.store.retention import Schedule
from gateway.store.rows import notice_row
from gateway.store.schema import policies, submissions
from gateway.store.secret import Secret, load_secret
from gateway.store.submissions import submission_row
from gateway.store.writer import AWAY, Writer

_RETENTION_SECONDS: Final = 600.0
_PING_SECONDS: Final = 3.0
_SHUTDOWN_SECONDS: Final = 10.0


class Store:
    """One process's way to the database. Open one per process, after a fork, and `close` it."""

    def __init__(
        self,
        database: Database,
        secret: Secret,
        *,
        public_key: Path | None,
        schedule: Schedule | None,
        spill: Path,
        on_error: Callable[[str, BaseException], None],
    ) -> None:
        """See `Store.open`."""
        self.database, self.secret, self.schedule = database, secret, schedule or Schedule()
        self._public_key = public_key
        self._on_error = on_error
        self._writer = Writer(database, spill, lambda error: on_error("store", error))
        if schedule is not None:
            self._writer.every(_RETENTION_SECONDS, self.apply_retention)

    @staticmethod
    def open(
        url: str,
        *,
        hash_key: Path,
        quarantine_public_key: Path | None = None,
        retention: Schedule | None = None,
        spill: Path | None = None,
        zone: str = "UTC",
        on_error: Callable[[str, BaseException], None] = lambda where, error: None,
    ) -> Store:
        """Use the database at `url` (`sqlite:///FILE` or `postgresql://…`); its tables are brought up to date.

        `hash_key` is the file of the store's own key, made when missing; `quarantine_public_key` the file that seals
        what is held (None: `hold` raises). Rows wait in the directory `spill` while the database is away; by default
        beside the key. `zone` (an IANA name) says when the days of the totals begin. `retention` is applied by itself, every
        ten minutes; without one nothing is destroyed by itself.
        A database that does not answer is no error: notices wait, `ping` says False, `hold` raises StoreUnavailable.
        Raises StoreError for a bad URL or unusable key files. `on_error(where, error)` is told of trouble.
        """
        if quarantine_public_key is not None:
            load_public_key(quarantine_public_key)
        store = Store(
            Database(url, zone),
            load_secret(hash_key),
            public_key=quarantine_public_key,
            schedule=retention,
            spill=spill or hash_key.with_name("spill"),
            on_error=on_error,
        )
        store._writer.tried.wait(_PING_SECONDS)
        return store

    def record(self, message: Message, inspection: Inspection, *, reply: str, door: str) -> None:
        """Note what was decided about `message`. Never blocks, never raises; `reply` is the code that was answered."""
        try:
            row = notice_row(message, inspection, reply=reply, door=door, at=clock.now(), secret=self.secret)
            self._writer.put(row)
        except Exception as error:
            self._on_error("store.record", error)

    async def hold(self, message: Message, inspection: Inspection) -> None:
        """Put `inspection.held` (and the message they came with) in quarantine; durable when this returns.

        Raises StoreUnavailable when it could not be stored: then the message must be answered 451.
        """
        try:
            await asyncio.to_thread(self._hold, message, inspection)
        except (*AWAY, StoreError) as error:
            self._on_error("store.hold", error)
            raise StoreUnavailable from None

    def _hold(self, message: Message, inspection: Inspection) -> None:
        if self._public_key is None:
            raise StoreError("quarantine.public_key_file: no key. Make one: ecluse quarantine keys")
        key = load_public_key(self._public_key)  # read anew: a rotation replaces the file while we run
        row = quarantine.held_row(message, inspection, key, self.secret, self.schedule.quarantine)
        with self.database.write() as connection:
            quarantine.insert_held(connection, row)

    async def keep_submission(self, form_id: str, fields: Mapping[str, str], inspection: Inspection) -> str:
        """Keep a redacted form post for staff; gives its id. Raises StoreUnavailable when it could not be stored."""
        row = submission_row(form_id, fields, inspection, self.secret, self.schedule.submissions)
        try:
            await asyncio.to_thread(self._insert_submission, row)
        except AWAY as error:
            self._on_error("store.keep_submission", error)
            raise StoreUnavailable from None
        return str(row["id"])

    def _insert_submission(self, row: dict[str, object]) -> None:
        with self.database.write() as connection:
            connection.execute(submissions.insert(), row)

    async def ping(self) -> bool:
        """Whether the database answers, with its tables in place."""
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._ping), _PING_SECONDS)
        except (*AWAY, TimeoutError):
            return False

    def _ping(self) -> bool:
        with self.database.read() as connection:
            connection.execute(text("SELECT 1"))
        return self._writer.ready.is_set()

    def remember_policy(self, policy_hash: str, document: str) -> None:
        """Keep the rules in force (as JSON) under their hash, so that an old notice can quote its own rule."""
        row = {"hash": policy_hash, "since": clock.now(), "document": document}
        with self.database.write() as connection:
            statement = insert(connection, policies).on_conflict_do_nothing()
            if connection.execute(statement, row).rowcount > 0:
                register.append(connection, self.secret, "policy.in-force", {"policy": policy_hash})

    def apply_retention(self) -> dict[str, int]:
        """Destroy all that is past its time. The writer does this by itself every ten minutes."""
        return retention.apply(self.database, self.secret, self.schedule)

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until what was recorded is in the database, or safe in the spill; False on timeout."""
        return self._writer.flush(timeout)

    def close(self) -> None:
        """Write what waits, then let go of the database. Nothing recorded is lost."""
        self._writer.stop(_SHUTDOWN_SECONDS)
        self.database.close()
