"""Parts of numbers and dates that are put right as soon as they are said.

"130 692 554, wait no, 544", "47 non, pardon, 74 pas 47".
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from recognizers.alternatives import gathered
from recognizers.cues import gate, vocabulary
from recognizers.month_forms import MONTH
from recognizers.months import MONTH_WORDS
from recognizers.patterns import compiled

#: What somebody says who puts it right.
_RIGHT: Final = gathered(
    r"non|nan|no|nope|wait|attende[zr]|attends|pardon(?:nez[ -]moi)?|excuse[zr]?(?:[ -]moi| me)?|my (?:bad|mistake)|sorry"
    r"|desolee?|mes excuses|oup+s|oops|woops|whoops|erreur|error|mistake|je (?:veux|voulais) dire|i (?:mean|meant)|plutot|rather"
    r"|correction|corrige|scratch that|strike that|make that|actually|en fait|je me (?:suis )?trompee?|je recommence"
    r"|c'est plutot|should be|let me correct that|i misspoke|wrong|je corrige|je reprends|merde|zut|shit|disons"
)
#: What stands beside that.
_BESIDE: Final = gathered(
    "c'est|it's|that's|its|is|est|ah|oh|euh|heu|uh|um|mais|but|well|bon|le|the|en|in|de|of|d'"
)
_SIGNS: Final = "[ ,.;:!?()-]"
_SAID: Final = (
    rf"{_SIGNS}{{1,4}}+(?:{_BESIDE}(?![a-z'-]){_SIGNS}{{1,4}}+){{0,2}}(?:{_RIGHT}(?![a-z'-]){_SIGNS}{{1,4}}+){{1,4}}"
    rf"(?:(?:{_BESIDE}|{_RIGHT})(?![a-z'-]){_SIGNS}{{1,4}}+){{0,4}}"
)
_NOT: Final = (
    r"(?:pas|not|et non(?: pas)?|and not|instead of|rather than|au lieu de|plutot que)(?: le| the)? "
)
_GROUPS: Final = r"[0-9]{1,4}+(?:[ .-][0-9]{1,4}+){0,3}+(?![0-9])(?:er|e|st|nd|rd|th)?"
_LETTERS: Final = r"[A-Z]{4}(?![A-Za-z])"
_MONTH: Final = rf"{MONTH}(?![a-z])"


def _corrected(part: str) -> str:
    """What was said, what is said, and what is right; the wrong part may be named again."""
    return (
        rf"(?<![0-9A-Za-z])(?P<old>{part})(?P<said>(?i:{_SAID}))(?i:(?:{_NOT}(?P<wrong>[0-9a-z]{{1,9}}){_SIGNS}{{1,3}})?)"
        rf"(?P<new>{part})(?![A-Za-z])(?P<again>,? ?\(?(?i:{_NOT}[0-9a-z]{{1,9}})\)?,?)?"
    )


_FIGURES_RIGHT: Final = compiled(_corrected(_GROUPS))
_LETTERS_RIGHT: Final = compiled(_corrected(_LETTERS))
_MONTH_RIGHT: Final = compiled(_corrected(_MONTH))
#: What stands on many pages beside figures, and tells nothing without its commas: "no".
PUT_RIGHT: Final = ", no, "
#: Closed on pages without it.
SAYS_NO: Final = gate((), (PUT_RIGHT,))
#: The words of which the first or the last stands there.
SAYING: Final = vocabulary(
    """non nan nope wait attendez attends pardon excuse excusez moi me bad mistake sorry desole desolee excuses oups oops
    woops whoops erreur error dire mean meant plutot rather correction that actually fait trompe trompee
    recommence misspoke wrong corrige reprends zut merde shit disons""".split()
)
_WORDS: Final = compiled("[a-z]+")
_AT_START: Final = 6
_NEAR_END: Final = 10
_FIGURE: Final = compiled("[0-9]")
_GROUP: Final = compiled("[0-9]+(?:er|e|st|nd|rd|th)?")
_DAY: Final = 2
_Reading = tuple[int, int, str]


def put_right(lower: str, text: str, words: Set[str]) -> tuple[list[_Reading], list[_Reading]]:
    """Where a part of folded `text` is put right: from the wrong one to behind the right one, which is read.

    The first figures behind what is said are right, or all that follow: "434 169, no, 166 401", "434 169, no, 434 166". `lower`
    is `text` in small letters, `words` are those of its page. Linear.
    """
    first: list[_Reading] = []
    every: list[_Reading] = []
    for found in _LETTERS_RIGHT.finditer(text):
        if _is_said(found, lower):
            first.append((found.start(), _end(found), found["new"]))
    if not MONTH_WORDS.isdisjoint(words):
        for found in _MONTH_RIGHT.finditer(lower):
            if _is_said(found, lower):
                first.append((found.start(), _end(found), found["new"]))
    every += first
    for found in _FIGURES_RIGHT.finditer(lower):
        if not _is_said(found, lower) or not found["old"].endswith(found["wrong"] or ""):
            continue
        group = _GROUP.match(lower, found.start("new"))
        assert group is not None  # the pattern has figures there
        for readings, end in ((first, group.end()), (every, found.end("new"))):
            said = lower[group.start() : end]
            start = _tail(found["old"], found.start(), said)
            if start >= 0:
                readings.append((start, _end(found) if end == found.end("new") else end, said))
    return first, every


def says_one(sought: Set[str], lower: str, start: int, end: int) -> bool:
    """Whether one of these words stands at the beginning or near the end of lower[start:end]."""
    return any(
        one[0] in sought and (one.start() - start <= _AT_START or end - one.end() <= _NEAR_END)
        for one in _WORDS.finditer(lower, start, end)
    )


def _is_said(found: re.Match[str], lower: str) -> bool:
    """Whether it is told that a part is put right."""
    start, end = found.span("said")
    return says_one(SAYING, lower, start, end) or lower.find(PUT_RIGHT, start, end + 1) >= 0


def _end(found: re.Match[str]) -> int:
    """Where it ends, with the wrong part where that is named again."""
    again = found["again"]
    named = again is not None and found["old"].endswith(again.rstrip("),").rpartition(" ")[2])
    return found.end() if named else found.end("new")


def _tail(old: str, at: int, new: str) -> int:
    """Where the last figures of `old`, at `at`, begin that are as many as in `new`; a day has all. -1 without."""
    figures = [one.start() for one in _FIGURE.finditer(old)]
    count = len(_FIGURE.findall(new))
    if len(figures) <= _DAY and count <= _DAY:
        return at
    return at + figures[-count] if count <= len(figures) else -1
