"""Number of a health professional: RAMQ billing number (seven digits, the first tells the profession) or licence.

The last digit is a check whose rule is not public, so that a number is only worth acting on where it is called so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recognizers.around import left_of, right_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.practitioner_licence import is_licence, is_next_licence
from recognizers.practitioner_named import is_named, is_of_thing
from recognizers.practitioner_orders import AT_ORDER, MEMBER, ORDER, RESIDENT, of_order
from recognizers.practitioner_said import (
    DRIVES,
    KEPT,
    SPECIALIST,
    is_counted,
    is_labelled,
    is_listed,
    is_other_permit,
    is_said,
    is_self,
)
from recognizers.table import under_heads

_NUMBER: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])"
    r"(?:[0-9][ -]?[0-9]{5}[ -]?[0-9]|1 [0-9]{3} [0-9]{3}(?! [0-9]{3})|1[ -][0-9]{3}-[0-9]{3}(?! [0-9]{3})|[0-9]-?[0-9]{5}"
    r"|[0-9]{5}-[0-9]{2}|[0-9]{2}[ -]?[0-9]{3})(?![0-9a-z])(?![.,-][0-9])"
)
_FILL: Final = (
    r"(?:[\s:.#(),]|no|num|numero|number|n\^|est|is|le|the|my|mon|son|c'est|id|with|ramq|medecin|dre?|de|du|d'"
    r"|sont|are|sous|under|appears|as|serait|code|a|ordre(?: des [a-z]{5,16})?|order|l'"
    r"|looks like|on dirait|(?:sur|on) (?:la |the |ma |my |l')?(?:prescription|ordonnance|script"
    r"|note|label|etiquette|form|formulaire)|on it|college(?: des medecins| of physicians(?: and surgeons)?)?){0,14}$"
)
#: Before the words for the profession: the noun whose number it is.
_NEAR: Final = 32
#: Words that can only be about a professional's number.
_STRONG: Final = compiled(
    rf"(?:professionnel(?:le)?(?: de la sante)?|praticien(?:ne)?|practitioner|physician|medecin|pharmacien(?:ne)?|pharmacist"
    rf"|dentiste?|optometriste?|doctor|docteure?|omnipraticien(?:ne)?|specialiste?|chirurgien(?:ne)?|surgeon|infirmi(?:er"
    rf"|ere)|nurse"
    rf"|denturologiste?|no[. ]{{1,2}}prof|prof"
    rf"|prescripteur|prescriber|dispensateur|provider|professional|pratique|practice|exercice|billing|facturation|cmq"
    rf"|college (?:des medecins|of physicians(?: (?:and|&) surgeons)?)"
    rf"|locum|fournisseur de soins|(?<![a-z])doc(?='s| (?:number|no|num)(?![a-z]))|health ?(?:care )?professional)"
    rf"(?:'s)?{_FILL}"
)
#: "permis", "licence" alone name many permits.
_WEAK: Final = compiled(
    rf"(?:permis(?: d'exercice| de pratique| de formation| restrictif| temporaire)?|permit|licen[cs]e(?: to practi[cs]e)?"
    rf"|(?<![a-z])lic\.?"
    rf"|inscri(?:ption|tes?)(?: a la ramq| au tableau(?: de)?)?"
    rf"|registration|adhesion|membre|member){_FILL}"
)
_PROFESSION: Final = compiled(
    r"medecin|docteur|\bdre?\b|\bgp\b|pharmacy owner|pharmacien|infirmier|dentiste|optometriste|physician|doctor"
    r"|pharmacist|nurse|cmq|college"
    r"|dentist|optometrist|prescri(?:pteur|ber)|omnipraticien|surgeon|chirurgien|orthophonist|physiotherap|ergotherap|psycholog"
    r"|sage-femme|midwife|\bips\b|\bnp\b|\brn\b|\binf\b|\bpht\b|\bdmd\b|podiatre|chiroprat|hygieniste|inhalotherap|audiolog|nutritionnist|therapist|denturolog|logopaed"
)
_SPECIALIST: Final = compiled(rf"(?<![a-z]){SPECIALIST}s?(?![a-z])")
#: A physician whom only his standing or what he wrote calls one: "the attending", "le rapport du spécialiste".
_SPECIALIST_SAID: Final = compiled(
    rf"(?<![a-z])(?:{SPECIALIST}s?|(?:the|my|an|her|his) attending|(?:du|le|la|un|une|mon|ma|the|my|her|his|votre|your)"
    r" specialiste?(?! (?:en|in|of|de|d')(?![a-z])))(?![a-z])"
)
#: Between the profession and the number, it is the number of something else; or right before the profession.
_NOT_ITS: Final = compiled(
    r"(?<![a-z])(?:dossiers?|files?|factures?|invoices?|telephone|phone|tel|cabinet|bureau|office|chambre|room|local|salle"
    r"|demandes?|request|poste|fax|attente|rendez-vous"
    r"|appointment|patients?|serie|serial|appareils?|machine)(?![a-z])"
)
#: … where the profession only says whose paper it is.
_PAPER: Final = compiled(r"(?<![a-z])(?:notes?|documents?|billets?|certificats?|certificates?)(?![a-z])")
_NUMBER_WORD: Final = compiled(
    r"\bno\b|num|n\^|#|number|\bid\b|identifi|code|permis|licen[cs]e|billing|facturation|pratique|practice"
)
_PROFESSION_AFTER: Final = compiled(
    r"[ ,]{0,2}\(?(?:medecin|physician|pharmacien|pharmacist|dentiste?|nurse|infirmiere?|optometriste?|doctor"
    r"|dre?(?:\. ?| )[a-z]|(?:(?:du|aupres du|(?:of|from|with|by)(?: the)?) |de l'|par l'|par le )?(?:cmq|college|ooaq|oppq"
    r"|oeq|opq|oiiq|oiiaq|odq|opdq)(?![a-z])"
    r"|(?:de |a )l'ordre(?! d[eu] )(?![a-z]))"
)
#: Whoever bills the plan: a person, not a firm.
_WHO_BILLS: Final = (
    r"(?:i|je|we|nous|he|she|they|il|elle|on|who|qui|(?:medecin|physician|doctor|pharmacien(?:ne)?|pharmacist|dentiste?"
    r"|optometriste?"
    r"|surgeon|specialiste?|infirmiere|nurse|resident|remplacante?|locum)|(?:dre?\.?|docteure?|doctor)(?: [a-z'.-]{1,20}){1,2}?)"
)
#: A doctor's name with the number in brackets or behind a dash, or called a number; or "Professionnel :".
_NAMED: Final = compiled(
    r"(?:(?<![a-z])(?:dre?|docteure?|doctor)(?:\.? )(?:[a-z'.-]{1,20} ){0,2}[a-z'.-]{1,20}(?: ?\(| ?- | ?: ?|, ?)"
    r"|(?<![a-z])(?:medecin|physician|doctor|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?|omnipraticien(?:ne)?)"
    r"[^0-9\n.;]{1,40}[(,] ?(?:no|num|numero|number|#|n\^)[ .:#]{0,3}"
    r"|(?<![a-z])(?:(?:dre?|docteure?|doctor|prescripteur|prescriber)(?![a-z])|(?:medecin|physician)(?: [a-z]+)? ?:"
    r"|prescribing physician ?:)"
    r"\.? ?(?:[a-z'.-]{1,20}[ ,]{1,2}){1,5}?\(?(?:no|num|numero|number|#|n\^)[ .:#]{0,3}"
    r"|(?<![a-z])(?:medecin|physician|doctor|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?|omnipraticien(?:ne)?) ?\("
    r"|(?:^|[\n|\t;,])[ ]?(?:professionnel|professional|prescripteur|prescriber|dispensateur|provider)(?: [a-z]{4,14})? ?: ?"
    r"|(?<![a-z])(?:prescripteur|prescriber|dispensateur) "
    rf"|(?<![a-z])({_WHO_BILLS} (?:(?:also|still|now|always|me|nous|lui|y|a|has|had|avait) )?(?:bill(?:s|ed|ing)?"
    rf"|factur(?:ee?|ons|ais|ait|ent))"
    r" (?:(?:the |la )?ramq )?(?:avec|sous|under|with|using|as|par|au) (?:le |the |mon |my |ce |son )?(?:numero|no\.?|number"
    r"|code)? ?:? ?))$"
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
_SEVEN: Final = compiled(r"[1-9][ -]?[0-9]{5}[ -]?[0-9]|1 [0-9]{3} [0-9]{3}|1[ -][0-9]{3}-[0-9]{3}")
_UNDER_HEAD: Final = compiled(rf"[ \"]{{0,3}}({_SEVEN.pattern})[ \"]{{0,3}}")
#: "Dre Roy (no RAMQ 1727849)".
_RAMQ_OF: Final = compiled(
    r"(?<![a-z])(?:dre?\.?|docteure?|medecin) [a-z' .-]{2,40}[,(] ?"
    r"(?:(?:no|num|numero|n\^) (?:de )?ramq|ramq (?:no|num|number|#))[ :.#]*$"
)
_CUE_AFTER: Final = compiled(
    r"[ ,\"]{0,3}\(?(?:(?:c'est|est|is|was|etait) (?:bien )?|(?:comme|as) )?(?:(?:mon|ma|le|my|the|son|notre|his|her|our"
    r"|its) )?(?:(?:no"
    r"|num|numero|n\^)[. ]{1,2}(?:de |du )?(?:ramq (?:de |du )(?:la |l')?)?(?:pratique|dispensateur|professionnel"
    r"|prescripteur|medecin|facturation)"
    r"|permis cmq|(?:billing|provider|practice|practitioner|prescriber|physician) (?:number|no|id))(?![a-z])"
)


_PROFESSIONAL: Final = (
    r"(?:medecin|physician|doctor|docteure?|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?|omnipraticien(?:ne)?|surgeon"
    r"|chirurgien(?:ne)?|nurse|infirmi(?:er|ere)|sage-femme|midwife|radiolog|cardiolog|pediatr|psychiatr)"
)
_SAID: Final = (
    r" (?:(?:old|new|ancien|nouveau|own|propre) )?(?:numero|number|no\.?|n\^)(?![a-z])(?:[, ]{1,2}(?:comme|as|avec|with"
    r"|aupres de|sur|on|in|at"
    r"|au)[a-z' ]{1,40}?)?,? ?(?:est|is|serait|would be|was|etait|c'est|on dirait|looks like|seems to be"
    r"|je crois|porte)?"
    r" ?(?:que c'est|it's|le|the)?[ :=(]{0,3}$"
)
#: A number that the words right before it call one's own …
_OWN_NUMBER: Final = compiled(rf"(?<![a-z])(?:mon|my){_SAID}")
#: … or somebody else's, or a form's …
_ITS_NUMBER: Final = compiled(
    rf"(?<![a-z])(?:son|his|her|dont le|whose|the|le){_SAID}|(?:^|\n)[ ]?(?:numero|number|no|num|permis|licen[cs]e)\.? ?: ?$"
)
#: Where somebody works, who is spoken of on: "Dr. Roy's office that her number …".
_HIS_OFFICE: Final = compiled(
    r"'s (?:office|clinic|receptionist|secretary|staff|cabinet|bureau)(?= [^.;:!?]* (?:his|her) )"
)
#: One's own in brackets: "Je suis pédiatre à Rimouski (…".
_IN_BRACKETS: Final = compiled(r"(?<![a-z])(?:je suis|i am|i'm) [a-z', -]{3,44}\($")
#: Right behind the word for a physician.
_PHYSICIANS: Final = compiled(
    r"(?<![a-z])(?:(?:requesting|referring|prescribing|attending) (?:md|doctor)|(?:by|from|of) (?:the )?provider"
    r"|medecins?|physicians?|chirurgien(?:ne)?(?:-dentiste)?|chirurgienne)"
    r"(?: (?:requerant|referent|remplacant|traitant|prescripteur|examinateur|designe|consultant|accoucheur|signataire"
    r"|responsable)e?)?[ :,(#]{1,3}(?:(?:no|number|num|numero|#)[ .:#]{0,3})?$"
)
#: Right behind a physician's name, or before it in brackets; or "… as a GP".
_DOCTOR: Final = compiled(
    r"(?<![A-Za-z])(?:D[rR][eE]?|Docteure?|Doctor)\.? (?:[A-Z][A-Za-z'.-]{0,20},? (?:[/-] )?){1,3}(?:[a-z]{4,16}(?:logue"
    r"|logist|iste?|iatre|trist|ien|ienne),? )?$"
)
_THEN_DOCTOR: Final = compiled(r" ?\((?:dre?|docteure?|doctor)\.? [a-z]")
_BARE_LEAD: Final = compiled(
    r"(?<![a-z])(?:ramq|numero|no|number|remplace le|replacing|replace"
    r"|should (?:be|read|have been)|devrait etre|instead of|au lieu du?)[ :.#]{0,3}$"
)
_AS_ONE: Final = compiled(
    r" (?:as|comme|en tant que?)[ '](?:(?:an?|une?|my|mon) )?(?:gp|infirmi|nurse|optometr|sage-femme|midwife|medecin"
    r"|physician|doctor|surgeon|specialist|omnipraticien|chirurgien"
    r"|pharmac|dentist)"
)
#: … is a professional's where the words before say that one is a professional …
_I_AM: Final = compiled(
    rf"(?<![a-z])(?:(?:je suis|i am|i'm|im|i've been|i work as|je travaille comme) (?:(?:un|une|a|an|the|le|la|aussi|also) )?"
    rf"(?:[a-z-]{{3,12}} )?(?:{_PROFESSIONAL}|{SPECIALIST}|dre?\.? [a-z])|(?:mon|my) (?:numero|number) (?:comme"
    rf"|as) (?:(?:un|une|a|an) )?{_PROFESSIONAL})"
)
#: … or speak of one.
_HE_IS: Final = compiled(
    rf"(?<![a-z])(?:(?:mon|ma|my|our|notre|le|la|the|son|his|her|votre|your) {_PROFESSIONAL}(?![a-z'])"
    rf"|(?:dre?|docteure?|doctor)\.? [a-z]|{_PROFESSIONAL}(?: traitant| referent)? ?:)"
)
#: A card to train with, or a permit to come, beside words for medicine.
_TRAINING: Final = compiled(
    r"(?<![a-z])(?:(?:mon|my|son|his|her) (?:numero|number|no) (?:au|aupres du|with the|at the|du|de l'"
    r"|with) ?college(?: des medecins)?"
    r"|training (?:card|permit|number|licen[cs]e)|cartes? (?:de |d')?(?:stage|formation|externat)"
    r"|(?:from|du|of|par|by) (?:the |le )?college(?: des medecins)?)"
    r"(?:[ :.#(,]|no|num|numero|number(?:ed)?|n\^|est|is|le|the|porte|sera|will be|c'est|was|etait){1,8}$"
)
_MEDICINE: Final = compiled(
    r"(?<![a-z])(?:r[1-6]|med(?:ical|icine|ecine|ecins?)?|physician|doctor|prescri[a-z]+|ordonnances?|chu[smq]|hospital|hopital"
    r"|residency|clinical|clinique)(?![a-z])"
)
#: Called so some words before: "the prescriber's licence number as it appears on the pad:", "RAMQ billing no. is stamped".
_LED: Final = compiled(
    r"(?<![a-z])(?:(?:billing|prescribers?(?:'s)?|practitioners?(?:'s)?|professional|physicians?(?:'s)?|doctors?(?:'s)?|cmq|ramq)"
    r" (?:billing |licen[cs]e )?(?:nos?|num|numbers?|code|licen[cs]es?)"
    r"|(?:no|num|numero)s?[. ]{1,2}(?:de |d')?(?:permis (?:de l'|d')ordre|facturation|pratique|professionnel|prescripteur)"
    r"|permis de (?:l'ordre|medecin|pharmacien)|licen[cs]e numbers only)(?![a-z])[^0-9]{0,70}$"
)
_LED_REACH: Final = 110
_COLLEAGUE_REACH: Final = 48
#: Right before a number: the label of another.
_ANOTHER: Final = compiled(
    r"(?<![a-z])(?:batch|lot|code|avis|notice|tel|telephone|phone|fax|cell|dossier|file|case|cas|demande|request|facture|invoice"
    r"|ref|reference|rapport|report|patient|compte|account|commande|order|claim"
    r"|reclamation|ticket|billet|colis|parcel)s?(?: (?:no|num|numero|number|#)\.?)?[ .:#]{0,3}$"
)
#: Whoever else signs or bills where a professional's number stands already: "ma collègue, …", "le titulaire, lui, c'est le …".
_COLLEAGUE: Final = compiled(
    r"(?<![a-z])(?:colleg(?:ue|ues)|colleagues?|consoeurs?|confreres?|remplacante?|replacement|locum|associee?|associate"
    r"|titulaire|residente?|partner|superviseure?|supervisor|assistante?|(?:i am|i'm|im|je suis|moi)(?= |,)"
    r"|(?:le|la|the) (?:deuxieme|seconde?|troisieme|third|other|autre)|l'autre|(?:not to|pas a) (?:me|moi)|(?:et non"
    r"|and not|but not|mais pas|instead of|au lieu d[ue]|plutot que)(?: pas)?"
    r"|(?:autre|other|second|deuxieme) (?:medecin|docteur|doctor|physician"
    r"|pharmacien|pharmacist|dentiste?)|mine|le mien|la mienne)(?:'s)?"
    r"(?: (?:at|in|a|au|du|de la|of|from) [a-z' ]{3,24}(?= (?:is|est|was|c'est) ))?"
    r"(?:[ ,:.(#-]|cest|dre?(?![a-z])|moi|no(?![a-z])|num|numero|number|n\^|est|is|was|le|the|c'est|lui|elle|a(?![a-z])|has"
    r"|celui|ramq|facture|bills?"
    r"|sous|under|avec|as|de pratique|pratique|practice|billing){1,10}$"
)
#: Further numbers of a list, and what stands between two.
_FURTHER: Final = compiled(
    r" ?(?:,|;|/|&|et|and|,? puis) ?(?:(?:et|and) )?(?:(?:le nouveau|l'ancien|the (?:new|old) one|my (?:new|old) one"
    r"|l'autre|the other|hers|his|mine|le sien|la sienne|le mien|la mienne)"
    r"(?: (?:est|is))? (?:le )?)?"
    r"| ?[.;,] ?(?:et |and |but |mais )?(?:le mien|la mienne|le sien|mine|his|hers)(?: is| est|,)?(?: [a-z' ]{1,30})? ?:? ?"
    r"| {1,4}(?:[-*] ?)?"
)
#: … or a name: "Roy 1315722, Côté 1938784", "1608908 (moi), 1156006 (Dre Roy) et …".
_FURTHER_NAMED: Final = compiled(
    r"(?: ?\([^\W\d_][^\d()]{1,23}\))? ?[,;]? ?(?:\n[ >*-]{0,4}(?=[A-Z][A-Za-z'-]{1,20},? [A-Z]))?(?:(?:et|and) )?"
    r"(?:Dre?\.? )?"
    r"(?:[A-Z][A-Za-z'-]{1,20}(?:,? [A-Z][A-Za-z'.-]{0,20}){0,3} ?[:(-]? ?(?:(?:is |est |le |c'est )(?:at |under |le |au "
    r"|sous )?)?)?"
)
#: … or the name of the one before, a row each: "1445405 Roy\\n1791999 Côté".
_FURTHER_ROW: Final = compiled(
    r"[ \t]?[:,-]?[ \t](?:Dre?\.? )?[A-Z][A-Za-z'-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'.-]{0,20}){0,3} *\n[ >*-]{0,4}"
)
#: What a physician's number begins with; no telephone number does.
_PHYSICIAN: Final = "1"
_MOST_FURTHER: Final = 20
#: A number that is called a professional's, in the form of the plan's; a licence, and what is only likely.
_SURE: Final = 0.95
_LIKELY: Final = 0.75
_WIDE: Final = 160
#: Where there is none around, no words are.
_LETTER: Final = compiled("[a-z]")
_RIGHT: Final = 60


class PractitionerNumberRecognizer:
    """Proposes CA_QC_PRACTITIONER_NUMBER. Linear: a fixed window before each short number."""

    id = "practitioner-number"
    entity_types = ("CA_QC_PRACTITIONER_NUMBER",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every number that is called a professional's."""
        for start, end in of_order(page):
            yield Candidate(self.entity_types[0], start, end, _LIKELY, self.id, ("pattern", "cue"))
        if not page.clusters:
            return
        first, last, further = -1, -1, 0
        colleagues = []
        for found in _NUMBER.finditer(page.lower):
            seven = _SEVEN.fullmatch(found[0]) is not None
            if score := _score(page, *found.span(), seven=seven):
                further = 0
            elif (
                last >= 0
                and further < _MOST_FURTHER
                and (
                    (seven and _is_further(page, last, found.start()))
                    or is_next_licence(page, first, last, *found.span())
                )
            ):
                score, further = _LIKELY, further + 1
            else:
                if seven and found[0].startswith(_PHYSICIAN):
                    colleagues.append(found.span())
                continue
            first, last = found.span()
            yield Candidate(self.entity_types[0], *found.span(), score, self.id, ("pattern", "cue"))
        for start, end in colleagues if last >= 0 else ():
            if _COLLEAGUE.search(left_of(page, start, _COLLEAGUE_REACH)):
                yield Candidate(self.entity_types[0], start, end, _LIKELY, self.id, ("pattern", "cue:near"))
        if "\n" in page.lower and any(map(page.lower.__contains__, _HEAD_PARTS)):
            for start, end in under_heads(page.lower, _HEAD, _UNDER_HEAD):
                yield Candidate(self.entity_types[0], start, end, 0.9, self.id, ("pattern", "cue:column"))


