"""Words and numbers that an optical reader tore into pieces: "Soc i al ins ura nc e numb er 7 2 4 624 22 6".

Where letters by themselves stand all over a text, the labels, the names of months and the figures in it are read without the
blanks within.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.alternatives import gathered
from recognizers.cues import gate
from recognizers.patterns import compiled

#: Closed on pages without a letter that is no word, not even before an apostrophe.
TORN: Final = gate("b e f g h k o p r u v w z".split())
#: A letter that is no word, between blanks, and any piece of a word; so few of those there are, and one of these in so many.
_ALONE: Final = compiled(r"(?<![^ \n])[b-hj-xz](?= [a-z0-9])")
_PIECE: Final = compiled(r"(?<![^ \n])[a-z]")
_FEWEST: Final = 2
_ONE_IN: Final = 7
_WORDS: Final = """date dates naissance birth birthdate birthday born nee ne le on of de du dob ddn
    nas sin nam ramq numero number social sociale insurance assurance maladie health card carte soleil medicare
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    january february march april may june july august september october november december""".split()
_TORN: Final = compiled(
    r"(?:(?<![a-z0-9'])|(?<=[dl]'))(?=[a-z]{1,11} [a-z])"
    + gathered("|".join(" ?".join(word) for word in sorted(_WORDS, key=len, reverse=True)))
    + "(?![a-z0-9'])"
)
#: Figures of one number with blanks between, also beside its marks; and a NAM's letters before eight of them.
_FIGURES: Final = compiled(
    r"(?<![a-z0-9.,/-])(?<![0-9] )(?:[0-9](?: ?[./-] ?| )?){6,9}(?<=[0-9])(?! ?[./,-]? ?[0-9]|[a-z])"
)
_NAM: Final = compiled(r"(?<![a-z0-9])[a-z](?: ?[a-z]){3}(?= ?[0-9](?: ?[0-9]){7}(?![0-9a-z]))")
#: The day before a month and the year behind it: "1 2 Sep temb er", "4, 1 9 46".
_DAY: Final = compiled(r"(?<![a-z0-9./,-])(?<![0-9] )[0-3] [0-9](?= (?:[a-z] ?){3,9}[12])")
_YEAR: Final = compiled(r"(?<=[a-z0-9, ] )(?:1 ?9|2 ?0) ?[0-9] ?[0-9](?![./,-]?[0-9a-z])(?! [0-9])")
_Reading = tuple[int, int, str]


def torn(lower: str, text: str) -> Iterator[_Reading]:
    """What torn words and numbers of folded `text` say: start, end, and what is read there. `lower` is it in small letters."""
    alone = len(_ALONE.findall(lower))
    if alone < _FEWEST or alone * _ONE_IN < len(_PIECE.findall(lower)):
        return
    for pattern in (_TORN, _NAM, _FIGURES, _DAY, _YEAR):
        for found in pattern.finditer(lower):
            if " " in found[0]:
                yield *found.span(), text[found.start() : found.end()].replace(" ", "")
