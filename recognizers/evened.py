"""A page as it reads when justified lines have one blank between words, and wrapped lines go on: what words say of a number they
say however the lines are laid out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.fold import Folded
from recognizers.page import Page
from recognizers.patterns import compiled

#: Between two words: the blanks of a justified line, no columns'; and one blank, as elsewhere.
_WIDE: Final = compiled(r"[a-z,.'] {2,3}(?=[a-z])")
_PLAIN: Final = compiled(r"[a-z,.'] (?=[a-z])")
_FEWEST: Final = 4
#: A justified text has one such gap in so many at least.
_ONE_IN: Final = 4
_GAPS: Final = compiled(r"(?<=[^ \n>]) {2,3}(?=[^ \n])")
#: Where a line may go on in the next, or behind an empty one; what a line does not end in; what begins the next of a list, or is
#: all of it.
_BREAK: Final = compiled(r"(?<=[a-z0-9,'#.]) {0,3}(?:\r?\n[> ]{0,8}){1,2}(?=[a-z0-9(\"'#])")
_OPEN_END: Final = compiled(
    r"(?<![a-z])(?:is|est|was|etait|are|sont|le|la|les|l'|the|an?|une?|de|du|des|d'|of|for|pour|and|et|with|avec|my|mon|ma|our"
    r"|notre|your|votre|his|her|their|son|sa|leur|number|numero|no|num|sous|under|porte|bears|au|aux|to|at|on|in|dans|sur|as|comme|que|that|qui"
    r"|which|si|if|ou|or|mais|but|par|by|ce|cette|this|(?:ref|no|num|tel|fact|inv)\.)\Z"
)
_LISTED: Final = compiled(
    r"[0-9][0-9 ./()-]{5,24}\"? ?(?:\r?\n|\Z)|[a-z][a-z' ]{0,30}+(?:[0-9#-]{1,14}+ ?)?[:=]"
    r"|(?:[0-9]{1,2}|[a-z][0-9]{0,2})[.)] |[^\n;|\t]{0,60}+[;|\t]"
)
#: No justified text has so wide a gap.
_COLUMN_GAP: Final = 5 * " "
#: Two lines with several such marks are rows of a table: commas or semicolons without a blank, slashes with two, wide gaps.
_CELL_ENDS: Final = compiled(r"[^ ,\n],(?=[^ ,\n])|[;|\t](?=[^ \n])| / (?=[^ \n])| {3,40}(?=[^ \n])")
#: What any of these but a comma holds.
_OTHER_MARK: Final = compiled(r"[;|\t](?=[^ \n])| / | {3}")
_FEWEST_CELLS: Final = 2
_LONGEST_ROW: Final = 240
#: So far reaches what the words around a value say of it.
_NEAR: Final = 300
_WORD: Final = 14
#: The shortest line that is wrapped rather than ended.
_SHORTEST: Final = 28
_LAST_WORD: Final = 12


def evened(page: Page) -> Iterator[tuple[Page, Folded]]:
    """The evened page and the way back, if it reads otherwise than the page. Linear."""
    return _with_blanks(page, page.once(_uneven))


def joined(page: Page) -> Iterator[tuple[Page, Folded]]:
    """The same where no line is joined that begins with a capital. Linear."""
    return _with_blanks(page, page.once(_unfinished))


def is_uneven_near(page: Page, start: int, end: int) -> bool:
    """Whether the evened page reads otherwise so near to page.lower[start:end] that it matters to a value there."""
    return _is_near(page.once(_uneven), start - _NEAR, end + _NEAR)


def goes_on_within(page: Page, start: int, end: int) -> bool:
    """Whether the page that is read on does so within page.lower[start:end], or a word beside it."""
    return _is_near(page.once(_unfinished), start - _WORD, end + _WORD)


def _is_near(gaps: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    place = bisect_left(gaps, (first, 0))
    return place < len(gaps) and gaps[place][0] < last


def _with_blanks(page: Page, gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[Page, Folded]]:
    """The page with one blank for each of the gaps, which are in order."""
    if not gaps:
        return
    text, pieces, at, length = [], [(0, 0, 0)], 0, 0
    for start, end in gaps:
        text += [page.text[at:start], " "]
        length += start - at
        pieces += [(length, start, end - start), (length + 1, end, 0)]
        length += 1
        at = end
    folded = Folded(page.text, "".join((*text, page.text[at:])), pieces)
    yield Page(folded, page.label, today=page.today), folded


def is_justified(lower: str) -> bool:
    """Whether `lower` has the wide gaps between words of a justified text."""
    if "  " not in lower:
        return False
    wide = len(_WIDE.findall(lower))
    return wide >= _FEWEST and wide * _ONE_IN >= len(_PLAIN.findall(lower))


def _uneven(page: Page) -> list[tuple[int, int]]:
    """Where the evened page has one blank, in order."""
    return sorted((*_gaps(page.lower), *_breaks(page.lower)))


def _unfinished(page: Page) -> list[tuple[int, int]]:
    """Those of them behind which no capital begins another line."""
    return [gap for gap in page.once(_uneven) if not page.text[gap[1]].isupper()]


def _gaps(lower: str) -> Iterator[tuple[int, int]]:
    """The wide gaps of a justified text."""
    if is_justified(lower):
        for found in _GAPS.finditer(lower):
            if not _is_lined_up(lower, *found.span()):
                yield found.span()


def _is_lined_up(lower: str, start: int, end: int) -> bool:
    """Whether the gap at [start, end) stands on a line with wider ones, between columns."""
    first, last = max(0, start - _LONGEST_ROW), end + _LONGEST_ROW
    line = lower[first:start].rpartition("\n")[2] + lower[start:last].partition("\n")[0]
    return _COLUMN_GAP in line.rstrip()


def _breaks(lower: str) -> Iterator[tuple[int, int]]:
    """The line ends within a sentence."""
    marked = _OTHER_MARK.search(lower) is not None
    for found in _BREAK.finditer(lower):
        start, end = found.span()
        if (
            _wraps(lower, start, end) or _OPEN_END.search(lower, start - _LAST_WORD, start)
        ) and not _are_rows(lower, start, end, marked=marked):
            yield start, end


def _wraps(lower: str, start: int, end: int) -> bool:
    """Whether a line of some length ends at `start`, and what begins at `end`, on the next, is no item of a list."""
    return (
        start > _SHORTEST
        and lower[start - 1] != "."
        and lower.find("\n", start - _SHORTEST, start) < 0
        and lower.count("\n", start, end) == 1
        and not _LISTED.match(lower, end)
    )


def _are_rows(lower: str, start: int, end: int, *, marked: bool) -> bool:
    """Whether the line that ends at `start` and the one that begins at `end` are rows of a table; where no other mark
    is on the page, not `marked`, commas part their cells."""
    first = max(0, start - _LONGEST_ROW)
    above = max(first, lower.rfind("\n", first, start) + 1)
    if not marked and lower.count(",", above, start) < _FEWEST_CELLS:
        return False
    if len(_CELL_ENDS.findall(lower, above, start)) < _FEWEST_CELLS:
        return False
    below = lower.find("\n", end, end + _LONGEST_ROW)
    return len(_CELL_ENDS.findall(lower, end, below if below >= 0 else end + _LONGEST_ROW)) >= _FEWEST_CELLS
