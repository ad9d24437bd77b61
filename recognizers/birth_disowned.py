"""What is said of a day by the way: it is no birth's: "not …, that is the date of the letter", "…, which is your sample"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.patterns import compiled

#: What leads to what a day is: "which is", "c'est".
_IT_IS: Final = (
    r"(?:(?:which|that|this|it|(?:ce )?qui|ce|ca|cela|celle-ci|celui-ci) (?:is|was|est|etait)"
    r"|that's|it's|c'est|c'etait) (?:(?:only|just|really|actually|in fact|en fait|plutot|seulement|juste|simplement) )?"
)
#: No birth is spoken of, nor anybody who may have one.
_NO_BIRTH: Final = (
    r"(?![^.!?;)\n]{0,40}(?:nais|naqui|birth"
    rf"|(?<![a-z])(?:born|nee?|ddn|dob|{'|'.join(RELATIVES.split())})(?![a-z])))"
)
#: Behind a date that is put aside, and where it stands: "… as in your letter, that is the date of the document".
_DAY_OF_ANOTHER: Final = compiled(
    rf"[^.!?()0-9\n]{{0,60}}?[,;:(\-] ?{_IT_IS}(?:la date|le jour|celle|celui|the date|the day|that) "
    rf"(?:de |d'|du |des |of |on which |a laquelle |when |ou ){_NO_BIRTH}"
)
#: Behind a date: it is what a form shows for everybody; no example of something, no laboratory's sample.
_SAMPLE: Final = compiled(
    rf"[\"' ]?[,;(\-] ?{_IT_IS}(?:(?:your|votre|vos) (?:[a-z-]{{3,12}} )?|(?:the|an?|le|la|une?) |l')"
    r"(?:sample|example|placeholder|dummy|default|exemple|modele|specimen|valeur par defaut|date par defaut|date fictive)"
    r"(?= ?[.,;:!?)\n]| (?:date|value|and|but|et|mais)(?![a-z])|\Z"
    r"| (?:on|sur|in|dans|from|du|of|de) (?:(?:the|your|this|that|le|la|les|votre|vos|ce|cette) |l')?"
    r"(?:(?:web|online) ?)?(?:forms?|formulaires?|sites?|page|screen|ecran|portail|portal|guide|letter|lettre|box|case|field"
    r"|champ)"
    r"(?![a-z]))"
    r"|[\"' ]?\((?:(?:your|votre|vos) (?:sample|specimen)|(?:(?:your|the|an?|votre|vos|le|la|une?) |l')(?:example|placeholder"
    r"|exemple|dummy|default|sample(?= (?:date|value)))(?: (?:date|value))?)\)"
)
#: Right before a label: there is none.
_DENIED: Final = compiled(
    r"(?<![a-z])(?:n'est|n'etait|c'est|c'etait|serait) (?:[a-z]{4,14}ment )?pas (?:une |(?P<its>(?:ma|la|sa|leur) ))$"
    r"|(?<![a-z])(?:is|was|it's|that's|isn't|wasn't)(?: (?:really|certainly|actually))?(?:(?<=n't)| not)"
    r"(?: (?:really|certainly|actually))? (?:an? |(?P<theirs>(?:my|the|his|her|their) ))$"
)
#: Behind a label that is denied: its date, and what day that is.
_IS_ANOTHERS: Final = compiled(
    rf" ?[:;,(\-]? ?(?:le |the )?[0-9a-z ,./-]{{6,24}}? (?:est|is|was) (?:la date|le jour|celle|the date|the day|when|quand)"
    rf"(?![a-z]){_NO_BIRTH}(?![^.!?;\n]{{0,30}}(?<![a-z])(?:exacte?|reelle|vraie|bonne|right|correct|real|true|passe?port"
    r"|baptistaire|certificate?|acte|registre|register|papers|papiers)(?![a-z]))"
)
#: Such a label ends there: one that goes on is of a birth date all the same, of another kind ("… valide", "… inventée : …").
_GOES_ON: Final = compiled(r" (?!mais |but |et |and )[a-z]")
#: Before the denial, the day that is denied: "le 3 mai n'est pas ma date de naissance : …".
_DAY_DENIED: Final = compiled(r"[0-9][0-9a-z., /-]{0,16}\Z")


def is_put_aside_for(flat: str, end: int) -> bool:
    """Whether what follows a date that was put aside, at `end`, says what day it is, and no birth's."""
    return _DAY_OF_ANOTHER.match(flat, end) is not None


def is_a_sample(flat: str, end: int) -> bool:
    """Whether what follows a date, at `end`, calls it a form's sample."""
    return _SAMPLE.match(flat, end) is not None


def is_denied(before: str, flat: str, end: int) -> bool:
    """Whether the words before a label that ends at `end` say that it is none: "this is not a birth date".

    Of somebody's, only where what follows tells what day it is: "ce n'est pas ma date de naissance : … est la date d'achat".
    """
    denied = _DENIED.search(before)
    if denied is None:
        return False
    if not (denied["its"] or denied["theirs"]):
        return _GOES_ON.match(flat, end) is None
    return _IS_ANOTHERS.match(flat, end) is not None and not _DAY_DENIED.search(before, 0, denied.start())
