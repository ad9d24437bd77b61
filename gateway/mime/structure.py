"""The tree of a message's parts, by byte offsets (RFC 2046 §5), and other trees that other readers may see.

`read` walks the bytes once under one `Reading`. Wherever mail programs are known to part ways it notes a doubt, which
is the name of the Reading's switch to turn: the caller reads again with it turned and compares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from gateway.mime.fields import Field, Fields, read_fields
from gateway.mime.parameters import Parameter, media_type, parameters
from gateway.octets import first_place

_DELIMITER_END: Final = re.compile(rb"(--)?[ \t]*+\r?(?:\n|\Z)")
_GUESS: Final = re.compile(rb"(?:\A|\n)--([^\r\n]{0,200}?)[ \t]*\r?\n(?=[A-Za-z-]+:|\r?\n)")
#: What mail programs show as text of the message.
TEXT_TYPES: Final = frozenset(("text/plain", "text/html", "text/*"))
LIKE_HTML: Final = re.compile(rb"\s{0,100}<(?:!doctype|html|head|body|div|p|table)\b", re.IGNORECASE)
#: A token, after comments (RFC 5322 §3.2.2) and in quotes that some programs put around it.
_ENCODING: Final = re.compile(rb"(?:[\s\"']|\([^()]*\))*([A-Za-z0-9_-]+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a reader takes what the standards leave open, or forbid. Each switch is a habit of some mail program."""

    strict: bool = False  # a line that is no field ends the header
    blanks_end: bool = False  # so does a line of nothing but blanks
    last_type: bool = False  # of several Content-Type fields, the last counts
    last_encoding: bool = False  # likewise Content-Transfer-Encoding
    last_boundary: bool = False  # likewise the boundary parameter (CVE-2024-28054)
    prefix: bool = False  # a line that begins with the delimiter is one
    after_close: bool = False  # parts go on after the closing delimiter
    guess: bool = (
        False  # a multipart without its boundary is cut where it looks like one, and a text that has one
    )
    cr: bool = False  # a bare CR ends a line


PLAIN: Final = Reading()


@dataclass(slots=True)
class Entity:
    """A part: header from `start`, content from `body` to `end`. A multipart has children, any other is a leaf.

    `type` is "text/*" where a Content-Type does not say: some readers show such a part as plain text, some as HTML.
    """

    start: int
    body: int
    end: int
    fields: Fields
    type: str
    parameters: Sequence[Parameter]
    encoding: str
    disposition: str
    names: Sequence[Parameter]
    depth: int
    parent: Entity | None
    children: list[Entity] = field(default_factory=list)
    outside: list[tuple[int, int]] = field(default_factory=list)
    too_deep: bool = False

    def parameter(self, name: str) -> str:
        """The first parameter of that name, "" when there is none."""
        return next((item.text for item in self.parameters if item.name == name), "")

    @property
    def file_name(self) -> str:
        """That of Content-Disposition, else of Content-Type; "" when it has none."""
        for source, wanted in ((self.names, "filename"), (self.parameters, "name"), (self.names, "name")):
            for item in source:
                if item.name == wanted and item.text:
                    return item.text
        return ""

    @property
    def is_multipart(self) -> bool:
        """Whether it was cut into parts."""
        return bool(self.children)


@dataclass(slots=True)
class Tree:
    """What one Reading made of the bytes: leaves and multiparts in order, and the switches that might matter."""

    root: Entity
    entities: list[Entity]
    doubts: set[str]
    too_many: bool


def read(
    lines: bytes,
    *,
    max_parts: int,
    max_depth: int,
    reading: Reading = PLAIN,
    default: str = "text/plain",
) -> Tree:
    """The tree of the message in `lines`. Never raises."""
    walk = _Walk(lines, max_parts, max_depth, reading)
    root = walk.entity(0, len(lines), 0, None, default)
    return Tree(root, walk.entities, walk.doubts, walk.too_many)


