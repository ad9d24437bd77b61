"""The HTTP door as it is served: uvicorn on loopback, a real store, and an upstream that remembers what it got."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gateway.audit import Audit
from gateway.extract.registry import DocumentLimits, Documents
from gateway.mime import message as mime
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.services import Services
from gateway.settings import Settings
from gateway.store.keys import generate_quarantine_keys
from gateway.store.store import Store
from gateway.worker import build_reader
from tests.http.running import serving

POLICY_FILE = Path(__file__).parents[2] / "config" / "policy.toml"


class Upstream(ThreadingHTTPServer):
    """Answers every post, and keeps what it was sent. `answer` is (status, headers, body)."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[tuple[str, dict[str, str], bytes]] = []
        self.answer: tuple[int, dict[str, str], bytes] = (200, {"Content-Type": "text/plain"}, b"thank you")
        self.before_answer = lambda: None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/submit"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.received.append((self.path, dict(self.headers), body))
        self.server.before_answer()
        status, headers, content = self.server.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Tests print no requests."""


@pytest.fixture
def upstream():
    server = Upstream()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def door(tmp_path, upstream):
    """(base URL, services) of a running HTTP door; form "feedback" goes upstream, form "kept" is kept."""
    generate_quarantine_keys(tmp_path / "q.pub", tmp_path / "q.key")
    settings = Settings.model_validate(
        {
            "http": {"max_body": 2_000_000},
            "forms": {
                "feedback": {"upstream": upstream.url, "timeout": 2, "untouched": ["csrf"]},
                "kept": {},
                "contact": {
                    "upstream": upstream.url,
                    "allow": {
                        "email": ["EMAIL_ADDRESS"],
                        "tel": ["PHONE_NUMBER"],
                        "person.name": ["PERSON"],
                        "postcode": ["CA_POSTAL_CODE"],
                    },
                },
            },
        }
    )
    policy = load_policy(POLICY_FILE)
    documents = Documents(DocumentLimits(), index_message=mime.index)

    inspector = Inspector(
        policy,
        Scanner(allow=policy.allow),
        Composer(load_catalog(), policy.organisation),
        build_reader(settings, documents),
    )
    store = Store.open(
        f"sqlite:///{tmp_path}/store.db",
        hash_key=tmp_path / "h.key",
        quarantine_public_key=tmp_path / "q.pub",
    )
    services = Services(settings, inspector, store, Audit())
    with serving(services) as base:
        yield base, services
    store.close()
    documents.close()
