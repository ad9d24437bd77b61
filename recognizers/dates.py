"""Calendar dates as people write them in French and English: figures, words, labels; every reading that is possible.

The official Québec form is YYYY-MM-DD (OQLF, ISO 8601); day first and month first are both common, so that a date in
figures may have two readings. Patterns run on flattened text (`flatten`), in which line ends, quote marks and table
rules are spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from recognizers.nam_number import OLDEST, oldest_birth
from recognizers.spans import Spans

_FLAT: Final = bytes(32 if chr(code) in "\t\r\n>|*~`_\x0b\x0c\\" else code for code in range(128)) + bytes(
    range(128, 256)
)

MONTH: Final = (
    r"(?:jan(?:v|vi|vier|u|uary|vrier)?|f[e3](?:v|b(?!v))[a-z]{0,6}|mars?|march|avr[a-z]{0,3}|apr[a-z]{0,3}|mai|may|jui?n|june"
    r"|jui?ll?(?:et|let|e|y|ett)?|jui|aout?|aot|aug[a-z]{0,4}|sept?(?:e|em[a-z]{0,4}|t)?|setemb[a-z]{0,2}"
    r"|oct(?:o|ob[a-z]{0,2})?|nov(?:e|em[a-z]{0,4})?"
    r"|d[e3]c(?:e|em[a-z]{0,4})?)"
)
_MONTHS: Final = {
    "jan": 1, "fev": 2, "feb": 2, "f3v": 2, "mar": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5,
    "jun": 6, "jul": 7, "aou": 8, "aut": 8,
    "aot": 8, "aug": 8, "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "d3c": 12,
}  # fmt: skip
_CODES: Final = {
    "ja": 1, "fe": 2, "mr": 3, "al": 4, "ma": 5, "jn": 6, "jl": 7, "au": 8, "se": 9, "oc": 10, "no": 11, "de": 12,
}  # fmt: skip
_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii".split()
_NAMES: Final = {
    month: (
        *(stem for stem, number in _MONTHS.items() if number == month),
        *(
            f"{before}{code}{after}"
            for code, number in _CODES.items()
            if number == month
            for before in " -"
            for after in " -"
        ),
        *(("jui",) if month in (6, 7) else ()),
    )
    for month in range(1, 13)
}
_SEP: Final = r"(?: {0,6}[-/._,]{1,3} {0,8}| {1,8})"
_LOOSE: Final = r"(?: {0,6}[-/._,]{1,3} {0,8}| {0,8})"
_DAY: Final = r"([0-3]?[0-9])(?: ?(?:er|ere|ier|re|ieme|eme|e|st|nd|rd|th)(?![a-z]))?"
_YEAR: Final = r"('?[0-9]{4}|'?[0-9]{2})"
#: "19, December 21, 1959": 21 is no year.
_NO_YEAR_AFTER: Final = r"(?!th|st|nd|rd|[,.]? {0,3}(?:19|20)[0-9]{2}(?![0-9]))"
_NO_YEAR: Final = r"(?![ ,.]{1,3}(?:19|20)[0-9]{2}(?![0-9]))"
_END: Final = r"(?![0-9])(?! ?(?:h[0-9 ]|:[0-9]))"
#: Before the first letter of a month: no letter, or a word that is glued to it ("born onDecember 27th").
_MONTH_BEGINS: Final = "(?<![a-z]{0})|(?<=[^a-z]on{0})|(?<=[^a-z]is{0})"
_OF: Final = r"(?:(?:du mois de|de|du|of|the|day of) {1,6}|d')?"

_FORMS: Final = (
    ("spacedyear", rf"([12]) ([0-9]) ([0-9]) ([0-9]){_SEP}([0-9]) ([0-9]){_SEP}([0-9]) ([0-9])(?![0-9])"),
    ("spacedday", rf"([0-9]) ([0-9]){_SEP}([0-9]) ([0-9]){_SEP}([12]) ([0-9]) ([0-9]) ([0-9])(?![0-9])"),
    ("ymd", rf"((?:1[89]|20)[0-9]{{2}}){_SEP}([0-9]{{1,2}}){_SEP}([0-9]{{1,2}})(?![0-9])"),
    ("dmy", rf"([0-9]{{1,2}}){_SEP}(?:du |of |de )?([0-9]{{1,2}}){_SEP}(?:de )?{_YEAR}{_END}"),
    (
        "wordy",
        rf"{_DAY}{_LOOSE}{_OF}({MONTH})(?![a-z])\.?{_LOOSE}(?:(?:de l'annee|de l'an|de|of|en|in) )?('?[0-9]{{4}}"
        rf"|'?[0-9]{{2}}{_NO_YEAR_AFTER}){_END}",
    ),
    (
        "monthfirst",
        rf"(?:{_MONTH_BEGINS.format('')})({MONTH})(?![a-z])\.?{_LOOSE}"
        rf"(?:the |le )?{_DAY}(?:{_SEP}|(?<=[a-z]))(?:of |de |in )?{_YEAR}{_END}",
    ),
    (
        "yearfirst",
        rf"((?:1[89]|20)[0-9]{{2}}){_LOOSE}(?:on )?({MONTH})(?![a-z])\.?{_LOOSE}{_DAY}(?![0-9]){_NO_YEAR}",
    ),
    ("yearday", rf"((?:1[89]|20)[0-9]{{2}}),? (?:le|on|on the|the) {_DAY} {_OF}({MONTH})(?![a-z]){_NO_YEAR}"),
    ("roman", r"([0-9]{1,2})[ ./-]{1,2}(i{1,3}|i?v|vi{1,3}|i?x|xii?)[ ./-]{1,2}([12][0-9]{3})(?![0-9])"),
    ("coded", r"([0-9]{1,2})[ -](ja|fe|mr|al|ma|jn|jl|au|se|oc|no|de)[ -]([12][0-9]{3})(?![0-9])"),
    ("codedyear", r"([12][0-9]{3})[ -](ja|fe|mr|al|ma|jn|jl|au|se|oc|no|de)[ -]([0-9]{1,2})(?![0-9])"),
    ("eight", r"([0-9]{8})(?![0-9])"),
    ("halves", r"([0-9]{4}) {1,6}([0-9]{4})(?![0-9])"),
    ("six", r"([0-9]{6})(?![0-9])"),
)
_NAMED_MONTH: Final = frozenset(("wordy", "monthfirst", "yearfirst"))


def _any_of(forms: list[tuple[str, str]]) -> re.Pattern[str]:
    alternatives = "|".join(f"(?P<{name}>{form})" for name, form in forms)
    return re.compile(rf"(?<![0-9])(?<![0-9][-./,])(?:{alternatives})(?![-/.][0-9])")


_IN_WORDS: Final = _any_of([form for form in _FORMS if form[0] in _NAMED_MONTH])
_IN_FIGURES: Final = _any_of([form for form in _FORMS if form[0] not in _NAMED_MONTH])
#: No date has fewer figures than these.
_ENOUGH: Final = re.compile(r"[0-9](?:[^0-9a-z]{0,9}[0-9]){3}|[0-9][^0-9]{2,30}[0-9][^0-9a-z]{0,9}[0-9]")
#: How the names of months begin, by their first letter.
_STEMS: Final = {
    "j": "an|ui|un|ul", "f": "ev|eb|3[vb]", "m": "a[riy]", "a": "vr|pr|ou|ut|ot|ug",
    "s": "e[pt]", "o": "ct", "n": "ov", "d": "[e3]c",
}  # fmt: skip
#: A word that begins like a month: what `re` finds fast, since each way of matching begins with a letter of its own.
MAY_BE_MONTH: Final = "|".join(
    f"{first}(?:{_MONTH_BEGINS.format(first)})(?:{rest})[a-z]*+" for first, rest in _STEMS.items()
)
_MAY_BE_MONTH: Final = re.compile(MAY_BE_MONTH)
_A_MONTH: Final = re.compile(MONTH)
#: No date in words begins further before its month.
_BEFORE_MONTH: Final = 48
_RUN: Final = re.compile("[0-9]+")
_OF_BIRTH: Final = "(?: de naissance| of birth)?"
_J: Final = rf"(?:jours?|jj?|days?|dd?){_OF_BIRTH}[ :=.)(\-]{{1,6}}([0-9]{{1,2}})"
_M: Final = rf"(?:mois|mm?|months?){_OF_BIRTH}[ :=.)(\-]{{1,6}}([0-9]{{1,2}}|{MONTH})"
_A: Final = rf"(?:annees?|ans?|aaaa|a|years?|yyyy|y){_OF_BIRTH}[ :=.)(\-]{{1,6}}([0-9]{{4}}|[0-9]{{2}})"
_GAP: Final = r"[ ,;/.\-]{1,8}(?:(?:dob|ddn|nais(?:sance)?|birth|born)[ .\-]{1,3})?"
#: A labelled date has this in it.
_LABELLED_MONTH: Final = re.compile(
    r"m(?<![a-z0-9]m)(?:ois|m|onths?)?(?: de naissance| of birth)?[ :=.)(\-]{1,6}[0-9jfmasond]"
)
_LABELLED: Final = re.compile(
    rf"(?<![a-z0-9])(?:(?P<dmy>{_J}{_GAP}{_M}{_GAP}{_A})|(?P<ymd>{_A}{_GAP}{_M}{_GAP}{_J})"
    rf"|(?P<mdy>{_M}{_GAP}{_J}{_GAP}{_A}))(?![0-9])"
)
_PARTIAL: Final = re.compile(
    rf"(?<![0-9a-z])(?:{_DAY} (?:d')?({MONTH})(?![a-z])|({MONTH})(?![a-z]) ?(?:of )?((?:19"
    rf"|20)[0-9]{{2}})|({MONTH})(?![a-z]) {_DAY}"
    r"|((?:19|20)[0-9]{2}|'[0-9]{2}))(?![0-9])"
)
#: A letter where a figure should stand, inside what is otherwise a number: "O4", "l2", "I985".
_MIXED: Final = re.compile(
    r"(?<![a-z0-9])(?!is[0-9])(?=[oilsbz]{0,3}[0-9])[0-9oilsbz]{2,8}(?![a-z0-9])"
    r"|(?<![a-z0-9])[oil]{1,2}(?=[-/.][0-9oil])|(?<=[0-9][-/.])[oil]{1,2}(?=[-/.])"
    r"|(?<=[0-9][-/. ])(?!il)[oil]{2}(?![a-z0-9])|(?<=[0-9][-/])il(?![a-z0-9])"
    r"|(?<=[a-z]{2}[. ])(?!il)[oil]{1,2}(?=,? [0-9il][0-9oil]{3}(?![a-z0-9]))"
    rf"|(?<![a-z0-9'])(?!il)[oil]{{1,2}}(?= {MONTH} [0-9oil])"
)
WEEKDAY: Final = (
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_WEEKDAY: Final = re.compile(rf"(?<![a-z]){WEEKDAY},?(?: le| the)? ?$")
_FIRST: Final = re.compile(r"(?<![a-z0-9])[li](?=er [a-z]{3})")
#: What one of the two patterns above needs: a letter beside a figure, or one or two such letters by themselves.
_ALONE: Final = re.compile(r"[oil](?=[-/., ])|(?!il )[oil]{2}(?![a-z0-9])|[li]er ")
_ODD: Final = re.compile(
    rf"[^a-z](?:(?<=[0-9])(?:[oilsbz]|(?<=[oilsbz][0-9]))|(?<![0-9])(?:{_ALONE.pattern}))"
)
_FIGURES: Final = str.maketrans("oilsbz", "011582")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: where it stands and the days it may mean (for somebody alive: not later than today, 120 years)."""

    start: int
    end: int
    form: str
    days: frozenset[date] = field(repr=False)


