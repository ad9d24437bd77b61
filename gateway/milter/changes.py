"""From the message that came to the message that goes on, in the few things that a milter can ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gateway.milter import wire

_FIELD_END: Final = re.compile(rb"\r\n(?![ \t])")
_TOP: Final = 1  # below the MTA's own Received line: above it, later filters would count it as the sender's
_OURS: Final = b"x-ecluse-"


class CannotExpress(Exception):
    """What should go on cannot be said as changes to what came. Carries nothing of either."""


class Field(NamedTuple):
    """A header field: its name, and all between the colon and the line end."""

    name: bytes
    value: bytes

    @property
    def ours(self) -> bool:
        """Whether it is one of the trace fields."""
        return self.name.lower().startswith(_OURS)


def changes(raw: bytes, content: bytes) -> Iterator[bytes]:
    """The packets that make `content` of `raw`: both messages with CRLF, `raw` as `Transaction` put it together.

    Raises CannotExpress.
    """
    if content.endswith(raw):
        above = content[: len(content) - len(raw)]
        if b"\r\n\r\n" not in above:  # a message without header fields may be the end of its own new body
            yield from _insert(_fields(above))
            return
    old_end, new_end = _header_end(raw), _header_end(content)
    yield from _headers(_fields(raw[:old_end]), _fields(content[:new_end]))
    body = content[new_end + 2 :]
    if body != raw[old_end + 2 :]:
        yield from wire.replace_body(body)


def _header_end(message: bytes) -> int:
    """Where the empty line after the header stands."""
    if message.startswith(b"\r\n"):
        return 0
    found = message.find(b"\r\n\r\n")
    if found < 0:
        raise CannotExpress
    return found + 2


def _fields(block: bytes) -> list[Field]:
    if not block:
        return []
    *lines, rest = _FIELD_END.split(block)
    fields = [Field(name, value) for name, colon, value in (line.partition(b":") for line in lines) if colon]
    if rest or len(fields) != len(lines):
        raise CannotExpress
    return fields


def _headers(old: Sequence[Field], new: Sequence[Field]) -> Iterator[bytes]:
    """Changes and deletions last field first, so that none moves another; then what is new, on top."""
    places = _occurrences(old)
    theirs = [place for place, field in enumerate(old) if not field.ours]
    kept = [field for field in new if not field.ours]
    added = [field for field in new if field.ours]
    if [old[place].name for place in theirs] == [field.name for field in kept]:
        becomes: dict[int, Field | None] = dict(zip(theirs, kept, strict=True))
    else:
        same_start = _common(theirs, kept, old, 1)
        same_end = _common(theirs[same_start:], kept[same_start:], old, -1)
        becomes = {place: old[place] for place in theirs}
        becomes |= dict.fromkeys(theirs[same_start : len(theirs) - same_end])
        added += kept[same_start : len(kept) - same_end]
    for place in range(len(old) - 1, -1, -1):
        field = becomes.get(place)
        if field is None:
            yield wire.delete_header(places[place], old[place].name)
        elif field.value != old[place].value:
            yield wire.change_header(places[place], field.name, field.value)
    yield from _insert(added)


def _common(places: Sequence[int], fields: Sequence[Field], old: Sequence[Field], step: int) -> int:
    """How many fields are the same at the start (`step` 1) or the end (-1) of both."""
    pairs = zip(places[::step], fields[::step], strict=False)
    count = 0
    for place, field in pairs:
        if old[place] != field:
            break
        count += 1
    return count


def _occurrences(fields: Sequence[Field]) -> list[int]:
    """For each field, the how-manieth of its name it is, from 1."""
    seen: Counter[bytes] = Counter()
    places = []
    for field in fields:
        name = field.name.lower()
        seen[name] += 1
        places.append(seen[name])
    return places


def _insert(fields: Sequence[Field]) -> Iterator[bytes]:
    for field in reversed(fields):
        yield wire.insert_header(_TOP, field.name, field.value)
