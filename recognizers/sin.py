"""Canadian social insurance number (SIN, NAS), with the temporary and individual tax numbers (TTN, ITN) of its form.

Nine digits with a Luhn check: one in ten numbers passes by chance, so that only a label makes one a SIN. Business
numbers, amounts, telephone numbers and file numbers have the same look and are told apart by what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from recognizers.asked import answers, asked_for, says_only
from recognizers.cues import Cue
from recognizers.digits import BEFORE, ClusterLook
from recognizers.evened import evened, is_justified, is_uneven_near
from recognizers.inserted import inserted_values
from recognizers.label_list import (
    Valued,
    bracketed_values,
    lined_values,
    listed_value,
    ordered_values,
    paired_value,
)
from recognizers.linked import LINKS, links
from recognizers.nine_digits import FEWEST_FIGURES, find_lost, find_nine, find_nine_in_cell
from recognizers.numbered_answers import Place, numbered, other_numbers
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_after import MISSING, REACH, ROLES, after_cue
from recognizers.sin_bare import FIRST_LETTERS, bare_numbers, may_be_by_threes, may_hold_nine
from recognizers.sin_before import before_cue
from recognizers.sin_called import answers_another
from recognizers.sin_cells import (
    beside_parted,
    heads_others,
    keyed_numbers,
    may_be_keyed,
    may_be_parted,
    may_be_stuck,
    parted_numbers,
    stuck_numbers,
)
from recognizers.sin_cues import NO_LABEL, is_cue
from recognizers.sin_elsewhere import spoken_of, unspoken_of
from recognizers.sin_forms import in_odd_forms, may_be_odd
from recognizers.sin_linked import linked_numbers
from recognizers.sin_next import is_numbered
from recognizers.sin_number import IN_ANSWER, IN_BLOCK, IN_COLUMN, IN_FIELD, IN_LINES, ON_ITS_LINE, judge
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_other_numbers import is_under_title
from recognizers.sin_people import of_each, rows_of_people
from recognizers.sin_personal import PERSONAL, personal_accounts
from recognizers.sin_records import social_fields
from recognizers.sin_server import SERVING, of_persons, server_sentences
from recognizers.sin_words import BY_USE, CUES
from recognizers.spans import Spans
from recognizers.table import Headers, cells_below, is_header
from recognizers.three_lines import THREE_LINES, three_lines
from recognizers.told_columns import HEAD_OF_NUMBER, HEADS_TOLD, told_cells

#: After a cue that names the number before it: "(NAS)", "est mon NAS.".
_NOTHING_AFTER: Final = compiled(r"(?: ?(?:number|no|sociale|social))?[).! ]*(?:[\r\n)]|$)")
#: In a cell below a label, words that number its card, or the sort of it: "carte no 130 692 544".
_ITS_CARD: Final = compiled(
    r"(?<![a-z])(?:carte|card|permanente?|temporaire|temporary|provisoire)(?:,? (?:no|num|numero|number|nbr|#))?\.?[ :#]{0,3}\Z"
)
#: So far a cell of a column is read.
_CELL: Final = 60
#: From so much on a number is surely a SIN; evidence of labels.
_SURE: Final = 0.75
_NAMED: Final = frozenset(("cue", "cue:after", "cue:asked", "cue:column"))
#: So much less is one worth whose leading zeros a spreadsheet may have taken.
_LESS_SURE: Final = 0.1
#: Its figures, in a shape.
_SHORT_OF_NINE: Final = re.compile(b"(?<!0)0{7,8}(?!0)")


class SinRecognizer:
    """Proposes CA_SIN. Linear: every cue is followed within a fixed reach."""

    id = "sin"
    entity_types = ("CA_SIN",)
    gate = CUES.gate | may_hold_nine.gate

    def find(self, page: Page) -> Iterable[Candidate]:
        """SINs by label; and, scored below 0.5, bare numbers grouped by threes that other findings may vouch for."""
        best: dict[int, Candidate] = {}
        for candidate in self._candidates(page, best):
            if candidate.start not in best or best[candidate.start].score < candidate.score:
                best[candidate.start] = candidate
        if page.gates & CUES.gate:
            for candidate in self._read_on(page, best.values()):
                best[candidate.start] = candidate
        return best.values()

    def _read_on(self, page: Page, found: Iterable[Candidate]) -> Iterator[Candidate]:
        """Right numbers that labels name once justified and wrapped lines are read on, where some are not surely `found`."""
        spots = page.clusters_that(may_hold_nine)
        linked = page.gates & LINKS != 0 and is_justified(page.lower)
        if not spots and not linked:
            return
        sure = Spans((one.start, one.end) for one in found if one.score >= _SURE)
        if not linked and not any(
            not sure.touch(start, end) and _is_right(page, start, end) and is_uneven_near(page, start, end)
            for start, end, _ in spots
        ):
            return
        for even, back in page.once(evened):
            for one in self._candidates(even, {}, by_label=True):
                start, end = back.span(one.start, one.end)
                if one.score >= _SURE and one.evidence[1] in _NAMED and not sure.touch(start, end):
                    yield replace(one, start=start, end=end)

    def _candidates(
        self, page: Page, best: Mapping[int, Candidate], *, by_label: bool = False
    ) -> Iterator[Candidate]:
        """What each way of telling a SIN finds, or those `by_label` alone; `best` of those found so far, by where they begin."""
        gates = page.gates
        cued = gates & CUES.gate != 0
        linked = cued and gates & LINKS != 0 and next(links(page.lower, page.words), -1) >= 0
        spots = page.clusters_that(may_hold_nine)
        if not spots and not (
            cued and (linked or _may_have_lost(page) or may_be_odd(page) or may_be_keyed(page))
        ):
            return
        if page.label and any(is_cue(page.label, page.label.upper(), cue) for cue in CUES.find(page.label)):
            yield from _in_cell(page, 0, min(len(page.lower), REACH), *IN_FIELD)
        by_threes = gates & may_be_by_threes.gate != 0
        servers, serving = None, False
        cues: list[Cue] = []
        valued: dict[int, Valued] = {}
        ordered: set[int] = set()
        if mentions := CUES.find(page.flat, page.words) if cued else []:
            if gates & SERVING and (servers := server_sentences(page)):
                mentions = of_persons(page, mentions, servers)
            serving = servers is not None and not mentions
            cues = [cue for cue in mentions if is_cue(page.flat, page.text, cue)]
            confirmed = set(cues)
            mentions = [cue for cue in mentions if cue.kind not in BY_USE or cue in confirmed]
            valued = {cue.start: values for cue in cues if (values := _values_of(page, cue))}
            ordered = {start for values, _ in valued.values() for start, _ in values}
        if mentions:
            questions = numbered(page, cues)
            named = (
                [*_named(page, cues, questions, valued, linked=linked), *_answers(page, cues)] if cues else []
            )
            if gates & HEADS_TOLD:
                named += _under_told_heads(page)
            yield from named
            if by_label:
                return
            if by_threes:
                told = {one.start for one in named} | other_numbers(page, questions.values())
                told.update(beside_parted(page, named))
                told |= ordered
                for one in spoken_of(page, mentions, told):
                    if servers is None or not servers.touch(one.start, one.end):
                        yield one
        elif by_label:
            return
        elif spots and not serving:
            if gates & HEADS_TOLD:
                yield from _under_told_heads(page)
            if by_threes:
                yield from unspoken_of(page)
        if spots:
            yield from bare_numbers(page, spots, {at: one.score for at, one in best.items()}, ordered)
            yield from social_fields(page)
            for lines in page.once(three_lines) if gates & THREE_LINES else ():
                yield from judge(page, lines.nine, *(IN_BLOCK if lines.addressed else IN_LINES))
            if gates & PERSONAL:
                yield from personal_accounts(page)
            if by_threes and not serving:
                yield from rows_of_people(page, best)
                yield from of_each(page)


def _is_right(page: Page, start: int, end: int) -> bool:
    """Whether nine digits with a right check digit stand there."""
    nine = find_nine(page.lower, max(0, start - FIRST_LETTERS), end + FIRST_LETTERS)
    return nine is not None and nine.checked


def _answers(page: Page, cues: list[Cue]) -> Iterator[Candidate]:
    """The numbers that are all that a line says, where a SIN is asked for."""
    for _, line in answers(page, asked_for(page, cues), FEWEST_FIGURES):
        start = line[0]
        while (
            (nine := find_nine(page.lower, start, line[1]))
            and nine.checked
            and says_only(page, line, nine.start, nine.end, ROLES)
            and not is_under_title(page, nine)
            and not answers_another(page, nine)
        ):
            yield from judge(page, nine, *ON_ITS_LINE)
            start = nine.end


def _named(
    page: Page, cues: list[Cue], questions: dict[int, Place], valued: Mapping[int, Valued], *, linked: bool
) -> Iterator[Candidate]:
    """The numbers that cues name, some of them in numbered `questions` or in the order of their labels (`valued`).

    `linked`: words may link the groups of one.
    """
    headers: set[int] = set()
    known = page.headers
    parted, keyed, stuck = may_be_parted(page), may_be_keyed(page), may_be_stuck(page)
    for index, cue in enumerate(cues):
        if question := questions.get(cue.start):
            yield from _in_cell(page, *question.answer, *IN_ANSWER)
            continue
        if values := valued.get(cue.start):
            for value in values[1]:
                yield from _in_cell(page, *value, *IN_COLUMN, dated=True)
            continue
        before = list(before_cue(page, cue))
        yield from before
        read = _is_read(page, cue, headers, known)
        named_before = any(page.lower.find("\n", one.end, cue.start) < 0 for one in before)
        column = [] if named_before else list(_in_column(page, cue, headers, known))
        if stuck:
            yield from stuck_numbers(page, cue)
        if parted and not column:
            column = list(parted_numbers(page, cue))
        yield from column
        following = cues[index + 1].start if index + 1 < len(cues) else len(page.lower)
        if pair := paired_value(page.lower, cue.start, cue.end):
            yield from _in_cell(page, *pair, *IN_COLUMN, dated=True)
        place = listed_value(page.lower, cue.start, cue.end)
        if place and (listed := list(_in_cell(page, *place, *IN_COLUMN, dated=True))):
            yield from listed
            if not _has_other_labels(page, cue, place[0]):  # a list of people, not of labels
                yield from after_cue(page, cue, following, len(page.lower))
        elif place and (MISSING.search(page.flat, *place) or NO_LABEL.search(page.flat, *place)):
            continue
        elif not before or not _NOTHING_AFTER.match(page.lower, cue.end):
            yield from after_cue(
                page,
                cue,
                following,
                page.line_end(cue.end, REACH)
                if column
                or read
                or (parted and heads_others(page, cue))
                or is_header(page.lower, cue.start, cue.end, known)
                else len(page.lower),
            )
            if linked:
                yield from linked_numbers(page, cue, following)
            yield from in_odd_forms(page, cue)
            if keyed:
                yield from keyed_numbers(page, cue)


def _values_of(page: Page, cue: Cue) -> Valued | None:
    """The values that stand in the order of their labels, the cue's among these, or under the names of columns of SQL.

    In such an order only where it has nine digits or is said to miss.
    """
    place = cue.start, cue.end
    if inserted := inserted_values(page, *place):
        return inserted
    valued = (
        ordered_values(page.flat, *place)
        or lined_values(page.lower, *place)
        or bracketed_values(page.lower, *place)
    )
    if valued is None or not any(
        find_nine_in_cell(page.lower, *value)
        or find_lost(page.lower, *value, dated=True)
        or MISSING.search(page.flat, *value)
        for value in valued[1]
    ):
        return None
    return valued


def _has_other_labels(page: Page, cue: Cue, end: int) -> bool:
    """Whether another number's label stands on the cue's line before its colon; the values begin before `end`."""
    start = max(cue.start - REACH, page.lower.rfind("\n", max(0, cue.start - REACH), cue.start) + 1)
    return OTHER_NUMBER.search(page.flat, start, page.flat.find(":", cue.end, end) + 1) is not None


def _is_read(page: Page, cue: Cue, headers: set[int], known: Headers) -> bool:
    """Whether the column that a cue heads was read for another cue of the same head: "Numéro d'assurance sociale (NAS)"."""
    first = next(cells_below(page.lower, cue.start, cue.end, known), None) if headers else None
    return first is not None and first[0] in headers


def _in_column(page: Page, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    """The numbers under a cue that heads a column; `headers` are the cells that were read already."""
    for start, end in cells_below(page.lower, cue.start, cue.end, known):
        if start in headers:
            return
        headers.add(start)
        for one in _in_cell(page, start, min(end, start + _CELL), *IN_COLUMN, dated=True):
            if not OTHER_NUMBER.search(page.lower, start, one.start) and (
                _ITS_CARD.search(page.lower, start, one.start)
                or not is_numbered(page.lower[start : one.start])
            ):
                # not "Policy (Desjardins) 130692544" below "SIN", nor a line like "effective 2027; group no. 130 692 544"
                yield one


def _under_told_heads(page: Page) -> Iterator[Candidate]:
    """The numbers in the columns that a sentence names as those of SINs."""
    for start, end in told_cells(page, HEAD_OF_NUMBER):
        yield from _in_cell(page, start, min(end, start + _CELL), *IN_COLUMN, dated=True)


def _in_cell(
    page: Page, start: int, end: int, score: float, why: str, *, dated: bool = False
) -> Iterator[Candidate]:
    """The number that a cell or field begins with, be it without its leading zeros; `dated`: as in `find_lost`."""
    if nine := find_nine_in_cell(page.lower, start, end):
        yield from judge(page, nine, score, why)
    elif nine := find_lost(page.lower, start, end, dated=dated):
        yield from judge(page, nine, score - _LESS_SURE, why)


@ClusterLook
def _may_be_short_of_nine(around: bytes) -> bool:
    """Whether seven or eight figures stand together by themselves."""
    return _SHORT_OF_NINE.search(around, BEFORE - 1) is not None


def _may_have_lost(page: Page) -> bool:
    """Whether a label stands on a page with numbers that a spreadsheet may have taken the leading zeros from."""
    if not page.clusters_that(_may_be_short_of_nine):
        return False
    return bool(CUES.find(page.flat, page.words)) or bool(page.label and CUES.find(page.label))


RECOGNIZER = SinRecognizer()
