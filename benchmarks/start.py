"""How long it takes until mail can be taken, and to scan one file: `python -m benchmarks.start [--rounds 5]`.

Wall time of whole processes, as an administrator waits: median of the rounds, best in brackets.
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

from benchmarks.results import keep
from tests.integration.conftest import ROOT
from tests.integration.postfix import free_port

ECLUSE = Path(sys.executable).with_name("ecluse")
_BUDGET = {"serve, no names": 2.0, "serve, names": 6.0, "scan of one file, no names": 0.5}


def serve(names: bool) -> float:
    """Seconds until /health/ready answers 200."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = {
            **os.environ,
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
    """Seconds for `ecluse scan` of a small file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "message.txt")
        file.write_text("Bonjour, quand le bureau ouvre-t-il le lundi?\n", encoding="utf-8")
        environment = {**os.environ, "ECLUSE_NAMES__ENABLED": "false"}
        begin = time.perf_counter()
        subprocess.run([ECLUSE, "scan", file], cwd=ROOT, env=environment, capture_output=True, check=True)
        return time.perf_counter() - begin


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
