"""The words of a text that recognizers ask for, and the gates that they open: the twin in Python of `known_native.c`.

A gate is one bit: closed, it says that nothing of some kind can stand in a text (see `cues.gate`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import reduce
from operator import or_
from typing import Any, Final

from recognizers.glance_plain import (
    ADJACENT,
    BESIDE,
    FEWEST_FIGURES,
    PREVIOUS,
    STEM_REST,
    leads,
    letters_of,
    months,
    words_at,
)
from recognizers.patterns import compiled

#: How a word stands that opens a gate: anywhere; leading to figures (see `words_leading`); with a mark between it and a
#: figure (see `words_marked`); between hyphens; behind a mark of lists, and before a figure, both in reach; after a letter or
#: figure by itself; with a figure in reach;
#: as a number word with others, or a month (see `spoken`; that is sure).
ANYWHERE: Final = 0
LEADING: Final = 1
MARKED: Final = 2
HYPHENED: Final = 3
LISTED: Final = 4
SPELLING: Final = 5
NUMBERED: Final = 6
SPOKEN: Final = 7
#: So many gates there are at most.
GATES: Final = 126
#: What parts a word that is `MARKED` from a figure, and how far that stands at most.
MARKS: Final = ',;|/)-"'
MARK_REACH: Final = 16
#: A mark between a figure and the word behind it, and one between a word and the figure after it.
_MARK_BEFORE: Final = compiled(rf"""[0-9] ?+"?+ ?+[{re.escape(MARKS)}][^0-9]*+\Z""")
_MARK_AFTER: Final = compiled(f"[{re.escape(MARKS)}] ?[0-9]")
_LIST_MARKS: Final = frozenset(",;|/-")
#: Every word that some recognizer asks for, with the gates that it opens.
LEARNED: Final[dict[str, int]] = {}
#: Gates that want a word to stand in some way: by their bit, how, how far before and after it, and the words.
_DEMANDS: Final[dict[int, tuple[int, int, int, set[str]]]] = {}
_WORDS: Final[set[str]] = set()
#: Parts of words that open gates, and the gates.
_PARTS: Final[dict[str, int]] = {}
#: Acronyms (see `cues.acronym`): by their letters with one or two spaces between, which of these are words, and the acronym.
ACRONYMS: Final[dict[str, tuple[str, str]]] = {}
#: For how many figures number words stand, and how months begin.
_FIGURES: Final[dict[str, int]] = {}
_STEMS: Final = [""]
#: So many number words may be one number though they are articles elsewhere: "un un zéro un un".
_DICTATED: Final = 5
#: The words of a text that open gates, for `words_of` to read and nobody else: here the text and its words.
Openers = Any
#: Characters whose words are looked up at once.
_PIECE: Final = 32 * 1024


def learn(word: str, gates: int) -> None:
    """One more word that `known` finds, and the gates that it opens: bits."""
    LEARNED[word] = LEARNED.get(word, 0) | gates
    _WORDS.add(word)
    for gate, (_, _, _, words) in _DEMANDS.items():
        if gates & gate:
            words.add(word)


def learn_part(part: str, gates: int) -> None:
    """A part of words, in lower case, and the gates that it opens wherever it stands: bits."""
    _PARTS[part] = _PARTS.get(part, 0) | gates


def learn_acronym(letters: str, alone: str, word: str) -> None:
    """A word that `known` finds where these letters stand with such spaces between, of which those `alone` stick to no other."""
    ACRONYMS[letters] = alone, word


def learn_figures(figures: dict[str, int], stems: str) -> None:
    """For how many figures number words stand, and how months begin: three letters each."""
    _FIGURES.update(figures)
    _STEMS.append(stems)


def demand(gate: int, stands: int, before: int, after: int) -> None:
    """How a word that is learned from now on must stand to open the gate of this number (0 to 125).

    Within so many characters before and after it, where that counts.
    """
    if stands != ANYWHERE:
        _DEMANDS[1 << gate] = stands, before, after, set()


