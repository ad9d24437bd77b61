"""One message through the whole house: bytes in, decision and bytes out."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from gateway.mime import message as mime
from gateway.mime.limits import MimeLimits
from gateway.model import (
    Action,
    Channel,
    Defer,
    Forward,
    Incomplete,
    IncompleteAction,
    Message,
    Reason,
    Refuse,
)
from gateway.pipeline import new_id
from gateway.policy.load import load_policy

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")
RULE = POLICY.rules[0]
SIN = "046 454 286"
HEAD = b"From: a@citizen.test\r\nTo: info@org.test\r\nSubject: Demande\r\nMIME-Version: 1.0\r\n"
EIGHT = b"Content-Transfer-Encoding: 8bit\r\n\r\n"
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n" + EIGHT
UNSAFE = PLAIN + f"Bonjour à vous, mon NAS est le {SIN}. Merci beaucoup.\r\n".encode()
CLEAN = PLAIN + "Bonjour, à quelle heure ouvrez-vous?\r\n".encode()


def mail(raw: bytes) -> Message:
    return Message(new_id(), Channel.EMAIL, raw)


def ruled(**changes):
    return RULE.model_copy(update=changes)


def forwarded(inspection) -> bytes:
    assert isinstance(inspection.outcome, Forward), inspection.decision
    return inspection.outcome.content


def without_our_headers(content: bytes) -> bytes:
    return b"".join(line for line in content.splitlines(keepends=True) if not line.startswith(b"X-Ecluse-"))


def multipart(*parts: bytes) -> bytes:
    body = b"".join(b"--B\r\n" + part + b"\r\n" for part in parts)
    return HEAD + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n' + body + b"--B--\r\n"


TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nVoir le fichier joint, merci."


def attached(name: str, content: bytes, media: str = "application/octet-stream") -> bytes:
    head = (
        f'Content-Type: {media}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n\r\n'
    )
    return head.encode() + content


def test_a_clean_message_is_byte_identical_but_for_our_headers(inspector):
    inspection = inspector.inspect(mail(CLEAN), RULE)
    assert inspection.decision.action is Action.PASS
    assert without_our_headers(forwarded(inspection)) == CLEAN


def test_our_headers_from_outside_are_removed(inspector):
    spoofed = b"X-Ecluse-Action: pass\r\nx-ecluse-findings:\r\n NONE=0\r\n" + CLEAN
    content = forwarded(inspector.inspect(mail(spoofed), RULE))
    assert content.lower().count(b"x-ecluse-action:") == 1
    assert b"NONE" not in content


def test_a_value_is_replaced_and_the_rest_of_the_line_stays(inspector):
    inspection = inspector.inspect(mail(UNSAFE), RULE)
    text = message_from_bytes(forwarded(inspection), policy=policy.default).get_content()
    assert SIN not in text
    assert "mon NAS est le [numéro d'assurance sociale : retiré]. Merci beaucoup." in text
    assert "Retiré de ce message : 1 numéro d'assurance sociale." in text
    assert "Removed from this message: 1 social insurance number." in text


def test_a_redacted_message_sent_again_is_clean(inspector):
    once = forwarded(inspector.inspect(mail(UNSAFE), RULE))
    assert inspector.inspect(mail(once), RULE).decision.action is Action.PASS


def test_block_refuses_and_names_types_only(inspector):
    inspection = inspector.inspect(mail(UNSAFE), ruled(action=Action.BLOCK))
    assert isinstance(inspection.outcome, Refuse)
    assert SIN not in inspection.outcome.reply.text
    assert inspection.outcome.reply.smtp_code == 550


def test_warn_keeps_the_text_and_puts_the_notice_on_top(inspector):
    content = forwarded(inspector.inspect(mail(UNSAFE), ruled(action=Action.WARN)))
    text = message_from_bytes(content, policy=policy.default).get_content()
    assert SIN in text
    assert text.index("Ce message contient") < text.index(SIN)


def test_header_fields_that_nobody_read_go_nowhere(inspector):
    """A placeholder takes the body's place; the fields over the limit would stay."""
    raw = b"X-A: b\r\n" * 6_000 + f"Subject: NAS {SIN}\r\n\r\nbonjour\r\n".encode()
    assert isinstance(inspector.inspect(mail(raw), RULE).outcome, Refuse)


def test_many_values_in_several_texts_are_each_cut_where_they_stand(inspector):
    line = f"ligne, mon NAS est le {SIN}.\n"
    decision, redacted = inspector.scan_texts({"b": line * 300, "a": "rien", "c": line}, RULE)
    cut = redacted["c"]
    assert len(decision.findings) == 301
    assert (SIN in cut, cut.startswith("ligne, mon NAS est le ["), cut.endswith("].\n")) == (
        False,
        True,
        True,
    )
    assert redacted == {"b": cut * 300, "a": "rien", "c": cut}


