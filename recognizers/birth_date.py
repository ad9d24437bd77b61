"""Birth dates: a date becomes one by what stands around it, never by itself.

A cue ("date de naissance", "born on") binds the first date after it unless another label, another event, a blank or a
sentence stands between; a column header binds its column; "… est ma date de naissance" binds to the left; and a list
layout (name, date, sex) tells without a word. Dates of other events, of organisations and of letters stay silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.birth_cues import (
    OTHER_EVENT,
    RELATIONS,
    RIGHT_CUE,
    RIGHT_VERB,
    SEX_BEFORE,
    birth_cues,
    is_biography,
)
from recognizers.cues import Cue, vocabulary
from recognizers.dates import (
    WrittenDate,
    find_dates,
    find_labelled_dates,
    find_partial_date,
    flatten,
    straighten,
)
from recognizers.page import Candidate, Page
from recognizers.table import Headers, cells_below

_REACH: Final = 110
_BLANK: Final = re.compile(r"_{3,}|\.{5,}|\[ *\]|-{5,}")
_SECOND_LABEL: Final = re.compile(r"[a-z][a-z'() /\-]{1,40}[:=?]")
_SENTENCE: Final = re.compile(r"(?:[a-z)]{4}[.;]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
_LINE_OPENING: Final = re.compile(r"[\s>|*\"'(\-:=.]*(?:(?:le|on|the|c'est|est|is|it's|dob|ddn)[ :]+){0,2}$")
_LABEL_LINES: Final = re.compile(r"(?:[\s>|*\-]*(?:[a-z.'()/-]+ ?){1,4}[\s|]*[\r\n]){0,6}[\s>|*\-]*$")
_MORE: Final = re.compile(
    r"[\s,;:/&()|>*.\"'\-]*(?:(?:et|and|puis|ou|or|le|on|the|celle|celui|de|pour|for|du|au|a|ma|mon|my|sa|son|his|her)[\s,;:/&()\-]+|[a-z'-]{2,15}[\s,;:/&()\-]+){0,5}$"
)


class BirthDateRecognizer:
    """Proposes DATE_OF_BIRTH. Linear: every cue is followed within a fixed reach."""

    id = "birth-date"
    entity_types = ("DATE_OF_BIRTH",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Birth dates by label, verb, header or layout; partial ones (year, day and month) score below 0.5."""
        flat = page.flat
        if not page.has_digits:
            return ()
        found: dict[tuple[int, int], Candidate] = {}
        for candidate in self._candidates(page, flat):
            key = candidate.start, candidate.end
            if key not in found or found[key].score < candidate.score:
                found[key] = candidate
        return found.values()

    def _candidates(self, page: Page, flat: str) -> Iterator[Candidate]:
        if page.label and any(
            cue.kind in ("label", "verb") for cue in birth_cues(" " + page.label, " " + page.label)
        ):
            yield from _in_window(page, flat, 0, min(len(flat), _REACH), ("cue:label",), 0.97)
        cues = birth_cues(flat, page.lower, page.words)
        headers: set[int] = set()
        known: Headers = {}
        for index, cue in enumerate(cues):
            stop = cues[index + 1].start if index + 1 < len(cues) else len(flat)
            yield from _after_cue(page, flat, cue, stop)
            yield from _before_cue(page, flat, cue)
            if cue.kind == "label" or (cue.kind == "verb" and _HEADER_END.match(page.lower, cue.end)):
                yield from _column(page, flat, cue, headers, known)
        yield from _layout(page, flat)


