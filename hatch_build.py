"""Builds the recognizers as machine code where it is asked for: `ECLUSE_COMPILED=1 pip wheel …` (see `make compiled`).

mypyc translates the very modules that run otherwise, so that the wheel finds the same in less time; what texts are looked over
for most is written in C, too, function by function (`recognizers/glance.c`). It needs mypy, setuptools and a C compiler.
Without the variable the wheel is the usual one, for every machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What stays as it is: the package's door, what subclasses Presidio's classes, and what is written in C.
NOT_COMPILED = ("__init__.py", "presidio.py", "glance.py")


class CompiledRecognizers(BuildHookInterface):
    """Adds the compiled modules to the wheel, beside their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless nobody asked for it or the install is editable. Raises what mypyc or the C compiler say."""
        if os.environ.get("ECLUSE_COMPILED") != "1" or version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="ecluse-compiled-"))
        for library in compiled(Path(self.root), self._folder):
            build_data["force_include"][str(library)] = str(library.relative_to(self._folder))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the work folder away."""
        if folder := getattr(self, "_folder", None):
            shutil.rmtree(folder, ignore_errors=True)


def compiled(root: Path, folder: Path) -> list[Path]:
    """The recognizers of `root` compiled into `folder`; where each library stands."""
    from mypyc.build import mypycify
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    source = folder / "source"
    shutil.copytree(
        root / "recognizers", source / "recognizers", ignore=shutil.ignore_patterns("*.so", "__pycache__")
    )
    modules = sorted(path for path in (source / "recognizers").glob("*.py") if path.name not in NOT_COMPILED)
    before = Path.cwd()
    os.chdir(source)
    try:
        names = [str(path.relative_to(source)) for path in modules]
        extensions = mypycify(
            ["--ignore-missing-imports", *names], opt_level=os.environ.get("MYPYC_OPT_LEVEL", "3")
        )
        extensions.append(
            Extension("recognizers.glance", ["recognizers/glance.c"], extra_compile_args=["-O3"])
        )
        command = build_ext(Distribution({"name": "ecluse-recognizers", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder), str(folder / "objects")
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
    return sorted(path for path in folder.rglob("*.so") if not path.is_relative_to(source))
