"""The words that announce a social insurance number."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable, acronym

NUMBER: Final = r"(?:no|num|numero|nbr|number|n\^|#)"
#: Whose number it is, in the names of fields: "clientNas", "SIN_employee".
PEOPLE: Final = (
    "applicant assure child client conjoint conjointe contribuable demandeur dependant emp employe employee enfant epouse epoux"
    " father fille fils holder husband mari member membre mere mother parent patient payee pere person personne spouse taxpayer"
    " titulaire travailleur user usager wife worker"
)
#: What sticks to the label before it: "monNAS", "mySINis"; and who.
GLUED: Final = "no num numero number mon son ton votre le my his her your the"
PERSON: Final = f"(?:{'|'.join(sorted(PEOPLE.split(), key=len, reverse=True))})"
#: Right after "numéro d'assurance", which any insurer has: nine figures by threes, as social insurance numbers are written.
_GROUPED: Final = (
    r"(?= ?(?:[:=]|est|c'est|is)? ?(?:le )?[1-79][0-9]{2}(?: [0-9]{3} |-[0-9]{3}-)[0-9]{3}(?![0-9]))"
)
#: The same where the number may be written in one, behind what a person may call it by: what it is for, how it begins.
_NINE: Final = (
    r"(?= ?(?:[:=,]|est|c'est|is|was|was:)? ?(?:le |the )?[1-79][0-9]{2}([ .-]?)[0-9]{3}\1[0-9]{3}(?![0-9]))"
)
_ANYBODYS: Final = (
    r"(?:le |la |l'|les |mes |ses |mon |son |leurs |the |my |his |her |their |income |your ){0,2}"
)
#: Box 12 of a T4 slip (CRA, guide RC4120): its bearer's SIN. Before the slip, and after it.
_BOX: Final = r"(?:box|case) {0,2}(?:no {0,2}|n\^ {0,2}|# ?)?12(?![0-9])"
_BOX_OF: Final = (
    rf"(?<![a-z]){_BOX} {{0,2}}(?:\(|(?:du|de|d'un|of|on|sur|in|dans) {{1,2}}"
    r"(?:(?:mon|ma|son|sa|ses|le|un|my|his|her|the|a) {1,2})?(?:feuillet {1,2})?)"
)
#: A cooperative, a company: its number is not a person's.
_OF_FIRM: Final = (
    r" (?:de la|de l'|du|de notre|de votre) ?"
    r"(?:cooperative|compagnie|societe|entreprise|association|syndicat|organisme|fondation)"
)
#: The numbers of temporary residents begin with 9: "un numéro qui commence par neuf : 930 …".
_BEGINS: Final = (
    rf"(?<![a-z])(?:le|un|mon|son|ce|the|a|my|his|her|this) {NUMBER} (?:qui |that )?"
    r"(?:commence|commencant|debute|begins|beginning|starts|starting) (?:par|with|by) (?:un |a )?"
)
CUES: Final = CueTable(
    (
        (
            "nas",
            "name",
            rf"nas(?:s(?![0-9])|part(?:ie)?|no|num(?:ero)?|n(?=\^)|est|(?:d[eu])?{PERSON})?(?![a-z])",
        ),
        ("n.a.s", "cue", r"n\.a\.s\.?(?![a-z])"),
        ("n. a. s", "cue", r"n\. a\. s\.?(?![a-z])"),
        (
            "sin",
            "name",
            rf"sin(?! bin(?![a-z]))(?:s(?![0-9])|part|no|num(?:ber)?|n(?=\^)|is|(?:of)?{PERSON})?(?![a-z])",
        ),
        ("s.i.n", "cue", r"s\.i\.n\.?(?![a-z])"),
        ("s. i. n", "cue", r"s\. i\. n\.?(?![a-z])"),
        ("n-a-s", "cue", r"n-a-s(?![a-z-])", r"(?<![a-z-])"),
        ("s-i-n", "cue", r"s-i-n(?![a-z-])", r"(?<![a-z-])"),
        ("n/a/s", "cue", r"n/a/s(?![a-z/])", r"(?<![a-z/])"),
        ("s/i/n", "cue", r"s/i/n(?![a-z/])", r"(?<![a-z/])"),
        ("urance soc", "cue", r"urance soc(?:iale?|\.)?"),
        ("  soc", "cue", r"  soc(?:iale?|\.)?(?![a-z])", r"urance {0,4}"),
        ("social  ", "cue", r"social {2,5}ins(?:urance|\.)?(?![a-z])"),
        ("urancesoc", "cue", r"urancesoc(?:iale)?"),
        ("socialins", "cue", r"socialinsurance(?:number)?"),
        ("urance-soc", "cue", r"urance-soc(?:iale?|\.)?"),
        ("ass-soc", "cue", r"ass-soc(?:iale|\.)?(?![a-z])"),
        ("urances soc", "cue", r"urances soc(?:iales?|\.)?"),
        ("ass. soc", "cue", r"ass\. soc(?:iale|\.)?"),
        ("ass soc", "cue", r"ass soc(?:iale|\.)?"),
        ("assu soc", "cue", r"assu soc(?:iale)?"),
        ("assur soc", "cue", r"assur soc(?:iale)?"),
        ("u. soc", "cue", r"u\. soc(?:iale?|\.)?", r"(?<![a-z])ass"),
        ("ass.soc", "cue", r"ass\.soc(?:iale|\.)?"),
        ("num social", "cue", rf"num social(?!{_OF_FIRM})", r"(?<![a-z])"),
        ("numero social", "cue", rf"numero social(?!{_OF_FIRM})"),
        ("assure social", "cue", r"assure social", rf"{NUMBER}\.? (?:d'|de l')"),
        ("no social", "cue", r"no social"),
        ("number social", "cue", r"number social(?! (?:media|club|network|worker))"),
        ("social ins", "cue", r"social ins(?:urance|\.)?"),
        ("social ass", "cue", r"social ass(?:urance|\.)?(?![a-z])"),
        ("social-ins", "cue", r"social-insurance"),
        ("soc ins", "cue", r"soc ins"),
        ("soc. ins", "cue", r"soc\. ins\.?"),
        ("soc n", "cue", r"soc num(?:ber)?\.? ?[:#]"),
        ("soc n", "cue", r"soc num(?:ber)?(?![a-z])", r"(?<![a-z])(?:my|his|her|their|your|ur|mon|son) "),
        ("social sec", "cue", r"social sec(?:urity)?"),
        ("n a s", "cue", r"n a s(?![a-z])", r"(?<![a-z])"),
        ("s i n", "cue", r"s i n(?![a-z])", r"(?<![a-z])"),
        ("social is", "cue", r"social is", r"(?<![a-z])(?:my|his|her|their|mon|son|leur|[a-z]{2,12}'s) "),
        ("social is", "cue", r"social is(?= [0-9]{3}[ -,])", r"(?:[,;.&/(]|[0-9]{4}|(?<![a-z])and) ?"),
        ("social  is", "cue", r"social  is", r"(?<![a-z])(?:my|his|her|their)  "),
        ("social:", "cue", r"social:", r"(?<![a-z])(?:my|his|her|their) "),
        (
            "social:",
            "cue",
            r"social:(?= [0-9](?:[ ,-]{0,2}[0-9]){8}(?![0-9]))",
            r"(?:\A|[.;,!?)/|]) ?",
        ),
        ("social", "line", r"social ?:(?= ?[0-9]{3})"),
        ("social number", "cue", r"social number"),
        (
            "sociale",
            "cue",
            r"sociale(?= {0,2}[:=#(\-]? {0,2}[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{3}(?![0-9]))",
            r"(?<![a-z])(?:mon|ma|sa|son) ",
        ),
        (
            "social?",
            "cue",
            r"social\?(?=[\"'] {1,2}(?:(?:i|me|he|she)(?: [a-z]{2,8})?[:,]? )?"
            r"[1-79][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{3}(?![0-9]))",
            r"(?<![a-z])(?:the|your|ur) ",
        ),
        (
            "social",
            "cue",
            r"social(?= {0,2}[:=#(\-]? {0,2}[0-9]|[,;.]? (?:it's|its|it is|which is|here it is:?) [0-9]"
            r"|\? [0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}(?! (?:is|est) ))",
            r"(?<![a-z])(?:my|his|her|their) ",
        ),
        (
            "social",
            "cue",
            r"social(?= ?(?:[,.;:!?)(-]|$)| (?:not|for|and|but|if|so|in case)(?![a-z]))",
            r"[0-9][)\"]? ?(?:is|was|=|-|,)(?: (?:that|it)(?: is|'s))? (?:my|his|her|their)(?: [a-z]{2,10}'s)? ",
        ),
        (
            "social",
            "cue",
            r"social(?= {1,2}#?[0-9oil]{3}[ -]{0,2}[0-9oil]{3}[ -]{0,2}[0-9oil]{3}(?![0-9a-z]))",
            r"(?:[,;/+&(]|(?<![a-z])and) ?",
        ),
        (
            "social",
            "cue",
            r"social(?= (?:de|a) (?:mon|ma|son|sa|notre|leur) [a-z-]{3,14},? ?(?:c'est|est|:) (?:le )?[0-9]{3}"
            r"|,? (?:c'est|est)(?: bien)? (?:le )?[0-9]{3})",
            r"(?<![a-z])(?:le|mon|son|ton|leur|votre) ",
        ),
        (
            "d'assurance",
            "cue",
            rf"d'assurance{_GROUPED}",
            r"(?<!notre )(?<!nos )(?<![a-z])(?:numero|no|num|n\^) ",
        ),
        ("insurance n", "cue", rf"insurance (?:no|number){_GROUPED}", r"(?<![a-z])(?:my|his|her|their|the) "),
        *(
            (
                word,
                "cue",
                rf"{word}(?=(?: (?:here|below|ici|however|always|toujours|partout))?"
                r"(?: (?:so|thus|then|ainsi|donc|comme suit|as follows))? ?[:=]?"
                r" [0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9]))",
                r"(?<![a-z])(?:les|mes|ses|the|my|his|her) (?:(?:same|memes) )?(?:neuf|nine|9) ",
            )
            for word in ("chiffres", "digits", "figures")
        ),
        (
            "federal",
            "cue",
            r"federale?(?: one)?(?= ?[:=]? ?(?:is |est )?(?:le )?[1-79][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{3}(?![0-9]))",
            r"(?<![a-z])(?:insurance|assurance),? (?:the |la |au |\()?",
        ),
        ("ur. soc", "cue", r"ur\. soc(?:iale?|\.)?"),
        ("asssoc", "cue", r"asssoc(?:iale)?"),
        ("te sociale", "cue", r"te sociale"),
        ("ssn", "name", r"ssn(?![a-z])"),
        (" secu", "cue", r" secu(?![a-z])"),
        ("itn", "name", r"itn(?![a-z])"),
        ("ttn", "name", r"ttn(?![a-z])"),
        ("nii", "name", r"nii(?![a-z])"),
        ("imposition temp", "cue", r"imposition temporaire(?: \(nit\))?", rf"{NUMBER}\.? d'"),
        ("taxation num", "cue", r"taxation number", r"(?<![a-z])temporary "),
        ("fiscal temp", "cue", r"fiscal temporaire", rf"{NUMBER}\.? "),
        ("temporaire d'impo", "cue", r"temporaire d'impo(?:t|sition)(?![a-z])", rf"{NUMBER}\.? "),
        ("tax number", "cue", r"tax number"),
        ("tax id", "cue", r"tax id(?![a-z])"),
        ("identification", "cue", r"identification(?: fiscale|(?:[- ]| aux fins de l'| de l')impot)"),
        ("d'impot", "cue", r"d'impot(?! sur| de| fonc| scol| munic| prov)", rf"{NUMBER}\.? "),
        ("tax identif", "cue", r"tax identif\w+ number"),
        (
            "impot",
            "use",
            rf"impots?{_NINE}",
            rf"(?:{NUMBER}|neuf chiffres|le meme(?: que)?) (?:pour|a|sur|de) {_ANYBODYS}",
        ),
        (
            "impot",
            "use",
            rf"impots?{_NINE}",
            r"(?:met|mets|inscris|inscrit|utilise) sur (?:mes|ses|nos|son|mon) ",
        ),
        (
            "tax",
            "use",
            rf"tax(?:es)?{_NINE}",
            rf"(?:{NUMBER}|nine digits|the same(?: as)?) (?:for|in|on|of) {_ANYBODYS}",
        ),
        (
            "neuf",
            "begins",
            r"neuf(?=[ ,:;]{1,3}(?:le |soit )?9[0-9]{2}([ .-]?)[0-9]{3}\1[0-9]{3}(?![0-9]))",
            _BEGINS,
        ),
        (
            "nine",
            "begins",
            r"nine(?=[ ,:;]{1,3}(?:it's |its )?9[0-9]{2}([ .-]?)[0-9]{3}\1[0-9]{3}(?![0-9]))",
            _BEGINS,
        ),
        ("d'impot individuel", "cue", r"d'impot individuel"),
        ("d'impot temporaire", "cue", r"d'impot temporaire"),
        ("t4", "cue", rf"t4[a-z]{{0,2}}[ ,:(\-]{{1,6}}{_BOX}", "(?<![a-z0-9])"),
        ("t4", "cue", r"t4[a-z]{0,2}(?![a-z0-9])", _BOX_OF),
    ),
    words="""nas nass sin sins nonas monnas nasno nasnumero mysin nosin sinno sinnumber social sociale soc ssn secu itn ttn
    assurance insurance nii tax impot fiscale fiscal identification imposition taxation temporaire
    federal federale chiffres digits figures taxes impots neuf nine """
    + " ".join(
        glued
        for one in PEOPLE.split()
        for name, *of in (("nas", "du", "de"), ("sin", "of"))
        for glued in (name + one, one + name, *(name + link + one for link in of))
    )
    + " nasn sinn naspart naspartie sinpart nasest sinis "
    + " ".join(
        before + name + after
        for name, verb in (("nas", "est"), ("sin", "is"))
        for before in GLUED.split()
        for after in ("", verb)
    ),
    parts=("urancesoc", "socialins", "asssoc", "t4"),
    guarded={
        acronym("n a s", alone="n a"): ("n.a.s", "n. a. s", "n a s", "n-a-s", "n/a/s"),
        acronym("s i n", alone="i n"): ("s.i.n", "s. i. n", "s i n", "s-i-n", "s/i/n"),
    },
)
#: The kinds of what calls a number by what it is for, or by how it begins: they speak of SINs only where it is a person's.
BY_USE: Final = ("use", "begins")
