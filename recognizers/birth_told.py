"""Birth dates told with few words: behind somebody's number, of two at once, in a calendar's entry.

"moi : 130 692 544, 27 juillet 1972", "Zoé and Luc Roy, both August 17, 2012", "SUMMARY:Birthday of Luc".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate, date_at
from recognizers.birth_forms import BABY, KIN
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OF_THE_PAST, OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.dates import dates_in
from recognizers.digits import ClusterLook
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import Answered, straighten, words_of
from recognizers.known_plain import NUMBERED
from recognizers.luhn import luhn
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.told import STOPS
from recognizers.told_columns import HEAD_OF_BIRTH, HEAD_OF_NUMBER

_TWO: Final = vocabulary(("both", "deux"))
_CALENDAR: Final = vocabulary(("vevent",))
#: A page with one of these speaks of people's numbers, pay or family: the number behind a name may be a person's.
_PEOPLE: Final = vocabulary(
    """nas sin ssn nam ramq medicare social sociale paie paies paye payes payroll salaire salaires salary wages salarie salaries
    employe employes employee employees travailleur travailleurs worker workers conjoint conjointe spouse husband wife mari
    femme epoux epouse enfant enfants child children kids fils fille daughter mother father mere pere mom mum dad maman papa
    famille family""".split()
)
#: With a colon before a name, these say whose number it is; and these that a name follows.
_NAMES_FOLLOW: Final = frozenset("nom name noms names info infos".split())
_OF_ONES_OWN: Final = frozenset(
    "moi lui elle him her hers his me mine mien mienne sien sienne he she".split()
)
#: Closed on pages that speak of no two at once and hold no calendar's entry.
TWO: Final = gate(_TWO, stands=NUMBERED, after=24)
CALENDAR: Final = gate(_CALENDAR)
#: Nine figures in threes or together, by the shape of a page.
_NINE: Final = re.compile(rb"(?<!0)(?<!0[^0])(?:000[^0]000[^0]000|0{9})(?!0)")
_TO_DATE: Final = compiled(r" ?[,;/|-]{1,2} ?(?:(?:nee? |born )?(?:le |on |du )?)?")
#: Whose number it is: oneself, a pronoun, somebody of the family, and perhaps the label of the number.
_WHO: Final = Ending(
    r"(?:\A|[\n.;,(|] ?|(?<![a-z])(?:et|and|pis) )[> *-]{0,4}(?:(?:moi(?:-meme)?|lui|elle|him|her|me|myself|he|she|toi)"
    rf"|(?:mon|ma|my|notre|our|son|sa|his|her|l[ea]|the) (?:{KIN}|{BABY}|wife|husband|spouse|partner|mother|father"
    rf"|mom|mum|dad|sister"
    r"|brother)(?: [a-z'-]{2,16}){0,2})"
    r" ?[:=(,-]{1,2} ?(?:(?:(?:son|sa|mon|ma|his|her|my) )?(?:nas|sin|n\.a\.s\.?|s\.i\.n\.?) ?[:#=]? ?)?\Z"
)
#: Or somebody's names, behind which nothing else is told: "Roy, Luc ; 130692544 ; 1989-06-18".
_NAMED: Final = compiled(
    r"(?:\A|[\n.;:(|] ?)[ >*-]{0,4}(?:[0-9]{1,2}[.)] )?((?:[A-Z][A-Za-z'.-]+,? ){1,3}[A-Z][A-Za-z'.-]+) ?[-,;|/\t(:]{1,2} ?"
    r"\Z"
)
#: Or somebody's names and a SIN's label: "Luc Roy / SIN 130692544 / 1989-06-18".
_LABELLED: Final = compiled(
    r" ?[-,;|/\t(:]{1,2} ?(?:(?:son|mon|his|her|my) )?(?:nas|sin|n\.a\.s\.?|s\.i\.n\.?)(?: (?:no|num|numero|number)\.?)?"
    r" ?[:#=]? ?\Z"
)
_NAMES_END: Final = compiled(
    r"[A-Z](?<![A-Za-z.'-][A-Z])[A-Za-z'.-]+,? (?:[A-Z][A-Za-z'.-]* ){0,2}[A-Z][A-Za-z'-]+\Z"
)
#: What leads to the name with a colon.
_LEAD: Final = compiled(r"([a-z]+)\)? ?: ?[ >*-]{0,4}\Z")
#: The cells of the line that heads the columns of such rows, and how a row looks.
_CELL: Final = compiled(r" ?[,;|\t] ?| / ")
_ROW: Final = compiled(
    r"[ >*-]{0,4}(?:[0-9]{1,2}[.)] )?[a-z][a-z'., -]{2,60}[-,;|/\t(:][^\n]{0,24}[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"
)
_DATE_ALONE: Final = compiled('[ "]*(?:dates?)?[ "]*')
#: Of what else the line above says that its rows are.
_FILES: Final = compiled(
    r"(?<![a-z])(?:comptes?|accounts?|dossiers?|files?|clients?|customers?|contra(?:ts?|cts?)|factures?|invoices?|cas|cases?"
    r"|demandes?|requests?|applications?|orders?|commandes?|permis|permits?|licences?|licenses?|polic(?:y|ies)|polices?)(?![a-z])"
)
_FEWEST: Final = 2
_NAM_REACH: Final = 20
_MOST_ROWS: Final = 40
_LINE: Final = 200
#: What is said of the date right behind it: ", facture de plomberie".
_THEN: Final = compiled(r" ?[,(] ?(?:(?:an?|une?|l[ae]|the|date) )?(?:d[eu] |of )?")
#: A NAM right behind it: the number of somebody.
_NAM_NEXT: Final = compiled(r" ?[,;|/-] ?[a-z]{4} ?[0-9]{4} ?[0-9]{4}(?![0-9])")
#: Behind the date its line, its bracket or its cell ends.
_ENDS: Final = compiled(r" ?(?:\r?\n|\Z|[,;)|]|\.(?![0-9]))| (?:/|-{1,2}) ")
#: Who has a number of his own was born before these years, or these where only his name is told; most of them are grown up;
#: and a child of whom two are told, some time ago.
_YOUNGEST: Final = timedelta(days=8 * 365)
_NUMBERED: Final = timedelta(days=10 * 365)
_GROWN: Final = timedelta(days=15 * 365)
_OF_LATE: Final = timedelta(days=60)
_BEFORE: Final = 70
_LONGEST: Final = 40
_FIGURES: Final = compiled("[0-9]")
#: Two names before "both", "tous les deux"; what leads from that to the date.
_NAMES: Final = compiled(
    r"((?:[A-Z][A-Za-z'-]+ ){1,3})(?:and|et|&) ([A-Z][A-Za-z'-]+)(?: [A-Z][A-Za-z'-]+){0,2}"
    r"(?:,|,? (?:are|were|sont))? (?:(?:tous|toutes) (?:les )?)?\Z"
)
#: What may lead to the names: nothing, a mark, who the two are; not what they have or what was sent to them.
_LEADS_TO_TWO: Final = compiled(
    r"(?:\A|[\n.!?:;(\[,-] ?[>*-]{0,3} ?|(?<![a-z])(?:they're|they are|are|were|sont|c'est|ce sont|named|called|(?:pre)?nommee?s"
    r"|appellent|twins|kids|children|sons|daughters|boys|girls|parents|babies|enfants|jumeaux|jumelles|fils|filles|garcons|bebes"
    r"|for (?:my|our) (?:twins|kids|children)|triplets|born|nee?s) )\Z"
)
_BOTH: Final = compiled(
    r"(?<![a-z])(?:both|deux)(?= |:):?(?: (?:from|born|nee?s))?(?: on| le| du)? "
    rf"(?=[0-9]{{1,4}}[-/. ]|[0-9]{{1,2}}(?:er|st|nd|rd|th)|{MONTH}\.? [0-9])"
)
#: An entry of a calendar, its title, its day; and whether it comes every year.
_ENTRY: Final = compiled(r"begin:vevent(?=((?:(?!(?:begin|end):vevent)[^\n]{0,200}\n){1,30}))")
_DAY: Final = compiled(r"dtstart(?:;[a-z-]{2,16}=[a-z0-9/_-]{1,40}){0,3}: ?(?=[0-9])")
_TITLE: Final = compiled(r"(?:summary|description)(?:;[a-z-]{2,16}=[a-z0-9/_-]{1,40}){0,3}: ?([^\n]{3,120})")
_OF_A_BIRTH: Final = compiled(
    r"(?<![a-z])(?:date of birth|birth ?da(?:te|y)|b-?day|dob|ddn|(?:date de )?naissance|anniv(?:ersaire)?|fete)(?![a-z])"
    r"(?! (?:manquante?|missing|nationale|(?:de |du )?(?:la )?saint))"
    r"(?! (?:de mariage|party|card|cake|gift|dinner|lunch|souper|du conge|des? (?:la |l'|le )?(?:ecole|bureau|equipe|travail)))"
)
#: Whose it is where the title names nobody; and of whom a people keeps the day.
_OF_KIN: Final = compiled(
    rf"(?<![a-z])(?:{KIN}|{BABY}|wife|husband|spouse|partner|mother|father|mom|mum|dad|sister|brother|grand-?(?:ma|pa|maman|papa)"
    r"|papi|papy|mamie|mamy|nana|nanny|my|ma|moi|mon)(?![a-z])"
)
_OF_A_PEOPLE: Final = compiled(
    r"(?<![a-z])(?:queen|king|reine|roi|holiday|ferie|conge|saint-jean|st-jean|dollard|victoria day|meres|peres|mother's day"
    r"|father's day)(?![a-z])"
)
_OF_THE: Final = compiled(r"(?<![a-z])(?:du|de la|de l'|des|of the|de notre|of our) ?[a-z'-]+")
_WORD: Final = compiled("[a-z'-]+")
_YEARLY: Final = "freq=yearly"


@ClusterLook
def holds_nine(around: bytes) -> bool:
    """Whether nine figures stand in threes or together in a shape."""
    return _NINE.search(around) is not None


def nine_at(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Where the nine figures stand in a cluster that holds them."""
    nine = _NINE.search(page.shape, first, last + 2)
    return nine.span() if nine else None


