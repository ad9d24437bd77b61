"""What introduces a name: a title, a cue, a relative, the closing of a letter or somebody who says who writes."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_around import (
    ALSO_NAMES,
    is_field,
    is_signed_off,
    presents_himself,
    signs_small,
    signs_with_initial,
)
from recognizers.person_cues import CLOSING, KIN_CUE, PAIR_CUE, POSTS, STRONG_CUE, TITLES
from recognizers.person_words import Word

_LONGEST_TITLE: Final = 18
_TITLE: Final = compiled(r"([a-z]+)\.?[ ]{1,2}$")
#: Of what a beauty is "Miss".
_CONTESTS: Final = words("america usa universe univers world monde canada quebec france")
_LINE_ENDS: Final = frozenset("\n >")
_FIGURES: Final = frozenset("0123456789")
#: Characters of the longest line that may be a signature, and what none holds.
_SIGNATURE: Final = 40
_NO_SIGNATURE: Final = compiled(r"[0-9@?:;]")
#: The end of a signature that is no single person's.
_TEAM: Final = compiled(
    r"(?<![a-z])(?:team|staff|crew|equipe|department|dept|service|committee|comite|camp|club)[ .!,]{0,3}$"
)


def introduced_by(page: Page, first: Word) -> str:
    """What introduces the name: "title", "cue", "kin", "pair", "closing", "self" or ""."""
    left = page.lower[max(0, first.start - 44) : first.start]
    near = left[-_LONGEST_TITLE:]
    if first.key in ALSO_NAMES and presents_himself(page, first, left):
        return "self"  # in "I'm Will" the "m" is no title
    word = _TITLE.search(near)
    if word and (
        (word[1] in TITLES and not (word[1] == "miss" and _is_missed(page, first, left)))
        or (
            word[1] == "m"
            and near[: word.start()].rstrip()[-1:] not in _FIGURES
            and (first.capital or (first.kind.surname and "." in word[0]))
        )
        or (word[1] == "me" and page.text[first.start - 3 : first.start] == "Me " and _is_maitre(page, first))
    ):
        return "title"
    if STRONG_CUE.search(left) or (is_field(page, first.start, left) and _fills_in(first)):
        return "cue"
    if KIN_CUE.search(left) or (word and word[1] in POSTS and first.capital and not first.acronym):
        return "kin"
    if first.opens and left[-1:] in _LINE_ENDS and CLOSING.search(left) and _is_alone(page, first):
        return "closing"
    if (
        is_signed_off(page, first, left)
        or signs_small(page, first, left)
        or signs_with_initial(page, first, left)
    ):
        return "closing"
    if presents_himself(page, first, left):
        return "self"
    return "pair" if not (first.capital or first.kind.known) and PAIR_CUE.search(left) else ""


def _fills_in(first: Word) -> bool:
    """Whether the word may fill in a field that has no colon."""
    return first.capital or (first.kind.known and not first.kind.also_word)


def _is_missed(page: Page, first: Word, left: str) -> bool:
    """Whether "miss" is the verb, or the title of a country's beauty: "going to miss Australia", "Miss Texas"."""
    small = page.text[first.start - len(left) : first.start].rstrip().endswith("miss")
    return (small and first.capital) or first.key in _CONTESTS


def _is_maitre(page: Page, first: Word) -> bool:
    """Whether "Me" before the word is a lawyer's title and not the English word: "Ask Me Anything"."""
    before = page.text[max(0, first.start - 10) : first.start - 3].rstrip().split(" ")[-1]
    return first.capital and not first.kind.everyday and (before[:1].islower() or not before[-1:].isalpha())


def _is_alone(page: Page, first: Word) -> bool:
    """Whether the line that begins with the word is as short as a signature and holds no sentence."""
    end = page.text.find("\n", first.start)
    line = page.text[first.start : end if end >= 0 else first.start + _SIGNATURE + 1].strip()
    if len(line) > _SIGNATURE or len(line.split()) > 4 or _NO_SIGNATURE.search(line):
        return False
    return _TEAM.search(page.lower, first.start, end if end >= 0 else len(page.lower)) is None
