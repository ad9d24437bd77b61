"""Birth dates between somebody's name and number: "Martin Tremblay, 2004-12-19, NAM …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from datetime import date, timedelta
from typing import Final

from recognizers.birth_candidate import LONGEST, NAME_BEFORE, NAME_REACH, RECENT, candidate
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OF_THE_PAST, OTHER_EVENT
from recognizers.cues import gate
from recognizers.dates import dates_in
from recognizers.digits import ClusterLook
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import Answered, straighten, words_at
from recognizers.known_plain import LISTED
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER

#: Where nothing is labelled, somebody with a number of his own was born before these years.
_YOUNGEST: Final = timedelta(days=14 * 365)
_NUMBER_LABELS: Final = frozenset("nam nas sin ssn ramq hin medicare health assurance carte".split())
_NUMBER_FOLLOWS: Final = compiled(
    r"(?:nam|nas|sin|ssn|ramq|hin|medicare|health (?:card|insurance)|assurance[ -](?:maladie|sociale)"
    r"|carte (?:soleil|ramq|d'ass|sante))"
    r"(?![a-z])[a-z' .:#^\-]{1,30}[0-9]"
)
_LISTED_NEXT: Final = compiled(r" ?(?:\)?[,;|/\-]|\)) ?(?:(?:no|num|numero|n\^|#)\.? ?(?:d'|de )?)?")
_LISTED_BEFORE: Final = compiled(f"(?:{_LISTED_NEXT.pattern})$")
#: So far before a label the date of the list ends.
_LONGEST_LINK: Final = 15
#: `_NUMBER_FOLLOWS` ends so near behind the first word of a label.
_LONGEST_LABEL: Final = 60
#: Closed on pages on which no label of such a number stands in a list or ends a line.
IDENTIFIED: Final = gate(_NUMBER_LABELS, stands=LISTED, before=_LONGEST_LINK, after=_LONGEST_LABEL) | gate(
    "nam nas sin ssn ramq hin".split()
)
#: What stands between the name and the date of a list; and label and date each on a line of its own.
_NAME_ENDS: Final = compiled(r" ?[,;|/(-] ?$")
_ON_NEXT_LINE: Final = compiled(r"[ .]{0,3}\r?\n[> ]{0,4}$")
_WORDS: Final = compiled("[a-z]+")
#: A letter's signature bears no older date.
_SIGNED: Final = timedelta(days=10 * 366)
_NAME_ABOVE: Final = compiled(
    r"(?:^|\n)[> ]{0,4}[A-Z][A-Za-z'-]{1,20},? (?:[A-Z][A-Za-z'-]{1,20} ){0,2}[A-Z][A-Za-z'-]{1,20}[ ,]?\r?\n[> ]{0,4}$"
)
_NAMES_SMALL: Final = compiled(r"[a-z'-]{2,20},? [a-z'-]{2,20} $", re.IGNORECASE)
#: One of them an initial: "Jacques F.", "J. Fortin".
_INITIALED: Final = compiled(
    r"(?<![a-z'.-])(?:([a-z][a-z'-]{1,20}),? [a-z]\.|[a-z]\. ?(?:[a-z]\. ?)?([a-z][a-z'-]{1,20})) $",
    re.IGNORECASE,
)
#: What leads to the name: its sentence, so far back.
_SENTENCE: Final = compiled(r"[.!?:;] |\n")
_SAID: Final = 60
#: A year or a day, and nine figures after it, in threes or together, perhaps numbered on a line of their own.
_NUMBER_BESIDE: Final = compiled(
    r"[0-9](?=(?:[ ,;/-]{1,4}| {1,2}[0-9][.)] )[1-79][0-9]{2}(?:([ -])[0-9]{3}\1[0-9]{3}|[0-9]{6})(?![0-9]))"
)
_NINE: Final = re.compile(b"0[^0]{1,4}(?:000[^0]000[^0]000|0{9})(?!0)")
#: The date before nine figures ends so near before them (see `_NUMBER_BESIDE`).
_MARKS: Final = 8
#: The date begins a line, perhaps numbered; the name ends the line before. So near above them no label tells another date.
_LINE_BEFORE: Final = compiled(r"\r?\n(?:[0-9][.)] ?)?$")
_DATE_LABEL: Final = compiled("(?<![a-z])dates?(?![a-z])")
_LABELS: Final = 200


@ClusterLook
def has_nine(around: bytes) -> bool:
    """Whether nine figures, in threes or together, stand behind a figure (`_NUMBER_BESIDE`, by its shape)."""
    return _NINE.search(around) is not None


def identified(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Martin Tremblay, 2004-12-19, NAM …": a name, a date and a labelled number, in one line or on three."""
    for at, _ in words_at(_NUMBER_LABELS & page.words, flat):
        lines = _ON_NEXT_LINE.search(page.lower, max(0, at - _LONGEST_LINK), at) is not None
        if not lines and not _LISTED_BEFORE.search(flat[max(0, at - _LONGEST_LINK) : at]):
            continue
        if not _NUMBER_FOLLOWS.match(flat, at):
            continue
        start = max(0, at - LONGEST)
        dates = dates_in(page.today, straighten(flat[start:at]))
        if not dates or not dates[-1].days:
            continue
        begin, end = start + dates[-1].start, start + dates[-1].end
        if not (
            _ON_NEXT_LINE.fullmatch(page.lower, end, at) if lines else _LISTED_NEXT.fullmatch(flat, end, at)
        ):
            continue
        if (_is_below_name if lines else _is_behind_name)(page, begin, dates[-1].days):
            yield candidate(start, dates[-1], 0.6, ("pattern", "layout:name"))


