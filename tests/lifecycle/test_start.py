"""What is not loaded, because it takes time: most of a start is importing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from alembic.script import ScriptDirectory

from gateway.console import accounts
from gateway.store import database
from gateway.store.database import Database

LOADED = "import sys, {}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        (
            "gateway.cli, gateway.commands.scan",
            {"asyncio", "ssl", "http", "sqlalchemy", "starlette", "cryptography"},
        ),
        ("gateway.cli, gateway.worker", {"aiohttp", "authlib", "joserfc", "httpx2", "alembic", "spacy"}),
    ],
)
def test_what_a_command_does_without_is_not_loaded(module, unwanted):
    ran = subprocess.run(
        [sys.executable, "-c", LOADED.format(module)], capture_output=True, text=True, check=True
    )

    assert unwanted & set(ran.stdout.split()) == set()


def test_tables_that_stand_at_the_newest_migration_are_left_to_themselves(tmp_path, monkeypatch):
    directory = ScriptDirectory(str(database._MIGRATIONS))
    assert directory.get_current_head() == database.NEWEST
    Database(f"sqlite:///{tmp_path}/a.db").migrate()

    monkeypatch.setitem(sys.modules, "alembic", None)
    again = Database(f"sqlite:///{tmp_path}/a.db")
    again.migrate()
    assert again.revision() == database.NEWEST


def test_the_decoy_takes_as_long_as_a_real_password_and_lets_nobody_in():
    assert not accounts._HASHER.check_needs_rehash(accounts._DECOY)
    assert not accounts._matches(accounts._DECOY, "")
