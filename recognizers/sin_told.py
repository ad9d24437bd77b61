"""A sentence that only gives the number which the one before it asked for, missed or called wrong."""

from __future__ import annotations

import re
from typing import Final

from recognizers.birth_family import RELATIVES

#: "The SIN on the form is wrong. It should be …", "… her SIN. She gave me …".
_TURNED: Final = re.compile(
    r"(?:[^.?!0-9]|(?<=[a-z -])[0-9]{1,4}(?![0-9])|(?<= m)\.|(?<= m[rs])\.|(?<= dr)\.){0,80}[.;:!?] "
)
#: The words of such a sentence before the number: none says what else is numbered.
_TELLING: Final = frozenset(
    f"""{RELATIVES} it its this that these those ca c cela ce celui celle ci le la l un une les the a an one mine
    yours hers mien tien sien mon ma son sa my his her their your votre i you he she we they je j vous il
    elle ils elles nous on me m us moi lui is was are were be been being est etait sont soit ete etre s es should must
    ought devrait doit reads read says say said shows show lit lire se voit voir have has had having got get give gave
    given sent send told tell wrote write written put texted provided dictated entered recorded noted find avez aviez
    avons ai as avait ont mis ecrit inscrit note obtenu donne dit envoye fourni transmis dicte entre trouve trouverez
    voici voila here there go goes come comes so alors donc bon bien ok okay well yes yeah oui non no sure right sorry
    desole desolee actually really en fait realite tout cas bref anyway rather plutot pense croit crois think thinks
    believe believes would serait s'agit agit d de du of for pour comme y que qu et and mais but old new previous
    former ancien nouveau current actuel correct corrected bonne vrai real true full complet number numero nas sin
    following suivant below after apres dessus svp stp please merci thanks now maintenant again encore also aussi down
    not pas instead au lieu absolument certainement certainly course accord just in case au cas ou dans fact""".split()
)
#: The label's sentence says that it is not wanted.
_REFUSED: Final = re.compile(
    r"(?<![a-z])(?:never|jamais|not (?:needed|required|necessary|given|provided)"
    r"|pas (?:requise?|necessaire|demande|fourni|besoin))(?![a-z])"
)
_MOST_WORDS: Final = 12
_WORD: Final = re.compile("[a-z]+")
_NOT_GIVING: Final = re.compile("[.!?0-9\n]")


def is_told(gap: str) -> bool:
    """Whether the label's sentence ends in `gap` (flat, from the label to a number), and the next does nothing but give it."""
    turned = _TURNED.match(gap)
    if not turned or _REFUSED.search(turned[0]):
        return False
    words = _WORD.findall(gap, turned.end())
    return (
        0 < len(words) <= _MOST_WORDS
        and _TELLING.issuperset(words)
        and not _NOT_GIVING.search(gap, turned.end())
    )
