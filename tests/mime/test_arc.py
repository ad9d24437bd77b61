"""The ARC seal, judged by another's verifier: it holds, and it says no more than we were told."""

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from gateway.mime.arc import ArcSeal, ArcUnusable

RESULTS = b"Authentication-Results: mx.org.test; dkim=pass header.d=c.test; spf=pass\r\n"
MAIL = (
    b"From: Marie <marie@c.test>\r\nTo: info@org.test\r\nSubject: =?utf-8?q?=C3=A9t=C3=A9?=\r\n"
    b"Date: Thu, 26 Nov 2026 10:00:00 -0500\r\nMessage-ID: <1@c.test>\r\n\r\nbonjour\r\n\r\n.\r\n"
)


def write(folder, key, form=serialization.PrivateFormat.PKCS8):
    file = folder / "arc.pem"
    pem = serialization.Encoding.PEM
    file.write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()))
    return file


@pytest.fixture(scope="module")
def key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public(key):
    """The verifier's view of DNS."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    pem = key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()
    record = "v=DKIM1; k=rsa; p=" + "".join(pem.splitlines()[1:-1])
    return lambda name, timeout=5: {b"arc1._domainkey.org.test.": record.encode()}.get(name)


@pytest.fixture
def dns(key):
    return public(key)


@pytest.fixture
def seal(tmp_path, key):
    return ArcSeal("org.test", "arc1", write(tmp_path, key), "mx.org.test")


def test_the_seal_verifies_and_quotes_what_our_server_found(seal, dns):
    sealed = seal(RESULTS + MAIL)
    assert sealed.endswith(RESULTS + MAIL)
    assert dkim.arc_verify(b"Received: from a\r\n\tby b; later\r\n" + sealed, dnsfunc=dns)[0] == dkim.CV_Pass
    top = sealed[: -len(RESULTS + MAIL)]
    assert top.count(b"\r\n") == top.count(b"\n")
    assert (
        b"ARC-Authentication-Results: i=1; mx.org.test;\r\n dkim=pass header.d=c.test;\r\n spf=pass\r\n"
        in top
    )
    assert b"cv=none" in top


@pytest.mark.parametrize(
    ("old", "new"), [(b"bonjour", b"bonsoir"), (b"Marie", b"Anne"), (b"spf=pass", b"spf=fail")]
)
def test_a_later_change_is_seen(seal, dns, old, new):
    sealed = seal(RESULTS + MAIL)
    where = sealed.index(old)
    changed = sealed[:where] + new + sealed[where + len(old) :]
    assert dkim.arc_verify(changed, dnsfunc=dns)[0] == dkim.CV_Fail


@pytest.mark.parametrize(
    "results",
    [b"", RESULTS.replace(b"mx.org.test", b"mx.else.test"), b"Authentication-Results: mx.org.test; (((\r\n"],
    ids=["none", "another's", "unreadable"],
)
def test_without_our_servers_word_there_is_no_seal(seal, results):
    assert seal(results + MAIL) == results + MAIL


def test_an_older_chain_is_continued_on_our_servers_word_alone(seal, dns):
    once = seal(RESULTS + MAIL)
    assert seal(RESULTS + once.removeprefix(RESULTS)) == RESULTS + once
    twice = seal(RESULTS.replace(b"; dkim", b"; arc=pass; dkim") + once.replace(RESULTS, b""))
    assert b"ARC-Seal: i=2; cv=pass" in twice
    assert dkim.arc_verify(twice, dnsfunc=dns)[0] == dkim.CV_Pass


def test_the_older_form_of_a_key_is_read_too(tmp_path, key, dns):
    file = write(tmp_path, key, serialization.PrivateFormat.TraditionalOpenSSL)
    sealed = ArcSeal("org.test", "arc1", file, "mx.org.test")(RESULTS + MAIL)
    assert dkim.arc_verify(sealed, dnsfunc=dns)[0] == dkim.CV_Pass


def test_a_key_that_cannot_be_used_is_said_at_once(tmp_path):
    with pytest.raises(ArcUnusable, match=r"arc\.key_file: .*none"):
        ArcSeal("org.test", "arc1", tmp_path / "none", "mx.org.test")
    with pytest.raises(ArcUnusable, match="RSA"):
        ArcSeal("org.test", "arc1", write(tmp_path, ec.generate_private_key(ec.SECP256R1())), "mx.org.test")
