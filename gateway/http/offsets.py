"""Places in a text as browsers count them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

_TWO_UNITS: Final = re.compile("[\U00010000-\U0010ffff]")


def utf16_places(text: str) -> Callable[[int], int]:
    """What turns a place in `text` from code points into UTF-16 code units. The text is read once, whatever is asked."""
    wide = [match.start() for match in _TWO_UNITS.finditer(text)]
    return lambda place: place + bisect_left(wide, place)
