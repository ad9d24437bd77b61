"""Birth dates that somebody signs with, or gives beside a name and an address: "Merci, Luis Pagé, 30-12-1997, 418 555-0142"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from recognizers.birth_found import candidate, settled
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.dates import find_dates
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.public_lives import is_public
from recognizers.spans import Spans

#: Right before the date, on its line or the one above: two to four words with capitals, or some that open a line or a cell.
_TO_DATE: Final = r"[ ,;:|(\t/.-]{0,3}(?:\r?\n[> ]*+)?\Z"
_NAME: Final = compiled(
    rf"(?<![A-Za-z'-])((?:[A-Z][A-Za-z'-]*+ ){{1,3}}[A-Z][A-Za-z'-]*+|[A-Z][A-Za-z'-]*+, [A-Z][A-Za-z'-]*+){_TO_DATE}"
)
_SMALL_NAME: Final = compiled(
    rf"(?:\A|[\n.!?:,;(>|] ?|[*-] )[> ]{{0,4}}((?:[a-z][a-z'-]*+ ){{1,3}}[a-z][a-z'-]*+){_TO_DATE}"
)
#: What a name follows that opens a line, a sentence or a cell.
_OPENS: Final = compiled(r"(?:\A|[\n.!?:,;(>|] ?|[*-] )[> ]{0,4}(?:(?:m|mme|mr|mrs|ms|miss)\.? )?\Z")
_NAME_REACH: Final = 64
_WORD: Final = compiled("[a-z][a-z'-]*")
#: What a message closes or begins with, up to its name.
_CLOSES: Final = compiled(
    r"(?<![a-z])(?:merci|thank(?:s| you)|thx|cordiale?ment|cordially|salutations?|salut|regards|sincere(?:ly|ment)"
    r"|respect(?:fully|ueusement)|bien a vous|best|cheers|bonne (?:journee|soiree|semaine)"
    r"|(?:have a )?(?:good|nice|great) (?:day|evening|week)|a bientot|au revoir"
    r"|bonjour|hello|hi(?: there)?|votre (?:tout )?devoue?e?|yours(?: truly)?"
    r"|svp|please|s'il vous plait)[^.!?\n]{0,40}[\s,.!>-]{0,6}\Z"
)
#: What names somebody right after it.
_LABELS: Final = compiled(
    r"(?:\A|[\n.;,|(>*-])[> ]{0,3}(?:mon |my |le |the |full |your )?(?:noms?(?: complet| et prenoms?)?"
    r"|names?|prenoms?(?: et noms?)?|objet|subject|re|dossier(?: de)?|file(?: of)?) ?:? ?"
    r"(?:dossier de |file of |m\. |mme |mr\.? |mrs\.? |ms\.? )?\Z"
)
#: Who writes, of himself: what an author or a caption has not.
_FIRST_PERSON: Final = compiled(
    r"(?<![a-z'])(?:je|j'[a-z]+|m'[a-z]+|ma|mon|mes|moi|i|i'm|i've|my|me)(?![a-z'])"
)
#: The message ends, or how to reach who has that name follows.
_ENDS: Final = compiled(r"[ .)!]*(?:\r?\n[> \r]*+)*\Z")
_NEXT: Final = compiled(r" ?(?:\r?\n|[,;|)(]|[.-] )")
_REACHED: Final = compiled(
    r"[ .);,|/\t-]{0,4}(?:\r?\n[> ]{0,4})?(?:[a-z.']{2,12} ?:? ?)?"
    r"(?:\(?[2-9][0-9]{2}\)?[ .-]{1,3}[0-9]{3}[ .-][0-9]{4}(?![0-9])|[2-9][0-9]{9}(?![0-9])|[a-z0-9._+-]{2,40}@[a-z0-9]"
    r"|[a-z][0-9][a-z] ?[0-9][a-z][0-9](?![a-z0-9])"
    r"|[0-9]{1,5}(?:-[0-9]{1,5})?,? (?:rue|avenue|av\.?|boul\.?|chemin|ch\.?|rang|place|montee|cote"
    r"|[a-z'. -]{2,24}(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|lane|crescent|cres\.?|boulevard|blvd\.?))(?![a-z]))"
)
#: Who has just said his name speaks of himself.
_SPEAKS: Final = compiled(r"[ ,;.]{1,3}(?:ici[ ,]{1,2})?(?:je |j'|i |i'm |i've |i'd |calling |writing )")
_STOP: Final = compiled(r"[.!?\n]")
_TITLE: Final = compiled(r":[ \r]*\n[> ]*\Z")
_LEAD: Final = 160
#: So much around a year may be of its date.
_DATE_BEFORE: Final = 26
_DATE_AFTER: Final = 16
_YEAR: Final = 2
#: Who signs is so old at least, in years; and no letter, seldom a caption, is so old.
_GROWN: Final = 14
_OLD: Final = 27
_YEAR_OF_DAYS: Final = 365.25


def signed(page: Page, flat: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The dates of long ago behind the name of whoever signs, is named by a label or can be reached; none in `found`. Linear."""
    old = page.years(_GROWN)
    taken = settled(found) if old else Spans()
    for at in old:
        if taken.touch(at, at + _YEAR):
            continue
        first = max(0, at - _DATE_BEFORE)
        for written in find_dates(straighten(flat[first : at + _YEAR + _DATE_AFTER]), page.today):
            start, end = first + written.start, first + written.end
            if (
                start <= at < end
                and written.days
                and _is_of_who_signs(page, start, end, max(written.days))
                and not is_public(page, start, end, written.days)
            ):
                yield candidate(first, written, 0.6, ("pattern", "layout:signature"))


def _is_of_who_signs(page: Page, start: int, end: int, day: date) -> bool:
    """Whether a full name stands before the date at page.lower[start:end], `day`, and somebody gives both as his own."""
    age = (page.today - day).days / _YEAR_OF_DAYS
    if age < _GROWN:
        return False
    reach = max(0, start - _NAME_REACH)
    name = _NAME.search(page.text, reach, start) or _SMALL_NAME.search(page.text, reach, start)
    if name is None or not (
        is_full_name(name[1]) if name.re is _NAME else all(map(is_name, _WORD.findall(name[1])))
    ):
        return False
    begin = name.start(1)
    ends = _ENDS.match(page.lower, end) is not None
    ends = ends or (age >= _OLD and _SPEAKS.match(page.lower, end) is not None)
    reached = _REACHED.match(page.lower, end) is not None
    lead = page.lower[max(0, begin - _LEAD) : begin]
    if _LABELS.search(lead):
        return ends or reached or _NEXT.match(page.lower, end) is not None
    if not ((ends or reached) and _OPENS.search(lead)) or _TITLE.search(lead):
        return False
    if closes := _CLOSES.search(lead):
        lead = lead[: closes.start()]
    said = _STOP.split(lead)[-1]
    if OTHER_EVENT.search(said) or tells_other(said):
        return False
    return closes is not None or reached or (age >= _OLD and _FIRST_PERSON.search(lead) is not None)
