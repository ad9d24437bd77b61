"""Words that say that a NAM follows, and words that say that something else does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from recognizers.page import Page

#: One of these stands in every text that holds a cue: a cheap first look.
_STEMS: Final = (
    "nam",
    "n.a.m",
    "n a m",
    "maladie",
    "mal.",
    "ramq",
    "medic",
    "health",
    "hin",
    "soleil",
    "sun card",
    "carte",
    "card",
    "assure",
    "cam",
)
_NUMBER: Final = r"(?:no|nos|num|numero|numeros|numb|number|numbers|n\^|nbr|#|id)"
_OF: Final = r"[\s:.\-]*(?:de\s+la\s+|de\s+l'|d'|du\s+|de\s+|of\s+)?"
_STRONG: Final = re.compile(
    "(?<![a-z])(?:"
    + "|".join(
        (
            r"(?<!viet\s)(?<!viet-)n\.?\s?a\.?\s?ms?(?![a-z])",
            r"n\.?a\.?m\.?(?=[a-z]{4}\s?[0-9])",
            r"ass(?:\.|urances?|ur\.)?[\s-]*mal(?:adie|\.)",
            r"(?:cartes?|card)\s+(?:soleil|sante|maladie|de\s+maladie|medicaments?|medicale?|de\s+sante|d'assur\w+)",
            r"cartes?\s+(?:de\s+(?:la\s+)?)?ramq",
            rf"{_NUMBER}{_OF}(?:ramq|cam|maladie|assure|carte\s+soleil|sante)",
            r"ramq[\s:]*(?:number|card|carte|no|num|numero|id|#|:|=)",
            rf"(?:quebec\s+)?health\s*(?:insurance\s*|care\s*|card\s*)?{_NUMBER}",
            r"health\s*(?:insurance|care|card)",
            rf"medicare(?:\s*(?:card|{_NUMBER}))?",
            rf"h\.?i\.?n(?:\s*{_NUMBER})?(?![a-z])",
            r"(?:sun|medical|soleil)\s*card",
        )
    )
    + ")"
)
_WEAK: Final = re.compile(
    rf"(?<![a-z])(?:ramq|(?:mon|ma|son|sa|leur|notre|my|his|her|their|our)\s+(?:{_NUMBER}|carte|card)|carte|card|cam)(?![a-z])"
    rf"|{_NUMBER}\s+(?:de\s+l'enfant|du\s+(?:patient|beneficiaire)|de\s+(?:ma|mon)\s+\w+|de\s+carte)"
)
_PERMANENT: Final = re.compile(
    r"codes?[\s-]*perm(?:anent|\.)|perm(?:anent|\.)?[\s-]*codes?|code\s+mees|code\s+(?:d')?etudiant|student\s+code"
)
#: A label of another kind of number right before the token.
_OTHER_NOUNS: Final = """factures? dossiers? commandes? invoices? orders? tickets? billets? lots? batch ref(?:erences?|s)?\\.? case files?
    fichiers? sku serie serial modele model produits? product item articles? part projets? projects? colis suivi tracking reclamations?
    claims? demandes? requests? requete confirmations? transactions? soumissions? devis quotes? contrats? contracts? polices? policy
    permis permit plaques? plate iban swift bic isin lei vin codes? coupon promo rabais version formulaires? form doc(?:ument)?s? scan
    page recu receipt bon bordereau inventaire inventory employe employee matricule badge reservations? booking vol flight incident
    client compte account membre member abonnement cle key jeton token rapport report date du le from since on""".split()
_OTHER_LABEL: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_OTHER_NOUNS)})"
    r"[\s:.#]*(?:(?:no|num|numero|number|n\^|id|de\s+\w+|est|is|#)[\s:.#]*){0,2}$"
)
_IBAN_HEAD: Final = re.compile(r"(?<![a-z0-9])[a-z]{2}[0-9]{2}[ -]?$")
#: Shortened nouns and months that begin file numbers and dates; real name letters may be among them.
_LOW_TRUST: Final = frozenset(
    """date mars juin aout june july sept avri april from code case page fact doss comm scan bill lote ordr proj tick form file invo cont
    dema refe quot batc seri part item clie perm soum rapp rece recl conf tran ship pack prod stoc impo expo vers docu note avis lett
    memo repo appe requ dema susp inci ince data back img_ imag phot pict vide audi temp user page poli claim rese book vol_ trac
    coli comp acco memb abon toke lice vuln janv fevr avri octo nove dece janu febr marc augu""".split()
)  # fmt: skip
_MONTHS: Final = frozenset("mars juin aout june july sept avri janv fevr octo nove dece marc".split())
_WORDS: Final = frozenset(
    "dans avec pour sans vers tous plus with that this have been over only call room year line than when were your some from".split()
)
_FAR: Final = 1_000_000_000
_YEAR_LIKE: Final = re.compile(
    r"(?:19|20)[0-9]{2}(?:[ ./-]{1,3}[0-9]{2}[ ./-]{1,3}[0-9]{2}|[ ./-]{1,3}[0-9]{4})$"
)


class NamCues:
    """The cues of one page, looked up once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.label = bool(page.label) and _STRONG.search(page.label) is not None
        self._label_permanent = bool(page.label) and _PERMANENT.search(page.label) is not None
        lower = page.lower
        present = any(stem in lower for stem in _STEMS)
        self._direct = _Cues(_STRONG, lower if present else "")
        self._weak = _Cues(_WEAK, lower if present else "")
        self._permanent = _Cues(_PERMANENT, lower if "perm" in lower or "code" in lower else "")

    @property
    def ends(self) -> list[int]:
        """Where each strong cue ends."""
        return [end for _, end in self._direct.spans]

    @property
    def any(self) -> bool:
        """Whether something on the page or its label speaks of a NAM."""
        return self.label or bool(self._direct.spans or self._weak.spans)

    def of(self, start: int, end: int) -> str:
        """The cue that governs page.lower[start:end]: "direct", "near", "page", "code permanent" or ""."""
        direct = self._direct.distance(start, end)
        permanent = 0 if self._label_permanent else self._permanent.distance(start, end)
        if permanent <= min(direct, 80):
            return "code permanent"
        if self.label or direct <= 60:
            return "direct"
        if direct <= 250 or self._weak.distance(start, end) <= 25:
            return "near"
        return "page" if self._direct.spans else ""

    def is_low_trust(self, start: int, end: int, compact: str) -> bool:
        """Whether label, prefix or form say that this is another kind of number."""
        lower = self._page.lower
        left = lower[max(0, start - 40) : start]
        if _OTHER_LABEL.search(left) or _IBAN_HEAD.search(left):
            return True
        digits = lower[start:end].lstrip("abcdefghijklmnopqrstuvwxyz :.-/_")
        year_like = _YEAR_LIKE.match(digits) is not None
        prefix = compact[:4].lower()
        if year_like and (
            prefix in _MONTHS or digits.count("-") >= 2 or self._page.text[start + 1 : start + 2].islower()
        ):
            return True
        glued = lower[start + 4 : start + 5].isdigit()
        return prefix in _WORDS or (prefix in _LOW_TRUST and (year_like or glued))


class _Cues:
    """Cue places in order, with the distance to the nearest in logarithmic time."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.spans = [found.span() for found in pattern.finditer(text)] if text else []
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def distance(self, start: int, end: int) -> int:
        """Characters between text[start:end] and the nearest cue: before it, or (counted double) after it."""
        before = bisect_right(self._ends, start)
        after = bisect_left(self._starts, end)
        left = start - self._ends[before - 1] if before else _FAR
        right = 2 * (self._starts[after] - end) + 5 if after < len(self._starts) else _FAR
        return min(left, right)
