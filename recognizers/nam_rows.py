"""Codes of a NAM's form in what machines and clerks write, told by their own row: a catalogue's word behind them, the readings of
a station, the lessons of a timetable or the marks of a report, the name of a machine's file.

"1  COUS 7956 1830  Coussin lombaire  40,68", "STAT 2406 1245  -4.0  70", "BIOL 8752 1218 local B-204 lun",
"/out/SORT06071245.dat".
"""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.everyday import is_everyday, is_name
from recognizers.nam_codes import SERIES_REACH, codes_near, is_right, series
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_nouns import PERSONS
from recognizers.nam_prefixes import may_be_of_late
from recognizers.nam_things import OF_A_CARD, SAYS_NOTHING, begins_surname, is_nobodys
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: The word right behind a code; no kin ("beau-frère").
_WORD_BEHIND: Final = compiled(
    r"[ \t]{1,12}(?:[-:|;,\u2013\u2014] ?)?([a-z]{4,20})"
    r"(?![a-z']|-(?:freres?|soeurs?|peres?|meres?|fils|filles?|parents?)(?![a-z]))"
)
#: All that stands before it on its row: nothing, or how many.
_ROW_BEGINS: Final = compiled(
    r"(?:\A|\n)[ >|*\u2022-]{0,6}(?:[0-9]{1,5}[.)]?(?: ?x)?[ \t|;,]{1,10})?\Z|[,;:] ?[0-9]{1,5} ?x ?\Z"
)
_QUANTITY: Final = 24
#: So many codes with the same letters are a station's or a machine's, if each row has nothing but figures; of letters that begin
#: nobody's name so many are.
_SERIES: Final = 3
_NOBODYS_SERIES: Final = 2
_READINGS: Final = compiled(r"[ \t;,|]+(?=[^a-z\n]*[0-9])[-+0-9.,:;/%|()\t ]{1,80}(?=\r?\n|\Z)")
#: What is taught: the codes of lessons begin with the first letters of these.
_TAUGHT: Final = frozenset(
    subject[:NAME_LENGTH]
    for subject in words(
        """
        accounting administration algebre algebra anglais anthropologie anthropology architecture arts astronomie astronomy
        biologie biology biochimie business calcul calculus chemistry chimie communication comptabilite computer
        cinema civilisation
        criminologie dance danse dessin drama droit economie economics education english engineering espagnol ethique ethics
        finance francais french geographie geography geologie geology geometrie gestion gymnastique histoire history informatique
        kinesiologie kinesiology latin linguistique linguistics litterature literature management marketing mathematiques
        mathematics mecanique medecine microbiologie musique music nursing nutrition philosophie philosophy physique physics
        phys politique politics programmation psychologie psychology sciences science secourisme sociologie sociology spanish
        statistiques statistics technologie technology theatre theologie univers univ
        """
    )
)
#: Where lessons are told, and where they may be.
_OF_SCHOOL: Final = compiled(
    r"(?<![a-z])(?:(?<!au )(?<!en )cours|courses?|timetables?|semesters?|semestres?|bulletins?|transcripts?|report cards?"
    r"|releves? de notes|ecole|school|cegep|universit[a-z]{1,3}|profs?|professeure?s?|teachers?|lessons?|lecons?)(?![a-z])"
)
_MAYBE_OF_SCHOOL: Final = compiled(
    r"(?<![a-z])(?:horaires?|schedules?|sessions?|terms?|grades?|marks?|exams?|examens?|local|locaux|credits?|etudiante?s?"
    r"|students?|eleves?)(?![a-z])"
)
_SCHOOL_REACH: Final = 200
#: A mark right behind a lesson: "78 %", "B+".
_MARK: Final = compiled(
    r"[ :=,(-]{1,4}(?:[0-9]{1,3}(?:[.,][0-9])? ?(?:%|/ ?(?:100|20|10)(?![0-9]))|[a-e][+-](?![a-z0-9]))"
)
#: Behind it, what says that it is a blood group, or how much somebody cannot do any more.
_OF_A_BODY: Final = compiled(
    r"[ ,;:()-]{0,4}(?:[a-z]{1,8} ){0,2}\(?(?:sang|sanguin|blood|rh|rhesus|donn?eur|donor|invalid|handicap|disab|incapa)"
)
#: A room or a day right behind it.
_ROOM: Final = compiled(
    r"[ ,;:|(-]{1,4}(?:local|salle|room|rm|amphi|labo?|pavillon|building)(?![a-z]) ?[a-z]{0,2}-?[0-9]"
)
#: What machines name their files, and where they keep any.
_MACHINES_FILE: Final = compiled(
    r"(?:[_-][a-z0-9_-]{1,24})?\.(?:dat|log|bak|tmp|sql|gz|tgz|tar|edi|x12|hl7|dmp|bin|idx|out|err|old|ctl)(?![a-z0-9])"
)
_ANY_FILE: Final = compiled(r"(?:[_-][a-z0-9_-]{1,24})?\.[a-z][a-z0-9]{1,4}(?![a-z0-9])")
_PATHS: Final = ("/", "\\")
#: A page of a site.
_PAGE_OF_SITE: Final = compiled(r"\.(?:html?|php|aspx?|jsp)(?![a-z0-9])")
#: The key under which a machine writes a code of its own, and what may stand between that and the code.
_KEY: Final = compiled(
    r"(?:\A|[\s{,;<?&(\[\"'])(?P<key>[a-z]{2,16}(?:[_.-][a-z]{1,16}){0,3})(?:[\"']? ?: ?[\"']|[\"']?=[\"']?|>)\Z"
)
_KEY_PARTS: Final = compiled("[a-z]+")
_KEY_REACH: Final = 70
CODES_KEYS: Final = words(
    """code codes cd errcode errorcode codeerreur err error erreur errno seq sequence event evt evenement trace span session
    sess queue job task tache batch lot lots key pkey cle clef txn transaction tx build commit hash tag sku
    item serial serie device appareil rowid checksum etag token"""
)
#: Of these, those under which nobody's number is kept, whatever its letters.
_MACHINES_KEYS: Final = words(
    """errcode errorcode codeerreur errno trace span session sess queue job batch lot lots txn build commit hash serial checksum
    etag rowid"""
)


