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
    assert answer.json == {"redacted": "SIN: [social insurance number: removed]", "incomplete": []}


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


def test_each_item_of_a_batch_has_its_own_result(door):
    items = [
        {"text": f"mon NAS est {SIN}"},
        {"text": "bonjour"},
        {"fields": {"a": "ok", "b": f"my SIN: {SIN}"}},
    ]
    body = request("POST", f"{door[0]}/v1/scan", {"items": items}).json
    assert [item["action"] for item in body["items"]] == ["redact", "pass", "redact"]
    assert body["items"][2]["findings"][0]["field"] == "b"
    assert SIN not in str(body)
    redacted = request("POST", f"{door[0]}/v1/redact", {"items": items}).json["items"]
    assert redacted[1]["redacted"] == "bonjour"
    assert redacted[2]["redacted"]["a"] == "ok"
    assert SIN not in str(redacted)


def test_what_a_blocking_rule_finds_is_cut_out_of_the_answer_too(door):
    sent = {"text": f"my SIN is {SIN}", "profile": "feedback"}
    for path in ("scan", "redact"):
        answer = request("POST", f"{door[0]}/v1/{path}", sent)
        assert SIN not in answer.text
        assert answer.json["redacted"] == "my SIN is [social insurance number: removed]"


def test_places_can_be_those_of_a_browser(door):
    sent = {"text": f"\U0001f600 NAS {SIN}", "offsets": "utf-16"}
    (finding,) = request("POST", f"{door[0]}/v1/scan", sent).json["findings"]
    assert (finding["start"], finding["end"]) == (7, 18)


FORM = (
    b'--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nbonjour\r\n'
    b'--b\r\nContent-Disposition: form-data; name="paper"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\n'
    b"Page;NAS\r\n12;046 454 286\r\n\r\n"
    b'--b\r\nContent-Disposition: form-data; name="blob"; filename="x.bin"\r\n\r\n\x00\x01\x02\x03\r\n--b--\r\n'
)
MULTIPART = "multipart/form-data; boundary=b"


def test_fields_and_files_are_told_apart_and_what_was_not_read_is_said(door):
    answer = request("POST", f"{door[0]}/v1/scan?profile=email", FORM, content_type=MULTIPART)
    note, paper, blob = answer.json["items"]
    assert [(one["kind"], one["name"]) for one in (note, paper, blob)] == [
        ("field", "note"),
        ("file", "paper"),
        ("file", "blob"),
    ]
    assert [finding["entity_type"] for finding in paper["findings"]] == ["CA_SIN"]
    assert note["findings"] == []
    assert [one["reason"] for one in blob["incomplete"]] == ["UNKNOWN_TYPE"]
    assert SIN not in answer.text
    assert "x.csv" not in answer.text


def test_a_multipart_body_comes_back_redacted(door):
    sent = FORM[: FORM.index(b'--b\r\nContent-Disposition: form-data; name="blob"')] + b"--b--\r\n"
    answer = request("POST", f"{door[0]}/v1/redact?profile=feedback", sent, content_type=MULTIPART)
    assert (answer.status, answer.headers["content-type"]) == (200, MULTIPART)
    assert SIN.encode() not in answer.body
    assert answer.body.startswith(sent[: sent.index(b"12;")] + b"12;[")


def test_a_file_that_cannot_be_read_is_withheld_from_the_redacted_body(door):
    answer = request("POST", f"{door[0]}/v1/redact", FORM, content_type=MULTIPART)
    assert (answer.status, answer.headers["x-ecluse-held"]) == (200, "1")
    assert b"\x00\x01\x02\x03" not in answer.body


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"items": []}', "application/json", 422),
        (b'{"items": [{"text": "a"}, 5]}', "application/json", 422),
        (b'{"items": [{"text": "a"}], "text": "b"}', "application/json", 422),
        (b'{"items": [' + b'{"text":""},' * 1000 + b'{"text":""}]}', "application/json", 422),
        (b'{"text": "\\ud800"}', "application/json", 422),
        (b'{"fields": {}}', "application/json", 422),
        (b'{"text": "a", "offsets": ["utf-16"]}', "application/json", 422),
        (b"--b\r\nhello", MULTIPART, 400),
        (b"", "multipart/mixed; boundary=b", 415),
    ],
)
def test_a_bad_batch_or_form_is_said(door, body, content_type, status):
    for path in ("scan", "redact"):
        answer = request("POST", f"{door[0]}/v1/{path}", body, content_type=content_type)
        assert answer.status == status
        assert answer.headers["content-type"] == "application/problem+json"
