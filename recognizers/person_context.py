"""Words that lists and cues leave undecided, names or not by the words around: "on a fêté Rose", "the Rose was in bloom"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from recognizers.context import Model, likelihood, model_of
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.person_acts import ALSO_CALLED
from recognizers.person_around import ALSO_NAMES
from recognizers.person_runs import is_cased, runs_of
from recognizers.person_weigh import Run
from recognizers.person_words import Word, words_of
from recognizers.spans import Spans

#: What else bears a person's name.
OTHER_BEARER: Final = compiled(
    r"(?<![a-z])(?:chats?|chatte|chiens?|chienne|chiot|cheval|jument|perroquet|lapin|hamster|cats?|kittens?|dogs?|pupp(?:y|ies)|horse"
    r"|mare|parrot|rabbit|storms?|tempetes?|ouragans?|hurricanes?|bateaux?|voilier|boats?|ships?|ferry|logiciels?|software|apps?"
    r"|serveurs?|servers?|imprimantes?|printers?|marques?|brands?|modeles?|models?|rues?|streets?|avenues?|boulevards?|chemin|roads?"
    r"|ponts?|bridges?|parcs?|parks?|ecoles?|schools?|hopita(?:l|ux)|hospitals?|villes?|towns?|cit(?:y|ies)|villages?|lacs?|lakes?"
    r"|rivieres?|rivers?|stations?|comtes?|count(?:y|ies))(?![a-z])"
)
#: So likely by the words around what lists and cues leave undecided is a name: where it is in the lists of names, and where it is
#: in none, or a place as well, or the name finder is sure of a place (`_PLACE`). And so likely what that takes for one stays one.
ENOUGH: Final = 0.84
_ENOUGH_OTHERWISE: Final = 0.95
_PLACE: Final = -0.9
_LEAST: Final = 0.2
#: A run that scores more is not asked about; one that scores so much is found.
_SURE: Final = 0.9
_MATCH: Final = 0.5
#: A capital within a word makes a product of it: "OpenPGP".
_CAMEL: Final = compiled(r"(?<!Mc)(?<!Mac)(?<!De)(?<!Le)(?<!La)(?<!Di)(?<!Du)(?<!Van)(?<=[a-z])[A-Z]")
_SHORTEST: Final = 2
#: Words of the longest run; characters in which the sign beside it is looked for, and of the word before it.
_LONGEST: Final = 4
_REACH: Final = 3
_LONGEST_WORD: Final = 20


def asked(page: Page, everything: Sequence[Word], runs: Sequence[Run]) -> Iterator[Run]:
    """The runs of the page that lists and cues leave undecided, and words of none that may be a name, in no order."""
    taken = {word.start for run in runs for word in run.words}
    for run in runs:
        if run.score <= _SURE and not run.is_certain and _may_be_asked(page, run):
            yield run
    for word in everything:
        if word.capital and word.start not in taken and _may_be_called(word):
            yield Run([word], 0.0, ())


def _may_be_asked(page: Page, run: Run) -> bool:
    words = run.words
    first, last = words[0], words[-1]
    if len(words) > 1:
        shaped = len(words) > _LONGEST or any(word.initial for word in words)
        return first.capital and last.capital and not shaped
    if len(first.key) < _SHORTEST or first.initial:
        return False
    kind = first.kind
    if first.key in ALSO_CALLED:
        return True
    if _CAMEL.search(page.text, run.start, run.end) or (kind.never and first.key not in ALSO_NAMES):
        return False
    if first.capital:
        return kind.known or not (first.opens and kind.everyday)
    return kind.given or (kind.surname and kind.common and not kind.everyday)


def _may_be_called(word: Word) -> bool:
    if word.initial or word.key in ALSO_CALLED or word.key in ALSO_NAMES:
        return not word.initial
    return word.kind.known and not word.kind.never


def traits_of(page: Page, run: Run, *, cased: bool) -> Iterator[str]:
    """What the lists and the writing say of a run."""
    first, last = run.words[0], run.words[-1]
    listed, way = _listed(first), _way(first, cased=cased)
    if len(run.words) > 1:
        listed = f"{listed}-{_listed(last)}"
    score = int(10 * run.score)
    yield from (
        f"list-{listed}",
        f"way-{way}",
        f"{listed}/{way}",
        f"several-{score}" if len(run.words) > 1 else f"score-{score}",
    )
    if "veto:thing" in run.evidence:
        yield "thing"
    before, after = _beside(page, run)
    yield f"between{before}{after}"
    if before == "a" and _is_capital_before(page, run.start):
        yield "behind-capital"
    if after == "a" and page.text[run.end + 1 : run.end + 2].isupper():
        yield "before-capital"


def is_named(traits: Sequence[str]) -> bool:
    """Whether these are the traits of a word with a capital that is in the lists of names."""
    listed, way = traits[:2]
    return listed.startswith(("list-g", "list-s")) and not way.startswith("way-small")


def _beside(page: Page, run: Run) -> tuple[str, str]:
    """What stands before and after a run: a sign, "a" for letters, "0" for figures, "|" for nothing in its line."""
    before = page.text[max(0, run.start - _REACH) : run.start].rpartition("\n")[2].rstrip(" ")[-1:]
    after = page.text[run.end : run.end + _REACH].partition("\n")[0].lstrip(" ")[:1]
    return _sign(before), _sign(after)


def _sign(char: str) -> str:
    return "a" if char.isalpha() else "0" if char.isdigit() else char if char.strip() else "|"


def _is_capital_before(page: Page, start: int) -> bool:
    """Whether the word right before text[start:] begins with a capital."""
    begin = page.text.rfind(" ", max(0, start - _LONGEST_WORD), start - 1) + 1
    return page.text[begin : begin + 1].isupper()


def _listed(word: Word) -> str:
    """What the lists say of a word, a letter for each."""
    kind = word.kind
    return (
        ("g" if kind.given else "")
        + ("s" if kind.surname else "")
        + ("c" if kind.common else "")
        + ("p" if kind.also_place else "")
        + ("n" if kind.never else "e" if kind.everyday else "w" if kind.also_word else "")
    ) or "-"


def _way(word: Word, *, cased: bool) -> str:
    """How a word is written."""
    if word.acronym:
        return "acronym"
    if word.capital:
        return "opens" if word.opens else "capital"
    return "small-of-cased" if cased else "small"


def values(page: Page) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where the undecided words of a page stand, and their traits."""
    everything = words_of(page.text)
    cased = is_cased(everything)
    for run in asked(page, everything, list(runs_of(page, everything))):
        yield run.start, run.end, tuple(traits_of(page, run, cased=cased))


