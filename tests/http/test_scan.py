"""POST /v1/scan and /v1/redact: DESIGN's shape, clear errors, and never an echo."""

import pytest

from tests.http.client import request

SIN = "046 454 286"


def test_a_text_is_decided_about_and_redacted(door):
    answer = request("POST", f"{door[0]}/v1/scan", {"text": f"Bonjour, mon NAS est {SIN}"})
    body = answer.json
    assert (answer.status, body["action"], body["rule"], body["language"]) == (
        200,
        "redact",
        "email-identity",
        "fr",
    )
    (finding,) = body["findings"]
    assert (finding["entity_type"], finding["start"], finding["end"]) == ("CA_SIN", 21, 32)
    assert body["redacted"] == "Bonjour, mon NAS est [numéro d'assurance sociale : retiré]"


def test_fields_are_told_apart_and_the_feedback_rule_blocks(door):
    fields = {"comment": f"my SIN is {SIN}", "page": "nothing here"}
    body = request("POST", f"{door[0]}/v1/scan", {"fields": fields, "profile": "feedback"}).json
    assert body["action"] == "block"
    assert [finding["field"] for finding in body["findings"]] == ["comment"]


def test_redact_gives_the_text_alone(door):
    answer = request("POST", f"{door[0]}/v1/redact", {"text": f"SIN: {SIN}", "language": "en"})
    assert answer.json == {"redacted": "SIN: [social insurance number: removed]"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b"[1]", 422),
        (b"{}", 422),
        (b'{"text": 5}', 422),
        (b'{"text": "a", "profile": "letter"}', 422),
        (b'{"text": "a", "language": "de"}', 422),
        (b'{"fields": {"a": 1}}', 422),
        (b'{"text": "' + b"a" * 2_100_000 + b'"}', 413),
    ],
)
def test_a_bad_request_is_a_problem_that_says_what_to_change(door, body, status):
    answer = request("POST", f"{door[0]}/v1/scan", body)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "letter" not in answer.text


def test_problems_come_in_the_readers_language(door):
    french = request("GET", f"{door[0]}/nowhere", accept_language="fr-CA")
    english = request("GET", f"{door[0]}/nowhere", accept_language="fr;q=0.2, en-CA")
    assert (french.json["title"], english.json["title"]) == (
        "Rien à cette adresse",
        "Nothing at this address",
    )


def test_health_metrics_and_description(door):
    base, services = door
    assert request("GET", f"{base}/health/live").status == 200
    assert request("GET", f"{base}/health/ready").status == 503
    services.listening.add("smtp")
    assert request("GET", f"{base}/health/ready").status == 200
    request(
        "POST", f"{base}/v1/forms/kept", b"comment=bonjour", content_type="application/x-www-form-urlencoded"
    )
    assert "ecluse_messages_total" in request("GET", f"{base}/metrics").text
    assert "/v1/forms/{form_id}" in request("GET", f"{base}/openapi.json").json["paths"]
