"""What people read in a part's header: fields, file names, parameters that no standard knows, and lines that are no fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gateway.mime.fields import Field
from gateway.mime.headers import ADDRESSES, path_of
from gateway.mime.limits import Budget
from gateway.mime.parameters import Parameter, parameters
from gateway.mime.parts import HeaderPlace, NamePlace
from gateway.mime.structure import Entity
from gateway.mime.text import TextReader
from gateway.mime.transfer import Identity
from gateway.mime.words import header_text
from gateway.model import Reason, Segment, SegmentKind

if TYPE_CHECKING:
    from gateway.mime.reader import Reader

#: Parameters that only machines read.
_MACHINE_PARAMETERS: Final = frozenset(
    "boundary charset format delsp type start size creation-date modification-date read-date protocol micalg"
    " report-type reply-type method profile differences smime-type access-type mode id number total expiration"
    " x-unix-mode x-mac-type x-mac-creator x-apple-part-url filename name".split()
)
_SILENT_PARAMETERS: Final = _MACHINE_PARAMETERS - {"filename", "name"}


class HeaderReader:
    """Reads the headers of parts into `reader`. `known` are the places of what was read already: readings share fields."""

    __slots__ = ("_budget", "_known", "_reader")

    def __init__(self, reader: Reader, budget: Budget, known: set[int]) -> None:
        self._reader, self._budget, self._known = reader, budget, known

    def fields(self, entity: Entity, prefix: str, depth: int) -> None:
        """The fields of a part's header that people see, and what stands there and is none, at `depth` (see `TextReader`)."""
        shown_from = self._shown_from(entity)
        for field in entity.fields.items:
            name = path_of(field.name)
            if not name and field.start > shown_from and not field.name.startswith(b"content-"):
                name = "other"
            if not name or field.value == field.value_end or field.value in self._known:
                continue
            self._known.add(field.value)
            if not self._may_read_field():
                return
            self._field(field, f"{prefix}header/{name}")
        for start, end in entity.fields.junk:
            if start not in self._known:
                self._known.add(start)
                if not self._may_read_field():
                    return
                path = f"{prefix}header/~{self._reader.count('junk')}"
                junk = Identity(self._reader.raw[start:end])
                reader = TextReader(self._reader, self._budget, depth)
                reader.read(path, junk, start, "text/plain", (), SegmentKind.HEADER)

    def parameters(self, entity: Entity, path: str) -> None:
        """File names, and what stands in parameters that no standard knows."""
        if not entity.names and all(item.name in _SILENT_PARAMETERS for item in entity.parameters):
            return
        holders: dict[tuple[str, str], list[tuple[int, Parameter]]] = {}
        for field in entity.fields.items:
            if field.name in (b"content-type", b"content-disposition"):
                for item in parameters(self._reader.raw[field.value : field.value_end]):
                    what = "filename" if item.name in ("filename", "name") else "parameter"
                    if item.text and (what == "filename" or item.name not in _MACHINE_PARAMETERS):
                        holders.setdefault((what, item.text), []).append((field.value, item))
        for (what, text), found in holders.items():
            kind = SegmentKind.FILENAME if what == "filename" else SegmentKind.METADATA
            name = f"{path}/{what}"
            name = f"{name}/{self._reader.count(name) + 1}" if name in self._reader.places else name
            places = [(start, item.spans, item.name) for start, item in found]
            self._reader.add(Segment(name, text, kind), NamePlace(name, text, places))

    def _may_read_field(self) -> bool:
        """Whether one more is within the limit. What is over it stays whatever is put in the body's place."""
        self._budget.fields -= 1
        if self._budget.fields < 0:
            self._reader.report(Reason.TOO_BIG, self._reader.path or "header/~rest")
            return False
        return True

    def _shown_from(self, entity: Entity) -> int:
        """From where on some readers take header fields for the body, and show the machines' too."""
        if entity.fields.junk:
            return entity.fields.junk[0][0]
        return (
            entity.start - 1
            if entity.parent is not None and not entity.fields.ended
            else len(self._reader.raw)
        )

    def _field(self, field: Field, path: str) -> None:
        """The field as it is shown; one more of a name that is taken has a number."""
        value = self._reader.raw[field.value : field.value_end]
        text = header_text(value)
        if path in self._reader.places:
            path = f"{path}/{self._reader.count(path) + 1}"
        place = HeaderPlace(path, value, field.value, is_address=field.name in ADDRESSES)
        self._reader.add(Segment(path, text, SegmentKind.HEADER), place)
