"""Who may import whom, and what the seams are called with: docs/architecture.md, held against the source itself."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
#: What the third column says of those who put rooms together.
ALL = "all"


def _table() -> dict[str, set[str]]:
    """Room -> the rooms that it may import beside itself, or {ALL}: the first and the third column of the page's table."""
    allowed = {}
    for line in re.findall(r"^\| `.*\|$", PAGE, re.M):
        rooms, _, may = line.strip("| ").split(" | ")
        for room in re.findall(r"`(?:gateway/)?(\w+)(?:/|\.py)`", rooms):
            assert room not in allowed, f"{room} stands twice in the table"
            allowed[room] = {ALL} if may == ALL else set(re.findall(r"`(\w+)`", may))
    return allowed


ALLOWED = _table()
#: libraries that few may know.
LIBRARIES = {
    "aiosmtpd": {"smtp", "demo"},
    "starlette": {"http", "console", "demo", "worker"},
    "spacy": {"scan"},
    "sqlalchemy": {"store", "console"},
    "presidio_analyzer": set[str](),
}


def _imports(folder: str) -> Iterator[tuple[str, Path, str]]:
    """(room, file, module imported) of every import of a folder, those inside functions too."""
    for file in sorted((ROOT / folder).rglob("*.py")):
        room = file.relative_to(ROOT).with_suffix("").parts[1]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                assert node.level == 0, f"{file}: relative import"
                for name in node.names if node.module == "gateway" else ():
                    yield room, file, f"gateway.{name.name}"
                if node.module != "gateway":
                    yield room, file, node.module
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    yield room, file, alias.name


GATEWAY = list(_imports("gateway"))


def _room(module: str) -> str:
    """The room that an import leads into; "" for what is not ours."""
    first, _, rest = module.partition(".")
    if first == "gateway":
        return rest.partition(".")[0]
    return first if first in ("recognizers", "config") else ""


@pytest.mark.parametrize("room", [room for room, may in ALLOWED.items() if may != {ALL}])
def test_a_room_imports_only_what_the_table_lets_it(room: str) -> None:
    for importer, file, module in GATEWAY:
        if importer == room:
            assert _room(module) in ALLOWED[room] | {room, "__version__", ""}, (
                f"{file.relative_to(ROOT)} imports {module}"
            )


def test_the_table_has_every_room_and_no_other() -> None:
    rooms = {importer for importer, _, _ in GATEWAY} - {"__init__"} | {"recognizers", "config"}
    assert set(ALLOWED) == rooms
    assert set().union(*ALLOWED.values()) <= rooms | {ALL}


def test_doors_do_not_import_each_other() -> None:
    doors = {"smtp", "milter", "http", "console"}
    assert [door for door in doors if ALLOWED[door] & doors or ALL in ALLOWED[door]] == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_to_few(library: str) -> None:
    for importer, file, module in GATEWAY:
        if module.split(".")[0] == library:
            assert importer in LIBRARIES[library], f"{file.relative_to(ROOT)} imports {library}"


def test_recognizers_stand_alone() -> None:
    for _, file, module in _imports("recognizers"):
        own = {"recognizers", *(["presidio_analyzer"] if file.name == "presidio.py" else [])}
        assert module.split(".")[0] in sys.stdlib_module_names | own, (
            f"{file.relative_to(ROOT)} imports {module}"
        )


#: Every `room.file.name(parameters)` of the page's seams: what can be asked, and with what.
SIGNATURES = re.findall(
    r"`((?:gateway|recognizers)\.[\w.]+)\((.*?)\)(?: -> .*?)?`",
    PAGE.partition("\n## Seams\n")[2].partition("\n## ")[0],
)


@pytest.mark.parametrize(("name", "parameters"), SIGNATURES, ids=[name for name, _ in SIGNATURES])
def test_a_seam_has_the_signature_that_the_page_says(name: str, parameters: str) -> None:
    module, _, attribute = name.rpartition(".")
    scope: dict[str, Any] = {}
    exec(f"def told({parameters}): ...", scope)
    told, real = (
        [
            (one.name, one.kind, one.default is not one.empty)
            for one in inspect.signature(what).parameters.values()
        ]
        for what in (scope["told"], getattr(importlib.import_module(module), attribute))
    )
    assert told == real


def test_the_seams_are_read() -> None:
    assert {name.split(".")[-1] for name, _ in SIGNATURES} == {
        "Detector", "Scanner", "index", "annotate", "Documents",
    }  # fmt: skip
