"""The line that heads a list of numbers of a NAM's form: "Liste des lots retirés (fabricant …) :" above "• CART… – comprimés"."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueLine
from recognizers.everyday import is_name
from recognizers.nam_nouns import PERSONS, WORD, is_listed, is_thing
from recognizers.nam_number import FORM
from recognizers.nam_things import OF_A_CARD, is_nobodys
from recognizers.patterns import compiled

#: Rows that begin with such a number, below a line that ends in a colon.
_ROW: Final = compiled(rf"[ \t>\u2022*\u2013\u2014.()0-9-]{{0,8}}{FORM}[^\n]{{0,90}}")
_BULLET: Final = compiled(r"[ \t>\u2022*\u2013\u2014.()0-9-]{0,8}")
_HEAD: Final = compiled(r"([^\n]{3,90}?)(?: ?\(([^()\n]{2,50})\))? ?:\s*")
#: So long is a line that a label heads a list with, at most, and what ends its sentence before: "La carte est perdue. Stock".
_LABEL_LINE: Final = 90
_SENTENCE: Final = compiled(r"[.!?;][ \t]+[a-z]")
_MOST_ROWS: Final = 12
_ROWS_REACH: Final = 900


def list_head(lower: str, start: int) -> tuple[int, int] | None:
    """Where the line begins and ends that heads the list of numbers in which lower[start:] begins a row; None where none does."""
    above = _line_above(lower, start)
    return above if above and _HEAD.fullmatch(lower, *above) else None


def is_labelled_list(lower: str, start: int, labels: CueLine) -> bool:
    """Whether one of `labels` stands in the last sentence of the line above a list in which lower[start:] begins a row."""
    above = _line_above(lower, start)
    if above is None or above[1] - above[0] > _LABEL_LINE:
        return False
    label = labels.last_end(*above)
    return label > 0 and _SENTENCE.search(lower, label, above[1]) is None


def _line_above(lower: str, start: int) -> tuple[int, int] | None:
    """The line that is no row itself above the rows of which lower[start:] begins one."""
    first = max(0, start - _ROWS_REACH)
    begin = lower.rfind("\n", first, start) + 1
    if not begin or not _BULLET.fullmatch(lower, begin, start):
        return None
    for _ in range(_MOST_ROWS):
        end = begin - 1
        begin = lower.rfind("\n", first, end) + 1 or first
        if end <= first or begin > end:
            return None
        if end == begin:
            continue
        if not _ROW.fullmatch(lower, begin, end):
            return begin, end
    return None


def heads_things(head: str, prefix: str) -> bool:
    """Whether the line that heads a list names things and nobody: "Liste des lots retirés (…) :"."""
    found = _HEAD.fullmatch(head)
    if not found:
        return False
    named = [word[0] for word in WORD.finditer(found[1]) if word[0][0].isalpha()]
    if any(word in PERSONS or word in OF_A_CARD for word in (*named, *WORD.findall(found[2] or ""))) or any(
        map(is_name, named)
    ):
        return False
    return any(is_listed(word) for word in named) or (
        is_nobodys(prefix) and any(is_thing(word, told=False) for word in named)
    )
