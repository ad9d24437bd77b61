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
ONE: Final = (
    rf"(?:{SPECIALIST}|medecin|physician|doctor|docteure?|doc|gp|md|ips(?:pl|sm|sa|spa|np)?|physio|chiro|pharmacien(?:ne)?"
    rf"|pharmacist|dentiste?|optometriste?"
    r"|omni(?:praticien(?:ne)?)?|surgeon|chirurgien(?:ne)?(?:-dentiste)?|nurse(?: practitioner)?|specialiste?"
    r"|infirmi(?:er|ere)(?: praticien(?:ne)?)?|denturist|opticien(?:ne)?|optician"
    r"|practitioner|praticien(?:ne)?|professionnel(?:le)?|prescripteur|prescriber|locum"
    r"|(?:nos|mes|les) remplacante?|(?:medecin|medical|new|our|nouvelle?|notre) residente?)"
)
_NAMED: Final = compiled(rf"(?<![a-z-]){ONE}s?(?:-chef)?(?![a-z-])")
#: Which one: "médecin de famille", "surgeon on call", "l'audiologiste de mon fils".
_WHICH: Final = (
    r"(?: (?:remplacante?|replacement|traitante?|referente?|requerante?|demandeur|requesting|proprietaire|specialise?e?"
    r"|specialiste?|residente?|examinat(?:eur|rice)|inscrite?|designee?|associee?|(?:de|of) (?:famille|garde|record)"
    r"|on (?:call|duty)|in charge|profile|(?:de|of|a) (?:mon|ma|my|notre|our|son|sa|his|her|mes|la) [a-z]{3,12})"
    r"|,? (?:nom|name)s? (?:et|and|&) (?:numeros?|numbers?|no))*+"
)
_DET: Final = r"(?:(?:our|my|notre|ma|mon|the|le|la|an?|une?|his|her|son|sa) |l')"
_NO: Final = r"(?:(?:no\.?|num|numero|number|#|n\^)(?![a-z]) ?[:.]? ?){0,2}"
#: Nothing but that the number comes.
_SAYS: Final = (
    r"(?:[ :,(#=\"\u00bb\u201d]|'s|(?:is|was|were|est|etait|etaient|are|sont|c'est|cest|it's|its|it is|that's|(?:s?he's"
    r"|il est|elle est)|the|le|la|les|l|his|her|son|no\.?"
    r"|nos|num|numeros?|numbers?|n\^|ramq|(?:a|has|avec|with|under|sous|as) (?=the |le |numer|numb|no)|permis|licen[cs]e|bien|now"
    r"|j'ai (?:mis|inscrit|ecrit)|i (?:wrote|put|entered))(?![a-z])){1,12}+"
)
_JUST_SAYS: Final = compiled(rf"{_WHICH}{_SAYS}")
#: He billed, signed with it, is registered under it.
_USED: Final = (
    r"(?: (?:a |has |had |avait |is |est )?(?:used|uses|utilisee?|utilise|billed|bills|facturee?|signed|signee?|signe"
    r"|claimed|appears"
    r"|parait|figure|inscrite?|registered|listed)(?: (?:under|with|as|sous|avec|comme|par))?(?![a-z]))"
)
#: … after some words of what he did, or on what he stands: they end in a verb, a colon or the word for a number.
_THEN_SAYS: Final = compiled(
    rf"{_WHICH}(?:,? (?:qui|que|who|that|which|dont|whose|quand|when|on|sur|in|en|at|au|aux|for|from|pour|de|du|des|d|chez"
    rf"|listed|named|i"
    rf"|we|m|nous|gave|told)(?![a-z])[^0-9.;:?!()]{{1,60}}?|, [a-z' ]{{3,30}},)?"
    rf"(?:{_USED}|,? (?:is|was|est|etait|c'est|cest|it's|numero|number|no)(?![a-z])| ?:(?! )|(?= ?:)"
    rf"|(?: chez vous)? (?=sous le |under))"
    rf"(?:(?: chez vous| with you)? (?:sous|under))?{_SAYS}"
)
#: "… gave me her number for the form:", "… portant le numéro …", "… s'appelle Roy et son numéro est …".
_HAS: Final = compiled(
    r",? [^0-9.;:?!()]{0,60}?(?:(?<= )(?:his|her|son|a le|has|has the|their|leur|portant le|bearing|avec le|with|under"
    r"|sous le|holds|detient le"
    r"|whose) |(?<=dont )le )"
    r"(?:(?:permis|licen[cs]e)(?: (?:number|no))?|number|numero|no)(?: (?:for|pour|on|sur) [a-z' ]{3,24}|,? (?:is|est|was"
    r"|le|la)){0,3}"
    r"[ :,(#]{1,3}"
)
#: "Médecin traitant : Alain Roy, …", "my GP, Julie Shah (…", "the anesthetist is Mark Roy, number …".
_BY_NAME: Final = compiled(
    rf"{_WHICH} ?(?:: ?(?:dre?\.? )?[a-z'.-]{{1,20}}(?: [a-z'.-]{{1,20}}){{0,2}}[ ,(/;|-]{{1,6}}{_NO}"
    rf"|,? (?:(?:is|est|was|s'appelle|named|called|nommee?) )?[a-z'.-]{{2,20}} [a-z'.-]{{2,20}}(?: [a-z'-]{{2,20}})?"
    rf"(?: ?\( ?{_NO}|, (?=[n#])(?:no\.?|number|numero|#) ?))"
)
#: "Who was the surgeon?", and the answer, often on a line of its own.
_ASKED: Final = compiled(
    r"[^0-9.;?!\n]{0,40}\?[ >\n]{1,6}(?:[ar][:.)-] ?)?(?:(?:it's|it is|c'est|cest) )?(?:le |the )?(?:(?:no|number"
    r"|numero) ?[:#]? ?)?"
)
_ASKS: Final = compiled(
    r"(?:(?<![a-z])(?:who|which|what|qui|quel(?:le)?s?) [^0-9.;?!\n]{0,40}|(?:^|[.\n] ?)(?:(?:le|la|the|your|votre) |l'))$"
)
#: "You asked for the surgeon's number. It's …".
_CALLED: Final = compiled(
    rf"(?<![a-z])(?:(?:numeros?|numbers?|no|permis|licen[cs]es?)(?: (?:no|number))? (?:du|de|of|for"
    rf"|des) ?(?:{_DET})?{ONE}s?{_WHICH}"
    r"(?: (?:qui|who|that|de|of|at|in|on|sur) [^0-9.;:?!()]{1,40})?"
    rf"|{ONE}'?s'? (?:numbers?|no|licen[cs]es?)(?: number)?) ?[.:?!,]{{1,2}} (?:ok |so |alors |well )?"
    r"(?:it's|it is|it was|here it is|here|c'est|cest|l[ea] voici|voici|voila|le voila|that's|this is it|i have|j'ai)?[ :,]{0,2}"
    rf"(?:le |the )?{_NO}$"
)
#: A doctor's name on the line before.
_UNDER_NAME: Final = compiled(
    r"(?:^|\n) ?dre?\.? [a-z. '-]{2,40}\n ?(?:no|numero|number|licen[cs]e|permis|#)(?: no)?[ .:#]{0,3}$"
)
#: Where a number stands says nothing of whose it is.
_WHERE: Final = compiled(
    r"(?<![a-z])(?:facture|billing)(?= (?:sous|avec|under|with|as)(?![a-z]))|(?<![a-z])(?:on|sur|in|dans) (?:the|my|this"
    r"|your|le|la|mon|ma|ce|cette|votre|l'|mes|les)"
    r" ?[a-z]{3,14}(?: (?:form|d'[a-z]{4,12}|de [a-z]{4,12}))?(?![a-z])"
)
#: What else is a professional's, and has a number.
_HIS: Final = compiled(
    r"(?<![a-z])(?:statements?|releves?|patiente?s?|rendez-vous|appointments?|extension|prescriptions?|ordonnances?"
    r"|clini(?:que|c)s?"
    r"|etablissements?|establishments?|cases?|cas|bureau|office|appareils?|machine|visites?|visits?|documents?|notes?|employee?s?"
    r"|matricule|agente?|permanent|voir|see)(?![a-z])"
)
#: Before the word for a profession: it is that thing's number (what numbers a person, and what is done about one, is none).
_OF_WHAT: Final = compiled(
    r"(?<![a-z])(rendez-vous|[a-z]{2,15})(?: (?:number|no|num|id|code))?"
    r"( (?:du|de|of|des|from|chez|by|par|at|au|aux|with|avec|for|pour|to|a))?"
    r" ?(?:(?:la|le|the|mon|ma|my|notre|our|son|his|her|nos|un|une|a) |l')?$"
)
_NUMBERING: Final = frozenset(
    """numero numeros number numbers no nos num permis licence license licences licenses code codes id identifiant billing
    facturation pratique practice ramq inscription registration profil profile name nom signature one celui that
    le la the mon my son his her""".split()
)
_THINGS: Final = compiled(
    r"(?:extension|prescription|ordonnance|clini(?:que|c)|lot|batch|etablissement|establishment|case|cas|dossier|file|facture"
    r"|invoice|bureau|office|telephone|phone|fax|appareil|machine|recu|receipt|demande|note|cheque|requete|requisition|billet"
    r"|ticket|reference|referral|rendez-vous|confirmation|appointment|formulaire|form|plan|groupe?|assurance|insurance|policy"
    r"|client|certificat|certificate|assuree?|portail|portal|adresse|address|budget|stationnement|parking)s?"
)
#: … these where something says that the number is theirs: "Réclamation du médecin 1234567" is the physician's.
_HIS_PAPERS: Final = compiled(r"(?:statement|releve|claim|reclamation|patiente?|visite?)s?")
_LINKED: Final = compiled(r":|(?<![a-z])(?:is|was|est|etait|are|sont|c'est|cest)(?![a-z])")
#: Several, and then the numbers: "Il s'agit des numéros …" …
_SEVERAL: Final = compiled(
    rf"(?<![a-z])(?:deux|trois|quatre|cinq|six|two|three|four|five|plusieurs|several|some|certains|nos|our|les|the) "
    rf"(?:(?:de|des|of|autres|other|following) )?(?:(?:nos|our|the|les|ces|these) )?(?:[a-z]{{3,9}} )?{ONE}s(?![a-z])"
)
_NUMBERS: Final = compiled(
    r"(?<![a-z])(?:il s'agit (?:des|du)(?: (?:numeros?|nos?))?|(?:the|their|les|leurs?) (?:numbers?|numeros?)(?: (?:are"
    r"|sont|is|est))?"
    r"|soit (?:les|le|des)(?: numeros?)?|namely|(?:ce sont|these are|they are|c'est) (?:les? |the |des )?(?:numbers? "
    r"|numeros? )?)"
    r"[ :(]{0,3}$"
)
#: … or at once, in a list: "Deux médecins ont signé, … et …".
_LISTED: Final = compiled(r"[^0-9.;:?!]{0,60}(?:[,:] ?| (?:dont|of whom|including) (?:les |le )?)")
_AND_ANOTHER: Final = compiled(r" ?(?:,|et|and|&|ou|or)(?: et| and)? ?1[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])")
#: "Il est le …" of a doctor just named.
_HE_IS: Final = compiled(
    r"(?<![a-z])(?:he|she|il|elle) (?:is|was|est|etait) (?:(?:le|the) )?(?:(?:numero|number|no)\.? )?$"
)
_DOCTOR: Final = compiled(rf"(?<![a-z])(?:dre?\.? [a-z]|{ONE}(?![a-z]))")
#: "… paid to …, our locum, …"; "Signed, …, MD".
_THEN: Final = compiled(
    rf" ?[,(] ?{_DET}(?:[a-z]{{3,9}} )?{ONE}{_WHICH}(?: ?[,.;)]| (?:a|in|at|en|au) |$)"
    rf"| (?:de|from|a|to|dans|in) (?:la|our|the|notre|ma|my) list(?:e)? (?:de |of |des )(?:nos |our |the |mes "
    rf"|my )?{ONE}s?(?![a-z])"
)
_THEN_ONE: Final = compiled(rf" ?[,(] ?(?:m\.d\.|{ONE}){_WHICH}(?: ?[,.;)\n]| (?:a|in|at|en|au) |$)")
#: "Who is …? It is the doctor on …", "Le … est-il un médecin participant?".
_THEN_IS: Final = compiled(
    rf"(?:\? (?:it is|it's|c'est)| is| est(?:-il|-elle)?| still)(?: (?:still|the|le|la|une?|an?|encore"
    rf"|bien)){{0,2}}(?: [a-z-]{{3,14}})??"
    rf" {ONE}(?![a-z])"
)
_ASKS_WHO: Final = compiled(
    r"(?:^|[.!?] ?|(?<![a-z])(?:who is|who's|is|qui est|que|that|if|si) )(?:le )?(?:no\.? |number |numero )?$"
)
_SIGNS: Final = compiled(
    r"(?<![a-z])(?:signed|signee?|ici|here is|this is)(?: (?:by|par))?[ :,]{1,3}(?:le |no\.? ?)?$"
)
#: "Son permis est …, c'est le médecin qui …".
_THEN_HE_IS: Final = compiled(
    rf"[ ,;]{{1,3}}(?:and |et )?(?:he is|he's|she is|she's|c'est|il est|elle est) {_DET}?(?:[a-z]{{3,9}} )?{ONE}(?![a-z])"
)
_ITS: Final = compiled(
    r"(?<![a-z])(?:his|her|son|sa|their) (?:licen[cs]e|permis|number|numero)(?: (?:number|no|de permis|de pratique))?"
    r"(?:[ :#(]|is|est|was|le|the|no|number|numero){1,6}$"
)
#: "Prescribed by …".
_BY: Final = compiled(
    rf"(?<![a-z])(?:prescribed|prescrite?s?|operated on|operee?|referred|referee?|anesthesiee?) (?:by|par) (?:le )?{_NO}$"
)
#: Words for a part in an operation or a replacement, on a form or a message that speaks of medicine.
_PART: Final = compiled(
    r"(?:^|[.;,|/] ?)(?:remplacante?|titulaire|locum|chirurgie|anesthesie|surgery|ana?esthesia|attending|assistante?"
    r"|1er assistant)"
    r" ?[:=] ?(?:no\.? ?|le )?$"
)
_LABEL_ENDS: Final = compiled(r"[:=] ?(?:no\.? ?|le )?$")
_OF_MEDICINE: Final = compiled(
    r"(?<![a-z])(?:medic(?:al|ale|aux)|medecins?|facturation|billing|actes?|ramq|operat(?:ion|oire|ing)|protocole|dre?)(?![a-z])"
)
#: "1608908 (moi)", where whoever writes is a professional.
_ME: Final = compiled(r" ?\((?:me|moi|myself|mine|le mien)\)")
#: A licence of one's own …
_OWN: Final = compiled(
    r"(?<![a-z])(?:my|mon|ma|our) (?:licen[cs]e|permis)(?:[ :,(#]|is|est|le|the|no\.?|number|numero|c'est|n\^|porte){1,8}$"
)
#: … or had from those who give it: "my licence from the College in May, it's …" …
_GIVEN: Final = compiled(
    r"(?<![a-z])(?:j'exerce|i practi[cs]e|je pratique) (?:sous|under|avec|with) (?:le |the )?(?:permis|licen[cs]e)[ :]$"
    r"|(?<![a-z])(?:licen[cs]e|permis) (?:de |d'|from |of |with |by |at |par |a |du )(?:the |la |l')?"
    r"(?:college(?: des medecins)?|ordre|order|oiiq|opq|odq|ooq|oiiaq|cmq)(?![a-z])[^0-9.;:?!]{0,32}[ ,:(]{1,2}"
    r"(?:(?:it's|it is|c'est|cest) )?(?:le |the )?$"
)
#: … where an order, a college or a prescription pad is spoken of, and nobody drives.
_TRADE: Final = compiled(
    r"(?<![a-z])(?:prescription pads?|(?:carnets?|blocs?|tablettes?) (?:de |d')(?:ordonnances?|prescriptions?)|i prescribe"
    r"|je prescris|(?:the order|l'ordre) (?:says?|said|told|tells|wrote|confirm(?:s|ed)|thinks|has|me |dit|pretend|affirme"
    r"|confirme|des )|(?:order|college) of (?:nurses|physicians|pharmacists|dentists)|college des medecins|(?:my|mes) patients"
    r"|i bill|je facture)(?![a-z])|(?<![a-z])l'ordre m'"
)
_DRIVES: Final = compiled(r"(?<![a-z])(?:condui|driv|saaq|vehic|automobile|highway|autoroute)")
#: What he says may be of somebody else, or of a product, or where one calls back.
_OF_OTHERS: Final = compiled(
    r"(?<![a-z])(?:my|our|ma|mon|mes|notre|nos|code|produit|product|test|appeler|rappel(?:er)?|call(?:back)?|construction|bell"
    r"|videotron|dose|resultats?|results?)(?![a-z])"
)
_REACH: Final = 120
_BEFORE: Final = 44
_WIDE: Final = 240
_MOST: Final = 6
_NEAR: Final = 16
_RIGHT: Final = 60


