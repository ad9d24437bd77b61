"""`ecluse key …`: API keys of the HTTP door."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from pydantic import ValidationError

from gateway.settings import KeySettings, SettingsError, describe

app = typer.Typer(help="API keys: make a new one.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keeps `new` a command of its own."""


@app.command()
def new(
    name: Annotated[
        str, typer.Argument(help="Who it is for; stands in the log. Lower case, digits, hyphens.")
    ],
    scopes: Annotated[
        list[str],
        typer.Option("--scope", metavar="SCOPE", help="scan, redact, forms, presidio or metrics; repeat."),
    ],
    per_minute: Annotated[int, typer.Option(help="Calls a minute, for each worker process.")] = 600,
    networks: Annotated[
        list[str] | None,
        typer.Option("--network", metavar="CIDR", help="Only from here, as 10.1.0.0/16; repeat."),
    ] = None,
) -> None:
    """Print a new key, once, and the lines for the settings, which hold its hash only."""
    from gateway.http.keys import digest_of, new_key

    key = new_key()
    lines = {"name": name, "sha256": digest_of(key), "scopes": scopes, "per_minute": per_minute}
    lines |= {"networks": networks} if networks else {}
    try:
        KeySettings.model_validate(lines)
    except ValidationError as error:
        raise SettingsError(describe(error, None, "").replace("settings:1: ", "")) from None
    typer.echo(f"key: {key}   (shown once; hand it over by a safe way)\n")
    typer.echo("Put these lines into ecluse.toml and restart the gateway:\n\n[[http.keys]]")
    for setting, value in lines.items():
        typer.echo(f"{setting} = {json.dumps(value)}")
