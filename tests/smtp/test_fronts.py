"""What stands between the client and us, and between us and the mailbox: PROXY, XCLIENT, XFORWARD, implicit TLS, LMTP."""

import asyncio
import random
import shutil
import smtplib
import socket
import ssl
import struct

import pytest
from aiosmtpd.controller import Controller, UnixSocketController
from aiosmtpd.lmtp import LMTP
from hypothesis import given
from hypothesis import strategies as st

from gateway.model import Envelope
from gateway.settings import Settings
from gateway.smtp import commands
from gateway.smtp.hop import next_hop_of
from gateway.smtp.release import NotDelivered, deliver
from gateway.smtp.server import start_smtp
from tests.smtp.certificates import make_certificate

CLEAN = b"Subject: x\r\n\r\nbonjour\r\n"
V2 = b"\r\n\r\n\x00\r\nQUIT\n"


def set_smtp(services, **smtp) -> None:
    services.settings = Settings.model_validate({"smtp": {**services.settings.smtp.model_dump(), **smtp}})


async def talk(address, *said: bytes) -> list[bytes]:
    """The last line of each reply; b"" when the connection is closed."""
    reader, writer = await asyncio.open_connection(*address)
    replies = []
    async with asyncio.timeout(20):
        for line in said:
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            replies.append(reply)
    writer.close()
    return replies


def transaction(first: bytes = b"") -> tuple[bytes, ...]:
    return (
        first,
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
        b"RCPT TO:<info@org.test>\r\n",
        b"DATA\r\n",
        CLEAN + b".\r\n",
    )


@pytest.mark.parametrize(
    "header",
    [
        b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n",
        V2
        + b"\x21\x11"
        + struct.pack("!H", 12)
        + bytes([203, 0, 113, 9, 198, 51, 100, 1])
        + struct.pack("!HH", 40000, 25),
    ],
    ids=["v1", "v2"],
)
async def test_the_client_is_whom_the_load_balancer_says(services_for, header):
    services, hop = services_for
    set_smtp(services, proxy_protocol=True, relay_domains=["org.test"])
    door = await start_smtp(services)
    replies = await talk(door.address, *transaction(header))
    await door.drain(0.1)

    assert [reply[:3] for reply in replies] == [b"220", b"250", b"250", b"250", b"354", b"250"]
    assert b"([203.0.113.9])" in hop.delivered[0]


async def test_a_client_behind_the_balancer_has_its_own_rights_only(services_for):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True, relay_domains=["org.test"])
    door = await start_smtp(services)
    header = b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n"
    replies = await talk(
        door.address, header, b"EHLO c.test\r\n", b"XFORWARD ADDR=1.2.3.4\r\n", b"XCLIENT ADDR=1.2.3.4\r\n",
        b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<x@elsewhere.test>\r\n",
    )  # fmt: skip
    await door.drain(0.1)

    assert [reply[:3] for reply in replies] == [b"220", b"250", b"550", b"550", b"250", b"554"]


@pytest.mark.parametrize(
    "header",
    [b"EHLO c.test\r\n", b"PROXY TCP4 x y 1 2\r\n", b"PROXY " + b"A" * 200 + b"\r\n", V2 + b"\xff" * 60],
)
async def test_what_is_no_proxy_header_is_hung_up_on(services_for, header):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True)
    door = await start_smtp(services)

    assert await talk(door.address, header) == [b""]
    await door.drain(0.1)


async def test_random_octets_before_a_session_deliver_nothing_and_never_hang(services_for):
    services, hop = services_for
    set_smtp(services, proxy_protocol=True)
    door = await start_smtp(services)
    rng = random.Random(20261124)
    starts = (b"", b"PROXY ", b"PROXY TCP4 ", V2, V2 + b"\x21\x11\x00\x0c", V2 + b"\x21\x21\x00\x24")
    for _ in range(80):
        header = rng.choice(starts) + rng.randbytes(rng.randrange(1, 60)) + b"\r\n" * 20 + bytes(300)
        (reply,) = await talk(door.address, header)
        assert reply == b"" or (reply.startswith(b"220") and header.startswith(V2))
    await door.drain(0.1)

    assert hop.delivered == []


