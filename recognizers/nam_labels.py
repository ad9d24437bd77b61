"""Labels of a NAM, labels that hardly tell, and those of a permanent code, which has the same form."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable, acronym

_NUMBER: Final = r"(?:(?:no|nos|num|numero|numeros|numb|number|numbers|nbr|id)(?![a-z])|n\^|#)"
_OF: Final = r"[\s:.\-_]*(?:(?:de\s+la|de\s+l'|d'|du|de|of)\s*)?(?:carte\s+)?"
_ANNOUNCED: Final = rf"(?<![a-z]){_NUMBER}{_OF}"
#: What announces a NAM, whatever else stands near.
STRONG: Final = CueTable(
    (
        ("nam", "cue", r"nams?(?![a-z])|nam(?=[a-z]{4}\s?[0-9])", r"(?<!viet)(?<!viet[\s-])(?<![a-z])"),
        ("n.a.m", "cue", r"n\.a\.m\.?(?![a-z])|n\.a\.m\.?(?=[a-z]{4}\s?[0-9])"),
        ("n. a. m", "cue", r"n\. a\. m\.?(?![a-z])"),
        ("n_a_m", "cue", r"n_a_m(?![a-z])"),
        ("n a m", "cue", r"n a m(?![a-z])", r"(?<![a-z])"),
        ("n-a-m", "cue", r"n-a-m(?![a-z-])", r"(?<![a-z-])"),
        ("maladie", "cue", r"maladie", rf"ass(?:\.|urances?|ur\.)?[\s_-]*|cartes?\s+(?:de\s+)?|{_ANNOUNCED}"),
        ("ass. mal", "cue", r"ass\. mal\.?"),
        ("assur. mal", "cue", r"assur\. mal\.?(?![a-z])"),
        ("assur mal", "cue", r"assur mal\.?(?![a-z])"),
        ("ass mal", "cue", r"ass mal\.?"),
        ("ass_mal", "cue", r"ass_mal(?:adie)?(?![a-z])"),
        ("ass.mal", "cue", r"ass\.mal\.?"),
        ("soleil", "cue", r"soleil", r"carte?s?\s+"),
        ("soleil", "cue", r"soleil(?=[ \t]{0,8}[|\t\n])", r"[|\t][ \t]{0,8}"),
        (
            "sante",
            "cue",
            r"sante",
            rf"cartes?\s+(?:de\s+)?|{_ANNOUNCED}(?:assurance[\s-])?|{_ANNOUNCED}d'assurance[\s-]",
        ),
        ("regie", "cue", r"regie", _ANNOUNCED),
        ("insured", "cue", r"insured(?: person)?(?:'s)?\s+(?:number|no|id)(?![a-z])"),
        ("medicament", "cue", r"medicaments?", r"cartes?\s+"),
        ("assure", "cue", r"assuree?(?![a-z])(?! social)", _ANNOUNCED),
        ("beneficiaire", "cue", r"beneficiaire(?![a-z])", _ANNOUNCED),
        (
            "ramq",
            "cue",
            r"ramq[\s:]*(?:(?:number|card|carte|no|num|numero|id|is|est|c'est)(?![a-z])|#|:|=)"
            r"|ramq(?=[\s\-]{1,2}[a-z]{4}[ .\-]?[0-9]{4})",
        ),
        ("ramq", "cue", r"ramq", rf"{_ANNOUNCED}|cartes?\s+(?:de\s+(?:la\s+)?)?"),
        (
            "health",
            "cue",
            rf"health[\s_]*(?:(?:insurance|ins\.?|care|card)(?:[\s_]*{_NUMBER})?|{_NUMBER}(?![a-z]))",
        ),
        *(
            (word, "cue", rf"{word}(?=\) ?[:=])", rf"(?:cards?|cartes?|{_NUMBER}) ?\(")
            for word in ("health", "sante", "maladie", "ramq")
        ),
        ("medicare", "cue", rf"medicare(?:\s*(?:card|{_NUMBER}))?"),
        ("hin", "cue", r"hin(?:(?:letters?|digits?|part)(?![a-z]))?(?![a-z])", r"(?<![a-z])"),
        ("hcn", "cue", r"hcn(?![a-z])", r"(?<![a-z])"),
        ("h.i.n", "cue", r"h\.i\.n\.?"),
        ("sun card", "cue", r"sun card"),
        ("medical card", "cue", r"medical card"),
    ),
    words="""beneficiaire
    nam nams mal soleil sante medicament medicaments assure assuree ramq health healthcare healthcard medicare hin hinletters
    hinpart hcn sun
    medical regie insured""",
    parts=("maladie", "healthins", "ramq"),
    guarded={
        acronym("n a m", alone="n a"): ("n.a.m", "n. a. m", "n_a_m", "n a m", "n-a-m"),
        acronym("h i n", alone="h i"): ("h.i.n",),
    },
)
#: What may announce any card or number.
WEAK: Final = CueTable(
    (
        ("ramq", "weak", r"ramq"),
        ("cam", "weak", r"cam(?![a-z])", r"(?<![a-z])"),
        ("carte", "weak", r"carte"),
        ("card", "weak", r"card"),
        (
            "num",
            "weak",
            r"num(?:ero|ber)?(?![a-z])",
            r"(?<![a-z])(?:mon|ma|son|sa|leur|notre|my|his|her|their|our)\s+",
        ),
        ("no", "weak", r"no(?![a-z])", r"(?<![a-z])(?:mon|son|leur|notre|my|his|her|their|our)\s+"),
        (
            "patient",
            "weak",
            r"patiente?(?=[ :]{1,3}[a-z]{4}[ \-]?[0-9]{4})",
        ),
        ("usager", "weak", r"usagere?(?=[ :]{1,3}[a-z]{4}[ \-]?[0-9]{4})"),
        ("assure", "weak", r"assuree?(?: (?:no|num|numero)\.?)?(?=[ :]{1,3}[a-z]{4}[ \-]?[0-9]{4})"),
        ("insured", "weak", r"insured(?: (?:no|num|number)\.?)?(?=[ :]{1,3}[a-z]{4}[ \-]?[0-9]{4})"),
        ("numero", "weak", r"numero\s+(?:de\s+l'enfant|du\s+(?:patient|beneficiaire)|de\s+(?:ma|mon)\s)"),
    ),
    words="patient patiente usager usagere assure assuree insured ramq cam carte cartes card cards num numero number no",
)
#: What announces a permanent code, and the kind of what does so by a school's paper: any card that is named says more.
REPORTED: Final = "reported"
PERMANENT: Final = CueTable(
    (
        ("perm", "permanent", r"perm(?:anent|\.)?[\s-]*codes?"),
        ("perm", "permanent", r"perm(?:anent|\.)?", r"codes?[\s_-]*"),
        ("mees", "permanent", r"mees", r"codes?[\s-]*(?:du )?"),
        ("mees", "permanent", r"mees[\s-]*code"),
        ("code", "permanent", r"code\s+(?:de l'|d'une? |du )?(?:etudiante?|eleve)"),
        ("student code", "permanent", r"student code"),
        (
            "code",
            REPORTED,
            r"code (?:de |du |on |of |from |sur |dans )?(?:(?:mon|my|son|les?|the|his|her|our|leur) )?(?:[a-z]{2,12}'s )?"
            r"(?:bulletin(?! de (?:pa|sante|nouvelles)| d'info)|releve de notes|report card|transcript)s?(?![a-z])",
        ),
    ),
    words="permanent permanents perm code codes codepermanent mees student",
)
#: Closed on pages on which no word announces a NAM, and on which none may announce any card or number.
ANNOUNCED: Final = STRONG.gate
DOUBTFUL: Final = WEAK.gate
