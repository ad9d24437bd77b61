"""A site that is asked in HTTP/2: what passes, what a site that breaks the rules comes to, and what it costs us."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil
import pytest

from tests.http.proxy.http2_site import CONTENT, Http2Site
from tests.http.proxy.site import digest
from tests.http.proxy.test_proxy import FORM, NAS, POLICY
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

OCTETS = {"Content-Type": "application/octet-stream"}
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def site():
    with Http2Site() as running:
        yield running


@pytest.fixture(scope="module")
def proxy(site, tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("http2"), free_port()
    (folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    settings = {
        "ECLUSE_POLICY__FILE": str(folder / "policy.toml"),
        "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
        "ECLUSE_PROXY__SITES__MAIN__UPSTREAM": site.url,
        "ECLUSE_PROXY__SITES__MAIN__HTTP2": "always",
        "ECLUSE_PROXY__SITES__MAIN__TIMEOUT": "2",
        "ECLUSE_PROXY__SITES__CUT__UPSTREAM": f"{site.url}/inner",
        "ECLUSE_PROXY__SITES__CUT__PATH": "/cut",
        "ECLUSE_PROXY__SITES__CUT__HTTP2": "always",
        "ECLUSE_PROXY__SITES__DOWN__UPSTREAM": f"http://127.0.0.1:{free_port()}",
        "ECLUSE_PROXY__SITES__DOWN__PATH": "/down",
        "ECLUSE_PROXY__SITES__DOWN__HTTP2": "always",
    }
    with gateway(folder, free_port(), free_port(), **settings) as log:
        yield f"http://127.0.0.1:{port}"
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert '"error"' not in log.read_text(encoding="utf-8")


@pytest.fixture
def client(proxy):
    with httpx.Client(base_url=proxy, trust_env=False, timeout=20) as session:
        yield session


def memory() -> int:
    return max(child.memory_info().rss for child in psutil.Process().children(recursive=True))


def fails(client: httpx.Client, path: str) -> bool:
    """Whether the visitor is told: by 502, or by an answer that breaks off once its head is out."""
    try:
        return client.get(path).status_code == 502
    except httpx.RemoteProtocolError:
        return True


# -- what passes ------------------------------------------------------------------------------------------


def test_a_page_passes_with_the_sites_own_fields(client, site):
    answer = client.get("/a%20page/%C3%A9?x=1&y=%2F", headers={"Accept-Language": "fr-CA", "TE": "trailers"})

    assert (answer.status_code, answer.headers["x-site"], answer.headers["via"]) == (200, "yes", "2 ecluse")
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]
    method, path, fields, body = site.received[-1]
    assert (method, path, body) == ("GET", "/a%20page/%C3%A9?x=1&y=%2F", b"")
    named = dict(fields)
    assert named[":authority"] == named["x-forwarded-host"] == client.base_url.netloc.decode()
    assert named["accept-language"] == "fr-CA"
    assert not {"host", "te", "connection", "keep-alive", "user-agent-"} & set(named)


def test_a_request_without_a_host_is_for_the_site_itself_and_spoils_no_other(client, site, proxy):
    client.get("/first", headers={"X-One": "1"})
    host, _, port = proxy.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(b"GET /nameless HTTP/1.1\r\nHost:\r\nX-Two: 2\r\nConnection: close\r\n\r\n")
        assert connection.recv(64).startswith(b"HTTP/1.1 200 ")
    assert dict(site.received[-1][2])[":authority"] == site.url.removeprefix("http://")

    assert client.get("/next", headers={"X-One": "1", "X-Three": "3"}).status_code == 200
    named = dict(site.received[-1][2])
    assert (named["x-one"], named["x-three"], named.get("x-two")) == ("1", "3", None)


def test_many_visitors_share_a_connection(client, site, proxy):
    client.get("/first")
    before = site.connections
    with ThreadPoolExecutor(20) as pool:
        answers = list(
            pool.map(lambda n: httpx.get(f"{proxy}/page{n}", trust_env=False).status_code, range(60))
        )

    assert answers == [200] * 60
    assert site.connections == before


def test_a_big_download_is_identical(client):
    assert digest(client.get("/download").content) == digest(CONTENT)


def test_a_visitor_who_reads_slowly_costs_no_memory_and_holds_up_nobody(client, proxy):
    client.get("/download")
    before = memory()
    host, _, port = proxy.removeprefix("http://").partition(":")
    slow = []
    for _ in range(20):
        connection = socket.create_connection((host, int(port)), timeout=5)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(b"GET /download HTTP/1.1\r\nHost: a\r\n\r\n")
        slow.append(connection)
    time.sleep(1)

    assert client.get("/page").status_code == 200
    assert digest(client.get("/download").content) == digest(CONTENT)
    assert memory() - before < 40 * MIB  # of the 200 that twenty whole answers would be
    for connection in slow:
        connection.close()


def test_an_upload_arrives_as_the_site_takes_it(client, site):
    before = memory()
    answer = client.put("/file", content=CONTENT * 4, headers=OCTETS)

    assert answer.json() == {"method": "PUT", "path": "/file", "octets": 4 * len(CONTENT)}
    assert digest(site.received[-1][3]) == digest(CONTENT * 4)
    assert dict(site.received[-1][2])["content-length"] == str(4 * len(CONTENT))
    assert memory() - before < 20 * MIB


def test_a_chunked_upload_arrives_without_a_length(client, site):
    answer = client.put("/file", content=iter([b"abc", b"def"]), headers=OCTETS)

    assert answer.json()["octets"] == 6
    assert not {"content-length", "transfer-encoding"} & set(dict(site.received[-1][2]))


def test_submissions_are_inspected(client, site):
    before = site.asked["/send"]
    assert client.post("/send", data={"message": NAS}).status_code == 422
    assert site.asked["/send"] == before
    assert client.post("/send", content=b"message=Bonjour&vide=", headers=FORM).json()["octets"] == 21
    assert site.received[-1][3] == b"message=Bonjour&vide="
    client.post("/cut/send", content=b"z=1&message=Mon+NAS+est+130+692+544+merci", headers=FORM)
    _, path, fields, body = site.received[-1]
    assert path == "/inner/send"
    assert b"692" not in body
    assert dict(fields)["content-length"] == str(len(body))


def test_events_arrive_when_they_happen(client):
    with client.stream("GET", "/events") as answer:
        assert next(answer.iter_bytes()) == b"data: one\n\n"


@pytest.mark.parametrize("path", ["/early-hints", "/trailers"])
def test_hints_and_trailers_are_left_out(client, path):
    answer = client.get(path)

    assert (answer.status_code, answer.text) == (
        200,
        path[1:].replace("early-", "after ").replace("trailers", "before trailers"),
    )


@pytest.mark.parametrize("path", ["/not-modified", "/not-modified-later"])
def test_answers_without_content(client, site, path):
    assert client.head("/page").status_code == 200
    before = site.connections
    answer = client.get(path)
    assert client.get("/page").status_code == 200
    assert site.connections == before
    assert (answer.status_code, answer.headers["etag"], answer.content) == (304, '"a"', b"")


def test_an_answer_before_the_content_ends_the_upload(client):
    answer = client.put("/early", content=CONTENT, headers=OCTETS)

    assert (answer.status_code, answer.content) == (413, b"early")


# -- what a site does when it goes away -------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/refused", "/going"])
def test_what_the_site_has_not_looked_at_is_asked_again(client, site, path):
    answer = client.post(path, content=b"a=1", headers=FORM)

    assert answer.json() == {"method": "POST", "path": path, "octets": 3}
    assert site.asked[path] == 2


def test_a_site_that_goes_away_may_finish_its_answer(client, site):
    before = site.connections

    assert digest(client.get("/going-after").content) == digest(CONTENT)
    assert client.get("/page").status_code == 200
    assert site.connections == before + 1


@pytest.mark.parametrize("path", ["/going-in-anger", "/hang-up"])
def test_what_the_site_has_seen_is_not_asked_again(client, site, path):
    assert client.post(path, content=b"a=1", headers=FORM).status_code == 502
    assert site.asked[path] == 1


def test_a_site_that_refuses_for_ever_is_down(client, site):
    assert client.get("/always-refused").status_code == 502
    assert site.asked["/always-refused"] == 3


def test_a_site_that_is_down_or_slow_is_said_to_be(client, site):
    assert client.get("/down/x").status_code == 502
    assert client.get("/slow").status_code == 504
    assert client.put("/stall", content=CONTENT, headers=OCTETS).status_code == 504
    assert (
        client.post("/after", content=b"a=1", headers=FORM).status_code == 200
    )  # the stalled window is left behind


# -- what a site must not do ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", "/short /short-trailers /long /nothing /reset /halting /over-window /empty".split()
)
def test_half_an_answer_is_never_taken_for_a_whole_one(client, path):
    assert fails(client, path)
    assert client.get("/page").status_code == 200


@pytest.mark.parametrize(
    "path",
    "/headless /two-lengths /split /bad-name /bad-status /bomb /continuation /giant-frame "
    "/pings /settings /hints /pushed".split(),
)
def test_what_is_no_answer_is_not_passed_on(client, path):
    assert client.get(path).status_code == 502
    assert client.get("/page").status_code == 200


def test_fields_of_one_connection_do_not_come_from_http2(client):
    answer = client.get("/switching")

    assert answer.status_code == 200
    assert not {"x-a", "connection"} & set(answer.headers)


def test_a_window_beyond_all_bounds_ends_the_request(client):
    assert client.put("/wide", content=CONTENT, headers=OCTETS).status_code == 502
    assert client.get("/page").status_code == 200


@pytest.mark.parametrize("path", ["/short", "/long", "/nothing", "/headless", "/split", "/two-lengths"])
def test_one_bad_answer_does_not_end_the_others(client, proxy, site, path):
    got: list[bytes] = []
    with httpx.stream("GET", f"{proxy}/download", trust_env=False) as answer:
        pieces = answer.iter_raw()
        got.append(next(pieces))
        before = site.connections
        assert fails(client, path)
        got += pieces

    assert digest(b"".join(got)) == digest(CONTENT)
    assert site.connections == before


def test_a_visitor_who_leaves_ends_the_sites_work(client, site):
    before = len(site.resets)
    with client.stream("GET", "/download") as answer:
        next(answer.iter_raw())
    end = time.monotonic() + 10
    while len(site.resets) == before and time.monotonic() < end:
        time.sleep(0.05)

    assert site.resets[before:] == [8]  # CANCEL


def test_an_upload_cut_short_never_looks_whole(client, proxy, site):
    before, resets = len(site.received), len(site.resets)
    host, _, port = proxy.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(
            b"PUT /file HTTP/1.1\r\nHost: a\r\nContent-Type: application/zip\r\nContent-Length: 50\r\n\r\nhello"
        )
        time.sleep(0.5)
    end = time.monotonic() + 10
    while len(site.resets) == resets and time.monotonic() < end:
        time.sleep(0.05)

    assert site.resets[resets:] == [8]
    assert len(site.received) == before


def test_no_more_requests_at_a_time_than_the_site_allows(tmp_path):
    with Http2Site(streams=3) as site:
        port = free_port()
        settings = {
            "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
            "ECLUSE_PROXY__SITES__MAIN__UPSTREAM": site.url,
            "ECLUSE_PROXY__SITES__MAIN__HTTP2": "always",
        }
        with gateway(tmp_path, free_port(), free_port(), **settings), ThreadPoolExecutor(20) as pool:
            url = f"http://127.0.0.1:{port}/download"
            whole = list(
                pool.map(lambda _: digest(httpx.get(url, trust_env=False, timeout=60).content), range(20))
            )

    assert whole == [digest(CONTENT)] * 20
    assert site.most_at_once <= 3
    assert site.connections > 1
