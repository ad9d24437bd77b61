"""The words that make the date before them a birth date: "… est ma date de naissance", "… is when I was born"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_forms import NAISS, SOMEBODY, WHOSE
from recognizers.patterns import compiled

#: The paper that has it: "is on the judgment as", "figure au jugement comme".
_ON_PAPER: Final = (
    r"(?:is|was|est|etait|appears?|apparait|figure|stands|shows(?: up)?)"
    r"(?: (?:what|ce qui) (?:is|est|appears|apparait|figure))?"
    r"(?: (?:written|shown|listed|printed|entered|given|noted|recorded|ecrite?|inscrite?|indiquee?|marquee?|notee?))?"
    r" (?:on|in|at|sur|dans|a|au|aux) (?:(?:the|my|his|her|our|their|your|le|la|les|mon|ma|son|sa|notre|leur|votre) |l')?"
    r"(?:[a-z'-]{3,14} ){0,2}[a-z'-]{3,16}(?: (?:de |d'|of |du )[a-z-]{3,14})?,? (?:as|comme)(?: etant| being)?"
)
#: After the date: "… est ma date de naissance", "(DDN)", "1985-04-12, je suis né".
RIGHT_CUE: Final = compiled(
    r"^(?: (?:is|est) (?:correct|right|true|exacte?|juste|(?:la |le )?bon(?:ne)?))?"
    r"[ ,;:=()\[\]{}\"'*<_\-.^]{0,5}(?:\(|(?:est|(?:ce )?qui (?:est|etait)|which (?:is|was)"
    r"|tel(?:le)? est|such is|(?:et )?(?:voici|voila)|here is|(?:c'est|is|was) (?:ce que|what) "
    r"(?:j'ai|i|we|he|she|they|nous avons|elle a|il a) (?:mis|ecrit|inscrit|tape|entre|put|wrote|entered|typed)"
    r" (?:sous|dans|pour|comme|under|in|for|as|beside)|c'est|ce sont|these are|those are|etant"
    r"|being|thats|that's|that is|it's|this is"
    rf"|{_ON_PAPER}"
    r"|is|was|etait|=|c est|comme(?: etant)?|as(?: being)?|on (?:file|record) (?:as|for)|au dossier (?:comme|pour)"
    r"|(?:in|into|under) (?=(?:the|your) [a-z ]{3,16} (?:box|field|line|section|part|column|area|space)(?![a-z]))"
    r"|(?:dans|sous|a) (?:la|le|votre) (?:case|champ|boite|ligne|zone|rubrique|section|colonne)(?: d[eu])?"
    r"|ci-dessus,?|above(?: is|,)?|under|sous)?"
    r"[ :(\"']{0,6}(?:(?:bien|really|indeed|actually|truly|still|vraiment) )?(?:ma|sa|la|le|nos|mes"
    r"|ses|leurs|les|(?:my|his|her|their|our|the|your)(?:(?: [a-z-]{2,15})? [a-z-]{2,15}'s)?|notre|leur|mon|son|[a-z]{2,15}'s)?"
    r"(?: {1,4}(?:exact|real|true|actual|correct|right|official|legal|full|vraie|veritable|bonne|reelle))? {0,4})"
    rf"(?:(?:(?:pre)?noms?|names?) (?:et|and) )?(?:(?:dates?|jours?|moment) {{1,4}}(?:de {{1,4}})?{WHOSE}{NAISS}"
    rf"|{NAISS} d(?:e |'){SOMEBODY}|birth of {SOMEBODY}|days? of (?:my |his |her |their )?birth"
    rf"|ddns?(?![a-z])|d\.d\.n|dobs?(?![a-z])|d\.o\.b|dates? {{1,4}}of {{1,4}}birth"
    rf"|(?:birth|b)[ -]?da(?:te|y)|birth(?![a-z ])|(?:(?<=as my )|(?<=as his )|(?<=as her )|(?<=for my )"
    rf"|(?<=for his )|(?<=for her ))birth(?= )|{NAISS}(?![a-z ])|anniv(?:ersaire)?(?![a-z])|fete(?![a-z]))(?! ?[:=])"
)
#: Who is spoken of, and what is said of their birth, or of a birth they gave.
_I_OR: Final = rf"(?:je|j'|on|nous|il|elle|ils|elles|i|we|he|she|they|{SOMEBODY})"
_WAS_BORN: Final = (
    r"(?:(?:suis|est|sont|ai ete|a ete|etais|etait|was|were) (?:nee?s?|born)|naissai(?:s|t)|(?:ai|a|ont)"
    r" vu le jour"
    r"|(?:suis|est|sont) venue?s? au monde|(?:viens|vient|viennent|venais|venait|vins|vint) au monde"
    r"|nais|nait|naissent|came into th(?:e|is) world|(?:(?:ai|a|avons|ont) accouche|accouchait)"
    r"|(?:m'|l'|nous |les )?(?:ai|a|avons|ont) mise?s? au monde"
    r"|(?:ai|a|avons|ont) donne (?:naissance|la vie)|gave birth"
    r"|(?:suis|est|sommes|sont) devenue?s? (?:maman|mere|papa|pere|parents)"
    r"|became (?:a |the )?(?:mother|father|mom|mum|dad|parents?))"
)
RIGHT_VERB: Final = compiled(
    # The place, and a colon, before "voilà quand".
    r"^(?:(?:,? (?:a|au|aux|en|in|at|near) [a-z' .-]{2,40}?)? ?[,:;(-]{1,2} ?"
    r"(?=(?:voila|c'est|that's|that is|this is)(?![a-z])))?"
    r"[ ,)\]\"'*_<\-]{0,9}(?:(?:(?:c'est|voila|est|is|was|that's|that is|it's) )?(?:la |(?:le )?jour "
    r"|(?:ou|where) (?:et|and) (?=quand|when)|(?:quand|when) (?:et|and) (?=ou|where)"
    r"|date a laquelle |the day |the date "
    r"|(?<![,;] )(?:as|comme) (?:the day|the date|le jour|la date) )?(?:que |qu'|ou |quand |when |that )?"
    rf"(?:{_I_OR} ?{_WAS_BORN}|(?:naissai(?:t|ent)|naquit|est nee?|sont nee?s) {SOMEBODY})"
    r"(?![a-z])|(?:(?:c'est|est|c'etait|is|was|it's) )?(?:la|le|the) (?:jour|day) (?:de ma|de sa|of my|of his"
    r"|of her) (?:naissance|birth)"
    r"|(?:c'est|est|is|was|that's) (?:what's|what is|what it says|the (?:date|day|one)|ce qui est(?: ecrit| inscrit)?"
    r"|ce qu'il y a|ce qu'on lit|celle|la date) (?:written )?(?:on|sur) "
    r"(?:my |his |her |our |their |the |mon |son |notre |leur |l')"
    r"(?:birth cert|(?:acte|certificat|extrait) de naissance))"
)
#: "She's a March 27 1997 baby."
RIGHT_SORT: Final = compiled(
    r" (?:baby|babies)(?= ?(?:[.,;:!?)(]|$| - |  )| (?:and|so|who|here|girl|boy|from|too|still|turning|with|myself|at|in|is|was"
    r"|has"
    r"|needs?"
    r"|i|i'm|he|she|but|now|as|without|not|born|like|never|should|that|if|please|thanks?|looking|waiting|since"
    r"|or)(?![a-z]))"
)
#: Before the date, what such a baby has.
A_BEFORE: Final = compiled(r"(?<![a-z])(?:an?|both|all) $")
