"""Driver's licences: Québec's and Ontario's hold the birth date, the other provinces' are told by their label alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.cues import CueTable
from recognizers.digits import ClusterLook
from recognizers.labelled import GAP, LabelledRecognizer, form
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled


def quebec(compact: str) -> bool:
    """Letter of the surname, four figures, day, month, year (two figures each), two more figures (SAAQ)."""
    return len(compact) == 13 and _is_day(compact[5:7], compact[7:9])


def ontario(compact: str) -> bool:
    """Letter and fourteen figures, the last six of which are year, month (50 more for a woman) and day."""
    return len(compact) == 15 and _is_day(compact[13:15], f"{int(compact[11:13]) % 50:02d}")


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


_QUEBEC: Final = rf"[a-z][0-9]{{4}}{GAP}[0-9]{{6}}{GAP}[0-9]{{2}}"
_ONTARIO: Final = rf"[a-z][0-9]{{4}}{GAP}[0-9]{{5}}{GAP}[0-9]{{5}}"
_FORMS: Final = {
    "office": (form(_QUEBEC, 0.95, quebec, failed=0.45), form(_ONTARIO, 0.95, ontario)),
    "licence": (
        form(_QUEBEC, 0.95, quebec, failed=0.45),
        form(_ONTARIO, 0.95, ontario, failed=0.45),
        form(r"[a-z]{5}[ -]?[0-9]{9}|[a-z][0-9]{9}|[a-z]{2}-?[a-z]{2}-?[a-z]{2}-?[a-z][0-9]{3}[a-z]{2}", 0.8),
        form(r"[0-9]{6}-[0-9]{3}|[0-9]{5,9}", 0.65),
    ),
}
_NUMBER: Final = r"(?: ?(?:no|num|numero|number|n\^|#|:|est|is)(?![a-z]))"
#: Not somebody else's, nor of another kind: permis de travail, permis du pharmacien, permis des aliments.
_PERMIS: Final = r"permis(?! (?:d[eu] (?!cond|(?:mon|ma|son|sa|notre) )|des |d'))"
_NUMBER_OF: Final = (
    r"(?:no|num|numero|n\^)[. ]{0,2}(?:de |du |de mon |de son )|(?:reference|dossier) (?:de |du )"
)
#: The number follows at once: "permis RBQ 5678…" is a builder's.
_AT_ONCE: Final = r"(?=(?:[ :#=,(]|no|num|numero|n\^|est|c'est|le)*+[a-z]{0,5}[0-9])"
_CUES: Final = CueTable(
    (
        ("permis de cond", "licence", r"permis de cond(?:uire|\.)?"),
        ("permis cond", "licence", r"permis cond(?:uire|\.)?"),
        ("permis", "licence", _PERMIS + _AT_ONCE, _NUMBER_OF),
        ("permis", "office", _PERMIS, rf"{_NUMBER_OF}|(?:no|num|numero|n\^|#|mon|son|le|du)[. ]{{0,2}}"),
        ("permis", "office", r"permis ?(?:no|num|numero|n\^|#|:|=|est)(?![a-z])"),
        ("permis", "office", rf"permis(?= [a-z][0-9]{{4}}{GAP}[0-9]{{6}}{GAP}[0-9]{{2}}(?![0-9]))"),
        ("saaq", "office", r"saaq ?(?:no|numero|n\^|#|:)? ?(?![a-z]{2})"),
        ("driver", "licence", r"driver'?s?'? ?licen[cs]e"),
        ("driving lic", "licence", r"driving licen[cs]e"),
        ("licence num", "office", r"licence num(?:ber)?"),
        ("license num", "office", r"license num(?:ber)?"),
        ("dl ", "licence", rf"dl{_NUMBER}", r"(?<![a-z])"),
        ("licen", "office", r"licen[cs]e ?(?:no|num|number|#|:|=|is)(?![a-z])"),
        ("licen", "office", r"licen[cs]e", r"(?<![a-z])(?:my|his|her|their) "),
        ("dl", "office", r"dl(?=[ ,]{1,2}[a-z][0-9]{4})", r"(?<![a-z])"),
        ("dl#", "licence", r"dl#", r"(?<![a-z])"),
        ("dl:", "licence", r"dl:", r"(?<![a-z])"),
    ),
    words="permis saaq driver drivers driving licence license dl",
)
_BARE: Final = compiled(r"(?<![0-9])(?:[0-9]{4}-[0-9]{6}-[0-9]{2}|[0-9]{4}-[0-9]{5}-[0-9]{5})(?![0-9a-z-])")
#: The same in a shape.
_GROUPS: Final = re.compile(b"0000 (?:000000 00|00000 00000)")


#: A permit to do something else, right before.
_OTHER_PERMIT: Final = compiled(
    r"(?:permis (?:de |d')(?!cond)[a-z]+|(?:building|fishing|hunting|work|software) (?:permit|licen[cs]e))[ :#.]{0,3}"
    r"(?:no|num|numero|number)?[ :#.]{0,3}$"
)


#: A member of a professional order, whose permit to practise follows.
_PROFESSIONAL: Final = compiled(
    r"(?<![a-z])(?:dre?|docteure?|doctor|medecin|physician|infirmi(?:er|ere)|nurse|pharmacien(?:ne)?|pharmacist|dentiste?"
    r"|optometriste?|cmq|oii(?:q|aq)|opq|odq)(?![a-z])[^\n]{0,40}(?:permis|licen[cs]e)[^\n]{0,16}$"
)


class DriverLicenseRecognizer(LabelledRecognizer):
    """Labelled licences, and those of Québec and Ontario whose hyphens and date leave no doubt."""

    def __init__(self) -> None:
        super().__init__("driver-license", "CA_QC_DRIVER_LICENSE", _CUES, _FORMS)
        self.gate |= _may_be_hyphenated.gate

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every licence on the page."""
        labelled = [one for one in super().find(page) if not _is_of_practice(page, one)]
        hyphenated = page.clusters_that(_may_be_hyphenated)
        return [*labelled, *self._hyphenated(page, hyphenated)] if hyphenated else labelled

    def _hyphenated(self, page: Page, clusters: Iterable[tuple[int, int, int]]) -> Iterator[Candidate]:
        for start, end, _ in clusters:
            if not (found := _BARE.search(page.lower, start, end)):
                continue
            first = found.start() - 1
            if (
                first < 0
                or not page.lower[first].isalpha()
                or page.lower[max(0, first - 1) : first].isalnum()
            ):
                continue
            compact = page.lower[first : found.end()].replace("-", "")
            if _OTHER_PERMIT.search(page.lower, max(0, first - 40), first):
                continue
            if quebec(compact) or ontario(compact):
                yield Candidate("CA_QC_DRIVER_LICENSE", first, found.end(), 0.6, self.id, ("pattern", "date"))


def _is_of_practice(page: Page, one: Candidate) -> bool:
    """Whether figures that no rule checks are called a health professional's permit: "Dr Roy, no de permis 12345"."""
    left = page.lower[max(0, one.start - 80) : one.start]
    return one.score < 0.7 and "cond" not in left and "driv" not in left and bool(_PROFESSIONAL.search(left))


@ClusterLook
def _may_be_hyphenated(around: bytes) -> bool:
    """Whether figures stand in groups as the licences of Québec and Ontario have them, a hyphen between."""
    return _GROUPS.search(around) is not None


RECOGNIZER = DriverLicenseRecognizer()
