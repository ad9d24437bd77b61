"""What a text is looked over for most, in machine code where that was built (`*_native.c`), else in Python."""

from __future__ import annotations

from recognizers import known_plain
from recognizers.glance_plain import NEXT_FIGURE, Anchored, Answered

try:
    from recognizers.glance_native import (
        answered,
        best_reading,
        brackets,
        breaks,
        chosen,
        clusters,
        datable,
        dates_near,
        glued,
        heads_alike,
        known,
        latin,
        lettered,
        letters_of,
        line_feeds,
        lines_of_dates,
        lone_years,
        mixed_figures,
        named,
        nine,
        odds_around,
        places,
        rows_at,
        spoken,
        standing,
        straighten,
        surroundings,
        views,
        words_at,
        words_leading,
        words_marked,
        words_of,
        written_dates,
        year_and_month,
        years,
    )
    from recognizers.glance_native import demand as _demand
    from recognizers.glance_native import learn as _learn
    from recognizers.glance_native import learn_acronym as _learn_acronym
    from recognizers.glance_native import learn_figures as _learn_figures
    from recognizers.glance_native import learn_part as _learn_part
except ImportError:
    from recognizers.date_forms import lines_of_dates, lone_years, straighten, written_dates
    from recognizers.dates_near import dates_near
    from recognizers.glance_plain import (
        answered,
        brackets,
        chosen,
        clusters,
        datable,
        heads_alike,
        latin,
        letters_of,
        line_feeds,
        mixed_figures,
        named,
        places,
        rows_at,
        spoken,
        standing,
        views,
        words_at,
        words_leading,
        words_marked,
        year_and_month,
    )
    from recognizers.known_plain import demand as _demand
    from recognizers.known_plain import known, words_of
    from recognizers.known_plain import learn as _learn
    from recognizers.known_plain import learn_acronym as _learn_acronym
    from recognizers.known_plain import learn_figures as _learn_figures
    from recognizers.known_plain import learn_part as _learn_part
    from recognizers.nam_number import best_reading
    from recognizers.number_forms import breaks, glued, lettered, nine
    from recognizers.surroundings import odds_around, surroundings, years

__all__ = [
    "NEXT_FIGURE",
    "Anchored",
    "Answered",
    "answered",
    "best_reading",
    "brackets",
    "breaks",
    "chosen",
    "clusters",
    "datable",
    "dates_near",
    "demand",
    "glued",
    "heads_alike",
    "known",
    "latin",
    "learn",
    "learn_acronym",
    "learn_figures",
    "learn_part",
    "lettered",
    "letters_of",
    "line_feeds",
    "lines_of_dates",
    "lone_years",
    "mixed_figures",
    "named",
    "nine",
    "odds_around",
    "places",
    "rows_at",
    "spoken",
    "standing",
    "straighten",
    "surroundings",
    "views",
    "words_at",
    "words_leading",
    "words_marked",
    "words_of",
    "written_dates",
    "year_and_month",
    "years",
]


def learn(word: str, gates: int = 0) -> None:
    """One more word that `known` finds, and the gates that it opens (bits), for use while a module is loaded."""
    known_plain.learn(word, gates)
    _learn(word, gates)


def learn_part(part: str, gates: int) -> None:
    """A part of words that opens these gates (bits) wherever it stands, for use while a module is loaded."""
    known_plain.learn_part(part, gates)
    _learn_part(part, gates)


def learn_acronym(letters: str, alone: str, word: str) -> None:
    """A word for letters that stand one by one, for use while a module is loaded (see `known_plain.learn_acronym`)."""
    known_plain.learn_acronym(letters, alone, word)
    _learn_acronym(letters, alone, word)


def learn_figures(figures: dict[str, int], stems: str) -> None:
    """For how many figures number words stand that were learned, and how months begin: three letters each.

    For use while a module is loaded.
    """
    known_plain.learn_figures(figures, stems)
    _learn_figures(figures, stems)


def demand(gate: int, stands: int, before: int, after: int) -> None:
    """How a word must stand to open the gate of this number, for use while a module is loaded (see `known_plain.demand`)."""
    known_plain.demand(gate, stands, before, after)
    _demand(gate, stands, before, after)
