"""Birth dates in rows of people: somebody's name and a date on each line, where a family, a household or
birth dates are spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from recognizers.birth_candidate import RECENT, candidate, refused
from recognizers.birth_family import FAMILY, LISTED_CHILDREN
from recognizers.birth_line import dated_lines
from recognizers.birth_vetoes import OTHER_EVENT, WROTE
from recognizers.cues import Cue, gate, vocabulary
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import straighten
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.spans import any_in

#: The line above the rows speaks of these, who are no babies.
_ROSTER: Final = vocabulary(
    """inscription inscriptions inscrire inscrits registration registrations register registering participants joueurs joueuses
    players campeurs campers eleves students equipe team passagers passengers voyage travel voyageurs travellers
    travelers""".split()
)
#: … or of people who live or are cared for somewhere, each since a day of his own: "Roy Luc - 3 juin 1931 - arrivé le …".
_HOUSED: Final = vocabulary(
    """residents residentes chambres rooms lits beds patients patientes usagers beneficiaires locataires tenants
    logements""".split()
)
#: … or of those of a dwelling, of whom one at least is grown up by his date.
_OCCUPANTS: Final = vocabulary(
    """occupants occupantes occupying occupent occupant household menage cohabitants colocataires roommates living residing
    habitant habitent vivant vivent demeurant""".split()
)
#: Not where a day is that on which Québec moves: a lease's.
_MOVING_DAY: Final = (7, 1)
#: … unless each of them was there for some time of his own.
_BY_TURNS: Final = compiled(
    r"(?<![a-z])(?:previous|former|past|ancien|precedent|successi(?:f|ve)|since|depuis|until|jusqu)"
)
_SINCE: Final = compiled(
    r" ?[,;:|(\t/-]{1,2} ?(?:(?:date (?:d'|de |of ))?(?:arriv|admi|entre|entry|emmenag|moved? in|depuis|since|inscri"
    r"|regist)[a-z]* ?:? ?(?:(?:le|on|en|the|depuis|since) ?){0,2})\Z"
)
#: … or another cell tells of a later day: "Roy Luc | 3 juin 1991 | embauche 2026-11-30".
_LATER: Final = compiled(r"[ |\t]{0,3}[|\t] ?[a-z][a-z ,']{2,34} ?:? ?\Z")
_ADULT: Final = timedelta(days=18 * 365)
_TITLES: Final = _ROSTER | FAMILY | _HOUSED | _OCCUPANTS
#: Closed on pages without such a line.
ROWS: Final = LISTED_CHILDREN.gate | gate(_TITLES)
#: A line that begins with a name, perhaps numbered, and may hold a date: a text's first, and others.
_FIRST_LINE: Final = compiled(
    r"[ >*\-]*+(?:[0-9]{1,2}[.)\-] ?|#[0-9]{1,3} {1,2}"
    r"|(?:(?i:room|chambre|ch\.|rm|unit|apt\.?|app\.?|lit|bed) ?)?[0-9]{1,4}[A-Za-z]? ?[:|,-] )?(?=([A-Za-z][A-Za-z'-]*+))"
    r"(?:(?:[A-Za-z][A-Za-z'-]*+ {0,2}){1,5}+(?:[,;:|(\t/-]|\.{2}|(?<= ) {2})"
    r"|(?:[A-Z][A-Za-z'-]*+ ){1,4}+(?=[0-9]|[a-z]{3,9} [0-3]?[0-9]))"
    r"(?=[^\n]{4,90}+(?![^\n]))"
    r"[^\n]*?(?<![0-9])(?:(?:19|20)[0-9]{2}(?:[0-9]{4})?+(?![0-9])|[0-3]?[0-9][-/. ][0-3]?[0-9][-/. ][0-9]{2}(?![0-9]))[^\n]*+"
)
_LINE: Final = compiled(rf"\n{_FIRST_LINE.pattern}")
_WORD: Final = compiled("[a-z]+")
_NAME: Final = compiled("[A-Za-z][A-Za-z'-]*")
_CELL_ENDS: Final = compiled(r" ?[,;:|(\t]| [-/] | ?\.{2,}| {3}")
#: What else may stand between the name and the date, and how long: "Zoé - 2e année - 2018-05-04".
_LONGEST_CELLS: Final = 40
#: Whose relative it is, how the date is led to.
_BESIDE: Final = frozenset(
    """pere mere fils fille enfant conjoint conjointe epoux epouse moi soeur sour frere bebe father mother son daughter child
    spouse wife husband me sister brother baby et and le la the on de du mon ma my notre our m mme mr mrs ms""".split()
)
#: What follows the date on its line.
_AFTER: Final = compiled(r"[ \"'*.]*(?:$|[\r\n,;()|\t/-])")
#: Who asks for something: no request.
_APPLICANT: Final = compiled(
    r"(?<![a-z])(?:co-?)?(?:demand(?:eure?s?|eresses?)|requerante?s?|applicants?|claimants?)(?: principale?)?(?![a-z])"
)
#: What is asked of an office, not what happened to these people on these days.
_ASKED: Final = compiled(
    r"(?<![a-z])(?:inscri|regist|enreg|demand|request|appli|recu|receiv|envoy|sent(?![a-z])|valid|courriel|e-?mail|message|lettre"
    r"|letter|renouv|renew|transfer|copie|certificat|extrait"
    r"|updat|mise a jour|modif|habit|liv(?:e|ing)|oubli|forgot|permis|servic|admi"
    r"|dates? (?:de )?(?:nais|fete))[a-z]*"
)
#: When, or from where, all of them came together: "une famille de quatre arrivée de Lyon le 2 septembre 2026". The rows tell
#: no such day again.
_CAME: Final = compiled(
    r"(?<![a-z])(?:arrive(?:e?s?|d|r)|landed|moved|came|relocated|returned|immigrated|venue?s?|debarquee?s?|demenagee?s?"
    r"|emmenagee?s?|immigree?s?|installee?s?|rentree?s?)(?![a-z])"
    r"(?:(?: (?!each|chacun|chaque|respecti)[a-z'-]{1,20}){0,5}? (?:(?:le|on|en|in|the|since|depuis) )?"
    rf"(?:[0-3]?[0-9](?:er|st|nd|rd|th)? {MONTH}\.?(?: (?:19|20)[0-9]{{2}})?"
    rf"|{MONTH}\.?(?: [0-3]?[0-9](?:st|nd|rd|th)?(?![0-9]))?(?:,? (?:19|20)[0-9]{{2}})?"
    r"|(?:19|20)[0-9]{2}(?:[-/.][0-9]{2}){2}|[0-3]?[0-9]([-/.])[01]?[0-9]\1(?:19|20)[0-9]{2}"
    r"|(?:la |le |this |last |cet(?:te)? )?(?:semaine|mois|week|month|summer|fall|ete|automne)(?: (?:derniere?|passee?))?"
    r"|hier|yesterday)(?![a-z0-9])(?: (?:de |d'|from )[a-z'-]{2,20})?"
    r"| (?:tous |toutes |all )?(?:(?:de|du|from) |d'[ ]?)(?!each|chacun|chaque)[a-z'-]{3,20})"
)
#: What happens to each of several people on a day of their own.
_EACH_DAY: Final = compiled(
    r"(?<![a-z])(?:vaccin|absen|(?<!enfants des )(?:defunt|disparu)s(?![a-z])"
    r"|vacances|vacation|holiday|anciennete|seniority|horaire|schedule|examen|exam(?:s|inations?)?(?![a-z])|test(?![a-z])"
    r"|(?:ont|qui a|elle a|il a) gagne(?![a-z])|gagnante?s?(?![a-z])|rencontree?s(?![a-z])|began(?![a-z])|articles?(?![a-z])"
    r"|depart(?!e?ment)|retour|return|presence|dispon|availab|(?:re)?connexion|log-?in|approuv|approv|diplom|graduat"
    r"|(?:rencontres?|reunions?|meetings?|entrevues?|interviews?|photos?|commentaires?|comments) (?:avec|des?|of|with|from|by) "
    r"(?:(?:les|the) )?(?!(?:mes|nos|my|our) )"
    r"|(?:messages?|lettres?|letters?|courriels?|e-?mails?) (?:(?:recue?s?|received) )?(?:des?|aux|from|by|to) "
    r"(?:(?:les|nos|mes|the|our|my) )?(?:parents|famil[a-z]+)[ :]*$"
    r"|(?<!birth )dates?(?![a-z])(?! (?:de |of )?(?:nais|fete|birth)))"
)
#: A cell that has nothing: the date behind it is another column's.
_BLANK: Final = compiled(r"(?<![a-z])(?:n/a|s/o|null|none|unknown|inconnue?)(?![a-z])")
_FEWEST: Final = 2
_BOTH: Final = 2
_MOST: Final = 30
#: All that is on an empty line, be it quoted.
_EMPTY: Final = " >\r\n"
_STOP: Final = compiled("[.!?] ")
#: How far from the rows a birth date may be spoken of.
_NEAR: Final = 300
_HEAD: Final = 160
#: So many rows reach so far from it.
_REGION: Final = 3000


class _Row(NamedTuple):
    """A row: where its window begins, its date, whether its name is known, and whether another date says since when."""

    start: int
    written: WrittenDate
    known: bool
    since: bool


def in_rows(page: Page, flat: str, cues: Sequence[Cue]) -> Iterator[Candidate]:
    """The dates behind names on lines that follow each other; `cues` are the page's."""
    if len(page.once(dated_lines)) < _FEWEST:
        return
    labels = sorted([cue.start for cue in cues if cue.kind in ("label", "anniversary")])
    first, last = 0, len(page.text)
    if page.words.isdisjoint(_TITLES):
        if not labels:
            return
        first = page.text.rfind("\n", 0, max(0, labels[0] - _REGION)) + 1
        last = page.text.find("\n", labels[-1] + _REGION)
        last = last if last >= 0 else len(page.text)
    rows: list[_Row] = []
    lines = _lines(page, first, last)
    first = last = 0
    for line in lines:
        row = _row(page, flat, line)
        if rows and (row is None or page.lower[last : line.start()].strip(_EMPTY) or len(rows) == _MOST):
            yield from _told(page, rows, labels, first, last)
            rows = []
        if row is not None:
            first = first if rows else line.start()
            rows.append(row)
            last = line.end()
    if rows:
        yield from _told(page, rows, labels, first, last)


