"""The thread that writes notices: many a transaction, never in the way of a message.

While the database is away, rows go to the spill (`spill.py`) and come back in order when it answers again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from gateway.store.database import Database
from gateway.store.ingest import insert_notices
from gateway.store.rows import Row
from gateway.store.spill import Spill

_BATCH: Final = 500  # rows a transaction
_MEMORY: Final = 20_000  # rows kept in memory when not even the spill can be written (~20 MB)
_RETRY: Final = (0.2, 0.5, 1.0, 2.0, 5.0)  # seconds between attempts while the database is away
_GATHER: Final = 0.05  # how long the first row of a batch waits for company
#: What a database that is away may raise through SQLAlchemy and its drivers.
AWAY: Final = (SQLAlchemyError, OSError)


class Writer:
    """Group commit behind a queue. `trouble(error)` is told once when the database goes away.

    `tried` is set after the first attempt to reach the database, `ready` when its tables are in place.
    """

    def __init__(self, database: Database, spill: Path, trouble: Callable[[BaseException], None]) -> None:
        """Starts at once, and brings the tables up to date before anything is written."""
        self._database, self._spill, self._trouble = database, Spill(spill), trouble
        self._queue: deque[Row] = deque()
        self._wake = threading.Event()
        self._idle = threading.Event()
        self._stopping = False
        self._away = 0
        self.ready = threading.Event()
        self.tried = threading.Event()
        self.dropped = 0
        self._chores: list[tuple[float, float, Callable[[], object]]] = []
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def put(self, row: Row) -> None:
        """Queue a row; takes a microsecond."""
        self._idle.clear()
        self._queue.append(row)
        self._wake.set()

    def every(self, seconds: float, chore: Callable[[], object]) -> None:
        """Run `chore` on this thread now and then, starting soon; its database errors are tried again later."""
        self._chores.append((time.monotonic(), seconds, chore))
        self._wake.set()

    def flush(self, timeout: float) -> bool:
        """Wait until everything queued so far is in the database (or spilled); False on timeout."""
        self._wake.set()
        return self._idle.wait(timeout)

    def stop(self, timeout: float) -> None:
        """Write what is queued, or spill it, and end the thread."""
        self._stopping = True
        self._wake.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._stopping:
            self._wake.wait(timeout=self._pause())
            self._wake.clear()
            self._turn()
        self._turn()
        if self._queue:
            self._keep(self._take(len(self._queue)))
        self._spill.close()

    def _pause(self) -> float:
        if self._away:
            return _RETRY[min(self._away, len(_RETRY)) - 1]
        return 0.5

    def _turn(self) -> None:
        """Write everything that waits, oldest first; whatever fails is kept for the next turn."""
        if self._queue and not self._away and not self._stopping:
            time.sleep(_GATHER)
        try:
            self._prepare()
            self._recover()
            while self._queue:
                self._write(self._take(_BATCH))
            self._do_chores()
            self._away = 0
        except AWAY as error:
            if not self._away:
                self._trouble(error)
            self._away += 1
            if self._queue:
                self._keep(self._take(len(self._queue)))
        except Exception as error:  # a bug must cost a turn, not the thread
            self._trouble(error)
            self._away += 1
        self.tried.set()
        if not self._queue:
            self._idle.set()

    def _prepare(self) -> None:
        if not self.ready.is_set():
            self._database.migrate()
            self.ready.set()

    def _recover(self) -> None:
        for file, rows in self._spill.waiting():
            for start in range(0, len(rows), _BATCH):
                with self._database.write() as connection:
                    insert_notices(connection, rows[start : start + _BATCH])
            self._spill.done(file)

    def _write(self, rows: list[Row]) -> None:
        try:
            with self._database.write() as connection:
                insert_notices(connection, rows)
        except Exception:
            self._keep(rows)
            raise

    def _keep(self, rows: list[Row]) -> None:
        """Rows that cannot be written now go to disk; to memory, within bounds, when the disk is full."""
        try:
            self._spill.append(rows)
        except OSError as error:
            self._trouble(error)
            room = max(0, _MEMORY - len(self._queue))
            self.dropped += max(0, len(rows) - room)
            self._queue.extendleft(reversed(rows[:room]))

    def _take(self, count: int) -> list[Row]:
        rows: list[Row] = []
        with suppress(IndexError):
            while len(rows) < count:
                rows.append(self._queue.popleft())
        return rows

    def _do_chores(self) -> None:
        for index, (due, seconds, chore) in enumerate(self._chores):
            if time.monotonic() >= due:
                chore()
                self._chores[index] = (time.monotonic() + seconds, seconds, chore)
