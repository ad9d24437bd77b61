"""Which findings of a message are the same value at another place, so that a count says values and not places. Pure.

A value stands in a mail's text and again in its HTML, in a document that is read in two ways, under a signature and in the
quote below it. What is compared lives no longer than the call; a finding keeps a number that says nothing of the value.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from gateway.model import Finding, Segment
from recognizers.fold import fold
from recognizers.glance import straighten

_ASIDE: Final = re.compile("[^a-z0-9]+")
#: "1, 23e Avenue" is not "12, 3e Avenue", nor 1.23.4.5 12.3.4.5.
_APART: Final = re.compile("(?<=[0-9])[^a-z0-9]+(?=[0-9])")
_IN_FIGURES: Final = frozenset(("STREET_ADDRESS", "IP_ADDRESS"))
_MOST_DATE: Final = 80  # characters that may be a date, its labels included


def numbered(findings: Sequence[Finding], segments: Iterable[Segment], today: date) -> tuple[Finding, ...]:
    """`findings`, each with `alike` set: from 1, the same for the same value of the same entity type.

    Values are compared without case, accents, spaces and punctuation (email addresses with it), dates as the days that they
    may mean.
    """
    if not findings:
        return ()
    wanted = {finding.segment for finding in findings}
    texts = {segment.path: segment.text for segment in segments if segment.path in wanted}
    seen: dict[tuple[str, Hashable], int] = {}
    numbers = []
    for finding in findings:
        value = _comparable(finding.entity_type, texts[finding.segment][finding.start : finding.end], today)
        numbers.append(seen.setdefault((finding.entity_type, value), len(seen) + 1))
    return tuple(replace(finding, alike=number) for finding, number in zip(findings, numbers, strict=True))


def _comparable(entity_type: str, value: str, today: date) -> Hashable:
    plain = fold(value).text.lower()
    if entity_type == "DATE_OF_BIRTH" and len(plain) <= _MOST_DATE:
        from recognizers.dates import dates_in, flatten

        for written in dates_in(today, straighten(flatten(plain))):
            if written.days:
                return written.days
    if entity_type == "EMAIL_ADDRESS":
        return plain.strip() or value
    if entity_type in _IN_FIGURES:
        return " ".join(_ASIDE.sub("", piece) for piece in _APART.split(plain)) or value
    return _ASIDE.sub("", plain) or value
