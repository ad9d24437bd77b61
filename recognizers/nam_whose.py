"""Whose name stands right before a number of a NAM's form, where its letters fit: "Rosalie Poulin pour 3612 0514".

Such letters are no word, though they be written as one; nor are those of a family's next: "moi, Xavier Caron, carx …", "ma fille
Émilie, care 1960 0728".
"""

from __future__ import annotations

from typing import Final

from recognizers.everyday import is_everyday, is_name
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_search import Span
from recognizers.page import Page
from recognizers.patterns import Ending

_NAMES: Final = Ending(r"(?<![a-z'-])(?:([a-z][a-z'-]{1,20}),? {1,2})?([a-z][a-z'-]{1,20})[ :(,/|;-]{1,3}\Z")
_REACH: Final = 50
_SURNAME: Final = NAME_LENGTH - 1
#: So far before it stands the number of one of the family.
_FAMILY_REACH: Final = 400
#: … and is one of so many that were found last.
_LAST: Final = 12


def fits_name_before(page: Page, start: int, letters: str, sure: list[Span]) -> bool:
    """Whether somebody whose NAM begins with `letters` is named right before page.lower[start:].

    By a given name alone, where one of the numbers before it (`sure`, as they were found) has the surname's letters.
    """
    left = page.lower[max(0, start - _REACH) : start]
    if not sure and letters[:_SURNAME] not in left.replace("'", "").replace("-", ""):
        return False
    found = _NAMES.search(left)
    if found is None:
        return False
    first, last = found[1] or "", found[2]
    return (
        _is_of(first, last, letters)
        or _is_of(last, first, letters)
        or (
            _is_given(last, letters)
            and any(
                0 < start - begin <= _FAMILY_REACH and page.lower.startswith(letters[:_SURNAME], begin)
                for begin, _ in sure[-_LAST:]
            )
        )
    )


def _is_given(name: str, letters: str) -> bool:
    return name[:1] == letters[_SURNAME] and is_name(name.partition("-")[0]) and not is_everyday(name)


def _is_of(given: str, surname: str, letters: str) -> bool:
    written = surname.replace("'", "").replace("-", "")
    return (
        len(written) >= _SURNAME
        and written.startswith(letters[:_SURNAME])
        and _is_given(given, letters)
        and (is_name(surname) or not is_everyday(surname))
    )
