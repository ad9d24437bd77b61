"""Birth dates in the records of machines and clerks: fields of HL7 and of family trees that hold one; and dates that a segment, a
numbered box or a comparison with an earlier test gives to something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_cells import in_window
from recognizers.cues import vocabulary
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.segments import field_of, fields, may_have_fields

#: The fields of HL7 that hold a date of birth, by the segment: the patient's, a relative's, a guarantor's, the insured's.
_BIRTHS: Final = {"pid": 7, "nk1": 16, "gt1": 8, "in1": 18}
#: A family tree in the form that programs exchange.
_TREE: Final = compiled(r"(?<![^\n])[ >]{0,3}1 birt(?: y)?[ \r]{0,3}\n[ >]{0,3}2 date ")
_TREES: Final = vocabulary(("birt",))
_DATE: Final = 24
#: Segments whose names are words, too: of HL7 only where a message's head or a patient stands beside them.
_WORDS: Final = frozenset(("acc", "orc", "fac", "sch", "err"))
_HEADS: Final = vocabulary(("msh", "pid"))
#: In a patient's segment, whichever the field: a date right behind somebody's name, or before a sex.
_NAME_FIELD: Final = compiled(r"\|[a-z' -]{2,30}\^[a-z'^ -]{2,30}\|{1,2}\Z")
_SEX_FIELD: Final = compiled(r"\|{1,2}[mf] ?(?:[|\r\n]|\Z)")
#: Right before a date: an earlier test, what the Church or a school did on it, or the number of a box that no word names.
_OF_ANOTHER: Final = compiled(
    r"(?<![a-z])(?:compar(?:ed|ison|aison|ee?s?|atif)|(?:prior|previous|earlier) (?:exams?|stud(?:y|ies)|films?|x-?rays?|scans?"
    r"|mri|ct)|(?:examens?|films?|etudes?|cliches?|radios?) (?:anterieure?s?|precedente?s?))(?![a-z])[^.!?0-9]{0,24}\Z"
    r"|(?<![a-z])(?:confirmation|confirmed|confirmee?|sepulture|inhumation|enterrement|burial|graduated|graduation|graduee?"
    r"|diplomee?|ordination|ordained|ordonnee?)(?: (?:le|on))?[ :]{1,2}\Z"
)
_BOXED: Final = r"(?<![a-z])(?:box|case|boite|line|ligne|field|champ) ?#?([0-9]{1,2})(?![0-9])"
_BOX: Final = compiled(rf"{_BOXED}[a-z]? ?[:=] ?\Z")
_REACH: Final = 60
#: The page says elsewhere what the box holds: "Line 3 is the birth date", "date de naissance (case 4)"; so far it is looked for.
_BIRTH: Final = r"(?<![a-z])(?:nais|birth|born|nee?(?![a-z])|dob|ddn)"
_BOX_OF_BIRTH: Final = compiled(
    rf"{_BIRTH}[^.!?\n0-9]{{0,50}}{_BOXED}|{_BOXED}(?! ?[:=] ?[0-9])[^.!?\n0-9]{{1,50}}{_BIRTH}"
)
_TOLD_REACH: Final = 1000
#: Somebody's sex beside a date.
_SEX: Final = compiled(
    r"(?<![a-z0-9'])(?:[mf]|sexe?|male|femelle|female|homme|femme|masculin|feminin)(?![a-z'])"
)
_SEX_NEXT: Final = compiled(rf" ?[,;|/(-]? ?{_SEX.pattern}")


def may_hold_births(page: Page) -> bool:
    """Whether the page has such records."""
    return may_have_fields(page) or not _TREES.isdisjoint(page.words)


def in_fields(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates in the fields of HL7, and of a family tree's lines, that hold a date of birth."""
    for start, end in fields(page, _BIRTHS):
        yield from in_window(page, flat, start, end, ("cue:column",), 0.93)
    if _TREES.isdisjoint(page.words):
        return
    for born in _TREE.finditer(page.lower):
        end = page.line_end(born.end(), _DATE)
        yield from in_window(page, flat, born.end(), end, ("cue:column",), 0.93)


def is_of_record(page: Page, one: Candidate) -> bool:
    """Whether a date that no label calls a birth is a record's of something else."""
    start = one.start
    field = field_of(page.lower, start)
    first = max(0, start - _REACH)
    if field is not None and not (field[0] in _WORDS and _HEADS.isdisjoint(page.words)):
        return field[1] != _BIRTHS.get(field[0]) and not (
            field[0] == "pid"
            and (_SEX_FIELD.match(page.lower, one.end) or _NAME_FIELD.search(page.lower, first, start))
        )
    if box := _BOX.search(page.flat, first, start):
        return "layout:name" not in one.evidence and not _is_somebodys(page, one, box.end(), box[1])
    other = _OF_ANOTHER.search(page.flat, first, start)
    return other is not None and not _has_sex(page, other.start(), one)


def _is_somebodys(page: Page, one: Candidate, after: int, box: str) -> bool:
    """Whether a date in a numbered box is somebody's: a sex stands beside it, or the page says that the box is for a birth."""
    near = _BOX_OF_BIRTH.finditer(page.lower, max(0, one.start - _TOLD_REACH), one.end + _TOLD_REACH)
    return _has_sex(page, after, one) or any(box in (told[1], told[2]) for told in near)


def _has_sex(page: Page, first: int, one: Candidate) -> bool:
    """Whether a sex stands between `first` and the date, or right behind the date."""
    return (
        _SEX.search(page.flat, first, one.start) is not None
        or _SEX_NEXT.match(page.flat, one.end) is not None
    )
