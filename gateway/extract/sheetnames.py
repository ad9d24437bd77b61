"""Names of sheets: what is put into one must stay a name, apart from every other, wherever formulas and charts say it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from gateway.model import Edit, Segment, SegmentKind

_NAMES: Final = {
    "xl/workbook.xml": re.compile(rb"""<(?:\w+:)?sheet\s[^<>]*?\bname=(?:"([^"]*)"|'([^']*)')"""),
    "content.xml": re.compile(rb"""<table:table\s[^<>]*?\btable:name=(?:"([^"]*)"|'([^']*)')"""),
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 31  # Excel's limit for a name


def sheet_names(contents: Mapping[str, bytes]) -> list[str]:
    """The names of a workbook's sheets, or of the tables of an OpenDocument."""
    return [
        html.unescape((match[1] or match[2] or b"").decode("utf-8", "replace"))
        for part, pattern in _NAMES.items()
        for match in pattern.finditer(contents.get(part, b""))
    ]


def in_names(segments: Sequence[Segment], edits: Sequence[Edit], names: Sequence[str]) -> Iterator[Edit]:
    """`edits`; a value that stands in a sheet's name is replaced by a short word that no sheet's name holds, of letters,
    digits and "_" alone, so that it needs no quotes in a formula ([MS-XLSX] §2.2.2, ST_Xstring of sheet@name)."""
    texts = {segment.path: segment for segment in segments}
    words: dict[str, str] = {}
    for edit in edits:
        segment = texts.get(edit.segment)
        if segment is None or segment.kind is SegmentKind.CELL or segment.path.endswith("/content.xml"):
            yield edit
            continue
        value = segment.text[edit.start : edit.end].strip()
        holders = [name for name in names if value and value in name]
        if holders and value not in words:
            words[value] = _word(edit.replacement, value, holders, [*names, *words.values()])
        yield replace(edit, replacement=words[value]) if holders else edit


def _word(replacement: str, value: str, holders: Sequence[str], taken: Sequence[str]) -> str:
    letters = (_WORD.findall(replacement) or [""])[-1]
    room = _LONGEST - max(len(name) - len(value) for name in holders)
    number = 1
    while any(f"_{number}" in name for name in taken):
        number += 1
    return f"{letters[: max(room - len(str(number)) - 1, 0)]}_{number}"
