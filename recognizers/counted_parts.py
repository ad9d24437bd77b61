"""Numbers whose parts are counted: "bloc 1 : 130  bloc 2 : 692  bloc 3 : 544", "A) 130 B) 692 C) 544".

Three parts in order, of three figures each, or four letters and twice four figures; the words around tell what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.known_plain import NUMBERED
from recognizers.patterns import compiled

#: What is counted, and how many there are: "partie 2/3", "box #2", "line 2 of 3".
_COUNTED: Final = (
    r"(?:bloc|block|blk|partie|part|pt|ligne|line|section|groupe|group|segment|morceau|champ|field|case|box|chunk"
    r"|piece|bout)s?"
)
_OF_THREE: Final = r"(?: ?(?:/|of|de|sur) ?3)?"
_NUMBERS: Final = (("1", "2", "3"), ("a", "b", "c"), ("i", "ii", "iii"))
_ORDINALS: Final = (
    ("first", "second", "third"),
    ("first", "then", "last"),
    ("first", "next", "last"),
    ("premiere?", "deuxieme|seconde?", "troisieme|derniere?"),
    ("1st", "2nd", "3rd"),
    ("1ere?|1re", "2i?e(?:me)?", "3i?e(?:me)?"),
    ("one|un", "two|deux", "three|trois"),
    ("debut", "milieu", "fin"),
    ("start|beginning", "middle", "end"),
)
_MARKS: Final = r"[ \t]?[:=.)\]>-]{0,2}[ \t]{0,3}"
_BETWEEN: Final = r"[ \t,;|/.\n>-]{1,8}"
_LEADS: Final = r"(?:(?:et|and|puis|then|le|la|the)[ ]){0,2}"


def _captions() -> Iterator[tuple[str, str, str]]:
    """Three captions that count, as patterns."""
    for numbers in _NUMBERS:
        yield _three(rf"{_COUNTED}[ \t#_.-]{{0,2}}\(?{number}\)?{_OF_THREE}{_MARKS}" for number in numbers)
        yield _three(rf"\(?{number}[).:]{_MARKS}" for number in numbers)
    yield _three(rf"\(?{number}/3\)?{_MARKS}" for number in _NUMBERS[0])
    for ordinals in _ORDINALS:
        yield _three(
            rf"(?:{ordinal})(?:[ ]{_COUNTED})?(?:[ ](?:is|est))?{_MARKS}(?<![a-z0-9])" for ordinal in ordinals
        )


def _three(captions: Iterator[str]) -> tuple[str, str, str]:
    first, second, third = captions
    return first, second, third


_PARTS_OF_ONE: Final = 3
_PARTS: Final = ("[0-9]{3}", "[0-9]{3}", "[0-9]{3}"), ("[a-z]{4}", "[0-9]{4}", "[0-9]{4}")
_WHOLE: Final = tuple(
    compiled(
        rf"(?<![a-z0-9]){first}({parts[0]})(?![a-z0-9]){_BETWEEN}{_LEADS}{second}({parts[1]})(?![a-z0-9])"
        rf"{_BETWEEN}{_LEADS}{third}({parts[2]})(?![a-z0-9])"
    )
    for first, second, third in _captions()
    for parts in _PARTS
)
#: What is counted is named three times; or three words count, one of each.
_NAMES: Final = vocabulary(
    """bloc block blk partie part pt ligne line section groupe group segment morceau champ field case box chunk piece bout
    blocs blocks parties parts lignes lines sections groupes groups segments morceaux champs fields cases boxes""".split()
)
_COUNTING: Final = tuple(
    tuple(vocabulary(words.split()) for words in row)
    for row in (
        ("first", "second then next", "third last"),
        ("premier premiere", "deuxieme seconde", "troisieme derniere"),
        ("one un", "two deux", "three trois"),
        ("debut", "milieu", "fin"),
        ("start beginning", "middle", "end"),
    )
)
#: What stands where figures or letters count.
_SECOND: Final = ("2/3", "2nd ", "2e ", "2eme ", "2ieme ", "2) ")
_LETTERS: Final = vocabulary(("b", "ii"))
_LETTERS_MARKED: Final = ("b)", "b.", "b:", "ii)", "ii.", "ii:")
#: Closed on pages where nothing is counted beside a figure.
COUNTED: Final = gate(
    frozenset().union(_NAMES, _LETTERS, *(row[1] for row in _COUNTING)),
    _SECOND,
    stands=NUMBERED,
    before=4,
    after=10,
)


def _may_count(lower: str, words: Set[str]) -> bool:
    """A cheap look: whether enough of what counts is there."""
    return (
        any(all(not words.isdisjoint(counting) for counting in row) for row in _COUNTING)
        or any(lower.count(name) >= _PARTS_OF_ONE for name in _NAMES & words)
        or any(mark in lower for mark in _SECOND)
        or (not _LETTERS.isdisjoint(words) and any(mark in lower for mark in _LETTERS_MARKED))
    )


def counted_parts(lower: str, text: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Where the parts of numbers are counted in folded `text`: from where to where, and the number, or "" for what leads to it.

    `lower` is it in small letters, `words` are those of its page.
    """
    if not _may_count(lower, words):
        return
    for pattern in _WHOLE:
        for found in pattern.finditer(lower):
            yield found.start(), found.start(1), ""
            yield found.start(1), found.end(), " ".join(text[slice(*found.span(part))] for part in (1, 2, 3))
