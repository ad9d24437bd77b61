"""Birth dates told of one person after another: "me, Luc Roy, 19 May 77; my partner Zoé, 1 Dec 80".

Also in brackets: "Éva (12 avr. 2018), Noé (30 nov. 2020), Mia (1er févr. 2023)".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from operator import attrgetter
from typing import Final, NamedTuple

from recognizers.birth_candidate import candidate, date_at
from recognizers.birth_family import FAMILY, RELATIVES
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import FIELD, OTHER_EVENT, SINCE_THEN, WROTE
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import straighten, words_at, words_of
from recognizers.known_plain import NUMBERED
from recognizers.months import MONTH_WORDS
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled

#: Words for people whose date may follow at once, or behind their names; and those beside whom one may tell one's own.
_KIN: Final = vocabulary(
    f"""{RELATIVES} soeur sour frere chum blonde gars aine ainee cadet cadette benjamin benjamine oldest eldest youngest
    middle grandson granddaughter roommate coloc grandmother grandfather stepson stepdaughter neveu niece nephew lad
    boy girl kid""".split()
)
_ONESELF: Final = vocabulary(("moi", "me", "myself"))
#: So far behind the word the date ends.
_REACH: Final = 66
#: Closed on pages on which no figure follows one of the others.
PEOPLE_IN_SERIES: Final = gate(_KIN, stands=NUMBERED, before=0, after=_REACH)
_SELF: Final = gate(_ONESELF)
#: Before such a word: whose it is, or that oneself begins a clause.
_WHOSE: Final = compiled(
    r"(?<![a-z])(?:mon|ma|notre|son|sa|leur|my|our|his|her|their|the|l[ea]|l')[ ]?"
    r"(?:petite? |grande? |plus |belle-|beau-|step-?)?$|(?<![a-z])(?:[a-z][a-z.'-]*+ ){1,3}\($"
)
_OPENS: Final = compiled(r"(?:^|[\n.;,:|(>*!-] ?|(?<![a-z])(?:et|and|&|pis|puis|there's|voici) )$")
#: Behind oneself: a mark, or figures.
_SELF_ENDS: Final = compiled(" ?[,:(]| [0-9]")
#: From the word to the date: names, and a mark.
_LED: Final = compiled(
    r"\)?(?: de [a-z]+)?"
    r"(?P<names>(?:,? (?!(?:le|la|les|on|the|du|de|en|in|au|a|for|pour|est|is)(?![a-z]))[a-z][a-z'.-]*){0,3}) ?"
    r"(?:, ?|\( ?(?:le )?|: ?(?:le )?|-{1,2} ?|(?<= ))"
)
#: The same, and the first word of the date, more loosely.
_FIGURES_FOLLOW: Final = compiled(r"\)?(?:[ ,.(:-]{1,3}[a-z'-]++){0,5}+[ ,.(:-]{1,3}[0-9]")
_NAME: Final = compiled("[A-Za-z][A-Za-z'-]*")
#: A given name, perhaps more of the name, before a bracket; it begins a list, or follows another of it.
_IN_BRACKETS: Final = compiled(r"(?:^|[\n:;,.*>-] ?|(?<![A-Za-z])(?:et|and|&) |[0-9][.)] )([A-Z][a-z'-]+) ?$")
_LONGEST_NAME: Final = 40
_LONGEST_DATE: Final = 30
_LONGEST_OWNER: Final = 40
#: So far from the end of one date the next who begins.
_GAP: Final = 80
_EMPTY_LINE: Final = compiled(r"\n[ >\r]*\n")
_SPREAD: Final = timedelta(days=300)
_OF_LATE: Final = timedelta(days=60)
_BEFORE: Final = 120
_STOP: Final = compiled(r"[.!?] ")
#: What opens the series: nothing, a title, or few words; and titles of what is done with people on days of their own.
_LONGEST_LEAD: Final = 3
_DONE: Final = compiled(
    r"(?<![a-z])(?:rencontr|meeting|met(?![a-z])|visit|suivi|follow|appel|call|entrevue|interview|appoint|rendez|rdv|vue?s?(?![a-z])"
    r"|seen|saw|accompagn|shift|quart|cours(?:es?)?(?![a-z])|lesson|trip|voyag|arriv|temoin|witness|signat|signed|sign(?:e|ee|es)(?![a-z])"
    r"|suspen|evalu|evict|expel|expuls|left(?![a-z])|leaving|part(?:ent|ie?s?)(?![a-z])|quitt|lost|perdu|discharg|repech|trade|draft"
    r"|recue?s?(?![a-z])|receiv|closed|fermee?s?(?![a-z])|ancien|former|licen|permis|concuss|covid|malad|accident|chute|falls?(?![a-z])"
    r"|inond|storm|tempet|senior|plates?(?![a-z])|fall?en|served"
    r"|laureat|dose|haircut|letter|lettre|winner|gagnant|photo|reserv|booking|session|seance|film|concert|match|game|spectacle|show(?:s|n)?(?![a-z]))"
)
#: What a file heads other days with, the clause of such a head before a date, and what leads from it: "Sortie : ", "Chute le ".
_FILED: Final = compiled(
    r"(?<![a-z])(?:transfert|placement|signalement|report(?:ed)?(?![a-z])|sejour|stays?(?![a-z])|gardes?(?![a-z])|custody|arret"
    r"|arrest|diagnos|prelevement|bilan|review|intake|assess|reunion|convocation|audience|hearing|plainte|complaint|enquete"
    r"|ordonnance|orders?(?![a-z])|jugement|judge?ment|ruling|liberation|fugue|crise|seizure|incident|episode|intervention"
    r"|prescription|refer(?:en|ral)|accueil|orientation|prise en charge|fermeture|closing|opening|rentree|stage(?![a-z])"
    r"|citizen|injur|blessure|fracture|depist|screening|echogra|radiogra|ultrasound|x-?rays?(?![a-z])|blood ?(?:work|test)"
    r"|intubation|fievre|fever|infection|fin(?![a-z])|end(?![a-z]))"
)
_HEAD: Final = Ending(
    r"([^\n.;,|(\[:]*)(?:(?:[:=-]|(?<![a-z])(?:le|on|du))[ :=\"-]{0,3}(?:(?:le|on|the|du) )*)$"
)
#: What the title of a family has, or one that asks an office for somebody, or says "here is"; of nothing but names the first.
_OF_FAMILY: Final = (
    r"famil|household|menage|enfant|child|kid|gars|boys|girls|fils|filles|sons|daughters|petit|roof|toit|ages?(?![a-z])|dependa"
    r"|a charge|jume|twins|siblings|nai(?:ss|tr)|born|birth|dob|ddn|ma liste|my list"
)
_FAMILY_TITLE: Final = compiled(f"(?<![a-z])(?:{_OF_FAMILY})")
_TITLE: Final = compiled(
    rf"(?<![a-z])(?:{_OF_FAMILY}|people|personnes|memb(?:er|re)|occupant|locatair|tenant|resident|voici|here|list|info|detail|renseign"
    r"|noms?(?![a-z])|names?(?![a-z])|who|benefi|assure|insured|passag|passen|add|ajout|inscri(?!ption)|regist|asked|demand"
    r"|nous|us(?![a-z])|renouvellement|renewal|deux|two|trois|three|parents?(?![a-z])|frere|soeur|sour(?![a-z])|sister|brother|applicant|demandeur)"
)
#: Several who were adopted at once: "On a adopté deux frères, Jean (3 mai 2019) et Paul (12 juin 2021)".
_ADOPTED: Final = compiled(
    r"(?<![a-z])(?:a|ai|avons|ont|we|i|have|has|just|de|d') ?adopt(?:er?|ed)"
    r"(?= (?:deux|trois|quatre|two|three|four|nos|our)(?![a-z]))"
)
#: What is told of the day right behind it, up to the next mark; and what is told of all behind the last.
_AFTER: Final = compiled(r"[ ),;:(/-]{0,4}([^,;.\n)(0-9]{0,40})")
_OF_ALL: Final = compiled(
    r"\)? ?(?::|,? ?(?:ont|n'ont|had|have|were|etaient|are in|went|did|do not|don't|got))(?![a-z])[^.\n]{2,}"
)
_FEWEST: Final = 2
#: Names with dates in brackets, and nobody called a relative: fewer may be anything.
_FEWEST_NAMES: Final = 3
_place: Final = attrgetter("at")


class _Told(NamedTuple):
    """Somebody and a date: where he is called, where the date's window begins, the date, and whether he is called a relative."""

    at: int
    first: int
    written: WrittenDate
    kin: bool


