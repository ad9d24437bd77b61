"""Codes that have a NAM's form, where no label says NAM: cut out of a longer one, one of a series, a numbered noun, dated.

"QTRW-0811-2543-VV3T", "PHYS 1204 0930, CHEM 2011 1130", "bail 71602882", "PLAN24022611".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from recognizers.cues import vocabulary
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import words_at
from recognizers.nam_labels import DOUBTFUL
from recognizers.nam_letters import NAME_LENGTH, SHORT_LABELS
from recognizers.nam_number import FORM, read_nam
from recognizers.nam_prefixes import may_be_of_late
from recognizers.nam_things import (
    OF_A_CARD,
    begins_surname,
    is_nobodys,
    is_things,
    names_something,
    shortens_word,
)
from recognizers.nam_token import Token
from recognizers.page import Page
from recognizers.patterns import compiled

#: More of a code behind a hyphen, or before one.
_CODE_BEHIND: Final = compiled(
    "-(?:[a-z0-9]{4}-|[a-z]{2}(?![a-z])|(?![a-z]{4}|[0-9]{4}|(?:exp|rev|pag|ver|vol)[0-9])[a-z0-9]{4}(?![a-z0-9]))"
)
_CODE_BEFORE: Final = compiled(r"(?<![a-z0-9])(?!(?:ramq|nam|hin|card|no|num|id|qc)-)([a-z0-9]{2,4})-\Z")
_CODE_REACH: Final = 6
_JOINED: Final = compiled(r"(?<![a-z])([a-z]{3,20})-\Z")
_WORD_REACH: Final = 22
#: Numbers of its form around one that nothing calls a NAM, how far, and how many that are none make it a code like them.
CODE: Final = compiled(f"(?<![a-z0-9]){FORM}")
#: Its figures, behind four letters, in a shape: those are looked for faster than letters, which all words have.
_FIGURES: Final = re.compile(b"0000(?:(?<=[aux]{4}0000)|(?<=[aux]{4} 0000))(?= ?0000(?!0))")
_GAP: Final = ord(" ")
#: "TREM 0412 1925": so long it is at most.
_LONGEST: Final = 14
_ALIKE_REACH: Final = 48
_CODES: Final = 2
_GAPS: Final = compiled("[ -]")
#: So far around it others with the same letters make a series; a code is dated of these years, as an infant's number is, or
#: that of somebody who is a hundred.
SERIES_REACH: Final = 240
_OF_LATE: Final = 3
_CENTURY: Final = 100
_MONTH: Final = slice(6, 8)
_DECEMBER: Final = 12
#: Infants, and what is told of them: their numbers have days of late.
_INFANTS: Final = vocabulary(
    """
    bebe bebes baby babies enfant enfants child children kid kids fils son garcon boy newborn nourrisson
    poupon jumeaux twins petit accouche accouchement birth born naissance ne pediatre pediatrician fievre
    fever vaccin vaccine vaccins vaccines
    """.split()
)
#: "Le numéro est le …", on a page that speaks of a card.
_GIVES_IT: Final = compiled(
    r"(?<![a-z])(?:numero|number|no|num|carte|card|c'est|est|is)(?: (?:est|is))?(?: le)?[ :]{1,3}\Z"
)
_GIVES_REACH: Final = 26


class Code(NamedTuple):
    """A number of a NAM's form: where it stands, in small letters without gaps, and whether its check digit is right."""

    start: int
    end: int
    written: str
    right: bool


def _codes(page: Page) -> Iterator[Code]:
    """Every number of a NAM's form on a page, in order."""
    for figures in _FIGURES.finditer(page.shape):
        end = figures.start()
        end -= page.shape[end - 1] == _GAP
        if not (one := CODE.match(page.lower, end - NAME_LENGTH)):
            continue
        written = _GAPS.sub("", one[0])
        reading = read_nam(written.upper(), page.today)
        yield Code(one.start(), one.end(), written, reading is not None and bool(reading.confirmed))


#: Codes go by where they begin.
_begin: Final = itemgetter(0)


def codes_near(page: Page, start: int, end: int) -> list[Code]:
    """The numbers of a NAM's form around page.lower[start:end], itself among them. Linear: a fixed reach."""
    codes = page.once(_codes)
    first = bisect_left(codes, start - SERIES_REACH, key=_begin)
    last = bisect_right(codes, end + SERIES_REACH, first, key=_begin)
    return [one for one in codes[first:last] if one.end <= end + SERIES_REACH]


def _behind_nouns(page: Page) -> Iterator[int]:
    """Where those begin that stand right behind a thing's noun, in order."""
    return (one.start for one in page.once(_codes) if is_things(page.lower, 0, one.start))


