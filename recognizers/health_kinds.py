"""The terms of HEALTH_INFORMATION by kind: what ties each to somebody, and the patterns of those with the same first letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from recognizers.drug_names import DRUGS
from recognizers.health_beside import (
    ADVISED,
    BARE,
    BECAUSE,
    BODY,
    BREAKS,
    BROUGHT,
    FOR,
    GIVES,
    HOOKED,
    NAMING,
    OF_KIN,
    OFF_WORK,
    WAITS,
    WHY,
    WITH,
)
from recognizers.health_beside import BEING as SAID_TO_BE
from recognizers.health_conditions import (
    BEING,
    BROKEN,
    ILLNESSES,
    LIMB_TAIL,
    MISSPELT,
    SYMPTOMS,
)
from recognizers.health_dealt import (
    CLAIMED,
    GOES,
    LISTED,
    NEEDED,
    OF_PATIENT,
    ON_IT,
    REPORTED,
    RODE,
    SUBJECT,
    THE_DRUG,
)
from recognizers.health_papers import SAYS
from recognizers.health_phrase import CARE_TAIL, STATE_TAIL, TAIL
from recognizers.health_terms import CARE, CONDITIONS, HEADS, ORGANS, SPECIALISTS, STATES
from recognizers.health_ties import (
    AWAITS,
    DELIVERS,
    HAS,
    IS,
    MODIFIED,
    OWN,
    REMOVED,
    SEES,
    SUFFERS,
    TAKES,
    TREATED,
    UNDERWENT,
    WANTS,
)
from recognizers.health_told import MINE, SHORTLY, TOLD
from recognizers.health_treatments import DEVICES, TREATMENTS
from recognizers.health_typed import apart, as_typed, heads, with_plain_head
from recognizers.patterns import Pattern, compiled


@dataclass(frozen=True, slots=True)
class Kind:
    """Terms of one kind, by their first four letters; the words that tie them to a person; the score."""

    terms: dict[str, list[str]]
    ties: tuple[Pattern, ...]
    score: float
    #: What must or must not follow a term at once.
    tail: str
    #: What may go on behind a term and belongs to it; matches in any case.
    rest: Pattern | None
    is_drug: bool
    is_state: bool
    #: Ties that are looked for only where a word or a mark hints at them.
    rare: tuple[Pattern, ...]


def _kind(
    block: str,
    ties: tuple[Pattern, ...],
    score: float,
    rest: str = "",
    *,
    tail: str = "",
    is_drug: bool = False,
    is_state: bool = False,
    rare: tuple[Pattern, ...] = (),
) -> Kind:
    by_head: dict[str, list[str]] = {}
    for term in dict.fromkeys(block.split()):
        for one in with_plain_head(term):
            typed = as_typed(one)
            for head in heads(typed):
                by_head.setdefault(head, []).append(apart(typed))
    whole = compiled(rest + r"(?![a-z0-9])") if rest else None
    return Kind(by_head, ties, score, tail, whole, is_drug, is_state, rare)


#: What ties an illness to somebody.
OF_ILLNESSES: Final = (
    HAS,
    SUFFERS,
    OWN,
    BECAUSE,
    OFF_WORK,
    BROUGHT,
    FOR,
    GIVES,
    OF_KIN,
    WITH,
    BARE,
    REPORTED,
    SAYS,
    TOLD,
    SHORTLY,
    MINE,
)
#: What ails somebody only where something is taken for it: "mes pilules pour la pression".
_AILING: Final = (
    "pression tension coe?ur thyroide nerfs sommeil sucre estomac prostate vessie heart thyroid blood_pressure nerves sugar"
    " stomach bladder circulation dormir sleep anxiete pain douleur dos back poumons lungs digestion humeur hormones"
)
#: What one person waits for or gives of another.
_GIVEN: Final = "reins? foie coe?ur poumons? kidneys? liver lungs? heart cornees? corneas? bone_marrow moelle(?:_osseuse)?"
#: What an illness is treated with, after its English name: "her HIV treatment".
_TREATED: Final = "(?:[ ](?:treatments?|therapy))?"
#: What makes a drink or a hole of a drug of the street.
_OTHER_COKE: Final = (
    r"(?<![ ]a[ ]crack)(?<!diet[ ]coke)(?![ ](?:zero|light|diet|cherry|cans?|bottles?|in[ ](?:the|my|our)|on[ ](?:the|my)"
    r"|along|under)(?![a-z]))"
)
#: How much of it how often, as prescriptions have it.
_REGIMEN: Final = (
    r"(?:[ ][0-9]{1,4}(?:[.,][0-9]+)?[ ]?(?:mg|mcg|ug|ml|g|units?|unites?)[ ](?:po[ ])?"
    r"(?:b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?d|o\.?d|die|h\.?s|q[0-9]{1,2}h|prn)(?![a-z]))?"
)
#: The one against pregnancies, by its article: not "une pilule", "la pilule pour la pression".
_THE_PILL: Final = (
    r"(?:(?<=[ ]la[ ]pilule)(?:[ ](?:contraceptive|du[ ]lendemain))?|(?<=[ ]the[ ]pill))"
    r"(?![ ](?:pour|contre|for|that|qu|de|a))"
)
#: What a pump, strips or glasses are to some only.
AIDS: Final = _kind(
    "pumps? pompes? strips bandelettes(?:_tests?)? aiguilles needles lancettes? lancets batteries_d'appareils? walkers? "
    "marchettes?"
    " canes? cannes? seringues syringes capteurs? sensors? lunettes(?!_(?:de_soleil|de_securite|de_ski)) eyeglasses"
    " glasses(?!_of_) pouch(?:es)? sacs_(?:de_)?(?:stomie|colostomie)"
    " lentilles(?:_corneennes|_cornee)?(?!_(?:vertes|rouges|brunes)) contact_lenses"
    " casques? corsets? helmets? perruques? wigs? coquilles? attelles?",
    (),
    0.7,
)
BY_DRUG: Final = _kind(
    DRUGS,
    (OF_PATIENT, TAKES, OWN, OF_KIN, BECAUSE, NAMING, GIVES, OFF_WORK, REPORTED, ON_IT, SAYS),
    0.8,
    _REGIMEN,
    is_drug=True,
    rare=(ADVISED, CLAIMED, LISTED, SUBJECT, THE_DRUG),
)
BY_SPECIALIST: Final = _kind(SPECIALISTS, (SEES,), 0.8, rare=(WAITS, LISTED))
_BIRTHS: Final = _kind(
    "accouch(?:e|er|era|erai) giv(?:e|es|ing)_birth gave_birth"
    " expecting_(?:twins|triplets|a_(?:baby|child|boy|girl)|(?:our|my|her)_(?:first|second|third))"
    " attend(?:s|ons)?_(?:un_(?:bebe|enfant)|des_(?:jumeaux|jumelles|triplets))",
    (DELIVERS,),
    0.8,
)
_IN_STATE: Final = _kind(STATES + BEING, (IS, SAID_TO_BE, OF_KIN), 0.8, STATE_TAIL, is_state=True)
_BROKE: Final = _kind(BROKEN, (BREAKS,), 0.8, tail=LIMB_TAIL)
KINDS: Final = (
    _kind(
        CONDITIONS + ILLNESSES + SYMPTOMS + MISSPELT, OF_ILLNESSES, 0.85, TAIL + _TREATED, rare=(BODY, WHY)
    ),
    _kind(HEADS, MODIFIED, 0.75),
    _kind(
        CARE + TREATMENTS + DEVICES,
        (UNDERWENT, OWN, OF_KIN, BECAUSE, OFF_WORK, REPORTED, ON_IT, WANTS, GOES, TOLD, SHORTLY),
        0.8,
        CARE_TAIL,
        is_drug=True,
        rare=(ADVISED, WAITS, CLAIMED, LISTED, SUBJECT, NEEDED),
    ),
    BY_DRUG,
    _kind("pilule pill", (TAKES,), 0.75, tail=_THE_PILL),
    _kind("avorter operer operee? amputer amputee?", (UNDERWENT, TREATED), 0.8, CARE_TAIL),
    _kind("ambulances?(?!_(?:drivers?|services?|compan(?:y|ies)|technicians?|fees))", (RODE,), 0.75),
    _BIRTHS,
    BY_SPECIALIST,
    _IN_STATE,
    _kind(ORGANS, (REMOVED,), 0.8),
    _kind(_GIVEN, (AWAITS,), 0.8),
    _kind(_AILING, (FOR,), 0.8),
    AIDS,
    _BROKE,
    _kind(
        "cocaine coke heroine? meth crystal_meth crack methamphetamine estrogens? oe?strogenes? hormones",
        (HOOKED, TAKES),
        0.75,
        tail=_OTHER_COKE,
    ),
)
#: Those whose terms say enough for the sentence or the message to say whose they are.
LOOSE: Final = (KINDS[0], KINDS[2], BY_DRUG, _IN_STATE, _BROKE, _BIRTHS, AIDS)
FIRST_LETTERS: Final = frozenset(head for kind in KINDS for head in kind.terms)


def terms_of(letters: str) -> tuple[tuple[Pattern, Kind], ...]:
    """What may begin with a word's first four letters."""
    if letters in FIRST_LETTERS:
        return patterns_of(letters)
    return patterns_of(letters[:3]) if letters[:3] in FIRST_LETTERS else ()


#: What a term may do without, and what must not follow it.
_UNSURE: Final = compiled(r"\(\?:[^()]*\)\?|\(\?![^()]*\)|[a-z]\?")


def _shortness(term: str) -> tuple[int, int, int]:
    """Orders terms so that none is hidden by a shorter one that it begins with."""
    sure = _UNSURE.sub("", _UNSURE.sub("", term))
    return -sure.count("[ ]"), -len(sure), -len(term)


@cache
def patterns_of(head: str) -> tuple[tuple[Pattern, Kind], ...]:
    """The patterns of the terms with these first letters, compiled when they are first met: there are more than a thousand."""
    return tuple(
        (compiled(rf"(?:{'|'.join(sorted(terms, key=_shortness))}){kind.tail}(?![a-z0-9])"), kind)
        for kind in KINDS
        if (terms := kind.terms.get(head, []) + (kind.terms.get(head[:3], []) if len(head) > 3 else []))
    )
