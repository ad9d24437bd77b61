"""Dates that no label calls births, and that the head of their column, the question they answer or the words before them give to
another day: "Date du mariage;…", "When did you see the doctor? …", "compared with …", "box 12: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.question import question_before
from recognizers.spans import Spans
from recognizers.table import Headers, cells_below

#: What tells of such a date: its place, the words around or elsewhere, no label of its own.
_UNNAMED: Final = frozenset(
    (
        "layout:name",
        "layout:sibling",
        "layout:signature",
        "layout:number",
        "context",
        "cue:elsewhere",
        "cue:asked",
    )
)
#: So does a list that a label begins: a row of it may go on with another column's day.
_LISTED: Final = "cue:list"
_MARKS: Final = (",", ";", "|", "\t", '"')
#: … unless a NAM bears it out.
_SURE: Final = frozenset(("corroboration:nam-date", "corroboration:repeated"))
_OF_BIRTH: Final = compiled(
    r"(?<![a-z])(?:nais|nee?s?(?![a-z])|birth|born|bday|b-day|dob|d\.o\.b|ddn|d\.d\.n|anniv|fete|ages?(?![a-z])|old(?![a-z])"
    r"|venue?s? au monde|in(?:to)? (?:the|this) world)"
)
#: A cell that names a day: "Date du mariage", "Hire date", "Visit".
_DAY: Final = (
    r"(?:dates? (?:de |du |d'|des |of |when )[a-z](?:[a-z'()-]| (?! )){2,36}|[a-z][a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2} dates?"
    r"|dates?_(?:[a-z]{2,14}_?){1,3}|(?:[a-z]{2,14}_){1,3}(?:date|at|on|since|until|depuis|le)"
    r"|(?:last|first|derniere?|premiere?)[ _](?!name|nom|prenom)[a-z]{3,14}"
    r"|[a-z]{4,14} (?:since|until|depuis|le)|start(?: date)?|end(?: date)?|debut|fin|depart|adhesion"
    r"|visite?s?|mariage|wedding|embauche|hired|arrivee|arrival|deces|death|service|signature|signed|expiration|expiry)"
)
#: What does not say which day it is: the title above may.
_ASKS_WHEN: Final = ("when", "quand")
_TITLE_REACH: Final = 120
_HEAD: Final = compiled(
    r"(?<![^\n|;,\t /])(?:(?<! )|(?<=  ))(?:(?<!/)|(?<= /))[ >\"]{0,3}"
    rf"({_DAY}|at|ts|timestamp|date_?time|horodat(?:age|eur?)|logged|when|quand)[ \"]{{0,3}}(?=[|;,\t\r\n]|/ |  )"
)
#: A line with which no table goes on: words, neither figures nor marks of cells; and below how many lines without quotation marks
#: no row goes on over it.
_PROSE: Final = compiled(r"[a-z](?:[a-z.'?!:-]| (?=[a-z])){30,200}+\n")
_LINES_OF_A_ROW: Final = 5
#: The same before points or blanks that line up the date.
_LABEL: Final = Ending(rf"(?:\A|\n)[ >*-]{{0,4}}(?P<label>{_DAY}) ?(?:\.{{2,60}}|_{{2,60}}|[:=]) ?\Z")
_LABEL_REACH: Final = 130
#: Such a label that says no more than whose the day is: "Date du patient", "Child dates".
_WHO: Final = (
    rf"(?:{'|'.join(RELATIVES.split())}|child(?:ren)?|patiente?|cliente?|personne|person|assuree?|insured|beneficiaire|beneficiary"
    r"|membre|member|usagere?|adherente?|employee?|eleve|student|newborn|nouveau-nee?)s?(?:'s)?"
    r"(?: (?:assuree?|insured|mineure?))?s?"
)
_WHOSE: Final = compiled(
    rf"dates? (?:de |du |d'|des |of )(?:(?:la|les?|the|votre|your|mon|ma|my) |l')?{_WHO}|(?:insured )?{_WHO} dates?"
)
#: What asks for a day.
_WHEN: Final = compiled(
    r"(?<![a-z])(?:when|quand|since|depuis|(?:what|which|quel|quelle) (?:date|day|jour)|dates? (?:of|de|du|d'|des))(?![a-z])"
)
#: Right before a date: an earlier test, what the Church or a school did on it, when somebody took office or signed a lease.
_EVENT: Final = compiled(
    r"(?<![a-z])(?:compar(?:ed|ison|aison|ee?s?|atif)|(?:prior|previous|earlier) (?:exams?|stud(?:y|ies)|films?|x-?rays?|scans?"
    r"|mri|ct)|(?:examens?|films?|etudes?|cliches?|radios?) (?:anterieure?s?|precedente?s?))(?![a-z])[^.!?0-9]{0,24}\Z"
    r"|(?<![a-z])(?:confirmation|confirmed|confirmee?|sepulture|inhumation|enterrement|burial|graduated|graduation|graduee?"
    r"|diplomee?|ordination|ordained|ordonnee?)(?: (?:le|on))?[ :]{1,2}\Z"
    r"|(?<![a-z])(?:entree en (?:fonctions?|poste|service)|prise de (?:poste|fonctions?|retraite)|nomination|promotion|permanence"
    r"|appointment as|(?:bail|contrat|entente|lease|contract|agreement) (?:entre|between))(?![a-z])"
    r"(?:[^.!?;0-9\n]|(?<= m)\.|(?<= [md]r)\.){0,50}[ :,]{1,3}\Z"
)
_BEFORE: Final = 60
#: Or the number of a box that no word names.
_BOXED: Final = r"(?<![a-z])(?:box|case|boite|line|ligne|field|champ) ?#?([0-9]{1,2})(?![0-9])"
_BOX: Final = compiled(rf"{_BOXED}[a-z]? ?[:=] ?\Z")
#: The page says elsewhere what the box holds: "Line 3 is the birth date", "date de naissance (case 4)"; so far it is looked for.
_BIRTH: Final = r"(?<![a-z])(?:nais|birth|born|nee?(?![a-z])|dob|ddn)"
_BOX_OF_BIRTH: Final = compiled(
    rf"{_BIRTH}[^.!?\n0-9]{{0,50}}{_BOXED}|{_BOXED}(?! ?[:=] ?[0-9])[^.!?\n0-9]{{1,50}}{_BIRTH}"
)
_TOLD_REACH: Final = 1000
#: Somebody's sex beside a date.
_SEX: Final = compiled(
    r"(?<![a-z0-9'])(?:[mf](?!\. [a-z])|sexe?|male|femelle|female|homme|femme|masculin|feminin)(?![a-z'])"
)
_SEX_NEXT: Final = compiled(rf" ?[,;|/(-]? ?{_SEX.pattern}")
#: A question for another day that asks for somebody's own: who it is, or what to write for a child that has just come.
_OF_SOMEBODY: Final = compiled(
    r"(?<![a-z])(?:identity|identite)[.,:;!]? [^.!?\n]{0,24}(?:date|day|jour)[a-z' ]{1,24}(?:on file|on record|au dossier)\Z"
    r"|(?:date|day|jour) [a-z' -]{0,24}(?<![a-z])(?:put|write|enter|mettre|inscrire|ecrire|entrer|indiquer)(?: down)?"
    rf" (?:for|pour) (?:(?:the|our|my|your|l[ea]s?|mon|ma|mes|notre|nos|votre) |l')?(?:new )?{_WHO}\Z"
)


def without_other_days(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those birth dates that no label names and that stand where another day is named. Linear."""
    doubtful = [one for one in candidates if one.entity_type == "DATE_OF_BIRTH" and _is_unnamed(page, one)]
    if not doubtful:
        return candidates
    cells = _cells_of_others(page.lower, sorted(one.start for one in doubtful))
    others = {
        id(one)
        for one in doubtful
        if cells.touch(one.start, one.end)
        or (
            not _UNNAMED.isdisjoint(one.evidence)
            and (_is_labelled(page.lower, one.start) or _answers_another(page, one))
        )
    }
    return [one for one in candidates if id(one) not in others]


