"""Health insurance numbers mistyped in their length: a letter or a figure too many or too few, a key pressed with shift.

No check digit can tell such a number; a label right before it does ("NAM : TREM 0412 192").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.cues import Cue
from recognizers.everyday import is_everyday
from recognizers.nam_token import NOT_CODE, Token
from recognizers.page import Page
from recognizers.patterns import compiled

#: What the keys of figures give with shift, on the keyboards in use here; at most one of a number's.
_SHIFTED: Final = frozenset("!@#$%?&*")
#: Letters and figures right behind a label, in groups or not.
_BEHIND_LABEL: Final = compiled(
    r"[ \t\"'()]{0,3}(?:(?:est|is|was|etait|c'est|it's|no|num|numero|number|card|carte|(?:de )?(?:ma|mon|my))"
    r"(?:[ .]{1,2}|(?=[:=#]))){0,3}"
    r"[:=#\-]{0,2}[ \t\"']{0,3}(?:\r?\n[> ]{0,4})?"
    r"([a-z]{3,5})[ .\-]{0,2}([0-9](?:[ .\-]?[0-9!@#$%?&*]){6,8})(?![0-9a-z]|[.,\-/ ]{1,2}[0-9])"
)
#: How many letters and figures there are where one is too many or too few; and in all where a figure is another key.
_LENGTHS: Final = frozenset(((4, 7), (4, 9), (3, 8), (5, 8)))
_WHOLE: Final = (4, 8)
#: Three letters before figures that are rather a word, cut short or not.
_SHORT_WORDS: Final = frozenset(
    """app apt art box cas cat cli com ddn des dob dos est exp ext fac fax for inv les lot mod nas nee nip nos num ord pag pin
    ref req rue ser sin sku tel the ver vol""".split()
)
#: Where the month of birth begins among the figures: as it should, or one place off.
_MONTH: Final = 2
_MONTHS: Final = frozenset(f"{month + sex:02d}" for month in range(1, 13) for sex in (0, 50))
#: A whole date in figures behind a name: "Marie 19611204", "Marie 04121961".
_DATE: Final = compiled(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}")


def slips(page: Page, labels: Iterable[Cue]) -> Iterator[Token]:
    """What may be a mistyped number right behind one of the labels; one for each at most. Linear."""
    for label in labels:
        found = _BEHIND_LABEL.match(page.lower, label.end)
        if found is None:
            continue
        letters, figures = found[1], NOT_CODE.sub("", found[2])
        shifted = sum(char in _SHIFTED for char in found[2])
        start = found.start(1)
        if (
            _is_slip(letters, figures, shifted)
            and not _DATE.fullmatch(found[2])
            and (page.text[start : found.end(1)].isupper() or not is_everyday(letters))
        ):
            yield Token(start, found.end(), (letters + figures).upper(), 0, None)


def _is_slip(letters: str, figures: str, shifted: int) -> bool:
    """Whether a number of so many letters and figures is a NAM but for one key."""
    if shifted:
        return shifted == 1 and (len(letters), len(figures) + 1) == _WHOLE
    lengths = len(letters), len(figures)
    places = (0,) if lengths[1] == _WHOLE[1] else (-1, 0, 1)
    if letters in _SHORT_WORDS:
        return False
    return lengths in _LENGTHS and any(
        figures[_MONTH + place : _MONTH + place + 2] in _MONTHS for place in places
    )
