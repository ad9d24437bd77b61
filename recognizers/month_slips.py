"""Names of months that are neither French nor English, or have a slip of the keyboard or the ear in them: "abril", "ocotbre".

Spanish, Portuguese, Italian, German and Dutch, Haitian Creole and Romanian: what is not spelled like French or English.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from recognizers.everyday import is_everyday
from recognizers.month_forms import MONTH
from recognizers.months import MONTHS
from recognizers.patterns import Ending, compiled

#: Names of months elsewhere, by how they are read.
_ELSEWHERE: Final = {
    name: read
    for read, names in {
        "jan": "enero ene gennaio gen januar januari janeiro janvye ianuarie",
        "feb": "febrero febbraio februar februari fevereiro fevriye februarie",
        "mar": "marzo marz marco maart martie",
        "avr": "abril abr aprile aprilie",
        "mai": "maggio mag maio mayo mia",
        "jun": "giugno giu juni junio junho iunie",
        "jul": "luglio lug juli julio julho iulie jiye",
        "aug": "agosto ago augustus",
        "sep": "septiembre setiembre settembre sett setembro set septanm septembrie",
        "oct": "oktober okt ottobre ott octubre outubro oktob octombrie",
        "nov": "noviembre novembro novanm noiembrie",
        "dec": "diciembre dicembre dic dezembro dezember dez desanm decembrie",
    }.items()
    for name in names.split()
}
#: Any month's name, for patterns.
ANY_MONTH: Final = f"(?:{MONTH}|{'|'.join(sorted(_ELSEWHERE, key=len, reverse=True))})"
_A_MONTH: Final = compiled(MONTH)
#: A year of two figures, behind a word.
_SHORT_YEAR: Final = compiled("[0-9]{2}(?<=[a-z ,.'][0-9]{2})(?![0-9])(?! ?(?:h[0-9 ]|:[0-9]|[-/.][0-9]))")
#: The last word before a year, with the day on its left or on its right.
_WORD_OF_DATE: Final = Ending(
    r"(?:([0-9])(?:er|ieme|eme|e|st|nd|rd|th)?[ .,-]{0,3}(?:de |d'|of )?)?(?<![a-z])"
    r"((?:[a-z]|0(?=[a-z]))[a-z01?\x7f]{2,10})\.?[ ,./-]{0,3}"
    r"(?:(?:de |of )?'?|([0-3]?[0-9])(?:st|nd|rd|th|er)?[ ,]{1,3}'?)$"
)
#: The same for a name within which a letter was lost, by its two parts: "15 nov mbre 1982", "Dec mber 15, 1982".
_IN_TWO: Final = Ending(
    r"(?:[0-9](?:er|e|st|nd|rd|th)?[ .,-]{1,3}(?:de |d'|of )?([a-z]{1,9}) ([a-z]{1,8})[ ,]{1,3}(?:de |of )?"
    r"|(?<![a-z])([a-z]{1,9}) ([a-z]{1,8}) {1,2}[0-3]?[0-9](?:st|nd|rd|th)?,? {1,2})$"
)
#: Figures that were read for letters: "28 ma1 1976".
_LOOK_ALIKES: Final = frozenset("01")
_LETTERS: Final = (str.maketrans("01", "oi"), str.maketrans("01", "ol"))
#: So far before its year a date begins.
_BEFORE_YEAR: Final = 26
#: What names of months are cut to, where it is not their first three letters.
_BEGINNINGS: Final = {"juin": "jun", "juillet": "jul"}
#: Long names are known in spite of two slips, the others of one.
_LONG: Final = 7
_SHORTEST: Final = 4
_LONGEST: Final = 11


def with_months(flat: str, years: Iterable[int], *, short: bool) -> str:
    """Flattened lower-case text with the beginnings of French or English names for such months, between a day and a year.

    `years` are those of four figures that belong to no date; `short`: any of two figures may be one, too. Offsets stay.
    """
    for year in years:
        flat = _with_month(flat, year, long=True)
    if short:
        for found in _SHORT_YEAR.finditer(flat):
            flat = _with_month(flat, found.start(), long=False)
    return flat


def _with_month(flat: str, year: int, *, long: bool) -> str:
    """The text with the beginning of a month's name before the year at `year`.

    Before a year of two figures, not `long`, an everyday word stays what it is.
    """
    before = _WORD_OF_DATE.search(flat, year - _BEFORE_YEAR, year)
    if (
        before
        and (before[1] or before[3])
        and not _A_MONTH.fullmatch(before[2])
        and (long or not is_everyday(before[2]))
        and (read := _read(before[2]))
    ):
        start, end = before.span(2)
        return flat[:start] + read.ljust(end - start) + flat[end:]
    if (
        not (before and before[1])
        and (parted := _IN_TWO.search(flat, year - _BEFORE_YEAR, year))
        and (read := _of_two(*(part for part in parted.groups() if part)))
    ):
        start, end = next(span for span in map(parted.span, (1, 3)) if span[0] >= 0)
        end = max(parted.end(2), parted.end(4))
        return flat[:start] + read.ljust(end - start) + flat[end:]
    return flat


def _read(word: str) -> str:
    """The beginning of the month's name that the word stands for, or ""."""
    if word.isalpha() or not _LOOK_ALIKES.intersection(word):
        return _ELSEWHERE.get(word) or _beginning(month_meant(word))
    for letters in _LETTERS:
        name = word.translate(letters)
        if found := _A_MONTH.fullmatch(name):
            return _beginning(found[0])
        if name.isalpha() and (meant := month_meant(name)):
            return _beginning(meant)
    return ""


def _of_two(first: str, last: str) -> str:
    """The beginning of the month's name that lost a letter between `first` and `last`, or ""."""
    length = len(first) + 1 + len(last)
    if length < _SHORTEST:
        return ""
    names = (name for name in MONTHS if len(name) == length)
    return next((_beginning(name) for name in names if name.startswith(first) and name.endswith(last)), "")


def _beginning(name: str) -> str:
    return _BEGINNINGS.get(name, name[:3])


@lru_cache(maxsize=1024)
def month_meant(word: str) -> str:
    """The name of the month that a folded, lower-case word is a slip of, or "": its first letter is always right."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    near = [(_slips(word, name), name) for name in sorted(MONTHS) if name[0] == word[0]]
    slips, name = min(near, default=(len(word), ""))
    return name if slips <= (2 if len(name) >= _LONG and len(word) >= _LONG - 1 else 1) else ""


def _slips(word: str, name: str) -> int:
    """How many letters are lost, added, changed or swapped with their neighbour."""
    earlier: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        previous, row = row, [i]
        for j, wanted in enumerate(name, 1):
            best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
        earlier = previous
    return row[-1]
