"""Birth dates that only their place tells: in a list with name and sex, beside a relative's name or an age, in labelled parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from recognizers.birth_cues import LISTED_CHILDREN, RELATIONS, SEX_BEFORE
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import vocabulary
from recognizers.dates import WrittenDate, dates_in, find_labelled_dates, straighten
from recognizers.everyday import is_everyday
from recognizers.name_lists import GIVEN
from recognizers.page import Candidate, Page
from recognizers.places import places

_SEVERAL: Final = 2
#: A date in words, with its day of the week, is no longer.
_LONGEST: Final = 40
_NAME_OR_NONE: Final = re.compile(r"(?:[A-Z][A-Za-z'-]+ ?[(,]|^[A-Za-z]+ [a-z]+ ?\() ?(?:le )?$", re.ASCII)
_SEX_NEXT: Final = re.compile(
    r"[,;|/)-] ?(?:sexe? ?:? ?|genre ?:? ?|gender ?:? ?)?"
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

#: How far above a cell its header may stand; headers that say nothing of their own, and those of births.
_LONGEST_BLOCK: Final = 1500
_NEUTRAL_TITLES: Final = frozenset(("", "date", "dates", "jour", "day"))
_BIRTH_TITLE: Final = re.compile(
    r"nais|birth|born|ddn|dob|d\.d\.n|d\.o\.b|(?<![a-z])(?:nee?(?![a-z])|age)|anniv|bday"
)
_FIGURE: Final = re.compile("[0-9]")

_MOST_CHILDREN: Final = 12
_CAPITAL: Final = re.compile("[A-Z]")
_CAPITALIZED: Final = re.compile("[A-Z][A-Za-z'-]+")
#: Surname and given name before the sex: one word may be anything ("Shoes, F, …").
_TWO_NAMES: Final = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z'-]+ ?[,;|/\t ]{1,3}[A-Z][A-Za-z'-]+ ?[,;|/\t-] ?(?:[A-Za-z]+ ?:? ?){1,2}[,;|/-] ?$"
)
#: After name, sex and date a word goes on: no list of people ("Jacket, M, 2026-01-05, returned").
_WORD_FOLLOWS: Final = re.compile("[ ,;]{1,3}[a-z]{4}")
_CHILD: Final = re.compile(
    r"[\s,;:/&*.)\]\-]*(?:(?:et|and|puis|[0-9]\)?|notre|nos|our|ma|mon|my|fils|fille|son|daughter)[\s.,:]+){0,3}"
    r"(?:(?!(?i:le|la|les|on|the|en|in|since|depuis) )[A-Z][A-Za-z'-]+[\s,:]{1,3}){1,3}[(\[:,\-]?[ \"'*_<>=\x7f\-]{0,4}(?:le )?$"
    r"| ?[:\-] ?(?:[a-z'-]{2,20} ){1,3}\((?:le )?$"
)
_NAME_BEFORE: Final = re.compile(
    r"[A-Z](?<![A-Za-z.'-][A-Z])[A-Za-z'-]{1,20} (?:[A-Z][A-Za-z'-]{1,20} ){0,1}[A-Z][A-Za-z'-]{0,20} $"
)
#: The same in small letters, behind a label.
_LABELLED_NAME: Final = re.compile(
    r"(?<![a-z])(?:patiente?|assuree?|beneficiaire|usagere?|enfant|eleve|nom|name|client|cliente|insured|beneficiary|child|student"
    r"|employee?|conjointe?|spouse|titulaire|holder) ?: ?(?:[a-z'-]{2,20}[ ,]{1,2}){2,4}$"
)
#: Beside a name, the date of a letter or a visit rather than of a birth.
_RECENT: Final = timedelta(days=3 * 365)
_NUMBER_LABELS: Final = vocabulary("nam nas sin ssn ramq hin medicare health assurance carte".split())
_NUMBER_FOLLOWS: Final = re.compile(
    r"(?:nam|nas|sin|ssn|ramq|hin|medicare|health (?:card|insurance)|assurance[ -](?:maladie|sociale)"
    r"|carte (?:soleil|ramq|d'ass|sante))"
    r"(?![a-z])[a-z' .:#^\-]{1,30}[0-9]"
)
_LISTED_NEXT: Final = re.compile(r" ?[,;|/\-] ?(?:(?:no|num|numero|n\^|#)\.? ?(?:d'|de )?)?")
_NAME_LISTED: Final = re.compile(
    r"(?<![A-Za-z.'-])[A-Z][A-Za-z'-]{1,20} (?:[A-Z][A-Za-z'-]{1,20} ){0,2}[A-Z][A-Za-z'-]{1,20} ?[,;|/-] ?$"
)
#: Not an author or a speaker: "(2019).", "(2 mars 2025) a écrit :".
_NAMED_ENDS: Final = re.compile(r"\)(?!\.| ?:| (?:a ecrit|ecrit|wrote|dit|said))")
#: Whoever wrote on that day: the head of a quotation.
WROTE: Final = re.compile(r"\)? (?:a ecrit|wrote)")
_AGE_WORDS: Final = vocabulary("ans an years year yrs yr yo".split())
_AGE_BEFORE: Final = re.compile(r"(?<![0-9])([0-9]{1,3}) ?$")
_AGE_OPENS: Final = re.compile(
    r"(?:ans?|years?|yrs?|yo)(?![a-z])(?: old)?[ ,;]{0,2}[(\[,\-:]? ?(?:le )?(?=[0-9a-z])"
)


def layouts(page: Page, flat: str) -> Iterator[Candidate]:
    """Dates that only their place tells: with name and sex, with a relative's name, or in three labelled parts."""
    words = page.words
    if not _SEXES.isdisjoint(words):
        found = [*_before_sex(page, flat), *_after_sex(page, flat)]
        score = 0.75 if len(found) >= _SEVERAL else 0.55
        for written, offset in found:
            yield candidate(offset, written, score, ("pattern", "layout:sex"))
    if RELATIONS.may_match(words):
        yield from _relatives(page, flat)
    if LISTED_CHILDREN.may_match(words):
        yield from _children(page, flat)
    yield from _named(page, flat)
    if not _NUMBER_LABELS.isdisjoint(words):
        yield from _identified(page, flat)
    if not _AGE_WORDS.isdisjoint(words):
        yield from _aged(page, flat)
    if not _DAY_WORDS.isdisjoint(words) and any(label in flat for label in _PART_LABELS):
        for written in find_labelled_dates(flat, page.today):
            if written.days:
                yield candidate(0, written, 0.5, ("pattern", "layout:parts"))


