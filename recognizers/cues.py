"""Finds cue words cheaply: rare runs of letters first, whole patterns only where one stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count
from operator import itemgetter
from threading import Lock
from typing import Final, NamedTuple

from recognizers.glance import Anchored, demand, known, learn, learn_acronym, learn_part, rows_at, standing
from recognizers.known_plain import ANYWHERE, GATES, Openers
from recognizers.patterns import Pattern, compiled, promised

FAR: Final = 1_000_000_000
_BEFORE: Final = 40
_NUMBERS: Final = count()
_ADDING: Final = Lock()
#: The gate that is open on every page, for recognizers without one of their own.
_ALWAYS: Final = 1 << (GATES - 1)
#: What a page says for which every gate is open.
OPEN: Final = -1


def vocabulary(words: Iterable[str], gates: int = 0) -> frozenset[str]:
    """These words as a set; from now on `known_words` looks for them, and each opens these gates.

    For use while a module is loaded.
    """
    chosen = frozenset(words)
    for word in chosen:
        learn(word, gates)
    return chosen


def gate(
    words: Iterable[str],
    parts: Iterable[str] = (),
    *,
    stands: int = ANYWHERE,
    before: int = 0,
    after: int = 0,
) -> int:
    """A bit of `Page.gates`: set where one of these words stands, as `stands` says (see `known_plain`), or one of `parts`.

    It is a cheap look, for nothing but to leave what cannot be: what it stands for may yet be absent where it is set. For use
    while a module is loaded. Raises ValueError where there are too many.
    """
    with _ADDING:
        number = next(_NUMBERS)
        if number >= GATES - 1:
            raise ValueError(f"more than {GATES - 1} gates of words")
        demand(number, stands, before, after)
        vocabulary(words, 1 << number)
        for part in parts:
            learn_part(part, 1 << number)
    return 1 << number


def acronym(letters: str, alone: str) -> str:
    """A word for letters that stand one by one ("n a m": "n.a.m.", "n_a_m", "n. a. m."): `known_words` has it where they do.

    Those of them that are `alone` stick to no other letter. For use while a module is loaded.
    """
    word, single = letters.replace(" ", "."), vocabulary(alone.split())
    for stem in (letters, letters.replace(" ", "  ")):
        learn_acronym(stem, "".join(sorted(single)), word)
    return word


def known_words(flat: str, shape: bytes) -> tuple[frozenset[str], int, Openers]:
    """The words (runs of letters) of lower-case ASCII text that some recognizer asks for, and the gates that they open.

    That tells what the text cannot contain. And what `glance.words_of` reads: where the words of a gate stand. `shape` is the
    text's (see `digits.shape`).
    """
    words, gates, openers = known(flat, shape)
    return words, gates | _ALWAYS, openers


class Cue(NamedTuple):
    """A cue in a text: where it stands and what kind of cue it is."""

    start: int
    end: int
    kind: str


class CueTable:
    """Cues as rows (stem, kind, pattern[, before]).

    Wherever the stem stands, `pattern` is matched from there, and `before` must be found at the end of the 28
    characters to its left; the cue then begins where `before` does. Looking for a dozen stems costs less than one
    pattern that begins with alternatives; stems with a word in common are looked for by that word, all at once.

    `words`, `parts` and `guarded` make the usual case, a text without any cue, cheaper still. A row can match only where
    one of `words` is a word of the text, or one of `parts` stands in it, or one of `guarded`'s parts (those of words that
    are all in the text); only the rows that share letters with what was found are then looked for.
    """

    def __init__(
        self,
        rows: Iterable[Sequence[str]],
        *,
        words: str = "",
        parts: Sequence[str] = (),
        guarded: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        written = [tuple(row) for row in rows]
        shared = Counter(run for stem, *_ in written for run in set(_LONG_WORD.findall(stem)))
        self._rows = tuple(
            _Row(place, stem, _anchor(stem, shared), kind, pattern, before[0] if before else "")
            for place, (stem, kind, pattern, *before) in enumerate(written)
        )
        self._all = _by_anchor(self._rows)
        self._words = vocabulary(words.split())
        self._parts = tuple(parts)
        self._guarded = tuple(
            (vocabulary(key.split()), tuple(parts)) for key, parts in (guarded or {}).items()
        )
        self._asked = self._words.union(*(guards for guards, _ in self._guarded))
        rarest = [max(sorted(guards), key=len) for guards, _ in self._guarded]
        #: Closed on pages on which no row can match.
        self.gate: int = gate([*self._words, *rarest], parts)
        self._plans: dict[frozenset[str], _Plan] = {}
        self._relevant: dict[frozenset[str], _Anchored] = {}

    def find(self, lower: str, words: Set[str] | None = None) -> list[Cue]:
        """The cues in lower-case text, in order; where two overlap, both. `words` are the words of the text, if known."""
        anchored = self._all if words is None else self._rows_for(lower, words)
        if not anchored:
            return []
        cues: list[tuple[int, int, Cue]] = []
        for at, row in rows_at(anchored, lower):
            if not (found := (row.pattern or row.made()).match(lower, at)):
                continue
            start = at if row.before is None else row.begin(lower, at)
            if start >= 0:
                cues.append((start, row.place, Cue(start, found.end(), row.kind)))
        if len(cues) > 1:
            cues.sort(key=_order)
            return [cue for _, _, cue in cues]
        return [cues[0][2]] if cues else []

    def _rows_for(self, lower: str, words: Set[str]) -> _Anchored:
        """The rows that can match at all."""
        asked = self._asked & words
        plan = self._plans.get(asked) or self._plan(asked)
        if plan.parts and (parts := standing(plan.parts, lower)):
            keys = plan.keys.union(parts)
            return self._relevant.get(keys) or self._sharing(keys)
        return plan.rows

    def _plan(self, asked: frozenset[str]) -> _Plan:
        """What to do with a text that has these of the words that the table asks for."""
        keys, parts = self._words & asked, self._parts
        for guards, guarded in self._guarded:
            if guards <= asked:
                parts += guarded
        plan = _Plan(keys, tuple(dict.fromkeys(parts)), self._sharing(keys))
        if len(self._plans) < _MOST_REMEMBERED:
            self._plans[asked] = plan
        return plan

    def _sharing(self, keys: frozenset[str]) -> _Anchored:
        """The rows that share letters with one of `keys`."""
        rows = self._relevant.get(keys)
        if rows is None:
            rows = _by_anchor(row for row in self._rows if any(_share_letters(row.stem, key) for key in keys))
            if len(self._relevant) < _MOST_REMEMBERED:
                self._relevant[keys] = rows
        return rows


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a table looks for in a text with certain words: its words among them, parts that may stand in it, rows without any."""

    keys: frozenset[str]
    parts: tuple[str, ...]
    rows: _Anchored


