"""A second reading of a text: numbers written in words and characters spelled one by one, in French and English.

"un trois zéro, six neuf deux …" becomes "1 3 0, 6 9 2 …", "le douze avril mil neuf cent quatre-vingt-cinq" becomes
"le 12 avril 1985", "T comme Thomas" becomes "T". The recognizers then read the result like any other text.
"""

from __future__ import annotations

import re
from typing import Final

from recognizers.cues import places
from recognizers.fold import Folded

_UNITS: Final = {
    "zero": 0, "oh": 0, "nought": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4,
    "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9,
}  # fmt: skip
_TEENS: Final = {
    "dix": 10, "ten": 10, "onze": 11, "eleven": 11, "douze": 12, "twelve": 12, "treize": 13, "thirteen": 13, "quatorze": 14,
    "fourteen": 14, "quinze": 15, "fifteen": 15, "seize": 16, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "vingt": 20, "vingts": 20, "twenty": 20, "trente": 30, "thirty": 30, "quarante": 40, "forty": 40, "fourty": 40, "cinquante": 50,
    "fifty": 50, "soixante": 60, "sixty": 60, "septante": 70, "seventy": 70, "huitante": 80, "octante": 80, "eighty": 80, "nonante": 90,
    "ninety": 90,
}  # fmt: skip
_ORDINALS: Final = {
    "premier": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_BIG: Final = ("cent", "cents", "hundred", "mil", "mille", "thousand")
_WORDS: Final = {**_UNITS, **_TEENS, **_TENS, **_ORDINALS}
_ANY: Final = "|".join(sorted((*_WORDS, *_BIG), key=len, reverse=True))
_RUN: Final = re.compile(
    rf"(?<![a-z])(?:{_ANY})(?:(?:[ \-,.\n\r>]{{1,4}}(?:(?:et|and)[ -])?)(?:{_ANY}))*(?![a-z])"
)
_WORD: Final = re.compile(_ANY)
_LETTER_AS: Final = re.compile(
    r"(?<![a-z0-9])([a-z])[ ,]{0,2}(?:comme(?: dans)?|as in|like(?: in)?|for|pour|=) [a-z]{2,12}(?![a-z])[ ,;.]{0,2}"
)
_ALPHABET: Final = {
    word: word[0]
    for word in "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa"
    " quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu".split()
}
_CODE_RUN: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_ALPHABET)})(?:[ ,\-.]{{1,3}}(?:{'|'.join(_ALPHABET)})){{3}}(?![a-z])"
)
_CODE_WORD: Final = re.compile("|".join(sorted(_ALPHABET, key=len, reverse=True)))
#: Numbers in words matter where an identifier is spoken of …
_SPOKEN_OF: Final = (
    "nais", "nee", "ne le", "ne(e", "born", "birth", "dob", "ddn", "nas", "sin", "social", "nam", "maladie", "health", "medicare", "ramq",
    "carte", "card", "zero", "tax", "permis", "licence", "passport",
)  # fmt: skip
#: … and every number long enough to matter has one of these in it.
_STEMS: Final = (
    "zero", "trois", "quatre", "cinq", "sept", "huit", "neuf", "three", "four", "five", "seven", "eight", "nine", "mil", "vingt", "twent",
    "premier", "deux",
    "thousand", "first", "second", "third", "fifth", "sixth", "seventh", "tenth",
)  # fmt: skip


#: Two number words within this reach make a number.
_ADJACENT: Final = 30


def respell(lower: str, text: str) -> Folded | None:
    """The second reading of folded `text` (`lower` in lower case), with the way back; None when it would say nothing new."""
    if not any(stem in lower for stem in _SPOKEN_OF):
        return None
    found = [
        (run.start(), run.end(), _digits(run[0]))
        for start, end in _windows(lower)
        for run in _RUN.finditer(lower, start, end)
        if _counts(lower, run)
    ]
    if any(link in lower for link in (" comme ", " as in ", " like ", " for ")):
        found += [(one.start(), one.end(), one[1]) for one in _LETTER_AS.finditer(lower)]
    if any(
        word in lower
        for word in (
            "tango",
            "romeo",
            "alpha",
            "sierra",
            "bravo",
            "charlie",
            "lima",
            "mike",
            "echo",
            "papa",
            "golf",
        )
    ):
        found += [
            (run.start(), run.end(), "".join(_ALPHABET[word] for word in _CODE_WORD.findall(run[0])))
            for run in _CODE_RUN.finditer(lower)
        ]
    return _replace(lower, text, sorted(found)) if found else None


