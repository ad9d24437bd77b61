"""What goes sealed into quarantine: the message as it came, its envelope, and the parts that were withheld.

Layout: a line of JSON (envelope, paths, lengths), then the message's bytes, then each part's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from gateway.model import Channel, Envelope, HeldPart, Message
from gateway.store.errors import StoreError

_ENVELOPE = ("mail_from", "rcpt_to", "mail_options", "rcpt_options")


@dataclass(frozen=True, slots=True)
class Parcel:
    """An opened quarantine item: everything that delivering it takes."""

    message: Message
    parts: tuple[HeldPart, ...] = field(default=(), repr=False)


def pack(message: Message, parts: tuple[HeldPart, ...]) -> bytes:
    """`message` and `parts` as bytes. A part that is the whole message is not kept twice."""
    envelope = message.envelope
    kept = [part for part in parts if part.path]
    head = {
        "id": message.id,
        "channel": message.channel.value,
        "content_type": message.content_type,
        "form_id": message.form_id,
        "envelope": {name: getattr(envelope, name) for name in _ENVELOPE},
        "size": len(message.raw),
        "parts": [
            {
                "path": part.path,
                "content_type": part.content_type,
                "reason": part.reason,
                "size": len(part.content),
            }
            for part in kept
        ],
    }
    body = b"".join((message.raw, *(part.content for part in kept)))
    return json.dumps(head).encode("ascii") + b"\n" + body


def unpack(content: bytes) -> Parcel:
    """What `pack` was given. Raises StoreError when the bytes are not a parcel."""
    try:
        line, body = content.split(b"\n", 1)
        head = json.loads(line)
        message = Message(
            head["id"],
            Channel(head["channel"]),
            body[: head["size"]],
            _envelope(head["envelope"]),
            head["content_type"],
            head["form_id"],
        )
        parts, start = [], head["size"]
        for item in head["parts"]:
            end = start + item["size"]
            parts.append(HeldPart(item["path"], body[start:end], item["content_type"], item["reason"]))
            start = end
    except (ValueError, KeyError, TypeError):
        raise StoreError("not a quarantine parcel") from None
    return Parcel(message, tuple(parts))


def _envelope(fields: dict[str, Any]) -> Envelope:
    return Envelope(
        mail_from=fields["mail_from"],
        rcpt_to=tuple(fields["rcpt_to"]),
        mail_options=tuple(fields["mail_options"]),
        rcpt_options=tuple(tuple(options) for options in fields["rcpt_options"]),
    )
