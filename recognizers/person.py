"""Names of persons, also in short, informal texts without capitals or accents.

Three witnesses: words that introduce a name ("je m'appelle", "Mme", a signature), lists of given names and surnames with
the way the words are written, and spaCy where the page brings a name finder. Each alone can be wrong; the score says how
many agree. Names of streets, hospitals, pharmacies and towns are persons' names too and are told apart by their company.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recognizers.around import left_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.person_cells import names_in_columns
from recognizers.person_context import weighed
from recognizers.person_cues import LABEL, ROLES
from recognizers.person_look import look
from recognizers.person_runs import one_name, runs_of
from recognizers.person_seen import weigh_seen
from recognizers.person_things import is_greeting
from recognizers.person_weigh import Run
from recognizers.person_words import PARTICLES, Word, words_of
from recognizers.spans import Spans

_MOST_WORDS: Final = 5
#: Who may be a firm as well: "my landlord Minto".
_MAY_BE_FIRM: Final = compiled(
    r"(?<![a-z])(?:landlord|proprio(?:etaire)?|clientes?|clients?|employee?s?|employer|employeur|boss|patron|manager"
    r"|gestionnaire|agente?|representative)[ ,:(]{1,2}$"
)
_ARTICLE: Final = compiled(r"(?<![a-z])(?:the|an?|les?|la|une?) $")


class PersonRecognizer:
    """Proposes PERSON. Linear: every word is looked at a fixed number of times; the name finder is called once a page."""

    id = "person"
    entity_types = ("PERSON",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every name on the page."""
        everything = words_of(page.text)
        if not everything:
            return
        if whole := _labelled(page, everything):
            yield whole
            return
        possible = list(runs_of(page, everything))
        runs = [run for run in possible if run.score]
        certain = {word.start for run in runs if run.is_certain for word in run.words}
        persons, others = look(page, everything, certain)
        columns = list(names_in_columns(page, everything))
        taken = Spans(columns)
        for start, end in columns:
            yield Candidate("PERSON", start, end, 0.85, "person", ("cue:column",))
        found = (*_agreements(page, everything, persons, runs), *_remaining(runs, others))
        for one in weighed(page, everything, possible, _apart(found), others):
            if not taken.touch(one.start, one.end):
                taken.add(one.start, one.end)
                yield one
        introduced = _introduced(page, runs)
        for again in _said_again(page, everything, introduced):
            score = introduced[again.key]
            if not taken.touch(again.start, again.end):
                yield Candidate("PERSON", again.start, again.end, score, "person", ("cue",))


def _labelled(page: Page, everything: Sequence[Word]) -> Candidate | None:
    """The whole text, when its label asks for a name and it is no sentence."""
    if not page.label or len(everything) > _MOST_WORDS or not LABEL.search(page.label):
        return None
    if any(char.isdigit() for char in page.lower) or all(word.kind.never for word in everything):
        return None
    return Candidate("PERSON", everything[0].start, everything[-1].end, 0.9, "person", ("cue",))


def _agreements(
    page: Page, everything: Sequence[Word], persons: Sequence[tuple[int, int, float]], runs: Sequence[Run]
) -> Iterator[Candidate]:
    """What the name finder saw, weighed with the run at the same place."""
    begins = [word.start for word in everything]
    run_ends = [run.end for run in runs]
    for start, end, trust in persons:
        inside = everything[bisect_left(begins, start) : bisect_left(begins, end)]
        at = bisect_right(run_ends, start)
        run = runs[at] if at < len(runs) and runs[at].start < end else None
        if one := _agreed(page, inside, trust, run):
            yield one


