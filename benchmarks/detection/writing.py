"""The ways in which people, phones, forms and mail programs write an identifier or a date."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
MONTHS_EN = "January February March April May June July August September October November December".split()
SHORT_FR = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e"
_HOMOGLYPHS = dict(zip("ABEHKMOPTX", "АВЕНКМОРТХ", strict=True)) | dict(zip("INYZ", "ΙΝΥΖ", strict=True))
_LOOKALIKE = str.maketrans("01", "Ol")
_UNITS_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
)
_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS_FR = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
_TENS_EN = {
    2: "twenty",
    3: "thirty",
    4: "forty",
    5: "fifty",
    6: "sixty",
    7: "seventy",
    8: "eighty",
    9: "ninety",
}
_ORDINALS_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
).split()

Style = Callable[[str, random.Random], str]


def nam_groups(nam: str) -> list[str]:
    """As on the card: 4-4-4."""
    return [nam[:4], nam[4:8], nam[8:]]


def sin_groups(sin: str) -> list[str]:
    """As on the card: 3-3-3."""
    return [sin[:3], sin[3:6], sin[6:]]


def pairs(value: str, head: int) -> list[str]:
    """The first `head` characters, then two by two."""
    return ([value[:head]] if head else []) + [value[i : i + 2] for i in range(head, len(value), 2)]


def in_words(number: int, lang: str) -> str:
    """A number from 0 to 99 in words."""
    if lang == "en":
        if number < 20:
            return _UNITS_EN[number]
        return _TENS_EN[number // 10] + (f"-{_UNITS_EN[number % 10]}" if number % 10 else "")
    if number <= 16:
        return _UNITS_FR[number]
    if number < 20:
        return "dix-" + _UNITS_FR[number - 10]
    ten, unit = divmod(number, 10)
    if ten in (7, 9):
        return f"{_TENS_FR[ten - 1]}{' et ' if number == 71 else '-'}{in_words(10 + unit, lang)}"
    if not unit:
        return _TENS_FR[ten] + ("s" if ten == 8 else "")
    return f"{_TENS_FR[ten]}{' et ' if unit == 1 and ten != 8 else '-'}{_UNITS_FR[unit]}"


def year_in_words(year: int, lang: str) -> str:
    """A year in words: "mil neuf cent quatre-vingt-cinq", "nineteen eighty-five", "two thousand and five"."""
    if lang == "fr":
        head, rest = ("mil neuf cent", year - 1900) if year < 2000 else ("deux mille", year - 2000)
        return head + (f" {in_words(rest, lang)}" if rest else "")
    if 2000 <= year < 2010:
        return "two thousand" + (f" and {in_words(year - 2000, lang)}" if year > 2000 else "")
    rest = year % 100
    tail = "hundred" if not rest else f"oh {in_words(rest, lang)}" if rest < 10 else in_words(rest, lang)
    return f"{in_words(year // 100, lang)} {tail}"


def date_in_words(day: date, lang: str) -> str:
    """A whole date in words."""
    if lang == "fr":
        number = "premier" if day.day == 1 else in_words(day.day, lang)
        return f"{number} {MONTHS_FR[day.month - 1]} {year_in_words(day.year, lang)}"
    ordinal = _ORDINALS_EN[day.day - 1] if day.day <= 20 else in_words(day.day, "en")
    if day.day > 20:
        head, _, unit = ordinal.partition("-")
        ordinal = f"{head}-{_ORDINALS_EN[_UNITS_EN.index(unit) - 1]}" if unit else head.replace("ty", "tieth")
    return f"{MONTHS_EN[day.month - 1]} {ordinal}, {year_in_words(day.year, lang)}"


def plain_date(day: date, lang: str, rng: random.Random) -> str:
    """A date in one of the ordinary ways."""
    d, m, y = day.day, day.month, day.year
    fr, en = MONTHS_FR[m - 1], MONTHS_EN[m - 1]
    ordinal = f"{d}{'th' if 10 < d < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(d % 10, 'th')}"
    figures = [
        f"{day:%Y-%m-%d}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"{d}/{m}/{y}",
        f"{day:%d.%m.%Y}",
    ]
    figures += [f"{day:%Y %m %d}", f"{day:%d/%m/%y}", f"{day:%Y.%m.%d}", f"{day:%Y%m%d}"]
    words_fr = [
        f"{'1er' if d == 1 else d} {fr}{' ' if rng.random() < 0.97 else '  '}{y}",
        f"{d} {SHORT_FR[m - 1]} {y}",
        f"{d} {fr.upper()} {y}",
    ]
    words_fr += [f"{d} {strip_accents(fr)} {y}", f"{d}-{SHORT_FR[m - 1].strip('.')}-{y}"]
    words_en = [
        f"{en} {d}, {y}",
        f"{en} {ordinal}, {y}",
        f"{en[:3]}. {d}, {y}",
        f"{d} {en} {y}",
        f"{d}-{en[:3].upper()}-{y}",
        f"the {ordinal} of {en} {y}"[4:],
    ]
    words_en += [f"{en[:3]} {d} {y}", f"{en.lower()} {d} {y}", f"{day:%m/%d/%Y}"]
    return rng.choice(figures if rng.random() < 0.5 else words_fr if lang == "fr" else words_en)


def strip_accents(text: str) -> str:
    """What people type on a phone in a hurry."""
    return text.translate(str.maketrans("éèêëàâîïôûùçÉÈÀ", "eeeeaaiiouucEEA"))


def fullwidth(text: str, rng: random.Random) -> str:
    """Full-width forms (U+FF01-FF5E)."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def arabic(text: str, rng: random.Random) -> str:
    """Arabic-Indic digits."""
    return "".join(chr(0x660 + int(char)) if char.isdigit() else char for char in text)