def test_monitor_keeps_nothing_waiting_however_long_it_would_take(inspector):
    inspection = replace(inspector, seconds=1e-9).inspect(mail(CLEAN), ruled(mode="monitor"))
    assert {item.reason for item in inspection.decision.incomplete} == {Reason.TOO_SLOW}
    assert isinstance(inspection.outcome, Forward)
    assert inspection.outcome.content.endswith(CLEAN)


def test_monitor_touches_nothing_and_tells_what_it_would_have_done(inspector):
    inspection = inspector.inspect(mail(UNSAFE), ruled(mode="monitor"))
    assert without_our_headers(forwarded(inspection)) == UNSAFE
    assert inspection.decision.would is Action.REDACT


def test_both_alternatives_agree_after_redaction(inspector):
    html = "<html><body><p>Mon NAS est le <b>046</b> 454 <i>286</i>.</p><p>Merci, à bientôt</p></body></html>".encode()
    plain = f"Mon NAS est le {SIN}.\r\nMerci, à bientôt\r\n".encode()
    kind = b"--A\r\nContent-Type: text/%s; charset=utf-8\r\n" + EIGHT
    body = kind % b"plain" + plain + kind % b"html" + html + b"\r\n--A--\r\n"
    raw = HEAD + b'Content-Type: multipart/alternative; boundary="A"\r\n\r\n' + body
    parsed = message_from_bytes(forwarded(inspector.inspect(mail(raw), RULE)), policy=policy.default)
    plain, rich = (part.get_content() for part in parsed.iter_parts())
    for text in (plain, rich):
        assert "retiré" in text
        assert not re.search(r"\b286\b|454.?286", text), "the reference is figures, too"
        assert "Merci" in text


def test_what_nobody_can_read_is_withheld_and_held(inspector):
    content = bytes(range(256)) * 8
    raw = multipart(TEXT, attached("x.bin", content))
    inspection = inspector.inspect(mail(raw), RULE)
    (held,) = inspection.held
    assert held.content == content
    parsed = message_from_bytes(forwarded(inspection), policy=policy.default)
    (attachment,) = parsed.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert b"could not be checked" in attachment.get_content()


def limited(inspector, documents, **limits):
    return replace(
        inspector,
        reader=lambda message: mime.index(
            message.raw, limits=MimeLimits(**limits), open_document=documents.open
        ),
    )


YENC = b"=ybegin line=128 size=3 name=a\r\nabc"
INNER = b"Content-Type: message/rfc822\r\n\r\nSubject: x\r\n"
BINHEX = b"(This file must be converted with BinHex 4.0)\r\n"


@pytest.mark.parametrize(
    "part",
    [
        INNER + b"Content-Type: multipart/mixed; boundary=C\r\n\r\n--C\r\n\r\nhello\r\n--C--\r\n" + YENC,
        INNER + BINHEX + b"\r\nhello",
    ],
    ids=["behind its last part", "in its header"],
)
def test_what_is_no_part_of_an_attached_message_is_withheld_with_it(inspector, part):
    inspection = inspector.inspect(mail(multipart(TEXT, part)), RULE)
    assert inspection.decision.incomplete == (Incomplete(Reason.UNKNOWN_TYPE, "att/0"),)
    content = forwarded(inspection)
    assert b"ybegin" not in content
    assert b"BinHex" not in content
    assert b"Voir le fichier joint" in content


def test_what_is_no_field_of_a_part_counts_as_the_message(inspector):
    inspection = inspector.inspect(
        mail(multipart(TEXT, b"Content-Type: text/x-foo; name=a.txt\r\n" + BINHEX + b"\r\nabc")), RULE
    )
    assert Incomplete(Reason.UNKNOWN_TYPE, "") in inspection.decision.incomplete
    forwarded(inspection)


def test_a_text_too_big_to_look_at_is_withheld_where_it_stood(inspector, documents):
    raw = multipart(
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + b"Bonjour. " * 200,
        attached("a.csv", b"a;b\r\n", "text/csv"),
    )
    inspection = limited(inspector, documents, max_text=1000).inspect(mail(raw), RULE)
    (held,) = inspection.held
    assert held.content.startswith(b"Bonjour. Bonjour.")
    parsed = message_from_bytes(forwarded(inspection), policy=policy.default)
    text, attachment = parsed.iter_parts()
    assert "Text of the message withheld" in text.get_content()
    assert "Texte du message retenu" in text.get_content()
    assert "Bonjour. Bonjour." not in text.get_content()
    assert attachment.get_payload(decode=True) == b"a;b\r\n"


def test_a_message_of_too_many_parts_is_withheld_whole_and_its_header_stays(inspector, documents):
    raw = multipart(*[TEXT] * 30)
    inspection = limited(inspector, documents, max_parts=10).inspect(mail(raw), RULE)
    (held,) = inspection.held
    assert held.content == raw
    parsed = message_from_bytes(forwarded(inspection), policy=policy.default)
    assert parsed["Subject"] == "Demande"
    assert not parsed.is_multipart()
    assert "content too large once opened" in parsed.get_content()
    assert "Voir le fichier" not in parsed.get_content()


