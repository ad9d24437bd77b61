"""Finds neighbouring words that may be one name, by their writing, the name lists and what introduces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.person_acts import NICKS, may_act
from recognizers.person_alone import is_childs
from recognizers.person_around import (
    ALSO_NAMES,
    ALSO_SIGNED,
    are_coded,
    is_called_so,
    is_reached,
)
from recognizers.person_cues import GAPS, ROLES, TITLES
from recognizers.person_introduced import introduced_by
from recognizers.person_things import is_greeting
from recognizers.person_weigh import Run, weigh
from recognizers.person_words import ALSO_GIVEN, PARTICLES, Word

_MOST_WORDS: Final = 5
#: The first half of the figures of a NAM or a permanent code.
_CODE: Final = compiled(r"[ -]?[0-9]{4}(?![0-9])")
#: Behind the name of a firm of lawyers: "Roy Law is closed".
_OF_FIRM: Final = compiled(
    r",? (?:(?:is|was|are|est) (?:closed|open|ferme)|firm|offices?|group|inc|llp|corporation|professional)(?![a-z])"
)
#: Particles that begin a surname, in a text wholly in capitals too.
_BEGINNINGS: Final = words("al ben bin da das del den der di dos el ibn van von")
#: Words of every message that are surnames after a title, a given name or an initial.
WORD_SURNAMES: Final = words("page parent petit noel law")
#: Those that are surnames after a title alone.
_TITLED: Final = words("april best bravo day english french long love may")
#: Particles that are words in lower case: "Siobhan Ni Dhonnchadha".
CAPITAL_PARTICLES: Final = words("ni nic ui mac")
#: After a surname in lower case that is a word as often: "carole parent ma dit".
_NAME_ENDS: Final = compiled(
    r"[ ]?(?:[.,!?\n]|\Z| (?:ma|m'a|est|a|hier|was|is|has|told|called|said|au|from)(?![a-z']))"
)
#: Who writes, in brief.
_PRESENTS: Final = Ending(
    r"(?:^|[\n.!?,;] ?|(?<![a-z])(?:salut|allo|bonjour|bonsoir|hi|hello|hey|yo) )"
    r"(?:c|c'est|ici|moi c'est|its|it's|this is|im|i'm|i am|je suis) $"
)
#: What joins one name to the next.
_JOIN: Final = compiled(r"[ ]?(?:,|,?[ ](?:et|and|ou|or|then|puis|pis|p-e)(?:[ ](?:a|to))?|[&/+])[ ]")


def runs_of(page: Page, everything: Sequence[Word]) -> Iterator[Run]:
    """The possible names of a page in order, weighed, also those of score 0. Linear: a fixed number of looks at every word."""
    at = 0
    before: Run | None = None
    cased = is_cased(everything)
    while at < len(everything):
        first = everything[at]
        if (
            is_greeting(page, first)
            or (first.key in ROLES and not _is_double(page, first) and not _is_parent(page, everything, at))
            or not (
                first.capital
                or first.kind.known
                or not first.kind.everyday
                or (first.dotted and first.opens)
                or first.key in _BEGINNINGS
                or first.key in ALSO_SIGNED
            )
        ):
            at += 1
            continue
        joined = before is not None and _JOIN.fullmatch(page.lower, before.end, first.start) is not None
        introduced = introduced_by(page, first)
        if joined and before is not None and not introduced and _goes_on(page, before, first):
            introduced = "joined"
        found = _run_from(page, everything, at, introduced)
        if not found:
            at += 1
            continue
        at += len(found)
        run = weigh(page, one_name(found), introduced, cased)
        if before is not None:
            if joined:
                _vouch(page, before, run)
            yield before
        before = run
    if before is not None:
        yield before


def is_cased(everything: Sequence[Word]) -> bool:
    """Whether the writer gives names their capitals."""
    return any(word.capital and not (word.opens or word.acronym) for word in everything)


def _is_double(page: Page, word: Word) -> bool:
    """Whether it is the first of two initials: "M.-C. Roy"."""
    return (
        word.initial
        and page.text.startswith(("-", "."), word.end)
        and page.text[word.end + 1 : word.end + 2].isupper()
    )


def _goes_on(page: Page, before: Run, first: Word) -> bool:
    """Whether the word may be the next of a list of names; not the town of "Marie Roy, Opitciwan"."""
    if before.score < 0.5 or before.words[0].capital != first.capital:
        return False
    return first.kind.known or len(before.words) == 1 or page.text[before.end] != ","


def _sign_together(page: Page, before: Run, run: Run) -> bool:
    """Whether two sign with one surname: a line that begins "Monique & Ray Cyr"."""
    return (
        before.words[0].opens
        and len(run.words) > 1
        and run.score >= 0.75
        and page.lower[before.end : run.start].strip() in ("&", "et", "and", "+")
    )


def _vouch(page: Page, before: Run, run: Run) -> None:
    """Believes a name that did not suffice by itself where another one joins it."""
    if not 0.2 <= before.score < 0.65 or run.score < 0.5 or not _may_be_listed(before):
        return
    if _sign_together(page, before, run):
        before.score, before.evidence = 0.65, (*before.evidence, "cue")
    elif before.score < 0.5:
        before.score, before.evidence = 0.55, (*before.evidence, "list")


def _may_be_listed(run: Run) -> bool:
    """Whether a name that did not suffice by itself does so before another one: "Ginette, Doreen et Marie"."""
    first = run.words[0].kind
    return (
        len(run.words) == 1 and first.given and not first.also_place and (first.sure or run.words[0].capital)
    )


def _run_from(page: Page, everything: Sequence[Word], at: int, introduced: str) -> list[Word]:
    """The longest possible name that begins with word `at`: capitals, known names, particles between them."""
    first = everything[at]
    backed = not first.capital and not first.kind.known and _is_backed(page, everything, at)
    if not (backed or _may_begin(page, everything, at, introduced)):
        return []
    taken = [first]
    if (first.key in ALSO_SIGNED or first.key in NICKS) and not (first.capital or first.kind.known):
        whole = _signs_small_whole(page, everything, at) or _presents_small_whole(page, everything, at)
        return [first, everything[at + 1]] if whole else taken
    for index in range(at + 1, min(at + _MOST_WORDS + 2, len(everything))):
        word, gap = everything[index], page.text[taken[-1].end : everything[index].start]
        if gap not in GAPS or (gap == ", " and not _is_inverted(taken, word, introduced)):
            break
        if gap == ". " and not taken[-1].initial:
            break
        if word.acronym and len(word.key) == 4 and _CODE.match(page.text, word.end, word.end + 6):
            break  # "Maélie ROYM 1559 0716"
        linked = taken[-1].kind.given or taken[-1].key in PARTICLES
        if word.key in PARTICLES and linked and _joins(page, everything, index):
            taken.append(word)
            continue
        if linked and word.key in CAPITAL_PARTICLES and word.capital and _joins(page, everything, index):
            taken.append(word)
            continue
        lone = len(word.key) == 1 and len(taken) == 1 and linked and not first.capital
        if lone and (introduced == "closing" or is_reached(page, word)):
            taken.append(word)  # "sarah k 514 555-0133"
            break
        small = (
            introduced == "closing" and taken[-1].dotted and taken[-1].capital == word.capital
        )  # "w. parent", "L. Parent"
        relative = introduced == "kin" and word.key == "parent" and len(taken) == 1 and first.kind.given
        if word.key in WORD_SURNAMES and (small or relative or _is_last_name(page, taken, word)):
            taken.append(word)
            break
        elided = gap.endswith("'") and taken[0].kind.given and len(taken) < 3
        if not elided and not (backed and len(taken) == 1) and not _continues(taken, word, introduced):
            if len(taken) == 1 and are_coded(page, (first, word)):
                taken.append(word)  # "tremblay marie TREM 4162 1993"
            break
        taken.append(word)
    while taken and taken[-1].key in PARTICLES and not _is_given_alone(taken):
        taken.pop()
    return taken[: _MOST_WORDS + 1]


def _is_given_alone(taken: Sequence[Word]) -> bool:
    """Whether all is a particle with a capital that is a given name as well: "C'est tout. Ben"."""
    return len(taken) == 1 and taken[0].capital and taken[0].key in ALSO_GIVEN


def _signs_small_whole(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether the text ends with a given name that is a word as well and a surname in small letters: "… couverte. line roy"."""
    first = everything[at]
    if not first.opens or not first.start or at + 2 != len(everything):
        return False
    after = everything[at + 1]
    return (
        after.kind.surname
        and after.kind.sure
        and page.text[first.end : after.start] == " "
        and not page.text[after.end :].strip(" .!\n")
    )


