"""Words that make a date beside a birth something else: another event, a thing that was born, papers about a birth."""

from __future__ import annotations

from typing import Final

from recognizers.alternatives import gathered
from recognizers.birth_family import RELATIVES
from recognizers.birth_ideas import ABSTRACT, IDEA, INSTITUTION, NOBODYS_OWN
from recognizers.cues import gate
from recognizers.everyday import is_name
from recognizers.patterns import Ending, compiled

#: Between cue and date: what speaks of another event.
OTHER_EVENT: Final = compiled(
    "(?<![a-z])"
    + gathered(
        r"certificat|certified|acte(?![a-z])|conge(?![a-z])|prime(?![a-z])|extrait|copie"
        r"|deliv|d\?livr|issued?(?![a-z])|emis|expir|echeance|echue?s?(?= (?:le|on|en|au|depuis) | ?\Z| [0-9])"
        r"|matur(?:ed|es|ity|ing)(?= on |:| ?\Z| (?:[a-z]{3,9}\.? )?[0-9])"
        r"|rendez|rdv|rv(?![a-z])|appoint|inscription|inscrite? (?:a |au |depuis|le )|regist|enreg|mariage|mariee"
        r"|maries|marie (?:le|en|depuis|a)(?![a-z])"
        r"|marri|a epousee?(?![a-z])|avait epousee?(?![a-z])|(?:sont|s'est|sommes|etaient|s'etaient) epouse(?:e?s)?(?![a-z])"
        r"|wed(?:ding)?(?![a-z])|deced|deces|passed (?:away|on)|died|death|mort(?:e|s|es)?(?![a-z])|decease|depuis"
        r"|since|prevu(?<!que prevu)|expected|due(?![a-z])|factur"
        r"|invoice|bills? (?:of|from|dated)(?![a-z])|envoy|sent(?![a-z])|recu(?:e|s)?(?![a-z])|receiv|servic|transfer"
        r"|hospitali[sz]|discharg|arriv|moved|move-?in(?![a-z])|moving (?:day|date|in|out)(?![a-z])"
        r"|landed(?= in)|entered canada|entree? au canada|christened (?:on|le)(?![a-z])"
        r"|demenag|living|habit|lives|permis|valid"
        r"|jusqu|until|demande(?!ur)|request|appli(?!cant)|sign(?:e|ature|ing (?:was|took|date|day))|(?:date|day) of signing"
        r"|operat|opere|chirurg|surg|visit|consult|adopt"
        r"|suivi(?![a-z])|follow-?up|check-?up|(?:le |un |prochain )controle"
        r"|tombee? malade (?=le|en|depuis)|fell (?=ill|sick)|vue?s? (?:le|en|a) |seen(?<! as seen)(?![a-z])"
        r"|fonda|fonde|founded|etabli|limite|butoir|creat|cree(?:e|s)?"
        r"(?![a-z]| (?:mother|father|parent|famil|couple|woman|communit|nation|village|territor))"
        r"|modif|version|(?<!^ )(?<!^, )(?<!^ \()rev\.(?= ?(?:le|du|of|on)? ?$)"
        r"|imprim|print(?!emps)|mise a jour|update|celebr|party|souper|fete d|cadeau|gift"
        r"|accouchement|delivery|embauch|hired|start|debut"
        r"|(?:premier|dernier|nouvel|ancien|first|last|previous) (?:emploi|job)(?![a-z])"
        r"|fin (?=d)|end of|retraite|retire|divor|separe|separat|baptem|bapti[sz]|declar|en vigueur|effective"
        r"|soumission|quote(?![a-z])|devis|concert|spectacle|showing|screening|exposition|award|premiere|urgence|emergency"
        r"|at the er(?![a-z])|entree|emission|sorti(?![a-z])"
        r"|(?<!la )(?<!-)(?:sortie|chute)(?= ?[:=]| le | du [0-9])|publi(?:e|c ?ation|shed)"
        r"|released?(?![a-z])|launch|lance(?![a-z])|inaugur|ouvert"
        r"|opened|oublie|forgot|(?:forms?|formulaires?|files?|documents?) (?:of|du|dated|from) ?$"
        r"|courriel|e-?mail|message|(?<!en )(?<!toutes )(?<!\()lettre|letter(?![a-z])|admi(?:s(?!sib)|t)|avant(?![a-z])|deadline"
        r"|by (?=[0-9]|[a-z]{3,9}\.? [0-9]|$)|renouv|renew|paiement"
        r"|versee?s?(?![a-z])|paid(?![a-z])|payee?s?(?![a-z])|vendue?s?(?![a-z])|sold(?![a-z])|achetee?s?(?![a-z])|bought(?![a-z])"
        r"|payment|today|dated?(?<!en date)(?<!en dated)(?= d|d |d,|$)|date d(?<!en date d)|(?<!en )datee?s? d[u']"
        r"|homolog|ended(?![a-z]| ?[,:])|ends? (?=on)|(?:finit|se termine|(?:prend|pris|prit|prendra) fin) le(?![a-z])"
    )
)
#: What a form calls the field that holds the text itself: "Message : ". Nothing is told by it.
FIELD: Final = compiled(
    r"(?:\A|\n)[>| \t]{0,12}(?:(?:votre|your|le|the) )?(?:messages?|commentaires?|comments?|questions?|descriptions?|texte?"
    r"|contenu|content|demande|request|courriel|e-?mail)\s{0,4}:[\s*_\"'(\[]{0,8}"
)
#: From one's birth date to the next person's: what else befell the first, and the second on that day: "… and landed first, and
#: my wife on …", "hire dates: mine = …".
SINCE_THEN: Final = compiled(
    "(?<![a-z])"
    + gathered(
        r"hir(?:e|es|ed|ing)(?![a-z])|vaccin|doses?(?![a-z])|shots?(?![a-z])|(?:last|first) day|(?:derniere?|premiere?) jour"
        r"|left(?![a-z])|quitt|immigr|emigr|refugi|refugee|licen[cs]|passeport|passport|ceremon|wedding|anniversar"
        r"|landed(?![a-z])|landing|became|become|devenue?s?(?![a-z])|citoyen|citizen|naturali[sz]|work|travail|parrain|sponsor"
        r"|part(?:i|ie|is|ies)(?![a-z])|entree?s?(?![a-z])|entered|entry|venue?s?(?![a-z])|came(?![a-z])|married|fianc|engaged"
        r"|diplom|graduat|(?:got|eu|obtenu|obtained|perdu|lost) (?:ma|my|his|her|sa|la|the) (?:carte|card)|opere|greff|transplant"
        r"|remont(?:e|ait)(?![a-z])|diagnos|inaptitude|un an plus tard|ans plus tard|years? later"
    )
)
#: The last noun before a second date, with what links the two: it happened to who was born on the first.
INCIDENT: Final = Ending(
    "(?<![a-z])(?:"
    + gathered(
        r"accidents?|crash|collision|chute|falls?|injur(?:y|ies)|blessures?|incidents?|sinistre|incendie|fire|agression|assault"
        r"|morsure|bite|hearing|audience|jugements?|judge?ments?|ordonnances?"
        r"|proces|trial|theft|vol|strokes?|avc|infarctus|heart attack|decision|refus|refusal"
        r"|layoff|dismissal|congediement|mise a pied|rechute|relapse|exams?|examens?"
    )
    + r")(?![a-z])[ ,:;=(]{1,3}(?:(?:was|is|were|happened|occurred|took|place|est|etait|eut|a|eu|lieu|survenue?|arrivee?"
    r"|datee?|dated|at|de|of|du|on|le|the|in|en|au|travail|work|dating|from)[ ,:;=(]{1,3}){0,6}\Z"
)
#: A company, a law, a programme was born: not somebody.
_THING: Final = (
    gathered(
        r"regie|ramq|medicare|pharmacare|medicaid|obamacare|(?:hydro|loto|tele|retraite|investissement)[ -]quebec"
        r"|entreprise|societe|loi|programme|organisme|compagnie|company|association|ecole"
        r"|clinique|hopital|projet|ville|idee|equipe"
        r"|firme|fondation|groupe|ministere|mouvement|parti|club|site|service|co-?op(?:erative)?|banque|caisse"
        r"|agence|reseau|revue|journal|magazine|theorie|regime|systeme|concept|film|album|chanson|livre|produit|technologie"
        r"|internet|web|appli|quartier|municipalite|province|pays|confederation|federation|festival|tradition|collaboration"
        r"|partenariat|initiative|campagne|application|logiciel|plateforme|reforme|politique|genre|musique|relation|amitie"
        r"|organization|organisation|business|firm|agency|program|project|idea|law|act|team|group|band"
        r"|startup|clinic|hospital|foundation|bridge|tower|firm|charity|newspaper|department|institution|institut|system|regime|plan|scheme|movie|song|show|website|app"
        r"|software|product|brand|village|town|partnership|initiative|campaign|platform|country|nation|province|state"
        r"|movement|concept|technology|industry|friendship|rencontre|fiancailles|cirque|circus|histoire"
        r"|choir|chorale|choeur|orchestre|orchestra|troupe"
        r"|debate?|rapport|report|contrat|contract|bureau|office|magasin|store|commerce|boutique|shop|bail|lease|immeuble|batiment|building"
        r"|tempete|ouragan|orage|storm|hurricane"
        r"|tournoi|tournament|ligue|league|usine|factory|blogue?|podcast|radio(?:-[a-z]+)?(?! d[eu] )"
        r"|jardin|garden|boulangerie|bakery|depanneur|restaurant|bistro|garderie|daycare|epicerie|brasserie"
        r"|casse-croute|snack-bar|cegep|college|universite|university|commission|pavillon|wing|aile"
        r"|(?:nouveau|nouvelle|new) (?:nom|name|logo|image|identite)"
        r"|television|chaine|monnaie|currency|euro|creance|dette|obligation|droit"
        r"|assurance(?!-)|(?:health |hospital |medical |public )insurance"
        r"|conflit|conflict|litige|dispute|differend|claim|debt"
    )
    + "s?"
)
_ANIMAL: Final = (
    gathered(
        r"animal|animaux|bete|femelle|pouliniere|ruche|beehive|agneau|chevre|goat|taureau|portee|litter"
        r"|vache|veaux?|chien(?:ne)?|chat(?:te)?|chiot|chaton|cheval|poulain|jument|lapine?|perroquet"
        r"|biche|faon|leopardeau|lionceau|ourson|girafon|girafe|louveteau|poussin|brebis|porcelet|truie|chevreau|elephanteau"
        r"|wapiti|zebre|fawn|piglet|giraffe|gorilla|gorille"
        r"|toutou|peluche|doudou|teddy bear|plush(?:ie)?|stuffed (?:animal|toy)|tamagotchi"
        r"|perruche|furet|tortue|hamster|cow|calf|calve|dog|cat|puppy|puppie|kitten|horse|foal|rabbit|parrot|ferret|turtle"
    )
    + "s?"
)
#: The same where somebody may work, live or be cared for, or whose name it may be (Park, Church).
_PLACE: Final = gathered(
    r"clsc|chsld|camp|colonie|ci(?:us)?ss|cegep|syndicat|ordre|union|bibliotheque|library|musee|museum|parc|park|cafe|restaurant|pont"
    r"|hotel|eglise|paroisse|church|parish|theatre"
)
#: What is a thing only where an article leads to it, or a verb follows: "le comité est né", not "Pension, né le".
_BODY: Final = (
    gathered(
        r"comite|committee|conseil|council|board|bank|fond|fund|evenement|event|fanfare|reglement|regulation|rule|bylaw|outil|tool"
        r"|formulaire|form|portail|portal|formation|departement|division|filiale|subsidiar(?:y|ie)|table|traite|treat(?:y|ie)"
        r"|entente|accord|agreement|credit|allocation|pension|benefit|taxe|tax|prestation|ong|ngo|cause|alliance|coalition"
        r"|collecti(?:f|ve)|consortium|cabinet|commission|chart(?:e|er)|fusion|merger|jumelage|twinning|partenariat|partnership|marathon|course|race|network|centre|center"
        r"|maison|carte|card|cpe|regle|societ(?:y|ie)|insurance|ferme|farm|vignoble|vineyard|brewer(?:y|ie)|microbrasserie|comptoir|cuisine|kitchen|popote|prix"
        r"|cercle|assurance-[a-z]+"
    )
    + "s?"
)
#: Of herds, what is told apart by numbers, and is a surname or a name without one: "Heifer #882, born".
_NUMBERED_STOCK: Final = r"(?:heifer|steer|ewe|bovin|belier)s?"
_ITS_NUMBER: Final = r" (?:(?:no|numero|number|tag|n\^)\.? ?)?#? ?[a-z]?[0-9]{1,6}(?![0-9])"
_PAPERS: Final = gathered(
    r"certificat|acte|conge|avis|photos?|seance|extrait|prime|declaration|bulletin|lieu|pays|ville|place"
    r"|country|ordre|rang|poids|centre|maison|attestation"
    r"|preuve|constat|copie|limitation|taux|controle|nombre|statistique|evolution|total|daily|weekly|monthly|nom|prenom|name"
    r"|nationalite|langue|famille|sexe|mondiale|ref|reference|local|room|modele|model|preparation|cours|prevue?|expected|estimated"
    r"|anticipated|probable|calf|foal|puppy|litter"
)
_OCCASIONS: Final = (
    "(?:carte|salle|chambre|unite|clinique|registre|bureau"
    "|souper|diner|brunch|gateau|cadeau|fete|party|celebration|card|gift)s?"
)
#: What has a title, which may be "Naissance", and days on which it comes out: in quotes, or behind what is nothing else.
_PERIODICAL: Final = r"(?:revue|magazine|periodique|newsletter|infolettre|gazette)s?"
_TITLED: Final = (
    rf"(?:(?:{_PERIODICAL}|journal|hebdomadaire|mensuel|chronique|film|movie|novel|roman|album|article|balado|documentaire"
    r"|podcast|documentary|blogu?e?|weekly|quarterly|review)s?)"
)
#: What must not follow or precede the cue itself: papers and leave about a birth, its place, other anniversaries.
NOT_A_CUE_BEFORE: Final = Ending(
    rf"(?<![a-z])(?:{_PAPERS}s?(?: (?:d'|des?|du|of|a la|de la))? ?|(?:certificate|proof|place|country|city|order) of "
    r"|(?:pren(?:d|ds|dra|dre|drait|ne|nent|ant)|pris(?:es?)?|prit) "
    rf"|(?<!-)(?:(?:{_THING}|{_ANIMAL}|{_PLACE}|school|daycare|garderie|cent(?:re|er))(?: [a-z'-]+)??(?:, [^,]{{2,40}},)?"
    rf" (?:fet|celebr|soulign|mark)[a-z]* (?:son|its|leur|their) (?:[a-z-]+(?:ieme|th) |[0-9]{{1,3}}e(?:me)? |premier |first )?"
    rf"|(?:{_THING}|{_ANIMAL}|the (?:queen|king|monarch|sovereign))'s (?:[0-9]{{1,3}}(?:st|nd|rd|th) )?)"
    rf"|(?<!-){_ANIMAL}(?: (?!owner|walker|trainer|sitter|groomer|breeder)[a-z'-]+)?? (?:fet|celebr|soulign|had)[a-z]*"
    r" (?:his|her|sa|ses) (?:[a-z-]+(?:ieme|th) |[0-9]{1,3}(?:e|eme|st|nd|rd|th) |first |premiere? )?"
    rf"|its [0-9]{{2,3}}(?:st|nd|rd|th) |{_OCCASIONS} (?:d'|des? |of )|{_TITLED} [\"']{{1,2}} ?|{_PERIODICAL} )\Z"
)
_OF_ITS_OWN: Final = (
    r"(?:d(?:e|u|es|')|of) ?(?:la |l'|le |notre |ce |cet |cette |une? |the |our |an? |this |that )?"
    rf"(?:[a-z]+ )?(?:{_THING}|{_ANIMAL}|{_PLACE})(?![a-z])"
)
_MACHINE: Final = r"(?:serveur|server|conteneur|container|base de donnees|database|repo(?:sitory)?|depot git|machine virtuelle)s?"
_RECORDS_OWN: Final = (
    r" ?[\"'] (?:d[eu] |of )(?:(?:l[ae]|the|ce|this|our|notre|votre|your) )?"
    rf"(?:{_MACHINE}|(?:dossier|fichier|compte|record|file|account|ticket|billet|enregistrement|entry|fiche)s?)(?![a-z])"
)
NOT_A_CUE_AFTER: Final = compiled(
    rf"^ ?[\"']{{1,2}} {_TITLED}(?![a-z]| ?[:=])|^ {_PERIODICAL}(?![a-z])"
    r"|^s?,? (?:(?:par|per|chaque|each|every) (?:jour|mois|semaine|an|annee|heure|day|month|week|year|hour)(?![a-z/])"
    r"|(?:quotidien|mensuel|annuel|hebdomadaire)(?:ne|le)?s?(?![a-z])|(?:counts?|totals?|statistics|stats)(?![a-z]))"
    r"|^[ ]?(?:certificate|certificat|cert\.|place|weight|control|rate|parent|mother|partum|leave|plan"
    r"|sale|special|rabais|discount|month(?! [0-9])|week|present|bash|dinner|lunch|celebration|greeting|message|song|invitation"
    r"|inc\.|ltee|construction|network|software|multiple|party|cake|card|gift|wish"
    r"|d(?:e|u) (?:la (?:regie|ramq|societe|revolution|confederation)|mariage|fondation"
    r"|l'(?:entreprise|organisme|association))|de mariage"
    rf"|{_OF_ITS_OWN})"
    # What machines keep is born in quotation marks only: "la « naissance » du dossier".
    rf"|^{_RECORDS_OWN}"
    rf"|^ (?:d[eu] |of )(?:(?:la|the|ce|this|our|notre|mon|my) )?(?:{_MACHINE})(?![a-z])"
)
#: Whose birth or anniversary it is, up to what follows: "l'anniversaire du bureau, c'est le".
OF_A_THINGS_DAY: Final = compiled(
    rf"(?<![a-z])(?:anniversaires?|anniversary|birthday|fete|naissance|birth)"
    rf"(?: {_OF_ITS_OWN}|{_RECORDS_OWN})[^.!?\n]{{0,30}}\Z"
)
#: A date that only shows how to write one: "(ex. : 1985-04-12)".
EXAMPLE: Final = compiled(
    r"(?<![a-z])(?:ex|e\.g|p\. ?ex|par ex|exemples?|examples?|such as|tel(?:le)? que|comme ceci|for instance)[ .:,]*(?:le )?$"
)
#: Right before "date of birth": whose it is, and nobody is that.
NOBODYS: Final = compiled(rf"(?<![a-z-])(?:{_ANIMAL}|company|business)(?:(?:'s)? |_)$")
#: In a column of names what nobody is called, "Projet Alpha", or with its kind behind it, "Rex (chien)".
_CALLED: Final = compiled(rf"(?:{_THING}|{_ANIMAL})(?![a-z'-])")
_ITS_KIND: Final = compiled(rf"[a-z' -]{{2,24}} ?[(,] ?{_ANIMAL}\)?")
_CALLED_WORD: Final = compiled("[a-z'-]{2,}")
#: Papers about a birth, before and after that word alone: the label of a date may name its paper ("DOB form", "Dossier DDN").
PAPER_BEFORE: Final = compiled(
    r"(?<![a-z])(?:formulaire|dossier|enregistrement|inscription)s? (?:d'|de |de la )\Z"
)
#: "Appointment to register the birth: …": when that is done.
TO_DECLARE: Final = compiled(
    r"(?<![a-z])(?:appointment|rendez-vous|rdv|rv|deadline|date limite|delai|how to|comment)(?![a-z])[a-z' ]{0,24} (?:the"
    r"|an?|la|une) $"
)
PAPER_AFTER: Final = compiled(r" ?(?:registration|record|form|announcement)s?(?![a-z])")
#: "… qu'est né le projet, le 4 mai".
THING_AFTER: Final = compiled(
    rf" ?(?:le|la|l'|une?|notre|nos|ce|cette|cet|leur|the|an?|our|this) ?(?:[a-z'-]+ )?(?:{_THING}|{_ANIMAL})(?![a-z])"
)
#: "… born in 1865, the new wing on …": something else begins then.
THING_NEXT: Final = compiled(
    rf", ?(?:and |et )?(?:le|la|l'|the|its|notre|our|son|sa) ?(?:[a-z'-]+ )?(?:{_THING}|{_ANIMAL})(?![a-z])[a-z' ]{{0,16}}\Z"
)
#: "… born of a merger on …", "né d'une idée": out of what things come.
_SOURCE: Final = (
    r"(?:fusion|merger|amalgamation|scission|regroupement|alliance|accord|entente|agreement|volonte|desir|desire|besoin|need"
    r"|wish|reflexion|reunion|meeting|consultation|necessit[ye]|frustration|idee|idea|reve|dream|passion|crise|crisis|partenariat"
    r"|partnership|jumelage|twinning)s?"
)
#: … and where people do.
_SOME_PLACE: Final = (
    r"(?:ville|village|pays|province|municipalite|quartier|country|state|town|nation|hopital|hospital)"
)
OF_A_THING: Final = compiled(
    rf" (?:d(?:e|u|es|') ?|of |from |out of )(?:(?:la|l'|le|une?|the|an?) ?)?(?:[a-z'-]+ )?(?!{_SOME_PLACE})"
    rf"(?:{_THING}|{_ANIMAL}|{_SOURCE})(?![a-z])"
)
#: Where a clause begins, and what stands before the noun that is its subject.
_CLAUSE: Final = (
    r"(?:^|[,;:(>|\"] ?|(?<![a-z])[*\u2022-] |[.!?] "
    r"|(?<![a-z])(?:et|and|que|that|mais|but|or|donc|so|car|because|puisque|lorsque|quand|when|since|si|if"
    r"|comment|how|pourquoi|why|ou|where) |qu')"
)
_ARTICLE: Final = (
    r"(?:(?:la|les?|une?|[nv]otre|[nv]os|cet(?:te)?|ces?|leurs?|m[ao]n?|mes|sa|son|ses|the|an?|our|this|that|its?|your|their"
    r"|my|his|her|deux|trois|quatre|two|three|four|[2-9]) |l' ?)(?:[a-z-]+'s )?"
)
#: Who a clause is about, rather than the thing: "the report says that she was born", "the patient of the clinic".
_WHO: Final = (
    rf"(?:{'|'.join(RELATIVES.split())}|je|j'[a-z]+|i|me|him|us|m'(?:a|avez)|we|nous|ils?|on|elles?|he|she|they|you|vous|tu|qu[ei]|qu'[a-z]+|that"
    r"|wh(?:o[a-z]*|ich)|dont"
    r"|patiente?|usagere?|cliente?|assuree?|beneficiaire|titulaire|holder|insured|monsieur|madame|mme|mrs?|ms|dre?|amie?|friend"
    r"|manager|clerk|captain|member|owner|worker|nurse|director|president|teacher|pupil|player|employee|secretary|officer|driver"
    r"|boys?|girls?|kids?|garcons?|neighbou?rs?|voisine?s?|agent|representative|leader|coach|assistant|tenant|candidate|resident|founder"
    r"|eleve|student|dit|says?|said|indique|mentionne|affiche|montre|shows?|states|reads)(?![a-z])"
)
_COMPLEMENT: Final = r"(?:du|de|des|of|a|aux?|at|in|dans|from|chez)(?![a-z])"
_ADJECTIVES: Final = rf"(?:(?!{_WHO}|{_COMPLEMENT})[a-z-]+'? ){{0,2}}"
_MORE: Final = rf"(?: (?!{_WHO})[a-z0-9.&'-]+)"
#: In English the noun that counts may follow: "the board chair was born".
_NO_HEAD: Final = r"(?! (?!of |for |on |in |itself )[a-z'-]+(?: [a-z'-]+)? (?:was|is|were) ?$)"
#: "… as we know it"
_KNOWN: Final = r"(?: tel(?:le)? qu'on l(?:e |a |')connait| as (?:we|you) know it)?"
_ASIDE: Final = r"(?:, (?:lui|elle|it|however|though|cependant|toutefois|quant a (?:lui|elle)),? ?|,? )"
_VERB: Final = r"(?:est|sont|a ete|ont ete|fut|etait|was|is|were) ?\"?$"
_IS: Final = rf"{_ASIDE}{_VERB}"
#: What a relative clause is about stands right before it: "la loi (spéciale) qui est née", "le comité du projet qui est né", not
#: "la pension d'un retraité qui est né".
_ITS: Final = rf"(?:{_MORE}?|{_MORE}{{1,3}}? (?:l[ae]s? |[dl]'|the )?(?:{_THING}|{_BODY}|{IDEA}))"
_THAT_IS: Final = rf",? (?:qui|which|that) {_VERB}"
#: What nobody is called.
_OFFICE: Final = (
    r"(?:ramq|medicare|regie de l'assurance[ -]maladie|(?:hydro|retraite|revenu)[ -]quebec|service canada)"
)
#: The noun that counts may have a word before it, but not one for a child: "our little mistake".
_ONE_ADJECTIVE: Final = rf"(?:(?!{_WHO}|{_COMPLEMENT}|little |petite? |sweet |belle |beau )[a-z-]+ )?"
#: Of an idea what is said between it and its verb tells of nothing else: "mon surnom est X et est né".
_OF_IT: Final = rf"(?: (?!(?:{_WHO}|et|and|est|is|was)(?![a-z]))[a-z0-9.&'-]+)"
_ITSELF: Final = rf"(?:, (?:lui|elle|it|however|though|cependant|toutefois),)? {_VERB}"
#: A thing is the subject of the clause before "né", or the noun right before it, or a firm; the words that the first group
#: holds are its name, unless they name somebody: "Rapport de Luc Roy, né le …".
THING_IS_BORN: Final = Ending(
    rf"{_CLAUSE}(?:{_ARTICLE}{_ADJECTIVES})?(?:(?:{_THING}|{_ANIMAL}){_MORE}{{0,5}}(?:[.!?] (?:it|they))?{_KNOWN}{_IS}"
    rf"|(?:{_THING}|{_ANIMAL}){_ITS}{_THAT_IS}"
    rf"|{_ANIMAL}{_MORE}{{0,5}}[.!?] (?:ils?|elles?|s?he){_IS}|{_ANIMAL}{_MORE}{{0,3}},? ?$"
    rf"|(?:{_ANIMAL}|{_NUMBERED_STOCK}){_ITS_NUMBER}{_MORE}{{0,2}},? ?$|{_THING}({_MORE}{{0,3}}),? ?$)"
    rf"|{_CLAUSE}{_ARTICLE}{_ADJECTIVES}(?:{_PLACE}|{_BODY}{_NO_HEAD})(?:({_MORE}{{0,5}}){_IS}|({_ITS}){_THAT_IS})"
    rf"|(?:^|[.!?] )(?:l[ea] |l'|the ){_PLACE}, ?$"
    r"|(?:^|[,>\"] ?|[.!?] )(?:(?:l[ea]s?|the|[nv]otre|our|cet(?:te)?|ce|this|une?|an?) |l' ?)"
    rf"{_ADJECTIVES}{_BODY}(?:( (?:de|des|d'|of) ?(?!{_WHO})[a-z-]{{3,}}s))?,? ?$"
    rf"|(?<!de )(?<!of )(?<! a )(?<!at )(?<!in )(?<!dans )(?<!from )(?<!chez ){_ARTICLE}{_ADJECTIVES}(?:{_THING}|{_ANIMAL})"
    r"(?:,? (?:qui|which|that) (?:est|a ete|was|is))? ?$"
    rf"|(?<![a-z])(?:{_THING}|{_ANIMAL}),? ?\"[^\"\n]{{2,40}}\"(?: ?[,(]? ?$|{_IS})"
    rf"|{_CLAUSE}(?:our|notre|nos|the|this|la|le|l'|ce|cette) ?{_ADJECTIVES}"
    rf"(?:app|software|logiciel|application|site|website|startup){_MORE}{{0,3}} \($"
    r"|(?<![a-z])(?:inc|ltee|ltd|corp|enr)(?:\.? (?:est|a ete|fut|was|is))? ?$"
    rf"|{_CLAUSE}(?:{_ARTICLE}{_ONE_ADJECTIVE}(?:dossiers?(?:{_ITSELF}|{_THAT_IS})"
    rf"|{IDEA}(?:{_NO_HEAD}({_OF_IT}{{0,5}}){_ITSELF}|({_ITS}){_THAT_IS}))"
    rf"|{NOBODYS_OWN}{_ONE_ADJECTIVE}(?:{IDEA} ?$"
    rf"|({ABSTRACT}{_NO_HEAD}{_OF_IT}{{0,5}}){_ITSELF}|({ABSTRACT}{_ITS}){_THAT_IS})"
    rf"|{INSTITUTION}{_ITSELF})"
)
#: "La garderie de l'enfant a vu le jour": the same before that; not where somebody did.
THING_SAW_LIGHT: Final = compiled(
    rf"{_CLAUSE}{_ARTICLE}{_ADJECTIVES}(?:{_THING}|{_PLACE}|comite|chalet|maison)"
    r"(?: (?:de|du|des|d'|pour) ?(?:(?:l[ea]s?|ma|mon|mes|notre|nos|sa|son|ses|leurs?) |l')?[a-z'-]+)?"
    rf"(?: (?!{_WHO}|(?:ou|quand|lorsque)(?![a-z]))[a-z0-9.&'-]+){{0,5}},? (?:qui )?(?:a|ont|avait|avaient|eut) $"
)
#: "L'enfant que nous adoptons a vu le jour": a child, and what is said of it.
CHILD_SAW_LIGHT: Final = compiled(
    r"(?:^|[.!?;:,(>|] ?|(?<![a-z])(?:et|que|car|mais|dont|ou) )"
    r"(?:l[ea]s? |l'|une? |cet(?:te)? |ce |m[oa]n? |notre |son |sa |leurs? |votre |nos |mes |vos )(?:[a-z]{3,12} )?"
    r"(?:enfant|bebe|fillette|garconnet|garcon|fille|fils|nourrisson|poupon|bambin|petite?|jumelle|jumeau|frere|soeur|sour|ainee?"
    r"|mineure?)[sx]?"
    rf"(?: (?!(?:les?|la|une?|et|mais)(?![a-z])|(?:[ldsn]')?(?:{_THING}|{_PLACE})(?![a-z]))[a-z'-]+){{0,7}},? (?:qui )?"
    r"(?:a|ont|avait|avaient|eut|aura) $"
)
#: "La clinique fête ses 20 ans : elle est née", "Le festival revient. Il est né": an age, or that it is still there, and the
#: pronoun right behind; "it" is judged with the date itself.
THING_TURNS: Final = compiled(
    rf"{_CLAUSE}{_ARTICLE}{_ADJECTIVES}(?:{_THING}|{_PLACE}|{_BODY})(?: \([^)\n]{{1,24}}\))?({_MORE}{{0,4}}?)"
    r" (?:(?:a|aura|ont|auront|fete[a-z]*|celebr[a-z]*|souligner?[a-z]*|souffle[a-z]*|atteint|atteindra)"
    r"(?: (?:ses|son|leurs?|les|deja|bientot|plus de)){0,2}"
    r" (?:[0-9]{1,3}|[a-z-]{2,16})(?:e|ieme)?(?: ans?| annees?| anniversaires?| bougies| chandelles)"
    r"|exist(?:e|ent|ait)(?! pour)"
    r"|revien(?:t|nent|dra)(?! (?:a|au|aux|pour)(?![a-z]))|renai(?:t|ssent)|rouvr(?:e|ent|ira)|grandi(?:t|ssent)"
    r"|est (?:(?:bien|toujours|encore) ){1,2}(?:la|vivante?|ouverte?|active?))"
    rf"(?: (?!{_WHO}|de |d')[a-z0-9'-]+){{0,4}} ?[:;,.!-](?: (?:car )?(?:elle|il|ils|elles){_IS}| ?$)"
)
#: An office is the subject of "né", wherever the clause before ends. A comma that parts them ends the office's clause, and a
#: pronoun behind it is somebody's: "j'ai appelé la RAMQ, elle est née"; not in "la RAMQ, elle, est née", "RAMQ, which was born".
OFFICE_IS_BORN: Final = compiled(
    rf"(?<![a-z'-])(?:la |the )?{_OFFICE}"
    r"(?:, (?:lui|elle|it|however|though|cependant|toutefois|quant a (?:lui|elle)), ?|,? (?:qui|which|that) | )"
    r"(?:est|sont|a ete|ont ete|fut|etait|was|is|were) ?$"
)
#: Right before an office: whoever was born is the office's, or has none: "le patient de la RAMQ est né", "client sans RAMQ".
TO_OFFICE: Final = compiled(
    r"(?<![a-z])(?:of|de|du|d'|at|a|by|par|chez|to|from|with|avec|pour|for|and|et|patiente?|cliente?|assuree?|usagere?|membre|member"
    r"|dossier|file|carte|card|no|sans|without) {0,3}\Z"
)
#: In what the thing is called: somebody, or the number of a file, not a year ("Rapport de l'élève", "Claim 44120").
NAMES_SOMEBODY: Final = compiled(
    rf"(?<![a-z])(?:[dl]'{_WHO}|(?:mon|ma|mes|my|sa|son|ses|his|her) (?!{_THING}|{_PLACE}))"
    r"|(?<![a-z0-9.&'-])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{4,}(?![a-z0-9.&'-])"
)
#: A thing, not somebody, has a day that is counted in years: "la clinique fêtera ses 50 ans", "our house will turn 100".
THING_HAS_DAY: Final = compiled(
    r"(?:^|[,;:] ?|(?<![a-z])(?:et|and|que|that|si|if|pour|for|car|because) )"
    r"(?:le|la|l'|les|une?|notre|nos|votre|cette?|ce|leur|our|the|your|this|that|an?|its|their) ?(?:[a-z'-]+ ){0,2}?"
    rf"(?:{_THING}|{_ANIMAL}|{_PLACE}|maison|house|condo|voiture|car|couple|mariage|marriage|union|chalet|cottage|centre|center)"
    rf"(?:'s|(?: (?!{_WHO})[a-z0-9.'-]+){{0,3}}? (?:aura|auront|a|ont|is|was|has|had|will|turn(?:s|ed|ing)?"
    r"|atteint|atteindra|fete[a-z]*|celebr[a-z]*|souligner[a-z]*)(?![a-z]))"
    rf"|(?<![a-z])(?:{_THING}|{_ANIMAL}|{_PLACE})'s $"
)
#: The same of an animal, whoever's it is: "mon perroquet a eu 30 ans", "our hamster turned 2".
ANIMAL_HAS_DAY: Final = compiled(
    r"(?:^|[,;:(] ?|(?<![a-z])(?:et|and|que|that) )(?:(?:mon|ma|mes|my|our|notre|his|her|son|sa|ses|l[ea]|the|an?|une?) )"
    rf"(?:[a-z'-]+ )?{_ANIMAL}"
    rf"(?: (?!{_WHO}|et |and )[a-z0-9.'-]+){{0,3}}?,? (?:aura|auront|ai?|ont|is|was|has|had|will|turn(?:s|ed|ing)?|fete[a-z]*"
    r"|[0-9]{1,2} (?:ans?|years?))(?![a-z])"
)
#: Right before a date, whose it is: "Luna the hamster", "notre chienne :"; no chat in which it was told.
OF_AN_ANIMAL: Final = compiled(
    r"(?<![a-z])(?<!not )(?<!pas )(?<!in )(?<!on )(?<!via )(?<!dans )(?<!sur )(?<!par )(?<!by )"
    rf"(?:the|an?|our|my|his|her|l[ea]|une?|notre|mon|ma|son|sa|leur|their) (?:[a-z]+ )?{_ANIMAL}"
    r"(?: [a-z]{2,12})?[ :,(=-]{1,3}(?:(?:le|on) )?\Z"
    rf"|\({_ANIMAL}\)[ :,=-]{{1,3}}(?:(?:le|on) )?\Z"
)
#: Right before a date, the name of a vaccine: it is the day of a dose. "Rotavirus 2026-07-20", "Prevnar 13 (2e dose) : …".
_DOSE: Final = compiled(
    r"(?<![a-z])(?:"
    + gathered(
        r"rotavirus|rotarix|rotateq|pneu(?:mo|rno)?-c|pneumovax|prevnar|d2?tap|tdap|dcat|dcct|dtp|dtcoq|hib|ipv|opv|vpi|polio|mmrv?|rrov?"
        r"|ror|varicel(?:le|la)|chickenpox|varivax|proquad|priorix|men-(?:c-)?[abc]|menactra|menveo|nimenrix|bexsero|trumenba"
        r"|hep(?:atit[ei]s?)?[ .-]{0,2}[ab]|havrix|twinrix|engerix|recombivax|infanrix|pediacel|pentacel|vaxelis|adacel|boostrix"
        r"|gardasil|cervarix|vph|hpv|bcg|influenza|grippe|flu|fluzone|covid(?:[ -]?19)?|pfizer|moderna|spikevax|comirnaty"
        r"|shingrix|zostavax|zona|shingles|beyfortus|synagis|vrs|rsv|imovax|typhim"
    )
    + r")(?:[ -](?:acy|acwy|hexa|hib|hb|hep|ipv|vpi|var|[a-c]|[a-c]-[a-z]{2,4}|[0-9]{1,3})(?![a-z0-9])){0,4}"
    r"(?: (?:vaccine?|shots?|injection))?"
    r"(?: ?\(?(?:#|dose ?|shot )?[0-9](?:(?:st|nd|rd|th|re|er|e)? ?(?:dose|shot|rappel))?\)?)?"
    r"(?:\)? ?[:=|,(]| ?-{1,2}>?|\.{2,20})? {0,12}(?:(?:le|on|the|du|in|en) )?\Z"
)
_DOSE_REACH: Final = 60
#: Of what is to come, nobody lists the days of years ago; of these one does.
OF_THE_PAST: Final = compiled(
    r"(?<![a-z])(?:dece[ds]|deaths?|died|mort(?:s|es?)?(?![a-z])|mari|marri|wedding|divorc|arriv|immigr|hired|hir(?:es?|ing)"
    r"|embauch|operat|surger|chirurg|vaccin|visite?s|history|historique|previous|past|passe[es]*(?![a-z])|ancien)"
)
#: Whoever wrote on that day: the head of a quotation.
WROTE: Final = compiled(r"\)? (?:a ecrit|wrote)")
#: "Le …, personne n'a répondu" and "…: call without answer": what happened on that day, though a birth date was spoken of before.
CLAUSE_AFTER: Final = compiled(
    r" ?,? (?:personne|nobody|no one|someone|somebody|quelqu'un|on|nous|vous|we|they|you|your|votre|the|la|les|l')(?![a-z])"
    r"|,? (?:je |j'|i |il |elle |he |she )(?!crois|pense|suis|think|believe|am|was|sais|know|guess|est|is)[a-z]"
    # Somebody of one's own did something then: ", mon médecin a pris sa retraite", ", my doctor retired".
    r"|, (?:m(?:on|a|es|y)|n(?:otre|os)|our|s(?:on|a)|his|her|un|une) (?!cartes?|cards?|nas|nam|sin|numeros?|numbers?|adresse"
    r"|address|num|no|ddn|dob|dates?)[a-z'-]{3,20}(?: (?:de |d')?[a-z'-]{3,14})? (?:(?:a|ont|avait|s'est|se sont|est|sont) "
    r"(?:[a-z]{3,12}ment )?(?!ne(?![a-z])|nee)[a-z]{2,14}(?:e|i|u|s|t)e?s?(?![a-z:])"
    r"|(?:(?:was|were|got) )?(?:[a-z]{3,12}ed|left|quit|sold|bought|lost|died|moved|went|came|gave|sent|broke|fell)(?![a-z:]))"
)
NOTE_AFTER: Final = compiled(r" ?: (?!c'est|it's|that|this|voila|merci|thanks)[a-z]{2,} [a-z]")
#: What somebody did on the date is told right behind it: "12 mai 1990 je me marie".
DEED_BEHIND: Final = compiled(
    r"[ ,:]{1,3}(?:(?:je|on|nous|il|elle|i|we|he|she|they)[ ,]{1,2}|j')"
    r"(?:(?:me|m'|se|s'|nous|got|get|gets|was|were|suis|est|sommes|ai|a"
    r"|avons) ?){0,2}"
    r"(?:mari|epous|divorc|separ|demenag|immigr|arriv|retir|retrait|marri|moved?|landed?|obtien|obtenu|devien|devenu|becom|became"
    r"|gradu|diplom|fianc|engag|embauch|hired|perd|lost|quitt|left|entre|commenc|start)[a-z]*"
)
#: What rates a newborn one, five and ten minutes after birth.
_RATES: Final = compiled(r"(?<![a-z])apgars?(?: (?:scores?|de|of|is|est|was|a|at))*+[ :=(]{0,3}\Z")
_RATES_REACH: Final = 60
#: Closed on pages without any.
RATED: Final = gate(("apgar", "apgars"))
#: No rate is above ten.
_RATED: Final = compiled(r"(?:[0-9]|10)([-/. ])(?:[0-9]|10)\1(?:[0-9]|10)(?![0-9])")


def is_of_a_dose(lower: str, start: int) -> bool:
    """Whether the date at lower[start:] is the day of a dose: the name of a vaccine stands right before it."""
    return _DOSE.search(lower, start - _DOSE_REACH, start) is not None


def is_things_name(called: str) -> bool:
    """Whether what stands in lower case in a column of names is a thing's or an animal's, and holds no name of people's."""
    return _ITS_KIND.fullmatch(called) is not None or (
        _CALLED.match(called) is not None and not any(map(is_name, _CALLED_WORD.findall(called)))
    )


def are_rates(lower: str, start: int) -> bool:
    """Whether the figures at lower[start:] rate a newborn: "Apgar 9-9-10"."""
    return (
        _RATED.match(lower, start) is not None
        and _RATES.search(lower, start - _RATES_REACH, start) is not None
    )