def _is_further(page: Page, last: int, start: int) -> bool:
    """Whether a number is the next of a list, with nothing between but a mark or whose it is."""
    if _FURTHER.fullmatch(page.flat, last, start) or _FURTHER_ROW.fullmatch(page.text, last, start):
        return True
    named = _FURTHER_NAMED.fullmatch(page.text, last, start) is not None
    return named and _ANOTHER.search(page.flat, start - _NEAR, start) is None


def _score(page: Page, start: int, end: int, *, seven: bool) -> float:
    """What the words around a number make of it; `seven`: it has seven figures, the first no 0."""
    left = left_of(page, start, 64)
    named = _NAMED.search(left) if seven else None
    if named and not named[1] and (_NOT_ITS.search(named[0]) or _PAPER.search(named[0])):
        named = None
    if named or _is_called_so(left, right_of(page, end)):
        return _SURE if seven else _LIKELY
    if (
        is_labelled(page, start)
        or is_licence(page, start, end)
        or (_is_of_order(page, start, end, left) and not is_other_permit(left))
        or (seven and RESIDENT.search(left) is not None and is_self(page, start, end))
    ):
        return _LIKELY
    return _LIKELY if seven and page.lower[start] == _PHYSICIAN and _is_its(page, start, end, left) else 0.0


