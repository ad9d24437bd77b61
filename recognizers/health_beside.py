"""More that ties a term to a person: what stands around it, in its sentence, its row or the one before."""

from __future__ import annotations

from typing import Final

from recognizers.health_ties import DEAREST, FILL, KIN, OWNER
from recognizers.patterns import compiled

#: Whoever has to do with illnesses by trade.
_CARER: Final = (
    r"(?:nurse|doctor|physician|teacher|therapist|counsell?or|social|worker|coach|researcher|pharmacist|psychologist|specialist"
    r"|caregiver|volunteer|infirmi|medecin|enseignant|educat|intervenant|psycho|pharmacien|chercheu|benevole|aidant|prepose"
    r"|student"
    r"|etudiant|lawyer|avocat|journalist)"
)
_DET: Final = r"(?:mon|ma|mes|my|notre|nos|our|sa|son|ses|his|her)"
#: Anybody in particular.
SOMEBODY: Final = compiled(
    rf"(?<![a-z'])(?:je|j'[a-z]+|m'[a-z]+|me|moi|i|i'm|i've|my|mon|ma|mes|he|she|his|her|him|elle|lui|we|us|our"
    rf"|nous|notre"
    rf"|il(?![ ](?:y|faut|existe|s'agit|est[ ](?:important|possible|obligatoire|interdit|prevu|inscrit"
    rf"|ecrit))[ ])|(?:un|une|le|la)[ ]{KIN}|(?:un|une|le|la|an?|the)[ ](?:touriste?|visiteu(?:r|se)|visitor|student"
    rf"|etudiante?)|@)(?![a-z])"
)
_ANY: Final = (
    r"(?:(?:un|une|le|la|les|des|du|de[ ]la|a|an|the|severe|chronic|bad|mild)[ ]|l'|d'|de[ ]l'){0,2}"
)
#: What brought somebody down: "I can't drive because of epilepsy", "since a herniated disc". Wants somebody before it.
BECAUSE: Final = compiled(
    r"(?<![a-z])(?:(?:(?:a[ ]cause|en[ ]raison|pour[ ]cause)[ ]d(?:e|u|es|')[ ]?|(?:because[ ]of|(?:cause|cuz|coz|bc"
    r"|b/c)[ ]of|due[ ]to"
    r"|on[ ]account[ ]of"
    rf"|owing[ ]to|related[ ]to)[ ]){_ANY}"
    r"|(?:suspend|revo[kq]u?|annul|perdu|lost|refus)[a-z]*[ ](?:pour|for)[ ](?:une?[ ]|an?[ ]|l'|d'|des[ ])?"
    r"|(?:suite[ ]a|apres|following|after|since|depuis|malgre|despite|in[ ]spite[ ]of|had[ ]to[ ]do[ ]with"
    r"|a[ ]la[ ]suite[ ]d')[ ]?"
    r"(?:une?|an?)[ ](?:[a-z-]+[ ])?|(?:malgre|despite|in[ ]spite[ ]of)[ ](?:(?:le|la|les|des|the)[ ]|l')?)$"
)
#: The same of somebody who is not at work.
OFF_WORK: Final = compiled(
    r"(?<![a-z])(?:(?:off|out[ ]of|missing|missed|home[ ]from)[ ](?:work|school)|off[ ]sick|home[ ]sick|sick[ ]at[ ]home"
    r"|en[ ]arret(?:[ ]de[ ]travail)?|en[ ]conge|on[ ](?:sick[ ])?leave|on[ ]disability|en[ ]invalidite|en[ ]maladie"
    r"|(?:unable|incapable|pas[ ]capable)[ ](?:to|de)[ ](?:work|walk|travel|travailler|marcher|me[ ]deplacer)"
    r"|(?:can't|cannot|ne[ ]peux[ ]pas|peux[ ]pas|peux[ ]plus)[ ](?:work|walk|travel|travailler|marcher|me[ ]deplacer)"
    r"|bedridden|housebound|alitee?|stuck[ ](?:at[ ]home|in[ ]bed)|clouee?[ ](?:au[ ]lit|a[ ]la[ ]maison))"
    rf"[ ](?:[a-z]+[ ]){{0,2}}(?:since|depuis|pour|for|with|after|apres|due[ ]to|because[ ]of|a[ ]cause[ ]de"
    rf"|suite[ ]a)[ ]{FILL}$"
)
#: What somebody was taken in or is treated for: "arrivée en ambulance avec une fracture". Wants somebody and `CARED_FOR` before.
BROUGHT: Final = compiled(
    r"(?<![a-z])(?:avec|with|pour|for|contre)[ ](?:(?:une?|an?|d'une?|mon|ma|mes|my|son|sa|ses|his|her|des|la|le|the|some"
    r"|two|deux)"
    r"[ ]|l')?"
    r"(?:(?:severe|bad|double|chronic|mauvaise?|grosse?|simple|suspected|possible)[ ])?$"
)
#: Who was brought somewhere to be cared for.
_MOVED: Final = (
    rf"(?:(?:l'a|l'ont|m'a|m'ont|nous[ ]a|nous[ ]ont|me[ ]suis[ ]fait)[ ]|(?:i|we|he|she|{OWNER}|@)[ ](?:was|were|is|has[ ]been"
    r"|got|had[ ]to[ ]be)[ ](?:then[ ]|just[ ])?"
    rf"|(?:je[ ]suis|j'ai[ ]ete|(?:il|elle|{OWNER}|@)[ ](?:est|sera|a[ ]ete|etait))[ ]|^[ >*-]*)"
    r"(?:flown|airlifted|med(?:e|i)?vac[a-z']{0,5}|transferee?|transferred|evacuee?|evacuated|referred|referee?"
    r"|(?:sent|envoyee?|dirigee?|conduite?|descendue?)(?=[ ](?:to|down|home|a|au|aux|chez|en|la-bas|from)[ ]))(?![a-z])"
)
#: That somebody is cared for.
CARED_FOR: Final = compiled(
    r"(?<![a-z])(?:arriv|entre|sorti|revenu|came|rushed|brought|transport|admi[st]|hospital|urgence|emergency"
    r"|ambulance|clouee?"
    r"|stuck|prise?s?[ ]|pogne|consult|vue?[ ]|seen|charge|facture|billed|er[ ]|operee?|traitee?|medecin|doctor"
    r"|hopital|arret|conge"
    r"|visit|medicaments?|pilules?|pills|meds|medication|medicine|traitement|treatment|suivie?|surgery|operation"
    r"|scan|irm|mri"
    r"|x-ray|rendez-vous|appointment|specialist|treated|seeing|referred|soins"
    rf"|{_MOVED})"
)
#: What is done to one person only: "transporté à l'hôpital pour une …".
TAKEN: Final = compiled(
    r"(?<![a-z])(?:transportee?|hospitalisee?|operee?|amenee?|conduite?[ ]a[ ]l'(?:hopital|urgence)|admise?|hospitali[sz]ed"
    rf"|(?:taken|rushed|brought|sent)[ ](?:by|to|in)|{_MOVED})(?![a-z])"
)
#: What the drugs of somebody are for: "mes pilules pour la pression".
FOR: Final = compiled(
    rf"(?<![a-z'])(?:{_DET}|{OWNER}(?:'s|[ ](?:prend|takes|is[ ]on|a|has))|je[ ]prends|i[ ]take|i'm[ ]on|des|some)[ ]"
    r"(?:[a-z'-]+[ ]){0,2}?(?:pilules?|pills?|medicaments?|medicines?|meds|medications?|creme|pompes?|inhalers?"
    r"|puffers?"
    r"|traitements?|treatments?|shots?|injections?|piqures?|operations?|surgery|suivi|specialist|specialiste"
    r"|prescription"
    r"|ordonnance|comprimes?|gouttes|drops|patch|sirop)[ ](?:[a-z]+[ ])?(?:pour|contre|for|de|d'|du)[ ]?"
    r"(?:(?:le|la|les|mon|ma|mes|my|his|her|son|sa|ses|the)[ ]|l')?$"
)
#: What does something to somebody: "le générique me donne des palpitations".
GIVES: Final = compiled(
    r"(?<![a-z])(?:(?:me|m'|nous)[ ]?(?:a[ ]|ont[ ])?(?:donn|caus|provoqu|declench|fai[ts]|amen|rend)[a-z]{0,4}"
    r"|(?:gives?|gave|giving|caus(?:es?|ed|ing)|triggers|brought[ ]on)[ ](?:me|us))[ ]" + FILL + "$"
)
#: A relative's: "my yiayia's macular degeneration", "my son with autism", "ma mère (démence)".
OF_KIN: Final = compiled(
    rf"(?<![a-z']){_DET}[ ](?:[a-z-]+[ ])?{KIN}(?:[ ]@)?(?:'s|'|s)[ ](?:[a-z-]+[ ])?$"
    rf"|@'s[ ](?:[a-z-]+[ ])?$|(?<![a-z']){DEAREST}(?:'s?[ ](?:[a-z-]+[ ])?|s[ ])$"
    r"|@[ ](?:here|ici|speaking)[ ]?[,:(-][ ](?:(?:i'm|je[ ]suis)[ ])?$|(?<![a-z])(?:ici|this[ ]is|c'est)[ ]@,[ ]$"
    rf"|(?:^|\n)[ >*-]*(?:mon[ ]|ma[ ]|my[ ])?{KIN}[ ]?:[ ]$"
    rf"|(?:^|\n)[ >*-]*{KIN},[ ](?:de[ ])?[0-9]{{1,3}}(?:[ ](?:ans|mois|years?[ ]old|months?[ ]old|yo))?,[ ]$"
    rf"|(?<![a-z']){OWNER}[ ](?:with|avec|ayant|having|who[ ]has|porteu(?:r|se)[ ]d'|souffrant[ ]d[e'])[ ]?{FILL}$"
    rf"|(?<![a-z'])(?:mon|ma|my|notre|our)[ ]{KIN}(?:[ ]@)?(?:,?[ ](?:de[ ])?[0-9]{{1,2}}(?:[ ](?:ans|mois"
    rf"|years?[ ]old|months?[ ]old|yo))?)?"
    r"[ ]?(?:,[ ]?|\([ ]?|:[ ]|-{1,2}[ ]|[ ])(?:(?<=,[ ])(?:an?|une?)[ ])?$"
    r"|(?:^|\n)[ >*-]*[a-z'-]{2,15}[ ][a-z'-]{2,15}(?:,[ ]|[ ]\(|[ ])[0-9]{1,3}[ ](?:ans|mois|years?[ ]old|months?[ ]old"
    r"|yo|y/o)[,:]?[ ]$"
    r"|@,?[ ][(]?[0-9]{1,3}[ ](?:ans|years?[ ]old|yo|y/o)[)]?[.:][ ]$"
    r"|(?<!de )(?<!a )(?<!an )(?<![0-9])[0-9]{1,3}[ -]?(?:yo|y/o|y\.o\.|ans|years?[ -]old)[ ](?:(?:old[ ])?(?:male|female"
    r"|man|woman|m|f|lady"
    r"|gentleman)[ ])?"
    r"(?:with|presenting[ ]with|avec|atteinte?[ ]d[eu'])[ ]?(?:(?:an?|une?|severe|known)[ ])?$"
    r"|@,[ ][^,;:\n]{0,30}[0-9][^,;:\n]{0,20},[ ]$"
    r"|@,[ ](?:ch(?:ambre|\.)?|room|rm\.?|app\.?|apt\.?|lit|bed|unite?)[ ][0-9a-z-]{1,6},[ ]$"
    r"|@(?:[ ]?\([^()\n]{1,20}\))?(?:,?[ ](?:de[ ])?[0-9]{1,2}(?:[ ](?:ans|mois|years?[ ]old|months?[ ]old"
    r"|yo))?)?[ ]?"
    r"(?:,[ ]?|\([ ]?|:[ ]|-{1,2}[ ])$"
    r"|(?:^|[.:;!?\n])[ >*-]*patiente?[ ](?:from|of|de|du|d'|[a-z]{3,12}(?:ien(?:ne)?|aine?|aise?|oise?"
    r"|an)(?![a-z]))[^.!?\n]{0,50}[ a-z0-9],[ ]$"
    r"|(?<![a-z])(?:usagere?|patiente?|cliente?|beneficiaire|residente?|monsieur|madame|homme"
    r"|femme)[ ](?:de[ ])?[0-9]{1,3}[ ]ans"
    r"(?:[ ][a-z]+)?,[ ]$"
    rf"|(?<![a-z])(?:je[ ]suis|i'm|i[ ]am|moi)[ ](?:[a-z,']+[ ]){{0,3}}?(?:{KIN}|caregiver|aidante?|tutrice"
    rf"|tuteur|guardian)[ ]"
    rf"(?:d'|de|of|to|for)[ ]?(?:(?:une?|a|an|deux|two|trois|three|mon|ma|my|the|la"
    rf"|le)[ ])?(?:[a-z]+[ ])?(?:{KIN}[ ]|person[ ]|personne[ ])"
    rf"(?:(?:with|avec|ayant|who[ ]has|qui[ ]a|atteinte?[ ]d[eu']s?|souffrant[ ]d[eu'])[ ]?{FILL})?$"
)
_AGE: Final = r"[0-9]{1,3}[ -](?:ans|mois|semaines|jours|years?|months?|weeks?|days?)"
_PERSON: Final = rf"(?:{KIN}|homme|femme|dame|monsieur|man|woman|lady|girl|boy)"
#: The care of one person, whose age is told next.
_EXAMINED: Final = (
    r"(?:exam(?:en)?s?|checkup|consultation|visite?|suivi|follow-?up|evaluation|assessment|traitement|treatment|seance|session"
    r"|intervention|care|soins)"
)
#: What somebody says he is, and with what: "I'm a veteran with …", "I am 84, with …"; or of a child that was seen.
WITH: Final = compiled(
    rf"(?<![a-z'])(?:(?:i'm|i[ ]am|(?:he|she)(?:'s|[ ]is)|as)[ ]an?[ ](?:(?!{_CARER})[a-z0-9-]+[ ]){{1,4}}?"
    rf"(?:with|living[ ]with|who[ ]has)"
    rf"|(?:je[ ]suis|(?:il|elle)[ ]est)[ ](?:une?[ ])?(?:(?!{_CARER}|d'accord|bien|correcte?|tannee?|ici|aussi"
    rf"|prise?|contente?|en)[a-z-]+[ ]){{1,3}}?(?:avec|vivant[ ]avec|qui[ ]a)[ ](?:une?|un|du|de[ ]la|des|de[ ]l'|le|la)"
    rf"|(?:i'm|i[ ]am|(?:he|she)(?:'s|[ ]is)|j'ai|(?:il|elle)[ ]a)[ ][0-9]{{1,3}}(?:[ ](?:ans|years?[ ]old|yo))?,?"
    rf"[ ](?:and[ ]|et[ ])?(?:with|living[ ]with|avec)"
    r"|(?:pt|patient|he|she)(?:'s|[ ]is)[ ]an?[ ][0-9]{1,3}[ -](?:yo|y/o|years?[ -]old)(?:[ ][a-z]+)?[ ](?:with|known[ ]for)"
    r"|(?:^|[,:(])[ ]*(?:fille|garcon|bebe|enfant|homme|femme|dame|monsieur)[ ]de[ ][0-9]{1,3}[ ](?:ans|mois)[ ]avec"
    r"|(?:^|[,:(])[ ]*[0-9]{1,3}[ -](?:yrs?|years?|months?)[ -]old[ ](?:boy|girl|baby|son|daughter|man|woman)[ ]with"
    rf"|{_EXAMINED}[ ](?:[a-z]+[ ]){{0,3}}?(?:of|d'|de|for|pour|chez|to)[ ]?(?:une?|an?|mon|ma|my|our)[ ]"
    rf"(?:{_PERSON},?[ ](?:of|de|aged|agee?[ ]de|,)[ ]{_AGE}|{_AGE}[ -]old[ ]{_PERSON}),?[ ](?:avec|with|ayant|having"
    r"|atteinte?[ ]d[eu']|who[ ]has|qui[ ]a)"
    r"|(?:hospitals?|hopital|hopitaux|clini(?:c|ca|que)|icu|urgence|emergency|er)(?![a-z])[^.!?\n]{0,60}?[ ,]"
    r"(?:[0-9]{1,2}|one|une|two|deux|trois|three|quatre|four|cinq|five|six)[ ](?:nights?|nuits?|jours?|days?),"
    r"|(?:^|[.:;][ ])[ >*-]*(?:patiente?|cliente?|usagere?|pt)[ ](?:connue?(?:[ ](?:pour|avec))?|known[ ](?:for|with))"
    r"|(?:patiente?|pt|usagere?|monsieur|madame|homme|femme|dame)[ ](?:de[ ])?[0-9]{1,3}[ ]ans,?[ ](?:connue?[ ](?:pour|avec)"
    r"|atteinte?[ ]d(?:e|u)|souffrant[ ]de)"
    rf"|(?:the|a|this|our|le|la|un|une|cet?|cette)[ ](?:[a-z-]+[ ]){{0,2}}?(?:{KIN}|(?:wo)?man|lady|monsieur|dame)[ ]"
    rf"(?:(?:that|whom|que)[ ])?(?:we|i|nous|on|j')[ ]?(?:saw|seen|treated|admitted|examined|(?:avons|ai|a)[ ](?:vue?|traitee?"
    rf"|admise?|examinee?))[ ](?:[a-z]+[ ]){{0,2}}?(?:with|for|avec|pour))[ ]?{FILL}$"
)
#: What somebody is said to be: "as a diabetic", "étant épileptique"; only where the sentence goes on about nobody else.
BEING: Final = compiled(
    r"(?<![a-z])(?:nee?[ ]a[ ][0-9]{1,2}[ ]semaines,|born[ ]at[ ][0-9]{1,2}[ ]weeks,|^[ >*-]*suis|as[ ]an?"
    r"|en[ ]tant[ ]que|etant|being|moi,?|moi[ ]qui[ ]est|depuis[ ]que[ ]je[ ]suis"
    r"|since[ ]i'm|rendue?|left[ ]me"
    r"|m'a[ ]rendue?|born|declaree?|deemed|considere[e]?|reconnue?[ ](?:comme[ ])?|classed[ ]as|assessed[ ]as)[ ]"
    r"(?:(?:une?|an?|legally|tres|very|still|also|legalement)[ ])?$"
)
#: What somebody is hooked on. Wants somebody before it.
HOOKED: Final = compiled(
    r"(?<![a-z])(?:relaps(?:ed?|ing)|rechute|hooked|addicted|accro|dependante?|fume(?:nt)?|fumait|smok(?:es?|ed|ing)|sniffe"
    r"|snorts?|injecte"
    r"|shoots?|clean|sobre|sober|deal[ ]with|retombee?),?[ ](?:(?:on|to|dans|au|aux|a|du|de|from|off|with)[ ])?(?:la[ ]"
    r"|le[ ]|l'|[a-z]+[ ])?$"
)
#: A state between the word for whose and the word for whom: "my autistic son".
WHOSE: Final = compiled(r"(?<![a-z'])(?:mon|ma|mes|my)[ ](?:[0-9]{1,2}[ -]years?[ -]old[ ]|[a-z]+[ ])?$")
WHOM: Final = compiled(rf"[ ](?:[0-9]{{1,2}}[ -]year[ -]old[ ]|[a-z]+[ ])?{KIN}(?![a-z])")
#: The same where the word for whose is left out: "autistic daughter, 12, can't …".
_KIN_APART: Final = compiled(rf"[ ]{KIN}(?=(?:,|[ ]\()[ ]?(?:[0-9]|can|does|ne|needs?|i|je|my|mon)(?![a-z]))")
#: The beginning of a sentence without its subject: "got tonsillitis i think", "diabétique depuis 20 ans".
BARE: Final = compiled(
    r"(?:^|[.,;/|])[ >*-]*(?:moi,?|me)[ ](?:(?:avoir|have|got|a|une?|an?)[ ]){0,2}$"
    rf"|(?:^|[/|])[ >*-]*(?:(?:and|also|et|but|mais|anyway|hi|hello|bonjour|hey|allo)[ ,]+)?(?:got|had|have|having"
    rf"|been[ ]having|been[ ]in[ ]bed[ ]with|caught|diagnosis|condition|dx|suffering[ ]from|diagnosed[ ]with"
    rf"|ayant|fai[ts](?=[ ](?:d[eu]|des|une?)[ ])|(?:a|avait)(?=[ ](?:deja|eu|fait|recu|subi)[ ])|has"
    rf"|ai|suis[ ]atteinte?[ ]d[e']|souffre[ ]d[eu']|atteinte?[ ]d[eu'])[ ]?{FILL}$"
)
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
#: What says after such a beginning that it is said to everybody.
TO_ALL: Final = compiled(
    r"(?!,[ ](?:je|j'|i|i'm|my|mon|ma)(?![a-z]))[^.!\n]{0,50}?(?:\?|(?<![a-z])(?:you|your|vous|votre|vos)(?![a-z]))"
)
#: After a term: whose it is.
AFTERWARDS: Final = compiled(
    rf"(?:,[ ][0-9][0-9 .,]{{0,8}}[ ]?\$)?,[ ](?:pour|for)[ ](?:mon|ma|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])"
    rf"|,[ ]my[ ]{KIN}'s(?![a-z])"
    rf"|[ ](?:de|du|d'|of|a)[ ]?(?:mon|ma|mes|my|notre|our)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])|[ ](?:de|a)[ ]{DEAREST}(?![a-z])"
    r"|[ ](?:de|of|for|pour)[ ](?:m\.|mme|mr\.?|mrs\.?|ms\.?|monsieur|madame)[ ][a-z]"
    r"|[ ](?:du|au|de[ ]la|a[ ]la)[ ](?:petite?|plus[ ](?:vieux|vieille|jeune)|bebe)(?=[ ]*[.,;:!?)\n]|$)"
    r"|[ ](?:que|qu')[ ]?[a-z' ]{0,24}(?:m'a|m'ont)[ ](?:donne|prescri|refuse|enleve)"
    r"|[ ]que[ ](?:le[ ]|la[ ]|mon[ ]|ma[ ])?(?:docteure?|doc|medecin|specialiste)(?:[ ][a-z]+)?[ ](?:a|m'a|dit)(?![a-z])"
    r"|[ ]qui[ ](?:m'(?:empeche|a)|me[ ](?:fait|tue|donne)|lui[ ](?:fait|a))(?![a-z])"
    r"|[ ](?:that[ ])?my[ ](?:[a-z]+[ ])?(?:doctor|doc|md"
    r"|specialist|pharmacist|gp)[ ](?:gave|prescribed|put|ordered|wants)|[ ](?:m'a|m'ont|m'empeche|keeps[ ]me|makes[ ]me"
    r"|stops[ ]me"
    r"|prevents[ ]me|won't[ ]let[ ]me)(?![a-z])|[ ]in[ ](?:both[ ]my|me)(?![a-z])"
    rf"|[ ](?:que[ ]j'ai|que[ ]je[ ](?:prends?|fais)|that[ ]i[ ](?:have|had|take|got)|i[ ](?:take"
    rf"|have[ ]been[ ]taking|am[ ]on|have[ ]had)"
    r"|(?:selon|d'apres|according[ ]to)[ ](?:mon|ma|my|son)|(?:in|on|dans|sur|a|au)[ ](?:mon|ma|mes|my)[ ](?:left[ ]"
    r"|right[ ])?(?:lungs?|poumons?|breasts?|seins?|brain|cerveau|liver|foie|kidneys?|rein|neck|cou|back|dos|legs?"
    r"|jambe|knees?|genou|foot|pied|hand|main|throat|gorge|head|tete|arm|bras)|(?:is|are)[ ](?:killing"
    r"|bothering)[ ]me|me[ ](?:fait|font|empeche|tue)"
    r"|i'm[ ]on|i'm[ ]taking|which[ ]i[ ](?:have|take)|qu'(?:il|elle)[ ](?:prend|a[ ]depuis)|(?:he"
    r"|she)[ ](?:takes|has[ ]had|is[ ]on))(?![a-z])"
)
#: The same after what begins a sentence or stands apart in it: "VIH depuis 1998", "diabetic for 20 years".
SINCE: Final = compiled(
    r"[ ](?:depuis|since)[ ](?:que[ ]|le[ ]|la[ ]|l'|the[ ]|[0-9]{1,4}|mon[ ]|ma[ ]|my[ ]|age[ ][0-9]|bebe|last[ ]|(?:deux"
    r"|trois|quatre|cinq|six|dix|two|three|four|five|ten)[ ](?:ans|mois|years|months)"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin"
    r"|juillet|aout|septembre|octobre|novembre|decembre)(?![a-z])|toujours"
    r"|birth|childhood|l'enfance"
    r"|ma[ ]naissance)"
    r"|[ ]for[ ][0-9]{1,2}[ ]years|,?[ ](?:stade|stage)[ ][0-4i]|[ ]here(?=[.!,]|$)"
)
#: What somebody is by an illness: "I am a breast cancer survivor".
_IS_A: Final = compiled(
    rf"(?<![a-z'])(?:i'm|i[ ]am|i[ ]was|he's|she's|(?:he|she|{OWNER})[ ](?:is|was)|as)[ ]an?[ ](?:[a-z0-9-]+[ ])?$"
)
_SURVIVOR: Final = compiled(
    r"[ ](?:survivor|patient|sufferer)(?![a-z'-])(?![ ](?:navigator|advocate|care|group|support))"
)
#: What begins a sentence about oneself: "living with MS, I …", "à la suite d'une chirurgie cardiaque, je …".
_LIVING: Final = compiled(
    rf"^[ >*-]*(?:(?:vivant[ ]avec|aux[ ]prises[ ]avec|combattant|(?:living|dealing|struggling)[ ]with|battling"
    rf"|fighting)[ ]{FILL}"
    r"|(?:a[ ]la[ ]suite[ ]d'|suite[ ]a[ ]|following[ ]|after[ ]|apres[ ])(?:une?|an?)[ ](?:[a-z-]+[ ])?"
    r"|(?:since|depuis|after|apres)[ ](?:(?:the|le|la)[ ]|l')|(?:thanks[ ]to|grace[ ]aux?)[ ](?:(?:the|le|la)[ ]|l')?)$"
)
#: What goes on after a term that begins a sentence whose subject is left out: "… à 11 semaines, l'hôpital me réclame".
_THEN_MINE: Final = compiled(
    r"(?![^.!?\n]{0,80}(?<![a-z])(?:infos?|information|renseign[a-z]*|cherche|looking|know|savoir|page|form|formulaire"
    r"|question|find"
    r"|trouve|site|you[ ](?:have|offer|cover)|read|lu|article)(?![a-z]))"
    r"(?:[ ](?:patient|survivor)(?=,[ ](?:[0-9]|i|je|my|mon|no|need|can't))"
    r"|(?=[^.!?,;:\n]{1,28}[0-9])(?:[ ][a-z0-9'-]{1,14}){1,5},[ ](?:(?:but|mais|and|et|so|donc|the|le|la|l'|an?"
    r"|une?)[ ]?)?(?:[a-z'-]{2,14}[ ]){0,2}?"
    r"(?:je|j'[a-z]+|me|m'[a-z]+|i|i'm|i've|my|mon|ma|mes|am[ ]i|can[ ]i|do[ ]i|puis-je|ai-je|suis-je|envoyez-moi)(?![a-z])"
    r"|,?[ ](?:(?:[0-9]{1,2}|stade|stage)[ ](?:semaines|weeks|mois|months|[0-4i]+)|operee?|diagnosed|diagnostiquee?|transferee?"
    r"|confirm(?:ed|ee?)|hospitalisee?|suivie?[ ])(?![a-z]))"
)
_THEN_I: Final = compiled(r"(?:[^.!?,;\n]{0,25},)?[ ](?:je|j'|i|i'm|i've|mon|ma|mes|my)(?![a-z])")
#: What goes on after such a time about the illness itself, or asks everybody.
_OF_ITSELF: Final = compiled(
    r"(?:[ ](?:ans|mois|years?|months?))?(?:[ ]?:(?![ ]?(?:je|j'|i[ ']|my|mon|ma|mes|can|puis))"
    r"|[ ](?:en[ ](?:hausse|baisse|croissance|recul|augmentation)|(?:is|are|was|were|has|have|est|sont|ont)[ ](?!my[ ]|mon[ ])"
    r"|a[ ](?:change|tue|fait|augmente|explose|coute|double|triple|bouleverse)(?![a-z])"
    r"|(?:changed?|rose|rises?|grew|fell|killed|kills?|affected|affects?|cost|costs|spread|increased|decreased)(?![a-z]))"
    r"|[^.!,;:\n]{0,20}\?)"
)
_APART: Final = compiled(
    r"(?:^|[,:(>-])[ >*-]*(?:(?:bonjour|allo|hello|hi|salut)[ ,]+)?(?:(?:le|la|les|en|on|stage[ ][0-4i]+)[ ]|l')?$"
)
#: What goes on about whoever says a state of himself at the beginning of a sentence: "legally blind, can't read …".
_SO_I: Final = compiled(
    r"(?![^.!\n]{0,60}\?)(?:[ ](?:de[ ](?:naissance|[0-9]{1,2}[ ](?:mois|semaines))|[0-9]{1,2}[ ](?:months|weeks)))?(?:,"
    r"|[ ](?:et|and))"
    r"[ ](?:je|j'|jai|i|i'm|can't|cant|cannot|don't|no|pas|sans|without|toujours|still|need|besoin|please|svp|mon|ma|my"
    r"|votre|your|envoyez|ecrivez|appelez|parlez|so)(?![a-z])"
    r"|[ ](?:so|donc|alors)[ ](?:i|je|j'|please|svp|email|text|call|write|ecrivez|parlez|no|pas)(?![a-z])"
    r"|[ ](?:a[ ]cause|suite|because|due)[ ](?:d|a|of|to)"
)
#: The same only after a drug or care.
AFTER_DRUG: Final = compiled(
    rf"[ ](?:pour|for)[ ](?:mon|ma|mes|my|notre|our|son|sa|his|her)[ ](?:[a-z-]+[ ])?{KIN}(?![a-z])"
)
_NO_OWNER: Final = compiled(
    r"(?<![a-z])(?:livres?|books?|guides?|vaccin|vaccine|depistage|screening|test|prevention|programme|program|page|dose"
    r"|shot|risk|risque)"
    r"[^.!?\n]{0,30}$"
)
#: The drug that was spoken of: "my son's asthma medicine was on the list. Flovent to be exact."
NAMING: Final = compiled(
    rf"(?<![a-z'])(?:{_DET}|{_DET}[ ]{KIN}'s)[ ](?:[a-z'-]+[ ]){{0,2}}?(?:medicines?|medications?|medicaments?"
    rf"|prescriptions?|pills?"
    r"|pilules?|drugs?|puffers?|pompes?|ordonnances?|rx|treatments?|traitements?|injections?|meds|inhalers?"
    r"|creme|hormones?)(?![a-z])"
    r"[^\n]{0,100}?(?:[.(:,]|[ ]-|[ ](?:is|est|called|s'appelle|named|nomme|appele))[ ]{0,2}(?:(?:le|la|du"
    r"|de[ ]la|the|called)[ ]|l'|d')?$"
    r"|(?<![a-z'])(?:i|je|he|she|il|elle)[ ](?:takes?|prends?)[ ](?:these|this|the|all|ces|ceci|les|ca|cela|tout|chaque|every"
    r"|daily|quotidiennement|presentement|actuellement)(?![a-z])[^.!?\n:]{0,50}:[ ]?(?:(?:le|la|du|de[ ]la|the)[ ]|l'|d')?$"
)
_LINK: Final = (
    r"(?:(?:list|liste|for|an?|the|to|see|with|in|on|appointment|date|place|my|his|her|pour|en|une?|le|la|l'|de|d'|du"
    r"|rendez-vous"
    r"|avec|mon|ma|son|sa|voir|chez|consulter)[ ]?){0,6}$"
)
#: What somebody waits for or was sent to: "l'attente en orthophonie". Wants somebody before it.
WAITS: Final = compiled(
    r"(?<![a-z])(?:attend(?:s|ons)?|attente|wait(?:ing|listed|[ -]?list)|referred|referee?)[ ]" + _LINK
)
#: What a doctor says or a hospital asks to be paid for. Wants somebody before it.
ADVISED: Final = compiled(
    r"(?<![a-z])(?:doctors?|doc|docteure?|medecins?|dentistes?|dentist|orthopedis(?:t|te)s?|hopital|hospital"
    r"|speciali[sz]t(?:e|s|es)?|surgeon|chirurgien(?:ne)?"
    r"|neurologue|neurologist|oncologue|oncologist|psychiatr(?:e|ist)|cardiologue|cardiologist)[ ](?:[a-z'@]+[ ]){0,5}?"
    r"(?:says?|said|told[ ](?:me|us|him|her)|dit|recommande|recommends?|recommended|suggests?|suggested|propose|veut"
    r"|demande|requested|prescrit|prescribed|exige"
    r"|wants?|payer|pay|ordered)[ ]"
    r"(?:(?:que?|that|i|he|she|me|him|her|on|to|needs?|take|try|start|for|qu'il|faut|lui|faire|une?|la|le|l'|du|de|d'"
    r"|sous|an?|the|some|prendre"
    r"|commencer|essayer|mettre|put|payer|pay)[ ]?){0,5}$"
    r"|(?<![a-z])(?:authori[sz]ation|autorisation|exception|refill|renewal|renouvellement)[ ](?:for|pour|de|of|d'|du)[ ]?"
    r"(?:(?:le|la|mon|ma|my|the|du)[ ]|l')?$"
    r"|(?<![a-z])(?:see|seen|saw|voir|vu|consulter?|asked|ask|demander[ ]a)[ ](?:the|an?|my|le|la|l'|une?|mon"
    r"|ma)[ ]?(?:[a-z]+[ ])?"
    r"(?:nurse|infirmiere?|doctor|medecin|pharmacist|pharmacien(?:ne)?|gp)[ ](?:about|for|pour|concernant|sur|de|d')[ ]?"
    r"(?:(?:le|la|un|une|an?|the|my|mon|ma|getting)[ ]|l')?$"
)
#: Whose limb it is.
BREAKS: Final = compiled(
    r"(?<![a-z'])(?:(?:me[ ]suis|s'est|s'etait|se[ ]sont)(?:[ ](?:aussi|encore))?|(?:i|we|(?<!and[ ])(?:he|she)|i've|j'ai"
    r"|on[ ]a|nous[ ]avons"
    rf"|(?:il|elle)[ ]a|{OWNER}(?:[ ]a)?)"
    r"(?:[ ](?:just|also|has|have|fell[ ]and))?)[ ]$"
)
#: A part of one's own body that does not work, and then why: "my knees are finished, osteoarthritis".
BODY: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|mes|my|his|her)[ ](?:[a-z]+[ ])?(?:knees?|genoux?|backs?|dos|hips?|hanches?|shoulders?"
    r"|epaules?|hands?|mains?"
    r"|fingers|doigts|wrists?|poignets?|legs?|jambes?|feet|pieds?|eyes?|yeux|oeil|ears?|oreilles?|lungs?|poumons?"
    r"|kidneys?|reins?"
    r"|heart|coeur|liver|foie|skin|peau|memory|memoire|joints?|articulations|stomach|estomac|head|tete|spine|bones|os)[ ]"
    r"(?:is|are|was|est|sont|ne|hurts?|shakes?|swells?|burns?|tremblent?|enflent?|brulent?|don't|doesn't|fait|font|fail(?:s"
    r"|ed)?|gave|a|ont|has|have)(?:[ ][a-z']+){0,6}"
    rf"(?:[ ]?(?:[,:(]|-{{1,2}})[ ]?|[ ](?:from|because[ ]of|a[ ]cause[ ]d[eu'])[ ]?)(?:it's[ ]|c'est[ ])?{FILL}$"
)
#: Why somebody does not work, or what their trouble is, after a colon or in brackets.
WHY: Final = compiled(
    r"(?<![a-z])(?:cesse[ ]de[ ]travailler|(?:i[ ]can't|i[ ]cannot|can't|cannot|je[ ]ne[ ]peux[ ](?:pas|plus)"
    r"|je[ ]peux[ ](?:pas|pus|plus))"
    r"[ ](?:come|walk|drive|sign|travel|write|work|venir|marcher|conduire|signer|ecrire|travailler|me[ ]deplacer)"
    r"|absen(?:ce|te?)|(?:missed|misses|missing)[ ](?:school|class|days|daycare"
    r"|the[ ]exam|an[ ]exam)"
    r"|(?:excuse|exempt|dispens)[a-z]*[ ](?:[a-z]+[ ]){0,4}(?:jury|jure)|jury[ ]duty|test[ ]positi(?:f|ve)|positive[ ]test"
    r"|manque[ ](?:l'ecole|la[ ]garderie|(?:mon|son|l'|un)[ ]?(?:cours|examen)|des[ ]jours)|(?:mon|son)[ ](?:arret|conge)"
    r"|(?:suis|etais|i'm|i[ ]am|was|is)[ ](?:en[ ](?:arret|conge)|off[ ]work|on[ ](?:sick[ ])?leave)|(?:missed"
    r"|stopped|quit|left)[ ]work(?:ing)?"
    r"|(?:mon|ma|mes|ses|son|sa|my|his|her)[ ](?:absence|invalidite|disability|condition|diagnosti[cs]|diagnosis|dx|handicap"
    r"|maladie|illness|sick[ ]leave|results?|resultats?|biops(?:ie|y)|scan)"
    r"|(?:results?|resultats?|biops(?:y|ie)|scan|irm|mri|tests?|echo|x-?ray|bilan)(?=[ ](?:came|are|is|just|finally|sont"
    r"|est|vient)[ ])"
    r")"
    r"(?:[ ][a-z0-9']+){0,5}[ ]?(?:[:(=]|-{1,2})[ ]?"
    + FILL
    + "$"
    + r"|(?<![a-z])(?:(?:work|workplace|car|road|bike)[ ]accident|accident[ ](?:de|du|au|d')[ ]?[a-z0-9' ]{2,30}"
    r"|(?:saaq|cnesst|csst|ivac|wsib)[ ](?:claim|file|dossier)|(?:claim|dossier|reclamation)[ ](?:[a-z]+[ ])?(?:saaq"
    r"|cnesst|csst|ivac))"
    r"(?:[ ][0-9][0-9 -]{2,16})?[ ]?(?:[:(=,]|-{1,2})[ ]?(?:(?:an?|une?|la|le|severe)[ ]|l')?$"
)
#: The name of a kind of drug, a pause, or a verb, before what goes with an illness of somebody's own in the same sentence.
_GOES_WITH: Final = compiled(
    r"(?:[ ,(](?:la|le|les|du|the|on|(?:need|needs)[ ]an?|sous|some|with|avec|home[ ]on|faut|faut[ ]une?|besoin[ ]d'une?"
    r"|doit[ ]avoir[ ]une?|attend[ ]une?|en|creme|pommade|pompe|pilules?"
    r"|medicaments?"
    r"|traitements?|cream"
    r"|pills?|takes?|prend|prends|need|needs|payer|pay|says?|said|dit|inhaler|puffer)[ ]|[ ](?:l'|d'))$"
)
#: Work, study and papers, which only happen to be about it.
_OTHERWISE: Final = compiled(
    r"[.!?\n;]|(?<![a-z])(?:travaill|work|etudi|stud(?:y|ent|ied)|cours|teach|question|couv|cover|je[ ]demand"
    r"|appl(?:y|ied)|inform"
    r"|lu[ ]|read[ ]|site|page|list|volunteer|benevol|si[ ]|if[ ]|your|votre|vous|you[ ]|vos[ ])"
)
#: What else the same person is: "and is legally blind".
_ALSO_IS: Final = compiled(
    r"(?:,|[ ](?:et|and|pis|puis))[ ](?:(?:aussi|also|he|she|il|elle)[ ])?(?:is|est|suis|am)[ ](?:(?:aussi|also"
    r"|now)[ ])?$|,[ ]$"
)


