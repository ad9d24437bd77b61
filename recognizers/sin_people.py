"""Numbers of a SIN's form in lists that people make themselves, a row for each person: "2. Isidro Morales — 130 692 544 — back
on May 4". One in ten passes the check by chance; two or three, behind people, on a page about pay or taxes hardly do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from recognizers.cues import vocabulary
from recognizers.everyday import is_everyday, is_full_name, is_name
from recognizers.glance import words_at
from recognizers.name_lists import GIVEN
from recognizers.nine_digits import NineDigits, nine_digits
from recognizers.other_labels import THINGS
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_after import ROLES
from recognizers.sin_bare import is_said_before, may_be_by_threes
from recognizers.sin_beside import is_refused
from recognizers.sin_next import is_keyed_otherwise, is_unknown
from recognizers.sin_number import judge
from recognizers.sin_other_labels import OTHER_NUMBER, SINS
from recognizers.sin_words_after import is_called_another, is_given_as

#: By threes, with the same mark between or another, or in one.
_NINE: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][-.,/])[1-79][0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{3}(?![0-9a-z])(?![-.,/ ][0-9])"
)
#: The same where the mark behind somebody's name was lost: "PATRICIA DEMERS130 692 544".
_STUCK: Final = compiled(r"(?<=[a-z]{2})[1-79][0-9]{2}([ .-]?)[0-9]{3}\1[0-9]{3}(?![0-9a-z])(?![-.,/ ][0-9])")
#: The word right before a number.
_OWN_WORD: Final = compiled(r"(?<![a-z'-])([a-z]{2,20})[ .:#(-]{1,4}\Z")
#: What a row begins with before whose it is: a mark, its number, when it was written.
_LEAD: Final = r"[^a-z0-9\n]{0,8}(?:(?:#|no )?[0-9]{1,4}(?:[:h][0-9]{2})?[^a-z0-9\n]{1,6}|[a-z][.)] ?)?"
_HEAD: Final = compiled(rf"{_LEAD}([a-z][a-z'-]*)(?:[. ]{{1,2}}([a-z][a-z'-]*))?")
#: The kind of thing that all rows number: "slip 0014", "line 7"; only where they mend what was filed with a SIN.
_KEY: Final = compiled(
    r"[^a-z0-9\n]{0,4}(slip|feuillet|releve|line|ligne|row|rangee|contract|contrat|employee?) ?#?[0-9]{1,6}(?![0-9])"
)
#: Right before a number that takes another's place.
_MENDED: Final = compiled(
    r"(?:\x7f|[-=]{1,2}>|(?<![a-z])(?:now|devient|maintenant|plutot|should be|correct one is)) ?:? {0,8}\Z"
)
_TITLES: Final = frozenset("m mr mme mrs ms miss mlle monsieur madame dr dre".split())
_OF_SOMEBODY: Final = frozenset("mon ma my le la the his her son sa notre our".split())
#: Before a given name: "Big Mike".
_NICKNAMES: Final = frozenset(
    "big little old young petit petite gros grosse grand grande ptit tit ti vieux".split()
)
_OURSELVES: Final = frozenset("moi me lui elle him her".split())
#: Right before a number, whose it is that no SIN is: "employee 130 692 544".
_ROLE: Final = compiled(
    r"(?<![a-z])(?:employee?s?|emp|clients?|customers?|eleve|student|etudiante?|badge|id|pass(?:e|port)?|abonnement|equipe"
    r"|team|poste)(?: ?(?:no|num|number|#))?[ .:#-]{1,3}\Z"
)
_FIRMS: Final = compiled(
    r"(?<![a-z])(?:inc|ltee?|ltd|corp|enr|senc|llc|llp|cie|& fils|et fils|& sons|tps|gst)(?![a-z])"
)
#: What speaks of SINs, or of what they are for.
_TOPIC: Final = vocabulary(
    """nas sin sins ssn social sociale canada releve releves feuillet feuillets paie paye payroll wage wages
    salaire salaires salariale employe employes employee employees embauche hired impot impots taxes""".split()
)
_SLIPS: Final = compiled(r"(?<![a-z])(?:td1|t4|rl-?1)s?(?![a-z0-9])")
#: Right behind a number, whose it is.
_OF_WHOM: Final = compiled(
    r"(?: ?\((?:(?:pour|for) )?|,? (?:pour|for) )(?:moi(?:-meme)?|me|myself|mine|(?:le|la) (?:mien(?:ne)?|sien(?:ne)?)"
    r"|(?:mon|ma|my|notre|our|son|sa|his|her) (?P<who>[a-z-]+)(?:'s)?)(?![a-z])"
)
#: An ending of nouns that hardly a given name has: "éclairage".
_OF_NOUNS: Final = compiled(r"[a-z]{3}(?:ages?|eries?|isme)\Z")
_PLURAL: Final = compiled(r"(?<=[a-z]{2})s(?![a-z])")
_CLAUSES: Final = compiled(r"[.!?](?=\s)|\n")
_LONG_NUMBER: Final = compiled(r"[0-9][0-9 -]{4}")
_THING: Final = compiled(
    rf"(?<![a-z])(?<!your )(?<!votre )(?!(?:slips?|feuillets?|releves?|assurances?|insurance|cas|cases?|units?|roles?|id)"
    rf"(?![a-z]))(?:{THINGS}|pass(?:es|e)?|badges?|abonnements?|dons?|donations?|prescriptions?"
    r"|numero (?:de |d')(?!telep|leur|service|nas|ass)[a-z]+)(?![a-z])"
)
#: What else such words say, of pay or of who pays.
_OF_PAY: Final = compiled(
    r"(?:employe[ur]{1,2}|job|revenu|income|salaire|salary|total|montant|amount|credit|payroll|organisme|banque|bank)s?"
)
#: Before a word in a title: where the list is, for what it is or from where.
_WHERE: Final = compiled(
    r"(?<![a-z])(?:pour|for|to|in|into|dans|a|au|aux|sur|on|from|par|by|selon|per|vs)"
    r"(?: ?(?:le|la|les|l'|the|our|your|notre|votre|vos|mon|mes|my|this|ce|cette|last))?(?: [a-z0-9-]{2,14})? ?\Z"
)
_WHERE_REACH: Final = 36
#: What says whose the numbers of a list are, below it.
_THEIRS: Final = compiled(r"(?<![a-z])(?:leurs?|their) ")
_HEAD_REACH: Final = 240
_ROW: Final = 120
#: So many lines without such a number may stand between two rows.
_APART: Final = 4
_ENOUGH: Final = 3
_FEW: Final = 2
_EVEN: Final = 0.5
_SHORTEST: Final = 3
_ROWS: Final = "corroboration:rows"


class _Row(NamedTuple):
    """A number and its line: where that begins, and whether with somebody known by name or family.

    Or what the rows number instead; whether the number was found already, and whether it takes another's place.
    """

    nine: NineDigits
    start: int
    known: bool
    key: str
    told: bool
    mended: bool


def rows_of_people(page: Page, found: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The numbers of rows that begin with people, three at least, or fewer beside one `found` or where SINs or pay are spoken of.

    Linear: a line of bounded length for each.
    """
    spots = page.clusters_that(may_be_by_threes)
    if len(spots) < _FEW:
        return
    rows = [row for start, end, _ in spots if (row := _row(page, start, end, found))]
    if len(rows) < _FEW:
        return
    topic = bool(words_at(_TOPIC & page.words, page.flat)) or _SLIPS.search(page.lower) is not None
    run: list[_Row] = []
    for row in (*rows, None):
        if row and (not run or _goes_on(page, run[-1], row)):
            run.append(row)
            continue
        if _is_list(page, run, topic=topic):
            for one in run:
                if one.nine.checked and not one.told:
                    yield from judge(page, one.nine, 0.6 if len(run) >= _ENOUGH else 0.55, _ROWS)
        run = [row] if row else []