async def test_a_proxy_header_from_a_stranger_is_hung_up_on(services_for):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True, trusted_peers=["192.0.2.0/24"])
    door = await start_smtp(services)

    assert await talk(door.address, b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n") == [b""]
    await door.drain(0.1)


async def test_a_health_check_of_the_balancer_is_greeted(services_for):
    services, _ = services_for
    set_smtp(services, proxy_protocol=True)
    door = await start_smtp(services)

    assert (await talk(door.address, b"PROXY UNKNOWN\r\n"))[0].startswith(b"220")
    await door.drain(0.1)


async def test_xclient_makes_the_session_somebody_elses(services_for):
    services, hop = services_for
    set_smtp(services, relay_domains=["org.test"])
    door = await start_smtp(services)
    replies = await talk(
        door.address, b"", b"EHLO edge.test\r\n", b"XCLIENT NAME=mail.c.test ADDR=IPV6:2001:db8::9 HELO=mail.c.test\r\n",
        *transaction()[1:],
    )  # fmt: skip
    await door.drain(0.1)

    assert [reply[:3] for reply in replies] == [
        b"220",
        b"250",
        b"220",
        b"250",
        b"250",
        b"250",
        b"354",
        b"250",
    ]
    assert b"from mail.c.test ([2001:db8::9])" in hop.delivered[0]


async def test_xclient_needs_trust_syntax_and_no_transaction(services_for):
    services, _ = services_for
    door = await start_smtp(services)
    hello, mail = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n"
    said = [
        hello,
        b"XCLIENT\r\n",
        b"XCLIENT ADDR=nowhere\r\n",
        b"XCLIENT FOO=1\r\n",
        mail,
        b"XCLIENT ADDR=192.0.2.1\r\n",
    ]
    replies = await talk(door.address, b"", *said)
    await door.drain(0.1)

    assert [reply[:3] for reply in replies[2:]] == [b"501", b"501", b"501", b"250", b"503"]


async def test_after_xclient_a_stranger_is_a_stranger(services_for):
    services, _ = services_for
    set_smtp(services, relay_domains=["org.test"])
    door = await start_smtp(services)
    said = [
        b"EHLO c.test\r\n",
        b"XCLIENT ADDR=203.0.113.9\r\n",
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
    ]
    replies = await talk(
        door.address,
        b"",
        *said,
        b"RCPT TO:<x@elsewhere.test>\r\n",
        b"RSET\r\n",
        b"XCLIENT ADDR=127.0.0.1\r\n",
    )
    await door.drain(0.1)

    assert [reply[:3] for reply in replies[4:]] == [b"250", b"554", b"250", b"550"]


async def test_what_xforward_said_holds_for_one_message(services_for):
    services, hop = services_for
    door = await start_smtp(services)
    once = transaction()[2:]
    await talk(
        door.address, b"", b"EHLO c.test\r\n", b"XFORWARD ADDR=203.0.113.9 HELO=real.test\r\n", *once, *once
    )
    await door.drain(0.1)

    assert b"from real.test ([203.0.113.9])" in hop.delivered[0]
    assert b"from c.test ([127.0.0.1])" in hop.delivered[1]


@given(st.text(max_size=60))
def test_any_xclient_argument_is_read_or_refused(argument):
    attributes = commands.xclient(argument)

    assert attributes is None or set(attributes) <= set(commands.XCLIENT_NAMES)


def listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def context_trusting_all() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


async def test_a_connection_may_begin_with_tls(services_for, certificate):
    services, hop = services_for
    set_smtp(
        services,
        tls_certificate=certificate[0],
        tls_key=certificate[1],
        listen_tls="127.0.0.1:0",
        tls_require=True,
    )
    secure = listener()
    door = await start_smtp(services, secure=secure)

    def send() -> None:
        with smtplib.SMTP_SSL(
            *secure.getsockname(), "c.test", context=context_trusting_all(), timeout=20
        ) as client:
            client.ehlo()
            assert not client.has_extn("starttls")
            client.sendmail("a@c.test", ["info@org.test"], CLEAN)

    await asyncio.to_thread(send)
    await door.drain(0.1)

    assert len(hop.delivered) == 1


async def test_who_never_begins_tls_takes_its_own_places_only(services_for, certificate):
    services, _ = services_for
    set_smtp(
        services,
        tls_certificate=certificate[0],
        tls_key=certificate[1],
        listen_tls="127.0.0.1:0",
        max_connections_per_client=3,
        trusted_peers=["192.0.2.0/24"],
    )
    secure = listener()
    door = await start_smtp(services, secure=secure)
    silent = [await asyncio.open_connection(*secure.getsockname()) for _ in range(6)]
    async with asyncio.timeout(20):
        reader, writer = await asyncio.open_connection(*secure.getsockname(), ssl=context_trusting_all())
        assert (await reader.readline()).startswith(b"421 4.3.2 ")
        writer.close()
        assert [await reader.read() for reader, _ in silent[3:]] == [b""] * 3
    for _, writer in silent[:2]:
        writer.close()
    silent[2][1].write(b"EHLO c.test\r\n")  # no TLS
    assert b"EHLO" not in await silent[2][0].read()
    reader, writer = await asyncio.open_connection(*secure.getsockname(), ssl=context_trusting_all())
    assert (await reader.readline()).startswith(b"220 ")
    assert len(door.sessions) == 1
    writer.close()
    await door.drain(0.1)


async def test_a_renewed_certificate_is_shown_without_a_restart(
    services_for, certificate, tmp_path, tmp_path_factory
):
    services, _ = services_for
    files = [tmp_path / "cert.pem", tmp_path / "key.pem"]
    for file, made in zip(files, certificate, strict=True):
        shutil.copy(made, file)
    set_smtp(services, tls_certificate=files[0], tls_key=files[1], listen_tls="127.0.0.1:0")
    secure = listener()
    door = await start_smtp(services, secure=secure)
    shown = [await asyncio.to_thread(ssl.get_server_certificate, secure.getsockname())]
    for file, made in zip(files, make_certificate(tmp_path_factory.mktemp("renewed")), strict=True):
        shutil.copy(made, file)
    door.load_certificate()
    shown.append(await asyncio.to_thread(ssl.get_server_certificate, secure.getsockname()))
    await door.drain(0.1)

    assert shown[0] != shown[1]


def test_a_tls_port_needs_a_certificate():
    with pytest.raises(ValueError, match="listen_tls needs tls_certificate"):
        Settings.model_validate({"smtp": {"listen_tls": "127.0.0.1:4650"}})


class _Mailbox:
    """An LMTP server's handler: keeps what comes, refuses nobody@."""

    def __init__(self) -> None:
        self.got: list[tuple[list[str], bytes]] = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, _server, _session, envelope):
        self.got.append((list(envelope.rcpt_tos), envelope.original_content))
        return "250 2.0.0 delivered"


