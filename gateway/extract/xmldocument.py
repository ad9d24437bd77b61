"""A file that is XML, SVG and flat OpenDocument included, with the files that stand in it in base64."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gateway.extract.everywhere import elsewhere
from gateway.extract.opencells import with_cell_values
from gateway.extract.opentables import table_values
from gateway.extract.opentracked import tracked_cells
from gateway.extract.sniff import kind_of
from gateway.extract.spelled import Spelled, Splice, spliced
from gateway.extract.xmlfields import fields
from gateway.extract.xmltext import XmlText, codec_of, recoded
from gateway.mime.lens import merge
from gateway.mime.reader import OpenDocument
from gateway.model import CannotRedact, Edit, Extraction, Incomplete, Placeholder, Segment

_FILE: Final = re.compile(rb"""(?:>|;base64,)\s*+([A-Za-z0-9+/][A-Za-z0-9+/\s]{60,}+={0,2})\s*+(?=[<"'])""")


class XmlDocument:
    """One such file. Raises Unreadable where entities are declared."""

    def __init__(
        self, content: bytes, path: str, open_document: OpenDocument | None = None, depth: int = 0
    ) -> None:
        self._content, self._path = content, path
        self._codec = codec_of(content)
        self._utf8 = recoded(content, self._codec, "")
        self._texts: dict[str, Spelled] = {
            f"{path}/text{which}": text for which, text in XmlText(self._utf8).readings()
        }
        self._texts[f"{path}/text@fields"] = fields(self._utf8)
        self._texts[f"{path}/text@cells"] = table_values(self._utf8)
        self._texts[f"{path}/text@tracked"] = tracked_cells(self._utf8)
        self._inside: dict[str, tuple[tuple[int, int], Extraction]] = {}
        if open_document is not None:
            for number, (span, body) in enumerate(_files(self._utf8)):
                place = f"{path}/inside{number}"
                self._inside[place] = span, open_document(body, "", "", place, depth + 1)
        self.segments = [Segment(place, text.text) for place, text in self._texts.items() if text.length]
        self.segments += [segment for _, document in self._inside.values() for segment in document.segments]

    @property
    def incomplete(self) -> Sequence[Incomplete]:
        """What could not be looked into of the files inside."""
        reasons = [item.reason for _, document in self._inside.values() for item in document.incomplete]
        return [Incomplete(reason, self._path) for reason in dict.fromkeys(reasons)]

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        if self._path in withheld:
            return withheld[self._path].content
        if not edits:
            return self._content
        edits = [*edits, *elsewhere(self.segments, edits)]
        splices = [
            splice
            for place, text in self._texts.items()
            for splice in text.splices(
                merge([(e.start, e.end, e.replacement) for e in edits if e.segment == place])
            )
        ]
        if b"<table:table-cell" in self._utf8:
            splices = list(with_cell_values(self._utf8, splices))
        splices += self._rewritten(edits)
        return recoded(spliced(self._utf8, splices), "", self._codec)

    def _rewritten(self, edits: Sequence[Edit]) -> Iterator[Splice]:
        for place, (span, document) in self._inside.items():
            own = [edit for edit in edits if edit.segment.startswith(f"{place}/")]
            if own:
                try:
                    body = document.rewrite(own, {})
                except CannotRedact:
                    raise CannotRedact(self._path) from None
                yield *span, binascii.b2a_base64(body, newline=False)

    def part(self, path: str) -> bytes:
        """The content. Raises KeyError for another path."""
        if path != self._path:
            raise KeyError(path)
        return self._content


def _files(content: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Where a file of a kind that we know stands in base64, and what it holds."""
    for found in _FILE.finditer(content):
        try:
            body = binascii.a2b_base64(found[1])
        except binascii.Error:
            continue
        if kind_of(body, "", "") != "unknown":
            yield (found.start(1), found.start(1) + len(found[1].rstrip())), body
