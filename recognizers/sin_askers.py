"""Who asks for a social insurance number, gives it or is given it: employers, banks, the federal government; and for what."""

from __future__ import annotations

from typing import Final

DET: Final = (
    r"(?:(?:mon|ma|mes|ton|ta|tes|son|sa|ses|nos|leurs?|votre|vos|le|la|les|un|une|des|ce|cette|ces|chaque|tous?|toutes?|my|your"
    r"|his|her|their|the|an?|this|these|every|each|any|all|of|other|autres?|new|old|ancien|nouveau|nouvel|nouvelles?|nouveaux"
    r"|anciens"
    r"|futurs?|future|vieux|vieil|vieille|dernier|derniere|last|first|premier|premiere|previous|former) |l'|d'){0,3}"
)
BOSS: Final = (
    r"(?:boss(?:es|s)?|patrons?|patronnes?|employeu?rs?|managers?|gerante?s?|foreman|foremen|contremaitres?|payroll"
    r"|(?:service|bureau|departement) d(?:e la |es |e )(?:paye|paie|rh|ressources humaines)|la (?:paye|paie)"
    r"|payroll (?:office|department|people|lady)"
    r"|human resources|ressources humaines|rh|hr)"
)
BANKS: Final = (
    r"(?:banques?|banks?|caisses?(?: populaires?| desjardins)?|credit unions?|bankers?|banquiers?|desjardins)"
)
STATE: Final = (
    r"(?:service canada|revenue? canada|canada revenue(?: agency)?|(?:the )?revenue agency|agence du revenu(?: du canada"
    r"| du quebec)?"
    r"|ministere du revenu|revenu quebec|emploi et developpement social(?: canada)?|employment and social development"
    r"|(?:ministere|bureau) du travail|retraite quebec|gouvernement(?: du canada| federal| canadien| d'ottawa)?"
    r"|(?:federal |canadian )?government(?: of canada| in ottawa)?|gouv|feds?|federal|ottawa|arc|cra|impots?|fisc|tax ?man"
    r"|tax (?:people|office|department|agency)|regie des rentes|rrq|qpp|cpp|rpc|pensions? (?:office|people|plan)"
    r"|(?:bureau|office|gens|service) (?:de la |de |des |du )(?:retraite|pensions?|impots?|chomage)|old age security|chomage)"
)
TAXES: Final = (
    r"(?:(?<!foncier )(?<!scolaire )impots?(?! foncier| scolaire| municipa)|declarations? (?:de revenus?|d'impots?|fiscales?)"
    r"|rapports? d'impots?|income tax(?:es)?(?: returns?)?"
    r"|(?<!property )(?<!school )(?<!municipal )(?<!sales )tax(?:es)?(?: (?:returns?|forms?|slips?|papers?"
    r"|filings?))?(?! bill| account)"
    r"|t4a?s?|t5s?|releves?[ -]1|(?<=[lm]es )releves|pension slips|rl-?1s?|feuillets? (?:fiscaux|fiscal|d'impots?)"
    r"|avis de cotisation|notices? of assessment|records? of employment|releves? d'emploi|cessation d'emploi)(?![a-z0-9])"
)
WORK: Final = (
    r"(?:travailler|travaille|travail|ouvrage|jobs?|shop|emplois?|embauche|work(?:ing|s|ed)?|employment|se faire (?:payer"
    r"|engager)"
    r"|me faire (?:payer|engager)|(?:etre|get|getting|be|being|was|got) (?:paye|payee|paid|hired|engagee?|embauchee?)|pay"
    r"|paie|paye"
    r"|payroll|salaires?|wages)(?![a-z])"
)
#: What asks for it, at work and at the bank.
ASKERS: Final = rf"(?:{BOSS}|{BANKS})(?:(?:,| et| and| ou| or| pis| puis) {DET}(?:{BOSS}|{BANKS}|{STATE}))?"
ASK: Final = (
    r"(?:(?:toujours|tous|tout le temps|always|usually|all|ever|often|keeps?|kept|was|were|is|are|will|would|me|m'|nous|te|t'"
    r"|vous|lui|leur|l'|le|la|les|a|ont|avait|avaient|ne|n'|have|has|had|already|deja) ?){0,4}"
    r"(?:demand|exige|veulent|veut|voul|requier|reclam|besoin|utilis|ask|want|need|requir|insist|use[ds]?(?![a-z])|using)[a-z]*"
)
GIVE: Final = (
    r"(?:donn|fourni|remet|remis|transm|montr|presente|give|gave|giving|hand|show|provid|tell|told)[a-z]*(?:-(?:vous|tu|on))?"
    r"(?: (?:toujours|tout le temps|it|that|ca|always|partout|deja|already))?"
)
#: The federal government, Revenue or a pension office gives it, has it, knows somebody by it.
ISSUES: Final = (
    r"(?:(?:me|m'|nous|te|t'|vous|lui|leur|l'|le|la|les|a|ont|avait|avaient|has|have|had|already|deja|once|jadis"
    r"|always) ?){0,4}"
    r"(?:(?:re)?donn|emi[st]|emett|attribu|envoy|remi[st]|assign|sorti|post|fourni|appel|connai|identifi|utilis|gave|gives|issu"
    r"|mail|sent|sends|use[ds]?(?![a-z])|know|identif|call|made|track)[a-z]*"
)
