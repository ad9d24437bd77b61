"""Numbers that only their label tells: the machinery that licences, passports and other provinces' cards share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from recognizers.cues import Cue, CueTable
from recognizers.number_forms import AS_DIGIT
from recognizers.page import Candidate, Page
from recognizers.patterns import Ending, Pattern, compiled
from recognizers.qualified import without_qualifiers
from recognizers.table import cells_below
from recognizers.told import is_answered, is_told

_REACH: Final = 80
_GAP: Final = 45
#: Further numbers of a list, and what stands between two.
_MOST_LISTED: Final = 20
_LISTED: Final = 40
#: "…, and my wife's", "… et celui de ma femme": the same kind of number of somebody else.
_AND: Final = compiled(
    r" ?(?:[,;/&]|et|and|ou|or) (?:(?:et|and|ou|or) )?"
    r"(?:(?:celui|celle|that) (?:de |d'|of )(?:(?:mon|ma|my|son|sa|his|her|notre|our) )?[a-z]{3,12} (?:(?:est|is) (?:le )?)?"
    r"|(?:my|his|her|our) [a-z]{3,12}'?s (?:is )?)?| ?[,;/&] ?"
    r"|[ ,;.(/]{1,3}(?:(?:and|et|but|mais) )?(?:(?:my|the|his|her|mon|ma|son|sa|le|la) |l')?"
    r"(?:old|previous|former|expired|ancien(?:ne)?|precedente?|vieille|vieux|expiree?)(?: (?:one|card|carte|numero|number|no))?"
    r"[ :,=(]{1,2}(?:(?:said|says|was|is|had|disait|dit|etait|est|portait|avait)[ :]{1,2}(?:(?:le|the|no|numero|number) )?)?"
)
#: Between a number and the label that calls it so after it.
_CALLED: Final = Ending(
    r" {0,3}(?:[(\[]|, ?|(?:[ ,(]|[.;,-] ?(?:it|that|this|ca|cela|ceci) |[.;] ?(?=c'est|it's|that's))"
    r"(?:est|is|c'est|it's|that's|etant|being|comme|as|under|sous) "
    r"(?:(?:mon|ma|le|my|the|son|sa|his|her|leur|their|notre|our) |l')?"
    r"(?:(?:numero|no|num|number) (?:(?:de|du|of) |d')?(?:(?:mon|ma|my|la|carte) )?)?)$"
)
_LABEL_ENDS: Final = compiled(r" ?(?:[,;.)]|$)")
_SURE: Final = 0.8
#: Letters for 0 and 1 behind a figure, or before one at the beginning of a group.
_LOOKALIKE: Final = compiled(
    "[oil](?:(?<=[0-9].)[oil]*+(?![a-z])|(?<![a-z0-9].)[oil]*+(?=[0-9])|(?<=[a-z]o)o*+(?=[0-9]))"
)
_NOT_CODE: Final = compiled("[^a-z0-9]")
#: Between a label and a number: it is the number of something else.
_OTHER: Final = compiled(
    r"(?<![a-z])(?<!et )(?<!and )(?:invoices?|factures?|sku|promo|photos?(?! page)"
    r"|commandes?|orders?|coupons?|rabais|recus?|receipts?|tickets?|billets?"
    r"|dossiers?|files?|claim|reclamation|contrat|contract|local|room|salle|wi-?fi|cinemas?|cours|courses?"
    r"|vols?|flights?|tel(?! qu)|telephone|phone|fax|poste|montant|amount|serial|serie|laptop)(?![a-z])"
)
#: The label has a number of its own, Québec's: "Medicare card TREM 0412 1925, file …".
_NAM: Final = compiled(r"(?<![a-z0-9])[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{2}[0-9a-z][0-9](?![a-z0-9])")
_SENTENCE: Final = compiled(r"(?:[a-z)]{4}[.]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
#: What may stand between two groups of a number: a space, a mark, both, or a line's end with its quote mark.
GAP: Final = "[ ./_-]{0,3}"
#: One by one: "T 1 2 3 4 …".
_APART: Final = compiled(
    r"(?<![a-z0-9])[a-z0-9]([ .-]{1,2})[a-z0-9](?:\1[a-z0-9]){5,14}(?![a-z0-9])(?!\1[a-z0-9](?![a-z0-9]))"
)
_EDGE_BEFORE: Final = r"(?<![a-z0-9])(?<![0-9][-./])"
_EDGE_AFTER: Final = r"(?![a-z0-9])(?![-./][0-9])"


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a number of some kind is written.

    `pattern` matches flattened lower-case text (a line end is a space there); `check` says of its letters and figures alone
    whether they are right, or is None where no rule is known. `score` is what a label and a right check make of it,
    `failed` what is left when the check fails.
    """

    pattern: Pattern
    check: Callable[[str], bool] | None
    score: float
    failed: float = 0.0