def is_named(page: Page, start: int, end: int) -> bool:
    """Whether the words around seven figures say that they stand for somebody of such a profession."""
    lines = left_of(page, start, _REACH)
    left = lines.replace("\n", " ")
    right = right_of(page, end, _RIGHT)
    ones = list(_NAMED.finditer(left))[-_MOST:]
    if any(_is_his(lines, left, *one.span()) for one in ones):
        return True
    if ones and (_is_of_several(left, right) or _is_told(left)):
        return True
    if ("dr" in left and (_UNDER_NAME.search(lines) or _is_he(left))) or _is_then_named(left, right):
        return True
    if ("permis" in left or "licen" in left) and _is_licence(page, start, end, left):
        return True
    return (
        ((" by " in left or " par " in left) and _BY.search(left) is not None)
        or (_ME.match(right) is not None and is_self(page, start, end))
        or (
            _LABEL_ENDS.search(left) is not None
            and _PART.search(left) is not None
            and _speaks_of_medicine(page, start, end)
        )
    )


def _is_of_several(left: str, right: str) -> bool:
    """Whether some professionals are spoken of, whose numbers now come."""
    several = list(_SEVERAL.finditer(left))
    if not several:
        return False
    last = several[-1].end()
    listed = _NUMBERS.search(left) or (_LISTED.fullmatch(left, last) and _AND_ANOTHER.match(right))
    return listed is not None and THING.search(left, last) is None