def _after_cue(page: Page, flat: str, cue: Cue, stop: int) -> Iterator[Candidate]:
    """The dates that the cue binds to its right: the first, and those listed with it."""
    window_end = min(len(flat), cue.end + _REACH)
    if cue.kind == "age":
        yield from _partial(page, flat, cue, min(stop, cue.end + 20))
        return
    window = straighten(flat[cue.end : window_end])
    dates = _dates_in(page, window)
    if not dates or cue.end + dates[0].start >= stop:
        if cue.end + _REACH <= stop or not dates:
            yield from _partial(page, flat, cue, min(stop, window_end))
        return
    score, why = _binding(page, cue, page.lower[cue.end : cue.end + dates[0].start], dates[0])
    if score <= 0:
        return
    if cue.kind == "verb" and is_biography(flat, cue.start, cue.end + dates[0].end):
        score, why = 0.4, (*why, "veto:biography")
    yield _candidate(cue.end, dates[0], score, why)
    yield from _listed(page, flat, cue.end + dates[0].end, stop, score)


def _listed(page: Page, flat: str, position: int, stop: int, score: float) -> Iterator[Candidate]:
    """Further dates of a list that a cue began: "nés le 12 avril 1985 et le 3 mai 1987"."""
    for _ in range(30):
        window = straighten(flat[position : min(position + 60, stop)])
        dates = _dates_in(page, window)
        if not dates or not dates[0].days:
            return
        gap = page.lower[position : position + dates[0].start]
        if not _MORE.match(gap) or OTHER_EVENT.search(gap) or gap.count("\n") > 2:
            return
        yield _candidate(position, dates[0], min(score, 0.8), ("pattern", "cue:list"))
        position += dates[0].end


def _binding(page: Page, cue: Cue, gap: str, written: WrittenDate) -> tuple[float, tuple[str, ...]]:
    """How strongly the cue binds the date across `gap` (lower-case, line ends kept): score and evidence."""
    if not written.days:
        return 0.0, ()
    flat_gap = flatten(gap)
    if (
        OTHER_EVENT.search(flat_gap)
        or _SENTENCE.search(flat_gap)
        or (")" in gap and "(" not in gap and "\n" not in gap and len(gap) > 20)
    ):
        return 0.0, ("veto:event",)
    lines = gap.split("\n")
    if _BLANK.search(gap) and (len(lines) > 1 or len(_BLANK.sub("", gap).strip()) > 12):
        return 0.0, ("veto:blank",)
    if _NEW_SENTENCE.match(flat_gap) and "." not in page.lower[cue.start : cue.end]:
        return 0.0, ("veto:sentence",)
    if _PERIOD.match(page.flat, cue.end + written.end):
        return 0.0, ("veto:period",)
    if not _is_participle(page, cue) and not _TIGHT.match(flat_gap):
        return 0.0, ("veto:negation",)
    head, colon, rest = gap.replace("=", ":", 1).partition(":")
    if not colon or "\n" in head or (cue.kind == "verb" and len(head) > 8):
        rest = gap
    if _SECOND_LABEL.search(flatten(rest)):
        return 0.0, ("veto:label",)
    if len(lines) > 1:
        return _binding_over_lines(page, cue, gap, lines, written)
    limit = 45 if cue.kind in ("verb", "birth", "anniversary") else 60
    if len(flat_gap.strip()) > limit:
        return (
            (0.55, ("pattern", "cue:far"))
            if cue.kind in ("verb", "label") and len(flat_gap) < 80
            else (0.0, ())
        )
    base = {"label": 0.97, "verb": 0.95, "birth": 0.7, "anniversary": 0.85}[cue.kind]
    if written.form == "six" and len(flat_gap.strip()) > 12:
        return 0.0, ()
    words = len(re.findall(r"[a-z]{2,}", flat_gap))
    return max(base - 0.02 * max(words - 2, 0), 0.6), ("pattern", "cue")


def _is_participle(page: Page, cue: Cue) -> bool:
    """Whether "ne" is "né": by its accent. The bare word is a negation, unless a date follows at once."""
    if page.lower[cue.start : cue.end].strip() != "ne":
        return True
    start, end = page.raw_span(cue.start, cue.end)
    return not page.raw[start:end].isascii()


