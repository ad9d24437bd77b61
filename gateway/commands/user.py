"""`ecluse user …`: console accounts."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated, Final, Literal

import typer

from gateway.commands.options import Config, store_of

app = typer.Typer(help="Console accounts: add, list, close, give a new password.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The account's name: letters, digits, and . - _ @")]
RoleOption = Annotated[
    Literal["reader", "officer", "administrator"],
    typer.Option(
        help="reader: notices of some mailboxes and forms; officer: all of it, quarantine and register; "
        "administrator: accounts and the machine, no content."
    ),
]
Scopes = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="SCOPE", help="A mailbox or form a reader may see; repeat."),
]
Stdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input (first line).")
]
_BY: Final = "command line"


def _password(from_stdin: bool) -> str:
    """A password read without showing it; a generated one (printed once) when there is nobody to ask."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if sys.stdin.isatty():
        chosen: str = typer.prompt(
            "Password (12 characters or more)", hide_input=True, confirmation_prompt=True
        )
        return chosen
    generated = secrets.token_urlsafe(15)
    typer.echo(f"password: {generated}   (shown once; it must be changed at the first login)")
    return generated


@app.command()
def add(
    name: Name,
    role: RoleOption = "reader",
    scopes: Scopes = None,
    password_stdin: Stdin = False,
    config: Config = None,
) -> None:
    """Add an account. Its owner chooses a new password at the first login."""
    from gateway.console.accounts import add_user

    with store_of(config) as store:
        user = add_user(store, name, role, _password(password_stdin), scopes=scopes or (), must_change=True)
    typer.echo(f"{user.name}: added ({user.role.value})")


@app.command("list")
def show(config: Config = None) -> None:
    """List the accounts."""
    from gateway.console.accounts import list_users

    with store_of(config) as store:
        users = list_users(store)
    for user in users:
        marks = [
            *(["closed"] if user.disabled else []),
            *(["locked"] if user.locked else []),
            *(["2FA"] if user.has_totp else []),
            *user.scopes,
        ]
        typer.echo(f"{user.name:<24}{user.role.value:<15}{' '.join(marks)}".rstrip())
    if not users:
        typer.echo("no accounts yet. Add one: ecluse user add NAME --role officer")


@app.command()
def close(name: Name, config: Config = None) -> None:
    """Close an account; its sessions end at once."""
    from gateway.console.accounts import disable_user

    with store_of(config) as store:
        disable_user(store, name, by=_BY)
    typer.echo(f"{name}: closed")


@app.command("open")
def reopen(name: Name, config: Config = None) -> None:
    """Open a closed account again."""
    from gateway.console.accounts import disable_user

    with store_of(config) as store:
        disable_user(store, name, disabled=False, by=_BY)
    typer.echo(f"{name}: open")


@app.command()
def password(name: Name, password_stdin: Stdin = False, config: Config = None) -> None:
    """Give a new password; ends a lockout and removes the second factor."""
    from gateway.console.accounts import reset_password

    with store_of(config) as store:
        reset_password(store, name, _password(password_stdin), by=_BY)
    typer.echo(f"{name}: new password, to be changed at the next login")


@app.command()
def access(name: Name, role: RoleOption, scopes: Scopes = None, config: Config = None) -> None:
    """Change an account's role and what it may see."""
    from gateway.console.accounts import set_access

    with store_of(config) as store:
        set_access(store, name, role, scopes or (), by=_BY)
    typer.echo(f"{name}: {role}")