def is_behind_noun(page: Page, start: int) -> bool:
    """Whether a thing's noun stands right before the number of a NAM's form at `start`."""
    behind = page.once(_behind_nouns)
    at = bisect_left(behind, start)
    return at < len(behind) and behind[at] == start


def is_right(page: Page, start: int) -> bool:
    """Whether the check digit of the number of a NAM's form at `start` is right."""
    return any(one.start == start and one.right for one in codes_near(page, start, start + _LONGEST))


def series(page: Page, start: int, end: int, letters: str) -> list[Code]:
    """Those of them that begin with `letters`."""
    return [one for one in codes_near(page, start, end) if one.written.startswith(letters)]


def code_in_capitals(page: Page, start: int) -> str:
    """The number of a NAM's form that begins at `start` with four capitals, as it is written; empty where none does."""
    code = CODE.match(page.lower, start)
    return code[0] if code and page.text[start : start + NAME_LENGTH].isupper() else ""


def is_cut_out(page: Page, token: Token) -> bool:
    """Whether hyphens join it, with hyphens of its own, to more of a code: "QTRW-0811-2543-VV3T", "xK9-QBEC-0412-1933"."""
    if _is_of_compound(page, token.start):
        return True
    if "-" not in page.lower[token.start : token.end]:
        return False
    before = _CODE_BEFORE.search(page.lower, token.start - _CODE_REACH, token.start)
    return _CODE_BEHIND.match(page.lower, token.end) is not None or (
        before is not None
        and not is_name(before[1])
        and not is_everyday(before[1])
        and before[1] not in SHORT_LABELS
    )


def _is_of_compound(page: Page, start: int) -> bool:
    """Whether the letters at `start` are a word that a hyphen joins to an everyday one: "l'Hôtel-Dieu, 1755-1812"."""
    if page.text[start : start + NAME_LENGTH].isupper():
        return False
    letters = page.lower[start : start + NAME_LENGTH]
    if not (is_everyday(letters) or is_nobodys(letters)):
        return False
    joined = _JOINED.search(page.lower, start - _WORD_REACH, start)
    return joined is not None and names_something(joined[1]) and joined[1] not in OF_A_CARD


def is_of_codes(page: Page, token: Token) -> bool:
    """Whether numbers of its form around it have no right check digit: "PHYS 1204 0930, CHEM 2011 1130, BIOL 3005 1330".

    Those with the same letters may stand further away: "STAT 2406 1215 …", in a log. Those with the same month as well, of
    no year of late, are somebody's own, mistyped; those behind a thing's noun are no codes like somebody's: "TREM 0412 1925,
    lot ROTA26082465".
    """
    letters, own = token.compact[:NAME_LENGTH].lower(), token.compact[: _MONTH.stop].lower()
    mistyped = not may_be_of_late(page, token.compact)
    surname = begins_surname(letters)
    first, last = token.start - _ALIKE_REACH, token.end + _ALIKE_REACH
    wrong = [
        one
        for one in codes_near(page, token.start, token.end)
        if not one.right
        and (one.written.startswith(letters) or (first <= one.start and one.end <= last))
        and not (mistyped and one.written.startswith(own))
        and not (surname and is_behind_noun(page, one.start))
    ]
    return len(wrong) >= _CODES


def is_numbered_word(page: Page, token: Token) -> bool:
    """Whether an everyday noun in small letters stands before eight figures written together: "bail 71602882", "bail71602882"."""
    written = page.text[token.start : token.end]
    return (
        written[:NAME_LENGTH].islower()
        and written[NAME_LENGTH + 1 :].isdecimal()
        and names_something(token.compact[:NAME_LENGTH].lower())
    )


def is_dated_code(page: Page, token: Token) -> bool:
    """Whether letters that shorten an everyday word stand before a day of late, or before other figures, too: "PLAN24022611".

    Numbers of one family differ in the fourth letter, most of them.
    """
    letters, month = token.compact[:4].lower(), token.compact[_MONTH]
    if not month.isdigit() or int(month) > _DECEMBER:  # a woman's
        return False
    if words_at(_INFANTS & page.words, page.flat) or _is_given(page, token):
        return False
    alike = {one.written for one in series(page, token.start, token.end, letters)}
    several = len(alike) >= _CODES and not begins_surname(letters)
    recent = page.today.year - _OF_LATE
    days = token.reading.confirmed if token.reading else frozenset()
    return several or (
        shortens_word(letters)
        and any(recent <= year <= page.today.year for day in days for year in (day.year, day.year + _CENTURY))
    )


def _is_given(page: Page, token: Token) -> bool:
    """Whether it is given as a number, on a page that speaks of a card: "sa carte est perdue. Numéro …"."""
    return (
        page.gates & DOUBTFUL != 0
        and _GIVES_IT.search(page.lower, token.start - _GIVES_REACH, token.start) is not None
    )
