"""`ecluse quarantine …`: keys, and what is held. Opening needs the private key, which the gateway never holds."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gateway.commands.options import Config, settings_of, store_of
from gateway.settings import SettingsError

if TYPE_CHECKING:
    from gateway.settings import Settings
    from gateway.store.keys import PrivateKey, PublicKey

app = typer.Typer(help="Keys of the quarantine, and what it holds.", no_args_is_help=True)

HeldId = Annotated[str, typer.Argument(help="The reference that the notice gives.")]
Private = Annotated[
    Path | None,
    typer.Option(
        "--private-key", metavar="FILE", help="Private key file.  [default: quarantine.private_key_file]"
    ),
]
NoPassphrase = Annotated[
    bool, typer.Option("--no-passphrase", help="Leave the private key unprotected (tests and demos only).")
]


@app.command()
def keys(
    private: Annotated[
        Path, typer.Option("--private-key", metavar="FILE", help="Where the private key goes.")
    ],
    no_passphrase: NoPassphrase = False,
    config: Config = None,
) -> None:
    """Make the key pair. Take the private key off this machine afterwards."""
    from gateway.store.errors import StoreError
    from gateway.store.keys import generate_quarantine_keys

    settings = settings_of(config)
    public = settings.quarantine.public_key_file
    try:
        key = generate_quarantine_keys(public, private, passphrase="" if no_passphrase else _new_passphrase())
    except StoreError as error:
        raise SettingsError(str(error)) from None
    typer.echo(f"{public}: public key {key.id}, which the gateway uses")
    typer.echo(
        f"{private}: private key. Move it to whoever may open the quarantine, and keep a copy in a safe."
    )


@app.command()
def rotate(
    old: Annotated[Path, typer.Option("--old", metavar="FILE", help="The private key in use until now.")],
    new: Annotated[Path, typer.Option("--new", metavar="FILE", help="Where the new private key goes.")],
    no_passphrase: NoPassphrase = False,
    config: Config = None,
) -> None:
    """Replace the key pair: the gateway's half first, then every held item is sealed anew.

    Where it was stopped on the way, the same command goes on.
    """
    from gateway.store.keys import generate_quarantine_keys
    from gateway.store.quarantine import replace_keys

    settings = settings_of(config)
    opened = _private_key(settings, old)
    public = settings.quarantine.public_key_file
    draft = public.with_name(f".{public.name}.next")
    draft.unlink(missing_ok=True)
    with store_of(config, existing=True) as store:
        if new.exists():
            key = _begun(settings, new)
        else:
            key = generate_quarantine_keys(draft, new, passphrase="" if no_passphrase else _new_passphrase())
        moved = replace_keys(store.database, store.secret, opened, key, public, username=_who())
    draft.unlink(missing_ok=True)
    typer.echo(f"{public}: public key {key.id}; {moved} item(s) sealed anew. Destroy {old} once all is well.")


@app.command("list")
def show(
    state: Annotated[
        str, typer.Option(help="held, released, refused, expired, erased; empty for all.")
    ] = "held",
    limit: Annotated[int, typer.Option(min=1)] = 50,
    config: Config = None,
) -> None:
    """List what is held, newest first: reference, date, channel, size, reasons. Never content."""
    from gateway.store import clock
    from gateway.store.quarantine import CLOSED, items

    if state not in ("", "held", *CLOSED):
        raise SettingsError(f"--state {state}: expected held, {', '.join(CLOSED)}, or nothing for all")
    with store_of(config, existing=True) as store:
        rows = items(store.database, state=state, limit=limit)
    for row in rows:
        reasons = ", ".join(sorted({part["reason"] for part in row["parts"] if part["reason"]}))
        when = clock.moment_of(row["at"]).strftime("%Y-%m-%d %H:%M")
        typer.echo(
            f"{row['id']:<24}{when}  {row['channel']:<6}{row['size']:>10}  {row['state']:<9}{reasons}".rstrip()
        )
    if not rows:
        typer.echo(f"nothing {state or 'in quarantine'}")


@app.command("open")
def export(
    held_id: HeldId,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="A folder; made when missing.")
    ],
    private: Private = None,
    config: Config = None,
) -> None:
    """Write a held message and its withheld parts to a folder only you can read. The access is logged."""
    from gateway.store.quarantine import open_item

    key = _private_key(settings_of(config), private)
    with store_of(config, existing=True) as store:
        parcel = open_item(store.database, held_id, key, username=_who(), why="exported")
    files = {"message.eml" if parcel.message.channel.value == "email" else "form-body": parcel.message.raw}
    files |= {f"part-{number}": part.content for number, part in enumerate(parcel.parts, start=1)}
    try:
        output.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in files.items():
            with open(os.open(output / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(content)
    except OSError as error:
        raise SettingsError(f"{output}: cannot be written: {error.strerror}") from None
    typer.echo(
        f"{output}: {len(files)} file(s). They hold personal information: destroy them when you are done."
    )


@app.command()
def refuse(
    held_id: HeldId,
    reason: Annotated[str, typer.Option(help="Why; goes into the register, so no personal information.")],
    config: Config = None,
) -> None:
    """Destroy a held item for good and say so in the register."""
    from gateway.store.quarantine import close_item

    with store_of(config, existing=True) as store:
        close_item(
            store.database, store.secret, held_id, "refused", username=_who(), detail={"reason": reason}
        )
    typer.echo(f"{held_id}: destroyed")


def _begun(settings: Settings, new: Path) -> PublicKey:
    """The public half of a rotation that was begun: the gateway uses it already. Raises SettingsError."""
    from gateway.store.keys import load_public_key

    key = _private_key(settings, new).public
    if key != load_public_key(settings.quarantine.public_key_file):
        raise SettingsError(f"{new}: there is a key already, and not the one that the gateway uses")
    return key


def _private_key(settings: Settings, file: Path | None) -> PrivateKey:
    from gateway.store.errors import StoreError
    from gateway.store.keys import load_private_key, needs_passphrase

    file = file or settings.quarantine.private_key_file
    if file is None:
        raise SettingsError("say where the private key is: --private-key FILE")
    try:
        passphrase = _passphrase() if needs_passphrase(file) else ""
        return load_private_key(
            file, passphrase=passphrase, unwrap_command=settings.quarantine.unwrap_command
        )
    except StoreError as error:
        raise SettingsError(str(error)) from None


def _new_passphrase() -> str:
    if sys.stdin.isatty():
        chosen: str = typer.prompt("Passphrase of the private key", hide_input=True, confirmation_prompt=True)
    else:
        chosen = sys.stdin.readline().rstrip("\r\n")
    if len(chosen) < 12:
        raise SettingsError("a passphrase has at least 12 characters (or give --no-passphrase)")
    return chosen


def _passphrase() -> str:
    return getpass.getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _who() -> str:
    try:
        return f"shell:{getpass.getuser()}"
    except (KeyError, OSError):
        return "shell"
