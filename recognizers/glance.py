"""What a text is looked over for most, so that it is worth machine code: known words, stems, figures that stand together.

`glance.c` says the same in C; a compiled wheel (`make compiled`) has it in this module's place. Texts are folded: ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: Every word that some recognizer asks for.
_LEARNED: Final[set[str]] = set()
#: Characters whose words are looked up at once.
_PIECE: Final = 32 * 1024
_LETTERS_ONLY: Final = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
#: Possessive throughout: no kind stands for another, so that giving one back never helps.
NEXT_FIGURE: Final = " {0,8}+(?:a {0,8}+){0,2}+0"
_GROUP: Final = re.compile(f"0{NEXT_FIGURE}(?:{NEXT_FIGURE}){{1,58}}+".encode())


def learn(word: str) -> None:
    """One more word that `known` finds."""
    _LEARNED.add(word)


def letters_of(lower: str) -> str:
    """Lower-case text with spaces in place of all but its letters; offsets stay."""
    return lower.encode("ascii").translate(_LETTERS_ONLY).decode("ascii")


def known(lower: str) -> set[str]:
    """The words (runs of letters) of lower-case text that were learned."""
    letters = letters_of(lower)
    if len(letters) <= _PIECE:
        return _LEARNED.intersection(letters.split())
    return set().union(*(_LEARNED.intersection(piece.split()) for piece in _pieces(letters)))


def _pieces(letters: str) -> Iterator[str]:
    """Pieces of whole words: the words of a long text all at once would not fit the processor's cache."""
    start = 0
    while len(letters) - start > _PIECE and (end := letters.find(" ", start + _PIECE)) >= 0:
        yield letters[start:end]
        start = end
    yield letters[start:]


def places(stem: str, text: str) -> list[int]:
    """Where `stem` (a character or more) stands in `text`, in order; occurrences may overlap."""
    found = []
    at = text.find(stem)
    while at >= 0:
        found.append(at)
        at = text.find(stem, at + 1)
    return found


def standing(stems: tuple[str, ...], text: str) -> list[str]:
    """Those of `stems` that stand somewhere in `text`, in their order."""
    return [stem for stem in stems if stem in text]


def groups(shape: bytes) -> list[tuple[int, int]]:
    """Where three figures or more stand together in a shape (see `digits.shape`), separators and look-alike letters aside.

    Linear. A run of more than sixty figures comes in several pieces: one long match would cost more than its length.
    """
    return [found.span() for found in _GROUP.finditer(shape)]
