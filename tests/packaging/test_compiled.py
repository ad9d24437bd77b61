"""The recognizers compiled to machine code find what the same modules find as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: Run with the compiled package, then with the sources: prints where the package stands and what it finds.
FIND = """
import json, sys
from datetime import date
import recognizers.page
from recognizers import Detector
from recognizers.types import ENTITY_TYPES
identity, everything = Detector(today=date(2026, 11, 23)), Detector(ENTITY_TYPES, today=date(2026, 11, 23))
found = [
    [(one.entity_type, one.start, one.end, one.score, one.evidence) for one in detector.detect(text)]
    for text in json.load(sys.stdin) for detector in (identity, everything)
]
print(json.dumps([recognizers.page.__file__, found]))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled wheel, built (without optimisation: quicker, the same code) and unpacked."""
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    if shutil.which("gcc") is None or not headers.exists():
        reason = f"needs a C compiler and {headers}: apt install gcc libc6-dev python3-dev"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("compiled")
    built = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            folder,
            ROOT,
        ],
        env={
            **os.environ,
            "ECLUSE_COMPILED": "1",
            "MYPYC_OPT_LEVEL": "0",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        },
        capture_output=True,
        text=True,
        timeout=880,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("ecluse-*.whl")
    assert not wheel.name.endswith("-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def found_in(package: Path, texts: list[str]) -> tuple[str, object]:
    ran = subprocess.run(
        [sys.executable, "-c", FIND],
        input=json.dumps(texts),
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONSAFEPATH": "1"},
        cwd=package,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    place, found = json.loads(ran.stdout)
    return place, found


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_compiled_they_find_the_same(unpacked: Path) -> None:
    from benchmarks.detection.generate import messages
    from benchmarks.mailset import mails

    texts = [str(one["text"]) for one in messages("test", 400, 11)] + list(mails(80, 11))
    place, found = found_in(unpacked, texts)
    assert place.endswith(".so")
    source, expected = found_in(ROOT, texts)
    assert source.endswith(".py")
    assert sum(map(len, expected)) > 500  # type: ignore[arg-type]
    assert found == expected
