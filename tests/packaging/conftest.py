"""The parts in C, built for the tests that hold it to its twins in Python."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hatch_build import NATIVE
from recognizers import known_plain
from recognizers.registry import MODULES, load

ROOT = Path(__file__).parents[2]


def built(module: str, folder: Path) -> Any:
    """A module in C, built into `folder` without a warning."""
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    if shutil.which("gcc") is None or not headers.exists():
        reason = f"needs a C compiler and {headers}: apt install gcc libc6-dev python3-dev"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    library = folder / f"{module.rpartition('/')[2]}{sysconfig.get_config_var('EXT_SUFFIX')}"
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-missing-field-initializers"]
    sources = [str(source) for one in NATIVE[module] for source in sorted(ROOT.glob(one))]
    command = [
        "gcc",
        "-O3",
        "-DNDEBUG",
        "-fwrapv",
        *warnings,
        "-shared",
        "-fPIC",
        f"-I{headers.parent}",
        *sources,
    ]
    ran = subprocess.run([*command, "-o", str(library)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    spec = importlib.util.spec_from_file_location(module.replace("/", "."), library)
    assert spec is not None
    assert spec.loader is not None
    made: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def octets_native(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What looks over octets, in C."""
    return built("gateway/octets/native", tmp_path_factory.mktemp("octets"))


@pytest.fixture(scope="session")
def native(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What looks over texts, in C, that has learned what the recognizers know."""
    module = built("recognizers/glance_native", tmp_path_factory.mktemp("glance"))
    for recognizer in MODULES:
        load(recognizer)
    for gate, (stands, before, after, _) in known_plain._DEMANDS.items():
        module.demand(gate.bit_length() - 1, stands, before, after)
    for word, gates in known_plain.LEARNED.items():
        module.learn(word, gates)
    for part, gates in known_plain._PARTS.items():
        module.learn_part(part, gates)
    for letters, (alone, acronym) in known_plain.ACRONYMS.items():
        module.learn_acronym(letters, alone, acronym)
    module.learn_figures(known_plain._FIGURES, known_plain._STEMS[-1])
    return module
