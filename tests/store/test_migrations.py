"""An installation's database goes on with the next version's tables."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

import gateway.store.migrations
from gateway.console.accounts import find_user
from gateway.store.schema import metadata
from gateway.store.store import Store


def made_by(revision: str, url: str) -> None:
    """A database as that version left it, with an account in it."""
    config = Config()
    config.set_main_option("script_location", str(Path(gateway.store.migrations.__path__[0])))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.execute(
            text(
                "INSERT INTO users (name, role, password, totp_step, scopes, disabled, must_change, failures, locked_until,"
                " created) VALUES ('marie', 'officer', '', 0, '[]', false, false, 0, 0, 1)"
            )
        )
    engine.dispose()


def test_the_migrations_make_the_tables_that_the_code_uses(store: Store) -> None:
    with store.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.database.migrate()  # once more changes nothing
    assert store.database.revision() == "0003_subject"


@pytest.mark.parametrize("revision", ["0001", "0002_idempotency"])
def test_what_an_older_version_kept_is_there_after_the_upgrade(
    revision: str, tmp_path: Path, keys: tuple[Path, Path]
) -> None:
    url = f"sqlite:///{tmp_path / 'older.db'}"
    made_by(revision, url)
    store = Store.open(url, hash_key=tmp_path / "store.key", quarantine_public_key=keys[0])
    try:
        assert store.database.revision() == "0003_subject"
        user = find_user(store, "marie")
        assert user is not None
        assert not user.local
        with store.database.read() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    finally:
        store.close()
