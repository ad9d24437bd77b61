"""Words before a number of a NAM's form that say that it is a thing's: a parcel, a machine, a case."""

from __future__ import annotations

import re
from typing import Final

from recognizers.around import words
from recognizers.everyday import is_everyday

#: Nouns that nobody's NAM stands behind, whatever else the message speaks of (singular, folded).
_THINGS: Final = words(
    """
    facture commande invoice order ticket billet lot batch sku serie serial modele model produit product item article
    projet project colis suivi tracking reclamation claim confirmation transaction soumission devis quote contrat contract
    police plaque plate iban swift bic isin coupon promo rabais version bon bordereau reservation booking vol flight incident
    abonnement badge token jeton scan
    policy travail changement home accessoire achat activation
    annexe appareil appendix appliance asset avenant avion amendment amende antenne balance
    batterie battery barrage boite bourse box branch branche bus autobus cabinet cable caisse camera camion capteur cargo
    casier cart carton certificat certificate chambre chapitre chapter chaudiere cheque chantier classeur collection computer
    concours container contest conteneur convention copieur cylindre cylinder delivery device dispositif donation drone
    echantillon ecran engine entrepot envoi equipement equipment etagere etiquette etude event evenement expedition extincteur
    filter filtre forfait formation formulaire gps hotel image imprimante installation instrument inventaire inventory
    key cle keyboard label laptop lecteur license livraison livre locker logiciel machine materiel meter compteur moniteur monitor
    moteur motor motion norme offer offre ordinateur outil package palette pallet panier panneau parcel patent brevet photo
    piece pipeline pneu pompe portable printer procedure protocol protocole pump purchase rapport refrigerateur reglement
    release remorque resolution routeur router sale salle sample sensor serveur server shelf shipment siege signal software
    sondage specimen standard station subvention survey switch system systeme tablette tag tire tool trailer train trial
    truck unite valve vanne vehicle vehicule vente voiture voucher voyage wagon warehouse
    """
)
_WORD: Final = re.compile(r"[a-z]+")
#: Between the noun and its number: "no", ":", "est le".
_LINK: Final = re.compile(
    r"(?: [a-z]{2,12}(?= ))?[ :.#=(]*(?:(?:no|num|numero|number|n\^|id|est|is|le|the|code|ref)(?![a-z])[ :.#=(]*){0,3}"
)
#: Cards that are no health cards.
_CARD: Final = re.compile(
    r"(?:cartes?(?: de)? (?:membre|fidelite|credit|debit|bibliotheque|cadeau|acces|visite|client)"
    r"|(?:gift|loyalty|library|membership|credit|debit|member|business|access) card)s?"
    r"[ :.#=]*(?:(?:no|num|numero|number) ?)?[ :.#=]*$"
)
_REACH: Final = 40
#: So many words before a number may be the noun that its letters shorten: "certificat de localisation CERT…".
_WORDS: Final = 3


def is_things(lower: str, start: int, prefix: str) -> bool:
    """Whether a thing's noun stands before lower[start:] on its line, or one that the four letters `prefix` shorten."""
    line = lower[max(0, start - _REACH) : start].rpartition("\n")[2]
    found = [word for word in _WORD.finditer(line) if len(word[0]) > 1][-_WORDS - 2 :]
    if any(word[0].startswith(prefix) and is_everyday(word[0]) for word in found[-_WORDS:]):
        return True
    if _CARD.search(line):
        return True
    return any(
        (word[0] in _THINGS or word[0].rstrip("s") in _THINGS) and _LINK.fullmatch(line, word.end())
        for word in found
    )