def _presents_small_whole(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether somebody says in small letters who writes, with a nickname and a surname: "salut c steph gauvreau"."""
    first = everything[at]
    if at + 1 == len(everything) or not _PRESENTS.search(page.lower, first.start - 24, first.start):
        return False
    after = everything[at + 1]
    return after.kind.surname and after.kind.sure and page.text[first.end : after.start] == " "


def _may_begin(page: Page, everything: Sequence[Word], at: int, introduced: str) -> bool:
    first = everything[at]
    kind = first.kind
    beside = at + 1 < len(everything) and page.text[first.end : everything[at + 1].start] == " "
    if introduced in ("cue", "closing") and first.key in PARTICLES and beside:
        after = everything[at + 1]  # "Nom : EL AMRANI", "my name is Lê Văn Đức"
        return (first.capital and after.capital) or (after.kind.surname and not after.kind.also_word)
    if kind.never and not first.dotted:
        if first.capital and first.key in ALSO_NAMES and _is_month_called(page, first, introduced):
            return True
        if (
            introduced == "title"
            and first.capital
            and first.key in _TITLED
            and page.text[max(0, first.start - 3) : first.start - 2] != "'"
        ):
            return True  # "Mr. Long"
        if introduced == "title" and beside and first.key in WORD_SURNAMES:
            after = everything[at + 1]
            return first.capital or (after.kind.given and after.kind.sure)  # "monsieur page jean"
        if first.capital and first.key in WORD_SURNAMES and _is_surname(page, everything, at, introduced):
            return True
        if not (kind.given and first.capital and beside and (introduced or len(first.key) > 2)):
            return False
        after = everything[at + 1]  # "April Heinrichs", "Will Smith"
        return after.capital and not after.kind.never
    if first.capital:
        if not kind.known and kind.everyday and at + 1 < len(everything):
            return not everything[at + 1].kind.given  # "Prestataire Marie Roy"
        return True
    if kind.known or first.key in ALSO_SIGNED or first.key in NICKS:
        return True
    if first.initial:
        return introduced in ("title", "cue", "closing")
    if introduced == "pair":
        after = everything[at + 1] if at + 1 < len(everything) else first
        return _is_unknown(first) and _is_unknown(after) and beside
    return bool(introduced) and len(first.key) > 2 and not kind.everyday


def _is_month_called(page: Page, first: Word, introduced: str) -> bool:
    """Whether somebody is called like a month or a verb: "it's Will again", "April at the desk", "mon fils Avril, oui"."""
    if introduced == "self" or is_reached(page, first) or may_act(page, first):
        return True
    return introduced == "kin" and is_childs(page, first, page.lower[max(0, first.start - 44) : first.start])


def _is_surname(page: Page, everything: Sequence[Word], at: int, introduced: str) -> bool:
    """Whether a word that holds sentences together is a surname here: "Mrs. Page", "Page, Nathalie"."""
    if introduced == "title" or is_called_so(page, everything[at]):
        return True
    if at + 1 == len(everything):
        return False
    first, after = everything[at], everything[at + 1]
    inverted = page.text[first.end : after.start] == ", " and first.opens
    return inverted and after.capital and after.kind.given and after.kind.sure and after.kind.common


def _is_parent(page: Page, everything: Sequence[Word], at: int) -> bool:
    """Whether the role is a surname: "Mme Parent", "Parent, Luc", "Mr. Lord"."""
    first = everything[at]
    if not first.capital or not first.kind.surname or first.key in TITLES:
        return False
    introduced = introduced_by(page, first)
    return introduced in ("title", "kin") or (
        first.key == "parent" and _is_surname(page, everything, at, introduced)
    )


def _is_last_name(page: Page, taken: Sequence[Word], word: Word) -> bool:
    """Whether such a word ends a name: "William Page"; in lower case only where nothing else can follow it."""
    given = taken[-1].kind
    signs = taken[0].opens and not page.lower[word.end : word.end + 3].strip(" .!\n")
    if (
        not given.given
        or not (given.sure or signs)
        or not given.common
        or page.text[word.end : word.end + 2][1:].isdigit()
    ):
        return False
    if word.capital:
        firm = word.key == "law" and _OF_FIRM.match(page.lower, word.end, word.end + 20) is not None
        return taken[0].capital and not firm
    shouted = page.text[word.start].isupper()
    if taken[0].capital or len(taken) > 1:
        return False
    return shouted or _NAME_ENDS.match(page.lower, word.end, word.end + 12) is not None


def _is_unknown(word: Word) -> bool:
    """Whether it may be a name that no list knows."""
    return len(word.key) > 3 and not (word.kind.everyday or word.looks_verbal)


def _continues(taken: list[Word], word: Word, introduced: str) -> bool:
    """Whether `word` goes on with the name that `taken` began."""
    kind, last = word.kind, taken[-1].kind
    if word.key in ALSO_NAMES and word.capital and taken[-1].capital and last.known:
        return True
    if kind.never or word.initial:
        return word.initial and (taken[0].capital or word.dotted)
    if taken[0].capital:
        shouted = word.acronym and not kind.known and not taken[0].acronym
        if shouted and len(word.key) > 4 and introduced in ("title", "cue", "closing"):
            shouted = False  # "Responsable : Yevhen ZADKINE"
        return (word.capital and not shouted) or (kind.surname and not kind.also_word)
    if word.capital:
        return False
    vouched = introduced in ("title", "cue", "pair", "closing")
    if kind.known:
        both = kind.common and kind.surname and last.given and last.common and not last.everyday
        return not kind.also_word or (last.sure and kind.common and kind.surname) or both or vouched
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
            if at
            and not word.kind.given
            and not word.initial
            and word.key not in PARTICLES
            and word.key not in CAPITAL_PARTICLES
        ),
        0,
    )
    end = surname_at + 1 if surname_at and found[0].kind.given else len(found)
    while end < len(found) and found[end].kind.sure:
        end += 1
    return found[:end]