def goes_with(between: str, *, care: bool, state: bool) -> bool:
    """Whether the words after an illness of somebody's own lead to what goes with it: "mon eczéma coule, la crème …"."""
    if _OTHERWISE.search(between):
        return False
    return (care and _GOES_WITH.search(between) is not None) or (
        state and _ALSO_IS.search(between) is not None
    )


#: "If I have diabetes": nobody's, unless "even if".
_IF: Final = compiled(
    r"(?<!meme[ ])(?<!even[ ])"
    r"(?<![a-z])(?:si|s'|if|supposons[ ]que|suppose|imagine|what[ ]if|disons[ ]que"
    r"|let's[ ]say|in[ ]case|au[ ]cas[ ]ou)"
    r"[ ]?(?:un[ ]jour[ ]|jamais[ ]|ever[ ])?(?:j'|je|i|il|elle|on|he|she|we|they|some|quelqu'un|une?[ ]|mon[ ]"
    r"|ma[ ]|my[ ]|a[ ]|you|vous)"
    r"[^,\n]{0,40}$"
)


#: What nobody wears or takes who only asks what would be: "can i drive if i wear …".
_IF_USED: Final = compiled(
    r"(?<![a-z'])(?:si[ ]je|if[ ]i)[ ](?:porte|prends|utilise|wear|take|use|am[ ]on|suis[ ]sous)[ ](?:[a-z']+[ ]){0,3}$"
)
#: What a drug or care comes as.
SHOTS: Final = (" shot", " suppl")


