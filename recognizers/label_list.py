"""Labels listed before their values: "Name, SIN, phone: Ann Roy, 130 692 544, 418 555-0134"."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from recognizers.patterns import Pattern, compiled

_PART: Final = compiled(r" ?[,;/|] ?| (?:et|and) ")
#: Where no such mark stands between the labels: "NAM-NAS".
_JOINT: Final = compiled(r" ?[-+&] ?")
_GREETING: Final = (
    "(?:hi|hello|dear|good (?:morning|afternoon)|bonjour|bonsoir|salut|allo|cher|chere)(?![a-z])"
)
#: Labels are words; a list of them is no longer than this, and so is that of their values.
_LABELS: Final = compiled(
    rf"(?:^|\n|(?<=[.!?] ))[ >*-]{{0,6}}(?!{_GREETING})([a-z'\" .,;/|()_+&-]{{5,80}}?) ?:[ \r\n>]{{0,4}}(?=[^\n])"
)
#: Another label among the values.
_LINK: Final = compiled("[a-z][\"')]{0,2} ?[:=]")
#: Where a sentence ends before a list of labels, and where another such list begins behind the values.
_SENTENCE: Final = compiled(r"(?<=[a-z0-9)][.!?] )(?=[a-z])")
_NEXT_LIST: Final = compiled(r"[.!?] (?=[a-z][a-z'\" .,;/|()_+&-]{4,80}:)")
_LONGEST: Final = 120
_FEWEST: Final = 2


def listed_value(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the value stands whose label lower[start:end] is in such a list; None where it is not, or where the counts differ."""
    begin = max(lower.rfind("\n", max(0, start - _LONGEST), start), 0)
    head = _LABELS.match(lower, begin, end + _LONGEST)
    if head is None or head.end(1) < end:
        near = max(begin, start - _LONGEST)
        begin = max((one.start() for one in _SENTENCE.finditer(lower, near, start + 1)), default=begin)
        head = _LABELS.match(lower, begin, end + _LONGEST)
    if head is None or head.end(1) < end:
        return None
    part = _PART if _PART.search(lower, *head.span(1)) else _JOINT
    labels = _cells(part, lower, *head.span(1))
    stop = lower.find("\n", head.end(), head.end() + _LONGEST)
    stop = stop if stop >= 0 else min(len(lower), head.end() + _LONGEST)
    following = _NEXT_LIST.search(lower, head.end(), stop)
    stop = following.start() if following else stop
    if _LINK.search(lower, head.end(), stop):
        return None  # more labels
    values = _cells(part, lower, head.end(), stop)
    if not _FEWEST <= len(labels) == len(values):
        return None
    place = next(index for index, (_, last) in enumerate(labels) if start < last)
    return values[place]


def _cells(part: Pattern, lower: str, start: int, end: int) -> list[tuple[int, int]]:
    cells = []
    for mark in part.finditer(lower, start, end):
        cells.append((start, mark.start()))
        start = mark.end()
    return [*cells, (start, end)]


#: Before a label, the others that slashes join to it: "RAMQ/".
_JOINED_BEFORE: Final = compiled(r"(?<![a-z0-9/])(?:[a-z][a-z' .]{1,30} ?/ ?){1,3}\Z")
#: Behind it, others, and what leads to the values.
_JOINED_AFTER: Final = compiled(
    r"(?: (?:no|num|number))?((?: ?/ ?[a-z][a-z'.]{1,14}(?: (?:of|de) [a-z]{3,10})?){0,3})"
    r" ?(?:[:=-]{1,2}|(?<=[a-z])) {0,2}(?:\r?\n[> ]{0,3})?"
)
#: A value: a NAM, a date, nine figures, other figures or words.
_VALUE: Final = compiled(
    r"(?:[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}|[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4}"
    r"|[0-9](?:[ .-]?[0-9]){8}|\(?[0-9][0-9 ()-]{2,15}|[a-z][a-z' .-]{1,30}?|[a-z0-9][a-z0-9 -]{1,20}?)(?![a-z0-9])"
)
_SLASH: Final = compiled(" ?/ ?")
_BEFORE_REACH: Final = 80