def _apart(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """What was found, save what overlaps what was found before."""
    taken = Spans()
    for one in found:
        if not taken.touch(one.start, one.end):
            taken.add(one.start, one.end)
            yield one


def _introduced(page: Page, runs: Sequence[Run]) -> dict[str, float]:
    """The single names that words introduced ("my son Nkechika") and that are nothing else, and what they score once more."""
    return {
        run.words[0].key: min(0.6, run.score)
        for run in runs
        if len(run.words) == 1
        and "cue" in run.evidence
        and run.score >= 0.55
        and _is_nothing_else(page, run.words[0])
        and (run.words[0].kind.known or not _MAY_BE_FIRM.search(left_of(page, run.start)))
    }


def _said_again(page: Page, everything: Sequence[Word], introduced: dict[str, float]) -> Iterator[Word]:
    """Where such a name stands once more; not that of a thing: "the Tesla"."""
    if introduced:
        for word in everything:
            if word.key in introduced and word.capital and not _ARTICLE.search(left_of(page, word.start, 8)):
                yield word


def _is_nothing_else(page: Page, word: Word) -> bool:
    """Whether a word with a capital can hardly be anything but the name that it was introduced as."""
    kind = word.kind
    plain = page.text[word.start + 1 : word.end].islower() and len(word.key) > 3  # not "SpaceShip"
    return word.capital and plain and not (kind.everyday or kind.also_place)


def _remaining(runs: Sequence[Run], others: Sequence[tuple[int, int, float]]) -> Iterator[Candidate]:
    """What rests on cues and lists; the name finder may object."""
    ends = [end for _, end, _ in others]
    for run in runs:
        score, evidence = run.score, run.evidence
        at = bisect_right(ends, run.start)
        objects = at < len(others) and others[at][0] < run.end
        if objects and "cue" not in evidence and "capital" in evidence:
            score += _objection(run, *others[at])
            evidence = (*evidence, "veto:model")
        yield Candidate("PERSON", run.start, run.end, score, "person", evidence)


def _objection(run: Run, start: int, end: int, doubt: float) -> float:
    """What it takes off the score that the name finder calls [start, end) something else.

    Half as much where that is only a part of the name, or each of its words is one that many bear.
    """
    known_well = len(run.words) > 1 and all(word.kind.common for word in run.words)
    first = run.words[0].kind
    if len(run.words) == 1 and first.given and first.common and first.sure and not first.surname:
        return doubt / 8  # "Ginette" is no place
    partly = run.start < start or end < run.end
    return doubt / (4 if partly or known_well else 2)


def _agreed(page: Page, inside: Sequence[Word], trust: float, run: Run | None) -> Candidate | None:
    """The words that the name finder saw as a person, trimmed, and weighed together with what the lists say."""
    inside, given_at = _trimmed(inside[1:] if inside and is_greeting(page, inside[0]) else inside)
    names = [word for word in inside if word.key not in PARTICLES and not word.initial]
    if not names:
        return None
    first, last = inside[0].start, inside[-1].end
    if run is not None and run.score >= 0.6 and len(run.words) <= len(inside) + 2:
        wider = run.end - run.start > last - first
        if wider or (given_at and (run.start < first or run.end > last)):
            first, last = run.start, run.end
    score = weigh_seen(page, first, last, names, trust)
    evidence: tuple[str, ...] = ("model",)
    if run is not None and score > 0.3:
        score, evidence = max(score, min(0.97, run.score + 0.3)), (*run.evidence, "model")
    if run is not None and score < run.score:
        return None
    return Candidate("PERSON", first, last, score, "person", evidence) if score else None


def _trimmed(seen: Sequence[Word]) -> tuple[list[Word], int]:
    """The words without what is no part of the name on both sides, and how many unknown words were cut before a given name."""
    inside = list(seen)
    while inside and (inside[0].key in ROLES or inside[0].key in PARTICLES or _is_no_part(inside[0])):
        inside.pop(0)
    while len(inside) > 1 and inside[0].capital and _is_no_part(inside[-1]):
        inside.pop()
    given_at = next((at for at, word in enumerate(inside) if word.kind.given and word.kind.sure), 0)
    before = inside[:given_at]
    if (
        given_at
        and len(inside) > given_at + 1
        and not any(word.kind.known or word.initial for word in before)
    ):
        inside = inside[given_at:]
    if len([word for word in inside if word.key not in PARTICLES and not word.initial]) > 3:
        inside = one_name(inside)
    return inside, given_at


def _is_no_part(word: Word) -> bool:
    """Whether an everyday word stands beside the name: "gouvernement", "conseillère", "svp"."""
    if word.capital or word.key in PARTICLES:
        return False
    return word.kind.everyday or not word.kind.known


RECOGNIZER = PersonRecognizer()
