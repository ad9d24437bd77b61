"""Health card numbers of the other provinces and territories. Québec's has its own module (`nam`).

Formats and check digits: INSPQ "utilitaire-nam", python-stdnum, petalmd/health_card. A check digit of 0 is right in
Ontario and British Columbia, though some implementations refuse it.
"""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable
from recognizers.labelled import GAP, LabelledRecognizer, form
from recognizers.luhn import luhn

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
_FORMS: Final = {
    "ON": (form(rf"{_TEN}(?:{GAP}[a-z]{{1,2}}(?!'))?", 0.95, ontario, failed=0.4),),
    "BC": (form(_TEN, 0.95, british_columbia, failed=0.4), form(rf"[1-9][0-9]{{4}}{GAP}[0-9]{{4}}", 0.75)),
    "AB": (form(rf"[1-9][0-9]{{3,4}}{GAP}[0-9]{{4,5}}|[1-9][0-9]{{2}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}", 0.85),),
    "nine": (form(_NINE, 0.85),),
    "NS": (form(_TEN, 0.85),),
    "PE": (form(rf"{_NINE}|[0-9]{{8}}|[0-9]{{4}}{GAP}[0-9]{{4}}", 0.8),),
    "NL": (form(rf"[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}", 0.9),),
    "NT": (form(rf"[a-z]?{GAP}[0-9]{{7}}", 0.85),),
    "NU": (form(_NINE, 0.9, nunavut, failed=0.4),),
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
    r"|plan)[a-z' ]{0,20})"
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
_AT_ONCE: Final = r"(?:(?: (?:no|num|number|card|health|coverage|is|id|est)(?![a-z])){1,3}|(?![ -]?[a-z]))"
_CUES: Final = CueTable(
    (
        ("ohip", "ON", r"ohip"),
        *_named("ontario", "ON", "ontario"),
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
        ("phn", "BC", r"phn(?![a-z])", r"(?<![a-z])"),
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
        ("phin", "nine", r"phin(?![a-z])", r"(?<![a-z])"),
        ("nimp", "nine", r"nimp(?![a-z])", r"(?<![a-z])"),
        *_named("manitoba", "nine", "manitoba"),
        ("hsn", "nine", r"hsn(?![a-z])", r"(?<![a-z])"),
        ("health services num", "nine", r"health services num(?:ber)?"),
        *_named("saskatchewan", "nine", "saskatchewan"),
        *_named("new brunswick", "nine", "new brunswick"),
        *_named("nouveau-brunswick", "nine", "nouveau-brunswick"),
        ("n.-b.", "nine", r"n\.-b\.", rf"{_HEALTH}[a-z' ]{{0,4}}[ '(]"),
        ("yhcip", "nine", r"yhcip"),
        ("medicare nb", "nine", r"medicare nb"),
        ("carte medicare", "nine", r"carte medicare"),
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
        *_named("territoires du nord", "NT", "territoires du nord-ouest"),
        *_named("nunavut", "NU", "nunavut"),
        ("health card", "some", r"health card(?: (?:no|number|#))?"),
        ("health number", "some", r"health number"),
        ("health insurance", "some", r"health insurance (?:no|number|card|#)"),
        ("assurance maladie", "some", r"assurance maladie"),
        ("assurance-maladie", "some", r"assurance-maladie"),
        ("carte sante", "some", r"carte sante"),
    ),
    words="ohip ontario phn msp carecard columbia colombie ahcip alberta phin manitoba hsn saskatchewan brunswick medicare"
    " yukon msi scotia ecosse"
    " edward edouard pei mcp newfoundland neuve northwest territoires nwt nunavut health maladie sante bc raso"
    " yhcip identification nimp care personnel personal",
    guarded={"n b": ("n.-b.",)},
)
RECOGNIZER = LabelledRecognizer("health-number", "CA_HEALTH_NUMBER", _CUES, _FORMS)
