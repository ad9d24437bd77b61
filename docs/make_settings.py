"""Writes what follows from config/ecluse.toml and the metrics: `python docs/make_settings.py`.

docs/settings.md, its French twin, and the annotated file in French. The French descriptions stand in docs/french.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry

from gateway.audit import Audit

_ROOT = Path(__file__).parent.parent
_TABLE = re.compile(r"^(?:# )?\[([\w.]+)\]$")
_KEY = re.compile(r"^# (\w+) = (.+?)\s+# (.+)$")
_UNSET, _UNSET_FRENCH = "  (no default)", "  (sans valeur par défaut)"
_ENGLISH = (
    "Settings and metrics",
    "[Français](fr/settings.md)",
    "Made from `config/ecluse.toml` by `python docs/make_settings.py`; a test keeps it true.",
    "| key | environment | default | what it does |",
    "Metrics",
    "`GET /metrics`, in Prometheus' text format.",
    "| metric | labels | what it counts |",
)
_FRENCH = (
    "Réglages et mesures",
    "[English](../settings.md)",
    "Faite à partir de `config/ecluse.toml` par `python docs/make_settings.py`; un test veille à ce que cette page reste vraie.",
    "| clé | environnement | par défaut | ce qu'elle fait |",
    "Mesures",
    "`GET /metrics`, dans le format texte de Prometheus.",
    "| mesure | étiquettes | ce qu'elle compte |",
)


def keys() -> Iterator[tuple[str, str, str]]:
    """(dotted key, default as TOML, what it does) of every key in the annotated file, in its order."""
    table = ""
    for line in (_ROOT / "config/ecluse.toml").read_text(encoding="utf-8").splitlines():
        if header := _TABLE.match(line):
            table = header[1] + "."
        elif key := _KEY.match(line):
            unset = key[3].endswith(_UNSET)
            yield table + key[1], "" if unset else key[2], key[3].removesuffix(_UNSET)


def remarks() -> Iterator[str]:
    """The comments in the annotated file that stand on lines of their own."""
    for line in (_ROOT / "config/ecluse.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and not _TABLE.match(line) and not _KEY.match(line):
            yield line.removeprefix("# ")


def metrics() -> Iterator[tuple[str, str, str]]:
    """(name, labels, what it counts) of every metric."""
    registry = CollectorRegistry()
    audit = Audit(registry)
    for metric in (value for value in vars(audit).values() if hasattr(value, "_labelnames")):
        described = metric.describe()[0]
        suffix = "_total" if described.type == "counter" else ""
        yield described.name + suffix, ", ".join(metric._labelnames), described.documentation


def french() -> dict[str, dict[str, Any]]:
    """What docs/french.toml says of settings (by dotted key) and metrics (by name), each `fr` and `en`; remarks by the English.

    Raises OSError and tomllib.TOMLDecodeError.
    """
    return tomllib.loads((_ROOT / "docs/french.toml").read_text(encoding="utf-8"))


def _page(
    words: Sequence[str], settings: Iterable[tuple[str, str, str]], counted: Iterable[tuple[str, str, str]]
) -> str:
    title, other, made, what_settings, metrics_title, where, what_metrics = words
    lines = [f"# {title}", "", other, "", made, "", what_settings, "|---|---|---|---|"]
    for key, default, what in settings:
        variable = "ECLUSE_" + key.upper().replace(".", "__")
        lines.append(f"| `{key}` | `{variable}` | {f'`{default}`' if default else '—'} | {what} |")
    lines += ["", f"## {metrics_title}", "", where, "", what_metrics, "|---|---|---|"]
    lines += [f"| `{name}` | {labels} | {what} |" for name, labels, what in counted]
    return "\n".join(lines) + "\n"


def _annotated(words: dict[str, dict[str, Any]]) -> str:
    text = (_ROOT / "config/ecluse.toml").read_text(encoding="utf-8")
    for remark in remarks():
        text = text.replace(f"# {remark}\n", f"# {words['remarks'][remark]}\n", 1)
    lines, told = text.splitlines(), keys()
    for number, line in enumerate(lines):
        if found := _KEY.match(line):
            what = words["settings"][next(told)[0]]["fr"] + (
                _UNSET_FRENCH if found[3].endswith(_UNSET) else ""
            )
            lines[number] = line[: found.start(3)] + what
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """What is written, by its place. Raises KeyError for what docs/french.toml does not have."""
    words = french()
    return {
        _ROOT / "docs/settings.md": _page(_ENGLISH, keys(), metrics()),
        _ROOT / "docs/fr/settings.md": _page(
            _FRENCH,
            ((key, default, words["settings"][key]["fr"]) for key, default, _ in keys()),
            ((name, labels, words["metrics"][name]["fr"]) for name, labels, _ in metrics()),
        ),
        _ROOT / "config/ecluse.fr.toml": _annotated(words),
    }


if __name__ == "__main__":
    for place, text in pages().items():
        place.write_text(text, encoding="utf-8")
