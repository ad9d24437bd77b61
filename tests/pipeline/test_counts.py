"""What a person is told of is how many values stood in a message, not at how many places."""

from email import message_from_bytes, policy

from gateway.model import Action, Channel, Forward, Message, Refuse
from gateway.pipeline import new_id
from tests.pipeline.conftest import POLICY

RULE = POLICY.rules[0]
SIN, OTHER = "046 454 286", "130 692 544"
HEAD = "From: a@citizen.test\r\nTo: info@org.test\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"


def in_two_ways(plain: str, html: str, subject: str = "Demande") -> Message:
    """A mail as mail programs write it: the text, and the same in HTML."""
    head = HEAD.format(subject=subject) + 'Content-Type: multipart/alternative; boundary="B"\r\n\r\n'
    kinds = {"plain": plain, "html": f"<html><body><p>{html}</p></body></html>"}
    parts = "".join(
        f"--B\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
        for kind, text in kinds.items()
    )
    return Message(new_id(), Channel.EMAIL, f"{head}{parts}--B--\r\n".encode())


def bodies(inspection) -> list[str]:
    assert isinstance(inspection.outcome, Forward)
    mail = message_from_bytes(inspection.outcome.content, policy=policy.default)
    return [part.get_content() for part in mail.iter_parts()]


def test_a_number_in_the_text_and_in_its_html_is_one_number(inspector):
    message = in_two_ways(
        f"Bonjour à vous, mon NAS est le {SIN}.",
        f"Bonjour à vous, mon <b>NAS</b> est le {SIN.replace(' ', '-')}.",
    )
    inspection = inspector.inspect(message, RULE)
    assert len(inspection.decision.findings) == 2
    for body in bodies(inspection):
        assert "1 numéro d" in body
        assert "1 social insurance number." in body
        assert "2 " not in body
    assert b"X-Ecluse-Findings: CA_SIN=1\r\n" in inspection.outcome.content


def test_two_numbers_are_two_in_both_languages(inspector):
    said = f"Voilà nos NAS : {SIN} et {OTHER}."
    for body in bodies(inspector.inspect(in_two_ways(said, said, subject=f"NAS {SIN}"), RULE)):
        assert "2 numéros d" in body
        assert "2 social insurance numbers." in body


def test_what_a_refusal_says_counts_values(inspector):
    said = f"Mon NAS est le {SIN}."
    rule = RULE.model_copy(update={"action": Action.BLOCK})
    outcome = inspector.inspect(in_two_ways(said, said), rule).outcome
    assert isinstance(outcome, Refuse)
    assert "1 numero d'assurance sociale" in outcome.reply.text
    assert "1 social insurance number" in outcome.reply.text
