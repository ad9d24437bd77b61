"""Hundreds of deliveries through a next hop that fails at random, by a sender that tries again: each arrives once."""

import asyncio
import random
import re

import pytest

from gateway.settings import Settings
from gateway.smtp.server import start_smtp

_FAULTS = [
    {},
    {"greeting": "close"},
    {"greeting": "421 4.3.2 closing"},
    {"EHLO": "close"},
    {"MAIL": "close"},
    {"MAIL": "451 4.3.0 later"},
    {"RCPT": "close"},
    {"RCPT": "450 4.2.0 greylisted"},
    {"DATA": "close"},
    {"DATA": "421 4.3.2 closing"},
    {"content": "close"},
    {"dot": "close"},
    {"dot": "452 4.3.1 disk full"},
    {"dot": "what"},
]


def content(number: int, draw: random.Random) -> bytes:
    value = b"Mon NAS est le 046 454 286.\r\n" if draw.random() < 0.3 else b""
    filling = b"Bonjour, merci de votre travail.\r\n.. deux points\r\n" * draw.choice((1, 20, 4000))
    return b"Subject: x\r\nMessage-ID: <m%d@c.test>\r\n\r\n" % number + value + filling


async def attempt(address, wire: bytes, draw: random.Random) -> bytes:
    """One try; the reply that ended it. With BDAT or DATA, sometimes hanging up half-way."""
    reader, writer = await asyncio.open_connection(*address)
    chunked, gives_up = draw.random() < 0.5, draw.random() < 0.1
    said = [b"", b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<info@org.test>\r\n"]
    if chunked:
        said.append(b"BDAT %d LAST\r\n" % len(wire) + wire)
    else:
        said += [b"DATA\r\n", re.sub(rb"(?m)^\.", b"..", wire) + b".\r\n"]
    try:
        for line in said:
            if gives_up and len(line) > 100:
                writer.write(line[: len(line) // 2])
                await writer.drain()
                return b"gave up"
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            if not reply.startswith((b"2", b"3")):
                return reply
        return reply
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_nothing_is_lost_doubled_or_halved(services_for, seed):
    services, hop = services_for
    smtp = {**services.settings.smtp.model_dump(), "message_deadline": 20, "max_hops": 100}
    services.settings = Settings.model_validate({"smtp": smtp})
    door, draw = await start_smtp(services), random.Random(seed)

    async def deliver(number: int) -> None:
        wire = content(number, draw)
        for _ in range(200):
            hop.say = draw.choice(_FAULTS)
            reply = await attempt(door.address, wire, draw)
            if reply.startswith(b"2"):
                return
            assert not reply.startswith(b"5"), reply
        pytest.fail("never delivered")

    async def sender(numbers):
        for number in numbers:
            await deliver(number)

    async with asyncio.timeout(100):
        await asyncio.gather(*(sender(range(start, 200, 8)) for start in range(8)))
    await door.drain(0.1)
    arrived = [int(re.search(rb"<m(\d+)@", mail)[1]) for mail in hop.delivered]
    assert sorted(arrived) == list(range(200))
    for mail in hop.delivered:
        assert b"046 454 286" not in mail
        assert mail.endswith(b"deux points\r\n")
