"""Words of labels with one slip in them ("naisance", "socail"), spelled by ear ("nasance"), or parted at a line's end.

Or with figures for letters ("S0CIALE").
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import product
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.glance import places
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.months import MONTHS
from recognizers.patterns import compiled

#: The words that labels of identifiers are made of and that are long enough to be known in spite of a slip.
_LABEL_WORDS: Final = """naissance anniversaire birthday assurance insurance maladie sociale social medicare health
    birth birthdate passport passeport number numero""".split()
#: Words one letter away that mean something else, or that the labels' own patterns know.
_REAL_WORDS: Final = frozenset(
    """naissances naissante naissant anniversaires birthdays assurances assurante insurances malade malades maladies maladif
    sociales social sociale socials societal asocial asociale wealth heath births berth girth mirth firth birch bith
    passports passeports assurant healthy hearth sociable medicate medicale birte birtha birthe
    numbers numbed numeros numere""".split()
) | frozenset(_LABEL_WORDS)
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


#: How such a word is spelled by ear, sound by sound: the ways of writing each, the usual one first; "-" writes it not at all.
_BY_EAR: Final = {
    "naissance": "n nn|ai a e ay ei|ss s c sc|an en am em|ce se sse s ss",
    "assurance": "a da|ss s c|u eu ou|r rr|an en in|ce se sse s ss",
    "sociale": "so soc sau|ci ti ssi si shi chi tci|al all ale alle el",
    "social": "so sow sau|sh ch sch shi tch|al el ul le il",
    "insurance": "in en|s sh ss ch|u ou o hu|r rr|an en in|ce se s ts",
    "birth": "b|u y ea ee|r|th t f ht|-",
    "birthday": "b|i e u y|r|th f t|d|ay ai ey",
    "anniversaire": "a|n nn|i|v|e ai|r|s ss c|aire ere air er eire",
    "medicare": "me mai|d dd|i e y|c k ck|are air aire er ere",
    "maladie": "m|a|l ll|a|d dd|i ee ey is it",
    "health": "h|e ea|l ll|th f tf ht|-",
}
#: So many sounds of a word are written otherwise.
_MOST_HEARD: Final = 2
#: Of these, words of their own and names.
_HEARD_OTHERWISE: Final = frozenset("burt bert byrt beart beert nascence insurants".split())


def _by_ear(sounds: str) -> Iterator[str]:
    """The spellings that these sounds make, of which two at most are not written as they should."""
    ways = [["" if way == "-" else way for way in sound.split()] for sound in sounds.split("|")]
    for spelling in product(*map(enumerate, ways)):
        if sum(place > 0 for place, _ in spelling) <= _MOST_HEARD:
            yield "".join(way for _, way in spelling)


_MEANT: Final = {
    slip: word
    for word in _LABEL_WORDS
    for slip in (*_slips(word), *_by_ear(_BY_EAR.get(word, word)))
    if slip not in _REAL_WORDS and slip not in _HEARD_OTHERWISE and slip != word
}
_SLIPS: Final = vocabulary(_MEANT)
_LETTERS: Final = compiled("[a-z]+")


def _figured(word: str) -> Iterator[str]:
    """What an optical reader or a fax machine makes of `word`: a letter read as the figure or letters that look like it, or lost.

    "s0ciale", "soc1a1e", "soci le".
    """
    yield from (f"{word[:at]} {word[at + 1 :]}" for at in range(1, len(word) - 1))
    for letter, figure in (
        ("o", "0"),
        ("i", "1"),
        ("l", "1"),
        ("s", "5"),
        ("i", "l"),
        ("m", "rn"),
        ("n", "ri"),
        ("h", "li"),
    ):
        yield word.replace(letter, figure)
        for at in range(len(word)):
            if word[at] == letter:
                yield word[:at] + figure + word[at + 1 :]


#: Of what is left, what every other text holds.
_COMMON: Final = frozenset(("care", "port", "day"))
#: Where a letter or half a word was lost: what is a word as it stands, and how long it is at least.
_WORDS: Final = _COMMON | frozenset(
    "birth heal pass sport medic naiss passe ale are ate date die ire aire ort rch numb".split()
)
_FEWEST_LEFT: Final = 4
#: By the longest run of letters that is left of them.
_FIGURED: Final[dict[str, dict[str, str]]] = {}
for _word in _LABEL_WORDS:
    for _form in _figured(_word):
        _left = max(_LETTERS.findall(_form), key=len)
        if (
            _form != _word
            and _left not in _COMMON
            and not (" " in _form and (len(_left) < _FEWEST_LEFT or _left in _WORDS))
        ):
            _FIGURED.setdefault(_left, {})[_form] = _word
_FIGURED["sln"] = {"sln": "sin"}
_FIGURED["lns"] = {"lns": "ins"}
#: Acronyms with a figure for a letter or the word for a number in them, behind which figures follow; and what they mean.
_ACRONYMS: Final = {
    "s1n": "sin",
    "na5": "nas",
    "n4s": "nas",
    "n4m": "nam",
    "narn": "nam",
    "nanl": "nam",
    "nalvl": "nam",
    "s.l.n": "sin",
    "s.1.n": "sin",
    "5.i.n": "sin",
    "5.1.n": "sin",
    "n.a.5": "nas",
    "s.i.no": "sin",
    "s.i.num": "sin",
    "s.i. no": "sin",
    "n.4.s": "nas",
}
_FIGURED_ACRONYM: Final = compiled(
    rf"(?<![a-z0-9])(?:{'|'.join(_ACRONYMS).replace('.', '[.]')})"
    r"(?=(?: (?:no|#)\.?)?[ :=#.]{1,3}(?:[a-z]{4})?[ -]?[0-9oilszbgq]{2})"
)
#: Open where one of those that other texts seldom hold may stand.
_WITH_FIGURES: Final = gate(
    ("narn", "nanl", "nalvl"),
    parts=(
        "s1n",
        "na5",
        "n4s",
        "n4m",
        "s.l.n",
        "s.1.n",
        "5.i.n",
        "5.1.n",
        "n.a.5",
        "n.4.s",
        "s.i.no",
        "s.i.num",
        "s.i. no",
    ),
)
#: "Né", "née" or "nés" on a day, of which the letters with an accent were lost, or that are spaced: "n  le 15", "n e e le 15".
_BORN: Final = compiled(r"(?<![a-z0-9'.-])n (?:e|e s|e e|e e s)? le (?=[0-9])")
#: Open where an "n" stands by itself, and a figure behind it.
_ACCENTLESS: Final = gate(("n",), stands=NUMBERED, after=12)
#: The same and "born" right before a day, with a finger beside the key, a letter too many or in the wrong place.
_NOT_LE: Final = ("el", "ke", "lle", "lw", "lr")
_NOT_NE: Final = ("ner", "nne", "nnee", "neee", "mee", "nre", "neer")
_NOT_BORN: Final = "norn vorn boen borm birn bprn brn bornn boorn borrn botn bornj".split()
_TYPED_BORN: Final = compiled(
    rf"(?<![a-z'-])(?:nee?s? (?:{'|'.join(_NOT_LE)})|(?:{'|'.join(_NOT_NE)}) le|({'|'.join(_NOT_BORN)})(?: on)?(?: the)?)"
    rf"(?= ?(?:[0-9]{{1,2}}(?:er|st|nd|rd|th)?[ /.-]|[0-9]{{4}}[-/.]|(?:{MONTH})\.? ?[0-9]))"
)
_TYPED: Final = gate((*_NOT_LE, *_NOT_NE, *_NOT_BORN), stands=NUMBERED, after=16)
_LEFT_OF_FIGURED: Final = vocabulary(_FIGURED)
#: Label words and months as they are parted at a line's end, by their second half, which is no word.
_PARTS: Final[dict[str, list[str]]] = {"let": ["juil"], "gust": ["au"]}
for _word in (*_LABEL_WORDS, *MONTHS):
    for _at in range(2, len(_word) - 2):
        if _word[_at:] not in _WORDS:
            _PARTS.setdefault(_word[_at:], []).append(_word[:_at])
_SECOND_HALVES: Final = vocabulary(_PARTS)
_PARTED: Final = compiled(r"-\r?\n[> ]{0,6}$")
_LONGEST_PARTING: Final = 9
#: Labels in whose midst a name or another word stands, as some hear or spell them, in other languages of Québec, or with a tab
#: for a blank: the word, all that is read, and what is meant.
_PHRASES: Final = [
    (word, compiled(rf"(?<![a-z]){phrase}(?![a-z])"), meant)
    for words, phrase, meant in (
        (
            "bert burt beert birf",
            r"da(?:te?|y|te?e) (?:of|off|ov|de|o) (?:bert|burt|beert|birf)",
            "date of birth",
        ),
        (
            "medicar medikar medicair medicare",
            r"(?:medicare?|medikar|medicair) (?:cart|kart|carde)",
            "medicare card",
        ),
        ("nesans", r"dat (?:de )?nesans (?:mwen|li)(?: se)?", "date de naissance"),
        ("burt bert birf", r"(?:burt|bert|birf) day", "birthday"),
        (
            "soley solei soleye solay soleille",
            r"[ck]art(?:e|es)? (?:du |a )?(?:soley|solei|soleye|solay|soleille)",
            "carte soleil",
        ),
        ("seguro seguridad", r"segur(?:o|idad) social", "social insurance"),
        ("sosyal", r"(?:nimewo )?asirans sosyal", "social insurance"),
        ("sociale", r"assurance\tsociale", "assurance sociale"),
        ("ram", r"ram[ -]q(?![0-9])", "RAMQ"),
        ("medicate", r"medicate(?= (?:card|number|num|no|#))", "medicare"),
    )
    for word in words.split()
]
_IN_PHRASES: Final = vocabulary(word for word, _, _ in _PHRASES)
_LONGEST_BEFORE: Final = 20
_LONGEST_BEHIND: Final = 24
#: The words of a text that may be part of a misspelt label.
_ANY_SLIPS: Final = _SLIPS | _LEFT_OF_FIGURED | _SECOND_HALVES | _IN_PHRASES
_SLIPPED: Final = gate(_ANY_SLIPS)
#: Closed on pages on which no label is misspelt.
MAY_BE_MISSPELT: Final = _SLIPPED | _WITH_FIGURES | _ACCENTLESS | _TYPED
#: Where a label begins and ends, and what it means.
Slip = tuple[int, int, str]


def slips_in_labels(lower: str, words: Set[str], gates: int) -> list[Slip]:
    """The labels of `lower` in which there is a slip, a figure for a letter, or an accent lost, in order.

    `words` and `gates` are those of its page. Linear.
    """
    slips: list[Slip] = []
    if gates & _SLIPPED:
        slips += _slipped(lower, words & _ANY_SLIPS)
    if gates & _WITH_FIGURES:
        slips += ((*found.span(), _ACRONYMS[found[0]].upper()) for found in _FIGURED_ACRONYM.finditer(lower))
    if gates & _ACCENTLESS:
        slips += ((*found.span(), "ne le ") for found in _BORN.finditer(lower))
    if gates & _TYPED:
        slips += ((*found.span(), "born" if found[1] else "ne le") for found in _TYPED_BORN.finditer(lower))
    return sorted(slips, key=_longest_first)


def _longest_first(slip: Slip) -> tuple[int, int]:
    return slip[0], -slip[1]


def _slipped(lower: str, words: Set[str]) -> Iterator[Slip]:
    """The label words of `lower` with a slip. `words` are those of `_ANY_SLIPS` in the text."""
    for left in _LEFT_OF_FIGURED & words:
        for figured, word in _FIGURED[left].items():
            yield from _standing(figured, word, lower)
    for second in _SECOND_HALVES & words:
        for first in _PARTS[second]:
            yield from _parted(first, second, lower)
    for word, phrase, meant in () if _IN_PHRASES.isdisjoint(words) else _PHRASES:
        for at in places(word, lower) if word in words else ():
            found = phrase.search(lower, max(0, at - _LONGEST_BEFORE), at + _LONGEST_BEHIND)
            if found and found.start() <= at < found.end():
                yield *found.span(), meant
    for slip in _SLIPS & words:
        yield from _standing(slip, _MEANT[slip], lower)


def _parted(first: str, second: str, lower: str) -> Iterator[Slip]:
    """Where a line's end parts `first` from `second`: "so-", and on the next line "ciale"."""
    for at in places(second, lower):
        gap = _PARTED.search(lower, at - _LONGEST_PARTING, at)
        start = gap.start() - len(first) if gap else -1
        end = at + len(second)
        if start >= 0 and lower.startswith(first, start) and not lower[end : end + 1].isalpha():
            yield start, end, first + second


def _standing(written: str, meant: str, lower: str) -> Iterator[Slip]:
    """Where `written` stands by itself."""
    for at in places(written, lower):
        end = at + len(written)
        if not lower[at - 1 : at].isalnum() and not lower[end : end + 1].isalnum():
            yield at, end, meant
