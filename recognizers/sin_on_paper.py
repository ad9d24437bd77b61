"""Numbers told by the paper that they are read off, which has no other of nine digits: "sur la carte de pension : N"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.nine_digits import NineDigits
from recognizers.page import Page
from recognizers.patterns import Ending, compiled

_DET: Final = (
    r"(?:(?:mon|ma|sa|son|leur|la|le|une?|cette|ce|my|his|her|their|the|an?|this|old|vieille|vieux) ){0,2}"
)
#: A paper of a pension, or what a new employer has somebody fill in.
_PAPER: Final = (
    r"(?:(?:carte|talon|card|stub|slip) (?:de |d'|of |for )(?:(?:la|sa|ma|the|his|her|my) )?(?:pension|retraite|rentes?"
    r"|old age(?: security| pension)?)|(?:old age )?pension (?:card|stub|slip)"
    r"|(?:declaration |formulaire |form )?(?:tp-?1015[0-9.]*|td-?1)(?![0-9]))"
)
#: Where on it.
_WHERE: Final = (
    r"(?:,? (?:en haut|en bas|a droite|a gauche|at the top|top|bottom|right|left|dans le coin|in the corner|il y a|c'est(?: ecrit"
    r"| marque)?|it says|it's|there is)(?![a-z])){0,3}"
)
#: At the beginning of a clause.
_ON_PAPER: Final = Ending(
    r"(?:\A|\n|[.!?,:;] |(?<![a-z])(?:et|and) )[ >*-]{0,4}"
    rf"(?:(?:sur|on|dans|in|across|from|off) {_DET}{_PAPER}{_WHERE}[ :,]{{1,3}}(?:le )?"
    rf"|{_DET}{_PAPER} (?:has|shows?|says|reads|bears|porte|indique|montre|dit)[ :]{{1,3}}(?:le |the )?)\Z"
)
#: In brackets at the head of a line, where such papers are kept: "(income tax drawer) Mom's: N"; or how many digits it has, as
#: the head of a row.
_LINE_HEAD: Final = compiled(
    r"(?:\A|\n)[ >*-]{0,4}(?:\([^()\n]{0,30}(?<![a-z])(?:income tax|impots?|t4a?(?: ?\(p\))?|pensions?)(?![a-z0-9])"
    rf"[^()\n]{{0,20}}\) ?(?:(?:{'|'.join(RELATIVES.split())})(?:'s)? ?[:=]? ?)?"
    r"|(?:nine|9|neuf)[ -](?:digits?|chiffres|figures)(?: (?:card|number|no|id|one))? ?(?:[:=|\t] ?| {2,30}))\Z"
)
#: A T4 slip that bears it, and behind it the slip's box for it (CRA, guide RC4120): "un T4 … où apparaît N à la case 12".
_SLIP: Final = Ending(
    r"(?<![a-z0-9])t4a?(?![a-z0-9])[^.;:!?\n]{0,60}(?<![a-z])(?:apparait|figure|porte|indique|montre|affiche|affichait|dit|lis|lit"
    r"|vois|voit|a|est|shows?|says|has|bears|reads|see|appears|is|there's|carries)[ :]{1,3}(?:le |the )?\Z"
)
_BOX: Final = compiled(
    r",? (?:a la|dans la|sous la|a|en|dans|in|at|under|on)(?: the)? ?(?:case|boite|box) {0,2}(?:no\.? |# ?)?12(?![0-9])"
)
_REACH: Final = 120


def is_on_paper(page: Page, nine: NineDigits) -> bool:
    """Whether the words right before the digits say that they are read off such a paper."""
    first = max(0, nine.start - _REACH)
    return (
        _ON_PAPER.search(page.lower, first, nine.start) is not None
        or _LINE_HEAD.search(page.lower, first, nine.start) is not None
        or (
            _BOX.match(page.lower, nine.end) is not None
            and _SLIP.search(page.lower, first, nine.start) is not None
        )
    )
