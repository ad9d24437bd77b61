"""The part in C refuses what it cannot read, and keeps and loses no reference; without it the same is found."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.detection.generate import messages
from benchmarks.mailset import mails
from recognizers import Detector, known_plain
from recognizers import glance_plain as plain
from recognizers.digits import shape
from tests.packaging.odd_texts import OLDEST, TODAY

ROOT = Path(__file__).parents[2]


REFUSED = {
    "places": [("a",), ("a", b"a"), ("a", "é"), ("é", "a"), ("", "a"), ("a", "a", "a")],
    "standing": [(("a",),), (["a"], "a"), (("é",), "a"), ((1,), "a"), (("a",), None)],
    "words_at": [("a", "a"), (frozenset("a"), "é"), (frozenset(("",)), "a"), (frozenset((1,)), "a"), (frozenset("a"),)],
    "rows_at": [
        ((), "é"), ((("a", ()), 1), "a"), ((("", ()),), "a"), ((("a", ((0, "a"),)),), "a"), ((("a", ((-1, "a", 0),)),), "a"),
        ((("a", (("0", "a", 0),)),), "a"), ((("a", ((0, "é", 0),)),), "a"), ((("a", ((2**80, "a", 0),)),), "a"), ([], "a"),
    ],
    "year_and_month": [("a",), ("é", b"x"), ("a", b"xx"), ("a", "x")],
    "spoken": [
        (frozenset(), frozenset(), {}, "ja", "a", b"x"), (frozenset(), frozenset(), {}, "jan", "a", b""),
        (frozenset(("six",)), frozenset(), {"six": "1"}, "jan", "six", b"xxx"), (frozenset(), frozenset(), [], "jan", "a", b"x"),
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
    "latin": [(b"a", bytes(256)), ("a", bytes(255)), ("a", b"\x80" * 256), ("a", None), ("a",)],
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
        (len, 1, b"0", [("0", 1)], 0, 0), (len, 1, b"0", [(0, 2**80)], 0, 0), (len, 1, b"0", [7], 0, 0), (len, 1, b"0", (), 0, 0),
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
    "known": [("é", b"x"), ("a", "x"), ("a", b""), ("a",), (None, b"x")],
    "learn": [("é", 0), (7, 0), ("a", -1), ("a", 2**64), ("a", "0"), ("a",)],
    "learn_figures": [
        ([], "jan"), ({}, "ja"), ({}, "é"), ({}, "jan" * 86), ({"é": 1}, "jan"), ({"six": "1"}, "jan"), ({"six": 2**80}, "jan"),
        ({},), ({"six": 5}, "jan"),
    ],
    "demand": [
        (-1, 0, 0, 0), (63, 0, 0, 0), (0, 8, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1001), ("0", 0, 0, 0),
        (0, None, 0, 0), (0, 0, 2**80, 0), (0, 0, 0, "0"), (0, 0, 0),
    ],
    **{name: [("é",), (None,), (7,)] for name in ("letters_of", "clusters", "straighten", "breaks", "named")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, arguments) for name, all_of in REFUSED.items() for arguments in all_of]
)
def test_what_cannot_be_read_is_refused(native: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(native, name)(*arguments)


def test_nothing_is_left_behind(native: Any) -> None:
    """No reference is lost or kept: the counts of what is given stay, and what is returned goes."""
    text, word, row = "six cartes, une carte en mars, 0112 3 " * 40 + "o4/l2/1985", "carte", object()
    kinds, words = shape(text), frozenset(("six", "une"))
    known_plain.learn(word, 0)
    native.learn(word, 0)
    numbers, clusters = [10**6], plain.clusters(kinds)
    spots = [(*cluster, 10**6 + 1) for cluster in clusters]

    def judge(_around: bytes, looks: int) -> int:
        return looks

    number = "trem04121925"
    kept = (
        text,
        word,
        row,
        kinds,
        words,
        number,
        judge,
        numbers[0],
        clusters,
        *clusters[:1],
        spots,
        *spots[:1],
    )
    assert clusters
    before = [*map(sys.getrefcount, kept)]
    for _ in range(500):
        (
            native.known(text, kinds),
            native.places(word, text),
            native.standing((word,), text),
            native.clusters(kinds),
        )
        native.words_at(frozenset((word,)), text), native.rows_at(((word, ((0, word, row),)),), text)
        (
            native.spoken(words, words, {"six": 1, "une": 0}, "marjan", text, kinds),
            native.year_and_month(text, kinds),
            native.words_marked(words, text, kinds, ",", 16),
            native.brackets(text, kinds),
        )
        (
            native.answered(judge, numbers[0], kinds, clusters, 9, 2),
            native.chosen(spots, 1, 0),
            native.datable(text, spots, 18, 0),
            native.answered(judge, 0, kinds, clusters, 0, 0),
        )
        native.written_dates(native.straighten(text), OLDEST, TODAY), native.lettered(number, 0, 20, 0)
        (
            native.nine(number, 0, 20),
            native.breaks(number),
            native.glued(number, 0, 20),
            native.dates_near(text, frozenset((OLDEST,)), OLDEST, TODAY),
            native.best_reading(word[:4], number[4:], OLDEST, TODAY),
        )
        (
            native.views(text, bytes(256), bytes(256)),
            native.latin("é", bytes(256)),
            native.latin("’", bytes(256)),
        )
        native.words_leading(words, text), native.mixed_figures(kinds), native.named("Luc Roy, 1985")
    assert [*map(sys.getrefcount, kept)] == before


PLAIN = """
import sys
sys.modules["recognizers.glance_native"] = None
import json
from datetime import date
from recognizers import Detector, glance, known_plain
assert glance.known is known_plain.known
detect = Detector(today=date(2026, 11, 23)).detect
print(json.dumps([[(one.entity_type, one.start, one.end, one.score) for one in detect(text)] for text in json.load(sys.stdin)]))
"""


def test_without_it_the_recognizers_find_the_same() -> None:
    written = [str(one["text"]) for one in messages("test", 300, 12)] + list(mails(60, 12))
    ran = subprocess.run(
        [sys.executable, "-c", PLAIN],
        input=json.dumps(written),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    detect = Detector(today=date(2026, 11, 23)).detect
    here = [[[one.entity_type, one.start, one.end, one.score] for one in detect(text)] for text in written]
    assert sum(map(len, here)) > 300
    assert json.loads(ran.stdout) == here
