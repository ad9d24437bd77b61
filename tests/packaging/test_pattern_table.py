"""The table of patterns that the build makes holds what finds the same as `re.compile` would give, and only ever saves time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from recognizers import patterns
from recognizers.fold import fold


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("table")
    patterns.write_table(folder)
    return folder


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """What people write, as recognizers are shown it: lower case, with capitals, and cut short within words."""
    told = Path(__file__).parents[2] / "benchmarks/detection/told"
    written = [line for path in sorted(told.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    lines = [fold(line.replace("\\n", "\n")).text for line in written[::1500]]
    return [*lines, *(line.lower() for line in lines), *(line.lower()[7:60] for line in lines), ""]


def test_every_pattern_of_the_table_finds_what_re_finds(folder: Path, lines: list[str]) -> None:
    table = patterns.read_table(folder)
    assert len(table) > 1000
    for (words, flags), made in table.items():
        if flags == patterns._BACKWARD:
            continue
        fresh = re.compile(words, flags)
        ours = patterns._from_table(words, *made)
        assert (ours.pattern, ours.flags, ours.groups) == (fresh.pattern, fresh.flags, fresh.groups)
        assert dict(ours.groupindex) == dict(fresh.groupindex)
        for line in lines:
            found = [(one.regs, one.lastindex, one.lastgroup) for one in ours.finditer(line)]
            assert found == [(one.regs, one.lastindex, one.lastgroup) for one in fresh.finditer(line)], words


def test_what_the_table_holds_backwards_misses_nothing(folder: Path, lines: list[str]) -> None:
    backward = {
        words: made
        for (words, flags), made in patterns.read_table(folder).items()
        if flags == patterns._BACKWARD
    }
    assert len(backward) > 20
    for words, made in backward.items():
        ours, fresh = patterns._from_table(words, *made), re.compile(words)
        assert isinstance(ours, re.Pattern)  # no sieve stands before it
        for line in lines:
            for end in range(0, len(line), 3):
                if fresh.search(line, max(0, end - 60), end):
                    assert ours.match(line[max(0, end - 60) : end][::-1]), (words, line[:end])


def test_an_ending_finds_the_same_without_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    words = r"(?<![a-z])(?:nee?|born)(?: (?:le|on))? ?$"

    def ending(flags: tuple[int, ...]) -> patterns.Ending:
        monkeypatch.setattr(patterns, "_table", {(words, one): patterns._made(words, one) for one in flags})
        monkeypatch.setattr(patterns, "_patterns", {})
        return patterns.Ending(words)

    ours, plain = ending((0, patterns._BACKWARD)), ending(())
    assert ours._backward is not None
    assert plain._backward is None
    for text in ("nee le ", "ainee le ", "born on\n", "born on the", "", "ne"):
        for start in range(len(text)):
            assert str(ours.search(text, start)) == str(plain.search(text, start))
            assert str(ours._search(text, start)) == str(plain.search(text, start))


@pytest.mark.parametrize(
    "words", ["a", r"a\Z|b", "(?i)a$", "(a)\\1$", "(?:ab|a)*+$", r"(?m:^)a\Z", "(?m:a$)"]
)
def test_what_cannot_be_read_backwards_is_told(words: str) -> None:
    with pytest.raises(ValueError, match="a pattern that"):
        patterns._made(words, patterns._BACKWARD)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("ab|ac|b|ad", "xadacb"),
        ("(a)b|(a)c|a", "acabax"),
        ("(?<![a-z])(?:ne|nee|naquit)(?![a-z])", "bonne ne nee"),
        ("(?:\\A|\\n)a|(?<=x)b", "a xb\na"),
        ("a?(?:b|c)", "zabzc"),
        ("a*", "baa"),
        ("(?:|ab)(?:ac|ad)", "abadad"),
        ("(?i:ab|AC)d", "xACd abd"),
        ("(?i)k(?:a|A)", "Ka \u212aA"),
        ("[^a]b|.c", "ab bb ac"),
        ("(?:ab|ac|[a-c]d|ae)+", "acabadaex"),
        ("(?>ab|abc|ad)c", "abc abcc adc"),
        ("(?P<x>ab|ac)(?P=x)", "abac acac"),
    ],
)
def test_a_pattern_put_otherwise_finds_the_same(words: str, text: str) -> None:
    ours, fresh = patterns._from_table(words, *patterns._made(words, 0)), re.compile(words)
    for search in ("finditer", "split", "findall"):
        assert list(map(str, getattr(ours, search)(text))) == list(map(str, getattr(fresh, search)(text)))
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert [one.regs for one in ours.finditer(text, start, end)] == [
                one.regs for one in fresh.finditer(text, start, end)
            ]
            assert str(ours.match(text, start, end)) == str(fresh.match(text, start, end))


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
