"""Words that link the groups of one number: "123 puis 456", "TREM then 0412"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.cues import gate
from recognizers.glance import places
from recognizers.known_plain import NUMBERED
from recognizers.patterns import compiled

#: Three figures stand so near behind a linking word.
_REACH: Final = 8
_LINK_WORDS: Final = frozenset(
    """puis ensuite then suivi followed tiret dash hyphen union espace space point dot next enfin finally termine finit finissant
    ends ending end fin
    finishes continue continues continuing middle last pis euh virgule comma
    three trois milieu derniers finalement groupe group partie part""".split()
)
#: Closed on pages without a linking word that figures follow.
LINKS: Final = gate(_LINK_WORDS, stands=NUMBERED, after=_REACH)
_FIGURES_FOLLOW: Final = compiled(
    r"[,:)]{0,2}[ \n](?:(?:by|de|par|et|with|in|en|avec)[ \n])?[0-9](?: ?[0-9]){2}"
)


def links(lower: str, words: Set[str]) -> Iterator[int]:
    """Where a linking word stands in lower-case text with three figures behind it. `words` are the words of the text."""
    for word in _LINK_WORDS & words:
        for at in places(word, lower):
            if _FIGURES_FOLLOW.match(lower, at + len(word)):
                yield at
