"""A month as a pattern, French or English."""

from __future__ import annotations

from typing import Final

#: In full or cut short, misspelt as people and optical readers do.
MONTH: Final = (
    r"(?:jan(?:v|vi|vier|u|uary|vrier)?|f[e3](?:v|b(?!v))[a-z]{0,6}|mars?|march|avr[a-z]{0,3}|apr[a-z]{0,3}|mai|may|jui?n|june"
    r"|jui?ll?(?:et|let|e|y|ett)?|jui|aout?|aot|aug[a-z]{0,4}|sept?(?:e|em[a-z]{0,4}|t)?|setemb[a-z]{0,2}"
    r"|oct(?:o|ob[a-z]{0,2})?|nov(?:e|em[a-z]{0,4})?"
    r"|d[e3]c(?:e|em[a-z]{0,4})?)"
)
