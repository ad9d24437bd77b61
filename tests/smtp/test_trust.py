"""Who may do what: relaying, XFORWARD, how many connections; and what a message may not look like."""

import asyncio
import re
from dataclasses import replace

import pytest
from pydantic import ValidationError

from gateway.model import Action
from gateway.settings import Settings, within
from gateway.smtp.peers import may_relay
from gateway.smtp.server import start_smtp

EHLO, MAIL = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n"
STRANGERS = ["192.0.2.0/24"]  # networks that this machine is not in


async def door_with(services, **smtp):
    services.settings = Settings.model_validate({"smtp": {**services.settings.smtp.model_dump(), **smtp}})
    return await start_smtp(services)


async def replies(door, *said: bytes) -> list[bytes]:
    """The greeting, and the last line of the reply to each."""
    reader, writer = await asyncio.open_connection(*door.address)
    gathered = []
    async with asyncio.timeout(20):
        for line in (b"", *said):
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            gathered.append(reply)
    writer.close()
    await door.drain(0.1)
    return gathered


@pytest.mark.parametrize(
    ("recipient", "allowed"),
    [
        ("info@org.test", True),
        ("info@ORG.test", True),
        ("info@mail.org.test", True),
        ("postmaster", True),
        ("info@elsewhere.test", False),
        ("info@notorg.test", False),
        ("info%elsewhere.test@org.test", False),
        ("elsewhere.test!info@org.test", False),
        ("@org.test:info@elsewhere.test", False),
        ('"info@elsewhere.test"@org.test', False),
        ("info", False),
    ],
)
def test_a_stranger_may_send_to_our_domains_only(recipient, allowed):
    assert may_relay("198.51.100.7", recipient, (), ("org.test", "*.org.test")) is allowed


def test_an_address_in_ipv6_clothes_is_what_it_is():
    networks = Settings().smtp.trusted_peers
    assert within("127.0.0.1", networks)
    assert within("::1", networks)
    assert within("::ffff:127.0.0.1", networks)
    assert not within("::ffff:192.0.2.1", networks)
    assert not within("", networks)


async def test_the_door_is_not_an_open_relay(services_for):
    services, _ = services_for
    door = await door_with(services, relay_networks=STRANGERS, relay_domains=["org.test"])
    said = await replies(door, EHLO, MAIL, b"RCPT TO:<x@elsewhere.test>\r\n", b"RCPT TO:<info@org.test>\r\n")
    assert said[3].startswith(b"554 5.7.1 ")
    assert said[4].startswith(b"250 ")


async def test_only_a_trusted_peer_may_speak_for_others(services_for):
    services, _ = services_for
    door = await door_with(services, trusted_peers=STRANGERS)
    said = await replies(door, EHLO, b"XFORWARD ADDR=192.0.2.9\r\n")
    assert said[2].startswith(b"550 5.7.0 ")


async def test_one_client_cannot_take_every_place(services_for):
    services, _ = services_for
    door = await door_with(services, trusted_peers=STRANGERS, max_connections_per_client=2)
    opened = [await asyncio.open_connection(*door.address) for _ in range(3)]
    greetings = [(await reader.readline())[:9] for reader, _ in opened]
    assert greetings == [b"220 gate.", b"220 gate.", b"421 4.7.0"]
    for _, writer in opened:
        writer.close()
    await door.drain(0.1)


