"""The reverse proxy as `ecluse serve` runs it: what is no submission passes untouched, what is one is inspected.

All of it twice: before a site that is asked in HTTP/1.1, and before the same behind an nginx that is asked in HTTP/2.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
import urllib.parse
from contextlib import ExitStack

import aiohttp
import httpx
import psutil
import pytest

from tests.http.proxy.nginx_site import nginx_site
from tests.http.proxy.site import DOWNLOAD, Site, digest
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

NAS = "Mon NAS est le 130 692 544."
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
POLICY = """
[organisation]
name = { fr = "Organisme", en = "Body" }
secure_url = { fr = "https://secure.example.org/fr", en = "https://secure.example.org/en" }
[[rule]]
id = "mail"
channel = "email"
quote = { fr = "Rien par courriel.", en = "Nothing by email." }
categories = ["IDENTITY"]
action = "redact"
recipients = ["*"]
[[rule]]
id = "cut"
channel = "form"
quote = { fr = "Aucun renseignement.", en = "No information." }
categories = ["IDENTITY"]
action = "redact"
forms = ["cut"]
[[rule]]
id = "block"
channel = "form"
quote = { fr = "Aucun renseignement.", en = "No information." }
categories = ["IDENTITY"]
action = "block"
forms = ["*"]
"""


@pytest.fixture(scope="module")
def site():
    with Site() as running:
        yield running


@pytest.fixture(
    scope="module", params=["http1", pytest.param("http2", marks=pytest.mark.nginx)], ids=["http1", "http2"]
)
def proxy(request, site, tmp_path_factory):
    """The base URL of a proxy before three mounts of one site: /cut redacts, /down leads nowhere, the rest blocks."""
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    (folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    settings = {
        "ECLUSE_POLICY__FILE": str(folder / "policy.toml"),
        "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
        "ECLUSE_PROXY__SITES__MAIN__TIMEOUT": "2",
        "ECLUSE_PROXY__SITES__MAIN__INSPECT_QUERY": "true",
        "ECLUSE_PROXY__SITES__CUT__PATH": "/cut",
        "ECLUSE_PROXY__SITES__DOWN__UPSTREAM": f"http://127.0.0.1:{free_port()}",
        "ECLUSE_PROXY__SITES__DOWN__PATH": "/down",
        "ECLUSE_HTTP__MAX_BODY": "3000000",
    }
    with ExitStack() as running:
        upstream = site.url
        if request.param == "http2":
            behind, certificate = running.enter_context(nginx_site(folder, site.port))
            upstream = f"https://127.0.0.1:{behind}"
            settings |= {"SSL_CERT_FILE": str(certificate)}
            settings |= {f"ECLUSE_PROXY__SITES__{name}__HTTP2": "auto" for name in ("MAIN", "CUT", "DOWN")}
        settings["ECLUSE_PROXY__SITES__MAIN__UPSTREAM"] = upstream
        settings["ECLUSE_PROXY__SITES__CUT__UPSTREAM"] = f"{upstream}/inner"
        log = running.enter_context(gateway(folder, free_port(), free_port(), **settings))
        yield f"http://127.0.0.1:{port}"
    assert "130 692 544" not in log.read_text(encoding="utf-8")
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert "127.0.0.1" not in "".join(line for line in log.read_text().splitlines() if '"message"' in line)


@pytest.fixture
def client(proxy):
    with httpx.Client(base_url=proxy, trust_env=False, timeout=20) as session:
        yield session


def header(fields: list[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in fields if key.lower() == name.lower()]


def test_a_page_passes_with_the_sites_own_fields(client, site):
    answer = client.get("/a%20page/%C3%A9?x=1&y=%2F", headers={"Accept-Language": "fr-CA"})

    assert (answer.status_code, answer.headers["x-site"]) == (200, "yes")
    method, target, fields, body = site.received[-1]
    assert (method, target, body) == ("GET", "/a%20page/%C3%A9?x=1&y=%2F", b"")
    assert header(fields, "accept-language") == ["fr-CA"]


def test_the_site_learns_who_asks_and_nothing_that_the_client_makes_up(client, site):
    client.get(
        "/", headers={"X-Forwarded-For": "8.8.8.8", "X-Real-IP": "8.8.8.8", "Forwarded": "for=8.8.8.8"}
    )

    fields = site.received[-1][2]
    assert header(fields, "x-forwarded-for") == ["127.0.0.1"]
    assert header(fields, "x-real-ip") == []
    assert "8.8.8.8" not in str(header(fields, "forwarded"))
    assert header(fields, "via") == ["1.1 ecluse"]


def test_fields_of_one_connection_end_here(client, site):
    client.get(
        "/",
        headers={
            "Connection": "keep-alive, X-Private",
            "X-Private": "1",
            "TE": "trailers",
            "Keep-Alive": "5",
        },
    )

    fields = site.received[-1][2]
    assert not header(fields, "x-private")
    assert not header(fields, "te")
    assert not header(fields, "keep-alive")


def test_two_cookies_stay_two(client):
    assert client.get("/cookies").headers.get_list("set-cookie") == ["a=1; Path=/", "b=2; Path=/; HttpOnly"]


def test_a_redirect_is_passed_on_and_not_followed(client):
    answer = client.get("/moved", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (302, "/elsewhere?a=1")


def test_a_big_download_is_identical_and_takes_no_memory(client):
    before = max(child.memory_info().rss for child in psutil.Process().children(recursive=True))
    whole, part = client.get("/download"), client.get("/download", headers={"Range": "bytes=1000000-2000000"})
    after = max(child.memory_info().rss for child in psutil.Process().children(recursive=True))

    assert digest(whole.content) == digest(DOWNLOAD)
    assert part.status_code == 206
    assert digest(part.content) == digest(DOWNLOAD[1000000:2000001])
    assert after - before < 30 * 1024 * 1024


def test_events_arrive_when_they_happen(client):
    with client.stream("GET", "/events") as answer:
        assert next(answer.iter_bytes()) == b"data: one\n\n"


def test_a_head_request_has_the_length_and_no_body(client):
    answer = client.head("/download")

    assert (answer.status_code, answer.headers["content-length"], answer.content) == (
        200,
        str(len(DOWNLOAD)),
        b"",
    )


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", "nom=Marie&message=" + urllib.parse.quote_plus(NAS)),
        ("application/json", json.dumps({"a": {"b": [NAS]}})),
        ("text/json", json.dumps({"a": NAS})),
        ("application/vnd.a+json;charset=utf-8", json.dumps({"a": NAS})),
        ("application/json", json.dumps({"query": f'mutation {{ send(text: "{NAS}") }}', "variables": {}})),
        ("application/json", json.dumps({"query": "mutation($t: String)", "variables": {"t": NAS}})),
        ("text/plain;charset=UTF-8", NAS),
        ("application/graphql", f'mutation {{ send(text: "{NAS}") }}'),
    ],
)
def test_identity_data_never_reaches_the_site(client, site, content_type, body):
    before = len(site.received)
    answer = client.post("/send", content=body, headers={"Content-Type": content_type})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["entity_type"] == "CA_SIN"
    assert not re.search("130.{0,5}692|692.{0,5}544", answer.text)
    assert len(site.received) == before


def test_a_file_in_a_multipart_form_is_read(client, site):
    before = len(site.received)
    answer = client.post(
        "/send", data={"nom": "x"}, files={"piece": ("note.txt", NAS.encode(), "text/plain")}
    )

    assert answer.status_code == 422
    assert len(site.received) == before


def test_a_browser_gets_the_page_with_its_text(client):
    answer = client.post("/send", data={"message": NAS}, headers={"Accept": "text/html"})

    assert answer.status_code == 422
    assert "<mark>130 692 544</mark>" in answer.text


def test_a_clean_submission_arrives_byte_for_byte(client, site):
    body = b"message=Bonjour+%c3%a0+tous&vide=&b=2&a=1"
    answer = client.put("/send?x=1", content=body, headers=FORM)

    assert answer.status_code == 200
    assert site.received[-1][::3] == ("PUT", body)
    assert site.received[-1][1] == "/send?x=1"


def test_a_redacted_submission_arrives_with_the_rest_untouched(client, site):
    client.post("/cut/send", content=b"z=1&message=Mon+NAS+est+130+692+544+merci&a=%C3%A9", headers=FORM)

    method, target, fields, body = site.received[-1]
    assert (method, target) == ("POST", "/inner/send")
    assert body.startswith(b"z=1&message=Mon+NAS+est+")
    assert body.endswith(b"+merci&a=%C3%A9")
    assert b"692" not in body
    assert header(fields, "content-length") == [str(len(body))]


def test_a_query_string_is_a_submission_where_the_site_says_so(client, site):
    before = len(site.received)

    assert client.get("/search", params={"q": NAS}).status_code == 422
    assert len(site.received) == before


def test_a_chunked_submission_is_inspected(client, site):
    before = len(site.received)

    def pieces():
        yield b"message=Mon+NAS+est+130+6"
        yield b"92+544"

    assert client.post("/send", content=pieces(), headers=FORM).status_code == 422
    assert len(site.received) == before


def test_other_uploads_stream_through(client, site):
    content = bytes(range(256)) * 80_000  # over http.max_body, which bounds what is inspected
    answer = client.put("/files/a.bin", content=content, headers={"Content-Type": "application/octet-stream"})

    assert answer.json() == {"method": "PUT", "octets": len(content)}


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (400, {"Content-Type": "application/json"}, b'{"a": 1'),
        (400, {"Content-Type": "application/json"}, b'{"a": 1, "a": 2}'),
        (400, FORM, b"a=%zz"),
        (
            400,
            {"Content-Type": "multipart/form-data; boundary=x"},
            b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
        ),
        (415, {"Content-Type": "application/json", "Content-Encoding": "gzip"}, b"\x1f\x8b"),
        (
            415,
            [("Content-Type", "text/plain"), ("Content-Encoding", "identity"), ("Content-Encoding", "gzip")],
            b"x",
        ),
        (400, {"Content-Type": "multipart/form-data, x; boundary=b"}, b"--b--"),
        (400, {"Content-Type": "application/x-www-form-urlencoded x"}, b"a=1"),
        (415, {"Content-Type": "text/plain; charset=utf-16"}, NAS.encode("utf-16")),
        (413, FORM, b"a=" + b"b" * 3_000_000),
    ],
)
def test_what_is_not_what_it_says_never_reaches_the_site(client, site, status, headers, body):
    before = len(site.received)

    assert client.post("/send", content=body, headers=headers).status_code == status
    assert len(site.received) == before


def raw(proxy: str, request: bytes) -> bytes:
    """What the proxy says to these very octets, until it hangs up or is silent."""
    host, _, port = proxy.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(request)
        connection.settimeout(2)
        answer = b""
        try:
            while chunk := connection.recv(65536):
                answer += chunk
                connection.settimeout(0.3)
        except TimeoutError:
            pass
        return answer


POST = b"POST /s HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
HELLO = b"\r\n5\r\nhello\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "request_bytes",
    [
        POST + b"Content-Length: 5\r\n" + CHUNKED + b"\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
        POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        POST + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        *(
            POST + b"Content-Length: " + length + b"\r\n\r\nhello"
            for length in (b"5, 5", b"+5", b"0x5", b"5 \x0b", b"")
        ),
        POST + b"Content-Length : 5\r\n\r\nhello",
        POST + b"Transfer-Encoding : chunked\r\n" + HELLO,
        POST + b"Transfer-Encoding: xchunked\r\n" + HELLO,
        POST + b"Transfer-Encoding: chunked, identity\r\n" + HELLO,
        POST + b"Transfer-Encoding: \x0bchunked\r\n" + HELLO,
        POST + b"Transfer-Encoding:\r\n chunked\r\n" + HELLO,
        POST + CHUNKED + CHUNKED + HELLO,
        POST.replace(b"/1.1", b"/1.0") + CHUNKED + HELLO,
        POST + b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
        *(
            POST + CHUNKED + b"\r\n" + chunks + b"\r\n0\r\n\r\n"
            for chunks in (
                b"zz\r\nhello",
                b"-5\r\nhello",
                b"0x5\r\nhello",
                b"5\nhello",
                b"5;a=\nb\r\nhello",
                b"5\r\nhelloX",
            )
        ),
        b"GET /s HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /s HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n",
        b"GET /s HTTP/1.1\r\nHost: a\r\nX\x00: 1\r\n\r\n",
        b"GET /s HTTP/1.1\nHost: a\n\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /cut/../admin HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /cut/%2e%2e/admin HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /%63ut/x HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /s#/../cut HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /s?x=1#y HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"CONNECT /s HTTP/1.1\r\nHost: a\r\n\r\n",
        b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        *(
            b"GET /s HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"
            for host in (b"a/../b", b"b@a", b"a b", b"a,b:x", b"[::1", b"\xe9")
        ),
        b"GET /s HTTP/1.1\r\nHost: a\r\n:path: /cut\r\n\r\n",
        b"GET /s HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        *(
            POST.replace(b"text/plain", media) + b"Content-Length: 5\r\n\r\nhello"
            for media in (
                b"",
                b";text/plain",
                b'"text/plain"',
                b"text/plain/x",
                b"text",
                b"text/",
                b"text /plain",
                b"text/plain\x0b",
            )
        ),
        b"GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nContent-Length: 5\r\n\r\nhello",
    ],
)
def test_smuggled_requests_are_refused(proxy, site, request_bytes):
    before = len(site.received)
    answer = raw(proxy, request_bytes)

    assert answer[:7] == b"HTTP/1."
    assert answer[8:13] == b" 400 "
    assert answer.count(b"HTTP/1.") == 1
    assert len(site.received) == before


def test_a_submission_cut_short_never_reaches_the_site(proxy, site):
    before = len(site.received)
    host, _, port = proxy.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(
            b"POST /s HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 50\r\n\r\nhello"
        )

    assert raw(proxy, b"GET /alive HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )
    assert len(site.received) == before + 1


def test_a_client_that_waits_for_leave_is_told_to_go_on(proxy):
    head = b"POST /s HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"

    assert raw(proxy, head + b"ok").startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200")


def test_a_site_that_is_down_or_slow_is_said_to_be(client):
    assert client.get("/down/x").status_code == 502
    assert client.get("/slow").status_code == 504
    page = client.get("/down/x", headers={"Accept": "text/html", "Accept-Language": "en"})
    assert page.headers["content-type"].startswith("text/html")
    assert "The site behind does not answer" in page.text


def test_half_an_answer_is_never_taken_for_a_whole_one(client):
    """What broke off before anything was handed on is said to have; what came later breaks the answer."""
    try:
        answer = client.get("/half")
    except httpx.RemoteProtocolError:
        return
    assert answer.status_code == 502


def test_a_websocket_works_in_both_directions_and_closes_with_its_code(proxy):
    async def talk() -> tuple[str, bytes, str | None, int | None]:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{proxy}/ws", protocols=("chat",)) as chat,
        ):
            await chat.send_str("bonjour")
            upper = await chat.receive_str(timeout=5)
            await chat.send_bytes(b"abc")
            reversed_ = await chat.receive_bytes(timeout=5)
            await chat.send_str("bye")
            await chat.receive(timeout=5)
            return upper, reversed_, chat.protocol, chat.close_code

    assert asyncio.run(talk()) == ("BONJOUR", b"cba", "chat", 4001)
