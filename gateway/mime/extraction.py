"""A message that was read: its segments, and its bytes with edits spliced in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gateway.mime.lens import Splice, apply, newline_of
from gateway.mime.parts import Place, placeholder_body, placeholder_fields
from gateway.mime.structure import Entity
from gateway.model import CannotRedact, Edit, Incomplete, Placeholder, Segment

if TYPE_CHECKING:
    from gateway.mime.plainmail import PlainMail
    from gateway.mime.reader import Reader

_REPLACED: Final = frozenset(
    (b"content-type", b"content-disposition", b"content-transfer-encoding", b"content-md5")
)


class MailExtraction:
    """A message read. `signed` says that some part of it bears a signature that an edit would break."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.signed = reader.signed

    @property
    def segments(self) -> Sequence[Segment]:
        """Every readable run of text, in the order of the message."""
        return self._reader.segments

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into."""
        return self._reader.incomplete

    def part(self, path: str) -> bytes:
        """The decoded bytes of the part at `path`, the whole message for its own path. Raises KeyError."""
        if path == self._reader.path:
            return self._reader.raw
        if path in self._reader.parts:
            return self._reader.content(self._reader.parts[path]).data
        for outer, place in self._reader.containers.items():
            if path == outer or path.startswith(f"{outer}/"):
                return place.part(path)
        raise KeyError(path)

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The message with `edits` made and the parts of `withheld` replaced; every other byte as it was.

        Raises CannotRedact(part) where an edit cannot be made truly, KeyError for a segment or part unknown.
        """
        if not edits and not withheld:
            return self._reader.raw
        replaced = [splice for path, item in withheld.items() for splice in self._withhold(path, item)]
        edited = [
            splice
            for place, mine in self._by_place(edits, withheld)
            for splice in place.splices(mine, withheld)
        ]
        if self._reader.path in withheld:  # what the placeholder takes away needs no edit
            edited = [splice for splice in edited if not _falls_into(splice, replaced)]
        return apply(self._reader.raw, _without_conflict(replaced + edited, self._reader.path))

    def _by_place(
        self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]
    ) -> list[tuple[Place, list[Edit]]]:
        """Edits by the place that they concern; those inside a withheld part go with it."""
        groups: dict[int, tuple[Place, list[Edit]]] = {}
        for path, holder in self._reader.containers.items():
            is_replaced = path in self._reader.parts and path in withheld
            if not is_replaced and any(key == path or key.startswith(f"{path}/") for key in withheld):
                groups[id(holder)] = (holder, [])
        for edit in edits:
            if not any(edit.segment == path or edit.segment.startswith(f"{path}/") for path in withheld):
                place = self._reader.places[edit.segment]
                groups.setdefault(id(place), (place, []))[1].append(edit)
        return list(groups.values())

    def _withhold(self, path: str, placeholder: Placeholder) -> list[Splice[bytes]]:
        """The part's header fields and body, replaced where they stand; what lies inside a container is its to do."""
        root = self._reader.root
        entity = root if path == self._reader.path else self._reader.parts.get(path)
        if entity is None:
            if any(path == outer or path.startswith(f"{outer}/") for outer in self._reader.containers):
                return []
            raise KeyError(path)
        newline = newline_of(self._reader.raw[: 64 * 1024])
        return [
            *self._replace_fields(entity, placeholder, newline, is_root=entity is root),
            self._replace_body(entity, placeholder, newline),
        ]

    def _replace_fields(
        self, entity: Entity, placeholder: Placeholder, newline: bytes, *, is_root: bool
    ) -> list[Splice[bytes]]:
        new = placeholder_fields(placeholder, newline)
        if is_root and all(field.name != b"mime-version" for field in entity.fields.items):
            new = b"MIME-Version: 1.0" + newline + new
        old = [field for field in entity.fields.items if field.name in _REPLACED]
        if not old:
            return [(entity.start, entity.start, new)]
        rest: list[Splice[bytes]] = [(field.start, field.end, b"") for field in old[1:]]
        return [(old[0].start, old[0].end, new), *rest]

    def _replace_body(self, entity: Entity, placeholder: Placeholder, newline: bytes) -> Splice[bytes]:
        body = placeholder_body(placeholder, newline)
        raw = self._reader.raw
        ending = newline if entity.end == len(raw) else b""
        return entity.body, entity.end, header_end(raw, entity) + body + ending


def _falls_into(splice: Splice[bytes], taken: Sequence[Splice[bytes]]) -> bool:
    return any(start <= splice[0] and splice[1] <= end for start, end, _ in taken)


def header_end(raw: bytes, entity: Entity) -> bytes:
    """The line ends that the part's header lacks before a body can follow."""
    if entity.fields.ended or entity.body < entity.end:
        return b""
    newline = newline_of(raw[: 64 * 1024])
    return newline if raw[entity.body - 1 : entity.body] in (b"\n", b"\r", b"") else newline * 2


class HeadedExtraction:
    """A bare text read as a message: `length` bytes of header were put before it, and are taken off again."""

    def __init__(self, mail: MailExtraction | PlainMail, length: int) -> None:
        self._mail, self._length = mail, length
        self.segments, self.incomplete = mail.segments, mail.incomplete

    def part(self, path: str) -> bytes:
        """The bytes of a part inside."""
        return self._mail.part(path)

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """The text with `edits` made."""
        return self._mail.rewrite(edits, withheld)[self._length :]


def _without_conflict(splices: Sequence[Splice[bytes]], path: str) -> list[Splice[bytes]]:
    """Sorted, each once. Two readings that would edit the same bytes differently cannot both be served."""
    made: list[Splice[bytes]] = []
    for splice in sorted(set(splices)):
        if made and splice[0] < made[-1][1]:
            raise CannotRedact(path)
        made.append(splice)
    return made