def flatten(lower: str) -> str:
    """The text with line ends, quote marks and table rules as spaces; offsets stay."""
    return lower.encode("ascii").translate(_FLAT).decode("ascii")


def straighten(flat: str) -> str:
    """Look-alike letters inside numbers become figures ("O4/l2/1985", "ler avril"); offsets stay."""
    if not (_ODD.search(flat) or _ALONE.match(flat)):
        return flat
    flat = _MIXED.sub(lambda found: found[0].translate(_FIGURES), flat)
    return _FIRST.sub("1", flat)


def find_dates(flat: str, today: date, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """The full dates in flat[start:end] that may be somebody's birth date, in order. Linear."""
    stop = len(flat) if end is None else end
    if not _ENOUGH.search(flat, start, stop):
        return
    named = _in_words(flat, start, stop)
    found = _figures(flat, start, stop)
    if named:
        taken = Spans(one.span() for one in named)
        found = [*named, *(one for one in found if not taken.overlapping(*one.span()))]
        found.sort(key=lambda one: one.start())
    for one in found:
        form = one.lastgroup or ""
        begin = _with_weekday(flat, start, one.start())
        yield WrittenDate(begin, one.end(), form, _plausible(_readings(form, one), today))


def _in_words(flat: str, start: int, stop: int) -> list[re.Match[str]]:
    """The dates with a month in words, looked for from the first month on."""
    for word in _MAY_BE_MONTH.finditer(flat, start, stop):
        if _A_MONTH.fullmatch(word[0]):
            return list(_IN_WORDS.finditer(flat, max(start, word.start() - _BEFORE_MONTH), stop))
    return []


def _with_weekday(flat: str, start: int, begin: int) -> int:
    """Where the date begins with its day of the week: "vendredi 7 février 1990"."""
    if not flat[max(start, begin - 3) : begin].rstrip(" ,").isalpha():
        return begin
    before = flat[max(start, begin - 13) : begin]
    found = _WEEKDAY.search(before)
    return begin - len(found[0]) if found else begin


def _figures(flat: str, start: int, stop: int) -> list[re.Match[str]]:
    """The dates in figures alone: each begins where a run of figures does."""
    found: list[re.Match[str]] = []
    for run in _RUN.finditer(flat, start, stop):
        if run.start() >= start and (one := _IN_FIGURES.match(flat, run.start(), stop)):
            found.append(one)
            start = one.end()
    return found


def dates_in(today: date, window: str) -> list[WrittenDate]:
    """All full dates of a short text, those in labelled parts too, in order."""
    dates = list(find_dates(window, today))
    if "m" in window:
        dates += find_labelled_dates(window, today)
        dates.sort(key=lambda one: (one.start, -one.end))
    return dates


def find_labelled_dates(
    flat: str, today: date, start: int = 0, end: int | None = None
) -> Iterator[WrittenDate]:
    """Dates whose parts are labelled ("Jour : 12 Mois : 04 Année : 1985"); the span begins with the first value."""
    stop = len(flat) if end is None else end
    if not _LABELLED_MONTH.search(flat, start, stop):
        return
    for found in _LABELLED.finditer(flat, start, stop):
        form = found.lastgroup or ""
        values = [
            index
            for index in range(2, found.re.groups + 1)
            if found[index] is not None and index not in _OUTER
        ]
        parts = dict(zip(form, (found[index] for index in values), strict=True))
        month = parts["m"]
        years, day = _years(parts["y"]), int(parts["d"])
        days = _make(years, int(month), day) if month.isdigit() else _named(years, month, day)
        yield WrittenDate(found.start(values[0]), found.end(), "labelled", _plausible(days, today))


_OUTER: Final = frozenset(_LABELLED.groupindex.values())


def find_partial_date(flat: str, today: date, start: int, end: int) -> WrittenDate | None:
    """The first year, month with year, or day with month in flat[start:end]."""
    for found in _PARTIAL.finditer(flat, start, end):
        year = found[4] or found[7]
        if year and len(year) == 4 and not today.year - OLDEST <= int(year) <= today.year:
            continue
        if any(found[index] and not 1 <= int(found[index]) <= 31 for index in (1, 6)):
            continue
        return WrittenDate(found.start(), found.end(), "partial", frozenset())
    return None


def _readings(form: str, found: re.Match[str]) -> set[date]:
    base = found.re.groupindex[form]
    if form in ("spacedyear", "spacedday"):
        return _eight("".join(found.group(*range(base + 1, base + 9))))
    first: str = found[base + 1]
    second = "" if form in ("eight", "six") else str(found[base + 2])
    third = "" if form in ("eight", "six", "halves") else str(found[base + 3])
    if form == "ymd":
        return _make(_years(first), int(second), int(third)) or _make(_years(first), int(third), int(second))
    if form == "dmy":
        days = _make(_years(third), int(second), int(first)) | _make(_years(third), int(first), int(second))
        return days | (
            _make(_years(first), int(second), int(third))
            if third.isdigit() and len(first + third) == 4
            else set()
        )
    if form == "wordy":
        return _named(_years(third), second, int(first))
    if form == "monthfirst":
        return _named(_years(third), first, int(second))
    if form == "yearfirst":
        return _named(_years(first), second, int(third))
    if form == "yearday":
        return _named(_years(first), third, int(second))
    if form == "roman":
        return _make(_years(third), _ROMAN.index(second) + 1, int(first))
    if form == "coded":
        return _make(_years(third), _CODES[second], int(first))
    if form == "codedyear":
        return _make(_years(first), _CODES[second], int(third))
    if form == "eight":
        return _eight(first)
    if form == "halves":
        return _eight(first + second)
    day, month, year = int(first[4:]), int(first[2:4]), _years(first[:2])
    return _make(year, month, day) | _make(_years(first[4:]), month, int(first[:2]))


def _eight(digits: str) -> set[date]:
    day, month, year = int(digits[:2]), int(digits[2:4]), _years(digits[4:])
    year_first = _make(_years(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return year_first | _make(year, month, day) | _make(year, day, month)


def _named(years: tuple[int, ...], month: str, day: int) -> set[date]:
    """The dates of a month in words; "jui" is June or July."""
    if month == "jui":
        return _make(years, 6, day) | _make(years, 7, day)
    if month.startswith("jui"):
        return _make(years, 6 if month.startswith("juin") else 7, day)
    return _make(years, _MONTHS[month[:3]], day)


def names_of_month(month: int) -> tuple[str, ...]:
    """How every written name of a month begins, in dates that `find_dates` finds; other words may begin so, too."""
    return _NAMES[month]


def _years(written: str) -> tuple[int, ...]:
    digits = written.lstrip("'")
    return (int(digits),) if len(digits) == 4 else (1900 + int(digits), 2000 + int(digits))


def _make(years: tuple[int, ...], month: int, day: int) -> set[date]:
    days = set()
    for year in years:
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return days


def _plausible(days: set[date], today: date) -> frozenset[date]:
    oldest = oldest_birth(today)
    return frozenset(day for day in days if oldest <= day <= today)
