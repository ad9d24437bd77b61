"""What is inspected so soon that no thread is asked: small messages, and bigger ones that hold neither attachments nor figures.

Pure. Where it says yes to what takes long, other sessions wait; where it says no to what does not, a thread is asked in vain.
"""

from __future__ import annotations

from typing import Final

from gateway.model import Channel, Message
from gateway.octets import first_place

_LIGHT: Final = 96 * 1024  # a mail without attachments up to this size is inspected on the event loop
_LIGHT_IN_WORDS: Final = 256 * 1024  # or up to this one, where no figure stands below its header
_FIGURES: Final = tuple(b"%d" % figure for figure in range(10))
_ATTACHING: Final = (b"name=", b"name*", b"message/")


def is_light(message: Message) -> bool:
    """Whether `message` is looked through for identity data within a few milliseconds, as far as a glance tells."""
    raw = message.raw
    if message.channel is Channel.FORM:
        return len(raw) <= _LIGHT and not message.content_type.lower().startswith("multipart/")
    if len(raw) > _LIGHT and (len(raw) > _LIGHT_IN_WORDS or _has_figures(raw)):
        return False
    return all(first_place(mark, raw, 0, len(raw)) < 0 for mark in _ATTACHING)


def _has_figures(raw: bytes) -> bool:
    """Whether a figure stands below the header: without figures there is little to weigh."""
    start = max(raw.find(b"\r\n\r\n"), 0)
    return any(raw.find(figure, start) >= 0 for figure in _FIGURES)
