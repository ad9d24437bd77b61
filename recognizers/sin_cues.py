"""Words that announce a social insurance number, and the same letters where they mean something else."""

from __future__ import annotations

from typing import Final

from recognizers.cues import Cue, CueTable, acronym
from recognizers.elements import ends_element
from recognizers.patterns import Ending, compiled
from recognizers.sin_denied import is_airport, is_counted, is_denied, is_wrongdoing

NUMBER: Final = r"(?:no|num|numero|nbr|number|n\^|#)"
#: Whose number it is, in the names of fields: "clientNas", "SIN_employee".
PEOPLE: Final = (
    "applicant assure child client conjoint conjointe contribuable demandeur dependant emp employe employee enfant epouse epoux"
    " father fille fils holder husband mari member membre mere mother parent patient payee pere person personne spouse taxpayer"
    " titulaire travailleur user usager wife worker"
)
#: What sticks to the label before it: "monNAS", "mySINis".
_GLUED: Final = "no num numero number mon son ton votre le my his her your the"
_PERSON: Final = f"(?:{'|'.join(sorted(PEOPLE.split(), key=len, reverse=True))})"
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
#: Justified text and pages of PDF have two spaces for one.
SPACES: Final = compiled(" {2,}")
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
            rf"nas(?:s(?![0-9])|part(?:ie)?|no|num(?:ero)?|n(?=\^)|est|(?:d[eu])?{_PERSON})?(?![a-z])",
        ),
        ("n.a.s", "cue", r"n\.a\.s\.?(?![a-z])"),
        ("n. a. s", "cue", r"n\. a\. s\.?(?![a-z])"),
        (
            "sin",
            "name",
            rf"sin(?! bin(?![a-z]))(?:s(?![0-9])|part|no|num(?:ber)?|n(?=\^)|is|(?:of)?{_PERSON})?(?![a-z])",
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
        ("social is", "cue", r"social is(?= [0-9]{3}[ -,])", r"(?:[,;.&/(]|(?<![a-z])and) ?"),
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
        for before in _GLUED.split()
        for after in ("", verb)
    ),
    parts=("urancesoc", "socialins", "asssoc", "t4"),
    guarded={
        acronym("n a s", alone="n a"): ("n.a.s", "n. a. s", "n a s", "n-a-s", "n/a/s"),
        acronym("s i n", alone="i n"): ("s.i.n", "s. i. n", "s i n", "s-i-n", "s/i/n"),
    },
)
#: Right before the letters: they name a disk, a wrong, an angle.
_CONTEXT_VETO: Final = compiled(
    r"(?<![a-z/])(?:qnap|synology|asustor|buffalo|netgear|terramaster|ugreen|truenas"
    r"|series?|serial|(?:sauvegardes?|backups?|micrologiciel|firmware) (?:du|de|of|of the)|serveurs?"
    r"|servers?|stockage|storage|disques?|boitier|viet|drive|a|deadly|original"
    r"|mortal|of|cos|cosinus|arc|cardinal)[ -]$|//$|(?<![a-z])math\.$"
)
#: "the parcel's number for the copy of my SIN": of the copy.
_COPY: Final = Ending(
    r"(?<![a-z])(?:numero|number|no|suivi|tracking)(?![a-z])[^.!?:0-9]{0,40} (?:pour|for|of|de) (?:la|une|the|a) "
    r"(?:photo)?cop(?:ie|y) "
    r"(?:de|of) (?:[mst]on|my|his|her) \Z"
)
_COPY_REACH: Final = 90
#: Near the letters: they are the name of a disk, an airport, a singer.
NO_LABEL: Final = compiled(
    r"(?<![a-z])(?:synology|qnap|asustor|disques?|reseau|network|raid|sauvegarde[es]{0,2}|backed up|backups?|volumes?"
    r"|math\.sin|stockage|storage|share|intervention|firmware|rappeu?r|albums?|sold|vendu"
    r"|singapou?re?|nassau|academy|academie|airport|aeroport)(?![a-z])"
    r"|^[ -]?city(?![a-z])"
    r"|^ (?:du|de la|at the|in the|of the) (?:bureau|maison|sous-sol|studio|office|basement)(?= ?(?:[(:#=]|est|is))"
)
#: NAS, SIN, SSN, ITN, TTN; the plural's ending is small.
_ACRONYM: Final = 3
#: "I just got a sin: 130 692 544": what somebody gets is no wrong, right before its mark and a number.
_GOT_A: Final = compiled(
    r"(?<![a-z])(?:got|get|gets|has|have|had|received|gave|given|issued|assigned|obtained)(?: (?:me|him|her|them|us))? a $"
)
_IS_NINE: Final = compiled(r" ?[:=] ?[1-9][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{3}(?![0-9])")
_LINE_START: Final = compiled(r"(?:^|\n)[> ]{0,3}$")
#: The kinds of what calls a number by what it is for, or by how it begins: they speak of SINs only where it is a person's.
BY_USE: Final = ("use", "begins")
#: Around a number that is called by what it is for, or how it begins: whose, or what else, it is; and so far.
_NO_PERSONS: Final = compiled(
    r"[^!?\n]*(?<![a-z])(?:our|notre|nos|firms?|firme|business|compan(?:y|ies)|compagnie|entreprise|societe|organisme|inc|ltee|gst|hst|tps|tvq"
    r"|qst|neq|phone|tel|telephone|confirmation|receipt|recu|reference|ref|case|dossier|file|propert(?:y|ies)|roll|role|daycare"
    r"|garderie|invoice|facture|payment|paiement|parcel|colis|tracking|suivi|reservation|order|commande|account|compte|bill"
    r"|landlord|proprietaire|donation|charity|client|customer|member|membre|ticket|claim|reclamation)s?(?![a-z])"
)
_USE_REACH: Final = 70
#: Near a number that begins with nine: its bearer is a temporary resident.
_OF_A_RESIDENT: Final = compiled(
    r"(?<![a-z])(?:permis|permit|temporary|temporaire|nas|sin|social|service canada|refugee|refugie|visa"
    r"|residen(?:t|ce))(?![a-z])"
)
_RESIDENT: Final = 120
#: The taxes of land and companies have numbers, too.
_LANDED: Final = compiled(r"(?<![a-z])(?:property|municipal|school|sales|business) $")
#: Right after a figure, only a label with its mark is one: "…1925NAS: 130 692 544".
_GLUED_LABEL: Final = compiled(" ?[:#=]|[0-9]{3}")
#: What may stick to the label: "monNAS:", "noNAS".
_GLUED_BEFORE: Final = compiled(f"(?<![a-z])(?:{_GLUED.replace(' ', '|')}|{_PERSON})$")
_SPELLED_OUT: Final = compiled(r" ?\(([a-z][a-z' -]{6,60})\)")
_OF_INSURANCE: Final = compiled("social|assur|insur|num")
_LONGER_WORD: Final = compiled("(?<![a-z])[a-z]{3,}")
#: How much of a name that brackets shorten is looked at; it ends in a word.
_NAME_REACH: Final = 48
_BRACKET_ENDS: Final = compiled(r"\)(?! ?[:=#])")
_NAME_END: Final = compiled(r"[a-z] ?$")
_INITIAL: Final = compiled("(?<![a-z])[a-z](?=[a-z]{2})")
_CELL_BEGINS: Final = compiled(r"(?:^|[\t\n>]|  |\| ?)$")
_CELL_ENDS: Final = compiled(r"[\t\r\n<]|  | ?\||$")
_EDGE: Final = compiled("[\t><|]|  ")
#: The head of a column that says which of several it is: "sin_old | sin_new"; a mark or a low line tells it from prose.
_WHICH: Final = (
    r"(?:old|new|former|previous|prev|current|correct(?:ed)?|right|wrong|updated|original|initial|final|valid(?:ated)?|reported"
    r"|filed?|ancien|nouveau|precedent|actuel|corrige|exact|bon|mauvais|errone|valide|verifie|inscrit|declare|recu)"
)
_HEAD_BEGINS: Final = compiled(rf"(?:\A|\n[> ]{{0,3}}|[|\t;] {{0,2}}|,)\"?(?:{_WHICH}[_ ]){{0,2}}\Z")
_HEAD_ENDS: Final = compiled(rf"(?:(?:[_ ]| ?\(){_WHICH}\)?)?[ \"]{{0,40}}(?:[|\t;]|,(?! )|\r?\n|\Z)")
_HEAD_MARK: Final = compiled(r"[|\t;_]|,(?! )")
_HEAD_REACH: Final = 30
#: The name of a computer: "nas01.exemple.ca"; and an airport, "Nas (Bahamas)".
_HOST: Final = compiled(
    r"-?[0-9]{0,3}\.(?!it's(?![a-z])|c'est(?![a-z])|(?:pdf|jpe?g|png|docx?|xlsx?|csv|txt|tiff?|zip|msg|eml|heic)(?![a-z]))[a-z]{2}|\([a-z]\)"
    r"| ?\((?:the |les )?(?:bahamas|nassau)(?![a-z])"
)
_OWN: Final = compiled(
    r"(?:[a-z]'s|mon|son|leur|notre|votre|ton|my|his|her|their|our|your|ur|the|le|du|de|les|des|ces|ses|mes|nos|vos|leurs|these|both|deux|two|trois|three|[23]|no|num"
    r"|c'est (?:ecrit|marque|inscrit|indique)|it (?:asks for|says|reads)"
    r"|numero|n\^|#|et|and|ou|or|[,;:|/(\-])[ ]?$"
)
#: "Demande de NAS no 123": the number of the request.
_REQUEST: Final = compiled(
    r"(?:demande|requete|formulaire|application|request|form) (?:de|d'un|for|for an?) $"
)
_NUMBER_OF_REQUEST: Final = compiled(
    r"(?<![a-z])(?:numero|number|no|num)[. ]{1,2}(?:de |d'|du |of |for )(?:(?:la|ma|my|the|your|votre|notre|our) |l')?"
    r"(?:demande|requete|formulaire|application|request|form) [a-z' ]{2,9}\Z"
)
_ITS_NUMBER: Final = compiled(rf" {NUMBER}(?![a-z])")
#: At the head of a line: "sin for payroll 130 692 544".
_FOR_WORK: Final = compiled(
    r" (?:for|pour) (?:(?:the|la|le|my|your|our|votre|notre) |l')?"
    r"(?:payroll|paye|paie|(?:(?:tax|pay|income) )?slips?|(?:feuillets?|releves?)"
    r"(?: (?:fiscal|fiscaux|d'emploi|d'impot|de paye|de paie|1))?"
    r"|tax(?:es)?|impots?|t4|rl-?1|work|job|emploi|employer|employeur|bank|banque) ?[:=]? ?[0-9]{3}"
)
#: "nas connu :", "nas de l'employé :".
_DESCRIBED: Final = compiled(r"(?:[ _](?!pour|serv|drive|synology|qnap)[a-z']{2,14}){1,3}\"? ?[:=] ?\"?[0-9]")
_ASKED: Final = compiled(
    r"[ \"'\]]{0,2}(?:[:#=(|\[\-]|\.{2,40} ?[0-9]|n\^|(?:card )?(?:no|num|nbr)|card ?[:#]"
    r"|card[;,]? (?:(?:and )?it|which|that) (?:shows?|says?|reads?)(?![a-z])|est|is|sont|are|c'est|it's|,|;|/"
    r"|et|and|(?:changed )?from [0-9]|to [0-9]|[0-9]|\. ?(?:(?:c'est|est|it's|is)\. ?)?[0-9]{3}[ -]?[0-9]{3}|\?|temporaire"
    r"|(?:mere|pere|parent|conjointe?|epou(?:x|se)|mari|femme|fils|fille|enfant|mother|father|spouse|wife|husband|son|daughter|child)"
    r" ?[:=]? ?[0-9]"
    r"|c(?:'?est)? (?:ecrit|marque|inscrit|[0-9])|cest(?![a-z])|(?:colon|deux[ -]points?|equals?|egale?)[ ,:]{1,2}[0-9]"
    r"|\"? ?value ?= ?\"?[0-9]|_(?:[a-z]{2,12}_){1,2}[0-9]{3}([_-]?)[0-9]{3}\1[0-9]{3}(?![0-9])"
    rf"|[ _]{_PERSON}[\"']? ?[:=] ?[\"']?[0-9]"
    r"|de ma|de mon|de l['a ]|du|of my|for my|of the (?:deceased|applicant|spouse|child"
    r"|employee|insured|holder|patient|client)|\n|\r|$)"
)


