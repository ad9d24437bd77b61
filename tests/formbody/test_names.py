"""Names of fields are the sender's to choose: many alike and very long ones cost neither time nor memory."""

import json
import tracemalloc

import pytest

from gateway.formbody import form
from gateway.formbody.spelling import MalformedBody

URLENCODED = "application/x-www-form-urlencoded"


def test_a_name_that_comes_again_gets_a_number():
    read = form.index(b"a=1&a=2&a~3=3&a=4&a=5&a~3=6", URLENCODED)
    assert [(segment.path, segment.label, segment.text) for segment in read.segments] == [
        ("field/a", "a", "1"),
        ("field/a~2", "a", "2"),
        ("field/a~3", "a~3", "3"),
        ("field/a~4", "a", "4"),
        ("field/a~5", "a", "5"),
        ("field/a~3~2", "a~3", "6"),
    ]


def nested(key: str) -> bytes:
    return json.dumps({key: {f"a{number}": "x" for number in range(900)}}).encode()


@pytest.mark.parametrize(
    ("media", "raw"),
    [
        ("application/json", nested("k" * 200_000)),
        ("application/json", json.dumps(["x"] * 900 + [{"k" * 200_000: ["x"] * 900}]).encode()),
        (URLENCODED, b"&".join([b"k" * 500 + b"=1"] * 1999)),
        (URLENCODED, b"&".join([b"a=1"] * 1999)),
    ],
)
def test_memory_does_not_grow_with_name_times_fields(media, raw):
    tracemalloc.start()
    read = form.index(raw, media)
    assert len(read.segments) > 900
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_value_under_a_long_name_is_cut_where_it_stands():
    raw = json.dumps({"k" * 1000: {"note": "NAS 046 454 286"}}).encode()
    read = form.index(raw, "application/json")
    found = next(segment for segment in read.segments if "046" in segment.text)
    assert read.rewrite([form.Edit(found.path, 4, 15, "[x]")], {}) == raw.replace(b"046 454 286", b"[x]")


def test_a_value_in_a_long_name_is_read():
    read = form.index(json.dumps({"k " * 1000 + "NAS 046 454 286": 1}).encode(), "application/json")
    assert any("046 454 286" in segment.text for segment in read.segments)


def test_so_many_fields_and_no_more():
    with pytest.raises(MalformedBody, match="too many"):
        form.index(b"&".join([b"a=1"] * 2001), URLENCODED)
