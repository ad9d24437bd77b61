"""Everyday words where a number of a NAM's form would be: "permis 111667-9", "Dose 20270103", "code QUIL 1165 1406"."""

from __future__ import annotations

from typing import Final

from recognizers.everyday import is_everyday
from recognizers.nam_cues import NamCues
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_prefixes import is_word
from recognizers.nam_things import OTHER_LABEL
from recognizers.nam_token import Token
from recognizers.page import Page
from recognizers.patterns import compiled

#: A whole date in figures behind a word, and perhaps another: "when le 20060615".
_A_DAY: Final = compiled(
    r"[ :.,]{0,3}(?:[a-z]{2,4} )?(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)
#: Letters of which some would be figures.
_LONGER_WORD: Final = compiled("[a-z]{5,}")
_FORMAT: Final = compiled("[admjy]{5,8}")
#: Four letters where the first figures would be, not all of them like 0 and 1: "code QUIL 1165 1406".
_NO_FIGURES: Final = compiled("[a-z]{4}[ :]{1,2}(?![oil]{4})[a-z]{4}(?![a-z])")


def is_longer_word(page: Page, token: Token, cues: NamCues) -> bool:
    """Whether letters of an everyday word would be figures ("permis 111667-9"), or figures the four letters.

    Not where capitals that the check digit confirms stand right behind a label: "RAMQ : PARIS5120410".
    """
    letters = page.text[token.start : token.start + NAME_LENGTH]
    if not token.substitutions or letters.isdigit():
        return token.substitutions > 0
    if is_word(token.compact) and _NO_FIGURES.match(page.lower, token.start):
        return True
    word = _LONGER_WORD.match(page.lower, token.start, token.end)
    if word is None or not _is_no_name(word[0]):
        return False
    confirmed = token.reading is not None and bool(token.reading.confirmed)
    return not (letters.isupper() and confirmed and cues.is_right_behind(token.start))


def is_word_before(page: Page, token: Token, cues: NamCues) -> bool:
    """Whether an everyday word in small letters stands before other figures: a day's, or such as no check digit confirms.

    "… ma carte. Dose 20270103", "my card never came, home 9298 8682"; not right behind a label or under it: "NAM : bois 8462 …".
    """
    letters = page.text[token.start : token.start + NAME_LENGTH]
    if letters[1:].isupper() or not is_everyday(letters.lower()):
        return False
    if _A_DAY.fullmatch(page.lower, token.start + NAME_LENGTH, token.end):
        return True
    return not (
        (token.reading and token.reading.confirmed)
        or cues.is_right_behind(token.start)
        or cues.answers(token.start)
        or cues.heads(token.start, token.end)
    )


def _is_no_name(word: str) -> bool:
    """Whether a word is an everyday one, labels another kind of number, or says how a date is written."""
    return is_everyday(word) or OTHER_LABEL.fullmatch(word) is not None or _FORMAT.fullmatch(word) is not None
