"""format=flowed (RFC 3676): lines that end in a space flow into the next, with the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gateway.mime.lens import OffsetMap, Splice

_LINE: Final = re.compile(r"(>*)( ?)([^\r\n]*)(\r\n|\n|\r|\Z)")
_SOFT: Final = re.compile(r" \r?\n")


class FlowedText:
    """`source` with its soft breaks undone; `delsp` removes the space that marked each (RFC 3676 §4.3)."""

    __slots__ = ("_delsp", "_offsets", "_source", "text")

    def __init__(self, source: str, *, delsp: bool) -> None:
        self._source, self._delsp = source, delsp
        self._offsets = OffsetMap()
        self.text = self._flow() if _SOFT.search(source) else source

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source; quote marks and line ends inside a cut stay."""
        return self._offsets.pull(splices) if self._offsets.length else list(splices)

    def _flow(self) -> str:
        pieces: list[str] = []
        flowing_at = ""  # the quote marks of the line before, when it flows on
        flows = False
        for line in _LINE.finditer(self._source):
            quotes, content, ending = line[1], line[3], line[4]
            joined = flows and quotes == flowing_at
            if not joined:
                self._keep(line.start(1), line.end(2), pieces)
            flows = content.endswith(" ") and content != "-- " and bool(ending)
            flowing_at = quotes
            stop = line.end(3) - 1 if flows and self._delsp else line.end(3)
            self._keep(line.start(3), stop, pieces)
            if not (flows and self._continues(line.end(), quotes)):
                self._keep(line.start(4), line.end(4), pieces)
            if line.end() == len(self._source):
                break
        return "".join(pieces)

    def _continues(self, at: int, quotes: str) -> bool:
        """Whether the line at `at` stands at the same quote depth: only then does the one before flow into it."""
        following = _LINE.match(self._source, at)
        return following is not None and at < len(self._source) and following[1] == quotes

    def _keep(self, start: int, end: int, pieces: list[str]) -> None:
        if end > start:
            pieces.append(self._source[start:end])
            self._offsets.add(end - start, start, end - start)
