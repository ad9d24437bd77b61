"""The words for the health cards of the other provinces and territories, and how their numbers are written.

Formats and check digits: INSPQ "utilitaire-nam", python-stdnum, petalmd/health_card. A check digit of 0 is right in
Ontario and British Columbia, though some implementations refuse it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from recognizers.cues import CueTable, vocabulary
from recognizers.labelled import GAP, form
from recognizers.luhn import luhn
from recognizers.patterns import compiled

_BC_WEIGHTS: Final = (2, 4, 8, 5, 10, 9, 7, 3)


def ontario(digits: str) -> bool:
    """Ten digits, not beginning with 0, with a Luhn check; a version code of one or two letters may follow."""
    return digits[0] != "0" and luhn(digits[:10])


def british_columbia(digits: str) -> bool:
    """Ten digits that begin with 9; the last is (11 - weighted sum mod 11) mod 11."""
    total = sum(weight * int(digit) for weight, digit in zip(_BC_WEIGHTS, digits[1:9], strict=True))
    return digits[0] == "9" and (11 - total % 11) % 11 == int(digits[9])


def nunavut(digits: str) -> bool:
    """Nine digits that begin with 1 and end in 2 to 7."""
    return digits[0] == "1" and digits[-1] in "234567"


_TEN: Final = rf"[0-9]{{4}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}"
_NINE: Final = (
    rf"[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}|[0-9]{{4}}{GAP}[0-9]{{5}}|[0-9]{{5}}{GAP}[0-9]{{4}}"
)
#: Ontario's number with its version code, by itself: the letters are no province and no unit.
VERSIONED: Final = compiled(
    r"(?<![a-z0-9])(?<![0-9][-./])[1-9][0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}[ -]?"
    r"(?!on|qc|bc|ab|nb|ns|ca|am|pm|km|ml|kg|is|et|au|de|le|la|of|to|at|in|an|or|ou|en|me|my|je|il|ma|we"
    r"|so)[a-hj-np-z]{2}(?![a-z0-9'])"
)
FORMS: Final = {
    "ON": (form(rf"{_TEN}(?:{GAP}[a-z]{{1,2}}(?!'))?", 0.95, ontario, failed=0.4),),
    "BC": (form(_TEN, 0.95, british_columbia, failed=0.4), form(rf"[1-9][0-9]{{4}}{GAP}[0-9]{{4}}", 0.75)),
    "AB": (form(rf"(?=[1-9])(?:{_NINE})", 0.85),),
    "nine": (form(_NINE, 0.85),),
    "NS": (form(rf"(?!(?:902|782)[0-9]{{7}}(?![0-9])){_TEN}", 0.85),),
    "PE": (form(rf"{_NINE}|[0-9]{{8}}|[0-9]{{4}}{GAP}[0-9]{{4}}", 0.8),),
    "NL": (
        form(
            rf"[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}|[0-9]{{4}} [0-9]{{4}} [0-9]{{4}}", 0.9
        ),
    ),
    # A family's in Manitoba, beside each one's own.
    "family": (form(r"[0-9]{6}|[0-9]{3}[ -][0-9]{3}", 0.8),),
    "NT": (form(rf"[a-z]?{GAP}(?:[0-9]{{7}}|[0-9]{{3}}[ -][0-9]{{4}})", 0.85),),
    "NU": (form(rf"(?=1)(?:{_NINE})", 0.9, nunavut, failed=0.55),),
    "some": (
        form(
            rf"{_TEN}(?:{GAP}[a-z]{{1,2}}(?!'))?",
            0.75,
            lambda digits: ontario(digits) or british_columbia(digits),
        ),
    ),
}
_HEALTH: Final = (
    r"(?:(?:health|sante|maladie|medicare|hospital)[a-z' ]{0,24}|(?:carte|card|numero|number|no"
    r"|plan|patient)[a-z' ]{0,20})"
)
#: What may follow the words for a health card.
_REST: Final = r"(?: ?(?:health|care|card|number|num|no|id|insurance|services?|plan|#)(?![a-z])){0,4}"


def _named(stem: str, kind: str, name: str) -> tuple[tuple[str, ...], ...]:
    """A province's name beside a word for its health card, in either order."""
    return (
        (
            stem,
            kind,
            rf"{name}[ ,:']{{0,3}}(?:(?:health|care|card|medicare|sante|hospital|drug|hcn|phn|personal health){_REST}"
            r"|(?:(?:no|num|numero)\.? )?(?:d'|de (?:la )?)?(?:carte (?:sante|d'assurance|maladie)|assurance[ -]maladie))",
        ),
        (stem, kind, rf"{name}(?![a-z])", rf"(?:{_HEALTH}|assuree?|insured)[a-z' .-]{{0,12}}[ '(.-]"),
    )


