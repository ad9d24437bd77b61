"""A professional's number where the words name him by his profession and then say no more than which number he is.

"You want the anaesthetist's number: it's …", "et le radiologiste est le …", "le chirurgien, dont le numéro de permis est …",
"trois de nos médecins … Il s'agit des numéros …"; a licence that is told on a prescriber's or a member's page. All of them
begin as a physician's does, with a 1.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import left_of, right_of
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.practitioner_said import SPECIALIST, THING, is_other_permit, is_self

#: Those who have such a number, as people call them.
_ONE: Final = (
    rf"(?:{SPECIALIST}|medecin|physician|doctor|docteure?|doc|gp|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?"
    r"|omnipraticien(?:ne)?|surgeon|chirurgien(?:ne)?(?:-dentiste)?|nurse(?: practitioner)?|infirmi(?:er|ere)(?: praticien(?:ne)?)?"
    r"|practitioner|praticien(?:ne)?|prescripteur|prescriber|locum|denturist|opticien(?:ne)?|optician|dentist"
    r"|(?:medecin|medical|new|our|nouvelle?|notre) residente?)"
)
_NAMED: Final = compiled(rf"(?<![a-z-]){_ONE}s?(?![a-z-])")
#: Which one: "médecin de famille", "surgeon on call", "l'audiologiste de mon fils".
_WHICH: Final = (
    r"(?: (?:remplacante?|replacement|traitante?|referente?|requerante?|proprietaire|specialise?e?|specialiste?|residente?"
    r"|examinat(?:eur|rice)|inscrite?|designee?|associee?|(?:de|of) (?:famille|garde|record)|on (?:call|duty)"
    r"|(?:de|of|a) (?:mon|ma|my|notre|our|son|sa|his|her|mes|la) [a-z]{3,12}))*+"
)
#: Nothing but that the number comes.
_SAYS: Final = (
    r"(?:[ :,(#=]|'s|(?:is|was|est|etait|are|sont|c'est|cest|it's|its|it is|that's|the|le|la|les|l|his|her|son|no\.?|nos|num"
    r"|numeros?|numbers?|n\^|ramq|(?:a|has|avec|with|under|sous|as) (?=the |le |numer|numb|no)|permis|licen[cs]e|bien|now)"
    r"(?![a-z])){1,12}+"
)
_JUST_SAYS: Final = compiled(rf"{_WHICH}{_SAYS}")
#: He billed, signed with it.
_USED: Final = (
    r"(?: (?:a |has |had |avait )?(?:used|uses|utilisee?|utilise|billed|bills|facturee?|signed|signee?|signe|claimed|appears|parait"
    r"|figure)(?: (?:under|with|as|sous|avec|comme|par))?(?![a-z]))"
)
#: … after some words of what he did, or on what he stands: they end in a verb or the word for a number.
_THEN_SAYS: Final = compiled(
    rf"{_WHICH}(?:,? (?:qui|who|that|which|dont|whose|quand|when|on|sur|in|en|at|au|aux|for|from|pour|de|du|des|d|listed|named)"
    rf"(?![a-z])[^0-9.;:?!()]{{1,60}}?|, [a-z' ]{{3,30}},)?"
    rf"(?:{_USED}|,? (?:is|was|est|etait|c'est|cest|it's|numero|number|no))(?![a-z]){_SAYS}"
)
#: "… gave me her number for the form:".
_GAVE: Final = compiled(
    r" [^0-9.;:?!()]{2,40}? (?:his|her|son|their|leur) (?:number|numero)(?: (?:for|pour|on|sur) [a-z' ]{3,24})?[ :,(]{1,3}"
)
#: "Médecin traitant : Alain Roy, …".
_FORM: Final = compiled(
    rf"{_WHICH} ?: ?(?:dre?\.? )?[a-z'.-]{{1,20}}(?: [a-z'.-]{{1,20}}){{0,2}}[ ,(-]{{1,3}}(?:(?:no|number|numero)\.? ?)?"
)
#: "Who was the surgeon?", and the answer on a line of its own.
_ASKED: Final = compiled(
    r"(?:[^0-9.;?!\n]{0,40})\? {0,2}\n[ >\n]{0,6}(?:[ar][:.)-] ?)?(?:(?:no|number|numero) ?[:#]? ?)?"
)
_ASKS: Final = compiled(r"(?<![a-z])(?:who|which|what|qui|quel(?:le)?s?) [^0-9.;?!\n]{0,40}$")
#: What else is a professional's, and has a number.
_HIS: Final = compiled(
    r"(?<![a-z])(?:statements?|releves?|patiente?s?|rendez-vous|appointments?|extension|prescriptions?|ordonnances?|clini(?:que|c)s?"
    r"|etablissements?|establishments?|cases?|cas|bureau|office|appareils?|machine|visites?|visits?)(?![a-z])"
)
#: Before the word for a profession: it is that thing's number.
_HIS_THING: Final = compiled(
    r"(?<![a-z])(?:statement|releve|patient|rendez-vous|appointment|extension|prescription|ordonnance|clini(?:que|c)|lot|batch"
    r"|etablissement|establishment|case|cas|dossier|file|facture|invoice|bureau|office|telephone|phone|fax|appareil|machine|recu"
    r"|receipt|demande|claim|reclamation)s? (?:number |no |num )?(?:du|de|of|des|from|chez|by|par|au)"
    r" ?(?:(?:la|le|the|mon|ma|my|notre|our|son|his|her|nos) |l')?$"
)
#: Several, and then the numbers: "Il s'agit des numéros …".
_SEVERAL: Final = compiled(
    rf"(?<![a-z])(?:deux|trois|quatre|cinq|six|two|three|four|five|plusieurs|several|some|certains|nos|our|les|the) "
    rf"(?:(?:de|des|of|autres|other) )?(?:(?:nos|our|the|les|ces|these) )?(?:[a-z]{{3,9}} )?{_ONE}s(?![a-z])"
)
_NUMBERS: Final = compiled(
    r"(?<![a-z])(?:il s'agit (?:des|du)(?: (?:numeros?|nos?))?|(?:the|their|les|leurs?) (?:numbers?|numeros?)(?: (?:are|sont|is|est))?"
    r"|soit (?:les|le|des)(?: numeros?)?|namely|(?:ce sont|these are|they are|c'est) (?:les? |the |des )?(?:numbers? |numeros? )?)"
    r"[ :(]{0,3}$"
)
#: "Il est le …" of a doctor just named.
_HE_IS: Final = compiled(
    r"(?<![a-z])(?:he|she|il|elle) (?:is|was|est|etait) (?:(?:le|the) )?(?:(?:numero|number|no)\.? )?$"
)
_DOCTOR: Final = compiled(rf"(?<![a-z])(?:dre?\.? [a-z]|{_ONE}(?![a-z]))")
#: "… paid to …, our locum, …".
_THEN: Final = compiled(
    rf" ?[,(] ?(?:(?:our|my|notre|ma|mon|the|le|la|a|une?) |l')?(?:[a-z]{{3,9}} )?{_ONE}{_WHICH} ?[,.;)]"
)
#: A licence of one's own …
_OWN: Final = compiled(
    r"(?<![a-z])(?:my|mon|ma|our) (?:licen[cs]e|permis)(?:[ :,(#]|is|est|le|the|no\.?|number|numero|c'est|n\^|porte){1,8}$"
)
#: … where an order, a college or a prescription pad is spoken of, and nobody drives.
_TRADE: Final = compiled(
    r"(?<![a-z])(?:prescription pads?|(?:carnets?|blocs?|tablettes?) (?:de |d')(?:ordonnances?|prescriptions?)|i prescribe"
    r"|je prescris|(?:the order|l'ordre) (?:says?|said|told|tells|wrote|confirm(?:s|ed)|thinks|has|me |m'|dit|pretend|affirme"
    r"|confirme|des )|(?:order|college) of (?:nurses|physicians|pharmacists|dentists)|college des medecins|(?:my|mes) patients"
    r"|i bill|je facture)(?![a-z])|(?<![a-z])l'ordre m'"
)
_DRIVES: Final = compiled(r"(?<![a-z])(?:condui|driv|saaq|vehic|automobile|highway|autoroute)")
_REACH: Final = 120
_BEFORE: Final = 44
_WIDE: Final = 240
_MOST: Final = 6


def is_named(page: Page, start: int, end: int) -> bool:
    """Whether the words around seven figures say that they stand for somebody of such a profession."""
    lines = left_of(page, start, _REACH)
    left = lines.replace("\n", " ")
    for one in list(_NAMED.finditer(left))[-_MOST:]:
        if _is_his(lines, left, one.start(), one.end()):
            return True
    if _NUMBERS.search(left):
        several = list(_SEVERAL.finditer(left))
        if several and THING.search(left, several[-1].end()) is None:
            return True
    if _HE_IS.search(left) and _DOCTOR.search(left) and THING.search(left) is None:
        return True
    if _THEN.match(right_of(page, end)) and THING.search(left[-16:]) is None and _HIS.search(left[-16:]) is None:
        return True
    return _OWN.search(left) is not None and _is_licensed(page, start, end)


def _is_his(lines: str, left: str, begin: int, end: int) -> bool:
    """Whether nothing but which number he is stands between a profession, left[begin:end], and the end of the words."""
    if not (
        _JUST_SAYS.fullmatch(left, end)
        or _THEN_SAYS.fullmatch(left, end)
        or _GAVE.fullmatch(left, end)
        or _FORM.fullmatch(left, end)
        or (_ASKED.fullmatch(lines, end) and _ASKS.search(left, 0, begin))
    ):
        return False
    between = left[end:]
    return not (
        THING.search(between)
        or _HIS.search(between)
        or is_other_permit(left)
        or _HIS_THING.search(left, max(0, begin - _BEFORE), begin)
    )


def is_of_thing(left: str, begin: int) -> bool:
    """Whether a profession that begins at left[begin] only says whose thing it is that has the number."""
    return _HIS_THING.search(left, max(0, begin - _BEFORE), begin) is not None


def _is_licensed(page: Page, start: int, end: int) -> bool:
    """Whether the page is a prescriber's, or a member's of an order, and speaks of no driving."""
    first, last = max(0, start - _WIDE), end + _WIDE
    if _DRIVES.search(page.lower, first, last) or is_other_permit(left_of(page, start, _REACH)):
        return False
    return _TRADE.search(page.lower, first, last) is not None or is_self(page, start, end)
