"""Birth dates that only their place tells: in a list with name and sex, beside a relative's name or an age, in labelled parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from recognizers.birth_ages import AGED, AGES, aged
from recognizers.birth_beside import beside_names, introduces
from recognizers.birth_columns import COLUMNS, in_columns
from recognizers.birth_family import LISTED_CHILDREN, RELATIVES
from recognizers.birth_found import candidate
from recognizers.birth_people import PEOPLE, of_people
from recognizers.birth_rows import ROWS, in_rows, tells_other
from recognizers.birth_series import PEOPLE_IN_SERIES, in_series
from recognizers.birth_sex import CAPITALIZED, LONGEST, NAME_BEFORE, SEXES, beside_sex
from recognizers.birth_unbound import MISSING
from recognizers.birth_vetoes import OTHER_EVENT, WROTE
from recognizers.cues import Cue, gate, vocabulary
from recognizers.dates import WrittenDate, dates_in, find_labelled_dates
from recognizers.digits import ClusterLook
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import Answered, straighten, words_at
from recognizers.known_plain import LISTED
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_number import OTHER_NUMBER

#: People in these roles are grown up.
_YOUNGEST: Final = timedelta(days=14 * 365)
_DAY_WORDS: Final = frozenset(("jour", "day", "jj", "dd"))
_DAYS: Final = gate(_DAY_WORDS)
#: What marks such a word as the label of a value.
_PART_MARK: Final = compiled(r" ?[:=]| \(| de naissance| of birth")
#: The same where a line's end links such a label to its value.
_UNMARKED: Final = compiled(
    r"(?<![a-z])(?:jour|day|jj|dd)(?: de naissance| of birth)? {1,4}[0-9]{1,2}(?![0-9])"
)

_MOST_CHILDREN: Final = 12
_RELATED: Final = frozenset(RELATIVES.split())
_CAPITAL: Final = compiled("[A-Z]")
_SMALL_NAME: Final = compiled(
    r"[a-z'-]{3,}(?=[ ,:(\-]*(?:(?:est |is |was )?(?:nee?|born|ddn|dob)[ :]+)?(?:le |on )?$)"
)
_HEADING_ENDS: Final = compiled(r" ?\r?\n")
#: What may say before each date of a list what it is.
_BORN: Final = r"(?i:(?:(?:est|is|was) )?(?:nee?(?:\([es]+\))?|born|ddn|dob)[ :]{1,3}(?:on |le )?)?"
_CHILD: Final = compiled(
    r"[\s>,;:/&*.)\]\-]*(?:(?:et|and|puis|[0-9]\)?|notre|nos|our|ma|mon|my|fils|fille|son|daughter)[\s.,:]+){0,3}"
    r"(?:(?!(?i:le|la|les|on|the|en|in|since|depuis) )[A-Z][A-Za-z'-]+[\s,:]{1,3}){1,3}[(\[:,\-]?[ \"'*_<>=\x7f\-]{0,4}"
    rf"{_BORN}(?:le )?$"
    r"| ?[:\-] ?(?:[a-z'-]{2,20} ){1,3}\((?:le )?$"
    rf"|[\s>,;:/&*.)\-]*(?:[0-9]{{1,2}}[.)] ?)?(?:(?:et|and|puis) )?[a-z'-]{{2,20}}[ ,:(\-]{{1,3}}{_BORN}(?:le )?$"
)
#: Beside a name, the date of a letter or a visit rather than of a birth.
_RECENT: Final = timedelta(days=3 * 365)
#: "Retrait d'une personne à charge : …, le …": such a date of these years is that of the change.
_REMOVED: Final = compiled(
    r"(?<![a-z])(?:retrait|retir|supprim|radi(?:er|ation)|annul|remov|cancel|withdraw)[a-z]*[^.!?:]*$"
)
#: "Swimming lessons for (my children)": what the list is about.
_OF_THEM: Final = compiled(
    r"(?<![a-z])(?:de|des|pour|par|dans|of|for|by|in)(?: (?:mes|nos|les|la|my|our|the))? $"
)
_STOP: Final = compiled("[.!?] ")
#: "Nos enfants (2015-03-04 et 2017-01-02)": from the first date to the second.
_AND_ANOTHER: Final = compiled(r",? (?:et |and |& )?(?:le )?")
_ON_THAT_DAY: Final = compiled(r"(?<![ ,(]ne)(?<!nee)(?<!nes)(?<!born),? (?:le|on) $")
_NUMBER_LABELS: Final = frozenset("nam nas sin ssn ramq hin medicare health assurance carte".split())
_NUMBER_FOLLOWS: Final = compiled(
    r"(?:nam|nas|sin|ssn|ramq|hin|medicare|health (?:card|insurance)|assurance[ -](?:maladie|sociale)"
    r"|carte (?:soleil|ramq|d'ass|sante))"
    r"(?![a-z])[a-z' .:#^\-]{1,30}[0-9]"
)
#: Who speaks: "Je, Luc Roy (1985-04-12), autorise …".
_SELF: Final = compiled(
    r"(?<![a-z'])(?:je|i|soussignee?|undersigned),? (?:soussignee?,? )?(?:(?:m|mme|mr|mrs|ms)\.? )?$"
)
#: What an office has of somebody: "l'admissibilité de Luc Roy (1985-04-12)".
_FILE_OF: Final = compiled(
    r"(?<![a-z])(?:admissibilite|eligibility|dossier|carte|card|couverture|coverage|remboursement|reimbursement)"
    r" (?:de |d'|of |for |pour )(?:(?:m|mme|mr|mrs|ms)\.? )?$"
)
_LONGEST_NAME: Final = 80
#: A message that holds one of these may speak of a birth date: before a name, of the names listed, or as checked after it.
_BIRTHS: Final = vocabulary("ddn ddns dob".split())
_UNASKED: Final = (
    r"(?: ?:)?(?: (?:est|is|n'est|non|not|pas)){0,3} (?:requise?|obligatoire|required|mandatory|optional|facultative|needed"
    r"|necessaire|exigee?|demandee?|a (?:confirmer|valider|venir|completer))(?![a-z])"
)
_SPOKEN_BEFORE: Final = compiled(
    rf"(?<![a-z])(?:ddns?|dob)(?![a-z])(?!{_UNASKED})((?:[^.;!?\n:]|:(?:[ \r]*\n)?){{0,60}})$"
)
_CHECKED_AFTER: Final = compiled(
    r"[^\n]{0,80}(?<![a-z])(?:ddns?|dob) ?:? ?(?:(?:est|is|was|a ete|bien) ){0,2}"
    r"(?:validee?|verifiee?|confirmee?|valide|exacte?|conforme|ok|validated|verified|confirmed|correct|matches)(?![a-z])"
)
_SPOKEN: Final = compiled(rf"(?<![a-z])(?:ddns?|dob)(?![a-z])(?!{_UNASKED})")
_SPOKEN_REACH: Final = 66
_LISTED_NEXT: Final = compiled(r" ?[,;|/\-] ?(?:(?:no|num|numero|n\^|#)\.? ?(?:d'|de )?)?")
_LISTED_BEFORE: Final = compiled(f"(?:{_LISTED_NEXT.pattern})$")
_LONGEST_LINK: Final = 15
#: `_NUMBER_FOLLOWS` ends so near behind the first word of a label.
_LONGEST_LABEL: Final = 60
_IDENTIFIED: Final = gate(_NUMBER_LABELS, stands=LISTED, before=_LONGEST_LINK, after=_LONGEST_LABEL) | gate(
    "nam nas sin ssn ramq hin".split()
)
_NAME_LISTED: Final = compiled(
    r"(?<![A-Za-z.'-])[A-Z][A-Za-z'-]{1,20} (?:[A-Z][A-Za-z'-]{1,20} ){0,2}[A-Z][A-Za-z'-]{1,20} ?[,;|/-] ?$"
)
#: The same, each on a line of its own.
_ON_NEXT_LINE: Final = compiled(r"[ .]{0,3}\r?\n[> ]{0,4}$")
_WORDS: Final = compiled("[a-z]+")
#: A letter's signature bears no older date.
_SIGNED: Final = timedelta(days=10 * 366)
_NAME_ABOVE: Final = compiled(
    r"(?:^|\n)[> ]{0,4}[A-Z][A-Za-z'-]{1,20},? (?:[A-Z][A-Za-z'-]{1,20} ){0,2}[A-Z][A-Za-z'-]{1,20}[ ,]?\r?\n[> ]{0,4}$"
)
#: Not an author or a speaker: "(2019).", "(2 mars 2025) a écrit :".
_NAMED_ENDS: Final = compiled(r"\)(?!\.| ?:| (?:a ecrit|ecrit|wrote|dit|said))")
_NAMES_SMALL: Final = compiled(r"[a-z'-]{2,20},? [a-z'-]{2,20} $", re.IGNORECASE)
#: A year or a day, and nine figures after it, in threes or together, perhaps numbered on a line of their own.
_NUMBER_BESIDE: Final = compiled(
    r"[0-9](?=(?:[ ,;/-]{1,4}| {1,2}[0-9][.)] )[1-79][0-9]{2}(?:([ -])[0-9]{3}\1[0-9]{3}|[0-9]{6})(?![0-9]))"
)
_HOUSEHOLD: Final = 160
_NINE: Final = re.compile(b"0[^0]{1,4}(?:000[^0]000[^0]000|0{9})(?!0)")
_MARKS: Final = 8
#: The date begins a line, perhaps numbered; the name ends the line before. Above them no label tells another date.
_LINE_BEFORE: Final = compiled(r"\r?\n(?:[0-9][.)] ?)?$")
_DATE_LABEL: Final = compiled("(?<![a-z])dates?(?![a-z])")
_LABELS: Final = 200
_NO_FIGURES: Final = compiled("[^0-9]*$")
#: How far from labelled parts their title may stand, and the title: "Date de parution :", "(date of hire)".
_TITLE: Final = 60
_WHOSE: Final = "(?:la |l'|the |your |votre |notre |leur |m(?:a|on|y) |s(?:a|on) |his |her |their |our )?"
_DATED_TITLE: Final = compiled(rf"(?<![a-z])dates? (?:de |d'|du |des |of |for ){_WHOSE}([a-z]+)")
_DATED_BELOW: Final = compiled(rf"[ ,)]{{0,3}}\((?:date )(?:de |d'|du |des |of ){_WHOSE}([a-z]+)")
_OF_BIRTH: Final = compiled("nais|birth|ne|anniv")


@ClusterLook
def _has_nine(around: bytes) -> bool:
    """Whether nine figures, in threes or together, stand behind a figure (`_NUMBER_BESIDE`, by its shape)."""
    return _NINE.search(around) is not None


#: Closed on pages that nothing but brackets makes worth a closer look.
LAYOUTS: Final = (
    SEXES | ROWS | PEOPLE | _has_nine.gate | _IDENTIFIED | AGED | COLUMNS | _DAYS | PEOPLE_IN_SERIES
)


def layouts(
    page: Page, flat: str, opened: list[tuple[int, bool]], cues: Sequence[Cue]
) -> Iterator[Candidate]:
    """Dates that only their place tells: with name and sex, with a relative's name, or in three labelled parts.

    `opened` are the brackets behind a figure or a name (see `glance.brackets`), `cues` those of the page.
    """
    gates = page.gates
    if cues or gates & ROWS:
        yield from in_rows(page, flat, cues)
        yield from beside_names(page, flat)
    if gates & SEXES:
        for written, offset, score in beside_sex(page, flat):
            yield candidate(offset, written, score, ("pattern", "layout:sex"))
    if gates & LISTED_CHILDREN.gate:
        yield from _children(page, flat)
    if gates & PEOPLE:
        yield from of_people(page, flat)
    if opened:
        yield from _named(page, flat, [at for at, numbered in opened if not numbered])
    if nines := page.clusters_that(_has_nine):
        yield from _before_number(page, flat, nines)
    if gates & _IDENTIFIED:
        yield from _identified(page, flat)
    if opened or gates & AGED:
        yield from aged(page, flat, page.words & AGES, [at for at, numbered in opened if numbered])
    yield from in_series(page, flat)
    if gates & COLUMNS:
        yield from in_columns(page)
    if gates & _DAYS:
        yield from _in_parts(page, flat, cues)


def _in_parts(page: Page, flat: str, cues: Sequence[Cue]) -> Iterator[Candidate]:
    """Dates in three labelled parts, where marks link the labels to them or a birth is spoken of nearby."""
    marked = any(
        _PART_MARK.match(flat, at + len(word)) for at, word in words_at(page.words & _DAY_WORDS, flat)
    )
    if not marked and not (cues and _UNMARKED.search(flat)):
        return
    for written in find_labelled_dates(flat, page.today):
        if written.days and not _is_of_other(flat, written) and (marked or _is_near(flat, written, cues)):
            yield candidate(0, written, 0.5, ("pattern", "layout:parts"))


def _is_near(flat: str, written: WrittenDate, cues: Sequence[Cue]) -> bool:
    """Whether a birth is spoken of near the date and no other event between."""
    near = [cue for cue in cues if written.start - _TITLE <= cue.end and cue.start <= written.end + _TITLE]
    between = (flat[min(cue.end, written.end) : max(cue.start, written.start)] for cue in near)
    return any(not OTHER_EVENT.search(gap) for gap in between)


def _is_of_other(flat: str, written: WrittenDate) -> bool:
    """Whether the words around labelled parts say what else happened that day: "Date de parution : Jour : 08 …"."""
    title = _NO_FIGURES.search(flat[max(0, written.start - _TITLE) : written.start])
    before = title[0] if title else ""
    titles = _DATED_TITLE.findall(before)
    if below := _DATED_BELOW.match(flat[written.end : written.end + _TITLE]):
        titles.append(below[1])
    return not _OF_BIRTH.match(titles[-1]) if titles else OTHER_EVENT.search(before) is not None


def _children(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Nos enfants : Zoé (2015-03-04) et Noah (2017-01-02)"."""
    for cue in LISTED_CHILDREN.find(flat, page.words):
        before = flat[max(0, cue.start - 40) : cue.start]
        removed = _REMOVED.search(before) is not None
        about = _OF_THEM.search(before) is not None
        other = about and tells_other(_STOP.split(before)[-1])
        position = cue.end
        if (
            cue.kind == "children"
            and flat[position - 1 : position] == "("
            and not (about or tells_other(_STOP.split(before)[-1]))
        ):
            yield from _nameless(page, flat, position)
        if cue.kind == "heading" and not _HEADING_ENDS.match(page.lower, position):
            continue
        for _ in range(_MOST_CHILDREN):
            dates = dates_in(page.today, straighten(flat[position : position + 2 * LONGEST]))
            gap = page.text[position : position + dates[0].start] if dates else ""
            if not dates or not dates[0].days or not _CHILD.match(gap) or OTHER_EVENT.search(gap.lower()):
                break
            if WROTE.match(flat, position + dates[0].end):
                break
            recent = all(page.today - day < _RECENT for day in dates[0].days)
            if recent and removed and _ON_THAT_DAY.search(gap.lower()):
                break
            if (recent and cue.kind == "roles") or (not gap.endswith("(") and (other or (recent and about))):
                break
            if cue.kind in ("heading", "titled", "roles") and not _names_child(
                gap, at_feast=_is_christmas(dates[0])
            ):
                break
            named = _names_child(gap) or (_CAPITAL.search(gap) and not gap.isupper())
            score, why = (0.65, "layout:relative") if named else (0.4, "layout:name")
            yield candidate(position, dates[0], score, ("pattern", why))
            position += dates[0].end


