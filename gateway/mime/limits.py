"""How far a message is followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_WALKS: Final = 30  # ten levels of messages, each under three readings
_LEAST_WORK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MimeLimits:
    """`max_parts` and `max_text` (bytes of decoded text) count over a message and all messages attached to it.

    `max_depth` is how many multiparts, messages and files may stand one inside the other; `max_fields` how many header
    fields are read, all headers together.
    """

    max_parts: int = 1000
    max_depth: int = 10
    max_text: int = 20 * 1024 * 1024
    max_fields: int = 5000


class Budget:
    """What is left of the limits while a message of `size` bytes is read.

    `work` is how many bytes may still be walked for parts: readings inside readings must not multiply without end.
    """

    __slots__ = ("fields", "parts", "text", "work")

    def __init__(self, limits: MimeLimits, size: int) -> None:
        self.parts, self.text, self.fields = limits.max_parts, limits.max_text, limits.max_fields
        self.work = _WALKS * size + _LEAST_WORK

    def take_work(self, length: int) -> bool:
        """Whether `length` more bytes may be walked; they are then counted."""
        self.work -= length
        return self.work >= 0

    def take_text(self, length: int) -> bool:
        """Whether `length` more bytes of text may be read; they are then counted."""
        if length > self.text:
            return False
        self.text -= length
        return True
