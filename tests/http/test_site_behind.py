"""Between a form's post and its site: header fields, answers of every kind, and requests that are made to be misread."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import tempfile
from functools import partial
from urllib.parse import urlsplit

import pytest

from tests.http.client import request

URLENCODED = "application/x-www-form-urlencoded"


def post(door, body=b"a=1", **headers):
    return request("POST", f"{door[0]}/v1/forms/feedback", body, content_type=URLENCODED, **headers)


def fields(upstream):
    return {name.lower(): value for name, value in upstream.received[-1][1].items()}


def test_the_visitors_own_header_fields_go_on(door, upstream):
    post(
        door,
        x_csrf_token="t0ken",
        x_requested_with="XMLHttpRequest",
        cookie="session=1",
        origin="https://a.example",
    )
    seen = fields(upstream)
    assert (seen["x-csrf-token"], seen["x-requested-with"]) == ("t0ken", "XMLHttpRequest")
    assert (seen["cookie"], seen["origin"], seen["content-length"]) == ("session=1", "https://a.example", "3")
    assert "accept-encoding" not in seen or seen["accept-encoding"] == "identity"


def test_the_site_learns_who_posts_and_nothing_that_the_client_makes_up(door, upstream):
    post(door, x_real_ip="203.0.113.9", x_forwarded_host="evil.example", connection="x-secret", x_secret="1")
    seen = fields(upstream)
    assert seen["x-forwarded-for"] == "127.0.0.1"
    assert "x-real-ip" not in seen
    assert seen["x-forwarded-host"] != "evil.example"
    assert "x-secret" not in seen
    assert seen["host"] == urlsplit(upstream.url).netloc


def test_a_compressed_answer_stays_compressed_and_says_so(door, upstream):
    packed = gzip.compress(b"merci " * 100)
    upstream.answer = (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, packed)
    answer = post(door, accept_encoding="gzip")
    assert fields(upstream)["accept-encoding"] == "gzip"
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == b"merci " * 100


@pytest.mark.parametrize("status", [204, 304])
def test_an_answer_without_content_has_none(door, upstream, status):
    upstream.answer = (status, {}, b"")
    answer = post(door)
    assert (answer.status, answer.body) == (status, b"")
    assert "content-length" not in answer.headers


def test_a_long_answer_arrives_whole(door, upstream):
    content = bytes(range(256)) * 4096 * 3
    upstream.answer = (200, {"Content-Type": "application/octet-stream"}, content)
    assert post(door).body == content


@pytest.mark.parametrize("path", ["/v1/forms/feedback", "/v1/scan", "/analyze"])
def test_a_full_disk_is_come_again_and_nothing_goes_on(door, upstream, monkeypatch, path):
    monkeypatch.setattr(tempfile, "TemporaryFile", partial(open, "/dev/full", "r+b"))
    body = b"a=" + b"x" * 1_500_000
    answer = request("POST", door[0] + path, body, content_type=URLENCODED)
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")
    assert upstream.received == []


SMUGGLED = {
    "length and chunked": b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 3\r\nContent-Length: 4\r\n\r\na=1&",
    "a length that is none": b"Content-Length: +3\r\n\r\na=1",
    "an unknown coding": b"Transfer-Encoding: xchunked\r\n\r\na=1",
    "a chunk size that is none": b"Transfer-Encoding: chunked\r\n\r\nzz\r\na=1\r\n0\r\n\r\n",
    "a space before the colon": b"Content-Length : 3\r\n\r\na=1",
    "a folded field": b"Content-Length: 3\r\nX-A: b\r\n c: d\r\n\r\na=1",
}


@pytest.mark.parametrize("rest", SMUGGLED.values(), ids=SMUGGLED)
def test_a_request_that_can_be_read_in_two_ways_is_refused_or_read_in_one(door, upstream, rest):
    where = urlsplit(door[0])
    with socket.create_connection((where.hostname, where.port), timeout=10) as client:
        head = f"POST /v1/forms/feedback HTTP/1.1\r\nHost: x\r\nContent-Type: {URLENCODED}\r\nConnection: close\r\n"
        client.sendall(head.encode() + rest)
        answer = b""
        while chunk := client.recv(65536):
            answer += chunk
    status = int(answer.split(b" ", 2)[1])
    assert answer.count(b"HTTP/1.1 ") == 1
    assert 400 <= status < 500 or [body for *_, body in upstream.received] == [b"a=1"]


def test_a_librarys_exception_is_logged_by_its_type_alone():
    code = (
        "import logging; from gateway.audit import configure_logging; configure_logging();"
        "logging.getLogger('uvicorn.error').error('quoted %s', 'secret', exc_info=ValueError('secret'))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout == "ERROR uvicorn.error\nValueError\n"
    assert printed.stderr == ""
