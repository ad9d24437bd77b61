"""The door of the package: texts in, matches out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Final

from recognizers.allow import AllowList
from recognizers.corroborate import corroborate
from recognizers.cues import OPEN
from recognizers.enclosed import with_marks
from recognizers.fold import Folded
from recognizers.page import MAY_BE_MENDED, Candidate, NameFinder, Page, Recognizer
from recognizers.registry import WITHOUT_FIGURES, load, modules_for
from recognizers.spans import Spans
from recognizers.spelled import MAY_BE_SPELLED
from recognizers.types import IDENTITY, Match

#: What scores less is not reported. The default threshold of policies is 0.5; between the two is worth a warning.
FLOOR: Final = 0.35
_IDENTITY: Final = frozenset(IDENTITY)
_LONGEST_LABEL: Final = 60
#: How far from a value what labels it may have been spelled otherwise.
_LABEL_REACH: Final = 60
_in_order: Final = attrgetter("start", "end")
#: Recognizers, each with the bits of `Page.gates` of which a page that is shown to it must have one.
_Gated = tuple[tuple[Recognizer, int], ...]


class Detector:
    """Finds personal information in French and English texts. Holds no state between calls: threads may share one.

    `entities` are the entity types to look for (default: those that identify a person, `IDENTITY`). `today` fixes the
    date against which ages are judged (default: the day of the call). `allow` are values that are never reported,
    compared without case, accents and punctuation: an organisation's own telephone number, a test number.
    `names` finds person names in a text, for PERSON.
    Raises ValueError for an unknown entity type.
    """

    def __init__(
        self,
        entities: Collection[str] | None = None,
        *,
        today: date | None = None,
        allow: Iterable[str] = (),
        names: NameFinder | None = None,
    ) -> None:
        self.entities = frozenset(IDENTITY if entities is None else entities)
        modules = modules_for(self.entities)
        self._all = _gated(modules)
        self._identity = tuple(one for one in self._all if _tells_identity(one[0]))
        self._personal = tuple(one for one in self._all if not _tells_identity(one[0]))
        self._few = _gated(one for one in modules if one in WITHOUT_FIGURES)
        self._today = today
        self._names = names
        #: None where nothing is allowed.
        self._allow = AllowList(allow) or None

    def detect(self, text: str, label: str = "") -> list[Match]:
        """The matches in one text, in order of place. `label` names the text from outside (a form field's name)."""
        page = Page(text, label, today=self._today or date.today(), names=self._names)
        found = self._candidates(page)
        return self._weighed([page], [found])[0] if found else []

    def detect_all(self, texts: Sequence[tuple[str, str]]) -> list[list[Match]]:
        """The matches in each (text, label) of one message; the parts of a message corroborate each other.

        A short text without a label of its own is also read as the value of the text before it, when that looks like
        a label (a table cell, a line of a form). Returns one list a text, in order of place; offsets are code points
        of the text as given.
        """
        today = self._today or date.today()
        pages = [
            Page(text, label or _label_before(texts, index), today=today, names=self._names)
            for index, (text, label) in enumerate(texts)
        ]
        found = [self._candidates(page) for page in pages]
        return self._weighed(pages, found) if any(found) else [[] for _ in texts]

    def _weighed(self, pages: list[Page], found: list[list[Candidate]]) -> list[list[Match]]:
        """The matches that the candidates of each page come to, each with its page's others and those of the others."""
        found = corroborate(pages, found, want_dates="DATE_OF_BIRTH" in self.entities)
        return [self._matches(page, candidates) for page, candidates in zip(pages, found, strict=True)]

    def _candidates(self, page: Page) -> list[Candidate]:
        found: list[Candidate] = []
        gates = page.gates
        mended = page.mended if gates & MAY_BE_MENDED else None
        for recognizer, gate in self._personal if mended else self._all if page.has_digits else self._few:
            if gates & gate:
                found += recognizer.find(page)
        if mended:
            found += self._again(*mended, whole=True)
        if gates & MAY_BE_SPELLED and (respelled := page.respelled):
            found += self._again(*respelled)
        return found

    def _again(self, page: Page, back: Folded, *, whole: bool = False) -> Iterator[Candidate]:
        """What identifies a person on a page read otherwise, at its place in the first; on the `whole` page or near changes."""
        for recognizer, gate in self._identity:
            if page.gates & gate:
                for one in recognizer.find(page):
                    start, end = back.span(one.start, one.end)
                    if whole and back.changes(one.start, one.end):
                        yield one.moved(start, end, min(one.score, 0.95), "look-alikes")
                    elif back.changes(max(0, one.start - _LABEL_REACH), one.end + _LABEL_REACH):
                        yield one.moved(start, end, min(one.score, 0.99), "spelled")
                    elif whole:
                        yield replace(one, start=start, end=end)

    def _matches(self, page: Page, candidates: list[Candidate]) -> list[Match]:
        if not candidates:
            return []
        wanted = [one for one in candidates if one.score >= FLOOR and one.entity_type in self.entities]
        if (allow := self._allow) is not None:
            lower = page.lower
            wanted = [one for one in wanted if not allow.covers(one.entity_type, lower[one.start : one.end])]
        if len(wanted) > 1:
            wanted = _without_worse(wanted)
        matches, raw = [], page.raw
        for one in wanted:
            start, end = with_marks(raw, *page.raw_span(one.start, one.end))
            matches.append(
                Match(one.entity_type, start, end, round(one.score, 3), one.recognizer, one.evidence)
            )
        return matches


def _without_worse(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in order of place, without those that overlap a better one."""
    ordered = sorted(candidates, key=_in_order)
    groups: list[list[Candidate]] = []
    end = -1
    for one in ordered:
        if one.start >= end:
            groups.append([one])
            end = one.end
        else:
            groups[-1].append(one)
            end = max(end, one.end)
    if len(groups) == len(ordered):
        return ordered
    return [
        one for group in groups for one in (group if len(group) == 1 else sorted(_best(group), key=_in_order))
    ]


def _best(candidates: list[Candidate]) -> Iterator[Candidate]:
    """Of candidates that overlap, those that no better one stands in the way of."""
    taken = {True: Spans(), False: Spans()}
    for one in sorted(candidates, key=_from_best):
        identity = one.entity_type in _IDENTITY
        if taken[identity].touch(one.start, one.end):
            continue
        others = taken[not identity]
        if others and any(_crosses(one, *span) for span in others.overlapping(one.start, one.end)):
            continue
        taken[identity].add(one.start, one.end)
        yield one


def _gated(modules: Iterable[str]) -> _Gated:
    return tuple((one, getattr(one, "gate", OPEN)) for one in map(load, modules))


def _tells_identity(recognizer: Recognizer) -> bool:
    return not _IDENTITY.isdisjoint(recognizer.entity_types)


def _from_best(one: Candidate) -> tuple[float, int]:
    return -one.score, one.start - one.end


def _label_before(texts: Sequence[tuple[str, str]], index: int) -> str:
    """The text before, when this one is a short value and that one reads like its label; an address is none."""
    if index == 0 or len(texts[index][0]) > _LONGEST_LABEL:
        return ""
    before = texts[index - 1][0].strip()
    if not 0 < len(before) <= _LONGEST_LABEL or "@" in before:
        return ""
    return before if not any(char.isdigit() for char in before) else ""


def _crosses(one: Candidate, start: int, end: int) -> bool:
    """Whether neither lies inside the other. A NAM inside an address is both; a telephone number across a SIN is one."""
    return not (start <= one.start and one.end <= end) and not (one.start <= start and end <= one.end)
