"""Messages and decisions to store, with planted values that must be found nowhere afterwards."""

from gateway.model import (
    Action,
    Category,
    Channel,
    Decision,
    Envelope,
    Finding,
    Forward,
    HeldPart,
    Incomplete,
    Inspection,
    Message,
    Reason,
)
from gateway.pipeline import new_id

PASSPHRASE = "une phrase que personne ne devine"
SENDER = "citizen@example.net"
MAILBOX = "info@regie.example.org"

#: Stands for any value a citizen may send: if these bytes turn up anywhere, so could a real one.
CANARY = "CANARI-7Q4X-9Z2K"


def mail(*, sender: str = SENDER, to: tuple[str, ...] = (MAILBOX,), body: str = CANARY) -> Message:
    raw = f"From: {sender}\r\nTo: {to[0]}\r\nSubject: {body}\r\n\r\n{body}\r\n".encode()
    return Message(
        new_id(), Channel.EMAIL, raw, Envelope(mail_from=sender, rcpt_to=to, client_address="192.0.2.7")
    )


def post(form_id: str = "feedback") -> Message:
    return Message(
        new_id(),
        Channel.FORM,
        f"comments={CANARY}".encode(),
        content_type="application/x-www-form-urlencoded",
        form_id=form_id,
    )


def finding(entity_type: str = "CA_QC_NAM", segment: str = "body/0", score: float = 0.95) -> Finding:
    return Finding(entity_type, Category.IDENTITY, segment, 3, 17, score, "nam", ("pattern", "check-digit"))


def decided(
    *found: Finding,
    action: Action = Action.REDACT,
    rule: str = "email-identity",
    monitored: bool = False,
    would: Action | None = None,
    held: tuple[HeldPart, ...] = (),
    incomplete: tuple[Incomplete, ...] = (),
) -> Inspection:
    decision = Decision(
        action=action,
        rule=rule,
        findings=found,
        incomplete=incomplete,
        would=would or action,
        monitored=monitored,
        held=tuple(part.path for part in held),
        language="fr",
        policy_hash="0123456789abcdef",
    )
    return Inspection(decision, Forward(b""), held)


def held_inspection() -> Inspection:
    part = HeldPart("att/1", f"{CANARY} in a document".encode(), "application/pdf", "ENCRYPTED")
    return decided(held=(part,), incomplete=(Incomplete(Reason.ENCRYPTED, "att/1"),))
