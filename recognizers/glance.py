"""What a text is looked over for most, in machine code where that was built (`*_native.c`), else in Python."""

from __future__ import annotations

from recognizers import glance_plain
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
        known,
        latin,
        lettered,
        letters_of,
        mixed_figures,
        nine,
        places,
        rows_at,
        spoken,
        standing,
        straighten,
        views,
        words_at,
        words_leading,
        words_marked,
        written_dates,
        year_and_month,
    )
    from recognizers.glance_native import learn as _learn
except ImportError:
    from recognizers.date_forms import straighten, written_dates
    from recognizers.dates_near import dates_near
    from recognizers.glance_plain import (
        answered,
        brackets,
        chosen,
        clusters,
        datable,
        known,
        latin,
        letters_of,
        mixed_figures,
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
    from recognizers.glance_plain import learn as _learn
    from recognizers.nam_number import best_reading
    from recognizers.number_forms import breaks, glued, lettered, nine

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
    "glued",
    "known",
    "latin",
    "learn",
    "lettered",
    "letters_of",
    "mixed_figures",
    "nine",
    "places",
    "rows_at",
    "spoken",
    "standing",
    "straighten",
    "views",
    "words_at",
    "words_leading",
    "words_marked",
    "written_dates",
    "year_and_month",
]


def learn(word: str) -> None:
    """One more word that `known` finds, for use while a module is loaded."""
    glance_plain.learn(word)
    _learn(word)
