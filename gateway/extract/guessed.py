"""Numbers of a table as they were before a program took them for amounts: without a format of their own, a SIN has lost its
zeros and a day is a serial number. Only beside a heading do they mean anything; other figures are left out."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from gateway.extract.numberformats import day

#: Day 0 of a workbook's days, unless it counts from another one (ECMA-376 part 1, §18.17.4.1).
EPOCH: Final = date(1899, 12, 30)
_SHORT: Final = re.compile(r"(?!(?:19|20)\d{6})\d{7,8}")  # a SIN without its zeros, and no date
_GROUPED: Final = re.compile(r"(?<=\d)[ -](?=\d{3})")
_SERIAL: Final = re.compile(r"[1-5]\d{4}")  # a day from 1927 on

_EXPONENT: Final = re.compile(r"([1-9])[.,](\d{4,8})E\+?0?([678])")


def guess(text: str, epoch: date) -> str:
    """What a cell that shows `text` may have held; "" for figures that mean nothing."""
    if text.isalpha():
        return text
    if (packed := _EXPONENT.fullmatch(text)) and len(packed[2]) <= int(packed[3]):
        return f"{packed[1]}{packed[2].ljust(int(packed[3]), '0')}".zfill(9)
    if _SHORT.fullmatch(figures := _GROUPED.sub("", text)):
        return figures.zfill(9)
    if _SERIAL.fullmatch(text):
        return day(float(text), epoch) or ""
    return "" if any(map(str.isdigit, text)) else text
