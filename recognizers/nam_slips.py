"""Health insurance numbers mistyped in their length: a letter or a figure too many or too few, a key pressed with shift.

No check digit can tell such a number; a label right before it does ("NAM : TREM 0412 192"). Also those whose letters are
figures that look like them ("NAM : 7R3M 0412 1925"), which need both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from recognizers.cues import Cue
from recognizers.everyday import is_everyday
from recognizers.nam_letters import WRITTEN_DATE
from recognizers.nam_number import read_nam
from recognizers.nam_token import NOT_CODE, Token
from recognizers.page import Page
from recognizers.patterns import compiled

#: What the keys of figures give with shift, on the keyboards in use here; at most one of a number's.
_SHIFTED: Final = frozenset("!@#$%?&*")
#: What leads from a label to its number.
_LEAD: Final = (
    r"[ \t\"'()]{0,3}(?:(?:est|is|was|etait|c'est|it's|no|num|numero|number|card|carte|(?:de )?(?:ma|mon|my))"
    r"(?:[ .]{1,2}|(?=[:=#]))){0,3}"
    r"[:=#\-]{0,2}[ \t\"']{0,3}(?:\r?\n[> ]{0,4})?"
)
#: Letters and figures right behind a label, in groups or not.
_BEHIND_LABEL: Final = compiled(
    rf"{_LEAD}([a-z]{{3,5}})[ .\-]{{0,2}}([0-9](?:[ .\-]?[0-9!@#$%?&*]){{6,8}})(?![0-9a-z]|[.,\-/ ]{{1,2}}[0-9])"
)
#: Four characters with figures or marks for some of the letters, then eight figures: "7R3M 0412 1925", "TR@M04121925".
_WITH_FIGURES: Final = compiled(
    rf"{_LEAD}(?=[a-z]{{0,3}}[0-9@$])(?=[0-9@$]{{0,3}}[a-z])([a-z0-9@$]{{4}})[ .\-]{{0,2}}"
    r"([0-9]{4}[ .\-]?[0-9]{2}[1-9a-hj-np-z][0-9])(?![0-9a-z]|[.,\-/ ]{1,2}[0-9])"
)
#: The letters that figures and marks look like.
_LOOKS_LIKE: Final = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s",
}  # fmt: skip
#: How many letters and figures there are where one is too many or too few; and in all where a figure is another key.
_LENGTHS: Final = frozenset(((4, 7), (4, 9), (3, 8), (5, 8)))
_WHOLE: Final = (4, 8)
_NAME: Final = 4
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
        if (found is None or len(found[1]) < _NAME) and (
            dressed := _WITH_FIGURES.match(page.lower, label.end)
        ):
            yield from _with_letters(page, dressed)
        if found is None:
            continue
        start, letters, figures = found.start(1), found[1], NOT_CODE.sub("", found[2])
        if (
            _is_slip(letters, figures, len([char for char in found[2] if char in _SHIFTED]))
            and not _DATE.fullmatch(found[2])
            and not WRITTEN_DATE.fullmatch(found[2])
            and (page.text[start : found.end(1)].isupper() or not is_everyday(letters))
        ):
            yield Token(start, found.end(), (letters + figures).upper(), 0, None)


def _with_letters(page: Page, found: re.Match[str]) -> Iterator[Token]:
    """The number with letters for the figures among its first four characters, if the check digit is right."""
    written, figures = found[1], NOT_CODE.sub("", found[2])
    changed = len(written) - sum(map(str.isalpha, written))
    for letters in product(*(_LOOKS_LIKE.get(char, char) for char in written)):
        compact = ("".join(letters) + figures).upper()
        reading = read_nam(compact, page.today)
        if reading and reading.confirmed:
            yield Token(found.start(1), found.end(), compact, changed, reading)
            return


def _is_slip(letters: str, figures: str, shifted: int) -> bool:
    """Whether a number of so many letters and figures is a NAM but for one key."""
    if shifted:
        return shifted == 1 and (len(letters), len(figures) + 1) == _WHOLE
    if (len(letters), len(figures)) not in _LENGTHS or letters in _SHORT_WORDS:
        return False
    places = (0,) if len(figures) == _WHOLE[1] else (-1, 0, 1)
    return any(figures[_MONTH + place : _MONTH + place + 2] in _MONTHS for place in places)
