"""Birth dates that answer a question: all that a line below it says, or what stands under its number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.asked import GREETS, answers, asked_for, says_only
from recognizers.birth_candidate import candidate, refused
from recognizers.birth_vetoes import CLAUSE_AFTER, NOTE_AFTER, OTHER_EVENT, SINCE_THEN, THING_AFTER
from recognizers.cues import Cue
from recognizers.dates import dates_in
from recognizers.glance import straighten
from recognizers.numbered_answers import Place
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: A line of a later date may tell when it was written, though a birth date is asked for.
_SINCE: Final = timedelta(days=2 * 365)
#: Whose birth date is asked for, near the question: a child's may be of late.
_CHILD: Final = compiled(
    r"(?<![a-z])(?:enfants?|bebes?|fils|filles?|nouveau-ne|child(?:ren)?|bab(?:y|ies)|newborn|sons?|daughters?)(?![a-z])"
)
#: Behind an answer, who did it or what was done.
_BY_SOMEBODY: Final = compiled(
    r",? ?(?:by|par) (?:the|an?|le|la|une?|l')|,? ?(?:interview|entrevue|meeting|call|appel|reunion|review)"
)
#: A question or a wish about a day, at the end of its line, and how long it is at most.
_OTHER_QUESTION: Final = compiled(
    r"(?<![a-z])(?:dates?|quand|when|jour|day|what year|quelle annee|depuis)(?![a-z])[^?\n]{0,100}\?[ \"'>\r]{0,4}\Z"
    r"|(?<![a-z])(?:veuillez|please|kindly|merci de|prieres? de)(?![a-z])[^?\n]{0,60}(?<![a-z])(?:dates?|jour|day)(?![a-z])"
    r"[^?\n]{0,60}\Z"
)
_QUESTION: Final = 140
#: So far around a question, or an answer, the other lines of its paragraph are read.
_PARAGRAPH: Final = 400
#: An answer that may be a date: a year of four figures, or a day and a month.
_MAY_BE_DATE: Final = compiled(
    r"(?<![0-9a-z])(?:(?:19|20)[0-9]{2}(?![0-9])|[0-3]?[0-9][-/. ][01]?[0-9][-/. ])"
)
#: The line above goes on over its end: "… is settled since / 2015-05-14".
_WRAPPED: Final = compiled(
    r"(?<![a-z])(?:depuis|since|until|jusqu'au?|du|from|on|le|the|dated?|datee?|avant|before|apres|after) {0,2}\r?\n[> |]*\Z"
)
_WRAP_REACH: Final = 32
#: What a numbered question may name.
ASKED: Final = ("label", "birth", "verb", "ending")


def line_answers(page: Page, flat: str, cues: list[Cue]) -> Iterator[Candidate]:
    """The dates that are all that a line says, where a birth date is asked for."""
    asked = asked_for(
        page,
        [
            cue
            for cue in cues
            if cue.kind in ("label", "birth") or (cue.kind == "verb" and not THING_AFTER.match(flat, cue.end))
        ],
    )
    for cue, line in answers(page, asked) if asked else ():
        dates = dates_in(page.today, straighten(flat[slice(*line)]))
        if len(dates) != 1 or not dates[0].days:
            continue
        child = _CHILD.search(flat, max(0, cue.start - 40), cue.end + 40) is not None
        if (
            (child or all(page.today - day > _SINCE for day in dates[0].days))
            and says_only(page, line, line[0] + dates[0].start, line[0] + dates[0].end)
            and not _WRAPPED.search(page.lower, max(0, line[0] - _WRAP_REACH), line[0])
            and not _answers_other(page, cue, line[0], cues)
            and not _is_anothers_turn(page.lower, cue.start, line[0])
        ):
            yield candidate(line[0], dates[0], 0.75, ("pattern", "cue:asked"))


def _answers_other(page: Page, cue: Cue, start: int, cues: list[Cue]) -> bool:
    """Whether the line above lower[start:] asks for the day of something else, behind the question of the cue."""
    above = page.lower.rfind("\n", 0, start)
    first = page.lower.rfind("\n", max(0, above - _QUESTION), above) + 1 if above > 0 else 0
    return (
        cue.end < first
        and _OTHER_QUESTION.search(page.lower, first, above) is not None
        and not any(first <= one.start < above for one in cues)
    )


def _is_anothers_turn(lower: str, cue: int, line: int) -> bool:
    """Whether questions that follow each other on lines are answered by as many lines, and lower[line:] is another's turn."""
    asked = _lines_around(lower, cue)
    answered = [one for one in _lines_around(lower, line) if not GREETS.fullmatch(lower, *one)]
    questions = [lower[start:end].rstrip(" \"'\r").endswith("?") for start, end in asked]
    own = next(index for index, (start, end) in enumerate(asked) if start <= cue <= end)
    first = own
    while first and questions[first - 1]:
        first -= 1
    last = own
    while last < len(asked) and questions[last]:
        last += 1
    turn = next((index for index, (start, end) in enumerate(answered) if start <= line <= end), own - first)
    return (
        last - first > 1
        and last - first == len(answered)
        and turn != own - first
        and asked != answered
        and _MAY_BE_DATE.search(lower, *answered[own - first]) is not None
    )


def _lines_around(lower: str, at: int) -> list[tuple[int, int]]:
    """The lines of the paragraph in which lower[at:] stands, as far as they are near."""
    first, last = max(0, at - _PARAGRAPH), min(len(lower), at + _PARAGRAPH)
    lines, start = [], first
    while start <= last:
        end = lower.find("\n", start, last)
        end = end if end >= 0 else last
        if lower[start:end].strip(" >\r"):
            lines.append((start, end))
        elif end < at:
            lines = []
        elif start > at:
            break
        start = end + 1
    return lines


def under_its_number(page: Page, flat: str, question: Place) -> Iterator[Candidate]:
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