def _lines(page: Page, first: int, last: int) -> list[re.Match[str]]:
    """The lines of text[first:last] that begin with a name and hold a date, and that another such line follows or goes before.

    Each with the line end before it.
    """
    dated = [line for line in page.once(dated_lines) if first <= line[0] and line[1] <= last]
    lines = {}
    for start, _ in _side_by_side(page, dated):
        if line := (
            _LINE.match(page.text, start - 1, last)
            if start > first
            else _FIRST_LINE.match(page.text, start, last)
        ):
            lines[line.span()] = line
    return [lines[span] for span in _side_by_side(page, lines)]


def _side_by_side(page: Page, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the lines that another of them follows or goes before: one by itself makes no rows."""
    beside: list[tuple[int, int]] = []
    for above, line in pairwise(lines):
        if not page.lower[above[1] : line[0]].strip(_EMPTY):
            if not beside or beside[-1] is not above:
                beside.append(above)
            beside.append(line)
    return beside


def _row(page: Page, flat: str, line: re.Match[str]) -> _Row | None:
    """The row of the line; None unless it holds a name and one date, or another since which somebody is there."""
    first = line[1].lower().partition("-")[0]
    known = is_name(first)
    if not known and (line[1].islower() or is_everyday(first)):
        return None
    start, end = line.start(1), line.end()
    dates = dates_in(page.today, straighten(flat[start:end]))
    since = len(dates) == _BOTH and _is_since(page, start, dates)
    if (len(dates) != 1 and not since) or not dates[0].days:
        return None
    after = start + dates[0].end
    if not _AFTER.match(page.lower, after) or WROTE.match(flat, after):
        return None
    name, *others = _CELL_ENDS.split(page.text[start : start + dates[0].start], maxsplit=1)
    between = _APPLICANT.sub("", others[0].lower()) if others else ""
    if (
        len(between) > _LONGEST_CELLS
        or _BLANK.search(between)
        or OTHER_EVENT.search(between)
        or OTHER_NUMBER.search(between)
    ):
        return None
    names = _NAME.findall(name)
    named = all(
        is_name(name.lower().partition("-")[0])
        or name.lower() in _BESIDE
        or (name[0].isupper() and not is_everyday(name.lower()))
        for name in names
    )
    tells_more = not since and OTHER_EVENT.search(page.lower, after, end)
    return _Row(start, dates[0], known, since) if named and not tells_more else None


def _is_since(page: Page, start: int, dates: list[WrittenDate]) -> bool:
    """Whether the second of two dates says since when somebody grown up then, born on the first, is there."""
    first, last = dates
    between = start + first.end, start + last.start
    led = _SINCE.fullmatch(page.lower, *between) or _LATER.fullmatch(page.lower, *between)
    if led is None or not first.days:
        return False
    return not last.days or min(last.days) - max(first.days) > _ADULT  # one that is to come has no days


def without_coming(head: str) -> str:
    """The words without those that tell when or from where all who are listed came."""
    return _CAME.sub(" ", head)


def tells_other(head: str) -> bool:
    """Whether these words say what else happened to people on days of their own."""
    return OTHER_EVENT.search(_ASKED.sub("", head)) is not None or _EACH_DAY.search(head) is not None


def _told(page: Page, rows: list[_Row], labels: list[int], first: int, last: int) -> Iterator[Candidate]:
    """The dates of `rows`, which stand at [first, last), where the words around say that these are births."""
    if len(rows) < _FEWEST or not any(row.known for row in rows):
        return
    head = page.lower[max(0, first - _HEAD) : first].rstrip(_EMPTY).rpartition("\n")[2]
    head = without_coming(_STOP.split(head)[-1])
    if tells_other(head):
        return
    ages = [all(page.today - day > RECENT for day in row.written.days) for row in rows]
    words = _WORD.findall(head)
    family = (not FAMILY.isdisjoint(words) and any(ages)) or (not _ROSTER.isdisjoint(words) and all(ages))
    housed = not _HOUSED.isdisjoint(words) and all(row.since for row in rows)
    occupants = not _OCCUPANTS.isdisjoint(words)
    labelled = any_in(labels, first - _NEAR, last + _NEAR)
    if occupants and not labelled and _BY_TURNS.search(head):
        yield from (refused(row.start, row.written) for row in rows)
        return
    days = [day for row in rows for day in row.written.days]
    moved = any((day.month, day.day) == _MOVING_DAY for day in days)
    occupied = occupants and not moved and any(page.today - day > _ADULT for day in days)
    if family or housed or occupied or labelled:
        for row in rows:
            yield candidate(row.start, row.written, 0.65, ("pattern", "layout:rows"))
