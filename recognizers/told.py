"""A sentence that only gives the value which the one before it asked for, missed or called wrong."""

from __future__ import annotations

import re
from typing import Final

from recognizers.birth_family import RELATIVES

#: What may stand between two such sentences: an apology, a greeting, thanks.
SORRY: Final = (
    r"(?:[> ]*(?:desolee?|sorry|pardon|excusez"
    r"|my (?:bad|mistake|apologies)|apologies|merci|thanks|thank you|oups|oops|bonjour|hello|hi"
    r"|no problem|pas de probleme)(?![a-z])[^.?!0-9]{0,40}[.!,:] {0,2}){0,2}"
)
#: "The SIN on the form is wrong. It should be …", "… her SIN. She gave me …".
_TURNED: Final = re.compile(
    r"(?:[^.?!0-9]|(?<=[a-z -])[0-9]{1,4}(?![0-9])|(?<= m)\.|(?<= m[rs])\.|(?<= dr)\.){0,80}[.;:!?] {1,3}"
    rf"{SORRY}"
)
#: Somebody gives, writes, finds it.
_GIVING: Final = frozenset(
    """got get give gave given send sent told tell write wrote written put texted provided dictated entered recorded noted find
    mis ecrit inscrit note obtenu donne dit envoye fourni transmis dicte entre trouve trouverez""".split()
)
#: The words of such a sentence before the value: none says what else is numbered, or happened.
_TELLING: Final = _GIVING | frozenset(
    f"""{RELATIVES} it its this that these those they're ca c cela ce celui celle ci le la l un une les the a an one mine
    yours hers mien tien sien mon ma son sa my his her their your votre i you he she we they re ve ll je j vous il
    elle ils elles nous on me m us moi lui is was are were be been being est etait sont soit ete etre s es should must
    ought devrait doit reads read says say said shows show lit lire se lis voit vois voir have has had having
    avez aviez avons ai as avait ont
    voici voila here there go goes come comes so alors donc bon bien ok okay well yes yeah oui non no sure right sorry
    desole desolee actually really en fait realite tout cas bref anyway rather plutot pense croit crois think thinks
    believe believes would serait s'agit agit d de du of for pour comme y que qu et and mais but old new previous
    former ancien nouveau current actuel correct corrected bonne vrai real true full complet number numero nas sin
    following suivant below after apres dessus svp stp please merci thanks now maintenant again encore also aussi down
    not pas n ne instead au lieu absolument certainement certainly course accord just in case au cas ou dans fact""".split()
)
#: The same of a birth date.
_DATED: Final = frozenset(
    """vraie exacte correcte reelle wrong incorrect date day jour mistake error erreur typo faute on answer reponse rep r
    when quand pourtant yet keep enter entering type typing key input inscris tape saisis mets rentre""".split()
)
#: One of these tells it.
_TELLS: Final = _GIVING | frozenset(
    """is was are were be est etait sont soit etre s should must devrait doit reads read says say shows show lit lire lis voit
    vois have has had avez ai avait ont avons voici voila here agit yes oui yeah serait re reponse answer
    rep r enter entering type typing key input inscris tape saisis mets rentre""".split()
)
#: The label's sentence says that it is not wanted.
_REFUSED: Final = re.compile(
    r"(?<![a-z])(?:never|jamais|not (?:needed|required|necessary|given|provided)"
    r"|pas (?:requise?|necessaire|demande|fourni|besoin))(?![a-z])"
)
_ON_A_DAY: Final = re.compile(r"(?<![a-z])(?:le|on)(?: the)? $")
_MOST_WORDS: Final = 12
_WORD: Final = re.compile("[a-z]+")
_NOT_GIVING: Final = re.compile("[.!?0-9\n]")


def is_told(gap: str) -> bool:
    """Whether the label's sentence ends in `gap` (flat, from the label to a number), and the next does nothing but give it."""
    words = _told(gap)
    return 0 < len(words) <= _MOST_WORDS and _TELLING.issuperset(words)


def is_date_told(gap: str) -> bool:
    """The same of a birth date; not of the day on which somebody gives something."""
    words = _told(gap)
    return (
        0 < len(words) <= _MOST_WORDS
        and not _TELLS.isdisjoint(words)
        and all(word in _TELLING or word in _DATED for word in words)
        and (_GIVING.isdisjoint(words) or not _ON_A_DAY.search(gap))
    )


def _told(gap: str) -> list[str]:
    """The words of the last sentence in `gap`, the second but for an apology; none where the first refuses."""
    turned = _TURNED.match(gap)
    if not turned or _REFUSED.search(turned[0]) or _NOT_GIVING.search(gap, turned.end()):
        return []
    return _WORD.findall(gap, turned.end())
