"""Tables of OpenDocument with the values that the tags of their cells say, where what is shown says them otherwise: in short
("1,31E+08", "12 mars"), without leading zeros, or as a serial number (OpenDocument 1.3 part 3, §19.385)."""

from __future__ import annotations

import html
import re
from typing import Final

from gateway.extract.guessed import EPOCH, guess
from gateway.extract.numberformats import shown
from gateway.extract.spelled import Spelled, in_attribute

_MARK: Final = re.compile(rb"<(/?)table:(?:(table-row)|(?:covered-)?table-cell)(?=[\s/>])([^<>]*+)>")
_VALUE: Final = re.compile(rb"""\soffice:(date-)?value\s*+=\s*+["']([^"'<]*+)["']""")
_REPEATED: Final = re.compile(rb"""\stable:number-columns-repeated\s*+=\s*+["'](\d{1,5})["']""")
_NOTE_END: Final = b"</office:annotation>"
_TEXT: Final = re.compile(rb"(?<=>)[^<>]++(?=<)")
_WIDEST_GAP: Final = 100  # cells that a row leaves out: more of them are no gap in a table


def table_values(content: bytes) -> Spelled:
    """A line a row of such tables, a tab between cells; nothing where every cell shows its value as it is. Of other cells only
    those without figures are in it, which may be headings."""
    found, differ = Spelled(), False
    marks = _MARK.finditer(content)
    mark = next(marks, None)
    while mark is not None:
        following = next(marks, None)
        if mark[2]:
            if mark[1]:
                found.row()
        elif not mark[1]:
            text = _text(content[mark.end() - 1 : following.start() if following else mark.end()])
            value = _VALUE.search(mark[3])
            said = _said(value, text) if value else ""
            if value and said:
                at = mark.start(3)
                found.add(said, at + value.start(2), at + value.end(2), in_attribute)
                differ = True
            elif not any(map(str.isdigit, text)):
                found.gap(text)
            repeated = _REPEATED.search(mark[3])
            for _ in range(min(int(repeated[1]) if repeated else 1, _WIDEST_GAP)):
                found.gap("\t")
        mark = following
    return found if differ else Spelled()


def _text(inner: bytes) -> str:
    """What a cell shows on one line, without notes on it."""
    own = inner[inner.rfind(_NOTE_END) + len(_NOTE_END) :] if _NOTE_END in inner else inner
    return html.unescape(b" ".join(_TEXT.findall(own + b"<")).decode("utf-8", "replace")).strip()


def _said(value: re.Match[bytes], text: str) -> str:
    """The value that a tag says, "" where `text` shows it."""
    said = html.unescape(value[2].decode("utf-8", "replace")).strip()
    if value[1]:
        said = said.partition("T")[0]
        return "" if said[:4] in text else said
    said = shown(said, "", EPOCH)
    figures = "".join(filter(str.isdigit, text))
    said = guess(said, EPOCH) or (said if said != figures.lstrip("0") else "")
    return said if said[:1].isdigit() and said != figures else ""
