"""Header fields by byte offset (RFC 5322 §2.2), as lenient as mail programs are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_FIELD: Final = re.compile(rb"([^\s:]++)[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)(?:\n|\Z)")
_BLANK_LINE: Final = re.compile(rb"\n[ \t]+\r?\n")
_GLANCE: Final = 64 * 1024
_STRUCTURAL: Final = frozenset((b"content-type", b"content-transfer-encoding"))


class Field(NamedTuple):
    """A header field: its lower-case name, and where it, its value and its line end lie."""

    name: bytes
    start: int
    value: int
    value_end: int
    end: int


@dataclass(slots=True)
class Fields:
    """A header block: its fields in order, and where the body begins.

    `junk` is where lines stand that are no fields. `blank_fold` is where a field
    is continued by a line of nothing but blanks (-1: nowhere); `ended` says that an empty line ended the block.
    """

    items: list[Field]
    body: int
    junk: list[tuple[int, int]] = field(default_factory=list)
    blank_fold: int = -1
    ended: bool = False

    def note_junk(self, start: int, end: int) -> None:
        """A line that is no field; lines in a row are one span."""
        if self.junk and self.junk[-1][1] == start:
            start = self.junk.pop()[0]
        self.junk.append((start, end))

    def structural_after(self, place: int) -> bool:
        """Whether a field that shapes the message stands after `place`."""
        return any(field.start >= place and field.name in _STRUCTURAL for field in self.items)


def read_fields(
    lines: bytes, start: int, end: int, *, strict: bool = False, blanks_end: bool = False
) -> Fields:
    """The header block at `start`. A line that is no field is skipped, or ends the block if `strict`.

    A line of nothing but blanks continues the field before it, or ends the block with `blanks_end`.
    """
    items = [] if blanks_end else _orderly(lines, start, end)
    fields = Fields(items, end)
    position, leading, match = items[-1].end if items else start, start, _FIELD.match
    while position < end:
        if lines[position] in b"\r\n" and (blank := _empty_line(lines, position)):
            fields.body, fields.ended = min(blank, end), True
            break
        found = match(lines, position, end)
        if found is None:
            following = _next_line(lines, position, end)
            if position == leading and not start and lines[position] in b" \t":
                leading = following  # continues whatever the next relay puts before it
                fields.note_junk(position, following)
            elif position > start or not lines.startswith((b"From ", b">From "), position):
                if strict:
                    fields.body = position
                    break
                fields.note_junk(position, following)
            position = following
            continue
        value, value_end = found.span(2)
        if blanks_end and (blank_line := _BLANK_LINE.search(lines, value, found.end())):
            items.append(Field(found[1].lower(), position, value, blank_line.start(), blank_line.start() + 1))
            fields.body = blank_line.end()
            break
        if value_end > value and lines[value_end - 1] == 13:
            value_end -= 1
        items.append(Field(found[1].lower(), position, value, value_end, found.end()))
        position = found.end()
    if not blanks_end and (blank_line := _BLANK_LINE.search(lines, start, fields.body - 1)):
        fields.blank_fold = blank_line.start()
    return fields


def _orderly(lines: bytes, start: int, end: int) -> list[Field]:
    """The fields from `start` on, as far as nothing but fields stands there, before an empty line that is not far."""
    items: list[Field] = []
    stop = lines.find(b"\n\r\n", start, min(end, start + _GLANCE)) + 1
    if not stop or lines[start] in b"\r\n":
        return items
    position, match = start, _FIELD.match
    while position < stop and (found := match(lines, position, stop)):
        value, value_end = found.span(2)
        if value_end > value and lines[value_end - 1] == 13:
            value_end -= 1
        end = found.end()
        items.append(Field(found[1].lower(), position, value, value_end, end))
        position = end
    return items


def _empty_line(lines: bytes, position: int) -> int:
    """Where the line after the empty line at `position` begins; 0 when it is not empty."""
    if lines[position] == 10:
        return position + 1
    return position + 2 if lines[position + 1 : position + 2] == b"\n" else 0


def _next_line(lines: bytes, position: int, end: int) -> int:
    found = lines.find(b"\n", position, end)
    return end if found < 0 else found + 1
