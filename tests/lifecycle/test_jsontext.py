"""What is written of every message is what the standard library writes."""

import json

import pytest

from gateway.jsontext import writer

VALUES = [
    {"seconds": 0.001, "findings": {}, "incomplete": [], "held": 0, "yes": True, "no": None},
    {
        "mailboxes": '["é@x.test"]',
        "quote": 'a"b\\c\x01\u2028😀',
        "n": -1.5e300,
        "deep": [{"a": [1, 2.0, "x"]}],
    },
    [],
    "é",
]


@pytest.mark.parametrize("ensure_ascii", [True, False])
@pytest.mark.parametrize("value", VALUES)
def test_it_is_the_standard_encoder_s_text(value, ensure_ascii):
    for separators in ((", ", ": "), (",", ":")):
        write = writer(ensure_ascii=ensure_ascii, separators=separators)
        assert write(value) == json.dumps(value, ensure_ascii=ensure_ascii, separators=separators)


def test_what_json_does_not_know_is_an_error_or_the_default_s_to_say():
    with pytest.raises(TypeError):
        writer(ensure_ascii=True, separators=(",", ":"))({"x": object})
    assert writer(ensure_ascii=True, separators=(",", ":"), default=repr)({"x": b"y"}) == '{"x":"b\'y\'"}'
