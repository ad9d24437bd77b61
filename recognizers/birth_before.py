"""Birth dates that the words after them name: "1985-04-12 est ma date de naissance"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from recognizers.around import SPACES
from recognizers.birth_candidate import NO_DATE, candidate, refused
from recognizers.birth_corrections import called_another, is_another_day
from recognizers.birth_family import RELATIVES
from recognizers.birth_forms import NAISS
from recognizers.birth_list import goes_on
from recognizers.birth_several import is_plural
from recognizers.birth_unbound import MISSING, NOT_THIS_ONE
from recognizers.birth_vetoes import DEED_BEHIND, EXAMPLE, FIELD, OTHER_EVENT, SINCE_THEN
from recognizers.birth_words_after import A_BEFORE, RIGHT_CUE, RIGHT_SORT, RIGHT_VERB
from recognizers.cues import Cue, vocabulary
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_name
from recognizers.glance import straighten, words_at
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_FIGURE: Final = compiled("[0-9]")
#: The last figures before a cue are no date's; and kinds of cues before which only words without figures call a date a birth.
_OTHER_FIGURES: Final = re.compile(NO_DATE.pattern + rb"[^0]*+\Z")
_WITHOUT_FIGURES: Final = ("label", "birth", "anniversary")
#: After a date: a line of its own begins, unless a comma or "est" carries the sentence on.
_NEW_LINE: Final = compiled(
    r"[ .!)\]}\"'*]*\r?\n(?![ >]*(?:[(^]|(?:est|is|c'est|was|ci-dessus|above|ce sont|(?:these|those) are)(?![a-z])))"
)
#: The sentence ends before the cue.
_STOP: Final = compiled("[.!?;] ")
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
#: "… ma date de rendez-vous (", "the date of the letter, ": what day a date in brackets or between commas is.
_NAMED_DATE: Final = compiled(
    r"(?<![a-z])(?:dates? (?:de |d'|du |of )((?:(?:mon|ma|notre|my|our|the|la|le) |l')?[a-z][a-z'-]{2,20}(?: [a-z'-]{2,16}){0,2})"
    r"|([a-z][a-z'-]{2,20}) dates?) ?(?:,? ?\(|, )(?:le |on )?\Z"
)
#: "… as my date of birth": whatever was done before.
_CALLED: Final = compiled(r"[ ,\"')]{1,4}(?:comme|as) ")
#: "You wrote that I retired on …, which is my date of birth": whatever was said to be done then. A birthday comes every year.
_IS_BIRTH: Final = compiled(
    r"[ ,;(\-]{1,4}(?:(?:ce )?qui (?:est|etait)|which (?:is|was)"
    r"|(?:et |and |mais |but )?(?:voila|voici|c'est|ca c'est|that's|that is|it's|it is)"
    r"|[a-z']{0,3}) ?(?:(?:en fait|bien|plutot|really|actually|in fact) )?(?:ma|sa|notre|my|his|her)(?: [a-z-]{2,12})? "
    rf"(?:date {{1,4}}de {{1,4}}{NAISS}|birth ?-?date|date of birth|dob|ddn|{NAISS}(?! ))(?![a-z])"
)
_SAID_ALL: Final = compiled(r" ?[.!?);]")
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
    r"| (?:is|est) (?:still |encore |toujours )?(?:printed|imprimee?|misspelled|misprinted|switched|inversee?"
    r"|missing|manquante)(?![a-z])"
)
_ADOPTED: Final = compiled(r"[^.!?]{0,40}(?<![a-z])(?:by|par|of (?:his|her)) (?:l')?adoption(?![a-z])")
#: "I put … in the date of birth box", not "I changed it on … in …".
_IN_BOX: Final = compiled(r"[ \"']{1,3}(?:in|into|under|dans|sous|a) ")
_ON_A_DAY: Final = compiled(r"(?<![a-z])(?:on|le)(?: the)? $")
#: From a date over "born", and where.
_BORN_SOMEWHERE: Final = compiled(
    r"[ ,;()|\-]{1,5}(?:(?:est|was) )?(?:nee?|born) (?:a|au|aux|en|in|at|near|pres d[eu]) (?:(?:la|the) |l')?[a-z]"
)
#: A name, or a word for one of the family, right before a date.
_NAME_LEADS: Final = compiled(
    r"(?<![a-z])([a-z][a-z'-]+) ?(?:\([a-z' -]{2,16}\) ?)?[,:;(|-]{1,3} ?(?:le |on )?\Z"
)
_NAME_REACH: Final = 48
_RELATED: Final = frozenset(RELATIVES.split())
#: A day of late behind a name is an article's, unless infants are spoken of.
_OF_LATE: Final = timedelta(days=366)
_INFANTS: Final = vocabulary(
    "bebe bebes baby babies newborn nourrisson poupon jumeaux jumelles twins".split()
)
#: Each value with what it is for: "NAS 130 692 544 and May 3, 1982 for the DOB"; the date begins its clause.
_FOR: Final = compiled(r",? (?:pour|for)(?: (?:ma|la|sa|le|my|the|his|her))? ?\Z")
_CLAUSE: Final = compiled(r"(?:\A|[.!?:;,\n(\"] ?|(?<![a-z])(?:et|and|pis?|puis|then|plus) )(?:le |on )?\Z")
_CLAUSE_ENDS: Final = compiled(r" ?(?:[.,;!?)\"]|\Z)| (?:et|and|pis?|puis|then|plus|mais|but) ")
#: What somebody wrote for one, right before the date: "j'ai écrit 12/10/1954 pour ma date de naissance".
_WROTE_FOR: Final = compiled(
    r"(?<![a-z])(?:ecri[ts]|mis|inscrit|marque|indique|note|tape|entre|wrote|put|entered|typed)(?: (?:le|the))? \Z"
)
#: Somebody may have called on a day of late "for my date of birth".
_LONG_AGO: Final = timedelta(days=6 * 365)
#: What is kept or happens on a day may be what that is for: "for my birthday", "pour la naissance".
_ITS_DAY: Final = compiled(r"day\Z|anniv|(?<!de )nais")
#: So near before a cue stand the figures of a date that it names; the date and those of its list, within so many characters.
_FIGURE_REACH: Final = 56
_REACH: Final = 75
#: The words that call a date a birth date end so near behind it.
_ONWARD: Final = 90
#: A cue's own date begins so near behind it.
_OWN_REACH: Final = 40
#: "… le 3 mai 2026. La date de naissance, à la ligne 3, est lisible": the label begins a sentence that says more of it.
_NEXT_SENTENCE: Final = compiled(r"[\")]?[.!?] (?:la|ma|sa|votre|the|my|his|her|their|your) ?")
_OWNERS: Final = ("ma ", "sa ", "ta ", "my ")
_SAYS_MORE: Final = compiled(r",? (?!(?:is|was|est|etait)(?![a-z]))[a-z]")
#: Figures that stand apart are no date's: ", 4 1 4 3 2 4 3 1 9 is my SIN".
_MORE_FIGURES: Final = compiled(r"[ .-][0-9]")
#: A date is all that its sentence says.
_ALONE: Final = compiled(r"(?:\A|[.!?:;\n]) {0,3}(?:le |on )?\Z")
#: What was done on a date is said so near before it; and `_ON_A_DAY`.
_LEAD: Final = 25
_FIELD_REACH: Final = 44
_ON_REACH: Final = 8
_WROTE_REACH: Final = 16
#: What `_judged` answers.
_BIRTH: Final = "birth"
_ANOTHER: Final = "another"
_UNSAID: Final = "unsaid"


class _Before(NamedTuple):
    """The dates that end before a cue, and the words between the last of them and the cue."""

    #: Where the text begins in which the dates were read, and this text.
    start: int
    left: str
    dates: list[WrittenDate]
    #: From the last date to the cue, and on over the cue: each gap is one space.
    between: str
    onward: str

    @property
    def last(self) -> WrittenDate:
        return self.dates[-1]

    @property
    def begin(self) -> int:
        """Where the last date begins on the page."""
        return self.start + self.dates[-1].start

    @property
    def end(self) -> int:
        """Where the last date ends on the page."""
        return self.start + self.dates[-1].end


def before_cue(page: Page, flat: str, cue: Cue, stop: int) -> Iterator[Candidate]:
    """A date that the words after it call a birth date; not when those words have a date of their own before `stop`.

    Where these words call it a birth date and then another day, it is `refused`: no layout may take it. Where they turn out
    not to speak of it at all, nothing is said of it, and whatever else finds it may.
    """
    if not _FIGURE.search(flat, max(0, cue.start - _FIGURE_REACH), cue.start + 1) or (
        cue.kind in _WITHOUT_FIGURES
        and _OTHER_FIGURES.search(page.shape, max(0, cue.start - _REACH), cue.start + 1)
    ):
        return
    found = _dates_before(page, flat, cue)
    if found is None:
        return
    if _is_claimed(flat, cue, found):
        yield candidate(found.start, found.last, 0.7, ("pattern", "cue:contrast"))
    elif cue.kind == "sort":
        if RIGHT_SORT.match(found.onward) and A_BEFORE.search(found.left[: found.last.start]):
            yield candidate(found.start, found.last, 0.8, ("pattern", "cue:after"))
    elif (
        _is_called(cue, found) or _is_somewhere(page, flat, cue, found) or _is_for_it(page, flat, cue, found)
    ):
        judged = _judged(page, flat, cue, stop, found)
        if judged == _ANOTHER:
            yield refused(found.start, found.last)
        elif judged == _BIRTH:
            yield candidate(found.start, found.last, 0.9, ("pattern", "cue:after"))
            yield from _earlier(page, cue, found)


def _dates_before(page: Page, flat: str, cue: Cue) -> _Before | None:
    """The dates near before the cue, if the last of them is a full one."""
    start = max(0, cue.start - _REACH)
    left = straighten(flat[start : cue.start + 1])
    dates = dates_in(page.today, left)
    if not dates or not dates[-1].days:
        return None
    end = start + dates[-1].end
    between = SPACES.sub(" ", flat[end : cue.start])
    if dates[-1].form == "six" and _STOP.search(between) and not _ALONE.search(left[: dates[-1].start]):
        return None  # "posting 550523. Birth date is …"
    return _Before(start, left, dates, between, between + SPACES.sub(" ", flat[cue.start : end + _ONWARD]))


def _is_claimed(flat: str, cue: Cue, found: _Before) -> bool:
    """Whether the last date is what a paper says, and the cue gives another against it: "My card says …, but I was born …"."""
    if cue.kind not in ("verb", "label"):
        return False
    against = _CONTRAST if cue.kind == "verb" else _REAL_ONE
    return (
        against.fullmatch(flat, found.end, cue.start) is not None
        and _CLAIMED.search(flat, max(0, found.begin - _CLAIM), found.begin) is not None
    )


def _is_called(cue: Cue, found: _Before) -> bool:
    """Whether the words from the last date over the cue are of those that call a date before them a birth date."""
    called = (RIGHT_VERB if cue.kind in ("verb", "ending") else RIGHT_CUE).match(found.onward)
    return called is not None and called.end() >= len(found.between)


def _is_for_it(page: Page, flat: str, cue: Cue, found: _Before) -> bool:
    """Whether the date, long ago, begins its clause, and is said to be for what the cue names, at the end of that."""
    return (
        cue.kind in ("label", "birth")
        and _FOR.fullmatch(found.between) is not None
        and _ITS_DAY.search(flat, cue.start, cue.end) is None
        and _CLAUSE_ENDS.match(flat, cue.end) is not None
        and (
            _CLAUSE.search(flat, max(0, found.begin - _ON_REACH), found.begin) is not None
            or _WROTE_FOR.search(flat, max(0, found.begin - _WROTE_REACH), found.begin) is not None
        )
        and all(page.today - day > _LONG_AGO for day in found.last.days)
    )


def _is_somewhere(page: Page, flat: str, cue: Cue, found: _Before) -> bool:
    """Whether the date stands between somebody's name and where he was born: "Zoé Roy (baby), 9 March 2024, born in Laval"."""
    if cue.kind != "verb" or not _BORN_SOMEWHERE.match(found.onward):
        return False
    led = _NAME_LEADS.search(page.lower, max(0, found.begin - _NAME_REACH), found.begin)
    late = all(page.today - day < _OF_LATE for day in found.last.days)
    if late and not words_at(_INFANTS & page.words, flat):
        return False
    return led is not None and (is_name(led[1].rpartition("-")[2]) or led[1] in _RELATED)


