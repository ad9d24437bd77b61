"""Numbers of a workbook as their formats show them (ECMA-376 part 1, §18.8.30 and §18.8.31): leading zeros, groups, dates."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*+)>")
_FORMAT_ID: Final = re.compile(rb"""numFmtId\s*=\s*["'](\d{1,9})["']""")
_FORMAT_CODE: Final = re.compile(rb"""formatCode\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STYLES: Final = re.compile(rb"<(?:\w+:)?cellXfs[\s>](?:[^<]++|<(?!/?(?:\w+:)?cellXfs))*+")
_STYLE: Final = re.compile(rb"<(?:\w+:)?xf(?=[\s/>])([^<>]*+)>")
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NO_DATE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_WORDS: Final = re.compile(r'"([^"]*)"')
_DATE: Final = re.compile(r"[yYdDjJ]|[aA]{4}")
#: A text, a sign, a blank as wide as a sign, a fill, a condition or a colour or a locale, a sign that stands for itself.
_PIECE: Final = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*.|\[([^\]]*)\]|(.)', re.DOTALL)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\Z")
_LAST_DAY: Final = 2_958_465  # of the year 9999
_EXACT: Final = 1e15
_LONGEST: Final = 255  # characters of a code that a program takes
_PLACES: Final = "0#?"
#: What a code must have beyond places for digits to show a number otherwise than digit by digit.
_OTHERWISE: Final = frozenset("%/eE.,@")


class _Section(NamedTuple):
    """One section of a code: its texts, and its places for a digit ("0", "#", "?"); none where it shows a number otherwise.
    A number is for it that meets one of its conditions."""

    places: tuple[tuple[str, bool], ...]
    conditions: tuple[tuple[str, float], ...]


def formats_of(styles: bytes) -> dict[int, str]:
    """Cell style index -> "date" and the words before it, or the number's format code ("" where it has none of its own)."""
    own = {}
    for tag in _FORMAT.findall(styles):
        named, coded = _FORMAT_ID.search(tag), _FORMAT_CODE.search(tag)
        if named and coded:
            said = html.unescape((coded[1] or coded[2] or b"").decode("utf-8", "replace"))
            own[int(named[1])] = said[:_LONGEST]
    table = _STYLES.search(styles)
    formats = {}
    for index, style in enumerate(_STYLE.findall(table[0]) if table else ()):
        named = _FORMAT_ID.search(style)
        number = int(named[1]) if named else 0
        code = own.get(number, "")
        is_date = number in _DATE_FORMATS or _DATE.search(_NO_DATE.sub("", code)) is not None
        formats[index] = _date_code(code) if is_date and "General" not in code else code
    return formats


def _date_code(code: str) -> str:
    """ "date", and the words that a code shows before the day."""
    begun = _DATE.search(_NO_DATE.sub(lambda piece: " " * len(piece[0]), code))
    return "date" + "".join(_WORDS.findall(code, 0, begun.start()) if begun else ())


def day(serial: float, epoch: date) -> str | None:
    """The day that a serial number stands for, as ISO 8601; None where it stands for none."""
    return (epoch + timedelta(days=int(serial))).isoformat() if 0 < serial <= _LAST_DAY else None


def shown(text: str, code: str, epoch: date) -> str:
    """The number that `text` spells, as a cell with the format `code` shows it; a code that we do not follow shows it plain."""
    if not code and text.isdigit():
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    if code.startswith("date") and (named := day(number, epoch)) is not None:
        return code.removeprefix("date") + named
    if not abs(number) < _EXACT or number != int(number):
        return text
    section = _section(code, number)
    return (section and _filled(section.places, str(abs(int(number))))) or str(int(number))


def _section(code: str, number: float) -> _Section | None:
    """The section of a code that is for `number`."""
    sections = _sections(code)
    for section in sections:
        if section.conditions:
            if any(_holds(number, sign, bound) for sign, bound in section.conditions):
                return section
        elif number >= 0 or len(sections) == 1:
            return section
        else:
            return sections[1]
    return None


def _holds(number: float, sign: str, bound: float) -> bool:
    return (
        (number < bound and "<" in sign)
        or (number > bound and ">" in sign)
        or (number == bound and "=" in sign)
    )


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    """The sections of a code, which semicolons part that stand in no text."""
    sections: list[list[re.Match[str]]] = [[]]
    for piece in _PIECE.finditer(code):
        if piece[5] == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return tuple(map(_read, sections))


def _read(pieces: Sequence[re.Match[str]]) -> _Section:
    places: list[tuple[str, bool]] = []
    conditions: list[tuple[str, float]] = []
    followed = True
    for piece in pieces:
        quoted, escaped, blank, bracket, plain = piece.groups()
        if plain is not None and plain in _PLACES:
            places.append((plain, True))
        elif plain is not None and (plain in _OTHERWISE or plain.isalpha()):
            followed = False
        elif bracket is not None:
            if found := _CONDITION.match(bracket):
                conditions.append((found[1], float(found[2])))
        elif blank is not None:
            places.append((" ", False))
        elif text := quoted or escaped or plain:
            places.append((text, False))
    return _Section(tuple(places if followed else ()), tuple(conditions))


def _filled(places: Sequence[tuple[str, bool]], digits: str) -> str:
    """`digits` in the places, from the right; nothing where there are no places."""
    count = sum(is_place for _, is_place in places)
    if not count:
        return ""
    out: list[str] = []
    left = list(digits)
    for text, is_place in reversed(places):
        if not is_place:
            out.append(text)
            continue
        count -= 1
        if left:
            out.append("".join(left) if not count else left.pop())
            left = left if count else []
        else:
            out.append({"0": "0", "?": " "}.get(text, ""))
    return "".join(reversed(out)).strip()