def is_supposed(left: str, *, drug: bool = False) -> bool:
    """Whether the sentence so far only asks what would be; of a `drug` or care not what is asked of one's own."""
    return _IF.search(left) is not None and not (drug and _IF_USED.search(left))


def is_owned_after(left: str, lower: str, end: int, *, drug: bool) -> bool:
    """Whether the words after a term that ends at `end` say whose it is: "le diabète de ma mère"."""
    found = (
        AFTERWARDS.match(lower, end)
        or (_THEN_I.match(lower, end) if _LIVING.search(left) else None)
        or (_SURVIVOR.match(lower, end) if _IS_A.search(left) else None)
        or (_THEN_MINE.match(lower, end) if not left.strip(" >*-") else None)
        or (_is_since(lower, end) and _APART.search(left))
        or (AFTER_DRUG.match(lower, end) if drug else None)
    )
    return found is not None and not _NO_OWNER.search(left)


def is_owned_since(left: str, lower: str, end: int) -> bool:
    """Whether a state that begins a sentence or stands apart is somebody's: "diabétique depuis 20 ans", "deaf, no calls"."""
    if _APART.search(left) is None:
        return False
    if not left.strip(" >*-") and _KIN_APART.match(lower, end):
        return True
    return _is_since(lower, end) or (not left.strip(" >*-") and _SO_I.match(lower, end) is not None)


