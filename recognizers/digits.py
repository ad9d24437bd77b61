"""Digits as people type them: in groups, with stray separators, with letters that look like figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Final

from recognizers.glance import NEXT_FIGURE, Answered, answered
from recognizers.known_plain import GATES

LOOKALIKES: Final = "oqiulzsbg"

#: How many characters around a cluster of figures its shape is judged with (see `ClusterLook`).
BEFORE: Final = 9
AFTER: Final = 2

_GAPS: Final = " \t\r\n.-/_,|*'\"()>\\~+\x7f"
_FIGURE_LETTERS: Final = "oilzsbgq"


def _kind(char: str) -> str:
    if char in _GAPS:
        return " "
    if char in ":;=#":
        return ":"
    if char in _FIGURE_LETTERS:
        return "a"
    if char in "du":
        return "u"
    return "0" if "0" <= char <= "9" else "x" if "a" <= char <= "z" else "."


#: The kind of each character (see `shape`).
KINDS: Final = bytes(ord(_kind(chr(code))) for code in range(256))
#: What each character is in flattened text (see `dates.flatten`).
FLAT: Final = bytes(32 if chr(code) in "\t\r\n>|*~`_\x0b\x0c\\" else code for code in range(128)) + bytes(
    range(128, 256)
)
_FEW: Final = re.compile(f"[0a]{NEXT_FIGURE}(?:{NEXT_FIGURE}){{1,58}}+".encode())


def shape(lower: str) -> bytes:
    """The kind of every character of folded lower-case text, one byte for each.

    `0` a figure, ` ` a gap, `a` a letter that looks like a figure, `u` one that does so at times (d, u), `x` another
    letter, `:` what links a label to its value
    (colon, semicolon, equals sign, number sign), `.` the rest.

    Looking for figures in it takes half the time that it takes in the text.
    """
    return lower.encode("ascii").translate(KINDS)


class ClusterLook:
    """What a recognizer asks of the shape of a cluster; decorates the function that answers, with a number from 0 (no) to 7.

    The function is given the kinds of the `BEFORE` characters before the cluster, of the cluster, and of the `AFTER` after
    it; NUL stands beyond the ends of the text. It is asked once for a shape: the same few come again and again, and a
    shape is no value. All looks are answered together (`looked_at`), so that what no cluster of a page can be costs nothing.
    """

    def __init__(self, judge: Callable[[bytes], int]) -> None:
        self.judge = judge
        with _ADDING:
            if len(_LOOKS) == _MOST_LOOKS:
                raise ValueError(f"more than {_MOST_LOOKS} looks: their answers would not fit into 63 bits")
            self.shift = _ANSWER_BITS * len(_LOOKS)
            self.mask = _ANSWER << self.shift
            #: The bits of `Page.gates` of which one is set where it has an answer.
            self.gate: int = self.mask << GATES
            _LOOKS.append(self)

    def gate_of(self, answer: int) -> int:
        """Those bits of its `gate` that say this answer: its numbers are bits themselves."""
        return answer << self.shift << GATES


_LOOKS: list[ClusterLook] = []
_ADDING: Final = Lock()
_ANSWER_BITS: Final = 3
_ANSWER: Final = 7
_MOST_LOOKS: Final = 21


def looked_at(shape: bytes, clusters: list[tuple[int, int]]) -> tuple[list[Answered], int]:
    """Those clusters of a shape for which some look has an answer, the answers of every look, and the bits of all answers."""
    return answered(_answers, len(_LOOKS), shape, clusters, BEFORE, AFTER)


@lru_cache(maxsize=16384)
def _answers(around: bytes, looks: int) -> int:
    """The answers of the first so many looks: those that come later, with a recognizer that is loaded, ask anew."""
    answers = 0
    for look in _LOOKS[:looks]:
        answers |= look.judge(around) << look.shift
    return answers


def small_clusters(shape: bytes) -> list[tuple[int, int]]:
    """Where two digits or more stand together, or one behind a look-alike letter: the least that a date has."""
    return [found.span() for found in _FEW.finditer(shape)]
