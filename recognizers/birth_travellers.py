"""Birth dates right behind names as passports and airlines write them: "GAGNE/ISAAC 17-MAR-2018 Montreal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import LONGEST, RECENT, candidate, date_at
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import gate
from recognizers.everyday import is_everyday, is_name
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Closed on pages without any of what lists travellers.
TRAVELLERS: Final = gate(
    """passport passports passeport passeports passager passagers passagere passageres passenger passengers manifest manifeste
    traveller travellers traveler travelers voyageur voyageurs voyageuse voyageuses pnr apis boarding embarquement visas
    itinerary itineraire""".split()
)
#: Surname and given name, in capitals, perhaps a title; and the date.
_NAMED: Final = compiled(
    r"(?<![A-Za-z/])([A-Z][A-Z'-]{1,24})/([A-Z][A-Z'-]{1,24})(?: [A-Z]{2,20}){0,3} ?[,;:]? {0,8}(?<![A-Z])(?=[0-9])"
)
#: Behind the date, two cities by their codes: it is a flight's.
_ROUTE: Final = compiled(" {1,3}(?:[A-Z]{2}[0-9]{2,4} )?[A-Z]{3}[ /-]{1,3}[A-Z]{3}(?![A-Z])")
#: What was done on that day, told before the name on its line, or right behind the date.
_BEFORE: Final = 100
_NEXT: Final = compiled("[ ,(:]{1,3}")


def of_travellers(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates of other years right behind a traveller's name. Linear."""
    for named in _NAMED.finditer(page.text):
        written = date_at(page, flat, named.end(), LONGEST)
        if (
            written is None
            or not _is_somebody(named[1].lower(), named[2].lower())
            or any(page.today - day < RECENT for day in written.days)
        ):
            continue
        said = page.lower[page.line_start(named.start(), _BEFORE) : named.start()]
        behind = _NEXT.match(page.lower, named.end() + written.end)
        if not (
            tells_other(said)
            or OTHER_EVENT.search(said)
            or OTHER_EVENT.search(named[0].lower())
            or _ROUTE.match(page.text, named.end() + written.end)
            or (behind and OTHER_EVENT.match(page.lower, behind.end()))
        ):
            yield candidate(named.end(), written, 0.6, ("pattern", "layout:name"))


def _is_somebody(surname: str, given: str) -> bool:
    """Whether one of the words is in a list of names, and neither is everyday: "GAGNE/ISAAC", not "RECTO/VERSO"."""
    return (is_name(surname) or is_name(given)) and not (is_everyday(surname) or is_everyday(given))
