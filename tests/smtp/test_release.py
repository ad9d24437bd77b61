"""What leaves quarantine, and what the next hop may say to it."""

import socket

import pytest

from gateway.model import Envelope
from gateway.smtp.hop import next_hop_of
from gateway.smtp.release import NotDelivered, deliver
from tests.smtp.conversation import set_smtp

CONTENT = b"Subject: x\r\n\r\nbonjour\r\n"


@pytest.mark.parametrize("reply", ["251 2.1.5 will forward", "252 2.1.5 cannot verify", "250 2.1.5 ok"])
async def test_a_recipient_that_is_taken_in_other_words_gets_it(services_for, reply):
    services, hop = services_for
    hop.say = {"RCPT": reply}
    await deliver(next_hop_of(services.settings.smtp), Envelope("a@c.test", ("info@org.test",)), CONTENT)
    assert hop.delivered == [CONTENT]


@pytest.mark.parametrize("script", [{"RCPT": "550 5.1.1 no"}, {"MAIL": "221 bye"}, {"dot": "251 forwarded"}])
async def test_what_was_not_taken_is_said(services_for, script):
    services, hop = services_for
    hop.say = script
    with pytest.raises(NotDelivered):
        await deliver(next_hop_of(services.settings.smtp), Envelope("a@c.test", ("info@org.test",)), CONTENT)
    assert hop.delivered == []


async def test_what_leaves_quarantine_goes_to_lmtp_recipient_by_recipient(services_for, mailbox):
    services, _ = services_for
    handler, port = mailbox
    set_smtp(services, next_hop=f"127.0.0.1:{port}", next_hop_protocol="lmtp")
    await deliver(
        next_hop_of(services.settings.smtp), Envelope("a@c.test", ("one@org.test", "two@org.test")), CONTENT
    )

    assert [recipients for recipients, _ in handler.got] == [["one@org.test"], ["two@org.test"]]
    with pytest.raises(NotDelivered):
        await deliver(
            next_hop_of(services.settings.smtp), Envelope("a@c.test", ("nobody@org.test",)), CONTENT
        )


async def test_what_leaves_quarantine_takes_the_hop_that_answers(services_for):
    services, hop = services_for
    gone = socket.create_server(("127.0.0.1", 0))
    address = gone.getsockname()
    gone.close()
    there = services.settings.smtp.next_hop
    set_smtp(services, next_hop=f"{address[0]}:{address[1]}", next_hop_failover=[there])
    await deliver(next_hop_of(services.settings.smtp), Envelope("a@c.test", ("one@org.test",)), CONTENT)

    assert len(hop.delivered) == 1
