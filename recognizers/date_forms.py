"""The forms in which calendar dates are written, and how each is read: the twin in Python of `dates_native.c`.

Patterns run on flattened lower-case text (see `dates.flatten`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from recognizers.month_forms import MONTH
from recognizers.patterns import Pattern, compiled
from recognizers.spans import Spans

MONTHS: Final = {
    "jan": 1, "fev": 2, "feb": 2, "f3v": 2, "f3b": 2, "mar": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5,
    "jun": 6, "jul": 7, "aou": 8, "aut": 8,
    "aot": 8, "aug": 8, "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "d3c": 12,
}  # fmt: skip
CODES: Final = {
    "ja": 1, "fe": 2, "mr": 3, "al": 4, "ma": 5, "jn": 6, "jl": 7, "au": 8, "se": 9, "oc": 10, "no": 11, "de": 12,
}  # fmt: skip
ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii".split()
_SEP: Final = r"(?: {0,6}[-/._,]{1,3} {0,8}| {1,8})"
_LOOSE: Final = r"(?: {0,6}[-/._,]{1,3} {0,8}| {0,8})"
DAY: Final = r"([0-3]?[0-9])(?: ?(?:er|ere|ier|re|ieme|eme|e|st|nd|rd|th)(?![a-z]))?"
_YEAR: Final = r"('?[0-9]{4}|'?[0-9]{2})"
#: "19, December 21, 1959", "11 novembre, 11 novembre 1959": 21 is no year, the second 11 neither.
_NO_YEAR_AFTER: Final = (
    r"(?!th|st|nd|rd|[,.]? {0,3}(?:19|20)[0-9]{2}(?![0-9])"
    rf"| ?{MONTH}(?![a-z])[,.]? {{1,3}}(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_NO_YEAR: Final = r"(?![ ,.]{1,3}(?:19|20)[0-9]{2}(?![0-9]))"
_END: Final = r"(?![0-9])(?! ?(?:h[0-9 ]|:[0-9]))"
#: Before the first letter of a month: no letter, or a word that is glued to it ("born onDecember 27th").
_MONTH_BEGINS: Final = "(?<![a-z]{0})|(?<=[^a-z]on{0})|(?<=[^a-z]is{0})"
_OF: Final = r"(?:(?:(?:jour )?du mois de|jour de|de|du|of|the|day of) {1,6}|(?:jour )?d')?"

_FORMS: Final = (
    ("spacedyear", rf"([12]) ([0-9]) ([0-9]) ([0-9]){_SEP}([0-9]) ([0-9]){_SEP}([0-9]) ([0-9])(?![0-9])"),
    ("spacedday", rf"([0-9]) ([0-9]){_SEP}([0-9]) ([0-9]){_SEP}([12]) ([0-9]) ([0-9]) ([0-9])(?![0-9])"),
    ("ymd", rf"((?:1[89]|20)[0-9]{{2}}){_SEP}([0-9]{{1,2}}){_SEP}([0-9]{{1,2}})(?![0-9])"),
    ("dmy", rf"([0-9]{{1,2}}){_SEP}(?:du |of |de )?([0-9]{{1,2}}){_SEP}(?:de )?{_YEAR}{_END}"),
    (
        "wordy",
        rf"{DAY}{_LOOSE}{_OF}({MONTH})(?![a-z])\.?{_LOOSE}(?:(?:de l'annee|de l'an|de|of|en|in) )?('?[0-9]{{4}}"
        rf"|'?[0-9]{{2}}{_NO_YEAR_AFTER}){_END}",
    ),
    (
        "monthfirst",
        rf"(?:{_MONTH_BEGINS.format('')})({MONTH})(?![a-z])\.?{_LOOSE}"
        rf"(?:the |le )?{DAY}(?:{_SEP}|(?<=[a-z])|(?<=[a-z][0-9]{{2}})(?=(?:19|20)[0-9]{{2}}))(?:of |de |in )?{_YEAR}{_END}",
    ),
    (
        "yearfirst",
        rf"((?:1[89]|20)[0-9]{{2}}){_LOOSE}(?:on )?({MONTH})(?![a-z])\.?{_LOOSE}{DAY}(?![0-9]){_NO_YEAR}",
    ),
    ("yearday", rf"((?:1[89]|20)[0-9]{{2}}),? (?:le|on|on the|the) {DAY} {_OF}({MONTH})(?![a-z]){_NO_YEAR}"),
    ("roman", r"([0-9]{1,2})[ ./-]{1,2}(i{1,3}|i?v|vi{1,3}|i?x|xii?)[ ./-]{1,2}([12][0-9]{3})(?![0-9])"),
    ("coded", r"([0-9]{1,2})[ -](ja|fe|mr|al|ma|jn|jl|au|se|oc|no|de)[ -]([12][0-9]{3})(?![0-9])"),
    ("codedyear", r"([12][0-9]{3})[ -](ja|fe|mr|al|ma|jn|jl|au|se|oc|no|de)[ -]([0-9]{1,2})(?![0-9])"),
    ("eight", r"([0-9]{8})(?![0-9])"),
    ("halves", r"([0-9]{4}) {1,6}([0-9]{4})(?![0-9])"),
    ("six", r"([0-9]{6})(?![0-9])"),
)
_NAMED_MONTH: Final = frozenset(("wordy", "monthfirst", "yearfirst"))


def _any_of(forms: list[tuple[str, str]]) -> Pattern:
    alternatives = "|".join(f"(?P<{name}>{form})" for name, form in forms)
    return compiled(rf"(?<![0-9])(?<![0-9][-./,])(?:{alternatives})(?![-/.][0-9])")


_IN_WORDS: Final = _any_of([form for form in _FORMS if form[0] in _NAMED_MONTH])
_IN_FIGURES: Final = _any_of([form for form in _FORMS if form[0] not in _NAMED_MONTH])
#: No date has fewer figures than these: four, two about a month, or three after one ("july 9 64").
_ENOUGH: Final = compiled(
    r"[0-9](?:[^0-9a-z]{0,9}[0-9]){3}|[0-9][^0-9]{2,30}[0-9][^0-9a-z]{0,9}[0-9]|[a-z][ .][0-9] [0-9]{2}(?![0-9])"
)
#: How the names of months begin, by their first letter.
_STEMS: Final = {
    "j": "an|ui|un|ul", "f": "ev|eb|3[vb]", "m": "a[riy]", "a": "vr|pr|ou|ut|ot|ug",
    "s": "e[pt]", "o": "ct", "n": "ov", "d": "[e3]c",
}  # fmt: skip
#: A word that begins like a month: what `re` finds fast, since each way of matching begins with a letter of its own.
_MAY_BE_MONTH: Final = compiled(
    "|".join(f"{first}(?:{_MONTH_BEGINS.format(first)})(?:{rest})[a-z]*+" for first, rest in _STEMS.items())
)
_A_MONTH: Final = compiled(MONTH)
#: No date in words begins further before its month.
_BEFORE_MONTH: Final = 48
_RUN: Final = compiled("[0-9]+")
#: A letter where a figure should stand, inside what is otherwise a number: "O4", "l2", "I985", "l6th".
_MIXED: Final = compiled(
    r"(?<![a-z0-9])(?!is[0-9])(?=[oilsbz]{0,3}[0-9])[0-9oilsbz]{2,8}(?!(?!(?:st|nd|rd|th)(?![a-z0-9]))[a-z0-9])"
    r"|(?<![a-z0-9])[oil]{1,2}(?=[-/.][0-9oil])|(?<=[0-9][-/.])[oil]{1,2}(?=[-/.])"
    r"|(?:(?<=[0-9][-/. ])|(?<=[0-9][oil][-/. ]))(?!il)[oil]{2}(?![a-z0-9])|(?<=[0-9][-/])il(?![a-z0-9])"
    r"|(?<=[a-z]{2}[. ])(?!il)[oil]{1,2}(?=,? [0-9il][0-9oil]{3}(?![a-z0-9]))"
    rf"|(?<![a-z0-9'])(?!il)[oil]{{1,2}}(?=[ -]{MONTH}[ -][0-9oil])"
)
WEEKDAY: Final = (
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_WEEKDAY: Final = compiled(rf"(?<![a-z]){WEEKDAY},?(?: le| the)? ?$")
_FIRST: Final = compiled(r"(?<![a-z0-9])[li](?=er [a-z]{3}|st,? [a-z0-9])")
#: What one of the two patterns above needs: a letter beside a figure, or one or two such letters by themselves.
_ALONE: Final = compiled(r"[oil](?=[-/., ])|(?!il )[oil]{2}(?![a-z0-9])|[li](?:er |st[ ,])")
_ODD: Final = compiled(rf"[^a-z](?:(?<=[0-9])(?:[oilsbz]|(?<=[oilsbz][0-9]))|(?<![0-9])(?:{_ALONE.pattern}))")
_FIGURES: Final = str.maketrans("oilsbz", "011582")
#: It begins with what is looked for fast, and then looks back.
_YEAR_BY_ITSELF: Final = compiled("(?:19|20)(?<![0-9][12][09])[0-9]{2}(?![0-9])")
#: What every date has, in a page's shape: four figures or eight; three numbers, or two around a word, the last of two figures.
_DATED: Final = re.compile(b"0(?<!00)(?:000(?:0000)?+(?!0)|0? 00? 00(?!0)|0? [axu]{3,9}+[ .]{1,2}00(?!0))")
#: A date as written: where it begins and ends, its form, and the days it may mean.
Written = tuple[int, int, str, frozenset[date]]


def written_dates(flat: str, oldest: date, today: date) -> list[Written]:
    """The full dates in flattened text, in order, with those of their readings from `oldest` to `today`. Linear."""
    if not _ENOUGH.search(flat):
        return []
    named = _in_words(flat)
    found = _figures(flat)
    if named:
        taken = Spans(one.span() for one in named)
        found = [*named, *(one for one in found if not taken.touch(*one.span()))]
        found.sort(key=lambda one: one.start())
    return [
        (
            _with_weekday(flat, one.start()),
            one.end(),
            one.lastgroup or "",
            plausible(_readings(one.lastgroup or "", one), oldest, today),
        )
        for one in found
    ]


def lone_years(flat: str, dates: Sequence[Written]) -> list[int]:
    """Where four figures begin that are a year by themselves and in none of the dates, in order."""
    return [
        year.start()
        for year in _YEAR_BY_ITSELF.finditer(flat)
        if not any(date[0] <= year.start() < date[1] for date in dates)
    ]


def lines_of_dates(text: str, shape: bytes) -> list[tuple[int, int]]:
    """The lines of a text that may hold a date: where each begins and ends."""
    lines, end = list[tuple[int, int]](), -1
    while dated := _DATED.search(shape, end + 1):
        start = text.rfind("\n", end + 1, dated.start()) + 1 or end + 1
        end = text.find("\n", dated.start())
        end = end if end >= 0 else len(text)
        lines.append((start, end))
    return lines


def straighten(flat: str) -> str:
    """Look-alike letters inside numbers become figures ("O4/l2/1985", "ler avril"); offsets stay."""
    if not (_ODD.search(flat) or _ALONE.match(flat)):
        return flat
    flat = _MIXED.sub(lambda found: found[0].translate(_FIGURES), flat)
    return _FIRST.sub("1", flat)


def _in_words(flat: str) -> list[re.Match[str]]:
    """The dates with a month in words, looked for from the first month on."""
    for word in _MAY_BE_MONTH.finditer(flat):
        if _A_MONTH.fullmatch(word[0]):
            return list(_IN_WORDS.finditer(flat, max(0, word.start() - _BEFORE_MONTH)))
    return []


def _with_weekday(flat: str, begin: int) -> int:
    """Where the date begins with its day of the week: "vendredi 7 février 1990"."""
    if not flat[max(0, begin - 3) : begin].rstrip(" ,").isalpha():
        return begin
    before = flat[max(0, begin - 13) : begin]
    found = _WEEKDAY.search(before)
    return begin - len(found[0]) if found else begin


def _figures(flat: str) -> list[re.Match[str]]:
    """The dates in figures alone: each begins where a run of figures does."""
    found: list[re.Match[str]] = []
    start = 0
    for run in _RUN.finditer(flat):
        if run.start() >= start and (one := _IN_FIGURES.match(flat, run.start())):
            found.append(one)
            start = one.end()
    return found


def _readings(form: str, found: re.Match[str]) -> set[date]:
    base = found.re.groupindex[form]
    if form in ("spacedyear", "spacedday"):
        return days_of_eight("".join(found.group(*range(base + 1, base + 9))))
    first: str = found[base + 1]
    second = "" if form in ("eight", "six") else str(found[base + 2])
    third = "" if form in ("eight", "six", "halves") else str(found[base + 3])
    if form == "ymd":
        return days_of(years_of(first), int(second), int(third)) or days_of(
            years_of(first), int(third), int(second)
        )
    if form == "dmy":
        days = days_of(years_of(third), int(second), int(first)) | days_of(
            years_of(third), int(first), int(second)
        )
        return days | (
            days_of(years_of(first), int(second), int(third))
            if third.isdigit() and len(first + third) == 4
            else set()
        )
    if form == "wordy":
        return days_of_month(years_of(third), second, int(first))
    if form == "monthfirst":
        return days_of_month(years_of(third), first, int(second))
    if form == "yearfirst":
        return days_of_month(years_of(first), second, int(third))
    if form == "yearday":
        return days_of_month(years_of(first), third, int(second))
    if form == "roman":
        return days_of(years_of(third), ROMAN.index(second) + 1, int(first))
    if form == "coded":
        return days_of(years_of(third), CODES[second], int(first))
    if form == "codedyear":
        return days_of(years_of(first), CODES[second], int(third))
    if form == "eight":
        return days_of_eight(first)
    if form == "halves":
        return days_of_eight(first + second)
    day, month, year = int(first[4:]), int(first[2:4]), years_of(first[:2])
    return days_of(year, month, day) | days_of(years_of(first[4:]), month, int(first[:2]))


def days_of_eight(digits: str) -> set[date]:
    """What eight figures mean: year, month and day, or day and month in either order and year."""
    day, month, year = int(digits[:2]), int(digits[2:4]), years_of(digits[4:])
    year_first = days_of(years_of(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return year_first | days_of(year, month, day) | days_of(year, day, month)


def days_of_month(years: tuple[int, ...], month: str, day: int) -> set[date]:
    """The dates of a month in words; "jui" is June or July."""
    if month == "jui":
        return days_of(years, 6, day) | days_of(years, 7, day)
    if month.startswith("jui"):
        return days_of(years, 6 if month.startswith("juin") else 7, day)
    return days_of(years, MONTHS[month[:3]], day)


def years_of(written: str) -> tuple[int, ...]:
    """What a year of four figures or of two may be; an apostrophe may stand before it."""
    digits = written.lstrip("'")
    return (int(digits),) if len(digits) == 4 else (1900 + int(digits), 2000 + int(digits))


def days_of(years: tuple[int, ...], month: int, day: int) -> set[date]:
    """The days of a calendar, one for each of `years` in which there is one."""
    days = set()
    for year in years:
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return days


def plausible(days: set[date], oldest: date, today: date) -> frozenset[date]:
    """Those of `days` on which somebody alive can be born."""
    return frozenset(day for day in days if oldest <= day <= today)
