"""What a gateway leaves behind in the folder for temporary files: nothing."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_is_left_when_it_stops(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environ = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "ECLUSE_WORKERS": "2",
        "ECLUSE_SMTP__LISTEN": "127.0.0.1:0", "ECLUSE_HTTP__LISTEN": "127.0.0.1:0", "ECLUSE_NAMES__ENABLED": "false",
        "ECLUSE_POLICY__FILE": str(ROOT / "config/policy.toml"),
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "gateway.cli", "serve"],
        cwd=tmp_path,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    ) as gateway:
        assert gateway.stdout is not None
        try:
            ready = (line for line in gateway.stdout if '"ready"' in line)
            assert [next(ready), next(ready)]
            assert list(temporary.iterdir()) != []
            gateway.terminate()
            assert gateway.wait(60) == 0
        finally:
            gateway.kill()
    assert list(temporary.iterdir()) == []
