"""Asks the page's name finder, showing it only the words that it may know better, and a few around them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from recognizers.page import Page
from recognizers.person_words import Word, is_shouted

#: Words on each side that the name finder is shown: more than its convolutions reach, so that it answers the same.
_CONTEXT: Final = 6

Seen = list[tuple[int, int, float]]


def look(page: Page, everything: Sequence[Word], certain: Container[int]) -> tuple[Seen, Seen]:
    """What the name finder calls persons, and what it calls something else, as (start, end, score) in order.

    `certain` holds the beginnings of words that need no second opinion.
    """
    if page.names is None or is_shouted(page.text):
        return [], []
    windows = _windows(everything, certain)
    if not windows:
        return [], []
    found = page.names(_only(page, windows))
    spans = sorted((*page.folded_span(start, end), score) for start, end, score in found)
    return [span for span in spans if span[2] > 0], [span for span in spans if span[2] <= 0]


def _windows(everything: Sequence[Word], certain: Container[int]) -> list[tuple[int, int]]:
    """Where the name finder should look: around each word that it may know better, merged, as (start, end)."""
    windows: list[tuple[int, int]] = []
    reach = -1
    for at, word in enumerate(everything):
        if word.start in certain or not _is_worth_a_look(everything, at):
            continue
        first, last = max(0, at - _CONTEXT), min(len(everything), at + _CONTEXT + 1)
        start = everything[first].start
        if first <= reach:
            start = windows.pop()[0]
        end = everything[last].start if last < len(everything) else everything[-1].end + 1
        windows.append((start, end))
        reach = last
    return windows


def _is_worth_a_look(everything: Sequence[Word], at: int) -> bool:
    """Whether the word may be a name that the name finder knows better: a capital that nothing else explains."""
    word = everything[at]
    if not word.capital or word.kind.never or (word.acronym and not word.kind.known):
        return False
    if word.kind.everyday and not word.kind.known and word.opens:
        return False
    if not word.opens or word.kind.known:
        return True
    follows = at + 1 < len(everything) and everything[at + 1].start - word.end < 3
    return follows and everything[at + 1].capital and not everything[at + 1].kind.never


def _only(page: Page, windows: Sequence[tuple[int, int]]) -> str:
    """The original text with all but the windows as line ends, at the same offsets."""
    kept: list[str] = []
    at = 0
    for start, end in windows:
        first, last = page.raw_span(start, min(end, len(page.text)))
        kept += ["\n" * (first - at), page.raw[first:last]]
        at = last
    return "".join(kept)
