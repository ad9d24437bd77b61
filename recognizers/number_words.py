"""Numbers in words, French and English: "quatre-vingt-dix-sept", "six cent douze", "nineteen eighty-five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from recognizers.cues import gate
from recognizers.glance import learn_figures, spoken, standing
from recognizers.known_plain import SPOKEN
from recognizers.month_forms import MONTH
from recognizers.months import MONTH_WORDS
from recognizers.patterns import compiled

_UNITS: Final = {
    "zero": 0, "oh": 0, "nought": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3,
    "quatre": 4, "four": 4,
    "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9,
    "niner": 9,
}  # fmt: skip
_TEENS: Final = {
    "dix": 10, "ten": 10, "onze": 11, "eleven": 11, "douze": 12, "twelve": 12, "treize": 13, "thirteen": 13,
    "quatorze": 14,
    "fourteen": 14, "quinze": 15, "fifteen": 15, "seize": 16, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "vingt": 20, "vingts": 20, "twenty": 20, "trente": 30, "thirty": 30, "quarante": 40, "forty": 40,
    "fourty": 40, "cinquante": 50,
    "fifty": 50, "soixante": 60, "sixty": 60, "septante": 70, "seventy": 70, "huitante": 80, "octante": 80,
    "eighty": 80, "nonante": 90,
    "ninety": 90,
}  # fmt: skip
#: Ordinals: days of a month.
ORDINALS: Final = {
    "premier": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "unieme": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8,
    "neuvieme": 9, "dixieme": 10, "onzieme": 11, "douzieme": 12, "treizieme": 13, "quatorzieme": 14, "quinzieme": 15,
    "seizieme": 16, "vingtieme": 20, "trentieme": 30,
}  # fmt: skip
#: "dix-sept", "dix-septième" and on.
_SEVEN_TO_NINE: Final = ("sept", "huit", "neuf", "septieme", "huitieme", "neuvieme")
_HUNDRED: Final = ("cent", "cents", "hundred")
_VALUES: Final = {**_UNITS, **_TEENS, **_TENS, **ORDINALS}
_ANY: Final = "|".join(sorted((*_VALUES, *_HUNDRED, "mil", "mille", "thousand"), key=len, reverse=True))
_WRAP: Final = r"[ ]?[\r\n]{1,2}[> ]*"
_LINK: Final = rf"(?:[ \-]{{1,3}}|{_WRAP})(?:(?:et|and|&)(?:[ -]|{_WRAP}))?"
#: "double neuf", "triple four": the figure twice, three times.
_TIMES: Final = {"double": 2, "triple": 3}
_REPEATED: Final = compiled(rf"(?<![a-z])({'|'.join(_TIMES)})[ -]$")
_LONGEST_TIMES: Final = 8
_ONE_OF: Final = rf"(?:(?:{'|'.join(_TIMES)})[ -])?(?:{_ANY})(?![a-z])"
_RUN: Final = compiled(rf"(?<![a-z]){_ONE_OF}(?:{_LINK}{_ONE_OF})*")
_WORD: Final = compiled(rf"(?:{_ANY})(?![a-z])")
_LISTED_BEFORE: Final = compiled(
    rf"(?<![a-z])(?:{_ANY})(?:[ ]?[,.;/][ \r\n]{{0,2}}|[ ,-]{{1,2}}[a-z][ ,-]{{1,2}})$"
)
_LISTED_AFTER: Final = compiled(rf"[ ]?[,.;/][ \r\n]{{0,2}}(?:{_ANY})(?![a-z])")
#: A word that is seldom a number by itself: it counts where another number, or a month, follows.
_COMMON: Final = frozenset(
    (
        "un",
        "une",
        "one",
        "oh",
        "second",
        "neuf",
        "cent",
        "cents",
        "six",
        "dix",
        "ten",
        "mille",
        "mil",
        "thousand",
        *(word for word in ORDINALS if word.endswith("ieme")),
    )
)
#: So near it stand the figures of one that is told in figures and words.
_BETWEEN_FIGURES: Final = 3
_MONTH_FOLLOWS: Final = compiled(
    r"(?: \([0-9]{1,2}[a-z]{0,4}\))?(?: (?:jour|day))?(?: du mois)?(?: of| de| d(?='))?[ '-][a-z]{3,9},?[ -](?:[0-9mdtn]"
    r"|(?:quarante|cinquante|soixante|quatre-vingt|septante|huitante|octante|vingt|forty|fourty|fifty|sixty|seventy|eighty)"
    r"(?:[ -][a-z]|s?(?![a-z])))"
)
#: So many words an article and a day have: "un vingt et un".
_DAY_WORDS: Final = 4
#: "le neuf du huit, mil neuf cent …", "the third of the second, nineteen …": day and month as numbers, before a year.
_YEAR_NEXT: Final = (
    r"(?: mois| month)?,? (?:(?:en|de|in|of) )?(?:(?:19|20)[0-9]{2}|(?:deux mill?e?|mill?e?|dix-neuf cents?"
    r"|two thousand|nineteen|twenty)(?![a-z])"
    r"|(?:quarante|cinquante|soixante|quatre-vingt|forty|fifty|sixty|seventy|eighty|ninety)s?(?![a-z])|[0-9]{2}(?![0-9]))"
)
_MONTH_AS_NUMBER: Final = compiled(
    rf" (?:du|of|of the) (?:[0-9]{{1,2}}|(?:zero |oh )?(?:{_ANY}))(?![a-z0-9]){_YEAR_NEXT}"
)
_DAY_PRECEDES: Final = compiled(rf"(?<![a-z0-9])(?:{_ANY}|[0-9]{{1,2}}) (?:du|of|of the) (?:zero |oh )?$")
_BEFORE_MONTH: Final = 40
#: A year of two figures begins so: "zéro sept".
_SHORT_YEAR: Final = frozenset(("zero", "oh"))
_CALLED_BEFORE: Final = compiled(r"(?<![a-z])(?:mois|month|jour|day)(?: (?:of|de|du|the|le))? $")
_CALLED_AFTER: Final = compiled(r" (?:mois|month|jour|day)(?![a-z])")
_A_YEAR: Final = compiled(_YEAR_NEXT)
_MONTH_PRECEDES: Final = compiled(rf"(?<![a-z]){MONTH} $")
#: Behind one number word: it begins a name, "Trois-Rivières", "Deux-Montagnes".
_IN_NAME: Final = compiled(rf"-(?!{MONTH}(?![a-z]))[a-z]{{3}}")
#: "three forty-six": so many numbers of one and two figures, in English.
_HUNDREDS_AND_REST: Final = 2
_TWO_FIGURES: Final = 2
#: Day, month and year.
_PARTS_OF_DATE: Final = 3
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31
_HUNDREDS: Final = frozenset("one two three four five seven eight nine".split())
#: Every word that a number can be made of.
NUMBER_WORDS: Final = frozenset((*_VALUES, *_HUNDRED, "mil", "mille", "thousand"))
#: Closed on pages on which `find_numbers` would find nothing.
NUMBERS: Final = gate(NUMBER_WORDS, stands=SPOKEN)
_ARTICLES: Final = frozenset(("un", "une", "one", "oh", "second", "cent", "mil", "mille"))
_OTHERS: Final = NUMBER_WORDS - _ARTICLES
_WITH_SECOND: Final = _OTHERS | {"second"}
#: A number is read with what stands this near.
_AROUND: Final = 60
_BESIDE: Final = 25
_BEFORE: Final = 16
#: How many figures each word stands for (an indefinite article for none), and how few make no date and no identifier.
_FIGURES_OF: Final = {
    **{word: len(str(value)) for word, value in _VALUES.items()},
    **dict.fromkeys(_HUNDRED, 3),
    **dict.fromkeys(("mil", "mille", "thousand"), 4),
    **dict.fromkeys(("un", "une", "one", "oh"), 0),
}
_FEWEST_FIGURES: Final = 4
#: A month; "sept" is a number here.
_MONTH: Final = compiled(rf"(?<![a-z])(?!sept(?![a-z])){MONTH}(?![a-z])")
#: How months begin, three letters each.
_MONTH_STEMS: Final = "janfevf3vfebf3bmaravraprmaimayjunjuijulaouaotaugsepsetoctnovdecd3c"
#: So many number words in a row are figures, though most of them are articles elsewhere: "un un zéro un un quatre".
_DICTATED: Final = compiled(rf"(?<![a-z])(?:{_ANY})(?:[ ,.\n-]{{1,3}}(?:{_ANY})(?![a-z])){{4}}")
_TWICE: Final = (" un un", " un, un", " one one", " one, one")
learn_figures(_FIGURES_OF, _MONTH_STEMS)
_ARTICLE: Final = "(?:une?|one|oh)"
_BESIDE_AFTER: Final = compiled(
    rf"[ ,;.\n-]{{1,3}}(?:et[ -])?{_ARTICLE}(?![a-z])"
    rf"|[ ,]{{1,2}}(?:(?:jour |day )?(?:du mois )?(?:de |d'|du |of )?){MONTH}(?![a-z])"
)
_BESIDE_BEFORE: Final = compiled(
    rf"(?<![a-z])(?:{_ARTICLE}[ ,;.\n-]{{1,2}}|{MONTH}[ ,.]{{1,3}}(?:the |le )?)$"
)


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number in words: where it stands and its figures."""

    start: int
    end: int
    figures: str