def _is_told(left: str) -> bool:
    """Whether the sentence before is about a professional's number, or about one who now is that number."""
    if called := _CALLED.search(left):
        return THING.search(called[0]) is None and _HIS.search(called[0]) is None
    return _is_he(left)


def _is_he(left: str) -> bool:
    one = _DOCTOR.search(left) if _HE_IS.search(left) else None
    return one is not None and THING.search(left, one.end()) is None


def is_of_thing(left: str, begin: int) -> bool:
    """Whether a profession that begins at left[begin] only says whose thing it is that has the number."""
    of = _OF_WHAT.search(left, begin - _BEFORE, begin)
    if of is None:
        return False
    if _THINGS.fullmatch(of[1]):
        return True
    return _HIS_PAPERS.fullmatch(of[1]) is not None and _LINKED.search(left, begin) is not None


def _is_his(lines: str, left: str, begin: int, end: int) -> bool:
    """Whether nothing but which number he is stands between a profession, left[begin:end], and the end of the words."""
    if not (
        _JUST_SAYS.fullmatch(left, end)
        or _THEN_SAYS.fullmatch(left, end)
        or _HAS.fullmatch(left, end)
        or _BY_NAME.fullmatch(left, end)
        or (_ASKED.fullmatch(lines, end) and _ASKS.search(left, 0, begin))
    ):
        return False
    between = _WHERE.sub("", left[end:])
    if (
        THING.search(between)
        or _HIS.search(between)
        or _OF_OTHERS.search(between)
        or is_other_permit(left)
        or is_of_thing(left, begin)
    ):
        return False
    of = _OF_WHAT.search(left, begin - _BEFORE, begin)
    return of is None or of[2] is None or of[1] in _NUMBERING or _LINKED.search(between) is None


def _is_then_named(left: str, right: str) -> bool:
    """Whether the words after a number name whose it is."""
    if _THEN_HE_IS.match(right):
        return _ITS.search(left) is not None
    if not (
        _THEN.match(right)
        or (_THEN_IS.match(right) and _ASKS_WHO.search(left))
        or (_THEN_ONE.match(right) and _SIGNS.search(left))
    ):
        return False
    near = left[-_NEAR:]
    return THING.search(near) is None and _HIS.search(near) is None


def _speaks_of_medicine(page: Page, start: int, end: int) -> bool:
    return _OF_MEDICINE.search(page.lower, start - _WIDE, end + _WIDE) is not None


def _is_licence(page: Page, start: int, end: int, left: str) -> bool:
    """Whether a licence is a profession's: who gives it says so, or the page, which speaks of no driving."""
    first, last = max(0, start - _WIDE), end + _WIDE
    if _GIVEN.search(left):
        return _DRIVES.search(left) is None and not is_other_permit(left)
    if not _OWN.search(left) or _DRIVES.search(page.lower, first, last) or is_other_permit(left):
        return False
    return _TRADE.search(page.lower, first, last) is not None or is_self(page, start, end)
