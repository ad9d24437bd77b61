"""Québec permanent code: the number of a pupil or student. It has a NAM's look and its bearer's birth date inside."""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueTable
from recognizers.labelled import GAP, LabelledRecognizer, form


def permanent_code(compact: str) -> bool:
    """Four letters, day (62 more when born after 1999), month (50 more for a woman), year, two figures (BCI, Concordia)."""
    day, month = int(compact[4:6]), int(compact[6:8])
    return 1 <= day - (62 if day > 62 else 0) <= 31 and 1 <= month - (50 if month > 50 else 0) <= 12


_CODE: Final = rf"(?!([a-z])\1{{3}})[a-z]{{4}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}"
_FORMS: Final = {"code": (form(_CODE, 0.95, permanent_code, failed=0.6),)}
_CUES: Final = CueTable(
    (
        ("code perm", "code", r"code perm(?:anent|\.)?"),
        ("code-perm", "code", r"code-perm(?:anent)?"),
        ("codes perm", "code", r"codes perm(?:anents)?"),
        ("permanent code", "code", r"permanent code"),
        ("perm code", "code", r"perm code"),
        ("perm. code", "code", r"perm\. code"),
        ("cod. perm", "code", r"cod\. perm(?:anent|\.)?"),
        ("codeperm", "code", r"codeperm(?:anent)?"),
        ("mees", "code", r"mees", r"(?<![a-z])codes? (?:du )?"),
        ("mees", "code", r"mees code"),
        ("code etudiant", "code", r"code etudiant"),
        ("code d", "code", r"code d(?:e l'|u |'une? )(?:etudiante?|eleve)"),
        ("student code", "code", r"student code"),
    ),
    words="code codes perm student codepermanent mees",
)
RECOGNIZER = LabelledRecognizer("permanent-code", "CA_QC_PERMANENT_CODE", _CUES, _FORMS)