def behind_number(page: Page, flat: str, nines: list[Answered]) -> Iterator[Candidate]:
    """The date behind nine figures with a SIN's check digit, where somebody is named or meant before them. Linear."""
    for first, last, _ in nines:
        span = nine_at(page, first, last)
        if span is None:
            continue
        start, end = span
        led = _TO_DATE.match(page.lower, end)
        if led is None or (least := _least_age(page, start, led.end())) is None:
            continue
        if not luhn("".join(_FIGURES.findall(flat, start, end))):
            continue
        written = date_at(page, flat, led.end(), _LONGEST)
        if (
            written
            and all(page.today - day > least for day in written.days)
            and _ENDS.match(page.lower, led.end() + written.end)
            and not _is_of_thing(page, led.end() + written.end)
        ):
            yield candidate(led.end(), written, 0.6, ("pattern", "layout:person"))


def _least_age(page: Page, start: int, date_start: int) -> timedelta | None:
    """How old somebody is at least who is meant or named right before lower[start:]; None where nobody is."""
    if _WHO.search(page.lower[max(0, start - _BEFORE) : start]):
        return _YOUNGEST
    first = max(0, start - _BEFORE)
    if label := _LABELLED.search(page.lower, first, start):
        name = _NAMES_END.search(page.text[first : label.start()])
        if name is None or _tells_past(page, first + name.start()):
            return None
        above, _ = _rows_above(page, first + name.start())
        if (cells := _heads(page, above)) and not _dates(
            cells, page.lower[above:date_start].rpartition("\n")[2]
        ):
            return None
        return _NUMBERED if is_full_name(name[0]) or is_full_name(" ".join(name[0].split()[-2:])) else None
    named = _NAMED.search(page.text[first:start])
    if named is None or not is_full_name(named[1]):
        return None
    return _GROWN if _has_number(page, first + named.start(1), date_start) else None


