"""The store that a run's gateway keeps its quarantine in, how trouble comes to it, and what it kept in the end."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Protocol

import pg8000.native

from tests.store.conftest import PostgreSQL, postgresql_binaries

_KEPT = "SELECT id FROM held WHERE sealed IS NOT NULL"


class RunStore(Protocol):
    """What a run needs of a store."""

    url: str

    async def trouble(self, seconds: float) -> None:
        """Nothing can be written for so long."""

    def kept(self) -> set[str]:
        """The ids of messages whose withheld parts it has."""

    def close(self) -> None:
        """What was started is stopped."""


class SqliteStore:
    """The file that is made by default; in trouble another holds its lock."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "var" / "ecluse.db"
        self.url = "sqlite:///var/ecluse.db"

    async def trouble(self, seconds: float) -> None:
        with sqlite3.connect(self._file, timeout=5) as database:
            database.isolation_level = None
            try:
                database.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                return
            await asyncio.sleep(seconds)
            database.execute("ROLLBACK")

    def kept(self) -> set[str]:
        with sqlite3.connect(self._file) as database:
            return {row[0] for row in database.execute(_KEPT)}

    def close(self) -> None:
        pass


class PostgresqlStore:
    """A server of its own; in trouble it is stopped in the midst of everything, and started again."""

    def __init__(self) -> None:
        binaries = postgresql_binaries()
        if binaries is None:
            raise SystemExit("no PostgreSQL server here: apt-get install postgresql")
        self._directory = Path(tempfile.mkdtemp(prefix="ecluse-faults-pg-"))
        self._server = PostgreSQL(binaries, self._directory)
        self.url = self._server.fresh()
        self._name = self.url.partition("@/")[2].partition("?")[0]

    async def trouble(self, seconds: float) -> None:
        await asyncio.to_thread(self._server.stop)
        try:
            await asyncio.sleep(seconds)
        finally:
            self._server.start()

    def kept(self) -> set[str]:
        socket = f"{self._directory}/.s.PGSQL.5432"
        database = pg8000.native.Connection("ecluse", unix_sock=socket, database=self._name)
        try:
            return {row[0] for row in database.run(_KEPT)}
        finally:
            database.close()

    def close(self) -> None:
        self._server.stop()
        shutil.rmtree(self._directory, ignore_errors=True)
