"""A NAM whose parts words or marks link: "TREM puis 0412 puis 1925", "lettres: TREM chiffres: 04121925"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate
from recognizers.glance import year_and_month
from recognizers.letters_said import are_of_thing
from recognizers.linked import LINKS, PART_WORD, links
from recognizers.nam_cues import NamCues
from recognizers.nam_labels import DOUBTFUL
from recognizers.nam_letters import (
    DATE_WORDS,
    NAME_LENGTH,
    WRITTEN_DATE,
    are_words,
    is_cell,
    is_date_in_parts,
)
from recognizers.nam_token import Token, best_token
from recognizers.number_forms import GAP_CLASS
from recognizers.page import Page
from recognizers.patterns import compiled

_GAP: Final = rf"{GAP_CLASS}{{0,8}}"
#: What links the parts: marks alone, or words and marks.
_LINK_MARKS: Final = " \t\n\r\f\v:;,./=<>'\"()[]*|-"
_LINK: Final = rf"(?:[\s:;,./=<>'\"()\[\]*|-]|{PART_WORD}(?![a-z])){{1,20}}"
_AFTER_MONTH: Final = rf"(?:{_LINK})?([0-9]{{2}}){_GAP}([1-9a-hj-np-z][0-9])(?![a-z0-9])"
_LINK_WORDS: Final = compiled(_LINK)
#: The name, year and month, day, and the last two characters.
_LINKED: Final = compiled(rf"(?<![a-z0-9])([a-z]{{4}})(?![a-z]){_LINK}([0-9]{{4}}){_AFTER_MONTH}")
#: The figures of such a number, where they begin with year and month.
_LINKED_FIGURES: Final = compiled(rf"[0-9]{{4}}{_AFTER_MONTH}")
#: The first figures of a number are year and month.
_MONTH_FIGURES: Final = 4
#: The four letters stand so near before the figures if only marks link these.
_NAME_REACH: Final = 19
_A_LETTER: Final = compiled("[a-z]")
#: A number whose parts are linked by words begins this near to a word that may announce it.
_LINKED_REACH: Final = 70
#: No link of words is longer, with the letters before it or the figures after it.
_LINK_LENGTH: Final = 90
_LETTERS: Final = frozenset(("lettres", "letters"))
#: Closed on pages that do not speak of letters.
OF_LETTERS: Final = gate(_LETTERS)
#: How far a number reaches to the left and to the right of a word that links two parts of it.
_LEFT_OF_LINK: Final = 16
_RIGHT_OF_LINK: Final = 48


def all_linked(page: Page, cues: NamCues, *, announced: bool) -> list[re.Match[str]]:
    """Where the parts of what may be a number are linked: anywhere if a label announces one, else near what hints at it."""
    named = announced
    announced = announced or speaks_of_letters(page)
    if not (announced or page.gates & (DOUBTFUL | LINKS)):
        return []
    spots = page.once(linked_figures)
    if not spots:
        return []
    found: list[re.Match[str]] = []
    if announced:
        found += [
            one
            for one in _linked(page, spots, 0, len(page.lower))
            if named or not are_of_thing(page.lower, max(0, one.start() - _LINKED_REACH), one.start())
        ]
    elif cues.has_weak:
        for cue in cues.weak.cues:
            found += _linked(page, spots, cue.end, cue.end + _LINKED_REACH)
    if not named:
        for at in links(page.lower, page.words):
            found += _linked(page, spots, max(0, at - _LEFT_OF_LINK), at + _RIGHT_OF_LINK)
    return found


def speaks_of_letters(page: Page) -> bool:
    """Whether the page speaks of letters: "lettres : TREM"."""
    return page.gates & OF_LETTERS != 0 and not _LETTERS.isdisjoint(page.words)


def linked_figures(page: Page) -> list[int]:
    """Where the figures begin of what may be such a number."""
    return [at for at in year_and_month(page.lower, page.shape) if _LINKED_FIGURES.match(page.lower, at)]


def _linked(page: Page, spots: list[int], begin: int, end: int) -> Iterator[re.Match[str]]:
    """Where the parts of what may be a number are linked; `spots` are where the figures of one may begin."""
    position = begin
    for at in spots[bisect_left(spots, begin) : bisect_left(spots, end - _MONTH_FIGURES + 1)]:
        first = _name_before(page.lower, at) or max(0, at - _LINK_LENGTH)
        if found := _LINKED.search(page.lower, max(position, first), min(end, at + _LINK_LENGTH)):
            position = found.end()
            yield found


def _name_before(lower: str, at: int) -> int:
    """Where the four letters begin that stand right before the figures at `at`, if no words link them; else 0."""
    left = lower[max(0, at - _NAME_REACH) : at]
    before = left.rstrip(_LINK_MARKS)
    name = before[-NAME_LENGTH:]
    if not name.isalpha() or before[-NAME_LENGTH - 1 : -NAME_LENGTH].isalnum() or _LINK_WORDS.fullmatch(name):
        return 0
    return at - len(left) + len(before) - NAME_LENGTH


def is_worded(page: Page, found: re.Match[str]) -> bool:
    """Whether words link the parts of a number: such are read before a link is taken for letters."""
    between = page.lower[found.end(1) : found.start(2)] + page.lower[found.end(2) : found.start(3)]
    return _A_LETTER.search(between) is not None


def linked_token(page: Page, found: re.Match[str]) -> Token | None:
    """The number whose parts are linked there, if its check digit is right."""
    if (
        found[1] in DATE_WORDS
        or is_cell(page, found.start(1), found.end(1), found.start(2))
        or WRITTEN_DATE.match(page.lower, found.start(2))
        or page.lower.endswith(found[1], found.end(1), found.start(2))  # "Part PART…"
        or (is_worded(page, found) and are_words(page, *found.span(1)))
        or is_date_in_parts(page.lower, *found.span(1), found.end())
    ):
        return None
    token = best_token(page, found.start(), found.end(), found[1], found[2] + found[3] + found[4])
    if not (token and token.reading and token.reading.confirmed):
        return None
    token.usual = False
    return token
