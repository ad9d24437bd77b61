"""Telephone numbers as they are written in Canada (North American Numbering Plan) and international ones (E.164).

A number in telephone grouping is worth acting on by itself; ten digits in a row need a Canadian area code or a cue;
seven digits need a cue. Toll-free numbers reach organisations, not persons, and stay below the default threshold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import is_other_number, left_of, right_of, words
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_SEPARATOR: Final = r"(?:[ \t]{1,2}|[ \t]?[.\-/_*][ \t]?|\r?\n[> ]{0,3})"
_EXTENSION: Final = r"(?:[ ,;]{0,3}(?:poste|post|extension|ext|x|p(?=[.])|#)[ .:#]{0,2}[0-9]{1,6}(?![0-9]))?"
_NANP: Final = compiled(
    rf"(?<![0-9a-z+])(?<![0-9][.\-/,])((?:\+[ ]?)?(?:\(1\)|1){_SEPARATOR}?)?"
    rf"(\([ ]?)?([2-9][0-9]{{2}})(?:[ ]?\))?({_SEPARATOR})?([2-9][0-9]{{2}})({_SEPARATOR})?([0-9]{{2}})([ .-]?)([0-9]{{2}})"
    rf"(?![0-9])(?![.,/-][0-9])(?!-[a-z]){_EXTENSION}"
)
_LOCAL: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9][.\-/, ])[2-9][0-9]{{2}}[ .-][0-9]{{4}}(?![0-9])(?![.,/-][0-9]){_EXTENSION}"
)
_ABROAD: Final = compiled(
    r"(?<![0-9a-z+])(?:\+|00[ ]?|011[ -]?)(?:[2-9][0-9]{0,2})(?:[ .\-/]?\(0\))?(?:[ .\-/]?[0-9]){6,12}(?![0-9])"
)
_DIGITS: Final = compiled(r"[0-9]")
_CUE: Final = compiled(
    r"(?:tel|telephone|phone|cell|cellulaire|portable|mobile|fax|telec|telecopieur|appel\w*|rappel\w*|rejoin\w*"
    r"|joindre|contact\w*|call"
    r"|reach|text\w*|sms|whatsapp|numero|number|maison|travail|bureau|home|work|tel\.|pagette|afficheur)\b[^0-9\n]{0,32}$"
)
#: What bears a number of its own and is nobody to be called; what does so only where it is called a number: one may be "on file".
_THING: Final = (
    r"(?:tirage|draw|loterie|lottery|loto|billet|ticket|tracking|suivi|reperage|colis|parcel|serie|serial|lot|batch|recu"
    r"|receipt|confirmation|facture|invoice|permis|permit|constat|rapport|report|bon de (?:travail|commande)|work order)s?"
)
_ALSO_NUMBERED: Final = (
    r"(?:commande|order|reclamation|claim|contrat|contract|modele|model|piece|part|compteur|meter|transaction|reservation"
    r"|booking|autorisation|police|policy|abonnement|subscription|soumission|quote|evenement|incident|membre|member|compte"
    r"|account|dossier|file|case|reference|ref)s?"
)
_NUMBER: Final = r"(?:numeros?|numbers?|num|nos?|n\^|#)[.:]?"
_NUMBERS_A_THING: Final = compiled(
    rf"(?<![a-z])(?:{_THING}(?:[ ]{{0,2}}{_NUMBER}|:)?|{_ALSO_NUMBERED}[ ]{{0,2}}{_NUMBER}"
    rf"|(?:numero|number|no)s?[ ](?:de |d'|du |of )(?:l'|la |mon |ma |the |my )?(?:{_THING}|{_ALSO_NUMBERED}))"
    r"(?:[ ](?:is|est|was|c'est))?[ :#]{0,3}$"
)
_CUE_AFTER: Final = compiled(
    r"[ ,]{0,2}\(?(?:cell|domicile|maison|bureau|travail|mobile|home|work|fax|tel)\b"
)
_TOLL_FREE: Final = words("800 822 833 844 855 866 877 888")
_CANADIAN: Final = words(
    """204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514
    519 537 548 568
    579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942"""
)


class PhoneRecognizer:
    """Proposes PHONE_NUMBER. Linear: bounded patterns, nothing at all on a page with fewer than seven digits."""

    id = "phone"
    entity_types = ("PHONE_NUMBER",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every telephone number on the page; the longest reading first."""
        if not page.clusters:
            return
        yield from self._north_american(page)
        yield from self._local(page)
        if any(prefix in page.lower for prefix in ("+", "00", "011")):
            for found in _ABROAD.finditer(page.lower):
                if found[0].startswith(("+", "011")) or _CUE.search(left_of(page, found.start())):
                    yield Candidate("PHONE_NUMBER", *found.span(), 0.85, self.id, ("pattern",))

    def _north_american(self, page: Page) -> Iterator[Candidate]:
        for found in _NANP.finditer(page.lower):
            area, middle = found[3], found[5]
            grouped = bool(found[2] or found[4]) and bool(found[6])
            written = grouped and area in _CANADIAN
            if (
                area[1:] == "11"
                or (middle[1:] == "11" and not written)
                or len(set("".join(_DIGITS.findall(found[0])))) == 1
            ):
                continue
            left = left_of(page, found.start())
            numbers = _NUMBERS_A_THING.search(left) is not None
            cue = not numbers and (
                _CUE.search(left) is not None or _CUE_AFTER.match(right_of(page, found.end())) is not None
            )
            if area in _TOLL_FREE:
                evidence: tuple[str, ...] = ("pattern", "veto:toll-free")
                score = 0.4
            elif not cue and (numbers or is_other_number(page, found.start(), found.end())):
                score, evidence = 0.2, ("pattern", "veto:label")
            elif cue:
                score, evidence = 0.98, ("pattern", "cue")
            elif area in _CANADIAN:
                score, evidence = (0.95 if grouped else 0.7), ("pattern", "area-code")
            else:
                score, evidence = (0.75 if grouped else 0.3), ("pattern",)
            yield Candidate(
                "PHONE_NUMBER", _without_open_bracket(found), found.end(), score, self.id, evidence
            )

    def _local(self, page: Page) -> Iterator[Candidate]:
        for found in _LOCAL.finditer(page.lower):
            if _CUE.search(left_of(page, found.start(), 32)):
                yield Candidate("PHONE_NUMBER", *found.span(), 0.75, self.id, ("pattern", "cue"))


def _without_open_bracket(found: re.Match[str]) -> int:
    """Where the number begins when a bracket before it closes after it: "(call 978-376-9004)"."""
    return found.start(3) if found[2] and ")" not in found[0] and not found[1] else found.start()


RECOGNIZER = PhoneRecognizer()
