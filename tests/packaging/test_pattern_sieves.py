"""A pattern behind its sieve answers what the pattern by itself answers, whatever it is asked of whatever text."""

from __future__ import annotations

import random
import re
import re._parser as parser
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recognizers import pattern_sieves, patterns
from recognizers.fold import fold
from tests.liked import written

PATTERNS = (
    "ab|ac|b|ad",
    "(?<![a-z])(?:ne|nee|naquit)(?![a-z])",
    "(?<=[a-z]b)a|(?<=ab)b|(?<!ab)c",
    r"\Aa|\nb|(?:^|\n)c",
    r"^(?:a|b c)",
    r"(?=[ab])[bc](?=ca|b)[abc]b",
    r"(?:a(?=b)|b)(?:b|c)a",
    "(?:a|)(?:b|)(?:c|)b",
    "(?:a?b?){3}c",
    "a{2,3}b|(?:ab){5}",
    "(?>a|ab)c|[^a]{3}b|b*+c",
    r"(a|b)\1c",
    "(?i:A)b|(?i:B)c",
    r"\w\s\S|\d.\D",
    r"[^\s\w]a|[^a]\Z",
    "(?:a|b)c$",
    r"\n?a\Z|b ?$",
    "(?<![a-c])a ?$",
    r"a+(?:b|\n)*$",
    "abcab|bcabc",
    "(?:a|b)(?:a|b)(?:a|b)(?:a|b)(?:a|b)c",
    "",
    "a|",
    "(?!a)b|c(?!b)a",
    ".{2,9}1|[ab]+[.]",
    "(?s:.*)(?:A|1)c?",
    r"[abc ]*\n(?=a*1)",
    "[b\xe9]a|[^\xe9]c[^c]a",
    "(?<!\xe9)b|(?<=\xe9)c|(?<![^\xe9b])a",
    r"[A-\xff]b|\s1|\Wc|\ww",
)
QUESTIONS: tuple[Callable[[Any, str, int, int], object], ...] = (
    lambda one, text, start, end: spans(one.search(text, start, end)),
    lambda one, text, start, end: spans(one.match(text, start, end)),
    lambda one, text, start, end: spans(one.fullmatch(text, start, end)),
    lambda one, text, start, end: [*map(spans, one.finditer(text, start, end))],
    lambda one, text, start, end: one.findall(text, start, end),
    lambda one, text, start, end: one.sub("x", text[start:end]),
)


def spans(found: re.Match[str] | None) -> object:
    return found and (found.regs, found.lastindex, found.lastgroup, found.string)


def behind(native: Any, words: str, flags: int = 0) -> Any:
    """The pattern behind what sieves it has."""
    *_, sieves = patterns._made(words, flags)
    return native.sieved(re.compile(words, flags), *sieves, None)


def same(ours: Any, fresh: re.Pattern[str], text: str, start: int, end: int) -> None:
    for ask in QUESTIONS:
        assert ask(ours, text, start, end) == ask(fresh, text, start, end), (fresh.pattern, text, start, end)


@pytest.mark.parametrize("words", PATTERNS)
def test_it_finds_the_same(native: Any, words: str) -> None:
    rng = random.Random(words)
    ours, fresh = behind(native, words), re.compile(words)
    for _ in range(400):
        some = rng.choice(("abcabab   \n1.A", "abcabab   \n1.A\xe9\xa0"))
        text = "".join(rng.choices(some, k=rng.randint(*rng.choice(((0, 14), (30, 120))))))
        same(ours, fresh, text, rng.randint(-2, 15), rng.choice((rng.randint(-2, 15), 99, sys.maxsize)))
        assert spans(ours.search(text)) == spans(fresh.search(text))
        assert ours.sub("x", text, 1) == fresh.sub("x", text, 1)


