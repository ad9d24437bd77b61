"""Names of persons, also in short, informal texts without capitals or accents.

Three witnesses: words that introduce a name ("je m'appelle", "Mme", a signature), lists of given names and surnames with
the way the words are written, and spaCy where the page brings a name finder. Each alone can be wrong; the score says how
many agree. Names of streets, hospitals, pharmacies and towns are persons' names too and are told apart by their company.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recognizers.around import left_of
from recognizers.page import Candidate, Page
from recognizers.person_cues import (
    BRANDS,
    CONNECTIVE,
    GAPS,
    KIN_CUE,
    LABEL,
    ORGANISATIONS,
    PLACE_AFTER,
    PLACE_BEFORE,
    ROLES,
    STRONG_CUE,
    TITLES,
    WEAK_CUE,
)
from recognizers.person_look import look
from recognizers.person_words import PARTICLES, Word, words_of
from recognizers.spans import Spans

_MOST_WORDS: Final = 5


@dataclass(slots=True)
class _Run:
    """Neighbouring words that may be one name."""

    words: list[Word]
    score: float
    evidence: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        """Whether cues and lists leave no question to ask."""
        return self.score >= 0.9 and all(word.kind.sure for word in self.words)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


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
        runs = list(_runs(page, everything))
        certain = {word.start for run in runs if run.is_certain for word in run.words}
        persons, others = look(page, everything, certain)
        taken = Spans()
        for one in (*_agreements(page, everything, persons, runs), *_remaining(runs, others)):
            if not taken.overlapping(one.start, one.end):
                taken.add(one.start, one.end)
                yield one


def _agreements(
    page: Page, everything: Sequence[Word], persons: Sequence[tuple[int, int, float]], runs: Sequence[_Run]
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


def _remaining(runs: Sequence[_Run], others: Sequence[tuple[int, int, float]]) -> Iterator[Candidate]:
    """What rests on cues and lists; the name finder may object."""
    ends = [end for _, end, _ in others]
    for run in runs:
        score, evidence = run.score, run.evidence
        at = bisect_right(ends, run.start)
        objects = at < len(others) and others[at][0] < run.end
        if objects and "cue" not in evidence and "capital" in evidence:
            score, evidence = score + others[at][2] / 4, (*evidence, "veto:model")
        yield Candidate("PERSON", run.start, run.end, score, "person", evidence)


def _runs(page: Page, everything: Sequence[Word]) -> Iterator[_Run]:
    at = 0
    while at < len(everything):
        found = _run_from(page, everything, at)
        if not found:
            at += 1
            continue
        at += len(found)
        found = _one_name(found)
        score, evidence = _weigh(page, found)
        if score:
            yield _Run(found, score, evidence)


def _labelled(page: Page, everything: Sequence[Word]) -> Candidate | None:
    """The whole text, when its label asks for a name and it is no sentence."""
    if not page.label or len(everything) > _MOST_WORDS or not LABEL.search(page.label):
        return None
    if any(char.isdigit() for char in page.lower) or all(word.kind.never for word in everything):
        return None
    return Candidate("PERSON", everything[0].start, everything[-1].end, 0.9, "person", ("cue",))


def _run_from(page: Page, everything: Sequence[Word], at: int) -> list[Word]:
    """The longest possible name that begins with word `at`: capitals, known names, particles between them."""
    first = everything[at]
    introduced = _introduced(page, first)
    if first.key in ROLES:
        return []
    backed = (
        not first.capital
        and not first.kind.known
        and (_is_backed(page, everything, at) or _signs(page, everything, at))
    )
    if first.kind.never and first.kind.given and first.capital and at + 1 < len(everything):
        after = everything[at + 1]  # "April Heinrichs", "Will Smith"
        if not (after.capital and not after.kind.never and page.text[first.end : after.start] == " "):
            return []
    elif (
        not first.may_be_name
        and not backed
        and not (introduced and not first.kind.never and len(first.key) > 1)
    ):
        return []
    taken = [first]
    for index in range(at + 1, min(at + _MOST_WORDS + 2, len(everything))):
        word, gap = everything[index], page.text[taken[-1].end : everything[index].start]
        if gap not in GAPS or (gap == ", " and not _is_inverted(taken, word)):
            break
        if gap == ". " and not taken[-1].initial:
            break
        if word.key in PARTICLES and taken[-1].kind.given and _joins(page, everything, index):
            taken.append(word)
            continue
        elided = gap.endswith("'") and taken[0].kind.given and len(taken) < 3
        if not elided and not (backed and len(taken) == 1) and not _continues(taken, word, introduced):
            break
        taken.append(word)
    while taken and taken[-1].key in PARTICLES:
        taken.pop()
    return taken[: _MOST_WORDS + 1]


def _continues(taken: list[Word], word: Word, introduced: str) -> bool:
    """Whether `word` goes on with the name that `taken` began."""
    if word.kind.never or word.initial:
        return word.initial and taken[0].capital
    if taken[0].capital:
        return word.capital or (word.kind.surname and not word.kind.also_word)
    if word.capital:
        return False
    if word.kind.known:
        return not word.kind.also_word or taken[-1].kind.sure or bool(introduced)
    return (
        (taken[-1].kind.given and not taken[-1].kind.also_word and len(taken) < 2) or bool(introduced)
    ) and (not word.looks_verbal and len(word.key) > 3)


def _is_backed(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether an unknown word in lower case stands before a surname that is nothing else: "ici ximena caron"."""
    first = everything[at]
    if first.kind.never or len(first.key) < 4 or at + 1 >= len(everything):
        return False
    after = everything[at + 1]
    return (
        after.kind.surname
        and after.kind.sure
        and not after.kind.given
        and not first.looks_verbal
        and page.text[first.end : after.start] == " "
    )


