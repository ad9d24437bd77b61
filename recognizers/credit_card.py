"""Payment card number (ISO/IEC 7812): 13 to 19 digits, an issuer's prefix and the Luhn check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import left_of
from recognizers.luhn import luhn
from recognizers.other_labels import is_things_number
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

_CARD: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])[2-6](?:(?:[ .\-_*]{0,2}|\r?\n[> ]{0,2})[0-9]){12,18}(?![0-9a-z])(?![.,-][0-9])"
)
#: The same on one of several lines with figures: "4201 6329 4895 8847 / 12/28".
_LINE: Final = compiled(
    r"(?<![0-9])(?<![0-9][ .\-_*])[2-6](?:[ .\-_*]{0,2}[0-9]){12,18}(?![0-9])(?![ .\-_*]{1,2}[0-9])"
)
#: Cut in two at a line's end, between two of its groups.
_WRAPPED: Final = compiled(r"[0-9]{4}(?:[ -]?[0-9]{4}){0,2}[ -]?\r?\n[> ]{0,2}[0-9]{4}(?:[ -]?[0-9]{4}){0,2}")
#: The month at its end until which it is good: "4201 6329 4895 8847 12/28".
_MONTH: Final = compiled(r"[ .\-_*]{1,2}(?:0[1-9]|1[0-2])\Z")
_EXPIRY: Final = compiled(r"[0-9]{2} ?/ ?[0-9]{2}(?:[0-9]{2})?(?![0-9])")
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
    r"(?:cartes?|cards?|cc|visa|master ?card|amex|american express|credit|debit|paiement|payment|pay|paye|payez"
    r"|debitez|charge[rz]?)\b[^0-9]{0,40}$"
)
#: Cards that pay nothing or are nobody's, and what they are called by; the name of a payment card in between says more.
_OTHER_CARD: Final = compiled(
    r"(?<![a-z])(?:(?:cartes?|cards?)[ -]?(?:cadeaux?|sim|opus|inspire|privilege)|(?:gift|sim|loyalty|library|points?|rewards?"
    r"|member(?:ship)?|student|transit|calling|opus|health|insurance|optimum|costco|scene|prepaid phone) ?cards?"
    r"|cartes? (?:de (?:fidelite|bibliotheque|points?|membre|la bibliotheque|recompenses?|transport|l'abonne)|d'(?:abonne|appel"
    r"|etudiant|employe|acces)e?|(?:fidelite|membre|rabais|prepayee d'appel))|air ?miles|(?:pc )?optimum|inspire|opus|aeroplan"
    r"|scene\+?|moi rewards|metro ?(?:&|et) ?moi|programme moi)(?![a-z])"
    r"(?:(?!visa|master ?card|amex|american express|credit|debit)[^0-9\n]){0,32}\n?$"
)
#: A payment card's own name: "billet d'avion payé par Visa …", "crédit (pas la carte cadeau) : …".
_BRAND: Final = compiled(r"(?:visa|master ?card|amex|american express|credit|debit|cc)\b[^0-9]{0,40}$")
_LEFT: Final = 64
_GROUPED: Final = compiled(
    r"[0-9]{4}([ .\-_*]{1,2})[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}$|[0-9]{4}[ .-][0-9]{6}[ .-][0-9]{4,5}$"
)


#: Four groups of four right behind the words for a card that pays are one, though mistyped.
_MISTYPED: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][ .,-])[2-6][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?![0-9a-z])"
    r"(?![ .,-](?!(?:0[1-9]|1[0-2]) ?/ ?[0-9]{2})[0-9])"
)
_PAYS: Final = compiled(
    r"(?<![a-z])(?:cartes? (?:de (?:debit|credit|guichet)|bancaires?|visa|mastercard|interac)|(?:debit|credit|bank|interac|visa"
    r"|mastercard) cards?|visa|mastercard|interac)(?: (?:visa|mastercard|rbc|td|bmo|cibc|desjardins))?"
    r"(?:[ :#.(]|no|num|numero|number|est|is|le|the){0,8}$"
)


class CreditCardRecognizer:
    """Proposes CREDIT_CARD. Linear: runs of digits are read once."""

    id = "credit-card"
    entity_types = ("CREDIT_CARD",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every card number on the page."""
        if not page.clusters:
            return
        for start, end in _written(page):
            number = page.lower[start:end]
            left = left_of(page, start, _LEFT)
            cue = _CUE.search(left) is not None
            if "\n" in number and not cue:
                continue
            evidence: tuple[str, ...]
            if _is_another(page, left, end, cue=cue):
                score, evidence = 0.2, ("pattern", "check-digit", "veto:label")
            elif cue:
                score, evidence = 0.99, ("pattern", "check-digit", "cue")
            else:
                score, evidence = (0.95 if _GROUPED.match(number) else 0.8), ("pattern", "check-digit")
            yield Candidate("CREDIT_CARD", start, end, score, self.id, evidence)
        for found in _MISTYPED.finditer(page.lower):
            if _PAYS.search(left_of(page, found.start(), _LEFT)) and not _is_card(found[0]):
                evidence = ("pattern", "cue", "typo")
                yield Candidate("CREDIT_CARD", *found.span(), 0.6, self.id, evidence)


def _written(page: Page) -> Iterator[tuple[int, int]]:
    """Where the figures of a card stand: cut in two at a line's end, or on one line, whatever the next begins with."""
    for found in _CARD.finditer(page.lower):
        if "\n" not in found[0]:
            if _is_card(found[0]):
                yield found.span()
            elif (
                (month := _MONTH.search(found[0]))
                and _EXPIRY.match(page.lower, found.end() - 2)
                and _is_card(found[0][: month.start()])
            ):
                yield found.start(), found.start() + month.start()
        elif _WRAPPED.fullmatch(found[0]) and _is_card(found[0]):
            yield found.span()
        else:
            for line in _LINE.finditer(page.lower, *found.span()):
                if _is_card(line[0]):
                    yield line.span()


def _is_card(written: str) -> bool:
    """Whether an issuer gives such figures, and their check holds."""
    digits = "".join(filter(str.isdigit, written))
    return len(set(digits)) > 1 and luhn(digits) and _issued(digits)


def _is_another(page: Page, left: str, end: int, *, cue: bool) -> bool:
    """Whether a parcel's, a receipt's or a gift card's number it is."""
    if _BRAND.search(left):
        return False
    return _OTHER_CARD.search(left) is not None or is_things_number(page, left, end, far=not cue, called=cue)


def _issued(digits: str) -> bool:
    return any(len(digits) in lengths and prefix.match(digits) for prefix, lengths in _ISSUERS)


RECOGNIZER = CreditCardRecognizer()
