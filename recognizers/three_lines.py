"""A name, nine figures and a date, each on a line of its own in any order: under the line that says to whom they are told, a
body for pensions, taxes, pay or grants, which knows people so, "Pour le comité de retraite : / Émilie Roy / … / 1975-07-11"; or
with nothing right above them or below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from recognizers.birth_candidate import LONGEST, date_at
from recognizers.cues import gate
from recognizers.dates import WrittenDate
from recognizers.everyday import is_full_name
from recognizers.glance import words_at
from recognizers.nine_digits import NineDigits, find_nine
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_bare import BY_ITSELF, may_hold_nine
from recognizers.sin_other_labels import OTHER_NUMBER

_BODIES: Final = frozenset(
    """retraite retraites pension pensions rente rentes rrq rregop carra qpp cpp impot impots tax taxes revenu revenue arc cra
    payroll paie paies paye payes remuneration salaires wages bourses grants bursaries loans rqap qpip""".split()
)
_OF_BODIES: Final = gate(_BODIES)
#: Closed on pages without such a word and without nine figures that may be all of their line.
THREE_LINES: Final = _OF_BODIES | may_hold_nine.gate_of(BY_ITSELF)
#: The line has few words, no figures, and is no sentence.
_HEAD: Final = compiled(r"[ >*-]{0,4}[a-z][^\n0-9.!?;]{2,70}")
_LONGEST_HEAD: Final = 80
#: The three lines, right below or after an empty one.
_LINES: Final = compiled(r"(?:[ >]*\n){0,1}((?:[ >*-]{0,6}[^\n]{4,50}(?:\n|\Z)){3})")
_LINE: Final = compiled(r"[ >*-]{0,6}([^\n]{4,50}?)[ .,]{0,3}(?:\n|\Z)")
#: Nine figures that are all of their line, in threes or together; and so many lines beside it are read.
_NINE_ALONE: Final = compiled(r"[ >*-]{0,6}[1-79][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{3}[ .,]{0,3}(?=\r?\n|\Z)")
_LONGEST_MARK: Final = 7
_LINES_ASIDE: Final = 2
#: The line above them gives what somebody is asked for.
_LEADS: Final = compiled(
    r"(?<![a-z])(?:bonjour|bonsoir|allo|hello|hi|salut|voici|here|infos?|information|renseignements?|coordonnees|details|identite"
    r"|identity|identification|merci|thanks|reponses?|answers?|re|demandee?s?|requested|asked|ci-dessous|below)(?![a-z])"
)
#: A name is written with capitals or without, and nothing else.
_NAME: Final = compiled(r"[a-z][a-z'.-]+(?:,? [a-z][a-z'.-]*){1,3}")
#: Who has such a number was born before these years.
_YOUNGEST: Final = timedelta(days=14 * 365)


class ThreeLines(NamedTuple):
    """Somebody's number, the date with where it begins, and whether a line above says to whom they are told."""

    nine: NineDigits
    start: int
    written: WrittenDate
    addressed: bool = True


def three_lines(page: Page) -> Iterator[ThreeLines]:
    """What three lines under the address of such a body tell, or three by themselves. Linear: each word is looked at once."""
    if page.gates & _OF_BODIES:
        yield from _under_bodies(page)
    for first, _, form in page.clusters_that(may_hold_nine):
        if not form & BY_ITSELF:
            continue
        begin = page.lower.rfind("\n", max(0, first - _LONGEST_MARK), first) + 1
        alone = _NINE_ALONE.match(page.lower, begin) if begin or first <= _LONGEST_MARK else None
        if alone and (told := _by_themselves(page, *alone.span())):
            yield told._replace(addressed=False)


def _by_themselves(page: Page, first: int, last: int) -> ThreeLines | None:
    """What the block of three lines tells that the line lower[first:last] is one of; no more stands right above it or below."""
    begin, end = first, last
    for _ in range(_LINES_ASIDE + 1):
        above = page.lower.rfind("\n", max(0, begin - _LONGEST_HEAD), max(0, begin - 1)) + 1
        if begin and page.lower[above:begin].strip(" >\r\n"):
            begin = above
        below = page.line_end(end + 1, _LONGEST_HEAD)
        if page.lower[end:below].strip(" >\r\n"):
            end = below
    lines = page.lower[begin:end].strip("\r\n").count("\n") + 1
    if lines != _LINES_ASIDE + 1 or _is_titled(page, begin):
        return None
    return _told(page, begin, end)


def _is_titled(page: Page, begin: int) -> bool:
    """Whether the line above the empty one before lower[begin:] names another number, or is a title of whatever else."""
    title = page.lower[max(0, begin - _LONGEST_HEAD) : begin].rstrip(" >\r\n").rpartition("\n")[2]
    if OTHER_NUMBER.search(title):
        return True
    return (
        bool(title.strip()) and not _LEADS.search(title) and not title.rstrip().endswith((".", "!", "?", ","))
    )


def _under_bodies(page: Page) -> Iterator[ThreeLines]:
    """What three lines under the address of such a body tell."""
    done = -1
    for at, word in words_at(_BODIES & page.words, page.flat):
        begin = page.lower.rfind("\n", max(0, at - _LONGEST_HEAD), at) + 1
        end = page.lower.find("\n", at, at + _LONGEST_HEAD)
        if end <= done or not _HEAD.fullmatch(page.lower, begin, end):
            continue
        if OTHER_NUMBER.search(
            page.lower[begin:end].replace(word, "")
        ):  # "payroll" is part of a label elsewhere
            continue
        done = end
        lines = _LINES.match(page.lower, end + 1)
        told = _told(page, *lines.span(1)) if lines else None
        if told:
            yield told


def _told(page: Page, start: int, end: int) -> ThreeLines | None:
    """A name, nine figures with their check digit and a date of long ago, each all of one line of lower[start:end]."""
    named, nine, dated = False, None, None
    for line in _LINE.finditer(page.lower, start, end):
        first, last = line.span(1)
        written = date_at(page, page.flat, first, LONGEST)
        if written and first + written.end == last:
            dated = first, written
        elif (found := find_nine(page.lower, first, last)) and (found.start, found.end) == (first, last):
            nine = found
        else:
            named = _NAME.fullmatch(line[1]) is not None and is_full_name(line[1])
    if not (named and nine and nine.checked and dated):
        return None
    young = any(page.today - day < _YOUNGEST for day in dated[1].days)
    return None if young else ThreeLines(nine, *dated)
