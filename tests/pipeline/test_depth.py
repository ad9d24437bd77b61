"""However one thing stands in another, it is followed as far as `max_depth` says, and what lies deeper is said."""

import base64
import binascii

import pytest

from gateway.extract.registry import DocumentLimits, Documents
from gateway.mime import message as mime
from gateway.mime.limits import MimeLimits
from gateway.model import Reason

LIMIT = 4
SECRET = "NAS 046 454 286"
TEXT = b"Content-Type: text/plain\r\n\r\n" + SECRET.encode() + b"\r\n"


@pytest.fixture(scope="module")
def read():
    """(texts, reasons) of a message: what was read in it, and what not."""
    documents = Documents(DocumentLimits(max_depth=LIMIT), index_message=mime.index)

    def reading(raw):
        found = mime.index(raw, limits=MimeLimits(max_depth=LIMIT), open_document=documents.open)
        texts = "\n".join(segment.text for segment in found.segments)
        return SECRET in texts, {item.reason for item in found.incomplete}

    yield reading
    documents.close()


def encoded(head, content):
    return head + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(content)


def in_multipart(entity, level):
    boundary = b"B%dx" % level
    return b"Content-Type: multipart/mixed; boundary=%b\r\n\r\n--%b\r\n%b\r\n--%b--\r\n" % (
        boundary, boundary, entity, boundary,
    )  # fmt: skip


def in_message(entity, _):
    return b"Content-Type: message/rfc822\r\n\r\n" + entity


def in_encoded_message(entity, _):
    return encoded(b"Content-Type: message/rfc822", entity)


def in_saved_message(entity, _):
    return encoded(b"Content-Type: application/octet-stream; name=a.eml", b"Subject: s\r\n" + entity)


def in_file_that_is_a_message(entity, _):
    return encoded(b"Content-Type: application/octet-stream; name=a.bin", b"MIME-Version: 1.0\r\n" + entity)


def in_encoded_multipart(entity, level):
    inner = in_multipart(entity, level)
    head, _, body = inner.partition(b"\r\n\r\n")
    return encoded(head, body)


def in_signed(entity, _):
    """Opaque S/MIME (RFC 8551 §3.5.2), as much of it as is looked at."""

    def tagged(tag, content):
        size = len(content)
        length = bytes((size,)) if size < 128 else b"\x84" + size.to_bytes(4, "big")
        return bytes((tag,)) + length + content

    data, signed = b"\x06\x09*\x86H\x86\xf7\r\x01\x07\x01", b"\x06\x09*\x86H\x86\xf7\r\x01\x07\x02"
    inside = tagged(0x30, data + tagged(0xA0, tagged(0x04, entity)))
    content = tagged(0x30, b"\x02\x01\x01" + tagged(0x31, b"") + inside)
    return encoded(
        b"Content-Type: application/pkcs7-mime; name=smime.p7m", tagged(0x30, signed + tagged(0xA0, content))
    )


def body_of(entity):
    return entity.partition(b"\r\n\r\n")[2]


def in_page(entity, _):
    media = b"text/plain" if entity.startswith(TEXT[:24]) else b"text/html"
    uri = b"data:%b;base64,%b" % (media, base64.b64encode(body_of(entity)))
    return b'Content-Type: text/html\r\n\r\n<p>voici <a href="%b">cela</a></p>' % uri


def in_uuencoded(entity, _):
    content = body_of(entity)
    lines = [binascii.b2a_uu(content[at : at + 45]) for at in range(0, len(content), 45)]
    return b"Content-Type: text/plain\r\n\r\nvoici\r\nbegin 644 a.txt\r\n%b`\r\nend\r\n" % b"".join(lines)


WAYS = {
    way.__name__: way
    for way in (
        in_multipart, in_message, in_encoded_message, in_saved_message, in_file_that_is_a_message, in_encoded_multipart,
        in_signed, in_page, in_uuencoded,
    )
}  # fmt: skip


def nested(way, levels):
    entity = TEXT
    for level in range(levels):
        entity = way(entity, level)
    return b"Subject: s\r\n" + entity


@pytest.mark.parametrize("way", WAYS)
def test_as_far_as_the_limit_it_is_read(read, way):
    found, reasons = read(nested(WAYS[way], LIMIT))
    assert found
    assert Reason.TOO_DEEP not in reasons


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("more", [1, 2, 9])
def test_beyond_it_that_is_said(read, way, more):
    found, reasons = read(nested(WAYS[way], LIMIT + more))
    assert Reason.TOO_DEEP in reasons
    assert not found


@pytest.mark.parametrize("way", WAYS)
def test_multiparts_around_it_count(read, way):
    """Three multiparts leave room for one thing more."""

    def around(levels):
        entity = TEXT
        for level in range(levels):
            entity = WAYS[way](entity, level)
        for level in range(LIMIT - 1):
            entity = in_multipart(entity, levels + level)
        return b"Subject: s\r\n" + entity

    assert read(around(1))[0]
    found, reasons = read(around(2))
    assert Reason.TOO_DEEP in reasons
    assert not found
