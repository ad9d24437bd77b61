"""Number of a health professional: RAMQ billing number (seven digits, the first tells the profession) or licence.

The last digit is a check whose rule is not public, so that a number is only worth acting on where it is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from recognizers.around import left_of, right_of
from recognizers.page import Candidate, Page

_NUMBER: Final = re.compile(
    r"(?<![0-9a-z])(?<![0-9][.,-])(?:[0-9][ -]?[0-9]{5}[ -]?[0-9]|[0-9]{6}|[0-9]{2}[ -]?[0-9]{3})(?![0-9a-z])(?![.,-][0-9])"
)
_FILL: Final = r"(?:[\s:.#(,]|no|num|numero|number|n\^|est|is|le|the|my|mon|son|c'est|id|ramq|medecin|dr|dre|de|du|d'){0,14}$"
#: Words that can only be about a professional's number.
_STRONG: Final = re.compile(
    rf"(?:professionnel(?:le)?(?: de la sante)?|praticien(?:ne)?|practitioner|physician|medecin|pharmacien(?:ne)?"
    rf"|dentiste|optometriste"
    rf"|prescripteur|prescriber|dispensateur|provider|professional|pratique|practice|exercice|billing|facturation|cmq"
    rf"|college des medecins"
    rf"|health ?(?:care )?professional)"
    rf"(?:'s)?{_FILL}"
)
#: The professional orders, whose numbers follow their letters.
_ORDER: Final = re.compile(
    r"(?<![a-z])(?:cmq|oiiq|opq|odq|oiiaq|oppq|ooq|oeq)(?: ?(?:[:#]|no|num|numero|n\^|permis)){0,3} ?$"
)
#: "permis", "licence" alone name many permits.
_WEAK: Final = re.compile(rf"(?:permis|licence|license){_FILL}")
_PROFESSION: Final = re.compile(
    r"medecin|docteur|\bdre?\b|pharmacien|infirmier|dentiste|optometriste|physician|doctor|pharmacist|nurse|cmq|college"
)
_NUMBER_WORD: Final = re.compile(
    r"\bno\b|num|n\^|#|number|\bid\b|code|permis|licen[cs]e|billing|facturation|pratique|practice"
)
_PROFESSION_AFTER: Final = re.compile(
    r"[ ,]{0,2}\(?(?:medecin|physician|pharmacien|pharmacist|dentiste?|nurse|infirmiere?|optometriste?|doctor"
    r"|dre?(?:\. ?| )[a-z])"
)
#: "Dre Roy (no RAMQ 1727849)".
_RAMQ_OF: Final = re.compile(
    r"(?<![a-z])(?:dre?\.?|docteure?|medecin) [a-z' .-]{2,40}[,(] ?"
    r"(?:(?:no|num|numero|n\^) (?:de )?ramq|ramq (?:no|num|number|#))[ :.#]*$"
)
_CUE_AFTER: Final = re.compile(
    r"[ ,]{0,2}\(?(?:(?:no|num|numero|n\^)[. ]{1,2}(?:de |du )?(?:pratique|dispensateur|professionnel|prescripteur|medecin)"
    r"|permis cmq|(?:billing|provider|practice|practitioner|prescriber|physician) (?:number|no|id))(?![a-z])"
)


class PractitionerNumberRecognizer:
    """Proposes CA_QC_PRACTITIONER_NUMBER. Linear: a fixed window before each short number."""

    id = "practitioner-number"
    entity_types = ("CA_QC_PRACTITIONER_NUMBER",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every number that is called a professional's."""
        if not page.clusters:
            return
        for found in _NUMBER.finditer(page.lower):
            left = left_of(page, found.start(), 64)
            if not _is_called_so(left, right_of(page, found.end())):
                continue
            digits = sum(char.isdigit() for char in found[0])
            score = 0.95 if digits == 7 and found[0][0] in "123456789" else 0.75
            yield Candidate(self.entity_types[0], *found.span(), score, self.id, ("pattern", "cue"))


def _is_called_so(left: str, right: str) -> bool:
    if _ORDER.search(left) or _RAMQ_OF.search(left):
        return True
    if _STRONG.search(left):
        return _NUMBER_WORD.search(left) is not None
    if _WEAK.search(left):
        return (
            (_PROFESSION.search(left) is not None or _PROFESSION_AFTER.match(right) is not None)
            and "conduire" not in left
            and "driver" not in left
        )
    return _CUE_AFTER.match(right) is not None


RECOGNIZER = PractitionerNumberRecognizer()
