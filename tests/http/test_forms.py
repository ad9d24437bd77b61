"""A form's posts: passed on exactly as they came, redacted, kept, or refused kindly; and what the upstream says is told truly."""

import json
import sqlite3

import pytest

from gateway.store import submissions
from tests.http.client import request

SIN = "046 454 286"
URLENCODED = "application/x-www-form-urlencoded"


def post(door, body, form="feedback", content_type=URLENCODED, **headers):
    return request("POST", f"{door[0]}/v1/forms/{form}", body, content_type=content_type, **headers)


def test_a_clean_post_reaches_the_upstream_byte_for_byte(door, upstream):
    body = b"useful=yes&comment=tr%C3%A8s+bien%21&csrf=abc&empty=&b=2&a=1"
    answer = post(door, body)
    assert (answer.status, answer.body) == (200, b"thank you")
    ((path, headers, received),) = upstream.received
    assert (path, received) == ("/submit", body)
    assert {name.lower(): value for name, value in headers.items()}["content-type"] == URLENCODED


def test_a_blocked_post_is_explained_with_places_and_reaches_nobody(door, upstream):
    answer = post(door, b"comment=%F0%9F%98%80+NAS+046+454+286", accept="application/json")
    assert answer.status == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (error,) = answer.json["errors"]
    assert (error["field"], error["entity_type"], error["start"], error["end"]) == (
        "comment",
        "CA_SIN",
        6,
        17,
    )
    assert SIN not in answer.text
    assert upstream.received == []


def test_offsets_can_be_those_of_a_browser(door):
    body = b"comment=%F0%9F%98%80+NAS+046+454+286"
    answer = request("POST", f"{door[0]}/v1/forms/feedback?offsets=utf-16", body, content_type=URLENCODED)
    assert (answer.json["errors"][0]["start"], answer.json["errors"][0]["end"]) == (7, 18)


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Votre message n'a pas été envoyé"), ("en", "Your message was not sent")]
)
def test_a_browser_gets_a_page_with_the_text_marked(door, language, title):
    answer = post(
        door, b"comment=Mon+NAS+046+454+286+%3Cscript%3E", accept="text/html", accept_language=language
    )
    assert answer.status == 422
    assert title.replace("'", "&#39;") in answer.text or title in answer.text
    assert f"<mark>{SIN}</mark>" in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_nothing_of_a_blocked_post_is_stored(door, tmp_path):
    post(door, b"comment=NAS+046+454+286")
    door[1].store.flush()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"046 454 286" not in file.read_bytes()


def test_untouched_fields_are_not_looked_at(door, upstream):
    assert post(door, b"csrf=NAS+046+454+286&comment=ok").status == 200
    assert upstream.received[0][2] == b"csrf=NAS+046+454+286&comment=ok"


def redacting(door):
    inspector = door[1].inspector
    rules = tuple(
        rule.model_copy(update={"action": type(rule.action)("redact")}) for rule in inspector.policy.rules
    )
    inspector.policy = inspector.policy.model_copy(update={"rules": rules})


MARKER = "[numéro d'assurance sociale : retiré]"
PART = 'Content-Disposition: form-data; name="comment"\r\n\r\n'


@pytest.mark.parametrize(
    ("content_type", "body", "value"),
    [
        (
            URLENCODED,
            "a=1&comment=Mon+NAS+est+le+{}&z=%C3%A9",
            "%5Bnum%C3%A9ro+d%27assurance+sociale+%3A+retir%C3%A9%5D",
        ),
        ("application/json", '{{ "z":1.50, "comment" : "Mon NAS est le {}" , "é":"\\u00e9"}}', MARKER),
        ("multipart/form-data; boundary=xyz", f"--xyz\r\n{PART}Mon NAS est le {{}}\r\n--xyz--\r\n", MARKER),
    ],
    ids=["urlencoded", "json", "multipart"],
)
def test_a_redacted_post_differs_only_where_the_value_stood(door, upstream, content_type, body, value):
    redacting(door)
    sent = body.format(SIN.replace(" ", "+") if content_type == URLENCODED else SIN).encode()
    assert post(door, sent, content_type=content_type).status == 200
    assert upstream.received[0][2] == body.format(value).encode()


def test_a_file_goes_through_the_documents_room(door, upstream):
    redacting(door)
    body = (
        b'--xyz\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n'
        b"Page;NAS\r\n12;046 454 286\r\n\r\n--xyz--\r\n"
    )
    assert post(door, body, content_type="multipart/form-data; boundary=xyz").status == 200
    assert b"046 454 286" not in upstream.received[0][2]
    assert b"Page;NAS\r\n12;[" in upstream.received[0][2]


