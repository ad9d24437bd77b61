"""An attachment that could not be looked into: said, never silently clean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gateway.model import CannotRedact, Edit, Incomplete, Placeholder, Reason, Segment


@dataclass(frozen=True, slots=True)
class Unread:
    """Carried as it is, or withheld as a whole. `segments` are what was read before it failed; they cannot be edited."""

    content: bytes = field(repr=False)
    reason: Reason | None
    path: str
    segments: Sequence[Segment] = field(default=(), repr=False)

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """Why it could not be looked into; nothing for a document that was read but cannot be edited."""
        return (Incomplete(self.reason, self.path),) if self.reason is not None else ()

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The content, or its placeholder. Raises CannotRedact for any edit."""
        if self.path in withheld:
            return withheld[self.path].content
        if edits:
            raise CannotRedact(self.path)
        return self.content

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return self.content
