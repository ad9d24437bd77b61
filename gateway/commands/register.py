"""`ecluse register …`: the tamper-evident register."""

from __future__ import annotations

import typer

from gateway.commands.options import Config, store_of
from gateway.settings import SettingsError

app = typer.Typer(help="The tamper-evident register of what was done.", no_args_is_help=True)


@app.command()
def verify(config: Config = None) -> None:
    """Check the whole chain of the register. Exit status 2 when an entry was changed or is missing."""
    from gateway.store.register import verify as check

    with store_of(config, existing=True) as store:
        result = check(store.database, store.secret)
    if result.broken is not None:
        raise SettingsError(
            f"register: entry {result.broken} does not follow from the one before it: it was changed, or entries "
            "before it are missing. Keep the database as it is, and compare with a backup."
        )
    typer.echo(f"OK: {result.entries} entries, head {result.head}")
