"""Birth dates in three labelled parts: "Jour : 12 Mois : 04 Année : 1985"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import Cue, gate
from recognizers.dates import WrittenDate, find_labelled_dates
from recognizers.glance import words_at
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_DAY_WORDS: Final = frozenset(("jour", "day", "jj", "dd", "birthday"))
#: Closed on pages without such a word: nothing there heads a column of days or a part of a date.
DAY_HEADS: Final = gate(_DAY_WORDS)
#: What marks such a word as the label of a value.
_PART_MARK: Final = compiled(r"[\]\"']{0,2} {0,3}[:=]| \(| (?:de )?naissance| of birth")
#: The same where a line's end links such a label to its value.
_UNMARKED: Final = compiled(
    r"(?<![a-z])(?:jour|day|jj|dd)(?: de naissance| of birth)? {1,4}[0-9]{1,2}(?![0-9])"
)
_NO_FIGURES: Final = compiled("[^0-9]*$")
#: How far from labelled parts their title may stand, and the title: "Date de parution :", "(date of hire)".
_TITLE: Final = 60
#: Above them a sentence ends, or a greeting, with all of its line; or a line stands between what is said and them.
_NO_TITLE: Final = compiled(
    r"[.!?,][ \r]*\n[> ]*|(?<=[a-z])[ \r]*\n(?=[> ]*[a-z][a-z ,'-]{1,40}\r?\n[> ]*(?:jour|day|jj|dd|mois|month|mm|annee|year)\b)"
)
_WHOSE: Final = "(?:la |l'|the |your |votre |notre |leur |m(?:a|on|y) |s(?:a|on) |his |her |their |our )?"
_DATED_TITLE: Final = compiled(rf"(?<![a-z])dates? (?:de |d'|du |des |of |for ){_WHOSE}([a-z]+)")
_DATED_BELOW: Final = compiled(rf"[ ,)]{{0,3}}\((?:date )(?:de |d'|du |des |of ){_WHOSE}([a-z]+)")
_OF_BIRTH: Final = compiled("nais|birth|ne|anniv")
#: Behind it, other words of the title count: "une date dans votre formulaire, alors ma naissance : jour = 12 …".
_BIRTH: Final = compiled(r"(?<![a-z])(?:naissance|birth|nee?|born|ddn|dob)(?![a-z])")


def in_parts(page: Page, flat: str, cues: Sequence[Cue]) -> Iterator[Candidate]:
    """Dates in three labelled parts, where marks link the labels to them or a birth is spoken of nearby."""
    marked = any(
        _PART_MARK.match(flat, at + len(word)) for at, word in words_at(page.words & _DAY_WORDS, flat)
    )
    if not marked and not (cues and _UNMARKED.search(flat)):
        return
    for written in find_labelled_dates(flat, page.today):
        if (
            written.days
            and not _is_of_other(page, flat, written)
            and (marked or _is_near(flat, written, cues))
        ):
            yield candidate(0, written, 0.5, ("pattern", "layout:parts"))


def _is_near(flat: str, written: WrittenDate, cues: Sequence[Cue]) -> bool:
    """Whether a birth is spoken of near the date and no other event between."""
    near = [cue for cue in cues if written.start - _TITLE <= cue.end and cue.start <= written.end + _TITLE]
    between = (flat[min(cue.end, written.end) : max(cue.start, written.start)] for cue in near)
    return any(not OTHER_EVENT.search(gap) for gap in between)


def _is_of_other(page: Page, flat: str, written: WrittenDate) -> bool:
    """Whether the words around labelled parts say what else happened that day: "Date de parution : Jour : 08 …"."""
    said = _NO_TITLE.split(page.lower[max(0, written.start - _TITLE) : written.start])[-1]
    title = _NO_FIGURES.search(said)
    before = title[0] if title else ""
    titles = _DATED_TITLE.findall(before)
    if below := _DATED_BELOW.match(flat[written.end : written.end + _TITLE]):
        titles.append(below[1])
    return (
        not _OF_BIRTH.match(titles[-1])
        if titles
        else OTHER_EVENT.search(_BIRTH.split(before)[-1]) is not None
    )
