"""A road with its civic number behind: "rue Brochu, 829", "6e Avenue, no 1420", "adresse : boul. Laurier 2450, app. 3"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import left_of, words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.towns import TOWN

_ROAD: Final = (
    r"(?:rue|avenue|ave?|boulevard|boul|chemin|ch|rang|route|rte|ruelle|impasse|croissant|montee|place"
    r"|allee|terrasse|cote|carre)"
)
#: Road, name, number; no civic number before.
_TURNED: Final = compiled(
    r"(?<![a-z0-9'-])(?<![0-9] )(?<![0-9],)(?<![0-9], )(?<![0-9][a-d] )(?<![0-9][a-d], )"
    rf"(?:{_ROAD}\.? (?P<name>(?:[a-z][a-z.'-]{{0,20}} ){{0,3}}?[a-z][a-z'-]{{2,24}})"
    rf"|[0-9]{{1,3}} ?(?:e|re|er|eme|ieme|iere) {_ROAD})"
    r"(?: (?:est|ouest|nord|sud|[eonsw]\.?))?"
    r"(?P<mark>,? ?(?:(?:no|num|numero|n\^)(?![a-z])[ .:]{0,2}|# ?)|, ?| )(?P<civic>[0-9]{1,5}[a-d]?)(?![0-9a-z])"
    r"(?![ .,/-]{1,2}[0-9])"
)
#: Nothing more is said of the number.
_ENDS: Final = compiled(r"[ ]?(?:\Z|[.,;)\n])")
_APARTMENT: Final = compiled(
    r"[ ,]{1,3}(?:(?:appartement|appart|app?t?|apt|unite|unit|bureau|suite|local|porte|logement|log)[ .:]{0,2}#?|#) ?"
    r"(?:[0-9]{1,5}-?[a-z]?|[a-d])(?![0-9a-z])"
)
_THEN_PLACE: Final = compiled(
    rf"[ ]?[,(]?[ \n]{{0,2}}(?:(?:a )?{TOWN}"
    r"|(?:[a-z.'-]{2,20}[ ,(]{1,3}){0,3}[a-z][0-9][a-z][ -]?[0-9][a-z][0-9](?![a-z0-9]))"
)
_HOME: Final = compiled(
    r"(?<![a-z])(?:adresse|address|habit\w*|demeur\w*|resid\w*|domicil\w*|demenag\w*|live|living|lives|moved|reste|loge\w*"
    r"|ecrivez-moi|write (?:to )?me|poste[rz]|envoye[rz]|send|mail)(?![a-z])[^\n0-9]{0,40}\Z"
)
#: No names of roads: what happens there, or what a way is made of.
_NO_NAMES: Final = words(
    """est sont et ou avec sans depuis dans entre vers barree barre fermee ferme bloquee bloque ouverte fer moi nous vous qui que
    pas plus mon ma son sa votre notre pour par sur en au aux a km page ligne sortie exit"""
)
_YEAR: Final = compiled("(?:19|20)[0-9]{2}")
_LEFT: Final = 60


def turned(page: Page) -> Iterator[tuple[int, int, float]]:
    """Where such addresses stand, and how sure each is; linear: a fixed reach for each road."""
    for found in _TURNED.finditer(page.lower):
        name = found["name"]
        if name and not _NO_NAMES.isdisjoint(name.split()):
            continue
        start, end = found.span()
        flat = _APARTMENT.match(page.lower, end, end + 24)
        last = flat.end() if flat else end
        placed = flat is not None or _THEN_PLACE.match(page.lower, last, last + 80) is not None
        placed = placed or _HOME.search(left_of(page, start, _LEFT)) is not None
        called = any(map(found["mark"].__contains__, "n#"))
        capital = name is None or any(map(str.isupper, page.text[slice(*found.span("name"))]))
        whole = len(found["civic"]) > 1
        if (placed and (whole or found["mark"] != " ")) or (called and capital):
            yield start, last, 0.9 if placed else 0.8
        elif (
            capital
            and whole
            and "," in found["mark"]
            and _ENDS.match(page.lower, end, end + 2)
            and not _YEAR.fullmatch(found["civic"])
        ):
            yield start, last, 0.75