def _is_list(page: Page, run: list[_Row], *, topic: bool) -> bool:
    """Whether the numbers of a run are right, as many as are enough, and what stands above or below names no other kind."""
    right = sum(row.nine.checked for row in run)
    if right < _FEW or len(run) - right > right // _FEW:
        return False
    told = any(row.told for row in run)
    if told or run[0].key:
        return told or (topic and right >= _ENOUGH and all(row.mended for row in run))
    if _have_own_word(page, (row.nine.start for row in run)):
        return False
    known = sum(row.known for row in run)
    if not ((known and topic) or (right >= _ENOUGH and 2 * known >= right)):
        return False
    return not (_is_headed_otherwise(page, run[0].start) or _is_closed_otherwise(page, run[-1].nine.end))


def _goes_on(page: Page, last: _Row, row: _Row) -> bool:
    """Whether a row belongs to the list of the one before it: few lines below, without an empty one between."""
    if row.key != last.key:
        return False
    return _follows(page, last.nine.end, row.start)


def _follows(page: Page, end: int, start: int) -> bool:
    between = page.lower[end:start]
    return 1 <= between.count("\n") <= _APART and "\n\n" not in between.replace("\r", "")


def _row(page: Page, start: int, end: int, found: Mapping[int, Candidate]) -> _Row | None:
    """The row of a number, if it begins with somebody, and no words of it call the number another."""
    number = _NINE.search(page.lower, start - 1, end + 2)
    stuck = number is None
    number = number or _STUCK.search(page.lower, start - _FEW, end + 2)
    if number is None:
        return None
    first = page.lower.rfind("\n", max(0, number.start() - _ROW), number.start()) + 1
    if number.start() - first > _ROW:
        return None
    head = page.lower[first : number.start()]
    nine = nine_digits(*number.span(), re.sub("[^0-9]", "", number[0]))
    if stuck and not is_full_name(page.text[first : nine.start].strip(" >*-")):
        return None
    one = found.get(nine.start)
    told = one is not None and one.score >= _EVEN and "context" not in one.evidence
    if key := _KEY.match(head):
        mended = _MENDED.search(head) is not None
        if not (told or mended) and _is_of_another(page, nine, head[key.end() :]):
            return None
        return _Row(nine, first, False, key[1], told, mended)
    somebody = _somebody(page, first, head)
    if somebody is None or (
        not told and (_is_of_another(page, nine, head) or (not somebody and is_said_before(page, nine)))
    ):
        return None
    return _Row(nine, first, somebody, "", told, False)


