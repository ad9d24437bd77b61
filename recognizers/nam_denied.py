"""A NAM's label that is denied right before a number: "not my RAMQ number: NOTM…", "pas mon NAM : …, c'est le code"."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueLine
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_things import begins_surname
from recognizers.patterns import compiled

_DENIED: Final = compiled(
    r"(?:(?<![a-z])(?:isn't|n'est (?:pas|point)|ain'?t|(?:(?:it|that|this)(?:'s| is)|they are) not)"
    r"|(?:\A|[.,;:!?(\n\"] ?)(?:not|pas))"
    r" (?:(?:my|mon|ma|son|sa|his|her|a|an|un|une|the|le|la|your|votre) )?"
    r"(?:(?:real|actual|own|right|valid|vrai|bon|propre) )?"
    r"(?:n\.?a\.?m\.?|ramq|hin|numero|number|no|health|medicare|cards?|cartes?)"
    r"(?![a-z])(?![a-z' -]{0,40}(?<![a-z])(?:but|mais)(?![a-z]))[a-z' -]{0,40}[:=]? ?\Z"
)
#: What is said of it then, behind it: it is another's, or a code.
_BEHIND: Final = r"[0-9 -]{0,2}[,.;:)]{0,2} ?(?:mais |but )?"
_IS_ANOTHERS: Final = compiled(
    rf"{_BEHIND}(?:(?:c'est )?(?:celui|celle)(?![a-z])|(?:it's|it is|that's|it belongs to) (?:my|his|her|their)(?![a-z])"
    r"|(?:my|his|her|their) [a-z]{3,14}(?:'s|s')(?![a-z]))"
)
_IS_A_CODE: Final = compiled(
    rf"{_BEHIND}(?:c'est|it's|it is|that's) (?:juste |just )?(?:le|the|un|a) "
    r"(?:[a-z]+(?:'s)? )?(?:(?:code|mot de passe|password)(?![a-z])(?! (?:de |d'|of )?(?:ma|mon|my|his|her|sa|son)(?![a-z]))"
    r"|(?:numero|number) (?:du|of (?:the|our|your)|de (?:la|votre|notre)) (?!carte|card|assur|insur|health|sante)[a-z])"
)
_SHORTEST: Final = 12
_REACH: Final = 60


def is_denied(lower: str, start: int, strong: CueLine) -> bool:
    """Whether the label (`strong`) right before `start` is denied, and the number said to be a code, or of letters that begin no
    surname. Another's is a NAM all the same: "pas mon NAM : TREM…, c'est celui de ma mère".
    """
    denied = _DENIED.search(lower, max(0, start - _REACH), start)
    if denied is None or not strong.last_end(denied.start(), start):
        return False
    behind = start + _SHORTEST
    if _IS_ANOTHERS.match(lower, behind, behind + _REACH):
        return False
    return (
        not begins_surname(lower[start : start + NAME_LENGTH])
        or _IS_A_CODE.match(lower, behind, behind + _REACH) is not None
    )
