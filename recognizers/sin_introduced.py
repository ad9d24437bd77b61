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
#: A label on the line above, that calls the number another: "Numéro sur votre lettre du 2 novembre".
_LABEL_ABOVE: Final = compiled(
    r"(?:\A|\n)[> ]{0,4}((?:numero|number|no|#)(?![a-z])(?![^\n]*(?:soci|(?<![a-z])(?:nas|sin|ssn)(?![a-z])))"
    r"[^\n?!.;:]{3,60})[ :]{0,3}\r?\n[> ]{0,4}\Z"
)
#: What is filed bears a number: "Demande déposée le … sous le numéro 130 692 544".
_FILED: Final = compiled(
    r"(?<![a-z])(?:sous|under|portant|bearing) (?:le |the |file |case )?(?:no|num|numero|number|#)[. :]{1,2}\Z"
)
#: The question that it stands under, be it quoted.
_QUESTION: Final = compiled(r"([^\n?!.;]{3,60})\?[ \"'>)?*]{0,4}\r?\n[> ]{0,4}\Z")
#: What a question is made of, whatever it asks for.
_ASKS: Final = frozenset(
    """votre vos vous your yours you quel quelle quels quelles what which who qui celui celle celles ceux can could peux pouvez
    avez avoir have has give donner donnez know connais connaissez remember rappelez exact exacte complet full tell dire dites
    le la the please svp nos notre our how comment ou where paie paye pay payroll depot direct deposit""".split()
)
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
    if _FILED.search(page.lower, first, start):
        return True
    for introduced in (_NUMBER, _PHRASE, _QUESTION, _LABEL_ABOVE):
        if said := introduced.search(page.lower, first, start):
            words = _WORD.findall(said[1])
            return bool(words) and words[-1] not in _PUTS and any(map(_is_a_things, words))
    return False


def _is_a_things(word: str) -> bool:
    return word not in _ASKS and is_unknown(word) and is_everyday(word) and not is_name(word)
