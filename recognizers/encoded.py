"""What is left in a text of how it was sent or stored: escapes that nobody decoded, bytes that were misread, lost letters.

HTML's character references, percent-encoding, quoted-printable (RFC 2045), escapes of JSON, JavaScript and RTF, modified UTF-7
(RFC 3501); UTF-8 that was taken for another encoding, once or several times; what stands where a letter or a blank was.
`fold` looks for these patterns and asks `decoded` what one of them means.
"""

from __future__ import annotations

import re
import sys
from base64 import b64decode
from html import unescape
from typing import Final

from recognizers.patterns import compiled

#: The UTF-8 bytes of letters with accents, blanks, middle dots, dashes and quotes, `{0}` before each but the first.
_BYTES: Final = (
    "(?:[Cc]3{0}[89ABab][0-9A-Fa-f]|[Cc]2{0}(?:[Aa][0-9A-Fa-f]|[Bb]7)"
    "|[Ee]2{0}80{0}[89Aa][0-9A-Fa-f]|[Ee]2{0}81{0}[Aa]0)"
)
REFERENCE: Final = (
    r"&(?:amp;){0,3}(?:(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});|nbsp(?![A-Za-z=;])"
    r"|[aeiouAEIOUcC](?:acute|grave|circ|uml|cedil)(?![=;])|A[K-P][AEIMQUYcgkosw048]-)"
)
#: A percent sign, and what is left of it where an address within an address is encoded once more: "%252D".
_PERCENT_SIGN: Final = "%(?:25){0,3}"
#: Marks by themselves; letters and figures only where one stands beside another: "%42%45", but "10%50".
PERCENT: Final = (
    rf"%(?:(?:25){{0,3}}(?:2[02CDEFcdef689]|3[ABDFabdf]|{_BYTES.format(_PERCENT_SIGN)})|0[9AaDd]|u[0-9a-fA-F]{{4}}"
    r"|[2-7][0-9A-Fa-f](?:(?=%[2-7][0-9A-Fa-f])|(?<=%[2-7][0-9A-Fa-f]%..))"
    r"|[Aa]0|[CcEeFf][0-9A-Fa-f](?<=[A-Za-z]%..)(?=[a-z%+ ]))"
)
_PERCENT_SIGNS: Final = compiled(rf"{_PERCENT_SIGN}(?=[0-9A-Fa-f]{{2}})")
#: A month between blanks of quoted-printable, a year next: "1=20June=202005"; and how the names of months end.
_MONTH: Final = "[A-Za-z]{3,9}\\.?=20[12][0-9]{3}(?![0-9])"
_MONTHS_END: Final = "(?:ary|rch|ril|[Mm]ay|une|uly|ust|ber|ier|ars|[Mm]ai|uin|let|out|bre)"
#: Any figures of quoted-printable; three in a row are some.
_PRINTED: Final = "=[2-7][0-9A-F]"
QP: Final = (
    rf"=(?:{_BYTES.format('=')}|A0|3D|[CEF][0-9A-F](?<=[A-Za-z]=..)(?=[a-z .,:)]|$)"
    r"|20(?:(?<=[0-9]=20)(?=[0-9]{3,4}(?![0-9]))|(?<=[A-Z]{4}=20)(?=[0-9]{4}=20)|(?==?\r?\n)"
    rf"|(?<=[a-z]=20)(?=[0-3]?[0-9](?:er|st|nd|rd|th)?,?=20(?:[12][0-9]{{3}}(?![0-9])|{_MONTH}))"
    rf"|(?<=[0-9a-z]=20)(?={_MONTH})|(?:(?<=[0-9a-z],=20)|(?<={_MONTHS_END}=20))(?=[12][0-9]{{3}}(?![0-9])))"
    r"|(?:2C|3[AB])(?==20)"
    rf"|[2-7][0-9A-F](?:(?={_PRINTED}{_PRINTED})|(?<={_PRINTED}{_PRINTED}=..)|(?<={_PRINTED}=..)(?={_PRINTED}))"
    r"|\r?\n(?<!==\n)(?<!==\r\n)(?<![A-Za-z0-9+/]{15}=\n)(?<![A-Za-z0-9+/]{15}=\r\n))"
)
#: Any figures of quoted-printable, where it is shown to be one: by letters with accents, a line that goes on, blank after blank.
QP_FIGURES: Final = rf"={_BYTES.format('=')}|=(?:[2-7][0-9A-F]|0[9AD])"
QP_SHOWN: Final = compiled(
    rf"=(?:{_BYTES.format('=')}|(?<=[^=\s]=)\r?\n(?=[^\r\n])|20(?![&,;\r\n])[^=&\n]{{0,40}}+(?:=20(?![&,;\r\n])[^=&\n]{{0,40}}+){{2}}"
    r"|(?:3A|2C|3B)=20|20[0-9]{1,2}=2C|(?<=[0-9]=)2[0DEF][0-9]{2,4}=2[0DEF][0-9]"
    r"|(?:(?<=[a-z]{2}=)|(?<=[A-Za-z]=)(?<![A-Za-z0-9=&?][A-Za-z]=))(?:E[0278-9ABEF]|F[49BC])"
    r"(?:[a-z ,.]|=E)(?=[^\x00]{0,300}?=(?:3D|2[0DE]|E[0278-9ABEF])(?![a-z]{3})))"
)
#: Escapes of JSON and JavaScript, of what JSON holds as a text, of bytes in Python, of RTF; of LaTeX, its thin spaces between
#: figures, and RTF's hyphens there; UTF-7. A file in a folder is none: "C:\\docs\\nas_130692544.docx".
ESCAPE: Final = (
    r"\\(?![Nn][Aa](?:[SsMm]|[Ii][Ss][Ss][A-Za-z]{0,5})[_\\-][0-9A-Za-z]{4})"
    rf"(?:\\{{0,3}}(?:u00{_BYTES.format(chr(92) * 2 + 'u00')}"
    r"|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{2,5}\}"
    rf"|x{_BYTES.format(chr(92) * 2 + 'x')}|x[0-9a-fA-F]{{2}})|[nrt]|'(?:[a-f][0-9]|fb)|~(?=[0-9])"
    r"|[,;: _](?<=[0-9A-Z]\\.)(?=[0-9]))"
)
#: What colours text on a terminal, or moves on it.
TERMINAL: Final = r"\x1b\[[0-9;?]{0,12}[A-Za-z]"
UTF7: Final = r"\+A[K-P][AEIMQUYcgkosw048]-"
_ESCAPES: Final = {
    "\\n": "\n",
    "\\r": "\r",
    "\\t": "\t",
    "\\~": " ",
    "\\_": "-",
    **dict.fromkeys(("\\,", "\\;", "\\:", "\\ "), " "),
}
#: What Windows-1252 has that ISO 8859-1 has not.
CP1252_EXTRA: Final = "".join(
    char for char in (bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)) if char
)
_NEXT: Final = rf"[\x80-\xbf{CP1252_EXTRA}]"
#: UTF-8 that was taken for Windows-1252 or ISO 8859-1, maybe more than once: "fÃ©vrier", "fÃƒÂ©vrier"; a plain space may stand
#: for its no-break space.
_MISREAD_ONE: Final = rf"Ã{_NEXT}|Â[\xa0-\xbf ]|â[€\x80‚\x82„\x84ˆ\x88\x81]{_NEXT}"
MISREAD: Final = rf"(?:{_MISREAD_ONE})(?:{_MISREAD_ONE}|[ÅÆË]{_NEXT}|â{_NEXT}{{2}}){{0,15}}"
_MISREAD: Final = compiled(rf"{_MISREAD_ONE}|[ÅÆË]{_NEXT}|â{_NEXT}{{2}}")
#: What it begins with, and so often it was taken for that at most.
_MISREAD_HEADS: Final = "ÃÂâ"
_MOST_TIMES: Final = 4
#: UTF-8 that was taken for what MS-DOS or old Macintoshes used: "f├®vrier", "f√©vrier".
MISREAD_ELSEWHERE: Final = r"[├┬√][^\x00-\x7f]|¬†|[ÔΓ]Ç[^\x00-\x7f]|‚Ä[^\x00-\x7f]"
_ELSEWHERE: Final = ("cp850", "cp437", "mac_roman")
#: What stands for a letter or a blank that was lost, by what it is read as. Within a word, and in "né", it is an "e": a question
#: mark, what Unicode has for it, a byte of MS-DOS or a Macintosh read as Windows-1252. Beside figures, and beside a short word,
#: it is a blank.
_UNKNOWN: Final = "[\ufffd\u00bf]"
_SHORT: Final = "(?:le|la|de|du|of|on|is|est)"
_BLANK: Final = r"(?:(?<=[0-9A-Za-z].)(?=[0-9])|(?<=[0-9].)(?=[A-Za-z]))"
_PLACE_AND_DAY: Final = r"[A-Za-z'’?-]{3,20}[ \xa0][lL][eE][ \xa0]"
_GAP: Final = r"[ \xa0]"
_ACCENT_OF_NE: Final = (
    r"(?<=[Nn].)(?<![A-Za-z][Nn].)"
    rf"(?=(?:[eE]?[sS]?|[(][eE][sS]?[)]){_GAP}{{1,4}}(?:[lL][eE]|[uU][nN][eE]?|\?(?={_GAP}{_PLACE_AND_DAY})){_GAP})"
)
#: A question mark for the accent of a month, of a zero or of who died: "f?vrier", "d?c.", "z?ro", "d?c?d?", "ao?t".
_ACCENT_OF_MONTH: Final = (
    r"(?:(?:(?<=[Ff].)(?=[Vv](?:[Rr]|[. ]))|(?<=[Dd].)(?=[Cc](?:[Ee]|[. ]))|(?<=[Zz].)(?=[Rr][Oo](?![A-Za-z])))"
    r"(?<![A-Za-z]..)"
    r"|(?:(?<=[Dd].)(?=[Cc]\?[Dd]\?)|(?<=[Dd]\?[Cc].)(?=[Dd]\?)|(?<=[Dd]\?[Cc]\?[Dd].)))"
)
_ACCENT_OF_AOUT: Final = r"(?<=[Aa][Oo].)(?<![A-Za-z]...)(?=[Tt](?![A-Za-z]))"
#: And for a preposition's: "n? ? Gatineau le"; the same from the mark before it, which is told by its letter.
_A_BEHIND_NE: Final = rf"(?:(?<=[Nn][?] .)|(?<=[Nn][?][eE] .))(?={_GAP}{_PLACE_AND_DAY})"
_NE_AND_A: Final = rf"(?<=[Nn].)[eE]? \?(?={_GAP}{_PLACE_AND_DAY})"
_LOST_AS: Final = {
    "apostrophe": ("'", rf"{_UNKNOWN}(?<=[dlDL].)(?<![A-Za-z][dlDL].)(?=[aeiouhAEIOUH])"),
    "gap": (
        " ",
        rf"\?{_BLANK}|[ÿÊÂ]{_BLANK}|Ã‚(?=[0-9])"
        rf"|\ufffd(?<=[A-Za-z].)(?:(?={_SHORT}[ \ufffd])|(?<=[ \ufffd](?:de|le|la|of|is|du|on)\ufffd))(?=[A-Za-z])",
    ),
    "e": (
        "e",
        rf"[?&]{_ACCENT_OF_NE}|\?{_ACCENT_OF_MONTH}"
        rf"|{_UNKNOWN}{{1,3}}(?:(?<=[A-Za-z]{_UNKNOWN})|(?<=[A-Za-z]{_UNKNOWN}{{2}})|(?<=[A-Za-z]{_UNKNOWN}{{3}}))"
        r"(?=[A-Za-z(]| le[ :])"
        rf"|[‚\x82Ž\x8e](?:(?<=[a-z].)(?=[a-z])|{_ACCENT_OF_NE})",
    ),
    "a": ("a", rf"\?{_A_BEHIND_NE}"),
    "u": ("u", rf"[–\x96](?<=[Aa]o.)(?=t(?![a-z]))|\?{_ACCENT_OF_AOUT}"),
}
LOST: Final = "|".join(f"(?P<{name}>{pattern})" for name, (_, pattern) in _LOST_AS.items())
READ_AS: Final = {name: reading for name, (reading, _) in _LOST_AS.items()}
#: What shows that there are some that are all ASCII, by the character that it begins with.
LOST_AT: Final = {
    "?": rf"\?(?:{_BLANK}|{_ACCENT_OF_NE}|{_ACCENT_OF_MONTH}|{_ACCENT_OF_AOUT}|{_NE_AND_A})",
    "&": f"&{_ACCENT_OF_NE}",
}


