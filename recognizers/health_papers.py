"""What papers tie to a person: the labels of forms, and what a doctor's or one's own file says."""

from __future__ import annotations

from typing import Final

from recognizers.health_phrase import FILL, MODIFIERS
from recognizers.patterns import compiled

#: A form's label before a diagnosis or a drug, at the beginning of a line or a cell.
LABEL: Final = compiled(
    r"(?:^|[\n\t|;(/,]|[.][ ]|[0-9][ ](?=-[ ]))[ >*-]{0,4}(?:[0-9]{1,2}[.)][ ]{0,2})?(?:(?:[a-z]{3,12}'s|current|present"
    r"|known|existing"
    r"|(?:nature|types?|kinds?|genres?)[ ](?:des?|du|de[ ]la|de[ ]l'|of(?:[ ]the)?))[ ]?)?(?:maladies?|handicaps?"
    r"|(?:(?:chief|main|presenting|health|medical)[ ])?(?:concerns?|complaints?)|plaintes?[ ]principales?|inquietudes?"
    r"|preoccupations?"
    r"|findings?|impression|(?:resultats?|results?)(?:[ ](?:de|du|of)[ ][a-z' ]{2,20})?|(?:nature[ ](?:of[ ](?:the[ ])?"
    r"|de[ ](?:la[ ]|l')))?"
    r"(?:blessures?|lesions?|injur(?:y|ies)|accident|invalidites?|incapacites?|troubles?|impairment|disability|condition)"
    r"|particularites?(?:[ ][a-z' ]{2,20})?|(?:functional[ ])?limitations?(?:[ ]fonctionnelles?)?|(?:medical|m-?28)[ ]report"
    r"|rapport[ ](?:medical|m-?28)"
    r"|(?:factures?|invoices?|recus?|receipts?)[ ](?:attached|enclosed|jointe?s?|ci-jointe?s?)"
    r"|mesures?(?:[ ]d'adaptation|[ ]d'aide|[ ]adaptatives?)?(?:[ ]demandees?|[ ]requises?)?"
    r"|accom+odations?(?:[ ](?:requested|needed|for))?"
    r"|(?:produits?|molecules?)(?:[ ](?:reclamee?s?|demandee?s?|prescrite?s?|refusee?s?|visee?s?))?|indications?"
    r"|active[ ]ingredients?"
    r"|products?[ ](?:claimed|requested|prescribed|denied|refused)|(?:demandes?[ ]de[ ]|request[ ]for[ ])?"
    r"(?:reclamations?|claims?|remboursements?|reimbursements?|refunds?|renouvellements?|renewals?|refills?)[ ,(]{1,2}"
    r"(?:(?:de|des|of|for|pour|mes|my)[ ])?(?:medicaments?|drugs?|medications?|meds|prescriptions?|ordonnances?)\)?"
    r"(?:[ ,]{1,2}(?!comment|how|quand|when|where|who|qui|est-ce)[a-z0-9][^:.!?\n]{0,32})?"
    r"|therap(?:y|ies?)|actes?(?:[ ](?:medica(?:l|ux)|factures?|poses?|recus?))?|events?|evenements?|incidents?|(?:claims?"
    r"|reclamations?)(?:[ ](?:for|pour))?|(?:claims?|reclamations?|remboursements?|demandes?|requests?)[ ](?:refusee?s?"
    r"|refused|denied|rejetee?s?|rejected)"
    r"|(?:(?:ma|my|sa|his|her)[ ])?(?:vue|vision|eyes?|yeux|hearing|ouie|heart|coe?ur|mental[ ]health|sante[ ]mentale)"
    r"|soins?(?:[ ](?:recus?|requis|donnes?))?|(?:services?|care)[ ](?:recus?|rendus?|demandes?|received|requested)"
    r"|aides?[ ]techniques?|appareils?|(?:medical[ ])?(?:equipments?|devices?|aids?)|chirurgies?(?:[ ](?:prevues?|subies?))?"
    r"|surger(?:y|ies)|operations?|(?:procedures?|interventions?|examens?|tests?|exams?)(?:[ ](?:demandes?|prevue?s?"
    r"|requested|ordered|medica(?:l|ux)[a-z' ]{0,20}))?"
    r"|plan[ ]d'intervention|iep"
    r"|absen(?:ce|te?)(?:[ ][a-z0-9' ]{1,24})?|comorbidit(?:e|y|es|ies)"
    r"|disabilit(?:y|ies)|deficiences?|sante|health|(?:motif|raison)[ ](?:medicale?|de[ ]l'absence|d'absence"
    r"|de[ ]l'arret|de[ ]consultation)|medical[ ]reason|(?:raison|motif|reason|probleme?|problem)(?:[ ](?:de|d'|du|for"
    r"|of)[ ]?[a-z' ]{2,36})?|reason[ ]for[ ](?:absence|leave)|besoins?(?:[ ]particuliers)?(?:[ ]d(?:e[ ]l'|u[ ]|e[ ](?:mon[ ]"
    r"|ma[ ])?)[a-z]{3,12})?|needs?"
    r"|special[ ]needs|symptomes?|symptoms?|etat[ ]de[ ]sante|problemes?[ ](?:de[ ]sante|medica(?:l|ux))"
    r"|medical[ ](?:problems?|issues?|needs?|info)|illnesses|maux|(?:(?:primary|main|current|new|final|presumed|medical|my"
    r"|his|her|mon|son|le|the)[ ])?"
    r"(?:diagnosti(?:cs?|que)|diagnos[ei]s|dx)(?:[ ](?!codes?)[a-z'0-9 ]{2,36})?"
    r"|conditions?(?:[ ](?:medicales?|de[ ]sante))?"
    r"|maladie|illness|disease"
    r"|probleme[ ]de[ ]sante|antecedents?(?:[ ]medicaux)?|medical[ ](?:history|conditions?)|health[ ](?:condition"
    r"|problem|issue)s?|allergies?"
    r"|refus(?:al)?|exemptions?|dispenses?|contre-?indications?|contraindications?"
    r"|(?:seen|treated|admitted)[ ](?:for|with)|(?:vue?|traitee?|admise?|hospitalisee?)[ ]pour"
    r"|raison[ ]de[ ](?:la[ ])?consultation|reason[ ]for[ ](?:visit|consultation)"
    r"|(?:liste[ ]des[ ]|current[ ]|nom[ ]du[ ])?med(?:icament|ication)s?"
    r"(?:[ ](?:actuels?|pris|prescrits?|prescribed|taken|name|refuses?|refused|denied|demandes?|requested|requis|required"
    r"|concernes?))?|meds|rx"
    r"|(?:prescriptions?|ordonnances?|lettres?|letters?|certificats?|certificates?|rapports?|reports?)(?:[ ](?:du|de|from|of"
    r"|by|par)[ ](?:la[ ]|the[ ])?(?:dr|dre|docteure?|doctor"
    r"|medecin)(?![a-z])"
    r"[^:\n;!?]{0,26})?|traitements?(?:[ ](?:actuels?|en[ ]cours))?|treatments?|drugs?(?:[ ]name)?)"
    r"(?:[ ]?\([^()\n]{2,30}\))?[ ]{0,2}(?:[:=\t|]|[ ]-[ ]|\n|[.]{2,60}:?|_{2,40})[ \n]{0,3}(?:(?:[-*+.]"
    r"|[0-9][.)])[ ]{0,2})?(?:(?:le"
    r"|la|les|du|de[ ]la)[ ]|l')?$"
)
LABEL_MODIFIED: Final = compiled(LABEL.pattern[:-1] + MODIFIERS)
_PAPER: Final = (
    r"(?:rapport|dossier|note|lettre|certificat|bilan|report|file|chart|record|letter|requete|referral)"
)
#: What a doctor's or one's own paper says: "le rapport du Dr @ parle d'une", "my chart mentions".
SAYS: Final = compiled(
    rf"(?<![a-z'])(?:(?:mon|ma|my|his|her|son|sa)[ ](?:medical[ ]{_PAPER}|{_PAPER}[ ]medicale?|dossier|file|chart|record|requete"
    rf"|referral|bilan)(?:[ ](?!stage|cours|ecole|class)[a-z'@-]+){{0,5}}?"
    rf"|(?:le|la|the|une?|an?)[ ]{_PAPER}[ ](?:medicale?[ ])?(?:du|de|of|from|by|d')[ ]?(?:la[ ]|le[ ]|l'|the[ ]"
    rf"|my[ ]|mon[ ]|ma[ ])?"
    r"(?:docteure?|medecin|doctor|specialiste?|hopital|hospital|surgeon|chirurgien(?:ne)?|psychiatr(?:e|ist)|neurolog(?:ue|ist)"
    r"|cardiolog(?:ue|ist)|oncolog(?:ue|ist)|radiolog(?:ue|ist))(?:[ ][a-z'@-]+){0,4}?"
    r"|(?:their|leur|our|notre|my|mon|ma|his|her|son|sa)[ ](?:[a-z]+[ ]){0,2}?(?:slip|statement|letter|lettre|releve|bordereau"
    r"|feuillet|facture|bill|invoice|receipt|recu|prescription|ordonnance)(?:,?[ ][a-z'@-]+){0,4}?)"
    r"[ ](?:parle|fait[ ](?:mention|etat)|mentionne|indique|montre|nomme|affiche|names|conclut|dit|note|says|mentions?"
    r"|shows?|lists?|states?|notes)[ ]"
    rf"(?:(?:an?|of|to|that|que|de|a)[ ]|d')?{FILL}$"
)
