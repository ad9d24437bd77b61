"""SINs beside a firm's tax account: "both accounts, personal (579 198 458) and business (828683284 RT0001)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.glance import words_at
from recognizers.nine_digits import nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_number import judge
from recognizers.sin_words_after import is_called_another

_PERSONAL: Final = vocabulary(
    "personal personnel personnelle perso individual individuel individuelle particulier".split()
)
#: Closed on pages without any.
PERSONAL: Final = gate(_PERSONAL)
#: Behind the word: the account of taxes, not one of a bank or a bill, and its number, which is no firm's.
_ACCOUNT: Final = compiled(
    r"[a-z]+(?: (?:income )?tax(?:es)?| d'impot)?(?: (?:accounts?|comptes?|one|numbers?|numero|side|cra account|compte arc))?"
    r"(?: (?:number|numero|no|d'impot|a l'arc|at (?:the )?cra)[.:]?)?"
    r"(?: ?[:=,(-]{1,2}| is| est| c'est)? ?\(?"
    r"(?P<nine>[1-79][0-9]{2}(?P<gap>[ .-]?)[0-9]{3}(?P=gap)[0-9]{3})(?![0-9])(?! ?r[cmprtz] ?[0-9])"
)
#: Right before the word: what else is personal.
_OTHER: Final = compiled(
    r"(?<![a-z])(?:bank|bancaire|insurance|assurance|hydro|credit|phone|internet|client|customer|bill|facture) \Z"
)
#: A firm's account with the tax office: its number, its programme, which account of it.
_FIRMS: Final = compiled(r"(?<![0-9])[0-9]{3}[ .-]?[0-9]{3}[ .-]?[0-9]{3} ?r[cmprtz] ?[0-9]{4}(?![0-9])")
#: Right behind the number: with whom the account is, if not the tax office.
_WITH_ANOTHER: Final = compiled(
    r"\)?,? (?:chez|at|with|aupres de|a la|au)(?: the| la| le)?(?! (?:arc|cra|revenu|the cra|l'arc|revenue))(?= [a-z])"
)
_LONGEST: Final = 70
_BEFORE: Final = 20
#: So far before or behind the number the firm's stands, in the same paragraph.
_NEAR: Final = 110
_PARAGRAPH: Final = compiled(r"\n[ >\r]*\n")


def personal_accounts(page: Page) -> Iterator[Candidate]:
    """The numbers of personal accounts beside which a firm's stands. Linear: each word is looked at once."""
    for at, _ in words_at(_PERSONAL & page.words, page.flat):
        account = _ACCOUNT.match(page.flat, at, at + _LONGEST)
        if account is None or _OTHER.search(page.flat, at - _BEFORE, at):
            continue
        first, last = account.span("nine")
        nine = nine_digits(first, last, re.sub("[^0-9]", "", account["nine"]))
        before = _PARAGRAPH.split(page.lower[max(0, at - _NEAR) : at])[-1]
        after = _PARAGRAPH.split(page.lower[last : last + _NEAR])[0]
        if (
            nine.checked
            and (_FIRMS.search(before) or _FIRMS.search(after))
            and not is_called_another(page, nine)
            and not _WITH_ANOTHER.match(page.flat, last)
        ):
            yield from judge(page, nine, 0.7, "cue:purpose")
