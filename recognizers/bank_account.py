"""Canadian bank account: transit (5 digits), institution (3), account or "folio" (7 to 12), as on a cheque; and IBANs.

Payments Canada rule 1006 gives the form; there is no check digit, so that a loose number needs a cue.
An IBAN (ISO 13616) has one, and needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import left_of, right_of
from recognizers.bank_parts import (
    BANKS,
    INSTITUTIONS,
    SPOKEN_OF,
    bank_parts,
    institutions,
    of_bank,
    transit_beside,
)
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.spans import Spans
from recognizers.table import under_heads

#: Transit, institution, account; or institution after the transit in words.
_FULL: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][.,-])(?:[0-9]{5}[ ]?[-:/ ][ ]?([0-9]{3})|([0-9]{3})[ ]?[-:/ ][ ]?[0-9]{5})"
    r"[ ]?[-:/ ][ ]?[0-9](?:[ -]?[0-9]){5,11}(?![0-9a-z])"
)
_CUE: Final = compiled(
    r"(?:compte(?: de banque| bancaire| cheque| epargne)?|folio|transit|succursale|institution|bank account|account"
    r"|chequing|checking|savings|acct|cpte"
    r"|direct deposit|depot direct|coordonnees ban(?:c|qu)aires|infos? ban(?:c|qu)aires?|bancaires?|banquaires?"
    r"|banking|virement|specimen de cheque"
    r"|void cheque|branch)\b"
)
#: What leads from one of the three to the next where they are told: "30954, puis 815, puis 1673076".
_THEN: Final = r"(?:,? (?:puis|pis|ensuite|then|et|and|followed by|suivi de|suivis? (?:du|de)) |, ?)"
_TOLD: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9][.,-])(?:[0-9]{{5}}{_THEN}(?P<i1>[0-9]{{3}})|(?P<i2>[0-9]{{3}}){_THEN}[0-9]{{5}})"
    rf"{_THEN}[0-9](?:[ -]?[0-9]){{5,11}}(?![0-9a-z])(?![.,][0-9])"
)
#: Before them, where a bank's numbers are spoken of.
_CHEQUE: Final = compiled(
    r"(?<![a-z])(?:cheques?|specimen|deposit|depot|transit|institution|account|compte|banc[a-z]+)(?![a-z])"
)
_ACCOUNT: Final = r"(?<![a-z])(?:comptes?|cpte|account|acct)(?![a-z])"
_ACCOUNT_CUE: Final = compiled(
    rf"(?:(?:comptes?|cpte) (?:de banque|bancaires?|cheques?|epargne|a la caisse|desjardins)|folio|bank (?:account|acct)"
    rf"|(?:chequing|checking|savings) (?:account|acct)|(?<![a-z])chequing"
    rf"|(?:{_ACCOUNT}|(?<![a-z])folio)(?:[^0-9\n]{{0,10}} (?:a|chez|at|with))? (?:la |the )?(?:{BANKS})"
    rf"|(?<![a-z])(?:{BANKS}) (?:{_ACCOUNT}|chequing|checking|savings|cheques|epargne)"
    rf"|{_ACCOUNT}[^0-9\n]{{1,30}} (?:depos|vers|vir|deposit|transfer)[a-z]*[^0-9\n]{{0,24}}"
    r"|(?<![a-z])(?:rembours|depos|depot|deposit|vire|verse|refund|transfer|transfer|prelev|withdraw|debit)[a-z]*[^0-9\n]{1,30}"
    rf"{_ACCOUNT}"
    rf"|(?:transit|institution|bank|banque|caisse|succursale|branch)(?:[^\n]|\n(?!\n)){{0,40}}?{_ACCOUNT})"
    r"(?:[\s:.#,-]|no|num|numero|number|n\^|est|is|le|the|my|mon|c'est|pour|to|au|soit|namely|savoir){0,12}$"
)
#: An account that may be anybody's, and the bank after its number that says which kind it is.
_ANY_ACCOUNT: Final = compiled(
    rf"{_ACCOUNT}(?: (?:conjoint|joint|principal|courant|cheques?|epargne|personnel|perso|commercial)(?![a-z]))?"
    rf"(?:[\s:.#,-]|no|num|numero|number|n\^|c'est|est|is|le|the){{0,8}}$"
)
#: With a bank's name right behind the number, words may stand between: "le compte que vous avez, …, à la RBC".
_ANY_ACCOUNT_FAR: Final = compiled(rf"{_ACCOUNT}[^0-9.;!?\n]{{0,30}}\Z")
_BANK_TRANSIT_AFTER: Final = compiled(
    rf"[ ,(]{{1,3}}(?:{BANKS})[ ,]{{1,2}}(?:transit|branch|succursale)(?![a-z])"
)
_BANK_AFTER: Final = compiled(rf"[ ,(]{{1,3}}(?:(?:a|chez|at|with|de|of) )?(?:la |the )?(?:{BANKS})(?![a-z])")
_TRANSIT_AFTER: Final = compiled(
    r"[ ,;/\n-]{1,3}(?:(?:et|and) )?(?:(?:le|la|the|mon|ma|my) )?(?:(?:no|numero|number) (?:de |du )?)?(?:transit"
    r"|branch|institution|succ(?:ursale|\.)?|inst\.?)(?![a-z])"
)
_LOOSE: Final = compiled(r"(?<![0-9a-z])(?<![0-9][.,-])[0-9](?:[ -]?[0-9]){4,11}(?![0-9a-z])(?![.,][0-9])")
_TRANSIT: Final = compiled(
    r"(?<![a-z])(?<!en )(?<!in )(?:no |numero |# ?)?(?:de )?(?:transit|branch (?:transit )?number)"
    r"(?:[\s:.#,]|no|numero|number|est"
    r"|is){0,6}([0-9]{5})(?![0-9])"
)
#: The transit as the number of a branch, with the bank's number after it.
_BRANCH: Final = compiled(
    r"(?<![a-z])(?:branch|succursale|caisse)(?:[\s:.#]|no|numero|number){0,6}([0-9]{5})(?![0-9])[ ,;/\n-]{1,4}"
    r"(?:(?:no|numero|number) (?:de |du |d')?)?(?:institution|bank|banque|inst)(?![a-z])"
)
#: The transit as the number of a branch, with or without the bank's; an account is spoken of beside it.
_BRANCH_ALONE: Final = compiled(
    r"(?<![a-z])(?:branch|succ(?:ursale|\.)?|caisse)(?:[\s:.#]|no|num|numero|number|n\^|est|is){0,6}([0-9]{5})(?![0-9-])"
)
_BESIDE: Final = 70
_ANY: Final = compiled(rf"{_ACCOUNT}|(?<![a-z])folio(?![a-z])")
_IBAN: Final = compiled(
    r"(?<![a-z0-9])[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])"
)
#: Characters of an IBAN before its first five figures, and after the last.
_COUNTRY: Final = 12
_IBAN_LEFT: Final = 40
#: The heads of columns under which transits and accounts stand, together with one of a bank's other numbers.
_HEAD: Final = compiled(
    r"(?<![a-z])(?:(?:no|num|numero|n\^|#)[. ]{0,2}(?:de |du )?)?(?:transit|folio|succursale|branch|comptes?"
    r"|account|acct)(?![a-z])"
)
_UNDER_HEAD: Final = compiled(r"[ \"]{0,3}([0-9](?:[ -]?[0-9]){4,11})[ \"]{0,3}")
_BANK_HEAD: Final = compiled(
    r"(?<![a-z])(?:transit|folio|succursale|branch|institution)(?![a-z])[^\n]{0,40}\n"
)
#: What has such a number of its own, right before; not what `other_labels` calls so: a payment's or a cheque's is an account's.
_THING: Final = compiled(
    r"(?<![a-z])(?:receipt|recu|factures?|invoice|dossier|file|claim|reclamation|commande|order|ticket|billet|permis|permit|lot"
    r"|serie|serial|confirmation)(?:[ :#.]|no|num|numero|number|n\^){0,6}\Z"
)
#: Money that is paid, beside an account in a row that begins with its bank's number: "the refund can go to 815-79977-…".
_PAID: Final = compiled(
    r"(?<![a-z])(?:refunds?|rembours[a-z]*|reimburs[a-z]*|deposit[a-z]*|depos[a-z]*|depots?|vers[ae][a-z]*|vir[ae][a-z]*"
    r"|transfer[a-z]*|pa(?:y|ys|id|ie|ies|ye|yee?|yer|yez)|payments?|paiements?|salar(?:y|ies)|salaires?|prelev[a-z]*"
    r"|cheques?|talons?|paychecks?|payroll|pension|rente|e-?transfers?|sen[dt]|envoy[a-z]*|argent|money)(?![a-z])"
)
#: Right before it, what else is paid or sent under a number.
_PAID_THING: Final = compiled(
    r"(?<![a-z])(?:codes?|pieces?|parts?|modeles?|models?|items?|articles?|produits?|products?|colis|parcels?|suivi|tracking"
    r"|ref|references?)(?:[ :#.]|no|num|numero|number|n\^){0,6}\Z"
)
_CLAUSE_END: Final = compiled(r"[.;!?\n]|, ")
#: A bank's name before a transit, institution and account in a row.
_BANK_BEFORE: Final = compiled(rf"(?<![a-z])(?:{BANKS})(?![a-z])[^0-9\n]{{0,24}}\Z")


def _may_be_branch(page: Page) -> bool:
    return "succ" in page.lower or "branch" in page.lower or "caisse" in page.lower


def _is_paid_to(page: Page, left: str, end: int) -> bool:
    """Whether the words beside what ends at `end` speak of money that is paid."""
    if _PAID.search(left):
        return _PAID_THING.search(left) is None
    return _PAID.search(_CLAUSE_END.split(right_of(page, end, _BESIDE), maxsplit=1)[0]) is not None


def is_iban(compact: str) -> bool:
    """Whether lower-case letters and figures are an IBAN: 15 to 34 characters whose remainder modulo 97 is 1 (ISO 7064)."""
    turned = compact[4:] + compact[:4]
    return 15 <= len(compact) <= 34 and int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _is_called_account(page: Page, left: str, start: int, end: int) -> bool:
    """Whether the words before lower[start:end], or those and the bank or transit behind it, call it a bank's account."""
    if _ACCOUNT_CUE.search(left) or _BANK_TRANSIT_AFTER.match(page.lower, end):
        return True
    if _BANK_AFTER.match(page.lower, end, end + 32):
        return _ANY_ACCOUNT_FAR.search(left) is not None
    return _ANY_ACCOUNT.search(left) is not None and (
        _TRANSIT_AFTER.match(page.lower, end) is not None or transit_beside(page, start, end)
    )


