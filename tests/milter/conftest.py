"""A milter door on a loopback port, and an MTA that speaks to it."""

import asyncio
import socket
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gateway.audit import Audit
from gateway.extract.registry import DocumentLimits, Documents
from gateway.milter.server import MilterDoor, start_milter
from gateway.mime import message as mime
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.services import Services
from gateway.settings import Settings
from gateway.store.errors import StoreUnavailable
from tests.milter.mta import Mta

CONFIG = Path(__file__).parents[2] / "config"


@dataclass
class NoStore:
    """Remembers what it was told, as the real one does, but nowhere."""

    replies: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    envelopes: list = field(default_factory=list)
    away: bool = False

    def record(self, message, inspection, *, reply, door):
        self.replies.append(f"{door} {reply}")
        self.envelopes.append(message.envelope)

    async def hold(self, message, inspection):
        if self.away:
            raise StoreUnavailable
        self.held += [part.path for part in inspection.held]


@dataclass
class Gate:
    """A door, what it is given, and a way to connect to it."""

    door: MilterDoor
    services: Services
    port: int

    async def connect(self, **options) -> Mta:
        """An MTA's connection, not negotiated yet."""
        return Mta(*await asyncio.open_connection("127.0.0.1", self.port), **options)

    async def mta(self, **options) -> Mta:
        """An MTA's connection on which a client has said EHLO."""
        mta = await self.connect(**options)
        assert await mta.start() == b"O"
        return mta


@pytest.fixture
async def gate_with(tmp_path):
    """(an edit of the shipped policy's text, milter settings) -> Gate."""
    opened = []

    async def build(edit=str, **settings) -> Gate:
        file = tmp_path / "policy.toml"
        file.write_text(edit((CONFIG / "policy.toml").read_text(encoding="utf-8")), encoding="utf-8")
        rules = load_policy(file)
        documents = Documents(DocumentLimits(), index_message=mime.index)
        inspector = Inspector(
            rules,
            Scanner(allow=rules.allow),
            Composer(load_catalog(), rules.organisation),
            lambda message: mime.index(message.raw, open_document=documents.open),
        )
        milter = {"listen": "127.0.0.1:0", "message_deadline": 10, **settings}
        services = Services(Settings.model_validate({"milter": milter}), inspector, NoStore(), Audit())
        sock = socket.create_server(("127.0.0.1", 0))
        gate = Gate(await start_milter(services, sock=sock), services, sock.getsockname()[1])
        opened.append((gate, documents))
        return gate

    yield build
    for gate, documents in opened:
        await gate.door.drain(0.1)
        documents.close()


@pytest.fixture
async def gate(gate_with):
    """A door with the shipped policy."""
    return await gate_with()
