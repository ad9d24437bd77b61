"""Identifiers by their form: the twin in Python of `numbers_native.c`. Patterns run on folded lower-case text."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import compiled

#: What may stand between two characters of one identifier: spaces, line ends with quote marks, punctuation. No colon.
GAP_CLASS: Final = r"[ \t\r\n.\-/_,|*'\"()>\\~+\x7f]"
#: Letters read for figures by phones, optical readers and people in a hurry (position by position).
AS_DIGIT: Final = str.maketrans("oqduilzsbg", "0000112586")
_GAP: Final = rf"{GAP_CLASS}{{0,8}}"
_LETTER: Final = "[a-z0125-68]"
_NAM_DIGIT: Final = "[0-9oqduilzsbg]"
_LETTERS: Final = rf"({_LETTER}(?:{_GAP}{_LETTER}){{3}})"
_NAM_DIGITS: Final = rf"({_NAM_DIGIT}(?:{_GAP}{_NAM_DIGIT}){{5}}{_GAP}[0-9a-z]{_GAP}{_NAM_DIGIT})"
#: A word may stick to the last figure, if it is no label: "130692544merci".
_A_WORD: Final = r"(?<=[0-9])[a-z]{3,12}(?![a-z0-9]| ?[:#=])"
#: Otherwise, only the label of the next value may stick to the figures: "NAM:TREM04121925NAS:…".
_NO_LABEL: Final = rf"(?!(?:nas|sin|ddn|dob)[ :#=0-9]|{_A_WORD})"
_LETTERED: Final = compiled(
    rf"(?<![a-z0-9]){_LETTERS}(?:{GAP_CLASS}|[:;=#]){{0,8}}{_NAM_DIGITS}(?![0-9])(?!{_NO_LABEL}[a-z])"
    r"(?! ?:[0-9])(?!-[0-9a-f]{4}-[0-9a-f]{4}-)"
)
#: In a row of fixed width, a sex and a day stick to the figures: "TREM04121925M20261001".
_GLUED: Final = compiled(
    rf"[a-z]*([a-z]{{4}}){_GAP}{_NAM_DIGITS}(?![0-9])(?:[a-z](?![a-z0-9])|[fm](?=[12][0-9]{{7}}))?"
)
_SIN_DIGIT: Final = "[0-9oqilzsbg]"
_NINE: Final = compiled(
    rf"(?<![0-9])(?<![0-9][-./])(?:(?<=[0-9]{{4}},)|(?<![0-9],))(?:[0-9]|(?<![a-z])[oilsbz])(?:{GAP_CLASS}{{0,8}}{_SIN_DIGIT}){{8}}"
    rf"(?![0-9])(?!(?!(?:nam|ddn|dob)[ :#=0-9]|nam[a-z]{{4}} ?[0-9]|{_A_WORD})[a-z])"
    rf"(?!(?!\.0(?![0-9]))[-./]\.?[0-9])(?!,\.?[0-9]{{1,3}}(?![0-9]))"
)
_CODE_GAP: Final = compiled("[^a-z0-9]+")
_WRAP: Final = compiled(r"[ \t]*\r?\n[> \t|]*")
_LONGEST_GAP: Final = 3
_LAST_BREAK: Final = 30


def lettered(lower: str, start: int, end: int, reach: int) -> list[tuple[int, int, int, int]]:
    """Where four letters (or figures for them) and eight figures (or letters for them) stand in lower[start:end].

    Each as the start and end of the letters and of the figures; they may overlap, and their figures end behind `reach`.
    """
    found = []
    while one := _LETTERED.search(lower, start, end):
        start = one.start() + 1
        if one.end() > reach:
            found.append((*one.span(1), *one.span(2)))
    return found


def glued(lower: str, start: int, end: int) -> tuple[int, int, int, int, int] | None:
    """Where in lower[start:end] eight figures (or letters for them) follow a word that ends in four letters of a name.

    Where the word begins, and in it the name; where the figures begin and end; and behind a single letter that follows.
    """
    found = _GLUED.search(lower, start, end)
    return (
        None if found is None else (found.start(), found.start(1), found.start(2), found.end(2), found.end())
    )


def nine(lower: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first nine figures (or letters for them) in lower[start:end] begin and end."""
    found = _NINE.search(lower, start, end)
    return found.span() if found else None


def breaks(written: str) -> int:
    """After how many of its characters a number has gaps, one bit for each; -1 where one is too long, or further in.

    A line's end with the quote marks behind it is a gap of one.
    """
    found = gaps = 0
    for gap in _CODE_GAP.finditer(_WRAP.sub(" ", written)):
        start, end = gap.span()
        if end - start > _LONGEST_GAP or start - gaps > _LAST_BREAK:
            return -1
        found |= 1 << (start - gaps)
        gaps += end - start
    return found
