"""Words for the people of a family and of a file, with whose name a birth date may stand: "ma fille Zoé (2015-03-04)"."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable

#: "ma fille Zoé (2015-03-04)", "my son Tom, 2017-01-02": somebody of the family, a name, a date.
RELATIVES: Final = (
    "fils fille enfant bebe garcon conjoint conjointe mari femme mere pere epoux epouse soeur frere sour papa maman"
    " jumeau jumelle son daughter child baby wife husband hubby spouse partner mother father mom mum dad sister brother twin"
)
#: What files and forms call grown-up people.
_ROLES: Final = (
    "adherent adherente participant participante assure assuree beneficiaire demandeur demanderesse requerant requerante client"
    " cliente patient patiente usager usagere employe employee titulaire mandant mandataire tuteur tutrice conjoint conjointe"
    " mere pere epoux epouse applicant member dependent dependant insured claimant spouse mother father husband wife parent"
)
_YOUNG: Final = "enfant fils fille child daughter eleve pupil"
_DATE_NEXT: Final = r"(?:le )?(?=[\"'*_<>=\x7f\-]{0,4} ?[0-9]|[a-z]{3,9}[,./]{0,2} ?[0-9])"
_NAMES: Final = r"[a-z'-]{2,40}+(?: [a-z'-]{2,40}+){0,2}+ ?"
_NAME_THEN: Final = rf" ?(?::? ?{_NAMES}[(,]|[(](?:{_NAMES},)?)[ \"'*]{{0,4}}{_DATE_NEXT}"
_ROLE_THEN: Final = rf" ?(?::? ?{_NAMES})?[(][ \"'*]{{0,4}}{_DATE_NEXT}"
RELATIONS: Final = CueTable(
    (
        *(
            (
                stem,
                "relation",
                rf"{stem}{_NAME_THEN}",
                r"(?<![a-z])(?:mon|ma|mes|notre|my|our|leur|son|sa|his|her|their)"
                r" (?:belle-|beau-|grand-|demi-|arriere-|ex-|grand|step|late )?",
            )
            for stem in RELATIVES.split()
        ),
        *(
            (stem, "relation", rf"{stem}(?= [a-z]){_NAME_THEN}", "(?:^|[^a-z' ] ?)")
            for stem in ("bebe", "baby", "newborn")
        ),
    ),
    words=f"{RELATIVES} stepson stepdaughter stepmother stepfather grandson granddaughter grandmother grandfather newborn",
)
#: The same without a possessive, before brackets: "Adhérente : Julie Roy (1985-04-12)".
ROLES: Final = CueTable(
    (
        (
            stem,
            kind,
            rf"{stem}{_ROLE_THEN}",
            r"(?:^|[^a-z' ] ?|(?<![a-z])(?:et|and|une?|la|le|the|an?) |l')",
        )
        for kind, stems in (("role", _ROLES), ("relation", _YOUNG))
        for stem in stems.split()
    ),
    words=f"{_ROLES} {_YOUNG}",
)
#: A title of children, one or several: a name and a date for each may follow.
LISTED_CHILDREN: Final = CueTable(
    (
        *(
            (
                word,
                "children",
                rf"{word}(?![a-z])[^0-9(:\n]{{0,25}}?(?:[:(]|(?= [a-z]))",
                r"(?<![a-z])(?:mes|nos|deux|trois|quatre|my|our|two|three|four|[2-9]) (?:petits-?|grand)?",
            )
            for word in (
                "enfants",
                "kids",
                "children",
                "fils",
                "filles",
                "sons",
                "daughters",
                "bebes",
                "jumeaux",
                "jumelles",
                "twins",
            )
        ),
        *(
            (word, "children", rf"{word}(?= ?[:(])[ :(]")
            for word in ("a charge", "dependants", "dependents", "famille", "family")
        ),
        *(
            (word, "children", rf"{word} ?(?:n[o^] ?)?#?[0-9]?(?= ?[:\-])")
            for word in ("enfant", "child", "bebe", "baby")
        ),
        *(
            (word, "titled", rf"{word} ?:", r"(?:^|[^a-z' ]|[^a-z' ] )")
            for word in ("enfants", "kids", "children", "fils", "filles", "sons", "daughters")
        ),
    ),
    words="enfants kids children fils filles sons daughters bebes jumeaux jumelles twins enfant child bebe baby charge dependants"
    " dependents famille family",
)