class _Lmtp(Controller):
    def factory(self):
        return LMTP(self.handler, hostname="mailbox.test")


class _LmtpAtPath(UnixSocketController):
    def factory(self):
        return LMTP(self.handler, hostname="mailbox.test")


@pytest.fixture
def mailbox():
    handler = _Mailbox()
    server = _Lmtp(handler, hostname="127.0.0.1", port=0)
    ready = socket.create_server(("127.0.0.1", 0))
    server.port = ready.getsockname()[1]
    ready.close()
    server.start()
    yield handler, server.port
    server.stop()


async def test_an_lmtp_next_hop_gets_each_recipient_by_itself(services_for, mailbox):
    services, _ = services_for
    handler, port = mailbox
    set_smtp(services, next_hop=f"127.0.0.1:{port}", next_hop_protocol="lmtp")
    door = await start_smtp(services)
    said = list(transaction())
    said.insert(4, b"RCPT TO:<second@org.test>\r\n")
    replies = await talk(door.address, *said)
    await door.drain(0.1)

    assert [reply[:9] for reply in replies[3:5]] == [b"250 2.1.5", b"452 4.5.3"]
    assert replies[-1].startswith(b"250")
    assert [recipients for recipients, _ in handler.got] == [["info@org.test"]]
    assert handler.got[0][1].endswith(CLEAN.partition(b"\r\n\r\n")[2])


