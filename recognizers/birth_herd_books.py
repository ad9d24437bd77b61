"""Births of animals in the books of herds and kennels: a row, or the heads of its columns, with a tag or a breed and nobody in
it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_animals import FARMS, GOATS, HERD, LIVESTOCK, PET_RACES, RACES, SURE_RACES, SURNAMES
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.dates import dates_in
from recognizers.everyday import is_full_name, is_name
from recognizers.glance import straighten
from recognizers.months import MONTH_WORDS
from recognizers.page import Page
from recognizers.patterns import compiled

_KINDS: Final = "|".join(sorted(LIVESTOCK | GOATS))
#: A row of such a register, or its heads: an animal by its number or its breed, …
_TAGGED: Final = compiled(
    rf"(?<![a-z])(?:(?:atq|tag|ear ?tag|boucle|etiquette|{_KINDS})[_. ]?(?:id|no|num)?[\":#.= ]{{0,4}}"
    r"(?P<number>[0-9]{1,4})(?![0-9])"
    rf"|atq(?![a-z])|(?:breed|sire)[\">:= ]{{1,4}}[a-z0-9]|(?:{'|'.join(sorted(SURE_RACES))})(?![a-z]))"
    rf"|(?:\A|[;|,\t])[\" ]?(?:race|breed|etiquette|(?:ear)?tag|sire|(?:id|no)_(?:{_KINDS}))[\" ]?(?:[;|,\t]|\Z)"
)
#: … with few words besides those that such rows have, …
_IN_ROWS: Final = (
    FARMS
    | RACES
    | GOATS
    | HERD
    | frozenset(MONTH_WORDS)
    | frozenset(
        """atq tag ear eartag boucle etiquette id no num race pere mere mother father sex sexe f m male femelle female animal
        animaux animals nee ne le born b dob ddn date de naissance birth birthdate poids weight robe coat registre registry
        register of du la des d l s the and et insert into values x""".split()
    )
)
_FEW: Final = 2
#: … and no word for somebody; nor do its columns have a name's.
_OF_PEOPLE: Final = compiled(
    rf"(?<![a-z])(?:{'|'.join(word for word in RELATIVES.split() if word not in ('mere', 'pere', 'mother', 'father'))}|je"
    r"|j'[a-z]+|suis|i|i'm|am|was|est|sont|mon|ma|mes|my|me|moi|nous|we|our|notre|vous|you|your|he|she|il|elle|qui|who"
    r"|patiente?s?|cliente?s?|employee?s?|worker|ouvriere?|vach(?:er|ere)|proprietaires?|owners?|eleveu(?:r|se)s?|breeders?|farmers?"
    r"|agricult[a-z]+|producteurs?|membres?|members?|bab(?:y|ies)|bebes?|enfants?|child(?:ren)?|kids?|boys?|girls?|person(?:ne)?s?|people|mme|mr|mrs|ms"
    r"|noms?|prenoms?|names?|nas|sin|nam|ramq)(?![a-z'])"
)
_ROW: Final = 160
_LETTERS: Final = compiled("[a-z]+")
_TWO_NAMES: Final = compiled(r"[A-Z][A-Za-z'-]+,? [A-Z][A-Za-z'-]+")
#: "P. Hereford".
_INITIAL: Final = compiled(r"(?<![A-Za-z])[A-Z]\. ?[A-Z][a-z'-]+")


def is_in_herd_book(page: Page, cue: Cue, oldest: timedelta) -> bool:
    """Whether the cue's line is a row of a herd book, or its heads: a tag or a breed, and nobody; none above `oldest`."""
    first, last = page.line_start(cue.start, _ROW), page.line_end(cue.end, _ROW)
    row = page.lower[first:last]
    words = _LETTERS.findall(row)
    return (
        sum(word not in _IN_ROWS for word in words) <= _FEW
        and _is_tagged(page, cue, first, last, oldest)
        and not _are_surnames(page, words)
        and _OF_PEOPLE.search(row) is None
        and _INITIAL.search(page.text, first, last) is None
        and not any(_is_somebody(found[0]) for found in _TWO_NAMES.finditer(page.text, first, last))
    )


def _is_tagged(page: Page, cue: Cue, first: int, last: int, oldest: timedelta) -> bool:
    """Whether the row lower[first:last] has a tag or a breed, and its animal, where it says when it was born, is not too old.

    The figures of a date are no tag: "Heifer 1965-03-04".
    """
    tags = list(_TAGGED.finditer(page.lower[first:last]))
    if not tags:
        return False
    dates = dates_in(page.today, straighten(page.flat[first:last]))
    born = [one for one in dates if first + one.start >= cue.end][:1] or dates[-1:]
    return all(page.today - day < oldest for one in born for day in one.days) and any(
        not any(one.start <= tag.start("number") < one.end for one in dates) for tag in tags
    )


def _are_surnames(page: Page, words: list[str]) -> bool:
    """Whether all that a row's words, and the page, have of a farm may be somebody's surname: "Lamb, F, DOB …, tag 4"."""
    farm = (FARMS | RACES) & page.words
    return len(farm) == 1 and farm <= SURNAMES and not farm.isdisjoint(words)


def _is_somebody(words: str) -> bool:
    """Whether two words with capitals name somebody: "Hereford, Anna", not "Rex, Labrador"."""
    said = _LETTERS.findall(words.lower())
    return said[-1] not in PET_RACES and (is_full_name(words) or any(map(is_name, said)))
