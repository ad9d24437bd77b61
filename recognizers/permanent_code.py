"""Québec permanent code: the number of a pupil or student. It has a NAM's look and its bearer's birth date inside.

A label right before it or behind it makes one, even with a slip. Where a label stands anywhere on the page, where a school is
spoken of and it is called somebody's "code", or where a pupil's name fits its letters, the date inside must be right, and
no NAM's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import Final

from recognizers.code_words import (
    AT_A_SCHOOL,
    AT_ONCE,
    AT_SCHOOL,
    CALLED,
    CARD,
    CODES,
    HEXADECIMAL,
    OF_GROUP,
    OF_PUPIL,
    OF_THING,
    OTHER_CODE,
    OTHER_LETTERS,
    SCHOLAR,
    SCHOOL_WORD,
    Names,
    links,
    says_little,
)
from recognizers.cues import CueTable
from recognizers.everyday import is_everyday
from recognizers.labelled import GAP, LabelledRecognizer, form
from recognizers.months import MONTHS
from recognizers.nam_cues import NamCues
from recognizers.nam_letters import DATE_WORDS, WRITTEN_DATE
from recognizers.nam_number import NamReading, read_nam
from recognizers.nam_prefixes import is_word
from recognizers.other_labels import is_things_number
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled


def permanent_code(compact: str) -> bool:
    """Four letters, day (62 more when born after 1999), month (50 more for a woman), year, two figures (BCI, Concordia)."""
    day, month = int(compact[4:6]), int(compact[6:8])
    month -= 50 if month > 50 else 0
    return 1 <= month <= 12 and 1 <= day - (62 if day > 62 else 0) <= _DAYS[month - 1]


#: The days of the months, January first.
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


#: What is added to the day of birth after 1999; nobody born before this year of the century before has a code.
_NEW_CENTURY: Final = 62
_FIRST_YEAR: Final = 20
#: Four times the same letter, or the first of the alphabet, show how a code looks; "born 2012-07-04" is none.
_CODE: Final = rf"(?!([a-z])\1{{3}}|abcd|born[ :(])[a-z]{{4}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}"
_FORMS: Final = {
    "code": (form(_CODE, 0.95, permanent_code, failed=0.6),),
    "number": (form(_CODE, 0.95, permanent_code),),
}
#: "permanent", and how it is misspelt.
_PERMANENT: Final = r"p[ea]r?m[ae]n[ae]nte?s?"
_CUES: Final = CueTable(
    (
        ("code p", "code", rf"code (?:{_PERMANENT}|perm(?![a-z])\.?)"),
        ("code :", "code", r"code : ?permanent"),
        ("code-perm", "code", r"code-perm(?:anent)?"),
        ("codes p", "code", rf"codes (?:{_PERMANENT}|perm(?![a-z])\.?)"),
        ("nent code", "code", r"nent codes?", r"(?<![a-z])p[ea]r?m[ae]"),
        ("nant code", "code", r"nant codes?", r"(?<![a-z])p[ea]r?m[ae]"),
        ("perm code", "code", r"perm codes?"),
        ("perm. code", "code", r"perm\. codes?"),
        ("cod. perm", "code", r"cod\. perm(?:anent|\.)?"),
        ("codeperm", "code", r"codeperm(?:anent)?"),
        ("mees", "code", r"mees", r"(?<![a-z])codes? (?:du )?"),
        ("mees", "code", r"mees code"),
        ("code etudiant", "code", r"code etudiant"),
        ("code d", "code", r"code d(?:e l'|u |'une? )(?:etudiante?|eleve)"),
        ("student code", "code", r"student codes?"),
        ("id etudiant", "number", r"id etudiante?(?![a-z])", r"(?<![a-z])"),
        ("student id", "number", r"student id(?:'?s)?(?: (?:number|no))?(?![a-z])"),
        (
            "d'etudiant",
            "number",
            r"d'etudiante?(?![a-z])",
            r"(?<![a-z])(?:numero|no|id|identifiant)[. ]{1,2}",
        ),
        ("code d'ecole", "number", r"code d'ecole"),
        ("code de l'ecole", "number", r"code de l'ecole"),
        ("code scolaire", "number", r"code scolaire"),
        ("school code", "number", r"school code"),
        ("permanent num", "number", r"permanent number"),
        ("permanent", "number", r"permanent", r"(?<![a-z])(?:numero|no|n\^) "),
        ("ministry code", "number", r"ministry code"),
        ("code du ministere", "number", r"code du ministere"),
        ("code m", "number", r"code me(?:q|es|esr|lq|ls|qs)(?![a-z])"),
    ),
    words="code codes perm student codepermanent mees permanent permanant ministry etudiant etudiante",
)
_TOKEN: Final = compiled(rf"(?<![a-z0-9])(?<![0-9][-./]){_CODE}(?![a-z0-9])(?![-./](?:[0-9]|[a-z](?![a-z])))")
#: With a figure too few, or one or two too many, right behind its label.
_MISCOUNTED: Final = compiled(
    rf"(?<![a-z])(?:code {_PERMANENT}|{_PERMANENT} code)(?: (?:du|de la|de l'|de|d'|of|for|pour)(?: [a-z']{{2,12}}){{1,3}})?"
    r"(?:[ :=#(]|est|is|le|the|no|numero|number){1,6}(?P<code>[a-z]{4}[ -]?[0-9]{7}(?:[0-9]{2,3})?)(?![0-9a-z])(?![.,-][0-9])"
)
#: Right behind a label and before a number: an error's, a lock's.
_SLIP: Final = compiled(r"(?<![a-z])(?:erreurs?|errors?|combo|cadenas|locker)[ :#(]{1,3}\Z")
_NOT_CODE: Final = compiled("[^a-z0-9]")
_LETTERS: Final = 7
_NAME: Final = 4
#: Behind such a word a date stands.
_BEFORE_DATES: Final = DATE_WORDS | MONTHS
_REACH: Final = 80
#: So far behind the word "code", and so far from the next of a list.
_FAR: Final = 240
_APART: Final = 64
#: So far before a number its card is named.
_CARD_REACH: Final = 32
_LISTED_SCORE: Final = 0.97
#: What a code has that could be a NAM mistyped: none vouches for another.
_DOUBTFUL: Final = 0.7
#: Between a NAM's label and a code: the label has a number of its own.
_TOKEN_LIKE: Final = compiled(r"[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{2}[0-9a-z][0-9](?![0-9a-z])")


class PermanentCodeRecognizer(LabelledRecognizer):
    """Proposes CA_QC_PERMANENT_CODE. Linear: labels are followed within a fixed reach, each cluster of figures is read once."""

    def __init__(self) -> None:
        super().__init__("permanent-code", "CA_QC_PERMANENT_CODE", _CUES, _FORMS)
        self.gate = _CUES.gate | AT_SCHOOL

    def find(self, page: Page) -> Iterable[Candidate]:
        """The codes of the page: labelled ones, and those that the page's words make likely."""
        if not page.clusters or not page.gates & self.gate:
            return
        labelled = [
            one
            for one in super().find(page)
            if not _SLIP.search(page.flat, one.start - 24, one.start)
            and not ("cue:list" in one.evidence and (_is_date(page, one.start) or _is_word(page, one.start)))
        ]
        yield from labelled
        for found in _MISCOUNTED.finditer(page.flat):
            evidence = ("pattern", "cue", "typo")
            yield Candidate("CA_QC_PERMANENT_CODE", *found.span("code"), 0.6, self.id, evidence)
        taken = {one.start for one in labelled}
        written = [found for found in _written(page) if found not in taken]
        if written:
            yield from self._likely(page, written, labelled)

    def _likely(self, page: Page, written: list[int], labelled: list[Candidate]) -> Iterator[Candidate]:
        said = _Said(page, labelled)
        surer, left_over, doubtful = [*labelled], [], []
        for start in written:
            token = _TOKEN.match(page.flat, start)
            if token is None:
                continue
            one = self._one(token.span(), *(said.judge(token) or (0.0, "")))
            if one.score:
                yield one
            if one.score > _DOUBTFUL:
                surer.append(one)
            else:
                doubtful += [one] if one.score else []
                left_over.append(token)
        if not surer and len(doubtful) > 1:
            surer = doubtful
        if surer and left_over:
            for token in said.listed(left_over, surer):
                if _is_word(page, token.start()):
                    continue
                yield self._one(token.span(), _LISTED_SCORE, "cue:list")

    def _one(self, span: tuple[int, int], score: float, why: str) -> Candidate:
        return Candidate("CA_QC_PERMANENT_CODE", *span, score, self.id, ("pattern", why, "check-digit"))


