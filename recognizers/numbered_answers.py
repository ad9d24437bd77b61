"""Numbered questions and, under the same numbers, their answers: "1) name 2) DOB 3) SIN" and "2) 3 July 1971"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN
from recognizers.cues import Cue
from recognizers.nine_digits import find_nine
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_other_labels import OTHER_NUMBER

#: The number or letter of an item: in brackets or before one, with a point, or with another mark at the start of its line.
_MARK: Final = compiled(
    r"(?:(?<![^\n])[ >*\-]{0,6}|(?<=[ (,;:?.>]))"
    r"(?:(?P<asks>q|question|(?P<answers>r|rep|reponse|a|ans|answer))[ .#]?(?P<of>[1-9][0-9]?)(?:[ ]?[).:\-]++|(?= ))"
    r"|\(?(?P<closed>[1-9][0-9]?|[a-h])\)(?=[ \na-z0-9])"
    r"|(?P<pointed>[1-9][0-9]?)\.(?=[ \na-z])"
    r"|(?:(?<![^\n])|(?<=\n> )|(?<=\n>))(?P<led>[1-9][0-9]?|[a-h])(?: ?[:\-.]| )(?=[ a-z0-9]))"
)
#: Right before a word that asks, the mark of its item: no figure stands between.
_MARKED: Final = Ending(
    r"(?<![a-z0-9])(?:(?:q|question)[ .#]?[1-9][0-9]?[ ).:\-]|(?:[1-9][0-9]?|[a-h]) ?[).:=\-]|[1-9][0-9]? )[^0-9\n]{0,60}$"
)
_MARK_REACH: Final = 68
#: Right before a word that names what an item holds, its number, and that it is that: "(7 is birth date, 8 = SIN)".
_EXPLAINED: Final = Ending(
    r"(?<![^(\n,;.&/ ])(?:(?:no|#|q|question|item|line|ligne) ?)?(?P<mark>[1-9][0-9]?|[a-h]) ?(?:=|:|is|est|c'est|was|was for"
    r"|pour|for)"
    r" ?(?:(?:the|my|his|her|our|la|le|ma|mon|son|sa|notre|no|numero|number|date|d'|de) ?){0,3}$"
)
#: A question has no value of its own: no date, no number.
_VALUE: Final = compiled("[0-9]{2}")
#: Behind what a question asks, its answer: "Date of birth: on file".
_ANSWERED: Final = compiled(
    r"[^:\n]{0,24}(?<![a-z])(?:on file|see (?:below|above|attached)|voir (?:plus bas|ci|dossier|plus haut)|au dossier"
    r"|n/?a(?![a-z])|unknown|inconnue?)"
    r"|[^:?\n]{0,24}: {0,3}(?!jour|jj|j/|dd|d/|day|aaaa|yyyy|mm|m/|annee|year|format|svp|please|s'il|required"
    r"|obligat|requis|of |de |du |votre|your|ex|\()[a-z]{2,}"
)
#: A title of its own above the answers, or right before them, that is not of answers.
_TITLED: Final = compiled(
    r"(?<![a-z])(?:histor|revision|version|sign(?:ed|es?|ature)|visit|embauch|hir(?:ed|ing|es?)(?![a-z])|deces|deaths?|arriv"
    r"|mariag|wedding|paiement|payment|expir|appointments?|rendez-vous|vaccin|absen|events?(?![a-z])|evenement|changes?(?![a-z])|modif"
    r"|previous|past (?!due)|dates? (?:of|de|des|d'|du) (?!nais|birth))"
)
_TITLE_REACH: Final = 90
#: A question that asks for something else, a day or a number of its own.
_OTHER_DAY: Final = compiled(
    r"(?<![a-z])(?:dates?(?![a-z])(?! (?:of |de )?(?:birth|nais))|adress|address|tel(?:ephone)?(?![a-z])|phone|signed|signature"
    r"|call(?:ed)?(?![a-z])|appel)"
)
#: The kinds of marks that number questions, and answers, rather than either.
_ASKS: Final = "asks"
_ANSWERS: Final = "answers"
_LETTER: Final = " letter"
#: No item is read further.
_LONGEST: Final = 160
_FEWEST: Final = 2
#: So many items are read on a page.
_MOST: Final = 400


class _Item(NamedTuple):
    """One item: the kind of its mark, its number, the run of items that it is in, where its mark and its words begin."""

    kind: str
    number: int
    run: int
    start: int
    begin: int


class Place(NamedTuple):
    """Where a question ends that holds a cue, where its answer stands, and what answers other things of that list (told once)."""

    end: int
    answer: tuple[int, int]
    others: list[tuple[int, int]]


def numbered(page: Page, cues: Iterable[Cue]) -> dict[int, Place]:
    """For the cues that stand in a numbered question with an answer under the same number: by where each begins. Linear."""
    lower = page.lower
    marked = [cue for cue in cues if _MARKED.search(lower, cue.start - _MARK_REACH, cue.start + 1)]
    if not marked:
        return {}
    items = list(_items(lower))
    runs: dict[int, list[int]] = {}
    named: dict[tuple[int, bool], list[int]] = {}
    for place, item in enumerate(items):
        runs.setdefault(item.run, []).append(place)
        named.setdefault(_name(item), []).append(place)
    runs_of = dict(runs)
    sizes = {run: len(of_run) for run, of_run in runs.items()}
    places = {}
    at = -1
    for cue in marked:
        if explained := _explained(lower, items, named, cue):
            places[cue.start] = explained
            continue
        while at + 1 < len(items) and items[at + 1].begin <= cue.start + 1:
            at += 1
        if at < 0:
            continue
        asked, end = items[at], _end(lower, items, at)
        if (
            cue.end > end
            or sizes[asked.run] < _FEWEST
            or asked.kind == _ANSWERS
            or _VALUE.search(lower, asked.begin, end)
            or _ANSWERED.match(lower, cue.end, end)
        ):
            continue
        answer = _answer(items, at, named[_name(asked)])
        if answer is None or _is_titled(lower, items, runs_of[items[answer].run][0]):
            continue
        ask_other = {_name(items[one]) for one in runs_of[asked.run] if _asks_other(lower, items, one)}
        others = [
            one for one in runs.pop(items[answer].run, ()) if one != answer and _name(items[one]) in ask_other
        ]
        places[cue.start] = Place(
            end, _span(lower, items, answer), [_span(lower, items, one) for one in others]
        )
    return places


def _explained(
    lower: str, items: list[_Item], named: dict[tuple[int, bool], list[int]], cue: Cue
) -> Place | None:
    """The item whose number stands right before a cue that names what it holds, the last above that."""
    said = _EXPLAINED.search(lower, cue.start - _MARK_REACH, cue.start)
    if said is None:
        return None
    number, letter = _number(said["mark"])
    above = [at for at in named.get((number, letter), ()) if items[at].begin < said.start()]
    answer = _span(lower, items, above[-1]) if above else (cue.start, cue.start)
    return Place(cue.end, answer, []) if answer[1] < said.start() else None


def other_numbers(page: Page, questions: Iterable[Place]) -> set[int]:
    """Where the nine figures begin that answer other questions of the same lists."""
    found = (find_nine(page.lower, *place) for question in questions for place in question.others)
    return {nine.start for nine in found if nine}


def _items(lower: str) -> Iterator[_Item]:
    """The items of the lists in `lower`; each list, of one kind of marks, is a run of numbers that follow each other."""
    last: dict[str, _Item] = {}
    runs = 0
    for count, found in enumerate(_MARK.finditer(lower)):
        if count == _MOST:
            return
        kind, number = _read(found.groupdict())
        before = last.get(kind)
        if before is not None and number == before.number + 1:
            run = before.run
        elif before is None and number != 1 and kind not in (_ASKS, _ANSWERS):
            continue
        else:
            runs += 1
            run = runs
        last[kind] = _Item(kind, number, run, found.start(), found.end())
        yield last[kind]


def _read(groups: dict[str, str | None]) -> tuple[str, int]:
    """The kind of a mark, and its number; a letter's place in the alphabet."""
    if said := groups["of"]:
        return _ANSWERS if groups["answers"] else _ASKS, int(said)
    kind, said = next((kind, said) for kind in ("closed", "pointed", "led") if (said := groups[kind]))
    number, letter = _number(said)
    return kind + _LETTER if letter else kind, number


