"""Birth dates that an age gives away: "41 ans (1985-04-12)", "il est du 4 mai 1985 et a 41 ans", "turns 65 on May 4, 2027"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from recognizers.birth_candidate import RECENT, candidate
from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import ANIMAL_HAS_DAY, OTHER_EVENT, THING_HAS_DAY
from recognizers.cues import gate
from recognizers.dates import dates_in
from recognizers.everyday import is_everyday, is_full_name, is_name
from recognizers.glance import straighten, words_at, words_of
from recognizers.known_plain import NUMBERED
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled

_YEARS: Final = frozenset("ans an years year yrs yr yo".split())
_AGED: Final = frozenset(("aged", "age"))
_TURNS: Final = frozenset("turn turns turned turning".split())
_BE: Final = frozenset(("be",))
#: "so hes 18": typed without the apostrophe.
_IS_SO_OLD: Final = frozenset(("hes", "shes"))
#: Ages in words, and what may follow tens.
_UNITS: Final = {
    word: number
    for number, words in enumerate(
        (
            "one un une", "two deux", "three trois", "four quatre", "five cinq", "six", "seven sept", "eight huit", "nine neuf"
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60,
}  # fmt: skip
#: An age from one of these words on, and what says before it that somebody is or comes to be so old: "he'll be nineteen",
#: "va avoir dix-huit ans".
_IN_WORDS: Final = compiled(
    rf"(?P<tens>{'|'.join(_NUMBERS)})(?:[ -](?:et[ -])?(?P<unit>{'|'.join(_UNITS)}))?(?![a-z])(?P<ans> ans(?![a-z]))?"
    r"(?: years?(?= old))?"
)
_SAID_BEFORE: Final = Ending(
    r"(?:(?:'ll|(?<![a-z])(?:will|to|gonna|should)) be|(?<![a-z])(?:turn(?:s|ed|ing)?|(?P<own>(?:he|she)(?:'s| is)|i'm|i am)))"
    r"(?: (?:already|only|now|just))? $"
    r"|(?P<has>(?<![a-z])(?:avoir|aura|aurai|auront|ai|a|ont|fete|fetera)(?: (?:deja|maintenant|ses|mes))? $)"
)
#: Who is so old: the last word before that is no helping verb, within so many letters.
_HELPS: Final = frozenset(
    """va vont vais vient viendra de d just a now soon already deja qui who has have had is are was will would going gonna to
    bientot recently finally about vas juste tout aussi also who's he's she's l'an""".split()
)
_SUBJECT: Final = compiled("[a-z'-]+")
_LONGEST_SUBJECT: Final = 40
_MOST_WORDS: Final = 4
_PERSON: Final = frozenset(
    """i je j il elle ils elles he she they you tu vous nous we me him her lui eux moi aine ainee cadet cadette benjamin benjamine
    oldest youngest eldest jeune vieux vieille grand grande petit petite ado teen teenager toddler student eleve etudiant
    etudiante
    patient patiente client cliente candidat candidate grandson granddaughter petit-fils petite-fille neveu niece nephew cousin
    cousine ami amie friend voisin voisine neighbour neighbor grandma grandpa grandmother grandfather grand-mere grand-pere
    oncle tante uncle aunt girl boy girls boys gars garcon garcons filles enfants kids children sons daughters twins jumeaux
    jumelles parents homme woman man lady dame monsieur madame epouse kid chum blonde boyfriend girlfriend fiance fiancee
    stepson stepdaughter beau-fils belle-fille beau-pere belle-mere""".split()
) | frozenset(RELATIVES.split())
_LONGEST_LEAD: Final = 24
_WILL: Final = ("will ",)
_DAYS: Final = frozenset("birthday anniversaire fete bday".split())
#: The words that an age is told with.
AGES: Final = _YEARS | _AGED | _TURNS | _DAYS | _BE | _IS_SO_OLD
#: Closed on pages on which no figure stands where an age would.
AGED: Final = (
    gate(_YEARS, stands=NUMBERED, before=2)
    | gate(_AGED | _TURNS | _BE | _IS_SO_OLD, stands=NUMBERED, after=5)
    | gate(_DAYS, stands=NUMBERED, before=34)
)
#: Closed on pages on which no figure follows an age in words: of few years, which count all sorts of things, right behind.
_FEW: Final = 12
WORDED: Final = gate(
    (word for word, years in _NUMBERS.items() if years > _FEW), stands=NUMBERED, after=50
) | gate((word for word, years in _NUMBERS.items() if years <= _FEW), stands=NUMBERED, after=14)
#: "I'm 57 (October 9, 1969)".
_IS: Final = compiled(r"(?<![a-z])(?:i'm|i am|(?:he|she)(?:'s| is)|is) ([0-9]{1,3}) ?$")
#: A number of years, right before the word for them.
_COUNT: Final = compiled(r"(?<![0-9.,$-])([0-9]{1,3}) ?$")
#: The same of a day: "his 65th".
_NTH: Final = compiled(
    r"(?<![a-z])(?:son|mon|ton|leur|votre|his|her|my|your|their) (?:[a-z-]{2,12} )?"
    r"(?<![0-9])([0-9]{1,3})(?:st|nd|rd|th|e|eme|ieme) ?$"
)
_AFTER_WORD: Final = compiled(r"(?: ?: ?| (?:de |of |is )?)([0-9]{1,3})(?![0-9/.-])")
#: Somebody is that old …
_OLD_BEFORE: Final = compiled(
    r"(?<![a-z])(?:(?:ai|as|(?<!y )a|ont|avez|avait)(?: (?:deja|maintenant|presentement|actuellement|bien))?"
    r"|agee?s?(?: de)?|age ?:?) ?$"
)
_OLD_AFTER: Final = compiled(r"(?:[ -]old| of age)(?![a-z])")
#: … or has done something for so long, and is to in so long.
_SO_LONG: Final = compiled(
    r"(?<![a-z])(?:depuis|pendant|durant|dans|y a|apres|aux|tous les|toutes les|chaque|d'ici|for|since|in|after|every|within"
    r"|over|under|past|last|next|more than|plus de|married|mari(?:e|ee|es|ees)|together|ensemble"
    r"|worked|travaille|lived|vecu)(?: (?:environ|about|les|the))? ?$"
)
_OF_WHAT: Final = compiled(r" (?:d'|de |du |of (?!age)|plus tard|later|ago|apres|avant|experience)")
#: When somebody comes to an age: the date that follows is the birth's or that day's.
_SOON: Final = (
    r"(?P<soon>,? (?:in (?:the (?:spring|summer|fall|autumn|winter|new year)|[a-z]{3,9}|[a-z0-9]{1,6} (?:weeks?|months?|days?))"
    r"|(?:next|this|this coming|later this) (?:week|month|year|spring|summer|fall|winter|[a-z]{3,9})|soon|tomorrow"
    r"|bientot|prochainement|sous peu|demain|au (?:printemps|mois de? ?'?[a-z]+)|a l'(?:ete|automne)|en [a-z]{3,9}"
    r"|(?:cet|cette|ce|l'an|le mois|la semaine|l'ete|l'hiver|l'automne|le printemps)(?: [a-z]{3,10})?(?: prochaine?)?"
    r"|dans [a-z0-9]{1,6} (?:jours|semaines|mois)))?"
)
#: From an age to the date beside it …
_OPENS: Final = compiled(
    rf"(?:[ -]?old| of age| revolus)?(?: (?:now|maintenant|deja|already))?{_SOON}"
    r"[ ,;]{0,2}[(\[,\-:]? ?"
    r"(?:(?:the |le )?[0-9]{1,2}(?:st|nd|rd|th|er|e)?,? (?:so|donc|alors|i\.e\.,?|soit|meaning|that is),? )?(?:(?:le|on|the) )?"
    r"(?=[0-9a-z])"
)
_BESIDE: Final = compiled(r"(?:[ -]?old| of age)? ?(?:[,;(\[:\-]|, \() ?$")
#: … and to the day on which somebody came to it.
_ON_THE_DAY: Final = compiled(
    r"(?:[ -]?old| of age| revolus| (?:birth|b-?)day)?(?:,? (?:which |qui )?(?:is|was|est|etait|falls|tombe|sera"
    r"|will be|being)(?= [0-9a-z]))?,? (?:(?:hier|demain|ce|le|on|this|the|c'est)(?: coming)?,? ){1,3}"
    r"|,? (?:(?:is|falls|will be|was) )(?=[a-z]{3,9}\.? [0-9])"
)
#: "a 65 ans? Je les ai eus le …".
_HAD_THEM: Final = compiled(
    r"[^0-9\n]{0,20}[.!?,;] ?(?:je|il|elle|et)? ?les (?:ai|a|aurai|aura)(?: eus?)? (?:le )"
)
_SENTENCE: Final = compiled(r"\n|[.!?;] ")
#: A full name right before a date; from the date to the age behind it, which ends there.
_NAME_LEADS: Final = compiled(
    r"(?<![A-Za-z'-])((?:[A-Z][A-Za-z'-]*+ ){1,3}[A-Z][A-Za-z'-]*+|[A-Z][A-Za-z'-]*+, [A-Z][A-Za-z'-]*+)[ ,;:|(/-]{1,3}\Z"
)
_TO_AGE: Final = compiled(r" ?[,;(|/-] ?\(?")
#: Nothing that is counted follows: "hes 18 now,".
_SAID_ALL: Final = compiled(r" ?(?:[.,;!)\n]|\Z|(?:now|and|already|but|so|in)(?![a-z]))")
_AGE_ENDS: Final = compiled(r"(?: old| of age)?(?: ?(?:\r?\n|\Z|[,;:)|])|\.(?![0-9])|\.?\Z| (?:et|and|-) )")
_NAME_REACH: Final = 64
_LONGEST_DATED: Final = 40
_NEAR: Final = 80
_OLDEST: Final = 110
#: Somebody's next birthday may be that far off.
_AHEAD: Final = timedelta(days=10 * 366)
#: A letter is read some weeks after it was written.
_SINCE_WRITTEN: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as written, flat[start:end]; `is_old`: said of somebody."""

    start: int
    end: int
    years: int
    is_old: bool


