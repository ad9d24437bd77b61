"""A number that a professional order, or a college of another province, gives its members: "OIIQ 1203344", "CMQ R42917".

Also what somebody who learns has before the plan gives him a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import left_of
from recognizers.cues import vocabulary
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.practitioner_named import ONE
from recognizers.practitioner_said import DRIVES, is_counted, is_other_permit

#: The professional orders of Québec and the colleges of other provinces, whose numbers follow their letters …
ORDER: Final = compiled(
    r"(?<![a-z])(?:cmq|oiiq|opq|odq|oiiaq|oppq|ooq|oeq|ooaq|opdq|osfq|ohdq|opiq|odnq|otstcfq|opodq|oaq|ocq|optmq|opsq|otimroepmq"
    r"|cps(?:o|bc|a|m|s|ns|nl)"
    r"|rcdso|bccnm|crna|clpna|nscn|cdho)(?: ?(?:[:#(]|(?:no|num|numero|number|n\^|permis|permit|licen[cs]e|lic|membre|member"
    r"|reg(?:istration)?|inscription|est|is|le|under|sous)(?![a-z])\.?)){0,4} ?$"
    # … or a label behind letters that others have, too.
    r"|(?<![a-z])(?:cno|ocp|coto|cpo)(?: ?(?:permis|permit|licen[cs]e|lic|membre|member|reg(?:istration)?)(?![a-z])\.?)"
    r"(?: ?(?:[:#(]|(?:no|num|numero|number|n\^|est|is|le)(?![a-z])\.?)){0,3} ?$"
)
_ORDER_WORDS: Final = vocabulary(
    """cmq oiiq opq odq oiiaq oppq ooq oeq ooaq opdq osfq ohdq opiq odnq otstcfq opodq oaq ocq optmq opsq otimroepmq cpso
    cpsbc cpsa cpsm cpss cpsns cpsnl rcdso bccnm crna clpna nscn cdho cno ocp coto cpo""".split()
)
#: Forms that only an order's letters call a number: a small order's four figures, which are no year; a restrictive permit.
_OF_ORDER: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])(?:(?!19|20)[0-9]{4}|r[ -]?[0-9]{5})(?![0-9a-z])(?![.,-][0-9])"
)
#: Four figures end their clause.
_ENDS: Final = compiled(r"[0-9a-z] ?(?:[),;.\n]|\Z)")
#: A licence of so few figures is a small order's where a profession is named right before, or behind it.
_LICENCE: Final = compiled(
    rf"(?<![a-z-]){ONE}(?:'s)?(?:,? (?:[a-z.'-]{{1,20}},? ){{0,3}}?|, ?| ?\()"
    r"(?:permis|licen[cs]e|lic\.)(?: (?:d'exercice|de pratique|to practi[cs]e))?"
    r"(?:[ :.#(]|no|num|numero|number|is|est|le|the){1,6}$"
    rf"|(?<![a-z])(?:permis|licen[cs]e)(?: (?:d'exercice|de pratique|no|number|numero))?"
    rf" (?:de la |de l'|du |de mon |de ma |of (?:the |my |her |his )?){ONE}(?:[ :.#(]|no|num|numero|number|is|est|le|the){{1,6}}$"
)
_LICENCE_WORDS: Final = vocabulary("permis licence license lic".split())
#: What somebody learning has until the plan's number comes; he signs the message.
RESIDENT: Final = compiled(
    r"(?<![a-z])(?:(?:numero|no|number)[. ]{1,2}(?:ramq )?(?:de |d'|as (?:a )?)"
    r"(?:(?:mon|ma|notre) )?(?:residente?|externe|interne|fellow|moniteur|monitrice)"
    r"|(?:resident|trainee|fellow)(?:'s)? (?:number|no\.?|#))"
    r"(?:[ :.#(]|is|was|est|etait|le|the|serait|number|no){1,8}$"
)
_THEN: Final = (
    r"(?:[ :.,#()]|no|num|numero|number|n\^|est|is|le|the|c'est|sous|under|avec|with|porte)(?:[ :.,#()]|no|num|numero|number"
    r"|n\^|est|is|le|the|c'est|sous|under|avec|with|porte){0,7}$"
)
#: A member of a professional order: "mon numéro de membre de l'Ordre est le …" …
MEMBER: Final = compiled(
    r"(?<![a-z])(?:membre|inscri(?:te?|ption)|adhesion|matricule|tableau)[a-z' ]{0,20}[ '](?:l'ordre|ordre professionnel)"
    rf"(?: des [a-z]{{5,18}}(?: et [a-z]{{5,18}})?)?(?: du quebec)?{_THEN}"
)
#: … or, where a profession is named near, "the Order membership number", "mon numéro de l'Ordre".
AT_ORDER: Final = compiled(
    r"(?<![a-z])(?:(?:numero|no|num|n\^)[. ]{0,2}(?:de |a |aupres de |d')?(?:l'ordre|ordre professionnel)"
    r"|(?:member|membership|registered|registration)(?: number| no)? (?:with|of|at) the (?:professional )?order"
    r"|(?:the|my|his|her|our|professional) order (?:member(?:ship)?|registration) (?:number|no)"
    r"|(?:permis|licen[cs]e)(?: (?:no|number|numero))? (?:with|of|from|de|a|aupres de) (?:the |l')(?:professional )?ord(?:er|re))"
    rf"(?: (?:of|des) [a-z]{{5,18}})?{_THEN}"
)
_FOUR: Final = 4
_LEFT: Final = 64


def of_order(page: Page) -> Iterator[tuple[int, int]]:
    """Where numbers stand that an order's letters right before make a member's, of forms that nothing else would."""
    ordered = not _ORDER_WORDS.isdisjoint(page.words)
    licensed = not _LICENCE_WORDS.isdisjoint(page.words)
    if not page.has_digits or not (ordered or licensed):
        return
    for found in _OF_ORDER.finditer(page.lower):
        start, end = found.span()
        left = left_of(page, start, _LEFT)
        if not ((ordered and ORDER.search(left)) or (licensed and _is_licence(left))):
            continue
        if not is_counted(page, end) and (end - start > _FOUR or _ENDS.match(page.lower, end - 1, end + 3)):
            yield start, end


def _is_licence(left: str) -> bool:
    """Whether the words right before a number make it a profession's licence, which lets nobody drive or build."""
    return _LICENCE.search(left) is not None and DRIVES.search(left) is None and not is_other_permit(left)