def form(
    pattern: str, score: float, check: Callable[[str], bool] | None = None, *, failed: float = 0.0
) -> Form:
    """A `Form` whose pattern stands by itself: no letter or figure touches it."""
    return Form(edged(pattern), check, score, failed)


def edged(pattern: str) -> Pattern:
    """A pattern that stands by itself: no letter or figure touches it."""
    return compiled(f"{_EDGE_BEFORE}(?:{pattern}){_EDGE_AFTER}")


def _as_figures(found: re.Match[str]) -> str:
    return found[0].translate(AS_DIGIT)


class LabelledRecognizer:
    """Finds numbers after their label, in the cell under it, or in a field of that name.

    `cues` give the kind of label; `forms` the forms of the numbers of each kind, the best first.
    """

    #: Whether some of the numbers have so few figures together that they make no cluster.
    few_figures: ClassVar[bool] = False

    def __init__(
        self, identifier: str, entity_type: str, cues: CueTable, forms: Mapping[str, Sequence[Form]]
    ) -> None:
        self.id = identifier
        self.entity_types = (entity_type,)
        self._entity_type = entity_type
        self._cues = cues
        self.gate: int = cues.gate
        self._forms = forms

    def find(self, page: Page) -> Iterable[Candidate]:
        """The labelled numbers of the page; linear: each label is followed within a fixed reach."""
        if not (page.clusters or (self.few_figures and page.has_digits)) or not page.gates & self._cues.gate:
            return ()
        return self._labelled(page)

    def _labelled(self, page: Page) -> Iterator[Candidate]:
        for cue in self._cues.find(page.label) if page.label else ():
            if cue.kind in self._forms:
                yield from self._in(page, 0, min(len(page.lower), _REACH), cue.kind, "cue:label")
        visited: set[int] = set()
        known = page.headers
        cues = self._cues.find(page.flat, page.words)
        for cue in cues:
            after = list(self._after(page, cue))
            yield from after or self._before(page, cue)
            if (kind := self._kind(page, cue)) not in self._forms:
                continue
            for start, end in cells_below(page.lower, cue.start, cue.end, known):
                if start in visited:
                    break
                visited.add(start)
                yield from self._in(page, start, end, kind, "cue:column")
        yield from self._beyond(page, cues)

    def _kind(self, page: Page, cue: Cue) -> str:
        """The kind of number that the cells under a cue may hold."""
        return cue.kind

    def _beyond(self, page: Page, cues: Sequence[Cue]) -> Iterator[Candidate]:
        """What else the labels of a page let its numbers be."""
        return iter(())

    def _after(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        for one in self._in(page, cue.end, min(len(page.lower), cue.end + _REACH), cue.kind, "cue"):
            gap = without_qualifiers(page.flat[cue.end : one.start])
            if (
                len(gap) > (_GAP if one.evidence[-1] != "check-digit" else _REACH)
                or (_SENTENCE.search(gap) and not is_told(gap) and not is_answered(gap))
                or self._is_others(gap)
                or _NAM.search(gap)
            ):
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

    def _is_others(self, gap: str) -> bool:
        """Whether the words between a label and a number say that it is the number of something else."""
        return _OTHER.search(gap) is not None

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
        """The number of the best form in page.flat[start:end]: as it stands, one by one, or with letters for figures."""
        flat = page.flat
        if found := self._best(flat, start, end, kind):
            yield self._candidate(*found, why)
        elif (apart := _APART.search(flat, start, end)) and (
            found := self._best(compact := _NOT_CODE.sub("", apart[0]), 0, len(compact), kind)
        ):
            _, last, one, right = found
            if found[0] == 0 and last == len(compact):
                yield self._candidate(*apart.span(), one, right, why)
        elif _LOOKALIKE.search(flat, start, end):
            straight = _LOOKALIKE.sub(_as_figures, flat[start:end])
            found = self._best(straight, 0, end - start, kind)
            if found and found[3]:
                first, last, one, right = found
                yield self._candidate(start + first, start + last, one, right, why, "look-alikes")

    def _best(self, flat: str, start: int, end: int, kind: str) -> tuple[int, int, Form, bool] | None:
        """Where a number of the best form stands, the form, and whether its check holds."""
        for one in self._forms[kind]:
            if not (found := one.pattern.search(flat, start, end)):
                continue
            right = one.check is None or one.check(_NOT_CODE.sub("", found[0]))
            if one.score if right else one.failed:
                return found.start(), found.end(), one, right
        return None

    def _candidate(self, start: int, end: int, one: Form, right: bool, *evidence: str) -> Candidate:
        checked = ("check-digit",) if one.check and right else () if right else ("typo",)
        score = one.score if right else one.failed
        return Candidate(self._entity_type, start, end, score, self.id, ("pattern", *evidence, *checked))
