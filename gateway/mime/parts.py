"""The places of a message where text stands. Each reads its bytes and leads edits of its segments back to them.

Every place gives absolute splices of the message's bytes; maps are built when the first edit comes.
"""

from __future__ import annotations

import binascii
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from gateway.mime.charset import Text
from gateway.mime.embedded import Embedded
from gateway.mime.flowed import FlowedText
from gateway.mime.html import HtmlText
from gateway.mime.lens import Splice, merge
from gateway.mime.parameters import write_parameter
from gateway.mime.plain import PlainText
from gateway.mime.transfer import Transfer
from gateway.mime.words import HeaderText
from gateway.model import CannotRedact, Edit, Extraction, Placeholder, Segment


class Place(Protocol):
    """Where segments stand."""

    path: str

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        """`edits` of this place's segments as splices of the message. Raises CannotRedact."""


class HeaderPlace:
    """The value of a header field: message[start:]. `is_address` where what stands outside quotes must be a phrase."""

    __slots__ = ("_is_address", "_raw", "_start", "path")

    def __init__(self, path: str, raw: bytes, start: int, *, is_address: bool = False) -> None:
        self.path, self._raw, self._start, self._is_address = path, raw, start, is_address

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        wanted = [(edit.start, edit.end, one_line(edit.replacement)) for edit in edits]
        header = HeaderText(self._raw, phrase=self._is_address)
        return [(a + self._start, b + self._start, new) for a, b, new in header.pull(wanted)]


def one_line(text: str) -> str:
    """`text` on one line: a replacement must not begin a header field of its own."""
    return (
        " ".join(text.split()) if any(ord(sign) < 32 or sign in "\x85\u2028\u2029" for sign in text) else text
    )


class NamePlace:
    """A file name: the parameters that hold it, one (value start, spans, parameter's name) for each field."""

    __slots__ = ("_holders", "_text", "path")

    def __init__(
        self, path: str, text: str, holders: Sequence[tuple[int, tuple[tuple[int, int], ...], str]]
    ) -> None:
        self.path, self._text, self._holders = path, text, holders

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        text = self._text
        for edit in sorted(edits, key=lambda edit: -edit.start):
            text = text[: edit.start] + one_line(edit.replacement) + text[edit.end :]
        made: list[Splice[bytes]] = []
        for start, spans, name in self._holders:
            new = write_parameter(name, text)
            for index, (low, high) in enumerate(sorted(spans)):
                made.append((start + low, start + high, b"" if index else new))
        return made


