"""Birth dates: a date becomes one by what stands around it, never by itself.

A cue ("date de naissance", "born on") binds the first date after it unless another label, another event, a blank or a
sentence stands between; a column header binds its column; "… est ma date de naissance" binds to the left; and a list
layout (name, date, sex) tells without a word. Dates of other events, of organisations and of letters stay silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from recognizers.asked import answers, asked_for, says_only
from recognizers.biography import is_biography
from recognizers.birth_before import before_cue
from recognizers.birth_binding import binding
from recognizers.birth_context import TOPIC, has_long_ago, told_by_context
from recognizers.birth_cues import birth_cues
from recognizers.birth_elsewhere import spoken_of
from recognizers.birth_found import candidate, refused
from recognizers.birth_it import is_a_things
from recognizers.birth_layout import LAYOUTS, layouts
from recognizers.birth_list import goes_on
from recognizers.birth_others import PLACES, others
from recognizers.birth_series import has_brackets, in_series
from recognizers.birth_several import is_plural
from recognizers.birth_siblings import siblings
from recognizers.birth_signature import signed
from recognizers.birth_vetoes import (
    CLAUSE_AFTER,
    EXAMPLE,
    NOTE_AFTER,
    OTHER_EVENT,
    SINCE_THEN,
    THING_AFTER,
    WROTE,
)
from recognizers.cues import Cue
from recognizers.date_forms import WEEKDAY
from recognizers.dates import dates_in, find_partial_date
from recognizers.glance import brackets, straighten
from recognizers.numbered_answers import Place, numbered
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.public_lives import is_public
from recognizers.table import Headers, cells_below, is_header

#: A line of a later date may tell when it was written, though a birth date is asked for.
_SINCE: Final = timedelta(days=2 * 365)
_CHILD: Final = compiled(
    r"(?<![a-z])(?:enfants?|bebes?|fils|filles?|nouveau-ne|child(?:ren)?|bab(?:y|ies)|newborn|sons?|daughters?)(?![a-z])"
)
#: Behind an answer, who did it or what was done.
_BY_SOMEBODY: Final = compiled(
    r",? ?(?:by|par) (?:the|an?|le|la|une?|l')|,? ?(?:interview|entrevue|meeting|call|appel|reunion|review)"
)
#: What a numbered question may name.
_ASKED: Final = ("label", "birth", "verb", "ending")
_REACH: Final = 110
_SECOND_LABEL: Final = compiled(r"[a-z][a-z'() /\-]{1,40}[:=?]")
_SENTENCE: Final = compiled(r"(?:[a-z)]{4}[.;]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
_FIGURE: Final = compiled("[0-9]")
_HEADER_START: Final = compiled(r'(?:^|[|;,\t\n>]| {2})[ "(]*$')
_HEADER_END: Final = compiled(r' ?(?:le|on)? ?"?(?:[|;,\t\r\n]| {2}|$)')
#: A label with its value on the same line is no header.
_VALUE_FOLLOWS: Final = compiled(r"[ )]{0,2}[:=] ?[^\s|;,\"<]")
#: What may stand before the date in a cell of its column.
_CELL_LEAD: Final = compiled(
    rf"(?:\([ajmydh/.\- ]{{4,14}}\)|\[b\]|[^a-z0-9]){{0,12}}+"
    rf"(?:[a-z]{{1,12}}[.,)]{{0,2}} {{1,2}})?(?:(?:le|on|the|nee?|born|{WEEKDAY}),? {{1,2}})*"
)
#: How far a cell is read for its date, and how much of it may stand on the next line.
_CELL: Final = 60
_REST_OF_DATE: Final = 24
_COLON: Final = compiled(r"[ )]{0,2}[:=]")
#: So far behind a date the next of its list ends.
_NEXT_REACH: Final = 90


class BirthDateRecognizer:
    """Proposes DATE_OF_BIRTH. Linear: every cue is followed within a fixed reach."""

    id = "birth-date"
    entity_types = ("DATE_OF_BIRTH",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Birth dates by label, verb, header, layout or signature, or by the words around.

        Partial ones (year, day and month) score below 0.5.
        """
        if not page.has_digits:
            return ()
        flat = page.flat
        cues = [
            cue for cue in birth_cues(flat, page.lower, page.words, page.gates) if not is_a_things(page, cue)
        ]
        opened = brackets(page.text, page.shape)
        if not (cues or opened or page.gates & (LAYOUTS | TOPIC | PLACES) or has_long_ago(page)):
            series = list(in_series(page, flat)) if has_brackets(page) else []
            return [*series, *signed(page, flat, series)]
        found: dict[tuple[int, int], Candidate] = {}
        for one in self._candidates(page, flat, cues, opened):
            key = one.start, one.end
            if is_public(page, *key, one.births):
                one = Candidate(one.entity_type, *key, 0.4, self.id, (*one.evidence, "veto:biography"))
            if key not in found or found[key].score < one.score:
                found[key] = one
        told = [*found.values(), *spoken_of(page, flat, cues, found.values())]
        told += others(page, flat, told)
        told += signed(page, flat, told)
        told += told_by_context(page, flat, told)
        return [*told, *siblings(page, flat, told)]

    def _candidates(
        self, page: Page, flat: str, cues: list[Cue], opened: list[tuple[int, bool]]
    ) -> Iterator[Candidate]:
        if page.label and any(
            cue.kind in ("label", "verb") for cue in birth_cues(" " + page.label, " " + page.label)
        ):
            yield from _in_window(page, flat, 0, min(len(flat), _REACH), ("cue:label",), 0.97)
        headers: set[int] = set()
        known: Headers = {}
        questions = numbered(page, (cue for cue in cues if cue.kind in _ASKED))
        for index, cue in enumerate(cues):
            stop = _next_start(cues, index, len(flat))
            if question := questions.get(cue.start):
                yield from _under_its_number(page, flat, question)
                stop = min(stop, question.end)
            before = list(before_cue(page, flat, cue, stop))
            yield from before
            column: list[Candidate] = []
            if cue.kind == "label" or (cue.kind == "verb" and _is_cell(page, cue)):
                column = list(_column(page, flat, cue, headers, known))
                yield from column
            if (before and "cue:contrast" not in before[0].evidence) or column or _heads(page, cue, known):
                stop = min(stop, page.line_end(cue.end, _REACH))
            if not before or flat[cue.end : cue.end + 1] != ")":
                yield from _after_cue(page, flat, cue, stop)
        if cues:
            yield from _answers(page, flat, cues)
        yield from layouts(page, flat, opened, cues)