def _signs(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether two words, an unknown one and a surname, are all that stands on the last line or after the last full stop."""
    first = everything[at]
    if (
        at + 2 != len(everything)
        or not first.opens
        or first.kind.never
        or first.looks_verbal
        or len(first.key) < 4
    ):
        return False
    last = everything[at + 1]
    return last.kind.surname and last.kind.sure and page.text[first.end : last.start] == " "


def _joins(page: Page, everything: Sequence[Word], index: int) -> bool:
    """Whether a particle ("de", "van") stands between two parts of one name."""
    if index + 1 == len(everything):
        return False
    after = everything[index + 1]
    return (
        after.capital
        and not after.kind.never
        and page.text[everything[index].end : after.start] in (" ", "'")
    )


def _is_inverted(taken: list[Word], word: Word) -> bool:
    """ "Tremblay, Marie"."""
    return (
        len(taken) == 1
        and taken[0].capital
        and word.capital
        and taken[0].kind.surname
        and not taken[0].kind.given
        and word.kind.given
        and not word.kind.also_word
    )


def _introduced(page: Page, first: Word) -> str:
    """What introduces the name: "title", "cue" or ""."""
    left = page.lower[max(0, first.start - 44) : first.start]
    word = re.search(r"([a-z]+)\.?[ ]$", left)
    if word and (
        word[1] in TITLES
        or (word[1] == "m" and (first.capital or first.kind.sure) and left.endswith("m. "))
        or (word[1] == "me" and page.text[first.start - 3 : first.start] == "Me " and first.capital)
    ):
        return "title"
    return "cue" if STRONG_CUE.search(left) else ""


def _one_name(found: list[Word]) -> list[Word]:
    """Cuts what follows a whole name in capitals: "Janette Elbertson Administrative Coordinator"."""
    surname_at = next(
        (
            at
            for at, word in enumerate(found)
            if at and not word.kind.given and not word.initial and word.key not in PARTICLES
        ),
        0,
    )
    end = surname_at + 1 if surname_at and found[0].kind.given else len(found)
    while end < len(found) and found[end].kind.sure:
        end += 1
    return found[:end]


def _weigh(page: Page, run: list[Word]) -> tuple[float, tuple[str, ...]]:
    """How likely the run is a name, by lists, writing and company."""
    names = [word for word in run if word.key not in PARTICLES and not word.initial]
    if not names:
        return 0.0, ()
    first, introduced = names[0], _introduced(page, run[0])
    left = left_of(page, run[0].start, 40)
    if PLACE_BEFORE.search(left) or PLACE_AFTER.match(page.lower, run[-1].end, run[-1].end + 14):
        return 0.0, ()
    if any(word.key in ORGANISATIONS for word in names):
        return 0.0, ()
    if names[-1].key in BRANDS or (
        names[0].key.startswith(("saint-", "sainte-", "st-", "ste-")) and not introduced
    ):
        return 0.0, ()
    known = [word for word in names if word.kind.known]
    sure = [word for word in names if word.kind.sure]
    if introduced:
        if not (known or first.capital):
            vague = first.looks_verbal or len(first.key) < 4 or _VAGUE.search(left) is not None
            return (0.4 if vague else 0.6), ("cue",)
        if not known:
            vague = page.text[first.start : first.end].isupper() or _NAMING.search(left) is not None
            return (0.4 if vague and len(names) == 1 else 0.85), ("cue", "capital")
        return 0.95, ("cue", "list")
    if len(names) == 1 and len(run) == 1:
        return _weigh_single(page, first, left)
    capital = all(word.capital for word in names)
    if capital and KIN_CUE.search(left):
        return 0.8, ("capital", "cue")
    if first.kind.given and (len(sure) > 1 or (sure and (capital or len(known) > 1))):
        return 0.9, ("list", "capital") if capital else ("list",)
    if first.kind.given and capital:
        return (0.75 if len(known) > 1 else 0.5), ("list", "capital")
    if sure and capital:
        surname_last = names[-1].kind.sure and names[-1].kind.surname and len(names) == 2
        if (
            page.names is None
            and len(names) == 2
            and first.kind.sure
            and not first.kind.given
            and not names[-1].kind.known
        ):
            return 0.4, ("list", "capital")  # "Gagnon Construction"
        return (0.6 if not first.opens or surname_last else 0.45), ("list", "capital")
    if not capital and first.kind.given and sure:
        return 0.6, ("list",)
    if not capital and sure:
        return (0.6, ("list", "cue")) if WEAK_CUE.search(left) else (0.5, ("list",))
    if len(known) > 1 and not capital and first.kind.given and WEAK_CUE.search(left):
        return 0.65, ("list", "cue")
    return (0.3, ("capital",)) if capital else (0.0, ())


#: What names things as often as persons.
_NAMING: Final = re.compile(
    r"(?:named?|called|appelee?|nommee?|denommee?|name|from|de|client|patient|medecin|agent)s?[ ]?:? $"
)
#: Words before a name that stand before other words as often.
_VAGUE: Final = re.compile(
    r"(?:nom|name|madame|monsieur|docteure?|doctor|prof|maitre|named|called|nommee?|from|de)[a-z ':]{0,4}$"
)


def _weigh_single(page: Page, word: Word, left: str) -> tuple[float, tuple[str, ...]]:
    cue = WEAK_CUE.search(left) is not None or _is_bracketed(page, word)
    kind = word.kind
    if word.capital and not kind.known and not word.opens and KIN_CUE.search(left):
        return 0.55, ("capital", "cue")
    if word.capital and len(word.key) < 4 and page.text[word.start : word.end].isupper():
        return 0.3, ("list", "capital")
    if word.capital:
        if kind.given and not kind.also_word and not kind.also_place:
            return (0.75 if cue else 0.6 if not word.opens else 0.5), ("list", "capital")
        if kind.given and cue and not kind.also_place and not CONNECTIVE.search(left):
            return 0.6, ("list", "capital", "cue")
        if kind.sure and not word.opens:
            return (0.6 if cue else 0.4), ("list", "capital")
        return (0.2 if kind.known else 0.0), ("list", "capital")
    if kind.given and not kind.also_word and not kind.also_place:
        signed = word.opens and not page.lower[word.end : word.end + 16].strip(" .!,\n-")
        return (0.6, ("list", "cue")) if cue or signed else (0.35, ("list",))
    return 0.0, ()


def _is_no_part(word: Word) -> bool:
    """Whether an everyday word stands before the name: "gouvernement", "conseillère"."""
    return not word.capital and not word.kind.known and word.key not in PARTICLES


def _is_bracketed(page: Page, word: Word) -> bool:
    """Whether the word alone stands in brackets."""
    return page.text[word.start - 1 : word.start] == "(" and page.text[word.end : word.end + 1] == ")"


def _agreed(page: Page, inside: Sequence[Word], trust: float, run: _Run | None) -> Candidate | None:
    """The words that the name finder saw as a person, trimmed, and weighed together with what the lists say."""
    inside = list(inside)
    while inside and (inside[0].key in ROLES or inside[0].key in PARTICLES or _is_no_part(inside[0])):
        inside.pop(0)
    given_at = next((at for at, word in enumerate(inside) if word.kind.given and word.kind.sure), 0)
    if (
        given_at
        and len(inside) > given_at + 1
        and not any(word.kind.known or word.initial for word in inside[:given_at])
    ):
        inside = inside[given_at:]
    if len([word for word in inside if word.key not in PARTICLES and not word.initial]) > 3:
        inside = _one_name(inside)
    names = [word for word in inside if word.key not in PARTICLES and not word.initial]
    if not names:
        return None
    first, last = inside[0].start, inside[-1].end
    if run is not None and run.score >= 0.6 and len(run.words) <= len(inside) + 2:
        wider = run.end - run.start > last - first
        if wider or (given_at and (run.start < first or run.end > last)):
            first, last = run.start, run.end
    score = _weigh_seen(page, first, last, names, trust)
    evidence: tuple[str, ...] = ("model",)
    if run is not None and score > 0.3:
        score, evidence = max(score, min(0.97, run.score + 0.3)), (*run.evidence, "model")
    if run is not None and score < run.score:
        return None
    return Candidate("PERSON", first, last, score, "person", evidence) if score else None


#: A surname alone after these names a thing: "le gouvernement Tremblay".
_NAMED_AFTER: Final = re.compile(r"(?<![a-z])(?:gouvernement|reforme|plan|projet|fonds|the|act|bill) $")
#: A name finder less trusted than this is not believed about an unknown word that begins a sentence.
_GOOD: Final = 0.85
#: What stands before things and places, not before a person.
_ARTICLE_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:the|an|this|your|our|my|in|at|on|via|using|les?|la|une?|du|des|sur|dans|aux?|votre|notre|cet?te?|en) $"
)


def _weigh_seen(page: Page, start: int, end: int, names: Sequence[Word], trust: float) -> float:
    """How far to believe the name finder."""
    text = page.text[start:end]
    if any(char.isdigit() for char in text) or "\n" in text or "<" in text or "@" in text:
        return 0.0
    if PLACE_BEFORE.search(left_of(page, start, 40)) or PLACE_AFTER.match(page.lower, end, end + 14):
        return 0.3
    if all(word.kind.never for word in names):
        return 0.1
    if not any(word.capital for word in names):
        return 0.6 if names[0].kind.given and not names[0].kind.never else 0.2
    if any(word.kind.never and not word.kind.known for word in names):
        return 0.4
    if len(names) > 1:
        doubtful = trust < _GOOD and names[0].opens and not any(word.kind.known for word in names)
        return 0.8 if names[-1].capital and not doubtful else 0.4
    (word,) = names
    if _NAMED_AFTER.search(left_of(page, start, 20)):
        return 0.3
    if word.kind.sure:
        return 0.8
    if word.opens and (word.looks_verbal or trust < _GOOD):
        return 0.3
    quoted = (
        page.text[max(0, start - 2) : start].rstrip()[-1:] == '"'
        and page.text[end : end + 2].lstrip()[:1] == '"'
    )
    if quoted or _ARTICLE_BEFORE.search(left_of(page, start, 12)):
        return 0.4
    return min(trust - 0.3, 0.55)


RECOGNIZER = PersonRecognizer()
