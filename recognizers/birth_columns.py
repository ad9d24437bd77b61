"""Birth dates in three columns of a table of people: "AAAA | MM | JJ | Nom | NAS" and, below, "1943 | 06 | 30 | Morin P. | …"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from recognizers.birth_found import candidate
from recognizers.birth_rows import tells_other
from recognizers.cues import gate
from recognizers.date_forms import plausible
from recognizers.dates import WrittenDate
from recognizers.nam_number import oldest_birth
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Closed on pages without a head for days.
COLUMNS: Final = gate(("jour", "day", "jj", "dd"))
_PART: Final = r"(?: de naissance| of birth| naissance|_naissance)?[ \"]{0,8}"
_YEAR: Final = rf"(?:annee|aaaa|year|yyyy|an){_PART}"
_MONTH: Final = rf"(?:mois|mm|month){_PART}"
_DAY: Final = rf"(?:jour|jj|day|dd){_PART}"
#: The three heads beside each other, with one mark between them.
_HEADS: Final = compiled(
    rf"(?<![a-z])(?:(?P<ymd>{_YEAR}(?P<mark>[|;,\t])[ \"]{{0,8}}{_MONTH}(?P=mark)[ \"]{{0,8}}{_DAY})"
    rf"|(?P<dmy>{_DAY}(?P<sign>[|;,\t])[ \"]{{0,8}}{_MONTH}(?P=sign)[ \"]{{0,8}}{_YEAR}))(?=[|;,\t\r\n]|$)"
)
#: What else heads a column of people's own, or says what the days are.
_OF_PEOPLE: Final = compiled(
    r"(?<![a-z])(?:nas|nam|sin|ramq|hin|ddn|dob|naissance|birth|assurance (?:sociale|maladie)|social insurance)(?![a-z])"
)
_CELL: Final = compiled(r"[ \">]*([0-9]{1,4})[ \"\r]*")
_LONGEST: Final = 400
_MOST: Final = 200


def in_columns(page: Page) -> Iterator[Candidate]:
    """The dates below three heads for year, month and day in a table whose other heads name people's numbers. Linear."""
    lower = page.lower
    last = 0
    for heads in _HEADS.finditer(lower):
        near = max(0, heads.start() - _LONGEST)
        start = lower.rfind("\n", near, heads.start()) + 1
        end = lower.find("\n", heads.end(), heads.end() + _LONGEST)
        if end < 0 or start < last or (near > 0 and start == 0):
            continue
        title = lower[max(0, start - _LONGEST) : start].rstrip("\r\n >").rpartition("\n")[2]
        head = lower[start:end]
        if not _OF_PEOPLE.search(head) or tells_other(head) or tells_other(title):
            continue
        order, mark = ("ymd", heads["mark"]) if heads["ymd"] else ("dmy", heads["sign"])
        first = lower.count(mark, start, heads.start())
        for _ in range(_MOST):
            last = end
            begin, end = end + 1, lower.find("\n", end + 1, end + 2 + _LONGEST)
            end = end if end >= 0 else min(len(lower), begin + 1 + _LONGEST)
            if begin >= end or end - begin > _LONGEST:
                break
            if written := _read(page, begin, end, mark, first, order):
                yield candidate(0, written, 0.8, ("pattern", "cue:column"))
            elif lower.count(mark, begin, end) < first + 2 and any(map(str.isalpha, lower[begin:end])):
                break


def _read(page: Page, start: int, end: int, mark: str, first: int, order: str) -> WrittenDate | None:
    """The date in three cells of a row, from the one numbered `first` on."""
    cells = []
    for number, cell in enumerate(page.lower[start:end].split(mark)):
        if first <= number < first + len(order):
            value = _CELL.fullmatch(cell)
            if value is None:
                return None
            cells.append((start + value.start(1), start + value.end(1), int(value[1])))
        start += len(cell) + len(mark)
    if len(cells) != len(order):
        return None
    parts = {part: value for part, (_, _, value) in zip(order, cells, strict=True)}
    try:
        day = date(parts["y"], parts["m"], parts["d"])
    except ValueError:
        return None
    days = plausible({day}, oldest_birth(page.today), page.today)
    return WrittenDate(cells[0][0], cells[-1][1], "columns", days) if days else None
