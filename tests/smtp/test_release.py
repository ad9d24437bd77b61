"""What leaves quarantine, and what the next hop may say to it."""

import pytest

from gateway.model import Envelope
from gateway.smtp.hop import next_hop_of
from gateway.smtp.release import NotDelivered, deliver

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
