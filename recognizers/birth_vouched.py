"""Birth dates behind names, as one before that a health number bears out: "Zoé, 2015-05-04, ROYZ…; Luc, 2017-01-02"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import CLAUSE_AFTER, OTHER_EVENT, WROTE
from recognizers.dates import find_dates
from recognizers.everyday import is_everyday, is_name
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, compiled
from recognizers.spans import Spans

_CAPITALIZED: Final = r"[A-Z][A-Za-z'-]{1,24}"
_NAME: Final = rf"(?P<name>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,3}})"
#: Between a name and its date: who it is, a mark, "le".
_LED: Final = (
    rf"(?:,? ?\(?(?i:(?:mon|ma|notre|my|our) )?(?i:{'|'.join(RELATIVES.split())})\)?(?![A-Za-z]))?"
    r"(?: ?[,:|(/\t-] ?| ){1,2}(?:(?:nee?|born|le|on) ){0,2}"
)
#: The item that a date ends or begins.
_BEFORE: Final = Ending(rf"(?:\A|[\n;:(*>-] {{0,4}}|(?<![A-Za-z])(?:et|and|pour|for|voici) ){_NAME}{_LED}\Z")
_ITEM_REACH: Final = 90
#: From such a date to the next: what else is told of that person, a mark or a line's end, the next name.
_NEXT: Final = compiled(
    r"[^\n;.?!]{0,44}?(?:[;/] ?|,? (?:et|and|&) |,? ?\r?\n[ >]{0,4}(?P<marked>[*-] ?|[0-9]{1,2}[.)] ?)?)"
    rf"{_NAME}{_LED}(?=[0-9A-Za-z'])"
)
#: A letter's end: its writer, and its day.
_DATED: Final = compiled(r"\n[^\n]* (?:le|on) \Z")
#: What goes on after such a date.
_ENDS: Final = compiled(
    r"[\"'*]{0,2}(?:[,;)|/\n\r\t]|\.(?: |\r?\n|$)| ?$| (?:-|et|and|nam|card|carte|ramq)(?![a-z]))"
)
_LONGEST: Final = 40
#: Who signs, or what was done of late, has such a date.
_OF_LATE: Final = timedelta(days=60)
_MOST: Final = 12


def behind_vouched(page: Page, candidates: Iterable[Candidate], births: Set[date]) -> Iterator[Candidate]:
    """The dates behind the names that follow a date of `births`, those inside NAMs. Linear: each is followed once."""
    dated = [one for one in candidates if one.entity_type == "DATE_OF_BIRTH"]
    known = Spans((one.start, one.end) for one in dated if one.score >= 0.5)
    for one in dated:
        if one.births.isdisjoint(births):
            continue
        first = _BEFORE.search(page.text, max(0, one.start - _ITEM_REACH), one.start)
        if first is None or not _is_somebody(first["name"], ""):
            continue
        surname, end = _last(first["name"]), one.end
        for _ in range(_MOST):
            led = _NEXT.match(page.text, end)
            if led is None or not _is_somebody(led["name"], surname) or OTHER_EVENT.search(led[0].lower()):
                break
            if not led["marked"] and _DATED.search(led[0]):
                break
            start = led.end()
            dates = find_dates(page.flat[start : start + _LONGEST], page.today)
            if not dates or dates[0].start or not dates[0].days:
                break
            end = start + dates[0].end
            if known.touch(start, end):
                continue
            if any(page.today - day < _OF_LATE for day in dates[0].days):
                break
            if (
                not _ENDS.match(page.lower, end)
                or WROTE.match(page.flat, end)
                or CLAUSE_AFTER.match(page.flat, end)
            ):
                break
            yield candidate(start, dates[0], 0.7, ("pattern", "cue:list"))


def _is_somebody(name: str, surname: str) -> bool:
    """Whether a name is in a list of names, or shares the `surname` of the one before."""
    words = name.lower().split()
    if any(is_everyday(word) and not is_name(word) for word in words):
        return False
    return is_name(words[0].partition("-")[0]) or (len(words) > 1 and words[-1] == surname)


def _last(name: str) -> str:
    return name.lower().split()[-1]
