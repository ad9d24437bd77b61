"""Words before a number of a NAM's form that say that it is a thing's: a parcel, a machine, a case."""

from __future__ import annotations

from functools import cache
from typing import Final

from recognizers.around import SPACES, words
from recognizers.birth_family import RELATIVES
from recognizers.everyday import is_everyday, is_name
from recognizers.name_lists import SURNAMES
from recognizers.patterns import compiled
from recognizers.qualified import without_qualifiers
from recognizers.word_files import words_in

#: Nouns that nobody's NAM stands behind, whatever else the message speaks of (singular, folded).
THINGS: Final = words(
    """
    facture commande invoice order ticket billet lot batch sku serie serial modele model produit product item article projet
    project colis suivi tracking reclamation claim confirmation transaction soumission devis quote contrat contract police
    plaque plate iban swift bic isin coupon promo rabais version bon bordereau reservation booking vol flight incident
    abonnement badge token jeton scan policy accessoire achat activation annexe appendix appliance asset avenant avion
    amendment amende antenne balance batterie battery barrage boite bourse box branch branche bus autobus cabinet cable caisse
    camera camion capteur cargo casier cart carton chapitre chapter chaudiere cheque chantier classeur collection computer
    concours container contest conteneur convention copieur cylindre cylinder delivery device dispositif donation drone ecran
    engine entrepot envoi etagere expedition extincteur filter filtre forfait formation gps hotel imprimante installation
    instrument inventaire inventory key cle keyboard laptop lecteur license livraison livre locker logiciel machine meter
    compteur moniteur monitor moteur motor motion norme offer offre ordinateur outil package palette pallet panier panneau
    parcel patent brevet pipeline pneu pompe portable printer pump purchase refrigerateur reglement release remorque
    resolution routeur router sale salle sensor serveur server shelf shipment siege signal software sondage standard station
    subvention firmware micrologiciel hardware bios pilote survey switch tablette tag tire tool trailer train truck unite
    valve vanne vehicle vehicule vente voiture voucher wagon warehouse
    """
)
#: More of them, of which people speak behind a NAM's own label, too: "NAM de ma fille pour le tournoi : …".
MORE_THINGS: Final = words(
    """
    rule vest veste dossard jersey chandail fonds archive contig sequence crate binder cartable album vinyl track piste
    chanson song oeuvre partition kiosque booth gate dock quai pier matricule meule fromage cheese tuyau egout sewer bac bin
    poubelle manifeste manifest catalogue isrc poster stamp cadenas lock peinture paint tissu fabric embarquement boarding
    autocar navire courroie belt gasket generatrice generator thermostat laveuse washer secheuse dryer painting sculpture
    artefact artifact fossile fossil taureau bull ruche hive parcelle plot semence seed vin wine baril barrel biere beer silo
    citerne detecteur detector pylone poteau lampadaire ponceau culvert connaissement lading cautionnement bail lease password
    passcode micropuce trademark hypotheque mortgage loan obligation bond index guichet atm ligue league tournoi tournament
    script sprint bug jira cookie hash checksum domain url enregistrement recording cassette tape bill bobine reel montage
    footage meuble furniture tapis rug rideau serrure echelle ladder boulon bolt ecrou roulement bearing troncon trottoir
    aqueduc bonbonne wheelchair walker marchette deambulateur concentrateur concentrator scooter triporteur
    chargeur charger casque helmet reduction discount rebate
    pack coursepack recueil trousse kit licence room table appareil satellite galaxy galaxie asteroide asteroid comete comet
    enchere auction vache cow genisse heifer cheval horse mouton sheep chevre goat chassis chaise chair banc bench
    """
)
#: Of these, what is sent to patients, and what is taken of them: no letters but a word's are its own.
_SENT: Final = words("pack recueil trousse kit")
#: A label of another kind of number right before the token.
_OTHER_NOUNS: Final = """releves?\\sd'emploi records?\\sof\\semployment avis\\sde\\scotisation
    notices?\\sof\\sassessment bons?\\sde\\s(?:travail|livraison) avis\\sd'opposition
    factures? dossiers? commandes? invoices? (?<!in.)orders? tickets? billets? lots? batch
    ref(?:erences?|s)?\\.? case files?
    fichiers? sku serie serial modele model produits? product item articles? part projets? projects? colis
    suivi tracking reclamations?
    claims? (?<!comme.)(?<!que.)(?<![' ]a.)(?<!ont.)(?<!vez.)(?<!ons.)(?<!numero.)demandes?
    requests? requete confirmations? transactions? soumissions? devis quotes? contrats?
    contracts? polices? policy
    permis permit plaques? plate iban swift bic isin lei vin (?<!mon.)(?<!my.)codes? coupon promo rabais version formulaires?
    form doc(?:ument)?s? scan
    page recu receipt (?<!le.)(?<!pas.)bon bordereau inventaire inventory employe employee matricule badge reservations? booking
    vol flight incident
    client compte account membre member abonnement cle key jeton token rapport report s/n attachment jointe inscription
    accession echantillons? specimens?
    registration commit build statement releve cours courses? class(?:room)? local
    module""".split()
