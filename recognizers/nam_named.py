"""Numbers of a NAM's form that the words after them, or the head of their column, give to a thing."""

from __future__ import annotations

from typing import Final

from recognizers.cues import vocabulary
from recognizers.glance import words_at
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.spans import Spans
from recognizers.table import cells_below

_THINGS: Final = (
    "factures? invoices? commandes? orders? tickets? lots? batch sku serie serial modele model produits? products? items?"
    " articles? colis parcels? tracking suivi contrats? contracts? soumissions? quotes? projets? projects?"
    " plaques? plates?"
).split()
_NOUNS: Final = f"(?:{'|'.join(_THINGS)})"
#: One of these words stands where such a noun heads a column.
_HEADING: Final = vocabulary(
    number + noun.removesuffix("s?") + plural
    for number in ("", "no", "num", "numero")
    for noun in _THINGS
    for plural in ("", "s")
)


_CALLED: Final = compiled(
    r"[ ,=(\"]{1,3}(?:(?:est|is|c'est|was|etait|as|comme) )?"
    r"(?:(?:le|la|the|un|une|a|an|our|notre|votre|your|mon|my) )?(?:(?:new|nouveau|nouvelle) )?"
    rf"(?:(?:no|num|numero|n\^) (?:de |d')(?:la |l'|notre |votre |ma )?{_NOUNS}|{_NOUNS} (?:no|num|number|id|#))(?![a-z])"
)
_NUMBER: Final = r"(?:(?:no|num|numero|n\^|#)[ ._]{0,2}(?:de |d')?)?"
#: What stands before such a word in the head of a column, and the head from there on.
_HEAD_BEGINS: Final = Ending(rf"(?:\A|[\n|;,\t])(?P<lead>[ >\"]{{0,4}}){_NUMBER}\Z")
_HEAD: Final = compiled(rf"{_NUMBER}({_NOUNS})(?:[ ._](?:no|num|number|id|#))?[ \"]{{0,4}}(?=[|;,\t\n])")
_LONGEST_LEAD: Final = len("|    numero  de ")


def is_called_a_thing(lower: str, end: int) -> bool:
    """Whether the words after lower[:end] say that the number is a thing's: "… est le numéro de la facture"."""
    return _CALLED.match(lower, end) is not None


def cells_of_things(page: Page) -> Spans:
    """The cells of the columns that a thing's noun heads: "No facture"."""
    if _HEADING.isdisjoint(page.words):
        return Spans()
    lower = page.lower
    return Spans(
        cell
        for at, _ in words_at(_HEADING & page.words, lower)
        if (begin := _HEAD_BEGINS.search(lower, at - _LONGEST_LEAD, at))
        and (head := _HEAD.match(lower, begin.end("lead")))
        for cell in cells_below(lower, head.start(1), head.end(1), page.headers)
    )
