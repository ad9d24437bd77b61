"""The labels of other numbers, those of files, orders, telephones and accounts; and what speaks of SINs."""

from __future__ import annotations

from typing import Final

from recognizers.alternatives import gathered
from recognizers.birth_family import RELATIVES
from recognizers.patterns import compiled

#: People, whose number may be a SIN: "le numéro de mon employé".
_PEOPLE: Final = (
    "(?:employe|patient|client|assure|ami|voisin|apprenti|stagiaire|associe|beneficiaire|demandeur|locataire|proprietaire|coloc"
    "|colocataire|patron|garant|repondant|parrain|pupille|protege|eleve|etudiant)e?s?"
)
#: What a number is of, between the cue and it, or right before it.
OTHER_LABEL: Final = gathered(
    r"tel(?:ephone|\.)?(?! (?:que|quel))(?<!au telephone)(?<!par telephone)"
    r"|phone(?<!over the phone)(?<!on the phone)(?<!by phone)|cell(?:ulaire|\.)?|fax|telec\w*|poste|ext(?:ension)?"
    r"|pager|teleavertisseur"
    r"|dossiers?|(?<!la )(?<!en )(?<!de )(?<!on )files?|(?<!la )(?<!in )cases?|factures?|invoices?|commandes?"
    r"|(?<!reverse )(?<!reversed )(?<!backward )orders?|tickets?"
    r"|billet|confirmation|serie|serial|s/n|modele|model|vol(?=[ :])|flight|permi[st]|licen[cs]e"
    r"|passeport|passport|compte|account|acct|cpte|transit|folio|banque|bank|aba|routing"
    r"|neq(?=[ :.#=]{1,3}[0-9])|ne(?=[ :.#=]{1,3}(?:$|[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}))"
    r"|n\.e\.|bn|b\.n\.|tps|tvh|tvq|gst|hst|qst|entreprise|business"
    r"|enterprise|employeur|employer|organisme|charit\w*|bienfaisance|(?<!for )(?<!on )payroll(?! (?:firm|company|department"
    r"|office|clerk|service|team|lady|system|software))|references?|r[?/*]f[?/*]rences?|refs?(?:\."
    r"|(?![a-z]))|reclamation|claim|loan|caq|spvm|vouchers?|coupons?|emp(?=[ :.#]{1,3}(?:$|[0-9]))|suivi|tracking"
    r"|conf(?=[ :.#]{1,3}(?:$|[0-9]))|rma(?=[ :.#]{1,3}(?:$|[0-9]))"
    r"|colis|(?:library|loyalty|membership|bus|transit|bank) card|carte de (?:fidelite|bibliotheque|membre|debit)"
    r"|waybill|mrn|m\.r\.n\.?|connaissement|contrat|contract|police|policy|client|membre|member|isbn|issn|sku|upc|lot|batch|iuc|uci"
    r"|(?:customer|cust\.?|employee|certificate) (?:no|num|number|id|#)|(?:no|num|numero|n\^|#)[. ]{0,2}certificat"
    r"|(?:last|this|the|a|my|his|her|our|your) bills?(?![a-z])"
    r"|ohip|phn|medicare|(?:alberta|ontario|manitoba|scotia|brunswick|b\.?c\.?|yukon|nunavut) health (?:card |care )?number"
    r"|(?:opus|gift|student|points|health club) card|carte (?:opus|cadeau|etudiante?)|reg(?=\. ?(?:$|[0-9]))|msg(?=[ #:])"
    r"|(?:rcmp|grc|police|spvm|accident|incident) (?:report|rapport|event)|(?:submission|session) (?:id|no|number)"
    r"|(?<!correct )(?<!right )(?<!bonne )(?<!good )version|ip|lat|lon|montant|amount|total|population|salaire|salary|revenus?"
    r"|income"
    r"|synology|qnap|bahamas|reservations?|booking|locator"
    r"|tache|task|job|asset|badge|matricule|transaction|carte de credit|credit card"
    r"|credit|visa|mastercard|code"
    r"|(?:part|piece|treaty|band|will|deed|bond|load|trip|route|trailer) (?:no|number|numero)"
    r"|(?<!or )(?<!ou )(?<!and )(?<!et )(?<!/)(?<!/ )(?:prescription|rx) (?:no|number|numero)"
    r"|(?:meeting|reunion|conference|zoom|webex|teams) (?:id|no|num|numero|number|code|link|lien)|mot de passe"
    r"|password|nip|pin|assurance (?:auto|habitation|vie|voyage|collective|dentaire)|(?:car|home|life|travel|dental)"
    r" insurance"
)
#: Papers and events, whose number stands behind them.
REQUESTS: Final = (
    "(?:request|requete|demande|plainte|complaint|incident|evenement|application|form|document|registration|record|booking|reservation|project|notice"
    "|bill|letter)"
)
#: The same, with the word for a number: "numéro de plainte", "request no.".
NUMBER_OF: Final = (
    rf"(?:no|num|numero|n\^|#)[. ]{{0,2}}(?:de |d'|du )(?:(?:(?<=de )(?:la |l'|ma |mon |votre |notre )"
    rf"|(?<=du ))(?!{_PEOPLE}(?![a-z])))?"
    rf"(?!ass|nas|soc|sec|memoire|(?:la|ma|mon|votre|notre) |l'|(?:{'|'.join(RELATIVES.split())})(?![a-z]))[a-z]{{3,}}"
    rf"|{REQUESTS} (?:no|num|numero(?! d['eu])|number|id|#)(?![a-z])"
    r"|(?:(?:a|to) (?:(?:la|the|your|votre) )?(?:demande|application|request)"
    r"|(?:voir|see) (?:(?:la|le|the|our|your|notre|votre) )?(?:lettre|letter|avis|notice|courriel|email"
    r"|message|note|memo|formulaire|form|annexe|appendix)|receipts?|parcels?|cheques?|bordereaux?)(?: (?:no|num|numero"
    r"|number|n\^|#))?[ #]*$|receipts?(?: (?:no|number|#))? ?: ?$"
)
#: Any of these.
OTHER_NUMBER: Final = compiled(rf"(?<![a-z])(?:{OTHER_LABEL}(?![a-z])|{NUMBER_OF})")
#: What speaks of SINs.
SINS: Final = compiled(r"(?<![a-z])(?:nas|sins?|ssn|sociale?|sociaux)(?![a-z])")