def aged(page: Page, flat: str, words: frozenset[str], opened: list[int]) -> Iterator[Candidate]:
    """The dates that agree with an age beside them, or are the day on which somebody comes to it.

    `words` are those of `AGES` that are on the page, `opened` the brackets behind a figure.
    """
    for age in _ages(flat, words, opened):
        if ANIMAL_HAS_DAY.search(_sentence_before(page, age.end)):
            continue
        if (
            (one := _birthday(page, flat, age))
            or (one := _beside(page, flat, age))
            or (one := _behind_name(page, flat, age))
        ):
            yield one
        elif age.is_old:
            yield from _agreeing(page, flat, age)


def aged_in_words(page: Page, flat: str) -> Iterator[Candidate]:
    """The same beside ages in words: "she'll be eighteen in the spring, May 16, 2009"."""
    for at, _ in words_of(page.openers, WORDED):
        said, lead = _IN_WORDS.match(flat, at), _SAID_BEFORE.search(flat, max(0, at - _LONGEST_LEAD), at)
        if said is None or lead is None or (lead["has"] is not None) != (said["ans"] is not None):
            continue
        if lead["own"] is None and not _is_somebody(page, flat, lead.start()):
            continue
        years = _NUMBERS[said["tens"]] + _UNITS.get(said["unit"] or "", 0)
        age = _Age(at, said.end(), years, is_old=False)
        if (one := _birthday(page, flat, age)) or (one := _beside(page, flat, age)):
            yield one


