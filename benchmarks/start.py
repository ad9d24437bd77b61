"""How long it takes until mail can be taken, and to scan one file: `python -m benchmarks.start [--rounds 5]`.

Wall time of whole processes, as an administrator waits: median of the rounds, best in brackets. The file is a text of 2 KB
that holds identity data, so that every recognizer is wanted. Modules are read as an installation has them, compiled.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.mailset import mails
from benchmarks.results import keep
from tests.integration.conftest import ROOT
from tests.integration.postfix import free_port

ECLUSE = Path(sys.executable).with_name("ecluse")
_FOUND = 1  # the exit status of a scan that found something
_BUDGET = {"serve, no names": 2.0, "serve, names": 6.0, "scan of one file, no names": 0.5}


def serve(names: bool) -> float:
    """Seconds until /health/ready answers 200."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {
            **_environment(),
            "ECLUSE_SMTP__LISTEN": f"127.0.0.1:{free_port()}",
            "ECLUSE_HTTP__LISTEN": f"127.0.0.1:{port}",
            "ECLUSE_POLICY__FILE": str(ROOT / "config" / "policy.toml"),
            "ECLUSE_NAMES__ENABLED": str(names).lower(),
        }
        begin = time.perf_counter()
        process = subprocess.Popen([ECLUSE, "serve"], cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        try:
            while not _is_ready(port):
                if process.poll() is not None:
                    raise RuntimeError(f"ecluse serve ended with status {process.returncode}")
                time.sleep(0.02)
            return time.perf_counter() - begin
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _is_ready(port: int) -> bool:
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=2).status == 200
    except OSError:
        return False


def scan() -> float:
    """Seconds for `ecluse scan` of a file of 2 KB."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "message.txt")
        file.write_text(next(mails(1, 2, chars=2000)), encoding="utf-8")
        environment = {**_environment(), "ECLUSE_NAMES__ENABLED": "false"}
        begin = time.perf_counter()
        found = subprocess.run([ECLUSE, "scan", file], cwd=ROOT, env=environment, capture_output=True)
        seconds = time.perf_counter() - begin
        if found.returncode != _FOUND:
            raise RuntimeError(f"ecluse scan ended with status {found.returncode}")
        return seconds


def _environment() -> dict[str, str]:
    """Ours, but compiled modules are kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(arguments).rounds
    measures = {
        "serve, no names": lambda: serve(False),
        "serve, names": lambda: serve(True),
        "scan of one file, no names": scan,
    }
    for name, measure in measures.items():
        seconds = [measure() for _ in range(rounds)]
        sys.stdout.write(
            f"{name:28}{statistics.median(seconds):6.2f} s  [{min(seconds):.2f}]  wanted: {_BUDGET[name]} s\n"
        )
        wanted = f"≤ {_BUDGET[name]}"
        keep(
            {"what": name, "median s": statistics.median(seconds), "best s": min(seconds), "wanted s": wanted}
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
