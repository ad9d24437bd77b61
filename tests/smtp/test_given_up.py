"""What nobody waits for any more: its connection is closed, and its late answer is never taken for another command's."""

import asyncio
import contextlib
import socket
import struct

from gateway.smtp.server import start_smtp
from tests.smtp.conversation import set_smtp, talk, transaction
from tests.smtp.test_auth import EHLO, MAIL, MESSAGE, PLAIN, Client, LoginHop, gate_for

__all__ = ["gate_for"]  # the fixture


class LateHop(LoginHop):
    """Answers to a message only when the next command comes, and takes its time with a recipient called slow."""

    async def __call__(self, reader, writer):
        writer.write(b"220 hop\r\n")
        late = b""
        while line := late or (await reader.readline()).rstrip(b"\r\n"):
            verb, reply, late = line.split()[0].upper(), b"250 2.0.0 ok", b""
            if verb == b"EHLO":
                reply = b"250-hop\r\n250-PIPELINING\r\n250 AUTH PLAIN"
            elif verb == b"AUTH":
                reply = b"235 2.7.0 welcome"
            elif b"<unknown@" in line:
                reply = b"550 5.1.1 unknown"
            elif b"<slow@" in line:
                await asyncio.sleep(0.5)
            elif verb == b"DATA":
                writer.write(b"354 go\r\n")
                await reader.readuntil(b"\r\n.\r\n")
                late = (await reader.readline()).rstrip(b"\r\n")
            writer.write(reply + b"\r\n")
        writer.close()


async def test_a_late_answer_to_a_message_is_not_taken_for_the_next_ones(gate_for):
    door, _ = await gate_for(LateHop(), auth="clear", answer_deadline=1.2, message_deadline=1.0)
    async with Client(door) as client:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")
        for line in (MAIL, b"RCPT TO:<a@elsewhere.test>\r\n", b"DATA\r\n"):
            await client.say(line)
        assert (await client.say(MESSAGE)).startswith(b"451 ")
        names = (b"unknown", b"known", b"slow")
        client.writer.write(MAIL + b"".join(b"RCPT TO:<%s@elsewhere.test>\r\n" % name for name in names))
        assert (await client.hear()).startswith(b"421 4.4.2 ")


async def test_a_message_that_ran_out_of_time_stands_in_the_log(services_for, monkeypatch):
    services, hop = services_for
    told = []
    monkeypatch.setattr(
        services.audit, "failure", lambda where, error, **more: told.append((where, error, more))
    )
    hop.say["dot"] = "hang"
    set_smtp(services, message_deadline=0.5, answer_deadline=0.6)
    door = await start_smtp(services)
    assert (await talk(door.address, *transaction()))[-1].startswith(b"451 ")
    await door.drain(0.1)
    ((where, error, more),) = told
    assert (where, type(error)) == ("smtp", TimeoutError)
    assert more["message_id"]


async def test_a_client_that_breaks_off_leaves_no_connection_to_the_next_hop_behind(services_for):
    services, _ = services_for
    at_the_hop = set()

    async def silent_after_mail(reader, writer):
        at_the_hop.add(writer)
        writer.write(b"220 hop\r\n")
        with contextlib.suppress(ConnectionError):
            while line := await reader.readline():
                if not line.startswith(b"MAIL"):
                    writer.write(b"250 2.0.0 ok\r\n")
        at_the_hop.discard(writer)
        writer.close()

    server = await asyncio.start_server(silent_after_mail, "127.0.0.1", 0)
    set_smtp(services, next_hop=f"127.0.0.1:{server.sockets[0].getsockname()[1]}")
    door = await start_smtp(services)
    for _ in range(5):
        _, writer = await asyncio.open_connection(*door.address)
        writer.write(b"HELO c.test\r\n" + MAIL)
        await asyncio.sleep(0.1)
        # no lingering: the connection is reset
        writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        writer.transport.abort()
    await asyncio.sleep(0.3)
    left = len(at_the_hop)
    await door.drain(0.1)
    server.close()
    assert left == 0
