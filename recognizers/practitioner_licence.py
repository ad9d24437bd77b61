"""A professional's licence that words some way before it speak of: "the licence number of my chiropractor for the insurer is …".

They stand in its sentence, or in one after which its own only gives it: "… left her licence field blank. It is …". Further
ones follow: "… or …", "… ou celui sur l'ordonnance, …", "…; P. Roy, …".
"""

from __future__ import annotations

import re
from typing import Final

from recognizers.around import left_of
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.practitioner_named import ONE
from recognizers.practitioner_said import DRIVES, THING, is_counted, is_other_permit
from recognizers.qualified import without_qualifiers
from recognizers.told import is_answered, is_told

_LICENCE: Final = compiled(
    r"(?<![a-z])(?:permis(?: (?:d'exercice|de pratique))?|licen[cs]es?|permit|college(?= no| num)"
    r"|(?:numeros?|nos?|num)[. ]{1,2}(?:d[eu] |a |au |d')(?:l'ordre|ordre|membre|college))"
    r"(?:[ .]{1,2}(?:numbers?|nos?\.?|num|#|field|box))?(?![a-z])"
)
_ONES: Final = compiled(
    rf"(?<![a-z-])(?:{ONE}|therapists?|dre?\.? [a-z]+|(?:the|my|an|her|his) attending)(?:'?s)?(?![a-z-])"
)
#: Behind "permis": the permit of something else, "de ma terrasse", "d'arme".
_OF: Final = compiled(r" (?:d[eu] |des |de l'|d')")
_OF_ONE: Final = compiled(rf" (?:d[eu]s? |d')(?:l')?(?:[a-z]{{2,10}} ){{0,3}}(?:{ONE}|therapist|dre?[. ])")
#: Before the word: whoever writes has it, or it is of another kind.
_OTHER: Final = compiled(
    r"(?<![a-z])(?:mon|ton|votre|notre|my|your|our|fishing|hunting|dog|liquor|marriage|business|software|firearms?|gun|pilot'?s?"
    r"|building|construction|taxi|trade|user|site|product|radio|tv|work|study|teaching|restaurant|daycare|operating|export|import"
    r"|elevator|parking|learner'?s?|travel|gaming) $"
)
#: Where a sentence ends: not behind "Dr.", "no." or an initial.
_SENTENCE: Final = compiled(r"(?<!dr)(?<!dre)(?<!no)(?<!lic)(?<![ .][a-z])[.!?](?= )")
#: What leads to a number that is the licence.
_LEADS: Final = compiled(
    r"(?:[:=(]|(?<![a-z])(?:is|est|was|etait|are|sont|c'est|cest|it's|its|that's|bears|porte|reads|says"
    r"|dit|i have|j'ai)(?![a-z]))"
    r"(?:[ :#=(\"]|(?:the|le|les|no|num|numero|number|under|sous)(?![a-z])){0,6}$"
)
#: Nothing stands between but whose licence it is: "permis de la physio 20465".
_ITS: Final = compiled(
    rf" ?(?:d[eu] |of |de l'|for )?(?:[a-z]{{2,9}} ){{0,3}}(?:{ONE}|therapist)s?[ ,]{{1,2}}$"
)
#: Nor anything at all, where the number is said to be one: "under the licence 22257".
_AS_NUMBER: Final = compiled(r"(?:numbers?|nos?\.?|num|#)$")
_UNDER: Final = compiled(r"(?<![a-z])(?:with|under|avec|sous|his|her|son|whose|dont)(?: (?:the|le|a|un))? $")
#: A professional's name right before: "The licence no. is on his stamp: Dr Roy …", "licences of both physios: A. Roy, …".
_DOCTOR: Final = compiled(r"(?<![A-Za-z])D[rR][eE]?\.? (?:[A-Z][A-Za-z'.-]{0,20} ?){1,3}[,:(]? ?\Z")
_NAMED: Final = compiled(r"[:;,(] ?(?:D[rR][eE]?\.? )?(?:[A-Z][A-Za-z'.-]{0,20} ?){2,3}[,:(]? ?\Z")
#: What the licences are asked for has a number of its own: "for claim 2026/3391".
_FOR_PAPER: Final = compiled(
    r"(?:for|pour|on|sur|re) (?:(?:the|my|our|la|le|ma|mon|notre) )?(?:claims?|reclamations?|dossiers?|files?|demandes?|requests?"
    r"|factures?|invoices?)(?: (?:no|num|numero|number|#)\.?)? [a-z]{0,3}-?[0-9][0-9/-]{2,12}(?![0-9])"
)
#: How somebody came by it.
_ASKED: Final = compiled(
    r"(?<![a-z])(?:je l'ai|j'ai|on a|i|we)(?: have| just)? (?:appelee?|demandee?|verifiee?|telephone|called|asked|checked|phoned)"
    r"(?: (?:him|her|them|(?:the|his|her|la|le|sa|son) (?:clinic|office|clinique|bureau|cabinet)))?(?:,? (?:and|et)|[,:])? "
)
_FIGURE: Final = compiled("[0-9]")
#: A car's or a building's, not a person's.
_OF_THINGS: Final = compiled(
    r"(?<![a-z])(?:plates?|plaques?|building|immeuble|stationnement|parking)(?![a-z])"
)
#: Between two licences.
_OR: Final = compiled(r" ?[,;]? ?(?:ou|or)(?: bien)? (?:le |the )?")
_AND: Final = compiled(r" ?(?:,|;|et|and|&|, (?:et|and)) (?:le |the )?")
_NEXT_NAME: Final = compiled(
    r" ?[,;)(]{0,2} ?(?:(?:et|and) )?(?:D[rR][eE]?\.? )?(?:[A-Z][A-Za-z'.-]{0,20} ?){1,3}[,:(]{0,2} ?"
)
_THE_OTHER: Final = compiled(
    r"[^0-9.!;]{0,70}(?<![a-z])(?:celui|the one)"
    r"(?: (?:sur|de|du|qui|que|on|from|that|in|dans)(?![a-z])[^0-9.?!;:]{2,40})[ ,:(]{1,3}"
)
_SEVERAL: Final = compiled(
    r"(?<![a-z])(?:numeros|numbers|licen[cs]es|(?:les|leurs|des) permis|permis des|both|two|three|deux|trois)(?![a-z])"
)
_REACH: Final = 240
_BEFORE: Final = 120
_RIGHT: Final = 60


