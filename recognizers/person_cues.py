"""What introduces a person's name, what speaks against one, and what may stand inside one. Folded, lower case."""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.patterns import compiled

TITLES: Final = words(
    "mme mlle mrs ms miss madame monsieur mademoiselle mister docteur docteure doctor dr dre mr messieurs mesdames prof"
    " professeur professor maitre sr sgt rev reverend abbe imam rabbi rabbin"
)
STRONG_CUE: Final = compiled(
    r"(?<![a-z])(?:je m'ap+el(?:le|e|ais)|je map+el+e|m'appelant|(?:il|elle|qui|fils|fille|soe?ur|frere|mari|femme"
    r"|conjointe?|dame|mere|pere"
    r"|bebe|enfant|garcon|copine|chum|blonde|agente?|preposee?|medecin|monsieur|voisine?|amie?) s'appel(?:le|ait|lait)"
    r"|se (?:pre)?nomme|je me (?:pre)?nomme"
    r"|(?:mon|son|le|leur) nom(?: complet)? (?:est|c'est|a moi est)"
    r"|moi c'est|moi c est|my (?:full |first |last |given |family |middle |maiden |legal )?name is"
    r"|mon prenom (?:est|c'est)|[a-z]+'s name is"
    r"|my name's|(?:his|her|their) name (?:is|was)"
    r"|(?:named?|called|nommee?|denommee?|prenommee?|surnommee?)"
    r"|au nom de|on behalf of|signe|signed|(?:nom|prenom|nom complet|nom et prenom|prenom et nom|name|full name"
    r"|first name|last name|surname|given name|patiente?|assuree?"
    r"|titulaire|(?<!cup )(?<!pen )(?<!pot )(?<!candle )(?:card ?)?holder|detent(?:eur|rice)|conjointe?|beneficiaire"
    r"|de la part de|from|de|a l'attention de|attn"
    r"|usagere?|client(?:e)?|employee?"
    r"|medecin|agente?|parents?|enfant|child|contact|auteure?|author|responsables?|personne[- ]ressource"
    r"|contact person|mere|pere|mother|father|tut(?:eur|rice)|guardian|ref"
    r"|demandeu(?:r|se)|prestataire|applicant|signature|signee?|signed|signataire|requerante?|par|by"
    r"|(?:nom|name)(?: [a-z']{2,9}){1,3}|[a-z']{3,9}'s name)[ ]?:|un certain|une certaine|qqn du nom de"
    r"|(?:refus[a-z]{1,4}|rejett?e|rejects?|rejected|accepte(?: pas)?|accepts?|prend pas|take|takes|epel[a-z]{1,4}"
    r"|spell(?:s|ed)?)"
    r" (?:pas )?(?:le |mon |son |the |my |his |her )(?:nom|prenom|(?:last |first )?name)(?: de famille)?"
    r"|someone (?:called|named))[\s\"'(]*(?:[a-z]\. ?)?$"
)
LABEL: Final = compiled(
    r"(?:^|\b)(?:pre)?noms?\b(?!.*(?:entreprise|organi|etabli|societe|compagnie|fichier|utilisateur|projet|produit"
    r"|programme|page|site|service|rue|ville))"
    r"|\b(?:first|last|full|given|middle|your|family)[ _-]?name\b|^(?:sur)?name$|\bpatiente?$|\bsignature\b"
)
#: What stands before a given name in lower case.
WEAK_CUE: Final = compiled(
    r"(?<![a-z])(?:ici|de la part de|part of|bonjour|bonsoir|allo|salut|hi|hello|hey|hye|dear|chere?|merci (?:a|de|encore)"
    r"|merci|thanks to|thanks|thank you(?: to)?|avec|with|w/|speak (?:to|with)|parler? (?:a|avec)|parle (?:a|avec)"
    r"|sp(?:oke|eaking) (?:to|with)|talk(?:ed|ing)? (?:to|with)|dit a|demande a|ask|asked|tell|told|rencontre|met|vu|saw"
    r"|pour|chez|for|une? certaine?|la dame|le monsieur|(?:l'|le |la )?(?:medecin|docteure?|dentiste|secretaire|notaire)"
    r"|doctor|dentist|c'est|cest|(?:^|(?<=[\n.!?,])|(?<=[.!?,] )|(?<=hi )|(?<=hey )|(?<=hello ))im|its|it's|it was"
    r"|c'etait|this is|i am|i'm|je suis|nous sommes|we are|et|and|ou|or"
    r"|signe|nom|prenom|name|attn|cc|re|objet|subject|bravo a|felicit\w*|congrat\w*|kudos to|commend|praise|denonce\w*"
    r"|report(?:ing)?|inscrire|inscris|register|retirer|remove|add|ajoute\w*|qui est|who is|connais\w*"
    r"|(?:dossier|demande|carte|nom|lettre|courriel|formulaire|signature|compte|bebe|mere|pere|mandataire|tut(?:eur|rice)"
    r"|parents?|file|case|letter|card|email|form|name|guardian|account|behalf|mother|father|part|fille|fils|son|daughter"
    r"|conge|plainte|cas|situation|attention|service|aide|help|exceptionnel|travail|patience|gentillesse|kindness)"
    r" (?:de|d'|pour|a|of|for|from)|(?:transferee?|transferred|passe|refere\w*|referred|connected)(?: \w{1,3})? (?:a|to)"
    r"|then|puis a|dire a|donne a|a l'attention de|transmettre a|forward to|give to|message (?:a|to|for)|selon"
    r"|(?:the|a) wrong|another|un autre|une autre|ensuite a|signed|submitted by|filled out by|rempli par|completed by"
    r"|written by|ecrit par|par|by"
    r"|regarding|concernant|representant|represente|represent|au|le petit|la petite|the late|feu)[ ,:(]{1,2}$"
)
#: What stands before a name of two words that no list knows.
PAIR_CUE: Final = compiled(
    r"(?<![a-z])(?:(?:dossier|demande|formulaire|lettre|commentaire|carte|bebe|signature|nom|courriel|conge|plainte|suivi)"
    r" (?:de|d'|pour)|(?:file|letter|form|card|behalf|part|request|comment|kindness|name) (?:of|by|for|from)"
    r"|(?:forward|attention|attorney|procuration|parler|speak|spoke|talk|talked|thanks|you|merci|bravo|remerci\w*(?: special)?)"
    r" (?:to|with|a|avec|de)|my name is|signe|signed|par|filled out by|ecrit par|written by|submitted by) $"
)
#: Of those, the ones that join anything.
CONNECTIVE: Final = compiled(
    r"(?<![a-z])(?:et|and|ou|or|pour|for|chez|its|it's|it was|cest|c'est|avec|with|merci|thanks|met|par|by|au|re"
    r"|de|d'|a|of|from)[ ,:(]{1,2}$"
)
#: Who bears the name that follows, so that even an unknown one is a name.
KIN_CUE: Final = compiled(
    r"(?<![a-z])(?:(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|votre|vos|l'|une?|le|la|les) ?"
    r"(?:petite?-|belle-|beau-|demi-|arriere-|grande?-|ex[ -]|petite? |defunte? |regrettee? |jeune |vieux |vieille )?"
    r"(?:fils|fille|frere|soe?ur|mari|femme|conjointe?|epouse|epoux|pere|mere|oncle|tante|cousine?|neveu|niece|voisine?|bebe"
    r"|enfants?|jumeaux|jumelles|chum|blonde|copain|copine|fiancee?|amie?|collegue|coloc|colocataire|parrain|marraine"
    r"|ex|agente?|preposee?|receptionniste|infirmiere?|commis|conseillere?|pharmacienne?|travailleuse sociale|employee?"
    r"|intervenante?|superviseure?|patron(?:ne)?|boss|gestionnaire|gerante?|cliente?|patiente?|avocate?"
    r"|proprio(?:etaire)?|gar(?:con|s)|p'tit|petite?|notaire|dentiste|medecin|pediatre|psychologue|psychiatre|neurologue"
    r"|cardiologue|oncologue|rhumatologue|dermatologue|chirurgien(?:ne)?|orthodontiste|denturologiste|optometriste|hygieniste"
    r"|ergotherapeute|physiotherapeute|orthophoniste|sage-femme)"
    r"|(?:j'ai|jai|nous avons|on a|i have|we have|il a|elle a|he has|she has) (?:[2-9]|deux|trois|quatre|cinq|two|three"
    r"|four|five)"
    r" (?:petits? |little |young |jeunes )?(?:enfants|filles|fils|garcons|jumeaux|jumelles|kids|children|sons|daughters"
    r"|boys|girls|twins)"
    r"|(?:mes|nos|ses|leurs) (?:filles|freres|soe?urs|garcons|neveux|nieces)"
    r"|(?:my|our|his|her|their|your|the) (?:grand|step|god|foster |adopted |eldest |middle |other |twin |teenage |adult |ex[ -]"
    r"|late |older |younger |young |little |oldest |youngest )?"
    r"(?:sons?|daughters?|brothers?|sisters?|husband|wife|mother|father|mom|mum|dad|uncle|aunt|nephew|niece|cousin|partner|spouse"
    r"|baby|kids?|child|children|twins|boyfriend|girlfriend|friend|neighbou?r|roommate|fiancee?|coworker|colleague|ma|pa|ex"
    r"|teen|teenager|toddler|boss|manager|landlord|client|patient|lawyer|teacher|caregiver|agent|receptionist|nurse"
    r"|clerk|pharmacist"
    r"|social worker|representative|employee|supervisor|boy|girl|little"
    r"|grandma|grandpa|nana|granny|bf|gf|doctor|dentist|p(?:a)?ediatrician|psychologist|psychiatrist|neurologist|cardiologist"
    r"|oncologist|rheumatologist|dermatologist|surgeon|orthodontist|denturist|optometrist|hygienist|physiotherapist"
    r"|midwife)(?: in law|-in-law)?)[ ,:(]{1,2}$"
)
#: What stands before a surname with a capital, as a title does.
POSTS: Final = words(
    "agent agente juge judge constable nurse infirmier infirmiere prepose preposee commis conseiller conseillere notaire avocat"
    " pastor caporal corporal sergeant inspecteur inspector detective"
    " avocate pharmacien pharmacienne pharmacist pasteur pastor lieutenant sergent sergente depute deputee ministre"
)
#: The end of a letter: what stands alone on the next line is the writer's name.
CLOSING: Final = compiled(
    r"(?:^|[\n.!?,] ?)(?:(?:tres |bien |most )?(?:cordialement|cordially|sincerement|sincerely|amicalement|respectueusement"
    r"|respectfully|best|best regards|kind regards|warm regards|regards|yours|yours (?:truly|sincerely)|sincerely yours"
    r"|bien a vous|bien a toi|au plaisir|a bientot|a la prochaine|cheers|thanks|thank you|many thanks|thx|merci"
    r"|(?:merci|thanks|thank you) (?:beaucoup|bien|d'avance|so much|again|in advance|a l'avance|encore)"
    r"|salutations(?: distinguees| cordiales)?|mes salutations(?: distinguees)?|bonne journee|have a (?:nice|good) day))"
    r"[ ,.!]{0,3}\n[\n >]{0,6}$"
)
PLACE_BEFORE: Final = compiled(
    r"(?<![a-z])(?<!quel )(?<!quelle )(?<!which )(?<!what )"  # "Dans quelle ville Marie Roy est-elle née?"
    r"(?:rue|av|ave|avenue|boul|boulevard|blvd|chemin|route|rang|place|pont|parc|lac|mont|montagne|riviere"
    r"|hopital|hotel-dieu|clinique|pharmacie|pharmacies|ecole|college|cegep|universite|polyvalente"
    r"|centre|fondation|pavillon|edifice|ville|village|municipalite|paroisse|eglise|station|metro|caisse|chsld|clsc"
    r"|ciusss|cisss|gmf|institut|(?<!preuve de )(?<!lieu de )(?<!proof of )residence|manoir|restaurant|magasin|prix"
    r"|bourse|loi|commission"
    r"|maladie|syndrome|hospital|clinic|school|university|street|road|park|lake|mount|bridge|foundation|institute"
    r"|pharmacy|church|saint|sainte|st|ste|bibliotheque|arena|stade|aeroport|airport|(?<!en )compagnie|banque|bank"
    r"|autoroute|hospitalier|hospitaliere|universitaire|ile du prince|tempete|ouragan|hurricane|storm|quartier"
    r"|arret|secteur|aile|tour|salle|auditorium|lycee|cimetiere|barrage|highway|montee|ruelles?|tournoi|amphitheatre|colisee"
    r"|esplanade|(?:ecole|salle|bibliotheque|piscine|arena|garderie) (?:secondaire|primaire|municipale?|publique|polyvalente)"
    r"|clinique (?:medicale|dentaire|familiale|veterinaire)|corps (?:de|a))"
    r"(?: de| du| d'| of| des| de la| de l'|(?:(?<=av)|(?<=st)|(?<=ste)|(?<=ave)|(?<=boul)|(?<=blvd))\.)?[ -](?:(?:saint"
    r"|sainte|st|ste)[. -]{1,2})?$"
)
PLACE_AFTER: Final = compiled(
    r"[ -](?:metro|station|cent(?:re|er)|library"
    r"|building|memorial|pavilion|pavillon|island|expressway|highway|cres(?:cent)?|arena|collegiate|cegep|cemetery"
    r"|residence|street|road|avenue|hospital|clinic|school|university|college|park|lake|foundation|institute|pharmacy|inc"
    r"|ltd|ltee|canal|palace|stations?|county|city|airport|syndrome|disease|blvd|boulevard|ave|bridge|pharmacies"
    r"|group|province|day)(?![a-z])"
)
#: The last word of a place, a school or a feast that bears a person's name: "John Abbott College".
PLACE_WORDS: Final = words(
    "boulevard blvd street road avenue hospital clinic school university college park lake foundation institute pharmacy"
    " bridge airport station library church cathedral museum theatre theater centre center arena stadium day cup award"
    " street crescent drive terrace square highway group festival"
)
#: What stands before a name in one breath with it and is not part of it.
ROLES: Final = TITLES | words(
    "president presidente senator governor general gen sen rep sir lord lady king queen prince princess princesse roi reine"
    " pape pope saint administrator councillor councilor alderman mp mna maire mairesse minister ministre premier"
    " chancellor captain capitaine colonel major sergeant detective"
    " judge juge justice coach aunt uncle tante tonton oncle grandma grandpa grand-maman grand-papa mamie papi m me"
    " congrats felicitations regards contact parent thanks thx bravo attn ref"
    " salamat gracias danke shukran obrigado obrigada miigwech meegwetch mikwetc nakurmiik niawen tshinashkumitin mesi"
    " auteur author bonjour merci hi hello dear cher chere email from de by par"
)
#: What may stand between two words of one name; the elided article of a name is not a word of its own.
GAPS: Final = frozenset((" ", "  ", "-", ". ", ", ", " d'", " D'", " O'", " l'"))
#: Words of the names of organisations and places.
ORGANISATIONS: Final = words(
    "avenue bay bibliotheque boulevard boutique bureau caisse cegep center centre chemin city clic clinic"
    " clinique college comite commission county coupe cup day east ecole edifice equipe est famille fondation fort"
    " foundation garden gardens grand grande groupe hello hopital hospital hotel institut island islands la lac"
    " lake le les maison manoir mont mount new nord north nouvelle ouest parc pavillon pharmacie pharmacies"
    " pharmacy place polyvalente pont port prix programme rang reseau residence restaurant river road rue saint"
    " sainte school service services south square st ste street sud the tower universite university west"
)
#: Surnames that end the name of a chain of shops.
BRANDS: Final = words("coutu hortons")
#: Surnames that are firms when they stand alone.
FIRMS: Final = words(
    "bell rogers desjardins brunet ford toyota honda dell moderna birks simons maxi sanofi bombardier koodo fido fizz ajax"
    " lenovo adidas nike samsung siemens"
)
