"""What introduces a person's name, what speaks against one, and what may stand inside one. Folded, lower case."""

from __future__ import annotations

import re
from typing import Final

from recognizers.around import words

TITLES: Final = words(
    "mme mlle mrs ms madame monsieur mademoiselle mister docteur docteure doctor dr dre mr messieurs mesdames prof"
    " professeur professor maitre sr sgt"
)
STRONG_CUE: Final = re.compile(
    r"(?<![a-z])(?:je m'appel(?:le|e|ais)|je mappelle|m'appelant|(?:il|elle|qui) s'appelle|se nomme|je me nomme"
    r"|(?:mon|son|le|leur) nom(?: complet)? (?:est|c'est|a moi est)"
    r"|moi c'est|moi c est|my (?:full )?name is|[a-z]+'s name is|my name's|(?:his|her|their) name (?:is|was)"
    r"|(?:named?|called|nommee?|denommee?|prenommee?|surnommee?)"
    r"|au nom de|on behalf of|signe|signed|(?:nom|prenom|nom complet|nom et prenom|prenom et nom|name|full name"
    r"|first name|last name|surname|given name|patiente?|assuree?"
    r"|titulaire|conjointe?|beneficiaire|de la part de|from|de|a l'attention de|attn|usagere?|client(?:e)?|employee?"
    r"|medecin|agente?)[ ]?:)[\s\"'(]*$"
)
LABEL: Final = re.compile(
    r"(?:^|\b)(?:pre)?noms?\b(?!.*(?:entreprise|organi|etabli|societe|compagnie|fichier|utilisateur|projet|produit"
    r"|programme|page|site|service|rue|ville))"
    r"|\b(?:first|last|full|given|middle|your|family)[ _-]?name\b|^(?:sur)?name$|\bpatiente?$|\bsignature\b"
)
#: What stands before a given name in lower case.
WEAK_CUE: Final = re.compile(
    r"(?<![a-z])(?:ici|de la part de|part of|bonjour|bonsoir|allo|salut|hi|hello|hey|dear|chere?|merci a|merci"
    r"|thanks to|thanks|thank you|avec"
    r"|with|parle[re]? a|parle[re]? avec|a parler a|parler a|spoke (?:to|with)|talked (?:to|with)"
    r"|dit a|rencontre|met|mon (?:fils|frere|mari|pere|conjoint|ami|oncle|cousin|voisin|patron|copain|chum|bebe"
    r"|grand-pere|medecin|pharmacien|dentiste)|ma (?:fille|soeur|femme|mere|conjointe|amie|tante|cousine|voisine"
    r"|blonde|grand-mere|pharmacienne|dentiste)"
    r"|my (?:son|daughter|brother|sister|husband|wife|mother|father|mom|dad|friend|partner|boss|neighbou?r|uncle|aunt"
    r"|cousin|doctor|nurse|baby|grandmother|grandfather|grandma|grandpa|pharmacist|dentist)|pour|chez|for"
    r"|une? certaine?|l'agente?|agente?|agent|la preposee|le prepose|infirmiere?|l'infirmiere?|la dame|le monsieur"
    r"|medecin|docteure?|preposee?|receptionniste|la secretaire|nurse|c'est|cest|its|it's|this is|i am|i'm|je suis|et|and"
    r"|signe)[ ,:]{1,2}$"
)
#: Of those, the ones that join anything.
CONNECTIVE: Final = re.compile(
    r"(?<![a-z])(?:et|and|pour|for|chez|its|it's|cest|c'est|avec|with|merci|thanks|met)[ ,:]{1,2}$"
)
#: Who bears the name that follows, so that even an unknown one is a name.
KIN_CUE: Final = re.compile(
    r"(?<![a-z])(?:(?:mon|my|notre|our) (?:fils|frere|mari|pere|conjoint|oncle|cousin|voisin|bebe|grand-pere|son"
    r"|brother|husband|father|dad"
    r"|uncle|neighbou?r|baby)|(?:ma|my|notre|our) (?:fille|soeur|femme|mere|conjointe|tante|cousine|voisine|blonde|grand-mere"
    r"|daughter|sister|wife|mother|mom|aunt)|(?:l'|the |une |un |an |le |la )?(?:agente?|preposee?|receptionniste"
    r"|infirmiere?|nurse|commis|clerk))[ ,:]{1,2}$"
)
PLACE_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:rue|av|ave|avenue|boul|boulevard|blvd|chemin|route|rang|place|pont|parc|lac|mont|montagne|riviere"
    r"|hopital|hotel-dieu|clinique|pharmacie|pharmacies|ecole|college|cegep|universite|polyvalente"
    r"|centre|fondation|pavillon|edifice|ville|village|municipalite|paroisse|eglise|station|metro|caisse|chsld|clsc"
    r"|ciusss|cisss|gmf|institut|residence|manoir|restaurant|magasin|prix|bourse|loi|rapport|commission"
    r"|maladie|syndrome|hospital|clinic|school|university|street|road|park|lake|mount|bridge|foundation|institute"
    r"|pharmacy|church|saint|sainte|st|ste|bibliotheque|arena|stade|aeroport|airport|compagnie|banque|bank)"
    r"(?: de| du| d'| of| des| de la| de l'|\.)?[ -]$"
)
PLACE_AFTER: Final = re.compile(
    r"[ -](?:street|road|avenue|hospital|clinic|school|university|college|park|lake|foundation|institute|pharmacy|inc"
    r"|ltd|ltee|canal|palace|station|county|city|airport|syndrome|disease)(?![a-z])"
)
#: What stands before a name in one breath with it and is not part of it.
ROLES: Final = TITLES | words(
    "president presidente senator governor general gen sen rep sir lord lady king queen prince princess princesse roi reine"
    " pape pope saint administrator minister ministre premier chancellor captain capitaine colonel major sergeant detective"
    " judge juge justice coach m me bonjour merci hi hello dear cher chere email from de by par"
)
#: What may stand between two words of one name; the elided article of a name is not a word of its own.
GAPS: Final = frozenset((" ", "  ", "-", ". ", ", ", " d'", " D'", " O'", " l'"))
#: Words of the names of organisations and places.
ORGANISATIONS: Final = words(
    "avenue bay bibliotheque boulevard boutique bureau caisse cegep center centre chemin city clic clinic"
    " clinique college comite commission county coupe east ecole edifice equipe est famille fondation fort"
    " foundation garden gardens grand grande groupe hello hopital hospital hotel institut island islands la lac"
    " lake le les maison manoir mont mount new nord north nouvelle ouest parc pavillon pharmacie pharmacies"
    " pharmacy place polyvalente pont port prix programme rang reseau residence restaurant river road rue saint"
    " sainte school service services south square st ste street sud the tower universite university west"
)
#: Surnames that end the name of a chain of shops.
BRANDS: Final = words("coutu hortons")
