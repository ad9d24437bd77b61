"""Social insurance numbers without a label: in threes anywhere, or all that a line or a cell holds; too little by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

from recognizers.digits import BEFORE, ClusterLook
from recognizers.everyday import is_everyday
from recognizers.glance import Answered
from recognizers.name_lists import GIVEN
from recognizers.nine_digits import NineDigits, is_dated_item, nine_digits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_next import SAYS_NOTHING, is_things_own
from recognizers.sin_number import is_ruled_out, judge, weighed
from recognizers.sin_other_numbers import is_other, is_under_title
from recognizers.sin_words_after import is_called_another

_GROUPED: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][-.,/])[1-79][0-9]{2}([- ])[0-9]{3}\1[0-9]{3}(?![0-9a-z])(?![-./, ][0-9])"
)
#: What stands before all that a line or a cell holds, but for a few characters between.
_EDGES: Final = "\n|;,\t/-"
_AFTER_EDGE: Final = ' >("'
_FEW: Final = 4
#: Edges of cells within a run of figures.
_INNER_EDGE: Final = compiled(r"[\n\t|,]| [/-] ")
#: Nine figures that are all a line or a cell holds.
_ALONE: Final = compiled(
    r"(?:(?<![^\n|;,\t>])|(?<=[a-z0-9] [/-])(?= ))[ >(\"]{0,4}"
    r"(?P<alone>(?!20[0-9]{2}-[0-9]{5})[1-79](?:[ .\-/_()]{0,3}[0-9]){8})(?=\"? ?(?:[\r\n|;,\t]|$)|\.(?: |$)| [/-] )"
)
#: A number of twelve figures, in threes.
_THREE_MORE: Final = compiled(r"(?<![0-9])[0-9]{3} $")
_WEAK: Final = compiled(
    r"(?:mon|son|ma|my|his|her|leur|their) (?:numero|no|num|number)"
    r"(?:,? (?:qui |that |which )?(?:commence|commencant|debute|debutant|starts?|starting|begins?|beginning)"
    r" (?:par|with|avec|in|a) (?:(?:un|le|an?|the) )?9)?,?(?: (?:est|is|:|c'est|le|the))*[ :]{0,3}$"
    r"|(?<![a-z0-9])(?:9|neuf|nine)[ -](?:chiffres|digits)(?: (?:sont|are|:))?[ :]{0,3}$"
)
#: The words right before and after a number, on its line.
_WORD_BEFORE: Final = compiled(r"(?<![a-z])([a-z]{2,20})[ :#(]{1,3}$")
_WORD_AFTER: Final = compiled(r" ([a-z]{3,20})(?![a-z'])")
#: Before a surname, which may be an everyday word.
_GIVEN: Final = compiled(
    r"(?<![a-z'-])([a-z]{3,20})(?:-[a-z]{2,20})? (?:[dlo]'|(?:le|la|de|du|st|saint)[ -])?\Z"
)
_LONGEST_NAME: Final = 32
#: What stands between a number and the word for what it is.
_COPULAS: Final = frozenset("is are was were est sont etait".split())
#: Right behind a NAM: nine figures, and no more but a date.
_FIGURES: Final = r"[1-79][0-9]{2}(?P<gap>[ .-]?)[0-9]{3}(?P=gap)[0-9]{3}"
_BEHIND_NAM: Final = compiled(
    rf"(?<![a-z0-9])[a-z]{{4}}([ -]?)[0-9]{{4}}\1[0-9]{{4}}[ ,;/|]{{1,3}}(?P<nine>{_FIGURES})(?![0-9a-z])"
    r"(?![-./,:]?[0-9]|,? [0-9]{1,3}(?![0-9/.-]))"
)
_NAM_LETTERS: Final = 5
#: The figures of both, and what parts them.
_SHORTEST_PAIR: Final = 17
#: What is dated has the number that stands behind its day: "demande du 2026-09-02 · ".
_OF_A_DATED: Final = compiled(
    r"(?<![a-z])(?:demande|request|claim|reclamation|plainte|complaint|appel|call|dossier|facture|invoice|lettre|letter|commande"
    r"|order|paiement|payment)s? (?:du|de|of|dated|from|recue? le|received)(?: on)? "
    r"(?:19|20)[0-9]{2}[-/.][0-9]{2}[-/.][0-9]{2} ?[^a-z0-9\s]{1,2} ?\Z"
)
_DATED_REACH: Final = 50
_COUNTED: Final = compiled(r"(?:\$|(?:(?<!lieu )de|(?<!instead )of|environ|about) )$")
_GROUP: Final = re.compile(b"0+")
#: Figures one by one, with a letter for one of them: "2 8 O 0 6".
_APART: Final = re.compile(b"(?<!0)0 {1,3}(?:a {1,3}){0,1}a(?: {1,3}0(?!0)|$)|(?<!0)(?:00 ){4}a$")
#: Nine figures, in threes (`_GROUPED`) or by themselves (`_ALONE`), in a shape; what `may_hold_nine` answers.
_THREES: Final = b"000 000 000"
#: By threes, together or one by one, with letters for some figures, be it over a line's end.
_BY_THREES: Final = re.compile(b"[0a]{3} {0,9}[0a]{3} {0,9}[0a]{3}|0(?: {1,3}0){8}")
#: So many letters that stand for figures may begin a number, before its first figure.
FIRST_LETTERS: Final = 2
_NINE_ALONE: Final = re.compile(b"(?<=[ :\0])0(?: {0,3}0){8}(?=[ :\0]|\\Z)")
#: No number without a label scores more, nor less.
BEST_BARE: Final = 0.6
_LEAST: Final = 0.36
_NINE: Final = 1
_IN_THREES: Final = 2
BY_ITSELF: Final = 4


def bare_numbers(
    page: Page, spots: list[Answered], scores: Mapping[int, float], ordered: Set[int]
) -> Iterator[Candidate]:
    """Numbers without a label: in threes anywhere, or alone on their line or in their cell; none that would be worth no more than
    what was found where it begins (`scores`), nor an `ordered` one.

    `spots` may hold nine figures.
    """
    told = ordered | {at for at, score in scores.items() if score >= _LEAST}
    for start, end, form in spots:
        free: dict[int, bool] = {}
        for alone in _alone(page, start, end, told) if form & BY_ITSELF else ():
            free[alone.start] = _is_free(page, alone)
            if free[alone.start]:
                yield from weighed(alone, _LEAST, "form")
        if (
            end - start > _SHORTEST_PAIR
            and page.lower[max(0, start - _NAM_LETTERS) : start].rstrip(" -")[-4:].isalpha()
        ):
            yield from _behind_nam(page, start, end, told)
        if (
            not form & _IN_THREES
            or end - start > 60
            or not (found := _GROUPED.search(page.lower, start, end + 1))
            or found.start() in ordered
        ):
            continue
        before = page.flat[max(0, found.start() - 48) : found.start()]
        weak = _WEAK.search(before) is not None
        bare = BEST_BARE if weak else _LEAST if found[1] == " " and before[-2:-1].isdigit() else 0.4
        if scores.get(found.start(), 0.0) >= bare or (found[1] == " " and _THREE_MORE.search(before)):
            continue
        digits = found[0].replace(" ", "").replace("-", "")
        nine = nine_digits(found.start(), found.end(), digits)
        if (
            nine.checked
            and (free[nine.start] if nine.start in free else _is_free(page, nine))
            and not (is_counted(page, nine) or is_called_another(page, nine))
            and (weak or not is_said_otherwise(page, nine))
        ):
            yield from weighed(nine, bare, "cue:weak" if weak else "form")


def _is_free(page: Page, nine: NineDigits) -> bool:
    """Whether neither what stands beside the number nor its title gives it to something else."""
    return not (
        is_other(page, nine)
        or is_under_title(page, nine)
        or is_things_own(page, nine)
        or is_ruled_out(page, nine)
        or _OF_A_DATED.search(page.flat, max(0, nine.start - _DATED_REACH), nine.start)
    )


def _behind_nam(page: Page, start: int, end: int, told: Set[int]) -> Iterator[Candidate]:
    """The nine figures right behind a NAM: too little by themselves, enough where that is one."""
    found = _BEHIND_NAM.search(page.lower, start - _NAM_LETTERS, end + _NAM_LETTERS)
    if found is None or found.start("nine") in told:
        return
    nine = nine_digits(*found.span("nine"), re.sub("[^0-9]", "", found["nine"]))
    if (
        nine.checked
        and not is_other(page, nine)
        and not is_said_after(page, nine)
        and not is_things_own(page, nine)
    ):
        yield from judge(page, nine, _LEAST, "form")


def is_called_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether what stands around the number calls it something else than a SIN."""
    return (
        is_other(page, nine)
        or is_under_title(page, nine)
        or is_counted(page, nine)
        or is_said_otherwise(page, nine)
        or is_things_own(page, nine)
    )


