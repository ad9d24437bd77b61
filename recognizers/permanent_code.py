"""Québec permanent code: the number of a pupil or student. It has a NAM's look and its bearer's birth date inside.

A label right before it or behind it makes one, even with a slip. Where a label stands anywhere on the page, where a school is
spoken of and it is called somebody's "code", or where a pupil's name fits its letters, the date inside must be right, and
no NAM's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.around import alternatives, words
from recognizers.cues import CueTable, gate
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import letters_of
from recognizers.labelled import GAP, LabelledRecognizer, form
from recognizers.nam_cues import NamCues
from recognizers.nam_number import read_nam
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


#: Four times the same letter, or the first of the alphabet, show how a code looks.
_CODE: Final = (
    rf"(?!([a-z])\1{{3}}|abcd)[a-z]{{4}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}"
)
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
        ("permanent num", "number", r"permanent number"),
        ("permanent", "number", r"permanent", r"(?<![a-z])(?:numero|no|n\^) "),
        ("ministry code", "number", r"ministry code"),
        ("code du ministere", "number", r"code du ministere"),
        ("code m", "number", r"code me(?:q|es|esr|lq|ls|qs)(?![a-z])"),
    ),
    words="code codes perm student codepermanent mees permanent permanant ministry",
)
_TOKEN: Final = compiled(rf"(?<![a-z0-9])(?<![0-9][-./]){_CODE}(?![a-z0-9])(?![-./][0-9a-z])")
#: Right behind a label and before a number: an error's, a lock's.
_SLIP: Final = compiled(r"(?<![a-z])(?:erreurs?|errors?|combo|cadenas|locker)[ :#(]{1,3}\Z")
_NOT_CODE: Final = compiled("[^a-z0-9]")
_LETTERS: Final = 7
_NAME: Final = 4
_REACH: Final = 80
#: Words of schools and of who goes there.
_SCHOOL: Final = words(
    """ecole ecoles scolaire scolaires cegep cegeps college colleges universite universites university uqam ulaval school
    schools bulletin bulletins eleve eleves etudiant etudiante etudiants etudiantes student students pupil pupils prof profs
    professeur professeure enseignant enseignante teacher teachers secondaire polyvalente diplome diplomes diploma transcript
    transcripts notes francisation omnivox maternelle kindergarten etudes studies education graduation mozaik moodle
    pluriportail registrar registraire mcgill concordia polytechnique"""
)
_AT_SCHOOL: Final = gate(_SCHOOL)
_SCHOOL_WORD: Final = compiled(rf"(?<![a-z])(?:{alternatives(_SCHOOL)})(?![a-z])")
_SCHOLAR: Final = compiled(r"(?<![a-z])(?:eleves?|etudiante?s?|students?|pupils?)(?![a-z])[^.!?]{0,200}\Z")
#: "mon code", "le code de ma fille", "the code on my report card", a field of that name; and not "code d'erreur", "promo code".
_CALLED: Final = compiled(
    r"(?:(?<![a-z])(?:mon|ma|son|le|leurs?|notre|ses|mes|les|un|my|his|her|the|their|our|a|is|est|ecole|scolaire|school|for|pour)"
    r"|[:;,.(\n-]|\A) ?codes?(?![a-z0-9])"
    r"(?! (?:promo|postal|barres|qr|source|pin|zip|wi-?fi|civil|review|sms)(?![a-z])| a barres)"
    r"(?! (?:d'|de |du |des |de l'|of |for |pour |to )(?!(?:mon|ma|mes|son|sa|ses|leurs?|notre|nos|l'|la |le |my|his|her"
    r"|their|our|the"
    r"|this|une?|cet|cette)?[ ]?(?:(?:petit|petite|plus|vieille|vieux|jeune|oldest|youngest|ma|mon|my) ?){0,2}"
    r"(?:fils|fille|gars|enfant|garcon|conjointe?|mari|femme|soeur|frere|son|daughter|kid|child|boy|girl|wife|husband|sister"
    r"|brother|niece|neveu|nephew|eleve|etudiante?|student|pupil|cegep|ecole|school|universite|university|l'ecole|jeune|vieux"
    r"|vieille|oldest|youngest|ministere|ministry|inscription|registration|admission)s?(?![a-z])))"
    r"(?:[^0-9.!?;]|(?<![0-9])[0-9]{1,2}(?![0-9])){0,60}\Z"
)
#: Right before: it is another code.
_OTHER_CODE: Final = compiled(
    r"(?<![a-z])codes? ?(?:d'|de |du |promo|postal|a barres|barres|qr|pin|of )[a-z' ]{0,32}[ :=#]{1,3}\Z"
    r"|(?<![a-z])(?!ministry|school|student|permanent|permanant|perm|my|his|her|the|their|our|mees|mon|son|le|ce|is|no)[a-z]{3,14}"
    r"[ -]codes?[ :=#]{1,3}(?:is )?(?:[a-z]{4}[0-9 .-]{8,12}, ?){0,4}\Z"
)
#: Between a NAM's label and a code: the label has a number of its own.
_TOKEN_LIKE: Final = compiled(r"[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{2}[0-9a-z][0-9](?![0-9a-z])")


class PermanentCodeRecognizer(LabelledRecognizer):
    """Proposes CA_QC_PERMANENT_CODE. Linear: labels are followed within a fixed reach, each cluster of figures is read once."""

    def __init__(self) -> None:
        super().__init__("permanent-code", "CA_QC_PERMANENT_CODE", _CUES, _FORMS)
        self.gate = _CUES.gate | _AT_SCHOOL

    def find(self, page: Page) -> Iterable[Candidate]:
        """The codes of the page: labelled ones, and those that the page's words make likely."""
        if not page.clusters or not page.gates & self.gate:
            return
        labelled = [
            one
            for one in super().find(page)
            if not _SLIP.search(page.flat, max(0, one.start - 24), one.start)
        ]
        yield from labelled
        taken = {one.start for one in labelled}
        written = [found for found in _written(page) if found not in taken]
        if written:
            yield from self._likely(page, written, labelled)

    def _likely(self, page: Page, written: list[int], labelled: list[Candidate]) -> Iterator[Candidate]:
        label = page.gates & _CUES.gate and next(iter(_CUES.find(page.flat, page.words)), None)
        school = page.gates & _AT_SCHOOL and _SCHOOL_WORD.search(page.flat)
        cues, names = NamCues(page), _Names(page.flat)
        values = {_NOT_CODE.sub("", page.flat[one.start : one.end]) for one in labelled}
        known = {value[:_NAME] for value in values}
        for start in written:
            found = _TOKEN.match(page.flat, start)
            if found is None:
                continue
            compact = _NOT_CODE.sub("", found[0])
            if compact in values:
                yield self._one(found.span(), 0.97, "corroboration:repeated")
                continue
            left = page.lower[max(0, start - _REACH) : start]
            if _is_something_else(page, cues, compact, left, found.span()):
                continue
            reading = read_nam(compact.upper(), page.today)
            named = names.fit(compact)
            if reading is not None and (cues.strong.cues or (reading.confirmed and not label)):
                continue
            if is_everyday(compact[:_NAME]) and not named and not labelled:
                continue
            if label and (reading is None or not reading.confirmed or compact[:_NAME] in known or named):
                score, why = 0.97, "cue:near"
            elif _CALLED.search(left) and (named or school):
                score, why = 0.9, "cue"
            elif (
                named
                and school
                and (reading is None or _SCHOLAR.search(page.flat[max(0, start - 240) : start]))
            ):
                score, why = 0.85, "layout:name"
            else:
                continue
            yield self._one(found.span(), score, why)

    def _one(self, span: tuple[int, int], score: float, why: str) -> Candidate:
        return Candidate("CA_QC_PERMANENT_CODE", *span, score, self.id, ("pattern", why, "check-digit"))


