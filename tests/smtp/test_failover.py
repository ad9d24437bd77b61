"""Several next hops: the first that answers takes the message; none is an error for good."""

import asyncio

from gateway.settings import Settings
from gateway.smtp.server import start_smtp
from tests.smtp.conftest import ScriptedHop
from tests.smtp.test_chunking import CLEAN, EHLO, MAIL, RCPT, bdat


async def send(door) -> bytes:
    reader, writer = await asyncio.open_connection(*door.address)
    async with asyncio.timeout(20):
        for line in (b"", EHLO, MAIL, RCPT, bdat(CLEAN)):
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            if reply[:1] in b"45":
                break
    writer.close()
    return reply


async def test_while_the_first_is_down_the_second_takes_the_mail_and_then_the_first_again(services_for):
    services, second = services_for
    down = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    port = down.sockets[0].getsockname()[1]
    smtp = services.settings.smtp.model_dump()
    services.settings = Settings.model_validate(
        {"smtp": {**smtp, "next_hop": f"127.0.0.1:{port}", "next_hop_failover": [smtp["next_hop"]]}}
    )
    door = await start_smtp(services)
    assert (await send(door)).startswith(b"250 ")
    assert (await send(door)).startswith(b"250 ")
    assert len(second.delivered) == 2
    down.close()
    second.say = {"greeting": "421 4.3.2 closing"}
    door.next_hop.close()
    assert (await send(door)).startswith(b"451 ")

    first = ScriptedHop()
    server = await asyncio.start_server(first, "127.0.0.1", port, limit=2**20)
    assert (await send(door)).startswith(b"250 ")
    assert len(first.delivered) == 1
    server.close()
    await door.drain(0.1)


async def test_what_the_other_hop_does_not_offer_waits_instead_of_being_refused_for_good(services_for):
    services, plain = services_for
    rich = ScriptedHop({"EHLO": "250-hop\r\n250-8BITMIME\r\n250-DSN\r\n250 SMTPUTF8"})
    server = await asyncio.start_server(rich, "127.0.0.1", 0, limit=2**20)
    smtp = services.settings.smtp.model_dump()
    hops = {
        "next_hop": f"127.0.0.1:{server.sockets[0].getsockname()[1]}",
        "next_hop_failover": [smtp["next_hop"]],
    }
    services.settings = Settings.model_validate({"smtp": {**smtp, **hops}})
    door = await start_smtp(services)
    reader, writer = await asyncio.open_connection(*door.address)
    said = []
    async with asyncio.timeout(20):
        for line in (b"", EHLO, b"MAIL FROM:<a@c.test> SMTPUTF8\r\n", b"MAIL FROM:<a@c.test>\r\n"):
            if line.startswith(b"MAIL") and rich.say.get("greeting") is None:
                rich.say["greeting"] = "421 4.3.2 closing"
                door.next_hop.close()
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            said.append(reply[:3])
    assert said == [b"220", b"250", b"451", b"250"]
    assert plain.delivered == []
    writer.close()
    server.close()
    await door.drain(0.1)


async def test_while_the_next_hop_is_down_nobody_is_told_that_it_can_less(services_for):
    """A client would bounce what needs SMTPUTF8, and rewrite what needs 8BITMIME."""
    services, hop = services_for
    hop.say = {"greeting": "421 4.3.2 closing"}
    door = await start_smtp(services)
    reader, writer = await asyncio.open_connection(*door.address)
    announced, said = set(), []
    async with asyncio.timeout(20):
        for line in (
            b"",
            EHLO,
            b"MAIL FROM:<a@c.test> SMTPUTF8\r\n",
            b"MAIL FROM:<a@c.test> BODY=8BITMIME\r\n",
        ):
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                announced.add(reply[4:].strip())
            said.append(reply[:3])
            if line == EHLO:
                hop.say = {"MAIL": "555 5.5.4 unknown parameter"}
    writer.close()
    await door.drain(0.1)
    assert {b"8BITMIME", b"SMTPUTF8", b"DSN"} <= announced
    # It has no SMTPUTF8, as is known now: later, the client hears so. What it has is its own to answer.
    assert said == [b"220", b"250", b"451", b"555"]