def _written(page: Page) -> Iterator[int]:
    """Where something begins that is written as a code with a right date."""
    for start, end in page.clusters:
        found = _TOKEN.search(page.flat, start - _LETTERS, end + 1)
        while found:
            compact = _NOT_CODE.sub("", found[0])
            if (
                permanent_code(compact)
                and _may_be_pupils(compact, page.today.year)
                and not _is_date(page, found.start())
            ):
                yield found.start()
            found = _TOKEN.search(page.flat, found.end(), end + 1)


def _is_date(page: Page, start: int) -> bool:
    """Whether a word and a date are what begins at `start`: "born 2012-07-04", "July 2012 0704"."""
    end = start + _NAME
    if WRITTEN_DATE.match(page.flat, end + 1):
        return True
    glued = page.text[start:end].isupper() and page.text[end].isdigit()
    return not glued and page.flat[start:end] in _BEFORE_DATES


def _is_word(page: Page, start: int) -> bool:
    """Whether an everyday word in small letters is what begins at `start`, where a list may go on with a code."""
    end = start + _NAME
    return not page.text[start:end].isupper() and is_everyday(page.flat[start:end])


def _may_be_pupils(compact: str, this_year: int) -> bool:
    """Whether its bearer would be born this year or before, and late enough to have been given a code."""
    year = int(compact[8:10])
    return 2000 + year <= this_year if int(compact[4:6]) > _NEW_CENTURY else year >= _FIRST_YEAR


