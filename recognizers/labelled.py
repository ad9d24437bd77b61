"""Numbers that only their label tells: the machinery that licences, passports and other provinces' cards share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recognizers.cues import Cue, CueTable
from recognizers.page import Candidate, Page
from recognizers.table import Headers, cells_below

_REACH: Final = 80
_GAP: Final = 45
_SENTENCE: Final = re.compile(r"(?:[a-z)]{4}[.]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
_EDGE_BEFORE: Final = r"(?<![a-z0-9])(?<![0-9][-./])"
_EDGE_AFTER: Final = r"(?![a-z0-9])(?![-./][0-9])"


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a number of some kind is written.

    `pattern` matches flattened lower-case text (a line end is a space there); `check` says of its letters and figures alone
    whether they are right, or is None where no rule is known. `score` is what a label and a right check make of it,
    `failed` what is left when the check fails.
    """

    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None
    score: float
    failed: float = 0.0


def form(
    pattern: str, score: float, check: Callable[[str], bool] | None = None, *, failed: float = 0.0
) -> Form:
    """A `Form` whose pattern stands by itself: no letter or figure touches it."""
    return Form(re.compile(f"{_EDGE_BEFORE}(?:{pattern}){_EDGE_AFTER}"), check, score, failed)


class LabelledRecognizer:
    """Finds numbers after their label, in the cell under it, or in a field of that name.

    `cues` give the kind of label; `forms` the forms of the numbers of each kind, the best first.
    """

    def __init__(
        self, identifier: str, entity_type: str, cues: CueTable, forms: Mapping[str, Sequence[Form]]
    ) -> None:
        self.id = identifier
        self.entity_types = (entity_type,)
        self._entity_type = entity_type
        self._cues = cues
        self._forms = forms

    def find(self, page: Page) -> Iterable[Candidate]:
        """The labelled numbers of the page; linear: each label is followed within a fixed reach."""
        if not page.clusters:
            return
        for cue in self._cues.find(page.label) if page.label else ():
            yield from self._in(page, 0, min(len(page.lower), _REACH), cue.kind, "cue:label")
        visited: set[int] = set()
        known: Headers = {}
        for cue in self._cues.find(page.flat, page.words):
            yield from self._after(page, cue)
            for start, end in cells_below(page.lower, cue.start, cue.end, known):
                if start in visited:
                    break
                visited.add(start)
                yield from self._in(page, start, end, cue.kind, "cue:column")

    def _after(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        for one in self._in(page, cue.end, min(len(page.lower), cue.end + _REACH), cue.kind, "cue"):
            gap = page.flat[cue.end : one.start]
            if len(gap) <= _GAP and not _SENTENCE.search(gap):
                yield one

    def _in(self, page: Page, start: int, end: int, kind: str, why: str) -> Iterator[Candidate]:
        """The number of the best form in page.flat[start:end]."""
        for one in self._forms[kind]:
            if not (found := one.pattern.search(page.flat, start, end)):
                continue
            compact = re.sub("[^a-z0-9]", "", found[0])
            right = one.check is None or one.check(compact)
            score = one.score if right else one.failed
            if score:
                checked = ("check-digit",) if one.check and right else () if right else ("typo",)
                yield Candidate(
                    self._entity_type, found.start(), found.end(), score, self.id, ("pattern", why, *checked)
                )
                return
