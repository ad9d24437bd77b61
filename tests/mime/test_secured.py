"""Mail that was sent securely is told apart by its bytes; what only claims to be is read."""

import base64
import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from gateway.mime.message import index
from gateway.mime.secure import Cms, cms, pgp_encrypted
from gateway.model import CannotRedact, Edit, Incomplete, Reason

INNER = b"Content-Type: text/plain; charset=utf-8\r\n\r\nNAS 046 454 286\r\n"


@pytest.fixture(scope="module")
def identity():
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    today = datetime.datetime(2026, 1, 1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(today).not_valid_after(today + datetime.timedelta(days=9))
    return key, builder.sign(key, hashes.SHA256())


def signed(identity, *options):
    key, certificate = identity
    builder = pkcs7.PKCS7SignatureBuilder().set_data(INNER).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary, *options])


def enveloped(identity):
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(INNER).add_recipient(identity[1])
    return builder.encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def smime(content, media="application/pkcs7-mime; name=smime.p7m"):
    head = f"Subject: s\r\nContent-Type: {media}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head.encode() + base64.encodebytes(content).replace(b"\n", b"\r\n")


def test_an_enveloped_message_is_secured(identity):
    extraction = index(smime(enveloped(identity)))
    assert list(extraction.incomplete) == [Incomplete(Reason.SECURED, "att/0")]


def test_the_label_does_not_decide(identity):
    extraction = index(smime(enveloped(identity), "application/octet-stream; name=smime.p7m"))
    assert list(extraction.incomplete) == [Incomplete(Reason.SECURED, "att/0")]
    lying = index(smime(b"not CMS at all", "application/pkcs7-mime; smime-type=enveloped-data"))
    assert list(lying.incomplete) == [Incomplete(Reason.UNKNOWN_TYPE, "att/0")]


def test_an_opaque_signed_message_is_read_inside_but_cannot_be_edited(identity):
    extraction = index(smime(signed(identity)))
    body = next(segment for segment in extraction.segments if segment.path == "att/0/body/0")
    assert (body.text, body.redactable, extraction.signed) == ("NAS 046 454 286\r\n", False, True)
    assert list(extraction.incomplete) == []
    with pytest.raises(CannotRedact) as refusal:
        extraction.rewrite([Edit(body.path, 4, 7, "x")], {})
    assert refusal.value.part == "att/0"


def test_a_detached_signature_holds_nothing_to_read(identity):
    signature = base64.encodebytes(signed(identity, pkcs7.PKCS7Options.DetachedSignature)).replace(
        b"\n", b"\r\n"
    )
    raw = (
        b"Content-Type: multipart/signed; boundary=B\r\n\r\n--B\r\n" + INNER + b"--B\r\n"
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + signature + b"--B--\r\n"
    )  # fmt: skip
    extraction = index(raw)
    assert extraction.signed
    assert list(extraction.incomplete) == []
    assert "NAS 046 454 286" in [segment.text.strip() for segment in extraction.segments]


def test_ber_of_indefinite_length_is_read():
    octets = b"\x24\x80\x04\x03046\x04\x03454\x00\x00"
    content = (
        b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010701") + b"\xa0\x80" + octets + b"\x00\x00\x00\x00"
    )
    body = b"\x30\x80\x02\x01\x01\x31\x00" + content + b"\x00\x00"
    data = (
        b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010702") + b"\xa0\x80" + body + b"\x00\x00\x00\x00"
    )
    assert cms(data) == (Cms.SIGNED, b"046454")


@pytest.mark.parametrize(
    "data", [b"", b"0", b"0\x80", b"0\x84\xff\xff\xff\xff", b"0\x80" * 5000, b"\x24\x80" * 5000]
)
def test_broken_cms_is_something_else(data):
    assert cms(data) == (Cms.OTHER, b"")


def armored(packet):
    encoded = base64.b64encode(packet + b"x" * 40).decode()
    return f"-----BEGIN PGP MESSAGE-----\nVersion: 1\n\n{encoded}\n=abcd\n-----END PGP MESSAGE-----\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(armored(b"\xc1\x20").encode(), True, id="session key for a public key"),
        pytest.param(armored(b"\x8c\x20").encode(), True, id="session key for a password, old format"),
        pytest.param(armored(b"\xcb\x20").encode(), False, id="literal data that anyone can read"),
        pytest.param((armored(b"\xc1\x20") + armored(b"\xcb\x20")).encode(), False, id="one of two is open"),
        pytest.param(b"hello", None, id="no OpenPGP"),
        pytest.param(b"\xc1\x20xxxx", True, id="not armored"),
    ],
)
def test_openpgp_messages(data, expected):
    assert pgp_encrypted(data) is expected


def pgp_mime(content):
    return (
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=B\r\n\r\n--B\r\n"
        "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--B\r\n"
        f"Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n{content}\r\n--B--\r\n"
    ).encode()  # fmt: skip


def test_pgp_mime_is_secured():
    assert list(index(pgp_mime(armored(b"\xc1\x20"))).incomplete) == [Incomplete(Reason.SECURED, "att/1")]


def test_pgp_mime_that_is_not_encrypted_is_not():
    assert list(index(pgp_mime("NAS 046 454 286")).incomplete) == [Incomplete(Reason.UNKNOWN_TYPE, "att/1")]


def test_what_is_said_around_an_encrypted_file_is_read():
    """No program that decrypts it shows that text; every other one does."""
    secret = armored(b"\xc1\x20")
    for content in (f"{secret}NAS 046 454 286", secret.replace("Version: 1", "Comment: NAS 046 454 286")):
        extraction = index(pgp_mime(content))
        assert list(extraction.incomplete) == [Incomplete(Reason.SECURED, "att/1")]
        assert any("NAS 046 454 286" in segment.text for segment in extraction.segments)
    assert not any("BEGIN PGP" in segment.text for segment in index(pgp_mime(secret)).segments)


def test_what_stands_behind_an_enveloped_message_makes_it_another_file(identity):
    assert cms(enveloped(identity) + b"\0\r\n") == (Cms.ENCRYPTED, b"")
    assert cms(enveloped(identity) + b"NAS 046 454 286") == (Cms.OTHER, b"")


def test_inline_pgp_is_secured_and_the_text_around_it_is_read():
    extraction = index(f"Subject: s\n\nNAS 046\n{armored(bytes([0xC1, 0x20]))}".encode())
    assert list(extraction.incomplete) == [Incomplete(Reason.SECURED, "body/0")]
    assert "NAS 046" in extraction.segments[1].text


def test_clear_signed_text_is_signed():
    assert index(b"Subject: s\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nx\n").signed
    assert not index(b"Subject: s\n\nx\n").signed