def _somebody(page: Page, first: int, head: str) -> bool | None:
    """Whether somebody known by name or as one of a family begins a line; None if it is nobody."""
    begun = _HEAD.match(head)
    if begun is None:
        return None
    word, following = begun[1].split("-")[0].split("'")[0], begun[2] or ""
    capital = page.text[first + begun.start(1)].isupper()
    if word in ROLES or word in _OURSELVES or (word in _OF_SOMEBODY and following in ROLES):
        return True
    if word in _TITLES or word in _NICKNAMES:
        at = first + begun.start(2)
        return True if following and page.text[at : at + 1].isupper() else None
    if word in GIVEN or (capital and len(word) >= _SHORTEST and is_name(word)):
        return True
    if not capital or len(word) < _SHORTEST or _THING.fullmatch(word):
        return None
    if (
        following
        and page.text[first + begun.start(2)].isupper()
        and (len(following) == 1 or is_name(following))
    ):
        return False
    return False if is_unknown(word) and not is_everyday(word) and not _OF_NOUNS.search(word) else None


def _is_of_another(page: Page, nine: NineDigits, head: str) -> bool:
    """Whether the words of a row, or what follows its number, call that something else."""
    return (
        OTHER_NUMBER.search(head) is not None
        or _ROLE.search(head) is not None
        or _FIRMS.search(head) is not None
        or (head.rstrip().endswith(">") and is_keyed_otherwise(page, nine))
        or is_called_another(page, nine)
        or is_given_as(page, nine)
        or is_refused(page, nine)
    )


