"""What the words right before a bare number introduce: somebody's number, or a thing's ("Talon de paiement 130 692 544")."""

from __future__ import annotations

from typing import Final

from recognizers.everyday import is_everyday, is_name
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_next import is_unknown

#: Words and the marks behind them, up to the number.
_PHRASE: Final = compiled(
    r"((?:(?<![a-z])[a-z][a-z'-]*+[. /]{1,2}){0,5}(?<![a-z])[a-z][a-z'-]*+)[ .:>=#\"'(*-]{1,12}\Z"
)
#: A line that ends in "no", up to the number: "Soumission de l'entrepreneur : no 130 692 544".
_NUMBER: Final = compiled(r"([^\n.;!?]{3,60})(?<![a-z])n[o?^][ .:]{1,2}\Z")
#: The question that it stands under, be it quoted.
_QUESTION: Final = compiled(r"([^\n?!.;]{3,60})\?[ \"'>)?*]{0,4}\r?\n[> ]{0,4}\Z")
_REACH: Final = 80
_WORD: Final = compiled("[a-z]+")
#: What puts a number somewhere, or asks for one: whatever stands before, it is not what the number is.
_PUTS: Final = frozenset(
    """typed type tape tapee entre entree wrote ecrit ecrivait mis met put inscrit inscrivait saisi noted note used utilise
    gave donne had avait lu read one ones celui try essayer essaie""".split()
)


def is_introduced_as_another(page: Page, start: int) -> bool:
    """Whether the words right before lower[start:], or the question above it, say of it that it is no SIN. Linear."""
    first = max(0, start - _REACH)
    for introduced in (_NUMBER, _PHRASE, _QUESTION):
        if said := introduced.search(page.lower, first, start):
            words = _WORD.findall(said[1])
            return words[-1] not in _PUTS and any(map(_is_a_things, words))
    return False


def _is_a_things(word: str) -> bool:
    return is_unknown(word) and is_everyday(word) and not is_name(word)
