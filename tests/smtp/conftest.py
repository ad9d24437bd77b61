"""A next hop that follows a script, and a door in front of it."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gateway.audit import Audit
from gateway.mime import message as mime
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer
from gateway.pipeline import Inspector
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.services import Services
from gateway.settings import Settings
from gateway.smtp.server import start_smtp
from tests.smtp.certificates import make_certificate
from tests.smtp.mailbox import Mailbox

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")


class NoStore:
    """Remembers what it was told, as the real one does, but nowhere."""

    def __init__(self) -> None:
        self.replies: list[str] = []

    def record(self, message, inspection, *, reply, door):
        self.replies.append(reply)


@dataclass
class ScriptedHop:
    """A next hop that follows a script.

    `say` maps a command to its reply; "close" hangs up, "hang" never answers, "slow" answers late.
    """

    say: dict[str, str] = field(default_factory=dict)
    delivered: list[bytes] = field(default_factory=list)

    async def __call__(self, reader, writer):
        try:
            await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, writer, command, default):
        reply = self.say.get(command, default)
        if reply == "close":
            raise ConnectionError
        if reply == "hang":
            await asyncio.sleep(3600)
        if reply == "slow":
            await asyncio.sleep(1.0)
            reply = default
        writer.write(reply.encode() + b"\r\n")
        await writer.drain()
        return reply

    async def _converse(self, reader, writer):
        await self._answer(writer, "greeting", "220 hop ESMTP")
        while line := await reader.readline():
            command = line.split()[0].decode().upper()
            if command == "EHLO":
                await self._answer(writer, command, "250-hop\r\n250-8BITMIME\r\n250-SIZE 99999999\r\n250 DSN")
            elif command == "DATA":
                reply = await self._answer(writer, command, "354 go")
                if reply.startswith("354"):
                    await self._data(reader, writer)
            elif command == "QUIT":
                return
            else:
                await self._answer(writer, command, "250 2.0.0 ok")

    async def _data(self, reader, writer):
        if self.say.get("content") == "close":
            await reader.read(10)
            raise ConnectionError
        content = await reader.readuntil(b"\r\n.\r\n")
        reply = await self._answer(writer, "dot", "250 2.0.0 queued")
        if reply.startswith("250"):
            self.delivered.append(content[:-3])


@pytest.fixture
async def services_for():
    """(services, scripted next hop): what a door needs, listening nowhere yet."""
    hop = ScriptedHop()
    server = await asyncio.start_server(hop, "127.0.0.1", 0, limit=2**26)
    port = server.sockets[0].getsockname()[1]
    smtp = {
        "listen": "127.0.0.1:0",
        "next_hop": f"127.0.0.1:{port}",
        "hostname": "gate.test",
        "message_deadline": 2,
        "answer_deadline": 3,
    }
    inspector = Inspector(
        POLICY,
        Scanner(allow=POLICY.allow),
        Composer(load_catalog(), POLICY.organisation),
        lambda message: mime.index(message.raw),
    )
    yield Services(Settings.model_validate({"smtp": smtp}), inspector, NoStore(), Audit()), hop
    server.close()


@pytest.fixture
async def open_door():
    """`start_smtp`: the doors that it opened are closed whatever the test comes to."""
    doors = []

    async def opened(services, **sockets):
        doors.append(await start_smtp(services, **sockets))
        return doors[-1]

    yield opened
    for door in doors:
        await door.drain(0.1)


@pytest.fixture
async def mailbox():
    """(what an LMTP server got, its port)."""
    handler = Mailbox()
    server = await asyncio.get_running_loop().create_server(handler, "127.0.0.1", 0)
    yield handler, server.sockets[0].getsockname()[1]
    server.close()


@pytest.fixture
async def gate(services_for, open_door):
    """A door in front of a scripted next hop: gives (hop, converse)."""
    services, hop = services_for
    door = await open_door(services)

    async def converse(*lines: bytes) -> list[str]:
        """Say each line (or whole message) and gather the code of each reply."""
        reader, writer = await asyncio.open_connection(*door.address)
        codes = []
        async with asyncio.timeout(20):
            codes.append(await _code(reader))
            for line in lines:
                writer.write(line)
                codes.append(await _code(reader))
        writer.close()
        return codes

    return hop, converse


async def _code(reader) -> str:
    while True:
        line = await reader.readline()
        if not line:
            return "closed"
        if line[3:4] != b"-":
            return line[:3].decode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """(certificate file, key file) for 127.0.0.1, signed by itself."""
    return make_certificate(tmp_path_factory.mktemp("tls"))
