"""Every file beside this one must stop the start, with an error that names it, the line and the key.

The first line says what is expected. `*.policy.toml` are policies, the others settings.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(Path(__file__).parent.glob("*.toml"))


def _expected(file: Path) -> str:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    pattern = first.removeprefix("# expect: ")
    assert pattern != first, f"{file.name}: say on the first line what is expected"
    return pattern if not re.match(r"\d+:", pattern) else re.escape(f"{file.name}:") + pattern


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("command", ["check-config", "serve"])
def test_it_stops_the_start_and_says_where(file: Path, command: str, tmp_path: Path) -> None:
    config = file
    if file.name.endswith(".policy.toml"):
        config = tmp_path / "ecluse.toml"
        config.write_text(f'[policy]\nfile = "{file}"\n')
    done = subprocess.run(
        [sys.executable, "-m", "gateway.cli", command, "--config", str(config)],
        capture_output=True, text=True, timeout=60, cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "ECLUSE_SMTP__LISTEN": "127.0.0.1:0", "ECLUSE_HTTP__LISTEN": "127.0.0.1:0"}
        if "address" not in file.name
        else {"PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 2, done.stdout
    assert re.search(_expected(file), done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("ecluse: ")
