"""Dates in forms that only a label makes dates: odd or dictated separators, a year in brackets, months in two languages.

"12:04:1985", "1er/07/68", "13.XII.29", "3 / IX / 1960", "1985 tiret 04 tiret 12", "12 avril (1985)",
"12 AVR/APR 85", "1-9-8-5-0-4-1-2",
"12 04 19 85", a slash read as a one ("12104/1985"):
by themselves they may be a time, a score or a code; they are read where a birth date is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from string import ascii_lowercase
from typing import Final

from recognizers.date_forms import (
    CODES,
    ROMAN,
    Written,
    days_of,
    days_of_eight,
    days_of_month,
    plausible,
    years_of,
)
from recognizers.month_forms import MONTH
from recognizers.patterns import Pattern, compiled

#: `#` is the number of the form that they stand in.
_D: Final = "(?P<d#>[0-3]?[0-9])(?: ?(?:er|e|st|nd|rd|th)(?![a-z]))?"
_M: Final = "(?P<m#>[0-3]?[0-9])"
_Y: Final = "(?P<y#>(?:19|20)[0-9]{2})"
#: Figures that stand one by one: "0 7 mai 1 9 9 9", "2-0 février 1-9-3-5", "7 mai 1 999".
_APART: Final = "(?: {1,2}|, ?|[-./])"
_ONE_BY_ONE: Final = f"(?P<y#>[12]{_APART}[0-9]{_APART}[0-9]{_APART}[0-9]|[12] [0-9]{{3}})"
_D_APART: Final = f"(?P<d#>[0-3]{_APART}[0-9]|[0-3]?[0-9])"
_NAME: Final = rf"(?P<m#>{MONTH})(?![a-z])\.?"
#: Between the parts where the second and third have labels: "29   mois : octobre   année : 2025", "9 / month August / year 1986".
_MONTH_LABEL: Final = r"[ /,;|-]{1,6}(?:mois|month|mm)[ :=]{1,3}"
_YEAR_LABEL: Final = r"[ /,;|-]{1,6}(?:annee|year|aaaa|yyyy)[ :=]{1,3}"
_DAY_LABEL: Final = r"[ /,;|-]{1,6}(?:(?:et|and) )?(?:(?:le|the) )?(?:jour|day|jj|dd)[ :=]{1,3}"
_IN_THE_YEAR: Final = r"(?:(?:in|of) the year|(?:en|de|dans) (?:l'an|l'annee)) (?:of our lord |de grace )?"
#: Two by two, the year as well: "12 04 19 85", "1985" as "19-85".
_CENTURY: Final = "(?P<c#>19|20)"
_PAIR_END: Final = r"(?P<mark#>[ ./-])"
#: A month as old papers have it, before a year of two figures.
_ROMAN: Final = "(?P<m#>i{1,3}|i?v|vi{1,3}|i?x|xii?)"
#: The same with spaces at its marks: "3 / IX / 1960", "1955. I. 28".
_ROMAN_MARK: Final = r"(?P<mark#> {0,2}[./-] {1,2})"
#: What leads to a month that commas set off: "1965, en février, le 12".
_IN_THE: Final = "(?:(?:en|in|in the month of|au mois de) |au mois d' ?)"
#: "1983, le 25 février 2010" is a year, and another day.
_NO_YEAR_NEXT: Final = "(?![ ,.]{1,3}(?:(?:de|of|in|en) )?(?:19|20)[0-9]{2})"
#: A month as a number in words: "le 26 du dix 2016".
_NUMBERED: Final = {
    word: number
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix onze douze",
        "one two three four five six seven eight nine ten eleven twelve",
        "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(words.split(), 1)
}
_IN_WORDS: Final = rf"(?P<m#>{'|'.join(sorted(_NUMBERED, key=len, reverse=True))})"
#: A month's two letters as cards have them; those that are words need marks, or a year that is no day: "12 au 14".
_CODE: Final = "(?P<m#>ja|fe|mr|al|jn|jl|oc|(?:ma|au|se|no|de)(?! (?:[0-2][0-9]|3[01])(?![0-9])))"
#: Twice the same stands between day, month and year; leaders of a printed form, too.
_MARK: Final = (
    r"(?P<mark#> {0,3}[^a-z0-9 ,]{1,4} {0,3}|\.{2,6}[/-]\.{2,6}|[)\]}'\"] {0,2}[-/.]? {0,2}[(\[{'\"]"
    r"|,? {1,4}(?:et / and|tiret|barre(?: oblique)?|oblique|trait(?: d'union)?|point|espace"
    r"|slash|dash|hyphen|dot|space|stroke|virgule|comma),? {1,4})"
)
#: Words that only link the parts, whichever: "1985 puis 04 et enfin 12", "1985, 04, puis 12"; one of them says what comes next.
_NEXT_SAID: Final = "(?=[^0-9]{0,16}(?:[0-9]{1,2}[^0-9]{1,8})?(?<![a-z])(?:puis|pis|then|ensuite|next|suivi|followed|enfin|fin))"
_THEN: Final = (
    r"(?:,? {1,2}(?:et|and|puis|pis|then|ensuite|next|suivi d[eu]|followed by|enfin|finally|finalement)(?![a-z])){1,3}"
    r",? {1,2}"
)
#: The clause ends, or the place follows.
_OVER: Final = " ?(?:[,.;:)!?]|$|(?:a|in|at) )"
_WORDED_MARK: Final = r"(?P<mark#>,? (?:puis|pis|then|tiret|barre(?: oblique)?|oblique|trait d'union|slash|dash|hyphen|stroke) )"
#: Between two parts of a date that elements of their own hold: "<a>1985</a><m>04</m>".
#: those of one letter may be marks of HTML, of which nothing is left.
_ELEMENT: Final = r" {0,2}(?:</[a-z_:]{1,16}[> ] {0,4}(?:<[a-z_:]{1,16}[> ] ?)?|<[a-z_:]{1,16}[> ] ?)"
#: The year told by itself: "15 novembre pis chu de 97", "March 3rd and I'm from 88".
_AND_OF: Final = (
    r",? (?:(?:et|and|pis|puis) )?(?:je suis|j'?suis|chu|chuis|i'?m|i am|i was|j'?etais|ne|nee|born)(?: (?:nee?"
    r"|born))? (?:d[eu'] ?|en |from |in |of )"
    r"(?:l'annee )?"
)
#: Behind a part, in brackets, what it is: "1985 (year) 04 (month) 12 (day)".
_CALLED_YEAR: Final = r"\((?:year|annee|an|aaaa|yyyy)\),?"
_CALLED_MONTH: Final = r"\((?:month|mois|mm)\),?"
_CALLED_DAY: Final = r"\((?:day|jour|jj|dd)\),?"
#: Forms that begin with a month's name, or with a year of four figures.
_MONTH_FIRST: Final = (
    rf"{_NAME} {{1,4}}{_D_APART} ?,? {{1,4}}{_ONE_BY_ONE}",
    rf"{_NAME}(?P<mark#>[^a-z0-9,]{{1,6}}){_D},?(?P=mark#){_Y}",
    rf"{_NAME} {{1,4}}{_D},? {{1,4}}(?:virgule|comma) {{1,4}}{_Y}",
    rf"{_NAME} {{1,4}}{_D},? {{0,4}}\( ?{_Y} ?\)",
    rf"{_NAME} {{1,4}}{_D},? {{1,4}}{_IN_THE_YEAR}{_Y}",
    rf"{MONTH}(?![a-z]),? {{1,4}}(?:(?:le|the) )?{_D}(?P<mark#>[ ./-]){_M}(?P=mark#){_Y}",
    rf"{_NAME} {{1,4}}(?:(?:de|of|in|en) )?{_Y}, {{1,4}}(?:on )?(?:le|the) {{1,4}}{_D}(?! (?:d'|of |de )?{MONTH}(?![a-z]))",
    rf"{_NAME} {{1,4}}{_D}{_AND_OF}(?P<y#>'?[0-9]{{4}}|'?[0-9]{{2}})",
    rf"{_NAME} {{1,4}}(?:the )?{_D},? {{1,4}}(?:et )?(?:l'|the )?(?:annee|year|an)(?: is| est|,)? {_Y}",
)
_YEAR_FIRST: Final = (
    rf"{_Y}{_MARK}{_M}(?P=mark#){_D}",
    rf"{_Y}{_NEXT_SAID}(?:{_THEN}|, {{1,2}})(?P<m#>[0-3]?[0-9]|{MONTH}(?![a-z])){_THEN}{_D}",
    rf"{_Y}{_ROMAN_MARK}{_ROMAN}(?P=mark#){_D}",
    rf"{_Y}(?P<mark#>[ ./-]){_ROMAN}(?P=mark#){_D}",
    rf"{_Y}, {{1,4}}{_IN_THE}{_NAME},? {{1,4}}(?:le |on )?(?:the )?{_D}(?! (?:d')?{MONTH}(?![a-z]))",
    rf"{_Y}{_PAIR_END}(?P<m#>{'|'.join(CODES)})(?P=mark#){_D}",
    rf"{_Y}(?P<m#>{'|'.join(CODES)})(?P<d#>[0-3][0-9])",
    rf"{_Y}, {{1,4}}(?:le |the )?{_D},? {{1,4}}(?:(?:au|du) mois )?(?:d'|de |in (?:the month of )?|of |en )?"
    rf"(?P<m#>{MONTH})(?![a-z]){_NO_YEAR_NEXT}",
    rf"{_Y},? {{1,4}}{_NAME} {{1,4}}the {{1,4}}{_D}",
    rf"{_Y} {{1,4}}{_IN_THE}{_NAME}, {{1,4}}(?:le |on )(?:the )?{_D}(?! (?:d')?{MONTH}(?![a-z]))",
    rf"{_Y} ?\((?:le |the |on )?(?:the )?{_D} {{1,4}}(?:d'|de |of )?{_NAME}\)",
    rf"{_Y} ?\((?:on |en )?{_NAME} {{1,4}}(?:the |le )?{_D}\)",
    rf"{_Y}, {{1,4}}(?:(?:in the )?month of |mois (?:de |d'))?{_NAME}, {{1,4}}(?:(?:the |le )?(?:day|jour) )?{_D}"
    rf"(?! (?:d')?{MONTH}(?![a-z]))",
    rf"{_Y} {_CALLED_YEAR} {_M} {_CALLED_MONTH} {_D} {_CALLED_DAY}",
    rf"{_Y}(?P<m#>[01][0-9])[ -](?P<d#>[0-3][0-9])",
    rf"{_Y}[ ./-](?P<m#>[01][0-9])(?P<d#>[0-3][0-9])",
    rf"{_Y}\" ?,? {{0,3}}\"{_M}\" ?,? {{0,3}}\"{_D}",
    rf"{_Y}{_ELEMENT}{_M}{_ELEMENT}{_D}(?= ?</)",
    rf"{_Y}{_MONTH_LABEL}(?P<n#>[01]?[0-9]){_DAY_LABEL}{_D}",
    rf"{_Y}{_MONTH_LABEL}{_NAME}{_DAY_LABEL}{_D}",
    rf"{_Y}{_DAY_LABEL}{_D}{_MONTH_LABEL}(?P<n#>[01]?[0-9])",
    rf"{_Y}{_DAY_LABEL}{_D}{_MONTH_LABEL}{_NAME}",
)
#: What follows a day; forms that begin with one otherwise, with another number so short or with an apostrophe.
_BEHIND_DAY: Final = (
    rf"{_MARK}{_M}(?P=mark#){_Y}",
    rf"{_NEXT_SAID}(?:{_THEN}|, {{1,2}})(?P<m#>[0-3]?[0-9]|{MONTH}(?![a-z])){_THEN}{_Y}",
    rf" (?:du|of|of the) {_IN_WORDS}(?: mois| month)?,? (?:(?:de|en|in|of) )?(?:l'an |l'annee |the year )?{_Y}",
    rf"{_WORDED_MARK}{_M}(?P=mark#)(?P<y#>[0-9]{{2}})",
    rf" (?:du|of) {_M}, {{1,4}}(?:(?:de|en|in|of) )?(?:l'an |l'annee |the year )?{_Y}",
    rf" of the {_M}(?:st|nd|rd|th)?,? (?:(?:in|of) )?(?P<y#>'?[0-9]{{4}}|'[0-9]{{2}}|[3-9][0-9](?={_OVER}))",
    rf",? (?:du mois|of month|of the month|mois|month|in|en) {_M},? (?:(?:de|of|in) )?(?:l'annee |the year )?{_Y}",
    rf"{_MONTH_LABEL}(?P<n#>[01]?[0-9]){_YEAR_LABEL}{_Y}",
    rf"{_MONTH_LABEL}{_NAME}{_YEAR_LABEL}{_Y}",
    rf"(?P<mark#>[^a-z0-9,]{{1,6}}){_NAME}(?P=mark#){_Y}",
    rf"(?P<mark#>,? (?:tiret|trait|dash|hyphen|slash|barre),? ){_NAME}(?P=mark#){_Y}",
    rf" ?\([a-z][a-z -]{{2,20}}\) (?:d'|de |of )?{_NAME},? {{1,4}}(?:(?:de|of|en|in) )?{_Y}",
    rf"(?: (?:day|jour))? (?:of|du|de) (?:the )?{_M}(?:st|nd|rd|th|er|e|eme|ieme)? (?:month|mois)"
    rf",? (?:(?:of|de|in) )?(?:(?:the year|l'an|l'annee) )?{_Y}",
    rf" {{0,4}}(?:d'|de )?{_NAME} {{0,4}}\( ?{_Y} ?\)",
    rf"(?: (?:day|jour))?(?: (?:of|de|du mois de|of the month of) | d'| ){_NAME},? {{1,4}}{_IN_THE_YEAR}{_Y}",
    rf"(?P<mark#>[ ./-]){_ROMAN}(?P=mark#)(?P<y#>'?[0-9]{{2}})",
    rf"{_ROMAN_MARK}{_ROMAN}(?P=mark#)(?P<y#>(?:19|20)[0-9]{{2}})",
    rf", {{1,4}}{_IN_THE}{_NAME},? {{1,4}}(?:(?:de|en|in|of) )?{_Y}",
    rf"{_PAIR_END}{_CODE}(?P=mark#)(?P<y#>(?:19|20)[0-9]{{2}}|'?[0-9]{{2}}(?<!(?:de|no|au|se|ma) ..))",
    rf" {{1,4}}{_NAME} {{1,4}}(?:dernier|passe|last),? {{1,4}}{_Y}",
    rf" {{1,4}}(?:d'|de )?{_NAME}{_AND_OF}(?P<y#>'?[0-9]{{4}}|'?[0-9]{{2}})",
    rf" {{1,4}}(?:d'|de )?{_NAME},? {{1,4}}(?:l'|the )?(?:annee|year|an) {{1,4}}{_Y}",
    rf" du mois d'{_NAME},? {{1,4}}(?:(?:de|en) )?{_Y}",
    rf" {_CALLED_DAY} {_M} {_CALLED_MONTH} {_Y} {_CALLED_YEAR}",
    rf"\" ?,? {{0,3}}\"{_M}\" ?,? {{0,3}}\"{_Y}",
    rf" {{0,4}}{_NAME} ?/ ?{MONTH}\.? {{0,4}}(?P<y#>'?[0-9]{{4}}|'?[0-9]{{2}})",
    rf"{_ELEMENT}{_M}{_ELEMENT}{_Y}(?= ?</)",
)
_SHORT_FIRST: Final = (
    rf"(?:(?<=month )|(?<=mois ))(?P<n#>[01]?[0-9]),? (?:and |et )?(?:the |le )?(?:day|jour) {_D},? (?:(?:in|of|en|de) )?{_Y}",
    rf"(?P<n#>[01]?[0-9])(?:er|e|eme|ieme|st|nd|rd|th)? (?:month|mois),? (?:and |et )?(?:the |le )?{_D} (?:day|jour)"
    rf",? (?:(?:in|of|en|de) )?{_Y}",
    rf"{_D_APART} {{1,4}}(?:d'|de |of )?{_NAME},? {{1,4}}{_ONE_BY_ONE}",
    rf"(?P<d#>[0-3]?[0-9])(?:er|re|e|eme|ieme|st|nd|rd|th){_NAME} {{0,2}}{_Y}",
    rf"(?P<y#>3[2-9]|[4-9][0-9])(?P<mark#>[ /.-]){_NAME}(?P=mark#){_D}",
    rf"(?P<y#>3[2-9]|[4-9][0-9])(?P<mark#>[/.-]){_M}(?P=mark#){_D}",
    rf"(?P<d#>[0-3]?[0-9]) ?(?:er|e|st|nd|rd|th)(?![a-z]){_MARK}{_M}(?P=mark#)(?P<y#>'?[0-9]{{2}})",
    rf"(?<=[a-z] \(){_D}\) (?:d'|de |of )?{_NAME},? {{1,4}}(?:(?:de|of|en|in) )?{_Y}",
    rf"(?P<y#>3[2-9]|[4-9][0-9]){_PAIR_END}(?P<m#>{'|'.join(CODES)})(?P=mark#){_D}",
    rf"(?P<d#>[0-3][0-9])(?P<m#>{'|'.join(CODES)}){_Y}",
    rf"'(?P<y#>[0-9]{{2}}), {{1,4}}{_NAME} {{1,4}}{_D}",
    rf"'?(?P<y#>[0-9]{{2}}), {{1,4}}le {_D} {{1,4}}(?:d'|de )?{_NAME}(?={_OVER})",
    rf"'(?P<y#>[0-9]{{2}}), {{1,4}}{_D} {{1,4}}(?:d'|de )?{_NAME}",
    rf"{_CENTURY}{_PAIR_END}(?P<y#>[0-9]{{2}})(?P=mark#)(?P<m#>[01][0-9])(?P=mark#)(?P<d#>[0-3][0-9])",
    rf"(?P<d#>[0-3][0-9]){_PAIR_END}(?P<m#>[01][0-9])(?P=mark#){_CENTURY}(?P=mark#)(?P<y#>[0-9]{{2}})",
    rf"{_M} {_CALLED_MONTH} {_D} {_CALLED_DAY} {_Y} {_CALLED_YEAR}",
    rf"(?P<d#>[0-3][0-9]) (?P<m#>[01][0-9]){_Y}",
    rf"(?P<d#>[0-3][0-9])1(?P<m#>[01][0-9])/{_Y}",
    rf"(?P<d#>[0-3][0-9])/(?P<m#>[01][0-9])1{_Y}",
    r"(?P<eight#>[0-3](?:[^a-z0-9]{1,5}[0-9](?![0-9])){7})(?![^a-z0-9]{1,5}[0-9](?![0-9]))",
)
_NUMBERS: Final = count()
#: By the last group of a form, the names of its parts and the numbers of their groups; the day that it follows is one.
_Parts = dict[str, tuple[tuple[str, int], ...]]


def _any_of(forms: Iterable[str]) -> str:
    """Any of these, each with the next number."""
    return "|".join(form.replace("#", str(next(_NUMBERS))) for form in forms)


def _odd(*forms: Sequence[str]) -> tuple[Pattern, _Parts]:
    """Any of these forms, and their parts: those that begin with a month's name, those with a year, what follows a day, others.

    By what a look ahead sees first, so that most figures are not tried with all forms: no day has three.
    """
    month_first, year_first, behind_day, short_first = map(_any_of, forms)
    in_years = f"|(?=(?:19|20)[0-9]{{2}})(?:{year_first})" if year_first else ""
    pattern = compiled(
        f"(?<![0-9a-z])(?=[0-9']|{MONTH}(?![a-z]))(?<![0-9][-./,:])(?:"
        f"(?=[a-z])(?:{month_first}){in_years}"
        rf"|(?='|[0-9]{{1,2}}(?:(?![0-9])|1[01][0-9]/))(?:{_D.replace('#', '')}(?:{behind_day})|{short_first})"
        ")(?![0-9])(?![-/.:][0-9])"
    )
    groups = pattern.groupindex
    own: dict[str, list[str]] = {}
    for name in groups:
        own.setdefault(name.lstrip(ascii_lowercase), []).append(name)
    del own[""]  # the day that others follow
    return pattern, {
        names[-1]: tuple(
            (name.rstrip(_ITS_NUMBER), groups[name]) for name in ("d", *names) if not name.startswith("mark")
        )
        for names in own.values()
    }


_ITS_NUMBER: Final = "0123456789"
_FORMS: Final = (_MONTH_FIRST, _YEAR_FIRST, _BEHIND_DAY, _SHORT_FIRST)
_ODD: Final = _odd(*_FORMS)
#: Where no year has its four figures, only these can be.
_WITHOUT_YEAR: Final = _odd(*([form for form in forms if _Y not in form] for forms in _FORMS))
_A_YEAR: Final = compiled("(?:19|20)[0-9]{2}")
#: No such date has fewer figures ("3 mars … 88"), or has them further apart.
_ENOUGH: Final = compiled("[0-9](?:[^0-9]{0,24}[0-9]){2}")
_NO_FIGURE: Final = compiled("[^0-9]+")
#: A year of two figures, which may be a day as well.
_PAIR: Final = 2


def odd_dates(flat: str, oldest: date, today: date, first: Written | None) -> list[Written]:
    """The dates in such forms in flattened text, in order, with those of their readings from `oldest` to `today`.

    Those before the `first` date of another form, if there is one, or in its place.
    """
    if not _ENOUGH.search(flat):
        return []
    found = []
    pattern, parts_of = _ODD if _A_YEAR.search(flat) else _WITHOUT_YEAR
    for one in pattern.finditer(flat):
        if first and (one.start() > first[0] or (one.start() == first[0] and one.end() <= first[1])):
            break
        parts = {name: one[group] for name, group in parts_of[one.lastgroup or ""]}
        if days := plausible(_readings(parts), oldest, today):
            found.append((*one.span(), "odd", days))
    return found


def _readings(parts: dict[str, str]) -> set[date]:
    if "eight" in parts:
        return days_of_eight(_NO_FIGURE.sub("", parts["eight"]))
    years = years_of(_NO_FIGURE.sub("", parts.get("c", "") + parts["y"]))
    day = int(_NO_FIGURE.sub("", parts["d"]))
    if "n" in parts:  # its label says that it is the month
        return days_of(years, int(parts["n"]), day)
    month = parts["m"]
    if month in CODES:
        coded, year = CODES[month], parts["y"].lstrip("'")
        swapped = days_of(years_of(parts["d"]), coded, int(year)) if len(year) == _PAIR else set()
        return days_of(years, coded, day) | swapped
    if month in _NUMBERED:
        return days_of(years, _NUMBERED[month], day)
    if month in ROMAN:
        return days_of(years, ROMAN.index(month) + 1, day)
    if not month.isdigit():
        return days_of_month(years, month, day)
    return days_of(years, int(month), day) | days_of(years, day, int(month))
