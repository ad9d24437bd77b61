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
from recognizers.cues import gate, vocabulary
from recognizers.dates import dates_in
from recognizers.digits import ClusterLook
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import Answered, straighten, words_at
from recognizers.known_plain import NUMBERED
from recognizers.luhn import luhn
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_TWO: Final = vocabulary(("both", "deux"))
_CALENDAR: Final = vocabulary(("vevent",))
#: Closed on pages that speak of no two at once and hold no calendar's entry.
TWO: Final = gate(_TWO, stands=NUMBERED, after=24)
CALENDAR: Final = gate(_CALENDAR)
#: Nine figures in threes or together, by the shape of a page.
_NINE: Final = re.compile(rb"(?<!0)(?<!0[^0])(?:000[^0]000[^0]000|0{9})(?!0)")
_TO_DATE: Final = compiled(r" ?[,;/|-]{1,2} ?(?:(?:nee? |born )?(?:le |on |du )?)?")
#: Whose number it is: oneself, a pronoun, somebody of the family, and perhaps the label of the number.
_WHO: Final = compiled(
    r"(?:\A|[\n.;,(|] ?|(?<![a-z])(?:et|and|pis) )[> *-]{0,4}(?:(?:moi(?:-meme)?|lui|elle|him|her|me|myself|he|she|toi)"
    rf"|(?:mon|ma|my|notre|our|son|sa|his|her|l[ea]|the) (?:{KIN}|{BABY}|wife|husband|spouse|partner|mother|father"
    rf"|mom|mum|dad|sister"
    r"|brother)(?: [a-z'-]{2,16}){0,2})"
    r" ?[:=(,-]{1,2} ?(?:(?:(?:son|sa|mon|ma|his|her|my) )?(?:nas|sin|n\.a\.s\.?|s\.i\.n\.?) ?[:#=]? ?)?\Z"
)
#: Or somebody's names, behind which nothing else is told: "Roy, Luc ; 130692544 ; 1989-06-18".
_NAMED: Final = compiled(
    r"(?:\A|[\n.;:(|] ?)[ >*-]{0,4}(?:[0-9]{1,2}[.)] )?((?:[A-Z][A-Za-z'.-]+,? ){1,3}[A-Z][A-Za-z'.-]+) ?[-,;|\t(:]{1,2} ?"
    r"(?:(?i:nas|sin|n\.a\.s\.?|s\.i\.n\.?) ?[:#=]? ?)?\Z"
)
#: Behind the date its line, its bracket or its cell ends.
_ENDS: Final = compiled(r" ?(?:\r?\n|\Z|[,;)|]|\.(?![0-9]))")
#: Who has a number of his own was born before these years; most of them are grown up; and a child of whom two are told, some
#: time ago.
_YOUNGEST: Final = timedelta(days=8 * 365)
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
    r"(?! (?:de mariage|party|card|cake|gift|dinner|lunch|souper|du conge|des? (?:la |l'|le )?(?:ecole|bureau|equipe|travail)))"
)
_YEARLY: Final = "freq=yearly"


@ClusterLook
def holds_nine(around: bytes) -> bool:
    """Whether nine figures stand in threes or together in a shape."""
    return _NINE.search(around) is not None


def behind_number(page: Page, flat: str, nines: list[Answered]) -> Iterator[Candidate]:
    """The date behind nine figures with a SIN's check digit, where somebody is named or meant before them. Linear."""
    for first, last, _ in nines:
        nine = _NINE.search(page.shape, first, last + 2)
        if nine is None:
            continue
        start, end = nine.span()
        led = _TO_DATE.match(flat, end)
        if led is None or (least := _least_age(page, start)) is None:
            continue
        if not luhn("".join(_FIGURES.findall(flat, start, end))):
            continue
        written = date_at(page, flat, led.end(), _LONGEST)
        if (
            written
            and all(page.today - day > least for day in written.days)
            and _ENDS.match(page.lower, led.end() + written.end)
        ):
            yield candidate(led.end(), written, 0.6, ("pattern", "layout:person"))


def _least_age(page: Page, start: int) -> timedelta | None:
    """How old somebody is at least who is meant or named right before lower[start:]; None where nobody is."""
    if _WHO.search(page.lower[max(0, start - _BEFORE) : start]):
        return _YOUNGEST
    named = _NAMED.search(page.text[max(0, start - _BEFORE) : start])
    return _GROWN if named and is_full_name(named[1]) else None


def of_two(page: Page, flat: str) -> Iterator[Candidate]:
    """The date of two people who are named right before it: "Zoé and Luc Roy, both August 17, 2012"."""
    for at, _ in words_at(_TWO & page.words, flat):
        led = _BOTH.match(flat, at)
        names = _NAMES.search(page.text, max(0, at - _BEFORE), at)
        if (
            led is None
            or names is None
            or not (any(map(_is_given, names[1].split())) and _is_given(names[2]))
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
        if title is None or day is None or not _OF_A_BIRTH.search(title[1]):
            continue
        written = dates_in(page.today, straighten(flat[day.end() : day.end() + _LONGEST]))
        if (
            written
            and not written[0].start
            and written[0].days
            and (_YEARLY in entry[1] or all(page.today - one > _YOUNGEST for one in written[0].days))
        ):
            yield candidate(day.end(), written[0], 0.7, ("pattern", "cue:label"))