_DECODED: Final = frozenset(("base64", "quoted-printable"))
_DESCRIBING: Final = frozenset((b"content-type", b"content-transfer-encoding", b"content-disposition"))
#: What most texts are said to be: no word of it is anybody's.
_USUAL: Final = re.compile(
    rb"text/(?:plain|html); ?charset=\"?(?:utf-8|us-ascii|iso-8859-\d\d?|windows-125\d)\"?\Z", re.IGNORECASE
)


def _typed(value: bytes) -> tuple[str, Sequence[Parameter]]:
    """(type, parameters) of a Content-Type's value."""
    return media_type(value) or "text/*", parameters(value)


_usual: Final = lru_cache(maxsize=256)(_typed)


def usual_parameters(value: bytes, wanted: str) -> Sequence[Parameter] | None:
    """The parameters of a Content-Type that says `wanted` and a charset, as most do; None for any other."""
    if not _USUAL.match(value):
        return None
    media, found = _usual(value)
    return found if media == wanted else None


class _Walk:
    def __init__(self, lines: bytes, max_parts: int, max_depth: int, reading: Reading) -> None:
        self._lines, self._reading = lines, reading
        self._max_parts, self._max_depth = max_parts, min(max_depth, 100)
        self.entities: list[Entity] = []
        self.doubts: set[str] = set()
        self.too_many = False

    def entity(self, start: int, end: int, depth: int, parent: Entity | None, default: str) -> Entity:
        reading = self._reading
        fields = read_fields(self._lines, start, end, strict=reading.strict, blanks_end=reading.blanks_end)
        if fields.junk and fields.structural_after(fields.junk[0][0]):
            self.doubts.add("strict")
        if fields.blank_fold >= 0 and fields.structural_after(fields.blank_fold):
            self.doubts.add("blanks_end")
        entity = self._described(fields, start, end, depth, parent, default)
        if fields.junk and entity.encoding in _DECODED:  # who takes it for the body decodes it
            self.doubts.add("strict")
        self.entities.append(entity)
        if entity.type.startswith("multipart/"):
            self._multipart(entity)
        elif entity.type.startswith("text/"):
            self._unsaid(entity)
        return entity

    def _described(
        self, fields: Fields, start: int, end: int, depth: int, parent: Entity | None, default: str
    ) -> Entity:
        media, encoding, disposition = default, "", ""
        found: Sequence[Parameter] = ()
        names: Sequence[Parameter] = ()
        lines = self._lines
        named: dict[bytes, list[Field]] = {}
        for item in fields.items:
            if item.name in _DESCRIBING:
                named.setdefault(item.name, []).append(item)
        if b"content-type" in named:
            chosen = self._choose(named[b"content-type"], "last_type")
            value = lines[chosen.value : chosen.value_end]
            media, found = (_usual if _USUAL.match(value) else _typed)(value)
        elif default == "text/plain" and LIKE_HTML.match(lines, fields.body, end):
            media = "text/*"
        if b"content-transfer-encoding" in named:
            chosen = self._choose(named[b"content-transfer-encoding"], "last_encoding")
            token = _ENCODING.match(lines[chosen.value : chosen.value_end])
            encoding = token[1].decode("ascii").lower() if token else ""
        if b"content-disposition" in named:
            chosen = named[b"content-disposition"][0]
            value = lines[chosen.value : chosen.value_end]
            token = _ENCODING.match(value)
            disposition, names = token[1].decode("ascii").lower() if token else "", parameters(value)
        return Entity(
            start, fields.body, end, fields, media, found, encoding, disposition, names, depth, parent
        )

    def _choose(self, candidates: list[Field], switch: str) -> Field:
        if len(candidates) > 1:
            values = {self._lines[item.value : item.value_end].strip() for item in candidates}
            if len(values) > 1:
                self.doubts.add(switch)
            return candidates[-1 if getattr(self._reading, switch) else 0]
        return candidates[0]

    def _multipart(self, entity: Entity) -> None:
        if entity.depth >= self._max_depth:
            entity.too_deep = True
            return
        boundary = self._boundary(entity)
        if boundary:
            self._cut(entity, boundary)
        if not entity.children and (
            guessed := _GUESS.search(self._lines, max(entity.body - 1, 0), entity.end)
        ):
            self.doubts.add("guess")
            if self._reading.guess:
                entity.outside.clear()
                self._cut(entity, guessed[1])

    def _unsaid(self, entity: Entity) -> None:
        """A text with a boundary that occurs in it may have been meant for a multipart."""
        boundary = next((item.data.rstrip() for item in entity.parameters if item.name == "boundary"), b"")
        if (
            boundary
            and first_place(b"\n--" + boundary, self._lines, max(entity.body - 1, 0), entity.end) >= 0
        ):
            self.doubts.add("guess")
            if self._reading.guess and entity.depth < self._max_depth:
                self._cut(entity, boundary)

    def _boundary(self, entity: Entity) -> bytes:
        candidates = [
            item.data.rstrip() for item in entity.parameters if item.name == "boundary" and item.data.strip()
        ]
        if len(set(candidates)) > 1:
            self.doubts.add("last_boundary")
            return candidates[-1 if self._reading.last_boundary else 0]
        return candidates[0] if candidates else b""

    def _cut(self, entity: Entity, boundary: bytes) -> None:
        lines, delimiter = self._lines, b"--" + boundary
        default = "message/rfc822" if entity.type == "multipart/digest" else "text/plain"
        part_start, position, first = -1, entity.body, len(self.entities)
        near: list[int] = []
        outside_from = entity.body
        while (at := first_place(delimiter, lines, position, entity.end)) >= 0:
            position = at + len(delimiter)
            if at != entity.body and lines[at - 1] != 10:
                continue
            ending = _DELIMITER_END.match(lines, position, entity.end)
            if ending is None:
                near.append(at)
                if not self._reading.prefix:
                    continue
            after = ending.end() if ending else _line_after(lines, position, entity.end)
            if part_start >= 0:
                self._child(entity, part_start, _before(lines, at, part_start), default)
            elif at > outside_from:
                entity.outside.append((outside_from, at))
            part_start, position, outside_from = after, after, after
            if ending is not None and ending[1]:
                part_start = -1
                if self._reading.after_close:
                    continue
                if self._another(delimiter, after, entity.end):
                    self.doubts.add("after_close")
                break
        if part_start >= 0:
            self._child(entity, part_start, entity.end, default)
        elif entity.children and outside_from < entity.end:
            entity.outside.append((outside_from, entity.end))
        if near and not self._explained(near, first):
            self.doubts.add("prefix")

    def _child(self, entity: Entity, start: int, end: int, default: str) -> None:
        if len(self.entities) >= self._max_parts:
            self.too_many = True
            return
        entity.children.append(self.entity(start, max(start, end), entity.depth + 1, entity, default))

    def _another(self, delimiter: bytes, position: int, end: int) -> bool:
        """Whether an opening delimiter line follows."""
        while (at := first_place(delimiter, self._lines, position, end)) >= 0:
            position = at + len(delimiter)
            ending = _DELIMITER_END.match(self._lines, position, end)
            if ending is not None and not ending[1] and self._lines[at - 1] == 10:
                return True
        return False

    def _explained(self, near: list[int], first: int) -> bool:
        """Whether each line that only begins like the delimiter is the delimiter of a multipart inside.

        Those are among the entities from number `first` on.
        """
        inside = {
            item.data.rstrip()
            for entity in self.entities[first:]
            for item in entity.parameters
            if item.name == "boundary"
        }
        lines = (
            self._lines[at + 2 : min(_line_after(self._lines, at, at + 250), at + 250)].rstrip()
            for at in near
        )
        return all(line in inside or line.removesuffix(b"--") in inside for line in lines)


def _before(lines: bytes, delimiter: int, start: int) -> int:
    """The line end before a delimiter belongs to it (RFC 2046 §5.1.1)."""
    if delimiter - 2 >= start and lines[delimiter - 2 : delimiter] == b"\r\n":
        return delimiter - 2
    return max(start, delimiter - 1)


def _line_after(lines: bytes, position: int, end: int) -> int:
    """Where the line after the one at `position` begins, `end` at most."""
    found = lines.find(b"\n", position, end)
    return end if found < 0 else found + 1
