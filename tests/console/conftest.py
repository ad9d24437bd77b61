"""The console as it really runs: a real store, a real inspector, a real server on a free loopback port."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2 as httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from gateway.audit import Audit
from gateway.console.accounts import add_user
from gateway.console.app import create_console
from gateway.extract.registry import Documents
from gateway.mime import message as mime
from gateway.model import Channel, Envelope, Message
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.services import Services
from gateway.settings import Settings
from gateway.store.keys import generate_quarantine_keys
from gateway.store.store import Store
from tests.store.builders import PASSPHRASE
from tests.store.conftest import postgresql  # noqa: F401 — the server's fixture

PASSWORD = "une longue phrase de passe"
POLICY = Path(__file__).parents[2] / "config/policy.toml"


@dataclass
class Console:
    """A running console and what stands behind it."""

    url: str
    services: Services
    released: list[tuple[Envelope, bytes]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.services.store

    def client(self, name: str = "", language: str = "fr") -> httpx.Client:
        """A browser's stand-in; logged in when `name` is given."""
        client = httpx.Client(
            base_url=self.url, headers={"accept-language": language}, follow_redirects=False
        )
        if name:
            answer = client.post("/console/login", data={"name": name, "password": PASSWORD})
            assert answer.status_code == 303, answer.text
        return client

    def csrf(self, client: httpx.Client) -> str:
        page = client.get("/console/account").text
        return page.split('name="csrf" value="')[1].split('"')[0]

    def post(self, client: httpx.Client, path: str, data: dict[str, str] | None = None, **more: object):
        return client.post(f"/console{path}", data={"csrf": self.csrf(client), **(data or {})}, **more)


def make_inspector(policy_file: Path = POLICY) -> Inspector:
    from gateway.extract.registry import DocumentLimits
    from gateway.formbody import form

    policy = load_policy(policy_file)
    documents = Documents(DocumentLimits(), index_message=mime.index)

    def read(message: Message):
        if message.channel is Channel.EMAIL:
            return mime.index(message.raw, open_document=documents.open)
        return form.index(message.raw, message.content_type, open_document=documents.open)

    composer = Composer(load_catalog(), policy.organisation)
    wanted = frozenset(["CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH", "PHONE_NUMBER", "EMAIL_ADDRESS"])
    return Inspector(policy, Scanner(wanted, allow=policy.allow, names=None), composer, read)


@pytest.fixture(scope="session")
def inspector() -> Inspector:
    return make_inspector()


@contextlib.contextmanager
def serving(directory: Path, inspector: Inspector, url: str = "") -> Iterator[Console]:
    public, private = directory / "q.pub", directory / "q.key"
    if not public.exists():
        generate_quarantine_keys(public, private, passphrase=PASSPHRASE)
    settings = Settings.model_validate(
        {
            "quarantine": {"public_key_file": public, "private_key_file": private},
            "store": {"key_file": directory / "store.key"},
        }
    )
    troubles: list[str] = []
    store = Store.open(
        url or f"sqlite:///{directory}/ecluse.db",
        hash_key=directory / "store.key",
        quarantine_public_key=public,
        on_error=lambda where, error: troubles.append(f"{where}: {error!r}"),
    )
    services = Services(settings, inspector, store, Audit())
    console = Console("", services, troubles=troubles)
    services.audit.failure = lambda where, error, **_: troubles.append(f"{where}: {error!r}")  # type: ignore[method-assign]

    async def release(envelope: Envelope, content: bytes) -> None:
        console.released.append((envelope, content))

    services.release = release
    with _server(services) as address:
        console.url = address
        yield console
    store.close()


@contextlib.contextmanager
def _server(services: Services) -> Iterator[str]:
    app = Starlette()
    app.mount("/console", create_console(services))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def console(tmp_path: Path, inspector: Inspector) -> Iterator[Console]:
    with serving(tmp_path, inspector) as running:
        yield running


@pytest.fixture
def people(console: Console) -> dict[str, str]:
    """One account of each role, and a second officer."""
    add_user(console.store, "reader", "reader", PASSWORD, scopes=["info@regie.example.org", "feedback"])
    add_user(console.store, "officer", "officer", PASSWORD)
    add_user(console.store, "second", "officer", PASSWORD)
    add_user(console.store, "admin", "administrator", PASSWORD)
    return {"reader": "reader", "officer": "officer", "administrator": "admin"}
