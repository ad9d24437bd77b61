"""Every `ecluse …` that the documentation tells a reader to type is understood by the command line."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
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


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_lines_behind_postfix_put_the_copied_policy_in_force(page: str, tmp_path: Path) -> None:
    (block,) = re.findall(
        r"^```\n(mkdir .*?)^ecluse serve .*?^```$", (ROOT / page).read_text("utf-8"), re.M | re.S
    )
    monitor = 'sed -i \'s/"enforce"/"monitor"/\' /etc/ecluse/policy.toml\necluse check-config'
    script = block.replace("ecluse check-config", monitor).replace("/etc/ecluse", str(tmp_path / "etc"))
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-ec", script],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert f"policy   {tmp_path}/etc/policy.toml\n" in done.stdout
    assert done.stdout.count("(monitor)\n") == 2, "both rules"


def test_the_documentation_tells_of_the_commands() -> None:
    assert {"README.md", "README.fr.md", "operations.md", "ecluse.service"} <= {
        page for page, _ in _documented()
    }