def is_counted(page: Page, nine: NineDigits) -> bool:
    """Whether the number is an amount, or how many there are of something."""
    return _COUNTED.search(page.flat, nine.start - 12, nine.start) is not None


def is_said_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether an everyday word right before or after the number says what it is: "Zoom ID …", "the report is …", "… copies"."""
    before = _word_before(page, nine.start)
    if before is not None and before[1] in _COPULAS:
        before = _word_before(page, before.start())
    return _says_what(before) or is_said_after(page, nine)


def is_said_before(page: Page, nine: NineDigits) -> bool:
    """Whether the word right before the number says what it is."""
    return _says_what(_word_before(page, nine.start))


def _word_before(page: Page, end: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(page.lower, end - 24, end)


def is_said_after(page: Page, nine: NineDigits) -> bool:
    """Whether the word right after the number says what it is."""
    return _says_what(_WORD_AFTER.match(page.lower, nine.end))


def _says_what(found: re.Match[str] | None) -> bool:
    return (
        found is not None
        and found[1] not in SAYS_NOTHING
        and (len(found[1]) < 3 or is_everyday(found[1]))
        and not _is_surname(found)
    )


def _is_surname(found: re.Match[str]) -> bool:
    """Whether a given name stands before the word: "Isaac L'Heureux: …"."""
    given = _GIVEN.search(found.string, max(0, found.start() - _LONGEST_NAME), found.start())
    return given is not None and given[1] in GIVEN


def _alone(page: Page, start: int, end: int, told: Set[int]) -> Iterator[NineDigits]:
    """Right numbers that are all of their line or cell: too little by itself, enough beside somebody's other numbers."""
    before = page.lower[max(0, start - _FEW) : start].rstrip(_AFTER_EDGE)
    if before and before[-1] not in _EDGES and not _INNER_EDGE.search(page.lower, start, end):
        return
    for found in _ALONE.finditer(page.lower, start - 1, end + 3):
        if found.start("alone") in told or is_dated_item(found["alone"]):
            continue
        digits = re.sub("[^0-9]", "", found["alone"])
        nine = nine_digits(found.start("alone"), found.end("alone"), digits)
        if nine.checked:
            yield nine