def find_numbers(lower: str, shape: bytes, words: Set[str]) -> Iterator[SpokenNumber]:
    """The numbers in words of lower-case text, in order; only where at least two number words stand close together.

    `shape` is the text's (see `digits.shape`), `words` are the words of the text.
    """
    for start, end in _windows(lower, shape, words):
        for run in _RUN.finditer(lower, start, end):
            written = run[0]
            parts = list(_WORD.finditer(written))
            if (
                len(parts) == 1
                and written in _COMMON
                and not _MONTH_FOLLOWS.match(lower, run.end())
                and not _MONTH_PRECEDES.search(lower[max(0, run.start() - 12) : run.start()])
                and not _in_list(lower, run)
                and not _is_dated(lower, run)
                and not _is_called(lower, *run.span())
                and not _is_among_figures(lower, run)
            ):
                continue
            if len(parts) == 1 and _IN_NAME.match(lower, run.end()):
                continue
            if (
                1 < len(parts) <= _DAY_WORDS
                and parts[0][0] == "un"
                and _MONTH_FOLLOWS.match(lower, run.end())
            ):
                parts = parts[1:]  # "né un huit janvier": an article
            dated = _MONTH_PRECEDES.search(lower[max(0, run.start() - 12) : run.start()]) is not None
            if month := _month_before_year(lower, run.start(), parts):
                yield from _said(written, run.start(), parts[:month], dated=dated)
                parts = parts[month:]
            for one in _parted(written, parts):
                yield from _said(written, run.start(), one, dated=dated)


