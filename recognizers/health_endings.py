"""Illnesses and operations by how their names end, whether they are on a list or not: "adrénoleucodystrophie", "septoplasty"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.cues import vocabulary
from recognizers.everyday import is_everyday, is_name
from recognizers.page import Page
from recognizers.patterns import compiled

#: What a page says that tells of somebody's health.
_TOLD: Final = vocabulary(
    "my mon ma jai ai i've have has souffre suffers suffer diagnosed diagnostic subi underwent patient patiente dx hx pt atcd"
    " traite traitee operee opere".split()
)
#: What such a page has somewhere that has one of the endings.
_PARTS: Final = (
    "path osis trophi trophy plas pleg phren algi myel scler stenos blastom carcin sarcom omatos scopi scopy tomie tomy"
    " edema aldosteron thyroid rhag liom emie emia itis angeite ocele"
).split()
#: Endings of illnesses.
_ILL: Final = compiled(
    r"(?<![a-z'-])[a-z]{3,24}(?:path(?:ie|y|ies)"
    r"|[a-z]{2}itis|osis|troph(?:ie|y)|plas(?:ie|ia)|pleg(?:ie|ia)|phreni[ae]|[aeiorty]emi[ae]|algi[ae]|myelit(?:e|is)"
    r"|scleros(?:e|is)"
    r"|stenos(?:e|is)|blastom[ea]|carcinom[ea]|sarcom[ea]|ang[e]?ite|omatos(?:e|is)|peni[ae]|paresi[es]|kinesi[ae]|esthesi[ae]"
    r"|edem[ea]|[nt]uri[ae]|aldosteronism[e]?|thyroidism[e]?|thyroidie|rr?hagi[ae]|rr?hee|rr?hea|gangliom[ea]|gliom[ea]|ocele"
    r"|phagi[ae])"
    r"s?(?![a-z])"
)
#: Endings of operations and of looks inside.
_DONE: Final = compiled(
    r"(?<![a-z'-])[a-z]{3,24}(?:scop(?:ie|y)|ectom(?:ie|y)|ostom(?:ie|y)|[aeiry]otom(?:ie|y)|plast(?:ie|y))s?(?![a-z])"
)
_SHORTEST: Final = 9
#: What ends so and is no illness.
_OTHERS: Final = compiled(
    r"(?:(?:sym|em|a|tele|anti|homeo|osteo|naturo|biblio|psycho)path|diagnosis|prognosis|metamorph|osmosis|symbio|hypnosis"
    r"|mitosis"
    r"|telescop|microscop|periscop|stroboscop|academi|epidemi|pandemi|polemi|anatom|autonom|dichotom|boheme|gastronom|nostalgi"
    r"|catastroph|philosoph|trophy|apotheos|hypothes|anesthesi|fantas|euthanasi|mercuri|penuri|luxuri|injuri|centuri|seigneuri"
    r"|armuri|asymetri)"
)


def by_ending(page: Page) -> Iterator[tuple[int, int, bool]]:
    """Where words stand that end as illnesses or as operations do (the last tells which), and are no everyday words."""
    lower = page.lower
    if _TOLD.isdisjoint(page.words) or not any(map(lower.__contains__, _PARTS)):
        return
    for pattern, is_care in ((_ILL, False), (_DONE, True)):
        for found in pattern.finditer(lower):
            word = found[0]
            if (
                len(word) >= _SHORTEST
                and not _OTHERS.match(word)
                and not is_everyday(word)
                and not is_name(word)
            ):
                yield (*found.span(), is_care)
