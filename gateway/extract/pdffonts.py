"""Fonts of a PDF that do not say what they show: without a map to Unicode, or with one that contradicts the font's encoding or
its glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from gateway.extract.pdfglyphs import contradicted
from gateway.extract.pdfunseen import content_of

#: Names of glyphs that are numbers and no characters, as programs give them to what they make fonts of.
_NUMBERED: Final = re.compile(r"/(?!u(?:ni)?[0-9A-F]{4})(?:[A-Za-z]{1,5}\d+|\d+)")
_LEAST_NUMBERED: Final = 5
_LEAST_GLYPHS: Final = 10  # a font with fewer has bullets and arrows
_DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BY_NAME: Final = {f"/{name}": str(digit) for digit, name in enumerate(_DIGITS)} | {
    f"/{letter}": letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
_LATIN: Final = frozenset(("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"))
_MOST_OF_MAP: Final = 256 * 1024
_MOST_STEPS: Final = 2 * 65_536  # codes in ranges
#: By the octets of a code.
_CODE: Final = {width: rb"<([0-9A-Fa-f]{%d})>\s*+" % (2 * width) for width in (1, 2)}
_CHARS: Final = {width: re.compile(code + rb"<([0-9A-Fa-f]{4})>") for width, code in _CODE.items()}
_RANGE: Final = {width: re.compile(code + code + rb"<([0-9A-Fa-f]{4})>") for width, code in _CODE.items()}
_LIST: Final = {
    width: re.compile(code + code.replace(b"(", b"(?:") + rb"\[([^\[\]]*+)\]")
    for width, code in _CODE.items()
}
_HEX: Final = re.compile(rb"<([0-9A-Fa-f]{4})>")
_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_BLOCK: Final = re.compile(rb"beginbf(char|range)")
_LEAST_CONTRADICTED: Final = 3
_KINDS: Final = ("/Type1", "/TrueType", "/MMType1")


def mute_pages(document: pikepdf.Pdf) -> set[int]:
    """The pages that have such a font."""
    known: dict[tuple[int, int], bool] = {}
    by_page = {
        number: list(_fonts(pikepdf.Page(page.obj).resources)) for number, page in enumerate(document.pages)
    }
    mute = {number for number, fonts in by_page.items() if any(_is_mute(font, known) for font in fonts)}
    told = {
        font.objgen: (font, codes)
        for number, fonts in by_page.items()
        for font in fonts
        if number not in mute and font.is_indirect and _is_embedded(font) and (codes := _codes(font))
    }
    wrong = dict(zip(told, contradicted(list(told.values())), strict=True))
    return mute | {
        number for number, fonts in by_page.items() if any(wrong.get(font.objgen, False) for font in fonts)
    }


def _is_embedded(font: Any) -> bool:
    heirs = font.get("/DescendantFonts")
    heir = heirs[0] if isinstance(heirs, pikepdf.Array) and len(heirs) else font
    described = heir.get("/FontDescriptor") if isinstance(heir, pikepdf.Dictionary) else None
    return isinstance(described, pikepdf.Dictionary) and any(key in described for key in _PROGRAMS)


def _codes(font: Any) -> dict[bytes, str]:
    """Code -> character, as the font's map to Unicode tells; without one and without an encoding, as ASCII does."""
    to_unicode = font.get("/ToUnicode")
    if not isinstance(to_unicode, pikepdf.Stream):
        return {bytes((code,)): chr(code) for code in _built_in(font) if code < 0x80 and chr(code).isalnum()}
    width = 2 if str(font.get("/Subtype")) == "/Type0" else 1
    told = _map(content_of(to_unicode)[:_MOST_OF_MAP], width)
    return {code.to_bytes(width, "big"): char for code, char in told.items()}


def _fonts(resources: Any) -> Iterator[Any]:
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    for _, font in fonts.items() if isinstance(fonts, pikepdf.Dictionary) else ():
        if isinstance(font, pikepdf.Dictionary):
            yield font