def has_brackets(page: Page) -> bool:
    """Whether the page has brackets enough for a series of nothing but names."""
    opened = page.text.count("(")
    return opened >= _FEWEST_NAMES or (opened >= _FEWEST and _is_of_a_family(page))


def _is_of_a_family(page: Page) -> bool:
    """Whether a word for several people of a family stands on the page."""
    said = FAMILY & page.words
    return bool(said and words_at(said, page.flat))


def in_series(page: Page, flat: str, *, bracketed: bool) -> Iterator[Candidate]:
    """The dates right behind two people or more who are told of one after another, born in different years. Linear.

    `bracketed`: whether the page `has_brackets`.
    """
    people = words_of(page.openers, PEOPLE_IN_SERIES) if page.gates & PEOPLE_IN_SERIES else []
    # Whoever speaks of nobody but himself, however often, tells no series.
    if people:
        people = words_of(page.openers, PEOPLE_IN_SERIES | _SELF)
    called = _called(page, flat, people) if bracketed or len(people) >= _FEWEST else []
    if not bracketed and len(called) < _FEWEST:
        return
    told = list(_relatives(page, flat, called))
    if told or bracketed:
        told += _named(page, flat)
    if len(told) < _FEWEST:
        return
    told.sort(key=_place)
    series: list[_Told] = []
    for one in told:
        if series and not _follows(page, series[-1], one):
            yield from _births(page, flat, series)
            series = []
        series.append(one)
    yield from _births(page, flat, series)


