"""A professional's number that no label of its own calls so: whoever writes, or is spoken of, is a professional.

"I'm a locum doc … You need my Quebec one: …", "Numéros des quatre médecins signataires : …", "Nous sommes deux dentistes.
Nos numéros : …", "Le numéro de la pédiatre est …". All of them begin as a physician's does, with a 1.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import left_of
from recognizers.page import Page
from recognizers.patterns import compiled

#: Specialists and other members of an order.
SPECIALIST: Final = (
    r"(?:(?:pedi|psychi|geri|physi|podi)atr(?:e|ist|ician)"
    r"|(?:cardio|dermato|gyneco|gynaeco|neuro|onco|uro|radio|rhumato|rheumato|pneumo|entero|endocrino|hemato|nephro|patho"
    r"|ophtalmo|ophthalmo|urgento|(?:neuro)?psycho|audio|denturo|kinesio)log(?:ue|iste?)"
    r"|ana?esthe(?:siste?|tist|siologiste?)|interniste?|generaliste|sage-femme|midwife"
    r"|orthopediste?|obstetrici(?:an|en(?:ne)?)|orthopod|(?:physio|ergo|inhalo|occupational |respiratory )therap(?:eute|ist)"
    r"|orthophoniste|orthodontiste?|chiropra(?:ticien(?:ne)?|ctor)|dieti[ct]ian|dietetiste|nutritionniste"
    r"|hygieniste dentaire|dental hygienist|audioprothesiste|hearing[- ]aid (?:acoustician|practitioner)"
    r"|acupunct(?:eur|rice|urist)|psychoeducat(?:eur|rice|or)|sexolog(?:ue|ist)|travailleu(?:r|se) sociale?|social worker)"
)
_ONE: Final = (
    rf"(?:{SPECIALIST}|medecin|physician|doctor|docteure?|doc|gp|pharmacien(?:ne)?|pharmacist|dentiste?|optometriste?"
    r"|omnipraticien(?:ne)?|(?:dental )?surgeon|chirurgien(?:ne)?(?:-dentiste)?|nurse|infirmi(?:er|ere)|prescripteur|prescriber"
    r"|residente? en medecine|medical resident)"
)
#: Whoever writes says that he is one, or that they are; signs as one; writes to where only these do.
_SELF: Final = compiled(
    r"(?<![a-z])(?:je suis|i am|i'm|im|we are|we're|nous sommes|on est|of us are|as|en tant que|comme|tous deux|toutes deux"
    r"|(?:mon|ma|my) [a-z]{3,10}(?:,| est| is|'s)) (?:(?:une?|an?|the|le|la|aussi|also|both|all|just|two"
    r"|three|four|five|six|deux|trois|quatre|cinq|tous|toutes|des|locum|family|emergency|er|staff|retired|visiting|new|jeune"
    rf"|nouvelle?|general|medical) ){{0,3}}{_ONE}s?(?![a-z])"
    rf"|(?<![a-z]){_ONE}s? (?:here|ici)(?![a-z])"
    rf"|\([a-z ]{{0,12}}{_ONE}s?\)"
    r"|(?<![a-z])(?:physicians|doctors|medical professionals)'? (?:section|department|services|payments?)(?![a-z])"
    r"|(?<![a-z])(?:section|service|paiement) (?:des|aux) (?:medecins|professionnels(?: de la sante)?)(?![a-z])"
    r"|(?:\n|[.!?] ?-{1,2}) ?dre?\.? [a-z]"
    r"|[.!?] {1,2}dre?\.? [a-z][a-z'-]{1,20}(?: [a-z'.-]{1,20}){0,2}(?:, [^.!?\n]{2,40})?\.?\s*\Z"
    r"|(?:\n|[.!?] ?-{1,2}) ?[a-z][a-z' .-]{3,40},? (?:m\.?d|d\.?m\.?d|o\.?d|ips|r\.?n|b\.?pharm|pharm\.?d|frcpc|ccfp"
    r"|cmfc)\.?(?![a-z])"
)
_TO_IT: Final = r"(?:[ :=,(]|is|are|est|sont|c'est|'s|etait|was|le|the|no(?![a-z])){0,8}$"
#: What is said of one's number where it needs no name.
_POINTING: Final = compiled(
    r"(?<![a-z])(?:(?:the|my|our|your) (?:right|correct|real|good|actual|quebec|ramq|current|new|temporary) (?:ones?|numbers?)"
    r"|l[ea]s? (?:bon(?:ne)?|vrai|correct|exact)s?(?: numeros?)?|mon bon numero"
    r"|mine|ours|hers|his|le mien|la mienne|le sien|la sienne|les notres?|moi|(?:son|his|her) (?:numero|number)"
    r"|(?:please )?use(?: instead)?|(?:please |should )?(?:read|be read)(?: it| this| that)? as"
    r"|(?:lire|lisez|lue?)(?:-le)?(?: plutot)?|(?:utilisez|prenez)(?: plutot)?|(?:it's|it is|c'est) (?:now|maintenant|rendu)"
    r"|(?:please )?(?:close|deactivate|reactivate|fermez|fermer|desactive[rz]|reactive[rz])"
    r"|(?:bills?|billing|facture|practi[cs]e|pratique) (?:under|with|as|sous|avec)"
    r"|(?:le |la |the |l')?(?:remplacante?|titulaire|locum|associee?|collegue|colleague|partner)(?:'s)?|nous autres"
    r"|(?:my|our|mon|nos|notre) (?:numbers?|numeros?)"
    r"(?: (?:temporaires?|a la ramq|ramq|chez vous|with you|at ramq|here))?"
    r"|(?:here|ici)(?=,)"
    r"|numbers? of (?:all |the )?(?:[a-z]{2,7} )?of us[a-z' ]{0,24}"
    rf"|numeros (?:des|de nous) [a-z]{{4,8}}(?: (?:qui ont signe|signataires?))?)(?: ?\([a-z' ]{{1,24}}\))?{_TO_IT}"
)
#: Several professionals' numbers under one head, or that of somebody's.
_OF_ONES: Final = compiled(
    r"(?<![a-z])(?:(?:numeros?|nos|no|permis) (?:ramq )?(?:des |de nos |de la |du |de l'|de mon |de ma |de notre |de son )"
    rf"(?:[a-z]{{2,8}} ){{0,2}}{_ONE}s?(?: [a-z]{{3,14}}){{0,3}}?"
    rf"|(?:the |my |our |his |her )?(?:[a-z]{{2,8}} )?{_ONE}(?:'s|s'?) (?:numbers?|no|licen[cs]e)"
    r"(?: (?:no|number))?"
    rf"|numbers? (?:of|for) (?:the |our )?(?:[a-z]{{2,8}} ){{0,2}}{_ONE}s?(?: [a-z]{{3,14}}){{0,3}}?"
    rf"|(?:numero|number|no|permis|licen[cs]e)(?: number)? (?:as|comme) (?:(?:an?|une?) )?{_ONE}"
    rf"|{_ONE} (?:inscrite?|listed|on file|named|nommee?) [a-z' ]{{0,16}}(?= ?:)"
    rf"|(?:inscription|registration)(?: (?:no|number))? (?:du|de la|de l'|of the) ?{_ONE}"
    rf"|{_ONE} (?:qui (?:l')?a signe|who signed(?: it)?),?"
    rf"|(?:^|[.;|] ?){_ONE} ?(?=:)"
    rf"|{_ONE} (?:de|of|to) (?:mon|ma|my|notre|our|son|sa|his|her) [a-z]{{3,12}}(?= ?:))"
    rf"{_TO_IT}"
)
#: Whose number stands on a paper by error, and which it shows: "the wrong prescriber … It shows … and should be …".
_WRONG: Final = compiled(
    rf"(?<![a-z])(?:wrong|incorrect|bad|mauvaise?) {_ONE}(?![a-z])[^0-9]{{0,70}}?[.,;:] ?(?:and |but |et |mais )?"
    r"(?:(?:it|that|which|ca|on|c'est|il) (?:shows?|says|reads|lists|is|was|dit|indique|montre|voit|ecrit|marque)"
    r"|(?:shows?|showing|indique))(?: (?:le|the|no\.?|numero|number))?[ :]{1,2}$"
)
#: Those who were asked for, and the answer: "… the numbers of the two physicians. Sure. Ann Roy is …".
_ASKED_FOR: Final = compiled(
    rf"(?<![a-z])(?:numbers?|numeros?|nos?) (?:of|for|des|de nos|de vos|de tes) (?:(?:the|our|your|two|three|deux|trois|both) )"
    rf"{{0,3}}{_ONE}s?(?![a-z])[^0-9]{{0,70}}\Z"
)
_ANSWERED: Final = compiled(
    r"[:,;.?\n>] ?(?:Dre?\.? )?(?:[A-Z][A-Za-z'.-]{0,20} ){1,3}(?:is|est|c'est|:)? ?(?:at |under |le |au |sous )?\Z"
)
#: … but a place's, which is a professional's.
_OF_PLACE: Final = compiled(
    r"(?<![a-z])(?:clini(?:que|c)|pharmacie|pharmacy|hopital|hospital|cabinet|etablissement) (?:du|de|des|of) "
)
#: "Dre Roy a signé avec le …"; "A. Roy, MD, …".
_SIGNED: Final = compiled(
    r"(?<![a-z])(?:dre?|docteure?|doctor)\.? [a-z' .-]{2,40},? (?:a |has |have )?(?:signee?|signed|signs|signe) (?:avec|sous|with"
    r"|under) (?:le |the |number |numero |no\.? ){0,2}$"
    r"|(?<![a-z])(?:dre?|doctor)\.? [a-z-]{2,20}'s (?:number )?(?:is|was) $"
    r"|(?<![a-z])(?:dre?|docteure?|doctor)\.? [a-z .'-]{2,40}, [a-z ]{0,16}"
    r"(?:medicine|medecine(?: familiale)?|surgery|chirurgie|logy"
    r"|logie|iatry|iatrie|iatrics), $"
    r"|(?<![a-z])(?:(?:m\.?d|d\.?m\.?d|o\.?d|b\.?pharm)\.?(?:,? (?:frcpc|frcp|frcsc|frcs|ccmf|cmfc|ccfp))?,?"
    r"|(?:inf\.?|i\.?p\.?s\.?|r\.?n\.?|n\.?p\.?),? (?=permis|lic))"
    r" (?:no (?:de )?)?(?:permis|licen[cs]e|lic|no|number|numero|#|n\^)?[ .:#]{0,3}(?:(?:no|number|#)[ .:#]{0,3})?$"
)
#: Who is licensed is told by what is signed: "Examiner's licence", "Pediatric referral: signed, licence …".
_LICENSED: Final = compiled(
    r"(?<![a-z])(?:(?:signataire|signatory|referrer|referent|experte?|(?:medical )?examin(?:er|ateur|atrice)|evaluat(?:eur"
    r"|rice|or))"
    r"(?:'s)?(?: (?:du|de|of) [a-z' ]{3,32})?|signed|signee?|(?:signed by|signee? par) [a-z' ]{3,24}),? ?\(?"
    r"(?:permis|licen[cs]e|permit)(?: (?:no|num|number|numero|#|n\^))?[ .:#]{0,3}$"
)
_PAPER: Final = compiled(
    r"(?<![a-z])(?:medical|pediatric|referral|consultation|ordonnance|prescription|requisition|rapport|report|patiente?"
    r"|expertises?|dos|back|knee|genou|shoulder|epaule|guerie?|healed|examinee?"
    r"|diagnos[a-z]{1,4}|clinique?)(?![a-z])"
)
#: The head of a list of them, each with his name and number: "nos médecins de garde : Roy, Paul …".
_HEAD: Final = compiled(
    rf"(?<![a-z])(?:({_ONE}|professionnel(?:le)?|professional|remplacante?|locum)s|(residente?s|interne?s|externe?s|fellows"
    r"|trainees))(?! (?:de|du|of|at the|in the|in) (?:la |l'|our |notre |my )?(?:residence|chsld|ri|rpa|home|building|immeuble))"
    r"(?:[^0-9.;:?!\n]|(?<=r)[1-6]){0,48}:[^0-9:?!]{1,48}[ :]{0,2}\Z"
)
#: Those who learn are named so in other places, too: a message of theirs speaks of pay, of rounds, of a hospital.
_OF_TRAINING: Final = compiled(
    r"(?<![a-z])(?:payroll|paie|paye|remunerat[a-z]*|stages?|rotations?|medecine|medicine|medical|r[1-6]|hopital|hospital"
    r"|bill[a-z]*"
    r"|factur[a-z]*|universit[a-z]*|mcgill|faculte|faculty|gardes?|on-call|clerkship|chum|cusm|muhc|chu|gmf-u|umf)(?![a-z])"
)
_HEAD_REACH: Final = 150
_ROW_REACH: Final = 80
#: The same where each name stands behind its number, a row each: "Nos médecins :\\n1445405 Roy".
_ROWS_HEAD: Final = compiled(
    rf"(?<![a-z])(?:{_ONE}|professionnel(?:le)?|professional|remplacante?|locum)s(?! (?:de|du|of|at the|in the|in) (?:la |l'|our"
    r"|notre |my )?(?:residence|chsld|ri|rpa|home|building|immeuble))[^0-9.;:?!\n]{0,48}:(?:[ >*-]{0,4}\n)?[ >*-]{0,4}\Z"
)
_THEN_NAME: Final = compiled(
    r"[ \t]?[:,-]?[ \t](?:Dre?\.? )?[A-Z][A-Za-z'-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'.-]{0,20}){0,3} *(?:\n|\Z)"
    r"|[ ]\((?:Dre?\.? )?[A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'-]{1,20}){0,2}\)"
)
_LISTED_NAME: Final = compiled(r"[:,;\n] ?(?:Dre?\.? )?(?:[A-Z][A-Za-z'.-]{0,20},? ){1,4}[(:-]? ?\Z")
#: Whoever is named with his profession, and his number by its label: "nurse practitioner Ann Roy, number …".
_BY_LABEL: Final = compiled(
    r"(?<![A-Za-z])(?i:nurse(?: practitioner| clinician)?|ips|i\.p\.s\.|np|rn|sage-femme|midwife|psychologue|psychologist"
    r"|infirmi(?:er|ere)(?: praticien(?:ne)?| clinicien(?:ne)?)?(?: specialisee?)?|pharmacien(?:ne)?|pharmacist|medecin|physician"
    r"|dentiste?|optometriste?|physio(?:therapeute|therapist)?|denturologiste?|inhalotherapeute|orthophoniste|ergotherapeute)"
    r"(?:,| :)? (?:[A-Z][A-Za-z'.-]{0,20}[ ,]{1,2}){2,4}\(?"
    r"(?i:no|num|numero|number|#|permis|licen[cs]e|permit|lic\.?|inscription|registration|registered|matricule)"
    r"(?i:[ .:#(]|no|num|numero|number|est|is|le|under|sous|oiiq|oiq|opq|odq|ramq|de (?:l'ordre|permis|pratique|membre)){1,8}\Z"
)
#: What bills or papers stand under is a professional's number, whatever else they have: "submitted under my licence".
_UNDER_MINE: Final = compiled(
    r"(?<![a-z])(?:under|with|sous|avec) (?:my|mon|ma|his|her|son|our|notre) (?:billing |ramq )?(?:licen[cs]e|permis|number"
    r"|numero)(?![a-z])"
    r"|(?<![a-z])sous le (?:permis|numero) d(?:'une? autre|e (?:ma|mon) coll?egue)(?![a-z])"
)
#: A driver's licence is spoken of.
DRIVES: Final = compiled(r"(?<![a-z])(?:condui|driv|saaq|vehic|auto(?:mobile)?s?(?![a-z]))")
#: A number of something else is what was spoken of.
THING: Final = compiled(
    r"(?<![a-z])(?:factures?|invoices?|commandes?|orders?|dossier|file|case|suivi|tracking|claim|reclamation|demande|request"
    r"|batch|lots?|colis|parcel|serie|serial|bail|lease|telephone|phone|fax|cell|chambre|room|poste|fauteuil|compte|account"
    r"|billets?|tickets?|bons? de|reference|confirmation|contrat|contract|montant|amount)(?![a-z])"
)
_OTHER_PERMIT: Final = compiled(
    r"(?<![a-z])(?:permis (?:de |d')(?:construction|batir|renovation|peche|chasse|conduire|travail|etudes|stationnement|alcool)"
    r"|(?:driver'?s?|drivers|driving|building|construction|renovation|fishing|hunting|liquor|work|study|parking|dog"
    r"|business|clinic|hockey|taxi|elevator"
    r"|software)"
    r" (?:permit|licen[cs]e))(?![a-z])"
)
#: Behind a number: it counts something, is a telephone's or another permit's.
_COUNTS: Final = compiled(
    r" (?:for|pour) (?:my|the|mon|le|la|ma|an?|un) (?:next |prochain )?(?:appointment|follow|suivi|rendez|file|dossier)"
    r"| (?:on|sur) (?:the|la|my|ma) confirmation"
    r"| ?(?:\$|%|(?:poste|ext|x[0-9]|km|kilomet(?:re|er)s|fois|times|coupons|points|others?|autres|visites?|visits?|personnes"
    r"|people|patients|dollars?|(?:for|pour|de) (?:the |le |la )?(?:parking"
    r"|stationnement|construction|works?|travaux))(?![a-z]))"
)
#: Where a number is kept, and no file's.
KEPT: Final = compiled(r" (?:au dossier|on file)(?![a-z])")
_REACH: Final = 110
_SELF_REACH: Final = 600
_RIGHT: Final = 32


def is_said(page: Page, start: int, end: int) -> bool:
    """Whether the words before seven figures, and what the page says of who writes, make them a professional's number."""
    left = KEPT.sub("", left_of(page, start, _REACH)).replace("\n", " ")
    if (of := _OF_ONES.search(left)) or _SIGNED.search(left):
        return (
            (of is None or _OF_PLACE.search(of[0]) is None)
            and THING.search(left[-64:]) is None
            and not is_other_permit(left)
        )
    if _LICENSED.search(left):
        around = page.lower[max(0, start - _REACH) : end + _REACH]
        return _PAPER.search(around) is not None and not is_other_permit(left)
    if _WRONG.search(left):
        return not is_other_permit(left)
    if _POINTING.search(left) is None or (THING.search(left) and not _UNDER_MINE.search(left)):
        return False
    return is_self(page, start, end)