def invisible(text: str, rng: random.Random) -> str:
    """Characters nobody sees between those one does."""
    return "".join(
        char + (rng.choice(_INVISIBLE) if index + 1 < len(text) and rng.random() < 0.6 else "")
        for index, char in enumerate(text)
    )


def nbsp(text: str, rng: random.Random) -> str:
    """Spaces of a typesetter."""
    return "".join(rng.choice("\u00a0\u202f\u2009\u2007") if char == " " else char for char in text)


def homoglyph(text: str, rng: random.Random) -> str:
    """Cyrillic and Greek letters that look Latin; exotic dashes."""
    return "".join(_HOMOGLYPHS.get(char, rng.choice("‐‑–−") if char == "-" else char) for char in text)


def lookalike(text: str, rng: random.Random) -> str:
    """O for 0 and l for 1, in at most two places."""
    places = [index for index, char in enumerate(text) if char in "01"]
    chosen = rng.sample(places, min(2, len(places)))
    return "".join(char.translate(_LOOKALIKE) if index in chosen else char for index, char in enumerate(text))


def entities(text: str, rng: random.Random) -> str:
    """Character references that some program left in the text."""
    return "".join(
        "&nbsp;" if char == " " else f"&#{ord(char)};" if rng.random() < 0.5 else char for char in text
    )


def wrapped(text: str, rng: random.Random) -> str:
    """Broken over two lines by a mail program, perhaps inside a quotation."""
    places = [index for index, char in enumerate(text) if char in " -/."]
    if not places:
        return text
    at = rng.choice(places)
    keep = "" if text[at] == " " else text[at]
    return text[:at] + keep + rng.choice(("\n", "\r\n", "\n> ", "\n> > ", " \n")) + text[at + 1 :]


def tagged(text: str, rng: random.Random) -> str:
    """Tags that some program put into the value and left there."""
    at = rng.randrange(1, len(text))
    return text[:at] + rng.choice(("<wbr>", "<b></b>", '<span class="x">', "<!-- -->")) + text[at:]


def linked(groups: list[str], lang: str, rng: random.Random) -> str:
    """As one says it on the phone: one group, then the next."""
    return rng.choice((" puis ", ", ensuite ") if lang == "fr" else (" then ", ", then ")).join(groups)


NOISE: dict[str, Style] = {
    "fullwidth": fullwidth,
    "arabic-indic": arabic,
    "invisible": invisible,
    "typeset spaces": nbsp,
    "homoglyphs": homoglyph,
    "look-alikes": lookalike,
    "entities": entities,
    "wrapped": wrapped,
    "tags": tagged,
}
