"""Birth dates that no rule names and the words around tell all the same: "Ma mère et son frère sont tous deux du …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence, Set
from datetime import date, timedelta
from functools import cache
from typing import Final

from recognizers.biography import is_biography
from recognizers.birth_candidate import HALF_A_LIFE, YEAR, age, candidate, dates_around
from recognizers.birth_ruled_out import begins_a_span, has_own_label, is_ruled_out
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.context import Model, likelihood, model_of, score_of
from recognizers.cues import gate
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import named, words_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.public_lives import is_public
from recognizers.spans import Spans, any_in

#: Figures that are a code's as often as a day's: "120485", "1985 0412".
_CODES: Final = ("six", "halves")
#: Months of two letters, words when they are small: "en 1991 de 12 voitures", "08 JA 1997".
_MONTH_CODES: Final = ("coded", "codedyear")
#: Without one of these words near it no date is weighed: people, families, ages, births. Dates of the last two years, which are
#: most that people write, need one of births and babies; those of half a lifetime ago, of which few are written, and
#: those of some years ago right behind a name, none.
_NEWBORN: Final = frozenset(
    """ne nee nes nees nait nais naissance naissances naitre born birth births birthday birthdate dob ddn bebe bebes baby babies
    newborn newborns infant nourrisson poupon poupons jumeaux jumelles jumelle jumeau twin twins triplets triplees accouche
    accouchee accouchement delivered midwife sage fils fille filles son daughter daughters garcon garcons boy boys girl girls
    naissait naissent naquit bapteme baptism petit petite grandson granddaughter""".split()
)
_TOPIC: Final = _NEWBORN | frozenset(
    """natif native anniversaire fete age ages agee agees aged ans old baptistaire enfant enfants child children kid kids mere
    mother maman mom mum pere father papa dad grandmother grandfather grandma grandpa aine ainee eldest youngest oldest cadet
    cadette conjoint conjointe epoux epouse wife husband spouse blonde chum soeur soeurs sour sours frere freres sister sisters
    brother brothers patient patiente bougies candles venue venu vins femme mari parents bru gendre neveu niece nephew oncle
    tante uncle aunt cousin cousine mamie papi granny nana nan veuve veuf widow widower applicant applicants requerant
    requerante demandeur claimant world beneficiaire beneficiaires identification identite identity eleve eleves student students
    pupil pupils locataire locataires tenant tenants adult adults adulte adultes senior seniors household menage curatrice
    curateur tutrice tuteur guardian gars grade maternelle kindergarten ecole school garderie daycare camp""".split()
)
TOPIC: Final = gate(_TOPIC)
#: So likely a date is taken for one of a birth.
ENOUGH: Final = 0.85
#: So far from a date the words are read.
_REACH: Final = 100
_EMPTY_LINE: Final = "\n\n"
_LONG_YEAR: Final = 4
#: The last years begin so many ago.
_LAST_YEARS: Final = 2
#: Behind a name, some years ago is enough: how many, and how far behind it the year of the date begins.
_SOME_YEARS: Final = 6
_TO_YEAR: Final = 24
#: How old somebody born on a date would be, in years: most dates that people write are of the last ones.
_AGES: Final = (2, 6, 18, 45)
#: The word right before a date, perhaps with an initial: "Girard, Zoe, 22/08/1958", "Zoe G. (22/08/1958)".
_LAST_WORD: Final = compiled(r"(?<![a-z'-])([a-z'-]{2,21})(?: [a-z]\.?)?[ ,(:/\r\n-]{1,4}\Z")
_NAME_REACH: Final = 30
#: Who is so old is no child, and no letter is so old.
_GROWN: Final = timedelta(days=14 * 366)
#: "I'm March 13, 1970": a date that somebody is.
_BEING: Final = compiled(r"(?<![a-z'])(?:i'm|i am|im|s?he's|s?hes|s?he is) \Z")
_CLAUSE_ENDS: Final = compiled(r"\)?(?:[.,;!?](?![0-9])| ?(?:\r?\n|\Z)| (?:and|but|if|so|btw)(?![a-z]))")
#: So near before a date another event is the date's.
_RIGHT_BEFORE: Final = 24
_LINE: Final = 130


def told_by_context(page: Page, flat: str, found: Collection[Candidate], taken: Spans) -> Iterator[Candidate]:
    """The dates of the page whose surroundings make births of them, none in `taken`, what `found` settles. Linear."""
    near = _worth_weighing(page, flat, taken)
    if not near:
        return
    model = _model()
    labelled = any("cue" in one.evidence for one in found)
    columns = [one for one in found if "cue:column" in one.evidence]
    for first, written in dates_around(page, flat, near):
        at, until = first + written.start, first + written.end
        if (
            (written.form == "eight" and page.lower[max(0, at - 1) : at].isalpha())
            or written.form in _CODES
            or (written.form in _MONTH_CODES and page.text[at:until].islower())
        ):
            continue
        likely = likelihood(model, page.lower, at, until, traits_of(page, at, written.days))
        if likely < ENOUGH and _is_somebody(page, at, until, written.days):
            likely = ENOUGH
        if (
            likely >= ENOUGH
            and not is_ruled_out(page, at, until, written.days, taken)
            and not _is_of_a_life(page, at, until)
            and not begins_a_span(page, until, written.days)
            and not (labelled and has_own_label(page, at))
            and not is_public(page, at, until, written.days)
            and not any(_are_of_a_row(page, one, at, until) for one in columns)
        ):
            yield candidate(first, written, score_of(model, likely), ("pattern", "context"))


def _are_of_a_row(page: Page, one: Candidate, start: int, end: int) -> bool:
    """Whether the date at [start, end) stands on the line of the birth date `one`."""
    return page.lower.find("\n", min(one.start, start), max(one.end, end)) < 0


@cache
def _model() -> Model:
    return model_of("birth-context", OTHER_EVENT, ENOUGH, wide=False)


def may_be_told(page: Page) -> bool:
    """Whether the page has a year of four figures of half a lifetime ago, or of some years ago in a date behind a name."""
    old = _old_years(page)
    return bool(old) and (
        min(page.flat[at : at + _LONG_YEAR] for at in old) <= str(page.today.year - HALF_A_LIFE)
        or bool(_behind_names(page, old))
    )


def _old_years(page: Page) -> list[int]:
    """Where the years of four figures of some years ago begin."""
    return [at for at in page.years(_SOME_YEARS) if page.flat[at : at + _LONG_YEAR].isdigit()]


def _behind_names(page: Page, years: Sequence[int]) -> list[int]:
    """Those of `years`, which are sorted, that are of a date right behind somebody's name."""
    return [
        at
        for first, last, start in named(page.text)
        for at in years[bisect_left(years, start) : bisect_left(years, start + _TO_YEAR)]
        if is_full_name(page.text[first:last])
    ]