def _is_mute(font: Any, known: dict[tuple[int, int], bool]) -> bool:
    if not font.is_indirect:
        return _tells_nothing(font) or _contradicts_itself(font)
    if font.objgen not in known:
        known[font.objgen] = _tells_nothing(font) or _contradicts_itself(font)
    return known[font.objgen]


def _tells_nothing(font: Any) -> bool:
    """Whether codes can only be glyphs' numbers (ISO 32000-1 §9.10.2)."""
    if "/ToUnicode" in font:
        return False
    if str(font.get("/Subtype")) == "/Type0":
        heirs = font.get("/DescendantFonts")
        heir = heirs[0] if isinstance(heirs, pikepdf.Array) and len(heirs) else None
        system = heir.get("/CIDSystemInfo") if isinstance(heir, pikepdf.Dictionary) else None
        ordering = system.get("/Ordering", "") if isinstance(system, pikepdf.Dictionary) else ""
        return str(ordering) in ("", "Identity")
    if codes := _built_in(font):
        figures_and_letters = sum(code < 0x80 and chr(code).isalnum() for code in codes)
        return len(codes) >= _LEAST_GLYPHS and figures_and_letters * 2 < len(codes)
    names = _differences(font).values()
    if str(font.get("/Subtype")) == "/Type3":
        return any(map(_NUMBERED.fullmatch, names))
    return sum(_NUMBERED.fullmatch(name) is not None for name in names) >= _LEAST_NUMBERED


def _built_in(font: Any) -> list[int]:
    """The codes of glyphs of an embedded TrueType font that says of none which character it is (§9.6.6.4); else nothing."""
    if str(font.get("/Subtype")) != "/TrueType" or "/Encoding" in font or not _is_embedded(font):
        return []
    first, widths = font.get("/FirstChar", 0), font.get("/Widths")
    if not isinstance(first, int) or not isinstance(widths, pikepdf.Array):
        return []
    return [
        first + step for step, width in enumerate(list(widths)[:256]) if width and 0 <= first + step < 256
    ]


def _differences(font: Any) -> dict[int, str]:
    """Code -> glyph's name, where a font's encoding says so itself."""
    encoding = font.get("/Encoding")
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    one: Any
    for one in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(one, pikepdf.Name):
            found[code] = str(one)
            code += 1
        elif isinstance(one, int):
            code = one
    return found


def _contradicts_itself(font: Any) -> bool:
    """Whether a map to Unicode takes figures and letters for others than the encoding does."""
    to_unicode = font.get("/ToUnicode")
    if str(font.get("/Subtype")) not in _KINDS or not isinstance(to_unicode, pikepdf.Stream):
        return False
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    expected = {code: chr(code) for code in range(128) if chr(code).isalnum()} if str(base) in _LATIN else {}
    for code, name in _differences(font).items():
        expected.pop(code, None)
        if name in _BY_NAME:
            expected[code] = _BY_NAME[name]
    told = _map(content_of(to_unicode)[:_MOST_OF_MAP])
    wrong = sum(told.get(code, char).casefold() != char.casefold() for code, char in expected.items())
    return wrong >= _LEAST_CONTRADICTED


def _map(content: bytes, width: int = 1) -> dict[int, str]:
    """Code -> character, for codes of so many octets (ISO 32000-1 §9.10.3)."""
    pair, span = _CHARS[width], _RANGE[width]
    told: dict[int, str] = {}
    steps = 0
    for piece in content.split(b"endbf")[:-1]:
        begin = _BLOCK.search(piece)
        if begin is None or steps > _MOST_STEPS:
            continue
        block = piece[begin.end() :]
        if begin[1] == b"char":
            told |= {int(code, 16): chr(int(char, 16)) for code, char in pair.findall(block)}
        else:
            for first, last, char in span.findall(block):
                codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 255) + 1)
                steps += len(codes)
                if steps > _MOST_STEPS:
                    break
                for code in codes:
                    told[code] = chr((int(char, 16) + code - int(first, 16)) & 0xFFFF)
            for first, chars in _LIST[width].findall(block):
                for step, char in enumerate(_HEX.findall(chars)):
                    told[int(first, 16) + step] = chr(int(char, 16))
    return {code: char for code, char in told.items() if code < 256**width}
