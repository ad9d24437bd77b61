"""One code path for SQLite and PostgreSQL: the engine, its transactions and its migrations."""

from __future__ import annotations

import fcntl
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from gateway.store.errors import StoreError

_MIGRATIONS: Final = Path(__file__).with_name("migrations")
#: The newest of them. Tables that stand there already are left alone, without the tool that moves them.
NEWEST: Final = "0003_subject"
_MIGRATION_LOCK: Final = 0x0EC1_05E0
_BUSY_SECONDS: Final = 10
_TLS_MODES: Final = ("disable", "prefer", "require", "verify-ca", "verify-full")  # as libpq calls them


class Database:
    """An engine and two ways to use it: `read()` and `write()`, each one transaction."""

    def __init__(self, url: str, zone: str = "UTC") -> None:
        """Prepare to use the database at `url`; connects only when used. Raises StoreError for a bad URL.

        `zone` (an IANA name) says when the days of its totals begin.
        """
        self.url = parse_url(url)
        self.zone = zone
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.file = Path(self.url.database or "") if self.sqlite else None
        self.engine = _sqlite_engine(self.url) if self.sqlite else _postgresql_engine(self.url)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that commits at the end, or not at all."""
        with self.engine.connect().execution_options(immediate=True) as connection, connection.begin():
            yield connection

    def migrate(self) -> None:
        """Bring the tables up to date. Several instances may start at once: they take turns."""
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            # Before SQLite makes it, for everybody to read.
            os.close(os.open(self.file, os.O_RDWR | os.O_CREAT, 0o600))
            with self.file.with_name(f"{self.file.name}.migrating").open("w") as lock:
                # Before the first connection: two that make a new database WAL at once find it locked.
                fcntl.flock(lock, fcntl.LOCK_EX)
                with self.engine.connect() as connection:
                    _upgrade(connection)
        else:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _MIGRATION_LOCK})
                try:
                    _upgrade(connection)
                finally:
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _MIGRATION_LOCK})
                    connection.commit()

    def revision(self) -> str:
        """The migration that the tables stand at ("" before the first)."""
        with self.read() as connection:
            return _revision(connection)

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def parse_url(url: str) -> URL:
    """`sqlite:///path` or `postgresql://…`, with the driver that we ship. Raises StoreError."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "store.url: not a database URL. Give sqlite:///var/ecluse.db or postgresql://USER@HOST/NAME"
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database:
        return parsed
    if backend == "postgresql":
        _postgresql_arguments(parsed)
        return parsed.set(drivername="postgresql+pg8000")
    raise StoreError("store.url: expected sqlite:///FILE or postgresql://USER@HOST/NAME")


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(connection: Connection) -> None:
    if _revision(connection) == NEWEST:
        connection.commit()
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not open transactions of its own
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # what `hold` stored is still there after a power cut
            "secure_delete=ON",  # what is destroyed is overwritten, not just unlinked
            "temp_store=MEMORY",
            "cache_size=-32768",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A write takes its lock at once: upgrading a read lock fails when another process writes.
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _postgresql_engine(url: URL) -> Engine:
    return create_engine(
        url.set(query={}),
        pool_pre_ping=True,
        pool_size=4,
        max_overflow=8,
        connect_args=_postgresql_arguments(url),
    )


def _postgresql_arguments(url: URL) -> dict[str, Any]:
    """What the driver is told of a URL's parameters, which are libpq's. Raises StoreError for one that it does not know."""
    query = dict(url.query)
    arguments: dict[str, Any] = {"timeout": _BUSY_SECONDS, "application_name": "ecluse"}
    if socket := query.pop("host", None):  # postgresql:///name?host=/run/postgresql, as libpq writes it
        if not str(socket).startswith("/"):
            raise StoreError(
                "store.url: host is the folder of a socket; a server's name stands before the database's"
            )
        arguments["unix_sock"] = f"{socket}/.s.PGSQL.{query.pop('port', url.port or 5432)}"
    mode, roots = query.pop("sslmode", "prefer"), query.pop("sslrootcert", None)
    if query:
        raise StoreError(
            f"store.url: unknown parameter {min(query)}. Known: host, port, sslmode, sslrootcert"
        )
    if mode not in _TLS_MODES:
        raise StoreError(f"store.url: sslmode is one of {', '.join(_TLS_MODES)}")
    if mode == "disable":
        arguments["ssl_context"] = False
    elif mode == "require":
        arguments["ssl_context"] = True  # the driver's word for TLS with whoever answers
    elif mode != "prefer":
        arguments["ssl_context"] = context = _verifying(None if roots is None else str(roots))
        context.check_hostname = mode == "verify-full"
    return arguments


def _verifying(roots: str | None) -> ssl.SSLContext:
    """TLS with a server whose certificate is by one of the authorities in the file `roots`, or by one the system trusts."""
    try:
        return ssl.create_default_context(cafile=roots)
    except (OSError, ssl.SSLError) as error:
        raise StoreError(f"store.url: sslrootcert: {error.strerror or error}") from None
