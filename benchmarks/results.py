"""What the measurements gave, as JSON lines: `python -m benchmarks` fills results.jsonl, docs/make_performance.py shows it.

A line is `{"part": …, "table": …, "row": {column: value}}`; the first of each part tells when and where it was taken instead.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("results.jsonl")
#: The variable that names the file to which a running part adds its rows.
_ROWS = "BENCHMARK_ROWS"
Row = Mapping[str, str | float | None]


def keep(row: Row, table: str = "") -> None:
    """Add a row to the running part's results; its keys are the titles of the columns. A part run by itself only prints."""
    if file := os.environ.get(_ROWS):
        with open(file, "a", encoding="utf-8") as out:
            out.write(json.dumps({"table": table, "row": row}, ensure_ascii=False) + "\n")


def environment(rows: Path) -> dict[str, str]:
    """What a part's process needs so that its rows are added to `rows`."""
    return {**os.environ, _ROWS: str(rows)}


def replace(part: str, rows: Path, file: Path = FILE) -> None:
    """Put the rows of a finished part in place of those of its last run."""
    taken = {"part": part, "taken": date.today().isoformat(), "cores": os.cpu_count(), "load": _load()}
    taken |= {"processor": _processor(), "python": platform.python_version()}
    old = [line for line in _lines(file) if line["part"] != part]
    new = [{"part": part, **line} for line in _lines(rows)]
    text = "".join(
        json.dumps(line, ensure_ascii=False) + "\n" for line in (*old, *([taken, *new] if new else []))
    )
    file.write_text(text, encoding="utf-8")


def taken(part: str, file: Path = FILE) -> Mapping[str, Any] | None:
    """When and where `part` was last measured; None when it never was."""
    return next((line for line in _lines(file) if line["part"] == part and "taken" in line), None)


def rows_of(part: str, table: str = "", file: Path = FILE) -> list[Mapping[str, Any]]:
    """The rows of one table, in the order in which they were kept."""
    return [line["row"] for line in _lines(file) if line["part"] == part and line.get("table") == table]


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    if file.exists():
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _load() -> float:
    """Over the last five minutes: what else ran on the machine, and the part itself."""
    return round(os.getloadavg()[1], 1)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )
