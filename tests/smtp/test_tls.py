"""STARTTLS on both sides: with clients, and with the next hop."""

import asyncio
import smtplib
import ssl

import pytest

from gateway.settings import Settings, SettingsError
from gateway.smtp.places import Place
from gateway.smtp.relay import Connection, NextHopDown
from gateway.smtp.server import start_smtp


def secured(gate_settings, certificate, **more):
    smtp = {
        **gate_settings.smtp.model_dump(),
        "tls_certificate": certificate[0],
        "tls_key": certificate[1],
        **more,
    }
    return Settings.model_validate({"smtp": smtp})


def deliver_over_tls(address):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with smtplib.SMTP(*address, local_hostname="c.test", timeout=20) as client:
        assert client.ehlo()[0] == 250
        assert client.has_extn("starttls")
        client.starttls(context=context)
        assert not client.has_extn("starttls")
        client.sendmail("a@c.test", ["info@org.test"], b"Subject: x\r\n\r\nbonjour\r\n")


async def test_a_client_may_use_tls(services_for, certificate):
    services, hop = services_for
    services.settings = secured(services.settings, certificate)
    door = await start_smtp(services)
    await asyncio.to_thread(deliver_over_tls, door.address)
    await door.drain(0.1)
    assert len(hop.delivered) == 1


async def test_who_xclient_said_it_is_stays_a_stranger_under_tls(services_for, certificate):
    """A proxy that passes a client's own STARTTLS on does not lend it its rights."""
    services, _ = services_for
    services.settings = secured(services.settings, certificate, relay_domains=["org.test"])
    door = await start_smtp(services)

    def codes():
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with smtplib.SMTP(*door.address, local_hostname="c.test", timeout=20) as client:
            client.ehlo()
            yield client.docmd("XCLIENT ADDR=203.0.113.9")[0]
            client.ehlo()
            client.starttls(context=context)
            client.ehlo()
            yield client.docmd("XCLIENT ADDR=127.0.0.1")[0]
            client.mail("a@c.test")
            yield client.rcpt("x@elsewhere.test")[0]

    assert await asyncio.to_thread(list, codes()) == [220, 550, 554]
    await door.drain(0.1)


async def test_without_tls_mail_is_refused_where_it_is_required(services_for, certificate):
    services, _ = services_for
    services.settings = secured(services.settings, certificate, tls_require=True)
    door = await start_smtp(services)

    def plain():
        with smtplib.SMTP(*door.address, local_hostname="c.test", timeout=20) as client:
            client.ehlo()
            return client.mail("a@c.test")[0]

    assert await asyncio.to_thread(plain) == 530
    await door.drain(0.1)


async def test_the_next_hop_is_spoken_to_under_tls_when_it_offers_it(services_for, certificate):
    services, _ = services_for
    services.settings = secured(services.settings, certificate)
    door = await start_smtp(services)
    connection = await Connection.open(Place(*door.address, door.address[0]), "c.test", 10.0, "opportunistic")
    assert b"STARTTLS" not in connection.capabilities
    assert b"PIPELINING" in connection.capabilities
    connection.close()
    with pytest.raises(NextHopDown):  # nobody has signed this certificate
        await Connection.open(Place(*door.address, door.address[0]), "c.test", 10.0, "require")
    await door.drain(0.1)


async def test_a_certificate_that_cannot_be_read_stops_the_start(services_for, tmp_path):
    services, _ = services_for
    services.settings = secured(services.settings, (tmp_path / "none.pem", None))
    with pytest.raises(SettingsError, match=r"none\.pem"):
        await start_smtp(services)


async def test_over_the_limit_a_client_is_told_to_come_back(services_for):
    services, _ = services_for
    smtp = {**services.settings.smtp.model_dump(), "max_connections": 2}
    services.settings = Settings.model_validate({"smtp": smtp})
    door = await start_smtp(services)
    opened = [await asyncio.open_connection(*door.address) for _ in range(3)]
    greetings = [(await reader.readline())[:3] for reader, _ in opened]
    assert greetings == [b"220", b"220", b"421"]
    for _, writer in opened:
        writer.close()
    await door.drain(0.1)
