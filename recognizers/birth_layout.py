"""Birth dates that only their place tells: which kinds of place a page may have, and what the room of each finds there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.birth_about import about_number
from recognizers.birth_ages import AGED, AGES, WORDED, aged, aged_in_words
from recognizers.birth_beside import beside_names
from recognizers.birth_brackets import in_brackets
from recognizers.birth_by_age import BY_AGE, by_age
from recognizers.birth_candidate import candidate
from recognizers.birth_children import of_children
from recognizers.birth_family import LISTED_CHILDREN
from recognizers.birth_fellows import LED, led_to
from recognizers.birth_filed import FILED, filed
from recognizers.birth_kids import KIDS, kids
from recognizers.birth_lives import DIED, lives
from recognizers.birth_newborns import NEWBORNS, newborns
from recognizers.birth_numbered import IDENTIFIED, before_number, has_nine, identified
from recognizers.birth_parts import DAY_HEADS, in_parts
from recognizers.birth_people import PEOPLE, of_people
from recognizers.birth_requests import REQUESTS, requests
from recognizers.birth_rolls import ROLLS, before_deeds, rolls
from recognizers.birth_rows import ROWS, in_rows
from recognizers.birth_said import SAID_BY_PAPER, said_by_paper
from recognizers.birth_series import PEOPLE_IN_SERIES, has_brackets, in_series
from recognizers.birth_sex import SEXES, beside_sex
from recognizers.birth_split import in_columns
from recognizers.birth_told import CALENDAR, TWO, behind_number, holds_nine, in_calendar, of_two
from recognizers.birth_travellers import TRAVELLERS, of_travellers
from recognizers.cues import Cue
from recognizers.page import Candidate, Page
from recognizers.three_lines import THREE_LINES, three_lines

#: Closed on pages that nothing but brackets makes worth a closer look.
LAYOUTS: Final = (
    SEXES
    | ROWS
    | PEOPLE
    | has_nine.gate
    | IDENTIFIED
    | AGED
    | DAY_HEADS
    | PEOPLE_IN_SERIES
    | CALENDAR
    | TWO
    | WORDED
    | holds_nine.gate
    | NEWBORNS
    | BY_AGE
    | SAID_BY_PAPER
    | KIDS
    | LED
    | FILED
    | TRAVELLERS
    | DIED
    | REQUESTS
    | ROLLS
)


def layouts(
    page: Page, flat: str, opened: list[tuple[int, bool]], cues: Sequence[Cue]
) -> Iterator[Candidate]:
    """Dates that only their place tells: in rows, beside a name, a sex, an age or a number, in brackets, columns or parts.

    `opened` are the brackets behind a figure or a name (see `glance.brackets`), `cues` those of the page.
    """
    gates = page.gates
    if cues or gates & ROWS:
        yield from in_rows(page, flat, cues)
        yield from page.once(beside_names)
    if gates & SEXES:
        for written, offset, score in beside_sex(page, flat):
            yield candidate(offset, written, score, ("pattern", "layout:sex"))
    if gates & LISTED_CHILDREN.gate:
        yield from of_children(page, flat)
    if gates & PEOPLE:
        yield from of_people(page, flat)
    if opened:
        yield from in_brackets(page, flat, [at for at, numbered in opened if not numbered])
    if nines := page.clusters_that(has_nine):
        yield from before_number(page, flat, nines)
    if numbers := page.clusters_that(holds_nine):
        yield from behind_number(page, flat, numbers)
        yield from about_number(page, flat, numbers)
    if (nines or numbers) and gates & THREE_LINES:
        for told in page.once(three_lines):
            yield candidate(told.start, told.written, 0.65, ("pattern", "layout:name"))
    if gates & TWO:
        yield from of_two(page, flat)
    if gates & NEWBORNS:
        yield from newborns(page, flat)
    if gates & BY_AGE:
        yield from by_age(page, flat)
    if gates & SAID_BY_PAPER:
        yield from said_by_paper(page, flat)
    if gates & KIDS:
        yield from kids(page, flat)
    if gates & LED:
        yield from led_to(page, flat)
    if gates & FILED:
        yield from filed(page, flat)
    if gates & TRAVELLERS:
        yield from of_travellers(page, flat)
    if gates & REQUESTS:
        yield from requests(page, flat)
    if gates & ROLLS:
        yield from rolls(page, flat)
    if gates & DIED:
        yield from lives(page, flat)
    if gates & CALENDAR:
        yield from in_calendar(page, flat)
    if gates & IDENTIFIED:
        yield from identified(page, flat)
    if opened or gates & AGED:
        yield from aged(page, flat, page.words & AGES, [at for at, numbered in opened if numbered])
    if gates & WORDED:
        yield from aged_in_words(page, flat)
    bracketed = has_brackets(page)
    if bracketed or gates & PEOPLE_IN_SERIES:
        yield from in_series(page, flat, bracketed=bracketed)
    if bracketed:
        yield from before_deeds(page, flat)
    if gates & DAY_HEADS:
        yield from in_columns(page)
        yield from in_parts(page, flat, cues)
