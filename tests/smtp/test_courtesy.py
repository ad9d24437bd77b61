"""The courtesy reply in real conversations: to whom it goes, how often, and that it never touches the delivery."""

import asyncio
from email import message_from_bytes, policy

import pytest

from gateway.settings import Settings
from gateway.smtp.server import start_smtp
from gateway.store.keys import generate_quarantine_keys
from gateway.store.store import Store
from tests.smtp.conftest import ScriptedHop

HEAD = (
    "Authentication-Results: mx.org.test; dmarc=pass header.from=c.test\r\nFrom: a@c.test\r\nTo: info@org.test\r\n"
    "Message-ID: <1@c.test>\r\nContent-Type: text/plain; charset=utf-8\r\n"
)
VALUE = "Bonjour, mon NAS est le 130 692 544, merci."


@pytest.fixture
async def courteous(services_for, tmp_path):
    """(send, next hop, outgoing server): a door with the courtesy reply on, and a store."""
    services, hop = services_for
    outgoing = ScriptedHop()
    server = await asyncio.start_server(outgoing, "127.0.0.1", 0)
    generate_quarantine_keys(tmp_path / "q.pub", tmp_path / "q.key")
    services.store = Store.open(
        f"sqlite:///{tmp_path}/e.db", hash_key=tmp_path / "key", quarantine_public_key=tmp_path / "q.pub"
    )
    courtesy = {
        "enabled": True,
        "sender": "ne-pas-repondre@org.test",
        "submission": f"127.0.0.1:{server.sockets[0].getsockname()[1]}",
        "authserv_id": "mx.org.test",
    }
    services.settings = Settings.model_validate(
        {"smtp": services.settings.smtp.model_dump(), "courtesy": courtesy}
    )
    door = await start_smtp(services)

    async def send(text: str, sender: str = "a@c.test", head: str = HEAD) -> str:
        reader, writer = await asyncio.open_connection(*door.address)
        said = [
            f"EHLO c\r\nMAIL FROM:<{sender}>\r\nRCPT TO:<info@org.test>\r\nDATA\r\n",
            f"{head}\r\n{text}\r\n.\r\n",
        ]
        reply = b""
        async with asyncio.timeout(20):
            for wire, ends in zip(said, (b"354", b"250"), strict=True):
                writer.write(wire.encode())
                while not (reply := await reader.readline()).startswith(ends) or (
                    ends == b"250" and b"queued" not in reply
                ):
                    assert reply
        writer.close()
        await door.courtesy.finish(10)
        return reply[:3].decode()

    yield send, hop, outgoing
    await door.drain(0.1)
    services.store.close()
    server.close()


async def test_a_sender_learns_what_was_removed_and_is_told_once(courteous):
    send, hop, outgoing = courteous
    assert [await send(VALUE), await send(VALUE)] == ["250", "250"]

    assert len(hop.delivered) == 2
    (reply,) = outgoing.delivered
    message = message_from_bytes(reply, policy=policy.default)
    assert (message["To"], message["Auto-Submitted"]) == ("a@c.test", "auto-replied")
    assert "un numéro" not in message.get_content()
    assert "1 numéro d'assurance sociale" in message.get_content()
    assert b"130 692" not in reply


async def test_a_clean_message_a_program_and_a_stranger_get_no_reply(courteous):
    send, hop, outgoing = courteous
    await send("Bonjour")
    await send(VALUE, sender="")
    await send(VALUE, sender="no-reply@c.test")
    await send(VALUE, head=HEAD.partition("\r\n")[2])
    await send(VALUE, head=HEAD + "List-Id: <x.test>\r\n")

    assert len(hop.delivered) == 5
    assert outgoing.delivered == []


async def test_a_reply_that_is_not_taken_leaves_the_delivery_alone(courteous):
    send, hop, outgoing = courteous
    outgoing.say["MAIL"] = "550 5.7.1 no"

    assert await send(VALUE) == "250"
    assert (len(hop.delivered), outgoing.delivered) == (1, [])


def test_it_is_off_and_asks_for_what_it_needs():
    assert not Settings().courtesy.enabled
    with pytest.raises(ValueError, match="sender and submission and authserv_id"):
        Settings.model_validate({"courtesy": {"enabled": True}})
