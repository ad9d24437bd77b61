"""Canadian postal code (Canada Post, ANA NAN): letters D F I O Q U never stand in one, W and Z never first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from recognizers.around import left_of, right_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_CODE: Final = compiled(
    r"(?<![a-z0-9])(?<![/=&_#.-])([abceghj-nprstvxy])([0-9o])([abceghj-nprstv-z])([ \t.\-]{0,3}|[ ]?\n[> ]{0,3})"
    r"([0-9o])([abceghj-nprstv-z])([0-9o])(?![a-z0-9])(?![/=&_#-])"
)
_CUE: Final = compiled(
    r"(?:codes? ?post\w*|c\.?p\.?|postal ?codes?|zip|adresse|address|qc|quebec|montreal"
    r"|\(qc\))[^a-z0-9]{0,3}(?:\w{2,10}[^a-z0-9]{1,3})?$"
)
_CUE_AFTER: Final = compiled(r"[^\n.!?]{0,28}(?:code postal|postal code)(?![a-z])")
#: The same one character at a time: only after a label.
_SPREAD: Final = compiled(
    r"(?<![a-z0-9])[abceghj-nprstvxy][ ][0-9][ ][abceghj-nprstv-z][ ]{1,3}[0-9][ ][abceghj-nprstv-z][ ][0-9](?![a-z0-9])"
)
#: What else such a code may number, right before it: "Modèle X1C 2B3".
_THING: Final = compiled(
    r"(?<![a-z])(?:models?|modeles?|parts?|pieces?|sku|series?|serial|produits?|products?|articles?|items?)"
    r"(?: (?:no|num|numero|number|n\^|#|code))?[ :#.]{1,3}$"
)
_PLACEHOLDERS: Final = frozenset(("h0h0h0", "a1a1a1", "x0x0x0", "a0a0a0", "x1x1x1", "a9a9a9"))


class PostalCodeRecognizer:
    """Proposes CA_POSTAL_CODE. Linear: one pattern of fixed length."""

    id = "postal-code"
    entity_types = ("CA_POSTAL_CODE",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every postal code on the page."""
        for found in _CODE.finditer(page.lower):
            score, evidence = _weigh(page, found)
            if score:
                yield Candidate("CA_POSTAL_CODE", found.start(), found.end(), score, self.id, evidence)
        for found in _SPREAD.finditer(page.lower) if page.has_digits else ():
            if _CUE.search(left_of(page, found.start())):
                yield Candidate("CA_POSTAL_CODE", *found.span(), 0.9, self.id, ("pattern", "cue"))


def _weigh(page: Page, found: re.Match[str]) -> tuple[float, tuple[str, ...]]:
    compact = "".join(found.group(1, 2, 3, 5, 6, 7))
    written = page.text[found.start() : found.end()]
    cue = _CUE.search(left_of(page, found.start())) is not None
    if compact in _PLACEHOLDERS:
        return 0.2, ("pattern", "veto:placeholder")
    if "o" in compact:  # a letter O typed for a zero
        called = cue or _CUE_AFTER.match(right_of(page, found.end()))
        return (0.8, ("pattern", "look-alikes", "cue")) if called else (0.0, ())
    if cue:
        return 0.98, ("pattern", "cue")
    if _THING.search(left_of(page, found.start())):
        return 0.2, ("pattern", "veto:thing")
    quebec = compact[0] in "ghj" or compact.startswith("k1a")
    if found[4] in (" ", "  ", "-", "\t"):
        return (0.92 if quebec else 0.85), ("pattern",)
    tidy = written.isupper() or written.islower()
    return (0.75 if tidy and quebec else 0.6 if tidy else 0.4), ("pattern", "compact")


RECOGNIZER = PostalCodeRecognizer()