def _answers(page: Page, flat: str, cues: list[Cue]) -> Iterator[Candidate]:
    """The dates that are all that a line says, where a birth date is asked for."""
    asked = asked_for(
        page,
        (
            cue
            for cue in cues
            if cue.kind in ("label", "birth") or (cue.kind == "verb" and not THING_AFTER.match(flat, cue.end))
        ),
    )
    for cue, line in answers(page, asked):
        dates = dates_in(page.today, straighten(flat[slice(*line)]))
        if len(dates) != 1 or not dates[0].days:
            continue
        child = _CHILD.search(flat, max(0, cue.start - 40), cue.end + 40) is not None
        if (child or all(page.today - day > _SINCE for day in dates[0].days)) and says_only(
            page, line, line[0] + dates[0].start, line[0] + dates[0].end
        ):
            yield candidate(line[0], dates[0], 0.75, ("pattern", "cue:asked"))


def _under_its_number(page: Page, flat: str, question: Place) -> Iterator[Candidate]:
    """The date that answers a question under the question's number, and tells of nothing else on that day; no other answer's."""
    for start, end in question.others:
        other = dates_in(page.today, straighten(flat[start:end]))
        yield from [refused(start, one) for one in other if one.days]
    start, end = question.answer
    dates = dates_in(page.today, straighten(flat[start:end]))
    if not dates or not dates[0].days:
        return
    after = start + dates[0].end
    if len(dates) > 1 and flat.startswith((",", ";", "."), after):
        end = after
    if (
        says_only(page, (start, after), start + dates[0].start, after)
        and not OTHER_EVENT.search(flat, after, end)
        and not SINCE_THEN.search(flat, after, end)
        and not _BY_SOMEBODY.match(flat, after, end)
        and not CLAUSE_AFTER.match(flat, after)
        and not NOTE_AFTER.match(flat, after)
    ):
        yield candidate(start, dates[0], 0.85, ("pattern", "cue:asked"))


def _next_start(cues: list[Cue], index: int, end: int) -> int:
    """Where the next cue begins that does not overlap this one, or `end`."""
    following = index + 1
    while following < len(cues) and cues[following].start < cues[index].end:
        following += 1
    return cues[following].start if following < len(cues) else end