def test_the_notice_in_the_place_of_a_message_that_knows_no_mime_can_be_read(inspector, documents):
    raw = b"From: a@citizen.test\r\nSubject: Demande\r\n\r\n" + b"Bonjour. " * 200
    inspection = limited(inspector, documents, max_text=1000).inspect(mail(raw), RULE)
    parsed = message_from_bytes(forwarded(inspection), policy=policy.default)
    assert parsed["MIME-Version"] == "1.0"
    assert "Texte du message retenu" in parsed.get_content()


def test_a_value_in_the_subject_of_a_message_withheld_whole_goes_too(inspector, documents):
    raw = multipart(*[TEXT] * 30).replace(b"Demande", f"NAS {SIN}".encode())
    inspection = limited(inspector, documents, max_parts=10).inspect(mail(raw), RULE)
    assert SIN.encode() not in forwarded(inspection)


def test_ambiguous_mail_is_held_whole_where_the_rule_says_so(inspector):
    part = b"Content-Type: text/plain\r\n\r\n%s\r\n"
    raw = (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="A"; boundary="B"\r\n\r\n'
        + b"--A\r\n" + part % b"one" + b"--A--\r\n--B\r\n" + part % b"two" + b"--B--\r\n"
    )  # fmt: skip
    rule = ruled(incomplete=RULE.incomplete.model_copy(update={"ambiguous": IncompleteAction.HOLD}))
    content = forwarded(inspector.inspect(mail(raw), rule))
    assert b"--A" not in content
    assert b"--B" not in content
    assert b"two" in forwarded(inspector.inspect(mail(raw), RULE))


def test_a_form_whose_text_cannot_be_looked_at_is_refused(inspector):
    post = Message(new_id(), Channel.FORM, b"a=b", content_type="application/x-www-form-urlencoded")
    blind = replace(inspector, reader=lambda message: _Unseen())
    assert isinstance(blind.inspect(post, POLICY.rules[1]).outcome, Refuse)


class _Unseen:
    """A post whose one field was too big to read."""

    segments = ()
    incomplete = (Incomplete(Reason.TOO_BIG, "field/comments"),)


def test_a_value_in_a_csv_attachment_is_cut_there(inspector):
    raw = multipart(TEXT, attached("a.csv", f"Nom;NAS\r\nRoy;{SIN}\r\n".encode(), "text/csv"))
    parsed = message_from_bytes(forwarded(inspector.inspect(mail(raw), RULE)), policy=policy.default)
    (attachment,) = parsed.iter_attachments()
    content = attachment.get_payload(decode=True).decode()
    assert SIN not in content
    assert content.startswith("Nom;NAS\r\nRoy;[")


def test_anything_uncaught_defers_and_tells_only_its_type(inspector):
    told = []
    broken = replace(
        inspector, reader=_raises, on_error=lambda where, error, mid: told.append((where, type(error), mid))
    )
    message = mail(UNSAFE)
    inspection = broken.inspect(message, RULE)
    assert isinstance(inspection.outcome, Defer)
    assert inspection.outcome.reply.smtp_code == 451
    assert told == [("inspect", ZeroDivisionError, message.id)]


def _raises(message):
    raise ZeroDivisionError(message.raw)


def test_out_of_time_defers(inspector):
    inspection = replace(inspector, seconds=-1.0).inspect(mail(UNSAFE), RULE)
    assert isinstance(inspection.outcome, Defer)


async def test_the_async_way_gives_the_same(inspector):
    for raw in (CLEAN, UNSAFE, multipart(TEXT, attached("a.csv", b"a;b", "text/csv"))):
        message = mail(raw)
        assert await inspector.inspect_async(message, RULE) == inspector.inspect(message, RULE)


def test_loose_texts_are_decided_together_and_redacted_by_name(inspector):
    texts = {"a": f"NAS: {SIN}", "b": "rien"}
    decision, redacted = inspector.scan_texts(texts, RULE, "en")
    assert decision.action is Action.REDACT
    assert redacted == {"a": "NAS: [social insurance number: removed]", "b": "rien"}


@pytest.mark.parametrize(
    "text",
    [
        "Ma date de naissance est le {}. Le 3 mai 2019 et le 4 juin 2018, rien.",
        "Ma date de naissance est le {} et mon NAM est perdu.\r\n> >> On Thu, 22 Aug 2002, A wrote:\r\n",
    ],
)
def test_what_was_let_be_is_not_cut_because_its_neighbour_is_gone(inspector, text):
    inspection = inspector.inspect(mail(PLAIN + text.format("12 avril 1984").encode()), RULE)
    assert inspection.decision.counts == {"DATE_OF_BIRTH": 1}
    body = forwarded(inspection).decode("utf-8")
    before, after = text.split("{}")
    assert before in body
    assert after in body