def _is_its(page: Page, start: int, end: int, left: str) -> bool:
    """Whether the words before a number say that it is somebody's, and that this is a professional."""
    if is_counted(page, end) or not _LETTER.search(page.lower, start - _LED_REACH, end + _RIGHT):
        return False
    if (
        _is_beside_one(page, start, end, left)
        or is_said(page, start, end)
        or is_named(page, start, end)
        or is_listed(page, start, end)
    ):
        return True
    if _WEAK.search(left) and _SPECIALIST.search(left) and not is_other_permit(left):
        return DRIVES.search(left) is None
    if _LED.search(left_of(page, start, _LED_REACH)) and not _ANOTHER.search(left):
        return True
    own = _OWN_NUMBER.search(left) or _IN_BRACKETS.search(left)
    if own or _ITS_NUMBER.search(left):
        before = left_of(page, start, _WIDE)
        ones = list((_I_AM if own else _HE_IS).finditer(before))
        if ones and _NOT_ITS.search(_HIS_OFFICE.sub("", before[ones[-1].start() :])) is None:
            return True
        if own and is_self(page, start, end):
            return True
    return (
        _TRAINING.search(left) is not None
        and _MEDICINE.search(page.lower, start - _WIDE, start + _WIDE) is not None
    )


def _is_of_order(page: Page, start: int, end: int, left: str) -> bool:
    """Whether a number is one of a professional order, and a profession is named near."""
    return (
        "ord" in left
        and AT_ORDER.search(left) is not None
        and not is_counted(page, end)
        and _PROFESSION.search(page.lower, start - _WIDE, end + _RIGHT) is not None
    )