def _is_somebody(page: Page, flat: str, at: int) -> bool:
    """Whether somebody is said to be so old right before flat[at:]: a pronoun, kin, a name; no building, no lease."""
    first = max(0, at - _LONGEST_SUBJECT)
    for word in list(_SUBJECT.finditer(flat, first, at))[: -_MOST_WORDS - 1 : -1]:
        if word[0] in _HELPS:
            continue
        said = word[0].rpartition("'")[2] or word[0].rstrip("'")
        if said in _PERSON or word[0] in _PERSON:
            return True
        capital = page.text[word.end() - len(said)].isupper()
        return is_name(said.partition("-")[0]) or (capital and not is_everyday(said))
    return False


def _ages(flat: str, words: frozenset[str], opened: list[int]) -> Iterator[_Age]:
    for at in opened:
        if found := _IS.search(flat[max(0, at - 14) : at]):
            yield from _age(at - len(found[0]), at, found[1], is_old=True)
    for at, word in words_at(words, flat) if words else ():
        end = at + len(word)
        if word in _YEARS:
            if flat[max(0, at - 2) : at].rstrip(" ")[-1:].isdigit():
                yield from _years(flat, at, end)
        elif word in _DAYS:
            before = flat[max(0, at - 34) : at]
            if found := _NTH.search(before):
                yield from _age(at - len(before) + found.start(), end, found[1])
        elif word == "be" and not flat.startswith(_WILL, max(0, at - 5)):
            continue
        elif found := _AFTER_WORD.match(flat, end):
            is_old = word in _AGED or (word in _IS_SO_OLD and _SAID_ALL.match(flat, found.end()) is not None)
            yield from _age(at, found.end(), found[1], is_old=is_old)


def _years(flat: str, at: int, end: int) -> Iterator[_Age]:
    """The age whose word for years is flat[at:end]."""
    before = flat[max(0, at - 34) : at]
    found = _COUNT.search(before)
    if not found:
        return
    lead = before[: found.start()]
    if not _SO_LONG.search(lead):
        is_old = (
            _OLD_BEFORE.search(lead) is not None
            or _OLD_AFTER.match(flat, end) is not None
            or flat[at:end] == "yo"
        ) and not _OF_WHAT.match(flat, end)
        yield from _age(at - len(before) + found.start(), end, found[1], is_old=is_old)


