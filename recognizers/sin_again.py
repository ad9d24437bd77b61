"""A SIN that is surely told once, wherever else it stands in the message: by itself, or mistyped ("not X but Y")."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.luhn import luhn
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_bare import may_hold_nine
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.slips import is_slip_of, is_told_as_slip
from recognizers.spans import Spans

_FIGURES: Final = 9
_NO_FIGURE: Final = compiled("[^0-9]+")
#: A message that tells more numbers is a list, where each stands for itself.
_MOST_NUMBERS: Final = 8
_ENOUGH: Final = 0.5
#: So far before a number another's label counts.
_LABEL_REACH: Final = 24


def same_numbers(page: Page, candidates: list[Candidate], numbers: Set[str]) -> Iterator[Candidate]:
    """Where one of `numbers` (nine figures each) stands again, by itself, or mistyped where that is told, with no other label."""
    taken = Spans(
        (one.start, one.end) for one in candidates if one.entity_type == "CA_SIN" and one.score >= _ENOUGH
    )
    for start, end, _ in page.clusters_that(may_hold_nine):
        count = page.shape.count(b"0", start, end)
        if count < _FIGURES or (count < 2 * _FIGURES and taken.touch(start, end)):
            continue
        figures = _NO_FIGURE.sub("", page.lower[start:end])
        told = [
            first
            for first in range(len(figures) - _FIGURES + 1)
            if figures[first : first + _FIGURES] in numbers
        ]
        slip = (
            count == _FIGURES
            and not told
            and _is_mistyped(figures, numbers)
            and is_told_as_slip(page.lower, start, end)
            and not OTHER_NUMBER.search(page.lower, max(0, start - _LABEL_REACH), start)
        )
        if not (told or slip):
            continue
        places = [at for at in range(start, end) if page.lower[at].isdigit()]
        for first in told or (0,):
            begin, last = places[first], places[first + _FIGURES - 1] + 1
            alone = not page.lower[begin - 1 : begin].isalnum() and not page.lower[last : last + 1].isalnum()
            if alone and not taken.touch(begin, last):
                score, evidence = (
                    (0.6, ("pattern", "typo", "corroboration:slip"))
                    if slip
                    else (0.9, ("pattern", "check-digit", "corroboration:repeated"))
                )
                yield Candidate("CA_SIN", begin, last, score, "sin", evidence)


def _is_mistyped(figures: str, numbers: Set[str]) -> bool:
    """Whether nine figures with a wrong check digit are one of `numbers` but for a slip."""
    return (
        len(numbers) <= _MOST_NUMBERS
        and not luhn(figures)
        and any(is_slip_of(figures, told) for told in numbers)
    )
