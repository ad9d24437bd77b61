"""Lines that only tell where a page ends, in the middle of what the lines around them say.

"NAM : TREM 0412 / Page 1 de 3 / 1925" is read as "NAM : TREM 0412 1925"; so with a form's number or a date beside the page's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate
from recognizers.known_plain import NUMBERED
from recognizers.patterns import compiled

#: Closed on pages where no page is counted.
PAGED: Final = gate(("page", "pages", "pg"), stands=NUMBERED, before=4, after=4)
#: How many there are may stand behind the number; and what an office writes beside it.
_BESIDE: Final = r"[ \t]{0,8}[|.,:;/*_=<>()\[\]-]{0,8}[ \t]{0,8}"
_PAGE: Final = (
    rf"(?:page|pg)s?{_BESIDE}[0-9]{{1,4}}(?: {{0,2}}(?:/|de|of|sur|out of) {{0,2}}[0-9]{{1,4}})?(?![0-9])"
)
_LINE: Final = compiled(
    rf"[ \t\f]*+\n(?:[ \t\f]*+\n){{0,4}}[ \t\f]{{0,20}}(?P<before>[^\n]{{0,60}}?)(?<![a-z]){_PAGE}(?P<behind>[^\n]{{0,40}})"
    r"\n(?:[ \t\f]*+\n){0,4}[ \t\f]*+(?=[0-9]|[a-z]{4}[ -]?[0-9])"
)
#: What else such a line says is no label of a value.
_LABEL: Final = compiled(
    r"(?<![a-z])(?:nas|nam|sin|ssn|hin|ramq|ddn|dob|nee?s?|born|birth[a-z]*|naiss[a-z]*|assurances?|insurance|health|card|carte)"
    r"(?![a-z])|[:=?][ \t]*$"
)


def page_ends(lower: str) -> Iterator[tuple[int, int, str]]:
    """Such lines of folded text in small letters, from the end of the line before to what goes on, as a blank."""
    for found in _LINE.finditer(lower):
        if not (_LABEL.search(found["before"]) or _LABEL.search(found["behind"])):
            yield *found.span(), " "