def _is_since(lower: str, end: int) -> bool:
    """Whether what ends at `end` goes on with since when somebody has it, and not with what it does to all."""
    since = SINCE.match(lower, end)
    return since is not None and _OF_ITSELF.match(lower, since.end()) is None


#: The cell before a term's in a row, and the end of the term's.
_CELL: Final = compiled(r"(?:[|\t]|[ ]{3})[ ]*$")
#: The beginning of a line of a list that names a person: "- J. Landry, N.-B., 590 789 121, ".
_ITEM: Final = compiled(
    r"^[ >]*(?:[-*+]|[0-9]{1,2}[.)])[ ]?(?:(?:[A-Z]\.[ ]?){1,2}|[A-Z][a-z'-]+,?[ ])[A-Z][A-Za-z'-]+[ ]?[,:(-](?=[ ])"
)
#: What goes on after a term in such a line.
_ITEM_END: Final = compiled(
    r"[ ]*(?:[,;.)(\n]|$)|[ ](?:left|right|gauche|droite?|both|severe|de[ ]la|du|a[ ]la|au)(?![a-z])"
)
_CELL_END: Final = compiled(r"[ ]*(?:[|\t\n]|[ ]{3}|$)")
_PERSON_CELL: Final = compiled(
    r"^[ |>]*(?:@[^|\t]{0,30}|[A-Z][A-Za-z'-]*[a-z],?[ ][A-Z][A-Za-z'-]+|[A-Z]{2,}[ ][A-Z]{2,})(?=[ ]*(?:[|\t]|[ ]{3}))"
)


def is_in_persons_row(row: str, nameless: str, lower: str, end: int) -> bool:
    """Whether a term fills a cell of a row that begins with a person's name; `row` is what stands before it there."""
    return (
        _CELL.search(row) is not None
        and _CELL_END.match(lower, end) is not None
        and (_PERSON_CELL.match(row) is not None or nameless.lstrip("| >").startswith("@"))
    )


def is_in_persons_item(row: str, lower: str, end: int) -> bool:
    """Whether a term stands between commas in a line of a list that begins with a person's name."""
    return (
        row.rstrip(" ").endswith((",", ":", "(", "-"))
        and _ITEM.match(row) is not None
        and _ITEM_END.match(lower, end) is not None
    )
