"""What leaves quarantine: the original as it came, or a copy from which what was found is cut out.

Nothing here decides who may; that is the pages' and the store's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import make_msgid

from gateway.console.visit import Visit
from gateway.model import (
    Channel,
    Decision,
    Forward,
    Incomplete,
    Message,
    Reason,
    Segment,
    SegmentKind,
    counts_of,
)
from gateway.pipeline import Inspector
from gateway.policy.model import Rule
from gateway.store import idempotency, places
from gateway.store.errors import StoreError
from gateway.store.keys import PrivateKey, load_private_key
from gateway.store.parcel import Parcel

_LONGEST_RELEASE = 900.0  # seconds after which one that was killed on the way is over
_ABOUT_A_PART = (SegmentKind.FILENAME, SegmentKind.METADATA)  # says of a part what it is, not what is in it


class CannotRelease(Exception):
    """The copy cannot be made, or could not be delivered; `text_id` names the sentence in texts.toml."""

    def __init__(self, text_id: str) -> None:
        super().__init__(text_id)
        self.text_id = text_id


@dataclass(frozen=True, slots=True)
class Rendering:
    """A withheld part as text with everything found cut out.

    `unread` says why the text is not all that is in the part, "" when it is: then nothing is lost but what was found.
    """

    path: str
    text: str
    found: dict[str, int]
    unread: str = ""


def unlock(visit: Visit) -> PrivateKey:
    """The private key, opened by what the officer brings: the passphrase, and the key file when none is on this machine.

    It lives as long as this request. Raises StoreError.
    """
    settings = visit.services.settings.quarantine
    passphrase = visit.form.get("passphrase")
    brought = visit.form.files.get("key", b"")
    if brought:
        return load_private_key(brought, passphrase=passphrase, unwrap_command=settings.unwrap_command)
    if settings.private_key_file is None:
        raise StoreError("no key was brought")
    return load_private_key(
        settings.private_key_file, passphrase=passphrase, unwrap_command=settings.unwrap_command
    )


@contextmanager
def alone(visit: Visit, held_id: str) -> Iterator[None]:
    """Nobody else releases or refuses the item meanwhile, in whatever worker: it leaves once. Raises CannotRelease."""
    key = visit.store.secret.idempotency("release", held_id)
    if not idempotency.claim(visit.database, key, "", _LONGEST_RELEASE).fresh:
        raise CannotRelease("error.being_released")
    try:
        yield
    finally:
        idempotency.forget(visit.database, key)


def rule_of(inspector: Inspector, parcel: Parcel) -> Rule:
    """The rule now in force for the message in `parcel`. Raises CannotRelease."""
    message = parcel.message
    if message.channel is Channel.FORM:
        rule = inspector.policy.rule_for_form(message.form_id)
    else:
        rule = next(filter(None, map(inspector.policy.rule_for_recipient, message.envelope.rcpt_to)), None)
    if rule is None:
        raise CannotRelease("error.no_rule")
    return rule


def renderings(inspector: Inspector, parcel: Parcel) -> list[Rendering]:
    """Each withheld part as redacted text, for the eyes of the officer and for the redacted copy."""
    rule = rule_of(inspector, parcel)
    extraction = inspector.reader(parcel.message)
    verdict = inspector.weigh(extraction.segments, extraction.incomplete, rule)
    # Everything found goes, whatever the rule does about it: this is the copy that anyone may see.
    decision = verdict.decision
    texts = inspector.redact_texts(extraction.segments, decision.findings, decision.language)
    paths = [part.path for part in parcel.parts] or [""]
    return [_rendering(path, extraction.segments, texts, decision) for path in paths]


def _rendering(
    path: str, segments: Iterable[Segment], texts: Mapping[str, str], decision: Decision
) -> Rendering:
    inside = [segment for segment in segments if _is_inside(segment.path, path)]
    text = "\n".join(texts[segment.path] for segment in inside).strip()
    found = counts_of(item for item in decision.findings if _is_inside(item.segment, path))
    unread = _unread(path, decision.incomplete)
    if not any(segment.text.strip() for segment in inside if segment.kind not in _ABOUT_A_PART):
        unread = unread or Reason.UNREADABLE.value
    return Rendering(places.place(path), text, found, unread)


def _unread(path: str, incomplete: Iterable[Incomplete]) -> str:
    """Why something in a part, or around it, was not looked into. Of what is ambiguous every reading was."""
    return next(
        (
            item.reason.value
            for item in incomplete
            if item.reason is not Reason.AMBIGUOUS
            and (_is_inside(item.part, path) or _is_inside(path, item.part))
        ),
        "",
    )


def _is_inside(segment: str, path: str) -> bool:
    return not path or segment == path or segment.startswith(f"{path}/")


def original(visit: Visit, parcel: Parcel) -> bytes:
    """The message as it came, with a trace header: envelope, headers, dates and signatures are the sender's own."""
    return visit.inspector.traced(
        parcel.message, [("X-Ecluse-Id", parcel.message.id), ("X-Ecluse-Action", "released")]
    )


def redacted_copy(visit: Visit, parcel: Parcel) -> bytes:
    """A new message for staff: the withheld parts as redacted text. Raises CannotRelease when one cannot be read.

    It is looked at again before it leaves: what still holds something is not sent.
    """
    inspector, rule = visit.inspector, rule_of(visit.inspector, parcel)
    rendered = renderings(inspector, parcel)
    if any(item.unread for item in rendered):
        raise CannotRelease("error.unreadable")
    outcome = inspector.inspect(parcel.message, rule).outcome
    if not isinstance(outcome, Forward):
        raise CannotRelease("error.unreadable")
    copy = _composed(visit, outcome.content, rendered, parcel.message.id)
    check = replace(parcel.message, raw=copy)
    left = inspector.inspect(check, rule)
    if not isinstance(left.outcome, Forward) or left.held or left.decision.action.weight > 1:
        raise CannotRelease("error.still_found")
    return inspector.traced(
        check, [("X-Ecluse-Id", parcel.message.id), ("X-Ecluse-Action", "released-redacted")]
    )


def _composed(visit: Visit, delivered: bytes, rendered: list[Rendering], message_id: str) -> bytes:
    """Headers of the (redacted) message that was delivered, a body of redacted text, a Message-ID of its own.

    A second message under the first one's Message-ID would be dropped as a duplicate by some mailboxes.
    """
    before = message_from_bytes(delivered, policy=policy.compat32)
    copy = EmailMessage(policy=policy.SMTP)
    for name in ("From", "To", "Cc", "Date"):
        if value := before.get(name):
            copy[name] = " ".join(str(value).split())
    if subject := before.get("Subject"):
        copy["Subject"] = " ".join(str(subject).split())
    copy["Message-ID"] = make_msgid("ecluse", domain="ecluse.invalid")
    if reference := before.get("Message-ID"):
        copy["References"] = " ".join(str(reference).split())
    lines = [visit.t("release.intro"), visit.t("release.reference", id=message_id)]
    for item in rendered:
        lines += ["", f"--- {visit.where(item.path)} ---", item.text]
    copy.set_content("\n".join(lines))
    return copy.as_bytes()


def deliver(visit: Visit, message: Message, content: bytes) -> None:
    """Hand `content` to the next hop under the message's own envelope. Raises CannotRelease."""
    import anyio.from_thread

    release = visit.services.release
    if release is None:
        raise CannotRelease("error.no_next_hop")
    try:
        anyio.from_thread.run(release, message.envelope, content)
    except Exception as error:
        visit.services.audit.failure("console.release", error, message_id=message.id)
        raise CannotRelease("error.next_hop") from None