_ABBREVIATED: Final = {
    "ON": "on ont", "BC": "bc", "AB": "ab alta", "nine": "mb sk nb yt yk", "NS": "ns n.s.", "PE": "pe pei p.e.i.",
    "NL": "nl nfld", "NT": "nt nwt", "NU": "nu",
}  # fmt: skip
#: Short names that other things have too: the number follows at once.
_AT_ONCE: Final = r"(?:(?: (?:no|num|number|numero|card|health|coverage|is|id|est|are|sont)s?(?![a-z])){1,3}|(?![ -]?[a-z]))"
#: A card, or "the one", that a short name tells the province of: "carte de PEI", "celle du N.-B.", "card from SK".
_CARD_OF: Final = (
    r"(?<![a-z])(?:cartes?|celles?|mienne|tienne|vieille|no|numero|cards?|one|number|hors[ -](?:province|quebec),?|ancien(?:ne)?"
    r"|(?:mon|ma|my|notre|our) (?:assurance|insurance|couverture|coverage)"
    r"|out[ -]of[ -]province)(?: (?:(?:de )?(?:sante|maladie)|health|est|is))?(?: \()?"
    r"(?: (?:de l'|de la |de |du |d'|des |from |of |in |en |au |a ))?[ (]?"
)
#: Or one after it: "NS card".
_OF_CARD: Final = (
    r"(?: (?:health )?(?:care )?cards?(?: (?:no|number|#))?"
    r"|[ ,:]{1,3}(?:no |numero )?(?:de )?carte (?:de )?(?:sante|maladie))"
)


#: Abbreviations of provinces, of each kind, that are read beside a word for a card alone; those with "?" only where the page
#: speaks of care: "NB" is a note too.
_SHORT: Final = {
    "PE": "pei p.e.i. i.-p.-e. i.p.e. ipe", "NT": "nwt n.w.t. tno t.n.-o. t.n.o.", "nine": "n.-b. n-b n.b.", "NS": "n.-e. n-e",
    "BC": "c.-b. c-b b.c.", "NL": "tnl nfld", "?nine": "nb sk mb sask", "?NS": "ns", "?NL": "nl", "?BC": "bc", "?AB": "ab alta",
}  # fmt: skip
#: Their names, read beside "celle de", "la mienne est de" where the page speaks of care.
_FULL: Final = {
    "ON": ("ontario",), "AB": ("alberta",), "NS": ("nouvelle-ecosse", "nouvelle ecosse", "nova scotia"), "NU": ("nunavut",),
    "nine": ("manitoba", "saskatchewan", "yukon", "nouveau-brunswick", "nouveau brunswick", "new brunswick"),
    "NL": ("terre-neuve", "terre neuve", "newfoundland"), "BC": ("colombie-britannique", "british columbia"),
    "PE": ("ile-du-prince-edouard",), "NT": ("northwest territories", "territoires du nord-ouest"),
}  # fmt: skip


