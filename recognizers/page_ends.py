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
_PAGE: Final = compiled(
    r"(?<![a-z])(?<!la )(?<!the )(?<!une )(?<!cette )(?<!this )(?<!de )(?<!of )(?<!on )(?<!sur )"
    rf"(?:page|pg)s?{_BESIDE}[0-9]{{1,4}}(?: {{0,2}}(?:/|de|of|sur|out of) {{0,2}}[0-9]{{1,4}})?(?![0-9])"
    r"(?! (?:is|was|est|etait|manque)(?![a-z]))"
)
#: Of no more words is such a line beside it: what has more is a sentence.
_WORD: Final = compiled("[a-z]+")
_MOST_WORDS: Final = 6
#: What else stands on its line, before and behind, and what goes on below.
_MOST_BEFORE: Final = 80
_BEFORE: Final = compiled(r"[ \t\f]*+\n(?:[ \t\f]*+\n){0,4}[ \t\f]{0,20}([^\n]{0,60}?)\Z")
_BEHIND: Final = compiled(r"([^\n]{0,40})\n(?:[ \t\f]*+\n){0,4}[ \t\f]*+(?=[0-9]|[a-z]{4}[ -]?[0-9])")
#: What else such a line says is no label of a value.
_LABEL: Final = compiled(
    r"(?<![a-z])(?:nas|nam|sin|ssn|hin|ramq|ddn|dob|nee?s?|born|birth[a-z]*|naiss[a-z]*|assurances?|insurance|health|card|carte)"
    r"(?![a-z])|[:=?][ \t]*$"
)


#: What stands behind the date that ends a page's paper, not behind the value of the label above: "2026-11-20 signature", and what
#: a date is the label of.
_OWN_DATE: Final = compiled(
    r"(?:[0-9]{4}[-/ .][0-9]{2}[-/ .][0-9]{2}|[0-9]{1,2}[-/ .](?:[a-z]{3,9}|[0-9]{2})[-/ .][0-9]{4})"
    r"(?:,? \(?(?:signature|signed|signee?|recue?|received|imprimee?|printed|faxed"
    r"|date de (?:signature|reception))(?![a-z])| ?: ?[a-z])"
)


def page_ends(lower: str) -> Iterator[tuple[int, int, str]]:
    """Such lines of folded text in small letters, from the end of the line before to what goes on, as a blank."""
    position = 0
    for page in _PAGE.finditer(lower):
        behind = _BEHIND.match(lower, page.end())
        if behind is None or page.start() < position:
            continue
        before = _BEFORE.search(lower, max(position, page.start() - _MOST_BEFORE), page.start())
        if before is None or len(_WORD.findall(f"{before[1]} {behind[1]}")) > _MOST_WORDS:
            continue
        if not (_LABEL.search(before[1]) or _LABEL.search(behind[1]) or _OWN_DATE.match(lower, behind.end())):
            position = behind.end()
            yield before.start(), position, " "