OTHER_LABEL: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(_OTHER_NOUNS)})"
    r"(?:(?<=serie)\s(?:de|du)\s(?:(?:mon|ma|notre|la|le)\s|l')?\w+|(?<=serial)\snumber\sof\s(?:the|my|our)\s\w+)?"
    r"[\s:.#]*(?:(?:no|num|numero|number|n\^|id|de\s+(?!cartes?(?![a-z]))\w+|web|en ligne|online|(?:est|is)(?: (?:le|the))?"
    r"|#)[\s:.#]*){0,2}$"
)
#: What a card does with its number, no bearing of a machine's: "the health insurance card / bearing number …".
_BEARS: Final = compiled(
    r"(?:(?:cards?|certificates?|documents?) {1,3}|[a-z)] {0,2}\r?\n[ >|]{0,8})bearing (?=(?:the )?(?:no|num|number|#))"
)
#: Of these, those of people.
PEOPLES: Final = compiled(
    "(?:dossier|file|client|membre|member|identifiant|employee?|accession|echantillon|specimen)s?(?![a-z])"
)
#: Somebody's, where the number is grouped as on the card: "N/Réf. TREM 0412 1925".
REFERENCE: Final = compiled(r"ref(?![a-z])|references?(?![a-z])")
_WORD: Final = compiled(r"[a-z]+")
#: Words without the "s" of many that they end in; of which one stands where a thing is named, and where one is or what counts it.
STEM: Final = compiled("[a-z]*[a-rt-z]")
THING_STEMS: Final = frozenset(word.rstrip("s") for word in THINGS | MORE_THINGS)
_STEMS: Final = THING_STEMS | words("numero num no n code matricule")
#: Between the noun and its number: "no", ":", "est le", a word more of it; not what the thing does with a number ("refuse").
_LINK: Final = compiled(
    r"(?: (?:de |d'|en )?(?!(?:pour|for|refus[a-z]*|rejet[a-z]*|rejects?|rejected|accepte|accepts?|lit|reads?|dit|says?|donne"
    r"|gives?|affiche|shows?|demande) )[a-z]{2,12}(?= ))?"
    r"[ :.#=(\"]*(?:(?:no|num|numero|number|n\^|id|est|is|le|the|code|ref|v|ver|rev)(?![a-z])[ :.#=(\"]*){0,3}"
)
#: Before what somebody does or did: "la réceptionniste a tapé …", "quand on tape …" are no tape.
_HAS: Final = compiled(
    r"(?<![a-z])(?:j'ai|ai|as|a|avons|avez|ont|avais|avait|avaient|je|j'y|tu|ils?|elles?|i|we|you|they"
    r"|(?:quand|si|lorsqu'|qu'|comme|l') ?on) \Z"
)
_VOWELS: Final = compiled("[aeiouy]")
#: A sentence of some words that ends before the number: its last noun is not the number's, "by the washing machine. No. …".
_SENTENCE: Final = compiled(r"(?s:.*)(?:[a-z']+,? ){3}[a-z']+(?<! no)(?<! num)(?<! ref)[.!?] ")
#: Cards that are no health cards.
_CARD: Final = compiled(
    r"(?:cartes?(?: de)?[ -](?:membre|fidelite|credit|debit|bibliotheque|cadeau|acces|visite|client|opus|syndicale?|syndicat"
    r"|stationnement|points|bus|gym)(?: (?:du|de la|des|de|d'|a la|au) ?(?!nam|ramq|sante|maladie)[a-z-]{3,14}(?= ))?"
    r"|(?:gift|loyalty|library|membership|credit|debit|member|business|access|opus|union|gym|parking|points|punch|bus) card)s?"
    r"[ :.#=]*(?:(?:bearing|bears|portant|porte)(?: (?:the|le))? )?(?:(?:no|num|numero|number) ?)?[ :.#=]*$"
)
#: "C'est le bon : …": the right one, not a voucher.
_RIGHT_ONE: Final = compiled(
    r"(?<![a-z])(?:le|est|pas) (?:pourtant |bien )?(?:le )?bon"
    r"(?= ?[:,.(]| (?:c'est|est|numero|no|nam)(?![a-z])| [a-z]{4} ?[0-9]|\s*$)"
)
#: "… the letters and digits of my card, in order: …".
_IN_ORDER: Final = compiled(r"(?<![a-z])in (?:(?:that|this|the (?:right|same)) )?order(?![a-z])")
#: "… can't bill on TREM …": what is done with a card.
_BILLS: Final = compiled(
    r"(?<![a-z])(?:to|can(?:'t|not)?|could(?:n't)?|will|won't|would(?:n't)?|must|may|did(?:n't)?|does(?:n't)?) bill(?![a-z])"
)
#: Who has a NAM, where it stands, when it was told, what it is for.
NO_THING: Final = words(
    f"""{RELATIVES} maman papa mamie papi mama grand petit petite oncle tante cousin cousine neveu niece voisin voisine coloc
    grande grands grandes vieux vieille jeune jeunes aine ainee aines cadet cadette benjamin benjamine jumeaux jumelles
    bracelet regime couverture protection inscription avant tantot hier apres toujours tout toute dessus dessous recto verso
    reference identite securite base demain ici celui celle quelqu autre autres meme famille personne quebec province gouvernement
    etat service services usage beneficiaire adherent adherente titulaire detenteur defunt defunte retour"""
)
#: "numéro d'événement …", "code d'erreur : …": what is numbered, right before its number.
_NUMBER_OF: Final = compiled(
    r"(?<![a-z])(?:numero|num|no|n\^|code|matricule)[. ]{1,2}(?:de |d'|du |des )(?:(?:la|votre|notre|leur) |l')?"
    r"(?:plus |moins )?([a-z]{3,}(?:-[a-z]+)?)"
    r"(?: [a-z'-]{3,14}){0,1}[ :.#=(\",]{1,4}(?:(?:est|c'est)(?: le)? )?[\" ]{0,2}\Z"
)
#: The same is said of another number as of the thing's before it: "SKU X est en rupture, même chose pour le Y".
_THE_SAME: Final = compiled(
    r"(?<![a-z])(?:meme (?:chose|probleme|question|situation|cas)|idem|pareil|pareillement|de meme|ainsi que|as well as"
    r"|same(?: thing| issue| problem| question| goes)?|ditto|likewise)(?: (?:pour|for|with|avec|que|de|a|au|to))?"
    r" ((?:le|la|les|the|l'|du|au) ?)?(?:(?:no|num|numero|number|#) ?)?[:\"]?\Z"
)
_SAME_REACH: Final = 36
#: A thing's code behind its noun.
_CODE: Final = compiled(
    r"[ :.#]{1,3}(?:(?:no|num|numero|number|n\^|#)[ :.#]{1,3})?(?=[a-z-]{0,8}[0-9])[a-z0-9-]{3}"
)
#: So far before them the thing was named.
_NAMED_REACH: Final = 110
#: How far before a number such a noun may stand.
REACH: Final = 40
#: So many words before a number may be the noun that its letters shorten: "certificat de localisation CERT…".
_WORDS: Final = 3


