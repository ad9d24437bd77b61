"""Birth dates in the records of machines and clerks: fields of HL7, of claims and of family trees that hold one; and dates
that another field of a segment holds; one birth in two versions, as logs tell them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_cells import in_window
from recognizers.cues import gate, vocabulary
from recognizers.inserted import INSERTS, inserted_into, inserted_under
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.segments import PATIENTS, field_of, fields
from recognizers.told_columns import HEAD_OF_BIRTH
from recognizers.x12 import elements, has_marks, is_element

#: The fields of HL7 that hold a date of birth, by the segment: the patient's, a relative's, a guarantor's, the insured's.
_BIRTHS: Final = {"pid": 7, "nk1": 16, "gt1": 8, "in1": 18}
#: A family tree in the form that programs exchange.
_TREE: Final = compiled(r"(?<![^\n])[ >]{0,3}1 birt(?: y)?[ \r]{0,3}\n[ >]{0,3}2 date ")
_TREES: Final = vocabulary(("birt",))
#: What insurers and hospitals exchange: the demographics of X12, "DMG*D8*19600203*F~", and EDIFACT's date of birth.
_DEMOGRAPHICS: Final = {("dmg", 1, "d8"): 2}
_OF_EDIFACT: Final = compiled(r"(?<![a-z0-9])dtm\+329:(?=[0-9]{8}(?![0-9]))")
_SEGMENTS: Final = vocabulary(("dmg", "dtm"))
#: Closed on pages without such records.
RECORDS: Final = gate(PATIENTS | _TREES | _SEGMENTS)
#: Closed on pages without elements of EDIFACT or rows of SQL.
_HELD: Final = gate({"dtm"} | INSERTS)
_EIGHT: Final = 8
#: A day of HL7 with an hour behind it: of a birth, mostly zeros.
_WITH_HOUR: Final = compiled(
    r"(?:18|19|20)[0-9]{6}(?=[0-2][0-9][0-5][0-9](?:[0-5][0-9](?:\.[0-9]{1,4})?)?(?:[+-][0-9]{4})?(?![0-9]))"
)
#: The other days of EDIFACT: of a service, of what was paid.
_OTHER_SEGMENT: Final = compiled(r"(?<![a-z0-9])dtm\+(?!329)[0-9]{1,3}:\Z")
_SEGMENT_REACH: Final = 16
_DATE: Final = 24
#: Segments whose names are words, too: of HL7 only where a message's head or a patient stands beside them.
_WORDS: Final = frozenset(("acc", "orc", "fac", "sch", "err"))
_HEADS: Final = vocabulary(("msh", "pid"))
#: In a patient's segment, whichever the field: a date right behind somebody's name, or before a sex.
_NAME_FIELD: Final = compiled(r"\|[a-z' -]{2,30}\^[a-z'^ -]{2,30}\|{1,2}\Z")
_SEX_FIELD: Final = compiled(r"\|{1,2}[mf] ?(?:[|\r\n]|\Z)")
_REACH: Final = 60
#: One birth in two versions, "dob mismatch: request=1937-11-02 registry=1951-04-30": which of them, or where it was found.
_VERSION: Final = (
    r"(?:requests?|requested|requete|demandee?|regist(?:ry|re|er)|source|src|target|cible|dest|dst|old|new|prev(?:ious)?|curr(?:ent)?"
    r"|before|after|avant|apres|ancien(?:ne)?|nouve(?:au|lle)|expected|actual|attendue?|obtenue?|recue?|received|sent|envoyee?"
    r"|found|got|trouvee?|db|bd|file|fichier|dossier|record|form|formulaire|input|saisie?|stored|system|systeme|local|remote|left"
    r"|right|was|now)"
)
_NAMED: Final = rf"[\"']?{_VERSION}(?:[_-]?(?:value|val|dob|ddn|valeur))?"
_KEY: Final = rf"{_NAMED}[\"']? ?[=:] ?[\"']?"
#: Between the label and the first: what is said of the two, or a key as machines write one.
_FIRST: Final = compiled(
    r"[\"':,]{0,3} {0,2}(?:(?:mis-?match|no match|do(?:es)? not match|differs?|diff|differences?|discrepancy|conflict"
    r"|(?:check )?failed|changed|updated?|ecart|divergence|conflit|incoherence|different|modifie) ?[ :;,(-]{1,3}"
    rf"{_KEY}|{_NAMED}(?: ?= ?[\"']?|[\"'] ?: ?[\"']))\Z"
)
_SECOND: Final = compiled(rf"[\"']?(?: ?[,;/|] ?| (?:(?:vs\.?|et|and|->|=>) )?){_KEY}(?=[0-9])")
_VERSIONS: Final = compiled(rf"(?<![a-z]){_KEY}[0-9]{{1,4}}[-/.]?[0-9]{{1,2}}[-/.]?[0-9]{{1,4}}\Z")
_VERSION_REACH: Final = 48
_MARKS: Final = ("=", ":", '"', "'", " ")
#: A field of a form in HTML, behind its label: `<label>Né le</label><input type="text" value="1985-04-12">`.
_INPUT: Final = compiled(
    r"(?:</[a-z0-9]{1,10}>\s{0,12})?(?:<[a-z0-9]{1,10}>\s{0,12}){0,2}"
    r"<input(?: [a-z-]{1,20}(?:=\"[^\"<>]{0,40}\")?){0,8} value=\"$"
)
#: What a log says of a field: "Date of birth changed from '' to '1985-04-12'".
_CHANGED: Final = compiled(
    r"^[\"')\]]{0,2} (?:(?:was|has been|is|a ete|est) )?"
    r"(?:changed|updated|modified|corrected|amended|modifiee?|changee?|corrigee?) (?:from|de) "
    r"(?P<quote>[\"'])?(?:null|none|vide|blank|empty|n/a)?(?(quote)[\"']) (?:to|a|par|vers) (?=[\"']?$)"
)


def in_fields(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates in the fields of HL7 and of claims, and of a family tree's lines, that hold a date of birth."""
    for start, end in fields(page, _BIRTHS):
        if timed := _WITH_HOUR.match(flat, start, end):
            end = timed.end()
        yield from in_window(page, flat, start, end, ("cue:column",), 0.93)
    if not _SEGMENTS.isdisjoint(page.words):
        days = [(dated.end(), dated.end() + _EIGHT) for dated in _OF_EDIFACT.finditer(page.lower)]
        for start, end in (*elements(page, _DEMOGRAPHICS), *days):
            yield from in_window(page, flat, start, end, ("cue:column",), 0.93)
    if _TREES.isdisjoint(page.words):
        return
    for born in _TREE.finditer(page.lower):
        end = page.line_end(born.end(), _DATE)
        yield from in_window(page, flat, born.end(), end, ("cue:column",), 0.93)


