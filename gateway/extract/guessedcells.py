"""Tables in plain text (CSV, TSV) with the numbers as they were before a program took them for amounts and wrote them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.mime.lens import OffsetMap, Splice

_CELL: Final = re.compile(r"(?:(?<=[,;|\t\r\n\"])|(?<![^\n]))(\d[^,;|\t\r\n\"]*+)(?=[,;|\t\r\n\"]|\Z)")
_TABLE: Final = (".csv", ".tsv", ".tab")


class GuessedCells:
    """`text` is the table with what its numbers may have been, and without figures that mean nothing; "" where none may have
    been anything else."""

    def __init__(self, source: str, filename: str) -> None:
        self._offsets, self.text = OffsetMap(), ""
        if not filename.lower().endswith(_TABLE):
            return
        pieces: list[str] = []
        done, differ = 0, False
        for cell in _CELL.finditer(source):
            said = guess(cell[1].strip(), EPOCH)
            said = "" if said.lstrip("0") == cell[1].strip() else said  # which is found as it stands
            differ |= bool(said)
            for text, start, end in (
                (source[done : cell.start(1)], done, cell.start(1)),
                (said, cell.start(1), cell.end(1)),
            ):
                pieces.append(text)
                self._offsets.add(len(text), start, end - start)
            done = cell.end(1)
        if differ:
            pieces.append(source[done:])
            self._offsets.add(len(source) - done, done, len(source) - done)
            self.text = "".join(pieces)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[str]]:
        """Splices of the text as splices of the source."""
        return [splice for splice in self._offsets.pull(splices) if splice[0] < splice[1]]
