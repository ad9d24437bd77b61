"""What ties a condition, a drug or care to a person: the words right before it."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

TAIL: Final = (
    r"(?:[ ](?:de[ ]type[ ][12i]+|type[ ][12i]+|(?:du|de[ ]la|de[ ]l'|des|d'|aux?|a[ ]la|of[ ]the|in[ ]the"
    r"|in[ ]my)[ ]?"
    r"(?:genoux?|hanches?|pieds?|mains?|doigts?|index|pouces?|orteils?|epaules?|chevilles?|poignets?|coudes?|bras|jambes?"
    r"|oreilles?|oe?il|yeux|pylore|talons?|rotule|menisque|ligaments?(?:[ ]croises?)?|machoire|visage"
    r"|knees?|hips?|feet|foot|hands?|fingers?|fingertips?|thumb|toes?|shoulders?|ankles?|wrists?|elbows?|arms?|legs?"
    r"|ears?|eyes?|heels?|jaw|face"
    r"|sein|seins|poumons?|prostate|colon|foie|pancreas|cerveau|peau|rein|reins|col(?:[ ]de[ ]l'uterus)?|ovaires?"
    r"|gorge|thyroide|sang|os|estomac|coe?ur|uterus|vessie|testicules?|langue|bouche|oe?sophage|intestins?|moelle"
    r"|lymphe"
    r"|uterus|bladder|testicles?|tongue|mouth|bowel|"
    r"breast|lungs?|liver|brain|skin|kidneys?|throat|bone|stomach|blood|pancreas)|post-?partum|majeure|severe"
    r"|chronique|chronic|metastatique|terminal|rhumatoide|a[ ]repetition|sereuses?|ouverte|professionnel(?:le)?|febriles?"
    r"|polykystique|recidivante?s?|recurrente?s?|refractaire|precoce|bilaterale?s?"
    r"|stade[ ][0-4i]+|stage[ ][0-4i]+))?"
)
#: What is operated on, after the name of an operation.
CARE_TAIL: Final = (
    r"(?:[ ](?:du|de[ ]la|de[ ]l'|des|d'une?|d'|aux?|a[ ]la|a[ ]l'|of[ ](?:the[ ]|my[ ]|his[ ]|her[ ]|an?[ ])?|(?:on|to|in)"
    r"[ ](?:my|his|her)[ ])[ ]?(?:genoux?|hanches?|pieds?|mains?|doigts?|index|pouces?|orteils?|epaules?|chevilles?"
    r"|poignets?|coudes?|bras|jambes?|oreilles?|oe?il|yeux|pylore|talons?|rotule|menisque|ligaments?(?:[ ]croises?)?"
    r"|machoire|visage"
    r"|knees?|hips?|feet|foot|hands?|fingers?|fingertips?|thumb|toes?|shoulders?|ankles?|wrists?|elbows?|arms?|legs?"
    r"|ears?|eyes?|heels?|jaw|face|cataractes?|retine|vesicule|hernie|canal[ ]carpien|prostate|sein|coeur|dos|colonne))?"
)
#: Where a sense is lost: "deaf in one ear".
STATE_TAIL: Final = (
    r"(?:[ ](?:in|of)[ ](?:one|both|the|my|his|her)[ ](?:left[ ]|right[ ])?(?:ears?|eyes?)"
    r"|[ ](?:d'une?[ ]|de[ ]l'|des[ ](?:deux[ ])?)(?:oreilles?|oeil|yeux)(?:[ ](?:gauche|droite?))?)?"
)
#: What kind or where it is, right before the English name of an illness.
FRONT: Final = compiled(
    r"(?<![a-z'-])(?:(?:chronic|recurrent|acute|lumbar|cervical|back|ankle|knee|wrist|shoulder|neck|hip|elbow|partial|perinatal"
    r"|post-?natal|postpartum|absence|febrile|global|stage[ ][0-9iv]+|end-stage|drug-resistant|juvenile|congenital"
    r"|pyloric)[ ])$"
)
KIN: Final = (
    r"(?:(?:petite?-|belle-|beau-|demi-|grande?-)?(?:mere|pere|fils|fille|frere|soe?ur)|mari|femme|conjointe?"
    r"|enfants?|bebe"
    r"|garcon|gars|fillette|jumeaux|jumelles|tante|oncle|cousine?|niece|neveu|maman|papa|mamie|papi|parents?|voisine?"
    r"|amie?|chum|blonde|epou(?:x|se)|colocataire|coloc|patiente?|cliente?"
    r"|(?:step|grand)?(?:mother|father|mom|dad|son|daughter)(?:[ -]in[ -]law)?|mum|husband|wife|brother|sister|child"
    r"|children|baby|kids?|boys?|girls?|twins|partner|spouse|aunt|uncle|nephew|niece|neighbou?r|roommate|parent|ex"
    r"|friend|grandma|grandpa|girlfriend|boyfriend|patient|grand-?(?:maman|papa)|memere|pepere|mimi|yiayia"
    r"|nonn[ao]|oma|opa"
    r"|gran(?:ny)?|nana|dadd?y|momm?y|mama|hubby|fiancee?|copains?|copines?|petits-enfants|bru|gendre|marraine"
    r"|parrain"
    r"|filleule?|godson|goddaughter|collegue|colleague|co-?worker|employee?|eleve|student|sisters|brothers|freres"
    r"|soeurs"
    r"|petite?[ ]dernier(?:e)?|plus[ ](?:vieux|vieille)|ainee?|cadette?|benjamine?|little[ ]one|oldest|eldest|youngest"
    r"|sons|daughters|filles|grandson|granddaughter|grandchild|grandkids|tenant|locataire|toddler|infant|teen|ado)"
)
#: A relative that needs no word for whose: "grandpa's hearing aid".
DEAREST: Final = (
    r"(?:grand-?(?:pa|ma|maman|papa)|mom|mum|mommy|dad|daddy|maman|papa|mamie|papi|memere|pepere|mamy|papy|granny"
    r"|nana|hubby)"
)
OWNER: Final = (
    rf"(?:{DEAREST}|(?:mon|ma|mes|my|sa|son|ses|his|her|notre|nos|our|leurs?|their|l'|votre|the|le|la)[ ]?"
    rf"(?:[0-9]{{1,2}}[ -](?:year|month)s?[ -]old[ ]|(?:older|younger|little|late|elderly|jeune|petite?|grande?"
    rf"|vieille|vieux|own|other|plus[ ]jeune|pauvre|poor|only|seule?|autre)[ ])?"
    rf"{KIN}(?:[ ,]{{1,2}}(?:(?:de|d'|agee?[ ]de|aged)[ ]?)?[0-9]{{1,2}}[ ](?:ans|mois|semaines|years?(?:[ ]old)?"
    rf"|months?(?:[ ]old)?),?)?(?:,?[ ]\(?(?!(?:que?|that|if|si|dit|said|says|lu|read|about|sur|pour|for"
    rf"|of)(?![a-z]))"
    rf"(?:@|[a-z-]{{2,15}})\)?){{0,3}},?|@,?(?:[ ](?:my|mon|ma)[ ]{KIN},?)?)"
    r"(?:[ ](?:qui|ki|who|that|il|elle|he|she|y|aussi|also)(?=[ ]))?"
)
FILL: Final = (
    r"(?:(?:(?:apo|pms|teva|jamp|ratio|sandoz|mylan|auro|mint|novo|ran|taro)-|one|both|severe[ ]and|most|really|vraiment"
    r"|problemes?|trouble|crises?|attaques?|attacks?|episodes?"
    r"|history[ ]of|historique|cas|cases?|case[ ]of"
    r"|signs?[ ]of|signes?|symptomes?|symptoms[ ]of|form[ ]of|touch[ ]of|bout[ ]of|kind[ ]of|legers?|double|new"
    r"|nouvelle?|nouveau|recurrent|early|late|advanced|avancee?|forte?|terrible|horrible|constant|constants"
    r"|frequent"
    r"|frequents?|frequentes|congenitale?|congenital|hereditaire|inoperable|incurable|rare|sorte|mixed|minor|major"
    r"|un|une|le|la|l'|les|des|du|de|d'|de[ ]la|de[ ]l'|a|an|the|some|my|mon|ma|mes|son|sa|ses|his|her|eu|fait|pogne"
    r"|subi|developpe|contracte|attrape|recu|ete|been|had|got|toujours|encore|deja|still|aussi"
    r"|also|just|now|actuellement|currently|beaucoup|souvent|enormement|lot|often|badly|severely|maintenant"
    r"|probablement|grave|severe|leger|legere|gros|grosse|petit"
    r"|petite|chronique|chronic|mild|bad|diagnostic|d'un|d'une|un[ ]debut|stage|type|forme|avec|with|from|for|pour"
    r"|contre"
    r"|depuis|since|comme|as|and|au[ ]travail|a[ ]la[ ]job|at[ ]work|at[ ]school|a[ ]l'ecole|[0-9]{1,4}[ ]?m?c?g|doses?"
    r"|traitements?|treatments?|pilules?|pills?|comprimes?"
    r"|medicaments?|medication)[ ]?){0,5}"
)
#: Who looks at somebody and says what it is.
_DOCTOR: Final = (
    r"(?:medecin|docteure?|doc|dentiste|ophtalmo(?:logiste|logue)?|optometriste|dermato(?:logue)?|specialiste|pediatre"
    r"|neuro(?:logue)?|cardio(?:logue)?|oncologue|chirurgien(?:ne)?|infirmiere|gyneco(?:logue)?|orl|urologue|rhumato(?:logue)?"
    r"|pneumologue|psychiatre|neuropsychologue|neuropsy|physio(?:therapeute)?|audio(?:logiste)?|doctor|gp|md|dentist"
    r"|eye[ ]doctor"
    r"|optometrist|ophthalmologist|dermatologist|specialist|p(?:a)?ediatrician|neurologist|cardiologist|oncologist|surgeon"
    r"|nurse|gyn(?:a)?ecologist|urologist|rheumatologist|psychiatrist|audiologist|hopital|hospital|urgence)"
)
#: What of somebody's shows it.
_TEST: Final = (
    r"(?:scan|irm|mri|x-?rays?|radio(?:graphie)?|echo(?:graphie)?|ultrasound|biops(?:ie|y)|prise[ ]de[ ]sang"
    r"|blood[ ]tests?|tests?|exams?|examens?)"
)
#: What is said of "i", "he", "she" and of an owner, who is looked for once: the longest part of a tie.
_GETS: Final = r"(?:just[ ](?:had|got)|gets?|(?:deals?|struggles?|lives?)[ ]with)"
_LIVES: Final = r"(?:vit[ ]avec|est[ ]aux[ ]prises[ ]avec)"
_FIGHTING: Final = r"(?:battling|fighting|(?:living|dealing|struggling)[ ]with)"
_BATTLES: Final = rf"(?:(?:is|was|has[ ]been)[ ]{_FIGHTING}|is[ ]having)"
HAS: Final = compiled(
    rf"(?<![a-z'])(?:both(?:[ ](?:of[ ](?:them|us)|(?:my[ ]|the[ ]|our[ ])?(?:[a-z]+[ ])?{KIN}))?[ ]ha(?:ve|d)"
    rf"|(?:les|tous|toutes)[ ](?:les[ ])?deux[ ](?:ont|font|avaient)"
    rf"|(?:(?:mon|ma|le|la|l'|my|the|his|her|son|sa|une?|an?)[ ]?{_DOCTOR}|(?:mon|ma|mes|my|his|her|son|sa"
    rf"|ses)[ ](?:[a-z]+[ ])?{_TEST})[ ](?:(?:m'|lui[ ]|nous[ ])?(?:a|ont|avait)[ ](?:trouve|vu|decele"
    rf"|detecte|decouvert|diagnostique|confirme)|(?:found|saw|detected|diagnosed|confirmed|suspects|showed?|discovered))"
    rf"|(?:i|we|he|she)[ ](?:came[ ]down|ended[ ]up)[ ]with|(?:est|suis)[ ](?:pognee?|prise?|aux[ ]prises)[ ]avec"
    rf"|(?:me|se)[ ]ramasse[ ]avec"
    rf"|j'ai|jai|j[ ]ai|j'avais|(?:il|elle|qui)[ ](?:a|avait|fait|faisait)|i[ ]have|i've|(?:nous[ ]avons"
    rf"|on[ ]a)[ ](?:tous?[ ]|toutes[ ])?les[ ]deux"
    rf"|(?:we|they)[ ](?:both|all)[ ]have|(?:he|she|we|they|@)'s[ ]got|(?:me[ ]suis|s'est)[ ](?:fait|casse|foule"
    rf"|tordu|dechire)|i[ ]had|i[ ]got|(?:he|she)[ ](?:has|had)|we[ ]have"
    rf"|{OWNER}[ ](?:a|avait|ont|has|had|have|fait|faisait|developed|caught|vivent[ ]avec|est[ ]nee?[ ]avec"
    rf"|{_GETS}|{_LIVES}|{_BATTLES}|(?:came[ ]down|ended[ ]up)[ ]with|broke[ ]out[ ]in|combat|fights|battles)"
    rf"|(?:viens|vient)[ ](?:d'avoir|de[ ](?:faire|avoir))|(?:i|he|she)[ ]{_GETS}|(?:il|elle)[ ]{_LIVES}"
    rf"|(?:he|she)[ ]{_BATTLES}"
    r"|(?:en[ ]arret|en[ ]conge|off[ ]work|on[ ](?:sick[ ])?leave)(?:[ ]de[ ](?:travail|maladie))?"
    r"[ ](?:pour|a[ ]cause[ ]d[eu']|for|with|because[ ]of)"
    r"|(?:was|is)[ ]born[ ]with|accouchee?|(?:suis|est|i'm|i[ ]am|is)[ ](?:rendue?[ ])?(?:a|at"
    r"|en)[ ][0-9]{1,2}[ ](?:semaines|mois|weeks)"
    r"[ ](?:de|of)|(?:je[ ]|j')(?:vis[ ]avec|habite[ ]avec|fais|combats|attrape|endure|traine)|(?:i|he|she"
    r"|we)[ ](?:(?:also|still|already|now|both|actually|recently|do|does)[ ])?(?:have|has|had|caught|developed|contracted"
    r"|broke[ ]out[ ]in|lives?[ ]with)|(?:on[ ]m'a|ils[ ]m'ont"
    r"|on[ ]lui[ ]a|m'a[ ]ete|they|doctors?)[ ](?:trouve|decele|detecte|decouvert|found)|(?:je|il|elle)[ ](?:a"
    r"|as)|i[ ](?:live|am[ ]living)[ ]with"
    r"|(?:et|and)[ ](?:a|has|had)|(?<![0-9])[0-9]{1,3}(?:[ ](?:ans|years?[ ]old|yo))?,[ ](?:(?:et|and)[ ])?(?:a|has|had|fait)"
    r"|(?:vient|viennent)[ ]de[ ](?:me|lui|nous)[ ](?:trouver|decouvrir|diagnostiquer|detecter|deceler)"
    r"|je[ ]suis[ ]aux[ ]prises[ ]avec|(?:in[ ]bed|au[ ]lit)[ ](?:with|avec)"
    rf"|(?:i'm|i[ ]am|i[ ]was|i've[ ]been|i[ ]have[ ]been|he's|she's)[ ]{_FIGHTING}|(?:i'm|i[ ]am|he's|she's)[ ]having"
    r"|[a-z]+[ ](?!y[ ]a[ ])[a-z]+[ ](?:a[ ](?:un|une|le|la|du|eu)|has))[ ]" + FILL + "$"
)
SUFFERS: Final = compiled(
    r"(?<![a-z])(?:souffr(?:e|ait|ant|ais)|vue?|seen|presente|presents?[ ]with|underwent|retenue?|clouee?|laid[ ]up"
    r"|atteinte?|diagnosti(?:quee?|que|c|quer)|diagnosed|suffer(?:s|ing|ed)?"
    r"|guerie?|traitee?|treated|soignee?|operee?|operated|suivie?|hospitalisee?|hospitalized"
    r"|decedee?|morte?|died|passed(?:[ ]away)?|dying|mourir|recovering|remise?|(?:me|se)[ ]remets?|me[ ]bats|survivante?"
    r"|survivor|beaten|sick|malade"
    r"|test(?:e|ee"
    r"|ed)(?:[ ]positi(?:f|ve))?|positi(?:f|ve)|followed|pleine?|crippled|treat(?:s|ing)?[ ](?:me|him|her)|admise?|admitted"
    r"|nee?[ ]avec|born[ ]with)[ ]"
    r"(?:(?:en|in|au|aux|chez|at|by|par|a[ ]l'|to)[ ]?[a-z'-]{3,18}(?:[ ][a-z'-]{3,18})?[ ]"
    r"(?=pour|for|with|avec|a[ ]cause|because|d'))?"
    r"(?:(?:of|on|to|a|au|dans|d'|par)[ ]?)?" + FILL + "$"
)
OWN: Final = compiled(
    r"(?<![a-z'])(?:mon|ma|mes|my|(?:a[ ]cause[ ]de[ ])(?:son|sa)|because[ ]of[ ](?:his|her)|son|sa|ses|his"
    r"|her)[ ](?:propre[ ]|own[ ]|gros[ ]|grosse[ ]|severe[ ]|chronic[ ]|propre[ ]|old[ ]|vieux[ ]|vieille[ ]"
    r"|maudite?s?[ ]|new[ ]|nouveau[ ]|nouvelle[ ]|daily[ ]|monthly[ ]|generic[ ]|prescription[ ](?:de|for|of)[ ]"
    r"|ordonnance[ ](?:de|pour|d')[ ]?"
    r"|(?:traitements?|medicaments?|treatment|recus?|receipts?|bottles?|bouteilles?|boites?|box(?:es)?|machine|capteurs?"
    r"|sensors?|claims?|refunds?|reimbursements?|bills?|invoices?|factures?|reclamations?|remboursements?|appointments?"
    r"|rendez-vous|medication|pilules?|seances?|doses?|medicines?|meds?|pills?|drugs?"
    r"|inhalers?|puffers?|pompes?|creme|sirop|tablets?|patch(?:es)?|shots?|injections?|piqures?|prescription"
    r"|ordonnance|diagnostic|diagnosis|crises?)[ ](?:(?:de|d'|contre|of|pour"
    r"|for)[ ]?(?:(?:le|la|mon|ma|my)[ ]|l')?)?)?$"
)
#: The same before an English name of an illness that begins with what kind it is: "cluster headache".
MODIFIERS: Final = (
    r"(?P<kind>(?<![a-z-])(?:(?!(?:and|but|for|not|the|with|about|covers?|have|has|had|of|in|to|my|your|no|is|are|question"
    r"|que|sur|on"
    r"|une?|le|la|les|des)[ ])[a-z][a-z'-]{2,16}[ ]){1,2})$"
)
MODIFIED: Final = tuple(compiled(tie.pattern[:-1] + MODIFIERS) for tie in (HAS, SUFFERS, OWN))
TAKES: Final = compiled(
    r"(?<![a-z])(?:je[ ]prend[s]?|(?:i'm|i[ ]am|he's|she's|is)[ ]getting|(?:j'ai|a|ont)[ ]pris|and[ ](?:on|gets|uses"
    r"|receives|needs)|(?:he|she|i)[ ](?:gets?|receives?)|et[ ](?:recoit|utilise)|(?:dois|doit|devais|devait|peux"
    r"|peut)[ ]prendre|(?:must"
    r"|have[ ]to|has[ ]to"
    r"|need[ ]to|needs[ ]to)[ ]take"
    r"|(?:and|et)[ ](?:take|prends?)|(?:i[ ]have|i've|he[ ]has|she[ ]has|has)[ ]been[ ]on|il[ ]prend|elle[ ]prend"
    r"|prenais|prenait|i[ ]take|i[ ]took|i'm[ ]taking"
    rf"|{OWNER}[ ](?:prend|prenait|prennent|gets?|receives?|recoit|injects?|s'injecte|takes?|took|uses?|is[ ]on|was[ ]on"
    rf"|needs?|a[ ]besoin|used"
    rf"|utilise)|(?:i[ ]am"
    r"|i'm|he[ ]is|she[ ]is)[ ]on|(?:put|started|keeps?)[ ](?:me|him|her|{OWNER})[ ]on|(?:suis|est|etait"
    r"|sera)[ ](?:(?:rendue?|encore|toujours|maintenant|aussi)"
    rf"[ ])?(?:sur|sous)|(?:clean|sober)[ ](?:off|from|on)|(?:he's|she's)[ ]on|l'ont[ ]mise?[ ](?:sur|sous|au)"
    rf"|(?:mise?)[ ](?:sous|sur|au)|taking|takes"
    r"|sous|prescri(?:te?|s|re|bed|vait)|m'a[ ]donne|gave[ ](?:me|him|her)|renouvel(?:er"
    r"|le)[ ](?:mon|ma|mes)|refill[ ]my|dose[ ]de|consomme|(?:i|he|she)[ ](?:needs?|use|uses|inject|injects"
    r"|rely[ ]on|relies[ ]on|depends?[ ]on|quit|stopped)|j'ai[ ]besoin|(?:il|elle)[ ]a[ ]besoin"
    r"|(?:i|he|she|i've)[ ](?:quit|stopped)[ ]smoking[ ](?:with|on)|(?:j'ai|a)[ ](?:cesse"
    r"|arrete)[ ]de[ ]fumer[ ](?:avec|grace[ ]au)"
    r"|(?:treated|traitee?|soignee?|soulagee?|controlee?|controlled|managed|stabilisee?|stable)[ ](?:(?:for|pour"
    r"|contre)[ ](?:[a-z'-]+[ ]){1,4})?(?:with|by|avec|par|on|sous|au|a[ ]la)"
    r"|(?:no[ ]longer|still)[ ](?:needs?|takes?|uses?)|(?:switched|changed|moved|passee?|changee?)[ ](?:me[ ]"
    r"|him[ ]|her[ ])?(?:to|from|a|au|de|sur)"
    r"|(?:gives?|giving|gave|refused?|deny|denied|sold|sell|charged?|cut)[ ](?:me|him|her|us)(?:[ ]for)?|(?:me"
    r"|m'a|m'ont|lui|nous|m'avez)[ ](?:a[ ]|ont[ ])?(?:refusee?|donne|vendu|charge|remplace|enleve|coupe|change"
    r"|redonne|rembourse)"
    rf"|(?:je|j')[ ]?(?:utilise|m'injecte|me[ ]pique[ ](?:a|au"
    rf"|avec))|commence|arrete|started|stopped|reaction[ ](?:au|a|to)"
    r"|allergi(?:que|c)[ ](?:au|a|to))[ ](?:d[eu][ ])?" + FILL + "$"
)
_UNDERGOING: Final = r"(?:getting|receiving|having|undergoing|doing|wearing|using)"
_STARTS: Final = r"(?:no[ ]longer[ ]|still[ ])?(?:needs?|gets?|does|starts?|started|began|finished|completed)"
_BEGINS: Final = r"(?:fait|faisait|commence|termine|a[ ]besoin)"
UNDERWENT: Final = compiled(
    rf"(?<![a-z])(?:j'ai(?:[ ](?:eu|subi|fait|passe|recu|besoin))?|je[ ](?:suis|recois|fais|dois|vais|attends)"
    rf"|en[ ]attente|(?:je[ ]sors|sortie?|just[ ]out|fresh[ ]out)(?:[ ]of)?|(?:m'a|m'ont|lui[ ]a|lui[ ]ont)[ ](?:pose"
    rf"|installe|fait|greffe|passe)|(?:nous[ ]sommes|on[ ]est|suis)[ ]en|(?:and|et)[ ](?:uses|wears|needs|porte|utilise)"
    rf"|suivie?|operer|operee?|accouchee?[ ]par|birth[ ](?:by|via|through)|i[ ](?:do|use|wear)|(?:j'"
    rf"|je[ ])(?:utilise|porte)|je[ ]me[ ]fais|doing|fait"
    rf"|attends|subir|passer|avoir|recevoir|(?:me|se|doit|dois)[ ](?:fais|fait|faire|suis[ ]fait|est[ ]fait)"
    rf"|i[ ](?:had|have|am|need|got"
    rf"|underwent|went|will)|waiting|scheduled|booked"
    rf"|rendez-vous|appointment|after|apres|for[ ]his|for[ ]her|(?:il|elle)[ ](?:recoit|subit|suit|attend)"
    rf"|(?:i'm|i[ ](?:am|was)|i've[ ]been|i[ ]have[ ]been|we[ ]were|he's|she's|(?:he|she)[ ](?:is|was))[ ]{_UNDERGOING}"
    rf"|(?:j'avais|je[ ](?:faisais|recevais|suivais|portais|traine)|(?:il|elle)[ ](?:a|avait|faisait|recevait|suivait|traine))"
    rf"|(?:he|she)[ ](?:has|had|wears|uses|carries|gets)|i[ ]carry|(?:and|i'm)[ ]on|walks?[ ]with|marche(?:nt)?[ ]avec"
    rf"|(?:il|elle)[ ](?:est|etait)[ ]en"
    rf"|(?:i|he|she)[ ]{_STARTS}|recovering|(?:me|se|te)[ ]remets?|remise?|convalescence|off[ ]work|(?:il|elle)[ ]{_BEGINS}"
    rf"|(?:il|elle)[ ](?:doit|devra|porte|utilise)|going[ ]through|en[ ]processus|(?:je[ ]dors|i[ ]sleep)[ ](?:with|avec)"
    rf"|{OWNER}[ ](?:{_BEGINS}|{_STARTS}|is[ ]{_UNDERGOING}|recoit|subit|suit|a[ ](?:eu|subi|fait|recu)|doit|devra|attend"
    rf"|must|will|has|had|porte|wears|uses|traine|carries|gets|got|(?:est|etait)[ ]en))"
    r"[ ](?:(?:d'|de|pour|du|for|having|have|avoir|subir|faire|passer|recevoir|get|through|undergo|mon|ma|mes|my"
    r"|her|his|son|sa|ses"
    r"|un|une|a|an|la|le|l'|des|the|en|in|to|on|prochaine?|upcoming|had|from|since|depuis|d'une?|double|total"
    r"|totale|second|deuxieme|commencer|debuter|entreprendre|recommencer|start|begin|restart|be|new|nouveau|nouvelle"
    r"|autre)[ ]?){0,4}$"
)
IS: Final = compiled(
    rf"(?<![a-z])(?:je[ ]suis|j'etais|chui|(?:nous[ ]sommes|on[ ]est|we[ ]are|we're|ils[ ]sont|they[ ]are"
    rf"|they're)[ ](?:tous|toutes|both|all|les[ ]deux)|moi[ ]qui[ ](?:est|suis)|(?:me|se)[ ]deplace|i[ ](?:became|become|went)"
    r"|i've[ ](?:gone|become|been)|j'ai[ ]ete|(?:il|elle)[ ]a[ ]ete"
    rf"|(?:je[ ]suis|est)[ ]devenue?|il[ ]est|elle[ ]est|est[ ]nee?|i[ ]am|i'm|i[ ]was|(?:he|she)[ ](?:is|was)"
    rf"|(?:he|she)'s|{OWNER}[ ](?:est(?:[ ]devenue?)?|etait|is|was|are|were|sont|ait|became|went|has[ ](?:gone"
    rf"|become)|a[ ]ete))[ ](?:(?:une?|an?|aussi|encore|toujours"
    rf"|maintenant|tres|presentement"
    rf"|actuellement|born|nee?|also|still|now|very|legally|currently|severely|de[ ][0-9]+[ ]mois|[0-9]+[ ](?:months"
    rf"|weeks))[ ]){{0,2}}$"
)
#: What was or will be done to somebody.
TREATED: Final = compiled(
    rf"(?<![a-z'])(?:(?:je[ ](?:suis|vais[ ]etre|dois[ ]etre|serai)|j'ai[ ]ete|(?:il|elle)[ ](?:va|doit)[ ]etre"
    rf"|j'etais"
    rf"|(?:il|elle)[ ]a[ ]ete|{OWNER}[ ](?:a[ ]ete|va[ ]etre|doit[ ]etre|sera))[ ])$"
)
#: Who treats a person says what for: "my son sees a psychiatrist".
SEES: Final = compiled(
    rf"(?<![a-z'])(?:je[ ](?:vois|consulte)|(?:dois|doit)[ ](?:voir|consulter)|(?:need|needs|have|has)[ ]to[ ]see"
    rf"|suivie?[ ](?:par|en)|(?:il|elle)[ ](?:voit|consulte)"
    rf"|i[ ](?:see|am[ ]seeing)|i'm[ ]seeing|(?:he|she)[ ](?:sees|is[ ]seeing)"
    rf"|{OWNER}[ ](?:voit|consulte|sees|is[ ]seeing)|(?:followed"
    rf"|treated)[ ](?:by|in)"
    r"|hospitalisee?[ ]en|hospitali[sz]ed[ ]in|admise?[ ]en|admitted[ ]to)"
    r"[ ](?:(?:une?|an?|mon|ma|my|his|her|son|sa|le|la|the)[ ])?$"
)
#: What was taken out of somebody.
REMOVED: Final = compiled(
    r"(?<![a-z'])(?:(?:m'a|ma|m'ont|lui[ ]a|lui[ ]ont|me[ ]suis[ ]fait|s'est[ ]fait|me[ ]faire|se[ ]faire"
    r"|va[ ]m')[ ]?"
    r"(?:enlevee?|enlever|retiree?|retirer|opere|ote)[ ](?:(?:un|une|le|la|les|mon|ma|mes|sa|son)[ ]|l')"
    r"|(?:removed|remove|took[ ]out|takes?[ ]out|lost|perdu)[ ](?:my|his|her|mon|ma)[ ](?:left[ ]|right[ ])?)$"
)
#: A form's label before a diagnosis or a drug, at the beginning of a line or a cell.
LABEL: Final = compiled(
    r"(?:^|[\n\t|;(/,]|[.][ ])[ >*-]{0,4}(?:[0-9]{1,2}[.)][ ]{0,2})?(?:(?:nature[ ]de[ ]la[ ])?maladies?|handicaps?"
    r"|findings?|impression|(?:resultats?|results?)(?:[ ](?:de|du|of)[ ][a-z' ]{2,20})?|(?:nature[ ](?:of[ ](?:the[ ])?"
    r"|de[ ](?:la[ ]|l')))?"
    r"(?:blessures?|lesions?|injur(?:y|ies)|accident)|particularites?(?:[ ][a-z' ]{2,20})?|limitations?(?:[ ]fonctionnelles?)?"
    r"|mesures?(?:[ ]d'adaptation|[ ]d'aide|[ ]adaptatives?)?(?:[ ]demandees?|[ ]requises?)?"
    r"|accom+odations?(?:[ ](?:requested|needed|for))?"
    r"|soins?(?:[ ](?:recus?|requis|donnes?))?|(?:services?|care)[ ](?:recus?|rendus?|demandes?|received|requested)"
    r"|aides?[ ]techniques?|appareils?|(?:medical[ ])?(?:equipments?|devices?|aids?)|chirurgies?(?:[ ](?:prevues?|subies?))?"
    r"|surger(?:y|ies)|operations?|(?:procedures?|interventions?|examens?|tests?|exams?)(?:[ ](?:demandes?|prevue?s?"
    r"|requested|ordered|medica(?:l|ux)[a-z' ]{0,20}))?"
    r"|plan[ ]d'intervention|iep"
    r"|absen(?:ce|te?)(?:[ ][a-z0-9' ]{1,24})?|comorbidit(?:e|y|es|ies)"
    r"|disabilit(?:y|ies)|deficiences?|sante|health|(?:motif|raison)[ ](?:medicale?|de[ ]l'absence|d'absence"
    r"|de[ ]l'arret|de[ ]consultation)|medical[ ]reason|(?:raison|motif|reason|probleme?|problem)(?:[ ](?:de|d'|du|for"
    r"|of)[ ]?[a-z' ]{2,24})?|reason[ ]for[ ](?:absence|leave)|besoins?(?:[ ]particuliers)?|needs?"
    r"|special[ ]needs|symptomes?|symptoms?|etat[ ]de[ ]sante|problemes?[ ](?:de[ ]sante|medica(?:l|ux))"
    r"|medical[ ](?:problems?|issues?|needs?|info)|illnesses|maux|diagnosti(?:cs?|que)|diagnos[ei]s|dx"
    r"|conditions?(?:[ ](?:medicales?|de[ ]sante))?"
    r"|maladie|illness|disease"
    r"|probleme[ ]de[ ]sante|antecedents?(?:[ ]medicaux)?|medical[ ](?:history|conditions?)|health[ ](?:condition"
    r"|problem|issue)s?|allergies?"
    r"|raison[ ]de[ ](?:la[ ])?consultation|reason[ ]for[ ](?:visit|consultation)"
    r"|(?:liste[ ]des[ ]|current[ ]|nom[ ]du[ ])?med(?:icament|ication)s?"
    r"(?:[ ](?:actuels?|pris|prescrits?|prescribed|taken|name))?|meds|rx"
    r"|prescriptions?|ordonnances?|traitements?(?:[ ](?:actuels?|en[ ]cours))?|treatments?|drugs?(?:[ ]name)?)"
    r"(?:[ ]?\([^()\n]{2,30}\))?[ ]{0,2}(?:[:=\t|]|[ ]-[ ]|\n|[.]{2,60}:?|_{2,40})[ \n]{0,3}(?:(?:[-*+.]"
    r"|[0-9][.)])[ ]{0,2})?(?:(?:le"
    r"|la|les|du|de[ ]la)[ ]|l')?$"
)
LABEL_MODIFIED: Final = compiled(LABEL.pattern[:-1] + MODIFIERS)
GENERAL: Final = compiled(
    r"(?<![a-z])(?:personnes?|patiente?s"
    r"|(?:le|la|un|une|tout|toute|chaque|du|au|d'un|d'une|the|an?|each|every|any)[ ]patiente?(?!,?[ ]@)|gens"
    r"|people|those|individuals|enfants[ ]qui|aines|adultes|femmes|hommes|ceux"
    r"|celles|quiconque|toute[ ]personne|someone|anyone|si[ ]vous|if[ ]you|vous[ ](?:etes|avez|souffrez)|you[ ](?:are"
    r"|have|suffer)"
    r"|(?:une?|an?)[ ](?:mere|pere|parent|mother|father|person|applicant|demandeur)[ ](?:dont|whose|who|qui)"
    r"|tout[ ]le[ ]monde|everybody|everyone|nobody|no[ ]one|n'importe[ ]qui|quelqu'un|somebody|anybody|chacun"
    r"|la[ ]plupart"
    r"|(?:most|many|half|some|all)[ ](?:of|people(?:[ ]my[ ]age)?)|(?:beaucoup|bien|plein)[ ]de[ ](?:gens|monde"
    r"|personnes)|quand[ ]on|lorsqu'on|si[ ]on|when[ ]you|(?:you'll|you[ ]will|going[ ]to)[ ]give|(?:mon|ma|my"
    r"|notre|our|le|the|un|a)[ ](?:chien(?:ne)?|chat(?:te)?|dog|cat|cheval|horse|pet)|(?:les|des)[ ]enfants"
    r"|children[ ](?:who"
    r"|with)|women|men|seniors|one[ ]in"
    r"|affiches?|posters?|depliants?|brochures?|pamphlets?|publicites?|campagnes?|campaigns?|articles?|chapters?"
    r"|chapitres?"
    r"|fondations?|foundations?|associations?|societe|society|recherches?|research|stud(?:y|ies)|etudes?|(?:un|le"
    r"|mon|du)[ ]cours"
    r"|courses?"
    r"|conferences?|ateliers?|workshops?|formations?|training|hotline|centres?|centers?|quebecois|canadians|citoyens"
    r"|population|on[ ](?:peut|doit)|loi|act|animaux|animals|webinar|webinaire|documentaire|documentary|films?"
    r"|programme|program|page|site|information|renseignements|clinique|depistage|screening|vaccin|vaccine|soins"
    r"|services?|departement|department|ward|unite)(?![a-z])"
    r"(?:(?!(?<![a-z])(?:je|j'[ae][a-z]*|jai|i|i'm|i've|my|mon|ma|mes|@)(?![a-z]))[^.!?\n]){0,40}$"
)
