"""The interface against its own description, by a fuzzer: no answer that the description does not know, never a 500."""

from __future__ import annotations

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gateway.http.app import create_app
from gateway.http.openapi import DOCUMENT

DESCRIBED = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = [(path, method) for path, item in DOCUMENT["paths"].items() for method in item]
#: What is sent is judged by its content, too (a blocked form is 422): so valid data need not be accepted everywhere.
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=[path for path, _ in OPERATIONS])
def test_every_answer_is_one_that_is_described(door, path, method, mode):
    url, services = door
    services.listening.add("smtp")
    try:
        cases = DESCRIBED[path][method.upper()].as_strategy(generation_mode=mode)
    except Unsatisfiable:
        pytest.skip("nothing can be wrong here")

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def fuzz(case):
        case.call_and_validate(base_url=url, checks=CHECKS, timeout=20)

    try:
        fuzz()
    except Unsatisfiable:
        pytest.skip("nothing can be wrong here")


def test_the_description_names_every_route_and_its_method(door):
    url, _ = door
    described = httpx.get(f"{url}/openapi.json", trust_env=False).json()

    assert described == DOCUMENT
    known = {("/openapi.json", "GET"), *((path, method.upper()) for path, method in OPERATIONS)}
    routes = create_app(door[1]).routes
    assert {(route.path, method) for route in routes for method in route.methods - {"HEAD"}} == known


@pytest.mark.parametrize("key", ["patterns", "deny_list", "context"])
def test_a_recognizer_holds_as_much_as_is_described_and_no_more(door, key):
    most = DOCUMENT["components"]["schemas"]["AdHocRecognizer"]["properties"][key]["maxItems"]
    recognizer = {"supported_entity": "TICKET", "deny_list": ["ABC-1234"]}
    one = {"name": "ticket", "regex": "[0-9]{4}", "score": 0.5} if key == "patterns" else "a"

    def refusal(times):
        more = {"ad_hoc_recognizers": [recognizer | {key: [one] * times}]}
        return _refusal(door, {"text": "ABC-1234", "language": "en", **more})

    assert not refusal(most).startswith(key)  # so many words may still take too long, on a busy machine
    assert refusal(most + 1).startswith(f"{key} is a list of {most} ")


def test_as_many_texts_at_once_as_is_described_and_no_more(door):
    schema = DOCUMENT["paths"]["/analyze"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    most = schema["properties"]["text"]["anyOf"][1]["maxItems"]

    assert _refusal(door, {"text": ["a"] * most, "language": "en"}) == ""
    assert f"a list of {most} strings" in _refusal(door, {"text": ["a"] * (most + 1), "language": "en"})


def _refusal(door, body):
    """What /analyze says is wrong with a request; "" when it answers."""
    answer = httpx.post(f"{door[0]}/analyze", json=body, trust_env=False, timeout=20)
    return "" if answer.status_code == 200 else answer.json()["error"]