def _age(start: int, end: int, figures: str, *, is_old: bool = False) -> Iterator[_Age]:
    if 0 < int(figures) <= _OLDEST:
        yield _Age(max(0, start), end, int(figures), is_old)


def _birthday(page: Page, flat: str, age: _Age) -> Candidate | None:
    """ "turns 65 on May 4, 2027": the day of the birth, in another year."""
    opened = _ON_THE_DAY.match(flat, age.end) or _HAD_THEM.match(flat, age.end)
    if not opened or any(THING_HAS_DAY.search(_sentence_before(page, at)) for at in (age.start, age.end)):
        return None
    dates = dates_in(page.today + _AHEAD, straighten(flat[opened.end() : opened.end() + 40]))
    if not dates or dates[0].start:
        return None
    births = [
        birth for day in dates[0].days if (birth := _years_before(day, age.years)) and birth <= page.today
    ]
    return candidate(opened.end(), dates[0], 0.7, ("pattern", "layout:age"), births) if births else None


def _beside(page: Page, flat: str, age: _Age) -> Candidate | None:
    """ "41 ans (1985-04-12)": the date that makes the age, give or take a year; in brackets or after a comma, any old one."""
    opened = _OPENS.match(flat, age.end)
    if not opened or (opened["soon"] and THING_HAS_DAY.search(_sentence_before(page, age.end))):
        return None
    dates = dates_in(page.today, straighten(flat[opened.end() : opened.end() + 40]))
    if not dates or dates[0].start or not dates[0].days:
        return None
    if opened["soon"] and any(_comes_to(page, day, age.years) for day in dates[0].days):
        return candidate(opened.end(), dates[0], 0.75, ("pattern", "layout:age"))
    if any(_is_aged(page, day, age.years) for day in dates[0].days):
        return candidate(opened.end(), dates[0], 0.8, ("pattern", "layout:age"))
    if (
        age.is_old
        and _BESIDE.fullmatch(flat, age.end, opened.end())
        and all(page.today - day > RECENT for day in dates[0].days)
    ):
        return candidate(opened.end(), dates[0], 0.55, ("pattern", "layout:age"))
    return None


def _behind_name(page: Page, flat: str, age: _Age) -> Candidate | None:
    """ "ROY, Camille, 12 avr. 2012, 14 ans": between a name and the age that it makes exactly."""
    if not _AGE_ENDS.match(page.lower, age.end):
        return None
    start = max(0, age.start - _LONGEST_DATED)
    dates = dates_in(page.today, straighten(flat[start : age.start]))
    if (
        dates
        and dates[-1].days
        and _TO_AGE.fullmatch(flat, start + dates[-1].end, age.start)
        and any(_is_exactly(page, day, age.years) for day in dates[-1].days)
        and (
            name := _NAME_LEADS.search(
                page.text, max(0, start + dates[-1].start - _NAME_REACH), start + dates[-1].start
            )
        )
        and is_full_name(name[1])
    ):
        return candidate(start, dates[-1], 0.75, ("pattern", "layout:age"))
    return None


def _agreeing(page: Page, flat: str, age: _Age) -> Iterator[Candidate]:
    """ "Il est du 4 mai 1985, il a donc 41 ans": in one sentence, the date that makes the age exactly."""
    before = _sentence_before(page, age.start)
    if THING_HAS_DAY.search(before):
        return
    start = age.start - len(before)
    after = _SENTENCE.split(page.lower[age.end : age.end + _NEAR])[0]
    for offset, window in ((start, before), (age.end, after)):
        for one in dates_in(page.today, straighten(flat[offset : offset + len(window)])):
            between = window[one.end :] if offset == start else window[: one.start]
            lead = window[max(0, one.start - 30) : one.start]
            if (
                any(_is_exactly(page, day, age.years) for day in one.days)
                and not OTHER_EVENT.search(between)
                and not OTHER_EVENT.search(lead)
            ):
                yield candidate(offset, one, 0.6, ("pattern", "layout:age"))


def _sentence_before(page: Page, at: int) -> str:
    return _SENTENCE.split(page.lower[max(0, at - _NEAR) : at])[-1]


def _years_before(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return None


def _is_aged(page: Page, birth: date, years: int) -> bool:
    """Whether somebody born then is this old, give or take a year."""
    return abs((page.today - birth).days / 365.25 - years - 0.5) <= 1


def _comes_to(page: Page, birth: date, years: int) -> bool:
    """Whether somebody born then is not yet this old, or has come to it of late."""
    return -1.1 <= (page.today - birth).days / 365.25 - years <= 0.2


def _is_exactly(page: Page, birth: date, years: int) -> bool:
    """Whether somebody born then is this old, or was when the message may have been written."""
    return any(
        day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)) == years
        for day in (page.today, page.today - _SINCE_WRITTEN)
    )
