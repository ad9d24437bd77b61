"""Number of a health professional: RAMQ billing number (seven digits, the first tells the profession) or licence.

The last digit is a check whose rule is not public, so that a number is only worth acting on where it is called so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recognizers.around import left_of, right_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.table import under_heads

_NUMBER: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])"
    r"(?:[0-9][ -]?[0-9]{5}[ -]?[0-9]|[0-9]-?[0-9]{5}|[0-9]{2}[ -]?[0-9]{3})(?![0-9a-z])(?![.,-][0-9])"
)
_FILL: Final = r"(?:[\s:.#(,]|no|num|numero|number|n\^|est|is|le|the|my|mon|son|c'est|id|with|ramq|medecin|dre?|de|du|d'){0,14}$"
#: Before the words for the profession: the noun whose number it is.
_NEAR: Final = 32
#: Words that can only be about a professional's number.
_STRONG: Final = compiled(
    rf"(?:professionnel(?:le)?(?: de la sante)?|praticien(?:ne)?|practitioner|physician|medecin|pharmacien(?:ne)?"
    rf"|dentiste?|optometriste?|doctor|docteure?|omnipraticien(?:ne)?|specialiste?|chirurgien(?:ne)?|surgeon|infirmi(?:er|ere)|nurse"
    rf"|denturologiste?|no[. ]{{1,2}}prof|prof"
    rf"|prescripteur|prescriber|dispensateur|provider|professional|pratique|practice|exercice|billing|facturation|cmq"
    rf"|college des medecins"
    rf"|health ?(?:care )?professional)"
    rf"(?:'s)?{_FILL}"
)
#: The professional orders, whose numbers follow their letters.
_ORDER: Final = compiled(
    r"(?<![a-z])(?:cmq|oiiq|opq|odq|oiiaq|oppq|ooq|oeq)(?: ?(?:[:#]|no|num|numero|number|n\^|permis|permit"
    r"|licen[cs]e|membre|member)){0,3} ?$"
)
#: "permis", "licence" alone name many permits.
_WEAK: Final = compiled(
    rf"(?:permis(?: d'exercice| de pratique)?|permit|licen[cs]e(?: to practi[cs]e)?|inscription(?: a la ramq)?"
    rf"|registration|adhesion|membre|member){_FILL}"
)
_PROFESSION: Final = compiled(
    r"medecin|docteur|\bdre?\b|pharmacien|infirmier|dentiste|optometriste|physician|doctor|pharmacist|nurse|cmq|college"
    r"|dentist|optometrist|prescri(?:pteur|ber)|omnipraticien|surgeon|chirurgien"
)
#: Between the profession and the number, it is the number of something else; or right before the profession.
_NOT_ITS: Final = compiled(
    r"(?<![a-z])(?:dossiers?|files?|factures?|invoices?|telephone|phone|tel|cabinet|bureau|office|chambre|room|local|salle"
    r"|demandes?|request|poste|fax|attente|rendez-vous|appointment|patients?)(?![a-z])"
)
_NUMBER_WORD: Final = compiled(
    r"\bno\b|num|n\^|#|number|\bid\b|identifi|code|permis|licen[cs]e|billing|facturation|pratique|practice"
)
_PROFESSION_AFTER: Final = compiled(
    r"[ ,]{0,2}\(?(?:medecin|physician|pharmacien|pharmacist|dentiste?|nurse|infirmiere?|optometriste?|doctor"
    r"|dre?(?:\. ?| )[a-z]|(?:du |of the )?(?:cmq|college))"
)
#: A doctor's name with the number in brackets or behind a dash, or called a number; or "Professionnel :".
_NAMED: Final = compiled(
    r"(?:(?<![a-z])(?:dre?|docteure?|doctor)(?:\.? )(?:[a-z'.-]{1,20} ){0,2}[a-z'.-]{1,20}(?: ?\(| ?- | ?: ?|, ?)"
    r"|(?<![a-z])(?:medecin|physician|doctor|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?|omnipraticien(?:ne)?)"
    r"[^0-9\n.;]{1,40}[(,] ?(?:no|num|numero|number|#|n\^)[ .:#]{0,3}"
    r"|(?<![a-z])(?:dre?|docteure?|doctor|prescripteur|prescriber|(?:medecin|physician)(?: [a-z]+)? ?:|prescribing physician ?:)"
    r"\.? ?(?:[a-z'.-]{1,20}[ ,]{1,2}){1,5}?\(?(?:no|num|numero|number|#|n\^)[ .:#]{0,3}"
    r"|(?<![a-z])(?:medecin|physician|doctor|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?|omnipraticien(?:ne)?) ?\("
    r"|(?:^|[\n|\t;,])[ ]?(?:professionnel|professional|prescripteur|prescriber|dispensateur|provider) ?: ?"
    r"|(?<![a-z])(factur(?:e|ons)|bills?) (?:avec|sous|under|with|using) (?:le |the |mon |my )?(?:numero|no|number) ?)$"
)
#: The heads of a column of such numbers.
_HEAD: Final = compiled(
    r"(?<![a-z])(?:(?:no|num|numero|n\^|#)[. ]{0,2}(?:de |du |d')?(?:pratique|professionnel|dispensateur"
    r"|prescripteur|facturation|medecin)"
    r"|(?:practice|practitioner|billing|provider|prescriber|physician) (?:no|number|num|#|id)|prescripteur|prescriber)(?![a-z])"
)
_HEAD_PARTS: Final = (
    "pratique", "practi", "professionnel", "dispensateur", "prescri", "facturation", "medecin", "billing", "provider", "physician"
)  # fmt: skip
_SEVEN: Final = compiled(r"[1-9][ -]?[0-9]{5}[ -]?[0-9]")
_UNDER_HEAD: Final = compiled(rf"[ \"]{{0,3}}({_SEVEN.pattern})[ \"]{{0,3}}")
#: "Dre Roy (no RAMQ 1727849)".
_RAMQ_OF: Final = compiled(
    r"(?<![a-z])(?:dre?\.?|docteure?|medecin) [a-z' .-]{2,40}[,(] ?"
    r"(?:(?:no|num|numero|n\^) (?:de )?ramq|ramq (?:no|num|number|#))[ :.#]*$"
)
_CUE_AFTER: Final = compiled(
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
            named = _SEVEN.fullmatch(found[0]) and _NAMED.search(left)
            its = named and (named[1] or not _NOT_ITS.search(named[0]))
            if not (its or _is_called_so(left, right_of(page, found.end()))):
                continue
            digits = sum(char.isdigit() for char in found[0])
            score = 0.95 if digits == 7 and found[0][0] in "123456789" else 0.75
            yield Candidate(self.entity_types[0], *found.span(), score, self.id, ("pattern", "cue"))
        if "\n" in page.lower and any(map(page.lower.__contains__, _HEAD_PARTS)):
            for start, end in under_heads(page.lower, _HEAD, _UNDER_HEAD):
                yield Candidate(self.entity_types[0], start, end, 0.9, self.id, ("pattern", "cue:column"))


def _is_called_so(left: str, right: str) -> bool:
    if _ORDER.search(left) or _RAMQ_OF.search(left):
        return True
    if strong := _STRONG.search(left):
        near = left[max(0, strong.start() - _NEAR) :]
        return _NUMBER_WORD.search(left) is not None and _NOT_ITS.search(near) is None
    if _WEAK.search(left):
        return (
            (_PROFESSION.search(left) is not None or _PROFESSION_AFTER.match(right) is not None)
            and "conduire" not in left
            and "driver" not in left
        )
    return _CUE_AFTER.match(right) is not None


RECOGNIZER = PractitionerNumberRecognizer()
