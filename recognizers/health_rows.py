"""Health numbers in rows with a column of provinces: "Province | Numéro | Titulaire", "ON | 1039063910 | …".

Or without a head, where each row begins with its province and care is spoken of: "AB;487942464;2026-10-02;office visit".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.health_cues import FORMS
from recognizers.health_places import KINDS, may_name_place
from recognizers.known_plain import NUMBERED
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.table import Headers, cells_below, header_cells

#: What heads a column of provinces; on pages without one of its words nothing is looked for.
PROVINCE_WORDS: Final = vocabulary("province provinces prov territory territoire".split())
_PROVINCE: Final = compiled(r"(?<![a-z])(?:provinces?|prov\.?|territoires?|territor(?:y|ies))(?![a-z])")
_NUMBER: Final = compiled(
    r"(?<![a-z])(?:numeros?|numbers?|nos?|num|n\^|cartes?|cards?|sante|health|maladie|phn|medicare|assures?|insured)(?![a-z])|#"
)
#: What heads a column of other numbers, or of none.
_OTHER: Final = compiled(
    r"(?<![a-z])(?:tel|telephones?|phones?|cell|fax|poste|dossiers?|files?|comptes?|accounts?|permis|permits?"
    r"|licen[cs]es?|neq|ne|bn"
    r"|nas|sin|social[e]?|factures?|invoices?|commandes?|orders?|employee?s?|clients?|customers?|magasins?|stores?"
    r"|contrats?|contracts?"
    r"|civique|rue|street|postal|code|date|expir[a-z]*|nom|name|tps|tvh|gst|hst|plaques?|plates?|passe?ports?|suivi"
    r"|tracking|police"
    r"|policy|succursales?|branch|reference|ref|patients?[ ](?:par|per)|nombre|population)(?![a-z])"
)
_CARD: Final = compiled(
    r"(?<![a-z])(?:cartes?|cards?|sante|health|maladie|phn|medicare|assures?|insured|ramq|patiente?s?)(?![a-z])"
)
#: Also the short name that is a word elsewhere.
_IN_CELLS: Final = {**KINDS, "on": "ON"}
#: Those whose check digit tells that it is such a number.
_CHECKED: Final = ("ON", "BC")


#: A row without a head, its province and its number first.
_ROW: Final = compiled(
    r"(?:\A|(?<=\n))[ >*-]{0,4}([a-z][a-z. -]{1,28}?) ?[;,|\t:] {0,2}([a-z]?[0-9][0-9 -]{5,14}[0-9])(?= ?[;,|\t\n]|\Z)"
)
#: Ontario's letters before a number, which are a word elsewhere.
ONTARIO: Final = gate(("on",), stands=NUMBERED, after=5)
_CARE: Final = compiled(
    r"(?<![a-z])(?:out[- ]of[- ]province|hors[- ](?:province|quebec)|visite?s?|patiente?s?|hospitals?|hopita(?:l|ux)|cliniqu?e?s?"
    r"|clinics?|medecins?|physicians?|doctors?|soins|consultations?|urgences?|emergency|assuree?s?|insured)(?![a-z])"
)
_FEWEST: Final = 2


def in_lines(page: Page) -> Iterator[tuple[int, int, str]]:
    """Where the numbers stand in rows without a head, each behind its province; none if one is no such number."""
    lower = page.lower
    if not (page.gates & ONTARIO or may_name_place(page)):
        return
    if "\n" not in lower or _CARE.search(lower) is None:
        return
    found = []
    for row in _ROW.finditer(lower):
        if (kind := _IN_CELLS.get(row[1])) is None:
            continue
        one = next((one for one in FORMS[kind] if one.pattern.fullmatch(row[2])), None)
        if one is None or not (one.check is None or one.check("".join(filter(str.isalnum, row[2])))):
            return
        found.append((*row.span(2), kind))
    checked = any(kind in _CHECKED for *_, kind in found)
    if len(found) >= _FEWEST and (checked or _CARD.search(lower)):
        yield from found


def in_rows(page: Page) -> Iterator[tuple[int, int, str]]:
    """Where the numbers stand in the rows, and of which province's kind each is; linear: each head is followed once."""
    if PROVINCE_WORDS.isdisjoint(page.words):
        return
    lower = page.lower
    known = page.headers
    read, cards = -1, _CARD.search(lower) is not None
    for head in _PROVINCE.finditer(lower):
        if head.start() < read:
            continue
        places = dict(_kinds_by_line(lower, *head.span(), known))
        if not places:
            continue
        read = max(places)
        for start, end in header_cells(lower, head.start(), known):
            title = lower[start:end]
            if start <= head.start() < end or not _NUMBER.search(title) or _OTHER.search(title):
                continue
            found = list(_numbers(page, start + len(title) - len(title.lstrip(" |")), end, places, known))
            if found and (cards or any(kind in _CHECKED for *_, kind in found)):
                yield from found


def _kinds_by_line(lower: str, start: int, end: int, known: Headers) -> Iterator[tuple[int, str]]:
    """The kind of each province below a head, by where its line begins."""
    for cell in cells_below(lower, start, end, known, worded=True):
        if kind := _IN_CELLS.get(lower[slice(*cell)].strip(" .\"'*")):
            yield lower.rfind("\n", 0, cell[0]), kind


def _numbers(
    page: Page, start: int, end: int, places: dict[int, str], known: Headers
) -> Iterator[tuple[int, int, str]]:
    for first, last in cells_below(page.lower, start, end, known):
        kind = places.get(page.lower.rfind("\n", 0, first))
        if kind is None:
            continue
        written = page.flat[first:last].strip(" \"'")
        for one in FORMS[kind]:
            if one.pattern.fullmatch(written):
                if one.check is None or one.check("".join(filter(str.isalnum, written))):
                    at = page.flat.index(written, first)
                    yield at, at + len(written), kind
                break