def _is_beside_one(page: Page, start: int, end: int, left: str) -> bool:
    """Whether a physician stands right before the number, or right after it: "Dr Alain Roy 1386490", "1714915 (Dr Côté)"."""
    near = KEPT.sub("", left)[-_NEAR:]
    physician = _PHYSICIANS.search(left)
    if physician or _DOCTOR.search(page.text[max(0, start - 64) : start]):
        return _NOT_ITS.search(near) is None and not (physician and is_of_thing(left, physician.start()))
    right = right_of(page, end)
    then = _THEN_DOCTOR.match(right) and _BARE_LEAD.search(left)
    return bool(then or _AS_ONE.match(right)) and _NOT_ITS.search(near) is None


def _is_called_so(left: str, right: str) -> bool:
    if ORDER.search(left) or _RAMQ_OF.search(left) or ("ordre" in left and MEMBER.search(left)):
        return True
    if strong := _STRONG.search(left):
        near = left[max(0, strong.start() - _NEAR) :]
        return (
            _NUMBER_WORD.search(left) is not None
            and _NOT_ITS.search(near) is None
            and not is_of_thing(left, strong.start())
            and not is_other_permit(left)
        )
    if _WEAK.search(left):
        return (
            (
                _PROFESSION.search(left) is not None
                or _SPECIALIST_SAID.search(left) is not None
                or _PROFESSION_AFTER.match(right) is not None
            )
            and not is_other_permit(left)
            and DRIVES.search(left) is None
        )
    return _CUE_AFTER.match(right) is not None


RECOGNIZER = PractitionerNumberRecognizer()
