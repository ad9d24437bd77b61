"""Numbers of a NAM's form that no rule names and the words around tell of a thing all the same: "Membership at the gym, GYMS …".

Asked of those only that no label, no name and no date of birth vouches for; what is very likely a thing's is put aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Final

from recognizers.context import Model, likelihood, model_of
from recognizers.dates import find_dates
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import straighten
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_nouns import NUMBER, PERSONS, is_listed
from recognizers.nam_number import FORM
from recognizers.nam_rows import CODES_KEYS, key_before
from recognizers.nam_things import (
    OF_A_CARD,
    SAYS_NOTHING,
    THE_CARD,
    begins_surname,
    is_nobodys,
    shortens_word,
)
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: So likely a number is taken for a thing's; and where a name or a card is near it.
ENOUGH: Final = 0.93
_SURE: Final = 0.998
#: Somebody is spoken of in the number's sentence.
SOMEBODY: Final = compiled(rf"(?<![a-z])(?:{'|'.join(sorted(PERSONS))})(?![a-z])")
_SURNAME: Final = NAME_LENGTH - 1
#: So far around it names, a birth date and words that its letters shorten are looked for, and the noun that it stands behind.
_REACH: Final = 200
_NEAR: Final = 60
_WORD: Final = compiled(r"[a-z]+(?:['-][a-z]+)*")
_SENTENCE: Final = compiled(r"[.!?]\s|\n")
_ANOTHER: Final = compiled(FORM)
_PART: Final = compiled("[a-z]+")
#: Without any such word around it a number is told by nothing.
_SAID: Final = compiled("[a-z]{3}")
#: In groups as on the card.
_GROUPED: Final = compiled("[a-z]{4} [0-9]{4} [0-9]{4}(?![0-9])")
#: What speaks for somebody's number whatever the words around, and what asks that they leave no doubt.
_VOUCHED: Final = frozenset(("birth", "named", "behind-person", "of-card"))
_HINTED: Final = frozenset(("surname", "given", "card"))
_CUED_HINTS: Final = _HINTED - {"card"}


def is_likely_things(
    page: Page, start: int, end: int, births: frozenset[date], *, cued: bool = False
) -> bool:
    """Whether the words around page.lower[start:end], which nothing vouches for, make it a thing's.

    Where it is `cued`, words for a card stand near it, and say nothing more.
    """
    if not (
        _SAID.search(page.lower, max(0, start - _REACH), start) or _SAID.search(page.lower, end, end + _REACH)
    ):
        return False
    own_words = _own_words(page.lower, start)
    if not THE_CARD.isdisjoint(own_words):
        return False
    own = _own_traits(page, start, end, own_words)
    # Most are settled here: what is still looked for vouches for somebody's number, or counts for a thing's no more than this.
    most = (*own, *_for_things())
    if not _VOUCHED.isdisjoint(own) or likelihood(_model(), page.lower, start, end, most) < ENOUGH:
        return False
    traits = (*own, *_hints(page, start, end, births, own_words))
    if not _VOUCHED.isdisjoint(traits):
        return False
    enough = ENOUGH if (_CUED_HINTS if cued else _HINTED).isdisjoint(traits) else _SURE
    return likelihood(_model(), page.lower, start, end, traits) >= enough


def traits_of(page: Page, start: int, end: int, births: frozenset[date]) -> tuple[str, ...]:
    """What is known of a number of a NAM's form beside the words around it: its letters, and whose they may be."""
    own_words = _own_words(page.lower, start)
    return (*_own_traits(page, start, end, own_words), *_hints(page, start, end, births, own_words))


def _own_traits(page: Page, start: int, end: int, own_words: list[str]) -> list[str]:
    """What its letters, its form and the words right beside it say, `own_words` those of its sentence before it."""
    letters = page.lower[start : start + NAME_LENGTH]
    traits = [f"letters-{_kind(letters)}", f"behind-{_noun_before(own_words)}"]
    if _GROUPED.match(page.lower, start):
        traits.append("grouped")
    if key := key_before(page.lower, start):
        traits.append(f"key-{_kind_of_key(key)}")
    if shortened := _shortened(_WORD.findall(page.lower, start - _NEAR, start), letters):
        traits.append(f"before-{shortened}")
    if shortened := _shortened(_WORD.findall(page.lower, end, end + _NEAR), letters):
        traits.append(f"after-{shortened}")
    return traits


