"""Names in the cells below the head of a column of names: "Nom;Prénom;NAM"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_words import PARTICLES, Word
from recognizers.table import cells_below

#: What such a head has one of.
_HEADING: Final = tuple(
    "nom name patient eleve etudiant student employe assure beneficiaire usager enfant child".split()
)
#: The head of a column of names, which fills its cell; whose they are is the first group.
_HEAD: Final = compiled(
    r"(?:^|[\n|;,\t]|(?<=[a-z ]) )[ >\"*]{0,4}"
    r"((?:prenoms?|noms?)(?:[ _](?:de famille|famille|complet|et prenoms?|et noms?)"
    r"|[ _](?:de l'|du |de la |de )?(?:eleve|etudiante?|enfant|employee?|assuree?|patiente?|usagere?|beneficiaire|parent"
    r"|conjointe?|mere|pere))?"
    r"|(?:(?:first|last|full|given|family|middle|student|employee|patient|child|parent|member)[ _-]?)?names?|surname"
    r"|patiente?|eleve|etudiante?|student|employee?|assuree?|beneficiaire|usagere?|enfant|child)"
    r"(?=[ \"*]{0,4}(?:[|;,\t\n]|  ))"
)
#: Only people have these.
_OF_PEOPLE: Final = compiled(
    r"(?<![a-z])(?:prenoms?|noms? (?:de famille|complet)|(?:first|last|given|full|family)[ _-]?names?|surname|patiente?|eleve"
    r"|etudiante?|student|employee?|assuree?|beneficiaire|usagere?|enfant|child|age|ddn|d\.?o\.?b|naissance|birth|nam|nas|sin)"
    r"(?![a-z])"
)
_CELL: Final = compiled(r"[ >\"*]{0,6}([A-Za-z][A-Za-z' .,-]{0,48}?)[ \"*\r]{0,40}")
_LONGEST_LINE: Final = 400
_MOST_WORDS: Final = 5


def names_in_columns(page: Page, everything: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The names below the heads of columns of names: "Gagné" and "Antoine" under "Nom;Prénom"."""
    if not any(map(page.lower.__contains__, _HEADING)):
        return
    known = page.headers
    walked: set[int] = set()
    begins = [word.start for word in everything]
    for head in _HEAD.finditer(page.lower):
        of_people = None
        if _line(page, head.start(1)) in walked:  # a row of a table above
            continue
        for start, end in cells_below(page.lower, *head.span(1), known, worded=True):
            walked.add(_line(page, start))
            filled = _CELL.fullmatch(page.text, start, end)
            if not filled:
                continue
            if of_people is None:
                line = _line(page, head.start(1)) + 1
                after = page.lower.find("\n", head.end(), head.end() + _LONGEST_LINE)
                of_people = _OF_PEOPLE.search(page.lower, line, after) is not None
            inside = everything[bisect_left(begins, filled.start(1)) : bisect_left(begins, filled.end(1))]
            if _are_names(inside, of_people=of_people):
                yield inside[0].start, inside[-1].end


def _line(page: Page, at: int) -> int:
    """Where the line of lower[at] begins, if that is near."""
    return page.lower.rfind("\n", max(0, at - _LONGEST_LINE), at)


def _are_names(inside: Sequence[Word], *, of_people: bool) -> bool:
    """Whether a cell holds nothing but a name: in a table of people any that may be one, elsewhere a whole one."""
    names = [word for word in inside if word.key not in PARTICLES and not word.initial]
    if not 0 < len(names) <= _MOST_WORDS:
        return False
    if not of_people:
        return len(names) > 1 and names[0].kind.sure and names[0].kind.given and names[-1].kind.sure
    return all(
        word.kind.known or (word.capital and not word.kind.everyday and not word.looks_verbal)
        for word in names
    )
