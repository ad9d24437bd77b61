"""Birth dates: a date becomes one by what stands around it, never by itself.

A cue ("date de naissance", "born on") binds the first date after it unless another label, another event, a blank or a
sentence stands between; a column header binds its column; "… est ma date de naissance" binds to the left; and a list
layout (name, date, sex) tells without a word. Dates of other events, of organisations and of letters stay silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.biography import is_biography
from recognizers.birth_asked import ASKED, line_answers, under_its_number
from recognizers.birth_before import before_cue
from recognizers.birth_binding import binding
from recognizers.birth_candidate import NO_DATE, candidate, settled
from recognizers.birth_cells import below_head, below_words, heads, in_window, is_cell, under_told_heads
from recognizers.birth_context import TOPIC, may_be_told, told_by_context
from recognizers.birth_corrections import is_in_its_place
from recognizers.birth_cues import birth_cues
from recognizers.birth_elsewhere import spoken_of
from recognizers.birth_fellows import fellows
from recognizers.birth_in_stories import is_in_a_story
from recognizers.birth_layout import LAYOUTS, layouts
from recognizers.birth_list import goes_on
from recognizers.birth_of_things import is_a_things
from recognizers.birth_other_days import is_behind_event
from recognizers.birth_others import PLACES, others
from recognizers.birth_read_on import read_on
from recognizers.birth_records import RECORDS, in_fields, is_of_record
from recognizers.birth_registers import is_of_register
from recognizers.birth_rolls import before_deeds
from recognizers.birth_series import has_brackets, in_series
from recognizers.birth_several import is_plural
from recognizers.birth_siblings import siblings
from recognizers.birth_signature import signed
from recognizers.birth_stamps import QUOTED, answers_stamped, heads_quotation, is_letters, stamped
from recognizers.birth_vetoes import EXAMPLE, OTHER_EVENT, RATED, WROTE, are_rates, is_of_a_dose
from recognizers.cues import Cue
from recognizers.dates import dates_in, find_partial_date
from recognizers.glance import brackets, straighten
from recognizers.inserted import INSERTS, inserted_values
from recognizers.made_up import SAMPLES, is_births_sample
from recognizers.numbered_answers import numbered
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.public_lives import is_public
from recognizers.told_columns import HEADS_TOLD

#: Evidence of a label of the date's own.
_NAMED: Final = frozenset(("cue", "cue:column"))
_CUE: Final = "cue"
#: What the birth date of somebody well known scores.
_PUBLIC: Final = 0.4
_REACH: Final = 110
_SECOND_LABEL: Final = compiled(r"[a-z][a-z'() /\-]{1,40}[:=?]")
_SENTENCE: Final = compiled(r"(?:[a-z)]{4}[.;]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
#: Where a sentence ends that calls the date before it a birth date: the next tells of none.
_STOP: Final = compiled(r"[a-z)][.!?] ")
#: So far behind a cue its own date begins, with no more than these between.
_OWN_REACH: Final = 60
_OWN_GAP: Final = compiled(
    r"[ :=(,]{0,3}(?:(?:is|was|est|etait|sera|given|listed) (?:(?:given|listed) )?(?:as )?)?(?:(?:le|on|the) )?"
)
#: The first value of two labels, up to the slash that parts the second from it: "NAM/DDN : TREM 0412 1925/…".
_PAIR: Final = compiled(r"[ :=]{1,4}[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}/")
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
        cues, told = self._told(page)
        return [*told, *read_on(page, cues, told, lambda even: self._told(even)[1])]

    def _told(self, page: Page) -> tuple[list[Cue], list[Candidate]]:
        """The cues of the page, and the dates that it tells as it stands."""
        flat = page.flat
        cues, nobodys = [], set[int]()
        for cue in birth_cues(flat, page.lower, page.words, page.gates):
            if is_a_things(page, cue) or is_in_a_story(page, cue):
                nobodys |= _own_date(page, flat, cue)
            else:
                cues.append(cue)
        opened = brackets(page.text, page.shape)
        if not (cues or opened or page.gates & (LAYOUTS | TOPIC | PLACES | RECORDS) or may_be_told(page)):
            bracketed = has_brackets(page)
            series = [*in_series(page, flat, bracketed=True), *before_deeds(page, flat)] if bracketed else []
            return cues, [*series, *signed(page, flat, settled(series))]
        # Each is asked only of what those before it left, or starts from what they found: what a cue or the layout tells of a
        # date itself; what answers a label elsewhere; other people's beside one that is told; what somebody signs with; what
        # the words around make of a date that no rule has taken or refused; and what stands as one of all these does.
        found: dict[tuple[int, int], Candidate] = {}
        for one in self._candidates(page, flat, cues, opened):
            key = one.start, one.end
            if (known := found.get(key)) and known.score >= max(one.score, _PUBLIC):
                continue
            if _is_no_birth(page, one, nobodys):
                continue
            if is_public(page, *key, one.births):
                # Without the days: a public life vouches for nobody's number, nor a number for it.
                one = Candidate(one.entity_type, *key, _PUBLIC, self.id, (*one.evidence, "veto:biography"))
            if known is None or known.score < one.score:
                found[key] = one
        told = [*found.values()]
        if cues:
            elsewhere = spoken_of(page, flat, cues, told)
            told += [one for one in elsewhere if not _is_no_birth(page, one, nobodys)]
        if told or page.gates & PLACES:
            told += _births(page, others(page, flat, told), nobodys)
        taken = settled(told)
        if with_names := _births(page, signed(page, flat, taken), nobodys):
            told += with_names
            taken = settled(told)
        told += _births(page, told_by_context(page, flat, told, taken), nobodys)
        if told:
            told += _births(page, siblings(page, flat, told), nobodys)
            told += _births(page, fellows(page, flat, told), nobodys)
        return cues, told

    def _candidates(
        self, page: Page, flat: str, cues: list[Cue], opened: list[tuple[int, bool]]
    ) -> Iterator[Candidate]:
        if page.label and any(
            cue.kind in ("label", "verb") for cue in birth_cues(" " + page.label, " " + page.label)
        ):
            yield from in_window(page, flat, 0, min(len(flat), _REACH), ("cue:label",), 0.97)
        headers: set[int] = set()
        known = page.headers
        inserts = not INSERTS.isdisjoint(page.words)
        questions = numbered(page, [cue for cue in cues if cue.kind in ASKED]) if cues else {}
        for index, cue in enumerate(cues):
            if inserts and (inserted := inserted_values(page, cue.start, cue.end)):
                for value in inserted[1]:
                    yield from in_window(page, flat, *value, ("cue:column",), 0.93)
                continue
            stop = _next_start(cues, index, len(flat))
            if question := questions.get(cue.start):
                yield from under_its_number(page, flat, question)
                stop = min(stop, question.end)
            before = list(before_cue(page, flat, cue, stop))
            yield from before
            column: list[Candidate] = []
            if cue.kind == "label" or (cue.kind == "verb" and is_cell(page, cue)):
                column = [*below_head(page, flat, cue, headers, known)] or [*below_words(page, flat, cue)]
                yield from column
            if (before and "cue:contrast" not in before[0].evidence) or column or heads(page, cue, known):
                stop = min(stop, page.line_end(cue.end, _REACH))
            if before and (ended := _STOP.search(flat, cue.end, stop)):
                stop = ended.end()
            if not before or flat[cue.end : cue.end + 1] != ")":
                yield from _after_cue(page, flat, cue, stop)
        if cues:
            yield from line_answers(page, flat, cues)
        if cues and page.gates & HEADS_TOLD:
            yield from under_told_heads(page, flat)
        if page.gates & RECORDS:
            yield from in_fields(page, flat)
        yield from layouts(page, flat, opened, cues)


def _births(page: Page, further: Iterable[Candidate], nobodys: set[int]) -> list[Candidate]:
    """Those of the dates that are nothing else than births, of somebody who is not well known."""
    births = []
    for one in further:
        if not (_is_no_birth(page, one, nobodys) or is_public(page, one.start, one.end, one.births)):
            births.append(one)
    return births


def _is_no_birth(page: Page, one: Candidate, nobodys: set[int]) -> bool:
    """Whether a date is one of `nobodys`, of a thing, an animal or a hero, as its own cue says; heads a quotation, rates a
    newborn or is a sample; or is a letter's, a dose's, a register's or an event's.

    Nobody's only where no label of its own calls it a birth, an event's where none does.
    """
    gates, cues = page.gates, [why for why in one.evidence if why.startswith(_CUE)]
    return bool(
        (one.start in nobodys and _CUE not in cues)
        or (gates & QUOTED and heads_quotation(page, one, labelled=bool(cues)))
        or (gates & RATED and are_rates(page.lower, one.start))
        or (_NAMED.isdisjoint(cues) and is_of_a_dose(page.lower, one.start))
        or is_of_register(page, one, cues)
        or (gates & SAMPLES and is_births_sample(page, one.start))
        or (not cues and (is_letters(page, one) or is_of_record(page, one) or is_behind_event(page, one)))
    )


def _own_date(page: Page, flat: str, cue: Cue) -> set[int]:
    """Where the date begins that stands right behind a cue, if one does."""
    dates = dates_in(page.today, straighten(flat[cue.end : min(len(flat), cue.end + _OWN_REACH)]))
    return (
        {cue.end + dates[0].start}
        if dates and _OWN_GAP.fullmatch(flat, cue.end, cue.end + dates[0].start)
        else set()
    )


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
    if flat[max(0, cue.start - 1) : cue.start] == "/" and (pair := _PAIR.match(window)):
        window = f"{window[: pair.end() - 1]} {window[pair.end() :]}"
    dates = [one for one in dates_in(page.today, window) if not EXAMPLE.search(window[: one.start])]
    if not dates:
        yield from _partial(page, flat, cue, min(stop, window_end))
        return
    if cue.end + dates[0].start >= stop:  # the date of what follows: the next cue, or the next line
        return
    if skipped := stamped(page, cue, cue.end, dates):
        last, dates = cue.end + dates[skipped - 1].end, dates[skipped:]
        start = cue.end + dates[0].start if dates else stop
        if start < stop and dates[0].days and answers_stamped(page, last, start):
            yield candidate(cue.end, dates[0], 0.93, ("pattern", "cue:answer"))
        return
    score, why = binding(page, cue, page.lower[cue.end : cue.end + dates[0].start], dates[0])
    if score <= 0:
        first, *others = dates
        if (
            others
            and others[0].days
            and cue.end + others[0].start < stop
            and is_in_its_place(window[: first.start], window[first.end : others[0].start])
        ):
            yield candidate(cue.end, others[0], 0.85, ("pattern", "cue:contrast"))
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
    for _ in range(30):
        end = min(position + _NEXT_REACH, stop)
        first = page.shape.find(b"0", position, end)
        # Behind other figures the list goes on in answers only.
        if first < 0 or (NO_DATE.match(page.shape, first, end) and flat.find("?", position, end) < 0):
            return
        window = straighten(flat[position:end])
        dates = dates_in(page.today, window)
        if not dates or not dates[0].days or (dates[0].form == "six" and not six):
            return
        start, end = position + dates[0].start, position + dates[0].end
        if WROTE.match(flat, end) or not goes_on(page, position, start, end, several=is_plural(page, cue)):
            return
        yield candidate(position, dates[0], min(score, 0.8), ("pattern", "cue:list"))
        position += dates[0].end


def _partial(page: Page, flat: str, cue: Cue, end: int) -> Iterator[Candidate]:
    """A year, or a day and month, after a cue: worth a warning, not more. Not after words that only speak of births."""
    if cue.kind == "birth":
        return
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
    yield candidate(0, written, 0.4, ("partial", "cue"))


RECOGNIZER = BirthDateRecognizer()
