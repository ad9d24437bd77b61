"""Numbers whose parts are counted: "bloc 1 : 130  bloc 2 : 692  bloc 3 : 544", "A) 130 B) 692 C) 544".

Three parts in order, of three figures each, or four letters and twice four figures; the words around tell what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.glance import standing
from recognizers.known_plain import NUMBERED
from recognizers.patterns import Pattern, compiled

#: What is counted, and how many there are: "partie 2/3", "box #2", "line 2 of 3".
_COUNTED: Final = (
    r"(?:bloc|block|blk|partie|part|pt|ligne|line|section|groupe|group|segment|morceau|champ|field|case|box|chunk"
    r"|piece|bout)s?"
)
_OF_THREE: Final = r"(?: ?(?:/|of|de|sur) ?3)?"
_NUMBERS: Final = (("1", "2", "3"), ("a", "b", "c"), ("i", "ii", "iii"))
_FIRST_TO_THIRD: Final = (("1st", "2nd", "3rd"), ("1ere?|1re", "2i?e(?:me)?", "3i?e(?:me)?"))
_MARKS: Final = r"[ \t]?[:=.)\]>-]{0,2}[ \t]{0,3}"
_BETWEEN: Final = r"[ \t,;|/.\n>-]{1,8}"
_PARTS_OF_ONE: Final = 3
_LEADS: Final = r"(?:(?:et|and|puis|then|le|la|the)[ ]){0,2}"
_PARTS: Final = ("[0-9]{3}", "[0-9]{3}", "[0-9]{3}"), ("[a-z]{4}", "[0-9]{4}", "[0-9]{4}")


def _whole(captions: Iterable[str]) -> list[Pattern]:
    """What three captions that count lead to."""
    first, second, third = captions
    return [
        compiled(
            rf"(?<![a-z0-9]){first}({parts[0]})(?![a-z0-9]){_BETWEEN}{_LEADS}{second}({parts[1]})(?![a-z0-9])"
            rf"{_BETWEEN}{_LEADS}{third}({parts[2]})(?![a-z0-9])"
        )
        for parts in _PARTS
    ]


def _ordinal(words: str) -> str:
    """One of these words as a caption."""
    return rf"(?:{words})(?:[ ]{_COUNTED})?(?:[ ](?:is|est))?{_MARKS}(?<![a-z0-9])"


#: What is counted is named three times, or letters and figures count, or three words, one of each.
_NAMES: Final = vocabulary(
    """bloc block blk partie part pt ligne line section groupe group segment morceau champ field case box chunk piece bout
    blocs blocks parties parts lignes lines sections groupes groups segments morceaux champs fields cases boxes""".split()
)
_BY_NAME: Final = [
    pattern
    for numbers in _NUMBERS
    for pattern in _whole(
        rf"{_COUNTED}[ \t#_.-]{{0,2}}\(?{number}\)?{_OF_THREE}{_MARKS}" for number in numbers
    )
]
#: How all of these begin.
_FIRST_BY_NAME: Final = compiled(
    rf"(?<![a-z0-9]){_COUNTED}[ \t#_.-]{{0,2}}\(?(?:{'|'.join(numbers[0] for numbers in _NUMBERS)})\)?{_OF_THREE}{_MARKS}"
    rf"(?:{'|'.join(parts[0] for parts in _PARTS)})(?![a-z0-9])"
)
_BY_MARK: Final = [
    *(
        pattern
        for numbers in _NUMBERS
        for pattern in _whole(rf"\(?{number}[).:]{_MARKS}" for number in numbers)
    ),
    *_whole(rf"\(?{number}/3\)?{_MARKS}" for number in _NUMBERS[0]),
    *(pattern for words in _FIRST_TO_THIRD for pattern in _whole(map(_ordinal, words))),
]
_BY_WORD: Final = [
    (tuple(vocabulary(words.split("|")) for words in row), _whole(map(_ordinal, row)))
    for row in (
        ("first", "second|then|next", "third|last"),
        ("premier|premiere", "deuxieme|second|seconde", "troisieme|dernier|derniere"),
        ("one|un", "two|deux", "three|trois"),
        ("debut", "milieu", "fin"),
        ("start|beginning", "middle", "end"),
    )
]
#: What stands where figures or letters count.
_SECOND: Final = ("2/3", "2nd ", "2e ", "2eme ", "2ieme ", "2) ")
_LETTERS: Final = vocabulary(("b", "ii"))
_LETTERS_MARKED: Final = ("b)", "b.", "b:", "ii)", "ii.", "ii:")
#: Closed on pages where nothing is counted beside a figure.
COUNTED: Final = gate(
    frozenset().union(_NAMES, _LETTERS, *(row[1] for row, _ in _BY_WORD)),
    _SECOND,
    stands=NUMBERED,
    before=4,
    after=10,
)


#: A title of a word or two of other things that are counted: "Scores: first 130, second 692, third 544".
_TITLE: Final = compiled(
    r"(?:\A|[.!?;\n] ?)(?!(?:[a-z]+ )?(?:nas|sin|nam|ramq|numeros?|numbers?|parties?|parts?|blocs?|blocks?|voici|here|groupes?"
    r"|groups?|chiffres?|digits?|assurance|insurance|social|carte|card|reponse|answer|info|suite|morceaux|chunks|pieces|sections|segments"
    r"|lignes|lines|sociale|maladie|health|medicare|soleil|letters?|lettres?)(?![a-z]))[a-z]{4,16}(?: [a-z]{2,16})? ?: ?\Z"
)
_TITLED: Final = 40


def _likely(lower: str, words: Set[str]) -> Iterator[Pattern]:
    """Those patterns of whose captions enough is there."""
    if (
        not _NAMES.isdisjoint(words)
        and _FIRST_BY_NAME.search(lower)
        and any(lower.count(name) >= _PARTS_OF_ONE for name in _NAMES & words)
    ):
        yield from _BY_NAME
    if standing(_SECOND, lower) or (not _LETTERS.isdisjoint(words) and standing(_LETTERS_MARKED, lower)):
        yield from _BY_MARK
    for (first, second, third), patterns in _BY_WORD:
        if not (words.isdisjoint(second) or words.isdisjoint(third) or words.isdisjoint(first)):
            yield from patterns


def counted_parts(lower: str, text: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Where the parts of numbers are counted in folded `text`: from where to where, and the number, or "" for what leads to it.

    `lower` is it in small letters, `words` are those of its page.
    """
    for pattern in _likely(lower, words):
        for found in pattern.finditer(lower):
            if _TITLE.search(lower, max(0, found.start() - _TITLED), found.start()):
                continue
            yield found.start(), found.start(1), ""
            yield found.start(1), found.end(), " ".join(text[slice(*found.span(part))] for part in (1, 2, 3))
