"""The words that make a date a birth date."""

from __future__ import annotations

from typing import Final

from recognizers.birth_arrivals import ARRIVALS
from recognizers.birth_forms import (
    DATED,
    DAY_NEXT,
    FIGURE,
    KIN,
    NAISS,
    NE,
    NO_HOST,
    ON,
    SOMEBODY,
    THE_CHILD,
    THE_PAPER,
)
from recognizers.birth_sayings import CHILD_OF, NOT_OF, SAID_WITH, SAYINGS
from recognizers.birth_typed import TYPED, TYPED_FOR_BIRTH, TYPED_WORDS
from recognizers.cues import CueTable, acronym
from recognizers.date_forms import WEEKDAY
from recognizers.month_forms import MONTH

#: Behind "dbo", which owns the tables of a database, what speaks of one.
_OF_DATABASE: Final = (
    r"[^\n]{1,40}(?<![a-z])(?:databases?|owners?|tables?|schemas?|logins?|roles?|sql|select|servers?|base de donnees"
    r"|proprietaires?)(?![a-z])"
)
#: A rare run of letters, what kind of cue it begins, and the whole cue matched from there.
CUES: Final = CueTable(
    (
        ("nais", "birth", NAISS),
        *(
            (
                f"{place} of b",
                "feast",
                rf"{place} of birth ?: ?[a-z' ,()-]{{2,40}}[.,;/]? ?date ?: ?(?={DAY_NEXT})",
            )
            for place in ("place", "city")
        ),
        (
            "lieu de n",
            "feast",
            rf"lieu de {NAISS} ?: ?[a-z' ,()-]{{2,40}}[.,;/]? ?date ?: ?(?={DAY_NEXT})",
        ),
        ("ddnais", "label", r"ddnais[a-z]{0,6}"),
        ("ddn", "label", rf"ddns?(?![a-z]){NO_HOST}|ddn(?={MONTH})"),
        ("d.d.n", "label", r"d\.d\.n\.?"),
        ("d. d. n", "label", r"d\. d\. n\.?"),
        ("d d n", "label", r"d d n(?![a-z])", r"(?<![a-z])"),
        ("d0b", "label", r"d0b(?![a-z0-9])"),
        ("d o b", "label", r"d o b(?![a-z])", r"(?<![a-z])"),
        ("dob", "label", rf"dobs?(?!'?[a-z]){NO_HOST}|dob(?={MONTH})"),
        (
            "dn",
            "label",
            r"dn(?: ?[:=]| (?=[a-z]{0,3}[0-9])(?=[0-9il][0-9oil]{0,3}[-/.][0-9oil]{1,2}[-/.][0-9oil]))",
            r"(?<![a-z0-9.])",
        ),
        ("d.n", "label", r"d\.n\.?(?= ?[:=]? ?(?:[0-9]|le ))", r"(?<![a-z0-9.])"),
        ("d de n", "label", r"d de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("d. de n", "label", r"d\. de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("date de n", "label", r"date de n\.? ?[:=]", r"(?<![a-z0-9.])"),
        ("d.o.b", "label", r"d\.o\.b\.?"),
        ("d.0.b", "label", r"d\.0\.b\.?"),
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
        ("b.d", "feast", rf"b\.d\.?(?= ?:? ?{DAY_NEXT})", r"(?<![a-z0-9.])"),
        ("bd", "feast", rf"bd(?:(?= ?:)|\.)(?= ?:? ?{DAY_NEXT})", r"(?<![a-z0-9.])(?<![0-9] )(?<![0-9], )"),
        ("dbo", "label", rf"dbo(?= ?[:=]? ?{DAY_NEXT})(?!{_OF_DATABASE})", r"(?<![a-z0-9.])"),
        ("nouveau-ne", "label", r"nouveau-nee?s?(?= ?[:,(])"),
        ("newborn", "label", r"newborns?(?= ?[:,(])"),
        ("arriv", "label", r"(?:arrival|arrivee)(?= ?(?:[:=]|on |le ))", r"(?<![a-z])(?:baby's |bebe's )"),
        ("arriv", "label", r"arrivee d[eu] bebe(?= ?(?:[:=]|le ))"),
        ("bith", "label", r"bith(?![a-z])", r"(?<![a-z])da(?:te|y) of "),
        *(
            (word, "label", rf"{word}(?= ?[:=] ?{DAY_NEXT})", r"(?<![a-z])date of ")
            for word in TYPED_FOR_BIRTH
        ),
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
            r"(?:date (?:de )?|jour (?:de )?|(?<![a-z])[mst]a (?:(?:vraie?|bonne|veritable|propre) )?)",
        ),
        (
            "fete",
            "anniversary",
            rf"fete d(?!'enfants)(?:e|u|') ?(?:(?:mon|ma|mes|notre|son|sa|leur) )?{KIN}(?: [a-z'-]{{2,14}})?"
            rf"(?= ?(?:,? (?:c'est|est)(?: bien)? |[:=] ?|,? ){DAY_NEXT})",
        ),
        (
            "fete",
            "feast",
            rf"fete (?:de |d'|a |du )[a-z-]{{3,14}}(?= ?[:=] ?{DAY_NEXT}|,? (?:est |c'est )?(?=le ){DAY_NEXT})",
        ),
        ("fete", "feast", rf"fete(?= ?(?:[:=] ?)?{DAY_NEXT})", r"(?:^|[^a-z' ] ?| {2})"),
        ("fete", "feast", rf"fete(?= ?\( ?{DAY_NEXT})", r"(?<![a-z])(?:une|sa|ma|leur) "),
        (
            "fete",
            "feast",
            rf"fetee?s? (?=le {DAY_NEXT})",
            r"(?<![a-z])(?:m'|l'|t'|les |nous )(?:a|ont|avons) toujours ",
        ),
        ("fete le", "feast", rf"fete(?= {{1,4}}(?=le ){DAY_NEXT})", rf"(?<![a-z])(?:je|il|elle|{SOMEBODY}) "),
        ("special day", "label", rf"special day(?= ?[:=] ?{DAY_NEXT})", r"(?<![a-z])(?:his|her) "),
        ("vu le jour", "verb", r"vu le jour"),
        ("oyai", "verb", r"oyai(?:s|t|ent) le jour", r"(?<![a-z])v"),
        (
            "light of day",
            "verb",
            r"light of day(?= {1,4}(?:(?:in|at) [a-z' -]{2,24} )?on )",
            r"(?<![a-z])(?:saw|seen) (?:the )?",
        ),
        ("existe depuis", "verb", rf"existe depuis(?= {{1,4}}{DAY_NEXT})", r"(?<![a-z])j'"),
        (
            "premier cri",
            "verb",
            rf"premier cri(?= {{1,4}}(?:(?:a|au|en|dans) [a-z' -]{{2,24}} )?(?=le ){DAY_NEXT})",
            r"(?<![a-z])pousse (?:son|mon|leur) ",
        ),
        ("vit le jour", "verb", r"vit le jour", rf"(?<![a-z])(?:il|elle|on|{SOMEBODY}) "),
        ("ans le ", "age", r"ans le (?=[0-9])"),
        ("years old on ", "age", r"years old on "),
        (" ne", "verb", rf" {NE}{ON}"),
        ("suis ne", "ending", rf"suis {NE}", r"(?:que|ou|quand) je "),
        ("etais ne", "ending", rf"etais {NE}", r"(?:que|ou|quand) j'"),
        ("etait ne", "ending", rf"etait {NE}", rf"(?:que|ou|quand) (?:il|elle|{SOMEBODY}) "),
        ("ai ete ne", "ending", rf"ai ete {NE}", r"que j'"),
        ("est ne", "ending", rf"est {NE}", rf"(?:que|ou|quand) (?:il|elle|{SOMEBODY}) "),
        ("est ne", "ending", rf"est {NE}(?= ?(?:[.,;!)]|\n|\Z))", rf"{SOMEBODY} "),
        ("est ne", "ending", rf"est {NE}(?= (?:mon|ma|mes|notre|nos|son|sa|leur) )"),
        ("sont ne", "ending", rf"sont {NE}(?= (?:mes|nos|ses|leurs) )"),
        ("accouchait", "ending", r"accouchait(?![a-z])"),
        ("accouch", "ending", r"accouchee?(?![a-z])", r"(?<![a-z])(?:ai|a|avait|avons) "),
        ("birth", "ending", r"birth(?![a-z])", r"(?<![a-z])(?:gave|given) "),
        ("devenu", "ending", r"devenue?s? (?:maman|mere|papa|pere|parents)(?![a-z])"),
        ("became", "ending", r"became (?:a |the )?(?:mother|father|mom|mum|dad|parents?)(?![a-z])"),
        ("sont ne", "ending", rf"sont {NE}", rf"(?:que|ou|quand) {SOMEBODY} "),
        *(
            (f"{who} ne", "verb", rf"{who} {NE}(?= ?\?)", r"(?<![a-z])(?:etes|es)[ -]{1,2}")
            for who in ("vous", "tu")
        ),
        *(
            (
                f"{who} ne",
                "verb",
                rf"{who} {NE}(?= ?\?)",
                r"(?<![a-z])(?:quand|date|jour)(?: [a-z' ]{2,20})? (?:est|sont)[ -]{1,2}",
            )
            for who in ("il", "elle", "ils", "elles")
        ),
        (
            "est ne",
            "verb",
            rf"est {NE}(?= (?:votre|ton|ta|l[ea]|l'|cet|cette) ?{KIN}(?: [a-z' -]{{2,30}})? ?\?)",
            r"(?<![a-z])(?:quand|quelle date|quel jour) ",
        ),
        ("[ne", "verb", rf"\[{NE}{ON}"),
        ("/ne", "verb", rf"/{NE}{ON}"),
        ("(ne", "verb", rf"\({NE}{ON}"),
        ("<ne", "verb", rf"<{NE}{ON}"),
        ("ne e ", "verb", r"ne e {1,2}(?=le(?![a-z]))", r"(?<![a-z])"),
        ('"ne', "verb", rf'"{NE}{ON}'),
        (";ne", "verb", rf";{NE}{ON}"),
        (",ne", "verb", rf",{NE}{ON}"),
        (":ne", "verb", rf":{NE}{ON}"),
        ("-ne", "verb", rf"-{NE}{ON}", r"(?:\A|[\n >])"),
        *((f"{mark}ne", "verb", rf"[{mark}]{NE}{ON}") for mark in ".!)"),
        ("\x7fne", "verb", rf"\x7f{NE}{ON}"),
        ("suis nez", "verb", rf"suis nez(?= {{1,4}}(?=le |en ){DAY_NEXT})"),
        ("naqui", "verb", r"naqui[ts](?![a-z])"),
        (
            "au monde",
            "verb",
            r"au monde(?! d(?:u|es|e la) (?:travail|affaires|spectacle|sport|livre|finance|musique|work))",
            r"(?<![a-z])(?:ven(?:ue?s?|ais|ait|aient|ant)|vin[ts]|vinrent|vien(?:s|t|nent)|arrivee?s?|mise?s?) ",
        ),
        (
            "au monde",
            "verb",
            rf"au monde depuis(?= {{1,4}}{DAY_NEXT})",
            rf"(?<![a-z])(?:je suis|{SOMEBODY} (?:est|sont)) ",
        ),
        (
            "premier souffle",
            "verb",
            rf"premier souffle(?= {{1,4}}{DAY_NEXT})",
            r"(?:pris|prit|prenait) (?:son|mon|leur) ",
        ),
        (
            "first breath",
            "verb",
            rf"first breath(?= {{1,4}}on {DAY_NEXT})",
            r"(?:took|drew) (?:her|his|my|their|its) ",
        ),
        (
            "naitre",
            "verb",
            r"naitre(?![a-z])",
            r"(?<![a-z])(?:vien(?:t|nent)|venai(?:t|ent)) (?:tout juste )?de ",
        ),
        ("naitre", "verb", rf"naitre(?= {{1,4}}(?=le ){DAY_NEXT})", r"(?<![a-z])(?:fait|faisait|font) "),
        ("naissai", "verb", r"naissai(?:s|t|ent)(?![a-z])"),
        ("on this ", "verb", rf"on this (?:earth|planet) since(?= {{1,4}}{DAY_NEXT})"),
        (
            "on this ",
            "verb",
            rf"on this (?:earth|planet),?(?= {{1,4}}(?:on )?{DAY_NEXT})",
            r"(?<![a-z])(?:arrived|came|appeared|landed) ",
        ),
        ("sur cette terre", "verb", rf"sur cette terre,? depuis(?= {{1,4}}{DAY_NEXT})"),
        ("bout d", "verb", r"bout d(?:u|e (?:son|leur)) nez"),
        (
            "la vie ",
            "verb",
            rf"la vie(?= {{1,4}}(?:(?:a|au|aux) [a-z' -]{{2,30}},? )?{DAY_NEXT})",
            r"(?<![a-z])donne ",
        ),
        (
            "into th",
            "verb",
            r"into th(?:e|is) world",
            r"(?<![a-z])(?:came|come|enter|arrive|entered|arrived|brought|welcomed|ushered|put)"
            r"(?: (?:her|him|them|me|us|my [a-z]{3,8}))? ",
        ),
        ("entered th", "verb", r"entered th(?:e|is) world"),
        *(
            (
                stem,
                "verb",
                rf"{said}(?= (?:the )?{DATED})",
                r"(?<![a-z])(?:i am|i'm|je suis|moi,?)(?: [a-z][a-z'-]{1,20}){0,4}?,? (?:(?:of )?(?:the|an?) |de la )?",
            )
            for stem, said in (
                ("class of", "class of"),
                ("vintage", "vintage(?: of)?"),
                ("cuvee d", "cuvee du"),
                ("child of", "child of"),
            )
        ),
        *TYPED,
        ("born", "verb", rf"born(?:ed)?(?! this way| again|[a-z])|born(?={MONTH})"),
        (" b. ", "verb", rf" b\.(?= {{1,5}}(?:the )?(?:[oil]?[0-9]|{MONTH}))"),
        ("[b. ", "verb", rf"\[b\.(?= {{1,4}}(?:[oil]?[0-9]|{MONTH}))"),
        ("(b. ", "verb", rf"\(b\.(?= {{1,4}}(?:[oil]?[0-9]|{MONTH}))"),
        (" n. ", "verb", rf" n\.(?= {{1,4}}{DATED})"),
        ("(n. ", "verb", rf"\(n\.(?= {{1,4}}{DATED})"),
        (
            "pris nais",
            "verb",
            r"pris naissance(?: (?:a|au|aux|en|dans) [a-z' -]{2,30}?)?(?: en date)?"
            rf"(?= (?:le|du) {DAY_NEXT})",
            r"(?<![a-z])(?:j'ai|nous avons) ",
        ),
        *(
            (stem, "verb", rf"nee? ?\.{{3,60}}(?= ?{DAY_NEXT})", r"(?<![a-z])")
            for stem in ("ne ..", "nee ..", "ne...", "nee...")
        ),
        (
            "j'suis d",
            "verb",
            rf"j'suis d[eu](?= {{1,4}}(?:{FIGURE}|{WEEKDAY} |{MONTH}\.? [0-9])(?![a-z0-9 ]{{0,14}} au? ))",
        ),
        (
            "chu d",
            "verb",
            rf"chu d[eu](?= {{1,4}}(?:{FIGURE}|{WEEKDAY} |{MONTH}\.? [0-9])"
            r"(?![a-z0-9 ]{0,18} (?:au?|sur appel|en (?:conge|vacances|service|poste|formation))(?![a-z])))",
        ),
        ("je suis d", "verb", rf"je suis d[eu](?= {{1,4}}(?:{FIGURE}|{WEEKDAY} |{MONTH}\.? [0-9]))"),
        (
            "je suis ",
            "verb",
            r"je suis (?:(?:bien|pourtant|aussi|donc|effectivement|moi|bel et bien) ){1,2}d[eu]"
            rf"(?= (?:{FIGURE}|{WEEKDAY} |{MONTH}\.? [0-9])(?![a-z0-9 ]{{0,14}} au? ))",
        ),
        (
            "est d",
            "verb",
            rf"est (?:du(?= {{1,4}}(?!le ){DAY_NEXT})|de(?= {{1,4}}{DATED}))",
            rf"(?:(?:{NOT_OF}|{CHILD_OF})(?:{SOMEBODY}|{THE_CHILD})(?:, [a-z'-]{{2,14}},)?|(?<![a-z'])(?:il|elle|lui)) ",
        ),
        *(
            (
                f"est de {century}",
                "verb",
                rf"est de(?= {century}[0-9]{{2}}, (?:le )?[0-9]{{1,2}}(?:er)? (?:d')?{MONTH}(?![a-z]))",
                rf"(?:(?:{NOT_OF}|{CHILD_OF})(?:{SOMEBODY}|{THE_CHILD})|(?<![a-z'])(?:il|elle|lui)) ",
            )
            for century in ("19", "20")
        ),
        (
            "est de",
            "verb",
            rf"est de(?= {MONTH} (?:19|20)[0-9]{{2}},? (?:[a-z]{{2,12}} ){{0,2}}"
            rf"(?:le |du )?[0-9]{{1,2}}(?:er)? (?:d')?{MONTH}(?![a-z]))",
            rf"(?:(?:{NOT_OF}|{CHILD_OF})(?:{SOMEBODY}|{THE_CHILD})|(?<![a-z'])(?:il|elle|lui)) ",
        ),
        *(
            (
                f"is {since}",
                "verb",
                rf"is {since}(?= (?:the )?{DATED}[0-9]{{3}},? (?:and |was |and was )?(?:bapti[sz]ed|christened)(?![a-z]))",
                r"(?<![a-z])s?he ",
            )
            for since in ("of", "from")
        ),
        (
            "serait d",
            "verb",
            rf"serait du(?= {{1,4}}{DAY_NEXT}(?![a-z0-9 ]{{0,18}} au ))",
            rf"{NOT_OF}(?:{SOMEBODY}) ",
        ),
        *(
            (
                f"{noun} d",
                "verb",
                rf"{noun} (?:du(?= {{1,4}}{DAY_NEXT})|de(?= {{1,4}}{DATED}))",
                r"(?<![a-z])(?:une?|notre|mon|ma|petite?) (?:p'?tite? )?",
            )
            for noun in ("bebe", "garcon", "gars", "fille", "enfant")
        ),
        *((noun, "sort", rf"(?<=[0-9] ){noun}(?![a-z])") for noun in ("baby", "babies")),
        *ARRIVALS,
        *SAYINGS,
        (
            "nais",
            "verb",
            r"naissance(?: d(?:e|u) [a-z' -]{2,24}?| qu(?:e |')[a-z' ]{4,30}?)?(?: (?:dit|indique|montre|affiche|mentionne)(?= )"
            rf"| (?:porte|donne)(?: la date du)?(?= {DAY_NEXT})"
            r"|,? (?:on (?:y )?(?:lit|voit)|on peut (?:y )?lire|(?:il|c') ?est (?:ecrit|inscrit|indique|note))(?= ))",
            r"(?:acte|certificat|extrait) de ",
        ),
        (
            "nais",
            "verb",
            rf"naissance(?= ?[:,(] ?{DAY_NEXT})",
            rf"(?:selon|d'apres|sur|per) {THE_PAPER}(?:acte|certificat|extrait) de ",
        ),
        (
            "birth cert",
            "verb",
            rf"birth cert(?:ificate|\.)?(?= ?[:,(] ?{DAY_NEXT})",
            rf"(?:per|to|on) {THE_PAPER}",
        ),
        ("birth record", "feast", rf"birth record(?= ?: ?{DAY_NEXT})", r"(?<![a-z])"),
        ("nais", "verb", r"naissance en date du(?= )", r"(?<![a-z])(?:ma|sa|leur|notre) "),
        (
            "birth",
            "verb",
            rf"birth(?= (?:to [a-z' -]{{2,40}} )?(?:on )?{DAY_NEXT})",
            r"(?<![a-z])(?:gave|given|giving) ",
        ),
        ("birth", "verb", r"birth(?: having (?:occurred|taken place)| itself(?: was| occurred)?) on(?= )"),
        ("nais", "verb", r"naissance ayant eu lieu le(?= )"),
        (
            "birth cert",
            "verb",
            r"birth certificate(?: (?:that |which )?(?:i|we|s?he|they)(?:'ve| have)? [a-z' ]{3,24}?)? (?:(?:says|shows|reads"
            rf"|states|indicates)(?= )|(?:has|bears|gives|carries)(?: the date(?: of)?)?(?= {DAY_NEXT}))",
        ),
        ("accouch", "verb", r"accouchee?(?= le | de | d'| en | par )", r"(?<![a-z])(?:j?ai|a|avait) "),
        (
            "accouch",
            "verb",
            r"accoucher(?= le | de | d'| en | par )",
            r"(?<![a-z])(?:vien[st]|venait) (?:juste )?d'",
        ),
    ),
    words="dn arrive arrivee arrives arrivees arrived sorti sortie"
    " delivered delivery welcomed accouchement arrival newborn newborns devenu devenue devenus"
    " bd dbo nce voyais voyait voyaient"
    " bday bdate anniv anniversaire anniversaires fete fetee fetes fetees"
    " souffle breath naissais naissait naissaient baby babies accueilli"
    " ne nee nees nes naitre naquit naquis venu venue venus venues born borned"
    f" vu vit accouche accouchee accoucher accouchait {TYPED_WORDS}",
    parts=("nais", "birth"),
    guarded={
        **SAID_WITH,
        acronym("d n", alone="d n"): ("d.d.n", "d-d-n", "d. d. n", "d d n", "d/n", "d.n"),
        "d n": ("d de n", "d. de n"),
        "date n": ("date de n",),
        acronym("d o b", alone="o"): ("d.o.b", "d-o-b", "d. o. b", "d o b", "d/o/b"),
        "b d": ("d0b", "d.0.b"),
        "b": (" b. ", "[b. ", "(b. ", "b-day", "b-date"),
        "n": ("n. ",),
        "est du": ("est d",),
        **{
            f"est {who}": ("est d",)
            for who in "mere pere conjoint conjointe mari femme fils fille soeur sour frere enfant bebe".split()
        },
        "ans": ("ans le ",),
        "years": ("years old on ",),
        **{
            f"{noun} {unit}": (noun,)
            for noun in ("garcon", "fille", "boy", "girl")
            for unit in ("kg", "lb", "lbs", "livres", "pounds", "grammes", "g")
        },
        "est de": ("est de 19", "est de 20", "est de"),
        **dict.fromkeys(("baptized", "baptised", "christened"), ("is of", "is from")),
        "chu": ("chu d",),
        "serait du": ("serait d",),
        "premier cri": ("premier cri",),
        "suis": ("je suis d", "je suis ", "j'suis d"),
        **{f"date {word}": (word,) for word in TYPED_FOR_BIRTH},
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
        "came along": ("came",),
        "minutes apart": ("came",),
        "minutes intervalle": ("minutes d'",),
        "minutes ecart": ("minutes d'",),
        **{f"make {how}": ("make it",) for how in ("whisker", "just", "barely", "hair")},
        **{f"makes {how}": ("makes it",) for how in ("whisker", "just", "barely", "hair")},
        "justesse": ("de justesse",),
        "arrive juste": ("tout juste",),
        **{f"came {who}": ("came",) for who in ("baby", "babies", "newborn", "twins", "little")},
        **{
            f"became {parent}": ("became",)
            for parent in ("mother", "father", "mom", "mum", "dad", "parent", "parents")
        },
        "nouveau ne": ("nouveau-ne",),
        "nouveau nee": ("nouveau-ne",),
        acronym("b d", alone="b d"): ("b.d",),
        "au monde": ("au monde",),
        **{
            f"{where} {how}": ("on this ",)
            for where in ("earth", "planet")
            for how in ("since", "arrived", "came", "appeared", "landed")
        },
        "terre depuis": ("sur cette terre",),
        "existe depuis": ("existe depuis",),
        "special day": ("special day",),
        "light day": ("light of day",),
        "class": ("class of",),
        "vintage": ("vintage",),
        "cuvee": ("cuvee d",),
        "child of": ("child of",),
        "natus": ("nat",),
        "nata": ("nat",),
        "b r n": ("b o r n",),
        "fait son": ("fait son",),
        "nez bout": ("bout d",),
    },
)