def is_mistaken(text: str) -> bool:
    """Whether text that is not all ASCII may hold a misread byte; a cheap look, for nothing but to leave what cannot be."""
    return (
        "Ã" in text
        or "Â" in text
        or "ÿ" in text
        or "¿" in text
        or "Ê" in text
        or "‚" in text
        or "Ž" in text
        or ("â" in text and ("â€" in text or "â\x80" in text or "âˆ" in text))
        or ("†" in text and "¬†" in text)
        or ("Ç" in text and "ÔÇ" in text)
        or ("–" in text and "ao–t" in text)
    )


def decoded(unit: str) -> str:
    """The characters that an escape, a reference or misread bytes stand for: `\\u00e9`, "%C3%A9", "&eacute;", "Ã©"."""
    mark = unit[0]
    if mark == "\\":
        return _ESCAPES.get(unit) or _unescaped(unit.lstrip("\\"))
    if mark in "&+":
        return _utf7(unit[1:-1]) if unit.endswith("-") else _unreferenced(unit)
    if mark == "%" and unit[1] == "u":
        return chr(int(unit[2:], 16))
    if mark == "%":
        return _of_bytes(_PERCENT_SIGNS.sub("", unit))
    if mark == "=":
        return _of_bytes(unit.replace(mark, "").strip())
    return _read_again(unit) if mark in _MISREAD_HEADS else _read_elsewhere(unit)


