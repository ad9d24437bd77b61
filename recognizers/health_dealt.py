"""What somebody deals with about a drug or care: pays it, waits for it, is refused it, asks whether it is free for him.

A drug or an operation that is only spoken of is nobody's; one that a person paid, was charged or waits for is hers.
"""

from __future__ import annotations

from typing import Final

from recognizers.health_owners import KIN, OWNER
from recognizers.health_phrase import FILL
from recognizers.patterns import compiled

#: Who pays, with what may stand between: "i just", "j'ai dû", "ma mère a".
_WHO: Final = (
    rf"(?<![a-z'])(?:i|we|i've|we've|he|she|je|j'ai|nous[ ]avons|on[ ]a|il|elle|{OWNER})"
    r"(?:[ ](?:a|ai|have|has|had|to|just|already|also|always|deja|aussi|toujours|du|dois|doit|devais|must|still|encore|even"
    r"|meme|me|moi)){0,3}[ ]"
)
#: An amount, a place, a day: what stands between a verb and "for".
_MUCH: Final = r"(?:[^ .!?;:]{1,20}(?:[.,][0-9]{1,2})?[ ]){0,10}?"
_DET: Final = (
    r"(?:(?:an?|the|une?|la|le|les|des|du|de[ ]la|mon|ma|mes|my|some|both|two|three|deux|trois|generic|brand)[ ]"
    r"|l'|d'){0,2}"
)
#: What was taken out or put in: "the removal of my IUD".
_ACT: Final = (
    r"(?:(?:removal|insertion|retrait|pose|installation|remplacement|renouvellement|renewal|refill|achat|purchase)[ ]"
    r"(?:of|du|de[ ]la|de|d')[ ]?)?"
)
#: A drug or care that somebody pays, is billed for, is refused or waits for.
CLAIMED: Final = compiled(
    r"(?:^[ >*-]*(?:just[ ]|encore[ ]|deja[ ])?(?:received|got|paid|recu|paye|billed|charged|debourse)(?![ ](?:your|votre|vos))"
    rf"|{_WHO}(?:paid|pay|payed|spent|owe|paye[er]?|paie|debourse[er]?|depense[er]?|reclame[er]?|claimed"
    r"|submitted|soumis)"
    r"|(?<![a-z'])(?:charg(?:e[ds]?|ing)|bill(?:ed|s|ing)|invoiced|refus(?:ed|es|e)|den(?:ied|ies|y)|declined|rejected"
    rf"|reimburse[ds]?|refund(?:ed)?|cut)[ ](?:me|us|him|her|{OWNER})"
    r"|(?<![a-z'])(?:m'a|m'ont|lui[ ]a|lui[ ]ont|nous[ ]a|nous[ ]ont|me|nous|lui)[ ](?:factur|charg|reclam|demand|refus|rembours"
    r"|coup)[a-z]{1,4}"
    r"|(?<![a-z'])(?:(?:m'a|m'ont|lui[ ](?:a|ont)|nous[ ](?:a|ont))[ ]fait[ ](?:payer|debourser)|made[ ](?:me|us|him|her)[ ]pay)"
    r"|(?<![a-z'])(?:i|he|she|we)[ ](?:was|were|got|am|is|keep[ ]being|have[ ]been|has[ ]been)[ ](?:refused|denied"
    r"|declined|rejected|charged|billed|turned[ ]down|cut[ ]off|approved|out[ ]of[ ]pocket)"
    r"|(?<![a-z'])(?:je[ ]suis|j'ai[ ]ete|je[ ]me[ ]suis[ ]fait|(?:il|elle)[ ](?:a[ ]ete|s'est[ ]fait))[ ](?:refus|factur|charg"
    r"|rembours|approuv)[a-z]{1,4}"
    r"|(?<![a-z'])(?:my|mon|ma|mes|his|her|son|sa)[ ](?:[a-z]+[ ])?(?:claims?|receipts?|bills?|invoices?|refunds?|reclamations?"
    r"|recus?|factures?|remboursements?|request|demande|requetes?|requisitions?|refills?|renewals?|renouvellements?|referrals?"
    r"|authori[sz]ation|autorisation|appeal|approval)"
    r"|(?<![a-z'])(?:(?:i|he|she|je|j'ai|il|elle)[ ](?:[a-z'-]+[ ]){0,4}?|j')(?:received?|gotten|got|recu|attends?|awaiting"
    r"|waiting[ ](?:for"
    r"|on)|need|besoin|want)[ ]?(?:(?:the|my|our|an?|any|le|la|mon|ma|une?|du|d'une?|d'un)[ ])?(?:refund|reimbursement|payment"
    r"|remboursement|paiement|cheque|receipt|bill|invoice|facture|recu)"
    r"|(?<![a-z'])(?:can't|cant|cannot|couldn't|unable[ ]to|trying[ ]to|tried[ ]to|(?:peux|peut|pouvons|reussis?|reussit"
    r"|arrive|parviens)"
    r"[ ](?:pas|plus|jamais)(?:[ ]a)?|(?:essa[iy]e|tente)[ ]de|pas[ ]capable[ ]de)[ ](?:submit|send|enter|file|upload|make"
    r"|soumettre"
    r"|envoyer|entrer|faire|transmettre|deposer)[ ](?:the|my|our|an?|une?|la|le|ma|mon)[ ](?:[a-z]+[ ])?(?:claim|receipt|invoice"
    r"|request|prescription|reclamation|demande|facture|recu|ordonnance|requete)(?:[ ][a-z]+)?"
    r"|(?<![a-z'])(?:receipts?|invoices?|recus?|factures?)[ ](?:attached|enclosed|jointe?s?|ci-jointe?s?)"
    r"|(?<![a-z'])(?:attached|enclosed|ci-jointe?s?|voici|here[ ](?:is|are)|here's"
    r"|(?:i'm|i[ ]am|je[ ]vous)[ ](?:send|envoi)[a-z]*)"
    r"[ ,:]{1,2}(?:(?:is|are|find|trouverez|vous)[ ])?(?:an?|the|my|his|her|une?|la|le|les|mon|ma|mes|son|sa)[ ]"
    r"(?:referrals?|references?|requetes?|requisitions?|prescriptions?|ordonnances?|invoices?|factures?|receipts?|recus?)"
    r"(?![ ](?:polic|proces|guid|page|program|rule|form))[^.!?\n;]{0,80}?)"
    rf"[ ,]{{1,2}}{_MUCH}(?:for|pour|on|de|d')[ ]?{_DET}{_ACT}{_DET}$"
    r"|(?<![a-z'])(?:le|mon|un|ce|the|my|this|votre|your)[ ](?:cheque|check|depot|deposit|virement)(?:[ ](?:de|of"
    r"|for)[ ][0-9 .,$]{1,10})?"
    rf"[ ](?:pour|for)[ ]{_DET}$"
    rf"|[0-9][ ]?\$[ ]?\([ ]?(?:frais|cost|fees?)[ ]?(?:de|d'|of|for|pour)[ ]?{_DET}$"
    r"|^[ >*-]*(?:refus|denial|refusal|denied|refused|rejet)[ ](?:(?:of|for)[ ]|du[ ]|de[ ]la[ ]|de[ ]l'|d'|de[ ])?(?:(?:the"
    r"|my|mon|ma)[ ])?$"
    r"|(?<![a-z'])waiting[ ](?:on|for)[ ](?!ramq|government|quebec|canada|ottawa|minister|today|tomorrow)[a-z]{2,14}'s[ ]$"
    rf"|(?<![a-z'])(?:refused?|denied|declined)[ ](?:me|him|her|us)[ ]{_DET}$"
    r"|(?<![a-z'])(?:i've|i[ ]have|(?:he|she)[ ]has)[ ](?:had[ ]|got[ ]|been[ ](?:waiting|needing)[ ])"
    rf"(?:[^ .!?;:]{{1,14}}[ ]){{0,5}}?{_DET}$"
)
#: What the subject of a message asks to be paid for, renewed or allowed: "Objet : remboursement Dupixent".
SUBJECT: Final = compiled(
    r"(?:^|\n)[ ]*(?:objet|subject|sujet|re)[ ]?:[ ](?:[a-z'-]+[ ,]{1,2}){0,3}?(?:remboursement|reimbursement|refund|claim"
    r"|refus(?:al)?"
    r"|reclamation|authori[sz]ation|autorisation|renewal|renouvellement|refill|denial)[ ]?(?:refusee?|denied)?"
    r"(?:[ ,:(/-]|de (?:paiement|remboursement|payer)|de|du|d'|for|of|pour|le|la|l'|mon|ma|my|the){0,6}$"
    r"|(?:^|\n)[ >*-]*(?:objet|subject|sujet|re|motif|raison|reason|purpose)[ ]?:[ ](?:transport|deplacement|voyage|vol"
    r"|travel|trip"
    r"|flight|transfert|transfer|medevac|suivi|rendez-vous|appointment|sejour|stay)(?![a-z])[^.!?\n:]{0,40}[ ](?:pour|for)[ ]"
    rf"{_DET}$"
    r"|(?<![a-z])(?:patiente?(?:'s)?|claim|reclamation|hcn|billing)(?![a-z])[^!?\n]{0,110}[.;\n][ ]*(?:services?|actes?"
    r"|procedures?)"
    r"[ ]?:[ ]$"
)
#: What somebody is on a list, booked or sent for. Wants somebody before it.
LISTED: Final = compiled(
    r"(?<![a-z'])(?:sur|on)[ ](?:la|les|une|the|a|your|votre|vos|two|deux)[ ](?:[a-z]+[ ])?(?:waiting[ ]?|wait[ ]?"
    r"|wait-)?liste?s?"
    r"(?:[ ]d'attente)?[ ]"
    rf"(?!(?:of|des|de)[ ][a-z]+[ ](?:for|pour)[ ]){_MUCH}(?:for|pour|en|de|d'|to[ ](?:get|have|see))[ ]?{_DET}$"
    r"|(?<![a-z'])(?:rdv|r-v|rv|appt|appointment|rendez[ -]vous|date|booked|scheduled|cedulee?|inscrite?|referred|referee?"
    r"|reference|referral|requete|requisition|waiting|attend(?:s|ons|ais|ait)?|attente)[ ]"
    rf"(?:[^ .!?;:]{{1,14}}[ ]){{0,5}}?(?:for|pour|en)[ ]{_DET}{_ACT}{_DET}$"
)
#: What somebody is on, apart in the sentence: "i've been waiting 16 months, on …". Wants somebody before it.
ON_IT: Final = compiled(rf"(?:[a-z0-9)][,(][ ]|[ ](?:and|et|still|toujours)[ ])on[ ]{FILL}$")
#: What is reported of a patient whose name was given: "patient @; drug …", "une patiente, @, 8 ans, cinq …".
REPORTED: Final = compiled(
    r"(?<![a-z])(?:patiente?|usagere?|cliente?|beneficiaire|residente?)[ ,:(]{1,3}@[^.!?\n]{0,60}?[;,:(-][ ]?"
    r"(?:(?:drugs?|medications?|medicaments?|meds?|rx|dx|diagnosis|diagnostic|conditions?|traitement|treatment)[ ]?:?[ ]?"
    r"|(?:for|with|pour|avec|prend|takes|on|sous)[ ])?(?:du[ ])?"
    r"(?:(?:an?|une?|two|three|four|five|six|deux|trois|quatre|cinq|sept|huit|[0-9]{1,2})[ ])?$"
)
#: Where somebody is or goes, and for what care: "I'm at the MUHC for", "elle descend à Québec pour sa".
GOES: Final = compiled(
    rf"(?<![a-z'])(?:(?:i'm|i[ ]am|i[ ]was|(?:he|she)(?:'s|[ ](?:is|was))|{OWNER}[ ](?:is|was|est|etait)|je[ ]suis|j'etais"
    rf"|(?:il|elle)[ ](?:est|etait))[ ](?:here[ ]|ici[ ]|back[ ]|allee?[ ]|venue?[ ])?"
    rf"|(?:i|we|he|she|je|on|nous|il|elle|{OWNER})[ ](?:[a-z']+[ ])??(?:come|comes|came|go|goes|went|travel[a-z]*|drives?|drove"
    r"|fly|flies|flew|viens|vient|venons|vais|va|allons|descends?|monte|voyage|aller|venir)[ ](?:here[ ]|ici[ ]|down[ ]|up[ ])?)"
    r"(?:at|in|to|a|au|aux|chez)[ ]"
    r"(?:(?!look|search|ask|info|cherch|recherch|question|work|travail|stud|teach|appl|rensei)[a-z0-9'@-]+[ ]){1,7}?"
    r"(?:for|pour)[ ](?:(?:my|his|her|mon|ma|sa|son|ses|mes|une?|an?|the|la|le|des|de[ ]la)[ ]|l')?$"
)
#: Whom an ambulance took.
RODE: Final = compiled(
    rf"(?<![a-z'])(?:i|we|he|she|j'ai|on[ ]a|nous[ ]avons|(?:il|elle)[ ]a|{OWNER}(?:[ ]a)?)[ ](?:(?:had[ ]to|du|just|has"
    rf"|have)[ ])?"
    r"(?:took|take|taken|pris|prendre|prise|needed|called|appele|appeler|eu[ ]besoin[ ]d')[ ]?(?:(?:an?|the|une)[ ]|l')?$"
    r"|(?<![a-z'])(?:receipts?|bills?|invoices?|recus?|factures?|charged[ ](?:me|us)|billed[ ](?:me|us)|(?:i|we)[ ]paid"
    r"|j'ai[ ]paye"
    r"|m'a[ ]facture|m'ont[ ]facture)[ ](?:[0-9 .,$]{1,10}[ ])?(?:(?:for|pour|of|de)[ ])?(?:(?:my|the|mon|une|an)[ ]|l')$"
)
#: The drug that is spoken of, on a page about a claim or a prescription: "The drug is …".
THE_DRUG: Final = compiled(
    r"(?<![a-z'])(?:the|le|la|ce|this|that|l')[ ]?(?:drug|medication|medicine|medicament|molecule|prescription"
    r"|ordonnance|traitement"
    r"|treatment|injection|pill|pilule)"
    r"(?:[ ](?:in[ ]question|en[ ]question|prescribed|prescrite?|refusee?|refused|denied|concernee?|demandee?|requested|name))?"
    r"[ ]?(?:[,:=(]|is|was|est|etait|s'appelle|se[ ]nomme|c'est)[ ]{0,2}(?:(?:called|named|le|la|du|the)[ ]|l')?$"
)
#: What a claim or a prescription of one patient is for: "claim rejected for a patient on …".
OF_PATIENT: Final = compiled(
    r"(?<![a-z])(?:claims?|reclamations?|demandes?|requests?|rx|prescriptions?|ordonnances?|exception|authori[sz]ation"
    r"|autorisation"
    r"|refus(?:al|ed|ee?)?|rejected|rejetee?|denied)(?![a-z])[^.!?\n]{0,50}(?<![a-z])(?:for|pour|of|d'|de)[ ]?"
    r"(?:an?|one|une?|mon|ma|my|our|notre|la|le|the)[ ]patiente?[ ]"
    r"(?:(?:of[ ]mine|a[ ]moi)[ ])?(?:on|sous|taking|using|who[ ](?:takes|is[ ]on|uses)|qui[ ](?:prend|recoit|utilise)"
    r"|traitee?[ ](?:par|avec|au)"
    r"|treated[ ]with)[ ](?:(?:du|de[ ]la|the|le|la)[ ]|l')?$"
)
#: What somebody's card or number is asked for, and of what somebody needs a proof: "demande son numéro pour le vaccin …".
NEEDED: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|son|sa|my|his|her)[ ](?:[a-z'-]+[ ]){0,3}?(?:numero|number|carte|card|nam|ramq)"
    r"(?:[ ][a-z'-]{1,12}){0,5}?[ ](?:pour|for|avant|before)[ ](?:(?:le|la|un|une|the|an?|son|sa|mon|ma|my|his|her)[ ]|l')?$"
    r"|(?<![a-z'])(?:(?:i|he|she|we)[ ](?:[a-z]+[ ]){0,2}?(?:needs?|lost|wants?|requires?|requested|misplaced)"
    r"|(?:je|j'|il|elle|on)[ ]?"
    r"(?:[a-z']+[ ]){0,2}?(?:besoin|perdu|egare|cherche|demande|veux|veut)|my|mon|ma|his|her|son|sa)[ ]"
    r"(?:(?:an?|the|my|his|her|some|une?|la|le|les|des|mes|mon|ma|d'une?|du|de|ses)[ ])?"
    r"(?:proofs?|records?|preuves?|attestations?|copy|copie|copies|certificates?|certificats?|confirmations?|dates?|reports?"
    r"|rapports?|results?|resultats?)[ ](?:of|from|de|d'|du|des)[ ]?"
    r"(?:(?:the|my|his|her|an?|la|le|mon|ma|mes|son|sa|une?)[ ]|l')?$"
)
#: After a drug or care: that it is asked for oneself, or what it cost.
_FOR_ONE: Final = compiled(
    r"(?:[ ](?:is|are|est|sont|est-il|est-elle|est-ce|il|elle|not|pas|free|covered|gratuite?|rembourse[e]?|couverte?"
    r"|paid|paye[e]?"
    r"|reimbursed|available|allowed|accessible|be|still|also|now|encore|aussi|too|tu|here|ici)){0,4}[ ](?:for|pour)[ ]"
    rf"(?:me|moi|him|her|lui|(?:my|mon|ma)[ ](?:[a-z-]+[ ])?{KIN})(?![a-z])"
    r"|(?:[ ](?:now|only|just|has))?[ ](?:costs?|costing)[ ](?:me|us|my|him|her)(?![a-z])"
    r"|[ ](?:me|m'a|m'ont|nous|lui)[ ](?:a[ ]|ont[ ])?cout[a-z]{1,4}(?![a-z])"
)
#: After what was refused or not paid: why, of one person.
_BECAUSE_OF_ONE: Final = compiled(
    r"[ ](?:(?:parce|pcq|par[ ]ce)(?:[ ]que?)?|because(?:[ ]of)?|car|since|vu|a[ ]cause[ ]de"
    r"|due[ ]to)[ ](?:que[ ])?(?:je|j'[a-z]+"
    r"|jai|i|i'm|i've|he|she|he's|she's|il|elle|mon|ma|mes|my|son|sa|his|her)(?![a-z])"
)
_DECIDED: Final = compiled(
    r"(?<![a-z])(?:refus|den(?:ied|y|ies)|reject|rejet|declin|turned[ ]down|cancel|annul|rembours|reimburs|stopped|arrete|coupe"
    r"|cut[ ])[a-z]{0,6}[^.!?\n]{0,30}$"
)
#: What is about a drug and is nobody's: "the page on …".
_NOT_ONES: Final = compiled(
    r"(?<![a-z])(?:pages?|articles?|sites?|brochures?|information|renseignements|programs?|programmes?|news|nouvelles|campaigns?"
    r"|campagnes?|fondations?|foundations?|companies|compagnies|stud(?:y|ies)|etudes?)(?![a-z])[^.!?\n]{0,30}$"
)


#: A claim or a prescription at the beginning of a sentence, and after the drug what became of it.
_A_CLAIM: Final = compiled(
    r"(?:^[ >*-]*|[,(][ ]|[ ](?:and|et|but|mais|pis|because|car|since|extend|renew|resend|approve|process|reconsider|prolonge[rz]"
    r"|renouvele[rz]|approuve[rz]|traite[rz])[ ])"
    r"(?:(?:my|mon|ma|sa|son|his|her|votre|your|la|le|the|une?|an?)[ ]|l')?(?:(?:drug|prescription|dental"
    r"|medical)[ ])?(?:prescriptions?|ordonnances?|demandes?"
    r"|(?:prior|special)[ ]authori[sz]ations?|reclamations?|claims?"
    r"|requests?|remboursements?|reimbursements?|refunds?|payments?|paiements?|cheques?|refills?|approvals?|approbations?"
    r"|renouvellements?|authori[sz]ations?|autorisations?|exceptions?|coverage)"
    r"(?:[ ](?:pour|d'|de[ ])?(?:exception|remboursement|autorisation|renouvellement))?(?:[ ]?:)?[ ]"
    r"(?:(?:(?:de|du|for|of|pour)[ ]|d')(?:(?:le|la|les|un|une|des|the|an?|my|mon|ma|mes)[ ]|l')?)?$"
)
_ENDED: Final = compiled(
    r"(?:[ ](?:on|sur|a|for|pour|de)[ ](?:(?:la[ ]|the[ ])?(?:tooth|teeth|dents?)|my|his|her|mon|ma|mes|sa|son"
    r"|ses)[ a-z0-9]{1,16}?)?"
    r"(?:[ ][0-9]{1,4}[ ]?(?:mg|mcg|ml))?[ ](?:was[ ]|were[ ]|has[ ]been[ ]|got[ ]|a[ ]ete[ ]|est[ ]|toujours[ ]|still[ ]){0,2}"
    r"(?:refus|denied|reject|rejet|annul|suspend|declin|cancel|perdue?|lost|expir|echue?|bloque|blocked|on[ ]hold|en[ ]attente"
    r"|pending|not[ ]paid|unpaid|impaye)"
    r"|[ ](?:has[ ]|have[ ]|was[ ]|is[ ]|were[ ]|are[ ]|did[ ]|does[ ]|still[ ]|n'est[ ]|n'a[ ]|ne[ ]|s'est[ ]|est[ ]"
    r"|est-il[ ]){0,2}"
    r"(?:never|jamais|not|toujours[ ]pas|hasn't|wasn't|isn't|didn't|still[ ]hasn't|pas|encore[ ]pas)[ ](?:[a-z]+[ ])?"
    r"(?:came|come|arriv|received|recu|got|paid|paye|made|done|show|been|deposit|depose|process|traite|rentre|sent|envoye|venue?"
    r"|approuv|approv|covered)(?![^.!?\n]{0,40}(?:minist|government|gouvernement|canada))"
    r"|,[ ](?:patiente?|usagere?|cliente?|dossier|file|nam|ramq)(?![a-z])|[ ](?:was[ ])?(?:returned|retournee?|expired?"
    r"|revenue?)(?![a-z])"
    r"|[ ]?\n+[ >*-]*(?:payable|payee|pay[ ]to|cheque|a[ ]l'ordre|(?:nom|name|patiente?|beneficiaire|assuree?|claimant"
    r"|reclamante?"
    r"|nam|dossier)[ ]?(?:[:=]|no))"
)


#: After a drug or care that stands apart: how often it is had, what was found or what was decided.
_APART: Final = compiled(r"(?:^|[,(][ ]?)[ >*-]*$")
_HAD: Final = compiled(
    r"[ ](?:daily|weekly|nightly|twice[ ]a|(?:every|chaque|tous[ ]les|toutes[ ]les)[ ](?:day|morning|night|week|month|jour"
    r"|matin|soir"
    r"|semaine|mois|[0-9])|[0-9][ ]?(?:x|times|fois)[ ](?:a|par|per)[ ](?:day|week|jour|semaine)|aux[ ](?:[0-9]|deux|trois"
    r"|quatre|six)"
    r"|(?:anormale?s?|abnormal|positi(?:f|ve)|suspecte?)(?=[ ]*(?:[.,;!\n]|$)))"
)
#: What somebody has no more of: "I have no insulin left".
_NONE: Final = compiled(
    r"(?<![a-z'])(?:i|he|she|we)(?:'ve)?[ ](?:(?:have|has|had|got|am[ ]with)[ ]no|(?:don't|doesn't)[ ]have[ ]any)[ ]$"
    r"|(?<![a-z'])(?:j'ai|il[ ]a|elle[ ]a|nous[ ]avons|on[ ]a)[ ](?:plus|pus)[ ](?:d[e'][ ]?)$"
)
_LEFT: Final = compiled(
    r"[ ](?:left|anymore|any[ ]more|for[ ](?:tonight|tomorrow)|pour[ ](?:demain|ce[ ]soir))(?![a-z])"
)
#: What the money is for, in few words: "For the breast prosthesis reimbursement".
_FOR_THE: Final = compiled(r"(?:^[ >*-]*|[,(][ ])(?:for|re)[ ](?:the|my)[ ]$")
_MONEY: Final = compiled(
    r"[ ](?:reimbursements?|refunds?|claims?|receipts?|invoices?|bills?|payments?)(?![a-z])"
)
_DECLINED: Final = compiled(
    r"[^.!?:\n]{0,30}?[ ](?:refusee?s?|denied|rejetee?s?|annulee?s?|cancel+ed|reportee?s?|postponed)(?![a-z])"
)


def is_for_one(left: str, lower: str, end: int) -> bool:
    """Whether the words after a drug or care that ends at `end` say that one person asks for it, pays it or is refused it."""
    found = (
        _FOR_ONE.match(lower, end)
        or (_BECAUSE_OF_ONE.match(lower, end) if _DECIDED.search(left) else None)
        or (_ENDED.match(lower, end) if _A_CLAIM.search(left) else None)
        or (_HAD.match(lower, end) if _APART.search(left) else None)
        or (_LEFT.match(lower, end) if _NONE.search(left) else None)
        or (_MONEY.match(lower, end) if _FOR_THE.search(left) else None)
        or (_DECLINED.match(lower, end) if not left.strip(" >*-") else None)
    )
    return found is not None and not _NOT_ONES.search(left)
