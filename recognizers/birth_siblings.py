"""Birth dates that stand as the one before them does: "Zoé Roy (2015-05-04), Luc Roy (2017-01-02) et Noah Roy (2019-03-06)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from recognizers.birth_candidate import candidate, date_at
from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import OTHER_EVENT, WROTE
from recognizers.dates import WrittenDate
from recognizers.everyday import is_everyday, is_name
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER

_WORD: Final = r"[A-Za-z][A-Za-z.'-]*+"
#: From a date in brackets to the next: ") et Noah Roy (".
_NEXT_IN_BRACKETS: Final = compiled(
    r"\) ?(?:[,;/]|,? ?(?:&|(?:et|and|puis|pis|ainsi que|as well as)(?![a-z])))[ \r\n]{1,3}"
    rf"(?:(?:et|and|puis|pis|ainsi que) )?(?P<who>{_WORD}(?: {_WORD}){{0,4}}) ?\((?:(?:nee?|born|le|on) )*"
)
_IN_BRACKETS: Final = compiled(r"\((?:(?:nee?|born|le|on) )*$")
#: A line of a list, up to its date: its mark, who it is, what leads to the date.
_LINE: Final = compiled(
    rf"(?<![^\n])[ >]*(?P<mark>[0-9]{{1,2}}[.)]|[*-])? ?"
    rf"(?P<who>{_WORD}(?: {_WORD}| \({_WORD}(?: {_WORD})?\)| ?#?[0-9](?![0-9])){{0,4}})"
    r"(?P<led> ?[-:,;|(=] ?|\t)(?:(?:nee?|born|le|on) )*"
)
#: Within a line: "La mienne : 7 octobre 2016. La cousine : 19 janvier 2008".
_SAID_BEFORE: Final = compiled(r"[a-z)] ?: ?(?:(?:le|on) )?\Z")
_SAID_NEXT: Final = compiled(
    r"(?:, (?:(?:who |qui )?(?:lives|living|habite|vit|reste|works|travaille)|from|de|in"
    r"|a) [^.;:,\n0-9]{2,30})?[.;,] (?:(?:et|and|pis|puis) )?(?:(?:mon|ma|my|notre|our|l[ea]|the|son|sa|his|her) )?"
    rf"(?P<who>{_WORD}(?: {_WORD}){{0,2}})(?P<more>,? [^.;:\n0-9]{{2,40}})? ?: ?(?:(?:le|on) )?(?=[0-9A-Za-z])"
)
#: Who is dead has such a date of that, unless it is of so long ago.
_DEAD: Final = compiled(
    r"(?<![a-z])(?:decede|defunt|deceased|died|dead|morte?)(?:s|e|es)?(?![a-z])|passed away"
)
_SINCE: Final = timedelta(days=20 * 365)
_LONGEST_LEAD: Final = 70
#: From the date to the next line: whatever else is told of somebody.
_REST: Final = compiled(r"[ .]*(?:[,;(|\t)][^\n]{0,90})?\r?\n")
_MARK: Final = compiled("[0-9]+")
#: What else is told of the day behind it, where no other date is: "Luc Roy : 2023-10-05, visite annuelle".
_TOLD_OF_IT: Final = compiled(
    r"(?<![a-z])(?:absen|presen|visite?|vaccin|hir(?:ed?|ing)(?![a-z])|retard|late(?![a-z])|vue?(?![a-z])|seen|examen"
    r"|exam(?![a-z])"
    r"|dose|annul|cancel|confirm|entrevue|interview|reunion|meeting|depart|retour|return|conge|leave|left|quitte"
    r"|parti(?![a-z]))"
)
_PLACE: Final = compiled(
    r"(?<![a-z])(?:hopital|hospital|clinique|clinic|ecole|school|cpe|clsc|chsld|garderie|daycare|centre|center"
    r"|residence)(?![a-z])"
)
#: Who signs, or what was done of late, has such a date; a baby, too.
_OF_LATE: Final = timedelta(days=60)
_BABY: Final = timedelta(days=2 * 366)
_LONGEST_REST: Final = 90
_FIGURE: Final = compiled("[0-9]")
_LONGEST: Final = 40
_MOST: Final = 30
_SURE: Final = 0.5
_ENOUGH: Final = 2
_CONTEXT: Final = "context"
_NAME: Final = compiled("[A-Za-z][A-Za-z'-]*")
_KIN: Final = frozenset(
    f"""{RELATIVES} kid kids enfants children soeur sour frere jumeau jumelle cadet cadette aine ainee moi me baby grandmother
    grandfather cousin cousine niece neveu nephew tante oncle aunt uncle older younger""".split()
)


class _Next(NamedTuple):
    """The date behind the next name: where its window begins, the date, whether it is a relative's, whether a mark leads both."""

    first: int
    written: WrittenDate
    kin: bool
    marked: bool