def _worth_weighing(page: Page, flat: str, taken: Spans) -> list[int]:
    """Where a year begins, none in `taken`, that is near enough to words for people, of long ago, or of a date behind a name."""
    spoken = words_of(page.openers, TOPIC) if page.gates & TOPIC else ()
    topics = [at for at, _ in spoken]
    newborns = [at for at, word in spoken if word in _NEWBORN]
    born = page.years(_SOME_YEARS if not spoken else 0 if newborns else _LAST_YEARS)
    if taken:
        born = taken.free(born, YEAR)
    if not born:
        return []
    this = page.today.year
    recent, old_enough, long_ago = str(this - _LAST_YEARS), str(this - _SOME_YEARS), str(this - HALF_A_LIFE)
    near, old = [], []
    for at in born:
        year = flat[at : at + _LONG_YEAR]
        known = year.isdigit()
        if known and year <= long_ago:
            near.append(at)
            continue
        # Of a year of two figures nobody knows how long ago it is.
        words = topics if not known or year <= recent else newborns
        if words and any_in(words, at - _REACH, at + _REACH) and _is_in_paragraph(page.lower, at, words):
            near.append(at)
        elif known and year <= old_enough:
            old.append(at)
    return sorted({*near, *_behind_names(page, old)}) if old else near


def _is_in_paragraph(lower: str, at: int, topics: Sequence[int]) -> bool:
    """Whether one of the sorted `topics`, of which one is near lower[at], stands in its paragraph."""
    first, last = at - _REACH, at + _REACH
    begin, end = lower.rfind(_EMPTY_LINE, max(0, first), at), lower.find(_EMPTY_LINE, at, last)
    return (begin < 0 > end) or any_in(topics, max(first, begin), end if end >= 0 else last)


def _is_somebody(page: Page, start: int, end: int, days: Set[date]) -> bool:
    """Whether the date is what somebody grown up is said to be: "I'm March 13, 1970, …"."""
    if any(page.today - day < _GROWN for day in days):
        return False
    return (
        _BEING.search(page.lower, max(0, start - _RIGHT_BEFORE), start) is not None
        and _CLAUSE_ENDS.match(page.lower, end) is not None
    )


def traits_of(page: Page, start: int, days: Set[date]) -> tuple[str, ...]:
    """The traits of a date at lower[start:] that may mean these days: which of some ages somebody born on it has passed.

    Again, if a name stands right before: who is born decades ago is named so more often than what else happened then.
    """
    passed = f"age{bisect_right(_AGES, age(page, days))}"
    name = _LAST_WORD.search(page.lower, max(0, start - _NAME_REACH), start)
    return (passed, f"named-{passed}") if name and is_name(name[1]) else (passed,)


def _is_of_a_life(page: Page, start: int, end: int) -> bool:
    """Whether the date is of a public life."""
    return is_biography(page, start, end, page.line_end(end, _LINE))
