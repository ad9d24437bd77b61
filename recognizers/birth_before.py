"""Birth dates that the words after them name: "1985-04-12 est ma date de naissance"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_cues import A_BEFORE, RIGHT_CUE, RIGHT_SORT, RIGHT_VERB
from recognizers.birth_found import candidate, refused
from recognizers.birth_list import goes_on
from recognizers.birth_several import is_plural
from recognizers.birth_unbound import MISSING, NOT_THIS_ONE
from recognizers.birth_vetoes import (
    EXAMPLE,
    OTHER_EVENT,
    called_another,
    is_another_day,
)
from recognizers.cues import Cue
from recognizers.dates import dates_in
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_FIGURE: Final = compiled("[0-9]")
#: After a date: a line of its own begins, unless a comma or "est" carries the sentence on.
_NEW_LINE: Final = compiled(
    r"[ .!)\]\"'*]*\r?\n(?![ >]*(?:[(^]|(?:est|is|c'est|was|ci-dessus|above|ce sont|(?:these|those) are)(?![a-z])))"
)
_SPACES: Final = compiled(" {2,}")
#: Somebody was busy on that day: "Verification done …, DOB OK", "Ticket closed …; DOB not given".
_DONE: Final = compiled(
    r"(?<![a-z])(?:done|made|faite?|effectuee?|completee?|completed|performed"
    r"|(?:billet|ticket|case|demande|dossier)s? (?:(?:est|was|a ete|is) )?(?:fermee?|closed))(?: (?:le|on))? $"
)
#: "… is the date of birth missing from the form": the date is that very one.
_COPULA: Final = compiled(r"(?<![a-z])(?:c'est|est|is|was|etait)(?![a-z])")
_SENTENCES: Final = compiled(r"\n|[.!?;] ")
#: "My card says … but I was born …": what is claimed to be the birth date.
_CONTRAST: Final = compiled(
    r"[ ,;]{1,3}(?:mais|but|alors que|while|whereas|pourtant|or)(?: (?:en realite|en fait|actually|in fact))?"
    r" (?:je suis|i was|il est|elle est|he was|she was|(?:mon|ma|my) [a-z'-]{2,12} (?:est|was|is)) ?"
)
#: "… when my real date of birth is …".
_REAL_ONE: Final = compiled(
    r"[ ,;]{1,3}(?:mais|but|alors que|tandis que|when|while|whereas|quand|et)"
    r" (?:que )?(?:ma|my|sa|his|her|la|the|notre|our|leur|their)"
    r" (?:vraie |bonne |real |true |actual |correct |right )?"
)
_CLAIMED: Final = compiled(
    r"(?<![a-z])(?:ecrite?|inscrite?|marquee?|notee?|indiquee?|indique|dit|lit|affiche|montre|avez|says?|shows?|showing|reads?|have|written|listed)"
    r"(?: (?:le|on|as|the|que je suis nee? le))? ?$"
)
_CLAIM: Final = 40
#: "certificat de naissance … porte la date du", right before a date that its paper bears.
_BEARS_DATE: Final = compiled(
    r"(?<![a-z])(?:naissance|certificat|certificate|baptistaire|baptism|passe?port)(?![a-z])[^.!?]{0,30} "
    r"(?:porte|indique|mentionne|bears|shows) (?:la|the) date (?:du|de|of) $"
)
_PAPER_REACH: Final = 90
#: "… as my date of birth": whatever was done before.
_CALLED: Final = compiled(r"[ ,\"')]{1,4}(?:comme|as) ")
#: "… on file for my birth date. It should say …".
_ON_FILE: Final = compiled(r" (?:on (?:file|record) (?:as|for)|au dossier (?:comme|pour)) ")
#: "Replace … by … as my date of birth".
_SWAPPED: Final = compiled(
    r" (?:par|by|with|to|pour|into|->|au lieu d[eu]|instead of|et non|not|and not)(?: (?:le|the))? "
)
#: "It is not …, it is …, my date of birth".
_NOT: Final = compiled(
    r"(?<![a-z])(?:(?:est|etait) pas|(?:is|was) not|(?:is|was)n't|it's not|pas) (?:le |the )?$"
)
_BUT: Final = compiled(r",? (?:mais|but|c'est|it's|it is)(?: bien)?(?: (?:le|the))? ")
#: "On …, my date of birth was disclosed": what happened to it on that day; "the day I became a mother by adoption".
_PASSIVE: Final = compiled(
    r" (?:a ete|ont ete|was|were|has been|had been) (?:leaked|disclosed|divulguee?|changed|changee?|corrected|corrigee?"
    r"|modifi[a-z]+|stolen|volee?|published|publiee?|shared|partagee?|exposed|exposee?)(?![a-z])"
)
_ADOPTED: Final = compiled(r"[^.!?]{0,40}(?<![a-z])(?:by|par|of (?:his|her)) (?:l')?adoption(?![a-z])")
#: "I put … in the date of birth box", not "I changed it on … in …".
_IN_BOX: Final = compiled(r"[ \"']{1,3}(?:in|into|under|dans|sous|a) ")
_ON_A_DAY: Final = compiled(r"(?<![a-z])(?:on|le)(?: the)? $")


def before_cue(page: Page, flat: str, cue: Cue, stop: int) -> Iterator[Candidate]:
    """A date that the words after it call a birth date; not when those words have a date of their own."""
    start = max(0, cue.start - 75)
    if not _FIGURE.search(flat, max(0, cue.start - 40), cue.start + 1):
        return
    left = straighten(flat[start : cue.start + 1])
    dates = dates_in(page.today, left)
    if not dates or not dates[-1].days:
        return
    last = dates[-1]
    between = _SPACES.sub(" ", flat[start + last.end : cue.start])
    after = between + _SPACES.sub(" ", flat[cue.start : start + last.end + 90])
    if (
        cue.kind in ("verb", "label")
        and (_CONTRAST if cue.kind == "verb" else _REAL_ONE).fullmatch(flat, start + last.end, cue.start)
        and _CLAIMED.search(flat, max(0, start + last.start - _CLAIM), start + last.start)
    ):
        yield candidate(start, last, 0.7, ("pattern", "cue:contrast"))
        return
    if cue.kind == "sort":
        if RIGHT_SORT.match(after) and A_BEFORE.search(left[: last.start]):
            yield candidate(start, last, 0.8, ("pattern", "cue:after"))
        return
    called = (RIGHT_VERB if cue.kind in ("verb", "ending") else RIGHT_CUE).match(after)
    if not called or called.end() < len(between):
        return
    if is_another_day(flat, cue.end):
        yield refused(start, last)
        return
    if cue.kind == "label" and MISSING.match(flat, cue.end + 1) and not _COPULA.search(between):
        return
    if _NEW_LINE.match(page.lower, start + last.end) or EXAMPLE.search(left[: last.start]):
        return
    own = dates_in(page.today, straighten(flat[cue.end : min(stop, page.line_end(cue.end, 40))]))
    if (
        own
        and not _CALLED.match(after)
        and not _ON_FILE.match(after)
        and cue.kind != "ending"
        and not OTHER_EVENT.search(flat[cue.end : cue.end + own[0].start])
        and not NOT_THIS_ONE.fullmatch(flat, cue.end, cue.end + own[0].start)
        and ")" not in flat[cue.end : cue.end + 2]
        and not is_another_day(flat, cue.end + own[0].end)
    ):
        return
    if (
        called_another(flat, cue.end)
        or _ADOPTED.match(flat, cue.end)
        or (
            between.startswith(",")
            and _PASSIVE.match(flat, cue.end)
            and _ON_A_DAY.search(flat, max(0, start + last.start - 8), start + last.start)
        )
    ):
        yield refused(start, last)
        return
    lead = _SENTENCES.split(page.lower[max(0, start + last.start - 25) : start + last.start])[-1]
    if _IN_BOX.match(between) and _ON_A_DAY.search(lead):
        return
    if _BEARS_DATE.search(page.lower, max(0, start + last.start - _PAPER_REACH), start + last.start):
        lead = ""
    if not _CALLED.match(after) and (OTHER_EVENT.search(lead) or _DONE.search(lead)):
        return
    yield candidate(start, last, 0.9, ("pattern", "cue:after"))
    if (
        len(dates) > 1
        and dates[-2].days
        and (
            _SWAPPED.fullmatch(left, dates[-2].end, last.start)
            or (_BUT.fullmatch(left, dates[-2].end, last.start) and _NOT.search(left[: dates[-2].start]))
        )
    ):
        yield candidate(start, dates[-2], 0.8, ("pattern", "cue:after", "cue:list"))
        return
    if not is_plural(page, cue):
        return
    for earlier, later in zip(dates[-2::-1], dates[:0:-1], strict=True):
        if not earlier.days or not goes_on(
            page, start + earlier.end, start + later.start, start + later.end, several=True
        ):
            return
        yield candidate(start, earlier, 0.8, ("pattern", "cue:after", "cue:list"))
