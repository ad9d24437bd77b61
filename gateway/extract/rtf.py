"""Rich Text Format: its text with the way back to its bytes (Microsoft RTF specification 1.9.1)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gateway.extract.metafile import Metafile, is_metafile
from gateway.extract.readers import Context
from gateway.extract.rtfwalk import Inside, Walk
from gateway.extract.spelled import spliced
from gateway.extract.strings import Strings
from gateway.extract.unread import Unread
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Segment

_FILE: Final = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|PK\x03\x04|%PDF-|\x89PNG|\xff\xd8\xff")
_OTHER_SKIP: Final = re.compile(rb"\\uc(?!1\D)\d")


@dataclass(slots=True)
class Rtf:
    """One RTF document. `units` are (byte start, byte end) for each character of the text; `readings` say of which characters
    the text is made as it is shown, and as it was before tracked changes."""

    raw: bytes = field(repr=False)
    path: str
    text: str = field(repr=False)
    units: list[tuple[int, int]] = field(repr=False)
    readings: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)
    inside: dict[str, Inside] = field(default_factory=dict, repr=False)

    @property
    def segments(self) -> Sequence[Segment]:
        """The text, destinations and annotations in the order in which they stand; the text without what stands in its midst
        and is hidden, or is somewhere else; as it was before changes; pictures and objects."""
        found = [Segment(f"{self.path}/text", self.text)]
        for name, places in self.readings.items():
            found.append(Segment(f"{self.path}/text@{name}", "".join(self.text[at] for at in places)))
        for item in self.inside.values():
            found.extend(item.document.segments if item.document else ())
        return found

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into, of pictures and objects."""
        documents = [item.document for item in self.inside.values() if item.document]
        return [Incomplete(item.reason, self.path) for document in documents for item in document.incomplete]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        splices: list[tuple[int, int, bytes]] = []
        units = {f"{self.path}/text": self.units}
        for name, places in self.readings.items():
            units[f"{self.path}/text@{name}"] = [self.units[at] for at in places]
        for edit in edits:
            new = _spelled(edit.replacement, grouped=_OTHER_SKIP.search(self.raw) is not None)
            for start, end in units.get(edit.segment, ())[edit.start : edit.end]:
                if start < end:
                    splices.append((start, end, new))
                    new = b""
        for path, item in self.inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{path}/")]
            if own and item.document is not None:
                splices += self._replaced(item, own)
        return spliced(self.raw, splices) if splices else self.raw

    def _replaced(self, item: Inside, edits: Sequence[Edit]) -> list[tuple[int, int, bytes]]:
        if not item.is_hex or item.document is None:
            raise CannotRedact(self.path)
        try:
            new = binascii.hexlify(item.document.rewrite(edits, {}))
        except CannotRedact:
            raise CannotRedact(self.path) from None
        (start, end), *rest = item.spans
        lines = b"\n".join(new[at : at + 128] for at in range(0, len(new), 128))
        return [(start, end, lines), *((low, high, b"") for low, high in rest)]

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self.path:
            raise KeyError(path)
        return self.raw


def _spelled(text: str, *, grouped: bool) -> bytes:
    """`text` in RTF; `grouped`: where one character after \\u may not be the one to skip."""
    out = []
    for char in text:
        if char in "\\{}":
            out.append(b"\\" + char.encode("ascii"))
        elif char.isascii():
            out.append(char.encode("ascii"))
        else:
            code = ord(char) if ord(char) < 0x8000 else 0x3F
            out.append(b"\\u%d?" % code)
    return b"{\\uc1 %s}" % b"".join(out) if grouped and not text.isascii() else b"".join(out)


def read(content: bytes, path: str, context: Context) -> Extraction:
    """An RTF document. Raises Unreadable when it is nested beyond reason, or holds too much."""
    walk = Walk(content, context.limits.max_text)
    walk.run()
    document = Rtf(content, path, "".join(walk.chars), walk.units, walk.readings())
    for number, item in enumerate(walk.inside):
        body = item.content(content)
        if not body:
            continue
        place = f"{path}/inside{number}"
        found = _FILE.search(body, 0, 4096)
        if found is not None and found.start() == 0:
            item.document = context.open_inside(body, "", place)
        elif found is not None:  # an OLE object's header stands before it
            item.document = ReadOnly(body, context.open_inside(body[found.start() :], "", place))
        else:
            item.document = Metafile(body, place) if is_metafile(body) else Strings(body, place)
        document.inside[place] = item
    return document


class ReadOnly(Unread):
    """What was read of a document that stands inside a wrapping which we do not write."""

    def __init__(self, content: bytes, inner: Extraction) -> None:
        reason = inner.incomplete[0].reason if inner.incomplete else None
        super().__init__(content, reason, "", inner.segments)
