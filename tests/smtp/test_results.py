"""Authentication-Results: those of our own servers are kept, those that pretend to be are removed (RFC 8601 §5)."""

import dataclasses

import pytest

from gateway.mime.arc import ArcSeal
from gateway.smtp.results import authserv_id, without_forged
from gateway.smtp.server import start_smtp
from tests.mime.test_arc import write
from tests.smtp.conversation import set_smtp, talk

REST = b"Subject: x\r\n\r\nAuthentication-Results: mx.org.test; dkim=pass\r\n"


@pytest.mark.parametrize(
    "field",
    [
        b"Authentication-Results: mx.org.test; dkim=pass\r\n",
        b"authentication-results:MX.ORG.TEST;dkim=pass\r\n",
        b"AUTHENTICATION-RESULTS : mx.org.test 1; dkim=pass\r\n",
        b'Authentication-Results: "mx.org.test"; none\r\n',
        b"Authentication-Results:\r\n\t(a (b) comment)\r\n mx.org.test/1;\r\n dkim=pass\r\n",
        b"Authentication-Results: mx.org.test\r\n",
    ],
)
def test_a_forged_field_is_removed_however_it_is_written(field):
    other = b"Authentication-Results: mx.else.test; spf=pass smtp.mailfrom=mx.org.test\r\n"
    assert without_forged(other + field + REST, ["mx.org.test"]) == other + REST
    assert without_forged(field + REST, ["mx.org.test"]) == REST
    assert without_forged(field + REST, []) == field + REST


@pytest.mark.parametrize("value", [b"", b"(((((", b";", b"(" * 100_000, b'"', b" (a) (b) "])
def test_what_cannot_be_read_is_nobodys(value):
    assert authserv_id(value) == b""


@pytest.mark.parametrize("above", [b"", b"X-Long: " + b"x" * 2_000_000 + b"\r\n", b"X: y\r\n" * 200_000])
def test_a_header_is_looked_at_to_its_end(above):
    field = b"Authentication-Results: mx.org.test; a\r\n"
    assert without_forged(above + field, ["mx.org.test"]) == above
    assert without_forged(above + field * 3 + b"x" * 2_000_000, ["mx.org.test"]) == above + b"x" * 2_000_000
    assert without_forged(above + field + REST, ["mx.org.test"]) == above + REST


@pytest.mark.parametrize(("trusted", "kept"), [("127.0.0.0/8", True), ("192.0.2.0/24", False)])
async def test_only_a_trusted_peer_speaks_for_our_servers(services_for, trusted, kept):
    services, hop = services_for
    set_smtp(services, trusted_peers=[trusted], authserv_ids=["mx.org.test"])
    door = await start_smtp(services)
    mail = b"Authentication-Results: mx.org.test; dkim=pass\r\n" + REST
    start = (
        b"",
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
        b"RCPT TO:<info@org.test>\r\n",
        b"DATA\r\n",
    )
    assert (await talk(door.address, *start, mail + b".\r\n"))[-1].startswith(b"250 ")
    await door.drain(0.1)
    header, _, body = hop.delivered[0].partition(b"\r\n\r\n")
    assert (b"Authentication-Results:" in header) == kept
    assert body.startswith(b"Authentication-Results:")


async def test_a_redacted_message_is_sealed_and_a_clean_one_is_not(services_for, tmp_path):
    from cryptography.hazmat.primitives.asymmetric import rsa

    services, hop = services_for
    key = write(tmp_path, rsa.generate_private_key(public_exponent=65537, key_size=1024))
    services.inspector = dataclasses.replace(
        services.inspector, arc=ArcSeal("org.test", "arc1", key, "mx.org.test"), sign=lambda _: "00"
    )
    door = await start_smtp(services)
    head = b"Authentication-Results: mx.org.test; dkim=pass\r\nFrom: a@c.test\r\nSubject: x\r\n\r\n"
    start = (
        b"",
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
        b"RCPT TO:<info@org.test>\r\n",
        b"DATA\r\n",
    )
    for text in (b"bonjour\r\n", b"Mon NAS est le 046 454 286.\r\n"):
        assert (await talk(door.address, *start, head + text + b".\r\n"))[-1].startswith(b"250 ")
    await door.drain(0.1)
    assert b"ARC-Seal" not in hop.delivered[0]
    signed = hop.delivered[1].partition(b"ARC-Message-Signature:")[2].partition(b"ARC-Authentication")[0]
    assert b"x-ecluse-result" in signed
    assert b"i=1; cv=none" in hop.delivered[1]
