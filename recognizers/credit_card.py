"""Payment card number (ISO/IEC 7812): 13 to 19 digits, an issuer's prefix and the Luhn check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recognizers.around import left_of
from recognizers.luhn import luhn
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_CARD: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])[2-6](?:[ .\-_*]{0,2}[0-9]){12,18}(?![0-9a-z])(?![.,-][0-9])"
)
#: Visa, Mastercard (both series), American Express, Discover, Diners, JCB, UnionPay: prefix and lengths.
_ISSUERS: Final = (
    (compiled(r"4"), (13, 16, 19)),
    (compiled(r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), (16,)),
    (compiled(r"3[47]"), (15,)),
    (compiled(r"6(?:011|4[4-9]|5)"), (16, 19)),
    (compiled(r"3(?:0[0-5]|[689])"), (14,)),
    (compiled(r"35(?:2[89]|[3-8])"), (16, 19)),
    (compiled(r"62"), (16, 17, 18, 19)),
)
_CUE: Final = compiled(
    r"(?:carte|card|cc|visa|master ?card|amex|american express|credit|debit|paiement|payment|pay|paye)\b[^0-9]{0,40}$"
)
_OTHER: Final = compiled(
    r"(?:imei|tracking|suivi|isbn|ean|upc|iccid|sim|serie|serial|colis|parcel)\b[^0-9]{0,24}$"
)
_GROUPED: Final = compiled(
    r"[0-9]{4}([ .\-_*]{1,2})[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}$|[0-9]{4}[ .-][0-9]{6}[ .-][0-9]{4,5}$"
)


class CreditCardRecognizer:
    """Proposes CREDIT_CARD. Linear: runs of digits are read once."""

    id = "credit-card"
    entity_types = ("CREDIT_CARD",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every card number on the page."""
        if not page.clusters:
            return
        for found in _CARD.finditer(page.lower):
            digits = "".join(char for char in found[0] if char.isdigit())
            if not luhn(digits) or not _issued(digits) or len(set(digits)) < 2:
                continue
            left = left_of(page, found.start())
            if _CUE.search(left):
                evidence: tuple[str, ...] = ("pattern", "check-digit", "cue")
                score = 0.99
            elif _OTHER.search(left):
                score, evidence = 0.2, ("pattern", "check-digit", "veto:label")
            else:
                score, evidence = (0.95 if _GROUPED.match(found[0]) else 0.8), ("pattern", "check-digit")
            yield Candidate("CREDIT_CARD", found.start(), found.end(), score, self.id, evidence)


def _issued(digits: str) -> bool:
    return any(len(digits) in lengths and prefix.match(digits) for prefix, lengths in _ISSUERS)


RECOGNIZER = CreditCardRecognizer()
