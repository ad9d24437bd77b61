"""Numbers of a workbook as their formats show them (ECMA-376 part 1, §18.8.30 and §18.8.31): leading zeros, groups, dates."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_FORMAT_ID: Final = re.compile(rb"""numFmtId=["'](\d+)["']""")
_FORMAT_CODE: Final = re.compile(rb"""formatCode=(?:"([^"]*)"|'([^']*)')""")
_STYLES: Final = re.compile(rb"<(?:\w+:)?cellXfs[ >].*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE: Final = re.compile(rb"""<(?:\w+:)?xf\s[^<>]*?numFmtId=["'](\d+)["']""")
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NO_DATE: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE: Final = re.compile(r"[yYdDjJ]|[aA]{4}")
#: A text, a sign, a blank as wide as a sign, a fill, a condition or a colour or a locale, a sign that stands for itself.
_PIECE: Final = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*.|\[([^\]]*)\]|(.)', re.DOTALL)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\Z")
_LAST_DAY: Final = 2_958_465  # of the year 9999
_EXACT: Final = 1e15
#: What a code must have beyond places for digits to show a number otherwise than digit by digit.
_OTHERWISE: Final = frozenset("%/eE.,@")


def formats_of(styles: bytes) -> dict[int, str]:
    """Cell style index -> "date", or the number's format code ("" where it has none of its own)."""
    own = {}
    for tag in _FORMAT.findall(styles):
        named, coded = _FORMAT_ID.search(tag), _FORMAT_CODE.search(tag)
        if named and coded:
            own[int(named[1])] = html.unescape((coded[1] or coded[2] or b"").decode("utf-8", "replace"))
    table = _STYLES.search(styles)
    formats = {}
    for index, number in enumerate(_STYLE.findall(table[0]) if table else ()):
        code = own.get(int(number), "")
        is_date = int(number) in _DATE_FORMATS or _DATE.search(_NO_DATE.sub("", code)) is not None
        formats[index] = "date" if is_date and "General" not in code else code
    return formats


def day(serial: float, epoch: date) -> str | None:
    """The day that a serial number stands for, as ISO 8601; None where it stands for none."""
    return (epoch + timedelta(days=int(serial))).isoformat() if 0 < serial <= _LAST_DAY else None


def shown(text: str, code: str, epoch: date) -> str:
    """The number that `text` spells, as a cell with the format `code` shows it; a code that we do not follow shows it plain."""
    try:
        number = float(text)
    except ValueError:
        return text
    if code == "date" and (named := day(number, epoch)) is not None:
        return named
    if not abs(number) < _EXACT or number != int(number):
        return text
    return _filled(_section(code, number), str(abs(int(number)))) or str(int(number))


def _section(code: str, number: float) -> str:
    """The section of a code that is for `number`."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*\Z)', code)
    for section in sections:
        conditions = [_CONDITION.match(found[4]) for found in _PIECE.finditer(section) if found[4]]
        if any(conditions):
            if any(found and _holds(number, found[1], float(found[2])) for found in conditions):
                return section
        elif number >= 0 or len(sections) == 1:
            return section
        else:
            return sections[1]
    return ""


def _holds(number: float, sign: str, bound: float) -> bool:
    return (
        (number < bound and "<" in sign)
        or (number > bound and ">" in sign)
        or (number == bound and "=" in sign)
    )


def _filled(section: str, digits: str) -> str:
    """`digits` in the places of a section, from the right; nothing where it is not made of places and texts alone."""
    places = list(_places(section))
    count = sum(is_place for _, is_place in places)
    if not count or any(sign in _OTHERWISE or sign.isalpha() for sign in _signs(section)):
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


def _places(section: str) -> Iterator[tuple[str, bool]]:
    """The texts of a section, and the places for a digit in it ("0", "#", "?")."""
    for found in _PIECE.finditer(section):
        quoted, escaped, blank, bracket, plain = found.groups()
        if plain is not None and plain in "0#?":
            yield plain, True
        elif blank is not None:
            yield " ", False
        elif bracket is None and (text := quoted or escaped or plain):
            yield text, False


def _signs(section: str) -> Iterator[str]:
    """The signs of a section that are no texts."""
    return (found[5] for found in _PIECE.finditer(section) if found[5] is not None)