def _of_card(short: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """A province's abbreviation after or before a word for a card."""
    name = re.escape(short)
    return (
        (short, kind, rf"{name}(?![a-z]|[.-][a-z])", _CARD_OF),
        (short, kind, rf"{name}{_OF_CARD}", r"(?<![a-z.-])"),
        (
            short,
            f"?{kind.lstrip('?')}",
            rf"{name} (?:one|number)(?![a-z])",
            r"(?<![a-z])(?:the|my|his|her|old) ",
        ),
    )


#: Adjectives: "carte santé ontarienne", "my Albertan health card".
_ADJECTIVES: Final = {
    "ontarien": "ON", "albertain": "AB", "albertan": "AB", "manitobain": "nine", "manitoban": "nine",
    "saskatchewanais": "nine", "neo-brunswickois": "nine", "neo-ecossais": "NS", "nova scotian": "NS",
    "terre-neuvien": "NL", "britanno-colombien": "BC", "yukonnais": "nine", "ontarian": "ON",
}  # fmt: skip
#: Abbreviations that no word gives away: their letters stand on every other page.
_DOTTED: Final = (
    "n.-b.", "n-b", "n.b.", "c.-b.", "c-b", "b.c.", "n.-e.", "n-e", "i.-p.-e.", "i.p.e.", "p.e.i.", "t.n.-o.", "t.n.o.", "n.w.t.",
    "carte on", "ont. card",
)  # fmt: skip
CUES: Final = CueTable(
    (
        ("ohip", "ON", r"ohip"),
        ("carte on ", "ON", r"carte on(?= (?:no |: ?)?[1-9][0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3})"),
        *_named("ontario", "ON", "ontario"),
        ("ont. card", "ON", r"ont\. card(?: (?:no|number|#))?(?![a-z])(?! reader)", r"(?<![a-z])"),
        ("carte ont", "ON", r"carte ont(?=[ .]{1,2}(?:(?:no|numero) )?[1-9][0-9]{3})"),
        ("raso", "ON", r"raso(?![a-z])", r"(?<![a-z])"),
        *(
            (
                f"{short} health",
                kind,
                rf"{short} health ?(?:card|number|no|care|insurance|id|#){_REST}",
                r"(?<![a-z])",
            )
            for kind, shorts in _ABBREVIATED.items()
            for short in shorts.split()
        ),
        ("health card (on)", "ON", r"health card \(on\)"),
        ("personal health num", "BC", r"personal health num(?:ber)?"),
        ("sante personnel", "BC", r"sante personnel"),
        ("phn", "BC", r"phn(?:'?s)?(?![a-z])", r"(?<![a-z])"),
        ("msp", "BC", rf"msp{_AT_ONCE}", r"(?<![a-z])"),
        ("carecard", "BC", r"carecard"),
        ("care card", "BC", r"care card(?: (?:no|number|#))?", r"(?<![a-z])(?<!health )"),
        ("numero personnel de s", "some", r"numero personnel de sante"),
        ("pei personal", "PE", r"pei personal health(?: number| no)?"),
        ("bc services card", "BC", r"bc services card"),
        *_named("british columbia", "BC", "british columbia"),
        *_named("colombie", "BC", "colombie-britannique"),
        ("ahcip", "AB", r"ahcip"),
        *_named("alberta", "AB", "alberta"),
        ("phin", "nine", r"phin(?:'?s)?(?![a-z])", r"(?<![a-z])"),
        ("nimp", "nine", r"nimp(?:'?s)?(?![a-z])", r"(?<![a-z])"),
        *_named("manitoba", "nine", "manitoba"),
        ("shsp", "nine", r"shsp(?![a-z])", r"(?<![a-z])"),
        ("mhsip", "nine", r"mhsip(?![a-z])", r"(?<![a-z])"),
        ("mhsc", "nine", r"mhsc(?![a-z])", r"(?<![a-z])"),
        ("registration n", "+family", r"registration n(?:um(?:bers?)?|o)(?![a-z])"),
        ("d'inscription", "+family", r"d'inscription", r"(?<![a-z])(?:numeros?|no)[. ]{1,2}"),
        ("mhsc", "+family", r"mhsc(?![a-z])", r"(?<![a-z])"),
        ("hsn", "nine", r"hsn(?:'?s)?(?![a-z])", r"(?<![a-z])"),
        ("health services num", "nine", r"health services num(?:ber)?"),
        *_named("saskatchewan", "nine", "saskatchewan"),
        *_named("new brunswick", "nine", "new brunswick"),
        *_named("nouveau-brunswick", "nine", "nouveau-brunswick"),
        ("n.-b.", "nine", r"n\.-b\.", rf"{_HEALTH}[a-z' ]{{0,4}}[ '(]"),
        ("yhcip", "nine", r"yhcip"),
        ("medicare nb", "nine", r"medicare nb"),
        ("carte medicare", "nine", r"carte medicare"),
        ("carte de medicare", "nine", r"carte de medicare"),
        (
            "medicare",
            "nine",
            r"medicare(?: \(?n\.?-?b\.?\)?)?"
            r"(?= ?(?:[:#(]|(?:is|est|no|num|numero|number|are)(?![a-z])|[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9-])))",
        ),
        ("medicare card", "nine", r"medicare card(?: no| number)?"),
        ("medicare num", "nine", r"medicare num(?:ber|ero)?"),
        ("identification personnelle", "nine", r"identification personnelle(?: en matiere de sante)?"),
        *_named("nouveau brunswick", "nine", "nouveau brunswick"),
        *_named("nouvelle ecosse", "NS", "nouvelle ecosse"),
        *_named("colombie britannique", "BC", "colombie britannique"),
        *_named("terre neuve", "NL", "terre neuve"),
        *_named("prince edouard", "PE", "prince edouard"),
        ("nb medicare", "nine", r"nb medicare"),
        *_named("yukon", "nine", "yukon"),
        ("msi", "NS", rf"msi{_AT_ONCE}", r"(?<![a-z])"),
        ("msi", "NS", r"msi (?:nova scotia|(?:de la )?nouvelle[ -]ecosse)", r"(?<![a-z])"),
        *_named("nova scotia", "NS", "nova scotia"),
        *_named("nouvelle-ecosse", "NS", "nouvelle-ecosse"),
        *_named("prince edward", "PE", "prince edward island"),
        *_named("prince-edouard", "PE", "prince-edouard"),
        ("mcp", "NL", rf"mcp{_AT_ONCE}", r"(?<![a-z])"),
        *_named("newfoundland", "NL", "newfoundland(?: and labrador)?"),
        *_named("terre-neuve", "NL", "terre-neuve(?:-et-labrador)?"),
        *_named("northwest terr", "NT", "northwest territories"),
        ("northwest territories num", "NT", r"northwest territories num(?:ber)?"),
        ("nwt num", "NT", r"nwt num(?:ber)?", r"(?<![a-z])"),
        *_named("territoires du n", "NT", r"territoires du n\.-?o\."),
        ("ahc", "AB", r"ahc(?: (?:no|number|#))?(?![a-z])", r"(?<![a-z])"),
        *_named("territoires du nord", "NT", "territoires du nord-ouest"),
        *_named("nunavut", "NU", "nunavut"),
        *(
            (
                stem,
                kind,
                rf"{stem}(?:ne|n?e)?s?(?: (?:health|medicare) (?:card|number|insurance|no){_REST})?",
                r"(?<![a-z])(?:(?:carte|numero|no)s?(?: (?:de |d')?(?:sante|assurance[ -]maladie|maladie))?|my|old|his|her) ",
            )
            for stem, kind in _ADJECTIVES.items()
        ),
        *(
            row
            for kind, shorts in _SHORT.items()
            for short in shorts.split()
            for row in _of_card(short, kind)
        ),
        *(
            row
            for kind, names in _FULL.items()
            for name in names
            for row in (
                (name, f"?{kind}", rf"{name}(?![a-z])", _CARD_OF),
                (
                    name,
                    f"?{kind}",
                    rf"{name} (?:one|number)(?![a-z])(?! one)",
                    r"(?<![a-z])(?:the|my|his|her|our|their|old) ",
                ),
                (
                    name,
                    kind,
                    rf"{name}[^0-9.?!\n]{{0,30}}(?<![a-z])(?:cartes?|cards?)(?![a-z])",
                    r"(?<![a-z])(?:viens|vient|venons|arriv[a-z]{1,6}|demenag[a-z]{1,6}|from) (?:du |de l'|de la |de |d')?",
                ),
                (name, f"?{kind}", rf"{name}\) ?(?=(?:(?:no|numero|number)[ .:]{{0,2}})?[0-9t-z])", r"\("),
                (
                    name,
                    f"!{kind}",
                    rf"{name} ?[(:] ?(?=(?:(?:no|num|number|numero|n\^|#)[ .:]{{0,2}})?[0-9t-z])",
                ),
            )
        ),
        ("ontario", "ON", r"ontario patients?[^0-9\n]{0,60}?cards?"),
        ("ontario", "ON", r"ontario(?![a-z])", r"patients? (?:from|of|de l'|d')"),
        ("hc", "?some", r"hc(?:n|#)? ?(?:#|no|num|number)?(?![a-z])", r"(?<![a-z])"),
        ("health card", "some", r"health cards?(?: (?:no|numbers?|#))?"),
        ("health number", "some", r"health numbers?"),
        ("health care num", "some", r"health care num(?:bers?)?"),
        ("health care card", "some", r"health care cards?"),
        ("health insurance", "some", r"health insurance (?:no|number|card|#)"),
        ("assurance maladie", "some", r"assurance maladie"),
        ("assurance-maladie", "some", r"assurance-maladie"),
        ("assurance sante", "some", r"assurance sante", r"(?:carte|numero|no|num)[. ]{1,2}d'"),
        ("carte sante", "some", r"carte sante"),
        ("cartes sante", "some", r"cartes sante"),
        ("carte de sante", "some", r"carte de sante"),
        ("numero de sante", "some", r"numero de sante"),
    ),
    words="shsp mhsip mhsc"
    " registration inscription"
    " ohip ontario phn msp carecard columbia colombie ahcip alberta phin manitoba hsn saskatchewan brunswick medicare"
    " yukon msi scotia ecosse"
    " edward edouard pei mcp newfoundland neuve northwest territoires nwt nunavut health maladie sante bc raso"
    " yhcip identification nimp care personnel personal ipe tno phins hsns phns nimps"
    " nfld tnl alta sask ontarien ontarienne ontarian albertain albertaine albertan manitobain manitobaine manitoban"
    " saskatchewanaise brunswickoise ecossaise scotian neuvienne colombienne yukonnaise yukonnais sk nb nl ns hc hcn ahc",
    parts=_DOTTED,
    guarded={f"mb {care}": ("mb",) for care in ("health", "sante", "maladie", "medicare")},
)


class Place(NamedTuple):
    """Provinces whose cards are of one kind: the words that name one or a town of it, and the names that take more than a word,
    by the word of each that a page must have."""

    kind: str
    words: frozenset[str]
    names: Mapping[str, Sequence[str]]


def _place(kind: str, words: str, names: Mapping[str, Sequence[str]]) -> Place:
    return Place(kind, vocabulary(words.split()), {word: names[word] for word in sorted(vocabulary(names))})


#: Provinces and their towns, for a label that names none.
PLACES: Final = (
    _place(
        "AB",
        "alberta calgary edmonton lethbridge banff",
        {
            "deer": ("red deer",),
            "mcmurray": ("fort mcmurray",),
            "medicine": ("medicine hat",),
            "prairie": ("grande prairie",),
        },
    ),
    _place(
        "nine",
        "manitoba winnipeg saskatchewan regina saskatoon moncton fredericton dieppe edmundston bathurst campbellton caraquet"
        " miramichi yukon whitehorse",
        {
            "moose": ("moose jaw",),
            "brunswick": ("nouveau-brunswick", "nouveau brunswick", "new brunswick"),
            "b": ("n-b", "n.-b"),
        },
    ),
    _place(
        "NS",
        "halifax dartmouth",
        {
            "ecosse": ("nouvelle-ecosse", "nouvelle ecosse"),
            "scotia": ("nova scotia",),
            "breton": ("cape breton", "cap breton"),
            "e": ("n.-e.",),
        },
    ),
    _place(
        "PE",
        "charlottetown summerside pei",
        {
            "edouard": ("prince-edouard", "prince edouard"),
            "edward": ("prince-edward island", "prince edward island"),
        },
    ),
    _place(
        "NL",
        "newfoundland",
        {
            "neuve": ("terre-neuve", "terre neuve"),
            "john": ("st john's", "st. john's"),
            "brook": ("corner brook",),
        },
    ),
    _place(
        "NT",
        "yellowknife inuvik",
        {"northwest": ("northwest territories",), "territoires": ("territoires du nord",)},
    ),
    _place("NU", "nunavut iqaluit", {}),
)
#: Of which one stands on the pages that name one.
PLACE_WORDS: Final = frozenset(word for place in PLACES for word in (*place.words, *place.names))
