"""Which HTTP a site is asked in, and what its restarts cost: with a real nginx under TLS."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import aiohttp
import httpx
import pytest

from tests.http.proxy.http2_site import Http2Site
from tests.http.proxy.nginx_site import nginx_site
from tests.http.proxy.site import DOWNLOAD, Site, digest
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

pytestmark = pytest.mark.nginx


@pytest.fixture(scope="module")
def site():
    with Site() as running:
        yield running


@contextmanager
def proxy(folder, upstream, http2, trusted=None):
    """The base URL of a proxy before one site."""
    port = free_port()
    settings = {
        "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{port}",
        "ECLUSE_PROXY__SITES__MAIN__UPSTREAM": upstream,
        "ECLUSE_PROXY__SITES__MAIN__HTTP2": http2,
        **({"SSL_CERT_FILE": str(trusted)} if trusted else {}),
    }
    with gateway(folder, free_port(), free_port(), **settings):
        yield f"http://127.0.0.1:{port}"


def asked(folder) -> list[str]:
    """What nginx was asked: "HTTP/2.0 GET /page"."""
    return (folder / "access.log").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("offered", "http2", "spoken"),
    [
        ("http2", "auto", "HTTP/2.0"),
        ("http2", "always", "HTTP/2.0"),
        ("http2", "never", "HTTP/1.1"),
        ("", "auto", "HTTP/1.1"),
        ("", "always", ""),
    ],
)
def test_tls_agrees_on_the_version(tmp_path, site, offered, http2, spoken):
    with (
        nginx_site(tmp_path, site.port, http2=offered) as (port, certificate),
        proxy(tmp_path, f"https://127.0.0.1:{port}", http2, certificate) as url,
        httpx.Client(base_url=url, trust_env=False, timeout=20) as client,
    ):
        for path in ("/one", "/two"):
            assert client.get(path).status_code == (200 if spoken else 502)

    # nginx writes its log once the answer is sent: it is whole when nginx has stopped.
    assert asked(tmp_path) == ([f"{spoken} GET /one", f"{spoken} GET /two"] if spoken else [])


def test_a_certificate_that_nobody_vouches_for_is_a_site_that_is_down(tmp_path, site):
    with (
        nginx_site(tmp_path, site.port) as (port, _),
        proxy(tmp_path, f"https://127.0.0.1:{port}", "auto") as url,
    ):
        assert httpx.get(f"{url}/page", trust_env=False).status_code == 502
        assert asked(tmp_path) == []


def test_a_websocket_goes_by_http1(tmp_path, site):
    async def talk(url: str) -> str:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}/ws") as chat:
            await chat.send_str("bonjour")
            return await chat.receive_str(timeout=5)

    with (
        nginx_site(tmp_path, site.port) as (port, certificate),
        proxy(tmp_path, f"https://127.0.0.1:{port}", "auto", certificate) as url,
    ):
        assert httpx.get(f"{url}/page", trust_env=False).status_code == 200
        assert asyncio.run(talk(url)) == "BONJOUR"


def test_clear_text_is_http1_unless_asked_for(tmp_path, site):
    with proxy(tmp_path, site.url, "auto") as url:
        answer = httpx.get(f"{url}/page", trust_env=False)
        assert (answer.status_code, answer.headers["via"]) == (200, "1.1 ecluse")


def test_a_site_of_http1_in_the_clear_is_down_where_http2_is_asked_for(tmp_path, site):
    with proxy(tmp_path, site.url, "always") as url:
        assert httpx.get(f"{url}/page", trust_env=False).status_code == 502


def test_connections_that_nginx_ends_lose_no_request(tmp_path, site):
    before = len(site.received)
    with (
        nginx_site(tmp_path, site.port, requests=20) as (port, certificate),
        proxy(tmp_path, f"https://127.0.0.1:{port}", "auto", certificate) as url,
        ThreadPoolExecutor(8) as pool,
    ):

        def post(number: int) -> int:
            return httpx.post(f"{url}/send", data={"n": str(number)}, trust_env=False).status_code

        assert list(pool.map(post, range(200))) == [200] * 200
        assert set(asked(tmp_path)) == {"HTTP/2.0 POST /send"}

    assert sorted(int(body[2:]) for *_, body in site.received[before:]) == list(range(200))


def test_a_reload_of_nginx_does_not_cut_a_download(tmp_path, site):
    with (
        nginx_site(tmp_path, site.port) as (port, certificate),
        proxy(tmp_path, f"https://127.0.0.1:{port}", "auto", certificate) as url,
        httpx.stream("GET", f"{url}/download", trust_env=False, timeout=20) as answer,
    ):
        pieces = answer.iter_raw()
        got = [next(pieces)]
        os.kill(int((tmp_path / "nginx.pid").read_text()), signal.SIGHUP)
        time.sleep(0.5)
        assert httpx.get(f"{url}/page", trust_env=False).status_code == 200
        got += pieces

    assert digest(b"".join(got)) == digest(DOWNLOAD)


def test_a_site_that_wants_http1_after_all_is_down_where_only_http2_will_do(tmp_path):
    with Http2Site() as site, proxy(tmp_path, site.url, "always") as url:
        assert httpx.get(f"{url}/http1", trust_env=False).status_code == 502
        assert site.asked["/http1"] == 1
