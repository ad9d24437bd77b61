"""The thread that writes notices: many a transaction, never in the way of a message.

Each row stands in the journal (`journal.py`) until the database has it: when a gateway is killed, or the database is away.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from gateway.store.database import Database
from gateway.store.ingest import insert_notices
from gateway.store.journal import Journal
from gateway.store.rows import Row

_BATCH: Final = 500  # rows a transaction
_MEMORY: Final = 20_000  # rows kept in memory when not even the journal can be written (~20 MB)
_RETRY: Final = (0.2, 0.5, 1.0, 2.0, 5.0)  # seconds between attempts while the database is away
_GATHER: Final = 0.5  # how long the first row of a batch waits for company
#: What a database that is away may raise through SQLAlchemy and its drivers.
AWAY: Final = (SQLAlchemyError, OSError)


class Writer:
    """Group commit behind a queue. `trouble(error)` is told once when the database goes away.

    `tried` is set after the first attempt to reach the database, `ready` when its tables are in place.
    """

    def __init__(self, database: Database, spill: Path, trouble: Callable[[BaseException], None]) -> None:
        """Starts at once, and brings the tables up to date before anything is written."""
        self._database, self._journal, self._trouble = database, Journal(spill), trouble
        self._lock = threading.Lock()  # a row's place in the journal and in the queue are taken together
        self._queue: deque[Row] = deque()  # they stand in the journal
        self._loose: deque[Row] = deque()  # the journal could not be written
        self._wake = threading.Event()
        self._idle = threading.Event()
        self._hurry = threading.Event()  # somebody waits for what is queued
        self._stopping = False
        self._away = 0
        self.ready = threading.Event()
        self.tried = threading.Event()
        self.dropped = 0
        self._chores: list[tuple[float, float, Callable[[], object]]] = []
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def put(self, row: Row) -> None:
        """Queue a row, which outlives this process from now on; takes some twenty microseconds."""
        self._idle.clear()
        with self._lock:
            try:
                self._journal.add(row)
                self._queue.append(row)
            except OSError as error:
                self._put_loose(row, error)
        self._wake.set()

    def _put_loose(self, row: Row, error: OSError) -> None:
        if not self._loose:
            self._trouble(error)
        if len(self._loose) < _MEMORY:
            self._loose.append(row)
        else:
            self.dropped += 1

    def every(self, seconds: float, chore: Callable[[], object]) -> None:
        """Run `chore` on this thread now and then, starting soon; its database errors are tried again later."""
        self._chores.append((time.monotonic(), seconds, chore))
        self._wake.set()

    def flush(self, timeout: float) -> bool:
        """Wait until everything queued so far is in the database (or waits for it on disk); False on timeout."""
        self._hurry.set()
        self._wake.set()
        return self._idle.wait(timeout)

    def stop(self, timeout: float) -> None:
        """Write what is queued, or leave it in the journal, and end the thread."""
        self._stopping = True
        self._hurry.set()
        self._wake.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._stopping:
            self._wake.wait(timeout=self._pause())
            self._wake.clear()
            self._turn()
        self._turn()
        self._journal.close()

    def _pause(self) -> float:
        if self._away:
            return _RETRY[min(self._away, len(_RETRY)) - 1]
        return 0.5

    def _turn(self) -> None:
        """Write everything that waits, oldest first; whatever fails is kept for the next turn."""
        if self._queue and not self._away:
            self._hurry.wait(_GATHER)
            self._hurry.clear()
        try:
            self._prepare()
            self._recover()
            if (
                self._queue or self._loose
            ):  # what comes meanwhile gathers for the next turn: small batches are dear
                self._write()
            self._do_chores()
            self._away = 0
        except AWAY as error:
            if not self._away:
                self._trouble(error)
            self._rest()
        except Exception as error:  # a bug must cost a turn, not the thread
            self._trouble(error)
            self._rest()
        self.tried.set()
        if not self._queue:
            self._idle.set()

    def _prepare(self) -> None:
        if not self.ready.is_set():
            self._database.migrate()
            self.ready.set()

    def _recover(self) -> None:
        """Write what waits in the journal: ours from before, and what dead processes left."""
        if self._away:
            with self._database.read() as connection:
                connection.execute(text("SELECT 1"))
            self._take()  # what waited meanwhile is read from its page
        for rows in self._journal.waiting():
            self._insert(rows)
        self._journal.written()

    def _write(self) -> None:
        rows, loose = self._take(), list(self._loose)
        self._insert([*loose, *rows])
        self._journal.written()
        for _ in loose:
            self._loose.popleft()

    def _insert(self, rows: list[Row]) -> None:
        for start in range(0, len(rows), _BATCH):
            with self._database.write() as connection:
                insert_notices(connection, rows[start : start + _BATCH], self._database.zone)

    def _take(self) -> list[Row]:
        """The rows that wait; they stand on a page that was turned."""
        with self._lock:
            self._journal.turn()
            rows = list(self._queue)
            self._queue.clear()
        return rows

    def _rest(self) -> None:
        """Until the database answers, rows wait in the journal alone, safe from a power cut too."""
        self._away += 1
        with self._lock:
            self._queue.clear()
        try:
            self._journal.keep()
        except OSError as error:
            self._trouble(error)

    def _do_chores(self) -> None:
        for index, (due, seconds, chore) in enumerate(self._chores):
            if time.monotonic() >= due:
                chore()
                self._chores[index] = (time.monotonic() + seconds, seconds, chore)