def _unescaped(escape: str) -> str:
    """What follows the backslashes: "u00e9", "u{e9}", "xe9", "xc3\\xa9", "u00c3\\u00a9", "'e9"."""
    if escape[0] == "u" and "\\" not in escape:
        code = int(escape[1:].strip("{}"), 16)
        return chr(code) if code <= sys.maxunicode else ""
    return _of_bytes(escape.replace("u00", "").replace("x", "").replace("\\", "").lstrip("'"))


def _utf7(figures: str) -> str:
    """One character in modified base64: "AOk" is an "é"."""
    return b64decode(figures + "=").decode("utf-16-be")


def _unreferenced(reference: str) -> str:
    """What a character reference says that was escaped up to four times: "&amp;amp;eacute;"."""
    for _ in range(_MOST_TIMES):
        reference = unescape(reference)
    return reference


def _of_bytes(figures: str) -> str:
    """What hexadecimal figures read as: UTF-8, one byte of ISO 8859-1, or nothing at all."""
    if len(figures) == len("a0"):
        return chr(int(figures, 16))
    return bytes.fromhex(figures).decode()


def _read_again(unit: str) -> str:
    """What UTF-8 says that was misread once or several times."""
    for _ in range(_MOST_TIMES):
        unit = _MISREAD.sub(_read_once, unit)
    return unit


def _read_once(found: re.Match[str]) -> str:
    content = found[0].replace("Â ", "Â\xa0")
    return b"".join(char.encode("latin-1" if char <= "\xff" else "cp1252") for char in content).decode()


def _read_elsewhere(unit: str) -> str:
    """What UTF-8 says that was taken for an older encoding; the same where it says nothing."""
    for encoding in _ELSEWHERE:
        try:
            return unit.encode(encoding).decode()
        except UnicodeError:
            continue
    return unit
