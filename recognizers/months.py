"""The names of months, French and English, and what is usually left of them when they are cut short."""

from __future__ import annotations

from typing import Final

from recognizers.cues import vocabulary

MONTHS: Final = vocabulary(
    """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    january february march april may june july august september october november december""".split()
)
MONTH_WORDS: Final = MONTHS | vocabulary(
    "jan janv fev fevr feb mar avr apr jun jul juil aou aug sep sept oct nov dec".split()
)
