"""The `ecluse` command: thin. Each command loads only what it needs, and an administrator never sees a traceback."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gateway.settings import SettingsError

if TYPE_CHECKING:
    from gateway.settings import Settings

app = typer.Typer(
    help="Écluse finds personal information in inbound mail and web forms, and blocks, redacts or warns.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Config = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="Settings file. Default: config/ecluse.toml where it exists."),
]
Profile = Annotated[
    Literal["email", "feedback"],
    typer.Option(help="Judge by the policy's rule for email or for feedback forms."),
]


def _settings(config: Path | None) -> Settings:
    from gateway.settings import load_settings

    default = Path("config/ecluse.toml")
    return load_settings(config or (default if default.exists() else None))


@app.command()
def serve(config: Config = None) -> None:
    """Run the SMTP proxy, the HTTP gateway and the console until told to stop."""
    from gateway.lifecycle import serve as run

    raise typer.Exit(run(_settings(config)))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the web pages.")] = 8080,
    smtp_port: Annotated[int, typer.Option(help="Port of the SMTP door.")] = 2525,
) -> None:
    """Run everything on this machine with a built-in mailbox, a sample form and sample traffic."""
    from gateway.demo.run import run

    raise typer.Exit(run(port, smtp_port))


@app.command()
def scan(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - reads standard input.")],
    profile: Profile = "email",
    lang: Annotated[Literal["auto", "fr", "en"], typer.Option(help="Language of the text.")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    explain: Annotated[bool, typer.Option(help="Add the evidence that counted.")] = False,
    config: Config = None,
) -> None:
    """Say what is found in texts, mails and documents: types and places, never values.

    Exit status: 0 nothing found, 1 something found, 2 error.
    """
    from gateway.commands import files

    judge = files.FileJudge(_settings(config), profile)
    found = False
    try:
        for source, content in _contents(paths):
            decision = judge.judge(content, source, lang)
            found = found or bool(decision.findings or decision.incomplete)
            if as_json:
                print(json.dumps(files.as_json(source, decision, explain), ensure_ascii=False), flush=True)
            else:
                print("\n".join(files.as_text(source, decision, explain)), flush=True)
    finally:
        judge.close()
    raise typer.Exit(1 if found else 0)


def _contents(paths: list[Path]):  # type: ignore[no-untyped-def]
    from gateway.commands.files import files_under

    for path in paths:
        if str(path) == "-":
            yield "-", sys.stdin.buffer.read()
            continue
        for file in files_under([path]):
            try:
                yield str(file), file.read_bytes()
            except OSError as error:
                raise SettingsError(f"{file}: cannot be read: {error.strerror}") from None


@app.command()
def redact(
    path: Annotated[Path, typer.Argument(help="An .eml, a text or a document.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the redacted copy goes.")],
    profile: Profile = "email",
    config: Config = None,
) -> None:
    """Write a copy of a file with what the policy's rule finds removed truly."""
    from gateway.commands import files

    ((source, content),) = _contents([path])
    judge = files.FileJudge(_settings(config), profile)
    try:
        decision, redacted = judge.redact(content, source)
    finally:
        judge.close()
    if redacted is None:
        raise SettingsError(f"{path}: cannot be redacted truly; nothing was written")
    try:
        output.write_bytes(redacted)
    except OSError as error:
        raise SettingsError(f"{output}: cannot be written: {error.strerror}") from None
    counts = (
        ", ".join(f"{entity}={count}" for entity, count in decision.counts.items()) or "nothing to remove"
    )
    typer.echo(f"{output}: {counts}")


@app.command("check-config")
def check_config(config: Config = None) -> None:
    """Check the settings, the policy and the texts, and say what is in force."""
    from gateway.notices.catalog import NoticeError, load_catalog
    from gateway.policy.load import load_policy

    settings = _settings(config)
    policy = load_policy(
        settings.policy.file,
        email_action=settings.policy.email_action,
        feedback_action=settings.policy.feedback_action,
    )
    try:
        load_catalog(settings.notices.file)
    except NoticeError as error:
        raise SettingsError(str(error)) from None
    typer.echo(f"smtp     {settings.smtp.listen} -> {settings.smtp.next_hop}")
    typer.echo(f"http     {settings.http.listen}")
    typer.echo(f"store    {settings.store.url.split('@')[-1]}")
    for rule in policy.rules:
        wanted = ", ".join((*(category.value for category in rule.categories), *rule.entities))
        typer.echo(f"rule     {rule.id}: {rule.channel.value}, {wanted}: {rule.action.value} ({rule.mode})")
    typer.echo(f"OK       policy {policy.hash}")


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

    run(labelled, _settings(config), as_json=as_json)


def main() -> None:
    """Entry point: what an administrator did wrong is one clear line on standard error, status 2."""
    try:
        app()
    except SettingsError as error:
        for line in str(error).splitlines():
            print(f"ecluse: {line}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:
        if os.environ.get("ECLUSE_DEBUG"):
            raise
        print(f"ecluse: unexpected {type(error).__name__}; set ECLUSE_DEBUG=1 for details", file=sys.stderr)
        sys.exit(2)
