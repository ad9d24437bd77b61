"""TLS on both sides: with clients, from the start or by STARTTLS, and with the next hop."""

import asyncio
import shutil
import smtplib
import socket
import ssl

import pytest

from gateway.settings import Settings, SettingsError
from gateway.smtp.places import Place
from gateway.smtp.relay import Connection, NextHopDown
from tests.smtp.certificates import make_certificate, tls_of, trusting_all
from tests.smtp.conversation import CLEAN, set_smtp


def deliver_over_tls(address):
    with smtplib.SMTP(*address, local_hostname="c.test", timeout=20) as client:
        assert client.ehlo()[0] == 250
        assert client.has_extn("starttls")
        client.starttls(context=trusting_all())
        assert not client.has_extn("starttls")
        client.sendmail("a@c.test", ["info@org.test"], CLEAN)


async def test_a_client_may_use_tls(services_for, certificate, open_door):
    services, hop = services_for
    set_smtp(services, **tls_of(certificate))
    door = await open_door(services)
    await asyncio.to_thread(deliver_over_tls, door.address)
    assert len(hop.delivered) == 1


async def test_who_xclient_said_it_is_stays_a_stranger_under_tls(services_for, certificate, open_door):
    """A proxy that passes a client's own STARTTLS on does not lend it its rights."""
    services, _ = services_for
    set_smtp(services, **tls_of(certificate), relay_domains=["org.test"])
    door = await open_door(services)

    def codes():
        with smtplib.SMTP(*door.address, local_hostname="c.test", timeout=20) as client:
            client.ehlo()
            yield client.docmd("XCLIENT ADDR=203.0.113.9")[0]
            client.ehlo()
            client.starttls(context=trusting_all())
            client.ehlo()
            yield client.docmd("XCLIENT ADDR=127.0.0.1")[0]
            client.mail("a@c.test")
            yield client.rcpt("x@elsewhere.test")[0]

    assert await asyncio.to_thread(list, codes()) == [220, 550, 554]


async def test_without_tls_mail_is_refused_where_it_is_required(services_for, certificate, open_door):
    services, _ = services_for
    set_smtp(services, **tls_of(certificate), tls_require=True)
    door = await open_door(services)

    def plain():
        with smtplib.SMTP(*door.address, local_hostname="c.test", timeout=20) as client:
            client.ehlo()
            return client.mail("a@c.test")[0]

    assert await asyncio.to_thread(plain) == 530


async def test_the_next_hop_is_spoken_to_under_tls_when_it_offers_it(services_for, certificate, open_door):
    services, _ = services_for
    set_smtp(services, **tls_of(certificate))
    door = await open_door(services)
    connection = await Connection.open(Place(*door.address, door.address[0]), "c.test", 10.0, "opportunistic")
    assert b"STARTTLS" not in connection.capabilities
    assert b"PIPELINING" in connection.capabilities
    connection.close()
    with pytest.raises(NextHopDown):  # nobody has signed this certificate
        await Connection.open(Place(*door.address, door.address[0]), "c.test", 10.0, "require")


async def test_a_certificate_that_cannot_be_read_stops_the_start(services_for, tmp_path, open_door):
    services, _ = services_for
    set_smtp(services, tls_certificate=tmp_path / "none.pem")
    with pytest.raises(SettingsError, match=r"none\.pem"):
        await open_door(services)


async def test_over_the_limit_a_client_is_told_to_come_back(services_for, open_door):
    services, _ = services_for
    set_smtp(services, max_connections=2)
    door = await open_door(services)
    opened = [await asyncio.open_connection(*door.address) for _ in range(3)]
    greetings = [(await reader.readline())[:3] for reader, _ in opened]
    assert greetings == [b"220", b"220", b"421"]
    for _, writer in opened:
        writer.close()


def listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


async def test_a_connection_may_begin_with_tls(services_for, certificate, open_door):
    services, hop = services_for
    set_smtp(services, **tls_of(certificate), listen_tls="127.0.0.1:0", tls_require=True)
    secure = listener()
    await open_door(services, secure=secure)

    def send() -> None:
        with smtplib.SMTP_SSL(*secure.getsockname(), "c.test", context=trusting_all(), timeout=20) as client:
            client.ehlo()
            assert not client.has_extn("starttls")
            client.sendmail("a@c.test", ["info@org.test"], CLEAN)

    await asyncio.to_thread(send)

    assert len(hop.delivered) == 1


async def test_who_never_begins_tls_takes_its_own_places_only(services_for, certificate, open_door):
    services, _ = services_for
    set_smtp(
        services,
        **tls_of(certificate),
        listen_tls="127.0.0.1:0",
        max_connections_per_client=3,
        trusted_peers=["192.0.2.0/24"],
    )
    secure = listener()
    door = await open_door(services, secure=secure)
    silent = [await asyncio.open_connection(*secure.getsockname()) for _ in range(6)]
    async with asyncio.timeout(20):
        reader, writer = await asyncio.open_connection(*secure.getsockname(), ssl=trusting_all())
        assert (await reader.readline()).startswith(b"421 4.3.2 ")
        writer.close()
        assert [await reader.read() for reader, _ in silent[3:]] == [b""] * 3
    for _, writer in silent[:2]:
        writer.close()
    silent[2][1].write(b"EHLO c.test\r\n")  # no TLS
    assert b"EHLO" not in await silent[2][0].read()
    reader, writer = await asyncio.open_connection(*secure.getsockname(), ssl=trusting_all())
    assert (await reader.readline()).startswith(b"220 ")
    assert len(door.sessions) == 1
    writer.close()


async def test_a_renewed_certificate_is_shown_without_a_restart(
    services_for, certificate, tmp_path, tmp_path_factory, open_door
):
    services, _ = services_for
    files = [tmp_path / "cert.pem", tmp_path / "key.pem"]
    for file, made in zip(files, certificate, strict=True):
        shutil.copy(made, file)
    set_smtp(services, **tls_of(files), listen_tls="127.0.0.1:0")
    secure = listener()
    door = await open_door(services, secure=secure)
    shown = [await asyncio.to_thread(ssl.get_server_certificate, secure.getsockname())]
    for file, made in zip(files, make_certificate(tmp_path_factory.mktemp("renewed")), strict=True):
        shutil.copy(made, file)
    door.load_certificate()
    shown.append(await asyncio.to_thread(ssl.get_server_certificate, secure.getsockname()))

    assert shown[0] != shown[1]


def test_a_tls_port_needs_a_certificate():
    with pytest.raises(ValueError, match="listen_tls needs tls_certificate"):
        Settings.model_validate({"smtp": {"listen_tls": "127.0.0.1:4650"}})
