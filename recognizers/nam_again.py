"""A NAM that is surely told, once more on its page and mistyped: "le bon est X, pas Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_other_numbers import OtherNumbers
from recognizers.nam_token import Token
from recognizers.page import Candidate
from recognizers.slips import is_slip_of, is_told_as_slip

#: Who tells more writes a list, where each number stands for itself.
_MOST_TOLD: Final = 8


def slips(
    lower: str, doubted: Iterable[Token], told: Sequence[str], others: OtherNumbers
) -> Iterator[Candidate]:
    """Those of `doubted` that are one of `told` (twelve characters each) but for a slip that is told, and nothing else's."""
    if len(told) > _MOST_TOLD:
        return
    for one in doubted:
        if (
            any(is_slip_of(one.compact, each) for each in told)
            and is_told_as_slip(lower, one.start, one.end)
            and not others.is_low_trust(one.start, one.end, one.compact)
        ):
            births = one.reading.births if one.reading else frozenset()
            letters = one.compact[:NAME_LENGTH].lower()
            evidence = ("pattern", "typo", "corroboration:slip")
            yield Candidate("CA_QC_NAM", one.start, one.end, 0.6, "nam", evidence, births, letters)
