"""The reverse proxy behind a real nginx, HAProxy and Apache, with the configuration that we ship."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import httpx
import pytest

from tests.http.proxy.site import DOWNLOAD, Site, digest
from tests.integration.conftest import ROOT, gateway
from tests.integration.postfix import free_port, wait_for_port

NAS = "Mon NAS est le 130 692 544."


@contextmanager
def nginx(folder: Path, port: int, behind: int):
    snippet = (ROOT / "config/proxy/nginx.conf").read_text(encoding="utf-8")
    snippet = snippet.replace("127.0.0.1:8443", f"127.0.0.1:{port}").replace(
        "127.0.0.1:8081", f"127.0.0.1:{behind}"
    )
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{snippet}}}\n",
        encoding="utf-8",
    )
    yield from _running(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)], port)


@contextmanager
def haproxy(folder: Path, port: int, behind: int):
    settings = (ROOT / "config/proxy/haproxy.cfg").read_text(encoding="utf-8")
    settings = settings.replace("127.0.0.1:8443", f"127.0.0.1:{port}").replace(
        "127.0.0.1:8081", f"127.0.0.1:{behind}"
    )
    (folder / "haproxy.cfg").write_text(settings, encoding="utf-8")
    yield from _running(["haproxy", "-db", "-f", str(folder / "haproxy.cfg")], port)


@contextmanager
def apache2(folder: Path, port: int, behind: int):
    site = (ROOT / "config/proxy/apache.conf").read_text(encoding="utf-8")
    site = site.replace("127.0.0.1:8443", f"127.0.0.1:{port}").replace(
        "127.0.0.1:8081", f"127.0.0.1:{behind}"
    )
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "headers", "proxy", "proxy_http")
    )
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName localhost\nPidFile {folder}/apache.pid\nErrorLog {folder}/apache.log\n"
        f"DefaultRuntimeDir {folder}\n{modules}Listen 127.0.0.1:{port}\n{site}",
        encoding="utf-8",
    )
    yield from _running(["apache2", "-D", "FOREGROUND", "-f", str(folder / "apache.conf")], port)


def _running(command: list[str], port: int):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port)
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:  # Apache waits for its children; the test has what it wanted
            process.kill()
            process.wait(10)


@pytest.fixture(scope="module", params=[nginx, haproxy, apache2], ids=["nginx", "haproxy", "apache"])
def front(request, tmp_path_factory):
    """(base URL of the front server, the site at the other end)."""
    name = request.param.__name__
    if shutil.which(name) is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    folder, port, behind = tmp_path_factory.mktemp(name), free_port(), free_port()
    settings = {
        "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{behind}",
        "ECLUSE_PROXY__TRUSTED_PEERS": '["127.0.0.0/8"]',
        "ECLUSE_POLICY__FEEDBACK_ACTION": "block",
    }
    with Site() as site:
        settings["ECLUSE_PROXY__SITES__PORTAL__UPSTREAM"] = site.url
        with gateway(folder, free_port(), free_port(), **settings), request.param(folder, port, behind):
            yield f"http://127.0.0.1:{port}", site


def test_pages_and_downloads_pass(front):
    url, site = front
    with httpx.Client(base_url=url, trust_env=False, timeout=30) as client:
        assert client.get("/page").status_code == 200
        assert digest(client.get("/download").content) == digest(DOWNLOAD)
        assert client.get("/download", headers={"Range": "bytes=5-9"}).content == DOWNLOAD[5:10]
    fields = {name.lower(): value for name, value in site.received[-1][2]}
    assert fields["x-forwarded-for"] == "127.0.0.1, 127.0.0.1"
    assert fields["host"] == fields["x-forwarded-host"] == url.removeprefix("http://")


def test_identity_data_is_stopped_and_the_rest_arrives(front):
    url, site = front
    with httpx.Client(base_url=url, trust_env=False, timeout=30) as client:
        before = len(site.received)
        assert client.post("/send", data={"message": NAS}).status_code == 422
        assert len(site.received) == before
        assert client.post("/send", data={"message": "Bonjour"}).status_code == 200
    assert site.received[-1][3] == b"message=Bonjour"


def test_a_websocket_passes(front):
    url, _ = front

    async def talk() -> str:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}/ws") as chat:
            await chat.send_str("bonjour")
            return await chat.receive_str(timeout=5)

    assert asyncio.run(talk()) == "BONJOUR"
