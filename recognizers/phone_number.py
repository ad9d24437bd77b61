"""Telephone numbers as they are written in Canada (North American Numbering Plan) and international ones (E.164).

A number in telephone grouping is worth acting on by itself; ten digits in a row need a Canadian area code or a cue;
seven digits need a cue. Toll-free numbers reach organisations, not persons, and stay below the default threshold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import is_other_number, left_of, right_of, words
from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_name
from recognizers.other_labels import is_things_number
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
    r"|reach|text\w*|sms|whatsapp|maison|bureau|home|tel\.|pagette|afficheur)\b[^0-9\n]{0,32}$"
)
#: Words that may announce any other number, too.
_ANY_NUMBER: Final = compiled(r"(?:numero|number|travail|work)\b[^0-9\n]{0,32}$")
#: "tirage numéro …", "numéro de chambre …": a noun that the number is of, unless it is no noun or a telephone's.
_NOUN: Final = compiled(
    r"(?<![a-z'])(?:([a-z]{4,14}) (?:numero|number)|(?:numero|no) (?:de |d'|du )(?:la |l')?([a-z]{3,14})(?: [a-z]{4,14})?)"
    r" ?[ :.#]{0,3}\Z"
)
_NO_NOUN: Final = words(
    """this that votre notre leur your their mauvais nouveau ancien autre seul meme second deuxieme vrai right wrong other
    only same good best correct current actuel phone cell cellular mobile home work office emergency urgence contact
    telephone cellulaire personal personnel direct daytime evening business landline whatsapp text callback first last
    avec pour sont dans with voici call dial composez composer aussi here have avez changed change chaque dont pager
    alternate alternative secondary primary preferred private prive prive's mother father wife husband daughter parents
    maison domicile travail bureau chalet rappel mon mes son ses notre leur cell tel fax mobile reception condo appartement
    voisin voisine cousin cousine ami amie copain copine chum blonde gardienne grand cas soir jour"""
) | frozenset(RELATIVES.split())
_CUE_AFTER: Final = compiled(
    r"[ ,]{0,2}\(?(?:cell|domicile|maison|bureau|travail|mobile|home|work|fax|tel)\b"
)
#: A place where people are served, by its name, and its number in brackets or where one calls it.
_OFFICES: Final = compiled(
    r"(?<![a-z])(?<!mon )(?<!ma )(?<!my )(?:pharmac(?:ie|y)|clini(?:que|c)|hopital|hospital|clsc|chsld|gmf|cent(?:re|er)s?"
    r"|laboratoire|laboratory|employ(?:eur|er)|cabinet|firme|firm|bookkeeper|comptable)(?![a-z])"
    r"(?! (?:for|pour) (?:me|moi))((?:[ ,][a-z0-9'.&-]{1,20}){0,7}?)"
    r"(?:[ ]?\((?:neq[ 0-9]{6,14}[,;][ ]?)?(?:tel[.:]? ?)?|[ ](?:is at|est au|at the number|au numero) )\Z"
)
_SOMEBODYS: Final = compiled(
    r"(?<![a-z])(?:je|j'[a-z]+|moi|me|m'[a-z]+|mon|ma|mes|i|i'm|my|mine|he|she|his|her|il|elle|cell|chez|home|appel|call"
    r"|patiente?)"
    r"(?![a-z])"
)
#: An account, nobody's telephone.
_ACCOUNT: Final = compiled(
    r"(?<![a-z])(?:comptes?|cpte|accounts?|acct)(?: client)?(?:[ :.#]|no|num|numero|number|n\^|est|is|le|the){0,8}\Z"
)
#: Somebody else's, right behind one: "my phone is 438 403-2329 and my wife's is …".
_NEXT: Final = compiled(
    r"(?<![a-z])(?:tel|telephone|phone|cell|cellulaire|mobile)[^0-9\n]{0,16}[(0-9][0-9 ().-]{8,14}[0-9][ ,;]{1,3}(?:(?:and|et) )?"
    r"(?:(?:my|his|her) [a-z]{3,12}'?s (?:(?:cell|phone|number) )?(?:is )?"
    r"|(?:celui|celle) d[e'] ?(?:(?:mon|ma|son|sa) )?[a-z]{3,12} (?:(?:est|c'est) )?(?:le )?)\Z"
)
#: A health card, of wherever: "Personal Health Number (C.-B.) :".
_HEALTH: Final = compiled(
    r"(?<![a-z])(?:(?:personal )?health (?:care )?(?:card|insurance|services? )?|(?:d'|carte )?assurance[- ]maladie"
    r"|carte (?:sante|soleil)"
    r"|(?:numero|no) (?:personnel )?(?:de )?sante|medicare(?: card)?|ohip|phn|mcp|msi) ?(?:numbers?|numero|num|no|#)?"
    r"(?: ?\([a-z. -]{2,24}\))? ?[.:#]{0,2} ?\Z"
)
_LEFT: Final = 64
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
            if area[1:] == "11":
                continue
            if len(set("".join(_DIGITS.findall(found[0])))) == 1:
                continue
            left = left_of(page, found.start(), _LEFT)
            after = _CUE_AFTER.match(right_of(page, found.end())) is not None
            cue = after or _CUE.search(left) is not None or _NEXT.search(left) is not None
            if middle[1:] == "11" and not (grouped or cue):
                continue
            other = not (found[1] or after) and _is_another(page, found.end(), left, cue=cue, grouped=grouped)
            cue = cue or _ANY_NUMBER.search(left) is not None
            if area in _TOLL_FREE:
                evidence: tuple[str, ...] = ("pattern", "veto:toll-free")
                score = 0.4
            elif other or (not cue and is_other_number(page, found.start(), found.end())):
                score, evidence = 0.2, ("pattern", "veto:label")
            elif _is_offices(left, found[0]):
                score, evidence = 0.4, ("pattern", "veto:office")
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
            left = left_of(page, found.start(), 32)
            if _CUE.search(left) or (
                _ANY_NUMBER.search(left) and not _is_another(page, found.end(), left, cue=False, grouped=True)
            ):
                yield Candidate("PHONE_NUMBER", *found.span(), 0.75, self.id, ("pattern", "cue"))


def _is_another(page: Page, end: int, left: str, *, cue: bool, grouped: bool) -> bool:
    """Whether the words around call the number a file's, a receipt's, a draw's."""
    if is_things_number(page, left, end, far=not cue and not grouped, called=cue):
        return True
    if not cue and (_ACCOUNT.search(left) or _HEALTH.search(left)):
        return True
    noun = None if cue or grouped else _NOUN.search(left)
    if noun is None:
        return False
    said = noun[1] or noun[2]
    return said not in _NO_NOUN and not is_name(said)


def _is_offices(left: str, number: str) -> bool:
    """Whether the number stands in brackets behind the name of a pharmacy, a clinic or a firm, or is said to be there."""
    found = _OFFICES.search(f"{left}(" if number.startswith("(") and not left.endswith("(") else left)
    return found is not None and not _SOMEBODYS.search(found[1])


def _without_open_bracket(found: re.Match[str]) -> int:
    """Where the number begins when a bracket before it closes after it: "(call 978-376-9004)"."""
    return found.start(3) if found[2] and ")" not in found[0] and not found[1] else found.start()


RECOGNIZER = PhoneRecognizer()