#: Words right before a number that say nothing of what it is, or whose it is.
SAYS_NOTHING: Final = words(
    """
    voici voila est c'est cest is it's its here sont are pour for de du des d la le les l et and mais but pas not avec with
    using sous under of from par by a to on in au aux en sur ou or si numero no number num nouveau nouvelle new ancien ancienne
    old merci thanks thank bonjour bonsoir hello hi allo salut svp please moi me my mine mon ma mes son sa ses his her leur their
    votre your notre our lui elle he she il
    patient patiente usager usagere client cliente assure assuree enfant fils fille mere pere conjoint conjointe mari femme
    epoux epouse monsieur madame mr mrs ms mme child daughter wife husband spouse mother father insured beneficiaire beneficiary
    nom prenom name names first last suivant suivante suivants following liste list ci-dessous below encore again rappel urgent
    carte card numeros numbers cartes cards bebe baby garcon boy girl soeur sour frere sister brother parent tuteur guardian
    dit dis indique montre mentionne affiche lit donne says say shows show states mentions reads lists gives perdu perdue perdus
    lost vole volee stolen renouveler renouvelle renouvelez renew expire expiree expired verifier verifie verify check valider
    validate confirmer annuler cancel utilise utiliser use used recu recue received trouve trouvee found cherche
    naissance birth ne nee born re tr objet subject merci oui non yes confirme confirm demande request dossier file
    see voir call appelez concerne concernant concerns concerning regarding vise
    """
)
#: Words that make a line a health card's, or a patient's.
OF_A_CARD: Final = words(
    """
    ramq nam nams hin hcn cam soleil sante health maladie medicare assurance insurance carte cartes card cards
    medical medicale medicaux resultat resultats result results analyse analyses examen examens exam test tests sang sanguine
    blood lab labo laboratoire prelevement prelevements echantillon specimen sample ordonnance ordonnances prescription
    rendez-vous rendez rdv appointment consultation urgence urgences emergency clinique clinic hopital hospital chambre room
    radio radiographie echographie mammographie irm mri ct scan vaccin vaccins vaccine vaccination chirurgie surgery operation
    traitement treatment medicament medicaments medication pharmacie pharmacy admission hospitalisation ambulance allergie
    diagnostic diagnosis symptome symptomes grossesse pregnancy remboursement renouvellement admissibilite eligibility
    identite identity accident appareil auditif orthopedique etiquette
    renewal remplacement replacement refund deces decede decedee deceased hospitalise hospitalisee hospitalized dentiste lunettes
    prothese radiologie membre etudiant etudiante employe employee locataire defunt defunte identifiant identification
    """
)
#: Of these, the card itself.
THE_CARD: Final = words(
    "ramq nam nams hin hcn cam soleil medicare carte cartes card cards identifiant identification"
)
#: How the surnames of saints begin in a NAM.
_SAINT: Final = "st"
_LETTERS: Final = 4


