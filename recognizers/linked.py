"""Words that link the groups of one number: "123 puis 456", "TREM then 0412"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from recognizers.cues import vocabulary
from recognizers.glance import places

#: One of these stands in every such text.
LINK_WORDS: Final = vocabulary(
    ("puis", "ensuite", "then", "suivi", "followed", "tiret", "dash", "hyphen", "finit", "ends", "finally")
)
_FIGURES_FOLLOW: Final = re.compile(r",? (?:by |de |par |et |with )?[0-9]{3}")


def may_link(words: Set[str]) -> bool:
    """Whether a linking word is among the words of a text."""
    return not LINK_WORDS.isdisjoint(words)


def links(lower: str, words: Set[str]) -> Iterator[int]:
    """Where a linking word stands in lower-case text with three figures behind it. `words` are the words of the text."""
    for word in LINK_WORDS & words:
        for at in places(word, lower):
            if _FIGURES_FOLLOW.match(lower, at + len(word)):
                yield at
