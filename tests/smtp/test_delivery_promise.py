"""250 only after the next hop's 250: whatever the next hop does, the client never hears that an undelivered message is safe."""

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

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")


class NoStore:
    """Remembers what it was told, as the real one does, but nowhere."""

    def __init__(self) -> None:
        self.replies: list[str] = []

    def record(self, message, inspection, *, reply, door):
        self.replies.append(reply)


@dataclass
class ScriptedHop:
    """A next hop that follows a script: `say` maps a command to its reply, "close" hangs up, "hang" never answers."""

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
async def gate():
    """A door in front of a scripted next hop: gives (hop, connect)."""
    hop = ScriptedHop()
    server = await asyncio.start_server(hop, "127.0.0.1", 0, limit=2**26)
    port = server.sockets[0].getsockname()[1]
    settings = Settings.model_validate(
        {
            "smtp": {
                "listen": "127.0.0.1:0",
                "next_hop": f"127.0.0.1:{port}",
                "hostname": "gate.test",
                "message_deadline": 2,
            }
        }
    )
    inspector = Inspector(
        POLICY,
        Scanner(allow=POLICY.allow),
        Composer(load_catalog(), POLICY.organisation),
        lambda message: mime.index(message.raw),
    )
    door = await start_smtp(Services(settings, inspector, NoStore(), Audit()))

    async def converse(*lines: bytes) -> list[str]:
        """Say each line (a bytes ending in CRLF is sent as it is) and gather the code of each reply."""
        reader, writer = await asyncio.open_connection(*door.address)
        codes = []
        async with asyncio.timeout(20):
            codes.append(await _code(reader))
            for line in lines:
                writer.write(line)
                codes.append(await _code(reader))
        writer.close()
        return codes

    yield hop, converse
    await door.drain(0.1)
    server.close()


async def _code(reader) -> str:
    while True:
        line = await reader.readline()
        if not line:
            return "closed"
        if line[3:4] != b"-":
            return line[:3].decode()


EHLO, MAIL, RCPT = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<info@org.test>\r\n"
CLEAN = b"Subject: hi\r\n\r\nHello there.\r\n..dotted\r\n"
UNSAFE = b"Subject: NAM\r\n\r\nMon NAS est le 046 454 286.\r\n"


async def send(converse, content: bytes) -> str:
    codes = await converse(EHLO, MAIL, RCPT, b"DATA\r\n", content + b".\r\n")
    return next((code for code in codes[1:] if code not in ("250", "354")), codes[-1])


async def test_a_clean_message_arrives_as_it_was_but_for_trace_headers(gate):
    hop, converse = gate
    assert await send(converse, CLEAN) == "250"
    kept = [
        line
        for line in hop.delivered[0].splitlines(True)
        if not line.startswith((b"Received", b"\t", b"X-Ecluse-"))
    ]
    assert b"".join(kept) == CLEAN


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ({"greeting": "close"}, "451"),
        ({"greeting": "554 no"}, "451"),
        ({"EHLO": "close"}, "451"),
        ({"MAIL": "close"}, "451"),
        ({"MAIL": "451 4.3.0 later"}, "451"),
        ({"MAIL": "550 5.7.1 no"}, "550"),
        ({"RCPT": "close"}, "451"),
        ({"RCPT": "550 5.1.1 unknown"}, "550"),
        ({"RCPT": "452 4.2.2 full"}, "452"),
        ({"DATA": "close"}, "451"),
        ({"DATA": "451 4.3.0 later"}, "451"),
        ({"DATA": "554 5.0.0 no"}, "554"),
        ({"content": "close"}, "451"),
        ({"dot": "close"}, "451"),
        ({"dot": "hang"}, "451"),
        ({"dot": "452 4.3.1 disk full"}, "452"),
        ({"dot": "554 5.6.0 no"}, "554"),
        ({"dot": "what"}, "451"),
    ],
    ids=lambda value: "-".join(f"{k}:{v}" for k, v in value.items()) if isinstance(value, dict) else value,
)
async def test_a_fault_of_the_next_hop_is_the_clients_to_hear(gate, script, expected):
    hop, converse = gate
    hop.say = script
    assert await send(converse, CLEAN) == expected
    assert hop.delivered == []


async def test_a_next_hop_that_is_down_defers(gate, unused_tcp_port_factory):
    hop, converse = gate
    hop.say = {"greeting": "421 4.3.2 closing"}
    assert await send(converse, CLEAN) == "451"


async def test_a_redacted_message_holds_the_notice_and_not_the_value(gate):
    hop, converse = gate
    assert await send(converse, UNSAFE) == "250"
    assert b"046 454 286" not in hop.delivered[0]
    assert b"X-Ecluse-Action: redact" in hop.delivered[0]


async def test_the_connection_serves_the_next_message_after_a_fault(gate):
    hop, converse = gate
    codes = await converse(
        EHLO,
        MAIL,
        RCPT,
        b"DATA\r\n",
        CLEAN + b".\r\n",
        MAIL,
        RCPT,
        b"DATA\r\n",
        UNSAFE + b".\r\n",
        b"QUIT\r\n",
    )
    assert codes[1:] == ["250", "250", "250", "354", "250", "250", "250", "354", "250", "221"]
    assert len(hop.delivered) == 2


@pytest.mark.parametrize("end", [b"\n.\n", b"\r.\r", b"\r\n.\n", b"\n.\r\n", b"\r\n.\r", b"\n\n.\r\n"])
async def test_a_smuggled_end_of_data_does_not_end_the_message(gate, end):
    hop, converse = gate
    smuggled = (
        b"Subject: x\r\n\r\none" + end + b"MAIL FROM:<evil@c.test>\r\nRCPT TO:<b@org.test>\r\nDATA\r\ntwo\r\n"
    )
    assert await send(converse, smuggled) in ("250", "550")
    assert len(hop.delivered) <= 1
    for content in hop.delivered:
        assert content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
