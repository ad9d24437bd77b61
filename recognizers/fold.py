"""Folds a text to plain ASCII before any pattern sees it, and keeps the way back to the original.

Unicode compatibility forms (NFKD, UAX #15), any decimal digit, exotic spaces and dashes, letters that only look Latin,
invisible characters, line ends of two characters, and what is left of HTML (character references, tags) or
percent-encoding all become what a reader sees. Characters without an ASCII reading become U+007F, so that the folded
text is ASCII always.

Cost: nothing for ASCII, one table look-up a character for what Windows-1252 can hold, a fraction of a microsecond for
each line that ends with CR LF, a few microseconds for each character beyond that.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from recognizers.braille import CELLS, in_print
from recognizers.encoded import (
    CP1252_EXTRA,
    ESCAPE,
    LOST,
    LOST_AT,
    MISREAD,
    MISREAD_ELSEWHERE,
    PERCENT,
    QP,
    QP_FIGURES,
    QP_SHOWN,
    READ_AS,
    REFERENCE,
    TERMINAL,
    UTF7,
    decoded,
    is_mistaken,
)
from recognizers.glance import latin, line_feeds, places
from recognizers.patterns import compiled

UNREADABLE: Final = "\x7f"

#: Letters of other scripts that a reader takes for Latin ones (Unicode TR39 confusables, the part used in identifiers), and small
#: capitals.
_HOMOGLYPHS: Final = dict(
    zip(
        "АВЕКМНОРСТХУІЈЅԚԜЗ"
        + "асеорхуіјѕһԁԛԝѵвкмнт"
        + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
        + "οανικτυρχγβεη"
        + "ᎠᎡᎢᎪᎫᎬᎳᎷᎻᏀᏃᏚᏙᏞᏟᏢᏦᏴ"
        + "ՕՏՍօսհոցզյ"
        + "ᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
        "ABEKMHOPCTXYIJSQW3"
        + "aceopxyijshdqwvbkmht"
        + "ABEZHIKMNOPTYX"
        + "oavikturxyben"
        + "DRTAJEWMHGZSVLCPKB"
        + "OSUouhngqj"
        + "ABCDEFGHJKLMNOPRSTUVWYZ",
        strict=True,
    )
)
#: Characters whose ASCII reading Unicode does not give, or gives as more than one character.
_READINGS: Final = {
    "œ": "o", "Œ": "O", "æ": "a", "Æ": "A", "ß": "s", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l",
    "Ł": "L", "þ": "t", "Þ": "T", "ı": "i", "ƒ": "f", "‹": "<", "›": ">",
    "°": "^", "º": "^", "ª": "^",
    "↑": "^", "⬆": "^", "⇧": "^", "☝": "^", "👆": "^", "←": "<", "⬅": "<",
    "…": ".", "·": ".", "•": "*", "∙": ".", "⋅": ".", "・": ".", "●": "*", "×": "*",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "´": "'", "¨": '"', "ʼ": "'", "′": "'",
    "¦": "|", "│": "|", "┃": "|", "¬": "-", "−": "-", "¯": "-", "─": "-", "¼": " ", "½": " ", "¾": " ", "™": " ", "¸": ",",
    "⁄": "/", "∕": "/", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
#: What Chinese, Japanese and Korean write behind a day or a number, as part of it.
_BEHIND_FIGURES: Final = frozenset("日号號일")
#: Months and the words for a date of birth in Arabic, Russian, Ukrainian, Chinese, Japanese and Korean, beside figures that
#: everybody reads.
_WORDS: Final = {
    word: reading
    for reading, words in {
        "january": "يناير جانفي января січня",
        "february": "فبراير فيفري شباط февраля лютого",
        "march": "مارس آذار марта березня",
        "april": "أبريل ابريل إبريل أفريل نيسان апреля квітня",
        "may": "مايو ماي أيار мая травня",
        "june": "يونيو جوان حزيران июня червня",
        "july": "يوليو يوليوز جويلية تموز июля липня",
        "august": "أغسطس اغسطس غشت أوت августа серпня",
        "september": "سبتمبر شتنبر أيلول сентября вересня",
        "october": "أكتوبر اكتوبر октября жовтня",
        "november": "نوفمبر نونبر ноября листопада",
        "december": "ديسمبر دجنبر декабря грудня",
        "date of": "تاريخ дата Дата",
        "date of birth": "出生日期 出生年月日 生年月日 생년월일",
        "birth": "الميلاد الولادة ميلاد рождения народження",
    }.items()
    for word in words.split()
}
_FILLERS: Final = frozenset("\u034f\u115f\u1160\u3164\uffa0\u180e\u2800")
_SPACES: Final = frozenset(("Zs", "Cc"))

#: In Windows-1252 a character that folds away or to several would move the offsets: those take the slow way.
_MOVING: Final = "\xad"
#: Spaces, dashes and quotes in print, geometric shapes, signs, dingbats, pictures: from which to which.
_SIGNS: Final = (
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x202F), (0x2032, 0x2033),
    (0x25A0, 0x27BF), (0x1F300, 0x1F6FF), (0x1F900, 0x1F9FF),
)  # fmt: skip


def fold_character(char: str) -> str:
    """The ASCII reading of one character: usually one character, "" for an invisible one."""
    if char < "\x80":
        return char
    if reading := _READINGS.get(char) or _HOMOGLYPHS.get(char):
        return reading
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me") or char in _FILLERS:
        return ""
    if category in _SPACES:
        return " "
    if category == "Pd":
        return "-"
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    plain = "".join(fold for fold in unicodedata.normalize("NFKD", char) if fold < "\x80")
    return plain if plain.strip() else UNREADABLE


def _latin1() -> bytes:
    """What each character of Latin-1 folds to, one byte for one. Superscript figures are notes and units, not digits."""
    table = bytearray(range(256))
    for code in range(0x80, 0x100):
        table[code] = ord(" ") if chr(code) in "¹²³" else ord((fold_character(chr(code)) or " ")[0])
    return bytes(table)


_LATIN1: Final = _latin1()
#: What Windows-1252 has beyond Latin-1, by number.
_CP1252: Final = {ord(char): ord(fold_character(char)) for char in CP1252_EXTRA}

_INLINE: Final = "wbr|b|i|u|em|strong|span|font|a|small|big|mark|code|sub|sup"
_BLOCK: Final = "td|th|tr|table|tbody|br|p|div|li|ul|ol"
#: Attributes that may hold a number: staff who read the text as it is see it.
_TELLING: Final = r"(?!(?:[^<>0-9]{0,300}[0-9]){8})"
#: A block's end takes the end of its line with it.
_TAG: Final = (
    rf"<(?:/(?i:{_BLOCK})>[ \t]*+\r?\n[ \t]*+"
    rf"|(?:/?(?i:{_INLINE}|{_BLOCK})(?:\s{_TELLING}[^<>]{{0,300}})?/?|!--{_TELLING}[^<>]{{0,300}}--)>)"
)
#: What encloses a link's words in Markdown, and marks of a forum's text (BBCode). An address that may hold a number stays.
_ADDRESS: Final = r"\((?=[a-z#/])(?!(?:[^()\s0-9]{0,200}[0-9]){8})[^()\s]{1,200}\)"
_LINKED_TO: Final = rf"\[(?=[^\[\]\n]{{1,80}}\]{_ADDRESS})|\]{_ADDRESS}"
_BBCODE: Final = (
    r"\[(?:/?(?i:b|i|u|s|em|strong|color|colour|size|font|center|code|mark|td)(?:=[^\[\]\n]{0,30})?|/)\]"
)
#: A number in superscripts; a figure by itself is a note or a unit, unless it is a word before such a number: "² mai ¹⁹⁵⁵".
_SUPERSCRIPTS: Final = (
    r"(?<![0-9])[¹²³⁰⁴-⁹]{2,}|(?<![^\s:(])[¹²³⁰⁴-⁹](?=[,.]? (?:[^\W\d_]{3,9}\.?,? )?[¹²³⁰⁴-⁹]{2})"
)
#: What takes more or fewer characters once folded, or was lost: one pattern for each character that it may begin with.
_TAGS, _REFERENCES, _PERCENTS, _QPS, _ESCAPED, _SEVENS, _LINKS, _FORUM, _COLOURS = _MARKUP = tuple(
    map(compiled, (_TAG, REFERENCE, PERCENT, QP, ESCAPE, UTF7, _LINKED_TO, _BBCODE, TERMINAL))
)
#: A line's end of two characters, which reads as one.
_LINE_END: Final = "\r\n"
#: The group whose characters are read one by one.
_EACH: Final = "each"
#: And the one that is read as Braille.
_CELLS: Final = "cells"
_LOST_AFTER_N, _LOSSES = (compiled(LOST_AT[mark]) for mark in "&?")
_EXOTIC_PARTS: Final = [
    *(each.pattern for each in _MARKUP),
    LOST,
    MISREAD,
    MISREAD_ELSEWHERE,
    rf"(?P<{_CELLS}>{CELLS})",
    rf"(?P<{_EACH}>{_SUPERSCRIPTS}|[^\x00-\x7f\xa0-\xac\xae-\xff{CP1252_EXTRA}]+)",
]
_EXOTIC: Final = compiled("|".join(_EXOTIC_PARTS))
#: The same in a text that is quoted-printable: any of its figures.
_EXOTIC_QP: Final = compiled("|".join([QP_FIGURES, *_EXOTIC_PARTS]))
#: How each of them begins: one class of characters, which `re` finds fast.
_MAY_BE_EXOTIC: Final = compiled(
    r"[^\x00-\x1a\x1c-$'-*,-;>@-Z\^-\x7f\xa0-\xab\xae-\xb1\xb4-\xb8\xba-\xbe\xc0\xc1\xc4-\xc9\xcb-\xd3\xd5-\xe1\xe3-\xfe"
    rf"{CP1252_EXTRA.translate(dict.fromkeys(map(ord, '‚Ž–')))}]"
)
_TAG_NAME: Final = compiled(r"</?([A-Za-z]+)")
_BLOCKS: Final = frozenset(_BLOCK.split("|"))


class Folded:
    """A folded text and the way back: `text` is ASCII, `span` leads to offsets of the original."""

    __slots__ = ("_atomic", "_raws", "_starts", "raw", "text")

    def __init__(self, raw: str, text: str, pieces: list[tuple[int, int, int]] | None = None) -> None:
        self.raw = raw
        self.text = text
        # Pieces in order: where each begins in the folded text and in the original, and the number of original
        # characters it stands for as one (0: it runs character by character).
        self._starts: list[int] | None = None
        self._raws: Sequence[int] = ()
        self._atomic: Sequence[int] = ()
        if pieces:
            self._starts = list(map(itemgetter(0), pieces))
            self._raws = list(map(itemgetter(1), pieces))
            self._atomic = list(map(itemgetter(2), pieces))

    def __repr__(self) -> str:
        return f"Folded({len(self.raw)} characters)"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of folded[start:end] (end > start), with the marks that combine with its last character."""
        if self._starts is None:
            return start, end
        first = bisect_right(self._starts, start) - 1
        raw_start = self._raws[first] + (0 if self._atomic[first] else start - self._starts[first])
        last = bisect_right(self._starts, end - 1) - 1
        raw_end = self._raws[last] + (self._atomic[last] or end - self._starts[last])
        while raw_end < len(self.raw) and (
            unicodedata.category(self.raw[raw_end]) in ("Mn", "Me") or self.raw[raw_end] in _BEHIND_FIGURES
        ):
            raw_end += 1
        return raw_start, raw_end

    def changes(self, start: int, end: int) -> bool:
        """Whether folded[start:end] holds a piece that was written otherwise."""
        if self._starts is None:
            return False
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        return any(self._atomic[first:last])

    def changed(self) -> Iterator[tuple[int, int]]:
        """Where the folded text holds something that was written otherwise, in order."""
        if self._starts is None:
            return
        ends = [*self._starts[1:], len(self.text)]
        for start, end, original in zip(self._starts, ends, self._atomic, strict=True):
            if original:
                yield start, end

    def folded_span(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """The folded offsets of raw[raw_start:raw_end]: the way there, for what was found in the original."""
        return self._to_folded(raw_start), self._to_folded(raw_end)

    def _to_folded(self, raw_position: int) -> int:
        if self._starts is None:
            return raw_position
        piece = max(bisect_right(self._raws, raw_position) - 1, 0)
        end = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
        if self._atomic[piece]:
            return self._starts[piece] if raw_position <= self._raws[piece] else end
        return min(self._starts[piece] + max(raw_position - self._raws[piece], 0), end)


class _ByLines(Folded):
    """A text whose line ends have two characters, folded as if they had one; where they stand is asked on the way back only.

    They are those of `ended`: the original, or what it reads as one for one.
    """

    __slots__ = ("_ended", "_ends", "_folded")

    def __init__(self, raw: str, ended: str, folded: Folded) -> None:
        super().__init__(raw, folded.text)
        self._ended = ended
        self._folded = folded
        self._ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        start, end = self._folded.span(start, end)
        return start + self._ends_before(start), end + self._ends_before(end - 1)

    def changes(self, start: int, end: int) -> bool:
        return self._folded.changes(start, end)

    def changed(self) -> Iterator[tuple[int, int]]:
        return self._folded.changed()

    def _to_folded(self, raw_position: int) -> int:
        before = bisect_left(self._line_ends(), raw_position)
        return self._folded._to_folded(raw_position - before)

    def _ends_before(self, position: int) -> int:
        ends = self._line_ends()
        return bisect_right(range(len(ends)), position, key=lambda number: ends[number] - number)

    def _line_ends(self) -> list[int]:
        """Where line ends stand while they have two characters."""
        if self._ends is None:
            self._ends = places(_LINE_END, self._ended.encode("ascii", "replace").decode("ascii"))
        return self._ends


def fold(text: str) -> Folded:
    """Folds `text` (any length, any content) in linear time; CR LF reads as LF does."""
    if not _has_markup(text):
        if text.isascii():
            return _read_by_lines(text, text)
        if _MOVING not in text and not is_mistaken(text) and (plain := _fold_single(text)) is not None:
            return _read_by_lines(text, plain)
    if _LINE_END in text:
        return _ByLines(text, text, _fold_exotic(text.replace(_LINE_END, "\n")))
    return _fold_exotic(text)


def _read_by_lines(text: str, plain: str) -> Folded:
    """`text`, which folds one for one to `plain`, with one character for each of its line ends."""
    if "\r" not in plain:
        return Folded(text, plain)
    read = line_feeds(plain)
    return Folded(text, plain) if len(read) == len(plain) else _ByLines(text, plain, Folded(read, read))


def _has_markup(text: str) -> bool:
    """Whether something in Latin characters is not what it reads as; looking for its first character costs next to nothing."""
    return (
        ("<" in text and _TAGS.search(text) is not None)
        or ("&" in text and (_REFERENCES.search(text) is not None or _LOST_AFTER_N.search(text) is not None))
        or ("%" in text and _PERCENTS.search(text) is not None)
        or ("=" in text and (_QPS.search(text) is not None or QP_SHOWN.search(text) is not None))
        or ("\\" in text and _ESCAPED.search(text) is not None)
        or ("?" in text and _LOSSES.search(text) is not None)
        or ("+" in text and "+A" in text and _SEVENS.search(text) is not None)
        or ("[" in text and "](" in text and _LINKS.search(text) is not None)
        or ("[" in text and "[/" in text and _FORUM.search(text) is not None)
        or ("\x1b" in text and _COLOURS.search(text) is not None)
    )


def _fold_single(text: str) -> str | None:
    """`text` folded one for one; None where that cannot be. Superscripts are a number's only beside what Windows-1252 has not."""
    plain = latin(text, _LATIN1, _CP1252)
    if plain is None and not ("¹" in text or "²" in text or "³" in text):
        return latin(text, _LATIN1, _signs())
    return plain


@cache
def _signs() -> dict[int, int]:
    """What the signs fold to that do so one for one, and what Windows-1252 has, by number."""
    readings = {code: fold_character(chr(code)) for first, last in _SIGNS for code in range(first, last + 1)}
    return _CP1252 | {code: ord(reading) for code, reading in readings.items() if len(reading) == 1}


def _fold_exotic(text: str) -> Folded:
    """Replaces what moves offsets piece by piece, then folds the rest one for one."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = raw_at = 0

    def copy(until: int) -> None:
        nonlocal at
        if until > raw_at:
            pieces.append((at, raw_at, 0))
            parts.append(text[raw_at:until])
            at += until - raw_at

    exotic = _EXOTIC_QP if "=" in text and QP_SHOWN.search(text) else _EXOTIC
    for spot in _MAY_BE_EXOTIC.finditer(text):
        if spot.start() < raw_at or not (found := exotic.match(text, spot.start())):
            continue
        copy(found.start())
        raw_at = found.end()
        token, name = found[0], found.lastgroup
        position = found.start()
        for unit, reading in _units(token, name):
            if reading:
                pieces.append((at, position, len(unit)))
                parts.append(reading)
                at += len(reading)
            position += len(unit)
    copy(len(text))
    joined = "".join(parts)
    if not pieces:
        pieces.append((0, 0, 0))
    plain = joined if joined.isascii() else _fold_single(joined)
    assert plain is not None  # nothing is left in it but what one byte stands for
    return Folded(text, plain, pieces)


def _units(token: str, name: str | None) -> Iterable[tuple[str, str]]:
    """What is read by itself of what the group of that name matched, in order, and what each reads as."""
    if name == _CELLS:
        return in_print(token)
    if name in READ_AS:
        return ((token, READ_AS[name]),)
    if name == _EACH and token not in _WORDS:
        return [(unit, _reading(unit)) for unit in token]
    return ((token, _reading(token)),)


def replaced(text: str, found: list[tuple[int, int, str]]) -> Folded:
    """`text` with other readings in places: from where to where, in order, and what is read there. One within another is left."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = position = 0
    for start, end, reading in found:
        if start < position:
            continue
        pieces += [(at, position, 0)] if start > position else []
        parts += [text[position:start], reading]
        at += start - position
        pieces.append((at, start, end - start))
        at += len(reading)
        position = end
    if position < len(text):
        pieces.append((at, position, 0))
        parts.append(text[position:])
    return Folded(text, "".join(parts), pieces)


@lru_cache(maxsize=4096)
def _reading(unit: str) -> str:
    """What one exotic character, character reference, escape or tag reads as."""
    if unit[0] == "\x1b":
        return ""
    if reading := _WORDS.get(unit):
        return reading
    if unit[0] in "[]":
        return " | " if unit[:3].lower() == "[td" else ""
    if unit[0] == "<":
        tag = _TAG_NAME.match(unit)
        name = tag[1].lower() if tag else ""
        if name in ("td", "th"):
            return "" if unit[1] == "/" else " | "
        return "\n" if name in _BLOCKS and (name, unit[1]) != ("tr", "/") else ""
    return fold_character(unit) if len(unit) == 1 else "".join(map(fold_character, decoded(unit)))
