"""A next hop that speaks LMTP: each recipient has an answer of its own."""

import asyncio

from tests.smtp.conversation import CLEAN, set_smtp, talk, transaction
from tests.smtp.mailbox import Mailbox


async def test_an_lmtp_next_hop_gets_each_recipient_by_itself(services_for, mailbox, open_door):
    services, _ = services_for
    handler, port = mailbox
    set_smtp(services, next_hop=f"127.0.0.1:{port}", next_hop_protocol="lmtp")
    door = await open_door(services)
    said = list(transaction())
    said.insert(4, b"RCPT TO:<second@org.test>\r\n")
    replies = await talk(door.address, *said)

    assert [reply[:9] for reply in replies[3:5]] == [b"250 2.1.5", b"452 4.5.3"]
    assert replies[-1].startswith(b"250")
    assert [recipients for recipients, _ in handler.got] == [["info@org.test"]]
    assert handler.got[0][1].endswith(CLEAN.partition(b"\r\n\r\n")[2])


async def test_an_lmtp_server_may_listen_at_a_path(services_for, open_door, tmp_path):
    services, _ = services_for
    at, mailbox = tmp_path / "lmtp.sock", Mailbox()
    server = await asyncio.get_running_loop().create_unix_server(mailbox, at)
    set_smtp(services, next_hop=f"unix:{at}", next_hop_protocol="lmtp")
    door = await open_door(services)
    assert (await talk(door.address, *transaction()))[-1].startswith(b"250")
    server.close()
    door.next_hop.close()
    assert (await talk(door.address, *transaction()[:3]))[-1].startswith(b"451")

    assert [recipients for recipients, _ in mailbox.got] == [["info@org.test"]]


async def test_what_lmtp_says_after_the_content_is_the_recipients_own_answer(services_for, open_door):
    """Two recipients, one over quota: one has the message once and the sender hears of the other (RFC 2033 §4.2)."""
    services, _ = services_for
    delivered = []

    async def full(reader, writer):
        writer.write(b"220 mailbox\r\n")
        recipients = []
        while line := await reader.readline():
            verb = line.split()[0].upper()
            if verb == b"RCPT":
                recipients.append(line.split(b"<")[1].split(b">")[0])
            if verb == b"DATA":
                writer.write(b"354 go\r\n")
                await reader.readuntil(b"\r\n.\r\n")
                for recipient in recipients:
                    taken = recipient == b"info@org.test"
                    delivered.extend([recipient] * taken)
                    writer.write(b"250 2.1.5 kept\r\n" if taken else b"452 4.2.2 over quota\r\n")
            else:
                recipients = [] if verb == b"MAIL" else recipients
                writer.write(b"250 ok\r\n")

    server = await asyncio.start_server(full, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    set_smtp(services, next_hop=f"127.0.0.1:{port}", next_hop_protocol="lmtp")
    door = await open_door(services)
    waiting, heard = [b"info@org.test", b"full@org.test"], {}
    for _ in range(3):  # as a sender does: each time with those that are still waiting
        rcpt = [b"RCPT TO:<%s>\r\n" % recipient for recipient in waiting]
        said = [*transaction()[:3], *rcpt, b"DATA\r\n", CLEAN + b".\r\n"]
        replies = await talk(door.address, *said)
        taken = [r for r, reply in zip(waiting, replies[3:], strict=False) if reply.startswith(b"250")]
        heard |= dict.fromkeys(taken, replies[-1][:3])
        waiting = [recipient for recipient in waiting if heard.get(recipient) != b"250"]
    server.close()

    assert heard == {b"info@org.test": b"250", b"full@org.test": b"452"}
    assert delivered == [b"info@org.test"]


async def test_a_recipient_that_lmtp_refuses_is_refused(services_for, mailbox, open_door):
    services, _ = services_for
    set_smtp(services, next_hop=f"127.0.0.1:{mailbox[1]}", next_hop_protocol="lmtp")
    door = await open_door(services)
    replies = await talk(
        door.address, b"", b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<nobody@org.test>\r\n"
    )

    assert replies[-1].startswith(b"550 5.1.1")