class BankAccountRecognizer:
    """Proposes CA_BANK_ACCOUNT. Linear: bounded patterns around digits and cues."""

    id = "bank-account"
    entity_types = ("CA_BANK_ACCOUNT",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every account on the page: in full, or an account number or transit that is called so."""
        if not page.clusters:
            return
        yield from self._ibans(page)
        full: list[tuple[int, int]] = []
        yield from self._in_full(page, full)
        taken, beside = Spans(full), []
        for one in self._in_parts(page, taken):
            beside.append(one.start)
            yield one
        for start, end, score in institutions(page, sorted(beside)) if beside else ():
            if not taken.touch(start, start + 1):
                yield Candidate("CA_BANK_ACCOUNT", start, end, score, self.id, ("pattern", "cue"))

    def _in_full(self, page: Page, full: list[tuple[int, int]]) -> Iterator[Candidate]:
        """Transit, institution and account one after the other; `full` takes where they stand."""
        for found in _FULL.finditer(page.lower):
            left = left_of(page, found.start(), 90)
            known = (found[1] or found[2]) in INSTITUTIONS
            cue = _CUE.search(left) is not None or (known and _BANK_BEFORE.search(left) is not None)
            cue = cue or (known and found[2] is not None and _is_paid_to(page, left, found.end()))
            if cue or (known and found[1]):
                full.append(found.span())
                if _THING.search(left):
                    continue
                score = 0.97 if cue and known else 0.85 if cue else 0.75
                yield Candidate(
                    "CA_BANK_ACCOUNT",
                    *found.span(),
                    score,
                    self.id,
                    ("pattern", "cue") if cue else ("pattern",),
                )
        for found in _TOLD.finditer(page.lower) if page.gates & SPOKEN_OF else ():
            left = left_of(page, found.start(), 90)
            known = (found["i1"] or found["i2"]) in INSTITUTIONS
            if known and _CHEQUE.search(left) and not _THING.search(left):
                full.append(found.span())
                yield Candidate("CA_BANK_ACCOUNT", *found.span(), 0.9, self.id, ("pattern", "cue"))

    def _in_parts(self, page: Page, taken: Spans) -> Iterator[Candidate]:
        """Transits and accounts that stand apart, each called so, but for parts of those already `taken` in full."""
        for start, end, score in bank_parts(page):
            if not taken.touch(start, start + 1):
                yield Candidate("CA_BANK_ACCOUNT", start, end, score, self.id, ("pattern", "cue"))
        if _CUE.search(page.lower) or _CUE.search(page.label):
            yield from self._called_so(page, taken)

    def _called_so(self, page: Page, taken: Spans) -> Iterator[Candidate]:
        """Numbers that are called an account's or a transit, but for parts of those already `taken` in full."""
        for found in _LOOSE.finditer(page.lower):
            if taken.touch(found.start(), found.start() + 1):
                continue
            left = left_of(page, found.start(), 90)
            if _is_called_account(page, left, *found.span()):
                yield Candidate("CA_BANK_ACCOUNT", *found.span(), 0.985, self.id, ("pattern", "cue"))
        transits = (one for one in _TRANSIT.finditer(page.lower) if of_bank(page, *one.span()))
        for found in (*transits, *_BRANCH.finditer(page.lower)):
            yield Candidate("CA_BANK_ACCOUNT", *found.span(1), 0.6, self.id, ("pattern", "cue"))
        for found in _BRANCH_ALONE.finditer(page.lower) if _may_be_branch(page) else ():
            beside = page.lower[max(0, found.start() - _BESIDE) : found.end() + _BESIDE]
            if _ANY.search(beside):
                yield Candidate("CA_BANK_ACCOUNT", *found.span(1), 0.6, self.id, ("pattern", "cue"))
        if "\n" in page.lower and _BANK_HEAD.search(page.lower):
            for start, end in under_heads(page.lower, _HEAD, _UNDER_HEAD):
                yield Candidate("CA_BANK_ACCOUNT", start, end, 0.9, self.id, ("pattern", "cue:column"))

    def _ibans(self, page: Page) -> Iterator[Candidate]:
        for start, end in page.clusters:
            found = _IBAN.search(page.lower, start - _COUNTRY, end + _IBAN_LEFT)
            if not found:
                continue
            compact = found[0].replace(" ", "").replace("-", "")
            if is_iban(compact):
                yield Candidate("CA_BANK_ACCOUNT", *found.span(), 0.95, self.id, ("pattern", "check-digit"))


RECOGNIZER = BankAccountRecognizer()