def _tells_past(page: Page, at: int) -> bool:
    """Whether the sentence up to page.lower[at:] speaks of what happened to people long ago: "Embauchés : Luc Roy / NAS …"."""
    said = STOPS.split(page.lower[max(0, at - _BEFORE) : at])[-1]
    return OF_THE_PAST.search(said) is not None


def _has_number(page: Page, name: int, date_start: int) -> bool:
    """Whether the unlabelled number behind the name at lower[name:] is a person's, by what leads to it, heads it or is near."""
    lead = _LEAD.search(page.lower, max(0, name - _BEFORE), name)
    if lead and lead[1] not in _NAMES_FOLLOW:
        return lead[1] in _PEOPLE or lead[1] in _OF_ONES_OWN
    start, rows = _rows_above(page, name)
    if cells := _heads(page, start):
        return _dates(cells, page.lower[start:date_start].rpartition("\n")[2])
    if not _PEOPLE.isdisjoint(page.words):
        return True
    below = page.lower.find("\n", date_start, date_start + _LINE) + 1
    listed = rows > 1 or (below > 0 and _ROW.match(page.lower, below) is not None)
    if listed:
        return not _FILES.search(head := _line_above(page, start)) and not tells_other(head)
    return _NAM_NEXT.search(page.lower, date_start, date_start + _LONGEST + _NAM_REACH) is not None


