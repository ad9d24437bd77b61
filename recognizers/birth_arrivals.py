"""Cues of births as those tell them who gave them: "our son arrived", "j'ai accouché", "we welcomed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.birth_forms import (
    AT_AN_HOUR,
    BABY,
    BIRTHPLACE,
    DAY_ENDS,
    DAY_NEXT,
    HOSPITAL,
    MEASURED,
    NEWBORN,
    ON,
    OURS,
    STAY,
    SUCH_A,
)
from recognizers.cues import Cue
from recognizers.everyday import is_name
from recognizers.patterns import compiled

#: A name opens its sentence, or follows what a baby is called: not "une carte, Victoria, arrivée le".
_OPENS: Final = r"(?:(?:^|[.!?:(>]) ?|(?<![a-z'-])(?:baby|bebe|petite?|notre|our|fils|fille|son|daughter|boy|girl|garcon) )"
#: What tells a delivery from a parcel's.
_CHILDBED: Final = (
    r"[^\n]{0,110}(?<![a-z])(?:birthing|born|baby|boy|girl|c-section|midwife|newborn|maternity)(?![a-z])"
)
_ON_DAY: Final = rf"(?:on |le )?{DAY_NEXT}"
#: Of a baby that "came out", what does not: a result, a letter.
_NO_CARD: Final = (
    r"(?!(?:cards?|albums?|books?|shampoo|monitors?|formula|results?|tests?|tooth|teeth|letters?|photos?|rash|report)(?![a-z]))"
    r"[a-z']+"
)
#: What is made for babies: "Baby stroller arrived at …".
_NO_GOODS: Final = (
    r"(?!(?:strollers?|cribs?|seats?|clothes|gate|bed|carriers?|monitors?|formula|bottles?|box|items?"
    r"|order)(?![a-z]))"
)
#: Who comes to a family and was born before, or goes again; and whence somebody comes out who was born before.
_NO_BABY: Final = (
    r"(?![^\n]{0,90}(?<![a-z])(?:visite?|foster|famille d'accueil|placement|school|ecole|stage|exchange|echange"
    r"|adopt[a-z]*|luggage|bagages?)(?![a-z]))"
)
_NOT_FOSTERED: Final = "".join(
    f"(?<!{who} {child} )"
    for who in ("foster", "adopted")
    for child in ("child", "son", "daughter", "kid", "baby", "boy", "girl")
)
_OUT_OF: Final = (
    r"(?![^\n]{0,60}(?<![a-z])(?:de (?:la |l')?|d'|du )"
    r"(?:prison|hopital|ecole|centre|clinique|coma|detention|urgence|chirurgie))"
)
#: What is a baby's comes by mail: "la carte de mon bébé est arrivée".
_NOT_OF: Final = "".join(
    f"(?<!{of} )"
    for of in (
        "de mon",
        "de notre",
        "de votre",
        "de leur",
        "du",
        "of my",
        "of our",
        "of your",
        "of the",
        "for my",
        "pour mon",
    )
)
#: What a visitor comes for, or where from: no newborn.
_NO_VISITOR: Final = (
    r"(?![^\n]{0,70}(?<![a-z])(?:to (?:help|visit|stay|live|work|meet|see)|pour (?:nous |m'|l')?(?:aider|visiter|voir"
    r"|vivre|travailler|rester)"
    r"|from|de france|au canada|(?:in|to) canada|airport|aeroport|visite?s?(?![a-z]))"
    r"|[^.!?\n]{0,50} (?:au|aux|in|en|chez) [a-z]{3,})"
)
#: "Rose est arrivée le … à la maison de naissance": a midwife and a letter arrive there, too.
_ARRIVES: Final = compiled(r"(?<![a-z'-])([a-z'-]{2,16}),? (?:est |has )?(?:enfin |finally )?arriv")
_AT_BIRTHPLACE: Final = compiled(BIRTHPLACE)
_NEWBORNS: Final = frozenset(
    "bebe baby bebes babies newborn poupon jumeaux jumelles twins petit petite fils fille garcon son daughter boy girl"
    " one".split()
)
_PLACE_REACH: Final = 70
#: Rows of a `CueTable`.
ARRIVALS: Final[tuple[Sequence[str], ...]] = (
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?){ON}",
        rf"(?<![a-z]){_NOT_OF}(?:(?:baby|bebe|newborn)(?: boy| girl)?(?: {_NO_GOODS}[a-z'-]{{2,14}}){{0,2}}"
        rf"|(?:notre|our|ma|my) (?:petite?|little) [a-z'-]{{2,12}}|little {_NO_GOODS}[a-z'-]{{2,12}} [a-z'-]{{2,14}})"
        r"(?: est| is| has)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?s?)(?= (?:(?=le ){DAY_NEXT}|on {DAY_NEXT}){NEWBORN})",
        rf"(?<![a-z])(?:notre|nos|mon|ma|une?|our|my|an?) (?:{SUCH_A}){{1,2}}{BABY}"
        r"(?:,? [a-z'-]{2,12},?)?(?: est| sont| is| has)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?s)(?: together| ensemble| early)?(?= (?:(?=le ){DAY_NEXT}|on {DAY_NEXT})(?!{STAY}){NEWBORN})",
        r"(?<![a-z])(?:twins|jumeaux|jumelles)(?: sont| have)? ",
    ),
    (
        "arriv",
        "verb",
        r"arriv(?:ed|ee?s) (?:(?:tous|toutes) les deux|toutes deux|tous deux|(?:a little "
        r"|just |shortly |un peu |juste )?"
        rf"(?:before|after|avant|apres) (?:midnight|noon|dawn|minuit|midi|l'aube))(?=,? (?:(?=le ){DAY_NEXT}|on {DAY_NEXT}))",
        r"(?<![a-z])(?:twins|jumeaux|jumelles)(?: sont| have)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?s)(?= (?:(?=le ){DAY_NEXT}|on {DAY_NEXT})[^.!?\n]{{4,24}} (?:minutes?|heures?|hours?) (?:d'ecart"
        rf"|d'intervalle|apart))",
        r"(?<![a-z])(?:twins|jumeaux|jumelles)(?: sont| have)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?s)(?= (?:le|on) {DAY_ENDS})",
        r"(?<![a-z])(?:nos|mes|our|my) (?:twins|jumeaux|jumelles)(?: sont| have)? ",
    ),
    (
        "arriv",
        "verb",
        r"arriv(?:ed|ee?s?) [a-z0-9]{1,7} (?:weeks?|days?|months?|semaines?|jours?|mois) "
        r"(?:early|late|trop tot|plus tot|d'avance|en avance|en retard|avant terme)"
        rf"(?=,? (?:(?=le ){DAY_NEXT}|on {DAY_NEXT}))",
        rf"(?<![a-z])(?:notre|nos|mon|ma|mes|our|my|the|l[ea]s?) (?:{SUCH_A}){{0,2}}(?:{BABY}|twins|jumeaux|jumelles|babies)"
        r"(?: est| sont| is| has| have)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arrivee?s? (?:parmi nous|dans (?:nos vies|notre vie|(?:la|notre) famille))(?= (?=le ){DAY_NEXT})",
        r"(?<![a-z])(?:notre|nos|mon|ma|mes) (?:petite? )?(?:derniere?|tresor|amour|bebe|garcon|fils|fille|poupon)"
        r"(?: [a-z'-]{2,12})? (?:est|sont) ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?)(?= {_ON_DAY}(?:{MEASURED}|{AT_AN_HOUR}))",
        r"(?<![a-z])(?:baby|newborn|bebe) (?:boy|girl|fille|garcon)(?:,? [a-z'-]{2,20}){1,3},?(?: est| has)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?)(?= {_ON_DAY}{MEASURED})",
        rf"(?<![a-z])(?:{OURS} {BABY}|(?:little|p[e']?tite?))(?:,? [a-z'-]{{2,20}}){{0,3}},?(?: est| has)? ",
    ),
    (
        "arriv",
        "verb",
        rf"arrivee?s? (?:parmi nous|dans (?:nos vies|notre vie|(?:la|notre) famille)){_NO_BABY}"
        rf"(?=,? {_ON_DAY}(?:{MEASURED}|{NEWBORN}))",
        r"(?<![a-z])(?:est|sont) ",
    ),
    (
        "arriv",
        "verb",
        rf"arrived (?:among us|in(?:to)? our (?:lives|family|world|arms)){_NO_BABY}(?=,? {_ON_DAY}(?:{MEASURED}|{NEWBORN}))",
        rf"(?<![a-z]){_NOT_FOSTERED}",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?)(?= {_ON_DAY}(?:{BIRTHPLACE}|{HOSPITAL}))",
        r"(?<![a-z])(?:l[ea]|notre|mon|ma|the|our|my) (?:petite?|bebe|baby|newborn|poupon|little one|derni(?:er|ere))"
        r"(?: (?:boy|girl|fille|garcon))? ?: ?[a-z'-]{2,14}(?: [a-z'-]{2,14})?, (?:est |has )?",
    ),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?)(?= {_ON_DAY}{BIRTHPLACE})",
        rf"{_OPENS}[a-z][a-z'-]{{1,15}},? (?:est |has )?(?:enfin |finally )?",
    ),
    (
        "arriv",
        "verb",
        r"arrived at (?:the|our) (?:[a-z'-]{2,16} ){0,2}(?:birth(?:ing)? (?:cent(?:re|er)|house|suite)|maternity (?:ward|unit))"
        rf"(?=,? on {DAY_NEXT})",
        rf"{_OPENS}[a-z][a-z'-]{{1,15}},? (?:has )?(?:finally )?",
    ),
    (
        "came",
        "verb",
        rf"came (?:just |only )?[a-z0-9]{{1,9}} minutes? apart(?=,? (?:on )?{DAY_NEXT})",
        r"(?<![a-z])(?:twins|girls|boys|babies)(?:,? [a-z'-]{2,14} and [a-z'-]{2,14},?)? ",
    ),
    (
        "minutes d'",
        "verb",
        rf"minutes d'(?:intervalle|ecart)(?=,? (?=le ){DAY_NEXT})",
        r"(?<![a-z])(?:jumeaux|jumelles)(?:,? [a-z'-]{2,14} et [a-z'-]{2,14},?)? (?:sont|ont) [a-z]{2,10} a [a-z0-9-]{1,12} ",
    ),
    *(
        (
            stem,
            "feast",
            rf"{stem}(?: (?:just|barely|by [a-z ]{{2,16}}))?(?= ?[,:(] ?{DAY_NEXT})",
            rf"(?<![a-z]){before}",
        )
        for stem, before in (
            ("make it", r"(?:i|she|he)(?: (?:just|only|barely))? "),
            (
                "makes it",
                r"(?:s?he|son|daughter|wife|husband|mother|father|mom|dad)(?: (?:just|only|barely))? ",
            ),
            ("de justesse", r"(?:j')?y [a-z']{1,10}(?: droit)? "),
            ("tout juste", r"(?:j')?y [a-z']{1,10}(?: droit)? "),
        )
    ),
    (
        "came",
        "verb",
        rf"came out(?=,? {_ON_DAY})",
        r"(?<![a-z])(?:baby|newborn|little one|twins)(?: (?:boy|girl))?"
        rf"(?:(?: {_NO_CARD}){{0,6}},)? (?:(?:he|she|it|they|who) )?(?:just |finally |only )?",
    ),
    (
        "sorti",
        "verb",
        rf"sortie?{_OUT_OF}(?=,? {_ON_DAY}{MEASURED})",
        r"(?<![a-z])(?:bebe|fille|garcon|petite?|fils)(?: [a-z'-]{2,20}){0,2} est (?:enfin )?",
    ),
    (
        "delivered",
        "verb",
        rf"delivered (?:my|our|a|the) {SUCH_A}{BABY}(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:i|we|she|wife|daughter|spouse|partner|midwife|doctor) ",
    ),
    (
        "delivered",
        "verb",
        rf"(?:both )?delivered(?: by [a-z' -]{{3,20}})?(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:twins|triplets|(?:baby|babies|newborn)(?: (?:boy"
        r"|girl)(?: [a-z'-]{2,12})?)?(?:, [a-z'-]{2,12},)?) (?:was|were) ",
    ),
    (
        "delivered",
        "verb",
        rf"delivered(?: on)?(?= {{1,4}}{DAY_NEXT}[^.;\n]{{0,30}}? (?:at|a) [0-9]{{2}}(?: ?\+ ?[0-9])? ?(?:weeks|wks|semaines))",
        r"(?<![a-z])(?:infant|newborn|neonate|baby(?: (?:boy|girl))?)(?: (?:was|were))? ",
    ),
    (
        "delivered",
        "verb",
        rf"delivered(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:my|our|his) (?:wife|daughter|spouse|partner|girlfriend|sister|fiancee|gf) (?:has )?",
    ),
    (
        "delivered",
        "verb",
        r"delivered at (?:[0-9]{2}(?: ?\+ ?[0-9])? weeks|term|home|full term"
        r"|the [a-z' -]{0,24}(?:hospital|birthing cent(?:er|re)|general))"
        rf"(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:i|she|we|wife|daughter|partner) ",
    ),
    (
        "delivery",
        "verb",
        rf"delivery (?:took place|happened|was)(?= {{1,4}}on {DAY_NEXT}{_CHILDBED})",
        r"(?<![a-z])(?:my|her|the) ",
    ),
    (
        "accouch",
        "verb",
        rf"accouchee? (?:a|au|aux|avant|chez|hier) [a-z0-9' -]{{2,40}}?(?= {{1,4}}le {DAY_NEXT})",
        r"(?<![a-z])(?:ai|a|avait) ",
    ),
    (
        "arriv",
        "verb",
        rf"arrivee de {OURS} {BABY}(?: [a-z'-]{{2,14}})?(?= {{1,4}}{DAY_NEXT}{NEWBORN})",
    ),
    (
        "arriv",
        "verb",
        rf"arrival of {OURS} {BABY}(?: [a-z'-]{{2,14}})?(?= {{1,4}}on {DAY_NEXT}{NEWBORN})",
    ),
    (
        "came",
        "verb",
        rf"came along(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:i|he|she|son|daughter|brother|sister) ",
    ),
    (
        "came",
        "verb",
        rf"came(?: (?:early|late))?(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:the|our|my|her|his) (?:baby|newborn) ",
    ),
    (
        "came",
        "verb",
        rf"came(?: (?:early|late))?(?= {{1,4}}(?:on )?{DAY_NEXT}{NEWBORN})",
        r"(?<![a-z])(?:baby|babies|newborn|twins|little one|baby (?:boy|girl)) ",
    ),
    *(
        (
            f"made {whose}",
            "verb",
            rf"made {whose} (?:grand |big |early |surprise |first )?(?:appearance|entrance|debut|arrival)"
            rf"(?: in(?:to)? th(?:e|is) world)?(?= {{1,4}}on {DAY_NEXT})",
            rf"{BABY}(?: girl| boy)? (?:[a-z'-]{{2,12}} )?(?:finally |has )?",
        )
        for whose in ("his", "her", "their", "its")
    ),
    (
        "fait son",
        "verb",
        r"fait son (?:entree|arrivee|apparition)(?: dans (?:le monde|nos vies|notre vie)| en ce monde)?"
        rf"(?= {{1,4}}{DAY_NEXT})",
        rf"{BABY}(?: [a-z'-]{{2,12}})? (?:a|ont) ",
    ),
    (
        "accueilli",
        "verb",
        rf"accueillir? (?:notre|nos|mon|ma|un|une) {SUCH_A}{BABY}(?:,? [a-z'-]{{2,14}},?)?(?= {{1,4}}{DAY_NEXT})",
    ),
    (
        "welcomed",
        "verb",
        rf"welcomed (?:(?:my|our|a|the) {SUCH_A}{BABY}(?:,? [a-z'-]{{2,12}},?)?"
        rf"(?= {{1,4}}on {DAY_NEXT})|[a-z'-]{{2,12}}(?= {{1,4}}on {DAY_NEXT}{NEWBORN}))",
        r"(?<![a-z])(?:we|i|family) (?:have )?",
    ),
    ("accouchement du", "verb", rf"accouchement du(?= {{1,4}}{DAY_NEXT})", r"(?<![a-z])(?:mon|son) "),
    (
        "arriv",
        "verb",
        rf"arriv(?:ed|ee?){_NO_VISITOR}(?= (?:(?=le ){DAY_NEXT}|on {DAY_NEXT}))",
        rf"(?<![a-z])(?:notre|our|un|a|le|the) {SUCH_A}(?:bebe|baby)"
        r"(?:[!.,:]{1,3} (?:(?:la|le|l[ie]ttle|petite?) ){0,2}[a-z'-]{3,14} (?:est |has )?(?:enfin |finally )?"
        r"|[^.!?\n]{2,24}, (?:mais|but|and|et) (?:(?:(?:la|le) )?(?:l[ie]ttle|petite?) [a-z'-]{3,14} (?:est |has )?"
        r"(?:enfin |finally )?|[a-z'-]{3,14} (?:est enfin |(?:has )?finally )))",
    ),
    *(
        (
            noun,
            "verb",
            rf"{noun}(?=[,:!.]{{1,2}} (?:[a-z'-]{{2,14}}[,:] )?(?:le |on )?{DAY_NEXT}{MEASURED}"
            r"(?! (?!(?:and|pour|for|born|long|nee?|chez|avec|with|merci|thanks?|tout)(?![a-z]))[a-z]{3}))",
            r"(?<![a-z])",
        )
        for noun in ("garcon", "fille", "boy", "girl")
    ),
    (
        "accouch",
        "verb",
        r"accouchement(?: (?:a eu lieu|s'est (?:bien )?(?:passe|deroule)|fut|etait|a ete))?"
        rf"(?= {{1,4}}(?=le ){DAY_NEXT}| ?[:=] ?[0-9])",
        r"(?:(?:^|[^a-z'\- ] {0,2})(?:l')?|(?<!prevue de )(?<!probable de )(?<!estimee de )(?<![a-z])(?:mon|son|notre) "
        r"|(?<!prevue )(?<!probable )(?<!estimee )(?<!presumee )(?<![a-z])(?:date|jour) (?:de l'|d'))",
    ),
    *(
        (
            stem,
            "verb",
            rf"{noun}(?= {{1,4}}(?:en |hier |(?=le ){DAY_NEXT}))",
            rf"(?<![a-z])eu (?:notre|nos|mon|ma|mes|un|une|le|des) {SUCH_A}",
        )
        for stem, noun in (
            ("bebe", "bebe(?: fille| garcon)?"),
            ("jume", "jume(?:aux|lles)"),
            ("garcon", "garcon"),
            ("fille", "fille"),
            ("enfant", "enfants?"),
            ("fils", "fils"),
        )
    ),
    (
        "petit",
        "verb",
        rf"petite?(?: derni(?:er|ere))?(?= {{1,4}}(?:en |hier |(?=le ){DAY_NEXT}))",
        r"(?<![a-z])eu (?:notre|mon|ma) ",
    ),
    ("twin", "verb", rf"twins?(?: girls| boys)?(?= {{1,4}}on {DAY_NEXT})", r"(?<![a-z])had "),
    *(
        (
            noun,
            "verb",
            rf"{noun}(?: boy| girl)?(?= {{1,4}}on {DAY_NEXT})",
            rf"(?<![a-z])had (?:our|my|a|the) {SUCH_A}",
        )
        for noun in ("baby", "twins", "boy", "girl", "child", "son", "daughter")
    ),
)


def is_other_arrival(flat: str, found: Cue, word: str) -> bool:
    """Whether it is nobody's name and no baby that arrived where babies are born."""
    there = _ARRIVES.search(word)
    return (
        there is not None
        and _AT_BIRTHPLACE.search(flat, found.start, found.end + _PLACE_REACH) is not None
        and there[1] not in _NEWBORNS
        and not is_name(there[1].partition("-")[0])
    )
