"""Words that the four letters of a number of a NAM's form shorten: "COMM 0412 1925, the commission's"."""

from __future__ import annotations

import re
from typing import Final

from recognizers.around import words
from recognizers.everyday import is_everyday, is_name
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_things import OF_A_CARD, REACH, SAYS_NOTHING, THE_CARD, begins_surname, line_before
from recognizers.patterns import compiled

#: A word that no figures follow: not the letters of a number before it, "TREM04121925_1.jpg, TREM04121925_2.jpg".
_WHOLE_WORD: Final = compiled(r"[a-z]+(?![a-z0-9]| [0-9]{4})")
#: What gives somebody's own number or card.
_GIVEN_AS_ONES: Final = compiled(
    r"(?<![a-z])(?:mon|my|son|sa|ma|his|her|leur|their|notre|our) (?:numero|number|no|carte|card)"
    r"(?: (?:est|is|c'est))?(?: le)?[ :]{0,3}\Z"
)
#: Words in capitals before figures that a sentence may take up, and where it says that what they begin stands.
_CODES_OWN: Final = words("code case file form item page memo ref")
_OWN_WORD: Final = compiled(
    r"(?<![a-z])(?:the|this|that|le|la|ce|cette) (code|case|file|form|item|page|memo|ref)"
    r" (?:(?:which|that|qui) (?:is|est|figure) )?(?:in|on|from|above|below|dans|de|en|sur|ci-dessus|au|a)"
    r" ?(?:the|l'|le|la|my|mon|ma)?"
    r" ?(?:subject|objet|title|titre|header|entete|line|ligne|attachment|link|lien|sujet|haut|top)(?![a-z])"
)
_OWN_REACH: Final = 400
#: A word near a number, and how near.
_NEAR_WORD: Final = compiled(r"(?<![a-z])[a-z]{4,}")
_WORD_REACH: Final = 90
#: What stands right before a noun, listed or not.
_ARTICLE: Final = compiled(
    r"(?<![a-z])(?:les? |la |l'|une? |du |des |aux? |the |an? |my |y?our |mon |ma |mes |son |sa |ses |notre |votre |vos )\Z"
)
_ARTICLE_REACH: Final = 7
#: A noun behind a number, in small letters, that its letters may shorten, and how far behind.
_NOUN_BEHIND: Final = compiled(r"(?<![A-Za-z'@.-])([a-z]{4})[a-z]{3,14}(?![A-Za-z@.-]|'[a-z])")
_BEHIND_REACH: Final = 100
#: A caption has so many words.
_CAPTION: Final = 3
_WORD: Final = compiled("[a-z]+")
#: So many words before it are looked at.
_WORDS: Final = 3
#: A letter twice, and what is left out of a word that is shortened.
_TWICE: Final = compiled(r"([a-z])\1")
_VOWELS: Final = compiled("[aeiouy]")


def is_captioned(lower: str, start: int, prefix: str) -> bool:
    """Whether everyday words that name no person are all that stands before lower[start:] on its line: "Terrain LOTS…".

    Letters that begin a common surname are somebody's whatever the caption: "Remboursement TREM…".
    """
    if begins_surname(prefix):
        return False
    line = line_before(lower, 0, start)
    found = [word[0] for word in _WORD.finditer(line)]
    if not 0 < len(found) <= _CAPTION or len(line) >= REACH or not OF_A_CARD.isdisjoint(found):
        return False
    return found[-1] not in SAYS_NOTHING and all(word in SAYS_NOTHING or is_everyday(word) for word in found)


