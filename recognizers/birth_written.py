"""Dates that are on a thing: tattooed, engraved, stamped, or written on the back of a photo. None of a paper about somebody.

"1963-07-19 (c'est la date qui est écrite au dos de la photo)", "He has 1942-08-19 tattooed on his arm".
"""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: How a date comes to be on a thing: of such a one nobody says it of a birth's, …
_CARVED: Final = (
    r"(?:tattooed|tatouee?s?|engraved|gravee?s?|carved|sculptee?s?|stamped|es?tampee?s?|painted|peinte?s?"
    r"|stitched|brodee?s?|embossed|scratched|poinconnee?s?)"
)
#: … and of these one may, where it is a paper's: "printed on my card".
_WRITTEN: Final = (
    r"(?:written|ecrite?s?|inscrite?s?|printed|imprimee?s?|marked|marquee?s?|noted|notee?s?|scribbled"
    r"|griffonnee?s?)"
)
_PAPERS: Final = (
    r"(?:cartes?|cards?|certificat[a-z]*|actes?|baptist[a-z]*|passep[a-z]+|passports?|permis|permits?|licen[cs]es?|id|carnets?"
    r"|booklets?|dossiers?|files?|charts?|formulaires?|forms?|records?|registres?|registry|bracelets?|wristbands?|relev[a-z]+"
    r"|papers?|papiers?|documents?|bibles?|feuilles?|sheets?|lettres?|letters?|soleil|medicare|ramq|naissance|birth(?:day)?|health|sante|insurance|assurance|labels?|etiquettes?|plates?|plaquettes?)(?![a-z])"
)
#: Behind the date, perhaps on the next line and in brackets.
_BEHIND: Final = compiled(
    r"[\"')]{0,2},?[ \r\n]{1,4}[(\[]?"
    r"(?P<said>(?:(?:and )?(?:that's|that is|this is|it's|it is|which is|voila|c'est|qui est|is|est|was|etait) )?"
    r"(?:(?:what|ce qui|ce qu'on lit|the date|la date|the day|le jour|celle|the one)(?: (?:which|that|qui))? ?(?:is |est |was "
    r"|etait |'s )?)?)"
    rf"(?:(?P<carved>{_CARVED})|{_WRITTEN})(?![a-z])[^.!?\n]{{0,70}}"
)
_WHERE: Final = compiled(
    r"(?<![a-z])(?:on|sur|in|dans|at|under|sous|behind|derriere|inside|au (?:dos|bas|verso|haut|revers)|a l'(?:arriere|endos)"
    r"|en (?:bas|haut)|back|bottom)(?![a-z])"
)
#: Right before it: "the plaque says …", "on the photo one reads …", "tattooed with …".
_BEFORE: Final = compiled(
    rf"(?<![a-z]){_CARVED}(?: (?:with|de|du|avec|le|on))?[ :\"(]{{1,3}}\Z"
    r"|(?<![a-z])(?:plaque|cornerstone|pierre angulaire|fronton|photo(?:graph|graphie)?|picture|mural|monument|cloche|bell)"
    r"(?:,? (?:on )?(?:y )?(?:says?|dit|reads?|lit|shows?|montre|affiche|indique|porte|bears?|is dated|est datee?)"
    r"(?: (?:de|du|the|la date du|le))?[ :\"(]{1,3}|, on (?:y )?lit[ :\"(]{1,3})\Z"
)
_PAPER: Final = compiled(rf"(?<![a-z]){_PAPERS}")
#: A birth's word before it says more than where it is written.
_OF_BIRTH: Final = compiled(
    r"(?<![a-z])(?:ddn|d\.?o\.?b|naissance|birth ?(?:day|date)?|nee?|born|anniversaire)(?![a-z])[^.!?;\n]{0,30}\Z"
)
_REACH: Final = 50
_AFTER: Final = 160


def is_on_a_thing(lower: str, start: int, end: int) -> bool:
    """Whether the words right around the date lower[start:end] say that a thing bears it. Linear: a fixed reach."""
    if _BEFORE.search(lower, max(0, start - _REACH), start):
        return True
    found = _BEHIND.match(lower, end, end + _AFTER)
    if found is None or _PAPER.search(found[0]) or _OF_BIRTH.search(lower, max(0, start - _REACH), start):
        return False
    return found["carved"] is not None or (bool(found["said"]) and _WHERE.search(found[0]) is not None)