@pytest.mark.parametrize(
    ("answer", "status"),
    [((303, {"Location": "/thanks"}, b""), 303), ((500, {}, b"oops"), 500), ((404, {}, b"no"), 404)],
)
def test_the_upstreams_answer_is_told_truly(door, upstream, answer, status):
    upstream.answer = answer
    told = post(door, b"comment=ok")
    assert (told.status, told.body) == (status, answer[2])
    assert told.headers.get("location") == answer[1].get("Location")


def test_an_upstream_that_is_down_is_no_success(door, upstream):
    upstream.shutdown()
    upstream.server_close()
    assert post(door, b"comment=ok").status == 502


def test_without_an_upstream_the_redacted_submission_is_kept(door, tmp_path):
    redacting(door)
    answer = post(
        door, json.dumps({"comment": f"NAS {SIN}", "useful": "no"}).encode(), "kept", "application/json"
    )
    assert answer.status == 202
    with sqlite3.connect(tmp_path / "store.db") as database:
        assert database.execute("SELECT count(*) FROM submissions").fetchone() == (1,)
    assert b"046 454 286" not in (tmp_path / "store.db").read_bytes()


def test_of_a_name_that_comes_again_every_value_is_kept(door):
    assert post(door, b"choice=one&choice=two&comment=ok", "kept").status == 202
    database, secret = door[1].store.database, door[1].store.secret
    (row,) = submissions.listed(database)
    kept = submissions.read(database, secret, row["id"], username="o")
    assert kept is not None
    assert kept["fields"] == {"choice": "one", "choice~2": "two", "comment": "ok"}


@pytest.mark.parametrize(
    ("body", "content_type", "kept"),
    [
        (b"comment%23key=one&note%23header=two&boxes%23joined=three", None, ["one", "three", "two"]),
        (b'{"comment": "zero", "comment#key": "one"}', "application/json", ["one", "zero"]),
    ],
)
def test_a_field_is_kept_whatever_its_name_ends_in(door, body, content_type, kept):
    assert post(door, body, "kept", *([content_type] if content_type else [])).status == 202
    database, secret = door[1].store.database, door[1].store.secret
    (row,) = submissions.listed(database)
    fields = submissions.read(database, secret, row["id"], username="o")["fields"]
    assert sorted(fields.values()) == kept


def test_boxes_are_not_kept_a_second_time_together(door):
    assert post(door, b"a1=130&a2=692&a3=999", "kept").status == 202
    database, secret = door[1].store.database, door[1].store.secret
    (row,) = submissions.listed(database)
    fields = submissions.read(database, secret, row["id"], username="o")["fields"]
    assert fields == {"a1": "130", "a2": "692", "a3": "999"}


def test_a_file_that_nobody_would_get_is_not_said_to_be_received(door, upstream):
    part = b'--b\r\nContent-Disposition: form-data; name="f"; filename="%b"\r\nContent-Type: text/plain\r\n\r\n%b\r\n--b--\r\n'
    multipart = {"content_type": "multipart/form-data; boundary=b"}
    assert post(door, part % (b"a.txt", b"bonjour"), "kept", **multipart).status == 415
    assert post(door, part % (b"", b""), "kept", **multipart).status == 202  # nothing was chosen
    assert post(door, part % (b"a.txt", b"bonjour"), **multipart).status == 200


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json", b'{"a": 1', 400),
        ("application/json", b'{"a": 1, "a": 2}', 400),
        ("application/json", b'{"a": NaN}', 400),
        ("application/json", "é".encode("latin-1"), 400),
        (URLENCODED, b"a=%zz", 400),
        (URLENCODED, b"a=\xff\xfe", 400),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=x\r\n\r\nhi", 400),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nhi\r\n--b--\r\nmore',
            400,
        ),
        ("multipart/form-data", b"--b--", 400),
        ("application/xml", b"<a/>", 415),
        (URLENCODED, b"a=" + b"x" * 2_100_000, 413),
    ],
)
def test_a_body_that_is_not_what_it_says_never_reaches_the_upstream(
    door, upstream, content_type, body, status
):
    assert post(door, body, content_type=content_type).status == status
    assert upstream.received == []


def test_an_unknown_form_is_not_found(door):
    assert post(door, b"a=1", "nosuch").status == 404
