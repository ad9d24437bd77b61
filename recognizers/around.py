"""What stands just before and after a place in a text: the words that vouch for a number, or say that it is another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from recognizers.page import Page
from recognizers.patterns import compiled

#: Nouns that name a number which belongs to no person: a file, an invoice, a law, a quantity.
_OTHER_NUMBERS: Final = compiled(
    r"(?<![a-z])(?:dossiers?|file|case|factures?|invoice|commandes?|order|po|suivi|tracking|confirmation|reference"
    r"|ref|ticket|billet"
    r"|demande|request|formulaire|form|version|v|modele|model|serie|serial|produit|sku|upc|isbn|issn|imei|lot|batch"
    r"|article|section|loi"
    r"|decret|reglement|act|regulation|page|p|no civique|neq|tvq|tps|tvh|gst|hst|qst|ne|bn|din|plaque|vol|flight|doi"
    r"|pmid|id|code"
    r"|population|budget|montant|amount|total|prix|price)"
    r"(?:[ \t:#]|(?<=ref)\.|(?<=no)\.|(?<=num)\.|(?<=:)\n|no|num|numero|number|n\^|de|d'|du|la|le|of|the|est|is|'s)*\Z"
)
_QUANTITY_AFTER: Final = compiled(
    r"[ \xa0]?(?:\$|%|dollars?|euros?|cad|usd|habitants|personnes|people|km|kg|mg|ml|m2|fois|visites|millions?|milliards?)"
)
_MONEY_BEFORE: Final = compiled(r"[$][ ]?$")
#: Justified text and pages of PDF have two spaces for one.
SPACES: Final = compiled(" {2,}")
#: The words of a line.
LINE_WORDS: Final = compiled("[a-z'-]{2,}")


def left_of(page: Page, start: int, width: int = 48) -> str:
    """The text before `start`, in lower case, at most `width` characters, together with the page's label."""
    before = page.lower[max(0, start - width) : start]
    return f"{page.label}: {before}" if page.label and start < width and not before.strip() else before


def right_of(page: Page, end: int, width: int = 40) -> str:
    """The text after `end`, in lower case, at most `width` characters."""
    return page.lower[end : end + width]


def is_other_number(page: Page, start: int, end: int) -> bool:
    """Whether the words around lower[start:end] say that it is a reference, an amount or a quantity."""
    left = left_of(page, start)
    return bool(
        _OTHER_NUMBERS.search(left)
        or _MONEY_BEFORE.search(left)
        or _QUANTITY_AFTER.match(page.lower, end, end + 16)
    )


def words(text: str) -> frozenset[str]:
    """The words of a block of text, for lists that read as prose."""
    return frozenset(text.split())


def alternatives(values: Iterable[str]) -> str:
    """A pattern that matches any of `values`, longest first, so that none hides another."""
    return "|".join(sorted(map(re.escape, values), key=len, reverse=True))
