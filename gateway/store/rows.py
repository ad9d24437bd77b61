"""A decided message as the rows that are kept of it: metadata only, whoever wrote the message."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from gateway.model import Channel, Decision, Envelope, Inspection, Message
from gateway.store import places
from gateway.store.secret import Secret

Row = dict[str, Any]

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_MAX_FINDINGS: Final = 200  # places kept of one message; the counts are complete
_MAX_MAILBOXES: Final = 100


def notice_row(
    message: Message, inspection: Inspection, *, reply: str, door: str, at: int, secret: Secret
) -> Row:
    """The `notices` row of a message: types, places, scores and counts, never a value."""
    decision, envelope = inspection.decision, message.envelope
    if decision.findings or decision.incomplete:
        decided = _decided(decision, message.channel, door, reply)
    else:
        decided = _decided_alike(decision, message.channel, door, reply)
    return {
        "id": places.identifier(message.id),
        "at": at,
        "form_id": form_name(message),
        "size": message.size,
        "held": len(inspection.held),
        "sender": secret.sender(envelope.mail_from),
        "mailboxes": mailboxes_of(envelope),
        **decided,
    }


def _decided(decision: Decision, channel: Channel, door: str, reply: str) -> Row:
    """What the row says of the decision."""
    return {
        "channel": channel.value,
        "door": places.token(door),
        "action": decision.action.value,
        "would": decision.would.value if decision.monitored else decision.action.value,
        "mode": "monitor" if decision.monitored else "enforce",
        "rule": places.identifier(decision.rule) if decision.rule else "",
        "policy_hash": places.identifier(decision.policy_hash) if decision.policy_hash else "",
        "language": decision.language if decision.language in ("fr", "en") else "und",
        "reply": places.token(reply)[:8],
        "counts": dumps({places.token(name): count for name, count in decision.counts.items()}),
        "findings": dumps(_findings(decision)),
        "incomplete": dumps(
            [{"reason": item.reason.value, "part": places.place(item.part)} for item in decision.incomplete]
        ),
    }


_decided_alike: Final = lru_cache(maxsize=256)(_decided)  # of nearly every message, the same few


def _findings(decision: Decision) -> list[Row]:
    return [
        {
            "segment": places.place(finding.segment),
            "type": places.token(finding.entity_type),
            "score": round(finding.score, 3),
            "recognizer": places.token(finding.recognizer),
            "evidence": [places.token(item) for item in finding.evidence[:12]],
        }
        for finding in decision.findings[:_MAX_FINDINGS]
    ]


def form_name(message: Message) -> str:
    """The form's id, "" for mail."""
    return places.token(message.form_id) if message.channel is Channel.FORM else ""


def mailboxes_of(envelope: Envelope) -> str:
    """The organisation's mailboxes that a message was for, each once, as JSON."""
    if len(envelope.rcpt_to) == 1:
        return _alone(envelope.rcpt_to[0])
    return dumps(list(dict.fromkeys(map(places.mailbox, envelope.rcpt_to)))[:_MAX_MAILBOXES])


@lru_cache(maxsize=4096)
def _alone(address: str) -> str:
    return dumps([places.mailbox(address)])


def scopes_of(row: Row) -> list[str]:
    """The marks of the mailboxes and the form that a notice row speaks of: who may read it."""
    return _scopes(row["mailboxes"], row["form_id"])


@lru_cache(maxsize=4096)
def _scopes(mailboxes: str, form_id: str) -> list[str]:
    scopes = [f"mailbox:{mailbox}" for mailbox in json.loads(mailboxes)]
    return [*scopes, f"form:{form_id}"] if form_id else scopes


def marks_of(row: Row) -> list[str]:
    """Everything by which a notice row is found besides its own columns."""
    types = json.loads(row["counts"]) if row["counts"] != "{}" else ()
    return [*(f"type:{name}" for name in types), *scopes_of(row)]


def dumps(value: Sequence[Any] | dict[str, Any]) -> str:
    """Compact JSON, characters as they are."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    return _ENCODER.encode(value)