def _rows_above(page: Page, name: int) -> tuple[int, int]:
    """Where the first of the rows begins of which that of the name at lower[name:] is the last, and how many they are."""
    start, rows = page.lower.rfind("\n", max(0, name - _LINE), name) + 1, 1
    while start > 0 and rows < _MOST_ROWS:
        above = page.lower.rfind("\n", max(0, start - 1 - _LINE), start - 1) + 1
        if not _ROW.match(page.lower, above, start - 1):
            break
        start, rows = above, rows + 1
    return start, rows


def _line_above(page: Page, start: int) -> str:
    return page.lower[max(0, start - _LINE) : start].rstrip(" >\r\n").rpartition("\n")[2]


def _heads(page: Page, start: int) -> list[str]:
    """The heads of the columns above the row at lower[start:]; none where no line above names three."""
    head = _line_above(page, start)
    cells = _CELL.split(head)
    if len(cells) > _FEWEST and not any(map(str.isdigit, head)) and page.lower[start - 1 : start] == "\n":
        return cells
    return []


def _dates(cells: list[str], own: str) -> bool:
    """Whether the head of the column that comes behind the cells of `own` is that of births, or of dates beside numbers."""
    column = min(len(_CELL.split(own)), len(cells)) - 1
    return HEAD_OF_BIRTH.search(cells[column]) is not None or (
        any(map(HEAD_OF_NUMBER.search, cells)) and _DATE_ALONE.fullmatch(cells[column]) is not None
    )


def _is_of_thing(page: Page, end: int) -> bool:
    """Whether the date that ends there is said to be a thing's: ", facture de plomberie"."""
    then = _THEN.match(page.lower, end)
    return then is not None and OTHER_EVENT.match(page.lower, then.end()) is not None


def of_two(page: Page, flat: str) -> Iterator[Candidate]:
    """The date of two people who are named right before it: "Zoé and Luc Roy, both August 17, 2012"."""
    for at, _ in words_of(page.openers, TWO):
        if (led := _BOTH.match(flat, at)) is None:
            continue
        names = _NAMES.search(page.text, max(0, at - _BEFORE), at)
        if (
            names is None
            or not (any(map(_is_given, names[1].split())) and _is_given(names[2]))
            or not _LEADS_TO_TWO.search(page.lower[max(0, at - _BEFORE) : names.start()])
        ):
            continue
        written = date_at(page, flat, led.end(), _LONGEST)
        if (
            written
            and all(page.today - day > _OF_LATE for day in written.days)
            and _ENDS.match(page.lower, led.end() + written.end)
            and not tells_other(page.lower[max(0, at - _BEFORE) : names.start()])
        ):
            yield candidate(led.end(), written, 0.65, ("pattern", "layout:relative"))


def _is_given(name: str) -> bool:
    return is_name(name.lower().partition("-")[0])


def in_calendar(page: Page, flat: str) -> Iterator[Candidate]:
    """The day of a calendar's entry whose title is somebody's birthday, and which comes every year or began long ago."""
    for entry in _ENTRY.finditer(page.lower):
        title, day = _TITLE.search(page.lower, *entry.span(1)), _DAY.search(page.lower, *entry.span(1))
        if title is None or day is None or not _is_somebodys(title[1]):
            continue
        written = dates_in(page.today, straighten(flat[day.end() : day.end() + _LONGEST]))
        if (
            written
            and not written[0].start
            and written[0].days
            and (
                all(one.year < page.today.year for one in written[0].days)
                if _YEARLY in entry[1]
                else all(page.today - one > _YOUNGEST for one in written[0].days)
            )
        ):
            yield candidate(day.end(), written[0], 0.7, ("pattern", "cue:label"))


def _is_somebodys(title: str) -> bool:
    """Whether a calendar's title calls the day somebody's birthday: of a name or of kin, not of a people, a club, a place."""
    found = _OF_A_BIRTH.search(title)
    if found is None or _OF_A_PEOPLE.search(title):
        return False
    rest = title[: found.start()] + " " + title[found.end() :]
    return _OF_KIN.search(rest) is not None or any(
        is_name(word.removesuffix("'s").removeprefix("d'").partition("-")[0])
        for word in _WORD.findall(_OF_THE.sub(" ", rest))
    )
