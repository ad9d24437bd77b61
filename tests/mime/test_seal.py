"""The signed word on a changed message: ours, forged, or about another body."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mime.seal import check, sealed

RAW = b"From: a@c.test\r\nSubject: x\r\n\r\nbonjour\r\n\r\n"


def sign(said: bytes) -> str:
    return hmac.new(b"key", said, hashlib.sha256).hexdigest()


def seal(raw: bytes = RAW) -> bytes:
    return sealed(
        raw, [("X-Ecluse-Id", "1")], message_id="1", action="redact", counts={"CA_SIN": 2}, sign=sign
    )


def test_it_says_what_was_done_and_holds_for_this_body():
    verdict, said = check(seal(), sign)

    assert verdict == "valid"
    assert "action=redact; body=changed; reason=redaction; types=CA_SIN:2" in said


def test_the_rest_of_the_message_is_as_it_was():
    assert seal().endswith(RAW)


@pytest.mark.parametrize(
    ("verdict", "change"),
    [
        ("valid", lambda raw: raw.replace(b"\r\n", b"\n")),
        ("valid", lambda raw: raw + b"\r\n\r\n"),
        ("valid", lambda raw: b"Received: by x\r\n" + raw),
        ("valid", lambda raw: raw.replace(b"; bh=", b";\r\n\tbh=")),
        ("altered", lambda raw: raw.replace(b"bonjour", b"bonsoir")),
        ("forged", lambda raw: raw.replace(b"CA_SIN:2", b"CA_SIN:1")),
        ("forged", lambda raw: raw.replace(b"action=redact", b"action=pass")),
        ("forged", lambda raw: b"X-Ecluse-Result: v=1; b=00\r\n" + raw),
        ("none", lambda raw: RAW),
    ],
)
def test_what_becomes_of_it_on_the_way(verdict, change):
    assert check(change(seal()), sign)[0] == verdict


def test_another_gateways_word_is_not_ours():
    assert check(seal(), lambda said: hmac.new(b"other", said, hashlib.sha256).hexdigest())[0] == "forged"


def test_a_field_that_came_with_the_message_is_gone():
    forged = b"X-Ecluse-Result: v=1; action=pass; b=00\r\n" + RAW

    assert check(seal(forged), sign)[0] == "valid"
    assert seal(forged).count(b"X-Ecluse-Result") == 1


@given(st.binary(max_size=300).map(lambda raw: raw.replace(b"\r", b"")))
def test_any_message_is_judged_and_any_can_be_sealed(raw):
    """As it comes from a door: no CR stands alone there."""
    assert check(raw, sign)[0] in ("none", "forged")
    assert check(seal(raw), sign)[0] == "valid"