def _nameless(page: Page, flat: str, position: int) -> Iterator[Candidate]:
    """The dates that are all that brackets hold, from `position` on."""
    listed: list[WrittenDate] = []
    end = position
    for one in dates_in(page.today, straighten(flat[position : position + 4 * LONGEST])):
        gap = flat[end : position + one.start]
        if not one.days or not (_AND_ANOTHER.fullmatch(gap) if listed else gap in ("", "le ")):
            return
        listed.append(one)
        end = position + one.end
    if flat.startswith(")", end):
        for one in listed:
            yield candidate(position, one, 0.6, ("pattern", "layout:relative"))


def _names_child(gap: str, *, at_feast: bool = False) -> bool:
    """Whether the first capital before a date, or all of its word, is a given name: a bare title may head anything.

    "Kids: Hockey 12 May"; `at_feast`: "Enfants : Noël 25 décembre".
    """
    name = CAPITALIZED.search(gap) or _SMALL_NAME.search(gap)
    given = name[0].lower().partition("-")[0] if name else ""
    return (is_name(given) or given in _RELATED) and not (at_feast and given == "noel")


def _is_christmas(written: WrittenDate) -> bool:
    return any((day.month, day.day // 10) == (12, 2) for day in written.days)


def _named(page: Page, flat: str, opened: list[int]) -> Iterator[Candidate]:
    """ "Prénom Nom (12 avril 1985)": too little by itself, enough where birth dates are spoken of or beside somebody's number.

    `opened`: brackets after a name.
    """
    named: list[tuple[int, WrittenDate, bool]] = []
    family = len(opened) > 1 and _are_family(flat, opened[0], opened[-1])
    for at in opened:
        if not (name := NAME_BEFORE.search(page.text[max(0, at - 46) : at])):
            continue
        dates = dates_in(page.today, straighten(flat[at + 1 : at + LONGEST]))
        if (
            dates
            and dates[0].start == 0
            and dates[0].days
            and (family or _NAMED_ENDS.match(flat, at + 1 + dates[0].end))
            and not OTHER_EVENT.search(flat, max(0, at - 60), at)
            and not any(is_everyday(word) for word in name[0].lower().split())
            and not all(page.today - day < _RECENT for day in dates[0].days)
        ):
            begin = at - len(name[0].lstrip())
            said = _SELF.search(page.lower, max(0, at - _LONGEST_NAME), begin) or _FILE_OF.search(
                page.lower, max(0, at - _LONGEST_NAME), begin
            )
            named.append((at, dates[0], said is not None))
    spoken_of = not _BIRTHS.isdisjoint(page.words)
    listed = len(named) > 1 and (family or (spoken_of and _is_asked(flat)))
    for at, written, said_so in named:
        told = said_so or listed or (spoken_of and _tells_birth(page, at))
        yield candidate(at + 1, written, 0.6 if told else 0.4, ("pattern", "layout:name"))


def _are_family(flat: str, first: int, last: int) -> bool:
    """Whether the brackets from `first` to `last` follow each other, after words for people who live together."""
    return last - first < _HOUSEHOLD and introduces(flat[max(0, first - _HOUSEHOLD) : first])


def _is_asked(flat: str) -> bool:
    """Whether a birth date is spoken of and not said to be missing or not to be asked."""
    return any(not MISSING.match(flat, found.end() + 1) for found in _SPOKEN.finditer(flat))


def _tells_birth(page: Page, at: int) -> bool:
    """Whether the words around a bracket at `at` say that it holds a birth date."""
    if _CHECKED_AFTER.match(page.lower, at):
        return True
    before = _SPOKEN_BEFORE.search(page.lower[max(0, at - _SPOKEN_REACH) : at])
    return before is not None and not MISSING.search(before[1])


def _identified(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Martin Tremblay, 2004-12-19, NAM …": a name, a date and a labelled number, in one line or on three."""
    for at, _ in words_at(_NUMBER_LABELS & page.words, flat):
        lines = _ON_NEXT_LINE.search(page.lower, max(0, at - _LONGEST_LINK), at) is not None
        if not lines and not _LISTED_BEFORE.search(flat[max(0, at - _LONGEST_LINK) : at]):
            continue
        if not _NUMBER_FOLLOWS.match(flat, at):
            continue
        start = max(0, at - LONGEST)
        dates = dates_in(page.today, straighten(flat[start:at]))
        if not dates or not dates[-1].days:
            continue
        begin, end = start + dates[-1].start, start + dates[-1].end
        if not (
            _ON_NEXT_LINE.fullmatch(page.lower, end, at) if lines else _LISTED_NEXT.fullmatch(flat, end, at)
        ):
            continue
        name = (_NAME_ABOVE if lines else _NAME_LISTED).search(page.text[max(0, begin - 46) : begin])
        if not name:
            continue
        signed = lines and any(page.today - day < _SIGNED for day in dates[-1].days)
        if not signed and not (lines and any(map(is_everyday, _WORDS.findall(name[0].lower())))):
            yield candidate(start, dates[-1], 0.6, ("pattern", "layout:name"))


def _before_number(page: Page, flat: str, nines: list[Answered]) -> Iterator[Candidate]:
    """ "Martin Tremblay 1985-04-12 130 692 544": too little by itself, enough when the number may be a SIN."""
    for first, last, _ in nines:
        if not (found := _NUMBER_BESIDE.search(flat, max(0, first - _MARKS), last + 1)):
            continue
        end = found.start() + 1
        start = max(0, end - LONGEST)
        dates = dates_in(page.today, straighten(flat[start:end]))
        if not dates or start + dates[-1].end != end or not dates[-1].days:
            continue
        begin = start + dates[-1].start
        before = page.text[max(0, begin - 46) : begin]
        if line := _LINE_BEFORE.search(before):
            if _DATE_LABEL.search(flat, max(0, begin - _LABELS), begin):
                continue
            before = before[: line.start()]
        before = before.rpartition("\n")[2].rstrip(" ,;|/\t-") + " "
        named = NAME_BEFORE.search(before) or _NAMES_SMALL.search(before)
        if (
            named
            and all(page.today - day > _YOUNGEST for day in dates[-1].days)
            and not OTHER_NUMBER.search(before.lower())
            and (named.re is NAME_BEFORE or all(map(is_name, named[0].lower().replace(",", "").split())))
        ):
            yield candidate(start, dates[-1], 0.4, ("pattern", "layout:name"))
