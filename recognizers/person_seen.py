"""How far to believe the name finder, by lists, writing and company of what it saw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import left_of
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_cues import BRANDS, FIRMS, PLACE_AFTER, PLACE_BEFORE, PLACE_WORDS
from recognizers.person_places import PROVINCE_AFTER, SAINT, is_civic, is_trail, is_trailed
from recognizers.person_things import is_thing
from recognizers.person_words import Word

#: A surname alone after these names a thing: "le gouvernement Tremblay".
_NAMED_AFTER: Final = compiled(r"(?<![a-z])(?:gouvernement|reforme|plan|projet|fonds|the|act|bill) $")
#: A saint in person is written small and apart, a place of that name with a capital and a hyphen.
_SAINTLY: Final = compiled(r"(?<![A-Za-z])sainte? $")
#: A name finder less trusted than this is not believed about an unknown word that begins a sentence.
_GOOD: Final = 0.85
#: What towns end with, and hardly a name that no list knows.
_TOWN_ENDS: Final = ("ville", "burg", "shire", "town")
#: Within a sentence, where a capital is no accident.
_WITHIN: Final = compiled(r"[a-z],? $")
#: What stands before things and places, not before a person.
_ARTICLE_BEFORE: Final = compiled(
    r"(?<![a-z])(?:the|an|this|your|our|my|in|at|on|via|using|les?|la|une?|du|des|sur|dans|aux?|votre|notre|leurs?|cet?te?|en) $"
)


def weigh_seen(page: Page, start: int, end: int, names: Sequence[Word], trust: float) -> float:
    """How far to believe the name finder, which calls `names` at page.text[start:end] a person with `trust`."""
    score = _weigh_seen(page, start, end, names, trust)
    return 0.3 if score > 0.3 and is_thing(page, names) else score


def _weigh_seen(page: Page, start: int, end: int, names: Sequence[Word], trust: float) -> float:
    text = page.text[start:end]
    if any(char.isdigit() for char in text) or "\n" in text or "<" in text or "@" in text:
        return 0.0
    left = left_of(page, start, 40)
    saintly = _SAINTLY.search(page.text, start - 7, start) is not None
    if is_civic(page, start, left, end):
        return 0.0
    if (
        names[-1].key in PLACE_WORDS
        and names[-1].capital
        and not (names[-1].kind.surname and names[0].kind.sure)
    ):
        return 0.3
    if is_trail(names[0], left):
        return 0.3
    if (PLACE_BEFORE.search(left) and not saintly) or PLACE_AFTER.match(page.lower, end, end + 16):
        return 0.3
    if (
        names[-1].key in BRANDS
        or is_trailed(names)
        or all(word.key in FIRMS for word in names)
        or (len(names) == 1 and names[0].key.startswith(SAINT))
        or (len(names) == 1 and PROVINCE_AFTER.match(page.lower, end, end + 24))
    ):
        return 0.3
    if all(word.kind.never for word in names):
        return 0.1
    if not any(word.capital for word in names):
        return 0.6 if names[0].kind.given and not names[0].kind.everyday else 0.2
    if any(word.kind.never and not word.kind.known for word in names):
        return 0.4
    if len(names) > 1:
        doubtful = trust < _GOOD and names[0].opens and not any(word.kind.known for word in names)
        return 0.8 if names[-1].capital and not doubtful else 0.4
    return _weigh_one_seen(page, start, end, names[0], trust)


def _weigh_one_seen(page: Page, start: int, end: int, word: Word, trust: float) -> float:
    if _NAMED_AFTER.search(left_of(page, start, 20)):
        return 0.3
    if word.kind.everyday and not word.kind.known:
        left = left_of(page, start, 20)
        deliberate = (
            trust >= _GOOD and not word.acronym and _WITHIN.search(left) and not _ARTICLE_BEFORE.search(left)
        )
        return 0.5 if deliberate else 0.3
    if word.kind.sure:
        return 0.8 if word.kind.common else trust - 0.2
    if word.opens and (word.looks_verbal or trust < _GOOD):
        return 0.3
    if word.key.endswith(_TOWN_ENDS):
        return 0.3
    quoted = (
        page.text[max(0, start - 2) : start].rstrip()[-1:] == '"'
        and page.text[end : end + 2].lstrip()[:1] == '"'
    )
    if quoted or _ARTICLE_BEFORE.search(left_of(page, start, 12)):
        return 0.4
    return min(trust - 0.3, 0.55)