def _is_headed_otherwise(page: Page, first: int) -> bool:
    """Whether what stands right above a list names another kind of number, and no SIN."""
    above = page.lower[max(0, first - _HEAD_REACH) : first].rstrip("\n ")
    clauses = [one for one in _CLAUSES.split(above) if one.strip() and not _LONG_NUMBER.search(one)]
    return bool(clauses) and _names_another(clauses[-1])


def _names_another(title: str) -> bool:
    """Whether a title says what else is numbered: not only where or for what the list is, "for your file"."""
    if SINS.search(title):
        return False
    return any(
        not _OF_PAY.fullmatch(one[0])
        and not _WHERE.search(said, max(0, one.start() - _WHERE_REACH), one.start())
        for named in (OTHER_NUMBER, _THING)
        for said in (title, _PLURAL.sub("", title))
        for one in named.finditer(said)
    )


def _is_closed_otherwise(page: Page, last: int) -> bool:
    """Whether the line right below a list says what its numbers are, and no SINs: "… avec leur matricule"."""
    line = page.lower[page.line_end(last, _ROW) : last + _HEAD_REACH].lstrip("\r")[1:].partition("\n")[0]
    found = _THEIRS.search(line)
    return found is not None and not SINS.search(line) and _names_another(line[found.end() :])


def _have_own_word(page: Page, starts: Iterable[int]) -> bool:
    """Whether the same word stands right before all numbers of a list, which is no SIN's and nobody's: "… – vignette N"."""
    said = set()
    for start in starts:
        before = _OWN_WORD.search(page.lower, start - _WHERE_REACH, start)
        said.add(before[1] if before else "")
    word = said.pop() if len(said) == 1 else ""
    return bool(word) and is_unknown(word) and not is_name(word) and not SINS.search(word)


def of_each(page: Page) -> Iterator[Candidate]:
    """Two numbers at least, each with whose it is right behind: "N (moi), N (mon conjoint)"."""
    spots = page.clusters_that(may_be_by_threes)
    if len(spots) < _FEW:
        return
    numbers = []
    for start, end, _ in spots:
        number = _NINE.search(page.lower, start - 1, end + 2)
        whose = _OF_WHOM.match(page.lower, number.end()) if number else None
        if number and whose and (not whose["who"] or whose["who"] in ROLES):
            numbers.append(nine_digits(*number.span(), re.sub("[^0-9]", "", number[0])))
    if len(numbers) < _FEW or not all(nine.checked for nine in numbers):
        return
    begin = max(0, numbers[0].start - _HEAD_REACH)
    lead = _CLAUSES.split(page.lower[begin : numbers[0].start])[-1]
    if not _names_another(lead) and not any(is_refused(page, nine) for nine in numbers):
        for nine in numbers:
            yield from judge(page, nine, 0.6, _ROWS)


def lists_of_others(page: Page, candidates: Iterable[Candidate]) -> set[int]:
    """Of SINs that no label names, where those begin that stand in rows of people whose title names another kind of number."""
    others: set[int] = set()
    run: list[tuple[int, Candidate]] = []
    for one in sorted(candidates, key=_start):
        first = page.lower.rfind("\n", max(0, one.start - _ROW), one.start) + 1
        if one.start - first > _ROW or _somebody(page, first, page.lower[first : one.start]) is None:
            continue
        if run and not _follows(page, run[-1][1].end, first):
            others |= _of_others(page, run)
            run = []
        run.append((first, one))
    return others | _of_others(page, run)


def _of_others(page: Page, run: list[tuple[int, Candidate]]) -> set[int]:
    if len(run) < _FEW:
        return set()
    if (
        _is_headed_otherwise(page, run[0][0])
        or _is_closed_otherwise(page, run[-1][1].end)
        or _have_own_word(page, (one.start for _, one in run))
    ):
        return {one.start for _, one in run}
    return set()


def _start(one: Candidate) -> int:
    return one.start
