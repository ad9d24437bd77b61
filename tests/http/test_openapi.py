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


def test_the_description_names_every_route(door):
    url, _ = door
    described = httpx.get(f"{url}/openapi.json", trust_env=False).json()

    assert described == DOCUMENT
    known = {"/openapi.json", *DOCUMENT["paths"]}
    assert {route.path for route in create_app(door[1]).routes if hasattr(route, "path")} == known