def _is_below_name(page: Page, begin: int, days: Set[date]) -> bool:
    """Whether the line above the date at text[begin:] is a name, and no letter's signature."""
    name = _NAME_ABOVE.search(page.text[max(0, begin - NAME_REACH) : begin])
    return (
        name is not None
        and all(page.today - day > _SIGNED for day in days)
        and not any(map(is_everyday, _WORDS.findall(name[0].lower())))
    )


def _is_behind_name(page: Page, begin: int, days: Set[date]) -> bool:
    """Whether somebody's name and a mark lead to the date at text[begin:], and nothing before it to another day."""
    before = page.text[max(0, begin - NAME_REACH) : begin].rpartition("\n")[2]
    if not (mark := _NAME_ENDS.search(before)) or not (name := _name_at_end(before[: mark.start()] + " ")):
        return False
    first = begin - len(before) + name.start()
    said = _SENTENCE.split(page.lower[max(0, first - _SAID) : first])[-1]
    recent = all(page.today - day < RECENT for day in days)
    events = [event[0] for event in OTHER_EVENT.finditer(said)]
    return not (any(map(OF_THE_PAST.match, events)) or (recent and (events or tells_other(said))))


def before_number(page: Page, flat: str, nines: list[Answered]) -> Iterator[Candidate]:
    """ "Martin Tremblay 1985-04-12 130 692 544": too little by itself, enough when the number may be a SIN."""
    for first, last, _ in nines:
        if not (found := _NUMBER_BESIDE.search(flat, max(0, first - _MARKS), last + 1)):
            continue
        end = found.start() + 1
        start = max(0, end - LONGEST)
        dates = dates_in(page.today, straighten(flat[start:end]))
        if not dates or start + dates[-1].end != end or not dates[-1].days:
            continue
        begin = start + dates[-1].start
        before = page.text[max(0, begin - NAME_REACH) : begin]
        if line := _LINE_BEFORE.search(before):
            if _DATE_LABEL.search(flat, max(0, begin - _LABELS), begin):
                continue
            before = before[: line.start()]
        before = before.rpartition("\n")[2].rstrip(" ,;|/\t-") + " "
        if (
            _name_at_end(before)
            and all(page.today - day > _YOUNGEST for day in dates[-1].days)
            and not OTHER_NUMBER.search(before.lower())
        ):
            yield candidate(start, dates[-1], 0.4, ("pattern", "layout:name"))


def _name_at_end(before: str) -> re.Match[str] | None:
    """The full name that ends there: one with capitals, or in any case two words, or one and an initial, known as names."""
    if name := NAME_BEFORE.search(before):
        return name
    if (small := _NAMES_SMALL.search(before)) and all(
        map(is_name, small[0].lower().replace(",", "").split())
    ):
        return small
    short = _INITIALED.search(before)
    return short if short and is_name((short[1] or short[2]).lower().partition("-")[0]) else None
