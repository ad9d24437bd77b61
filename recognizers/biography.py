"""Tells a public life that is told from somebody's own affair: births in encyclopaedias and obituaries are nobody's secret."""

from __future__ import annotations

import re
from typing import Final

#: Encyclopaedias, obituaries and stories tell of births in the third person …
_LIFE_AFTER: Final = re.compile(
    r"^[^.;]{0,60}(?:(?<![a-z])(?:mort|morte|decede|decedee|disparu|assassine|died|death)(?![a-z])"
    r"| - ?[0-9]{1,2} [a-z]{3,9} [0-9]{4})"
    r"|^[^.;]{0,70}(?:,|\)|(?<![a-z])et|(?<![a-z])and) ?(?:est|fut|etait|is|was) (?:une?|l'une?|l'un|le|la|an?|the|one) "
)
#: … of people by what they are known for, whoever speaks.
_FAMOUS_AFTER: Final = re.compile(
    r"^[^.;]{0,60}(?:,|\)) ?(?:est|fut|etait|is|was) (?:une?|an?|le|la|l'|the) ?(?:[a-z-]+ )?"
    r"(?:homme|femme|acteur|actrice|chanteu"
    r"|journalist|ecrivain|politicien|joueu|hockeyeu|peintre|poet|auteur|autrice|compositeu|musicien|realisat|philosophe|scientifi"
    r"|general(?![a-z])|american|canadian|british|english|french|german|actor|actress|singer|player|writer|politician|author"
    r"|painter|composer|musician|director|scientist)"
)
_LIFE_BEFORE: Final = re.compile(
    r"(?:est|fut|etait|is|was) (?:une?|an?) (?:[a-z'-]+ ){1,5}$|(?<![a-z])(?:une?|an?)(?! (?:qui|la|l'|tous|vous|moi)(?![a-z]))"
    r" (?:[^.;]"
    r"|\.[0-9]){0,70}(?:est|was|is|fut) $|de son vrai nom [^.]{0,40}$"
    r"|(?:clandestinite|francais|francaise|americaine?|anglaise?|allemande?|(?<!l')italiene?|canadienne?|quebecoise?),? $"
)
#: … citizens speak of themselves and their family, to somebody, about a file.
_PERSONAL: Final = re.compile(
    r"(?<![a-z])(?:je|j'|mon|ma|mes|moi|m'|nous|notre|nos|vous|votre|vos|i|i'm|my|me|we|our|us|you"
    r"|your|bonjour|bonsoir|salut|allo|merci|svp|madame|monsieur"
    r"|hello|hi|dear|please|thanks?|regards|numeros?|number|dossier|file|cartes?|card|ramq|nam|nas|sin"
    r"|patiente?s?|usagere?s?|beneficiaires?|cliente?s?|assuree?s?"
    r"|demande|renouvel\w*|formulaire|soussignee?|enfants?|jumeaux|jumelles|twins|bebes?|nouveau-ne|newborn"
    r"|fils|fille|conjointe?|epou[sx]e?|tel"
    r"|telephone|adresse|address|liquidat(?:eur|rice)|succession|heritier\w*|estate|heirs?|executors?|executrix"
    r"|(?:defunte?|deceased)(?= ?:))(?![a-z])"
)
_AROUND: Final = 220


def is_biography(flat: str, start: int, end: int, line_end: int) -> bool:
    """Whether flat[start:end] (cue and date) stands in a text about a public life: told so, and nobody speaks of himself.

    `line_end` is where the line of the date ends.
    """
    if _FAMOUS_AFTER.search(flat[end : min(line_end, end + 130)]):
        return True
    if not (
        _LIFE_AFTER.search(flat[end : end + 110]) or _LIFE_BEFORE.search(flat[max(0, start - 90) : start])
    ):
        return False
    return _PERSONAL.search(flat[max(0, start - _AROUND) : end + _AROUND]) is None
