"""Writes docs/settings.md from config/ecluse.toml, the settings' schema and the metrics: `python docs/make_settings.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry

from gateway.audit import Audit

_ROOT = Path(__file__).parent.parent
_TABLE = re.compile(r"^(?:# )?\[([\w.]+)\]$")
_KEY = re.compile(r"^# (\w+) = (.+?)\s+# (.+)$")
_UNSET = "  (no default)"


def keys() -> Iterator[tuple[str, str, str]]:
    """(dotted key, default as TOML, what it does) of every key in the annotated file, in its order."""
    table = ""
    for line in (_ROOT / "config/ecluse.toml").read_text(encoding="utf-8").splitlines():
        if header := _TABLE.match(line):
            table = header[1] + "."
        elif key := _KEY.match(line):
            unset = key[3].endswith(_UNSET)
            yield table + key[1], "" if unset else key[2], key[3].removesuffix(_UNSET)


def metrics() -> Iterator[tuple[str, str, str]]:
    """(name, labels, what it counts) of every metric."""
    registry = CollectorRegistry()
    audit = Audit(registry)
    for metric in (value for value in vars(audit).values() if hasattr(value, "_labelnames")):
        described = metric.describe()[0]
        suffix = "_total" if described.type == "counter" else ""
        yield described.name + suffix, ", ".join(metric._labelnames), described.documentation


def page() -> str:
    """The whole page."""
    lines = [
        "# Settings and metrics",
        "",
        "Made from `config/ecluse.toml` by `python docs/make_settings.py`; a test keeps it true.",
        "",
        "| key | environment | default | what it does |",
        "|---|---|---|---|",
    ]
    for key, default, what in keys():
        variable = "ECLUSE_" + key.upper().replace(".", "__")
        lines.append(f"| `{key}` | `{variable}` | {f'`{default}`' if default else '—'} | {what} |")
    lines += ["", "## Metrics", "", "`GET /metrics`, in Prometheus' text format.", ""]
    lines += ["| metric | labels | what it counts |", "|---|---|---|"]
    lines += [f"| `{name}` | {labels} | {what} |" for name, labels, what in metrics()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (_ROOT / "docs/settings.md").write_text(page(), encoding="utf-8")
