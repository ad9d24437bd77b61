"""Birth dates in cells: below the head of their column, or all of a field that a label names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_vetoes import OTHER_EVENT, is_things_name
from recognizers.cues import Cue
from recognizers.date_forms import WEEKDAY
from recognizers.dates import dates_in
from recognizers.everyday import is_name
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.table import Headers, cells_below, is_header
from recognizers.told_columns import HEAD_OF_BIRTH, told_cells

#: What stands before and behind the only words of a cell.
_HEADER_START: Final = compiled(r'(?:^|[|;,\t\n>]| {2}| /(?= ))[ "(*_]*(?:[a-z]{2,14}_){0,2}$')
_HEADER_END: Final = compiled(r'[ _]?(?:le|on)? ?["*_]{0,3} ?(?:[|;,\t\r\n]| {2}| / |$)')
_HEADER_REACH: Final = 34
#: A label with its value on the same line is no header.
_VALUE_FOLLOWS: Final = compiled(r"[ )]{0,2}[:=] ?[^\s|;,\"<]")
#: What may stand before the date in a cell of its column.
_CELL_LEAD: Final = compiled(
    rf"(?:\([ajmydh/.\- ]{{4,14}}\)|\[b\]|[^a-z0-9]){{0,12}}+"
    rf"(?:(?:(?P<told>[a-z]{{3,12}})(?= {{1,2}}(?:le|on) )|[a-z]{{1,12}}[.,)]{{0,2}}) {{1,2}})??"
    rf"(?:(?:le|on|the|nee?|born|{WEEKDAY}),? {{1,2}})*"
)
#: How far a cell is read for its date, and how much of it may stand on the next line.
_CELL: Final = 60
_REST_OF_DATE: Final = 24
#: A mark got lost: the date sticks to the cell before its own, "Samuel1981-09-09;".
_STUCK: Final = compiled(
    r"[a-z]((?:[0-9]{4}([-/.])[0-9]{2}\2|[0-9]{2}([-/.])[0-9]{2}\3(?=[0-9]{4}))(?:[0-9]{4}|[0-9]{2}))[;,|\t]\Z"
)
_STUCK_REACH: Final = 16
#: Another label, and how far before a cell its line begins.
_LABEL: Final = compiled(r"[ >|*]*[a-z][a-z .'()/#-]{0,40}:\s*")
_LABEL_REACH: Final = 64
#: The only cell before one on its line, and what happens in a life.
_ONLY_CELL: Final = compiled(r"[ >*\"]{0,6}([a-z][a-z .'/-]{3,40}?)[\" ]*(?: {2,}|[;,|\t])[ \"]{0,4}")
_EVENT: Final = compiled(
    r"(?:date (?:du |de (?:la |l')?|of )?)?(?:mariages?|wedding|marriage|divorce|separation|retraite|retirement|deces|death"
    r"|adoption|bapteme|baptism|arrivee|arrival|embauche|hir(?:e|ing)|immigration|citoyennete|citizenship|demenagement|move"
    r"|accident|operation|diplome|graduation)(?![a-z])"
)
#: The head of names right before; what stands under it in a row, right before the date's cell.
_NAMES_HEAD: Final = compiled(r"(?<![a-z])(?:noms?|prenoms?|names?)[\"]?(?: {2,}|[;,|\t] ?| / )[ \"]{0,2}\Z")
_NAME_IN_ROW: Final = compiled(
    r"(?:\A|[\n;|\t]|  | / )[> \"]{0,4}([a-z](?:[a-z0-9().,'-]| (?! )){1,40}?)[\"]?(?: {2,}|[;|\t] ?| / ?)[ \"]{0,2}\Z"
)
_NAME_REACH: Final = 80
#: Heads of a table with one space between them: those of days, and any; and how long its rows are.
_DAY_HEAD: Final = (
    r"(?:(?:start|end|hir(?:e|ed|ing)|entry|expir(?:y|ation)|arrival|admission|termination|effective|joined|depart|debut|fin|entree"
    r"|arrivee|embauche)(?: date)?|date(?: (?:(?:de|of) |d')?(?:start|end|hire|hiring|entry|expiry|expiration|arrival|admission"
    r"|debut|fin|entree|arrivee|embauche|depart))?)(?![a-z])"
)
_DAY_HEADS: Final = compiled(rf"(?<![a-z]){_DAY_HEAD}")
_ANY_HEAD: Final = (
    rf"(?:{_DAY_HEAD}|(?:employ(?:ee|e|ees|es)|names?|noms?|prenoms?|first|last|surname|who|qui|no|num|numero|number|id|sin|nas|nam"
    r"|ramq|hin|ssn|sexe?|gender|member|membre|patient|client|child|enfant|student|eleve|badge|dept|department|departement|poste"
    r"|position|status|statut|type|plan|age|matricule|dossier|file|group|groupe|phone|tel|province|ville|city|et|and)(?![a-z]))"
)
_HEADS_BEFORE: Final = compiled(rf"[ >*#]*(?:{_ANY_HEAD}[ #/.]{{1,3}}){{1,8}}")
_HEADS_AFTER: Final = compiled(rf"(?:[ #/.]{{1,3}}{_ANY_HEAD}){{0,6}}[ .]*\r?\n")
_LONGEST_ROW: Final = 160
_ROWS: Final = 60
#: What links a label to its value, be that still to come.
_COLON: Final = compiled(r"[ )]{0,2}[:=]")


def is_cell(page: Page, cue: Cue) -> bool:
    """Whether a verb is all that its cell holds: "Né(e) le"."""
    before = page.lower[max(0, cue.start - _HEADER_REACH) : cue.start]
    return _HEADER_END.match(page.lower, cue.end) is not None and _HEADER_START.search(before) is not None


def heads(page: Page, cue: Cue, known: Headers) -> bool:
    """Whether the cue heads a column, be its cells empty: no other column's dates are births."""
    return not _COLON.match(page.lower, cue.end) and is_header(page.lower, cue.start, cue.end, known)


