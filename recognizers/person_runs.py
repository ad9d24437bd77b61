"""Finds neighbouring words that may be one name, by their writing, the name lists and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.page import Page
from recognizers.person_cues import GAPS, KIN_CUE, PAIR_CUE, ROLES, STRONG_CUE, TITLES
from recognizers.person_weigh import Run, weigh
from recognizers.person_words import PARTICLES, Word

_MOST_WORDS: Final = 5
_TITLE: Final = re.compile(r"([a-z]+)\.?[ ]{1,2}$")
#: What joins one name to the next.
_JOIN: Final = re.compile(r"[ ]?(?:,|,?[ ](?:et|and|ou|or|then|puis|pis|p-e)(?:[ ](?:a|to))?|[&/+])[ ]")


def runs_of(page: Page, everything: Sequence[Word]) -> Iterator[Run]:
    """The possible names of a page in order, weighed. Linear: every word is looked at a fixed number of times."""
    at = 0
    before: Run | None = None
    cased = any(word.capital and not (word.opens or word.acronym) for word in everything)
    while at < len(everything):
        first = everything[at]
        if first.key in ROLES or not (first.capital or first.kind.known or not first.kind.everyday):
            at += 1
            continue
        joined = before is not None and _JOIN.fullmatch(page.lower, before.end, first.start) is not None
        introduced = _introduced(page, first)
        if joined and before is not None and before.score >= 0.5 and before.words[0].capital == first.capital:
            introduced = introduced or "joined"
        found = _run_from(page, everything, at, introduced)
        if not found:
            at += 1
            continue
        at += len(found)
        run = weigh(page, one_name(found), introduced, cased)
        if before is not None:
            if joined and 0.2 <= before.score < 0.5 <= run.score and _may_be_listed(before):
                before.score, before.evidence = 0.55, (*before.evidence, "list")
            if before.score:
                yield before
        before = run
    if before is not None and before.score:
        yield before


def _may_be_listed(run: Run) -> bool:
    """Whether a name that did not suffice by itself does so before another one: "Ginette, Doreen et Marie"."""
    first = run.words[0].kind
    return (
        len(run.words) == 1 and first.given and not first.also_place and (first.sure or run.words[0].capital)
    )


def _introduced(page: Page, first: Word) -> str:
    """What introduces the name: "title", "cue", "kin" or ""."""
    left = page.lower[max(0, first.start - 44) : first.start]
    word = _TITLE.search(left)
    if word and (
        word[1] in TITLES
        or (word[1] == "m" and (first.capital or (first.kind.surname and "." in word[0])))
        or (word[1] == "me" and page.text[first.start - 3 : first.start] == "Me " and first.capital)
    ):
        return "title"
    if STRONG_CUE.search(left):
        return "cue"
    if KIN_CUE.search(left):
        return "kin"
    return "pair" if not (first.capital or first.kind.known) and PAIR_CUE.search(left) else ""


def _run_from(page: Page, everything: Sequence[Word], at: int, introduced: str) -> list[Word]:
    """The longest possible name that begins with word `at`: capitals, known names, particles between them."""
    first = everything[at]
    backed = not first.capital and not first.kind.known and _is_backed(page, everything, at)
    if not (backed or _may_begin(page, everything, at, introduced)):
        return []
    taken = [first]
    for index in range(at + 1, min(at + _MOST_WORDS + 2, len(everything))):
        word, gap = everything[index], page.text[taken[-1].end : everything[index].start]
        if gap not in GAPS or (gap == ", " and not _is_inverted(taken, word, introduced)):
            break
        if gap == ". " and not taken[-1].initial:
            break
        linked = taken[-1].kind.given or taken[-1].key in PARTICLES
        if word.key in PARTICLES and linked and _joins(page, everything, index):
            taken.append(word)
            continue
        elided = gap.endswith("'") and taken[0].kind.given and len(taken) < 3
        if not elided and not (backed and len(taken) == 1) and not _continues(taken, word, introduced):
            break
        taken.append(word)
    while taken and taken[-1].key in PARTICLES:
        taken.pop()
    return taken[: _MOST_WORDS + 1]


def _may_begin(page: Page, everything: Sequence[Word], at: int, introduced: str) -> bool:
    first = everything[at]
    kind = first.kind
    if kind.never and not first.dotted:
        if not (kind.given and first.capital and at + 1 < len(everything)):
            return False
        after = everything[at + 1]  # "April Heinrichs", "Will Smith"
        return after.capital and not after.kind.never and page.text[first.end : after.start] == " "
    if first.capital:
        if not kind.known and kind.everyday and at + 1 < len(everything):
            return not everything[at + 1].kind.given  # "Prestataire Marie Roy"
        return True
    if kind.known:
        return True
    if first.initial:
        return introduced in ("title", "cue")
    if introduced == "pair":
        after = everything[at + 1] if at + 1 < len(everything) else first
        return _is_unknown(first) and _is_unknown(after) and page.text[first.end : after.start] == " "
    return bool(introduced) and len(first.key) > 2 and not kind.everyday


def _is_unknown(word: Word) -> bool:
    """Whether it may be a name that no list knows."""
    return len(word.key) > 3 and not (word.kind.everyday or word.looks_verbal)


def _continues(taken: list[Word], word: Word, introduced: str) -> bool:
    """Whether `word` goes on with the name that `taken` began."""
    kind, last = word.kind, taken[-1].kind
    if kind.never or word.initial:
        return word.initial and (taken[0].capital or word.dotted)
    if taken[0].capital:
        return (word.capital and not (word.acronym and not kind.known and not taken[0].acronym)) or (
            kind.surname and not kind.also_word
        )
    if word.capital:
        return False
    vouched = introduced in ("title", "cue", "pair")
    if kind.known:
        return not kind.also_word or (last.sure and kind.common and kind.surname) or vouched
    begun = last.given and not last.also_word and len(taken) < 2
    if vouched and last.surname and not last.given:
        return False  # "mme tremblay chiale": a surname is the end
    return (begun or vouched) and not kind.everyday and not word.looks_verbal and len(word.key) > 3


def _is_backed(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether an unknown word in lower case stands before a surname that is nothing else: "ici ximena caron"."""
    first = everything[at]
    if first.kind.everyday or first.looks_verbal or len(first.key) < 4 or at + 1 >= len(everything):
        return False
    after = everything[at + 1]
    return (
        after.kind.surname
        and after.kind.sure
        and not after.kind.given
        and page.text[first.end : after.start] == " "
    )


def _joins(page: Page, everything: Sequence[Word], index: int) -> bool:
    """Whether a particle ("de", "van") stands between two parts of one name."""
    if index + 1 == len(everything):
        return False
    after = everything[index + 1]
    if after.key in PARTICLES and index + 2 < len(everything):
        after = everything[index + 2]  # "de la Cruz"
    named = after.capital and not after.kind.never
    return (named or (after.kind.surname and after.kind.sure)) and (
        page.text[everything[index].end : after.start].strip(" 'adels") == ""
    )


def _is_inverted(taken: list[Word], word: Word, introduced: str) -> bool:
    """ "Tremblay, Marie"; after "Patient:" also with names that no list knows."""
    first = taken[0]
    if len(taken) > 1 or first.capital != word.capital or word.kind.also_word:
        return False
    if introduced == "cue":
        return not word.kind.everyday and (first.kind.surname or not first.kind.given)
    return first.kind.surname and not first.kind.given and word.kind.given


def one_name(found: list[Word]) -> list[Word]:
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
