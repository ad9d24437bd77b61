"""Birth dates in a list with name and sex: "Tremblay, Martin, 2004-12-19, M"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import CAPITALIZED, LONGEST, NAME_BEFORE, NAME_REACH
from recognizers.cues import gate
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import places, straighten, words_marked
from recognizers.known_plain import HYPHENED, MARK_REACH, MARKED, MARKS
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled

#: So many such dates make it a list.
_SEVERAL: Final = 2
_SEX_NEXT: Final = compiled(
    r"\"? ?[,;|/)-] ?\"?(?:sexe? ?:? ?|genre ?:? ?|gender ?:? ?)?"
    r"(?:[fmhx]|masc(?:ulin)?|fem(?:inin)?|homme|femme|male|female|garcon|fille|boy|girl)(?![a-z0-9'])"
)
_SEX_BEFORE: Final = compiled(
    r"(?<![a-z0-9])[a-z'-]{2,} ?[(,;|/-]+ ?(?:sexe? ?:? ?)?(?:[fmhx]|masculin|feminin|homme|femme|male"
    r"|female|garcon|fille|boy|girl) ?[),;|/-]+ ?$"
)
_SEXES: Final = frozenset(
    "f m h x masc masculin fem feminin homme femme male female garcon fille boy girl".split()
)
_SHORT_MONTHS: Final = frozenset(
    "jan janv fev fevr feb mar mars avr avril apr mai may jun juin jul juil aou aout aug sep sept oct nov dec".split()
)
#: Closed on pages on which no date stands beside a sex.
SEXES: Final = gate(_SEXES, stands=MARKED) | gate(_SHORT_MONTHS, stands=HYPHENED)
_SHORT_DATE: Final = compiled(
    r"(?<![0-9a-z-])[0-3]?[0-9]-[a-z]{3,5}-[0-9]{2}"
    r"(?=\"? ?[ ,;|/] ?\"?(?:[fmhx]|masc|fem|homme|femme|male|female)(?![a-z0-9']))"
)
#: How far a sex stands from the date that belongs to it: `_SEX_NEXT`, `_SEX_BEFORE`.
_LONGEST_MARK: Final = MARK_REACH
_CELL_MARKS: Final = frozenset(",;|/)-")
#: How far above a cell its header may stand; headers that say nothing of their own, and those of births.
_LONGEST_BLOCK: Final = 1500
_NEUTRAL_TITLES: Final = frozenset(("", "date", "dates", "jour", "day"))
_BIRTH_TITLE: Final = compiled(
    r"nais|birth|born|ddn|dob|d\.d\.n|d\.o\.b|(?<![a-z])(?:nee?(?![a-z])|age)|anniv|bday"
)
_FIGURE: Final = compiled("[0-9]")
_MOST_NAMES: Final = 2
_WORDS: Final = compiled("[a-z][a-z'-]*")
#: Surname and given name before the sex: one word may be anything ("Shoes, F, …").
_TWO_NAMES: Final = compiled(
    r"(?<![A-Za-z])[A-Z][A-Za-z'-]+ ?[,;|/\t ]{1,3}[A-Z][A-Za-z'-]+ ?[(,;|/\t-] ?(?:[A-Za-z]+ ?:? ?){1,2}[),;|/-] ?$"
)
#: After name, sex and date a word goes on: no list of people ("Jacket, M, 2026-01-05, returned").
_WORD_FOLLOWS: Final = compiled("[ ,;]{1,3}[a-z]{4}")
#: A letter within a code: "SAS-M-301144".
_IN_CODE: Final = compiled(r"(?<![A-Za-z0-9-])([A-Z0-9]{1,4})-[A-Z]-\Z")
#: Surname and given name in cells, then numbers in others.
_NAME_CELLS: Final = compiled(
    r"[A-Z][A-Za-z'-]+ ?[,;|\t] ?[A-Z][A-Za-z'-]+ ?[,;|\t] ?(?:[0-9][0-9 -]* ?[,;|\t] ?){1,3}$"
)
#: The same in small letters, behind a label.
_LABELLED_NAME: Final = compiled(
    r"(?<![a-z])(?:patiente?|assuree?|beneficiaire|usagere?|enfant|eleve|nom|name|client|cliente|insured|beneficiary|child|student"
    r"|employee?|conjointe?|spouse|titulaire|holder) ?: ?(?:[a-z'-]{2,20}[ ,]{1,2}){2,4}$"
)


def beside_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int, float]]:
    """The dates that a name and a sex stand beside, where their window begins, and the score of each."""
    said = _SEXES & page.words
    if not said:
        return
    sexes = words_marked(said, flat, page.shape, MARKS, _LONGEST_MARK)
    found = [*_before_sex(page, flat, sexes), *_after_sex(page, flat, sexes)] if sexes else []
    score = 0.75 if len(found) >= _SEVERAL else 0.55
    for written, offset in found:
        yield written, offset, score
    for written, offset in _short_before_sex(page, flat):
        yield written, offset, 0.55


def _before_sex(page: Page, flat: str, sexes: list[tuple[int, str]]) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, 2004-12-19, M"."""
    seen = 0
    for at, _ in sexes:
        end = page.shape.rfind(b"0", max(seen, at - _LONGEST_MARK), at) + 1
        if not end or not _SEX_NEXT.match(flat, end + (flat[end] == " ")):
            continue
        seen = end
        start = max(0, end - LONGEST)
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


