"""The text of a legacy Word document in the order in which it is shown, whatever pieces it is stored in ([MS-DOC] §2.4.1)."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final

from gateway.extract.spelled import SHORT_CELL
from gateway.extract.zipfiles import Unreadable
from gateway.model import Reason

_MARKS: Final = (0xA5EC, 0xA5DC)  # wIdent of Word 97 and later, of Word 6 and 95
_FIRST_97: Final = 0x00C1  # nFib of Word 97
_COMPLEX: Final = 0x0004
_SECOND_TABLE: Final = 0x0200
_COMPRESSED: Final = 0x40000000
_FIELD_CODE: Final = re.compile("\x13[^\x13\x14\x15]*+[\x14\x15]")
_CELL_ENDS: Final = re.compile("\x07+")
#: A heading or a value, in which the end of a paragraph is no line end.
_SHORT_CELL: Final = re.compile(f"(?<=\x07)[^\x07]{{1,{SHORT_CELL}}}+(?=\x07)")
#: What the special characters say: line ends, hyphens; marks of fields, notes, pictures and comments say nothing.
_SAID: Final = {
    0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x0E: "\n", 0x13: " ", 0x14: " ", 0x15: " ", 0x1E: "-", 0x1F: None,
    **{0xF000 + code: chr(code) for code in range(0x20, 0x7F)}, **dict.fromkeys((0, 1, 2, 3, 4, 5, 6, 8)),
}  # fmt: skip


def document_texts(main: bytes, table: Callable[[str], bytes]) -> list[str]:
    """All of it with the codes of its fields, and where there are fields, without them; nothing where `main` is no stream of
    such a document. `table` gives the stream of that name. Raises Unreadable."""
    if len(main) < 0x1AA or int.from_bytes(main[:2], "little") not in _MARKS:
        return []
    try:
        text = "".join(_pieces(main, table))
    except (struct.error, KeyError, OSError, ValueError):
        raise Unreadable(Reason.UNREADABLE) from None
    return [_shown(one) for one in dict.fromkeys((text, _FIELD_CODE.sub("", text)))]


def _shown(text: str) -> str:
    text = _SHORT_CELL.sub(lambda cell: cell[0].replace("\r", " "), text)
    return _CELL_ENDS.sub(_cells, text).translate(_SAID)


def _cells(marks: re.Match[str]) -> str:
    """A mark ends a cell; one more ends the row."""
    return "\t" * max(len(marks[0]) - 1, 1) + ("\n" if len(marks[0]) > 1 else "")


def _pieces(main: bytes, table: Callable[[str], bytes]) -> Iterator[str]:
    version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
    if version < _FIRST_97:
        if not flags & _COMPLEX:
            yield main[slice(*struct.unpack_from("<II", main, 0x18))].decode("cp1252", "replace")
            return
        held, place = main, 0x160
    else:
        held, place = table("1Table" if flags & _SECOND_TABLE else "0Table"), 0x1A2
    start, length = struct.unpack_from("<II", main, place)
    for begin, end, offset in _piece_table(held[start : start + length]):
        wide = version >= _FIRST_97 and not offset & _COMPRESSED
        at = (offset & ~_COMPRESSED) // 2 if offset & _COMPRESSED else offset
        size = (end - begin) * (1 + wide)
        if at + size > len(main):
            raise ValueError
        yield main[at : at + size].decode("utf-16-le" if wide else "cp1252", "replace")


def _piece_table(clx: bytes) -> Iterator[tuple[int, int, int]]:
    """(first character, the one behind the last, where it stands) of each piece (§2.9.38). Raises ValueError."""
    at = 0
    while clx[at : at + 1] == b"\1":  # properties, which come before
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at : at + 1] != b"\2":
        raise ValueError
    length = struct.unpack_from("<I", clx, at + 1)[0]
    pieces = clx[at + 5 : at + 5 + length]
    count = (length - 4) // 12
    if count < 1 or len(pieces) < length:
        raise ValueError
    places = struct.unpack_from(f"<{count + 1}I", pieces)
    for number in range(count):
        begin, end = places[number], places[number + 1]
        if end < begin:
            raise ValueError
        yield begin, end, struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)[0]
