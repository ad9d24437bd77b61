"""What cells of OpenDocument sheets held before tracked changes, behind the heads of their columns (OpenDocument 1.3-3, §9.9).

What a cell held stands apart from the sheet, with the cell's place and nothing that says what it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

from gateway.extract.spelled import Spelled, in_attribute, in_text

_BEGIN: Final = b"<table:tracked-changes"
_END: Final = b"</table:tracked-changes>"
_ADDRESS: Final = re.compile(rb"<table:cell-address\s([^<>]*+)>")
_NUMBER: Final = re.compile(rb"""\stable:(column|table)\s*+=\s*+["'](\d{1,6})["']""")
_VALUE: Final = re.compile(
    rb"""<table:change-track-table-cell\s[^<>]*?\soffice:(?:date-)?value\s*+=\s*+["']([^"'<]*+)["']"""
)
_PARAGRAPH: Final = re.compile(rb"<text:p(?:\s[^<>]*+)?>([^<]{3,200}+)</text:p>")
_SHEET: Final = re.compile(rb"<table:table[\s>]")
_ROW_END: Final = re.compile(rb"</table:table-row\s*+>")
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell((?:\s[^<>]*+)?)>")
_REPEATED: Final = re.compile(rb"""\stable:number-columns-repeated\s*+=\s*+["'](\d{1,5})["']""")
_TEXT: Final = re.compile(rb"(?<=>)[^<>]++(?=<)")
_MOST_COLUMNS: Final = 1024
_LONGEST_ROW: Final = 256 * 1024


def tracked_cells(content: bytes) -> Spelled:
    """A line for each text and each number or day that a cell held: the head of its column, a colon, the value."""
    found = Spelled()
    start, end = content.find(_BEGIN), content.find(_END)
    if not 0 <= start < end:
        return found
    heads = list(_heads(content, end))
    addresses = list(_ADDRESS.finditer(content, start, end))
    for number, address in enumerate(addresses):
        stop = addresses[number + 1].start() if number + 1 < len(addresses) else end
        place = {one[1]: int(one[2]) for one in _NUMBER.finditer(b" " + address[1])}
        row = heads[place.get(b"table", 0)] if place.get(b"table", 0) < len(heads) else ()
        column = place.get(b"column", 0)
        label = row[column] if column < len(row) else ""
        if not label:
            continue
        for pattern, written in ((_VALUE, in_attribute), (_PARAGRAPH, in_text)):
            for value in pattern.finditer(content, address.end(), stop):
                found.gap(f"{label}: ")
                found.utf8(value[1].decode("utf-8", "surrogateescape"), value.start(1), written)
                found.gap("\n")
    return found


def _heads(content: bytes, start: int) -> Iterator[Sequence[str]]:
    """What the cells of the first row of each sheet say."""
    for sheet in _SHEET.finditer(content, start):
        last = _ROW_END.search(content, sheet.end(), sheet.end() + _LONGEST_ROW)
        row: list[str] = []
        cells = list(_CELL.finditer(content, sheet.end(), last.start())) if last else []
        for number, cell in enumerate(cells):
            stop = cells[number + 1].start() if number + 1 < len(cells) else last.start() if last else 0
            said = b" ".join(_TEXT.findall(content, cell.end() - 1, stop + 1))
            repeated = _REPEATED.search(cell[1])
            count = min(int(repeated[1]) if repeated else 1, _MOST_COLUMNS - len(row))
            row += [html.unescape(said.decode("utf-8", "replace")).strip()] * count
        yield row
