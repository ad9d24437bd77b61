"""No pattern hangs: each is given strings made from itself, as long as what it likes best, that fail at the very end.

A regular expression cannot be interrupted while it runs and holds the interpreter: one that tries every way of dividing a
text would stop a whole worker. The limit here is not about speed; it is what tells a moment from minutes.
"""

from __future__ import annotations

import pkgutil
import random
import re
import re._parser as parser
import signal
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from types import FrameType, ModuleType

import pytest

import gateway
import recognizers
from recognizers import health_kinds, patterns
from recognizers.cues import CueTable
from recognizers.patterns import Ending
from tests.liked import LONGEST, SOME, written

_TRIES = 12
_DEEPEST = 5
_MOMENT = 2.0


def modules() -> Iterator[ModuleType]:
    for package in (recognizers, gateway):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" in found.name or found.name.endswith("__main__"):
                continue
            yield import_module(found.name)


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns of a module's constant: by itself, in a table of cues, in a tuple or dictionary."""
    if isinstance(getattr(value, "pattern", None), str) and hasattr(
        value, "finditer"
    ):  # some stand behind sieves
        yield value
    elif isinstance(value, CueTable):
        for row in value._rows:
            yield row.made()
            if row.before:
                yield row.before
    elif depth < _DEEPEST and isinstance(value, (tuple, list)):
        for one in value:
            yield from patterns_in(one, depth + 1)
    elif depth < _DEEPEST and isinstance(value, Mapping):
        for one in value.values():
            yield from patterns_in(one, depth + 1)
    elif depth < _DEEPEST and type(value).__module__.startswith(("recognizers", "gateway")):
        names = (*getattr(value, "__dict__", ()), *getattr(type(value), "__slots__", ()))
        for name in names:
            yield from patterns_in(getattr(value, name, None), depth + 1)


def every_pattern() -> dict[str, tuple[str, re.Pattern[str]]]:
    constants = {
        pattern.pattern: (f"{module.__name__}.{name}", pattern)
        for module in modules()
        for name, value in vars(module).items()
        for pattern in patterns_in(value)
    }
    when_met = {
        pattern.pattern: (f"recognizers.health_kinds.patterns_of({head})", pattern)
        for head in health_kinds.FIRST_LETTERS
        for pattern, _ in health_kinds.patterns_of(head)
    }
    return constants | when_met


def hostile(pattern: re.Pattern[str], rng: random.Random) -> Iterator[str]:
    """Texts that almost match: what the pattern likes, cut off or spoilt at the end, and its beginnings over and over."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for _ in range(_TRIES):
        if not (text := written(tree, rng)):
            continue
        yield text + "\x01"
        yield text[: rng.randint(0, len(text))] + "!"
        motif = text[: rng.randint(1, min(8, len(text)))]
        yield (motif * LONGEST)[:LONGEST] + "\x01"


class Hang(Exception):
    pass


@pytest.fixture
def alarm() -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def hostile_backwards(pattern: re.Pattern[str], rng: random.Random) -> Iterator[str]:
    """The same for who reads from the end: spoilt at the beginning, and endings over and over."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for _ in range(_TRIES):
        if not (text := written(tree, rng)):
            continue
        yield "\x01" + text
        yield "!" + text[rng.randint(0, len(text)) :]
        motif = text[-rng.randint(1, min(8, len(text))) :]
        yield "\x01" + (motif * LONGEST)[-LONGEST:]


def takes_long(*asked: Callable[[], object]) -> bool:
    """Whether one of these takes more than a moment."""
    signal.setitimer(signal.ITIMER_REAL, _MOMENT)
    try:
        for ask in asked:
            ask()
    except Hang:
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return False


def hangs_on(pattern: re.Pattern[str]) -> str | None:
    """The first text that takes the pattern more than a moment."""
    rng = random.Random(pattern.pattern.encode("utf-8", "surrogatepass"))
    for text in hostile(pattern, rng):
        if takes_long(partial(pattern.search, text), partial(pattern.match, text)):
            return text
    return None


def endings() -> dict[str, Ending]:
    return {
        f"{module.__name__}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, Ending)
    }


@pytest.mark.usefixtures("alarm")
def test_no_pattern_tries_every_way_of_dividing_a_text() -> None:
    found = every_pattern()
    assert len(found) > 800
    hanging = {place: text for place, pattern in found.values() if (text := hangs_on(pattern)) is not None}
    assert not hanging


@pytest.mark.usefixtures("alarm")
def test_no_pattern_that_is_read_backwards_does() -> None:
    found = endings()
    assert len(found) > 20
    for place, ending in found.items():
        rng = random.Random(ending.pattern)
        backward = patterns._from_table(ending.pattern, *patterns._made(ending.pattern, patterns._BACKWARD))
        for text in hostile_backwards(re.compile(ending.pattern), rng):
            assert not takes_long(partial(backward.match, text[::-1])), (place, text)


def test_what_is_read_backwards_misses_nothing() -> None:
    for place, ending in endings().items():
        rng = random.Random(ending.pattern)
        tree, fresh = parser.parse(ending.pattern), re.compile(ending.pattern)
        backward = patterns._from_table(ending.pattern, *patterns._made(ending.pattern, patterns._BACKWARD))
        for _ in range(200):
            text = "".join(rng.choices(SOME, k=rng.randint(0, 4))) + written(tree, rng)
            for start in (0, 1, 2):
                if fresh.search(text, start):
                    assert backward.match(text[start:][::-1]), (place, text, start)


@pytest.mark.usefixtures("alarm")
def test_a_pattern_that_does_would_be_found() -> None:
    assert hangs_on(re.compile(r"(?:[a-z-]+ ?){1,40}[0-9]$")) is not None
