"""AUTH goes to the next hop unread: offered where it is safe, kept to the client that logged in, written nowhere."""

import asyncio
import base64
import logging
import smtplib

import pytest

from gateway.settings import Settings
from gateway.smtp import relay
from gateway.smtp.auth import mechanisms
from gateway.smtp.server import start_smtp
from tests.smtp.certificates import tls_of, trusting_all

SECRET = "correct horse battery"
PLAIN = base64.b64encode(f"\0staff\0{SECRET}".encode())
EHLO, MAIL, RCPT = b"EHLO c.test\r\n", b"MAIL FROM:<a@c.test>\r\n", b"RCPT TO:<x@elsewhere.test>\r\n"
MESSAGE = b"Subject: x\r\n\r\nbonjour\r\n.\r\n"


class LoginHop:
    """A next hop that wants a login for mail to elsewhere. `said` holds the lines of each connection."""

    def __init__(self, offers="PLAIN LOGIN GSSAPI"):
        self.offers, self.said, self.delivered = offers, [], 0
        self.hangs_up_after = ""

    async def __call__(self, reader, writer):
        said, known = [], False
        self.said.append(said)
        writer.write(b"220 hop\r\n")
        while line := (await reader.readline()).rstrip(b"\r\n"):
            said.append(line)
            verb = line.split()[0].upper()
            if verb == b"EHLO":
                writer.write(b"250-hop\r\n" + f"250-AUTH {self.offers}\r\n".encode() + b"250 8BITMIME\r\n")
            elif verb == b"AUTH":
                known = await self.login(reader, writer, line, said)
            elif verb == b"RCPT" and not known and b"@org.test" not in line:
                writer.write(b"550 5.7.1 log in first\r\n")
            elif verb == b"DATA":
                writer.write(b"354 go\r\n")
                await reader.readuntil(b"\r\n.\r\n")
                self.delivered += 1
                writer.write(b"250 2.0.0 queued\r\n")
            else:
                writer.write(b"250 2.0.0 ok\r\n")
            if self.hangs_up_after and line.startswith(self.hangs_up_after.encode()):
                break
        writer.close()

    async def login(self, reader, writer, line, said):
        _, mechanism, *initial = line.split()
        answers = initial
        for prompt in (b"VXNlcm5hbWU6", b"UGFzc3dvcmQ6") if mechanism == b"LOGIN" else (b"",) * (not initial):
            writer.write(b"334 " + prompt + b"\r\n")
            answers.append((await reader.readline()).strip())
            said.append(answers[-1])
            if answers[-1] == b"*":
                writer.write(b"501 5.0.0 cancelled\r\n")
                return False
        good = SECRET.encode() in base64.b64decode(answers[-1])
        writer.write(b"235 2.7.0 welcome\r\n" if good else b"535 5.7.8 wrong\r\n")
        return good


@pytest.fixture
async def gate_for(services_for):
    """(settings of smtp…) -> (door, next hop); doors are drained in the end."""
    services, _ = services_for
    opened = []

    async def make(hop=None, **smtp):
        hop = hop or LoginHop()
        server = await asyncio.start_server(hop, "127.0.0.1", 0)
        smtp["next_hop"] = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        smtp.setdefault("relay_networks", ["192.0.2.0/24"])
        smtp.setdefault("relay_domains", ["org.test"])
        base = services.settings.smtp.model_dump()
        services.settings = Settings.model_validate({"smtp": base | smtp})
        opened.append((await start_smtp(services), server))
        return opened[-1][0], hop

    yield make
    for door, server in opened:
        await door.drain(0.1)
        server.close()


class Client:
    """A raw client."""

    def __init__(self, door):
        self.door = door

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection(*self.door.address)
        await self.hear()
        return self

    async def __aexit__(self, *_exc):
        self.writer.close()

    async def hear(self):
        said = b""
        async with asyncio.timeout(20):
            while (line := await self.reader.readline())[3:4] == b"-":
                said += line
        return said + line

    async def say(self, line):
        self.writer.write(line)
        return await self.hear()

    async def deliver(self, rcpt=RCPT):
        return [(await self.say(line))[:3] for line in (MAIL, rcpt, b"DATA\r\n", MESSAGE)]


@pytest.mark.parametrize(
    ("auth", "offers", "announced"),
    [
        ("clear", "PLAIN LOGIN GSSAPI", b"AUTH PLAIN LOGIN\r\n"),
        ("clear", "GSSAPI EXTERNAL", None),
        ("tls", "PLAIN", None),
        ("off", "PLAIN", None),
    ],
    ids=["clear", "none-to-pass-on", "not-under-tls", "off"],
)
async def test_auth_is_announced_where_it_can_be_passed_on(gate_for, auth, offers, announced):
    door, _ = await gate_for(LoginHop(offers), auth=auth)
    async with Client(door) as client:
        said = await client.say(EHLO)
        assert (announced in said) if announced else (b"AUTH" not in said)
        refused = await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")
        assert refused.startswith(b"235") == bool(announced)


def test_a_mechanism_whose_stronger_kin_we_hide_is_hidden_too():
    assert mechanisms(b"SCRAM-SHA-256 SCRAM-SHA-256-PLUS SCRAM-SHA-1 plain") == (b"SCRAM-SHA-1", b"PLAIN")


