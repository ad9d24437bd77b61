"""Numbers that only their label tells: the machinery that licences, passports and other provinces' cards share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recognizers.cues import Cue, CueTable
from recognizers.page import Candidate, Page
from recognizers.qualified import without_qualifiers
from recognizers.table import Headers, cells_below

_REACH: Final = 80
_GAP: Final = 45
#: Further numbers of a list, and what stands between two.
_MOST_LISTED: Final = 20
_LISTED: Final = 40
_AND: Final = re.compile(r" ?(?:[,;/&]|et|and|ou|or) (?:(?:et|and|ou|or) )?| ?[,;/&] ?")
#: Between a number and the label that calls it so after it.
_CALLED: Final = re.compile(
    r" {0,3}(?:[(\[]|, ?|[ ,](?:est|is|c'est|etant|being|comme|as) (?:(?:mon|ma|le|my|the|son|sa|his|her|leur|their|notre|our) )?"
    r"(?:(?:numero|no|num|number) (?:(?:de|du|of) |d')?(?:(?:mon|ma|my|la|carte) )?)?)$"
)
_LABEL_ENDS: Final = re.compile(r" ?(?:[,;.)]|$)")
_SURE: Final = 0.8
#: Between a label and a number: it is the number of something else.
_OTHER: Final = re.compile(
    r"(?<![a-z])(?<!et )(?<!and )(?:invoices?|factures?|sku|promo|photos?(?! page)"
    r"|commandes?|orders?|coupons?|rabais|recus?|receipts?|tickets?|billets?"
    r"|dossiers?|files?|claim|reclamation|contrat|contract|local|room|salle|wi-?fi|cinemas?|cours|courses?"
    r"|tel|telephone|phone|fax|poste|montant|amount|serial|serie|laptop)(?![a-z])"
)
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
        if not page.clusters or not (page.label or self._cues.may_match(page.words)):
            return ()
        return self._labelled(page)

    def _labelled(self, page: Page) -> Iterator[Candidate]:
        for cue in self._cues.find(page.label) if page.label else ():
            yield from self._in(page, 0, min(len(page.lower), _REACH), cue.kind, "cue:label")
        visited: set[int] = set()
        known: Headers = {}
        for cue in self._cues.find(page.flat, page.words):
            after = list(self._after(page, cue))
            yield from after or self._before(page, cue)
            for start, end in cells_below(page.lower, cue.start, cue.end, known):
                if start in visited:
                    break
                visited.add(start)
                yield from self._in(page, start, end, cue.kind, "cue:column")

    def _after(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        for one in self._in(page, cue.end, min(len(page.lower), cue.end + _REACH), cue.kind, "cue"):
            gap = without_qualifiers(page.flat[cue.end : one.start])
            if len(gap) > _GAP or _SENTENCE.search(gap) or _OTHER.search(gap):
                return
            yield one
            for _ in range(_MOST_LISTED):
                listed = [
                    next_one
                    for next_one in self._in(
                        page, one.end, min(len(page.lower), one.end + _LISTED), cue.kind, "cue:list"
                    )
                    if _AND.fullmatch(page.flat, one.end, next_one.start)
                ]
                if not listed:
                    return
                one = listed[0]
                yield one

    def _before(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        """The number that the label calls so after it: "… (code permanent)", "… is my passport number"."""
        start = max(0, cue.start - _GAP)
        called = _CALLED.search(page.flat[start : cue.start])
        if called is None:
            return
        last = start + called.start()
        if called[0].strip() == "," and not _LABEL_ENDS.match(page.flat, cue.end):
            return
        for one in self._in(page, start, last, cue.kind, "cue:after"):
            if one.end == last and ("check-digit" in one.evidence or one.score >= _SURE):
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