def _after_cue(page: Page, flat: str, cue: Cue, stop: int) -> Iterator[Candidate]:
    """The dates that the cue binds to its right: the first, and those listed with it."""
    window_end = min(len(flat), cue.end + _REACH)
    if cue.kind in ("ending", "sort"):
        return
    if cue.kind == "age":
        yield from _partial(page, flat, cue, min(stop, cue.end + 20))
        return
    window = straighten(flat[cue.end : window_end])
    dates = [one for one in dates_in(page.today, window) if not EXAMPLE.search(window[: one.start])]
    if not dates or cue.end + dates[0].start >= stop:
        if cue.end + _REACH <= stop or not dates:
            yield from _partial(page, flat, cue, min(stop, window_end))
        return
    score, why = binding(page, cue, page.lower[cue.end : cue.end + dates[0].start], dates[0])
    if score <= 0:
        return
    after = cue.end + dates[0].end
    if cue.kind == "verb" and is_biography(page, cue.start, after, page.line_end(after, 130)):
        score, why = 0.4, (*why, "veto:biography")
    yield candidate(cue.end, dates[0], score, why)
    yield from _listed(page, flat, cue, cue.end + dates[0].end, stop, score, six=dates[0].form == "six")


def _listed(
    page: Page, flat: str, cue: Cue, position: int, stop: int, score: float, *, six: bool
) -> Iterator[Candidate]:
    """Further dates of a list that a cue began: "nés le 12 avril 1985 et le 3 mai 1987"; `six`: of six figures, too."""
    several = is_plural(page, cue)
    for _ in range(30):
        if page.shape.find(b"0", position, min(position + _NEXT_REACH, stop)) < 0:
            return
        window = straighten(flat[position : min(position + _NEXT_REACH, stop)])
        dates = dates_in(page.today, window)
        if not dates or not dates[0].days or (dates[0].form == "six" and not six):
            return
        start, end = position + dates[0].start, position + dates[0].end
        if WROTE.match(flat, end) or not goes_on(page, position, start, end, several=several):
            return
        yield candidate(position, dates[0], min(score, 0.8), ("pattern", "cue:list"))
        position += dates[0].end


def _is_cell(page: Page, cue: Cue) -> bool:
    """Whether a verb is all that its cell holds: "Né(e) le"."""
    before = page.lower[max(0, cue.start - 4) : cue.start]
    return _HEADER_END.match(page.lower, cue.end) is not None and _HEADER_START.search(before) is not None


def _heads(page: Page, cue: Cue, known: Headers) -> bool:
    """Whether the cue heads a column, be its cells empty: no other column's dates are births."""
    return not _COLON.match(page.lower, cue.end) and is_header(page.lower, cue.start, cue.end, known)


def _column(page: Page, flat: str, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    if _VALUE_FOLLOWS.match(page.lower, cue.end):
        return
    for cell_start, cell_end in cells_below(page.lower, cue.start, cue.end, known):
        if cell_start in headers:
            return
        headers.add(cell_start)
        stop = min(cell_end, cell_start + _CELL)
        found = [*_in_window(page, flat, cell_start, stop, ("cue:column",), 0.93)]
        if not found and stop == cell_end and page.lower[cell_end : cell_end + 1] == "\n":
            wrapped = _in_window(page, flat, cell_start, cell_end + _REST_OF_DATE, ("cue:column",), 0.9)
            found = [one for one in wrapped if one.start < cell_end]
        yield from [one for one in found if _CELL_LEAD.fullmatch(flat, cell_start, one.start)]


def _in_window(
    page: Page, flat: str, start: int, end: int, why: tuple[str, ...], score: float
) -> Iterator[Candidate]:
    """The first date of a cell or field that a label names."""
    window = straighten(flat[start:end])
    dates = dates_in(page.today, window)
    if dates and dates[0].days and not OTHER_EVENT.search(window[: dates[0].start]):
        yield candidate(start, dates[0], score, ("pattern", *why))


def _partial(page: Page, flat: str, cue: Cue, end: int) -> Iterator[Candidate]:
    """A year, or a day and month, after a cue: worth a warning, not more."""
    written = find_partial_date(flat, page.today, cue.end, min(end, cue.end + 40))
    if written is None:
        return
    gap = page.lower[cue.end : written.start]
    if (
        OTHER_EVENT.search(gap)
        or _SECOND_LABEL.search(gap.partition(":")[2])
        or "\n" in gap.strip()
        or _SENTENCE.search(gap)
    ):
        return
    if cue.kind == "birth":
        return
    yield Candidate("DATE_OF_BIRTH", written.start, written.end, 0.4, "birth-date", ("partial", "cue"))


RECOGNIZER = BirthDateRecognizer()