def paired_value(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the value stands whose label lower[start:end] slashes join to others: "RAMQ/SIN: TREL 4653 0115/130 692 544".

    None where there are not as many values as labels.
    """
    if (
        "/" not in lower[max(0, start - len(" / ")) : start]
        and "/" not in lower[end : end + len(" number / ")]
    ):
        return None
    before = _JOINED_BEFORE.search(lower, start - _BEFORE_REACH, start)
    after = _JOINED_AFTER.match(lower, end)
    if after is None:
        return None
    place = before[0].count("/") if before else 0
    labels = place + after[1].count("/") + 1
    if labels < _FEWEST:
        return None
    position = after.end()
    found = None
    for index in range(labels):
        value = _VALUE.match(lower, position)
        if value is None:
            return None
        if index == place:
            found = value.span()
        joint = _SLASH.match(lower, value.end())
        if (joint is not None) == (index == labels - 1):
            return None
        position = joint.end() if joint else position
    return found


#: What says that labels follow their values, or go before them, in the same order.
_ORDER: Final = (
    r"(?:respectively|respectivement|in (?:that|this) order|dans (?:cet|l'|le meme )ordre)(?![a-z])"
)
#: Between the values and their labels, behind them: "N and N: my … and my …, in that order".
_LABELS_FOLLOW: Final = compiled(r"(?: {0,4}:|,? {1,4}(?:are|sont))(?= )(?=[^:0-9.!?;]{0,120}\Z)")
_ORDER_BEFORE: Final = compiled(rf" {{1,4}}{_ORDER}[ ,:]{{1,5}}")
_ORDER_AFTER: Final = compiled(rf"([^.!?:;0-9]{{0,80}}?)[ ,(]{{1,5}}{_ORDER}")
_NEXT_LABEL: Final = compiled(
    r"(?:,? {1,4}(?:et|and|&|puis|then|ainsi que)(?: {1,4}(?:then|puis|ensuite|also|aussi))?"
    r"|,(?! {0,4}(?:merci|svp|thank|please))) {1,4}"
)
_NEXT_VALUE: Final = compiled(r" {1,4}(?:et|and|&|ainsi que) {1,4}|, {1,4}")
_STOP: Final = compiled(r"[.!?|] ")
#: A label that is the one before once more: "my SIN and hers".
_THE_SAME: Final = compiled(
    r"(?:cel(?:ui|le) d|l[ea] (?:sien|mien|leur)|that of|the one of|hers|his|mine|theirs)(?![a-z]* (?:file|phone))"
)
_NO_MORE: Final = compiled(r"[.!?:;0-9]")
_ORDERED: Final = 160
#: A sentence that says what the lines below it hold, each one: "Below are my NAM and then my SIN."
_LINES_FOLLOW: Final = compiled(
    r"(?:\A|\n|[.!?] )[ >*-]{0,6}(?:(?:(?:the )?following|below|here|in order) (?:are|is)|(?:le |la )?voici"
    r"|(?:vous trouverez |veuillez trouver )?ci-dessous|(?:please |you will |you'll )?find below)(?![a-z])"
    r"[ ,:]{1,3}(?:(?:dans l'ordre|in order)[ ,:]{1,3})?([^.!?:;0-9\n]{5,120})"
)
_LINE_ENDS: Final = compiled(r"(?: (?:number|no|num))?([^.!?:;0-9\n]{0,60})[.:]?(?: ?\r?\n[ >]{0,6}){1,3}")
_A_LINE: Final = compiled(r"(?:[*-] )?([a-z0-9(\"'][^\n:]{3,44}?)[ .]{0,3}(?:(?:\r?\n[ >]{0,6}){1,3}|\Z)")


#: The values of a list of labels, and those of the label that was asked for: with "and hers", two.
Valued = tuple[list[tuple[int, int]], list[tuple[int, int]]]


def _valued(values: list[tuple[int, int]], before: int, after: int, same: int = 1) -> Valued | None:
    """The last of the values, as many as labels, so many `before` and `after` one; that one's, with the `same` behind it."""
    count = before + 1 + after
    if not _FEWEST <= count <= len(values):
        return None
    values = values[-count:]
    return values, values[before : before + same]


def ordered_values(flat: str, start: int, end: int) -> Valued | None:
    """The values before a list of labels in the same order, which has the label flat[start:end]."""
    first = max(0, start - _ORDERED)
    near = flat[first : end + _LONGEST]
    if "respecti" not in near and "order" not in near and "ordre" not in near:
        return None
    mark = _LABELS_FOLLOW.search(flat, first, start)
    if mark is None:
        return None
    before = _ORDER_BEFORE.match(flat, mark.end(), start)
    after = _ORDER_AFTER.match(flat, end)
    if before is None and after is None:
        return None
    place = len(_NEXT_LABEL.findall(flat, before.end() if before else mark.end(), start))
    following = after[1] if after else _NO_MORE.split(flat[end : end + _LONGEST])[0]
    others = _NEXT_LABEL.split(following)[1:]
    same = 1 + len(list(takewhile(_THE_SAME.match, others)))
    begin = max((one.end() for one in _STOP.finditer(flat, first, mark.start())), default=first)
    values = _cells(_NEXT_VALUE, flat, begin, mark.start())
    return _valued(values, place, len(others), same)


def lined_values(lower: str, start: int, end: int) -> Valued | None:
    """The values on the lines below a sentence that says what these hold, the label lower[start:end] among that."""
    after = _LINE_ENDS.match(lower, end)
    head = _LINES_FOLLOW.search(lower, start - _ORDERED, end) if after else None
    if head is None or after is None or head.start(1) > start:
        return None
    place = len(_NEXT_LABEL.findall(lower, head.start(1), start))
    count = place + len(_NEXT_LABEL.findall(after[1])) + 1
    values: list[tuple[int, int]] = []
    position = after.end()
    while len(values) < count and (line := _A_LINE.match(lower, position)):
        values.append(line.span(1))
        position = line.end()
    return _valued(values, place, count - place - 1)


#: Brackets that say what the line before holds: "TREM 0412 1925 - 130 692 544 / (NAM, NAS)"; and what parts those values.
_BRACKET: Final = compiled(r"(?: ?\r?\n[> ]{0,6}| {1,3})\(((?:[a-z][^()0-9\n]{2,80})?)\Z")
_BRACKET_ENDS: Final = compiled(r"([^()0-9\n]{0,80})\)")
_IN_BRACKETS: Final = compiled(r" {0,3}[,/;|+&] {0,3}| {1,3}(?:-|et|and) {1,3}")
_IN_LINE: Final = compiled(r" {0,4}[,;|] {0,4}| {1,4}[-/] {1,4}")


def bracketed_values(lower: str, start: int, end: int) -> Valued | None:
    """The values on the line whose labels stand in brackets behind it, the label lower[start:end] among them."""
    closing = _BRACKET_ENDS.match(lower, end)
    opening = _BRACKET.search(lower, start - _LONGEST, start) if closing else None
    if opening is None or closing is None:
        return None
    place = len(_IN_BRACKETS.findall(opening[1]))
    first = max(0, opening.start() - _LONGEST)
    begin = max(first, lower.rfind("\n", first, opening.start()) + 1)
    values = _cells(_IN_LINE, lower, begin, opening.start())
    return _valued(values, place, len(_IN_BRACKETS.findall(closing[1])))