def _before_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, 2004-12-19, M"."""
    padded = f"{flat}  "
    for end in [end for _, end in page.groups if padded[end + (padded[end] == " ")] in _CELL_MARKS]:
        if not _SEX_NEXT.match(flat, end + (padded[end] == " ")):
            continue
        start = max(0, end - _LONGEST)
        dates = [
            one
            for one in dates_in(page.today, straighten(flat[start : end + 1]))
            if one.days and start + one.end == end
        ]
        if (
            dates
            and _is_named(page, start + dates[-1].start)
            and not _is_headed(page, start + dates[-1].start)
        ):
            yield dates[-1], start


def _after_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, M, 2004-12-19"."""
    padded = f"  {flat}"
    for start, end in page.clusters:
        if padded[start + (padded[start + 1] != " ")] not in _CELL_MARKS or end - start > _LONGEST:
            continue
        if not SEX_BEFORE.search(flat[max(0, start - 40) : start]):
            continue
        dates = [one for one in dates_in(page.today, straighten(flat[start : end + 1])) if one.days]
        if (
            dates
            and dates[0].start == 0
            and _TWO_NAMES.search(page.text[max(0, start - 60) : start])
            and not _is_headed(page, start)
            and not _WORD_FOLLOWS.match(page.text, start + dates[0].end)
        ):
            yield dates[0], start


def _is_headed(page: Page, start: int) -> bool:
    """Whether a table's header calls the dates of this column something of its own: a visit, a hiring."""
    block = page.lower[max(page.lower.rfind("\n\n", 0, start) + 2, start - _LONGEST_BLOCK, 0) : start]
    above = block.splitlines()
    row = above.pop() if above else ""
    mark = row.rstrip(' "')[-1:]
    if mark not in _CELL_MARKS:
        return False
    column = row.count(mark)
    for line in above:
        cells = line.split(mark)
        if column < len(cells) and not _FIGURE.search(line):
            title = cells[column].strip(' "*')
            if _BIRTH_TITLE.search(title):
                return False
            return title not in _NEUTRAL_TITLES or any(_BIRTH_TITLE.search(cell) for cell in cells)
    return False


def _relatives(page: Page, flat: str) -> Iterator[Candidate]:
    """ "ma fille Zoé (2015-03-04)": a name with its capital right before the date."""
    for cue in RELATIONS.find(flat, page.words):
        name = _NAME_OR_NONE.search(page.text[cue.start : cue.end])
        dates = dates_in(page.today, straighten(flat[cue.end : cue.end + 30]))
        if name and dates and dates[0].start == 0 and dates[0].days:
            yield candidate(cue.end, dates[0], 0.55, ("pattern", "layout:relative"))


