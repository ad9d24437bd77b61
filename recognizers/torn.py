"""Words and numbers that an optical reader tore into pieces: "Soc i al ins ura nc e numb er 7 2 4 624 22 6".

Where letters by themselves, or the ends of torn labels, stand in a text, the labels, the names of months and the figures in it
are read without the blanks within; labels also without the hyphens of ends of lines: "num- éro d'assu- rance so- ciale".
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from recognizers.alternatives import gathered
from recognizers.cues import gate, vocabulary
from recognizers.glance import standing
from recognizers.known_plain import SPELLING
from recognizers.months import MONTHS
from recognizers.patterns import compiled
from recognizers.unglued import SPACED

#: How torn labels end: no words by themselves.
_ENDS: Final = vocabulary(
    """aissance issance ssance sance ance nce irth rth nsurance surance urance ssurance ociale ciale iale
    ocial cial ial aladie ladie adie ealth lth oleil leil nthdate rthdate irthdate""".split(),
    SPACED,
)
#: Closed on pages without one, and without a letter that is no word (nor that of hours) right behind another, or a figure.
TORN: Final = SPACED | gate("b e f g k m n o p r s u v w z".split(), stands=SPELLING)
#: A letter that is no word, between blanks; so few there are, and one behind so many blanks.
_ALONE: Final = compiled(r"[ \n][b-hj-xz](?= [a-z0-9])")
_LETTERS: Final = tuple(f"{blank}{letter} " for blank in " \n" for letter in "bcdefghjklmnopqrstuvwxz")
_FEWEST: Final = 2
_ONE_IN: Final = 7
_WORDS: Final = MONTHS | frozenset(
    """date dates naissance birth birthdate birthday born nee ne le on of de du dob ddn
    nas sin nam ramq numero number social sociale insurance assurance maladie health card carte soleil medicare
    facture invoice dossier file client police policy permis licence compte account employe employee telephone phone
    paiement payment consultation commande order reference confirmation""".split()
)
_TORN: Final = compiled(
    r"(?:(?<![a-z0-9'])|(?<=[dl]'))(?=[a-z]{1,11}-? [a-z])"
    + gathered("|".join("-? ?".join(word) for word in sorted(_WORDS, key=lambda word: (-len(word), word))))
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


def torn(lower: str, text: str, words: Set[str]) -> Iterator[_Reading]:
    """What torn words and numbers of folded `text` say: start, end, and what is read there.

    `lower` is it in small letters, `words` are those of its page.
    """
    if _ENDS.isdisjoint(words):
        alone = len(_ALONE.findall(lower)) if standing(_LETTERS, lower) else 0
        if alone < _FEWEST or alone * _ONE_IN < lower.count(" ") + lower.count("\n"):
            return
    labels = [found.span() for found in _TORN.finditer(lower) if " " in found[0]]
    if not labels:
        return
    for start, end in labels:
        yield start, end, text[start:end].replace(" ", "").replace("-", "")
    for pattern in (_NAM, _FIGURES, _DAY, _YEAR):
        for found in pattern.finditer(lower):
            if " " in found[0]:
                yield *found.span(), text[found.start() : found.end()].replace(" ", "")
