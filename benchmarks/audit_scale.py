"""`ecluse audit` of the same archive with one worker and with two: `python -m benchmarks.audit_scale [--messages 20000]`.

Wall time of the whole command, in turns, two rounds; and whether both found exactly the same. Two free cores are needed for the
figure to mean anything: the load average is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import mailbox
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.mailset import mails
from benchmarks.results import keep
from tests.integration.conftest import ROOT


def archive(folder: Path, count: int) -> Path:
    """An mbox of invented mail."""
    file = folder / "archive.mbox"
    box = mailbox.mbox(file)
    for number, text in enumerate(mails(count, 8)):
        message = mailbox.mboxMessage()
        message["Subject"], message["Message-ID"] = "x", f"<{number}@archive.test>"
        message.set_payload(text, "utf-8")
        box.add(message)
    box.close()
    return file


def audit(file: Path, output: Path, workers: int) -> float:
    """Seconds; the results are in `output`."""
    environment = {**os.environ, "ECLUSE_NAMES__ENABLED": "false"}
    command = [
        Path(sys.executable).with_name("ecluse"),
        "audit",
        file,
        "-o",
        output,
        "--workers",
        str(workers),
        "--quiet",
    ]
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return time.perf_counter() - begin


def digest(output: Path) -> str:
    """Of every line of results, in any order."""
    lines = sorted(
        line for file in sorted(output.rglob("*.jsonl")) for line in file.read_bytes().splitlines()
    )
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def main() -> int:
    """Print the lines; 1 when the results differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=20_000)
    count = parser.parse_args().messages
    taken: dict[int, list[float]] = {1: [], 2: []}
    found = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = archive(folder, count)
        for turn in range(2):
            for workers, seconds in taken.items():
                output = folder / f"{turn}-{workers}"
                seconds.append(audit(file, output, workers))
                found.add(digest(output))
    one, two = (statistics.median(seconds) for seconds in taken.values())
    sys.stdout.write(
        f"{count} messages: 1 worker {one:.1f} s, 2 workers {two:.1f} s: x{one / two:.2f}; "
        f"results {'the same' if len(found) == 1 else 'DIFFER'}; load {os.getloadavg()[0]:.1f}\n"
    )
    row = {"1 worker s": one, "2 workers s": two, "times": one / two, "wanted": "≥ 1.8"}
    keep({"messages": count, **row, "results": "the same" if len(found) == 1 else "differ"})
    return 0 if len(found) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
