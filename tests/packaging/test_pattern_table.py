"""The table of patterns that the build makes holds what `re.compile` would give, and only ever saves time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from recognizers import patterns


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("table")
    patterns.write_table(folder)
    return folder


def test_every_pattern_of_the_table_is_what_re_compiles(folder: Path) -> None:
    table = patterns.read_table(folder)
    assert len(table) > 1000
    for (words, flags), made in table.items():
        fresh = re.compile(words, flags)
        ours = patterns._from_table(words, *made)
        assert ours == fresh  # words, flags, number of groups and the engine's codes
        assert dict(ours.groupindex) == dict(fresh.groupindex)


def test_a_pattern_from_the_table_names_its_groups(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = next(key for key in patterns.read_table(folder) if "(?P<" in key[0])
    monkeypatch.setattr(patterns, "_table", patterns.read_table(folder))
    monkeypatch.setattr(patterns, "_patterns", {})
    assert dict(patterns.compiled(*key).groupindex) == dict(re.compile(*key).groupindex) != {}
    assert key not in patterns._table
    assert patterns.compiled(*key) is patterns.compiled(*key)


def test_without_the_table_patterns_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_table", {})
    assert patterns.compiled("(?P<day>[0-9]{2})h").fullmatch("12h")["day"] == "12"  # type: ignore[index]


@pytest.mark.parametrize("left", [0, 1, 100, -1])
def test_a_table_that_is_cut_short_is_no_table(folder: Path, tmp_path: Path, left: int) -> None:
    (tmp_path / patterns.TABLE).write_bytes((folder / patterns.TABLE).read_bytes()[:left])
    assert patterns.read_table(tmp_path) == {}


def test_a_table_for_another_engine_is_no_table(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert patterns.read_table(tmp_path) == {}  # there is none
    monkeypatch.setattr(patterns, "_MADE_FOR", ("another", 4, "little"))
    assert patterns.read_table(folder) == {}


def test_the_build_makes_it(tmp_path: Path) -> None:
    """As the wheel's hook does: in a process of its own, from the sources alone."""
    root = Path(__file__).parents[2]
    program = (
        "import hatch_build, pathlib, sys; print(hatch_build.patterns(*map(pathlib.Path, sys.argv[1:]))[0])"
    )
    made = subprocess.run(
        [sys.executable, "-c", program, str(root), str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(made.stdout.strip()) == tmp_path / "recognizers" / patterns.TABLE
    assert len(patterns.read_table(tmp_path / "recognizers")) > 1000