def begins_surname(prefix: str) -> bool:
    """Whether the NAM's letters, or the first three of them, are those of a common surname."""
    return prefix[:3] in _beginnings()


def is_nobodys(prefix: str) -> bool:
    """Whether four letters are, or shorten, an everyday word, or begin no known surname: a thing's, unless more is said."""
    if begins_surname(prefix) or prefix.startswith(_SAINT):
        return False
    return prefix in _shortened_words() or prefix[:3] not in _rare_beginnings()


def shortens_word(prefix: str) -> bool:
    """Whether an everyday word begins with these four letters."""
    return prefix in _shortened_words()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(f"{name}x"[:3] for name in SURNAMES)


@cache
def _rare_beginnings() -> frozenset[str]:
    return frozenset(f"{name}x"[:3] for name in words_in("surnames"))


@cache
def _shortened_words() -> frozenset[str]:
    return frozenset(word[:4] for word in words_in("everyday") if is_everyday(word))


def names_something(word: str) -> bool:
    """Whether a word right before a number says that it is something else's: an everyday noun, no card's and nobody's."""
    return word not in SAYS_NOTHING and word not in THE_CARD and not is_name(word) and is_everyday(word)


#: Before a noun, in the sentence of the card: where that is or was, "ma carte perdue hier dans l'autobus (TREM …)".
_WHERE: Final = compiled(
    r"[^.;:!?0-9]{0,40}(?<![a-z])(?:dans|in|on|sur|a|au|aux|at|from|under|sous|chez|near)"
    r"(?: (?:le|la|les|un|une|mon|ma|notre|the|my|our|an?))? ?(?:l')?"
)