def known(lower: str, shape: bytes) -> tuple[frozenset[str], int, Openers]:
    """The words (runs of letters) of lower-case text that were learned, acronyms among them, and the gates that all that opens.

    And what `words_of` reads. `shape` is the text's (see `digits.shape`).
    """
    letters = letters_of(lower)
    if len(letters) <= _PIECE:
        words = frozenset(_WORDS.intersection(letters.split()))
    else:
        words = frozenset().union(*(_WORDS.intersection(piece.split()) for piece in _pieces(letters)))
    gates = reduce(or_, map(LEARNED.__getitem__, words), 0)
    if demanding := [gate for gate in tuple(_DEMANDS) if gates & gate]:
        text = f" {letters} "
        for gate in demanding:
            if not _opens(gate, words, text, lower, shape):
                gates ^= gate
    for part, opened in tuple(_PARTS.items()):
        if part in lower:
            gates |= opened
    spelled = {
        word for stem, (alone, word) in tuple(ACRONYMS.items()) if words.issuperset(alone) and stem in letters
    }
    gates = reduce(or_, (LEARNED.get(word, 0) for word in spelled), gates)
    return words | spelled, gates, (lower, words)


def words_of(openers: Openers, gates: int) -> list[tuple[int, str]]:
    """Where each of the words stands that were learned with one of these gates, however it stands there, in order."""
    lower, words = openers
    return words_at({word for word in words if LEARNED[word] & gates}, lower)


def _opens(gate: int, words: frozenset[str], letters: str, lower: str, shape: bytes) -> bool:
    """Whether one of `words` stands somewhere as `gate` wants it; `letters` are those of the text, between two spaces."""
    stands, before, after, those = _DEMANDS[gate]
    said = words & those
    if stands == SPOKEN:
        return _counts(said, letters, lower, shape)
    for word in said:
        if stands == HYPHENED:
            if f"-{word}-" in lower:
                return True
            continue
        sought = f" {word} "
        at = letters.find(sought)
        while at >= 0:
            end = at + len(word)
            if stands == LEADING:
                opens = leads(lower, end)
            elif stands == MARKED:
                opens = _is_marked(lower, at, end)
            elif stands == SPELLING:
                opens = lower[at - 1 : at] == " " and _spells(lower, at)
            elif stands == LISTED:
                opens = shape.find(b"0", end, end + after) >= 0 and not _LIST_MARKS.isdisjoint(
                    lower[max(0, at - before) : at]
                )
            else:
                opens = (
                    shape.find(b"0", end, end + after) >= 0 or shape.find(b"0", max(0, at - before), at) >= 0
                )
            if opens:
                return True
            at = letters.find(sought, end)
    return False


def _is_marked(lower: str, at: int, end: int) -> bool:
    """Whether a mark parts lower[at:end] from a figure (see `words_marked`)."""
    return (
        _MARK_AFTER.search(lower, end, end + MARK_REACH + 1) is not None
        or _MARK_BEFORE.search(lower, at - MARK_REACH, at) is not None
    )


def _counts(words: Set[str], letters: str, lower: str, shape: bytes) -> bool:
    """Whether some number words that stand together, or one beside a month, may make a number."""
    spots = []
    for word in words:
        sought = f" {word} "
        at = letters.find(sought)
        while at >= 0:
            spots.append((at, at + len(word), _FIGURES[word]))
            at = letters.find(sought, at + 1)
    spots.sort()
    month, month_after, month_before = months(_STEMS[-1])
    begin, last, figures, several = 0, -ADJACENT - 1, 0, 0
    for at, end, count in spots:
        if at - last > ADJACENT:
            begin, figures, several = at, count, 1
        else:
            figures, several = figures + count, several + 1
        last = end
        if several >= _DICTATED:
            return True
        if not figures:
            continue
        if several == 1:
            if month_after.match(lower, end) or month_before.search(lower, max(0, at - PREVIOUS), at):
                return True
            continue
        first, stop = max(0, begin - BESIDE), end + BESIDE
        if figures + shape.count(b"0", first, stop) >= FEWEST_FIGURES or month.search(
            lower, first, stop + STEM_REST
        ):
            return True
    return False


def _spells(lower: str, at: int) -> bool:
    """Whether a letter or figure by itself stands before the space before `at`, at most one character more between."""
    if at < 2:
        return False
    at -= 2 if lower[at - 2].isalnum() else 3
    return at >= 0 and lower[at].isalnum() and not lower[max(0, at - 1) : at].isalnum()


def _pieces(letters: str) -> Iterator[str]:
    """Pieces of whole words: the words of a long text all at once would not fit the processor's cache."""
    start = 0
    while len(letters) - start > _PIECE and (end := letters.find(" ", start + _PIECE)) >= 0:
        yield letters[start:end]
        start = end
    yield letters[start:]
