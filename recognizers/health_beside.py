"""More that ties a term to a person: why, what for and of whom it is said, in its sentence or the one before."""

from __future__ import annotations

from typing import Final

from recognizers.health_owners import DEAREST, KIN, OWNER
from recognizers.health_phrase import FILL
from recognizers.patterns import compiled

#: Whoever has to do with illnesses by trade.
_CARER: Final = (
    r"(?:nurse|doctor|physician|teacher|therapist|counsell?or|social|worker|coach|researcher|pharmacist|psychologist|specialist"
    r"|caregiver|volunteer|infirmi|medecin|enseignant|educat|intervenant|psycho|pharmacien|chercheu|benevole|aidant|prepose"
    r"|student"
    r"|etudiant|lawyer|avocat|journalist)"
)
_DET: Final = r"(?:mon|ma|mes|my|notre|nos|our|sa|son|ses|his|her)"
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
    r"|(?:can't|cannot|(?:ne[ ])?(?:peux|peut)[ ](?:pas|plus))[ ](?:work|walk|travel|talk|speak|swallow|eat|see|stand|sleep"
    r"|drive|bend"
    r"|travailler|marcher|parler|avaler|manger|voir|dormir|conduire|(?:me|se)[ ]deplacer)"
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
    r"|(?:^|\n)[ >*-]*(?:wife|husband|kid|son|daughter|baby|brother|sister|partner|spouse)'s[ ](?:[a-z-]+[ ])?$"
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
#: Whose, before a state and the word for whom (`health_after.WHOM`): "my autistic son".
WHOSE: Final = compiled(r"(?<![a-z'])(?:mon|ma|mes|my)[ ](?:[0-9]{1,2}[ -]years?[ -]old[ ]|[a-z]+[ ])?$")
#: The beginning of a sentence without its subject: "got tonsillitis i think", "diabétique depuis 20 ans".
BARE: Final = compiled(
    r"(?:^|[.,;/|])[ >*-]*(?:moi,?|me)[ ](?:(?:avoir|have|got|a|une?|an?)[ ]){0,2}$"
    rf"|(?:^|[/|])[ >*-]*(?:(?:and|also|et|but|mais|anyway|hi|hello|bonjour|hey|allo)[ ,]+)?(?:got|had|have|having"
    rf"|been[ ]having|been[ ]in[ ]bed[ ]with|caught|diagnosis|condition|dx|suffering[ ]from|diagnosed[ ]with"
    rf"|ayant|fai[ts](?=[ ](?:d[eu]|des|une?)[ ])|(?:a|avait)(?=[ ](?:deja|eu|fait|recu|subi)[ ])|has"
    rf"|ai|suis[ ]atteinte?[ ]d[e']|souffre[ ]d[eu']|atteinte?[ ]d[eu'])[ ]?{FILL}$"
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
