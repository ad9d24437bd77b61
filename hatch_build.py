"""Builds parts of the package as machine code, for this machine's Python.

What texts and octets are looked over for most stands in C beside its twin in Python (`recognizers/*_native.c`,
`gateway/octets/native.c`): it is built into every wheel, and into the sources where the install is editable, wherever there is
a C compiler with Python's headers; without, the twin is used. The recognizers' patterns are made here, too
(`recognizers/patterns.py`), so that nothing starts by compiling them. ECLUSE_COMPILED=1 (see `make compiled`) translates all
other modules with mypyc, too, and needs mypy, setuptools and the compiler. ECLUSE_COMPILED=0 builds nothing: a wheel for every
machine.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: What stays as it is: the package's doors, and what subclasses Presidio's classes.
NOT_COMPILED = ("__init__.py", "presidio.py", "glance.py", "glance_plain.py", "known_plain.py")
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))


class CompiledRecognizers(BuildHookInterface):
    """Adds the compiled modules to the wheel, beside their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is asked for. Raises what the compilers say where that is everything."""
        wanted = os.environ.get("ECLUSE_COMPILED", "")
        if wanted == "0":
            return
        root = Path(self.root)
        if version == "editable":
            native(root, root)
            patterns(root, root)
            return
        self._folder = Path(tempfile.mkdtemp(prefix="ecluse-compiled-"))
        libraries = compiled(root, self._folder) if wanted == "1" else native(root, self._folder)
        for made in (*libraries, *patterns(root, self._folder)):
            build_data["force_include"][str(made)] = str(made.relative_to(self._folder))
        build_data["pure_python"] = not libraries
        build_data["infer_tag"] = bool(libraries)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the work folder away."""
        if folder := getattr(self, "_folder", None):
            shutil.rmtree(folder, ignore_errors=True)


#: Modules in C, and what each is made of.
NATIVE = {
    "recognizers/glance_native": ("recognizers/*_native.c",),
    "gateway/octets/native": ("gateway/octets/native.c", "recognizers/vectors_native.c"),
}


def native(root: Path, folder: Path, *, must: bool = False) -> list[Path]:
    """The parts in C, built below `folder`; those are left out that cannot be. Raises what the compiler says if it `must`."""
    libraries = [folder / f"{module}{SUFFIX}" for module in NATIVE]
    return [
        library
        for library, sources in zip(libraries, NATIVE.values(), strict=True)
        if _native(library, [source for one in sources for source in sorted(root.glob(one))], must=must)
    ]


def _native(library: Path, sources: list[Path], *, must: bool) -> bool:
    library.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *shlex.split(sysconfig.get_config_var("LDSHARED") or "cc -shared"),
        *("-O3", "-DNDEBUG", "-fwrapv", "-fPIC", f"-I{sysconfig.get_paths()['include']}"),
        *map(str, sources),
    ]
    built = library.with_name(f"{library.name}.new")
    try:
        subprocess.run(  # noqa: S603 - the compiler that Python itself names
            [*command, "-o", str(built)], check=True, capture_output=not must, timeout=120
        )
        built.replace(library)
    except (OSError, subprocess.SubprocessError):
        if must:
            raise
        built.unlink(missing_ok=True)
        library.unlink(missing_ok=True)
        return False
    return True


def patterns(root: Path, folder: Path) -> list[Path]:
    """The table of the recognizers' patterns, made below `folder`; nothing where that cannot be."""
    into = folder / "recognizers"
    into.mkdir(parents=True, exist_ok=True)
    program = "import sys, pathlib; from recognizers.patterns import write_table as w; print(w(pathlib.Path(sys.argv[1])))"
    try:
        made = subprocess.run(  # noqa: S603 - this Python
            [sys.executable, "-c", program, str(into)],
            cwd=root, check=True, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return []
    return [Path(made.stdout.strip())]


def compiled(root: Path, folder: Path) -> list[Path]:
    """The recognizers of `root` compiled into `folder`, and the part in C; where each library stands."""
    from mypyc.build import mypycify
    from setuptools import Distribution
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
        command = build_ext(Distribution({"name": "ecluse-recognizers", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder), str(folder / "objects")
        command.ensure_finalized()
        command.run()
    finally:
        os.chdir(before)
    native(root, folder, must=True)
    return sorted(path for path in folder.rglob("*.so") if not path.is_relative_to(source))
