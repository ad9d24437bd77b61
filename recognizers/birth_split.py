"""Birth dates in three columns of a table of people: "AAAA | MM | JJ | Nom | NAS" and, below, "1943 | 06 | 30 | Morin P. | …"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_rows import tells_other
from recognizers.date_forms import days_of, days_of_month, plausible
from recognizers.dates import WrittenDate
from recognizers.month_forms import MONTH
from recognizers.nam_number import oldest_birth
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_PART: Final = (
    r"(?:[ _](?:de |of )?(?:naissance|birth)"
    r"| ?\((?:date )?(?:de |of )?(?:la )?(?:naissance|birth|ddn|dob)\))?[ \"]{0,8}"
)
_YEAR: Final = rf"(?:birth[ _])?(?:annee|aaaa|year|yyyy|an){_PART}"
_MONTH: Final = rf"(?:birth[ _])?(?:mois|mm|month){_PART}"
_DAY: Final = rf"(?:birth[ _])?(?:jour|jj|day|dd){_PART}"
#: The three heads beside each other, with one mark between them.
_HEADS: Final = compiled(
    rf"(?<![a-z])(?:(?P<ymd>{_YEAR}(?P<mark>[|;,\t])[ \"]{{0,8}}{_MONTH}(?P=mark)[ \"]{{0,8}}{_DAY})"
    rf"|(?P<dmy>{_DAY}(?P<sign>[|;,\t])[ \"]{{0,8}}{_MONTH}(?P=sign)[ \"]{{0,8}}{_YEAR})"
    rf"|(?P<mdy>{_MONTH}(?P<sep>[|;,\t])[ \"]{{0,8}}{_DAY}(?P=sep)[ \"]{{0,8}}{_YEAR}))(?=[|;,\t\r\n]|$)"
)
#: The middle one, which begins with what is looked for fast.
_MIDDLE: Final = compiled(rf"m(?:ois|m|onth){_PART}[|;,\t]")
#: What says that the days are of births, in a head or the title; or heads a column of people's numbers beside old dates.
_OF_BIRTH: Final = compiled(r"(?<![a-z])(?:ddn|dob|naissances?|births?|birthdate|born|nee?s?)(?![a-z])")
_OF_PEOPLE: Final = compiled(
    r"(?<![a-z])(?:nas|nam|sin|ramq|hin|assurance (?:sociale|maladie)|social insurance)(?![a-z])"
)
#: The same said in the paragraph below the table, so far behind its head.
_SAID_BELOW: Final = compiled(r"(?<![a-z])(?:date de naissance|date of birth|birth ?date|ddn|dob)(?![a-z])")
_TO_BELOW: Final = 1500
_PARAGRAPH: Final = 200
_OLD: Final = timedelta(days=14 * 365)
#: What else a table of people tells: their work, their pay, their visits; or whose births, of animals.
_OF_WORK: Final = compiled(
    r"(?<![a-z])(?:heures?|hours?|hrs?|paies?|pay(?:roll)?|wages?|salaires?|salary|gross|net|brut|montants?|amounts?|prix|price|total"
    r"|motifs?|reasons?|raisons?|diagnos[a-z]*|ventes?|sales?|sold|postes?|positions?|titre|title|admis[a-z]*|admitted|admissions?"
    r"|embauche[a-z]*|hired?|hiring|hires|emplois?|quarts?|shifts?|absen[a-z]*|visites?|visits?|doses?|vaccins?|vaccines?|conge|leave"
    r"|fonction|departement|department|taux|rate|periode|period)(?![a-z])"
)
_OF_ANIMALS: Final = compiled(
    r"(?<![a-z])(?:veaux?|vaches?|ruches?|anima(?:l|ux|ls)|chiens?|chiots?|chats?|chatons?|troupeau|calf|calves|cattle|herd"
    r"|litters?|puppies|kittens|poulains?|foals?|agneaux?|lambs?|portees?)(?![a-z])"
)
#: By the order of the parts, the group of the mark between them.
_MARKS: Final = {"ymd": "mark", "dmy": "sign", "mdy": "sep"}
_CELL: Final = compiled(rf"[ \">]*([0-9]{{1,4}}|{MONTH})\.?[ \"\r]*")
_MARGIN: Final = ' >|"'
#: What a row's day is of that stands below a birth's.
_ANOTHER_DAY: Final = compiled(
    r"(?:(?:date|jour|day) (?:of |de |du |d')(?:l[ea] |l')?)?"
    r"(?:deces|death|mort|mariage|marriage|wedding|divorce|arrivee|arrival|adoption|bapteme|baptism|embauche|hiring|signature)(?![a-z])"
)
_LONGEST: Final = 400
_MOST: Final = 200


def in_columns(page: Page) -> Iterator[Candidate]:
    """The dates below three heads for year, month, day in a table of births, or of old dates beside people's numbers. Linear."""
    lower = page.lower
    if not _MIDDLE.search(lower):
        return
    last = 0
    for heads in _HEADS.finditer(lower):
        near = max(0, heads.start() - _LONGEST)
        start = lower.rfind("\n", near, heads.start()) + 1
        end = lower.find("\n", heads.end(), heads.end() + _LONGEST)
        if end < 0 or start < last or (near > 0 and start == 0):
            continue
        title = lower[max(0, start - _LONGEST) : start].rstrip("\r\n >").rpartition("\n")[2]
        head = lower[start:end]
        of_birth = bool(_OF_BIRTH.search(head) or _OF_BIRTH.search(title)) or _is_said_below(lower, end)
        if (
            not (of_birth or (_OF_PEOPLE.search(head) and not _OF_WORK.search(f"{title} {head}")))
            or tells_other(head)
            or tells_other(title)
            or _OF_ANIMALS.search(f"{title} {head}")
        ):
            continue
        order = heads.lastgroup or ""
        mark = heads[_MARKS[order]]
        first = lower.count(mark, start, heads.start())
        found: list[WrittenDate] = []
        for _ in range(_MOST):
            last = end
            begin, end = end + 1, lower.find("\n", end + 1, end + 2 + _LONGEST)
            end = end if end >= 0 else min(len(lower), begin + 1 + _LONGEST)
            if begin >= end or end - begin > _LONGEST:
                break
            if first and _ANOTHER_DAY.match(lower[begin:end].lstrip(_MARGIN)):
                continue  # a row of its own: "Décès | 2024 | 02 | 03"
            if written := _read(page, begin, end, mark, first, order):
                found.append(written)
            elif lower.count(mark, begin, end) < first + 2 and any(map(str.isalpha, lower[begin:end])):
                break
        if of_birth or all(page.today - day >= _OLD for written in found for day in written.days):
            for written in found:
                yield candidate(0, written, 0.8, ("pattern", "cue:column"))


