"""What belongs to the name of an illness or of care: what leads to it, its kind, and the part of the body behind it."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: What stands between a tie and a term: an article, how many, how bad, how much.
FILL: Final = (
    r"(?:(?:[0-9]{1,2}[ ]|(?:tellement|tant|trop|si|tres|so|quatre|cinq|sept|huit|plusieurs|four|five|six|seven|eight"
    r"|several|multiple|many)[ ]|(?:apo"
    r"|pms|teva|jamp|ratio|sandoz|mylan|auro|mint|novo|ran|taro)-|one|both|severe[ ]and|most|really|vraiment"
    r"|problemes?|trouble|crises?|attaques?|attacks?|episodes?"
    r"|history[ ]of|historique|cas|cases?|case[ ]of"
    r"|signs?[ ]of|signes?|symptomes?|symptoms[ ]of|form[ ]of|touch[ ]of|bout[ ]of|kind[ ]of|legers?|double|new"
    r"|nouvelle?|nouveau|recurrent|early|late|advanced|avancee?|forte?|terrible|horrible|constant|constants"
    r"|frequent"
    r"|frequents?|frequentes|congenitale?|congenital|hereditaire|inoperable|incurable|rare|sorte|mixed|minor|major"
    r"|un|une|le|la|l'|les|des|du|de|d'|de[ ]la|de[ ]l'|a|an|the|some|my|mon|ma|mes|son|sa|ses|his|her|eu|fait|pogne|deux"
    r"|trois|two"
    r"|subi|developpe|contracte|attrape|recu|ete|been|had|got|toujours|encore|deja|still|aussi"
    r"|also|just|now|actuellement|currently|beaucoup|souvent|enormement|lot|often|badly|severely|maintenant"
    r"|probablement|grave|severe|leger|legere|gros|grosse|petit"
    r"|petite|chronique|chronic|mild|bad|diagnostic|d'un|d'une|un[ ]debut|stage|type|forme|avec|with|from|for|pour"
    r"|contre"
    r"|depuis|since|comme|as|and|au[ ]travail|a[ ]la[ ]job|at[ ]work|at[ ]school|a[ ]l'ecole|[0-9]{1,4}[ ]?m?c?g|doses?"
    r"|traitements?|treatments?|pilules?|pills?|comprimes?"
    r"|medicaments?|medication)[ ]?){0,5}"
)
#: What kind, how bad or where it is, right before the English name of an illness, an aid or care: "moderate plaque".
FRONT: Final = compiled(
    r"(?<![a-z'-])(?:(?:(?:early|late|adult|new|sudden|childhood|recent)-onset|(?:above|below|through)-(?:the-)?(?:knee|elbow)"
    r"|severe|moderate(?:[ ]to[ ]severe|ly[ ]severe)?|persistent|advanced|aggressive|refractory|relapsing|progressive|metastatic"
    r"|plaque|wet|dry|large|small|multiple|bilateral|unilateral|ruptured|fractured|broken|dislocated|shattered|cracked|torn"
    r"|suspected|confirmed|laparoscopic|arthroscopic|robotic|emergency|elective|external|internal|abdominal|cerebral|pulmonary"
    r"|renal|cardiac|hepatic|ovarian|uterine|profound|complete|total|primary|secondary|invasive|inflammatory|idiopathic"
    r"|generali[sz]ed|systemic|major|minor|type[ ][0-9iv]+|uncontrolled|brittle|treatment-resistant|untreated|suspicious"
    r"|chronic|recurrent|acute|lumbar|cervical|back|ankle|knee|wrist|shoulder|neck|hip|elbow|partial|perinatal"
    r"|post-?natal|postpartum|absence|febrile|global|stage[ ][0-9iv]+|end-stage|drug-resistant|juvenile|congenital|left|right"
    r"|mild"
    r"|pyloric)[ ]){1,3}$"
)
#: What kind an illness is, at the beginning of its English name: "cluster headache".
MODIFIERS: Final = (
    r"(?P<kind>(?<![a-z-])(?:(?!(?:and|but|for|not|the|with|about|covers?|have|has|had|of|in|to|my|your|no|is|are|question"
    r"|que|sur|on"
    r"|une?|le|la|les|des)[ ])[a-z][a-z'-]{2,16}[ ]){1,2})$"
)
#: What kind an illness is, after its French name: "surdité neurosensorielle bilatérale".
_KINDS: Final = (
    r"(?:[ ](?:neurosensorielle?s?|sensorielle|bilaterale?s?|unilaterale?s?|profonde?s?|severes?|moderee?s?|legere?s?|avancee?s?"
    r"|majeure?s?|aigue?s?|chroniques?|precoces?|tardi(?:f|ve)s?|recidivante?s?|recurrente?s?|refractaires?|resistante?s?"
    r"|persistante?s?|progressi(?:f|ve)s?|metastatiques?|inflammatoires?|idiopathiques?|congenitale?s?|hereditaires?|familiale?s?"
    r"|juveniles?|generalisee?s?|systemiques?|erythemateux|rhumatoides?|psoriasiques?|en[ ]plaques?|cycliques?|humides?"
    r"|exsudatives?|seche|lombaires?|cervicale?s?|thoraciques?|dorsale?s?|renale?s?|hepatiques?|cardiaques?|pulmonaires?"
    r"|cerebrale?s?|abdominale?s?|mammaires?|ovarienn?e?s?|ischemiques?|hemorragiques?|ouverte?s?|non[ ]controlee?s?"
    r"|insulino-?dependante?s?|cranienn?e?s?|maligne?s?|osseuses?|inguinale?s?|hiatale?s?|veineu(?:x|se)s?|arterielle?s?|variqueu(?:x|se)s?)){0,3}"
)
#: Which type or stage it is, or where, after the name of an illness.
TAIL: Final = _KINDS + (
    r"(?:[ ](?:de[ ]type[ ][12i]+|type[ ][12i]+|(?:du|de[ ]la|de[ ]l'|des|d'|aux?|a[ ]la|of[ ]the|in[ ](?:the"
    r"|my|his|her|both|one))[ ]?"
    r"(?:genoux?|hanches?|pieds?|mains?|doigts?|index|pouces?|orteils?|epaules?|chevilles?|poignets?|coudes?|bras|jambes?"
    r"|oreilles?|oe?il|yeux|pylore|talons?|rotule|menisque|ligaments?(?:[ ]croises?)?|machoire|visage"
    r"|knees?|hips?|feet|foot|hands?|fingers?|fingertips?|thumb|toes?|shoulders?|ankles?|wrists?|elbows?|arms?|legs?"
    r"|ears?|eyes?|heels?|jaw|face"
    r"|sein|seins|poumons?|prostate|colon|foie|pancreas|cerveau|peau|rein|reins|col(?:[ ]de[ ]l'uterus)?|ovaires?"
    r"|gorge|thyroide|sang|os|estomac|coe?ur|uterus|vessie|testicules?|langue|bouche|oe?sophage|intestins?|moelle"
    r"|lymphe"
    r"|uterus|bladder|testicles?|tongue|mouth|bowel|"
    r"breast|lungs?|liver|brain|skin|kidneys?|throat|bone|stomach|blood|pancreas)|post-?partum|majeure|severe"
    r"|chronique|chronic|congenitale?s?|hypertrophique|metastatique|terminal|rhumatoide|a[ ]repetition|sereuses?|ouverte"
    r"|professionnel(?:le)?|febriles?"
    r"|polykystique|recidivante?s?|recurrente?s?|refractaire|precoce|bilaterale?s?"
    r"|stade[ ][0-4iv]+[ab]?|stage[ ][0-4iv]+[ab]?)){0,2}"
)
#: What is operated on, after the name of an operation.
CARE_TAIL: Final = (
    r"(?:[ ](?:du|de[ ]la|de[ ]l'|des|d'une?|d'|aux?|a[ ]la|a[ ]l'|pour[ ](?:le[ ]|la[ ]|l'|les[ ]|une?[ ]|des[ ])?|de"
    r"|of[ ](?:the[ ]|my[ ]|his[ ]|her[ ]|an?[ ])?|(?:on|to|in)"
    r"[ ](?:my|his|her)[ ])[ ]?(?:genoux?|hanches?|pieds?|mains?|doigts?|index|pouces?|orteils?|epaules?|chevilles?"
    r"|poignets?|coudes?|bras|jambes?|oreilles?|oe?il|yeux|pylore|talons?|rotule|menisque|ligaments?(?:[ ]croises?)?"
    r"|machoire|visage"
    r"|knees?|hips?|feet|foot|hands?|fingers?|fingertips?|thumb|toes?|shoulders?|ankles?|wrists?|elbows?|arms?|legs?"
    r"|ears?|eyes?|heels?|jaw|face|cataractes?|retine|vesicule|hernie|canal[ ]carpien|prostate|seins?|coe?ur|dos|colonne"
    r"|amygdales?|vegetations|adenoides|paupieres?|varices"
    r"|hemorroides?|cerveau|poumons?|reins?|foie|thyroide|uterus|vessie|ovaires?|colon|intestins?|ventre|nez|sinus|gencives?"
    r"|langue|gorge|tympans?|strabisme|obesite|(?:cancer|tumeur)s?(?:[ ](?:du|de[ ]la|de[ ]l'|des|aux?"
    r"|of[ ]the)[ ]?[a-z]{3,12})?|mohs|tumeur|anevrisme|tonsils|prostate|gallbladder|heart|back|spine))?"
)
#: Where a sense is lost: "deaf in one ear".
STATE_TAIL: Final = (
    r"(?:[ ](?:in|of)[ ](?:one|both|the|my|his|her)[ ](?:left[ ]|right[ ])?(?:ears?|eyes?)"
    r"|[ ](?:d'une?[ ]|de[ ]l'|des[ ](?:deux[ ])?)(?:oreilles?|oeil|yeux)(?:[ ](?:gauche|droite?))?"
    r"|[ ](?:de[ ])?(?:[0-9]{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf)[ ](?:mois|semaines)(?:[ ]et[ ]demie?)?)?"
)
