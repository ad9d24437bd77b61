"""What staff and senders read: complete, bilingual, safe on the wire, and never a value."""

from dataclasses import replace
from pathlib import Path

import pytest

from gateway.model import Action, Category, Decision, Finding, Incomplete, Reason
from gateway.notices.catalog import load_catalog
from gateway.notices.compose import Composer, ascii_only
from gateway.policy.load import load_policy

POLICY = load_policy(Path(__file__).parents[2] / "config" / "policy.toml")
RULE = POLICY.rules[0]
COMPOSER = Composer(load_catalog(), POLICY.organisation)
NAM = Finding("CA_QC_NAM", Category.IDENTITY, "body/0", 4, 16, 0.95, "nam")
DATE = Finding("DATE_OF_BIRTH", Category.IDENTITY, "att/1/page1", 4, 14, 0.9, "birth-date")
DECISION = Decision(Action.REDACT, RULE.id, (NAM, DATE), language="fr")


def banner(decision=DECISION, cut=(NAM, DATE), signed=False):
    return COMPOSER.banner(decision, RULE, "id-1", cut=cut, signed=signed)


def test_the_banner_says_what_was_removed_why_and_where_to_send_it_in_both_languages():
    text = banner().text
    for part in (
        "1 numéro d'assurance maladie, 1 date de naissance",
        "1 health insurance number, 1 date of birth",
    ):
        assert part in text
    assert RULE.quote.fr in text
    assert RULE.quote.en in text
    assert POLICY.organisation.secure_url.fr in text
    assert "id-1" in text


def test_the_language_of_the_message_leads():
    french, english = banner().text, banner(replace(DECISION, language="en")).text
    assert french.index("Renseignements") < french.index("Personal")
    assert english.index("Personal") < english.index("Renseignements")


def test_what_was_only_warned_about_is_said_to_be_still_there():
    text = banner(cut=(NAM,)).text
    assert "Ce message contient : 1 date de naissance" in text
    assert "Retiré de ce message : 1 numéro d'assurance maladie." in text


def test_held_and_unchecked_parts_are_told_apart():
    decision = replace(
        DECISION,
        incomplete=(Incomplete(Reason.ENCRYPTED, "att/1"), Incomplete(Reason.AMBIGUOUS, "")),
        held=("att/1",),
    )
    text = banner(decision).text
    assert "quarantaine : pièce jointe protégée par un mot de passe" in text
    assert "N'a pas pu être vérifié : message que les logiciels" in text


def test_the_html_banner_is_escaped():
    rule = RULE.model_copy(update={"quote": RULE.quote.model_copy(update={"fr": "<b>&"})})
    html = COMPOSER.banner(DECISION, rule, "id", cut=(NAM,), signed=False).html
    assert "&lt;b&gt;&amp;" in html


def test_the_refusal_is_ascii_short_lined_and_bilingual():
    reply = COMPOSER.blocked(DECISION)
    assert (reply.smtp_code, reply.enhanced, reply.http_status) == (550, "5.7.1", 422)
    assert reply.text.isascii()
    assert all(len(line) <= 480 for line in reply.text.split("\n"))
    assert "numero d'assurance maladie" in reply.text
    assert "health insurance number" in reply.text
    assert "https://" in reply.text


def test_a_reply_cannot_disagree_with_its_enhanced_code():
    with pytest.raises(ValueError, match="does not agree"):
        replace(COMPOSER.deferred(), enhanced="5.3.0")


def test_markers_are_recognised_with_and_without_accents():
    pattern = COMPOSER.marker_pattern()
    for language in ("fr", "en", "und"):
        marker = COMPOSER.marker("CA_QC_NAM", language)
        assert pattern.sub("", marker).strip(" /") == ""
        assert pattern.sub("", ascii_only(marker)).strip(" /") == ""


def test_the_placeholder_is_a_pdf_with_both_languages():
    decision = replace(DECISION, incomplete=(Incomplete(Reason.ENCRYPTED, "att/1"),))
    placeholder = COMPOSER.placeholder(decision, "id-1", "att/1")
    assert placeholder.content.startswith(b"%PDF-1.4")
    assert "protégée par un mot de passe".encode("cp1252") in placeholder.content
    assert b"password-protected" in placeholder.content
    assert placeholder.filename.isascii()
