"""Birth dates right behind somebody's name: "They are Zoé Roy, 2015-05-04, and …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import RECENT, candidate
from recognizers.birth_family import FAMILY
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OTHER_EVENT, WROTE
from recognizers.dates import find_dates
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import named
from recognizers.months import MONTH_WORDS
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_LONGEST: Final = 40
#: What goes on after such a date: the next cell, the next name, the end.
_ENDS: Final = compiled(r"[\"'*]{0,2}(?:[,;)\n\r]|\.(?: |\r?\n|$)| ?$| (?:et|and)(?![a-z]))")
_BEFORE: Final = 40
#: Words for people who belong together stand so near before the name.
_SENTENCES: Final = 140
_BIRTHS: Final = compiled(
    "(?<![a-z])(?:dates (?:de nais|of birth)|birth ?da(?:te|y)s|ddns|dobs"
    "|date de naissance (?:des|de chaque)|date of birth of each)"
)
#: When it began that they live here, not what these dates are.
_SINCE: Final = compiled("(?<![a-z])(?:depuis|since) (?=[a-z0-9])")
_WORD: Final = compiled("[a-z]+")
_STOP: Final = compiled("[.!?\n]")
#: What leads from a family to the name of somebody in it.
_LEADING: Final = frozenset(
    """il elle ils elles s agit de d du des le la les l un une ce c sont est voici soit they these those are is it my our his her
    mon ma mes notre nos son sa leur et and moi me him nom name nomme appelle called named m mme mr mrs ms se compose composee
    includes inclut consists made up of suivants suivantes following a charge inscrire enrol register th st nd rd er pour for
    aux to be the""".split()
)
_MONTHS: Final = frozenset(word[:3] for word in MONTH_WORDS)


def beside_names(page: Page) -> Iterator[Candidate]:
    """The dates of other years right behind a name: too little by themselves, enough where a family or births are spoken of."""
    flat = page.flat
    for first, last, start in named(page.text):
        if not is_full_name(page.text[first:last]):
            continue
        dates = find_dates(flat[start : start + _LONGEST], page.today)
        if (
            not dates
            or dates[0].start
            or not dates[0].days
            or not all(page.today - day > RECENT for day in dates[0].days)
            or not _ENDS.match(page.lower, start + dates[0].end)
            or WROTE.match(flat, start + dates[0].end)
        ):
            continue
        if OTHER_EVENT.search(page.lower, max(0, first - _BEFORE), start):
            continue
        said = page.lower[max(0, first - _SENTENCES) : first]
        told = introduces(said) or _BIRTHS.search(said) is not None
        told = told and not tells_other(_SINCE.sub("", said))
        yield candidate(start, dates[0], 0.6 if told else 0.4, ("pattern", "layout:name"))


def introduces(said: str) -> bool:
    """Whether a family is spoken of, and nothing else after it before somebody's name: "mes enfants … Il s'agit de"."""
    if FAMILY.isdisjoint(_WORD.findall(said)):
        return False
    head, colon, tail = _STOP.split(said)[-1].rpartition(":")
    words = _WORD.findall(head if colon else tail)
    last = max((place for place, word in enumerate(words) if word in FAMILY), default=-1)
    return sum(not _leads(word) for word in words[last + 1 :]) <= bool(colon)


def _leads(word: str) -> bool:
    return word in _LEADING or word in FAMILY or len(word) < 3 or word[:3] in _MONTHS or is_name(word)