def _judged(page: Page, flat: str, cue: Cue, stop: int, found: _Before) -> str:
    """What the last date is that words call a birth date: `_BIRTH`, `_ANOTHER` day, or `_UNSAID` by them.

    The order counts: words that do not speak of the date at all do not call it another either.
    """
    if is_another_day(flat, cue.end):
        return _ANOTHER
    if (
        (cue.kind == "label" and MISSING.match(flat, cue.end + 1) and not _COPULA.search(found.between))
        or _NEW_LINE.match(page.lower, found.end)
        or EXAMPLE.search(found.left[: found.last.start])
        or (
            (
                _NEXT_SENTENCE.fullmatch(found.between)
                or (flat.startswith(_OWNERS, cue.start) and _NEXT_SENTENCE.fullmatch(found.between + "ma "))
            )
            and _SAYS_MORE.match(flat, cue.end)
            and not _ALONE.search(found.left[: found.last.start])
        )
        or _has_own(page, flat, cue, stop, found)
    ):
        return _UNSAID
    if (
        called_another(flat, cue.end)
        or _ADOPTED.match(flat, cue.end)
        or (
            (found.between.startswith(",") or not _COPULA.search(found.between))
            and _PASSIVE.match(flat, cue.end)
            and _ON_A_DAY.search(flat, max(0, found.begin - _ON_REACH), found.begin)
        )
    ):
        return _ANOTHER
    return _UNSAID if _is_of_deed(page, found) else _BIRTH