@ClusterLook
def may_hold_nine(around: bytes) -> int:
    """Whether whole groups of a cluster can add up to nine digits: not so in dates and most telephone numbers.

    And whether nine stand in threes in it, or by themselves. `around` is its shape (see `ClusterLook`).
    """
    if not _adds_up(around[BEFORE - 2 :].strip(b"\0")):
        return 0
    in_threes = _IN_THREES if _THREES in around[BEFORE:] else 0
    return _NINE | in_threes | (BY_ITSELF if _NINE_ALONE.search(around, BEFORE) else 0)


@ClusterLook
def may_be_by_threes(around: bytes) -> bool:
    """Whether nine figures may stand in a cluster by threes, together or one by one, with letters for some of them."""
    return may_hold_nine.judge(around) != 0 and _BY_THREES.search(around, BEFORE - FIRST_LETTERS) is not None


def _adds_up(shape: bytes) -> bool:
    """Whether whole groups of this shape can add up to nine digits."""
    if len(shape) > 40 or b"0a" in shape or b"a0" in shape or _APART.search(shape):
        return True
    lengths = [len(group) for group in _GROUP.findall(shape)]
    wanted = (9, 8) if shape[:2] == b"a " else (9,)
    sums = {0}
    for length in lengths:
        sums = {0, *(total + length for total in sums)}
        if not sums.isdisjoint(wanted):
            return True
    return False
