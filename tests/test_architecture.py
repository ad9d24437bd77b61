"""Who may import whom: the table of docs/architecture.md, read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOOR = {"model", "pipeline", "policy", "settings", "services", "audit", "store", "notices"}

#: room -> the rooms that it may import, beside itself.
ALLOWED = {
    "model": set[str](),
    "mime": {"model"},
    "formbody": {"model"},
    "extract": {"model", "mime"},
    "scan": {"model"},
    "policy": {"model", "settings"},
    "notices": {"model", "policy"},
    "pipeline": {"model", "mime", "formbody", "extract", "scan", "policy", "notices"},
    "store": {"model"},
    "documents": {"model", "extract", "mime", "settings"},
    "settings": set[str](),
    "audit": {"model"},
    "services": {"model", "pipeline", "settings", "store", "audit"},
    "smtp": DOOR,
    "milter": DOOR,
    "http": DOOR | {"formbody"},
    "console": DOOR,
}
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


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_what_the_table_lets_it(room: str) -> None:
    for importer, file, module in GATEWAY:
        if importer == room and module.startswith("gateway."):
            other = module.split(".")[1]
            assert other in ALLOWED[room] | {room, "__version__"}, (
                f"{file.relative_to(ROOT)} imports {module}"
            )


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_to_few(library: str) -> None:
    for importer, file, module in GATEWAY:
        if module.split(".")[0] == library:
            assert importer in LIBRARIES[library], f"{file.relative_to(ROOT)} imports {library}"


def test_recognizers_stand_alone() -> None:
    for _, file, module in _imports("recognizers"):
        assert not module.startswith("gateway"), f"{file.relative_to(ROOT)} imports {module}"


def test_only_scan_and_who_assembles_know_the_recognizers() -> None:
    knowing = {importer for importer, _, module in GATEWAY if module.split(".")[0] == "recognizers"}
    assert knowing <= {
        "scan",
        "pipeline",
        "policy",
        "evaluate",
        "worker",
        "commands",
        "demo",
        "console",
        "http",
    }


def test_every_room_is_in_the_table_or_assembles() -> None:
    rooms = {importer for importer, _, _ in GATEWAY}
    assert rooms - set(ALLOWED) <= {
        "__init__", "archive", "cli", "commands", "demo", "evaluate", "lifecycle", "worker",
    }  # fmt: skip
