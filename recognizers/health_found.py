"""What somebody was diagnosed with, was prescribed or died of: it says what by any name, known or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.around import words
from recognizers.health_nobody import GENERAL, is_supposed
from recognizers.health_owners import KIN, OWNER
from recognizers.page import Page
from recognizers.patterns import compiled

_WINDOW: Final = 140
#: Not after "N.-B." or "p.r.n.".
SENTENCE_END: Final = compiled(r"[!?\n;:]|(?<!\.-[a-z])(?<!\.[a-z])[.](?=\s|$)")
#: A diagnosis and a prescription say what for themselves, known or not.
_FOUND: Final = compiled(
    r"(?<![a-z])(?:diagnosed[ ](?:(?:me|him|her|us)[ ])?(?:with|as[ ]having)[ ]|diagnostic[ ](?:de[ ]|d')"
    r"|diagnostiquee?[ ](?:avec[ ]|d'|de[ ])?"
    r"|hospitalisee?[ ]pour[ ]|hospitali[sz]ed[ ]for[ ]|died[ ](?:of|from)[ ]|(?:mort|decede)e?[ ](?:de[ ]|d'"
    r"|du[ ])|surgery[ ]for[ ]"
    r"|(?<=suis )atteinte?[ ](?:de[ ]|d'|du[ ])"
    r"|(?<=est )atteinte?[ ](?:de[ ]|d'|du[ ])|prescri(?:te?|bed)[ ])"
    r"(?:(?:an?|the|une?|la|le|du|des|de|some|my|mon|ma)[ ]|l'|d'){0,2}"
    r"([a-z][a-z'-]{3,24}(?:[ ](?:de[ ]|d'|du[ ]|of[ ])[a-z'-]{3,20})?)"
)
_FINDING: Final = ("diagnos", "prescri", "atteint", "hospitali", "died", "mort", "decede", "surgery")
#: Whom it was found in, or who was given it.
_FOUND_IN: Final = compiled(
    rf"(?<![a-z'])(?:j'ai|jai|je|i|i've|we|he|she|they|il|elle|m'a|m'ont|(?:on|qui|docteur|medecin"
    rf"|doctor)[ ](?:ma|me)|lui[ ]a"
    rf"|nous[ ]a|{OWNER})"
    r"[ ](?:[a-z']+[ ]){0,4}$"
)
_NO_FINDING: Final = words(
    """
    avec autre autres bien cela cette chez comme correctement dans depuis drugs early elle encore errone erronee from
    here incorrectly late leur medicament medicaments medication medications medicine nothing nouveau nouvelle
    nouveaux par pour precoce quelque rien same sans something sous that their them these they this those through trop
    under when wrong wrongly your votre
    another second third premiere deuxieme troisieme seconde paire pair
    condition disease diseases illness maladie maladies virus
    boredom ennui faim froid honte laughter observation peur rire tests vieillesse week weeks
    """
)
#: Whose death it is.
_RELATIVE: Final = compiled(KIN)


def findings(page: Page) -> Iterator[tuple[int, int]]:
    """Where what somebody was diagnosed with or prescribed stands."""
    lower = page.lower
    if not any(map(lower.__contains__, _FINDING)):
        return
    for found in _FOUND.finditer(lower):
        left = SENTENCE_END.split(lower[max(0, found.start() - _WINDOW) : found.start()])[-1]
        what = found[1].split(" ")[0]
        if (
            what not in _NO_FINDING
            and _FOUND_IN.search(left)
            and not GENERAL.search(left)
            and not is_supposed(left)
            and not _RELATIVE.fullmatch(what)
        ):
            yield found.span(1)