def is_listed(page: Page, start: int, end: int) -> bool:
    """Whether the words before seven figures head a list of professionals, by their names."""
    left = left_of(page, start, _HEAD_REACH)
    if _ROWS_HEAD.search(left) and _THEN_NAME.match(page.text, end):
        return THING.search(left[-_ROW_REACH:]) is None
    if _ASKED_FOR.search(left) and _ANSWERED.search(page.text, start - _REACH, start):
        return True
    head = _HEAD.search(left)
    if head is None or THING.search(head[0]) or not _LISTED_NAME.search(page.text, start - _REACH, start):
        return False
    return bool(head[1]) or _OF_TRAINING.search(page.lower, start - _SELF_REACH, start + _REACH) is not None


def is_labelled(page: Page, start: int) -> bool:
    """Whether somebody's profession, name and a label stand before a number."""
    return _BY_LABEL.search(page.text, start - _REACH, start) is not None


def is_counted(page: Page, end: int) -> bool:
    """Whether the words behind a number say that it counts something, or is for something else."""
    return _COUNTS.match(page.lower, end, end + _RIGHT) is not None


def is_self(page: Page, start: int, end: int) -> bool:
    """Whether the page says that whoever writes is a professional."""
    return _SELF.search(page.lower, start - _SELF_REACH, end + _SELF_REACH) is not None


def is_other_permit(left: str) -> bool:
    """Whether the words before a number speak of a permit for something else than a profession."""
    return _OTHER_PERMIT.search(left) is not None
