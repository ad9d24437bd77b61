"""Who is never answered (RFC 3834 §2), and what the answer says."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.model import Envelope
from gateway.notices.catalog import load_catalog
from gateway.notices.courtesy import compose, headers_of, why_not
from gateway.policy.load import load_policy

OWN, SERVER = "ne-pas-repondre@org.test", "mx.org.test"
HEAD = (
    "Authentication-Results: mx.org.test; spf=pass smtp.mailfrom=c.test; dmarc=pass header.from=c.test\r\n"
    "From: Marie <marie@c.test>\r\nTo: Info <info@org.test>\r\nSubject: x\r\nMessage-ID: <1@c.test>\r\n"
)


def verdict(
    head: str = HEAD, sender: str = "marie@c.test", recipients: tuple[str, ...] = ("info@org.test",)
) -> str:
    raw = f"{head}\r\nbonjour\r\n".encode("utf-8", "surrogateescape")
    return why_not(headers_of(raw), Envelope(sender, recipients), authserv_id=SERVER, own=OWN)


def test_a_citizen_is_answered():
    assert verdict() == ""
    assert verdict(HEAD + "Auto-Submitted: no\r\n") == ""


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("auto-submitted", "Auto-Submitted: auto-replied"),
        ("auto-submitted", "Auto-Submitted: auto-generated; type=x"),
        ("list", "List-Id: <a.list.test>"),
        ("list", "List-Unsubscribe: <mailto:x@y.test>"),
        ("list", "Precedence: bulk"),
        ("list", "Precedence:  Junk "),
        ("suppressed", "X-Auto-Response-Suppress: DR, OOF, AutoReply"),
        ("report", "Content-Type: multipart/report; report-type=delivery-status; boundary=x"),
    ],
)
def test_programs_and_lists_are_not_answered(reason, line):
    assert verdict(f"{HEAD}{line}\r\n") == reason


@pytest.mark.parametrize(
    ("reason", "sender"),
    [
        ("null-sender", ""),
        ("null-sender", "<>"),
        ("program", "MAILER-DAEMON@c.test"),
        ("program", "no-reply@c.test"),
        ("program", "noreply+1@c.test"),
        ("program", "ne-pas-repondre@c.test"),
        ("program", "owner-list@c.test"),
        ("program", "list-request@c.test"),
        ("program", "bounces+abc=org.test@c.test"),
        ("own-address", OWN),
        ("own-address", "info@org.test"),
        ("strange-sender", "marie"),
        ("strange-sender", '"a b"@c.test'),
        ("strange-sender", "a@c.test\r\nBcc: x@y.test"),
    ],
)
def test_some_senders_are_not_answered(reason, sender):
    assert verdict(sender=sender) == reason


def test_who_was_not_named_does_not_answer():
    assert verdict(recipients=("hidden@org.test",)) == "not-addressed"
    assert verdict(HEAD + "Cc: hidden@org.test\r\n", recipients=("hidden@org.test",)) == ""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Authentication-Results: elsewhere.test; dmarc=pass\r\n",
        "Authentication-Results: mx.org.test; spf=fail; dmarc=fail\r\n",
        "Authentication-Results: mx.org.test; spf=pass; dmarc=fail\r\n",
        "Authentication-Results: mx.org.test; spf=none\r\n",
        "Authentication-Results: mx.org.test; spf=fail\r\nAuthentication-Results: mx.org.test; dmarc=pass\r\n",
    ],
)
def test_a_sender_that_our_server_did_not_confirm_is_not_answered(line):
    assert verdict(line + HEAD.partition("\r\n")[2]) == "unauthenticated"


@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_header_and_sender_is_judged(raw, sender):
    assert isinstance(
        why_not(headers_of(raw), Envelope(sender, ("a@b.test",)), authserv_id=SERVER, own=OWN), str
    )


@pytest.mark.parametrize(
    ("language", "first"), [("fr", "Votre message"), ("en", "Your message"), ("und", "Votre message")]
)
def test_the_answer_is_in_both_languages_and_is_known_for_what_it_is(language, first):
    rules = load_policy(Path(__file__).parents[2] / "config/policy.toml")
    raw = compose(
        load_catalog(), rules.organisation, rules.rules[0], {"CA_SIN": 1, "DATE_OF_BIRTH": 2},
        language=language, own=OWN, to="marie@c.test", answered="<1@c.test>", message_id="abc", at=datetime.now(UTC),
    )  # fmt: skip
    reply = message_from_bytes(raw, policy=policy.default)

    assert reply["Auto-Submitted"] == "auto-replied"
    assert (reply["To"], reply["In-Reply-To"], reply["References"]) == (
        "marie@c.test",
        "<1@c.test>",
        "<1@c.test>",
    )
    text = reply.get_content()
    assert text.startswith(first)
    assert "1 numéro d'assurance sociale, 2 dates de naissance" in text
    assert "1 social insurance number, 2 dates of birth" in text
    assert "https://www.ramq.gouv.qc.ca/en/contact-us" in text
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_strange_message_id_is_not_repeated():
    rules = load_policy(Path(__file__).parents[2] / "config/policy.toml")
    raw = compose(
        load_catalog(), rules.organisation, rules.rules[0], {}, language="fr", own=OWN, to="m@c.test",
        answered="<1@c.test>\r\nBcc: x@y.test", message_id="abc", at=datetime.now(UTC),
    )  # fmt: skip

    assert b"Bcc" not in raw
    assert b"In-Reply-To" not in raw