def _is_dated(lower: str, run: re.Match[str]) -> bool:
    """Whether the number is a day before a month as a number and a year, or that month: "le neuf du huit, mil neuf cent …"."""
    if _MONTH_AS_NUMBER.match(lower, run.end()):
        return True
    return (
        _A_YEAR.match(lower, run.end()) is not None
        and _DAY_PRECEDES.search(lower[max(0, run.start() - _BEFORE_MONTH) : run.start()]) is not None
    )


def _is_called(lower: str, start: int, end: int) -> bool:
    """Whether what stands beside the number says that it is a day's or a month's: "mois dix", "the third month"."""
    return (
        _CALLED_BEFORE.search(lower[max(0, start - _BEFORE) : start]) is not None
        or _CALLED_AFTER.match(lower, end) is not None
    )


def _month_before_year(lower: str, start: int, words: list[re.Match[str]]) -> int:
    """How many of a run's words are a month, where the others are a year: "trois du | deux | mil neuf …", "… | zéro sept"."""
    names = [word[0] for word in words[:5]]
    if _SHORT_YEAR.issuperset(names[-2:-1]) and names[-1] in _UNITS:
        month = len(names) - 2
        whole = month == 1 or (month == 2 and names[0] in _SHORT_YEAR)
    else:
        month = 1
        whole = (
            len(names) > 3
            and names[0] in ("deux", "two")
            and names[1] in ("mil", "mille", "thousand")
            and names[3] in _HUNDRED
        )
    if whole and _DAY_PRECEDES.search(lower[max(0, start - _BEFORE_MONTH) : start]):
        return month
    return 0