async def test_a_next_hop_elsewhere_that_speaks_in_the_clear_hears_no_password(gate_for, monkeypatch):
    monkeypatch.setattr(relay, "nearby", lambda _writer: False)
    door, hop = await gate_for(auth="clear")
    async with Client(door) as client:
        assert b"AUTH" not in await client.say(EHLO)
        assert (await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")).startswith(b"504 ")
    assert not any(PLAIN in line for lines in hop.said for line in lines)


async def test_under_tls_a_mail_program_logs_in_and_sends_anywhere(gate_for, certificate):
    door, hop = await gate_for(auth="tls", **tls_of(certificate))

    def send(password):
        with smtplib.SMTP(*door.address, local_hostname="c.test", timeout=20) as client:
            client.ehlo()
            assert not client.has_extn("auth")
            client.starttls(context=trusting_all())
            client.login("staff", password)
            client.sendmail("a@c.test", ["x@elsewhere.test"], b"Subject: x\r\n\r\nbonjour\r\n")

    await asyncio.to_thread(send, SECRET)
    assert hop.delivered == 1
    with pytest.raises(smtplib.SMTPAuthenticationError):
        await asyncio.to_thread(send, "wrong")


async def test_the_conversation_of_a_mechanism_is_passed_on_step_by_step(gate_for):
    door, hop = await gate_for(auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        assert await client.say(b"AUTH LOGIN\r\n") == b"334 VXNlcm5hbWU6\r\n"
        assert await client.say(b"*\r\n") == b"501 5.0.0 cancelled\r\n"
        await client.say(b"AUTH LOGIN\r\n")
        assert await client.say(b"c3RhZmY=\r\n") == b"334 UGFzc3dvcmQ6\r\n"
        assert await client.say(base64.b64encode(SECRET.encode()) + b"\r\n") == b"235 2.7.0 welcome\r\n"
        assert await client.say(b"AUTH LOGIN\r\n") == b"503 5.5.1 Not now\r\n"
        assert await client.deliver() == [b"250", b"250", b"354", b"250"]
    assert hop.delivered == 1


async def test_who_has_not_logged_in_may_not_send_elsewhere(gate_for):
    door, _ = await gate_for(auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN " + base64.b64encode(b"\0staff\0wrong") + b"\r\n")
        await client.say(MAIL)
        assert (await client.say(RCPT)).startswith(b"554 5.7.1 ")


async def test_a_connection_with_a_login_serves_that_client_alone(gate_for):
    door, hop = await gate_for(auth="clear")
    async with Client(door) as client, Client(door) as other:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")
        mine = hop.said[-1]
        assert await client.deliver() == [b"250", b"250", b"354", b"250"]
        await client.say(MAIL)
        await client.say(b"RSET\r\n")
        await other.say(EHLO)
        assert await other.deliver(b"RCPT TO:<info@org.test>\r\n") == [b"250", b"250", b"354", b"250"]
        assert await client.deliver() == [b"250", b"250", b"354", b"250"]
        assert [line.split()[0] for line in mine if line != PLAIN] == (
            b"EHLO AUTH MAIL RCPT DATA MAIL RSET MAIL RCPT DATA".split()
        )
    async with Client(door) as late:
        await late.say(EHLO)
        await late.deliver(b"RCPT TO:<info@org.test>\r\n")
    assert sum(line.startswith(b"MAIL") for line in mine) == 3


async def test_a_login_that_is_lost_ends_the_session_for_the_client_to_log_in_again(gate_for):
    door, hop = await gate_for(auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        hop.hangs_up_after = "DATA"
        await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")
        assert (await client.deliver())[-1] == b"250"
        await asyncio.sleep(0.05)
        assert (await client.say(MAIL)).startswith(b"421 4.4.2 ")
        assert await client.reader.read() == b""


async def test_what_is_no_response_goes_nowhere(gate_for):
    door, hop = await gate_for(auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN\r\n")
        assert (await client.say(b"QUIT now\r\n")).startswith(b"501 5.5.2 ")
        assert (await client.say(b"AUTH PLAIN =\x00=\r\n")).startswith(b"501 ")
        assert (await client.say(b"AUTH PLAIN " + b"A" * 9_000 + b"\r\n")).startswith(b"535 ")
        await client.say(b"AUTH PLAIN\r\n")
        assert (await client.say(b"A" * 20_000 + b"\r\n")).startswith(b"501 ")
        assert await client.reader.read() == b""  # three tries
    assert not any(b"QUIT" in line for lines in hop.said for line in lines)


async def test_when_the_next_hop_is_away_the_client_may_try_again_later(gate_for):
    hop = LoginHop()
    hop.hangs_up_after = "EHLO"
    door, _ = await gate_for(hop, auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        assert (await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")).startswith(b"454 4.7.0 ")


async def test_starttls_forgets_who_logged_in_before(gate_for, certificate):
    door, hop = await gate_for(auth="clear", **tls_of(certificate))
    async with Client(door) as client:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN " + PLAIN + b"\r\n")
        await client.say(b"STARTTLS\r\n")
        await client.writer.start_tls(trusting_all())
        await client.say(EHLO)
        await client.say(MAIL)
        assert (await client.say(RCPT)).startswith(b"554 5.7.1 ")
    assert hop.delivered == 0


async def test_no_credential_is_logged(gate_for, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    door, _ = await gate_for(auth="clear")
    async with Client(door) as client:
        await client.say(EHLO)
        await client.say(b"AUTH PLAIN " + base64.b64encode(b"\0staff\0wrong") + b"\r\n")
        await client.say(b"AUTH LOGIN\r\n")
        await client.say(b"c3RhZmY=\r\n")
        await client.say(base64.b64encode(SECRET.encode()) + b"\r\n")
        await client.deliver()
    written = "".join(capfd.readouterr()) + caplog.text
    assert "auth" in written
    for secret in (SECRET, base64.b64encode(SECRET.encode()).decode(), "c3RhZmY", "AHN0YWZm", "staff"):
        assert secret not in written