def is_things(lower: str, begin: int, start: int) -> bool:
    """Whether a thing's noun stands right before lower[start:], on its line and not before `begin`, where a card is announced.

    Behind it a noun may only say where the number stands: "NAM sur la facture :".
    """
    line = line_before(lower, begin, start)
    if not line.islower():
        return False
    if begin:
        line = without_qualifiers(line)
    if ("card" in line or "carte" in line) and _CARD.search(line):
        return True
    if _STEMS.isdisjoint(STEM.findall(line)) and lower.find("bearing", max(0, start - REACH), start) < 0:
        return False
    if said := _SENTENCE.match(line):
        line = line[said.end() :]
    line = SPACES.sub(" ", line)
    if bears := _BEARS.search(lower, start - REACH, start):
        line = lower[bears.end() : start]
    if (numbered := _NUMBER_OF.search(line)) and _is_of_a_thing(numbered[1]):
        return True
    line = _BILLS.sub(" ", _IN_ORDER.sub(" ", _RIGHT_ONE.sub(" ", line)))
    found = [word for word in _WORD.finditer(line) if len(word[0]) > 1][-_WORDS - 2 :]
    letters = lower[start : start + _LETTERS]
    return any(
        (
            word[0] in THINGS
            or word[0].rstrip("s") in THINGS
            or (not begin and (word[0] in MORE_THINGS or word[0].rstrip("s") in MORE_THINGS))
        )
        and not (word[0].rstrip("s") in _SENT and begins_surname(letters) and not is_everyday(letters))
        and not (word[0][:3] == lower[start : start + 3] and is_name(word[0]))
        and not _HAS.search(line, 0, word.start())
        and not (begin and _WHERE.fullmatch(line, 0, word.start()))
        and _LINK.fullmatch(line, word.end())
        for word in found
    )


def _is_of_a_thing(noun: str) -> bool:
    """Whether a number of this is nobody's: no card's, nobody's name, no word for a person or a health card's page."""
    return OF_A_CARD.isdisjoint((noun, noun.rstrip("s"))) and noun not in NO_THING and names_something(noun)


def is_no_name(prefix: str) -> bool:
    """Whether the first three letters can be nobody's: no vowel is among them, and no known surname begins with them."""
    return not (
        _VOWELS.search(prefix, 0, 3)
        or prefix.startswith(_SAINT)
        or begins_surname(prefix)
        or prefix[:3] in _rare_beginnings()
    )


def is_same_as_things(lower: str, start: int) -> bool:
    """Whether what stands right before `start` says the same of the number as of a thing's before it: "même chose pour le"."""
    same = _THE_SAME.search(lower, start - _SAME_REACH, start)
    if not same or (begins_surname(lower[start : start + 4]) and not same[1]):
        return False
    said = lower[max(0, same.start() - _NAMED_REACH) : same.start()]
    return any(
        word[0] in THINGS or word[0].rstrip("s") in THINGS
        for word in _WORD.finditer(said)
        if _CODE.match(said, word.end())
    )


def line_before(lower: str, begin: int, start: int) -> str:
    return lower[max(begin, start - REACH) : start].rpartition("\n")[2]