def _called(page: Page, flat: str, people: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Where a word calls somebody to whom figures may belong: from the word for whose he is to the end of his."""
    found: list[tuple[int, int]] = []
    for at, word in people:
        end = at + len(word)
        if not (_SELF_ENDS if word in _ONESELF else _FIGURES_FOLLOW).match(flat, end):
            continue
        begin = max(0, at - _LONGEST_OWNER)
        if owner := (_OPENS if word in _ONESELF else _WHOSE).search(page.lower[begin:at]):
            found.append((at if word in _ONESELF else begin + owner.start(), end))
    return found


def _relatives(page: Page, flat: str, called: list[tuple[int, int]]) -> Iterator[_Told]:
    for at, end in called:
        dates = dates_in(page.today, straighten(flat[end : end + _REACH]))
        if not dates or not dates[0].days:
            continue
        led = _LED.fullmatch(flat, end, end + dates[0].start)
        if led and _are_names(page, end, led.end("names")):
            yield _Told(at, end, dates[0], kin=True)


def _named(page: Page, flat: str) -> Iterator[_Told]:
    family = _is_of_a_family(page)
    at = -1
    while (at := page.text.find("(", at + 1)) >= 0:
        if page.shape.find(b"0", at + 1, at + _LONGEST_DATE) < 0:
            continue
        begin = max(0, at - _LONGEST_NAME)
        found = _IN_BRACKETS.search(page.text[begin:at])
        if found is None or not _may_name(found[1], known=not family):
            continue
        written = date_at(page, flat, at + 1, _LONGEST_DATE)
        if written and flat.startswith(")", at + 1 + written.end):
            yield _Told(begin + found.start(1), at + 1, written, kin=False)


def _are_names(page: Page, start: int, end: int) -> bool:
    """Whether the words of page.text[start:end] may be somebody's names."""
    return all(_may_name(name, known=False) for name in _NAME.findall(page.text[start:end]))


def _may_name(word: str, *, known: bool) -> bool:
    """Whether the word is a name, or may be one that no list has: with a capital, and nothing else (not if `known`)."""
    lower = word.lower()
    return is_name(lower.partition("-")[0]) or (
        not known and word[0].isupper() and not is_everyday(lower) and lower not in MONTH_WORDS
    )


def _follows(page: Page, last: _Told, one: _Told) -> bool:
    """Whether `one` is the next of the people of whom `last` is one."""
    end = last.first + last.written.end
    return one.at - end <= _GAP and not _EMPTY_LINE.search(page.lower, end, max(end, one.at))


def _births(page: Page, flat: str, series: list[_Told]) -> Iterator[Candidate]:
    """The dates of the series, where nothing else is told of these days."""
    family = any(one.kin for one in series) or _is_of_a_family(page)
    if len(series) < (_FEWEST if family else _FEWEST_NAMES):
        return
    days = [max(one.written.days) for one in series]
    if max(days) - min(days) < _SPREAD or page.today - max(days) < _OF_LATE:
        return
    last = series[-1]
    if _is_of_deeds(page, series[0].at, named=not family) or _OF_ALL.match(
        page.lower, last.first + last.written.end
    ):
        return
    for one in series:
        end = one.first + one.written.end
        after = _AFTER.match(page.lower, end)
        if WROTE.match(flat, end) or (after and OTHER_EVENT.search(after[1])):
            return
    for one in series:
        yield candidate(one.first, one.written, 0.6, ("pattern", "layout:series"))


def tells_deed(said: str) -> bool:
    """Whether these words, a title or what opens a sentence, say what was done, or is done, with people on days of their own."""
    return tells_other(said) or _DONE.search(said) is not None


def heads_other(gap: str) -> bool:
    """Whether the words that head a date, behind `gap`, call it a day of something else: "Sortie : ", "Chute le "."""
    found = _HEAD.search(gap)
    head = found[1].strip() if found else ""
    first = _NAME.match(head)
    if first is None or first[0] == head == "date" or is_name(first[0].partition("-")[0]):
        return False
    return not _FAMILY_TITLE.search(head) and (
        tells_deed(head) or any(told.search(head) for told in (OTHER_EVENT, SINCE_THEN, _FILED))
    )


def _is_of_deeds(page: Page, at: int, *, named: bool) -> bool:
    """Whether what opens the series that begins at page.lower[at:] tells what was done, or is done, with these people.

    `named`: it has nothing but names, which a title must call a family's.
    """
    lead = FIELD.split(page.lower[max(0, at - _BEFORE) : at])[-1].rstrip(" >-*\r\n").replace("\n", " ")
    said = _ADOPTED.sub(" ", _STOP.split(lead)[-1])
    if tells_deed(said):
        return True
    if named or said.endswith(":"):
        return not (_FAMILY_TITLE if named else _TITLE).search(said)
    return not said.endswith(",") and len(said.split()) > _LONGEST_LEAD
