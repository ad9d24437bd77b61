"""The `ecluse` command: thin; each command loads only what it needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gateway.settings import SettingsError

app = typer.Typer(
    help="Écluse finds personal information in inbound mail and web forms, and blocks, redacts or warns.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
Config = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="Settings file (default: config/ecluse.toml if it exists)."),
]


def _settings(config: Path | None):  # type: ignore[no-untyped-def]
    from gateway.settings import load_settings

    default = Path("config/ecluse.toml")
    return load_settings(config or (default if default.exists() else None))


@app.command()
def serve(config: Config = None) -> None:
    """Run the SMTP proxy, the HTTP gateway and the console."""
    from gateway.lifecycle import serve as run

    raise typer.Exit(run(_settings(config)))


@app.command("check-config")
def check_config(config: Config = None) -> None:
    """Check the settings and the policy, and say what is in force."""
    from gateway.policy.load import load_policy

    settings = _settings(config)
    policy = load_policy(
        settings.policy.file,
        email_action=settings.policy.email_action,
        feedback_action=settings.policy.feedback_action,
    )
    for rule in policy.rules:
        typer.echo(f"{rule.id}: {rule.channel.value}: {rule.action.value} ({rule.mode})")
    typer.echo(f"OK: policy {policy.hash}, {len(policy.rules)} rules")


def main() -> None:
    """Entry point: an error of the administrator's is one clear line, status 2."""
    try:
        app(standalone_mode=True)
    except SettingsError as error:
        print(f"ecluse: {error}", file=sys.stderr)
        sys.exit(2)
