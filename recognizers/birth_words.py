"""The words that make a date a birth date."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable, acronym
from recognizers.date_forms import WEEKDAY
from recognizers.month_forms import MONTH
from recognizers.month_slips import ANY_MONTH
from recognizers.months import MONTH_WORDS

#: A date that is no list's number or measure: with its month in words, or a year of four figures.
DATED: Final = (
    rf"(?:(?:le )?[0-9]{{1,2}}(?:er|\.)?(?:[ .-](?:d'|de )?{ANY_MONTH}[.,]?[ .-](?:de )?[12]"
    r"|(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[12][0-9]{3})"
    rf"|[12][0-9]{{3}}[-/.][0-9]{{2}}[-/.][0-9]{{2}}|{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [12])"
)
WHOSE: Final = r"(?:(?:ma|sa|la|leur|notre|ta|votre) )?"
NAISS: Final = r"nais{1,2}(?:[ae] ?n ?[cs]{1,2} ?es?|\.|ce|ance)?(?![a-z])"
NE: Final = r"ne(?:e?\(e?s?\)s?|[.\-/]e\.?s?|e?s?)(?![a-z])"
SOMEBODY: Final = (
    r"(?:mon|ma|mes|notre|nos|son|sa|leur|my|our|his|her|their) (?:(?:premiere?|deuxieme|troisieme|seule?|unique"
    r"|petite?|grande?|first"
    r"|second|third|only|little|oldest|youngest|eldest|newborn|new|baby) )?(?:petite?-|grande?-|step)?"
    r"(?:(?:fils|filles?|enfants?|bebes?"
    r"|garcons?|gars|conjointe?|epoux|epouse|mari|femme|mere|pere|soeur|frere|jumeaux|jumelles|son|sons|daughters?|child|children"
    r"|kids?|baby|babies|boys?|girls?|twins|wife|husband|spouse|partner|mother|father|mom|mum|dad|sister|brother)(?: [a-z'-]+)?"
    r"|ainee?|cadet(?:te)?|benjamine?|plus (?:jeune|vieux|vieille|petite?|grande?)|youngest|oldest|eldest)"
)
ON: Final = (
    r"(?= {0,6}(?:l[ea]|ie|l|en|on|un|tous|toutes|a|au|aux|in|at|the|ce|du|vers|hier,?|ds|dans|:|=|,|\(|[0-9]|[oil][0-9]"
    rf"|[a-z]+ {{1,4}}le |[a-z]{{4,}}ement(?![a-z])|par |avant |quelque |chez|pendant|durant|comme "
    r"|aussi|bien |ici[ ,]"
    r"|d(?:e |')(?:(?:une?|l') ?)?(?:parents?|mere|pere|famille|couple|union)(?![a-z])|prematuree?s?(?![a-z])"
    rf"|[\"'*>\[{{_<=\x7f\-.;]{{1,4}} ?[0-9]|['a-z-]+ [a-z'-]+ le |{WEEKDAY},? |{MONTH}[.-]?[ -]?[0-9]))"
)
#: Not the name of a computer: "ddn-server-01", "dob01 restarted".
_NO_HOST: Final = rf"(?!-[a-z]{{3,}}(?![a-z])(?! ?[:=(]))(?![0-9]{{1,3}} (?:(?!{MONTH})[a-z]|[0-9]{{4}}-))"
#: A day follows at once.
_DAY_NEXT: Final = (
    rf"(?:the |le )?(?:[0-9]|[oil][0-9]|{WEEKDAY}|{ANY_MONTH}[. 0-9-]"
    r"|[a-z]{4,10} [0-9]{1,2}(?:st|nd|rd|th)?,? [12][0-9]{3})"
)
#: A little child of one's own, and what is told of one that has just come.
_BABY: Final = (
    r"(?:bebe|enfant|fils|fille|garcon|gars|jumeaux|jumelles|petite?"
    r"|baby|son|daughter|boy|girl|twins|child|little one)"
)
_SUCH_A: Final = (
    "(?:healthy |baby |beautiful |first |second |third |little |new |premiere? |deuxieme |troisieme |petite? "
    "|belle |beau )?"
)
_KIN: Final = (
    r"(?:fils|filles?|enfants?|bebe|garcon|gars|conjointe?|epoux|epouse|mari|femme|mere|pere|soeur|frere|jumeaux|jumelles|blonde|chum"
    r"|petite?|maman|papa)"
)
_OURS: Final = "(?:notre|nos|mon|ma|mes|our|my)"
_NEWBORN: Final = (
    r"[^\n]{0,110}(?<![a-z])(?:livres|lbs?|pounds|kg|kilos|grammes|onces|ounces|oz|healthy|en sante|sante|semaines|weeks"
    r"|cesarienne|c-section|sage-femme|midwife|maternite|maternity|bebe|baby|newborn|nouveau-ne|rqap|qpip|prematur\w*"
    r"|conge|leave|hopital|hospital|early|late|avance|retard|terme?)(?![a-z])"
)
#: What guests do who arrived.
_STAY: Final = r"[^\n]{0,60}(?<![a-z])(?:stay|spend|visit|hotel|vacation|holiday|vacances|rest(?:ent|eront)(?![a-z])|pour|for )"
#: A day at the end of its sentence.
_DAY_ENDS: Final = (
    rf"(?:(?:[0-9]{{1,4}}(?:st|nd|rd|th|er)?|{WEEKDAY}|{MONTH})[ ,./-]{{0,2}}?){{2,5}}(?<=[0-9])"
    r"(?: ?[.!?;)](?![0-9])| ?$)"
)
#: Short labels, with what sticks to them: the word "date" or a month.
_GLUED: Final = " ".join(
    f"{before}{label}{after}"
    for label in ("ddn", "ddns", "dob", "dobs", "born")
    for before in ("", "date", "datede", "dateof")
    for after in ("", *MONTH_WORDS)
)
#: A rare run of letters, what kind of cue it begins, and the whole cue matched from there.
CUES: Final = CueTable(
    (
        ("nais", "birth", NAISS),
        *(
            (
                f"{place} of b",
                "feast",
                rf"{place} of birth ?: ?[a-z' ,()-]{{2,40}}[.,;/]? ?date ?: ?(?={_DAY_NEXT})",
            )
            for place in ("place", "city")
        ),
        (
            "lieu de n",
            "feast",
            rf"lieu de {NAISS} ?: ?[a-z' ,()-]{{2,40}}[.,;/]? ?date ?: ?(?={_DAY_NEXT})",
        ),
        ("ddnais", "label", r"ddnais[a-z]{0,6}"),
        ("ddn", "label", rf"ddns?(?![a-z]){_NO_HOST}|ddn(?={MONTH})"),
        ("d.d.n", "label", r"d\.d\.n\.?"),
        ("d. d. n", "label", r"d\. d\. n\.?"),
        ("d d n", "label", r"d d n(?![a-z])", r"(?<![a-z])"),
        ("d o b", "label", r"d o b(?![a-z])", r"(?<![a-z])"),
        ("dob", "label", rf"dobs?(?!'?[a-z]){_NO_HOST}|dob(?={MONTH})"),
        ("dn", "label", r"dn(?: ?[:=]| (?=[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]))", r"(?<![a-z0-9.])"),
        ("d.n", "label", r"d\.n\.?(?= ?[:=]? ?(?:[0-9]|le ))", r"(?<![a-z0-9.])"),
        ("d de n", "label", r"d de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("date de n", "label", r"date de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("d.o.b", "label", r"d\.o\.b\.?"),
        ("d. o. b", "label", r"d\. o\. b\.?"),
        ("d/o/b", "label", r"d/o/b"),
        ("d-o-b", "label", r"d-o-b(?![a-z-])", r"(?<![a-z-])"),
        ("d-d-n", "label", r"d-d-n(?![a-z-])", r"(?<![a-z-])"),
        (
            "birth",
            "birth",
            r"birth(?!ing(?![a-z]))(?:[ _-]?(?:year(?!s)|da(?:te|y)s?(?!(?: :|:)? ?[0-9]{1,2} (?:month|mois|mm?)(?![a-z]))|dt))?",
        ),
        ("brith", "birth", r"brith(?:[ _-]?(?:da(?:te|y)s?|dt))?"),
        ("b-day", "label", r"b-day"),
        ("b-date", "label", r"b-date"),
        ("bdate", "label", r"bdate"),
        ("d/n", "label", r"d/n ?[:=]", r"(?<![a-z0-9/])"),
        ("bday", "label", r"bday"),
        ("dnais", "label", r"dnais[a-z]{0,6}"),
        ("datnais", "label", r"datnais[a-z]{0,6}"),
        ("nce", "label", r"nce(?= ?[:=])", r"(?<![a-z])(?:date|dt|dte) (?:de )?"),
        ("b.d", "feast", rf"b\.d\.?(?= ?:? ?{_DAY_NEXT})", r"(?<![a-z0-9.])"),
        ("bd", "feast", rf"bd(?= ?: ?{_DAY_NEXT})", r"(?<![a-z0-9.])"),
        ("nouveau-ne", "label", r"nouveau-nee?s?(?= ?[:,(])"),
        ("newborn", "label", r"newborns?(?= ?[:,(])"),
        ("arriv", "label", r"(?:arrival|arrivee)(?= ?(?:[:=]|on |le ))", r"(?<![a-z])(?:baby's |bebe's )"),
        ("arriv", "label", r"arrivee d[eu] bebe(?= ?(?:[:=]|le ))"),
        ("bith", "label", r"bith(?![a-z])", r"(?<![a-z])da(?:te|y) of "),
        ("rth", "label", r"rth(?:da(?:te|y))?(?![a-z])", r"(?<![a-z])b1"),
        ("issance", "label", r"issance(?![a-z])", r"(?<![a-z])n4"),
        ("ssance", "label", r"ssance(?![a-z])", r"(?<![a-z])n[a4]1"),
        ("annif", "anniversary", r"annif(?![a-z])"),
        ("anif", "anniversary", r"anif(?![a-z])", r"(?<![a-z])"),
        ("aniv", "anniversary", r"aniv(?![a-z])", r"(?<![a-z])"),
        ("anniv", "anniversary", r"anniv(?:ersaires?|\.)?(?![a-z])"),
        (
            "fete",
            "anniversary",
            r"fete(?![a-z])",
            r"(?:date (?:de )?|jour (?:de )?|(?<![a-z])ma |(?<![a-z])sa |(?<![a-z])ta )",
        ),
        (
            "fete",
            "anniversary",
            rf"fete d(?!'enfants)(?:e|u|') ?(?:(?:mon|ma|mes|notre|son|sa|leur) )?{_KIN}(?: [a-z'-]{{2,14}})?"
            rf"(?= ?(?:,? (?:c'est|est)(?: bien)? |[:=] ?|,? ){_DAY_NEXT})",
        ),
        (
            "fete",
            "feast",
            rf"fete (?:de |d'|a |du )[a-z-]{{3,14}}(?= ?[:=] ?{_DAY_NEXT}|,? (?:est |c'est )?(?=le ){_DAY_NEXT})",
        ),
        ("fete", "feast", rf"fete(?= ?(?:[:=] ?)?{_DAY_NEXT})", r"(?:^|[^a-z' ] ?| {2})"),
        ("vu le jour", "verb", r"vu le jour"),
        ("oyait le jour", "verb", r"oyait le jour", r"(?<![a-z])v"),
        ("vit le jour", "verb", r"vit le jour", rf"(?<![a-z])(?:il|elle|on|{SOMEBODY}) "),
        ("ans le ", "age", r"ans le (?=[0-9])"),
        ("years old on ", "age", r"years old on "),
        (" ne", "verb", rf" {NE}{ON}"),
        ("suis ne", "ending", rf"suis {NE}", r"(?:que|ou|quand) je "),
        ("ai ete ne", "ending", rf"ai ete {NE}", r"que j'"),
        ("est ne", "ending", rf"est {NE}", rf"(?:que|ou|quand) (?:il|elle|{SOMEBODY}) "),
        ("est ne", "ending", rf"est {NE}(?= (?:mon|ma|mes|notre|nos|son|sa|leur) )"),
        ("sont ne", "ending", rf"sont {NE}(?= (?:mes|nos|ses|leurs) )"),
        ("accouch", "ending", r"accouchee?(?![a-z])", r"(?<![a-z])(?:ai|a|avait|avons) "),
        ("birth", "ending", r"birth(?![a-z])", r"(?<![a-z])(?:gave|given) "),
        ("devenu", "ending", r"devenue?s? (?:maman|mere|papa|pere|parents)(?![a-z])"),
        ("became", "ending", r"became (?:a |the )?(?:mother|father|mom|mum|dad|parents?)(?![a-z])"),
        ("sont ne", "ending", rf"sont {NE}", rf"(?:que|ou|quand) {SOMEBODY} "),
        ("[ne", "verb", rf"\[{NE}{ON}"),
        ("/ne", "verb", rf"/{NE}{ON}"),
        ("(ne", "verb", rf"\({NE}{ON}"),
        ("<ne", "verb", rf"<{NE}{ON}"),
        ("ne e ", "verb", r"ne e {1,2}(?=le(?![a-z]))", r"(?<![a-z])"),
        ('"ne', "verb", rf'"{NE}{ON}'),
        (";ne", "verb", rf";{NE}{ON}"),
        (",ne", "verb", rf",{NE}{ON}"),
        ("suis nez", "verb", rf"suis nez(?= {{1,4}}(?=le |en ){_DAY_NEXT})"),
        ("naqui", "verb", r"naqui[ts](?![a-z])"),
        (
            "au monde",
            "verb",
            r"au monde",
            r"(?<![a-z])(?:ven(?:ue?s?|ais|ait|aient|ant)|vin[ts]|vinrent|vien(?:t|nent)|arrivee?s?|mise?s?) ",
        ),
        (
            "premier souffle",
            "verb",
            rf"premier souffle(?= {{1,4}}{_DAY_NEXT})",
            r"(?:pris|prit|prenait) (?:son|mon|leur) ",
        ),
        (
            "first breath",
            "verb",
            rf"first breath(?= {{1,4}}on {_DAY_NEXT})",
            r"(?:took|drew) (?:her|his|my|their|its) ",
        ),
        (
            "naitre",
            "verb",
            r"naitre(?![a-z])",
            r"(?<![a-z])(?:vien(?:t|nent)|venai(?:t|ent)) (?:tout juste )?de ",
        ),
        ("naissai", "verb", r"naissai(?:s|t|ent)(?![a-z])"),
        ("on this ", "verb", rf"on this (?:earth|planet) since(?= {{1,4}}{_DAY_NEXT})"),
        ("sur cette terre", "verb", rf"sur cette terre depuis(?= {{1,4}}{_DAY_NEXT})"),
        ("bout d", "verb", r"bout d(?:u|e (?:son|leur)) nez"),
        (
            "la vie ",
            "verb",
            rf"la vie(?= {{1,4}}(?:(?:a|au|aux) [a-z' -]{{2,30}},? )?{_DAY_NEXT})",
            r"(?<![a-z])donne ",
        ),
        (
            "into th",
            "verb",
            r"into th(?:e|is) world",
            r"(?<![a-z])(?:came|entered|arrived|brought|welcomed|ushered|put)(?: (?:her|him|them|me|us|my [a-z]{3,8}))? ",
        ),
        ("entered th", "verb", r"entered th(?:e|is) world"),
        (
            "borne",
            "verb",
            rf"borne(?= {{1,4}}(?:on |in |the )*{_DAY_NEXT})",
            r"(?<![a-z])(?:was|were|is|am|are|been) ",
        ),
        ("wasborn", "verb", r"wasborn(?![a-z])", r"(?<![a-z])"),
        (
            "bron",
            "verb",
            rf"bron(?= {{1,4}}(?:on |le |in |the )*{_DAY_NEXT})",
            r"(?<![a-z])(?<!\ba )(?<!de )(?<!in )(?<!at )(?<!of )",
        ),
        ("de nacimiento", "label", r"de nacimiento", r"(?<![a-z])fecha "),
        ("de nascimento", "label", r"de nascimento", r"(?<![a-z])data "),
        ("di nascita", "label", r"di nascita", r"(?<![a-z])data "),
        ("nesans", "label", r"nesans(?![a-z])", r"(?<![a-z])dat (?:de )?"),
        ("nele", "verb", rf"nele(?= ?{_DAY_NEXT})", r"(?<![a-z])"),
        ("neele", "verb", rf"neele(?= ?{_DAY_NEXT})", r"(?<![a-z])"),
        ("bornon", "verb", rf"bornon(?= ?{_DAY_NEXT})", r"(?<![a-z])"),
        ("nacid", "verb", rf"nacid[oa](?= (?:el|en) (?:{_DAY_NEXT}|[a-z]))", r"(?<![a-z])"),
        ("nascid", "verb", rf"nascid[oa](?= (?:em|no dia) {_DAY_NEXT})", r"(?<![a-z])"),
        ("fet", "verb", rf"fet(?= {{1,4}}(?=le ){_DAY_NEXT})", r"(?<![a-z])(?:mwen|li|pitit mwen) "),
        ("born", "verb", rf"born(?:ed)?(?! this way|[a-z])|born(?={MONTH})"),
        (" b. ", "verb", rf" b\.(?= {{1,5}}(?:the )?(?:[oil]?[0-9]|{MONTH}))"),
        ("[b. ", "verb", rf"\[b\.(?= {{1,4}}(?:[oil]?[0-9]|{MONTH}))"),
        ("(b. ", "verb", rf"\(b\.(?= {{1,4}}(?:[oil]?[0-9]|{MONTH}))"),
        (" n. ", "verb", rf" n\.(?= {{1,4}}{DATED})"),
        ("(n. ", "verb", rf"\(n\.(?= {{1,4}}{DATED})"),
        ("je suis d", "verb", rf"je suis d[eu](?= {{1,4}}(?:[0-9]|{WEEKDAY} |{MONTH}\.? [0-9]))"),
        (
            "je suis ",
            "verb",
            r"je suis (?:(?:bien|pourtant|aussi|donc|effectivement|moi|bel et bien) ){1,2}d[eu]"
            rf"(?= (?:[0-9]|{WEEKDAY} |{MONTH}\.? [0-9])(?![a-z0-9 ]{{0,14}} au? ))",
        ),
        ("est d", "verb", rf"est (?:du(?= {{1,4}}{_DAY_NEXT})|de(?= {{1,4}}{DATED}))", rf"{SOMEBODY} "),
        *(
            (
                f"{noun} d",
                "verb",
                rf"{noun} (?:du(?= {{1,4}}{_DAY_NEXT})|de(?= {{1,4}}{DATED}))",
                r"(?<![a-z])(?:une?|notre|mon|ma|petite?) (?:p'?tite? )?",
            )
            for noun in ("bebe", "garcon", "gars", "fille", "enfant")
        ),
        *((noun, "sort", rf"(?<=[0-9] ){noun}(?![a-z])") for noun in ("baby", "babies")),
        (
            "arriv",
            "verb",
            rf"arriv(?:ed|ee?){ON}",
            r"(?<![a-z])(?:(?:baby|bebe|newborn)(?: boy| girl)?(?: [a-z'-]{2,14})?"
            r"|(?:notre|our|ma|my) (?:petite?|little) [a-z'-]{2,12})"
            r"(?: est| is| has)? ",
        ),
        (
            "arriv",
            "verb",
            rf"arriv(?:ed|ee?s?)(?= (?:(?=le ){_DAY_NEXT}|on {_DAY_NEXT}){_NEWBORN})",
            rf"(?<![a-z])(?:notre|nos|mon|ma|our|my) {_BABY}(?: [a-z'-]{{2,12}})?(?: est| sont| is| has)? ",
        ),
        (
            "arriv",
            "verb",
            rf"arriv(?:ed|ee?s)(?= (?:(?=le ){_DAY_NEXT}|on {_DAY_NEXT})(?!{_STAY}){_NEWBORN})",
            r"(?<![a-z])(?:twins|jumeaux|jumelles)(?: sont| have)? ",
        ),
        (
            "arriv",
            "verb",
            rf"arriv(?:ed|ee?s)(?= (?:le|on) {_DAY_ENDS})",
            r"(?<![a-z])(?:nos|mes|our|my) (?:twins|jumeaux|jumelles)(?: sont| have)? ",
        ),
        (
            "deliver",
            "verb",
            rf"delivered (?:my|our|a|the) {_SUCH_A}{_BABY}(?= {{1,4}}on {_DAY_NEXT})",
            r"(?<![a-z])(?:i|we|she|wife|daughter|spouse|partner) ",
        ),
        (
            "deliver",
            "verb",
            rf"delivered(?= {{1,4}}on {_DAY_NEXT})",
            r"(?<![a-z])(?:my|our|his) (?:wife|daughter|spouse|partner|girlfriend|sister|fiancee|gf) (?:has )?",
        ),
        (
            "deliver",
            "verb",
            r"delivered at (?:[0-9]{2}(?: ?\+ ?[0-9])? weeks|term|home|full term"
            r"|the [a-z' -]{0,24}(?:hospital|birthing cent(?:er|re)|general))"
            rf"(?= {{1,4}}on {_DAY_NEXT})",
            r"(?<![a-z])(?:i|she|we|wife|daughter|partner) ",
        ),
        (
            "accouch",
            "verb",
            rf"accouchee? (?:a|au|aux|avant|chez|hier) [a-z0-9' -]{{2,40}}?(?= {{1,4}}le {_DAY_NEXT})",
            r"(?<![a-z])(?:ai|a|avait) ",
        ),
        (
            "arriv",
            "verb",
            rf"arrivee de {_OURS} {_BABY}(?: [a-z'-]{{2,14}})?(?= {{1,4}}{_DAY_NEXT}{_NEWBORN})",
        ),
        (
            "arriv",
            "verb",
            rf"arrival of {_OURS} {_BABY}(?: [a-z'-]{{2,14}})?(?= {{1,4}}on {_DAY_NEXT}{_NEWBORN})",
        ),
        (
            "came",
            "verb",
            rf"came(?: (?:early|late))?(?= {{1,4}}(?:on )?{_DAY_NEXT}{_NEWBORN})",
            r"(?<![a-z])(?:baby|babies|newborn|twins|little one|baby (?:boy|girl)) ",
        ),
        *(
            (
                f"made {whose}",
                "verb",
                rf"made {whose} (?:grand |big |early |surprise |first )?(?:appearance|entrance|debut|arrival)"
                rf"(?: in(?:to)? th(?:e|is) world)?(?= {{1,4}}on {_DAY_NEXT})",
                rf"{_BABY}(?: girl| boy)? (?:[a-z'-]{{2,12}} )?(?:finally |has )?",
            )
            for whose in ("his", "her", "their", "its")
        ),
        (
            "fait son",
            "verb",
            r"fait son (?:entree|arrivee|apparition)(?: dans (?:le monde|nos vies|notre vie)| en ce monde)?"
            rf"(?= {{1,4}}{_DAY_NEXT})",
            rf"{_BABY}(?: [a-z'-]{{2,12}})? (?:a|ont) ",
        ),
        (
            "accueilli",
            "verb",
            rf"accueillir? (?:notre|nos|mon|ma|un|une) {_SUCH_A}{_BABY}(?:,? [a-z'-]{{2,14}},?)?(?= {{1,4}}{_DAY_NEXT})",
        ),
        (
            "welcomed",
            "verb",
            rf"welcomed (?:(?:my|our|a|the) {_SUCH_A}{_BABY}(?:,? [a-z'-]{{2,12}},?)?"
            rf"(?= {{1,4}}on {_DAY_NEXT})|[a-z'-]{{2,12}}(?= {{1,4}}on {_DAY_NEXT}{_NEWBORN}))",
            r"(?<![a-z])(?:we|i|family) (?:have )?",
        ),
        ("accouchement du", "verb", rf"accouchement du(?= {{1,4}}{_DAY_NEXT})", r"(?<![a-z])(?:mon|son) "),
        (
            "accouch",
            "verb",
            r"accouchement(?: (?:a eu lieu|s'est (?:bien )?(?:passe|deroule)|fut|etait|a ete))?"
            rf"(?= {{1,4}}(?=le ){_DAY_NEXT}| ?[:=] ?[0-9])",
            r"(?:(?:^|[^a-z'\- ] {0,2})(?:l')?|(?<!prevue de )(?<!probable de )(?<!estimee de )(?<![a-z])(?:mon|son|notre) "
            r"|(?<!prevue )(?<!probable )(?<!estimee )(?<!presumee )(?<![a-z])(?:date|jour) (?:de l'|d'))",
        ),
        *(
            (
                stem,
                "verb",
                rf"{noun}(?= {{1,4}}(?:en |hier |(?=le ){_DAY_NEXT}))",
                rf"(?<![a-z])eu (?:notre|nos|mon|ma|mes|un|une|le|des) {_SUCH_A}",
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
            rf"petite?(?: derni(?:er|ere))?(?= {{1,4}}(?:en |hier |(?=le ){_DAY_NEXT}))",
            r"(?<![a-z])eu (?:notre|mon|ma) ",
        ),
        ("twin", "verb", rf"twins?(?: girls| boys)?(?= {{1,4}}on {_DAY_NEXT})", r"(?<![a-z])had "),
        *(
            (
                noun,
                "verb",
                rf"{noun}(?: boy| girl)?(?= {{1,4}}on {_DAY_NEXT})",
                rf"(?<![a-z])had (?:our|my|a|the) {_SUCH_A}",
            )
            for noun in ("baby", "twins", "boy", "girl", "child", "son", "daughter")
        ),
        (
            "nais",
            "verb",
            r"naissance(?: d(?:e|u) [a-z' -]{2,24}?)?(?: (?:dit|indique|montre|affiche|mentionne)(?= )"
            r"|,? (?:on (?:y )?(?:lit|voit)|on peut (?:y )?lire|(?:il|c') ?est (?:ecrit|inscrit|indique|note))(?= ))",
            r"(?:acte|certificat|extrait) de ",
        ),
        ("nais", "verb", r"naissance en date du(?= )", r"(?<![a-z])(?:ma|sa|leur|notre) "),
        (
            "birth",
            "verb",
            rf"birth(?= (?:to [a-z' -]{{2,40}} )?(?:on )?{_DAY_NEXT})",
            r"(?<![a-z])(?:gave|given|giving) ",
        ),
        ("birth", "verb", r"birth certificate (?:says|shows|reads|states|indicates)(?= )"),
        ("accouch", "verb", r"accouchee?(?= le | de | d'| en | par )", r"(?<![a-z])(?:ai|a|avait) "),
        (
            "accouch",
            "verb",
            r"accoucher(?= le | de | d'| en | par )",
            r"(?<![a-z])(?:vien[st]|venait) (?:juste )?d'",
        ),
    ),
    words="dn borne wasborn arrive arrivee arrives arrivees arrived"
    " bith rth issance ssance annif anif aniv nez nacimiento nascimento nascita nesans nacido nacida nascido nascida bron"
    " delivered welcomed accouchement arrival newborn newborns devenu devenue devenus dnaiss dnais dnaissance"
    " ddnaissance ddnaiss datnais datnaiss"
    " bd nce voyait"
    " nele neele bornon"
    " bday bdate anniv anniversaire anniversaires fete souffle breath naissais naissait naissaient baby babies accueilli"
    " ne nee nees nes naitre naquit naquis venu venue venus venues born borned"
    " vu vit accouche accouchee accoucher"
    f" brith brithday brithdate {_GLUED}",
    parts=("nais", "birth"),
    guarded={
        acronym("d n", alone="d n"): ("d.d.n", "d-d-n", "d. d. n", "d d n", "d/n", "d.n"),
        "d n": ("d de n",),
        "date n": ("date de n",),
        acronym("d o b", alone="o"): ("d.o.b", "d-o-b", "d. o. b", "d o b", "d/o/b"),
        "b": (" b. ", "[b. ", "(b. ", "b-day", "b-date"),
        "n": ("n. ",),
        "est du": ("est d",),
        **{
            f"est {who}": ("est d",)
            for who in "mere pere conjoint conjointe mari femme fils fille soeur frere enfant bebe".split()
        },
        "ans": ("ans le ",),
        "years": ("years old on ",),
        "suis": ("je suis d", "je suis "),
        "lieu date": ("lieu de n",),
        "place birth": ("place of b",),
        "city birth": ("city of b",),
        "world this": ("into th",),
        "world the": ("into th",),
        "entered world": ("entered th",),
        "donne vie": ("la vie ",),
        "mwen": ("fet",),
        "eu": ("bebe", "jume", "garcon", "fille", "enfant", "fils", "dernier", "petit"),
        "had": ("baby", "twin", "twins", "boy", "girl", "child", "son", "daughter"),
        **{f"{noun} du": (f"{noun} d",) for noun in ("bebe", "garcon", "gars", "fille", "enfant")},
        **{f"made {whose}": (f"made {whose}",) for whose in ("his", "her", "their", "its")},
        **{f"came {who}": ("came",) for who in ("baby", "babies", "newborn", "twins", "little")},
        **{
            f"became {parent}": ("became",)
            for parent in ("mother", "father", "mom", "mum", "dad", "parent", "parents")
        },
        "nouveau ne": ("nouveau-ne",),
        "nouveau nee": ("nouveau-ne",),
        acronym("b d", alone="b d"): ("b.d",),
        "au monde": ("au monde",),
        "earth since": ("on this ",),
        "planet since": ("on this ",),
        "terre depuis": ("sur cette terre",),
        "fait son": ("fait son",),
        "nez bout": ("bout d",),
    },
)