def _is_said_below(lower: str, end: int) -> bool:
    """Whether the paragraph below the table, whose head ends at `end`, speaks of birth dates."""
    empty = lower.find("\n\n", end, end + _TO_BELOW)
    return empty >= 0 and _SAID_BELOW.search(lower, empty, empty + _PARAGRAPH) is not None


def _read(page: Page, start: int, end: int, mark: str, first: int, order: str) -> WrittenDate | None:
    """The date in three cells of a row, from the one numbered `first` on."""
    cells = []
    for number, cell in enumerate(page.lower[start:end].split(mark)):
        if first <= number < first + len(order):
            value = _CELL.fullmatch(cell)
            if value is None:
                return None
            cells.append((start + value.start(1), start + value.end(1), value[1]))
        start += len(cell) + len(mark)
    if len(cells) != len(order):
        return None
    parts = {part: value for part, (_, _, value) in zip(order, cells, strict=True)}
    if not (parts["y"].isdigit() and parts["d"].isdigit()):
        return None
    years, day = (int(parts["y"]),), int(parts["d"])
    read = (
        days_of(years, int(parts["m"]), day)
        if parts["m"].isdigit()
        else days_of_month(years, parts["m"], day)
    )
    days = plausible(read, oldest_birth(page.today), page.today)
    return WrittenDate(cells[0][0], cells[-1][1], "columns", days) if days else None
