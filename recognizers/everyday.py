"""Everyday words that are nobody's name: the lists are read when a doubtful number or date first asks for them."""

from __future__ import annotations

from typing import Final

from recognizers.name_lists import GIVEN, SURNAMES
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: Endings of long words that hardly a name has.
_ENDING: Final = compiled(
    r"[a-z]{3}(?:iques?|[st]ions?|ments?|[ae]nces?|aires?|ables?|euses?|[ts]eurs?|tures?|ing|ness)$"
)

_WORD: Final = compiled("[a-z][a-z'-]*")


def is_everyday(word: str) -> bool:
    """Whether a folded, lower-case word is an everyday one, in French or English, and no name."""
    if word in SURNAMES or word in GIVEN:
        return False
    everyday = words_in("everyday")
    return (
        word in everyday or (word[-1:] in "sxe" and word[:-1] in everyday) or _ENDING.search(word) is not None
    )


def is_name(word: str) -> bool:
    """Whether a folded, lower-case word is in a list of names, and more of a name than of an everyday word."""
    if word in SURNAMES or word in GIVEN:
        return True
    return (word in words_in("surnames") or word in words_in("given")) and not is_everyday(word)


def is_full_name(words: str) -> bool:
    """Whether folded words may be somebody's names: the first is in a list of names, none is everyday ("Total", "Sous-Total")."""
    names = _WORD.findall(words.lower())
    return (
        len(names) > 1
        and is_name(names[0].partition("-")[0])
        and not any(all(map(is_everyday, filter(None, name.split("-")))) for name in names)
    )