def _hints(page: Page, start: int, end: int, births: frozenset[date], own_words: list[str]) -> Iterator[str]:
    """What speaks for somebody's number: a name near it that its letters are of, a card, a date of birth."""
    letters = page.lower[start : start + NAME_LENGTH]
    before = _WORD.findall(page.lower, start - _REACH, start)
    after = _WORD.findall(page.lower, end, end + _REACH)
    surnames = {word for word in (*before, *after) if _is_surname(word, letters)}
    if surnames and (_fits_a_name(before, letters, surnames) or _fits_a_name(after, letters, surnames)):
        yield "named"
    elif any(map(_is_name, surnames)):
        yield "surname"
    elif any(
        _is_given(word)
        for near in ((start - _NEAR, start), (end, end + _NEAR))
        for word in _WORD.findall(page.lower, *near)
        if word[0] == letters[_SURNAME]
    ):
        yield "given"
    if not THE_CARD.isdisjoint(own_words):
        yield "of-card"
    elif not THE_CARD.isdisjoint((*before, *after)):
        yield "card"
    if _tells_birth(page, start, end, births):
        yield "birth"


@cache
def _for_things() -> tuple[str, ...]:
    """Those of the hints that count for a thing's number."""
    return tuple(sorted(hint for hint in _HINTED if _model().traits.get(hint, 0) > 0))


def _kind(letters: str) -> str:
    """Whether the letters are a word, shorten one, and begin somebody's name."""
    word = "word" if is_everyday(letters) else "short" if shortens_word(letters) else "letters"
    name = "surname" if begins_surname(letters) else "nobody" if is_nobodys(letters) else "rare"
    return f"{word}-{name}"


def _noun_before(own_words: list[str]) -> str:
    """What kind of word the number stands behind in its sentence, those that say nothing of it left out."""
    numbered = False
    for written in reversed(own_words):
        word = written.rpartition("'")[2]
        if word in THE_CARD:
            return "card"
        if word in PERSONS:
            return "person"
        if is_listed(word):
            return "thing"
        if word in OF_A_CARD:
            return "care"
        numbered |= word in NUMBER
        if word not in NUMBER and word not in SAYS_NOTHING:
            kind = "name" if _is_name(word) else "word" if is_everyday(word) else "unknown"
            return f"{kind}-number" if numbered else kind
    return "number" if numbered else "nothing"


def _kind_of_key(key: str) -> str:
    """Whose the value is that a machine's key names: a person's, a card's, a thing's or anything's."""
    parts = frozenset(_PART.findall(key))
    if not THE_CARD.isdisjoint(parts):
        return "card"
    if not PERSONS.isdisjoint(parts):
        return "person"
    return "thing" if any(map(is_listed, parts)) or not CODES_KEYS.isdisjoint(parts) else "other"


def _own_words(lower: str, start: int) -> list[str]:
    """The words of a number's sentence that stand near before it, behind any other person's number or thing's code."""
    sentence = _SENTENCE.split(lower[max(0, start - _NEAR) : start])[-1]
    letters = lower[start : start + NAME_LENGTH]
    others = [found.end() for found in _ANOTHER.finditer(sentence) if found[0][:NAME_LENGTH] != letters]
    return _WORD.findall(sentence, others[-1] if others else 0)


def _shortened(words: list[str], letters: str) -> str:
    """How many of the letters begin a word that is nobody's name: all of them, or but three; empty where none does."""
    nouns = [word for word in words if word.startswith(letters[:_SURNAME]) and is_everyday(word)]
    return "four" if any(word.startswith(letters) for word in nouns) else "three" if nouns else ""


def _fits_a_name(words: list[str], letters: str, surnames: Set[str]) -> bool:
    """Whether a given name with the last of the letters stands beside one of the `surnames` among the words."""
    beside = [
        given
        for first, last in pairwise(words)
        for given, surname in ((first, last), (last, first))
        if surname in surnames and given[0] == letters[_SURNAME]
    ]
    return any(map(_is_name, beside))


def _is_name(word: str) -> bool:
    return is_name(word.partition("-")[0])


def _is_given(word: str) -> bool:
    return _is_name(word) and word not in words_in("everyday")


def _is_surname(word: str, letters: str) -> bool:
    if word[0] != letters[0]:
        return False
    written = word.replace("'", "").replace("-", "")
    return written.startswith(letters[:_SURNAME]) and not is_everyday(word)


def _tells_birth(page: Page, start: int, end: int, births: frozenset[date]) -> bool:
    """Whether a date near the number is the one inside it."""
    around = f"{page.flat[max(0, start - _REACH) : start]} {page.flat[end : end + _REACH]}"
    return any(not births.isdisjoint(one.days) for one in find_dates(straighten(around), page.today))


@cache
def _model() -> Model:
    return model_of("nam-context", SOMEBODY, ENOUGH, wide=False)
