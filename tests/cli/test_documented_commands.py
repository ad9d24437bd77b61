"""Every `ecluse …` that the documentation tells a reader to type is understood by the command line."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from gateway.cli import app

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("config/**/*.service")]
#: A command alone on its line, or in a line of text between backticks.
SAID = re.compile(r"^(?:\$ |ExecStart\w*=\S*/)?(ecluse [a-z].*)$|`(ecluse [a-z][^`]*)`", re.MULTILINE)
COMMAND = typer.main.get_command(app)


def _documented() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for whole, quoted in SAID.findall(page.read_text(encoding="utf-8")):
            yield page.name, (whole or quoted).partition("   #")[0].strip()


def _parsed(command: Any, words: list[str], above: Any = None) -> list[str]:
    """The names of the commands down to the last, whose arguments are all there and valid."""
    if not hasattr(command, "commands"):
        command.make_context(words[0], words[1:], parent=above)
        return words[:1]
    group = command.make_context(words[0], [], parent=above, resilient_parsing=True)
    return [words[0], *_parsed(command.commands[words[1]], words[1:], group)]


@pytest.mark.parametrize("line", sorted({line for _, line in _documented() if len(line.split()) > 3}))
def test_a_documented_command_is_understood(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    for name in ("FILE", "CONFIG", "message.eml", "archive.mbox"):
        (tmp_path / name).touch()
    (tmp_path / "messages").mkdir()
    assert _parsed(COMMAND, words)[0] == "ecluse"


def test_the_documentation_tells_of_the_commands() -> None:
    assert {"README.md", "README.fr.md", "operations.md", "ecluse.service"} <= {
        page for page, _ in _documented()
    }