def _has_own(page: Page, flat: str, cue: Cue, stop: int, found: _Before) -> bool:
    """Whether the cue has a date of its own behind it, on its line and before `stop`."""
    if cue.kind == "ending" or (_IS_BIRTH.match(found.onward) and _SAID_ALL.match(flat, cue.end)):
        return False
    own = dates_in(page.today, straighten(flat[cue.end : min(stop, page.line_end(cue.end, _OWN_REACH))]))
    return (
        bool(own)
        and not _MORE_FIGURES.match(page.lower, cue.end + own[0].end)
        and not _CALLED.match(found.onward)
        and not _ON_FILE.match(found.onward)
        and not OTHER_EVENT.search(flat[cue.end : cue.end + own[0].start])
        and not NOT_THIS_ONE.fullmatch(flat, cue.end, cue.end + own[0].start)
        and ")" not in flat[cue.end : cue.end + 2]
        and not is_another_day(flat, cue.end + own[0].end)
        and not (flat.startswith(",", cue.end) and DEED_BEHIND.match(flat, cue.end + own[0].end))
    )


def _is_of_deed(page: Page, found: _Before) -> bool:
    """Whether the words before the last date say what was done or happened on it."""
    line = max(0, found.begin - _FIELD_REACH)
    if FIELD.fullmatch(page.lower, max(line, page.lower.rfind("\n", line, found.begin)), found.begin):
        return False
    lead = _SENTENCES.split(page.lower[max(0, found.begin - _LEAD) : found.begin])[-1]
    if _FOR.fullmatch(found.between) and lead.endswith((": ", ":")):
        return False  # "j'ai oublié : … pour ma date de naissance"
    if _IN_BOX.match(found.between) and _ON_A_DAY.search(lead):
        return True
    named = _NAMED_DATE.search(page.flat, max(0, found.begin - _PAPER_REACH), found.begin)
    if named and any(other.search(named[1] or named[2]) for other in (OTHER_EVENT, SINCE_THEN)):
        return True
    if (
        _CALLED.match(found.onward)
        or _IS_BIRTH.match(found.onward)
        or _BEARS_DATE.search(page.lower, max(0, found.begin - _PAPER_REACH), found.begin)
    ):
        return False
    return (OTHER_EVENT.search(lead) or _DONE.search(lead)) is not None


def _earlier(page: Page, cue: Cue, found: _Before) -> Iterator[Candidate]:
    """The dates before the last one that the same words name: the one it takes the place of, or those of its list."""
    start, dates = found.start, found.dates
    if len(dates) > 1 and dates[-2].days and _is_swapped(found):
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


def _is_swapped(found: _Before) -> bool:
    """Whether one of the last two dates is to replace the other, or is the right one of the two."""
    left, before, last = found.left, found.dates[-2], found.last
    return _SWAPPED.fullmatch(left, before.end, last.start) is not None or (
        _BUT.fullmatch(left, before.end, last.start) is not None
        and _NOT.search(left[: before.start]) is not None
    )
