"""Birth dates in a list of children, each behind a name: "Nos enfants : Zoé (2015-03-04) et Noah (2017-01-02)"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import CAPITALIZED, LONGEST, RECENT, candidate, refused
from recognizers.birth_family import LISTED_CHILDREN, RELATIVES
from recognizers.birth_rows import tells_other
from recognizers.birth_series import heads_other, tells_deed
from recognizers.birth_vetoes import OTHER_EVENT, WROTE
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_name
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: So many of one list are read.
_MOST_CHILDREN: Final = 12
_RELATED: Final = frozenset(RELATIVES.split())
_CAPITAL: Final = compiled("[A-Z]")
_SMALL_NAME: Final = compiled(
    r"[a-z'-]{3,}(?=[ ,:(\-]*(?:(?:est |is |was )?(?:nee?|born|ddn|dob)[ :]+)?(?:le |on )?$)"
)
#: A heading ends its line.
_HEADING_ENDS: Final = compiled(r" ?\r?\n")
#: What may say before each date of a list what it is.
_BORN: Final = r"(?i:(?:(?:est|is|was) )?(?:nee?(?:\([es]+\))?|born|ddn|dob)[ :]{1,3}(?:on |le )?)?"
#: All that stands before each date of a list: marks, who it is, the name, and that it was born.
_CHILD: Final = compiled(
    r"[\s>,;:/&*.)\]\-]*(?:(?:et|and|puis|[0-9]\)?|notre|nos|our|ma|mon|my|fils|fille|son|daughter)[\s.,:]+){0,3}"
    r"(?:(?!(?i:le|la|les|on|the|en|in|since|depuis) )[A-Z][A-Za-z'-]+[\s,:]{1,3}){1,3}[(\[:,\-]?[ \"'*_<>=\x7f\-]{0,4}"
    rf"{_BORN}(?:le )?$"
    r"| ?[:\-] ?(?:[a-z'-]{2,20} ){1,3}\((?:le )?$"
    rf"|[\s>,;:/&*.)\-]*(?:[0-9]{{1,2}}[.)] ?)?(?:(?:et|and|puis) )?[a-z'-]{{2,20}}[ ,:(\-]{{1,3}}{_BORN}(?:le )?$"
)
#: "Retrait d'une personne à charge : …, le …": such a date of these years is that of the change.
_REMOVED: Final = compiled(
    r"(?<![a-z])(?:retrait|retir|supprim|radi(?:er|ation)|annul|remov|cancel|withdraw)[a-z]*[^.!?:]*$"
)
#: "Swimming lessons for (my children)": what the list is about.
_OF_THEM: Final = compiled(
    r"(?<![a-z])(?:de|des|pour|par|dans|of|for|by|in)(?: (?:mes|nos|les|la|my|our|the))? $"
)
#: What happened among them: "Décès dans la famille : Luc (12 mai 1990)".
_AMONG_THEM: Final = compiled(
    r"(?<![a-z])[a-z]{3,}s(?: survenus)? (?:dans|in|chez)(?: (?:notre|la|ma|our|the|my))? $"
)
_STOP: Final = compiled("[.!?] ")
#: "Nos enfants (2015-03-04 et 2017-01-02)": from the first date to the second.
_AND_ANOTHER: Final = compiled(r",? (?:et |and |& )?(?:le )?")
#: The day of the change rather than that of a birth: "… Roy, le …", not "né le …".
_ON_THAT_DAY: Final = compiled(r"(?<![ ,(]ne)(?<!nee)(?<!nes)(?<!born),? (?:le|on) $")

#: "(21 mai 2011 : dentiste)": what is done on that day.
_TOLD_OF_IT: Final = compiled(r" ?: ?[a-z]{3}")
#: How far before a title its clause is read for what happened to them all on the day behind it.
_CLAUSE: Final = 80


def of_children(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates that follow a title of children or of people in a role, one behind each name, or as all that brackets hold."""
    for cue in LISTED_CHILDREN.find(flat, page.words):
        before = flat[max(0, cue.start - 40) : cue.start]
        removed = _REMOVED.search(before) is not None
        about = _OF_THEM.search(before) is not None
        other = about and tells_other(_STOP.split(before)[-1])
        position = cue.end
        if (among := _AMONG_THEM.search(before)) and (tells_deed(among[0]) or OTHER_EVENT.search(among[0])):
            continue
        if (
            cue.kind == "children"
            and flat[position - 1 : position] == "("
            and not (about or tells_other(_STOP.split(before)[-1]))
        ):
            yield from _nameless(page, flat, position)
        if cue.kind == "heading" and not _HEADING_ENDS.match(page.lower, position):
            continue
        for _ in range(_MOST_CHILDREN):
            dates = dates_in(page.today, straighten(flat[position : position + 2 * LONGEST]))
            gap = page.text[position : position + dates[0].start] if dates else ""
            if not dates or not dates[0].days or not _CHILD.match(gap):
                break
            if heads_other(gap.lower()):
                yield refused(position, dates[0])
                break
            end = position + dates[0].end
            if OTHER_EVENT.search(gap.lower()) or WROTE.match(flat, end) or _TOLD_OF_IT.match(flat, end):
                break
            recent = all(page.today - day < RECENT for day in dates[0].days)
            if recent and removed and _ON_THAT_DAY.search(gap.lower()):
                break
            if (recent and cue.kind == "roles") or (not gap.endswith("(") and (other or (recent and about))):
                break
            if cue.kind in ("heading", "titled", "roles") and not _names_child(
                gap, at_feast=_is_christmas(dates[0])
            ):
                break
            named = _names_child(gap) or (_CAPITAL.search(gap) and not gap.isupper())
            if not named and tells_other(_STOP.split(flat[max(0, cue.start - _CLAUSE) : cue.start])[-1]):
                break
            score, why = (0.65, "layout:relative") if named else (0.4, "layout:name")
            yield candidate(position, dates[0], score, ("pattern", why))
            position += dates[0].end


def _nameless(page: Page, flat: str, position: int) -> Iterator[Candidate]:
    """The dates that are all that brackets hold, from `position` on."""
    listed: list[WrittenDate] = []
    end = position
    for one in dates_in(page.today, straighten(flat[position : position + 4 * LONGEST])):
        gap = flat[end : position + one.start]
        if not one.days or not (_AND_ANOTHER.fullmatch(gap) if listed else gap in ("", "le ")):
            return
        listed.append(one)
        end = position + one.end
    if flat.startswith(")", end):
        for one in listed:
            yield candidate(position, one, 0.6, ("pattern", "layout:relative"))


def _names_child(gap: str, *, at_feast: bool = False) -> bool:
    """Whether the first capital before a date, or all of its word, is a given name: a bare title may head anything.

    "Kids: Hockey 12 May"; `at_feast`: "Enfants : Noël 25 décembre".
    """
    name = CAPITALIZED.search(gap) or _SMALL_NAME.search(gap)
    given = name[0].lower().partition("-")[0] if name else ""
    return (is_name(given) or given in _RELATED) and not (at_feast and given == "noel")


def _is_christmas(written: WrittenDate) -> bool:
    return any((day.month, day.day // 10) == (12, 2) for day in written.days)
