"""A real SQLite file and a real PostgreSQL server, each test on a fresh database."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pg8000.native
import pytest

from gateway.store.keys import generate_quarantine_keys
from gateway.store.store import Store
from tests.store.builders import PASSPHRASE


def postgresql_binaries() -> Path | None:
    """The newest server's folder of programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


class PostgreSQL:
    """One server on a Unix socket in a temporary directory; no TCP port at all."""

    def __init__(self, binaries: Path, directory: Path) -> None:
        self.binaries, self.directory = binaries, directory
        # postgres refuses to run as root: Debian's package brings the account to run it as.
        self._as = (
            ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        )
        if self._as:
            shutil.chown(directory, "postgres", "postgres")
        data = directory / "data"
        initdb = ["initdb", "-D", str(data), "-U", "ecluse", "-A", "trust", "--no-sync", "-E", "UTF8"]
        self.run(*initdb, "--locale=C.UTF-8")
        with (data / "postgresql.conf").open("a") as settings:
            settings.write(f"listen_addresses=''\nunix_socket_directories='{directory}'\nfsync=off\n")
        self.start()

    def run(self, program: str, *arguments: str) -> None:
        command = [*self._as, str(self.binaries / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=60, cwd=self.directory)

    def start(self) -> None:
        log = str(self.directory / "server.log")
        self.run("pg_ctl", "-D", str(self.directory / "data"), "-l", log, "-w", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.directory / "data"), "-m", "immediate", "-w", "stop")

    def fresh(self) -> str:
        name = f"e{secrets.token_hex(6)}"
        admin = pg8000.native.Connection(
            "ecluse", unix_sock=f"{self.directory}/.s.PGSQL.5432", database="postgres"
        )
        admin.run(f"CREATE DATABASE {name}")
        admin.close()
        return f"postgresql://ecluse@/{name}?host={self.directory}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    binaries = postgresql_binaries()
    if binaries is None:
        reason = "no PostgreSQL server here: apt-get install postgresql"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    directory = Path(tempfile.mkdtemp(prefix="ecluse-pg-"))
    server = PostgreSQL(binaries, directory)
    yield server
    server.stop()
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, once for each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store/ecluse.db"
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.fresh()


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """(public, private) quarantine key files; the private one opens with PASSPHRASE."""
    public, private = tmp_path / "q.pub", tmp_path / "q.key"
    generate_quarantine_keys(public, private, passphrase=PASSPHRASE)
    return public, private


@pytest.fixture
def troubles() -> list[tuple[str, BaseException]]:
    return []


@pytest.fixture
def store(
    url: str, keys: tuple[Path, Path], tmp_path: Path, troubles: list[tuple[str, BaseException]]
) -> Iterator[Store]:
    opened = Store.open(
        url,
        hash_key=tmp_path / "store.key",
        quarantine_public_key=keys[0],
        on_error=lambda where, error: troubles.append((where, error)),
    )
    yield opened
    opened.close()