def below_head(page: Page, flat: str, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    """The dates below a cue that heads a column; `headers` are the cells that were read already."""
    if _VALUE_FOLLOWS.match(page.lower, cue.end):
        return
    labelled = _COLON.match(page.lower, cue.end) is not None
    named = _NAMES_HEAD.search(page.lower, max(0, cue.start - _HEADER_REACH), cue.start) is not None
    for cell_start, cell_end in cells_below(page.lower, cue.start, cue.end, known):
        if cell_start in headers or (labelled and _is_labelled(page, cell_start)):
            return
        headers.add(cell_start)
        if (named and _is_a_things_row(page, cell_start)) or _is_an_events_row(page, cell_start):
            continue
        if stuck := _STUCK.search(page.lower, max(0, cell_start - _STUCK_REACH), cell_start):
            cell_start, cell_end = stuck.span(1)
        stop = min(cell_end, cell_start + _CELL)
        found = [*in_window(page, flat, cell_start, stop, ("cue:column",), 0.93)]
        if not found and stop == cell_end and page.lower[cell_end : cell_end + 1] == "\n":
            wrapped = in_window(page, flat, cell_start, cell_end + _REST_OF_DATE, ("cue:column",), 0.9)
            found = [one for one in wrapped if one.start < cell_end]
        yield from [one for one in found if _leads(flat, cell_start, one.start)]


def below_words(page: Page, flat: str, cue: Cue) -> Iterator[Candidate]:
    """The dates below a cue among heads that one space parts, where each row has a date for each head of days.

    "Employee SIN DOB Start date" / "Zoé Roy 130 692 544 1985-04-12 2026-09-14". Nothing where the cue's is the only one.
    """
    after = _HEADS_AFTER.match(page.lower, cue.end)
    if after is None:
        return
    line = page.line_start(cue.start, _LONGEST_ROW)
    if not _HEADS_BEFORE.fullmatch(page.lower, line, cue.start):
        return
    place = len(_DAY_HEADS.findall(page.lower, line, cue.start))
    days = place + 1 + len(_DAY_HEADS.findall(page.lower, cue.end, after.end()))
    start = after.end()
    for _ in range(_ROWS if days > 1 else 0):
        end = page.line_end(start, _LONGEST_ROW)
        dates = dates_in(page.today, straighten(flat[start:end]))
        if len(dates) != days or not dates[place].days:
            return
        yield candidate(start, dates[place], 0.9, ("pattern", "cue:column"))
        start = end + 1


def _leads(flat: str, start: int, end: int) -> bool:
    """Whether flat[start:end] may lead to the date in a cell: "Noé le ", not "transmis le "."""
    lead = _CELL_LEAD.fullmatch(flat, start, end)
    return lead is not None and (lead["told"] is None or is_name(lead["told"]))


def _is_a_things_row(page: Page, start: int) -> bool:
    """Whether what stands under the head of names, right before the cell at `start`, names a thing or an animal."""
    name = _NAME_IN_ROW.search(page.lower, max(0, start - _NAME_REACH), start)
    return name is not None and is_things_name(name[1])


def _is_an_events_row(page: Page, start: int) -> bool:
    """Whether all that stands before the cell at `start`, on its line, names another event: "Mariage    1958-08-16"."""
    line = page.line_start(start, _LABEL_REACH)
    event = _ONLY_CELL.fullmatch(page.lower, line, start)
    return event is not None and _EVENT.match(event[1]) is not None


def _is_labelled(page: Page, start: int) -> bool:
    """Whether a label of its own begins the line on which the cell at `start` stands: "Date:<TAB>2026-02-19"."""
    line = page.lower.rfind("\n", max(0, start - _LABEL_REACH), start) + 1
    return bool(line) and _LABEL.fullmatch(page.lower, line, start) is not None


def under_told_heads(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates in the columns that a sentence names as those of births."""
    for start, end in told_cells(page, HEAD_OF_BIRTH):
        yield from in_window(page, flat, start, min(end, start + _CELL), ("cue:column",), 0.93)


def in_window(
    page: Page, flat: str, start: int, end: int, why: tuple[str, ...], score: float
) -> Iterator[Candidate]:
    """The first date of a cell or field that a label names."""
    window = straighten(flat[start:end])
    dates = dates_in(page.today, window)
    if dates and dates[0].days and not OTHER_EVENT.search(window[: dates[0].start]):
        yield candidate(start, dates[0], score, ("pattern", *why))
