"""What octets are looked over for is the same in C as in Python, on anything; and the part in C refuses what it cannot read."""

from __future__ import annotations

import random
import sys
from typing import Any

import pytest

from gateway.octets import plain

EVERY = plain.NULLS | plain.LONE_CR | plain.LONE_LF | plain.UNSHOWN


def lines(rng: random.Random) -> bytes:
    """Lines, whole or not, with some controls among them or none; as many octets as are looked at in one go, or nearly."""
    size = rng.choice((0, 1, 5, 31, 32, 33, 63, 64, 65, 100))
    some = bytes(octet for octet in b"\r\0\x01\x0b\x1f\x7f\x80\xff" if rng.random() < 0.2)
    made = bytes(rng.choices(b"aaaaaaaaaaaab.\t\f\n" + some, k=size))
    return made if rng.random() < 0.3 else made.replace(b"\n", b"\r\n")


def test_octets_hold_the_same_controls(octets_native: Any) -> None:
    rng = random.Random(9)
    seen = dict.fromkeys(range(EVERY + 1), 0)
    for _ in range(20_000):
        some = lines(rng)
        found = octets_native.controls(some, EVERY)
        assert found == plain.controls(some, EVERY), repr(some)
        seen[found] += 1
        for asked in (plain.NULLS | plain.LONE_CR, plain.LONE_LF, plain.UNSHOWN):
            assert octets_native.controls(some, asked) == plain.controls(some, asked) == found & asked, repr(
                some
            )
    # No null is shown: what has one has something that is not.
    assert all(seen[kind] > 50 for kind in seen if not kind & plain.NULLS or kind & plain.UNSHOWN)


def test_octets_hold_as_many_figures(octets_native: Any) -> None:
    rng = random.Random(3)
    for _ in range(5_000):
        some = bytes(
            rng.choices(b"0189/:a\x00\xb0\xff", k=rng.choice((0, 1, 31, 32, 33, 127, 128, 129, 1000)))
        )
        assert octets_native.figures(some) == plain.figures(some) == sum(map(some.count, range(48, 58)))
    assert octets_native.figures(b"7" * 300_000) == plain.figures(b"7" * 300_000) == 300_000


def test_stems_stand_first_in_the_same_places(octets_native: Any) -> None:
    rng = random.Random(5)
    stands = 0
    for _ in range(20_000):
        some = lines(rng)
        start, end = rng.randint(0, len(some) + 2), rng.randint(0, len(some) + 2)
        for stem in (b".", b"\r\n.", b"\r\n.\r\n", b"a", b"aab", b"\xff"):
            here = octets_native.first_place(stem, some, start, end)
            assert here == plain.first_place(stem, some, start, end) == some.find(stem, start, end), repr(
                (stem, some)
            )
            stands += here >= 0
    assert stands > 10_000


@pytest.mark.parametrize("size", [65_535, 65_536, 262_144, 300_000])
def test_of_much_it_is_the_same(octets_native: Any, size: int) -> None:
    for end in (b"", b"\r", b"\n", b"\0", b"\r\n", b"."):
        some = (b"x" * 30 + b"\r\n") * (size // 32) + end
        assert octets_native.controls(some, EVERY) == plain.controls(some, EVERY)
        for stem in (b"\n.", b"\r\nx"):
            asked = stem, some, size // 2, len(some)
            assert (
                octets_native.first_place(*asked)
                == plain.first_place(*asked)
                == some.find(*(stem, *asked[2:]))
            )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        *(
            ("controls", given)
            for given in [("a", 1), (b"a",), (b"a", "1"), (b"a", 2**80), (bytearray(b"a"), 1)]
        ),
        *(("figures", given) for given in [("1",), (bytearray(b"1"),), ()]),
        *(
            ("first_place", given)
            for given in [(b"", b"a", 0, 1), ("a", b"a", 0, 1), (b"a", "a", 0, 1), (b"a", b"a", 0)]
        ),
        *(
            ("first_place", given)
            for given in [(b"a", b"a", -1, 1), (b"a", b"a", 0, -1), (b"a", b"a", 0, 2**80)]
        ),
    ],
)
def test_what_cannot_be_read_is_refused(octets_native: Any, name: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        getattr(octets_native, name)(*arguments)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ((b"", b"a", 0, 1), TypeError),
        (("a", b"a", 0, 1), TypeError),
        ((b"a", "a", 0, 1), TypeError),
        ((b"a", bytearray(b"a"), 0, 1), TypeError),
        ((b"a", b"a", -1, 1), ValueError),
        ((b"a", b"a", 0, -1), ValueError),
    ],
)
def test_a_stem_is_refused_alike(octets_native: Any, asked: tuple[Any, ...], error: type[Exception]) -> None:
    for module in (octets_native, plain):
        with pytest.raises(error):
            module.first_place(*asked)


def test_no_reference_is_kept_or_lost(octets_native: Any) -> None:
    little, much, stem = b"a\0\r" * 99, bytes(70_000), b"b"
    before = [*map(sys.getrefcount, (little, much, stem))]
    for _ in range(1000):
        octets_native.controls(little, EVERY)
        octets_native.controls(much, EVERY)
        octets_native.figures(little)
        octets_native.first_place(stem, little, 0, len(little))
        octets_native.first_place(stem, much, 0, len(much))
    assert [*map(sys.getrefcount, (little, much, stem))] == before
