"""`glance.c` says what `glance.py` says: every function, on anything."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.mailset import mails
from recognizers import glance
from recognizers.digits import shape
from recognizers.fold import fold

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The module in C, without a warning, that has learned what the recognizers know."""
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    if shutil.which("gcc") is None or not headers.exists():
        reason = f"needs a C compiler and {headers}: apt install gcc libc6-dev python3-dev"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    library = tmp_path_factory.mktemp("glance") / f"glance{sysconfig.get_config_var('EXT_SUFFIX')}"
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-missing-field-initializers"]
    source = ROOT / "recognizers" / "glance.c"
    command = [
        "gcc",
        "-O3",
        *warnings,
        "-shared",
        "-fPIC",
        f"-I{headers.parent}",
        str(source),
        "-o",
        str(library),
    ]
    built = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert built.returncode == 0, built.stderr
    spec = importlib.util.spec_from_file_location("recognizers.glance", library)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for word in glance._LEARNED:
        module.learn(word)
    return module


def soup(rng: random.Random, characters: str, longest: int) -> str:
    return "".join(rng.choices(characters, k=rng.randint(0, longest)))


def texts() -> list[str]:
    rng = random.Random(4)
    mixed = [soup(rng, "aab cnmes 0 19-.'\n\x7f\0", 80) for _ in range(3000)]
    return ["", "a", *mixed, *(fold(mail).text.lower() for mail in mails(60, 4)), "naissance " * 9000]


def test_the_same_words_are_known(native: Any) -> None:
    for word in ("nam", "ne", "carte", "six", "sixty", "a", "n", "es"):
        glance.learn(word)
        native.learn(word)
        native.learn(word)
    for text in texts():
        assert native.known(text) == glance.known(text), repr(text)
        assert native.letters_of(text) == glance.letters_of(text), repr(text)


def test_stems_stand_in_the_same_places(native: Any) -> None:
    rng = random.Random(5)
    stems = [
        "a",
        "aa",
        "aab",
        " ",
        "na",
        "nais",
        "n.a",
        "s" * 40,
        *(soup(rng, "ab ", 18) + "b" for _ in range(40)),
    ]
    for text in texts():
        for stem in stems:
            assert native.places(stem, text) == glance.places(stem, text), repr((stem, text))
        assert native.standing(tuple(stems), text) == glance.standing(tuple(stems), text), repr(text)


def test_the_same_figures_stand_together(native: Any) -> None:
    rng = random.Random(6)
    shapes = [
        soup(rng, kinds, 400).encode()
        for kinds in ("0 a", "0  a", "000 ax:.", "0", " a0")
        for _ in range(1500)
    ]
    for one in (*shapes, *map(shape, texts()), b"0" * 500, (b"0" + b" " * 8) * 90, (b"0" + b" " * 9) * 90):
        assert native.groups(one) == glance.groups(one), one
    assert native.NEXT_FIGURE == glance.NEXT_FIGURE


@pytest.mark.parametrize(
    "arguments", [("a",), ("a", b"a"), ("a", "é"), ("é", "a"), ("", "a"), ("a", "a", "a")]
)
def test_places_refuses_what_it_cannot_read(native: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError)):
        native.places(*arguments)


@pytest.mark.parametrize("name", ["known", "letters_of", "learn", "groups"])
@pytest.mark.parametrize("argument", ["é", None, 7])
def test_the_others_refuse_it_too(native: Any, name: str, argument: Any) -> None:
    with pytest.raises(TypeError):
        getattr(native, name)(argument)


def test_nothing_is_left_behind(native: Any) -> None:
    """No reference is lost or kept: the counts of what is given stay, and what is returned goes."""
    text, word = "six cartes, une carte " * 40, "carte"
    glance.learn(word)
    native.learn(word)
    before = sys.getrefcount(text)
    for _ in range(2000):
        (
            native.known(text),
            native.places(word, text),
            native.standing((word,), text),
            native.groups(b"0000 00 0"),
        )
    assert sys.getrefcount(text) == before
