"""Options that commands share, and how what went wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from gateway.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from gateway.notices.catalog import Catalog
    from gateway.settings import Settings
    from gateway.store.store import Store

DEFAULT_FILE: Final = Path("config/ecluse.toml")

#: Set by `ecluse --debug`: unexpected errors show their traceback.
debugging = False

Config = Annotated[
    Path | None,
    typer.Option("--config", "-c", metavar="FILE", help="Settings file.  [default: config/ecluse.toml]"),
]
Profile = Annotated[
    Literal["email", "feedback"],
    typer.Option(help="Judge by the policy's rule for email, or by the one for feedback forms."),
]


def settings_of(config: Path | None) -> Settings:
    """The settings of `config`, or of the default file where it exists; with neither file, the policy may be the shipped one.

    Raises SettingsError.
    """
    if config is not None or DEFAULT_FILE.exists():
        return load_settings(config or DEFAULT_FILE)
    settings = load_settings(None)
    if "file" not in settings.policy.model_fields_set and not settings.policy.file.exists():
        from gateway.policy.load import SHIPPED

        settings = settings.model_copy(
            update={"policy": settings.policy.model_copy(update={"file": SHIPPED})}
        )
    return settings


def catalog_of(settings: Settings) -> Catalog:
    """The texts of the settings. Raises SettingsError."""
    from gateway.notices.catalog import NoticeError, load_catalog

    try:
        return load_catalog(settings.notices.file)
    except NoticeError as error:
        raise SettingsError(str(error)) from None


@contextmanager
def store_of(config: Path | None, *, existing: bool = False) -> Iterator[Store]:
    """The store of the settings, closed again. What the store or an account refuses is a SettingsError.

    With `existing`, so is a store that was never there: a new one would answer that all is well.
    """
    from gateway.console.accounts import AccountError
    from gateway.store.database import Database
    from gateway.store.errors import StoreError
    from gateway.store.store import Store
    from gateway.store.writer import AWAY

    settings = settings_of(config)
    try:
        file = Database(settings.store.url).file
        if existing and file is not None and not file.exists():
            raise SettingsError(
                f"{file}: no database there. Run this in the gateway's folder, or name its settings: --config FILE"
            )
        store = Store.open(
            settings.store.url,
            hash_key=settings.store.key_file,
            spill=settings.store.spill_directory,
            zone=settings.console.timezone,
        )
        try:
            yield store
        finally:
            store.close()
    except (StoreError, AccountError) as error:
        raise SettingsError(str(error)) from None
    except AWAY:
        raise SettingsError(
            "store.url: the database does not answer. Check the address, and that it is running."
        ) from None
