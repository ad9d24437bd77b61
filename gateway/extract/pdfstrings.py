"""The strings of one PDF object, and the names and whole numbers in it that could be somebody's: read together, edited in
place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import pikepdf

from gateway.extract.zipfiles import Unreadable
from gateway.mime.lens import apply, merge
from gateway.model import Edit, Reason

DEEPEST: Final = 40
#: Identifiers, keys and moments of machines, as long as they look like it.
_SILENT: Final = frozenset(
    "/O /U /OE /UE /Perms /CreationDate /ModDate /M /CharSet /Registry /Ordering /Panose /DA /DS /Cert /Lang /DW"
    " /LastModified /CheckSum /DocChecksum /StmF /StrF".split()
)
_MOMENT: Final = re.compile(r"(?:D:)?\d{4,14}(?:[Z+-][\dZ'+-]{0,8})?")
_LONG_NUMBER: Final = re.compile(r"\d(?:[^\d.]?\d){6}")
#: Whole numbers that say where something is, how long it is, or what is allowed (ISO 32000-1 §7.3.8, §7.5, §7.6).
_MEASURES: Final = frozenset(
    "/Length /Length1 /Length2 /Length3 /DL /Prev /XRefStm /Size /ByteRange /P /H /L /N /E /O /First /Index".split()
)
_LEAST_NUMBER, _MOST_NUMBER = 1_000_000, 10**13
_FIRST: Final = ("/T", "/TU", "/Title")
_SHORTEST_NAME: Final = 8
_FIGURES: Final = re.compile(r"\d(?:\D{0,2}\d){6}")
_NOT_IN_NAMES: Final = re.compile(r"[\s()<>\[\]{}/%#]+")


class _Of(Enum):
    """What stands at a path that is no string: a whole number, a name, or the key before a value (ISO 32000-1 §7.3)."""

    NUMBER = "number"
    NAME = "name"
    KEY = "key"


Key = str | int | _Of


@dataclass(slots=True)
class Told:
    """The strings of one object: `places` are (path inside the object, start, end) in `text`."""

    text: str = field(repr=False)
    places: list[tuple[tuple[Key, ...], int, int]]


def told_by(one: Any) -> Told:
    """Every string of an object, as far as it does not stand in another. Raises Unreadable(TOO_DEEP)."""
    pieces: list[str] = []
    places: list[tuple[tuple[Key, ...], int, int]] = []
    length = 0
    for path, text in _strings(one, (), 0):
        label = f"{_name_of(path)[1:]}: " if path[-1] is _Of.NUMBER else ""
        places.append((path, length + len(label), length + len(label) + len(text)))
        pieces.append(f"{label}{text}\n")
        length += len(pieces[-1])
    return Told("".join(pieces), places)


def _name_of(path: Sequence[Key]) -> str:
    """The key of what stands at a path, or of the list that it stands in."""
    return next((key for key in reversed(path) if isinstance(key, str)), "")


def _strings(one: Any, path: tuple[Key, ...], depth: int) -> Iterator[tuple[tuple[Key, ...], str]]:
    if depth > DEEPEST:
        raise Unreadable(Reason.TOO_DEEP)
    silent = _SILENT
    if isinstance(one, pikepdf.Array):
        items: list[tuple[Key, Any]] = list(enumerate(one))
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        if "/ByteRange" in one:  # a signature's own bytes
            silent = _SILENT | {"/Contents"}
        if "/Root" in one or str(one.get("/Type", "")) == "/XRef":  # a trailer
            silent = _SILENT | {"/ID"}
        items = sorted(one.items(), key=lambda item: item[0] not in _FIRST)
    else:
        return
    for key, value in items:
        if isinstance(key, str) and len(key) > _SHORTEST_NAME and _FIGURES.search(key):
            yield (*path, key, _Of.KEY), key[1:]
        if isinstance(value, pikepdf.String):
            text = str(value)
            if len(text) >= 3 and not (key in silent and _is_of_machines(text)):
                yield (*path, key), text
        elif isinstance(value, pikepdf.Name):
            name = str(value)
            if key not in silent and len(name) > _SHORTEST_NAME and _FIGURES.search(name):
                yield (*path, key, _Of.NAME), name[1:]
        elif isinstance(value, (int, Decimal)):
            is_large = _LEAST_NUMBER <= value < _MOST_NUMBER
            if is_large and _name_of((*path, key)) not in _MEASURES and value == int(value):
                yield (*path, key, _Of.NUMBER), str(int(value))
        elif (
            isinstance(value, (pikepdf.Array, pikepdf.Dictionary))
            and not value.is_indirect
            and key not in silent
        ):
            yield from _strings(value, (*path, key), depth + 1)


def _is_of_machines(text: str) -> bool:
    """Whether a string is octets or a moment, or at least no number of anybody's."""
    return not text.isprintable() or _MOMENT.fullmatch(text) is not None or not _LONG_NUMBER.search(text)


def edit_strings(one: Any, told: Told, edits: Sequence[Edit]) -> bool:
    """Make `edits` on the strings of an object. Whether it has an appearance that must be drawn anew."""
    keys = []
    for path, low, high in told.places:
        own = [
            (max(edit.start, low) - low, min(edit.end, high) - low, edit.replacement)
            for edit in edits
            if edit.start < high and edit.end > low
        ]
        if not own:
            continue
        new = apply(told.text[low:high], merge(own))
        *way, last = path
        if last is _Of.KEY:
            keys.append((way, new))
        elif last is _Of.NAME:
            _holder(one, way)[way[-1]] = pikepdf.Name("/" + _NOT_IN_NAMES.sub("_", new))
        elif last is _Of.NUMBER:
            _holder(one, way)[way[-1]] = 0
        else:
            _holder(one, path)[last] = pikepdf.String(new)
    for way, new in sorted(keys, key=lambda item: -len(item[0])):  # what stands deeper goes by the old keys
        _rename(_holder(one, way), str(way[-1]), "/" + _NOT_IN_NAMES.sub("_", new))
    return _without_appearance(one)


def _holder(one: Any, path: Sequence[Key]) -> Any:
    for key in path[:-1]:
        one = one[key]
    return one


def _rename(holder: Any, old: str, new: str) -> None:
    name, count = new, 1
    while name in holder:
        count += 1
        name = f"{new}_{count}"
    value = holder[old]
    del holder[old]
    holder[name] = value


def _without_appearance(one: Any, depth: int = 0) -> bool:
    if not isinstance(one, pikepdf.Dictionary) or depth > DEEPEST:
        return False
    found = False
    for key in ("/AP", "/RC"):
        if key in one:
            del one[key]
            found = True
    for kid in one.get("/Kids", ()) if "/FT" in one or "/T" in one else ():
        found |= _without_appearance(kid, depth + 1)
    return found