def _binding_over_lines(
    page: Page, cue: Cue, gap: str, lines: list[str], written: WrittenDate
) -> tuple[float, tuple[str, ...]]:
    if not _LINE_OPENING.match(lines[-1]):
        wrapped = cue.kind in ("verb", "birth", "anniversary") or len(lines) == 2
        if not wrapped or ":" in lines[0] or len(gap) > 60 or gap.count("\n") > 1:
            return 0.0, ("veto:other-line",)
    empty = sum(1 for line in lines[1:-1] if not line.strip(" \t\r>|*"))
    if cue.kind == "label" and empty > 1:
        return 0.0, ("veto:other-line",)
    if not _LABEL_LINES.match(gap) and len(gap) > 60:
        return 0.0, ("veto:other-line",)
    recent = all((page.today - day).days < 15 for day in written.days)
    if recent and (":" in lines[0] or empty):
        return 0.4, ("pattern", "cue:line-before", "veto:recent")
    return (0.93 if len(lines) <= 3 else 0.8), ("pattern", "cue:line-before")


def _before_cue(page: Page, flat: str, cue: Cue) -> Iterator[Candidate]:
    """A date that the words after it call a birth date; not when those words have a date of their own."""
    start = max(0, cue.start - 75)
    if not _FIGURE.search(flat, max(0, cue.start - 40), cue.start + 1):
        return
    left = straighten(flat[start : cue.start + 1])
    dates = _dates_in(page, left)
    if not dates or not dates[-1].days:
        return
    last = dates[-1]
    after = flat[start + last.end : start + last.end + 90]
    if not (RIGHT_CUE.match(after) if cue.kind != "verb" else RIGHT_VERB.match(after)):
        return
    own = _dates_in(page, straighten(flat[cue.end : cue.end + 40]))
    if (
        own
        and not OTHER_EVENT.search(flat[cue.end : cue.end + own[0].start])
        and ")" not in flat[cue.end : cue.end + 2]
    ):
        return
    if OTHER_EVENT.search(flat[max(0, start + last.start - 25) : start + last.start]):
        return
    yield _candidate(start, last, 0.9, ("pattern", "cue:after"))