async def test_a_message_in_a_loop_is_returned(services_for):
    services, hop = services_for
    door = await door_with(services, max_hops=3)
    looped = b"Received: from a by b\r\n" * 4 + b"Subject: x\r\n\r\nReceived: in the text\r\n.\r\n"
    said = await replies(door, EHLO, MAIL, b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n", looped)
    assert said[-1].startswith(b"554 5.4.6 ")
    assert hop.delivered == []


@pytest.mark.parametrize("odd", [b"bare\nLF", b"bare\rCR", b"a null \0 octet"])
async def test_malformed_content_is_refused_where_the_settings_say_so(services_for, odd):
    services, hop = services_for
    door = await door_with(services, malformed="refuse")
    content = b"Subject: x\r\n\r\n" + odd + b"\r\n.\r\n"
    said = await replies(door, EHLO, MAIL, b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n", content)
    assert said[-1].startswith(b"550 5.6.0 ")
    assert hop.delivered == []


async def test_malformed_content_is_otherwise_mended_never_forwarded(services_for):
    services, hop = services_for
    door = await door_with(services)
    content = b"Subject: x\r\n\r\none\ntwo\rthree\0.\r\n.\r\n"
    said = await replies(door, EHLO, MAIL, b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n", content)
    assert said[-1].startswith(b"250 ")
    assert hop.delivered[0].endswith(b"\r\n\r\none\r\ntwo\r\nthree.\r\n")


async def test_recipients_under_two_rules_share_the_strictest_where_a_message_cannot_be_split(services_for):
    services, hop = services_for
    lenient = services.inspector.policy.rules[0].model_copy(
        update={"id": "lenient", "recipients": ("open@org.test",), "action": Action.PASS}
    )
    policy = services.inspector.policy.model_copy(
        update={"rules": (lenient, *services.inspector.policy.rules)}
    )
    services.inspector = replace(services.inspector, policy=policy)
    unsafe = b"Subject: x\r\n\r\nMon NAS est le 046 454 286.\r\n.\r\n"
    said = [EHLO, MAIL, b"RCPT TO:<open@org.test>\r\n", b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n", unsafe]
    door = await door_with(services, mixed_recipients="split")
    assert (await replies(door, *said))[4].startswith(b"452 4.5.3 ")
    assert b"046 454 286" in hop.delivered.pop()
    door = await door_with(services, mixed_recipients="strictest")
    assert (await replies(door, *said))[4].startswith(b"250 ")
    assert b"046 454 286" not in hop.delivered.pop()


async def test_every_reply_has_an_enhanced_code_but_the_greetings(services_for):
    services, _ = services_for
    door = await door_with(services)
    odd = [
        b"NOOP\r\n",
        b"VRFY a@b.test\r\n",
        b"BOGUS\r\n",
        b"\r\n",
        b"STARTTLS\r\n",
        b"RSET\r\n",
        b"DATA\r\n",
        b"QUIT\r\n",
    ]
    said = await replies(door, b"HELO c.test\r\n", *odd)
    assert said[:2] == [b"220 gate.test ESMTP Ecluse\r\n", b"250 gate.test\r\n"]
    for reply in said[2:]:
        assert re.match(rb"([245])\d\d \1\.\d+\.\d+ \S", reply), reply


async def test_helo_makes_void_what_was_under_way(services_for):
    services, _ = services_for
    door = await door_with(services)
    said = await replies(door, EHLO, MAIL, b"HELO c.test\r\n", b"RCPT TO:<info@org.test>\r\n")
    assert said[-1].startswith(b"503 ")


def test_a_door_that_would_refuse_everybody_does_not_open():
    with pytest.raises(ValidationError, match="relay_domains"):
        Settings.model_validate({"smtp": {"listen": "0.0.0.0:25"}})
    opened = {"listen": "0.0.0.0:25", "relay_domains": ["org.test"]}
    assert Settings.model_validate({"smtp": opened}).smtp.relay_domains == ("org.test",)


async def test_a_bounce_is_never_refused(services_for):
    services, hop = services_for
    blocking = [rule.model_copy(update={"action": Action.BLOCK}) for rule in services.inspector.policy.rules]
    services.inspector = replace(
        services.inspector, policy=services.inspector.policy.model_copy(update={"rules": tuple(blocking)})
    )
    door = await start_smtp(services)
    value = b"Subject: x\r\n\r\nMon NAS est le 130 692 544.\r\n.\r\n"
    rest = [b"RCPT TO:<info@org.test>\r\n", b"DATA\r\n", value]
    told = await replies(door, EHLO, MAIL, *rest, b"MAIL FROM:<>\r\n", *rest)

    assert [reply[:3] for reply in told[5:]] == [b"550", b"250", b"250", b"354", b"250"]
    assert len(hop.delivered) == 1
    assert b"692 544" not in hop.delivered[0]
