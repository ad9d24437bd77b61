"""Digits as people type them: in groups, with stray separators, with letters that look like figures."""

from __future__ import annotations

import re
from typing import Final

#: What may stand between two characters of one identifier: spaces, line ends with quote marks, punctuation. No colon.
GAP_CLASS: Final = r"[ \t\r\n.\-/_,|*'\"()>\\~+\x7f]"
#: Letters read for figures by phones, optical readers and people in a hurry (position by position).
AS_DIGIT: Final = str.maketrans("oqduilzsbg", "0000112586")
LOOKALIKES: Final = "oqiulzsbg"

#: Gaps are possessive: no digit or look-alike is a gap, so that giving one back never helps.
_CLUSTER: Final = re.compile(
    rf"[0-9](?:{GAP_CLASS}{{0,6}}+(?:[oilzsbgq]{GAP_CLASS}{{0,6}}+){{0,2}}[0-9]){{4,59}}"
)


def clusters(lower: str) -> list[tuple[int, int]]:
    """Where five digits or more stand together, separators and look-alike letters aside. Linear.

    A run of more than sixty digits comes in several pieces: one long match would cost more than its length.
    """
    return [found.span() for found in _CLUSTER.finditer(lower)]