def _short_before_sex(page: Page, flat: str) -> Iterator[tuple[WrittenDate, int]]:
    """ "Martin Tremblay 12-avr-85 M": a year of two figures."""
    for month in _SHORT_MONTHS & page.words:
        for at in places(f"-{month}-", flat):
            start = at - 2 if flat[at - 2 : at - 1].isdigit() else at - 1
            found = _SHORT_DATE.match(flat, start) if start >= 0 else None
            dates = [one for one in dates_in(page.today, found[0]) if one.days] if found else []
            before = page.text[max(0, start - NAME_REACH) : start].rpartition("\n")[2].rstrip(" ,;|/\t")
            if dates and (
                (NAME_BEFORE.search(before.replace(",", "") + " ") and not _are_things(before))
                or _ends_in_names(before)
            ):
                yield dates[0], start


def _after_sex(page: Page, flat: str, sexes: list[tuple[int, str]]) -> Iterator[tuple[WrittenDate, int]]:
    """ "Tremblay, Martin, M, 2004-12-19"."""
    following = None
    for at, sex in sexes:
        after = at + len(sex)
        index = bisect_left(page.clusters, (after, 0))
        if index == len(page.clusters) or page.clusters[index] == following:
            continue
        start, end = page.clusters[index]
        if start - after > _LONGEST_MARK or end - start > LONGEST:
            continue
        following = start, end
        if flat[start - 1 - (flat[start - 1] == " ")] not in MARKS:
            continue
        if not _SEX_BEFORE.search(flat[max(0, start - 40) : start].replace('"', "")):
            continue
        dates = [one for one in dates_in(page.today, straighten(flat[start : end + 1])) if one.days]
        if (
            dates
            and dates[0].start == 0
            and not (dates[0].form == "six" and _is_in_code(page.text, start))
            and _is_named_and_sexed(page.text[max(0, start - 60) : start].replace('"', ""))
            and not _is_headed(page, start)
            and not _WORD_FOLLOWS.match(page.text, start + dates[0].end)
        ):
            yield dates[0], start


def _is_in_code(text: str, start: int) -> bool:
    """Whether a code goes on at `start`, one that begins with no name: "SAS-M-301144", not "ROY LUC-M-301144"."""
    found = _IN_CODE.search(text, max(0, start - len(" ABCD-M-")), start)
    return found is not None and not is_name(found[1].lower())


def _is_named_and_sexed(before: str) -> bool:
    if (listed := _TWO_NAMES.search(before)) and not _are_things(listed[0]):
        return True
    return _ends_in_names(before.rpartition("\n")[2])


def _is_headed(page: Page, start: int) -> bool:
    """Whether a table's header calls the dates of this column something of its own: a visit, a hiring."""
    first = max(0, start - _LONGEST_BLOCK)
    block = page.lower[max(page.lower.rfind("\n\n", first, start) + 2, first) : start]
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


def _ends_in_names(line: str) -> bool:
    """Whether a surname and a known given name, in whatever case, are all the words of the line: "tremblay,martin,"."""
    words = [word.partition("-")[0] for word in _WORDS.findall(line.lower()) if word not in _SEXES]
    return (
        1 < len(words) <= _MOST_NAMES and all(map(is_name, words[-2:])) and not GIVEN.isdisjoint(words[-2:])
    )


def _is_named(page: Page, start: int) -> bool:
    """Whether a capitalised word stands before the date on its line, set off as in a list."""
    line = page.text[max(0, start - 80) : start].rpartition("\n")[2]
    if not line.strip(" >"):
        line = page.text[max(0, start - 80) : start].rstrip(" >\r\n").rpartition("\n")[2]
    if _LABELLED_NAME.search(line.lower()) or _ends_in_names(line):
        return True
    listed = re.search(
        r"[A-Z][A-Za-z'\-]+ ?[,;|/\t] ?(?:[A-Za-z]+ ?[,;|/\t] ?)*$", line.rstrip() + " "
    ) or _NAME_CELLS.search(line.replace('"', ""))
    return listed is not None and not _are_things(line)


def _are_things(written: str) -> bool:
    """Whether the last words with a capital are everyday ones: "Chandail, Bleu, M"."""
    return all(is_everyday(word.lower()) for word in CAPITALIZED.findall(written)[-2:])
