"""Nine digits that what a machine or a clerk writes gives to something else, by its layout: a field of an HL7 segment, an element
of X12, a key of a log, a line of a GEDCOM file, a cell that says what it holds, labels told in their order.

And where such a layout says that they are a SIN: PID-19, REF*SY.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.cues import vocabulary
from recognizers.everyday import is_name
from recognizers.inserted import inserted_under
from recognizers.nine_digits import find_nine_in_cell
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.segments import field_of, fields, may_have_fields
from recognizers.sin_next import names_thing, says_what
from recognizers.sin_number import IN_BLOCK, IN_FIELD, OF_SAMPLES, judge
from recognizers.sin_other_labels import OTHER_NUMBER, SINS
from recognizers.x12 import elements, has_marks, is_element, segments

#: The fields of HL7 that hold somebody's social insurance number, by the segment.
_SOCIAL: Final = {"pid": 19, "nk1": 37, "gt1": 12, "in1": 49, "in2": 2}
#: The elements of X12 that hold one: SY and 34 are the codes of social insurance and security numbers …
_CODED: Final = {("ref", 1, "sy"): 2, ("nm1", 8, "34"): 9, ("n1", 3, "34"): 4}
#: … and where people are enrolled in a plan, their number there, too, which most plans have known them by.
_ENROLLED: Final = {("ref", 1, "0f"): 2}
_ENROLS: Final = compiled(r"(?<![a-z0-9*])ins([*|^])[yn]\1")
#: The key of a log or a formula right before its value: "size=786012278", "n = 184 600 948".
_KEY: Final = compiled(r"(?<![a-z0-9_])([a-z][a-z0-9_]{0,24}) ?= ?[\"']?\Z")
#: A cell that says what it holds, of a row that has others before it: "…; dépôt 237917745 ;".
_CELL: Final = compiled(
    r"[;|\t,] ?(?:[a-z][a-z'.-]*+ ){0,2}([a-z][a-z'-]{2,20}+)(?: (?:no|num|number|#))?\.? ?[:#]? ?\Z"
)
_CELL_ENDS: Final = compiled(r" ?(?:[;|\t,\r\n]|\Z)")
#: A line of a GEDCOM file: level, tag and value.
_TAGGED: Final = compiled(r"(?<![^\n])[ >]{0,3}[0-9]{1,2} (?!ssn|sin|nas)_?([a-z]{3,5}) \Z")
_RECORD: Final = compiled(r"(?<![^\n])[ >]{0,3}0 @[a-z0-9]{1,12}@ [a-z]{3,4}(?![a-z])")
_RECORD_REACH: Final = 2000
#: Labels that are told in their order, behind their values or before them: "(no de carte, no de facture, dans cet ordre)".
_ORDER: Final = (
    compiled(
        r"(?:[\n(.;:!?]|\A)([^\n().;:!?]{6,120}),? ?(?:dans (?:cet|le meme|l')? ?ordre|in (?:(?:that|this|the same) )?order"
        r"|respectivement|respectively)(?![a-z])"
    ),
    compiled(
        r"(?<![a-z])(?:dans (?:cet|le meme|l')? ?ordre|in (?:(?:that|this|the same) )?order) ?: ?([^\n().;:!?]{6,120})"
    ),
)
#: One of them at least numbers a thing, beside what `OTHER_NUMBER` has; and none is the number for taxes.
_NUMBERS_A_THING: Final = compiled(
    r"(?<![a-z])(?:(?:no|num|numero)s?\.? (?:de |d'|du )(?!ass|pers)"
    r"|(?!(?:and|the|her|his|your)(?![a-z]))[a-z]{3,20} (?:number|no)(?![a-z]))"
)
_OF_TAXES: Final = compiled(
    r"(?<![a-z])(?:(?:numero|no|number) (?:pour|for|de|d'|of) ?(?:l'|mes |my |the )?(?:impots?|tax(?:es)?)"
    r"|tax (?:number|id|no))(?![a-z])"
)
#: Of a sentence that has labels and their values, what stands before these.
_BEFORE_VALUES: Final = compiled("[^0-9]*")
_LINKS: Final = (",", " et ", " and ")
_ORDERED: Final = vocabulary("ordre order respectivement respectively".split())
_ORDER_REACH: Final = 160
_REACH: Final = 130
_LONGEST_KEY: Final = 30


def social_fields(page: Page) -> Iterator[Candidate]:
    """The numbers in the fields of HL7 and the elements of X12 that hold a SIN; none that examples of such have."""
    if not may_have_fields(page) and not (has_marks(page) and page.once(segments)):
        return
    for start, end in (*fields(page, _SOCIAL), *elements(page, _CODED)):
        if (nine := find_nine_in_cell(page.lower, start, end)) and nine.digits not in OF_SAMPLES:
            yield from judge(page, nine, *IN_FIELD)
    for start, end in elements(page, _ENROLLED) if _ENROLS.search(page.lower) else ():
        if (nine := find_nine_in_cell(page.lower, start, end)) and nine.checked:
            yield from judge(page, nine, *IN_BLOCK)


def is_of_record(page: Page, start: int, end: int) -> bool:
    """Whether the layout gives lower[start:end], which no label calls a SIN, to something else. Linear: a fixed reach."""
    lower, first = page.lower, max(0, start - _REACH)
    key = _KEY.search(lower, start - _LONGEST_KEY, start)
    if key and (len(key[1]) == 1 or says_what(key[1])):
        return True
    if is_element(page, start) or ((name := inserted_under(page, start)) and not SINS.search(name)):
        return True
    if (field := field_of(lower, start)) and field[1] != _SOCIAL.get(field[0]):
        return True
    tagged = _TAGGED.search(lower, start - _LONGEST_KEY, start)
    if tagged and not is_name(tagged[1]) and _RECORD.search(lower, start - _RECORD_REACH, start):
        return True
    cell = _CELL.search(lower, start - 2 * _LONGEST_KEY, start)
    if (
        cell
        and _CELL_ENDS.match(lower, end)
        and names_thing(cell[1])
        and (lower[cell.start()] != "," or SINS.search(lower, first, cell.start()))
    ):
        return True
    return _is_told_in_order(page, start, end)


def _is_told_in_order(page: Page, start: int, end: int) -> bool:
    """Whether labels that are told in the order of the values beside, a SIN's not among them, are those of the number, too."""
    lower = page.lower
    if _ORDERED.isdisjoint(page.words):
        return False
    return any(
        not SINS.search(told[0]) and _are_things_labels(told[1], values=told.start(1) <= start < told.end(1))
        for order in _ORDER
        for told in order.finditer(lower, max(0, start - _ORDER_REACH), end + _ORDER_REACH)
    )


def _are_things_labels(said: str, *, values: bool) -> bool:
    """Whether several labels, the number of a thing's among them, are told in `said`, which may end in their `values`."""
    labels = found[0] if values and (found := _BEFORE_VALUES.match(said)) else said
    return (
        any(link in labels for link in _LINKS)
        and (OTHER_NUMBER.search(labels) or _NUMBERS_A_THING.search(labels)) is not None
        and not _OF_TAXES.search(labels)
    )