def _number(said: str) -> tuple[int, bool]:
    """The number of a mark, and whether a letter stands for it."""
    return (int(said), False) if said.isdigit() else (ord(said) - ord("a") + 1, True)


def _span(lower: str, items: list[_Item], at: int) -> tuple[int, int]:
    """Where the words of an item stand."""
    return items[at].begin, _end(lower, items, at)


def _end(lower: str, items: list[_Item], at: int) -> int:
    """Where an item ends: at the next one, or with its line."""
    begin = items[at].begin
    last = items[at + 1].start if at + 1 < len(items) else len(lower)
    line = lower.find("\n", begin, min(last, begin + _LONGEST))
    return line if line >= 0 else min(last, begin + _LONGEST)


def _asks_other(lower: str, items: list[_Item], at: int) -> bool:
    """Whether a question names another thing, a day or a number of its own; "And your husband's?" asks the same."""
    asked = lower[slice(*_span(lower, items, at))]
    return any(other.search(asked) for other in (OTHER_EVENT, SINCE_THEN, OTHER_NUMBER, _OTHER_DAY))


def _is_titled(lower: str, items: list[_Item], first: int) -> bool:
    """Whether the words right above or before the first of a list of answers make it a list of something else."""
    start = items[first].start
    begin, end = _span(lower, items, first - 1) if first else (0, 0)
    if end >= start:
        said = lower[begin:start].partition(". ")[2]
    else:
        lines = [
            line for line in lower[max(end, start - _TITLE_REACH) : start].split("\n") if line.strip(" >")
        ]
        said = lines[-1] if lines else ""
    return _TITLED.search(said) is not None


def _name(item: _Item) -> tuple[int, bool]:
    """What question and answer have in common: the number, and whether a letter stands for it."""
    return item.number, item.kind.endswith(_LETTER)


def _answer(items: list[_Item], asked: int, named: list[int]) -> int | None:
    """Which item answers: of those `named` so in another list, the nearest behind it, or above a quotation."""
    one = items[asked]
    others = [
        at
        for at in named
        if items[at].run != one.run
        and (items[at].kind == _ANSWERS if one.kind == _ASKS else items[at].kind != _ASKS)
    ]
    return next((at for at in others if at > asked), others[-1] if others else None)