def _said(run: str, start: int, words: list[re.Match[str]], *, dated: bool) -> Iterator[SpokenNumber]:
    """The numbers of these words of the run that begins at `start`, each as often as it is said: "double neuf" is 99.

    `dated`: a month stands right before.
    """
    begin = 0
    for index, word in enumerate(words):
        times = _REPEATED.search(run, max(0, word.start() - _LONGEST_TIMES), word.start())
        if times is None:
            continue
        yield from _numbers(start, words[begin:index], dated=dated)
        for one in _numbers(start, [word], dated=dated):
            yield SpokenNumber(start + times.start(), one.end, one.figures * _TIMES[times[1]])
        begin = index + 1
    yield from _numbers(start, words[begin:], dated=dated)


def _parted(run: str, words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The words of a run, parted where hyphens tell one number from the next.

    "cent trente | six cent douze", "cent soixante-dix | huit cent", "soixante | seize" beside words that hyphens join: none
    joins the two;
    "cinquante-quatre | vingt-six": one joins those before.
    """
    begin, hyphens = 0, "-" in run
    for index, (ten, unit, after) in enumerate(zip(words, words[1:], [*words[2:], None], strict=False)):
        link = run[ten.end() : unit.start()]
        joined = link == "-"
        if ten[0] in ("soixante", "vingt") and unit[0] in _TEENS and link.isspace() and hyphens:
            yield words[begin : index + 1]
            begin = index + 1
            continue
        if after is None or unit[0] not in _UNITS:
            continue
        if (
            ten[0] == "dix"
            and not joined
            and after[0] in _HUNDRED
            and run[ten.start() - 1 : ten.start()] == "-"
        ):
            yield words[begin : index + 1]
            begin = index + 1
        # "zéro quatre-vingt-seize": 0 96; with no hyphen it is 04 and 20.
        if ten[0] == "zero" and not joined and run[unit.end() : after.start()] == "-":
            yield words[begin : index + 1]
            begin = index + 1
        if ten[0] not in _TENS:
            continue
        # Nobody says "un cent".
        hundreds = not joined and after[0] in _HUNDRED and unit[0] != "un"
        if hundreds and any(word[0] in _HUNDRED for word in words[begin : index + 1]):
            yield words[begin : index + 1]
            begin = index + 1
        elif (
            joined and unit[0] == "quatre" and after[0] == "vingt" and run[unit.end() : after.start()] != "-"
        ):
            yield words[begin : index + 2]
            begin = index + 2
    yield words[begin:]


def _in_list(lower: str, run: re.Match[str]) -> bool:
    """Whether a comma separates it from another number word: "un, trois, zéro"."""
    before = _LISTED_BEFORE.search(lower[max(0, run.start() - 20) : run.start()])
    return before is not None or _LISTED_AFTER.match(lower, run.end()) is not None


def _is_among_figures(lower: str, run: re.Match[str]) -> bool:
    """Whether figures stand right before it and right behind: "zero four 26 six 4"."""
    before = lower[max(0, run.start() - _BETWEEN_FIGURES) : run.start()].rstrip(" ,-")
    after = lower[run.end() : run.end() + _BETWEEN_FIGURES].lstrip(" ,-")
    return before[-1:].isdigit() and after[:1].isdigit()


def _windows(lower: str, shape: bytes, words: Set[str]) -> list[tuple[int, int]]:
    """Where number words stand close together, as stretches of text; articles alone ("un", "one") do not count.

    Only where they and the figures around them can make a date or an identifier.
    """
    # "November second": of the common words, the only one that may be a day by itself.
    numbers = NUMBER_WORDS & words
    counting = numbers & (_OTHERS if MONTH_WORDS.isdisjoint(words) else _WITH_SECOND)
    windows: list[tuple[int, int]] = []
    for begin, end, figures, alone in (
        spoken(numbers, counting, _FIGURES_OF, _MONTH_STEMS, lower, shape) if counting else ()
    ):
        if (alone and not _stands_beside(lower, begin, end)) or (
            figures < _FEWEST_FIGURES and not _MONTH.search(lower, begin - _BESIDE, end + _BESIDE)
        ):
            continue
        start, stop = max(0, begin - _AROUND), min(len(lower), end + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], stop)
        else:
            windows.append((start, stop))
    if not windows and ("un" in words or "one" in words):
        return _dictated(lower)
    return windows


def _dictated(lower: str) -> list[tuple[int, int]]:
    """Where "un" or "one" stands among the figures of a number so often that too few other words make one."""
    found = [one.span() for one in _DICTATED.finditer(lower)] if standing(_TWICE, lower) else []
    return [(max(0, found[0][0] - _AROUND), min(len(lower), found[-1][1] + _AROUND))] if found else []


def _stands_beside(lower: str, begin: int, end: int) -> bool:
    """Whether a word stands right beside a month, or an article that is a number here: "vingt et un", "one five"."""
    return (
        _BESIDE_AFTER.match(lower, end) is not None
        or _BESIDE_BEFORE.search(lower[max(0, begin - _BEFORE) : begin]) is not None
    )


def _numbers(offset: int, words: list[re.Match[str]], *, dated: bool) -> Iterator[SpokenNumber]:
    """The numbers of one run; "nineteen eighty-five" and "nineteen oh four" at its end are one."""
    names = [word[0] for word in words]
    values: list[tuple[str, int, int]] = []
    position = 0
    while position < len(names):
        figures, after = _number(names, position)
        values.append((figures, words[position].start(), words[after - 1].end()))
        position = after
    if not dated and len(values) == _HUNDREDS_AND_REST and _is_hundreds(names, values):
        values = [(values[0][0] + values[1][0], values[0][1], values[1][2])]
    days = {word.start() for word in words if word[0] in ORDINALS}
    for figures, start, end in _years_joined(values, days):
        yield SpokenNumber(offset + start, offset + end, figures)


def _is_hundreds(names: list[str], values: list[tuple[str, int, int]]) -> bool:
    """Whether a number is told without its word for hundreds, as English does: "three forty-six"."""
    return (
        names[0] in _HUNDREDS
        and len(values[0][0]) == 1
        and len(values[1][0]) == _TWO_FIGURES
        and names[-1] not in ORDINALS
    )


def _years_joined(values: list[tuple[str, int, int]], days: set[int]) -> list[tuple[str, int, int]]:
    """The numbers with those together that tell a year; a century does not begin in `days` ("November nineteenth, fifty-two")."""
    if len(values) >= 3 and len(values[-1][0]) == 4:
        values = _zeros_joined(values)
    if len(values) == 2 and values[0][0] == "0":  # a day or month: "oh seven, twenty, two thousand four"
        return _zeros_joined(values)
    if len(values) > _PARTS_OF_DATE:  # "dix-sept zéro huit quarante-deux"
        parts = _zeros_joined(values)
        if len(parts) == _PARTS_OF_DATE and all(len(part[0]) == _TWO_FIGURES for part in parts):
            return parts
    century = {"19", "20", "1900"}
    if len(values) > 3 and values[-2][0] in century and len(values[-1][0]) == 2:
        parts = _zeros_joined(values[:-2])  # "oh eight, oh three nineteen forty-four"
        if len(parts) == 2:
            return [*parts, (values[-2][0][:2] + values[-1][0], values[-2][1], values[-1][2])]
    if len(values) > 3 and values[0][0] in century and len(values[1][0]) == _TWO_FIGURES:
        parts = _zeros_joined(values[2:])  # "nineteen sixty-four oh four oh one"
        if len(parts) == 2 and int(parts[0][0]) <= _LAST_MONTH and int(parts[1][0]) <= _LAST_DAY:
            return [(values[0][0][:2] + values[1][0], values[0][1], values[1][2]), *parts]
    if (
        2 <= len(values) <= 3
        and values[-2][0] in century
        and values[-2][1] not in days
        and len(values[-1][0]) == 2
    ):
        return [*values[:-2], (values[-2][0][:2] + values[-1][0], values[-2][1], values[-1][2])]
    if (
        3 <= len(values) <= 4
        and values[-3][0] in century
        and values[-2][0] == "0"
        and len(values[-1][0]) == 1
    ):
        return [*values[:-3], (values[-3][0][:2] + "0" + values[-1][0], values[-3][1], values[-1][2])]
    return values


def _zeros_joined(values: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """ "douze zéro quatre mil neuf cent …": before a year, a zero belongs to the figure after it."""
    joined: list[tuple[str, int, int]] = []
    for figures, start, end in values:
        if joined and joined[-1][0] == "0" and len(figures) == 1:
            joined[-1] = "0" + figures, joined[-1][1], end
        else:
            joined.append((figures, start, end))
    return joined


def _at(words: list[str], position: int) -> str:
    return words[position] if 0 <= position < len(words) else ""


def _number(words: list[str], position: int) -> tuple[str, int]:
    """One number from `position`: its figures and where the next begins."""
    word, following = words[position], _at(words, position + 1)
    if word in ("mil", "mille", "thousand"):
        return _thousands(1000, words, position + 1)
    if word in ("deux", "two") and following in ("mil", "mille", "thousand"):
        return _thousands(2000, words, position + 2)
    if word in _HUNDRED:
        return _hundreds(100, words, position + 1)
    if word == "one" and following == "thousand":
        return _thousands(1000, words, position + 2)
    if word == "nineteen" and following in _HUNDRED:
        return _hundreds(1900, words, position + 2)
    if word == "dix" and following == "neuf" and _at(words, position + 2) in _HUNDRED:
        return _hundreds(1900, words, position + 3)
    if (word == "one" or _UNITS.get(word, 0) > 1) and following in _HUNDRED:
        return _hundreds(_UNITS[word] * 100, words, position + 2)
    return _below_hundred(words, position)


def _thousands(value: int, words: list[str], position: int) -> tuple[str, int]:
    if position < len(words):
        rest, after = _number(words, position)
        if 0 < int(rest) < 1000:
            return str(value + int(rest)), after
    return str(value), position


def _hundreds(value: int, words: list[str], position: int) -> tuple[str, int]:
    begins_another = _at(words, position) in _UNITS and _at(words, position + 1) in _HUNDRED
    if position < len(words) and _VALUES.get(words[position]) and not begins_another:
        rest, after = _below_hundred(words, position)
        return str(value + int(rest)), after
    return str(value), position


def _below_hundred(words: list[str], position: int) -> tuple[str, int]:
    word, following = words[position], _at(words, position + 1)
    value = _VALUES.get(word, 0)
    if word == "quatre" and following in ("vingt", "vingts") and _at(words, position - 1) != "zero":
        if following == "vingts" and _at(words, position + 3) in _HUNDRED:
            return "80", position + 2
        value, position, following = 80, position + 1, _at(words, position + 2)
    if value >= 20 and value % 10 == 0:
        small = _VALUES.get(following, 0)
        limit = 20 if word in ("soixante", "quatre") and following not in ORDINALS else 10
        eighty_next = following == "quatre" and _at(words, position + 2) in ("vingt", "vingts")
        if 0 < small < limit and not eighty_next:
            third = _VALUES.get(_at(words, position + 2), 0)
            if following == "dix" and third in (7, 8, 9):
                return str(value + 10 + third), position + 3
            return str(value + small), position + 2
    if word == "dix" and following in _SEVEN_TO_NINE:
        return str(10 + _VALUES[following]), position + 2
    return str(value), position + 1
