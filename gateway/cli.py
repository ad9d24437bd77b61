"""The `ecluse` command: thin. Each command loads only what it needs, and an administrator never sees a traceback."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from gateway.commands import key, options, quarantine, register, user
from gateway.commands.digest import digest
from gateway.commands.options import Config, Profile, settings_of
from gateway.settings import SettingsError

app = typer.Typer(
    help="Écluse finds personal information in inbound mail and web forms, and blocks, redacts or warns.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(user.app, name="user")
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(register.app, name="register")
app.add_typer(key.app, name="key")
app.command()(digest)
app.command("keys", help="The same as `ecluse quarantine keys`.")(quarantine.keys)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Paths = Annotated[
    list[str] | None, typer.Argument(help="Files or folders; - (or nothing) reads standard input.")
]


def _version(wanted: bool) -> None:
    if wanted:
        from gateway import __version__

        typer.echo(f"ecluse {__version__}")
        raise typer.Exit


@app.callback()
def _shared(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    options.debugging = debug


@app.command()
def serve(config: Config = None) -> None:
    """Run the SMTP proxy, the HTTP gateway and the console until told to stop."""
    from gateway.lifecycle import serve as run

    raise typer.Exit(run(settings_of(config), debugging=options.debugging))


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the web pages.")] = 8080,
    smtp_port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the SMTP door.")] = 2525,
) -> None:
    """Run everything on this machine with a built-in mailbox, a sample form and sample traffic."""
    from gateway.demo.run import run

    raise typer.Exit(run(port, smtp_port))


@app.command()
def scan(
    paths: Paths = None,
    profile: Profile = "email",
    lang: Annotated[Literal["auto", "fr", "en"], typer.Option(help="Language of the text.")] = "auto",
    as_json: AsJson = False,
    explain: Annotated[bool, typer.Option(help="Add the evidence that counted.")] = False,
    config: Config = None,
) -> None:
    """Say what is found in texts, mails and documents: types and places, never values.

    Exit status: 0 nothing found, 1 something found or not looked into, 2 error.
    """
    from gateway.commands.scan import run

    raise typer.Exit(
        run(settings_of(config), paths or ["-"], profile, lang, as_json=as_json, explain=explain)
    )


@app.command()
def redact(
    path: Annotated[str, typer.Argument(help="An .eml, a text or a document; - reads standard input.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the redacted copy goes.")
    ],
    profile: Profile = "email",
    config: Config = None,
) -> None:
    """Write a copy of a file with what the policy's rule finds truly removed."""
    from gateway.commands.redact import run

    typer.echo(run(settings_of(config), path, output, profile))


@app.command()
def verify(
    path: Annotated[str, typer.Argument(help="A message as it was delivered; - reads standard input.")],
    config: Config = None,
) -> None:
    """Check the gateway's word (X-Ecluse-Result) on a message that it changed. Exit status 1: not ours, or changed since."""
    from gateway.commands.verify import run

    valid, sentence = run(settings_of(config), path)
    typer.echo(sentence)
    raise typer.Exit(0 if valid else 1)


@app.command("check-config")
def check_config(config: Config = None) -> None:
    """Check the settings, the policy and the texts, and say what is in force."""
    from gateway.commands.check import report

    for line in report(settings_of(config)):
        typer.echo(line)


@app.command()
def evaluate(
    labelled: Annotated[
        Path, typer.Argument(help='JSON Lines: {"text","lang","entities":[{"type","start","end"}]}')
    ],
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
    config: Config = None,
) -> None:
    """Recall and precision per entity type on a labelled set."""
    from gateway.commands.evaluate import run

    run(labelled, settings_of(config), as_json=as_json)


@app.command()
def audit(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="mbox, Maildir, folder, CSV or Parquet (extra: audit); or imap://user@host/mailbox."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Results and checkpoints.")
    ],
    profile: Profile = "email",
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes on this machine.", show_default="one a core")
    ] = None,
    dask: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="A Dask scheduler (tcp://host:8786) to spread the work over machines (extra: audit).",
        ),
    ] = "",
    clean: Annotated[bool, typer.Option("--clean", help="Also write redacted copies.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress bar.")] = False,
    config: Config = None,
) -> None:
    """Check a stored archive, and clean a copy of it. Stopped halfway, it goes on where it was.

    Exit status: 0 nothing found, 1 something found or not looked into, 2 error (something could not be read).
    """
    from gateway.archive.audit import Plan, run

    plan = Plan(tuple(sources), output, profile, workers or os.cpu_count() or 1, dask, clean, quiet)
    raise typer.Exit(run(settings_of(config), plan))


def main() -> None:
    """Entry point: what an administrator did wrong is one clear line on standard error, status 2."""
    try:
        app()
    except SettingsError as error:
        for line in str(error).splitlines():
            print(f"ecluse: {line}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("ecluse: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:
        if options.debugging:
            raise
        print(
            f"ecluse: unexpected {type(error).__name__}; run again as `ecluse --debug …` for details",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
