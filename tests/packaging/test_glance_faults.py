"""The part in C refuses what it cannot read, and keeps and loses no reference: every function; without it the same is found."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.detection.generate import messages
from benchmarks.mailset import mails
from recognizers import glance_plain as plain
from recognizers import known_plain
from recognizers.digits import shape
from tests.packaging.odd_texts import OLDEST, TODAY

ROOT = Path(__file__).parents[2]


SPACE = re.compile(" ")
REFUSED = {
    "places": [("a",), ("a", b"a"), ("a", "é"), ("é", "a"), ("", "a"), ("a", "a", "a")],
    "standing": [(("a",),), (["a"], "a"), (("é",), "a"), ((1,), "a"), (("a",), None), ((b"a",), "a"), (("a",), b"a")],
    "words_at": [("a", "a"), (frozenset("a"), "é"), (frozenset(("",)), "a"), (frozenset((1,)), "a"), (frozenset("a"),)],
    "rows_at": [
        ((), "é"), ((("a", ()), 1), "a"), ((("", ()),), "a"), ((("a", ((0, "a"),)),), "a"), ((("a", ((-1, "a", 0),)),), "a"),
        ((("a", (("0", "a", 0),)),), "a"), ((("a", ((0, "é", 0),)),), "a"), ((("a", ((2**80, "a", 0),)),), "a"), ([], "a"),
    ],
    "year_and_month": [("a",), ("é", b"x"), ("a", b"xx"), ("a", "x")],
    "spoken": [
        (frozenset(), frozenset(), {}, "ja", "a", b"x"), (frozenset(), frozenset(), {}, "jan", "a", b""),
        (frozenset(("six",)), frozenset(), {"six": "1"}, "jan", "six", b"xxx"),
        (frozenset(), frozenset(), [], "jan", "a", b"x"),
        (frozenset(), frozenset(), {}, "jan", "é", b"x"), (frozenset(), frozenset(), {}, "jan", "a"),
        (frozenset(("six",)), frozenset(), {"six": 2**80}, "jan", "six", b"xxx"),
    ],
    "best_reading": [
        ("trem", "0412192", OLDEST, TODAY), ("trema", "04121925", OLDEST, TODAY), ("tré", "04121925", OLDEST, TODAY),
        ("trem", b"04121925", OLDEST, TODAY), ("trem", "04121925", 1, TODAY), ("trem", "04121925", OLDEST),
    ],
    "dates_near": [
        ("é", frozenset(), OLDEST, TODAY), ("a", [TODAY], OLDEST, TODAY), ("a", frozenset((1,)), OLDEST, TODAY),
        ("a", frozenset(), 1, TODAY), ("a", frozenset(), OLDEST),
    ],
    "glued": [("é", 0, 1), ("a", "0", 1), ("a", 0, None), ("a", 2**80, 1), ("a", 0)],
    "lettered": [("é", 0, 1, 0), ("a", "0", 1, 0), ("a", 0, None, 0), ("a", 0, 1, 2**80), ("a", 0, 1)],
    "nine": [("é", 0, 1), ("a", "0", 1), ("a", 0, None), ("a", 2**80, 1), ("a", 0)],
    "written_dates": [("é", TODAY, TODAY), (b"a", TODAY, TODAY), ("a", 1, TODAY), ("a", TODAY, None), ("a", TODAY)],
    "views": [
        ("é", bytes(256), bytes(256)), ("a", bytes(255), bytes(256)), ("a", bytes(256), bytes(257)), ("a", "", bytes(256)),
        ("a", b"\x80" * 256, bytes(256)), ("a", bytes(256), None), ("a", bytes(256)),
    ],
    "latin": [
        (b"a", bytes(256), {}), ("a", bytes(255), {}), ("a", b"\x80" * 256, {}), ("a", None, {}), ("a", bytes(256)),
        ("a", bytes(256), None), ("\u2019", bytes(256), {0x2019: 128}), ("\u2019", bytes(256), {0x2019: "a"}),
    ],
    "line_feeds": [("é",), (b"a",)],
    "mixed_figures": [("a",), (None,)],
    "words_leading": [("a", "a"), (frozenset("a"), "é"), (frozenset(("",)), "a"), (frozenset((1,)), "a"), (frozenset("a"),)],
    "words_marked": [
        (frozenset("a"), "a", b"x", ",", -1), (frozenset("a"), "a", b"x", ",", 1001), (frozenset("a"), "a", b"x", ",", 2**80),
        (frozenset("a"), "a", b"x", "é", 1), (frozenset("a"), "a", b"", ",", 1), (frozenset("a"), "a", "x", ",", 1),
        ("a", "a", b"x", ",", 1), (frozenset("a"), "é", b"x", ",", 1), (frozenset("a"), "a", b"x", ","),
        (frozenset("a"), "a", b"x", ",", "1"),
    ],
    "brackets": [("a",), ("é", b"x"), ("a", b""), ("a", "x")],
    "answered": [
        (len, 1, b"0", [(0, 2)], 0, 0), (len, 1, b"0", [(-1, 1)], 0, 0), (len, 1, b"0", [(1, 0)], 0, 0),
        (len, 1, b"0", [(0,)], 0, 0),
        (len, 1, b"0", [("0", 1)], 0, 0), (len, 1, b"0", [(0, 2**80)], 0, 0), (len, 1, b"0", [7], 0, 0),
        (len, 1, b"0", (), 0, 0),
        (len, 1, "0", [], 0, 0), (len, 1, b"0", [], -1, 0), (len, 1, b"0", [], 0, 1001), (len, 1, b"0", [], "0", 0),
        (len, 1, b"0", []),
        (7, 1, b"0", [(0, 1)], 0, 0),
    ],
    "chosen": [
        ((), 1, 0), ([7], 1, 0), ([(0, 1)], 1, 0), ([(0, 1, "1")], 1, 0), ([(0, 1, 2**80)], 1, 0), ([], -1, 0), ([], 2**80, 0),
        ([], 1, 63), ([], 1, -1), ([], 1, "0"), ([],),
    ],
    "datable": [
        ("a", (), 1, 0), ("é", [], 1, 0), ("a", [], -1, 0), ("a", [], 1001, 0), ("a", [], "1", 0), ("a", [], 1, "0"),
        ("a", [], 1),
        ("a", [(0, 2, 1)], 1, 0), ("a", [(0, 1)], 1, 0), ("a", [(0, 1, "1")], 1, 0), ("a", [7], 1, 0),
    ],
    "words_of": [("a", 1), (None, 1), (("a", frozenset("a")), 1), ("a",)],
    "heads_alike": [
        ("é", 40, 3), ("a", -1, 3), ("a", 1001, 3), ("a", 40, 0), ("a", 40, 5), ("a", "4", 3), ("a", 40, None), ("a", 40),
    ],
    "known": [("é", b"x"), ("a", "x"), ("a", b""), ("a",), (None, b"x")],
    "learn": [("é", 0), (7, 0), ("a", -1), ("a", 2**128), ("a", "0"), ("a",)],
    "learn_part": [("é", 1), (7, 1), ("", 1), ("birth", -1), ("birth", 2**128), ("birth", "0"), ("birth",)],
    "learn_acronym": [("é", "n", "n.a"), ("n a", "é", "n.a"), ("n a", "n", "é"), ("", "n", "n.a"), ("n a", "n", 7), ("n a", "n")],
    "learn_figures": [
        ([], "jan"), ({}, "ja"), ({}, "é"), ({}, "jan" * 86), ({"é": 1}, "jan"), ({"six": "1"}, "jan"), ({"six": 2**80}, "jan"),
        ({},), ({"six": 5}, "jan"),
    ],
    "demand": [
        (-1, 0, 0, 0), (126, 0, 0, 0), (0, 8, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1001), ("0", 0, 0, 0),
        (0, None, 0, 0), (0, 0, 2**80, 0), (0, 0, 0, "0"), (0, 0, 0),
    ],
    "surroundings": [
        ("",), ("", {}), ("", {}, 1), ("", {}, None), ([], {}, False), (b"", {}, False), ("", [], False),
        ("é 1\n", {}, False), ("*a 1", {}, False), ("\n", {}, False), ("*a\n", {}, False), ("*a \n", {}, False),
        ("*a x\n", {}, False),
        ("*a 1\n<b 2\n<<c_d 3\n<3a 1\n", {"a": "~n"}, False),
        ("*a 1.0\n", {}, False), ("*a 1 \n", {}, False), ("*a --1\n", {}, False), ("*a 32768\n", {}, False),
        ("*a 99999999999999999999\n", {}, False), ("* 1\n", {}, False),
        ("a 1\n", {}, False), ("*abcdefg 1\n", {}, False), ("<abcdefg_a 1\n", {}, False), ("<a_ 1\n", {}, False),
        ("<3a 1\n", {}, False), ("<<0a 1\n", {}, False),
        ("< 1\n", {}, False), ("", {"é": "~n"}, False), ("", {"a": "é"}, False), ("", {"": "~n"}, False),
        ("", {"a" * 17: "~n"}, False), ("", {7: "~n"}, False), ("", {"a": 7}, False),
    ],
    "sieved": [
        (SPACE, bytes(644), None, None, None), (SPACE, None, "a", None, None), (SPACE, None, None, bytes(646), None),
        (SPACE, 7, None, None, None), (SPACE, None, bytes(128), None, None), (SPACE, None, None, None),
    ],
    "odds_around": [(7, 0, "a", 0, 1), (None, 0, "a", 0, 1), ("a", 0, "a", 0, 1), (None, 0, "a", 0)],
    "lone_years": [("a",), ("é", []), ("a", 7), ("1985", [7]), ("1985", [(0,)]), ("1985", [("a", 4)]), ("1985", [(0, 2**80)])],
    "lines_of_dates": [("a",), ("é", b"x"), ("a", b""), ("a", "x"), (7, b"x")],
    "years": [("a", b"x", 1), ("é", b"x", 1, 2), ("a", b"", 1, 2), ("a", "x", 1, 2), ("a", b"x", "1", 2), ("a", b"x", 1, 2**80)],
    **{name: [("é",), (None,), (7,)] for name in ("letters_of", "clusters", "straighten", "breaks", "named")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, arguments) for name, all_of in REFUSED.items() for arguments in all_of]
)
def test_what_cannot_be_read_is_refused(native: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(native, name)(*arguments)


def taken(native: Any) -> dict[str, list[tuple[Any, ...]]]:
    """For each function, arguments of which it has something to say; those of a learner are what it knows already."""
    text = "six cartes, une carte en mars, 0112 3 " * 9 + "o4/l2/1985"
    kinds, words, clusters = shape(text), frozenset(("six", "une")), plain.clusters(shape(text))
    spots = [(*cluster, 10**6 + 1) for cluster in clusters]
    straight = native.straighten(text)
    number, birth = "trem04121925", date(1985, 12, 4)
    gate, (stands, before, after, _) = next(iter(known_plain._DEMANDS.items()))
    letters, spelled = next(iter(known_plain.ACRONYMS.items()))
    said = "luc est ne le 1961-05-04 a laval. "
    lines = "".join(
        f"*n{one} 30\n<l{one} 150\n<<n{one}_le 70\n>0{one} 20\n" for one in "abcdefghijklmnopqrstuvwxyz"
    )
    lines += "*ne 30\n"
    weights = native.surroundings(lines, {"luc": "~n"}, False)

    def judge(_around: bytes, looks: int) -> int:
        return looks

    return {
        "places": [("carte", text)],
        "standing": [(("carte", "mars"), text), ((b"carte", b"mars"), text.encode())],
        "words_at": [(frozenset(("carte",)), text)],
        "rows_at": [((("carte", ((0, "carte", object()),)),), text)],
        "year_and_month": [("850412 0412", shape("850412 0412"))],
        "spoken": [(words, words, {"six": 1, "une": 0}, "marjan", text, kinds)],
        "best_reading": [(number[:4], number[4:], OLDEST, TODAY)],
        "dates_near": [(straight, frozenset((birth,)), OLDEST, TODAY)],
        "glued": [("namtrem04121925", 0, 15)],
        "lettered": [(number, 0, len(number), 0)],
        "nine": [("130 692 544", 0, 11)],
        "written_dates": [(straight, OLDEST, TODAY)],
        "views": [(text, bytes(range(128)) * 2, bytes(range(256)))],
        "latin": [
            ("é" * 9, bytes(256), {}),
            ("d\u2019é", bytes(256), {0x2019: 39}),
            ("d\u2019\u2018", bytes(256), {0x2019: 39}),
        ],
        "line_feeds": [("a\r\n" * 9,), ("a",)],
        "mixed_figures": [(b"0000a0000",)],
        "words_leading": [(frozenset(("mars", "en")), text)],
        "words_marked": [(frozenset(("mars",)), text, kinds, ",", 16)],
        "brackets": [("1 (418), Luc Roy (1985)", shape("1 (418), luc roy (1985)"))],
        "answered": [(judge, 10**6, kinds, clusters, 9, 2), (judge, 10**6, kinds, clusters, 0, 0)],
        "chosen": [(spots, 1, 0)],
        "datable": [("850412 " * 9, [(at, at + 6, 10**6) for at in range(0, 63, 7)], 18, 0)],
        "words_of": [(native.known(text, kinds)[2], known_plain.LEARNED["carte"])],
        "heads_alike": [("> luc: a\nann: b\nluc: c", 40, 3), ("luc: a\nann: b", 40, 3)],
        "known": [(text, kinds)],
        "learn": [("carte", known_plain.LEARNED["carte"])],
        "learn_part": [next(iter(known_plain._PARTS.items()))],
        "learn_acronym": [(letters, *spelled)],
        "learn_figures": [(known_plain._FIGURES, known_plain._STEMS[-1])],
        "demand": [(gate.bit_length() - 1, stands, before, after)],
        "surroundings": [(lines, {"luc": "~n"}, False), (lines, {}, True)],
        "sieved": [(SPACE, bytes(650), bytes(130), bytes(650), SPACE), (SPACE, None, None, None, None)],
        "odds_around": [(weights, 0, said, 14, 24)],
        "lone_years": [(said, [])],
        "lines_of_dates": [(said, shape(said))],
        "years": [(said, shape(said), 1900, 2024)],
        "letters_of": [(text,)],
        "clusters": [(kinds,)],
        "straighten": [(text,)],
        "breaks": [("130 692 544",)],
        "named": [("Luc Roy, 1985",)],
    }


def test_every_function_is_held_to_this(native: Any) -> None:
    functions = {name for name in dir(native) if not name.startswith("_")}
    assert functions == REFUSED.keys() == taken(native).keys()


def within(given: Any) -> Iterator[Any]:
    """What is given, and what that holds."""
    yield given
    if isinstance(given, dict):
        given = (*given, *given.values())
    if isinstance(given, tuple | list | frozenset):
        for one in given:
            yield from within(one)


#: These answer nothing.
LEARNERS = frozenset(("learn", "learn_part", "learn_acronym", "learn_figures", "demand"))
#: Of each function, so many rounds of its calls.
ROUNDS = 200


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_left_behind(native: Any, name: str) -> None:
    """No reference is lost or kept: the counts of what is given stay, taken or refused, and what is returned goes."""
    function, calls = getattr(native, name), taken(native)[name]
    assert name in LEARNERS or any(function(*arguments) for arguments in calls)

    def ask() -> None:
        for arguments in calls:
            function(*arguments)
        for arguments in REFUSED[name]:
            with suppress(TypeError, ValueError, OverflowError):
                function(*arguments)

    keeps_and_loses_nothing(ask, [calls, REFUSED[name]])


def keeps_and_loses_nothing(ask: Callable[[], None], given: list[Any]) -> None:
    shared = (int, type(None))  # Python itself holds the small ones, everywhere
    watched = [one for one in within(given) if not isinstance(one, shared) or one == 10**6]
    ask()
    gc.collect()
    before = [*map(sys.getrefcount, watched)]

    def grown() -> int:
        blocks = sys.getallocatedblocks()
        for _ in range(ROUNDS):
            ask()
        return sys.getallocatedblocks() - blocks

    assert any(grown() < ROUNDS // 2 for _ in range(3))  # Python makes room for itself, but not each time
    assert [*map(sys.getrefcount, watched)] == before


class Engine:
    """One that finds what is no match, and then nothing at all."""

    def match(self, text: str, *_: int) -> Engine:
        if text == "refused":
            raise ValueError(text)
        return self

    def span(self) -> tuple[Any, int]:
        return str(self), 1

    def findall(self, *_: object) -> None:
        raise ValueError

    search = finditer = sub = findall


@pytest.mark.parametrize("question", ["search", "match", "fullmatch", "finditer", "findall", "sub"])
@pytest.mark.parametrize(
    ("engine", "backward"),
    [
        (SPACE, None),
        (re.compile(" ?"), SPACE),
        (re.compile("x|$"), re.compile("")),
        (Engine(), None),
        (SPACE, Engine()),
    ],
)
@pytest.mark.parametrize("passing", [b"\0", b"\1"])
def test_nothing_is_left_behind_by_what_is_asked_behind_a_sieve(
    native: Any, question: str, engine: Any, backward: Any, passing: bytes
) -> None:
    sieve, needed = passing * 650, b"\1" * 130
    texts = [("a b c ",), ("a b c " * 60, 300, 350), ("",), ("é ",)]
    refused = [(), (b"a",), ("a", "0"), ("a", 0, 10**30), ("a", 10**30)]
    calls: list[tuple[Any, ...]] = [*texts, *refused, ("defuser",), ("refused",)]
    if question == "sub":
        calls = [(instead, *one) for one in calls for instead in ("x", r"\9", len, None)]
    behind = (engine, sieve, needed, sieve, backward)

    def ask() -> None:
        asked = getattr(native.sieved(*behind), question)
        for arguments in calls:
            with suppress(TypeError, ValueError, OverflowError, AttributeError, re.error):
                answer = asked(*arguments)
                if question == "finditer":
                    next(answer, None)  # the next is asked of what is let go
                    for _ in zip(range(9), asked(*arguments), strict=False):
                        pass

    keeps_and_loses_nothing(ask, [*behind, calls])


FINDINGS = """
import importlib.util, json, sys
from datetime import date
library, name = sys.argv[1], "recognizers.glance_native"
if library:
    spec = importlib.util.spec_from_file_location(name, library)
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
else:
    sys.modules[name] = None  # so that importing it fails
from recognizers import Detector, glance, known_plain
assert (glance.known is known_plain.known) == (not library)
detect = Detector(today=date(2026, 11, 23)).detect
print(json.dumps([[(one.entity_type, one.start, one.end, one.score) for one in detect(text)] for text in json.load(sys.stdin)]))
"""


def findings(library: str, written: list[str]) -> list[Any]:
    """What the recognizers find with the part in C that is in `library`, or with none."""
    ran = subprocess.run(
        [sys.executable, "-c", FINDINGS, library],
        input=json.dumps(written),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    found: list[Any] = json.loads(ran.stdout)
    return found


def test_without_it_the_recognizers_find_the_same(native: Any) -> None:
    written = [str(one["text"]) for one in messages("test", 300, 12)] + list(mails(60, 12))
    found = findings(native.__file__, written)
    assert sum(map(len, found)) > 300
    assert findings("", written) == found