def is_cue(lower: str, text: str, cue: Cue) -> bool:
    """Short names are cues in capitals, or where a number is announced ("mon nas est", "sin #")."""
    if ends_element(lower, cue.start):
        return False
    before = SPACES.sub(" ", lower[max(0, cue.start - 20) : cue.start])
    if is_denied(lower, cue):
        return False
    if cue.kind == "line":
        return _LINE_START.search(text[max(0, cue.start - 4) : cue.start]) is not None
    if cue.kind in BY_USE:
        return _is_a_persons(lower, cue)
    if cue.kind != "name":
        return not _LANDED.search(before)
    named = text[cue.start : cue.start + _ACRONYM].isupper() and before.endswith(("a ", "of "))
    if (before[-1:].isalpha() and not _GLUED_BEFORE.search(before)) or (
        _CONTEXT_VETO.search(before)
        and not named
        and not (_GOT_A.search(before) and _IS_NINE.match(lower, cue.end))
    ):
        return False
    if _COPY.search(lower, max(0, cue.start - _COPY_REACH), cue.start):
        return False
    if _REQUEST.search(before) and (
        _ITS_NUMBER.match(lower, cue.end)
        or _NUMBER_OF_REQUEST.search(lower, max(0, cue.start - _COPY_REACH), cue.start)
    ):
        return False
    if is_counted(lower, before, cue):
        return False
    if _HOST.match(lower, cue.end) or (before[-1:].isdigit() and not _GLUED_LABEL.match(lower, cue.end)):
        return False
    if text[cue.start : cue.start + _ACRONYM].isupper():
        return (
            not is_airport(text, cue) and not _is_spelled_out(lower, cue) and not _stands_for_name(lower, cue)
        )
    if is_wrongdoing(lower, cue):
        return False
    after = SPACES.sub(" ", lower[cue.end : cue.end + 20])
    if lower[cue.start - 1 : cue.start] == "<" or _is_cell(text, cue) or _is_head(text, cue):
        return True
    if lower.startswith("nas", cue.start) and _DESCRIBED.match(lower, cue.end):
        return True
    if _FOR_WORK.match(lower, cue.end) and not before.rpartition("\n")[2].strip(" >*-"):
        return True
    return _ASKED.match(after) is not None or (_OWN.search(before) is not None and text[cue.start].islower())