class _Row:
    """One row; its patterns are made when its stem first stands in a text: most never do.

    `place` is its place in the table, `anchor` what it is looked for by. `pattern` is matched where the stem stands, and
    `before`, if anything, must stand right before it; both are None until `made`.
    """

    __slots__ = (
        "anchor", "before", "kind", "pattern", "place", "stem", "written", "written_before"
    )  # fmt: skip

    def __init__(self, place: int, stem: str, anchor: str, kind: str, pattern: str, before: str) -> None:
        self.place, self.stem, self.kind = place, stem, kind
        self.anchor = anchor
        # What takes no character is part of the pattern itself.
        looks = _NO_CHARACTER.fullmatch(before)
        self.written = f"{before}(?:{pattern})" if looks else pattern
        self.written_before = "" if looks else before
        promised(self.written)
        if self.written_before:
            promised(_right_before(before))
        self.pattern: Pattern | None = None
        self.before: Pattern | None = None

    def made(self) -> Pattern:
        """`pattern`, and `before` with it."""
        if self.written_before:
            self.before = compiled(_right_before(self.written_before))
        pattern = self.pattern = compiled(self.written)
        return pattern

    def begin(self, lower: str, at: int) -> int:
        """Where the cue begins whose stem stands at `at`; negative when what must stand before it does not."""
        left = lower[max(0, at - _BEFORE) : at]
        lead = self.before.search(left) if self.before is not None else None
        return at - len(left) + lead.start() if lead else -1


_Anchored = Anchored[_Row]
_MOST_REMEMBERED: Final = 4096
#: Cues go by where they begin, then by the place of their row.
_order: Final = itemgetter(0, 1)
_LETTERS: Final = compiled("[a-z]+")
#: Of what must stand before a row, what only looks: "(?<![a-z])".
_NO_CHARACTER: Final = compiled(r"(?:\(\?<[!=][^()|]*\))+")
#: A shorter word stands in every other text.
_LONG_WORD: Final = compiled("[a-z]{4,}")


def _right_before(pattern: str) -> str:
    return f"(?:{pattern})$"


def _anchor(stem: str, shared: Mapping[str, int]) -> str:
    """The word of a stem that it has in common with most others (`shared`: with how many); the stem where it has none."""
    best = max(_LONG_WORD.findall(stem), key=shared.__getitem__, default="")
    return best if best and shared[best] > 1 else stem


def _by_anchor(rows: Iterable[_Row]) -> _Anchored:
    groups: dict[str, list[tuple[int, str, _Row]]] = {}
    for row in rows:
        groups.setdefault(row.anchor, []).append((row.stem.index(row.anchor), row.stem, row))
    return tuple((anchor, tuple(of_anchor)) for anchor, of_anchor in groups.items())


def _share_letters(stem: str, key: str) -> bool:
    """Whether a stem can stand because of `key`: one of its words, or a run of letters that has one of its runs inside."""
    runs = _LETTERS.findall(stem)
    if not key.isalpha():
        return key in stem or stem in key
    return key in runs or any(len(run) > 1 and run in key for run in runs)


class CueLine:
    """Cues in order, with the distance from a value to the nearest in logarithmic time."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = list(cues)
        self._starts = [cue.start for cue in self.cues]
        self._ends = sorted(cue.end for cue in self.cues)

    def distance(self, start: int, end: int) -> int:
        """Characters between text[start:end] and the nearest cue: before it, or (counted double) after it."""
        before = bisect_right(self._ends, start)
        after = bisect_left(self._starts, end)
        left = start - self._ends[before - 1] if before else FAR
        right = 2 * (self._starts[after] - end) + 5 if after < len(self._starts) else FAR
        return min(left, right)

    def covers(self, position: int) -> bool:
        """Whether the last cue that does not begin behind `position` reaches beyond it."""
        before = bisect_right(self._starts, position)
        return before > 0 and position < self.cues[before - 1].end

    def first_after(self, end: int) -> Cue | None:
        """The first cue that begins at `end` or later."""
        after = bisect_left(self._starts, end)
        return self.cues[after] if after < len(self.cues) else None

    def last_end(self, first: int, start: int) -> int:
        """Where the last cue ends that ends in text[first:start]; 0 where none does."""
        before = bisect_right(self._ends, start)
        return self._ends[before - 1] if before and self._ends[before - 1] > first else 0
