"""Idempotency-Key: one delivery for each key, whatever the client repeats, across processes; and nothing of the content kept."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from gateway.store.schema import idempotency as table
from tests.http.client import request
from tests.http.running import serving

URLENCODED = "application/x-www-form-urlencoded"


def post(base, body=b"comment=bonjour", key='"a1b2"', form="feedback", **headers):
    return request(
        "POST",
        f"{base}/v1/forms/{form}",
        body,
        content_type=headers.pop("content_type", URLENCODED),
        idempotency_key=key,
        **headers,
    )


def test_the_same_post_again_gets_the_first_answer_and_is_not_delivered_again(door, upstream):
    upstream.answer = (303, {"Location": "/thanks", "Set-Cookie": "a=1"}, b"see there")
    first, again = post(door[0]), post(door[0])
    assert len(upstream.received) == 1
    assert (again.status, again.body, again.headers["location"]) == (303, b"see there", "/thanks")
    assert again.headers["set-cookie"] == "a=1"
    assert again.headers["idempotency-replayed"] == "answer"
    assert "idempotency-replayed" not in first.headers


def test_another_worker_knows_the_status_and_says_that_it_knows_no_more(door, upstream):
    post(door[0])
    with serving(door[1]) as other:
        again = post(other)
    assert (again.status, again.json) == (200, {"status": "repeated"})
    assert again.headers["idempotency-replayed"] == "status"
    assert len(upstream.received) == 1


def test_a_quoted_and_a_bare_key_are_the_same_and_forms_are_apart(door, upstream):
    post(door[0], key='"k-1"')
    post(door[0], key="k-1")
    assert len(upstream.received) == 1
    assert post(door[0], key="k-1", form="kept").status == 202
    assert post(door[0], key="k-1", form="kept").headers["idempotency-replayed"] == "answer"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"comment=bonsoir", URLENCODED), (b"comment=bonjour", "text/plain")],
    ids=["other-body", "other-type"],
)
def test_the_same_key_for_another_post_is_refused(door, upstream, body, content_type):
    post(door[0])
    answer = post(door[0], body, content_type=content_type)
    assert answer.status == 422
    assert answer.json["type"] == "urn:ecluse:problem:idempotency-reused"
    assert len(upstream.received) == 1


def test_of_many_at_once_one_is_delivered(door, upstream):
    gate = threading.Event()
    upstream.before_answer = lambda: gate.wait(2)
    with serving(door[1]) as other, ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(post, (door[0], other)[number % 2]) for number in range(8)]
        deadline = time.monotonic() + 1.5
        while sum(call.done() for call in calls) < 7 and time.monotonic() < deadline:
            time.sleep(0.02)
        gate.set()
        answers = [call.result().status for call in calls]
    assert len(upstream.received) == 1
    assert sorted(answers) == [200] + [409] * 7


def test_a_blocked_post_leaves_the_key_for_the_mended_text(door, upstream):
    assert post(door[0], b"comment=NAS+046+454+286").status == 422
    assert post(door[0], b"comment=bonjour").status == 200
    assert len(upstream.received) == 1


def test_a_site_that_was_not_reached_may_be_tried_again(door, upstream):
    upstream.shutdown()
    upstream.server_close()
    assert [post(door[0]).status, post(door[0]).status] == [502, 502]
    assert _rows(door) == []


def test_a_site_that_was_too_slow_may_have_it_and_does_not_get_it_twice(door, upstream):
    upstream.before_answer = lambda: time.sleep(3)
    assert [post(door[0]).status, post(door[0]).status] == [504, 504]
    assert len(upstream.received) == 1


def test_a_gateway_killed_in_the_middle_does_not_deliver_again(door, upstream):
    post(door[0])
    with door[1].store.database.write() as connection:
        connection.execute(update(table).values(status=0))
    answer = post(door[0])
    assert (answer.status, answer.headers["retry-after"]) == (409, "5")
    assert len(upstream.received) == 1


def test_after_its_time_a_key_is_forgotten(door, upstream):
    post(door[0])
    with door[1].store.database.write() as connection:
        connection.execute(update(table).values(expires=1))
    assert post(door[0], b"comment=autre").status == 200
    with door[1].store.database.write() as connection:
        connection.execute(update(table).values(expires=1))
    door[1].store.apply_retention()
    assert _rows(door) == []


@pytest.mark.parametrize("key", ["", '""', '"a', "a" * 256, "a b", '"a\\"b"'])
def test_a_malformed_key_is_said(door, upstream, key):
    assert post(door[0], key=key).status == 400
    assert upstream.received == []


def test_the_store_holds_hashes_only(door, tmp_path):
    post(door[0], b"comment=rendez-vous+jeudi", key="client-key-77")
    (row,) = _rows(door)
    assert (row.status, len(row.key), len(row.body)) == (200, 64, 64)
    door[1].store.flush()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"client-key-77" not in content
            assert b"rendez-vous" not in content


def _rows(door):
    with door[1].store.database.read() as connection:
        return connection.execute(select(table)).all()
