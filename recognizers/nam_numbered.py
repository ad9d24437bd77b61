"""A number of a NAM's form that the noun right before says to be its own: "fauteuil no GAGM…", "bot ID ROYL…".

Whatever the noun is: one that names no person, no card, nothing of care and nothing that is told of people has its number.
"""

from __future__ import annotations

from typing import Final

from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_nouns import EVENT, WORD, is_listed, is_thing
from recognizers.nam_things import NO_THING, REACH
from recognizers.page import Page
from recognizers.patterns import compiled

_NUMBERED: Final = compiled(
    r"(?<![a-z'@.-])(?P<noun>[a-z]{3,20}) (?:(?:no|num|numero|id|ident|serial|tag)(?![a-z])[.:]{0,2}|n\^|#) ?[:=#]? ?\Z"
)
#: How nouns end of people who do something, or are in a state, and adjectives: "prestataire", "detenu", "provincial".
_NO_THINGS_END: Final = compiled(
    r"[a-z]+(?:aires?|eure?s?|euses?|trices?|ants?|antes?|ees?|ers?|ors?|istes?|ists?|iens?|iennes?|ains?|aines?|us?|ues?|es?[ae]rs?"
    r"|als?|ales?|ials?|els?|elles?|ics?|iques?|ifs?|ives?|ous|eux|ary|ables?|ed|ly)"
)


def is_numbered_thing(page: Page, start: int, code: str) -> bool:
    """Whether the `code` at `start`, in capitals and without a gap, is the number that the noun right before says it has.

    Nobody's whose surname, as the letters begin, stands near before it.
    """
    lower, first = page.lower, max(0, start - REACH)
    found = _NUMBERED.search(lower, first, start)
    if found is None:
        return False
    noun, letters = found["noun"], code[: NAME_LENGTH - 1]
    if any(word.startswith(letters) for word in WORD.findall(lower, max(0, first - REACH), found.start())):
        return False
    if is_listed(noun):
        return True
    return (
        noun not in NO_THING
        and is_thing(noun, told=True)
        and not EVENT.match(noun)
        and not _NO_THINGS_END.fullmatch(noun)
    )