def _column(page: Page, flat: str, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    for cell_start, cell_end in cells_below(page.lower, cue.start, cue.end, known):
        if cell_start in headers:
            return
        headers.add(cell_start)
        yield from _in_window(page, flat, cell_start, min(cell_end, cell_start + 60), ("cue:column",), 0.93)


def _in_window(
    page: Page, flat: str, start: int, end: int, why: tuple[str, ...], score: float
) -> Iterator[Candidate]:
    """The first date of a cell or field that a label names."""
    window = straighten(flat[start:end])
    dates = _dates_in(page, window)
    if dates and dates[0].days and not OTHER_EVENT.search(window[: dates[0].start]):
        yield _candidate(start, dates[0], score, ("pattern", *why))


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


_SEVERAL: Final = 2
_NAME_OR_NONE: Final = re.compile(r"(?:[A-Z][A-Za-z'-]+ ?[(,]|^[A-Za-z]+ [a-z]+ ?\() ?(?:le )?$", re.ASCII)
_FIGURE: Final = re.compile("[0-9]")
_NEW_SENTENCE: Final = re.compile(r"[.!?] +[a-z]{2,} [a-z]{2,}")
_PERIOD: Final = re.compile(r",? ?(?:au|jusqu'au|to|until|a) (?:le )?(?=[0-9]|[a-z]{3,9} [0-9])")
_TIGHT: Final = re.compile(
    r"[ :,]{0,3}(?:(?:le|en|un|vers le)[ :]{1,3}|hier,? le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche) )?$"
    r"|,? (?:a|au|aux|en|dans) [a-z' ,()-]{2,34},? (?:le )?$"
)
_HEADER_END: Final = re.compile(r" ?(?:le|on)? ?(?:[|;,\t\r\n]| {2}|$)")
_SEX_NEXT: Final = re.compile(
    r"[,;|/)-](?:(?<=[0-9].)|(?<=[0-9] .)) ?(?:sexe? ?:? ?|genre ?:? ?|gender ?:? ?)?"
    r"(?:[fmhx]|masc(?:ulin)?|fem(?:inin)?|homme|femme|male|female|garcon|fille|boy|girl)(?![a-z0-9'])"
)
_SEXES: Final = vocabulary(
    "f m h x masc masculin fem feminin homme femme male female garcon fille boy girl".split()
)
_DAY_WORDS: Final = vocabulary(("jour", "day", "jj", "dd"))
_CELL_MARKS: Final = frozenset(",;|/)-")
_PART_LABELS: Final = tuple(
    f"{word}{mark}" for word in ("jour", "day", "jj", "dd") for mark in (":", " :", "=", " =", " (")
)


def _layout(page: Page, flat: str) -> Iterator[Candidate]:
    """Dates that only their place tells: with name and sex, with a relative's name, or in three labelled parts."""
    found = (
        []
        if not page.clusters or _SEXES.isdisjoint(page.words)
        else [*_before_sex(page, flat), *_after_sex(page, flat)]
    )
    score = 0.75 if len(found) >= _SEVERAL else 0.55
    for written, offset in found:
        yield _candidate(offset, written, score, ("pattern", "layout:sex"))
    yield from _relatives(page, flat)
    if not _DAY_WORDS.isdisjoint(page.words) and any(label in flat for label in _PART_LABELS):
        for written in find_labelled_dates(flat, page.today):
            if written.days:
                yield _candidate(0, written, 0.5, ("pattern", "layout:parts"))


def _before_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, 2004-12-19, M"."""
    for found in _SEX_NEXT.finditer(flat):
        end = found.start() - (flat[found.start() - 1 : found.start()] == " ")
        if not flat[max(0, end - 1) : end].isdigit():
            continue
        start = max(0, end - 22)
        dates = [one for one in _dates_in(page, flat[start : end + 1]) if one.days and start + one.end == end]
        if dates and _is_named(page, start + dates[-1].start):
            yield dates[-1], start


def _after_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, M, 2004-12-19"."""
    for start, end in page.clusters:
        if end - start > 40 or flat[max(0, start - 2) : start].strip()[-1:] not in _CELL_MARKS:
            continue
        if not SEX_BEFORE.search(flat[max(0, start - 40) : start]):
            continue
        dates = [one for one in _dates_in(page, flat[start : end + 1]) if one.days]
        if dates and dates[0].start == 0 and _is_named(page, start):
            yield dates[0], start


def _relatives(page: Page, flat: str) -> Iterator[Candidate]:
    """ "ma fille Zoé (2015-03-04)": a name with its capital right before the date."""
    for cue in RELATIONS.find(flat, page.words):
        name = _NAME_OR_NONE.search(page.text[cue.start : cue.end])
        dates = _dates_in(page, straighten(flat[cue.end : cue.end + 30]))
        if name and dates and dates[0].start == 0 and dates[0].days:
            yield _candidate(cue.end, dates[0], 0.55, ("pattern", "layout:relative"))


def _is_named(page: Page, start: int) -> bool:
    """Whether a capitalised word stands before the date on its line, set off as in a list."""
    line = page.text[page.text.rfind("\n", 0, start) + 1 : start][-80:]
    return (
        re.search(r"[A-Z][A-Za-z'\-]+ ?[,;|/\t] ?(?:[A-Za-z]+ ?[,;|/\t] ?)*$", line.rstrip() + " ")
        is not None
    )


def _dates_in(page: Page, window: str) -> list[WrittenDate]:
    dates = list(find_dates(window, page.today))
    if "m" in window:
        dates += find_labelled_dates(window, page.today)
        dates.sort(key=lambda one: (one.start, -one.end))
    return dates


def _candidate(offset: int, written: WrittenDate, score: float, why: tuple[str, ...]) -> Candidate:
    start, end = offset + written.start, offset + written.end
    return Candidate("DATE_OF_BIRTH", start, end, round(score, 3), "birth-date", why, written.days)


RECOGNIZER = BirthDateRecognizer()
