"""What a text is looked over for most, in machine code where that was built (`*_native.c`), else in Python."""

from __future__ import annotations

from recognizers import glance_plain
from recognizers.glance_plain import NEXT_FIGURE, Anchored

try:
    from recognizers.glance_native import (
        clusters,
        known,
        letters_of,
        places,
        rows_at,
        spoken,
        standing,
        straighten,
        words_at,
        written_dates,
        year_and_month,
    )
    from recognizers.glance_native import learn as _learn
except ImportError:
    from recognizers.date_forms import straighten, written_dates
    from recognizers.glance_plain import (
        clusters,
        known,
        letters_of,
        places,
        rows_at,
        spoken,
        standing,
        words_at,
        year_and_month,
    )
    from recognizers.glance_plain import learn as _learn

__all__ = [
    "NEXT_FIGURE",
    "Anchored",
    "clusters",
    "known",
    "learn",
    "letters_of",
    "places",
    "rows_at",
    "spoken",
    "standing",
    "straighten",
    "words_at",
    "written_dates",
    "year_and_month",
]


def learn(word: str) -> None:
    """One more word that `known` finds, for use while a module is loaded."""
    glance_plain.learn(word)
    _learn(word)
