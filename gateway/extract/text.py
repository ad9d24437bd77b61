"""Plain text, CSV, TSV, JSON, XML, calendars and cards: read and edited as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gateway.model import CannotRedact, Edit, Incomplete, Placeholder, Segment


@dataclass(slots=True)
class TextDocument:
    """One segment: the whole file."""

    content: bytes = field(repr=False)
    path: str
    _codec: str = field(init=False)
    _text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._codec = "utf-16" if self.content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        try:
            self._text = self.content.decode(self._codec)
        except UnicodeDecodeError:
            self._codec = "cp1252"
            self._text = self.content.decode("cp1252", "replace")

    @property
    def segments(self) -> Sequence[Segment]:
        """The text."""
        return (Segment(f"{self.path}/text", self._text),)

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """Nothing: text is read whole."""
        return ()

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The file with the edits made. Raises CannotRedact for text that does not encode back to its bytes."""
        if self.path in withheld:
            return withheld[self.path].content
        if not edits:
            return self.content
        if self._text.encode(self._codec, "replace") != self.content:
            raise CannotRedact(self.path)
        text = self._text
        for edit in sorted(edits, key=lambda item: item.start, reverse=True):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text.encode(self._codec, "replace")

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self.path:
            raise KeyError(path)
        return self.content
