"""The part in C, built for the tests that hold it to its twins in Python."""

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

from recognizers import known_plain
from recognizers.registry import MODULES, load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def native(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The module in C, built without a warning, that has learned what the recognizers know."""
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    if shutil.which("gcc") is None or not headers.exists():
        reason = f"needs a C compiler and {headers}: apt install gcc libc6-dev python3-dev"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    library = tmp_path_factory.mktemp("glance") / f"glance_native{sysconfig.get_config_var('EXT_SUFFIX')}"
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-missing-field-initializers"]
    sources = map(str, sorted((ROOT / "recognizers").glob("*_native.c")))
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
        "-o",
        str(library),
    ]
    built = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert built.returncode == 0, built.stderr
    spec = importlib.util.spec_from_file_location("recognizers.glance_native", library)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for recognizer in MODULES:
        load(recognizer)
    for gate, (stands, before, after, _) in known_plain._DEMANDS.items():
        module.demand(gate.bit_length() - 1, stands, before, after)
    for word, gates in known_plain.LEARNED.items():
        module.learn(word, gates)
    module.learn_figures(known_plain._FIGURES, known_plain._STEMS[-1])
    return module