def siblings(page: Page, flat: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The dates that follow one of `found` behind the next name in the same manner. Linear: each is followed once.

    What only the words around tell must be told of two, or of a relative called so; one between two is told by both. A line
    without a mark follows two, or is a relative's: it may be signed and dated.
    """
    ends = {one.end: one for one in found if one.score >= _SURE and one.births}
    passed: set[int] = set()
    for end in sorted(ends):
        told, kin = 0, False
        at, start = end, ends[end].start
        waiting: list[Candidate] = []
        for row in range(1, _MOST):
            if at in passed:
                break
            passed.add(at)
            one = ends.get(at)
            if kin or (one and _CONTEXT not in one.evidence):
                told = _ENOUGH
            elif one:
                told += 1
            if told >= _ENOUGH:
                yield from waiting
                waiting = []
            after = _next(page, flat, start, at)
            if after is None or len(waiting) > 1:
                break
            first, written, kin, marked = after
            start, at = first + written.start, first + written.end
            if at not in ends and not (
                (marked or kin or row >= _ENOUGH) and _may_be_one(page, ends[end], written)
            ):
                kin = False
                break
            kin = kin and at not in ends
            if at not in ends:
                waiting.append(candidate(first, written, 0.6, ("pattern", "layout:sibling")))
        if told >= _ENOUGH or kin:
            yield from waiting


def _next(page: Page, flat: str, start: int, end: int) -> _Next | None:
    """The date behind the next name, where both stand alike."""
    if page.shape.find(b"0", end) < 0:
        return None
    if (said := _SAID_NEXT.match(page.text, end)) and _SAID_BEFORE.search(
        page.lower, start - len("x : le "), start
    ):
        return _said_next(page, flat, said)
    if (led := _NEXT_IN_BRACKETS.match(page.text, end)) and _IN_BRACKETS.search(
        page.text, start - len("(born on "), start
    ):
        written = date_at(page, flat, led.end(), _LONGEST)
        closed = written is not None and flat.startswith(")", led.end() + written.end)
        return (
            _Next(led.end(), written, kin=False, marked=True)
            if written and closed and _is_somebody(led["who"])
            else None
        )
    return _on_next_line(page, flat, start, end)


def _said_next(page: Page, flat: str, said: re.Match[str]) -> _Next | None:
    """The date behind a relative who is named in the next clause."""
    who = said["who"]
    written = date_at(page, flat, said.end(), _LONGEST)
    called = f"{who} {said['more'] or ''}".lower()
    kin = any(word in _KIN or word.rpartition("-")[2] in _KIN for word in _NAME.findall(called))
    if written and kin and _DEAD.search(called):
        kin = all(page.today - day > _SINCE for day in written.days)
    return (
        _Next(said.end(), written, kin=True, marked=False) if written and kin and _is_somebody(who) else None
    )


def _on_next_line(page: Page, flat: str, start: int, end: int) -> _Next | None:
    rest = _REST.match(page.text, end)
    if rest is None or page.shape.find(b"0", rest.end(), rest.end() + _LONGEST_LEAD + _LONGEST) < 0:
        return None
    begin = page.text.rfind("\n", max(0, start - _LONGEST_LEAD), start) + 1
    line = _LINE.fullmatch(page.text, begin, start)
    if line is None:
        return None
    led = _LINE.match(page.text, rest.end(), rest.end() + _LONGEST_LEAD)
    if led is None or led["led"] != line["led"] or not _follows(line["mark"], led["mark"]):
        return None
    written = date_at(page, flat, led.end(), _LONGEST) if _is_somebody(led["who"]) else None
    if written is None or WROTE.match(flat, led.end() + written.end):
        return None
    rest_of_line = page.lower[led.end() + written.end : led.end() + written.end + _LONGEST_REST].partition(
        "\n"
    )[0]
    if not _FIGURE.search(rest_of_line) and (
        OTHER_EVENT.search(rest_of_line) or _TOLD_OF_IT.search(rest_of_line)
    ):
        return None
    words = {word.lower() for word in _NAME.findall(led["who"])}
    return _Next(led.end(), written, not words.isdisjoint(_KIN), marked=led["mark"] is not None)


def _may_be_one(page: Page, told: Candidate, written: WrittenDate) -> bool:
    """Whether the date is not of the last days, unless the one that is told is a baby's."""
    ages = [page.today - day for day in written.days]
    return all(age > _OF_LATE for age in ages) or any(page.today - day < _BABY for day in told.births)


def _follows(mark: str | None, after: str | None) -> bool:
    """Whether the mark of a line is that of the next, or the next number."""
    if not mark or not after or not _MARK.match(mark):
        return mark == after
    return _MARK.match(after) is not None and int(after[:-1]) == int(mark[:-1]) + 1 and mark[-1] == after[-1]


def _is_somebody(who: str) -> bool:
    """Whether these words are somebody's name, or what he is in the family, and name nothing else."""
    words = _NAME.findall(who)
    said = who.lower()
    return (
        any(is_name(word.lower().partition("-")[0]) or word.lower() in _KIN for word in words)
        and not any(
            is_everyday(word.lower()) and word.lower() not in _KIN and not is_name(word.lower())
            for word in words
        )
        and not OTHER_EVENT.search(said)
        and not OTHER_NUMBER.search(said)
        and not _PLACE.search(said)
    )