def _is_a_persons(lower: str, cue: Cue) -> bool:
    """Whether a number that is called by its use, or by how it begins, is a person's: no firm's, no other number."""
    said = lower[max(0, cue.start - _USE_REACH) : cue.start]
    if _NO_PERSONS.search(said) or _NO_PERSONS.match(lower[cue.end : cue.end + _USE_REACH].partition(".")[0]):
        return False
    return (
        cue.kind == "use"
        or _OF_A_RESIDENT.search(lower, max(0, cue.start - _RESIDENT), cue.end + _RESIDENT) is not None
    )


def is_another_thing(lower: str, cue: Cue) -> bool:
    """Whether the letters are the name of a wrong or an angle: "a sin"."""
    return cue.kind == "name" and _CONTEXT_VETO.search(lower, max(0, cue.start - 20), cue.start) is not None


def _is_cell(text: str, cue: Cue) -> bool:
    """Whether the letters are all that a cell holds: between tabs, bars, two spaces or tags."""
    return (
        _CELL_BEGINS.search(text[max(0, cue.start - 2) : cue.start]) is not None
        and _CELL_ENDS.match(text, cue.end) is not None
        and _EDGE.search(text[max(0, cue.start - 2) : cue.end + 2]) is not None
    )


def _is_head(text: str, cue: Cue) -> bool:
    """Whether the letters, with which of several it is, are all that a cell or a line holds: "sin_old | sin_new"."""
    first = max(0, cue.start - _HEAD_REACH)
    said, at = text[first : cue.end + 2 * _HEAD_REACH].lower(), cue.end - first
    begins, ends = _HEAD_BEGINS.search(said, 0, cue.start - first), _HEAD_ENDS.match(said, at)
    return bool(begins and ends and _HEAD_MARK.search(said, begins.start(), ends.end()))


def _stands_for_name(lower: str, cue: Cue) -> bool:
    """Whether the letters in brackets shorten the name before them: "National Academy of Sciences (NAS)"."""
    if lower[cue.start - 1 : cue.start] != "(" or not _BRACKET_ENDS.match(lower, cue.end):
        return False
    name = lower[max(0, cue.start - _NAME_REACH) : cue.start - 1]
    initials = "".join(_INITIAL.findall(name))
    return (
        _NAME_END.search(name) is not None
        and _OF_INSURANCE.search(name) is None
        and initials.endswith(lower[cue.start : cue.start + _ACRONYM])
    )


def _is_spelled_out(lower: str, cue: Cue) -> bool:
    """Whether brackets say what the letters stand for, and it is something else: "SIN (Société d'ingénierie)"."""
    found = _SPELLED_OUT.match(lower, cue.end)
    if not found or _OF_INSURANCE.search(found[1]):
        return False
    initials = "".join(word[0] for word in _LONGER_WORD.findall(found[1]))
    return len(initials) > 1 and initials[:2] == lower[cue.start : cue.start + 2]
