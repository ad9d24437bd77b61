"""Whose an illness, a drug or care may be: relatives, and anybody in particular."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: Relatives, and who else somebody writes for.
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
#: Somebody's relative, with the word for whose, an age or a name.
OWNER: Final = (
    r"(?:(?:le|la)[ ]p(?:et|')ite?(?=[ ](?:est|etait|a|avait|fait|prend)[ ])"
    r"|(?:my|our)[ ][0-9]{1,2}[ -](?:yrs?|years?|months?)[ -]olds?"
    rf"|^[ >*-]*(?:{KIN}|pt|usagere?|beneficiaire|residente?|claimant)"
    r"(?=[ ](?:a|has|had|is|est|was|etait|porte|wears|takes|prend|needs|uses|presente|utilise)[ ])"
    rf"|{DEAREST}|(?:mon|ma|mes|my|sa|son|ses|his|her|notre|nos|our|leurs?|their|l'|votre|the|le|la)[ ]?"
    rf"(?:[0-9]{{1,2}}[ -](?:year|month)s?[ -]old[ ]|(?:older|younger|little|late|elderly|jeune|petite?|grande?"
    rf"|vieille|vieux|own|other|plus[ ]jeune|pauvre|poor|only|seule?|autre)[ ])?"
    rf"{KIN}(?:[ ,]{{1,2}}(?:(?:de|d'|agee?[ ]de|aged)[ ]?)?[0-9]{{1,2}}[ ](?:ans|mois|semaines|years?(?:[ ]old)?"
    r"|months?(?:[ ]old)?),?)?(?:,?[ ]\(?(?!(?:que?|that|if|si|dit|said|says|lu|read|about|sur|pour|for|works?|worked"
    r"|travaille|enseigne|teaches|helps?|aide"
    rf"|of)(?![a-z]))"
    rf"(?:@|[a-z-]{{2,15}})\)?){{0,3}},?|@,?(?:[ ](?:my|mon|ma)[ ]{KIN},?)?)"
    r"(?:[ ](?:qui|ki|who|that|il|elle|he|she|y|aussi|also)(?=[ ]))?"
)
#: Anybody in particular.
SOMEBODY: Final = compiled(
    rf"(?<![a-z'])(?:je|j'[a-z]+|m'[a-z]+|me|moi|i|i'm|i've|my|mon|ma|mes|he|she|his|her|him|elle|lui|we|us|our"
    rf"|nous|notre"
    rf"|il(?![ ](?:y|faut|existe|s'agit|est[ ](?:important|possible|obligatoire|interdit|prevu|inscrit"
    rf"|ecrit))[ ])|(?:un|une|le|la)[ ]{KIN}|(?:un|une|le|la|an?|the)[ ](?:touriste?|visiteu(?:r|se)|visitor|student"
    rf"|etudiante?)|@)(?![a-z])"
)
