"""What is inspected so soon that no thread is asked: small messages without attachments, and bigger ones with few figures.

Pure. Where it says yes to what takes long, other sessions wait; where it says no to what does not, a thread is asked in vain.
"""

from __future__ import annotations

from typing import Final

from gateway.model import Channel, Message
from gateway.octets import figures, first_place

_LIGHT: Final = 96 * 1024  # a mail without attachments up to this size is inspected on the event loop
_LIGHT_IN_WORDS: Final = 256 * 1024  # or up to this one, where it holds no more than so many figures:
_FEW: Final = 4_000  # without figures there is little to weigh
_ATTACHING: Final = (b"name=", b"name*", b"message/")


def is_light(message: Message) -> bool:
    """Whether `message` is looked through for identity data within a few milliseconds, as far as a glance tells."""
    raw = message.raw
    if message.channel is Channel.FORM:
        return len(raw) <= _LIGHT and not message.content_type.lower().startswith("multipart/")
    if len(raw) > _LIGHT and (len(raw) > _LIGHT_IN_WORDS or figures(raw) > _FEW):
        return False
    told = _told(raw)
    return all(first_place(mark, raw, 0, told) < 0 for mark in _ATTACHING)


def _told(raw: bytes) -> int:
    """Up to where `raw` may say that something is attached: in its header alone, unless that says that there are parts."""
    top = raw.find(b"\r\n\r\n")
    return len(raw) if top < 0 or b"multipart" in raw[:top].lower() else top
