"""Lines of a vCard that a line of their group names (`item1.X-ABLabel:NAS`), as address books show them: "NAS: value"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gateway.mime.lens import OffsetMap, Splice

_LABEL: Final = re.compile(
    r"^([\w-]{1,40})\.X-ABLabel[^:\r\n]{0,200}:(?:_\$!<)?([^\r\n>]{1,100})", re.IGNORECASE | re.MULTILINE
)
_LINE: Final = re.compile(
    r"^([\w-]{1,40})\.(?!X-ABLabel)[\w-]{1,60}(?:;[^:\r\n]{0,500})?:([^\r\n]{1,2000})",
    re.IGNORECASE | re.MULTILINE,
)
_END: Final = re.compile(r"^END:VCARD", re.IGNORECASE | re.MULTILINE)


class Labelled:
    """`text` is a line for each named line of the cards in `source`, "" where there is none."""

    def __init__(self, source: str) -> None:
        self._offsets = OffsetMap()
        pieces: list[str] = []
        begin = 0
        for end in [*(found.end() for found in _END.finditer(source)), len(source)]:
            labels = {found[1].lower(): found[2] for found in _LABEL.finditer(source, begin, end)}
            for line in _LINE.finditer(source, begin, end) if labels else ():
                if label := labels.get(line[1].lower()):
                    for text, start, length in (
                        (f"{label}: ", 0, 0),
                        (line[2], line.start(2), len(line[2])),
                        ("\n", 0, 0),
                    ):
                        pieces.append(text)
                        self._offsets.add(len(text), start, length)
            begin = end
        self.text = "".join(pieces)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return [splice for splice in self._offsets.pull(splices) if splice[0] < splice[1]]
