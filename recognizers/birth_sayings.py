"""Cues of births told without "born": "il est en fait du …", "son baptistaire dit …", "a crié pour la première fois le …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from recognizers.birth_forms import DATED, DAY_NEXT, SOMEBODY, THE_CHILD
from recognizers.patterns import compiled

#: A thing of somebody's is of that day: "le certificat de mon fils est de …".
NOT_OF: Final = r"(?<!de )(?<!a )(?<!pour )(?<!chez )(?<!avec )(?<!of )"
#: What of somebody's is somebody, too: "la plus jeune de mes filles", "le fils de ma fille".
CHILD_OF: Final = (
    "(?:"
    + "|".join(
        f"(?<={who} de )"
        for who in "aine ainee cadet cadette jeune vieux vieille petit petite dernier derniere une fils fille enfant bebe mari"
        " femme conjoint conjointe mere pere frere soeur".split()
    )
    + ")"
)
#: "La première est en fait du 4 mai 1980".
_REALLY: Final = ("en fait", "en realite", "plutot", "vraiment", "reellement", "bel et bien")
#: Rows of a `CueTable`.
SAYINGS: Final[tuple[Sequence[str], ...]] = (
    # "1981-04-15 is what's on my birth certificate": the date before it.
    (
        "birth cert",
        "ending",
        r"birth cert(?:ificate|\.)?(?![a-z])",
        r"(?:what's|what is|what it says|the (?:date|day|one)) (?:written )?on (?:my|his|her|our|their|the) ",
    ),
    (
        "nais",
        "ending",
        r"naissance(?![a-z])",
        r"(?:ce qui est(?: ecrit| inscrit)?|ce qu'il y a|ce qu'on lit|celle|la date) sur (?:mon |son |notre |leur |l')"
        r"(?:acte|certificat|extrait) de ",
    ),
    (
        "baptistaire",
        "verb",
        r"baptistaire(?: ?:| (?:dit|indique|montre|affiche|mentionne|donne|porte)(?: (?:clairement|bien|que c'est))?)(?= )",
    ),
    (
        "baptis",
        "verb",
        r"(?:baptismal|baptism|christening) (?:certificate|record|paper)s?(?: ?:| (?:says|shows|reads|states|gives))(?= )",
    ),
    *(
        (
            f"{both} deux du",
            "verb",
            rf"{both} (?:les )?deux du(?= {{1,4}}{DATED})",
            rf"(?:{SOMEBODY} (?:sont|etaient)|nous sommes) ",
        )
        for both in ("tous", "toutes")
    ),
    ("se di", "verb", rf"se di(?:t|sant|sait) du(?= {{1,4}}{DATED})", r"(?<![a-z])"),
    (
        "etre du",
        "verb",
        rf"etre du(?= {{1,4}}{DATED})",
        r"(?<![a-z])(?:(?<!document )(?<!avis )(?<!lettre )(?<!courriel )(?<!message )(?<!rapport )(?<!certificat )(?<!papier )"
        r"(?:dit|affirme|declare|jure|pretend|soutient|croit|pense)(?: bien)?"
        r"|(?:s'appeler|se nommer)(?: [a-z'-]{2,14}){1,3} et) ",
    ),
    *(
        (
            f"est {really} du",
            "verb",
            rf"est {really} du(?= {{1,4}}{DATED})",
            r"(?:comme (?:etant|nee?) (?:de|d'|en) ?(?:19|20)[0-9]{2},? "
            rf"|(?<![a-z'])(?:il|elle|lui) |(?:{NOT_OF}|{CHILD_OF})(?:{SOMEBODY}|{THE_CHILD}) )",
        )
        for really in _REALLY
    ),
    *(
        (
            stem,
            "verb",
            rf"{stem} pour la premiere fois(?= {{1,4}}(?:(?:a|au|en|dans) [a-z' -]{{2,24}} )?(?=le ){DAY_NEXT})",
            rf"(?:(?<![a-z])(?:il|elle|{SOMEBODY}|{THE_CHILD}|(?:bebe|poupon)(?: [a-z'-]{{2,14}})?)"
            r"|(?<![a-z'-])[a-z'-]{3,14} (?:junior|jr)),? (?:a|ont) ",
        )
        for stem in ("crie", "pleure", "respire")
    ),
    (
        "first time",
        "verb",
        rf"first time(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:(?:let out|gave) (?:his|her) (?:first )?cry|cried|breathed|took (?:a )?breath|opened (?:his|her) eyes)"
        r" for the (?:very )?",
    ),
    (
        "first cry",
        "verb",
        rf"first cry(?= {{1,4}}on {DAY_NEXT})",
        r"(?<![a-z])(?:let out|gave|heard) (?:his|her|its|their) (?:very )?",
    ),
    *((when, "label", rf"{when}(?= ?: ?{DAY_NEXT})", r"(?<![a-z'])") for when in ("quand", "when")),
)
#: With which words of a page each of them can stand.
SAID_WITH: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("prenom", "nom", "bebe"), ("quand",)),
    **dict.fromkeys(("name", "baby"), ("when",)),
    **{cried: (cried,) for cried in ("crie", "pleure", "respire")},
    **dict.fromkeys(("cry", "cried", "breathed", "breath"), ("first time", "first cry")),
    "se dit du": ("se di",),
    **{
        f"{says} etre du": ("etre du",)
        for says in ("dit", "affirme", "declare", "jure", "pretend", "soutient", "croit", "pense")
    },
    "tous deux du": ("tous deux du",),
    "tous les deux du": ("tous deux du",),
    "toutes deux du": ("toutes deux du",),
    "toutes les deux du": ("toutes deux du",),
    "se disait du": ("se di",),
    "se disant du": ("se di",),
    "baptistaire": ("baptistaire",),
    "baptismal": ("baptis",),
    "baptism": ("baptis",),
    "christening": ("baptis",),
    **{f"est du {really.rpartition(' ')[2]}": (f"est {really} du",) for really in _REALLY},
}

#: Beside "when: …" in a list, what else is asked of a child.
_IN_A_CHILDS_LIST: Final = compiled(
    r"(?:\A|\n)[> *-]{0,6}(?:enfant|child|(?:(?:pre)?nom|(?:first )?name)(?: (?:de l'|du |de |of (?:the )?|of my )?"
    r"(?:enfant|bebe|petite?|child|baby))|bebe|baby"
    r"|(?:ma|mon|my|notre|our) (?:fille|fils|gars|garcon|enfant|daughter|son|child|boy|girl))"
    r" ?[:=]"
)
_LINE_OPENS: Final = compiled(r"(?:\A|\n)[> *-]{0,6}(?:[0-9]{1,2}[.)] ?)?\Z")
_ITEM_MARK: Final = 10
_AROUND: Final = 90


def is_in_childs_list(lower: str, start: int, end: int) -> bool:
    """Whether the word at lower[start:end] opens a line of a list in which a child is described."""
    return (
        _LINE_OPENS.search(lower, max(0, start - _ITEM_MARK), start) is not None
        and _IN_A_CHILDS_LIST.search(lower, max(0, start - _AROUND), end + _AROUND) is not None
    )