def is_shortened(lower: str, start: int) -> bool:
    """Whether the four letters at lower[start:] shorten a thing's noun before them on their line.

    Not where a given name with the last of them stands there, too: "Xhemajli, Marie XHEM…", or that letter alone behind the
    noun: "Tremb-M … TREM…", "LeclercL … LECL…".
    """
    prefix = lower[start : start + 4]
    line = line_before(lower, 0, start)
    words_before = [word for word in _WHOLE_WORD.findall(line) if len(word) > 1][-_WORDS:]
    return any(
        word[0] == prefix[0]
        and (word.startswith(prefix) or _TWICE.sub(r"\1", word).startswith(prefix))
        and word not in SAYS_NOTHING
        and not is_name(word)
        and not (word[-1] == prefix[3] and is_name(word[:-1]))
        and f"{word}-{prefix[3]} " not in line
        and not any(one.startswith(prefix[3]) and one != word and is_name(one) for one in words_before)
        for word in words_before
    )


def is_shortened_behind(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins with four capitals that shorten a noun behind it: "VENT19072025 on the ventilators"."""
    prefix = text[start : start + 4]
    if not prefix.isupper() or not text[start + 4 : end].isdigit() or begins_surname(prefix.lower()):
        return False
    return any(
        noun[1] == prefix.lower() and not is_name(noun[0])
        for noun in _NOUN_BEHIND.finditer(text, end, end + _BEHIND_REACH)
    )


def shares_word(text: str, lower: str, start: int, end: int) -> bool:
    """Whether an everyday word in small letters near lower[start:end] begins with its letters: "boîte vocale, poste VOCA 4506 …".

    Not where a name with the first three of them stands there, too.
    """
    prefix = lower[start : start + 4]
    if begins_surname(prefix) or _GIVEN_AS_ONES.search(lower, start - REACH, start):
        return False
    shares = False
    for word in _NEAR_WORD.finditer(lower, start - _WORD_REACH, end + _WORD_REACH):
        if start <= word.start() < end or not word[0].startswith(prefix[:3]):
            continue
        if is_name(word[0]):
            return False
        shares = shares or (
            word[0].startswith(prefix)
            and text[word.start()].islower()
            and word[0] not in SAYS_NOTHING
            and word[0] not in OF_A_CARD
            and is_everyday(word[0])
        )
    return shares


def is_called_by_its_letters(text: str, lower: str, start: int) -> bool:
    """Whether four capitals that are a whole word before eight figures are what a sentence near says of it: "the code in the
    subject", "le code dans l'objet".
    """
    letters = text[start : start + NAME_LENGTH]
    if (
        not letters.isupper()
        or letters.lower() not in _CODES_OWN
        or not text[start + 4 : start + 12].isdigit()
    ):
        return False
    own = _OWN_WORD.finditer(lower, max(0, start - _OWN_REACH), start + _OWN_REACH)
    return any(said[1] == letters.lower() for said in own)


def shortens_noun(lower: str, start: int, end: int) -> bool:
    """Whether the letters at `start` are, or shorten, an everyday noun near lower[start:end]: "mon entente …, ENTN…".

    What the check digit does not confirm asks for no more. Not where a name with the first three of them stands there, too.
    """
    prefix = lower[start : start + 4]
    shortens: re.Match[str] | bool | None = False
    for word in _NEAR_WORD.finditer(lower, start - _WORD_REACH, end + _WORD_REACH):
        noun = word[0]
        if noun[0] != prefix[0] or start <= word.start() < end:
            continue
        if noun.startswith(prefix[:3]) and is_name(noun):
            return False
        shortens = shortens or (
            (noun.startswith(prefix) or _is_shortened_to(noun, prefix))
            and noun not in SAYS_NOTHING
            and noun not in THE_CARD
            and (
                is_everyday(noun)
                or _ARTICLE.search(lower, max(0, word.start() - _ARTICLE_REACH), word.start())
            )
        )
    return bool(shortens)


def _is_shortened_to(noun: str, prefix: str) -> bool:
    """Whether `prefix` begins a noun that is written with one letter for two, or without its vowels: "letr", "entn"."""
    single = _TWICE.sub(r"\1", noun)
    return single.startswith(prefix) or (single[0] + _VOWELS.sub("", single[1:])).startswith(prefix)
