"""Numbers and dates that somebody hid from filters, and says so: backwards ("4391 2514 REMT", "21-80-2591"), in base64, or
with letters or words between that are to be taken out ("6X5X2X8X5X2X1X4X6", "GAGS[nospam]7157[nospam]1446").

They are read again as what they mean, like what is spelled (see `spelled`); the words around then tell what they are.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate
from recognizers.date_forms import days_of_eight
from recognizers.known_plain import NUMBERED
from recognizers.patterns import compiled

#: What is said of a number written backwards.
BACKWARDS: Final = gate(
    """envers rebours backward backwards reverse reversed inverse inversee inverser verlan renverse renversee retourne retournee
    mirror miroir flipped""".split()
)
#: What is said of one in base64. Its padding says as much.
ENCODED: Final = gate(
    "base encode encodee encoder encoded encoding code codee coder coded decode decoder decoded chiffre".split()
)
PADDING: Final = "="
#: What is said of letters that are to be taken out, or their own word.
FILLED: Final = gate(
    """enlevez enlever enleve retirez retirer retire otez oter supprimez supprimer effacez ignorez ignorer remove removing
    delete ignore skip strip nospam""".split()
)
#: The same letters between all figures, or between a NAM's letters and its figures.
_FILLER: Final = "[A-Za-z]{1,12}"
_FILLED: Final = compiled(
    rf"(?<![A-Za-z0-9])(?:[0-9]{{1,4}}({_FILLER})[0-9]{{1,4}}(?:\1[0-9]{{1,4}}){{1,9}}"
    rf"|[A-Za-z]{{4}}({_FILLER})[0-9]{{2,4}}\2[0-9]{{2,4}}(?:\2[0-9]{{2}}){{0,2}}"
    rf"|(?:[A-Za-z]({_FILLER})[A-Za-z](?:\3[A-Za-z]){{2}})(?:\3[0-9]){{8}})(?![A-Za-z0-9])"
)
#: What all of these hold, no further than so far from their beginning; and what is left of the run of which they are all.
_STUFFED: Final = compiled(rf"[0-9]{_FILLER}(?=[0-9])")
_FURTHEST_STUFFED: Final = 56
_RUN: Final = compiled("[A-Za-z0-9]+")
#: The letters of a NAM that stand together, and the group that tells of them.
_NAME: Final = 4
_BEHIND_NAME: Final = 2
#: Words in brackets before figures, for a mark or against robots: "14(point)07(point)1971"; and how far from figures they stand.
_MARK_WORDS: Final = "tiret union dash hyphen barre slash espace space point dot".split()
_AGAINST_ROBOTS: Final = """spam nospam antispam remove removethis removeme delete deletethis enlever enlevez retirer robot
    robots""".split()
_BRACKET_REACH: Final = 12
BRACKETED: Final = gate(
    [*_MARK_WORDS, *_AGAINST_ROBOTS], stands=NUMBERED, before=_BRACKET_REACH, after=_BRACKET_REACH
)
_BRACKETED: Final = compiled(
    r"[\[({](?<=[0-9a-z ].)(?:trait d'|no |this )?"
    rf"(?:{'|'.join(sorted((*_MARK_WORDS, *_AGAINST_ROBOTS), key=len, reverse=True))})(?: this| me)?[\])}}](?= ?[0-9])"
)
#: Eight figures and four letters, as of a NAM; nine figures, as of a SIN.
_TURNED: Final = compiled(
    r"(?<![A-Za-z0-9])[0-9](?:(?:[0-9]|[ .-][0-9]){7}[ .-]?[A-Za-z]{4}(?![A-Za-z0-9])|(?:[0-9]|[ .-][0-9]){8}(?![0-9A-Za-z-]))"
)
#: A date turned: its year ends or begins with "91" or "02", "21-80-2591".
_TURNED_DATE: Final = compiled(
    r"(?<![0-9./-])(?:[0-9]{2}([ ./-]?)[0-9]{2}\1[0-9]{2}(?:91|02)|[0-9]{2}(?:91|02)([ ./-]?)[0-9]{2}\2[0-9]{2})"
    r"(?![0-9]|[./-][0-9])"
)
#: What stands in base64 for three characters of ASCII, none of them of control.
_THREE: Final = "[I-Za-f][C-HS-Xi-nyz0-3][ABEFIJMNQRUVYZcdghklopstwx014589][A-Za-z0-9+/]"
_BASE64: Final = compiled(
    rf"(?<![A-Za-z0-9+/=])(?:{_THREE}){{3,12}}(?:[A-Za-z0-9+/]{{2}}==|[A-Za-z0-9+/]{{3}}=)?(?![A-Za-z0-9+/=])"
)
#: What such a thing says when it is read: an identifier or a date, and nothing that a word would be.
_SAYS: Final = compiled(r"[A-Za-z0-9 .:/-]{9,40}")
_FIGURES: Final = compiled("[0-9]")
_NO_FIGURE: Final = compiled("[^0-9]")
_FEWEST_FIGURES: Final = 6
#: The years of births begin so.
_CENTURIES: Final = (19, 20)


def disguised(lower: str, text: str, gates: int) -> Iterator[tuple[int, int, str]]:
    """Where folded `text`, of a page with these `gates`, hides a number: from where to where, and what it means.

    `lower` is it in small letters.
    """
    if gates & BACKWARDS:
        for found in _TURNED.finditer(text):
            yield *found.span(), found[0][::-1]
        for found in _TURNED_DATE.finditer(text):
            if not _is_date(found[0]) and _is_date(found[0][::-1]):
                yield *found.span(), found[0][::-1]
    if gates & FILLED:
        for found in _filled(text):
            yield *found.span(), _emptied(found)
    if gates & BRACKETED:
        for found in _BRACKETED.finditer(lower):
            yield *found.span(), "-"
    if gates & ENCODED or PADDING in text:
        for found in _BASE64.finditer(text):
            said = _decoded(found[0])
            if _SAYS.fullmatch(said) and len(_FIGURES.findall(said)) >= _FEWEST_FIGURES:
                yield *found.span(), said


def _filled(text: str) -> Iterator[re.Match[str]]:
    """What is one run of letters and figures, with the same letters between all figures."""
    for run in _stuffed_runs(text):
        if found := _FILLED.match(text, run):
            yield found


def _stuffed_runs(text: str) -> Iterator[int]:
    """Where the runs begin in which letters stand between figures. Linear."""
    end = 0
    for stuffed in _STUFFED.finditer(text):
        begin = first = stuffed.start()
        if first < end:
            continue
        while begin and first - begin < _FURTHEST_STUFFED and text[begin - 1].isalnum():
            begin -= 1
        yield begin
        run = _RUN.match(text, first)
        end = run.end() if run else end


def _is_date(written: str) -> bool:
    """Whether eight figures, with marks between, are a day of this century or the last."""
    return any(day.year // 100 in _CENTURIES for day in days_of_eight(_NO_FIGURE.sub("", written)))


def _emptied(found: re.Match[str]) -> str:
    """What is left without the letters between: with hyphens where groups stand, "03X03X1998"; a NAM's own letters stay."""
    kept = _NAME if found.lastindex == _BEHIND_NAME else 0
    parts = found[0][kept:].split(found[found.lastindex or 0])
    return found[0][:kept] + ("-" if max(map(len, parts)) > 1 else "").join(parts)


def _decoded(written: str) -> str:
    """What base64 says; "" where it is none, or no text."""
    try:
        return b64decode(written, validate=True).decode("ascii")
    except (Error, UnicodeDecodeError):
        return ""
