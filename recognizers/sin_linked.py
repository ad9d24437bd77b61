"""Numbers whose groups of three words link: "123 puis 456 et ensuite 789"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.cues import Cue
from recognizers.nine_digits import nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_after import LABEL_REACH, REACH
from recognizers.sin_before import AFTER_LINK
from recognizers.sin_number import BEFORE_LABEL, IN_ODD_FORM, OTHER_NUMBER, is_other, judge

#: "123 puis 456 et ensuite 789": the groups of a number, linked by words.
_LINK: Final = (
    r"[ ,.;)\n-]{0,3}(?:\(?(?:puis|et|ensuite|then|and|suivi|followed|de|by|par|tiret|dash|hyphen|trait d'union"
    r"|espace|space|point|dot|virgule|comma|enfin|final(?:ly|ement)|next|pis|euh|uh|um"
    r"|(?:first|second|third|1st|2nd|3rd|1re|1er|2e|3e|(?:premier|deuxieme|troisieme|second)e?s?)|du|of|groupes?|groups?|parties?|parts?"
    r"|in|en|dans|fin|continu(?:e|es|er|ant|ing)|se|qui|finit|finish(?:es|ing)|finissant|termine|ends?|ending|with|avec|la|les|the|il|it|trois|three|derniers?|last|middle|milieu|chiffres|digits|are|is"
    r"|sont|est)[ ,.;:)\n-]{1,3}){1,6}"
)
#: So far before a cue such a number is looked for.
_REACH_BEFORE: Final = 75
_A_GROUP: Final = "([0-9](?: ?[0-9]){2})"
_LINKED: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9] ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?![0-9a-z])(?! [0-9])"
)
#: A sentence ends before the number, unless the next corrects what the label says.
_TURN: Final = compiled(
    "[.;!?] (?!(?:le|the) (?:bon|right|correct|vrai|real)|(?:les |the )?(?:premiere?s?|first)(?![a-z]))[a-z]"
)


def linked_numbers(page: Page, cue: Cue, following: int) -> Iterator[Candidate]:
    """Numbers whose groups of three are linked by words, before or after the cue."""
    for found in _LINKED.finditer(page.lower, max(0, cue.start - _REACH_BEFORE), cue.start):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        if nine.checked and AFTER_LINK.match(page.flat, nine.end, cue.start) and not is_other(page, nine):
            yield from judge(page, nine, *BEFORE_LABEL)
    for found in _LINKED.finditer(page.lower, cue.end, min(following, cue.end + REACH)):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        gap = page.flat[cue.end : nine.start]
        other = OTHER_NUMBER.search(page.flat, max(cue.end, nine.start - LABEL_REACH), nine.start)
        if nine.checked and not other and not _TURN.search(gap):
            yield from judge(page, nine, *IN_ODD_FORM)
