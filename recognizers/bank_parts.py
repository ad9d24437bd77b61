"""Transit, institution and account that stand apart, in any order, each with its label; and the foot of a cheque (MICR)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.around import words
from recognizers.cues import gate
from recognizers.other_labels import is_things_number
from recognizers.page import Page
from recognizers.patterns import Pattern, compiled
from recognizers.table import under_heads

INSTITUTIONS: Final = words(
    "001 002 003 004 006 010 016 030 039 117 219 260 269 270 309 320 338 340 540 614 621 623 809 815 819 828 829 839"
    " 865 869 879 889 899"
)
BANKS: Final = (
    "caisse(?: desjardins| populaire)?|desjardins|banque(?: nationale| royale| laurentienne| scotia| td| eq| de montreal)?|bank"
    "|(?:national|royal|laurentian|td|eq|motus|hsbc) ?bank|bank of montreal|credit union|bnc|bmo|cibc|rbc|td(?: canada trust)?"
    "|scotia(?:bank)?|hsbc|tangerine|simplii|laurentienne|manuvie|manulife|wealthsimple|alterna|meridian|vancity|atb"
)
#: What leads from a label to its number, or from a number to a label behind it.
_LEADS: Final = r"(?:[ :.#=()-]|no|num|numero|number|code|n\^|est|is|c'est|le|la|the|de|du|d'){0,8}"
_CALLS: Final = (
    r" ?(?:\(|=|,? ?(?:is|est|c'est|as|pour|for)? ?(?:le |la |l'|the |my |mon )?)"
    r"(?:(?:no|numero|number) (?:de |d'|du )?)?"
)
_TRANSIT_NAME: Final = r"(?:transit|branch(?: transit)?|succ(?:ursale|\.)?|caisse|tr\.?(?![a-z]))"
_INSTITUTION_NAME: Final = (
    rf"(?:institution(?: financiere)?|inst\.?|bank(?:ing)?(?: institution)?|banque|{BANKS})"
)
_BANK: Final = (
    rf"(?:(?<![a-z]){_INSTITUTION_NAME}{_LEADS}(?<![0-9])[0-9]{{3}}(?![0-9])"
    rf"|(?<![0-9])[0-9]{{3}}{_CALLS}(?:institution|inst|bank|banque)(?![a-z])\)?)"
)


def _transit(place: str) -> str:
    """The pattern of a transit with its label, in the groups t and u of this place."""
    return (
        rf"(?:(?<![a-z])(?<!en )(?<!in ){_TRANSIT_NAME}(?: (?:de |d'|du |of )[a-z' .-]{{2,24}}?)?{_LEADS}"
        rf"(?<![0-9])(?P<t{place}>[0-9]{{5}})(?![0-9])"
        rf"|(?<![0-9])(?P<u{place}>[0-9]{{5}}){_CALLS}(?:transit|branch|succursale)(?![a-z])\)?)"
    )


#: An institution's number with its label, or with a bank's name.
_INSTITUTION: Final = compiled(
    rf"(?<![a-z])(?:(?P<label>institution(?: financiere)?|inst\.?)|{_INSTITUTION_NAME}){_LEADS}(?<![0-9])(?P<number>[0-9]{{3}})"
    r"(?![0-9a-z])(?![.,-][0-9]|,? ?(?:rue|boul|av|chemin|[a-z]{3,12} (?:st|street|ave|avenue|road|rd))(?![a-z])|[ ]?[%$])"
    rf"|(?<![0-9])(?<![0-9][.,-])(?P<called>[0-9]{{3}}){_CALLS}(?:institution|inst)(?![a-z])"
)
_INSTITUTION_HEAD: Final = compiled(
    r"(?<![a-z])(?:(?:no|num|numero|n\^|#)[. ]{0,2}(?:de |d')?)?(?:institution|inst\.?)(?![a-z])"
)
_THREE: Final = compiled(r"[ \"]{0,3}([0-9]{3})[ \"]{0,3}")
_BETWEEN: Final = r"[ ,;/()\n.+=|-]{0,5}(?:(?:et|and|pis|puis|avec|with|at|a la|chez)[ ,]{1,2})?"
#: Both, in either order: by their labels, or as two groups.
_PAIR: Final = compiled(
    _transit("1")
    + _BETWEEN
    + _BANK
    + "|"
    + _BANK
    + _BETWEEN
    + _transit("2")
    + r"|(?<![0-9a-z-])(?<![0-9] )(?:[0-9]{5}[ ]?[-/ ][ ]?(?P<i3>[0-9]{3})|(?P<i4>[0-9]{3})[ ]?[-/ ][ ]?[0-9]{5})"
    r"(?![0-9a-z])"
)
_ALONE: Final = compiled(_transit("1"))
_TRANSITS: Final = ("t1", "u1", "t2", "u2")
#: Right before both, where no account is told: "transit 815-43883".
_CALLS_BOTH: Final = compiled(
    rf"(?<![a-z])(?<!en )(?<!in )(?:transit|branch(?: transit)?|succ(?:ursale|\.)?|institution){_LEADS}\Z"
)
#: Both in one for electronic transfers: a 0, the institution, the transit.
_ROUTING: Final = compiled(
    r"(?<![a-z])(?:eft|tef|routing|acheminement)(?: (?:routing|transfer|payment|transit))?"
    rf"{_LEADS}(?<![0-9])(?P<both>0-?(?P<bank>[0-9]{{3}})-?[0-9]{{5}})(?![0-9])"
)
#: Without a group of five figures there is no transit.
_FIVE: Final = compiled(r"(?<![0-9])[0-9]{5}(?![0-9])")
#: An account's number, in groups.
_NUMBER: Final = r"(?<![0-9a-z])[0-9](?:[ -]?[0-9]){4,11}(?![0-9a-z])(?![.,][0-9])"
_ACCOUNT_NAME: Final = (
    r"(?:comptes?|cpte|accounts?|acct|acc\.?|a/c|folio|chequing|checking|savings|epargne|cheques?|#|no|num"
    r"|numero|number|n\^)"
)
#: Between the pair and the account; the number needs no label there.
_AFTER: Final = compiled(
    r"(?:[ ,;:/()\n.#=|-]|et|and|pis|puis|le|la|the|mon|my|ma|au|to|in|dans|est|is|c'est|de|du|no|num|numero|number|n\^|nbr"
    rf"|ou|d'|(?:{BANKS})|{_ACCOUNT_NAME}|conjoint|joint|personnel|perso|eop|bancaire){{0,14}}(?P<account>{_NUMBER})"
)
#: Behind a transit or an institution alone: it needs one.
_LABELLED: Final = compiled(
    r"[ ,;/()\n.-]{0,5}(?:(?:et|and|mon|my|le|la|the|pis|de|du) ){0,3}(?:(?:no|num|numero|number|n\^|#) ?(?:de |du )?)?"
    r"(?:comptes?|cpte|accounts?|acct|acc\.|folio)(?![a-z])[^0-9\n]{0,16}\n?"
    rf"(?P<account>{_NUMBER})"
)
_BEFORE: Final = compiled(
    rf"(?P<account>{_NUMBER})(?: au complet| in full)?[ ,;(/\n.-]{{1,4}}(?:(?:et|and|at|a la|chez) )?\Z"
)
#: Right before a number: it is of another kind, though a transit follows.
_OTHER_LABEL: Final = compiled(
    r"(?<![a-z])(?:n\.?a\.?s|s\.?i\.?n|nam|ramq|assurance sociale|social insurance|tel|telephone|phone|cell|cellulaire|fax|permis"
    r"|licen[cs]e|passe?port|ddn|dob|naissance|birth|employee?|employe)(?![a-z])\.?"
    r"(?:[ :.#=(]|(?:no|num|numero|number|is|est|le|the)(?![a-z])){0,8}\Z"
)
#: Its line has a label that names no account, and the transit stands on the next.
_OTHER_LINE: Final = compiled(
    rf"\n[ ]?(?:(?!{_ACCOUNT_NAME}(?![a-z])|{BANKS}|banc|banq|depo|info|voici|here)[a-z][a-z'.-]*+ ?){{1,5}}[:=] ?\Z"
)
_CALLED_AFTER: Final = compiled(rf"({_NUMBER}){_CALLS}(?:compte|account|folio|acct)(?![a-z])")
#: The foot of a cheque: its number, transit and institution, account; its marks, or what is typed for them.
_FOOT: Final = compiled(
    r"\x7f[ ]?(?P<transit1>[0-9]{5}[ ]?[\x7f-]{1,2}[ ]?[0-9]{3})[ ]?\x7f[ ]{0,3}"
    r"(?P<account1>[0-9](?:[ \x7f-]{0,2}[0-9]){4,11}\x7f?)"
    r"|(?<![a-z0-9])a(?P<transit2>[0-9]{5}d[0-9]{3})a[ ]?(?P<account2>[0-9](?:[ d-]{0,2}[0-9]){4,11}c?)(?![a-z0-9])"
    r"|\|?:(?P<transit3>[0-9]{5}[-\"=]{0,2}[0-9]{3})\|?:[ ]{0,3}(?P<account3>[0-9](?:[ \"=-]{0,2}[0-9]){4,11})(?![a-z0-9])"
)
#: Of two bare groups, a bank must be spoken of before or behind.
_BANKING: Final = compiled(
    rf"(?<![a-z])(?:comptes?|cpte|account|acct|folio|transit|institution|inst|cheques?|check|specimen|depot|deposit|dep|virement|banc"
    rf"aires?|banquaires?|banking|debit|prelevement|{BANKS})(?![a-z])"
)
_NEAR: Final = 80
_WIDE: Final = 160
_AHEAD: Final = 72
_NUMBER_REACH: Final = 40
#: Words of banks, without which no numbers of theirs are looked for.
SPOKEN_OF: Final = gate(
    """transit branch succursale succ institution inst folio cheque cheques specimen void caisse desjardins depot deposit bank
    banque bancaire bancaires compte account acct cpte rbc bmo cibc td bnc scotia scotiabank tangerine simplii eft tef routing
    acheminement""".split()
)
#: Where something begins and ends, and how sure it is.
Part = tuple[int, int, float]


def transit_beside(page: Page, start: int, end: int) -> bool:
    """Whether a transit with its label stands near page.lower[start:end]."""
    return _ALONE.search(page.lower, start - _NEAR, end + _NEAR) is not None


def of_bank(page: Page, start: int, end: int) -> bool:
    """Whether a bank, an account or a deposit is spoken of near page.lower[start:end]."""
    return bool(
        _BANKING.search(page.lower, start - _WIDE, start) or _BANKING.search(page.lower, end, end + _WIDE)
    )


def institutions(page: Page, beside: Sequence[int]) -> Iterator[Part]:
    """The numbers of institutions near the places of transits and accounts: "institution 815", "caisse 815", "RBC 003"."""
    for found in _INSTITUTION.finditer(page.lower):
        name = "number" if found["number"] else "called"
        near = bisect_left(beside, found.start() - _NEAR)
        named = found["label"] or found["called"] or found[name] in INSTITUTIONS
        if named and near < len(beside) and beside[near] < found.end() + _NEAR:
            yield (*found.span(name), 0.7)
    if "\n" in page.lower:
        for start, end in under_heads(page.lower, _INSTITUTION_HEAD, _THREE):
            yield start, end, 0.7


def bank_parts(page: Page) -> Iterator[Part]:
    """Transits and accounts that stand together with labels between, and those at the foot of a cheque."""
    lower = page.lower
    spoken_of = page.gates & SPOKEN_OF
    for found in _FOOT.finditer(lower) if spoken_of or "\x7f" in lower or "|:" in lower else ():
        place = next(one for one in ("1", "2", "3") if found["account" + one])
        yield found.start("transit" + place), found.end("account" + place), 0.95
    if not spoken_of:
        return
    for found in _ROUTING.finditer(lower):
        if found["bank"] in INSTITUTIONS:
            yield (*found.span("both"), 0.9)
            if account := _after(page, _LABELLED, found.end()):
                yield (*account, 0.95)
    if not _FIVE.search(lower):
        return
    last = 0
    for found in _PAIR.finditer(lower):
        bare = found["i3"] or found["i4"]
        if bare and not (
            bare in INSTITUTIONS
            and _BANKING.search(lower, max(0, found.start() - _NEAR), found.end() + _NEAR)
        ):
            continue
        transit = found.span(0 if bare else next(name for name in _TRANSITS if found[name]))
        if account := _after(page, _AFTER, found.end()) or _before(page, found.start(), last):
            yield (*account, 0.95)
            yield (*transit, 0.9)
        elif not bare or _CALLS_BOTH.search(lower, max(0, found.start() - _NEAR), found.start()):
            yield (*transit, 0.7)
        last = found.end()
    for found in _ALONE.finditer(lower):
        account = _after(page, _LABELLED, found.end()) or _before(page, found.start(), 0)
        if account:
            yield (*account, 0.95)
            yield (*found.span("t1" if found["t1"] else "u1"), 0.9)
    if "transit" in lower or "institution" in lower:
        for found in _CALLED_AFTER.finditer(lower):
            yield (*found.span(1), 0.9)


def _after(page: Page, pattern: Pattern, end: int) -> tuple[int, int] | None:
    """Where the account stands whose number comes after `end`, if any."""
    found = pattern.match(page.lower, end, end + _AHEAD)
    return found.span("account") if found else None


def _before(page: Page, start: int, last: int) -> tuple[int, int] | None:
    """Where the account stands whose number comes right before `start`, and after `last`; not a file's nor a SIN."""
    first = max(last, start - _NUMBER_REACH)
    found = _BEFORE.search(page.lower[first:start])
    if found is None:
        return None
    begin = first + found.start("account")
    left = page.lower[max(0, begin - _NEAR) : begin]
    end = first + found.end("account")
    if (
        is_things_number(page, left, begin)
        or _OTHER_LABEL.search(left)
        or ("\n" in page.lower[end:start] and _OTHER_LINE.search(left))
    ):
        return None
    return begin, end