def test_all_patterns_of_the_package_find_the_same(native: Any, tmp_path: Path) -> None:
    patterns.write_table(tmp_path)
    told = Path(__file__).parents[2] / "benchmarks/detection/told"
    written = [line for path in sorted(told.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    lines = [fold(line.replace("\\n", "\n")).text for line in written[::12000]]
    lines = [*lines, *(line.lower() for line in lines), "\u20ac\xe9 31 mai 1985", ""]
    sieves = needs = 0
    for (words, flags), made in patterns.read_table(tmp_path).items():
        if flags == patterns._BACKWARD:
            continue
        *_, (sieve, needed, ending) = made
        sieves += sieve is not None
        needs += needed is not None
        fresh = re.compile(words, flags)
        ours = native.sieved(fresh, sieve, needed, ending, None)
        for line in lines:
            same(ours, fresh, line, 0, len(line))
            for end in range(0, len(line), 43):
                same(ours, fresh, line, end // 2, end)
    assert sieves > 2000
    assert needs > 500


def test_all_the_table_finds_the_same_in_what_its_patterns_like(
    native: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_sieved", native.sieved)
    patterns.write_table(tmp_path)
    table = patterns.read_table(tmp_path)
    endings = found = 0
    for (words, flags), made in table.items():
        if flags == patterns._BACKWARD:
            continue
        rng = random.Random(words.encode("utf-8", "surrogatepass"))
        fresh, tree = re.compile(words, flags), parser.parse(words, flags)
        ours = [patterns._from_table(words, *made)]
        if flags == 0 and (turned := table.get((words, patterns._BACKWARD))):
            endings += 1
            ours.append(patterns._from_table(words, *made, patterns._from_table(words, *turned)))
        for before, after in (("", ""), (" a, ", ""), ("\n", rng.choice(("\n", "1", " a")))):
            liked = written(tree, rng)[:60]
            text = before + liked + after
            found += fresh.search(text) is not None
            end = len(before + liked)
            for start, stop in (
                (0, sys.maxsize),
                (len(before), end),
                (rng.randint(-2, end), rng.randint(-2, end)),
            ):
                for one in ours:
                    same(one, fresh, text, start, stop)
    assert endings > 20
    assert found > len(table)


def test_what_ends_with_the_text_is_read_from_there(native: Any) -> None:
    words = r"(?<![a-z])(?:nee?|born)(?: (?:le|on))? ?$"
    backward = patterns._from_table(words, *patterns._made(words, patterns._BACKWARD))
    *_, (*_, ending) = patterns._made(words, 0)
    assert ending is not None
    ours, fresh = native.sieved(re.compile(words), None, None, ending, backward), re.compile(words)
    for text in ("nee le ", "ainee le ", "born on\n", "born on the", "", "ne"):
        for start in range(len(text)):
            assert spans(ours.search(text, start)) == spans(fresh.search(text, start))


def test_it_is_asked_as_a_pattern_is(native: Any) -> None:
    fresh = re.compile("(?P<day>[0-9])h")
    ours = behind(native, fresh.pattern)
    assert (ours.pattern, ours.flags, ours.groups) == (fresh.pattern, fresh.flags, fresh.groups)
    assert ours.groupindex == fresh.groupindex
    assert ours.split("a1hb") == ["a", "1", "b"]
    assert ours.search(string="a1h", pos=1)["day"] == "1"
    assert ours.sub(repl="x", string="1h") == "x"
    for wrong in ((), (b"1h",), ("1h", "0"), ("1h", 0, None), ("1h", 0, 1, 2), (None,)):
        for ask in (ours.search, ours.match, ours.finditer):
            with pytest.raises(TypeError):
                ask(*wrong)
    for far in (10**30, -(10**30)):
        for given in ((far,), (0, far)):
            for one in (ours, fresh):
                with pytest.raises(OverflowError):
                    one.search("zzz", *given)
    for wrong in (("x", b"1h"), (None, "zzz"), (7, "zzz")):
        with pytest.raises(TypeError):
            ours.sub(*wrong)
    with pytest.raises(re.error, match="invalid group reference"):
        ours.sub(r"\9", "zzz")
    assert ours.sub(str, "zzz") == "zzz"
    assert ours.sub(lambda found: f"{found['day']}:00", "a 1h") == "a 1:00"
    assert ours.sub(r"\g<day>:00", "a 1h") == "a 1:00"


@pytest.mark.parametrize("words", ["[a-z]", ".*a", "(?i)abc", "(?m:^)?a", "(?m)^abc"])
def test_what_would_keep_back_little_has_no_sieve(words: str) -> None:
    sieve, *_ = patterns._made(words, 0)[-1]
    assert sieve is None


def test_the_more_ways_there_are_the_less_is_looked_at() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    some = "|".join(f"{first}{second}xyz" for first in letters for second in letters)
    sieve, *_ = patterns._made(some, 0)[-1]
    assert sieve is not None
    columns = [sieve[at : at + 130] for at in range(0, len(sieve), pattern_sieves.OTHER + 1)]
    assert len(columns) == 1 + pattern_sieves.DEPTH
    assert set(columns[-1]) == {columns[-1][0]}
