"""Labels of numbers that belong to no person: files, claims, receipts, parcels, meters; right before a number or behind it."""

from __future__ import annotations

from typing import Final

from recognizers.page import Page
from recognizers.patterns import compiled

#: What is numbered. No account and no card: what kind of number theirs is, the recognizers of these say.
THINGS: Final = (
    r"dossiers?|files?|cases?|cas|factures?|invoices?|(?:bons? de )?commandes?|(?:work |purchase )?orders?|bon de travail"
    r"|suivi|track(?:ing)?(?: code)?|reperage|colis|parcels?|package|shipments?|envois?|expedition|livraison|delivery|waybill"
    r"|connaissement|confirmations?|references?|refs?|tickets?|billets?|recus?|receipts?|quittance|transactions?|bordereau|slips?"
    r"|feuillets?|releves?|statements?|reports?(?! cards?)|rapports?|constats?|contraventions?|infractions?"
    r"|reclamations?|claims?|sinistres?"
    r"|plaintes?|complaints?|requetes?|demandes?|requests?|applications?|soumissions?|quotes?|quotations?|estimates?|devis"
    r"|contrats?|contracts?|baux|bail|leases?|polices?|polic(?:y|ies)|permis|permits?|licen[cs]es?|certificat(?:e|ion)?s?|attestations?"
    r"|avis|notices?|evenements?|events?|incidents?|matricules?|compteurs?|meters?|serie|serial|modeles?|models?|produits?|products?"
    r"|articles?|items?|lots?|batch|tirages?|draws?|lotteries|lottery|loterie|reservations?|bookings?|inscriptions?|registrations?"
    r"|enregistrements?|memberships?|lettres?|letters?|paiements?|payments?|assurances?|insurance|opus|enveloppes?|units?|docks?"
    r"|barcodes?|codes?[ -]barres?|codes?|imei|isbn|ean|upc|sku|iccid|sim|neq|tvq|tps|tvh|gst|hst|qst|vin|niv|plaques?|plates?"
    r"|vols?|flights?|conteneurs?|containers?|projets?|projects?|formulaires?|forms?|versions?|cadastres?|lampadaires?"
    r"|bornes?(?:[ -]fontaines?)?"
    r"|autorisations?|cours|courses?|erreurs?|errors?|bacs?|bins?|casiers?|lockers?|cadenas|sigles?|salles?|rooms?"
    r"|authorizations?|approbations?|approvals?|jugements?|judgments?|dockets?|roles?|versements?|cheques?|mandats?"
    r"|coupons?|puces?(?: electroniques?)?|micro-?puces?|microchips?"
    r"|money orders?|equipements?|equipment|appareils?|routeurs?|modems?|id|identifiants?"
)
#: What only leads from such a word to its number; a line's end only behind a colon.
_LINK: Final = (
    r"[ \t:#=\"'*-]|(?<=:)\n|(?<=: )\n|, (?=no|num|n\^)|(?:no|num|numeros?|nos|number|numbers|nbr|nr|n\^|n0|id|ref)(?![a-z])\.?"
    r"|(?:de|du|des|la|le|les|of|the|est|is|was|etait|porte|portant|bears|bearing|says|dit|lit|reads|suivante?|following|which"
    r"|qui|svp)(?![a-z])|d'|l'|'s"
)
#: What says which of them: "constat d'infraction", "police d'assurance".
_OF: Final = (
    r" (?:d'(?:infraction|assurance|accident|achat|evaluation|incident|evenement|electricite|analyse|inspection|inscription)"
    r"|de (?:cotisation|livraison|loterie|police|service|taxes?|depot|reclamation|plainte|travail|retrait|construction|garantie"
    r"|recouvrement|paiement|laissez-passer)"
    r"|du (?:magasin|compteur|garage|sinistre|colis|[0-9]{1,2}(?:er)?(?: [a-z]{3,9})?))(?![a-z])"
)
#: One word that does so before a mark or "number"; none that calls for a telephone.
_WHICH: Final = (
    r" (?:(?:de|du|des|of|for|pour)(?: la| l'| the)? |d'|de l')?(?!tel|cel|phone|fax|mobile|portable|contact|mon |ma |my |mes "
    r"|call|appel|rappel|joindre|rejoin|reach|text|au |at |to |from |for )[a-z]{3,14}(?= ?(?:[#=]|no |num|n\^|est |is ))"
)
_BEFORE: Final = compiled(
    rf"(?<![a-z])(?<!au )(?<!on )(?<!\bin )(?:{THINGS})(?![a-z])(?:{_OF}|{_WHICH})?(?:{_LINK}){{0,8}}\Z"
)
#: Whose number is none of theirs where it is called a number: "numéro de client", "tenant number".
_ROLES: Final = (
    r"(?:clients?|customers?|membres?|members?|abonnee?s?|subscribers?|adherente?s?|fournisseurs?|vendors?|employee?s?|locataires?"
    r"|tenants?|entreprises?|enterprise|business|company|etablissements?|groupes?|group|beneficiaires?|assuree?s?|insured"
    r"|etudiante?s?|students?)"
)
_ROLE: Final = compiled(
    rf"(?<![a-z])(?:(?:no|num|numero|n\^)\.? ?(?:de |d'|du )(?:la |l')?{_ROLES}"
    rf"|{_ROLES} ?(?:no|num|number|nbr|n\^|#|id))(?![a-z])"
    rf"(?:{_LINK}){{0,4}}\Z"
)
#: What must lead to it where the words around call for a telephone number: "appelez-moi, dossier numéro …".
_NUMBER_WORD: Final = compiled(r"(?<![a-z])(?:no|num|numeros?|number|nbr|nr|n\^|n0)(?![a-z])|#")
#: "the ticket says number …", "la réclamation porte le …": words between, and one that only leads to the number.
_FAR: Final = compiled(
    rf"(?<![a-z])(?<!au )(?<!on )(?<!\bin )(?:{THINGS})(?![a-z])(?:(?! (?:mon|my|his|her|son|our|notre) )[^0-9.;!?\n]){{1,36}}"
    r"(?:(?:no|num|numero|number|n\^|porte le|portant le|bears|reads|est le|is|is the)[ :.#]{0,3}(?:est |is |le )?|#|: ?)\Z"
)
#: "… is my claim number", "… (no de dossier)".
_AFTER: Final = compiled(
    r"(?: (?:est|is|c'est|was|being)| ?[,(]) ?(?:(?:le|la|mon|ma|my|the|your|votre|notre|our) )?"
    rf"(?:(?:no|num|numero|n\^) (?:de |du |d'))(?:la |l'|ma |mon )?(?:{THINGS})(?![a-z])"
    r"|(?: (?:est|is|c'est|was|being)| ?[,(]) ?(?:(?:my|the|your|our) )?"
    rf"(?:{THINGS}) (?:no|num|number)(?![a-z])"
)
#: Carriers: what follows their names is a parcel's.
_CARRIER: Final = compiled(
    r"(?<![a-z])(?:postes? canada|canada post|purolator|fedex|ups|dhl|intelcom|nationex|dicom)(?![a-z])[^0-9.;!?\n]{0,24}\Z"
)
_REACH: Final = 64
_RIGHT: Final = 48


def is_things_number(page: Page, left: str, end: int, *, far: bool = False, called: bool = False) -> bool:
    """Whether the words right before a number (`left`) or after `end` say that a thing's number it is.

    With `far`, a word earlier in the sentence is enough where something leads from it to the number. With `called`, words
    of another kind of number stand near as well, and only "claim number" is enough, not "claim".
    """
    near = left[-_REACH:]
    found = _BEFORE.search(near)
    if found and (not called or _NUMBER_WORD.search(found[0])):
        return True
    return bool(
        _ROLE.search(near)
        or (not called and _CARRIER.search(near))
        or (far and _FAR.search(near))
        or _AFTER.match(page.lower, end, end + _RIGHT)
    )
