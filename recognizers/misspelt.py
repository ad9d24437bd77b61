"""Words of labels with one slip in them: "naisance", "assurence", "socail", "helth"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.cues import vocabulary
from recognizers.glance import places

#: The words that labels of identifiers are made of and that are long enough to be known in spite of a slip.
_LABEL_WORDS: Final = """naissance anniversaire birthday assurance insurance maladie sociale social medicare health
    birth passport passeport""".split()
#: Words one letter away that mean something else, or that the labels' own patterns know.
_REAL_WORDS: Final = frozenset(
    """naissances naissante naissant anniversaires birthdays assurances assurante insurances malade malades maladies maladif
    sociales social sociale socials societal asocial asociale wealth heath births berth girth mirth firth birch bith
    passports passeports assurant birthdate""".split()
)
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"


def _slips(word: str) -> Iterator[str]:
    """Everything one letter lost, added, changed or swapped with its neighbour makes of `word`; its first letter stays."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in _ALPHABET)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _ALPHABET)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


_MEANT: Final = {
    slip: word for word in _LABEL_WORDS for slip in _slips(word) if slip not in _REAL_WORDS and slip != word
}
_SLIPS: Final = vocabulary(_MEANT)


def mended(lower: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """The misspelt label words of `lower`: start, end and the word that is meant. `words` are the words of the text."""
    for slip in _SLIPS & words:
        for at in places(slip, lower):
            end = at + len(slip)
            if not lower[at - 1 : at].isalpha() and not lower[end : end + 1].isalpha():
                yield at, end, _MEANT[slip]
