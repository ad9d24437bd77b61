"""TLS with the next hop: where it is required and fails, mail waits with the sender; REQUIRETLS is kept."""

import asyncio
import contextlib
import smtplib
import ssl

import pytest

from gateway.settings import Settings
from gateway.smtp.server import start_smtp
from tests.smtp.certificates import make_certificate

CLEAN = b"Subject: x\r\n\r\nbonjour\r\n"


class TlsHop:
    """A next hop that offers STARTTLS with `files`, or does TLS from the first octet; keeps every line it is told."""

    def __init__(self, files, *, implicit=False, injected=b"", offers=b"REQUIRETLS", broken=""):
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(*files)
        self.implicit, self.injected, self.offers, self.broken = implicit, injected, offers, broken
        self.clear: list[bytes] = []
        self.secret: list[bytes] = []

    async def __call__(self, reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await self._converse(reader, writer)
        writer.close()

    async def _converse(self, reader, writer):
        heard = self.secret if self.implicit else self.clear
        writer.write(b"220 hop ESMTP\r\n")
        while line := await reader.readline():
            heard.append(line)
            if line.startswith(b"EHLO"):
                writer.write(b"250-hop\r\n250-%s\r\n250 STARTTLS\r\n" % self.offers)
            elif line.startswith(b"STARTTLS") and self.broken == "refused":
                writer.write(b"454 4.7.0 TLS not available\r\n")
            elif line.startswith(b"STARTTLS") and self.broken:
                writer.write(b"220 go\r\n")
                await reader.read(5)
                writer.write(b"no handshake\r\n")
                return
            elif line.startswith(b"STARTTLS"):
                writer.write(b"220 go\r\n" + self.injected)
                await writer.start_tls(self.context)
                heard = self.secret
            elif line.startswith(b"DATA"):
                writer.write(b"354 go\r\n")
                heard.append(await reader.readuntil(b"\r\n.\r\n"))
                writer.write(b"250 2.0.0 queued\r\n")
            else:
                writer.write(b"250 2.0.0 ok\r\n")
            await writer.drain()


@contextlib.asynccontextmanager
async def door_before(services, hop, certificate, tls):
    """Our door, with a certificate, in front of `hop`."""
    server = await asyncio.start_server(hop, "127.0.0.1", 0, ssl=hop.context if hop.implicit else None)
    more = {
        "next_hop": f"127.0.0.1:{server.sockets[0].getsockname()[1]}",
        "next_hop_tls": tls,
        "tls_certificate": certificate[0],
        "tls_key": certificate[1],
    }
    services.settings = Settings.model_validate({"smtp": {**services.settings.smtp.model_dump(), **more}})
    door = await start_smtp(services)
    yield door
    await door.drain(0.1)
    server.close()


def converse(address, *options, starttls=True):
    """(extensions offered, reply to MAIL, reply to DATA or None)."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with smtplib.SMTP(*address, local_hostname="c.test", timeout=20) as client:
        if starttls:
            client.starttls(context=context)
        client.ehlo()
        code, text = client.docmd("MAIL", " ".join(["FROM:<a@c.test>", *options]))
        if code != 250:
            return set(client.esmtp_features), b"%d %s" % (code, text), None
        client.rcpt("info@org.test")
        return set(client.esmtp_features), b"250 " + text, client.data(CLEAN)[0]


@pytest.fixture
def trusted(certificate, monkeypatch):
    """The certificate, which this machine now trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    return certificate


@pytest.mark.parametrize("tls", ["require", "implicit"])
async def test_a_next_hop_with_a_valid_certificate_gets_mail_under_tls_only(services_for, trusted, tls):
    hop = TlsHop(trusted, implicit=tls == "implicit")
    async with door_before(services_for[0], hop, trusted, tls) as door:
        _, _, data = await asyncio.to_thread(converse, door.address)

    assert data == 250
    assert any(b"bonjour" in said for said in hop.secret)
    assert not any(said.startswith(b"MAIL") for said in hop.clear)


@pytest.mark.parametrize("tls", ["require", "implicit"])
@pytest.mark.parametrize("fault", ["other name", "expired"])
async def test_a_bad_certificate_defers_and_nothing_is_said(
    services_for, certificate, tmp_path, monkeypatch, tls, fault
):
    wrong = {"address": "192.0.2.1"} if fault == "other name" else {"days": -1}
    files = make_certificate(tmp_path, **wrong)
    monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
    hop = TlsHop(files, implicit=tls == "implicit")
    async with door_before(services_for[0], hop, certificate, tls) as door:
        _, mail, _ = await asyncio.to_thread(converse, door.address)

    assert mail.startswith(b"451 4.4.1")
    assert not any(said.startswith(b"MAIL") for said in hop.clear + hop.secret)


@pytest.mark.parametrize("tls", ["require", "implicit"])
async def test_a_next_hop_in_the_clear_defers_where_tls_is_required(services_for, certificate, tls):
    services, hop = services_for
    more = {**services.settings.smtp.model_dump(), "next_hop_tls": tls}
    services.settings = Settings.model_validate({"smtp": more})
    door = await start_smtp(services)
    _, mail, _ = await asyncio.to_thread(converse, door.address, starttls=False)
    await door.drain(0.1)

    assert mail.startswith(b"451 4.4.1")
    assert hop.delivered == []


@pytest.mark.parametrize("tls", ["require", "opportunistic"])
async def test_what_is_said_in_the_clear_behind_starttls_is_not_believed(services_for, trusted, tls):
    hop = TlsHop(trusted, injected=b"250 injected\r\n")
    async with door_before(services_for[0], hop, trusted, tls) as door:
        _, mail, _ = await asyncio.to_thread(converse, door.address)

    assert mail.startswith(b"451 4.4.1")
    assert hop.secret == []


@pytest.mark.parametrize("broken", ["refused", "handshake"])
@pytest.mark.parametrize(("tls", "reply"), [("opportunistic", 250), ("require", None)])
async def test_broken_tls_leaves_mail_in_the_clear_where_that_is_allowed_only(
    services_for, trusted, broken, tls, reply
):
    hop = TlsHop(trusted, broken=broken)
    async with door_before(services_for[0], hop, trusted, tls) as door:
        _, _, data = await asyncio.to_thread(converse, door.address)

    assert data == reply
    assert any(b"bonjour" in said for said in hop.clear) == (reply == 250)
    assert hop.secret == []


async def test_requiretls_is_offered_and_kept_under_verified_tls(services_for, trusted):
    hop = TlsHop(trusted)
    async with door_before(services_for[0], hop, trusted, "require") as door:
        offered, _, data = await asyncio.to_thread(converse, door.address, "REQUIRETLS")

    assert "requiretls" in offered
    assert data == 250
    assert b"MAIL FROM:<a@c.test> REQUIRETLS\r\n" in hop.secret


@pytest.mark.parametrize(
    ("tls", "offers", "starttls", "reply"),
    [
        ("opportunistic", b"REQUIRETLS", True, b"550 5.7.30"),
        ("require", b"8BITMIME", True, b"550 5.7.30"),
        ("require", b"REQUIRETLS", False, b"530 5.7.0"),
    ],
)
async def test_requiretls_is_neither_offered_nor_taken_elsewhere(
    services_for, trusted, tls, offers, starttls, reply
):
    hop = TlsHop(trusted, offers=offers)
    async with door_before(services_for[0], hop, trusted, tls) as door:
        offered, mail, _ = await asyncio.to_thread(converse, door.address, "REQUIRETLS", starttls=starttls)

    assert "requiretls" not in offered
    assert mail.startswith(reply)
    assert not any(said.startswith(b"MAIL") for said in hop.clear + hop.secret)
