"""Escapes of another program within a field (JSON in a form field, GraphQL): read as what they mean, cut as they stand."""

import json
from urllib.parse import quote

import pytest

from gateway.formbody.form import index
from gateway.model import Edit

URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("\\u0031\\u{33}0", "130"),
        ("\\uff11\\uFF13\\uff10", "１３０"),
        ("\\u{ff11}3\\u{1d7d8}", "１3𝟘"),
        ("\\ud835\\udfd93\\uD835\\uDFD8", "𝟙3𝟘"),
        ("1\\ufeff3\\ufeff0", "1\ufeff3\ufeff0"),
        ("\\u0000\\ud835x\\udfd9\\u{110000}\\u{d800}", "\\u0000\\ud835x\\udfd9\\u{110000}\\u{d800}"),
    ],
)
def test_an_escape_within_a_field_reads_as_what_it_means(spelled, meant):
    body = f"text=avant+{quote(spelled)}+apres".encode()
    form = index(body, URLENCODED)
    (segment,) = form.segments
    assert segment.text == f"avant {meant} apres"

    cut = form.rewrite([Edit(segment.path, 6, 6 + len(meant), "X")], {})
    assert cut == b"text=avant+X+apres"


def test_a_surrogate_pair_in_graphql_reads_as_one_character():
    form = index(json.dumps({"query": r'{ send(text: "\ud835\udfd9") }'}).encode(), "application/json")

    assert [one.text for one in form.segments if one.path == "field/query"] == ['{ send(text: "𝟙") }']