def _is_unnamed(page: Page, one: Candidate) -> bool:
    return (
        not _UNNAMED.isdisjoint(one.evidence)
        or (_LISTED in one.evidence and page.lower[one.start - 1 : one.start] in _MARKS)
    ) and _SURE.isdisjoint(one.evidence)


def _cells_of_others(lower: str, places: Sequence[int]) -> Spans:
    """The cells of the columns that another day heads, in the tables that may reach down to one of the ordered `places`."""
    known: Headers = {}
    return Spans(
        cell
        for first, last in _tables_above(lower, places)
        for head in _HEAD.finditer(lower, first, last)
        if _is_another(head[1]) and not (head[1] in _ASKS_WHEN and _is_under_births(lower, head.start(1)))
        for cell in cells_below(lower, *head.span(1), known)
    )


def _tables_above(lower: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The lines above each place, up to one of prose below which no table goes on; none twice. Linear."""
    read = 0
    for place in places:
        last = first = lower.rfind("\n", read, place) + 1
        prose = unquoted = 0
        while first > read:
            end, first = first, lower.rfind("\n", read, first - 1) + 1
            if lower.find('"', first, end) >= 0:
                prose = 0
            elif prose:
                unquoted += 1
                if unquoted == _LINES_OF_A_ROW:
                    first = prose
                    break
            elif _PROSE.match(lower, first, end):
                prose, unquoted = first, 0
        if last:
            yield max(first, read), last
            read = last


def _is_under_births(lower: str, head: int) -> bool:
    """Whether the lines right above the row of heads that holds lower[head] speak of births. Linear: a fixed reach."""
    row = lower.rfind("\n", 0, head)
    above = max(lower.rfind("\n\n", 0, row), row - _TITLE_REACH)
    return row > 0 and _OF_BIRTH.search(lower, max(above, 0), row) is not None


def _is_labelled(lower: str, start: int) -> bool:
    """Whether another day's name, and what lines the date up behind it, is all that its line says before it."""
    found = _LABEL.search(lower, max(0, start - _LABEL_REACH), start)
    return found is not None and _is_another(found["label"])


def _is_another(label: str) -> bool:
    """Whether a label that names a day names none of a birth, and says more than whose it is."""
    return not _OF_BIRTH.search(label) and not _WHOSE.fullmatch(label)


def _answers_another(page: Page, one: Candidate) -> bool:
    """Whether a date answers the question for another day."""
    asked = question_before(page.lower, one.start)
    return (
        _WHEN.search(asked) is not None
        and not _OF_BIRTH.search(asked)
        and not _OF_SOMEBODY.search(asked.rstrip())
    )


def is_behind_event(page: Page, one: Candidate) -> bool:
    """Whether the words right before a date tell of an earlier test, what the Church or a school did, or a numbered box."""
    first = one.start - _BEFORE
    if box := _BOX.search(page.flat, first, one.start):
        return "layout:name" not in one.evidence and not _is_somebodys(page, one, box.end(), box[1])
    event = _EVENT.search(page.flat, first, one.start)
    return event is not None and not _has_sex(page, event.start(), one)


def _is_somebodys(page: Page, one: Candidate, after: int, box: str) -> bool:
    """Whether a date in a numbered box is somebody's: a sex stands beside it, or the page says that the box is for a birth."""
    near = _BOX_OF_BIRTH.finditer(page.lower, one.start - _TOLD_REACH, one.end + _TOLD_REACH)
    return _has_sex(page, after, one) or any(box in (told[1], told[2]) for told in near)


def _has_sex(page: Page, first: int, one: Candidate) -> bool:
    """Whether a sex stands between `first` and the date, or right behind the date."""
    return (
        _SEX.search(page.flat, first, one.start) is not None
        or _SEX_NEXT.match(page.flat, one.end) is not None
    )
