"""What words show themselves to be: a road by its number, a town by its saint or its province, a trail of links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_words import Word

#: What stands around the name of a road that is written without its type.
_CIVIC_BEFORE: Final = compiled(r"(?<![a-z0-9])[0-9]{1,5}[a-d]?,? (?:de (?:la )?|du |des )?$")
_CIVIC_AFTER: Final = compiled(
    r"[ ,.]{1,3}(?:(?:est|ouest|nord|sud|east|west|north|south|[eonsw])(?![a-z'])"
    r"|(?:app?t?s?|appartement|unite?|suite|bureau)[ .#]{0,2}[0-9a-d]|#[ ]?[0-9])"
)
#: After a town: "Alfred, Ontario".
PROVINCE_AFTER: Final = compiled(
    r",? \(?(?:ontario|quebec|qc|alberta|manitoba|saskatchewan|new brunswick|nouveau-brunswick|nova scotia"
    r"|nouvelle-ecosse|british columbia|colombie-britannique|nunavik|nunavut)(?![a-z])"
)
_DIRECTIONS: Final = frozenset("eonsw")
#: What ends an address after its town, and begins the name of a card.
_PROVINCES: Final = words("qc on ab bc nb ns pe pei nl mb sk")
_CARDS: Final = words("visa mastercard amex interac")
#: What the name of a town begins with, and no person's.
SAINT: Final = (
    *("saint-", "sainte-", "st-", "ste-"),
    *("lac-", "mont-", "baie-", "cap-", "pointe-", "riviere-", "ile-", "anse-", "notre-dame"),
)
#: "Le fil d'Ariane" is a trail of links.
_THREAD: Final = compiled(r"(?<![a-z])fils? d'$")


def is_trailed(names: Sequence[Word]) -> bool:
    """Whether a province ends the words, or the name of a card begins them: "Beaconsfield QC", "Visa Infinite"."""
    return len(names) > 1 and ((names[-1].key in _PROVINCES and names[-1].acronym) or names[0].key in _CARDS)


def is_civic(page: Page, start: int, left: str, end: int) -> bool:
    """Whether a civic number before and an apartment after make a road of it: "4021 de Lorimier app 2"."""
    if not page.has_digits or _CIVIC_BEFORE.search(left, max(0, len(left) - 14)) is None:
        return False
    last = page.lower[start:end].rstrip(".").rsplit(" ", 1)[-1]
    return last in _DIRECTIONS or _CIVIC_AFTER.match(page.lower, end, end + 16) is not None


def is_trail(first: Word, left: str) -> bool:
    """Whether `first` is the thread of a site's pages, by what stands before it: "fil d'Ariane"."""
    return first.key == "ariane" and _THREAD.search(left) is not None
