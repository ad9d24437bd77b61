"""250 only after the next hop's 250: whatever the next hop does, the client never hears that an undelivered message is safe."""

import asyncio
from dataclasses import replace

import pytest

from gateway.model import Defer
from gateway.pipeline import Inspector
from gateway.settings import Settings
from gateway.smtp.server import start_smtp
from tests.smtp.conversation import talk

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


@pytest.mark.parametrize(
    "script",
    [
        {"MAIL": "354 go"},
        {"RCPT": "354 go"},
        {"RCPT": "250 2.1.5 ok\r\n250 2.1.5 ok again"},
        {"DATA": "250 2.0.0 ok"},
        {"DATA": "354 go\r\n250 2.0.0 queued"},
        {"dot": "354 go"},
        {"dot": "199 wait"},
    ],
    ids=lambda script: "-".join(f"{command}:{reply}" for command, reply in script.items()),
)
async def test_an_answer_out_of_step_is_never_taken_for_the_one_that_counts(gate, script):
    hop, converse = gate
    hop.say = script
    assert await send(converse, CLEAN) == "451"
    assert hop.delivered == []
    hop.say = {}
    assert await send(converse, CLEAN) == "250"
    assert len(hop.delivered) == 1


async def test_once_the_final_dot_is_out_the_next_hop_has_more_time(services_for):
    """451 while it still works on the message would make the sender send it twice."""
    services, hop = services_for
    smtp = {**services.settings.smtp.model_dump(), "message_deadline": 0.5, "answer_deadline": 20}
    services.settings = Settings.model_validate({"smtp": smtp})
    hop.say = {"dot": "slow"}
    door = await start_smtp(services)
    replies = await talk(door.address, b"", EHLO, MAIL, RCPT, b"DATA\r\n", CLEAN + b".\r\n")
    await door.drain(0.1)
    assert replies[-1].startswith(b"250 ")
    assert len(hop.delivered) == 1


async def test_a_next_hop_that_is_down_defers(gate):
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


@pytest.mark.parametrize("command", [b"DATA\r\n", b"BDAT 24 LAST\r\n"], ids=["data", "bdat"])
async def test_a_client_that_closes_its_half_behind_quit_hears_the_answer(services_for, command):
    """As Exim does: everything at once, then no more to say."""
    services, hop = services_for
    door = await start_smtp(services)
    reader, writer = await asyncio.open_connection(*door.address)
    content = (
        b"Subject: x\r\n\r\nbonjour\r\n.\r\n"
        if command.startswith(b"DATA")
        else b"Subject: x\r\n\r\nbonjour\r\n\r\n"[:24]
    )
    async with asyncio.timeout(10):
        await reader.readline()
        writer.write(b"EHLO c.test\r\n")
        while (await reader.readline())[3:4] == b"-":
            pass
        writer.write(b"MAIL FROM:<a@c.test>\r\nRCPT TO:<info@org.test>\r\n" + command + content + b"QUIT\r\n")
        writer.write_eof()
        said = await reader.read()
    writer.close()
    await door.drain(0.1)

    codes = [line[:3] for line in said.splitlines()]
    assert codes == (
        [b"250", b"250", b"354", b"250", b"221"]
        if command.startswith(b"DATA")
        else [b"250", b"250", b"250", b"221"]
    )
    assert len(hop.delivered) == 1


async def test_a_client_that_goes_away_ends_its_session(services_for):
    services, hop = services_for
    door = await start_smtp(services)
    for said in (b"", b"EHLO c.test\r\n", b"EHLO c.test\r\nMAIL FROM:<a@c.test>\r\n", b"EHLO c.test\r\nMAI"):
        reader, writer = await asyncio.open_connection(*door.address)
        writer.write(said)
        writer.write_eof()
        async with asyncio.timeout(10):
            await reader.read()
        writer.close()
    await asyncio.sleep(0.1)

    assert door.sessions == set()
    assert hop.delivered == []
    await door.drain(0.1)


class Noting(dict):
    """A script that notes what the next hop hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def get(self, command, default=None):
        self.heard.append(command)
        return super().get(command, default)


@pytest.mark.parametrize(("content", "ahead"), [(CLEAN, True), (b"Subject: x\r\nX: name=y\r\n\r\n", False)])
@pytest.mark.parametrize("forwarded", [True, False])
async def test_only_for_a_small_message_is_the_next_hop_asked_before_it_is_decided(
    gate, monkeypatch, content, ahead, forwarded
):
    hop, converse = gate
    hop.say, seen, inspect = Noting(), [], Inspector.inspect_async

    async def late(inspector, message, rule):
        await asyncio.sleep(0.1)
        seen.append("DATA" in hop.say.heard)
        inspection = await inspect(inspector, message, rule)
        return inspection if forwarded else replace(inspection, outcome=Defer(inspector.composer.deferred()))

    monkeypatch.setattr(Inspector, "inspect_async", late)
    assert await send(converse, content) == ("250" if forwarded else "451")
    assert seen == [ahead]
    assert len(hop.delivered) == forwarded
    monkeypatch.undo()
    assert await send(converse, CLEAN) == "250"  # what was asked in vain is in nobody's way
    assert len(hop.delivered) == forwarded + 1
