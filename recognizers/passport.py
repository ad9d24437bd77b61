"""Passport numbers: Canada's two formats, and others where a number is announced. No check digit is printed with them."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable
from recognizers.labelled import GAP, LabelledRecognizer, form

_CANADIAN: Final = rf"[a-z]{{2}}{GAP}[0-9]{{6}}|[a-z]{GAP}[0-9]{{6}}{GAP}[a-z]{{2}}"
_FORMS: Final = {
    "passport": (form(_CANADIAN, 0.9), form(r"[a-z]{1,2}[0-9]{7}|[0-9]{2}[a-z]{2}[0-9]{5}", 0.65)),
    "number": (
        form(_CANADIAN, 0.95),
        form(r"[a-z]{0,2}[0-9]{7,9}|[0-9]{2}[a-z]{2}[0-9]{5}|[a-z][0-9]{6}", 0.7),
    ),
}
_NUMBER: Final = r"(?:no|num|numero|number|nbr|n\^|#|:|est|is)"
#: One word between: "passport card no", not "passport receipt no".
_ITS: Final = "(?: (?!receipts?|invoices?|files?|orders?|photos?|recus?|factures?|dossiers?)[a-z]{4,10})?"
#: Programmes and cards that are called passports.
_OTHER: Final = "(?! (?:sante|famille|quebec|loisirs?|culturel|vacances|gourmand|health|perks|museum))"
_CUES: Final = CueTable(
    (
        ("passport", "number", rf"passport{_ITS}[ .]{{0,2}}{_NUMBER}(?![a-z])"),
        ("passeport", "number", rf"passeport{_ITS}[ .]{{0,2}}{_NUMBER}(?![a-z])"),
        ("passeport", "number", r"passeport", r"(?:numero|no|num|n\^)[. ]{0,2}(?:de |du |de mon |de son )"),
        ("passport", "passport", rf"passport{_OTHER}"),
        ("passeport", "passport", rf"passeport{_OTHER}"),
    ),
    words="passport passeport passports passeports passportnumber",
)
RECOGNIZER = LabelledRecognizer("passport", "CA_PASSPORT", _CUES, _FORMS)