async def test_an_lmtp_server_may_listen_at_a_path(services_for, tmp_path):
    services, _ = services_for
    server = _LmtpAtPath(_Mailbox(), unix_socket=str(tmp_path / "lmtp.sock"))
    server.start()
    set_smtp(services, next_hop=f"unix:{tmp_path}/lmtp.sock", next_hop_protocol="lmtp")
    door = await start_smtp(services)
    assert (await talk(door.address, *transaction()))[-1].startswith(b"250")
    server.stop()
    door.next_hop.close()
    assert (await talk(door.address, *transaction()[:3]))[-1].startswith(b"451")
    await door.drain(0.1)

    assert [recipients for recipients, _ in server.handler.got] == [["info@org.test"]]


async def test_what_lmtp_says_after_the_content_is_the_recipients_own_answer(services_for):
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
    door = await start_smtp(services)
    waiting, heard = [b"info@org.test", b"full@org.test"], {}
    for _ in range(3):  # as a sender does: each time with those that are still waiting
        rcpt = [b"RCPT TO:<%s>\r\n" % recipient for recipient in waiting]
        said = [*transaction()[:3], *rcpt, b"DATA\r\n", CLEAN + b".\r\n"]
        replies = await talk(door.address, *said)
        taken = [r for r, reply in zip(waiting, replies[3:], strict=False) if reply.startswith(b"250")]
        heard |= dict.fromkeys(taken, replies[-1][:3])
        waiting = [recipient for recipient in waiting if heard.get(recipient) != b"250"]
    await door.drain(0.1)
    server.close()

    assert heard == {b"info@org.test": b"250", b"full@org.test": b"452"}
    assert delivered == [b"info@org.test"]


async def test_a_recipient_that_lmtp_refuses_is_refused(services_for, mailbox):
    services, _ = services_for
    set_smtp(services, next_hop=f"127.0.0.1:{mailbox[1]}", next_hop_protocol="lmtp")
    door = await start_smtp(services)
    replies = await talk(
        door.address, b"", b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<nobody@org.test>\r\n"
    )
    await door.drain(0.1)

    assert replies[-1].startswith(b"550 5.1.1")


async def test_what_leaves_quarantine_goes_to_lmtp_recipient_by_recipient(services_for, mailbox):
    services, _ = services_for
    handler, port = mailbox
    set_smtp(services, next_hop=f"127.0.0.1:{port}", next_hop_protocol="lmtp")
    await deliver(
        next_hop_of(services.settings.smtp), Envelope("a@c.test", ("one@org.test", "two@org.test")), CLEAN
    )

    assert [recipients for recipients, _ in handler.got] == [["one@org.test"], ["two@org.test"]]
    with pytest.raises(NotDelivered):
        await deliver(next_hop_of(services.settings.smtp), Envelope("a@c.test", ("nobody@org.test",)), CLEAN)


async def test_what_leaves_quarantine_takes_the_hop_that_answers(services_for):
    services, hop = services_for
    gone = listener()
    address = gone.getsockname()
    gone.close()
    there = services.settings.smtp.next_hop
    set_smtp(services, next_hop=f"{address[0]}:{address[1]}", next_hop_failover=[there])
    await deliver(next_hop_of(services.settings.smtp), Envelope("a@c.test", ("one@org.test",)), CLEAN)

    assert len(hop.delivered) == 1
