"""What the rest of a message says of whose a condition, a drug or care is, where no word right before it does.

A sentence about somebody in particular ("Mrs. @ was left in the hall with a …") and a message that has told of an illness
already ("He fell. … plus they found …") tie a term as well as "has" does, unless the sentence is about pages, programmes, people
in general or the news.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from recognizers.around import words
from recognizers.health_left import plainly
from recognizers.health_nobody import GENERAL, is_supposed
from recognizers.health_owners import DEAREST, KIN
from recognizers.health_treatments import SHOTS
from recognizers.page import Page
from recognizers.patterns import compiled

#: As far as a sentence is looked at before a term.
_BEFORE: Final = 160
#: As far before a term as somebody may have been named whom "she" stands for.
_SPOKEN: Final = 500
#: From what a message told of somebody to what goes on with it.
_NEAR: Final = 400
#: As much of a message as is asked in whose name it is written.
_OPENING: Final = 500
#: As far from a term as somebody speaks for himself.
_SPEAKS: Final = 800
_END: Final = compiled(
    r"[!?\n;]|(?<![ ]m)(?<![ ]mr)(?<![ ]dr)(?<![ ]mme)(?<![ ]mrs)(?<![ ]st)(?<![ ]ste)[.](?=\s|$)"
)
#: Somebody in particular, by name ("@"), by whose relative they are, or by whom somebody looks after.
_SOMEBODY: Final = (
    r"(?<![^ (':,>-])@(?=[ ,.')(:;-]|$)(?!,?[ ][*]?i(?![a-z]))"
    rf"|(?<![a-z'-])(?:mon|ma|mes|my|notre|nos|our)[ ](?:[a-z0-9/-]+[ ]){{0,2}}?(?:{KIN}|[0-9]{{1,2}}[ ]?y/?o|foster|m(?:an|en)"
    r"|locataires?|patron(?:ne)?|boss)(?![a-z])"
    rf"|(?<![a-z'-])(?<!your )(?<!votre ){DEAREST}(?![a-z])"
    rf"|(?<![a-z'-])(?:{KIN}|aidante?|caregiver|landlord|proprietaire|tut(?:eur|rice)|guardian|mandata(?:ire|ry)|veuve?"
    r"|widow(?:er)?)[ ](?:de|d'|of)[ ]?(?:@|m\.|mme|monsieur|madame|mr|mrs|ms)(?![a-z])"
)
_OF_SOMEBODY: Final = compiled(_SOMEBODY)
#: Who was spoken of before.
_AGAIN: Final = (
    r"(?<![a-z'])(?:he|she|him|her|his|elle|lui|l'ont|she's|he's"
    r"|il(?![ ](?:y|faut|existe|s'agit|n'y|reste|manque|semble|parait|est[ ](?:important|possible|obligatoire|interdit"
    r"|prevu|inscrit"
    r"|ecrit|temps|vrai))[ ])|the[ ](?:baby|kid|boy|girl|child)|l[ea][ ](?:bebe|petite?|garcon|gars))(?![a-z'])"
)
_OF_ANYBODY: Final = compiled(rf"{_SOMEBODY}|{_AGAIN}")
#: What whoever found an illness wants done next: "… parle d'épilepsie et veut un …".
_THEN_WANTS: Final = compiled(
    r"[ ,](?:et|and|puis|then|pis)[ ](?:veut|demande|recommande|prescrit|propose|suggere|wants|orders|ordered"
    r"|recommends|suggests)"
    r"[ ](?:(?:une?|le|la|des|an?|the|some)[ ]|l')?$"
)
#: That a message is somebody's own words: no article's.
_OWN_WORDS: Final = compiled(
    r"(?<![a-z'])(?:got[ ](?:hit|rear-ended)|je|j'[a-z]+|m'[a-z]+|moi|mon|ma|mes|i|i'm|i've|my|me|us|nous|we|our|notre"
    r"|bonjour|bonsoir|allo|hi"
    r"|hello|svp|please|excusez|desolee?|sorry"
    r"|(?:appelante?|caller|claimant|reclamante?|requerante?|beneficiaire|assuree?)(?=[ ]?:)"
    rf"|objet|subject|merci|thanks?|thx|{DEAREST})(?![a-z])|(?<![a-z])(?:patiente?|usagere?|nom|name|diagnostic|diagnosis"
    rf"|findings?|dx)[ ]?:|(?<![a-z])patiente?[ ](?:de[ ])?[0-9]"
)
#: Somebody by title and name, of whom also an office writes: not in the lower case of other patterns.
_TITLED: Final = compiled(
    r"(?<![A-Za-z])(?:M\.|MM?\.|Mme|Mlle|Mr|Mrs|Ms|Miss|Monsieur|Madame|Mademoiselle)\.?[ ][A-Z]"
)
#: Whoever writes for somebody writes of that one's health.
_FOR_SOMEBODY: Final = compiled(
    rf"(?<![a-z'])(?:je[ ]suis|c'est|ici|this[ ]is|i'm|i[ ]am)[ ](?:(?:encore|again)[ ])?(?:l[ea][ ]|the[ ]|his[ ]|her[ ]"
    rf"|sa[ ]|son[ ])?"
    rf"(?:{KIN}|aidante?|proche[ ]aidante?|caregiver|tut(?:eur|rice)|guardian|mandata(?:ire|ry))[ ](?:de|d'|of|for)[ ]?"
    r"(?:@|m\.|mme|mr|mrs|ms|monsieur|madame|ma|mon|my)(?![a-z])"
    r"|(?:^|[\n.;])[ >*-]*(?:re[ ]?:[ ]?)?(?:(?:nom[ ]du[ ]|name[ ]of[ ])?patiente?(?:[ ]name)?|usagere?|beneficiaire|residente?"
    r"|claimant|reclamante?|requerante?|appelante?|caller|assuree?)[ ]?[:=][ ]?@"
    rf"|(?<![a-z'])(?:au[ ]nom[ ]de[ ]@|(?:(?:au[ ]nom|au[ ]sujet|a[ ]propos)[ ]de|on[ ]behalf[ ]of|ecris[ ]pour|c'est[ ]pour"
    rf"|writing[ ]for)[ ](?:ma|mon|my)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z]))"
)
#: What a sentence is about that is about nobody.
_ABOUT: Final = compiled(
    r"(?<![a-z])(?:normes?|norms?|standards?|outbreaks?|eclosions?|brochures?|leaflets?|ads?|adverts?|annonces?"
    r"|publicites?|presentations?|presented|pieces?[ ]sur|souper"
    r"|benefice|raising|money[ ]for|levee[ ]de|sell(?:s|ing)?|sold|vend(?:s|re|ent|eur|ons)?|fabriqu[a-z]+|import[a-z]*"
    r"|distribu[a-z]+|stage[ ]en|pamphlets?|depliants?|booklets?|livrets?|flyers?|posters?|affiches?|capsules?"
    r"|infolettre"
    r"|newsletters?|articles?|papers?[ ](?:on|about)|memoire[ ]sur|these|thesis|report[ ]on|rapport[ ]sur|reportage"
    r"|documenta(?:ire|ry)"
    r"|talk(?:s|ed|ing)?[ ](?:about|on|by)|(?:a|the|lunch)[ ]talks?|conferences?|webinars?|webinaires?|ateliers?"
    r"|workshops?|formations?|stud(?:y|ies)"
    r"|etudes?|recherches?|research(?:er)?s?|survey|sondage|statisti[a-z]*|how[ ]many|combien[ ]de|web[ ]?sites?|kiosques?"
    r"|campagnes?|campaigns?|journee[ ](?:du|de)|semaine[ ](?:du|de)|mois[ ](?:du|de)|walk|marche[ ](?:pour|contre)|collecte"
    r"|fund-?rais[a-z]*|donat[a-z]*|dons?[ ](?:pour|a)|fondations?|foundations?|societe|society|associations?"
    r"|organismes?|organi[sz]ations?"
    r"|(?:pages?|sections?|guides?|programmes?|programs?)[ ](?:on|sur|about|for|pour)|depistage|screening|prevention"
    r"|vaccins?|vaccination|vaccinee?s?|vaccine[sd]?|immuni[sz]ation"
    r"|benevol[a-z]+|volunteer[a-z]*|bureaucrat[a-z]+|read[ ]about|lu[ ](?:que|sur|dans)|radio|documents?|information"
    r"|renseignements?|infos?|questions?[ ](?:on|about|sur)"
    r"|(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|curious|learn(?:ed|ing)?)[ ]about|writ(?:es?|ing)[ ](?:on|about)"
    r"|travaill[a-z]+(?:[ ](?:sur|en|avec|pour|au|aux|a)|(?=[ ]$))|(?:travail|devoir|expose|projet)[ ]sur|ph\.?d|doctorat"
    r"|master'?s|(?:parl|jas)[a-z]*[ ]d(?:e|u|'une?|'[a-z]+)|as[ ]an?|en[ ]tant[ ]que|din|dins|work(?:s|ed|ing)?[ ](?:in"
    r"|on|for|with|at|as)|infirmiere?s?[ ]en|nurse[ ]in"
    r"|etudi[a-z]+[ ](?:en|l'|la|le)|teach[a-z]*|enseign[a-z]+|films?|movies?|roman|song|chanson"
    r"|personnes[ ](?:qui|avec|atteintes|ayant)|(?<!you )people|gens|those|ceux|celles|patients|quelqu'un|someone|somebody|anyone"
    r"|anybody"
    r"|everyone|everybody|nobody|enfants[ ](?:qui|avec|atteints)|children[ ](?:who|with)|aines|seniors|citoyens|citizens"
    r"|(?:mon|ma|my|notre|our|le|the|un|a)[ ](?:chien(?:ne)?|chat(?:te)?|dog|cat|cheval|horse|pet))(?![a-z])[^.!?\n]{0,70}$"
    r"|(?<![a-z])(?:sections?|pages?|guides?|cours|course|class|comites?|groupes?|groups?|cent(?:re|er)s?|clini(?:que"
    r"|c)s?|unite?s?"
    r"|programmes?|programs?|polic(?:y|ies)|politiques?|lois?|bills?|acts?|ris(?:k|que)s?|lutte|fight|prevenir|prevent"
    r"|nouvelles|news"
    r"|tv|such|aucune?|sans|without|no|n'a[ ]pas|pas|(?:do|did|does|have|has|is|was|am|are)(?:n't|[ ]not)|never|jamais"
    r"|headache|quel(?:le)?|what)(?![a-z])[^.!?\n,)]{0,14}$"
)
#: What somebody does with an illness or a drug who need not have it: fears it, treats it, invents it, speaks of it.
_UNHAD: Final = compiled(
    r"(?<![a-z'])(?:(?:a|ai|ont|avait|avons|avaient)[ ](?:tres[ ]|si[ ])?peur[ ]d(?:e|u|es|')|crai(?:nt|ns|gnent|gnait)"
    r"|redoute(?:nt)?|(?:afraid|scared|terrified)[ ]of|fears?|feared|risque(?:nt|r)|inventee?|invents?|invented"
    r"|(?:a|ont)[ ]fonde|founded|sp(?:oke|eaks?|oken)[ ](?:of|on|about)"
    r"|(?:car|truck|van|computer|laptop|phone|char|auto|camion|ordi|ordinateur)[ ](?:had|has|is[ ]having|a[ ]eu|a|fait|avait))"
    r"(?![a-z])[^.!?\n,:]{0,30}$"
    r"|(?<![a-z'])(?:treats?|tropical|economic|the[ ]great|la[ ]grande)[ ]$"
)
#: What somebody does with a device or a drug for others.
_MAKES: Final = compiled(
    r"(?<![a-z'])(?:makes?|made|repairs?|designs?|fabrique|repare)[ ](?:(?:des|les|the|some)[ ])?$"
)
#: What is for an illness and nobody's: "an app for asthma".
_FOR_ALL: Final = compiled(
    r"(?<![a-z])(?:(?:drug|new|national|provincial|public)[ ]plans?|apps?|logiciels?"
    r"|softwares?|products?|produits?|strateg(?:y|ies)|pavill?i?ons?)"
    r"[ ](?:for|pour|contre|on|sur|du|de)[ ](?:(?:le|la|les|the)[ ]|l')?$"
)
#: The article of what a capital makes an event in history.
_EVENT: Final = compiled(r"(?:^|[ ])(?:[Ll]a|[Tt]he)(?:[ ](?:Grande|Great))?[ ]$")
#: Who speaks for everybody.
_OFFICIAL: Final = compiled(
    r"@,?[ ](?:(?:the|our|le|la|notre)[ ])?(?:mp|mpp|mna|mla|senator|senateur|minister|ministre|deputee?|mayor|maire|mairesse"
    r"|councill?or|conseiller|conseillere)(?![a-z])[^.!?\n]{0,60}$"
)
#: What whoever writes did to a limb of his: "i slipped and broke my ankle".
_OWN_LIMB: Final = compiled(
    r"(?<![a-z'])(?:i|we)[ ][^.!?\n]{1,60}(?:and|then|,)[ ](?:broke|fractured|sprained|tore|dislocated"
    r"|shattered)[ ]my[ ][a-z ]+$"
)
#: Right before what is only a topic, or somebody's opinion.
_TOPIC: Final = compiled(
    r"(?<![a-z])(?:about|sur|regarding|concernant|on|(?:says?|said|dit|disent|thinks?|pense|croit|believes?"
    r"|heard)(?:[ ](?:que?|that))?)"
    r"[ ](?:(?:le|la|les|the)[ ]|l'|d'|qu')?$"
)
#: What a test or a picture of somebody says.
_SHOWN: Final = compiled(
    r"(?<![a-z])(?:biops(?:y|ie)|scan|irm|mri|tests?|results?|resultats?|mammogram|mammographie|echo|radio|x-?rays?|bilan"
    r"|blood[ ]?work|ultrasound)[ ](?:says?|said|shows?|showed|montre(?:nt)?|revele|dit|came[ ]back(?:[ ](?:with|as))?"
    r"|confirm(?:s|ed|e)?"
    r"|found)[ ](?:(?:an?|une?|des|le|la|un[ ]debut[ ]de)[ ]|l'|d'|que[ ]c'est[ ])?$"
)
#: What makes another thing of what stands before it: "the diabetes clinic", "flu shot".
_THING: Final = compiled(
    r"[ ](?:suppl(?:y|ies)|schedules?|posters?|pages?|clinics?|program(?:me)?s?|forms?|societ(?:y|ies)|associations?"
    r"|foundations?"
    r"|(?:support[ ])?groups?|research|awareness|prevention|screening|vaccin[a-z]*|shots?|brochures?|booklets?|leaflets?|units?"
    r"|departments?|ward|benefits?|coverage|centres?|centers?|of[ ]luck|day|week|month|walk|run|rules?"
    r"|canada|quebec|over[ ]the|protocols?|guidelines?|technology"
    r"|transport"
    r"|patients|statistics|numbers|rates?|drugs|laws?|policy|campaign|policies|parking|stickers?|vignettes?|rights|stuff"
    r"|sources?|guides?|budgets?|training|records?|street|strateg(?:y|ies)|care|awareness|files?)(?![a-z])"
    r"|[@_/>]|[.-][a-z0-9]"
)
#: Right before what somebody adds of himself to a complaint: "I can't read your screen, …", "j'ai le dos fini, …".
_ADDED: Final = compiled(
    r"(?<![a-z'])(?:je|j'[a-z]+|i|i'm|i've|excusez|desolee?|sorry|fautes|pas[ ]d'appel|(?:no|don't)[ ](?:phone|call)|svp|please"
    r"|(?:my|mon|ma|mes)[ ](?:[a-z]+[ ])?(?:back|dos|vue|eyesight|sight|hearing|ouie|memory"
    r"|memoire|legs?|jambes?|knees?|genoux?|hands?|mains?|eyes?|yeux|health|sante|body|corps))(?![a-z'])"
    r"[^.!?\n]{0,90}[a-z0-9)'][ ]?(?:[,:][ ]|\([ ]?|-{1,2}[ ])"
    r"(?:(?:it's|c'est|an?|une?|two|three|deux|trois|des|severe|bad|chronic|advanced|recente?|recent|double|grosse|mauvaise"
    r"|nouvelle|new|old|vieille)[ ]){0,2}$"
)
#: What whoever writes did to a page, where what comes after a comma is a word on it: "i clicked on health, …".
_ON_PAGE: Final = compiled(
    r"(?<![a-z'])(?:(?:i|je|j'ai|we)[ ](?:just[ ]|deja[ ]|bien[ ])?(?:clicked|chose|selected|picked|pressed|searched|typed"
    r"|ticked|looked[ ]up|clique|choisis?|selectionne|cherche|coche|tape)|(?:wrong|mauvaise?)[ ](?:form|formulaire|page|section"
    r"|button|bouton|link|lien)"
    r"|(?:add|ajoute[rz]?)[ ](?:(?:to|au|a|dans)[ ])?(?:the[ ]|le[ ]|la[ ])?(?:menu|list|liste|page|form|formulaire|site))"
    r"(?![a-z])"
)
#: Where such an addition ends.
_ADDED_END: Final = compiled(
    r"[ ]*(?:[.,;!?)\n]|$)|[ ](?:totale?|complete|aux?|a[ ]la|des[ ]deux|both|in[ ]both|since|depuis|severe|stade|stage"
    r"|[a-z][0-9])(?![a-z])"
)
#: The beginning of a sentence that only adds to the one before.
_FRAGMENT: Final = compiled(
    r"^[ >*-]*(?:(?:an?|une?|two|three|four|deux|trois|quatre|[2-9]|des|also|aussi|plus|result|diagnostic|diagnosis"
    r"|verdict|c'est|c'etait|it's|it[ ]is|it[ ]was)[ :]+){0,2}$"
)
#: What befell whoever writes, before what came of it: "i fell off a ladder. two cracked ribs".
_BEFELL: Final = compiled(
    rf"(?<![a-z'])(?:(?:i|we|je|j'ai|on|nous|he|she|il|elle|(?:my|mon|ma)[ ]{KIN}|@)[ ](?:(?:me[ ])?suis[ ]|est[ ]|s'est[ ]"
    rf"|just[ ]|have[ ]"
    r"|was[ ]|got[ ]"
    r"|ai[ ]|a[ ]|eu[ ]){0,3}(?:fell|fallen|slipped|tripped|crashed|hit|rear-?ended|struck|injured|hurt|bitten|assaulted"
    r"|attacked"
    r"|tombee?|glissee?|chutee?|frappee?|blessee?|mordue?|agressee?|renversee?|trebuchee?|perdu[ ]pied|un[ ]accident"
    r"|fait[ ](?:couper|ecraser|frapper|mordre|agresser|renverser))"
    r"|chute[ ](?:dans|sur|de|d'|a)|got[ ](?:hit|rear|hurt|injured|burned|bitten|knocked)|me[ ]suis[ ](?:blesse|fait[ ]mal)e?"
    r"|(?:mon|my|ma|sa|son|his|her)[ ](?:accident|fall|chute)|(?:depuis|since|after|apres|suite[ ]a)[ ](?:l'|the[ ]|un[ ]"
    r"|an[ ])(?:accident"
    r"|crash)|(?:depuis|since|after|apres)[ ](?:la[ ]chute|the[ ]fall))(?![a-z])"
)
#: The same in its sentence: "i got hit by a car, …".
_CAME_OF: Final = compiled(
    rf"(?:{_BEFELL.pattern})[^.!?\n]{{0,60}}(?:[,:(]|[ ]-{{1,2}})[ ](?:(?:an?|une?|two|deux|des|double)[ ])?$"
)
#: How much of a drug, in a list of one's own.
_DOSE: Final = compiled(r"[ ][0-9.,]{1,6}[ ]?(?:mg|mcg|ug|ml|unites?|units?)(?![a-z])")
_OWN_DRUGS: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|mes|my|his|her|ses|son)[ ](?:[a-z]+[ ]){0,2}?(?:medicaments?|medications?|meds|pills|pilules"
    r"|prescriptions?"
    r"|ordonnances?|drugs|traitements?|treatments?)(?![a-z])"
)
#: Whose it is, later in the same clause: "after six weeks of … my wife".
_THEN_KIN: Final = compiled(
    rf"[^.!?,;:\n]{{0,30}}[ ,](?:mon|ma|mes|my|notre|our)[ ](?:[a-z]+[ ])?{KIN}(?![a-z])"
)
#: What was done, of which only its article stands before: "The hip replacement was done in Cornwall".
_DONE: Final = compiled(
    r"(?:[ ](?:surger(?:y|ies)|operations?|injections?|shots?|treatments?|procedures?))?[ ](?:(?:was|were|has[ ]been|got)[ ]"
    r"(?:all[ ])?(?:done|performed|given|billed|cancelled|postponed)"
    r"|(?:is|was)[ ](?:scheduled|booked|planned|set|postponed)|(?:est|sera|etait)[ ](?:prevue?|planifiee?|cedulee?|fixee?"
    r"|remise?|reportee?|annulee?)"
    r"|(?:a|ont)[ ]ete[ ](?:faite?s?|operee?s?|donnee?s?|pratiquee?s?|annulee?s?|reportee?s?|facturee?s?)|s'est[ ]faite?"
    r"|a[ ]eu[ ]lieu)"
    r"[ ](?:in|at|for|pour|here|there|on|by|privately|twice|a|au|en|ici|la-bas|chez|le|par|dans|deux|three|last"
    r"|hier)(?![a-z])(?![ ][0-9,]+[ ]times)"
)
_THE: Final = compiled(
    r"^[ >*-]*$|(?:^|[,:(]|[ ](?:and|et|pis|but|mais|then|puis))[ ]*(?:(?:the|la|le|les)[ ]|l')$"
    r"|[ ](?:que|that)[ ](?:(?:the|la|le)[ ]|l')$"
)
#: A sentence of a few of them, and nothing else: "haute pression, cholesterol, goutte."
_FEW: Final = compiled(r"(?:,[ ][a-z][a-z' -]{2,24}){1,4}[ ]*(?:[.!\n]|$)")
#: Where somebody quotes what was said aloud of him: '"votre méthadone"'.
_QUOTED: Final = compiled(r"\"[^\"\n]{0,40}(?:votre|vos|your)[ ](?:[a-z]+[ ])?$")
#: What whoever writes put on a form, or a paper about one says, in quotes: 'I ticked "…"', 'mon dossier dit "…"'.
_WRITTEN: Final = compiled(
    r"(?<![a-z'])(?:(?:i|je|j'ai|he|she|il|elle)[ ](?:[a-z]+[ ]){0,2}?(?:ticked|checked|wrote|put|declared|coche|ecrit|inscrit"
    r"|declare|mis)|(?:my|mon|ma|his|her|son|sa|an?|une?)[ ](?:[a-z]+[ ])?(?:form|formulaire|file|dossier|record|chart|papers?"
    r"|papier"
    r"|letter|lettre|report|rapport|note)[ ](?:says?|said|shows?|showed|lists?|listed|reads?|dit|disait|indique"
    r"|indiquait|mentionne|mentionnait|parle[ ]de|ecrit)"
    r"|(?:le|la|l'|the|my|his|her|mon|ma|son|sa)[ ]?(?:doctor|doc|gp|nurse|specialist|medecin|docteure?|infirmiere?"
    r"|specialiste)[ ]"
    r"(?:a[ ])?(?:says?|said|dit|wrote|ecrit|noted|note|put|mis|inscrit))[ ]?:?[ ]?\"[ ]?(?:[a-z]+[ ])?$"
)
#: What one does with a drug of one's own.
_HANDLED: Final = compiled(
    r"(?<![a-z'])(?:(?:i|we)[ ](?:just[ ]|also[ ]|still[ ]|only[ ])?(?:lost|forgot|left|need|paid|pay|bought|ordered|get"
    r"|got|receive|received|use"
    r"|can't[ ]afford|cannot[ ]afford|ran[ ]out|ran[ ]short|mailed|sent|rely|depend|pick(?:ed)?[ ]up)"
    r"|(?:j'ai|je|on[ ]a)[ ](?:pas[ ])?(?:perdu|oublie|paye|paie|achete|commande|recois|recu|laisse|manque|envoye|reclame"
    r"|besoin)"
    r"|(?:my|mes|mon|ma)[ ][a-z]+[ ]?(?:,|and|et|&|[ ]pis))(?![a-z])(?:[^.!?\n]|[.](?=[0-9])){0,70}$"
)
#: Terms that are too often other words, or everybody's, to be taken for what they say without a verb that ties them.
_ORDINARY: Final = words(
    """
    actor actos add aids allegra ergo als ampute amputee anemic angle asa axert borderline brace braces brca caduet
    cane carence carences caries cast casts cbt cold concentrateur constella corset cough covid covid-19 croup
    dements depressed depressi depressif depressive disabled downs ecg ekg epo evra fertilite fistule flu gale
    gavage gout goutte graves greffe greffes grippe handicap handicape handicapee handicapes handicaps hiv+ hormones hpv
    hyperactif hyperactive hyperactivite ibs ictus incontinent infirme influenza lolo malentendant malvoyant mania ms
    muet mumps mute nausea nitro obese occlusion occlusions opium pica pku plan_b pma
    polio premature prematuree prematures prep rage rgo rsv sep sla sondes
    sourds splint splints std sterile sti suicide strep stutter sutures taco tb tecta testim tic tics toc tocs toux
    contraception dbt embolisation enema extraction extractions hyperbaric lice naturopathie naturopathy plombages poux
    rabies sevrage tavi turp verrue verrues
    tvp type_1 type_2 type_i type_ii type_one type_two uti vaccin vaccine virus vph vrs walker walkers yasmin yaz
    """
)
#: Ordinary ones, too, of which a message may go on to speak once it has told of an illness, or of somebody of its own.
_ANY_DRUG: Final = words(
    """
    concerta mono radiation stitches platre platres crutches radiations operation operations stent bypass reflux deaf
    blind sourd sourde rash
    """
)
#: Kinds of things that any drug or care is: nobody's by themselves.
_WHATEVER: Final = (
    "puffer", "pompes", "inhal", "pill", "pilule", "medic", "traitement ", "treatment", "vaccin", "allergi", "syndrome "
)  # fmt: skip
#: Not those that say against or by what.
_CERTAIN: Final = (
    "allerg",
    "traitement de canal",
    "traitement au laser",
    "traitement d'orthodontie",
    "traitement a l'iode",
)


def is_near(told: list[int], start: int, near: int = _NEAR) -> bool:
    """Whether one of the places in `told`, in order, is near `start`."""
    at = bisect_left(told, start - near)
    return at < len(told) and told[at] < start + near


def _is_unhad(left: str, *, drug: bool) -> bool:
    """Whether somebody does with what comes next something else than have it."""
    others = (_UNHAD, _FOR_ALL, _OFFICIAL, _MAKES) if drug else (_UNHAD, _FOR_ALL, _OFFICIAL)
    return any(told.search(left) for told in others)


def _is_event(text: str, start: int, end: int) -> bool:
    """Whether the term at `start` is that of the thirties, by its capital among small letters: "a vécu la Dépression"."""
    return (
        text[start] == "D"
        and text[start + 1 : end].islower()
        and _EVENT.search(text, start - 12, start) is not None
    )


class Story:
    """Whom a message is about, found out when first asked."""

    __slots__ = ("_for_somebody", "_own", "_page")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._own: list[int] | None = None
        self._for_somebody: bool | None = None

    def tells_of(self, start: int, end: int, *, told: bool, drug: bool, state: bool) -> bool:
        """Whether the term at `start` is somebody's by its sentence, or by what the message has `told` of an illness."""
        lower, text = self._page.lower, self._page.text
        term = lower[start:end]
        if (
            term.startswith(_WHATEVER) and not (term.startswith(_CERTAIN) and " " in term)
        ) or "vaccine" in term:
            return False
        if _THING.match(lower, end) and not (drug and lower.startswith(SHOTS, end)):
            return False
        if term in _ORDINARY:
            return False
        before = text[max(0, start - _BEFORE) : start]
        if not self._is_in_own_words(start) and not _TITLED.search(before):
            return False
        left = _END.split(plainly(before))[-1]
        if told and drug and _THEN_WANTS.search(left):
            return True
        if (
            _ABOUT.search(left)
            or _is_unhad(left, drug=drug)
            or _is_event(text, start, end)
            or is_supposed(left, drug=drug)
            or (not drug and not _SHOWN.search(left) and _TOPIC.search(left))
        ):
            return False
        if told and not state:
            return True
        if GENERAL.search(left) is not None:
            return False
        if _OF_SOMEBODY.search(left) or (_OF_ANYBODY.search(left) and self._was_spoken_of(start)):
            return True
        return not state and term not in _ANY_DRUG and self._is_added(start, end, left, drug=drug)

    def _is_added(self, start: int, end: int, left: str, *, drug: bool) -> bool:
        """Whether whoever writes adds the term to what he said of himself or of somebody."""
        lower = self._page.lower
        if (
            _QUOTED.search(left)
            or _SHOWN.search(left)
            or _WRITTEN.search(left)
            or _OWN_LIMB.search(left + lower[start:end])
            or (drug and _HANDLED.search(left))
            or self._is_for_somebody()
        ):
            return True
        if _DONE.match(lower, end) and _THE.search(left):
            return True
        if _THEN_KIN.match(lower, end) or (drug and _DOSE.match(lower, end) and self._lists_his_own(start)):
            return True
        if drug or not _ADDED_END.match(lower, end):
            return False
        added = _ADDED.search(left)
        return (
            (added and not _ON_PAGE.search(left))
            or _CAME_OF.search(left) is not None
            or (
                _FRAGMENT.search(left) is not None
                and (
                    _FEW.match(lower, end) is not None
                    or self._was_spoken_of(start, _BEFORE)
                    or self._befell(start)
                )
            )
        )

    def _befell(self, start: int) -> bool:
        """Whether something befell whoever writes shortly before."""
        return _BEFELL.search(plainly(self._page.text[max(0, start - _BEFORE) : start])) is not None

    def _lists_his_own(self, start: int) -> bool:
        """Whether the message speaks of drugs of one's own shortly before."""
        return _OWN_DRUGS.search(self._page.lower, start - _NEAR, start) is not None

    def _is_in_own_words(self, start: int) -> bool:
        """Whether somebody speaks for himself around there."""
        if self._own is None:
            self._own = [found.start() for found in _OWN_WORDS.finditer(self._page.lower)]
        return is_near(self._own, start, _SPEAKS)

    def _is_for_somebody(self) -> bool:
        """Whether the message is written in somebody else's name."""
        if self._for_somebody is None:
            self._for_somebody = _FOR_SOMEBODY.search(plainly(self._page.text[:_OPENING])) is not None
        return self._for_somebody

    def _was_spoken_of(self, start: int, within: int = _SPOKEN) -> bool:
        """Whether the message speaks of somebody in particular shortly before."""
        return _OF_SOMEBODY.search(plainly(self._page.text[max(0, start - within) : start])) is not None
