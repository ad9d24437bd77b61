"""Birth dates in brackets between a name and what is to be done with a file: "Léa Roy (04/07/1950) - file to be opened"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate, date_before
from recognizers.cues import gate
from recognizers.everyday import is_full_name
from recognizers.known_plain import NUMBERED
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Closed on pages where no file is spoken of behind a figure.
FILED: Final = gate(
    """file record chart profile registration enrolment enrollment dossier fiche inscription profil carte card""".split(),
    stands=NUMBERED,
    before=34,
)
_DOSSIER: Final = r"(?:dossier|fiche|inscription|profil|carte)"
_FILE: Final = r"(?:file|record|chart|profile|registration|enroll?ment|card)"
#: What is to be done, right behind the bracket.
_TO_DO: Final = compiled(
    r"\) ?[-:,;>]{1,2} ?(?:(?:please|pls|svp|veuillez|merci de|merci d') ?)?"
    rf"(?:(?:(?:new|his|her|the|a|le|la|un|une|son|sa|nouveau|nouvelle) )?(?:{_FILE}|{_DOSSIER}) "
    r"(?:(?:is |needs |has |still |est |reste |doit |encore )?(?:to (?:be )?|must be |should be |a |etre )"
    r"(?:open|creat|updat|complet|clos|transfer|merg|review|renew|verif|ouvr|ouver|cre|mettre|mis|ferm|fusion|renouvel|revis)[a-z]*)"
    r"|(?:open|create|update|complete|close|transfer|merge|renew|opening|creation|ouvrir|creer|mettre a jour|completer|fermer"
    r"|transferer|fusionner|renouveler|ouvrez|creez|ouverture|mise a jour)"
    r"(?: (?:of|de|du|d'un|an?|the|his|her|new|le|la|un|une|son|sa|nouveau|nouvelle)){0,2}"
    rf" (?:{_FILE}|{_DOSSIER}))(?![a-z])"
)
#: The words that end before the bracket, of which the last two or three may be a name.
_WORDS: Final = compiled(
    r"(?<![a-z'-])(?:([a-z][a-z'-]{1,20}) )?([a-z][a-z'.-]{1,20} [a-z][a-z'-]{1,20}) ?\(\Z"
)
_NAME_REACH: Final = 68
#: A file may be opened on a day that it bears: not on one of so long ago.
_LIFE: Final = timedelta(days=15 * 365)


def filed(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates in brackets behind a name, of long ago, that a file's task follows. Linear: a look at each bracket."""
    for task in _TO_DO.finditer(page.lower):
        read = date_before(page, flat, task.start())
        if read is None or any(page.today - day < _LIFE for day in read[1].days):
            continue
        first, written = read
        at = first + written.start
        words = _WORDS.search(page.lower, max(0, at - _NAME_REACH), at)
        if words and (is_full_name(words[2]) or (words[1] and is_full_name(f"{words[1]} {words[2]}"))):
            yield candidate(first, written, 0.65, ("pattern", "layout:name"))