class TextPlace:
    """A text part: content[start:] of the message, transferred, under one or more readings of its characters.

    A reading is (text, lens); the lens is None where the text is shown as it stands. `keys` leads from a segment's
    path to (reading, which of its texts); `files` from the path of a file inside the text to what it holds.
    """

    __slots__ = ("_start", "_transfer", "files", "keys", "path", "readings")

    def __init__(self, path: str, transfer: Transfer, start: int) -> None:
        self.path, self._transfer, self._start = path, transfer, start
        self.readings: list[tuple[Text, HtmlText | FlowedText | PlainText | None]] = []
        self.keys: dict[str, tuple[int, str]] = {}
        self.files: dict[str, tuple[int, Embedded, Extraction | None]] = {}

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        by_reading: dict[int, list[Splice[str]]] = {}
        for edit in edits:
            if edit.segment in self.keys:
                number, which = self.keys[edit.segment]
                by_reading.setdefault(number, []).extend(self._pull(number, which, edit))
        for path, (number, embedded, _) in self.files.items():
            if (new := self._file(path, edits, withheld)) is not None:
                by_reading.setdefault(number, []).append((embedded.start, embedded.end, new))
        try:
            content = [
                splice
                for number, wanted in by_reading.items()
                for splice in self.readings[number][0].pull(merge(wanted))
            ]
            pulled = self._transfer.pull(merge(content))
        except CannotRedact:
            raise CannotRedact(self.path) from None
        return [(a + self._start, b + self._start, new) for a, b, new in pulled]

    def _pull(self, number: int, which: str, edit: Edit) -> list[Splice[str]]:
        (text, lens), splice = self.readings[number], [(edit.start, edit.end, edit.replacement)]
        if isinstance(lens, HtmlText):
            pulled = lens.pull(which, splice)
            if which != "attributes":
                pulled += lens.pull("attributes", lens.same_number(which, edit.start, edit.end))
            return [(start, end, _referenced(text, new)) for start, end, new in pulled]
        return splice if lens is None else lens.pull(splice)

    def _file(self, path: str, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> str | None:
        """What stands in the place of the file at `path` after `edits`; None when they do not concern it."""
        _, embedded, extraction = self.files[path]
        if path in withheld:
            return embedded.write(withheld[path].content, withheld[path].content_type)
        mine = [edit for edit in edits if edit.segment == path or edit.segment.startswith(f"{path}/")]
        inside = {key: item for key, item in withheld.items() if key.startswith(f"{path}/")}
        if extraction is None or not (mine or inside):
            return None
        return embedded.write(extraction.rewrite(mine, inside), embedded.media)

    def part(self, path: str) -> bytes:
        """The bytes of the file at `path`, or of a part inside it. Raises KeyError."""
        for file, (_, embedded, extraction) in self.files.items():
            if path == file:
                return embedded.content
            if path.startswith(f"{file}/") and extraction is not None:
                return extraction.part(path)
        raise KeyError(path)


def _referenced(text: Text, new: str) -> str:
    """What the charset of an HTML part lacks, as character references."""
    return new if text.encodable(new) else new.encode("ascii", "xmlcharrefreplace").decode("ascii")


class ReadOnlyPlace:
    """Text that can be read but not cut out of the bytes."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        raise CannotRedact(self.path)


class ContainerPlace:
    """A part that holds an extraction of its own: a document, or a message. Its content begins at message[start:]."""

    __slots__ = ("_original", "_start", "_transfer", "extraction", "path")

    def __init__(self, path: str, extraction: Extraction, transfer: Transfer, start: int) -> None:
        self.path, self.extraction = path, extraction
        self._transfer, self._start = transfer, start
        self._original: dict[str, str] = {}

    def named_apart(self, segment: Segment, taken: Mapping[str, Place]) -> Segment:
        """`segment` under a path that is not `taken`: what is inside chose its names without knowing ours."""
        if segment.path not in taken:
            return segment
        path = f"{segment.path}~{len(self._original) + 2}"
        self._original[path] = segment.path
        return replace(segment, path=path)

    def splices(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> list[Splice[bytes]]:
        inside = {path: item for path, item in withheld.items() if path.startswith(f"{self.path}/")}
        mine = [replace(edit, segment=self._original.get(edit.segment, edit.segment)) for edit in edits]
        before, content = self._transfer.data, self.extraction.rewrite(mine, inside)
        if content == before:
            return []
        low, high = _common(before, content)
        pulled = self._transfer.pull([(low, len(before) - high, content[low : len(content) - high])])
        return [(a + self._start, b + self._start, new) for a, b, new in pulled]

    def part(self, path: str) -> bytes:
        """The decoded bytes of a part inside."""
        return self.extraction.part(path)


def _common(old: bytes, new: bytes) -> tuple[int, int]:
    """How many bytes `old` and `new` share at the start, and at the end (not counted twice). Logarithmic compares."""
    shortest = min(len(old), len(new))
    low, high = 0, shortest
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if old[:middle] == new[:middle] else (low, middle - 1)
    start, low, high = low, 0, shortest - low
    while low < high:
        middle = (low + high + 1) // 2
        same = old[len(old) - middle :] == new[len(new) - middle :]
        low, high = (middle, high) if same else (low, middle - 1)
    return start, low


def placeholder_fields(placeholder: Placeholder, newline: bytes) -> bytes:
    """The header fields of a part that stands in the place of one that is withheld; one without a name is shown as text."""
    fields = [b"Content-Type: " + placeholder.content_type.encode("ascii", "replace")]
    if placeholder.filename:
        fields.append(
            b"Content-Disposition: attachment; " + write_parameter("filename", placeholder.filename)
        )
    return newline.join((*fields, b"Content-Transfer-Encoding: base64", b""))


def placeholder_body(placeholder: Placeholder, newline: bytes) -> bytes:
    """Its content in base64 lines of 76 characters."""
    encoded = binascii.b2a_base64(placeholder.content, newline=False)
    return newline.join(encoded[at : at + 76] for at in range(0, len(encoded), 76))
