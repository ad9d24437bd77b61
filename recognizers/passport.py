"""Passport numbers: Canada's two formats, and others where a number is announced. No check digit is printed with them."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable
from recognizers.labelled import GAP, form
from recognizers.spoken_of import SpokenOfRecognizer, spoken

_MARK: Final = "[ ./-]?"
_SIX: Final = rf"[0-9]{{3}}{_MARK}[0-9]{{3}}|[0-9]{{2}}{_MARK}[0-9]{{2}}{_MARK}[0-9]{{2}}"
#: The last two letters, unless they are the next word: "T638267 et …".
_LAST: Final = r"(?!(?<=\s)(?:et|ou|au|en|le|la|de|du|si|un|je|il|me|ma|or|on|at|is|in|by|to|my|as|so|we|it|he)(?![a-z]))[a-z]{2}"
_CANADIAN: Final = rf"[a-z]{{2}}{GAP}(?:[0-9]{{6}}|{_SIX})|[a-z]{GAP}(?:[0-9]{{6}}|{_SIX}){GAP}{_LAST}"
#: No more figures follow: "RN 493 021 305 CA" is a parcel's.
_APART: Final = rf"(?:{_CANADIAN})(?! [0-9]{{3}}(?![0-9]))"
#: Other countries': Morocco, India, the Philippines, Spain, France, Germany's older ones.
_LETTERED: Final = (
    r"[a-z]{1,2} ?[0-9]{7}|[a-z][0-9]{8}|[0-9]{2} ?[a-z]{2} ?[0-9]{5}|[a-z][0-9]{7}[a-z]|[a-z]{3}[0-9]{6}"
    r"|[a-z]{1,2}[0-9]{3} [0-9]{4}"
)
_DAY: Final = r"(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
_FORMS: Final = {
    "passport": (form(_APART, 0.9), form(rf"{_LETTERED}|[a-z][0-9]{{6}}", 0.65)),
    "number": (
        form(_APART, 0.95),
        form(rf"{_DAY}[a-z]{{0,2}}[0-9]{{7,9}}|{_LETTERED}|[a-z][0-9]{{6}}", 0.7),
    ),
}
_NUMBER: Final = r"(?:no|num|numero|number|nbr|n\^|#|:|=|est|is)"
#: One word between: "passport card no", not "passport receipt no".
_ITS: Final = "(?: (?!receipts?|invoices?|files?|orders?|photos?|recus?|factures?|dossiers?)[a-z]{4,10})?"
#: Programmes and cards that are called passports.
_OTHER: Final = (
    "(?!s? (?:sante|famille|quebec|loisirs?|culturel|vacances|gourmand|health|perks|museum|attraits|ski|nature"
    "|jeunesse|plein[- ]air|parcs?|entreprises?|aine|bebe|biblio|musees?|decouverte|tourisme|arts?|youth|parks?|museums?))"
)
#: The number follows at once, after whose or which country's it is.
_AT_ONCE: Final = (
    r"s?(?: [a-z]{2,11}(?:ien(?:ne)?|aise?|aine?|oise?))?(?= ?[(]?[a-z]{0,2}[0-9]{6,9}(?![0-9-]))"
)


def _named(word: str) -> tuple[tuple[str, ...], ...]:
    """A word for the passport, as it is spelled."""
    return (
        (word, "number", rf"{word}{_OTHER}s?{_ITS}[ .]{{0,2}}{_NUMBER}(?![a-z])"),
        (word, "number", rf"{word}{_AT_ONCE}"),
        (
            word,
            "number",
            word,
            r"(?:numeros?|no|num|n\^|number)[. ]{0,2}(?:de |du |de mon |de son |on (?:the |my ))?",
        ),
        (word, "passport", f"{word}{_OTHER}"),
    )


#: As it is spelled: right, and as it is mistyped.
_WORDS: Final = (
    "passport",
    "passeport",
    "pasport",
    "paseport",
    "passprt",
    "passeprt",
    "passeprot",
    "passepport",
    "passaport",
)
#: Whoever has one, near "pass" for short.
_CITIZEN: Final = r"(?:citoyen(?:ne)?|citizen|canadian|canadien(?:ne)?|ircc|immigration)"
#: No pass for the bus or the slopes.
_NO_PASS: Final = "".join(
    f"(?<!{kind} )"
    for kind in "bus transit ski season day boarding park gym metro opus train museum parking hall".split()
)
_CUES: Final = CueTable(
    (
        *(row for word in _WORDS for row in _named(word)),
        ("pass", "number", r"pass\.? can(?:adien|\.)?(?![a-z])", r"(?<![a-z])"),
        ("pass", "number", r"pass(?= [a-z]{2}[0-9]{6}(?![0-9a-z]))", rf"(?<![a-z]){_CITIZEN}[ ,]{{1,2}}"),
        (
            "pass",
            "number",
            r"pass(?= [a-z]{2}[0-9]{6}(?![0-9a-z])[^0-9]{1,40}(?:citoyen(?:ne)?|citizen|ircc)(?![a-z]))",
            f"(?<![a-z]){_NO_PASS}",
        ),
        ("travel doc", "passport", r"travel doc(?:ument)?s?(?![a-z])"),
        ("titre de voyage", "passport", r"titre de voyage"),
        ("titres de voyage", "passport", r"titres de voyage"),
        ("document de voyage", "passport", r"document de voyage"),
        ("documents de voyage", "passport", r"documents de voyage"),
    ),
    words=f"{' '.join(_WORDS)} {' '.join(f'{word}s' for word in _WORDS)} passportnumber travel voyage pass",
)
_BEYOND: Final = spoken(rf"[a-z]{{2}} ?(?:{_SIX})|[a-z] ?(?:{_SIX}) ?{_LAST}|{_LETTERED}", before=100)
#: Documents with numbers of the same look.
_OTHERS: Final = (
    r"permis|licen[cs]e|permit|prc?|crp|rp|uci|iuc|residente?s?|residence|visas?|ircc|cartes?|cards?|certificate?|acte|client|csq|caq"
    r"|demandes?|applications?|photos?|passe(?:port)? (?=sante|famille|loisirs?|vacances)"
)
RECOGNIZER = SpokenOfRecognizer(
    "passport",
    "CA_PASSPORT",
    _CUES,
    _FORMS,
    beyond={"number": (_BEYOND,), "passport": (_BEYOND,)},
    others=_OTHERS,
)
