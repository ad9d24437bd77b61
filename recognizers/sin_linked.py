"""Numbers whose groups of three words link: "123 puis 456 et ensuite 789"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import SPACES
from recognizers.cues import Cue
from recognizers.linked import PART_WORD
from recognizers.nine_digits import nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.qualified import as_asked
from recognizers.sin_after import LABEL_REACH, REACH
from recognizers.sin_before import AFTER_LINK
from recognizers.sin_number import BEFORE_LABEL, IN_ODD_FORM, judge
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_other_numbers import is_other
from recognizers.told import is_answered, is_told

#: "123 puis 456 et ensuite 789": the groups of a number, linked by words.
_LINK: Final = rf"[ ,.;)/\n-]{{0,3}}(?:[(\[*]?{PART_WORD}[ ,.;:)\]*/\n-]{{1,3}}){{1,6}}"
#: So far before a cue such a number is looked for.
_REACH_BEFORE: Final = 75
_A_GROUP: Final = "([0-9](?: ?[0-9]){2})"
_LINKED: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9] ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?![0-9a-z])(?! [0-9])"
)
#: A sentence ends before the number, unless the next corrects what the label says, or gives the whole: "au complet, 123 …".
_TURN: Final = compiled(
    "[.;!?] (?!(?:le|the) (?:bon|right|correct|vrai|real)|(?:les |the )?(?:premiere?s?|first)(?![a-z])"
    r"|(?:d'abord|pour commencer|to (?:start|begin)(?: with)?)[ ,:]{1,3}\Z"
    r"|(?:i|we|je|j'|on) ?(?:(?:ai|always|only|just|can) )?(?:type[ds]?|tapee?|enter(?:ed)?|entree?|put"
    r"|write|wrote|ecris|ecrit|mets|mis|inscris|inscrit|saisi[st]?)[ :]{1,3}\Z"
    r"|(?:le )?voici[ :]|here it (?:is|goes)[ :]|here (?:goes|you go)[ :]"
    "|(?:(?:donc|alors|bref|so|then)[ ,]{1,2})?(?:au complet|complet|en entier|ensemble|le tout|mis ensemble|mis bout a bout"
    "|in full|(?:all )?together|altogether|the whole|put together)[ ,:]{1,3}"
    r"(?:(?:that's|that is|it's|it is|is|c'est|ca fait|ca donne)[ :]{1,2})?\Z)[a-z]"
)


def linked_numbers(page: Page, cue: Cue, following: int) -> Iterator[Candidate]:
    """Numbers whose groups of three are linked by words, before or after the cue."""
    for found in _LINKED.finditer(page.lower, cue.start - _REACH_BEFORE, cue.start):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        if nine.checked and AFTER_LINK.match(page.flat, nine.end, cue.start) and not is_other(page, nine):
            yield from judge(page, nine, *BEFORE_LABEL)
    for found in _LINKED.finditer(page.lower, cue.end, min(following, cue.end + REACH)):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        gap = page.flat[cue.end : nine.start]
        other = OTHER_NUMBER.search(page.flat, max(cue.end, nine.start - LABEL_REACH), nine.start)
        if (
            nine.checked
            and not other
            and (
                not _TURN.search(gap)
                or is_answered(asked := SPACES.sub(" ", as_asked(gap)))
                or is_told(asked)
            )
        ):
            yield from judge(page, nine, *IN_ODD_FORM)
