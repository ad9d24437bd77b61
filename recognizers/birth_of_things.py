"""Whether "it was born" tells of a thing: nobody's baby is spoken of, and the date is of long ago."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.dates import dates_in
from recognizers.glance import straighten
from recognizers.page import Page
from recognizers.patterns import compiled

#: Right before "born".
_IT: Final = compiled(r"(?<![a-z])it(?:'s)?,? (?:was|is|has been)? ?(?:itself|first|officially)? ?$")
_BEFORE: Final = 40
#: Before or behind it, what a baby is called or measures, and who waits for one.
_BABY: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(RELATIVES.split())}|bab(?:y|ies)|child(?:ren)?|kids?|newborns?|infants?|twins?|triplets?|boys?|girls?"
    r"|little (?:one|guy|man|angel)s?|preemies?|premature|expecting|pregnan[a-z]+|ultrasounds?|f(?:o|oe)?etus|due date|gave birth"
    r"|(?:grand|step|god)-?(?:child(?:ren)?|kids?|sons?|daughters?)|bebes?|enfants?|dependa?[en]nts?|niece|nephew|cousin|midwife"
    r"|c-section|labou?r|maternity|had (?:hers|ours|mine|theirs)|surrogate|adopted|healthy|weigh[a-z]*|at (?:[0-9]{2}|full) weeks"
    r"|[0-9](?: ?\+ ?[0-9])? ?(?:kg|kilos?|lbs?|pounds?|weeks)|(?:at|by|in) (?:the |a )?(?:hospital|birthing|st\.))(?![a-z])"
)
_REACH_BEFORE: Final = 240
_REACH_AFTER: Final = 130
#: So far behind it its date begins.
_DATE: Final = 40
#: Younger, it is a baby all the same.
_YOUNG: Final = timedelta(days=2 * 366)


def is_a_things(page: Page, cue: Cue) -> bool:
    """Whether the cue says of a thing that it was born."""
    if cue.kind != "verb" or not page.lower.startswith("born", cue.start):
        return False
    if not _IT.search(page.lower, max(0, cue.start - _BEFORE), cue.start):
        return False
    if _BABY.search(page.lower, max(0, cue.start - _REACH_BEFORE), cue.end + _REACH_AFTER):
        return False
    dates = dates_in(page.today, straighten(page.flat[cue.end : cue.end + _DATE]))
    return not any(page.today - day < _YOUNG for one in dates for day in one.days)