def is_licence(page: Page, start: int, end: int) -> bool:
    """Whether the words before a number, its sentence's or the one's before, make it a health professional's licence."""
    left = left_of(page, start, _REACH).replace("\n", " ")
    licences = list(_LICENCE.finditer(left))
    if not licences:
        return False
    said = licences[-1]
    if _is_of_other(left, said):
        return False
    between = without_qualifiers(_FOR_PAPER.sub(" ", _ASKED.sub(" ", left[said.end() :])))
    if (
        _OF_THINGS.search(between)
        or _FIGURE.search(between)
        or THING.search(between)
        or is_counted(page, end)
        or is_other_permit(left)
    ):
        return False
    own = _SENTENCE.split(left[max(0, said.start() - _BEFORE) : said.start()])[-1]
    parts = _SENTENCE.split(between)
    text = page.text[max(0, start - _BEFORE) : start]
    doctor = len(parts) == 1 and _DOCTOR.search(text) is not None
    if not (doctor or _ONES.search(own) or _ONES.search(parts[0])):
        return False
    if DRIVES.search(page.lower, start - _REACH, end + _RIGHT):
        return False
    return (
        is_told(between)
        or is_answered(between)
        or (
            len(parts) == 1
            and (
                doctor
                or _LEADS.search(between) is not None
                or _ITS.fullmatch(between) is not None
                or (not between.strip(" .#,") and _is_number(left, said))
                or _NAMED.search(text) is not None
            )
        )
    )


def _is_of_other(left: str, said: re.Match[str]) -> bool:
    """Whether a licence is whoever's writes, or to do something else: "mon permis", "permis de ma terrasse", "daycare permit"."""
    return (
        _OF.match(left, said.end()) is not None and _OF_ONE.match(left, said.end()) is None
    ) or _OTHER.search(left, 0, said.start()) is not None


def _is_number(left: str, said: re.Match[str]) -> bool:
    """Whether the words for a licence say that a number follows at once."""
    return _AS_NUMBER.search(said[0]) is not None or _UNDER.search(left, 0, said.start()) is not None


def is_next_licence(page: Page, first: int, last: int, start: int, end: int) -> bool:
    """Whether text[start:end] is the next of several licences, written as the one in text[first:last]."""
    if shape(page.lower[first:last]) != shape(page.lower[start:end]) or is_counted(page, end):
        return False
    return (
        _OR.fullmatch(page.flat, last, start) is not None
        or _THE_OTHER.fullmatch(page.flat, last, start) is not None
        or (
            (_AND.fullmatch(page.flat, last, start) or _NEXT_NAME.fullmatch(page.text, last, start))
            is not None
            and _SEVERAL.search(left_of(page, first, _REACH)) is not None
        )
    )


def shape(number: str) -> str:
    """How a number is written, whatever its figures are: "19-204" and "08-311" alike."""
    return _FIGURE.sub("0", number)