def _children(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Nos enfants : Zoé (2015-03-04) et Noah (2017-01-02)"."""
    for cue in LISTED_CHILDREN.find(flat, page.words):
        position = cue.end
        for _ in range(_MOST_CHILDREN):
            dates = dates_in(page.today, straighten(flat[position : position + 2 * _LONGEST]))
            gap = page.text[position : position + dates[0].start] if dates else ""
            if not dates or not dates[0].days or not _CHILD.match(gap) or OTHER_EVENT.search(gap.lower()):
                break
            if WROTE.match(flat, position + dates[0].end):
                break
            if cue.kind == "titled" and not _names_child(gap):
                break
            score, why = (0.65, "layout:relative") if _CAPITAL.search(gap) else (0.4, "layout:name")
            yield candidate(position, dates[0], score, ("pattern", why))
            position += dates[0].end


def _names_child(gap: str) -> bool:
    """Whether the first capital before a date is a given name's: a bare title may head anything ("Kids: Hockey 12 May")."""
    name = _CAPITALIZED.search(gap)
    return name is not None and name[0].lower().partition("-")[0] in GIVEN


def _named(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Prénom Nom (12 avril 1985)": too little by itself, enough beside somebody's number."""
    for at in places("(", page.text):
        if (
            not page.text[at - 2 : at - 1].isalpha()
            or page.shape.find(b"0", at + 1, at + 16) < 0
            or not (name := _NAME_BEFORE.search(page.text[max(0, at - 46) : at]))
        ):
            continue
        dates = dates_in(page.today, straighten(flat[at + 1 : at + _LONGEST]))
        if (
            dates
            and dates[0].start == 0
            and dates[0].days
            and _NAMED_ENDS.match(flat, at + 1 + dates[0].end)
            and not OTHER_EVENT.search(flat, max(0, at - 60), at)
            and not any(is_everyday(word) for word in name[0].lower().split())
            and not all(page.today - day < _RECENT for day in dates[0].days)
        ):
            yield candidate(at + 1, dates[0], 0.4, ("pattern", "layout:name"))


def _identified(page: Page, flat: str) -> Iterator[Candidate]:
    """ "Martin Tremblay, 2004-12-19, NAM …": a name, a date and a labelled number in one line."""
    for word in _NUMBER_LABELS & page.words:
        for at in places(word, flat):
            if not _NUMBER_FOLLOWS.match(flat, at):
                continue
            start = max(0, at - _LONGEST)
            dates = dates_in(page.today, straighten(flat[start:at]))
            if not dates or not dates[-1].days or not _LISTED_NEXT.fullmatch(flat, start + dates[-1].end, at):
                continue
            begin = start + dates[-1].start
            if _NAME_LISTED.search(page.text[max(0, begin - 46) : begin]):
                yield candidate(start, dates[-1], 0.6, ("pattern", "layout:name"))


def _aged(page: Page, flat: str) -> Iterator[Candidate]:
    """ "41 ans (1985-04-12)": an age and the date that makes it."""
    for word in _AGE_WORDS & page.words:
        for at in places(word, flat):
            if not flat[max(0, at - 2) : at].rstrip(" ")[-1:].isdigit():
                continue
            aged = _AGE_BEFORE.search(flat[max(0, at - 4) : at])
            opened = _AGE_OPENS.match(flat, at) if aged else None
            if not aged or not opened:
                continue
            dates = dates_in(page.today, straighten(flat[opened.end() : opened.end() + _LONGEST]))
            if (
                dates
                and not dates[0].start
                and any(_is_aged(page, day, int(aged[1])) for day in dates[0].days)
            ):
                yield candidate(opened.end(), dates[0], 0.8, ("pattern", "layout:age"))


def _is_aged(page: Page, birth: date, years: int) -> bool:
    """Whether somebody born then is this old, give or take a year."""
    return abs((page.today - birth).days / 365.25 - years - 0.5) <= 1


def _is_named(page: Page, start: int) -> bool:
    """Whether a capitalised word stands before the date on its line, set off as in a list."""
    line = page.text[page.text.rfind("\n", 0, start) + 1 : start][-80:]
    if not line.strip(" >"):
        line = page.text[max(0, start - 80) : start].rstrip(" >\r\n").rpartition("\n")[2]
    return (
        re.search(r"[A-Z][A-Za-z'\-]+ ?[,;|/\t] ?(?:[A-Za-z]+ ?[,;|/\t] ?)*$", line.rstrip() + " ")
        or _LABELLED_NAME.search(line.lower())
    ) is not None


def candidate(offset: int, written: WrittenDate, score: float, why: tuple[str, ...]) -> Candidate:
    """A birth date found in a window that begins at `offset`."""
    start, end = offset + written.start, offset + written.end
    return Candidate("DATE_OF_BIRTH", start, end, round(score, 3), "birth-date", why, written.days)