def _windows(lower: str) -> list[tuple[int, int]]:
    """Where number words stand, merged into stretches of text."""
    found = sorted(at for stem in _STEMS for at in places(stem, lower) if not lower[at - 1 : at].isalpha())
    near = [at for at, following in zip(found, found[1:], strict=False) if following - at <= _ADJACENT]
    windows: list[tuple[int, int]] = []
    for place in near:
        start, end = max(0, place - 60), min(len(lower), place + 100)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _counts(lower: str, run: re.Match[str]) -> bool:
    """A single small word ("un", "second", "for") is rarely a number: it counts next to a month only."""
    if len(_WORD.findall(run[0])) >= 2:
        return True
    return (
        run[0] not in ("un", "une", "one", "oh", "second", "neuf", "cent", "cents")
        or re.match(r" [a-z]{3,9} [0-9md]", lower[run.end() :]) is not None
    )


def _replace(lower: str, text: str, found: list[tuple[int, int, str]]) -> Folded:
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = position = 0
    for start, end, reading in found:
        if start < position:
            continue
        pieces += [(at, position, 0)] if start > position else []
        parts += [text[position:start], reading]
        at += start - position
        pieces.append((at, start, end - start))
        at += len(reading)
        position = end
    if position < len(lower):
        pieces.append((at, position, 0))
        parts.append(text[position:])
    return Folded(text, "".join(parts), pieces)


def _digits(run: str) -> str:
    """The figures of a run of number words, one group for each number."""
    return ", ".join(_group(part) for part in re.split(r"[,.\n\r>]+", run) if part.strip(" -"))


def _group(part: str) -> str:
    groups: list[str] = []
    words = [word for word in re.findall(r"[a-z]+", part) if word not in ("et", "and")]
    position = 0
    while position < len(words):
        value, position = _number(words, position)
        groups.append(value)
    return " ".join(_years_joined(groups))


def _number(words: list[str], position: int) -> tuple[str, int]:
    """One number in words from `position`: its figures and where the next begins."""
    word = words[position]
    if word in ("mil", "mille") or (
        _at(words, position + 1) in ("mille", "thousand") and word in ("deux", "two")
    ):
        thousands = 1000 if word in ("mil", "mille") else 2000
        return _thousands(thousands, words, position + (1 if thousands == 1000 else 2))
    if word in ("cent", "hundred"):
        return _hundreds(100, words, position + 1)
    if word in _UNITS and _at(words, position + 1) in ("cent", "cents", "hundred") and _WORDS[word] > 1:
        return _hundreds(_WORDS[word] * 100, words, position + 2)
    return _below_hundred(words, position)


def _at(words: list[str], position: int) -> str:
    return words[position] if position < len(words) else ""


def _thousands(value: int, words: list[str], position: int) -> tuple[str, int]:
    if position < len(words):
        rest, after = _number(words, position)
        if int(rest) < 1000:
            return str(value + int(rest)), after
    return str(value), position


def _hundreds(value: int, words: list[str], position: int) -> tuple[str, int]:
    if position < len(words) and words[position] not in ("zero", *_BIG):
        rest, after = _below_hundred(words, position)
        return str(value + int(rest)), after
    return str(value), position


def _below_hundred(words: list[str], position: int) -> tuple[str, int]:
    word = words[position]
    value = _WORDS.get(word, 0)
    following = _at(words, position + 1)
    if word == "quatre" and following in ("vingt", "vingts"):
        value, position, following, word = 80, position + 1, _at(words, position + 2), "vingt"
    if word in _TENS or value == 80:
        small = _WORDS.get(following, 0)
        limit = 20 if value in (60, 80) and following not in ("zero", "oh") else 10
        ordinal_or_unit = following in _UNITS or following in _ORDINALS or following in _TEENS
        if ordinal_or_unit and 0 < small < limit:
            if small == 10 and _WORDS.get(_at(words, position + 2), 0) in (7, 8, 9):
                return str(value + 10 + _WORDS[words[position + 2]]), position + 3
            return str(value + small), position + 2
    if word == "dix" and following in ("sept", "huit", "neuf"):
        return str(10 + _WORDS[following]), position + 2
    return str(value), position + 1


def _years_joined(groups: list[str]) -> list[str]:
    """ "nineteen eighty-five" is a year: 19 and 85 belong together when they end the run."""
    if len(groups) >= 2 and groups[-2] in ("19", "20") and len(groups[-1]) == 2 and len(groups) <= 3:
        return [*groups[:-2], groups[-2] + groups[-1]]
    if len(groups) >= 3 and groups[-3] in ("19", "20") and groups[-2] == "0" and len(groups[-1]) == 1:
        return [*groups[:-3], groups[-3] + "0" + groups[-1]]
    return groups