class _Said:
    """What a page says of its codes: whether it has their label, speaks of a school, has a NAM's label or others' names."""

    def __init__(self, page: Page, labelled: list[Candidate]) -> None:
        self._page = page
        self._label = bool(page.gates & _CUES.gate and next(iter(_CUES.find(page.flat, page.words)), None))
        self._school = SCHOOL_WORD.search(page.flat) is not None
        self._cues, self._names = NamCues(page), Names(page.flat)
        self._labelled = {_NOT_CODE.sub("", page.flat[one.start : one.end]) for one in labelled}
        self._known = {value[:_NAME] for value in self._labelled}

    def judge(self, token: re.Match[str]) -> tuple[float, str] | None:
        """What the words around a token make of it, and why; None if it is likely no code."""
        page, start = self._page, token.start()
        compact = _NOT_CODE.sub("", token[0])
        if compact in self._labelled:
            return 0.97, "corroboration:repeated"
        left = page.lower[max(0, start - _REACH) : start]
        at_once = AT_ONCE.search(left) is not None and (self._school or OF_PUPIL.search(left) is not None)
        named = self._names.fit(compact)
        if compact[:_NAME] in OTHER_LETTERS and not named:
            return None
        called = CALLED.search(left) is not None
        worded = not at_once and not (named and called) and is_word(compact)
        if worded or self._is_something_else(left, start, token.end()):
            return None
        reading = read_nam(compact.upper(), page.today)
        if reading is not None and (
            self._is_nam(reading, start, at_once=at_once) or self._is_its_nam(compact, reading, left)
        ):
            return None
        written = self._labelled and (page.text[start + _NAME].isdigit() or not _is_word(page, start))
        if is_everyday(compact[:_NAME]) and not (named or written or at_once):
            return None
        known = compact[:_NAME] in self._known
        if self._label and (reading is None or not reading.confirmed or known or named):
            return 0.97, "cue:near"
        if called and (named or self._school or self._is_pupils(compact, left)):
            return 0.9, "cue"
        if not self._school:
            return None
        spoken = CODES.search(page.flat, start - _FAR, start) is not None
        if named and (reading is None or spoken or SCHOLAR.search(page.flat[max(0, start - _FAR) : start])):
            return 0.85, "layout:name"
        if not says_little(left):
            return None
        if spoken:
            return 0.8, "cue:far"
        if HEXADECIMAL.fullmatch(compact) or OF_GROUP.search(left) or not AT_A_SCHOOL.search(page.flat):
            return None
        if reading is None:
            return 0.75, "cue:weak"
        near = SCHOOL_WORD.search(page.flat, start - _REACH, token.end() + _REACH)
        return (_DOUBTFUL, "cue:weak") if near else None

    def _is_pupils(self, compact: str, left: str) -> bool:
        """Whether it is a child's code, where no school is spoken of: of no thing of the child's, and no word."""
        return (
            OF_PUPIL.search(left) is not None
            and OF_THING.search(left) is None
            and not is_everyday(compact[:_NAME])
        )

    def _is_nam(self, reading: NamReading, start: int, *, at_once: bool) -> bool:
        """Whether a token that a NAM's date is in is likelier one."""
        if reading.confirmed and not self._label:
            return True
        if not self._cues.strong.cues or at_once:
            return False
        # "… son « code à 12 caractères » … : POIA81511420. Est-ce sa carte soleil?"
        asked = self._school and not reading.confirmed and CODES.search(self._page.flat, start - _FAR, start)
        return not asked or self._cues.strong.last_end(max(0, start - _FAR), start) > 0

    def _is_its_nam(self, compact: str, reading: NamReading, left: str) -> bool:
        """Whether a token is the NAM of whoever has a labelled code, by letters and date, or a card's right number."""
        if reading.confirmed and self._labelled and CARD.search(left[-_CARD_REACH:]):
            return True
        return any(
            compact[:_NAME] == other[:_NAME] and _births(other) & reading.births for other in self._labelled
        )

    def _is_something_else(self, left: str, start: int, end: int) -> bool:
        """Whether a thing's number or another code it is called, or a NAM's label stands before it."""
        page, cues = self._page, self._cues
        if OTHER_CODE.search(left) or is_things_number(page, _WITHOUT_CODE.sub("", left), end, far=True):
            return True
        label = cues.strong.last_end(max(0, start - _REACH), start)
        between = page.flat[label:start] if label else ""
        return bool(label) and "\n" not in page.lower[label:start] and not _TOKEN_LIKE.search(between)

    def listed(self, tokens: list[re.Match[str]], codes: list[Candidate]) -> Iterator[re.Match[str]]:
        """Those tokens beside which a code stands in a list, one after the other; linear: each gap is read twice."""
        spans = [(one.start, one.end, None) for one in codes] + [(*one.span(), one) for one in tokens]
        spans.sort(key=itemgetter(0))
        taken: set[int] = set()
        for row in (spans, spans[::-1]):
            beside: tuple[int, int] | None = None
            for start, end, token in row:
                if token is not None and start not in taken:
                    if beside is None or not self._is_next(token, *beside):
                        continue
                    taken.add(start)
                    yield token
                beside = start, end

    def _is_next(self, token: re.Match[str], start: int, end: int) -> bool:
        """Whether nothing but names, marks and words that tell whose it is stand between a token and a code, no card's either."""
        first, last = min(end, token.end()), max(start, token.start())
        if not first < last <= first + _APART or not links(self._page.lower[first:last]):
            return False
        reading = read_nam(_NOT_CODE.sub("", token[0]).upper(), self._page.today)
        other = _NOT_CODE.sub("", self._page.flat[start:end])
        return reading is None or token[0][:_NAME] != other[:_NAME] or not _births(other) & reading.births


def _births(compact: str) -> frozenset[date]:
    """The dates of birth that a code may hold."""
    day, month, year = (int(compact[at : at + 2]) for at in (4, 6, 8))
    century = 2000 if day > 62 else 1900
    try:
        return frozenset(
            (date(century + year, month - (50 if month > 50 else 0), day - (62 if day > 62 else 0)),)
        )
    except ValueError:
        return frozenset()


#: "Code" says here what it is, and a school's file is where it stands.
_WITHOUT_CODE: Final = compiled(
    r"(?<![a-z])(?:codes?|(?:school|student|pupil)(?:'s)? (?:files?|records?)|dossiers? (?:scolaires?|etudiants?|de l'eleve)"
    r"|matricules? (?:ministeriels?|de l'eleve)|releves? de notes|inscription|registration)(?![a-z])"
)


RECOGNIZER = PermanentCodeRecognizer()
