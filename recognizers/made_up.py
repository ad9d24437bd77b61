"""What is called made up: the sample of a guide, the number that a form shows as an example. It is nobody's."""

from __future__ import annotations

from typing import Final

from recognizers.cues import gate
from recognizers.page import Page
from recognizers.patterns import Pattern, compiled

#: Where samples stand: "le NAS fictif du guide", "the sample SIN on your form".
_PLACE: Final = (
    r"(?: ?(?:du|des|de|d'|dans|sur|au|aux|a|in|on|of|from|at|for|pour)"
    r"(?: (?:the|your|our|this|le|la|les|votre|notre|vos|ce|cette)|(?: (?:la|les|le))? l')?(?: |(?<='))"
    r"(?:(?!nas|nam|sin)[a-z-]+ ){0,2}?(?:guides?|forms?|formulaires?|brochures?|depliants?|sites?|websites?|pages?|exemples?"
    r"|examples?|manue?ls?|instructions?|pamphlets?|leaflets?|booklets?|livret|tutori[ae]ls?|videos?|posters?|affiches?|notices?"
    r"|formation|training|portails?|portals?|fiches?|champs?|fields?|screens?|ecrans?|demonstrations?|demos?|tests?)"
    r"(?: (?:web|en ligne|online))?)?"
)
_LINK: Final = r"[ :=(\"',]{1,4}(?:(?:est|is|was|etait|c'est|le|de) ){0,2}"
#: Behind a label, or before one.
_BEHIND: Final = (
    r"(?: fictifs?| fictives?| fictitious| bidon| factices?| imaginaires?| d'essai| de test| d'exemple"
    r"| de demonstration)"
)
_BEFORE: Final = (
    r"(?:fictitious|fictional|dummy|placeholder|made-up|(?<!urine )(?<!blood )(?<!lab )(?<!stool )(?<!saliva )(?<!tissue )sample"
    r"|example|mock|(?:(?<=your )|(?<= a ))test|fictif|bidon)"
)
#: Closed on pages without any of the words of which one stands wherever something is called so.
SAMPLES: Final = gate(
    """fictif fictifs fictive fictives fictitious fictional bidon factice factices imaginaire imaginaires essai test exemple
    demonstration dummy placeholder made sample example mock default defaut fake bogus invented inventee""".split()
)
#: Before words that deny it: "c'est pas mon numéro fictif", "this is no dummy".
_DENIED: Final = compiled(
    r"(?:(?<![a-z])(?:not|no|never|pas|jamais|aucune?)|n't) "
    r"(?:(?:the|an?|any|my|your|his|her|our|their|le|la|une?|mon|ma|son|sa|votre|notre|leur|d')(?: |(?<=')))?"
    r"(?:(?:numero|carte|number|card) (?:(?:de|of) (?:la )?|d')?)?\Z"
)
_DENIED_REACH: Final = 40


def _called(first: str, last: str, middle: str, before: str = _BEFORE, behind: str = _BEHIND) -> str:
    """What ends right before a made-up number: a label that ends in `first`, or one of words of `middle` that ends in `last`."""
    return rf"(?<![a-z])(?:(?:{first})(?: number)?{behind}|{before} (?:(?:{middle}) ){{0,4}}?(?:{last})){_PLACE}{_LINK}\Z"


_CARDS: Final = compiled(
    _called(
        "nam|maladie|soleil|carte|numero|sante|ramq",
        "nam|ramq|hin|card|number|no|num|code",
        "nam|ramq|quebec|health|medicare|hin|medical|insurance|care|card",
    )
)
_SINS: Final = compiled(
    _called(
        "n\\.?a\\.?s\\.?|sociale?",
        "s\\.?i\\.?n\\.?|n\\.?a\\.?s\\.?|number|numero|no",
        "sin|nas|social|insurance|canadian|numero|d'assurance|sociale",
        rf"(?:{_BEFORE}|(?<=the )test)",  # no medical one, as before a health card's
    )
)
#: A birth date that a system puts where it knows none: "default DOB", "date de naissance par défaut".
_BIRTHS: Final = compiled(
    _called(
        "naissance|naiss|ddn|dob",
        "birth|birth ?-?dates?|birthdays?|dobs?|ddn",
        "dates?|of|the",
        rf"(?:{_BEFORE}|default|fake|bogus|invented)",
        rf"(?:{_BEHIND}| par defaut| inventee?s?)",
    )
)
_LONGEST: Final = 110
#: "Ex. :", and no more, before a number that is none.
_SUCH_AS: Final = compiled(
    r"(?<![a-z])(?:p\. ?ex|par ex|(?<!mon )(?<!my )(?<!son )(?<!her )(?<!his )(?<!l')(?<!s' )(?<!'s )(?<!ancien )(?<!ancienne )ex"
    r"|exemple|example|e\.g|eg)"
    r"[.,]{0,2} ?[:=]? ?[\"'(]?\Z"
)
_SUCH_REACH: Final = 16


def is_cards_sample(page: Page, start: int) -> bool:
    """Whether the words before `start` call the health card's number there a sample."""
    return _is_called_so(_CARDS, page, start)


def is_sins_sample(page: Page, start: int) -> bool:
    """The same of a SIN."""
    return _is_called_so(_SINS, page, start)


def is_births_sample(page: Page, start: int) -> bool:
    """The same of a birth date."""
    return _is_called_so(_BIRTHS, page, start)


def _is_called_so(called: Pattern, page: Page, start: int) -> bool:
    if not page.gates & SAMPLES:
        return False
    found = called.search(page.lower, start - _LONGEST, start)
    return found is not None and not _DENIED.search(page.lower, found.start() - _DENIED_REACH, found.start())


def is_such_as(lower: str, start: int) -> bool:
    """Whether only "ex. :" or the like leads to lower[start:]."""
    return _SUCH_AS.search(lower, start - _SUCH_REACH, start) is not None
