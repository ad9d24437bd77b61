"""Big uploads through `ecluse serve`: memory stays flat over many, is bounded over many at once, and no file is left."""

from __future__ import annotations

import hashlib
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from tests.http.proxy.test_proxy import POLICY
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port

MIB = 1024 * 1024
BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
HEADERS = f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
NAS = "Mon NAS est le 130 692 544."


class Sink(ThreadingHTTPServer):
    """A site that takes what it is sent and keeps its SHA-256 only; it answers when `open` is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.taken: list[str] = []
        self.open = threading.Event()
        self.open.set()


class _Taking(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        digest, left = hashlib.sha256(), int(self.headers["Content-Length"])
        while left:
            chunk = self.rfile.read(min(left, MIB))
            digest.update(chunk)
            left -= len(chunk)
        self.server.taken.append(digest.hexdigest())
        self.server.open.wait(60)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_args: object) -> None:
        """Tests print no requests."""


@pytest.fixture(scope="module")
def site():
    server = Sink()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def doors(site, tmp_path_factory):
    """(process of the worker, {"forms": (port, path), "proxy": (port, path)}, folder of its temporary files)."""
    folder = tmp_path_factory.mktemp("uploads")
    temporary = folder / "temporary"
    temporary.mkdir()
    (folder / "policy.toml").write_text(POLICY.replace('"cut"]', '"*"]'), encoding="utf-8")
    http, proxy, address = free_port(), free_port(), f"http://127.0.0.1:{site.server_address[1]}"
    settings = {
        "ECLUSE_HTTP__LISTEN": f"127.0.0.1:{http}",
        "ECLUSE_FORMS__DEPOSIT__UPSTREAM": f"{address}/in",
        "ECLUSE_FORMS__DEPOSIT__TIMEOUT": "60",
        "ECLUSE_PROXY__LISTEN": f"127.0.0.1:{proxy}",
        "ECLUSE_PROXY__SITES__WHOLE__UPSTREAM": address,
        "ECLUSE_PROXY__SITES__WHOLE__TIMEOUT": "60",
        "ECLUSE_POLICY__FILE": str(folder / "policy.toml"),
        "TMPDIR": str(temporary),
    }
    with gateway(folder, free_port(), free_port(), **settings):
        workers = [one for one in psutil.Process().children(recursive=True) if _listens(one, http)]
        yield workers[-1], {"forms": (http, "/v1/forms/deposit"), "proxy": (proxy, "/in")}, temporary


def _listens(process: psutil.Process, port: int) -> bool:
    return any(one.laddr and one.laddr.port == port for one in process.net_connections("tcp"))


def upload(size: int, text: str = "Bonjour") -> bytes:
    """A form with a field and a file of nobody's data."""
    line = b"Les pages de ce cahier sont blanches, et le restent.\r\n"
    file = (line * (size // len(line) + 1))[:size]
    return (
        (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="message"\r\n\r\n{text}\r\n'
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="notes.txt"\r\nContent-Type: text/plain\r\n\r\n'
        ).encode()
        + file
        + f"\r\n--{BOUNDARY}--\r\n".encode()
    )


def send(door: tuple[int, str], body: bytes) -> int:
    """Post `body`; gives the status."""
    port, path = door
    with socket.create_connection(("127.0.0.1", port), timeout=120) as client:
        client.sendall(
            f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n{HEADERS}\r\n".encode()
        )
        client.sendall(body)
        answer = b""
        while chunk := client.recv(MIB):
            answer += chunk
    return int(answer.split(b" ", 2)[1])


def at_rest(worker: psutil.Process) -> int:
    """The worker's memory in octets, once the last request is tidied up."""
    sizes = []
    for _ in range(10):
        time.sleep(0.05)
        sizes.append(worker.memory_info().rss)
    return min(sizes)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@pytest.mark.parametrize("name", ["forms", "proxy"])
def test_memory_is_flat_over_many_uploads(doors, site, name):
    worker, ways, _ = doors
    body = upload(10 * MIB)
    for _ in range(8):
        assert send(ways[name], body) == 200
    before = at_rest(worker)
    for _ in range(12):
        assert send(ways[name], body) == 200
    assert at_rest(worker) - before < 10 * MIB
    assert site.taken[-1] == digest(body)


@pytest.mark.parametrize("name", ["forms", "proxy"])
def test_what_waits_for_the_site_is_not_in_memory(doors, site, name):
    """Sixteen uploads that the site has taken and does not answer: their 160 MiB are not held."""
    worker, ways, temporary = doors
    body = upload(10 * MIB)
    assert send(ways[name], body) == 200
    before, taken = at_rest(worker), len(site.taken)
    site.open.clear()
    with ThreadPoolExecutor(16) as crowd:
        try:
            answers = [crowd.submit(send, ways[name], body) for _ in range(16)]
            while len(site.taken) < taken + 16:
                time.sleep(0.05)
            assert worker.memory_info().rss - before < 80 * MIB
            assert os.listdir(temporary) == []
        finally:
            site.open.set()
        assert {answer.result() for answer in answers} == {200}


@pytest.mark.parametrize("name", ["forms", "proxy"])
def test_what_is_cut_from_a_big_upload_is_all_that_changes(doors, site, name):
    assert send(doors[1][name], upload(3 * MIB, NAS)) == 200
    assert site.taken[-1] == digest(upload(3 * MIB, "Mon NAS est le [numéro d'assurance sociale : retiré]."))


@pytest.mark.parametrize("name", ["forms", "proxy"])
def test_a_big_upload_that_is_cut_short_reaches_nobody_and_leaves_no_file(doors, site, name):
    worker, ways, temporary = doors
    taken, files = len(site.taken), worker.num_fds()
    port, path = ways[name]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {10 * MIB}\r\n{HEADERS}\r\n"
        client.sendall(head.encode() + upload(10 * MIB)[: 5 * MIB])
        time.sleep(0.5)
        assert _spooled(worker)
        assert os.listdir(temporary) == []
    for _ in range(100):
        if worker.num_fds() <= files:
            break
        time.sleep(0.05)
    assert worker.num_fds() <= files
    assert len(site.taken) == taken


def test_what_is_on_the_disk_is_enciphered(doors):
    worker, ways, _ = doors
    port, path = ways["forms"]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {10 * MIB}\r\n{HEADERS}\r\n"
        client.sendall(head.encode() + upload(5 * MIB))
        time.sleep(0.5)
        contents = [file.read_bytes() for file in _spooled(worker)]
    assert max(map(len, contents)) > 2 * MIB
    assert not any(b"Les pages de ce cahier" in content for content in contents)


def _spooled(worker: psutil.Process) -> list[Path]:
    """The worker's files without a name."""
    links = Path(f"/proc/{worker.pid}/fd").iterdir()
    return [link for link in links if "(deleted)" in os.readlink(link)]