def is_of_rows(page: Page, start: int, code: str) -> bool:
    """Whether its row, or the rows around, say that the `code` in capitals at `start` is a thing's. Linear: a fixed reach."""
    letters, end = code[:NAME_LENGTH], start + len(code)
    return (
        (_is_described(page.lower, start, end, letters) and len(codes_near(page, start, end)) > 1)
        or _is_in_series(page, start, end, letters)
        or _is_lesson(page, start, end, letters)
    )


def _is_described(lower: str, start: int, end: int, letters: str) -> bool:
    """Whether the word right behind is an everyday one that the letters shorten: "COUS 7956 1830  Coussin lombaire".

    Where they begin a surname, too, nothing but a quantity may stand before it on its row.
    """
    behind = _WORD_BEHIND.match(lower, end)
    if behind is None or not (word := behind[1]).startswith(letters):
        return False
    if begins_surname(letters) and not _ROW_BEGINS.search(lower, start - _QUANTITY, start):
        return False
    return (
        is_everyday(word)
        and not is_name(word)
        and word not in words_in("surnames")
        and word not in SAYS_NOTHING
        and word not in OF_A_CARD
    )


def _is_in_series(page: Page, start: int, end: int, letters: str) -> bool:
    """Whether others near have the same letters, which begin nobody's name or stand in rows of figures.

    Where most have a right check digit they are a family's, or one day's patients.
    """
    if page.lower.count(letters, max(0, start - SERIES_REACH), end + SERIES_REACH) < _NOBODYS_SERIES:
        return False
    alike = series(page, start, end, letters)
    right = {one.written: one.right for one in alike}
    several = len(right)
    if 2 * sum(right.values()) > several:
        return False
    if several >= _NOBODYS_SERIES and is_nobodys(letters):
        return True
    return several >= _SERIES and all(_READINGS.match(page.lower, one.end) for one in alike)


def _is_lesson(page: Page, start: int, end: int, letters: str) -> bool:
    """Whether the letters begin a subject's name, and a mark, a room or another subject with a school's words tells a lesson.

    Without a mark, where all such numbers have a right check digit, they are people's.
    """
    if letters not in _TAUGHT:
        return False
    lower = page.lower
    mark = _MARK.match(lower, end)
    marked = mark is not None and _OF_A_BODY.match(lower, mark.end()) is None
    codes = codes_near(page, start, end)
    around = {one.written[:NAME_LENGTH] for one in codes}
    taught = around & _TAUGHT
    if not marked and (
        len(taught) == 1
        or 2 * len(taught) <= len(around)
        or all(one.right for one in codes if one.written[:NAME_LENGTH] in taught)
    ):
        return False
    first, last = max(0, start - _SCHOOL_REACH), end + _SCHOOL_REACH
    if _OF_SCHOOL.search(lower, first, last):
        return True
    return any(map(is_nobodys, taught)) and (
        marked
        or _ROOM.match(lower, end) is not None
        or _MAYBE_OF_SCHOOL.search(lower, first, last) is not None
    )


def key_before(lower: str, start: int) -> str:
    """The key under which a machine writes what begins at `start`; empty where none does."""
    found = _KEY.search(lower, max(0, start - _KEY_REACH), start)
    return found["key"] if found else ""


def is_keyed_code(page: Page, start: int, code: str) -> bool:
    """Whether a machine's key calls the `code` at `start`, in capitals and without a gap, its own: "no_seq=SEQN…".

    What begins as a common surname does only under a key of what machines alone count, "session=TREM…"; and not where the key
    names anybody or a card: "code_patient".
    """
    keys = _MACHINES_KEYS if begins_surname(code) else CODES_KEYS
    parts = frozenset(_KEY_PARTS.findall(key_before(page.lower, start)))
    return not keys.isdisjoint(parts) and OF_A_CARD.isdisjoint(parts) and PERSONS.isdisjoint(parts)


def is_machines_file(page: Page, start: int, code: str) -> bool:
    """Whether the `code` at `start`, in capitals and without a gap, names a file that machines write, or by letters that begin
    no surname one in a folder: "/out/SORT….dat".

    A right check digit behind a year that is not of late is a person's, whose card somebody keeps under an odd name.
    """
    lower = page.lower
    letters, end = code[:NAME_LENGTH], start + len(code)
    if _MACHINES_FILE.match(lower, end):
        return may_be_of_late(page, code) or not is_right(page, start)
    return (
        lower[max(0, start - 1) : start] in _PATHS
        and _ANY_FILE.match(lower, end) is not None
        and (
            not begins_surname(letters)
            or (letters in words_in("everyday") and _PAGE_OF_SITE.match(lower, end) is not None)
        )
    )
