"""A NAM behind its label whose parts words, marks or asides part: "premier bloc TREM, deuxième bloc 0412, troisième bloc 1925".

Also its figures before its letters ("0412 1925, lettres TREM"), and figures said in pairs. Only what the check digit confirms
is a number here, and only where a label announces one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.linked import PART_WORD
from recognizers.nam_letters import DATE_WORDS, WRITTEN_DATE, are_words, is_date_in_parts
from recognizers.nam_token import Token, best_token
from recognizers.page import Page
from recognizers.patterns import compiled

#: The number of a part: "2)", "ligne 2", "b)".
_PART: Final = (
    r"(?<![0-9a-z])(?:(?:bloc|block|partie|part|ligne|line|section|groupe|group|champ|field|case|box) ?[1-4](?![0-9])"
    r"|[1-4](?:er|re|e|eme|ieme|st|nd|rd|th)(?![a-z])|[1-4a-d][).:](?= ))"
)
_MARKS: Final = r"[ ,.;:=/()\[\]\"'\n>-]"
#: What may stand between two figures, and more between the letters and the figures: who is meant, in brackets.
_BETWEEN: Final = rf"{_MARKS}{{0,4}}+(?:(?:{_PART}|{PART_WORD}(?![a-z])){_MARKS}{{1,4}}+){{0,5}}+"
_LETTERS_GAP: Final = rf"(?: ?\([a-z][a-z ,;.'-]{{2,40}}\))?{_BETWEEN}"
_LETTERS: Final = r"(?<![a-z0-9])([a-z](?:[ .,-]{0,2}[a-z]){3})(?![a-z])"
_FIGURES: Final = rf"([0-9](?:{_BETWEEN}[0-9]){{5}}{_BETWEEN}[1-9a-hj-np-z]{_BETWEEN}[0-9])(?![a-z0-9])"
_PARTED: Final = compiled(rf"{_LETTERS}{_LETTERS_GAP}{_FIGURES}")
#: The figures first: "0412 1925, lettres TREM", "… and the letters in front are TREM".
_LEADS: Final = (
    r"(?:et|and|with|avec|les?|the|lettres?|letters?|prefixe?|in|front|devant|avant|before|are|sont|is|est|precede(?:e?s?|d)|de|des"
    r"|of|by|par|apres|after|behind|derriere|suivent|suit|follow|follows|debut|beginning|start|au|at|it|ca|commence|begins|starts|quatre|four|4)"
)
_FIGURES_FIRST: Final = compiled(
    r"(?<![a-z0-9])(?<![0-9][ .-])([0-9]{4}[ -]?[0-9]{2}[1-9a-hj-np-z][0-9])[ ,;:()\n.-]{1,4}"
    rf"(?:{_LEADS}[ :,;=\n\"'-]{{1,3}}+){{0,8}}+([a-z]{{4}})(?![a-z0-9])"
)
#: "TREM@0412@1925": the same mark twice.
_MARKED: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})([#^@$%&!])([0-9]{4})\2([0-9]{2}[1-9a-hj-np-z][0-9])(?![a-z0-9#])"
)
#: "TREM041219252705": until when the card is valid sticks to the number.
_WITH_EXPIRY: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})[ -]?([0-9]{4}[ -]?[0-9]{2}[1-9a-hj-np-z][0-9])"
    r"(?=(?:exp(?:ire)?[.:]?)?(?:(?:20)?[2-4][0-9][-/]?(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-/]?(?:20)?[2-4][0-9])(?![0-9a-z]))"
)
#: "TREM puis O412 puis 1925", "TREM. Les chiffres : 04I2 1925": words stand between, and letters for some of the figures.
_NEXT_WORD: Final = (
    r"(?:et puis|and then|puis|pis|then|ensuite|et|and|suivie?s? (?:de|par|des)|followed by|les|the|ces"
    r"|(?:8 |huit |eight )?(?:chiffres|digits|numbers|numeros|figures))"
)
_FOUR: Final = r"((?=[a-z]{0,2}[0-9][a-z]{0,2}[0-9])[0-9a-z]{4})"
_THEN: Final = compiled(
    rf"(?<![a-z0-9])([a-z]{{4}})[ ,.;:]{{1,3}}(?:{_NEXT_WORD}[ ,;:]{{1,3}}){{1,3}}+{_FOUR}"
    rf"[ ,;-]{{1,3}}(?:{_NEXT_WORD}[ ,;:]{{1,3}}){{0,2}}+{_FOUR}(?![a-z0-9])"
)
#: So many figures a NAM has.
_COUNT: Final = 8
#: What is no character of the number: words, marks, and the numbers of parts.
_NO_FIGURE: Final = compiled(rf"{_PART}|[a-z]{{2,}}|[^a-z0-9]")


def parted(page: Page, begin: int, end: int) -> Iterator[Token]:
    """The numbers in page.lower[begin:end], behind a label, whose parts stand apart."""
    lower = page.lower
    yield from parted_by_words(page, begin, end)
    for pattern in (_MARKED, _WITH_EXPIRY):
        if found := pattern.search(lower, begin, end):
            yield from _of_parts(page, found)
    if (
        (found := _FIGURES_FIRST.search(lower, begin, end))
        and page.text[found.start(2) : found.end(2)].isupper()
        and not WRITTEN_DATE.match(lower, found.start())
        and (token := _confirmed(page, found, found[2], found[1]))
    ):
        yield token


def parted_by_words(page: Page, begin: int, end: int) -> Iterator[Token]:
    """Those of them whose letters come first, with words or usual marks between the parts."""
    if found := _PARTED.search(page.lower, begin, end):
        yield from _of_parts(page, found)


def _of_parts(page: Page, found: re.Match[str]) -> Iterator[Token]:
    """The number with the letters and figures that are `found`, unless these are words or a date."""
    if (
        found[1] not in DATE_WORDS
        and not WRITTEN_DATE.match(page.lower, found.start(2))  # "mon NAM et le 13/05/1966"
        and not page.lower.endswith(found[1], found.end(1), found.start(2))  # "Part PART…"
        and not are_words(page, *found.span(1))
        and not is_date_in_parts(page.lower, *found.span(1), found.end())
    ):
        figures = "".join(_NO_FIGURE.sub("", part) for part in found.groups()[1:])
        if token := _confirmed(page, found, found[1], figures):
            yield token


def with_letters(page: Page, begin: int, end: int) -> Token | None:
    """The number in page.lower[begin:end] whose parts words link, with letters for some of its figures."""
    found = _THEN.search(page.lower, begin, end)
    if found is None or found[1] in DATE_WORDS or are_words(page, *found.span(1)):
        return None
    return _confirmed(page, found, found[1], found[2] + found[3])


def _confirmed(page: Page, found: re.Match[str], letters: str, figures: str) -> Token | None:
    """The number that is `found` there, if its check digit is right and its figures are eight."""
    if len(re.sub("[^a-z0-9]", "", figures)) != _COUNT:
        return None
    token = best_token(page, *found.span(), letters, figures)
    if not (token and token.reading and token.reading.confirmed):
        return None
    token.usual = False
    return token
