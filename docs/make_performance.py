"""Puts the last results of `python -m benchmarks` into docs/performance.md, as tables and plots. Run it after the measurements.

A table stands between `<!-- results: PART -->` (or `PART TABLE`) and `<!-- end -->`; all else on the page is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT))

from benchmarks import results  # noqa: E402
from benchmarks.bars import shown, svg  # noqa: E402

PAGE = _ROOT / "docs/performance.md"
IMAGES = _ROOT / "docs/images"
_PLACE = re.compile(r"(?<=<!-- results: )(\w+)(?: ([\w ]+))?( -->\n).*?(?=<!-- end -->)", re.S)


@dataclass(frozen=True)
class Plot:
    """Which columns of a part's table are drawn: a bar's length, its label, and the group it stands in ("" for one group)."""

    title: str
    value: str
    label: str
    group: str = ""
    table: str = ""
    log: bool = False


PLOTS = {
    "scan_speed": Plot("CPU for one text, mean", "mean µs", "scanner", "texts", log=True),
    "smtp_path": Plot("Messages a second, 20 sessions", "messages/s", "arrangement", "message", log=True),
    "http_path": Plot("POST /v1/scan, 16 connections", "requests/s", "server", log=True),
    "postfix_filter": Plot(
        "CPU of Postfix's filter, a message", "filter CPU ms", "filter", "message", log=True
    ),
}


def page() -> str:
    """docs/performance.md with the tables of today; a part that was never measured keeps what stands there."""
    return _PLACE.sub(_section, PAGE.read_text(encoding="utf-8"))


def images() -> Iterator[tuple[Path, str]]:
    """(file, SVG) of every plot of which there are results."""
    for part, plot in PLOTS.items():
        if rows := results.rows_of(part, plot.table):
            yield _image(part), svg(plot.title, plot.value, _groups(rows, plot), log=plot.log, ours="ecluse")


def _section(place: re.Match[str]) -> str:
    part, table = place[1], place[2] or ""
    rows, taken = results.rows_of(part, table), results.taken(part)
    if not rows or taken is None:
        return place[0]
    lines = [*_table(rows), "", _told(part, taken)]
    if part in PLOTS and PLOTS[part].table == table:
        lines += ["", f"![{PLOTS[part].title}](images/{_image(part).name})"]
    return f"{part}{' ' + table if table else ''}{place[3]}\n" + "\n".join(lines) + "\n\n"


def _table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    figures = [all(not isinstance(row.get(column), str) for row in rows) for column in columns]
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join('---:' if figure else '---' for figure in figures)}|"
    for row in rows:
        yield f"| {' | '.join(_cell(row.get(column)) for column in columns)} |"


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else shown(value)


def _told(part: str, taken: Mapping[str, Any]) -> str:
    where = f"{taken['cores']} cores ({taken['processor']}), CPython {taken['python']}"
    return f"`python -m benchmarks {part}`, {taken['taken']}: {where}, load {taken['load']}."


def _groups(rows: Sequence[Mapping[str, Any]], plot: Plot) -> list[tuple[str, list[tuple[str, float]]]]:
    groups: dict[str, list[tuple[str, float]]] = {}
    for row in rows:
        if row.get(plot.value):
            groups.setdefault(row.get(plot.group, ""), []).append((row[plot.label], row[plot.value]))
    return list(groups.items())


def _image(part: str) -> Path:
    return IMAGES / f"performance-{part.replace('_', '-')}.svg"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for image, drawing in images():
        image.write_text(drawing, encoding="utf-8")
