"""A number that a professional order, or a college of another province, gives its members: "OIIQ 1203344", "CMQ R42917".

Their letters or their name may also stand behind it: "Pharmacien (098234 OPQ)", "licence 61233 (Order of Pharmacists)". Also
what somebody who learns has before the plan gives him a number.
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
_LETTERS: Final = (
    r"(?:cmq|oiiq|opq|odq|oiiaq|oppq|ooq|oeq|ooaq|opdq|osfq|ohdq|opiq|odnq|otstcfq|opodq|oaq|ocq|optmq|opsq|otimroepmq"
    r"|cps(?:o|bc|a|m|s|ns|nl)|rcdso|bccnm|crna|clpna|nscn|cdho)"
)
ORDER: Final = compiled(
    rf"(?<![a-z]){_LETTERS}(?: ?(?:[:#(]|(?:no|num|numero|number|n\^|permis|permit|licen[cs]e|lic|membre|member"
    r"|reg(?:istration)?|inscription|est|is|le|under|sous)(?![a-z])\.?)){0,4} ?$"
    # … or a label behind letters that others have, too.
    r"|(?<![a-z])(?:cno|ocp|coto|cpo)(?: ?(?:permis|permit|licen[cs]e|lic|membre|member|reg(?:istration)?)(?![a-z])\.?)"
    r"(?: ?(?:[:#(]|(?:no|num|numero|number|n\^|est|is|le)(?![a-z])\.?)){0,3} ?$"
    # … or an order's name behind a member's: "Dre Léa Roy, Ordre des chiropraticiens, …".
    rf"|(?<![a-z-])(?:{ONE}|dre?\.?) [a-z'.-]{{2,20}}(?: [a-z'.-]{{2,20}}){{0,2}}, (?:ordre|order|college) (?:des|of)"
    r" [a-z]{5,18}(?: du quebec)?, (?:(?:no|number|numero|permis|licen[cs]e|membre|member)[ .:#]{1,3}){0,2}$"
)
_ORDER_WORDS: Final = vocabulary(
    """cmq oiiq opq odq oiiaq oppq ooq oeq ooaq opdq osfq ohdq opiq odnq otstcfq opodq oaq ocq optmq opsq otimroepmq cpso
    cpsbc cpsa cpsm cpss cpsns cpsnl rcdso bccnm crna clpna nscn cdho cno ocp coto cpo""".split()
)
#: Forms that only an order's letters call a number: a small order's three or four figures, which are no year; a restrictive
#: permit; the social workers' three groups.
_OF_ORDER: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])(?:(?!19|20)[0-9]{4}|[0-9]{3}|r[ -]?[0-9]{5}|[0-9]{4}-[0-9]{2}-[0-9]{3})(?![0-9a-z])"
    r"(?![.,-][0-9])"
)
#: So few figures end their clause.
_ENDS: Final = compiled(r"[0-9a-z] ?(?:[),;.\n]|\Z)")
#: A number with an order behind it, in letters or by name; by name without a mark, so few figures are a count.
_BEFORE_ORDER: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])(?:[0-9]{3,7}|[0-9]{2,5}-[0-9]{2,3}|[0-9]{4}-[0-9]{2}-[0-9]{3}|r-?[0-9]{5})"
    rf"(?= ?[,(]? ?(?:(?:de |membre de )?l'|the )?{_LETTERS}(?![a-z-]| (?:members?|membres?|visits?|visites?)(?![a-z]))"
    r"|(?:(?<=[0-9]{5})|(?= ?[,(]| (?:(?:membre )?de l'|(?:of |with )?the )))"
    r" ?[,(]? ?(?:(?:de |membre de )?l'|(?:(?:of|with) )?(?:the )?)"
    r"(?:ordre(?: professionnel)? des|(?:order|college) of) (?:medecins|physicians|infirmi|nurses|pharmac|dentist|optometrist"
    r"|opticien|optician|psycholog|physio|ergo|occupational|sages-femmes|midwives|denturolog|chiroprat|chiropract|podiatr"
    r"|hygienist|inhalo|audiolog|orthophon|speech|dietet|dieti|travailleurs sociaux|social workers|acupunct))"
)
#: Four figures that may be a year, where only the word for a licence or a number says that they are none …
_YEAR: Final = compiled(r"(?:19|20)[0-9]{2}")
_NUMBERED: Final = compiled(
    r"(?<![a-z])(?:no|num|numero|number|n\^|permis|licen[cs]e|lic|matricule)(?:[ :.#(]|est|is|le|the){1,4}$|#[ ]?$"
)
#: … and a year, a month and a row as many files have, which are the social workers' alone.
_DATED: Final = compiled(r"[0-9]{4}-[0-9]{2}-[0-9]{3}")
_SOCIAL: Final = compiled(r"otstcfq|(?<![a-z])(?:travailleu(?:r|se)s? socia|social workers?(?![a-z]))")
#: What stands before it: a profession, or that it is a licence or a member's.
_ONE_THEN: Final = compiled(
    rf"(?:(?<![a-z-])(?:{ONE}|clinicien(?:ne)?|practitioner)|(?<![a-z])(?:permis|licen[cs]e|lic|membre|member|matricule"
    r"|inscription|registration)(?: (?:d'exercice|de pratique|to practi[cs]e))?)"
    r"(?:[ :,.#(]|no|num|numero|number|n\^|permis|licen[cs]e|lic|membre|member|is|est|le|the){1,6}$"
)
#: … or somebody with it, by his name, which a mark or the word for a number may follow: "Pharmacien Alain Roy (…".
_ONE_BY_NAME: Final = compiled(
    rf"(?<![a-z-])(?:{ONE}|dre?\.?),? ((?:[a-z][a-z'.-]{{0,20}} ){{0,3}}[a-z][a-z'.-]{{0,20}})"
    r"[ :,.#(]{1,3}(?:(?:no|num|numero|number|n\^|permis|licen[cs]e|lic|membre|member|matricule)[ :.#]{1,3}){0,2}$"
)
_CAPITALS: Final = compiled(
    r"(?:[A-Z][^ ]*|de|da|du|la|le|el|van|von)(?: (?:[A-Z][^ ]*|de|da|du|la|le|el|van|von)){0,3}"
)
_LABELS: Final = compiled(
    r"(?: ?[,(]? (?:no|num|numero|number|permis|licen[cs]e|lic|membre|member|matricule)\.?){1,2}$"
)
#: A licence of so few figures is a small order's where a profession is named right before, or behind it.
_LICENCE: Final = compiled(
    rf"(?<![a-z-]){ONE}(?:'s)?(?:,? (?:[a-z.'-]{{1,20}},? ){{0,3}}?|, ?| ?\()"
    r"(?:permis|licen[cs]e|lic\.)(?: (?:d'exercice|de pratique|to practi[cs]e|restrictif|temporaire))?"
    r"(?:[ :.#(]|no|num|numero|number|is|est|le|the){1,6}$"
    rf"|(?<![a-z])(?:permis|licen[cs]e)(?: (?:d'exercice|de pratique|no|number|numero))?"
    rf" (?:de la |de l'|du |de mon |de ma |of (?:the |my |her |his )?){ONE}(?:[ :.#(]|no|num|numero|number|is|est|le|the){{1,6}}$"
)
#: What only one who learns or comes from elsewhere has, and its form.
_RESTRICTED: Final = compiled(
    r"(?<![a-z])(?:permis restrictif|restrict(?:ed|ive) (?:permit|licen[cs]e))(?:[ :.#(]|no|number|numero|est|is|le|the){1,6}$"
)
_LICENCE_WORDS: Final = vocabulary("permis licence license lic".split())
_NAME_WORDS: Final = vocabulary("ordre order college".split())
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
_BEHIND: Final = 40


def of_order(page: Page) -> Iterator[tuple[int, int]]:
    """Where numbers stand that an order's letters right before make a member's, of forms that nothing else would."""
    ordered = not _ORDER_WORDS.isdisjoint(page.words)
    licensed = not _LICENCE_WORDS.isdisjoint(page.words)
    if not page.has_digits:
        return
    named = ordered or not _NAME_WORDS.isdisjoint(page.words)
    if named:
        for found in _BEFORE_ORDER.finditer(page.lower):
            left = left_of(page, found.start(), _LEFT)
            if _is_ones(page, left, found[0], *found.span()) and not is_other_permit(left):
                yield found.span()
    if not (named or licensed):
        return
    for found in _OF_ORDER.finditer(page.lower):
        start, end = found.span()
        left = left_of(page, start, _LEFT)
        if not ((named and ORDER.search(left)) or (licensed and _is_licence(left, found[0]))):
            continue
        if _DATED.fullmatch(found[0]) and not _SOCIAL.search(left):
            continue
        if not is_counted(page, end) and (end - start > _FOUR or _ENDS.match(page.lower, end - 1, end + 3)):
            yield start, end


def _is_ones(page: Page, left: str, number: str, start: int, end: int) -> bool:
    """Whether the words before a number that an order stands behind make it a member's, and no year or file."""
    if _YEAR.fullmatch(number) and not _NUMBERED.search(left):
        return False
    if _DATED.fullmatch(number) and not _SOCIAL.search(page.lower, start - _LEFT, end + _BEHIND):
        return False
    if _ONE_THEN.search(left):
        return True
    named = _ONE_BY_NAME.search(left)
    if named is None or not left.endswith(page.lower[max(0, start - len(left)) : start]):
        return False
    first = start - len(left) + named.start(1)
    names = _LABELS.sub("", named[1])
    return _CAPITALS.fullmatch(page.text, first, first + len(names)) is not None


def _is_licence(left: str, number: str) -> bool:
    """Whether the words right before a number make it a profession's licence, which lets nobody drive or build."""
    if number.startswith("r") and _RESTRICTED.search(left):
        return True
    return _LICENCE.search(left) is not None and DRIVES.search(left) is None and not is_other_permit(left)