def _is_under_other_name(page: Page, start: int) -> bool:
    """Whether page.lower[start:] stands in a row of SQL under another column than that of births, which the row has."""
    under, into = inserted_under(page, start), inserted_into(page, start)
    return (
        into is not None
        and not HEAD_OF_BIRTH.search(under)
        and any(HEAD_OF_BIRTH.search(name) for name in into[1])
    )


def is_of_record(page: Page, one: Candidate) -> bool:
    """Whether a date that no label calls a birth stands in a field, an element or a column that holds none."""
    if not (page.gates & _HELD or has_marks(page)):
        return False
    if is_element(page, one.start) or _OTHER_SEGMENT.search(
        page.lower, one.start - _SEGMENT_REACH, one.start
    ):
        return True
    if _is_under_other_name(page, one.start):
        return True
    field = field_of(page.lower, one.start)
    if field is None or (field[0] in _WORDS and _HEADS.isdisjoint(page.words)):
        return False
    return field[1] != _BIRTHS.get(field[0]) and not (
        field[0] == "pid"
        and (
            _SEX_FIELD.match(page.lower, one.end)
            or _NAME_FIELD.search(page.lower, one.start - _REACH, one.start)
        )
    )


def leads_to_first(page: Page, gap: str, end: int) -> bool:
    """Whether the key of a version, and what is said of the two, is all between a label and a date, and the second follows."""
    return (
        gap.endswith(_MARKS)
        and _FIRST.fullmatch(gap) is not None
        and _SECOND.match(page.lower, end) is not None
    )


def leads_to_second(page: Page, start: int, end: int) -> bool:
    """Whether the key of a version is all of lower[start:end], behind a date that has one."""
    return (
        page.lower.endswith(_MARKS, start, end)
        and (found := _SECOND.match(page.lower, start)) is not None
        and found.end() == end
        and _VERSIONS.search(page.lower, start - _VERSION_REACH, start) is not None
    )


def without_field(gap: str, kind: str) -> str:
    """The gap between a cue of some kind and its date, with a colon in place of what a form or a log puts there."""
    if kind == "label":
        gap = _CHANGED.sub(lambda found: ":".ljust(len(found[0])), gap)
    return _INPUT.sub(lambda found: ":".ljust(len(found[0])), gap)
