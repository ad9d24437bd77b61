"""Several people's birth dates under one label, or after it."""

from __future__ import annotations

from typing import Final

from recognizers.cues import Cue
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled

#: Possessive wherever the next part could take the same characters: a text made for it would take minutes otherwise.
_NAMED_LINE: Final = compiled(
    r"[\s>|*\-0-9.)]*+(?:[a-z']{2,20}+(?:-[a-z']{1,20}+){0,3}+[ ,]{0,2}){1,4}[ :(=\-]{1,4}(?:le )?"
    r"(?:(?:jour|day|jj|dd|annee|year|aaaa|yyyy|month|mm)[ :=.(]{1,3})?$"
)
_PLURAL: Final = compiled(
    r"dates(?![a-z])|ddns|dobs|birthdates|birthdays|enfants|children|kids|ne(?:e?\(e?s\)|e?s)(?![a-z])|twins|jume"
)
#: "… my children and their date of birth:".
_OF_SEVERAL: Final = compiled(
    r"(?<![a-z])(?:leurs?|their|noms et|names and|each(?: [a-z]+)?'s|[a-z]{2,}s') ?$"
    r"|(?<![a-z])(?:parents|children|kids|twins|sons|daughters|brothers|sisters|boys|girls|both|we|they),? "
    r"(?:(?:were|are|all|both|who) ){0,2}$"
)
#: "Nom Prénom DDN": a header with nothing but a blank between its words.
_NAME_HEADS: Final = compiled(
    r"(?:^|\n)[> ]*(?:(?:noms?|prenoms?|names?|first|last|family|given|full|complet|de famille|surname)[ ,/&]{1,3}"
    r"(?:(?:et|and) )?){1,4}$"
)
_HEAD_REACH: Final = 40
_WORD: Final = compiled(r"[a-z]{2,}")


def is_named_list(page: Page, cue: Cue, lines: list[str]) -> bool:
    """Whether the date opens a list under its title: "Dates de naissance :", then a name and a date on each line."""
    if cue.kind != "label" or any(line.strip() for line in lines[1:-1]) or lines[0].lstrip().startswith(")"):
        return False
    if not _NAMED_LINE.match(lines[-1]) or not is_plural(page, cue, len(lines[0])):
        return False
    return not _heads_names(page, cue) or any(word[0] in GIVEN for word in _WORD.finditer(lines[-1]))


def _heads_names(page: Page, cue: Cue) -> bool:
    """Whether the cue stands in a header behind the words for a name, with no mark between."""
    return _NAME_HEADS.search(page.lower, max(0, cue.start - _HEAD_REACH), cue.start) is not None


def is_plural(page: Page, cue: Cue, reach: int = 20) -> bool:
    """Whether the cue, or what follows it within `reach` characters, speaks of several births."""
    return (
        _PLURAL.search(page.lower, cue.start, cue.end + reach) is not None
        or _OF_SEVERAL.search(page.flat, max(0, cue.start - _HEAD_REACH), cue.start) is not None
        or _heads_names(page, cue)
    )