def _written(page: Page) -> Iterator[int]:
    """Where something begins that is written as a code with a right date."""
    for start, end in page.clusters:
        found = _TOKEN.search(page.flat, max(0, start - _LETTERS), end + 1)
        while found:
            compact = _NOT_CODE.sub("", found[0])
            if permanent_code(compact) and not _is_to_come(compact, page.today.year):
                yield found.start()
            found = _TOKEN.search(page.flat, found.end(), end + 1)


def _is_to_come(compact: str, this_year: int) -> bool:
    """Whether its bearer would be born after this year."""
    return int(compact[4:6]) > 62 and 2000 + int(compact[8:10]) > this_year


def _is_something_else(page: Page, cues: NamCues, compact: str, left: str, span: tuple[int, int]) -> bool:
    """Whether a thing's number or another code it is called, a NAM's label stands before it, or its letters are a word."""
    start, end = span
    if _OTHER_CODE.search(left) or cues.is_word(compact):
        return True
    if is_things_number(page, _WITHOUT_CODE.sub("", left), end, far=True):
        return True
    label = cues.strong.last_end(max(0, start - _REACH), start)
    between = page.flat[label:start] if label else ""
    return bool(label) and "\n" not in page.lower[label:start] and not _TOKEN_LIKE.search(between)


#: "Code" says here what it is.
_WITHOUT_CODE: Final = compiled(r"(?<![a-z])codes?(?![a-z])")


class _Names:
    """The words of a page by their first three letters, so that a page full of codes is read once."""

    def __init__(self, flat: str) -> None:
        self._said = letters_of(flat.replace("'", "")).split()
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._said):
            places = self._places.setdefault(word[:3], [])
            if len(word) > 2 and len(places) < _MOST_LOOKS:
                places.append(at)

    def fit(self, compact: str) -> bool:
        """Whether a word begins with the three letters of the surname, and one near that with the given name's: none everyday."""
        given, letters, said = compact[3], compact[:_NAME], self._said
        return any(
            said[at] != letters
            and _may_be_name(said[at])
            and any(
                word[0] == given and word != letters and _may_be_name(word)
                for word in (*said[max(0, at - _BESIDE) : at], *said[at + 1 : at + 1 + _BESIDE])
            )
            for at in self._places.get(compact[:3], ())
        )


def _may_be_name(word: str) -> bool:
    return is_name(word) or not is_everyday(word)


_MOST_LOOKS: Final = 12
_BESIDE: Final = 3

RECOGNIZER = PermanentCodeRecognizer()
