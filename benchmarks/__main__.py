"""Every measurement, one after the other: `make bench`, or `python -m benchmarks [PART …]`. About half an hour in all.

Each part is a module that runs by itself and says in its first lines what it compares; `--list` names them. Run from here, a
part's rows are also kept in benchmarks/results.jsonl, from which `python docs/make_performance.py` makes tables and plots.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import results

PARTS = {
    "scan_speed": "the scan beside the fastest Presidio",
    "scan_peers": "the scan beside Presidio as shipped and with a blank pipeline, and the memory of each",
    "scan_parts": "where a scan's time goes",
    "scan_growth": "the scan of ever longer texts",
    "detection": "recall and precision beside Presidio, identity and personal; writes the tables of docs/detection.md",
    "names": "person names beside Presidio with the same spaCy pipelines",
    "mime_growth": "reading mail of ever more parts",
    "smtp_path": "mail beside the wire's limit and stock aiosmtpd",
    "smtp_stress": "what the mail path adds and stands: latency, huge attachments, memory, empty lines, open sessions",
    "postfix_filter": "proxy and milter behind a real Postfix, beside a null filter, rspamd and Amavis",
    "http_path": "POST /v1/scan beside Presidio's own REST server",
    "proxy_path": "the reverse proxy beside nginx as one",
    "start": "until mail can be taken",
    "scale_out": "three gateways, one killed in mid-traffic",
    "faults": "deliveries among faults everywhere: none lost, doubled or halved",
    "soak": "ten minutes of mixed mail beside a thousand sessions that hold on: memory flat",
    "notices": "what the console asks over a million notices, on SQLite and PostgreSQL",
    "audit_scale": "an archive with one worker and with two",
    "widget": "browser and server on the same messages",
}


def run(name: str) -> bool:
    """Run one part and keep its rows; False when it failed: then those of its last run stay."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder, "rows.jsonl")
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        if subprocess.run(command, env=results.environment(rows)).returncode:
            return False
        results.replace(name, rows)
        return True


def without_a_place() -> list[str]:
    """The parts that have results which docs/performance.md does not show."""
    page = results.FILE.parents[1].joinpath("docs/performance.md").read_text(encoding="utf-8")
    return [name for name in PARTS if results.taken(name) and f"<!-- results: {name}" not in page]


def main() -> int:
    """Run the parts; 1 when one of them failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if unknown := sorted(set(options.parts) - PARTS.keys()):
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    if options.list:
        sys.stdout.writelines(f"{name:14}{what}\n" for name, what in PARTS.items())
        return 0
    failed = []
    chosen = options.parts or list(PARTS)
    for number, name in enumerate(chosen, 1):
        sys.stdout.write(f"\n== {name} ({number} of {len(chosen)}): {PARTS[name]}\n")
        sys.stdout.flush()
        begin = time.monotonic()
        if not run(name):
            failed.append(name)
        sys.stdout.write(f"   {time.monotonic() - begin:.0f} s\n")
    if unseen := without_a_place():
        sys.stdout.write(f"\nnot shown in docs/performance.md: {', '.join(unseen)}\n")
    if failed:
        sys.stdout.write(f"\nfailed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