def weighed(
    page: Page,
    everything: Sequence[Word],
    runs: Sequence[Run],
    found: Iterable[Candidate],
    others: Sequence[tuple[int, int, float]],
) -> Iterator[Candidate]:
    """What was found, without what the words around make no name, and with what they make one.

    `others` is what the name finder calls something else, in order.
    """
    places_seen = Spans((start, end) for start, end, trust in others if trust <= _PLACE)
    at = {one.start: one for one in found}
    places = Spans((start, at[start].end) for start in sorted(at))
    cased = is_cased(everything)
    added: list[Candidate] = []
    for run in asked(page, everything, runs):
        beside = [at[start] for start, _ in places.overlapping(run.start, run.end) if start in at]
        sure = [one for one in beside if one.score >= _MATCH]
        word = run.words[0]
        if len(run.words) > 1 or (sure and not (word.kind.known and all(map(_is_seen, sure)))):
            continue
        likely = likelihood(_model(), page.lower, run.start, run.end, traits_of(page, run, cased=cased))
        if sure:
            gone = sure if likely < _LEAST else []
        elif likely >= _enough(word, is_place=places_seen.touch(run.start, run.end)):
            gone = beside
            score = _MATCH + 0.1 * likely
            added.append(Candidate("PERSON", run.start, run.end, score, "person", ("context",)))
        else:
            continue
        for one in gone:
            del at[one.start]
    yield from at.values()
    yield from added


def _enough(word: Word, *, is_place: bool) -> float:
    listed = word.kind.known and not word.kind.also_place
    return ENOUGH if listed and not is_place else _ENOUGH_OTHERWISE


def _is_seen(found: Candidate) -> bool:
    """Whether it is the name finder that makes it one, and no cue."""
    return "model" in found.evidence and not any(word.startswith("cue") for word in found.evidence)


@cache
def _model() -> Model:
    return model_of("person-context", OTHER_BEARER, _LEAST, wide=False)
