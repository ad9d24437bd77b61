"""TOML files and variables of the environment as tables, and what is wrong with them: file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError


class SettingsError(Exception):
    """The settings (or the policy) cannot be used. The text says where and what to do; one line per problem."""


def read_toml(file: Path, *, missing: str = "") -> tuple[str, dict[str, Any]]:
    """The text and the tables of a TOML file. Raises SettingsError; where there is no such file, it says `missing`, too."""
    try:
        source = file.read_text(encoding="utf-8")
        return source, tomllib.loads(source)
    except FileNotFoundError:
        raise SettingsError(": ".join(filter(None, (f"{file}: no such file", missing)))) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: not valid TOML: {error}") from None


def overlay_environment(data: dict[str, Any], environ: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Lay ECLUSE_SECTION__KEY variables over `data`; gives the variable that set each path."""
    origin: dict[tuple[str, ...], str] = {}
    for name, value in sorted(environ.items()):
        if not name.startswith("ECLUSE_"):
            continue
        path = tuple(part.lower() for part in name.removeprefix("ECLUSE_").split("__"))
        table = data
        for part in path[:-1]:
            table = table.setdefault(part, {})
        table[path[-1]] = _literal(value)
        origin[path] = name
    return origin


def _literal(value: str) -> Any:
    """A TOML literal where the variable holds one (a list, a table), else the string; pydantic does the rest."""
    if value.startswith(("[", "{")):
        try:
            return tomllib.loads(f"v = {value}")["v"]
        except tomllib.TOMLDecodeError:
            return value
    return value


def describe(
    error: ValidationError,
    file: Path | None,
    source: str,
    overlay: Mapping[tuple[str, ...], str] | None = None,
) -> str:
    """One line per problem: `file:line: key: what is wrong`."""
    lines = []
    for item in error.errors(include_url=False, include_input=False):
        path = tuple(str(part) for part in item["loc"])
        where = (overlay or {}).get(path) or f"{file or 'settings'}:{_line_of(source, path)}"
        what = (
            "unknown key" if item["type"] == "extra_forbidden" else item["msg"].removeprefix("Value error, ")
        )
        lines.append(f"{where}: {'.'.join(path)}: {what}")
    return "\n".join(lines)


def _line_of(source: str, path: tuple[str, ...]) -> int:
    """The 1-based line where the deepest key of `path` that the file names stands; 1 when it names none."""
    table, index, best = "", -1, 1
    keys = [part for part in path if not part.isdigit()]
    wanted = next((int(part) for part in path if part.isdigit()), None)
    for number, line in enumerate(source.splitlines(), start=1):
        if header := re.match(r"\s*\[\[?\s*([\w.\-]+)\s*\]\]?", line):
            index = (
                index + 1
                if line.lstrip().startswith("[[") and ".".join(keys).startswith(header[1])
                else index
            )
            table = header[1]
            if table == ".".join(keys[: table.count(".") + 1]) and wanted in (None, index):
                best = number
        elif key := re.match(r"\s*([\w\-]+)(?:\.[\w\-.]+)?\s*=", line):
            full = f"{table}.{key[1]}".lstrip(".")
            if ".".join(keys).startswith(full) and wanted in (None, index):
                best = number
    return best
